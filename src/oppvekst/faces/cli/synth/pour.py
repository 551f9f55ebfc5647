"""Loading set-wise: moulds are filled as often as the plan says, and their rows copied in by the thousand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import batched
from random import Random

from django.db import connection, transaction
from psycopg import sql

from oppvekst.faces.cli.synth.bare import bare
from oppvekst.faces.cli.synth.life import Dress
from oppvekst.faces.cli.synth.mould import Mould, Table, tables
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date

TOGETHER = 1000


@dataclass
class Casting:
    """One filling of a mould, with the numbers that the database would have given."""

    mould: Mould
    dress: Dress
    numbers: dict[str, str] = field(default_factory=dict)


def pour(castings: Sequence[Casting], *, chance: Random, done: Callable[[int], None] = lambda _: None) -> None:
    """Load every casting, oldest first, in one transaction as the owner."""
    ordered = sorted(castings, key=lambda casting: casting.mould.shape.start)
    with acting("owner"), transaction.atomic():
        _number(ordered)
        with bare([table.name for table in tables()]):
            for together in batched(ordered, TOGETHER, strict=False):
                _write(together, chance)
                done(len(together))


def _number(castings: Sequence[Casting]) -> None:
    """Gapless within municipality, series and year, in the order of time; the counters go on from there."""
    counters: Counter[tuple[int, int, str]] = Counter()
    for _, casting, number in sorted(_moments(castings), key=lambda found: found[0]):
        year = oslo_date(number.moment).year
        key = (casting.dress.crew.municipality, year, number.how.series)
        counters[key] += 1
        casting.numbers[number.gap] = number.how.written.format(year=year, number=counters[key])
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into numbering.counter values (%s, %s, %s, %s)",
            [(*key, latest) for key, latest in counters.items()],
        )


def _moments(castings: Sequence[Casting]) -> Iterator[tuple]:  # type: ignore[type-arg]
    for place, casting in enumerate(castings):
        past = timedelta(minutes=casting.dress.minute, seconds=casting.dress.second)
        for turn, number in enumerate(casting.mould.numbers):
            yield (number.moment + past, place, turn), casting, number


def _write(castings: Sequence[Casting], chance: Random) -> None:
    rows: dict[str, list[str]] = {}
    written: dict[str, Table] = {}
    for casting in castings:
        words = casting.mould.words(casting.dress, casting.numbers, chance)
        for block in casting.mould.blocks:
            rows.setdefault(block.table.name, []).append(block.filled(words))
            written[block.table.name] = block.table
    for name, texts in rows.items():
        _copy(written[name], "".join(texts))


def _copy(table: Table, text: str) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), table.columns())
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        copy.write(text)
