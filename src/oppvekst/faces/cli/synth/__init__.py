"""``oppvekst synth``: an invented service of any size, to try things on and to measure (docs/performance.md)."""

from __future__ import annotations

import time
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command

LARGEST = {"children": 1_000_000, "years": 20, "municipalities": 40}
PER_MUNICIPALITY = 5000


def add(commands: Commands) -> None:
    """Add this command."""
    parser = command(commands, "synth", synth, "fyll en tom database med en oppdiktet tjeneste")
    parser.add_argument(
        "--children", type=_up_to("children"), metavar="N", required=True, help="så mange barn det er meldt om"
    )
    parser.add_argument(
        "--years",
        type=_up_to("years"),
        metavar="Y",
        required=True,
        help="så mange år bakover, aldri til før loven av 2021",
    )
    parser.add_argument(
        "--seed", type=int, metavar="S", required=True, help="samme frø gir den samme tjenesten, samme dag"
    )
    parser.add_argument(
        "--municipalities", type=_up_to("municipalities"), metavar="M", help="så mange kommuner, av ulik størrelse"
    )


def synth(given: Namespace) -> Answer:
    """Fill an empty database with a believable service of that size."""
    from oppvekst.faces.cli.builder import as_builder

    wanted = given.municipalities or min(LARGEST["municipalities"], 1 + given.children // PER_MUNICIPALITY)
    begun = time.monotonic()
    with as_builder("owner"):
        counted = _fill(given.children, given.years, given.seed, wanted)
    data = {
        "seed": given.seed,
        "seconds": round(time.monotonic() - begun, 1),
        "rows": {table: rows for table, (_, rows) in counted.items()},
    }
    words = "\n".join(f"{rows:>9}  {name}" for name, rows in counted.values())
    return Answer(data, f"{words}\nDet tok {data['seconds']} sekunder.")


def _fill(children: int, years: int, seed: int, municipalities: int) -> dict[str, tuple[str, int]]:
    from django.utils import timezone

    from oppvekst.faces.cli.synth.build import Order, build, counts, finish, present, refuse_unless_empty
    from oppvekst.faces.cli.synth.progress import bar

    now = timezone.now()
    refuse_unless_empty()
    build(Order(children, years, seed, municipalities, present(now)), bar=bar)
    finish(at=now, bar=bar)
    return counts()


def _up_to(name: str) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= LARGEST[name]):
            raise ArgumentTypeError(f"Skriv et tall fra 1 til {LARGEST[name]}, ikke «{text}».")
        return int(text)

    return number
