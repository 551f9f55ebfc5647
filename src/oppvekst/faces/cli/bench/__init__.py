"""``oppvekst bench``: what the policies and the seals cost on the present database (docs/performance.md)."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command

if TYPE_CHECKING:
    from oppvekst.faces.cli.bench.measuring import Result

ROUNDS = 60


def add(commands: Commands) -> None:
    """Add this command."""
    parser = command(commands, "bench", bench, "mål hva tilgangsregler og segl koster i databasen slik den er nå")
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, metavar="N", help=f"ganger hvert spørsmål måles ({ROUNDS})"
    )
    parser.add_argument("--statements", action="store_true", help="vis også hvert spørsmål for seg")


def bench(given: Namespace) -> Answer:
    """Measure every operation beside its floor; nothing is changed by it."""
    from oppvekst.faces.cli.builder import as_builder

    with as_builder("desk"):
        from oppvekst.faces.cli.bench.operations import measured

        found, size = measured(max(1, given.rounds))
    data = {"size": size, "rounds": given.rounds, "operations": [_plain(each, given.statements) for each in found]}
    return Answer(data, "\n".join([_HEAD, *(_line(each, given.statements) for each in found)]))


_HEAD = f"{'Hva':<32}{'Hvem':<18}{'Spørsmål':>9}{'Med (ms)':>10}{'Gulv (ms)':>11}{'Forhold':>9}"


def _line(result: Result, statements: bool) -> str:
    line = (
        f"{result.name:<32}{result.who:<18}{len(result.timings):>9}{result.ms:>10.3f}{result.floor_ms:>11.3f}"
        f"{result.ratio:>9.2f}"
    )
    if not statements:
        return line
    return "\n".join(
        [line, *(f"    {each.ratio:>5.2f} {each.ms:>8.3f}  {each.statement[:110]}" for each in result.timings)]
    )


def _plain(result: Result, statements: bool) -> dict[str, Any]:
    told = {
        "name": result.name, "who": result.who, "statements": len(result.timings), "ms": round(result.ms, 4),
        "floor_ms": round(result.floor_ms, 4), "ratio": round(result.ratio, 3), "same_rows": result.same,
        "per": result.per,
    }  # fmt: skip
    if statements:
        told["each"] = [
            {"statement": each.statement, "ms": each.ms, "floor_ms": each.floor_ms, "ratio": round(each.ratio, 3)}
            for each in result.timings
        ]
    return told
