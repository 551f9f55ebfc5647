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
        "--rounds", type=int, default=ROUNDS, metavar="N", help=f"så mange ganger måles hvert spørsmål ({ROUNDS})"
    )
    parser.add_argument("--statements", action="store_true", help="vis også hvert spørsmål for seg")


def bench(given: Namespace) -> Answer:
    """Measure every operation beside its floor; nothing is changed by it."""
    from oppvekst.faces.cli.builder import as_builder

    with as_builder("desk"):
        from oppvekst.faces.cli.bench.operations import measured

        found, size = measured(max(1, given.rounds))
    data = {
        "size": size,
        "rounds": given.rounds,
        "operations": [_plain(each, statements=given.statements) for each in found],
    }
    return Answer(data, "\n".join([_HEAD, *(_line(each, statements=given.statements) for each in found)]))


_NUMBERS = ("Spørsmål", "Siden", "Innslipp", "Med", "For hånd", "Forhold", "+ innslipp")
_HEAD = f"{'Hva':<24}{'Hvem':<15}" + "".join(f"{word:>11}" for word in _NUMBERS)


def _line(result: Result, *, statements: bool) -> str:
    numbers = (result.whole_ms, result.entering_ms, result.ms, result.floor_ms, result.ratio, result.entered_ratio)
    line = f"{result.name:<24}{result.who:<15}{len(result.timings):>11}" + "".join(f"{each:>11.3f}" for each in numbers)
    line += "" if result.same else "  ulike svar"
    each = (f"    {one.ratio:>5.2f} {one.ms:>8.3f}  {one.statement[:110]}" for one in result.timings)
    return "\n".join([line, *(each if statements else ())])


def _plain(result: Result, *, statements: bool) -> dict[str, Any]:
    told = {
        "name": result.name, "who": result.who, "per": result.per, "statements": len(result.timings),
        "whole_ms": round(result.whole_ms, 3), "entering_ms": round(result.entering_ms, 3), "ms": round(result.ms, 4),
        "floor_ms": round(result.floor_ms, 4), "ratio": round(result.ratio, 3), "same_rows": result.same,
        "ratio_with_entering": round(result.entered_ratio, 3),
    }  # fmt: skip
    if not statements:
        return told
    each = [
        {"statement": one.statement, "ms": one.ms, "floor_ms": one.floor_ms, "ratio": round(one.ratio, 3)}
        for one in result.timings
    ]
    return told | {"each": each}
