"""Moulds: a life is played once through the actions, its rows are read out, and every word of its own becomes a gap.

What fills the gaps is another life of the same shape. So a row that is loaded is never one that the actions would not
have made, and a room that changes what its actions write changes the moulds with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from random import Random
from typing import Any
from uuid import UUID, uuid5

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Field, ForeignKey, Model, SmallIntegerField
from psycopg import sql

from oppvekst.faces.cli.synth import rooms
from oppvekst.faces.cli.synth.family import stand_in
from oppvekst.faces.cli.synth.life import Crew, Dress, Life, Shape
from oppvekst.faces.cli.synth.play import Ensemble, play_one
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting

UUID_TEXT = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


@dataclass(frozen=True)
class Table:
    """A table as it is written by hand: the columns of its model, and none of the database's own."""

    model: type[Model]

    @property
    def name(self) -> str:
        """As the database calls it."""
        return self.model._meta.db_table

    @property
    def fields(self) -> list[Field[Any, Any]]:
        """What actions write."""
        return [each for each in self.model._meta.concrete_fields if not getattr(each, "generated", False)]

    def columns(self) -> sql.Composed:
        """Their names in SQL."""
        return sql.SQL(", ").join(sql.Identifier(str(each.column)) for each in self.fields)


def tables() -> list[Table]:
    """Every table of ours."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("oppvekst."))
    return [Table(model) for model in ours if model._meta.managed and not model._meta.proxy]


@dataclass(frozen=True)
class Number:
    """A number the database gave: which gap it is, and what decides the next one."""

    gap: str
    how: rooms.Numbered
    moment: datetime


@dataclass
class Block:
    """The rows that one life has in one table, with gaps."""

    table: Table
    text: str
    fill: Callable[[dict[str, str]], Any]

    def filled(self, words: dict[str, str]) -> str:
        """The rows of another life."""
        return str(self.text % self.fill(words))


@dataclass
class Mould:
    """All rows of one life, with gaps, and what the gaps are filled with."""

    shape: Shape
    blocks: list[Block] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    made_ids: list[tuple[str, str, str]] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    drawn: list[tuple[str, Callable[[Random], str]]] = field(default_factory=list)

    def words(self, dress: Dress, numbers: dict[str, str], chance: Random) -> dict[str, str]:
        """What fills the gaps when the life happens to somebody else."""
        words = dress.words() | numbers
        words["municipality"] = str(dress.crew.municipality)
        for gap in self.ids:
            words[gap] = _uuid(chance.getrandbits(128))
        for gap, subject, rule in self.made_ids:
            words[gap] = str(uuid5(UUID(words[subject]), rule))
        for gap, draw in self.drawn:
            words[gap] = draw(chance)
        return words


class Foundry:
    """Plays a life, takes its mould, and undoes it: nothing of the stand-ins is left."""

    def __init__(self, municipality: Municipality, crew: Crew, *, until: datetime) -> None:
        self.crew, self.until, self.mark = crew, until, str(municipality.number)
        self.cast = Ensemble()
        self.cast.log_in(crew.members.values())
        self.tables = [table for table in tables() if not _any_rows(table)]

    def take(self, shape: Shape) -> Mould:
        """The mould of a life of this shape."""
        dress = stand_in(shape, self.crew)
        with transaction.atomic():
            play_one(Life(shape, dress), self.cast, until=self.until)
            with acting("owner"):
                rows = {table.name: list(_read(table)) for table in self.tables}
                found = _Found(dress, self.mark)
                mould = Mould(shape, numbers=found.numbers(), drawn=found.drawn())
            transaction.set_rollback(True)
        for table in self.tables:
            if rows[table.name]:
                mould.blocks.append(found.block(table, rows[table.name]))
        mould.ids, mould.made_ids = found.ids()
        return mould


class _Found:
    """The words of a stand-in life as they are found in its rows."""

    def __init__(self, dress: Dress, mark: str) -> None:
        self.mark = mark
        self.gaps = {word: name for name, word in dress.words().items()}
        assert len(self.gaps) == len(dress.words()), "to ord i en støpeform er like"
        self.made = {str(item.id): (str(item.subject), item.rule) for item in Item.objects.all()}

    def numbers(self) -> list[Number]:
        """What the database has counted up, with the moment that decides the year."""
        told = []
        for model, how in rooms.numbered().items():
            for row in model._default_manager.all():
                told.append(Number(f"number {row.number}", how, getattr(row, how.moment)))  # type: ignore[attr-defined]
                self.gaps[row.number] = told[-1].gap  # type: ignore[attr-defined]
        return told

    def drawn(self) -> list[tuple[str, Callable[[Random], str]]]:
        """What the actions have drawn by chance."""
        told = []
        for (model, name), draw in rooms.drawn().items():
            for row in model._default_manager.all():
                told.append((f"drawn {getattr(row, name)}", draw))
                self.gaps[getattr(row, name)] = told[-1][0]
        return told

    def ids(self) -> tuple[list[str], list[tuple[str, str, str]]]:
        """The gaps for keys of its own, and for those that are made of another key."""
        keys = [gap for gap in self.gaps.values() if gap.startswith("id ")]
        made = [(gap, *self.made[gap[3:]]) for gap in keys if gap[3:] in self.made]
        others = {gap for gap, _, _ in made}
        return [gap for gap in keys if gap not in others], [(gap, f"id {subject}", rule) for gap, subject, rule in made]

    def block(self, table: Table, lines: list[str]) -> Block:
        """The rows with gaps."""
        small = [isinstance(each, SmallIntegerField) or _is_municipality(each) for each in table.fields]
        text, gaps = [], list[str]()
        for line in lines:
            cells = line.split("\t")
            text.append(
                "\t".join(self._cell(cell, gaps, small=is_small) for cell, is_small in zip(cells, small, strict=True))
            )
        return Block(table, "".join(f"{line}\n" for line in text), _filler(gaps))

    def _cell(self, cell: str, gaps: list[str], *, small: bool) -> str:
        if small and cell == self.mark:
            gaps.append("municipality")
            return "%s"
        parts, last = [], 0
        for match in self._pattern.finditer(cell):
            parts += [cell[last : match.start()].replace("%", "%%"), "%s"]
            gaps.append(self._gap(match[0]))
            last = match.end()
        return "".join([*parts, cell[last:].replace("%", "%%")])

    def _gap(self, word: str) -> str:
        if word not in self.gaps:
            self.gaps[word] = f"id {word}"
        return self.gaps[word]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Any key, or any word of its own; the longest first, for one may begin another."""
        words = sorted((word for word in self.gaps if not re.fullmatch(UUID_TEXT, word)), key=len, reverse=True)
        return re.compile("|".join([UUID_TEXT, *map(re.escape, words)]))


def _filler(gaps: list[str]) -> Callable[[dict[str, str]], Any]:
    if len(gaps) == 1:
        return lambda words: (words[gaps[0]],)
    return itemgetter(*gaps) if gaps else lambda words: ()


def _is_municipality(each: Field[Any, Any]) -> bool:
    return isinstance(each, ForeignKey) and each.related_model is Municipality


def _any_rows(table: Table) -> bool:
    """What stands there before anything is lived belongs to the set-up."""
    with acting("owner"):
        return table.model._default_manager.exists()


def _read(table: Table) -> Iterator[str]:
    statement = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(table.columns(), sql.Identifier(table.name))
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        text = b"".join(bytes(part) for part in copy).decode()
    yield from text.splitlines()


def _uuid(bits: int) -> str:
    """A key of version 4 as text."""
    bits = bits & ~(0xF << 76) & ~(0x3 << 62) | (4 << 76) | (2 << 62)
    text = f"{bits:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
