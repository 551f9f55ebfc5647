"""Filling an empty database: the towns and their staff, then every life, played or poured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db import connection, transaction

from oppvekst.faces.cli.synth import plan
from oppvekst.faces.cli.synth.family import Registry, dressed
from oppvekst.faces.cli.synth.life import Life, Shape
from oppvekst.faces.cli.synth.mould import Foundry, Mould, tables
from oppvekst.faces.cli.synth.play import beats, play
from oppvekst.faces.cli.synth.pour import Casting, pour
from oppvekst.faces.cli.synth.progress import Bar
from oppvekst.faces.cli.synth.town import Staffing, Town, set_up, stand_ins, towns
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.access.service import add_municipality
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.sealing import seal
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.refusals import NotAllowed

# Nobody's number, and no other number in a row: what has it in a mould is the municipality's.
MOULDED = 31_999


@dataclass(frozen=True)
class Order:
    """What somebody has asked for."""

    children: int
    years: int
    seed: int
    municipalities: int
    until: datetime


def present(now: datetime) -> datetime:
    """The start of the day: the same order has the same rows all day."""
    day = oslo_date(now)
    return datetime(day.year, day.month, day.day, tzinfo=OSLO)


def refuse_unless_empty() -> None:
    """An invented service is never mixed with another one."""
    with acting("owner"):
        found = Municipality.objects.count()
    if found:
        kommuner = "én kommune" if found == 1 else f"{found} kommuner"
        raise NotAllowed(
            f"Databasen er ikke tom: den har allerede {kommuner}. En oppdiktet tjeneste blandes aldri med en annen. "
            "Sett OPPVEKST_DATA til en ny mappe, eller DATABASE_URL-ene til en tom database."
        )


def build(order: Order, *, bar: Bar) -> None:
    """Fill the database. A small service is played, a large one poured."""
    chance, large = Random(order.seed), order.children > plan.SMALL
    days = plan.days(order.years, until=order.until)
    entries = (plan.large if large else plan.small)(order.children, days, chance=chance, until=order.until)
    fill(order, entries, chance=chance, bar=bar, poured=large)


def fill(order: Order, entries: Sequence[plan.Entry], *, chance: Random, bar: Bar, poured: bool) -> None:
    """Let these lives be lived, by acts or as rows; all of it or nothing."""
    with transaction.atomic():
        # First of all: what stands in a table before the stand-ins live is taken for set-up.
        moulds = moulds_of({entry.shape for entry in entries}, until=order.until, bar=bar) if poured else {}
        lives = _peopled(order, entries, chance, bar)
        if poured:
            with bar("Rader", len(lives)) as done:
                pour([Casting(moulds[life.shape], life.dress) for life in lives], chance=chance, done=done)
        else:
            with bar("Handlinger", beats(lives, until=order.until)) as done:
                play(lives, until=order.until, done=done)


def _peopled(order: Order, entries: Iterable[plan.Entry], chance: Random, bar: Bar) -> list[Life]:
    """Every life with its place: first where, then how many workers that takes, then who."""
    places = towns(order.municipalities)
    lived = [(entry.shape, place) for entry in entries for place in _places(places, entry.times, chance)]
    going_on = Counter(town for shape, town in lived if not shape.over(order.until))
    since = oslo_date(order.until) - timedelta(days=(order.years + 2) * plan.YEAR)
    with bar("Kommuner", len(places)) as done, acting("owner"):
        staff: dict[Town, Staffing] = {}
        for town in places:
            staff[town] = set_up(town, going_on[town], chance=chance, since=since, at=order.until)
            done(1)
    registry = Registry()
    return [
        Life(shape, dressed(shape, staff[town].next(over=shape.over(order.until)), registry, chance))
        for shape, town in lived
    ]


def _places(places: Sequence[Town], times: int, chance: Random) -> list[Town]:
    return chance.choices(places, [town.share for town in places], k=times)


def moulds_of(shapes: Iterable[Shape], *, until: datetime, bar: Bar) -> dict[Shape, Mould]:
    """Play one life of each shape, in a municipality of stand-ins that is undone afterwards."""
    ordered = sorted(shapes, key=lambda shape: (shape.start, shape.chance))
    moulds: dict[Shape, Mould] = {}
    with bar("Støpeformer", len(ordered)) as done, transaction.atomic():
        with acting("owner"):
            municipality = add_municipality(MOULDED, "Qvxplace")
            crew = stand_ins(municipality, since=ordered[0].start - timedelta(days=plan.YEAR))
        foundry = Foundry(municipality, crew, until=until)
        for shape in ordered:
            moulds[shape] = foundry.take(shape)
            done(1)
        transaction.set_rollback(True)
    return moulds


def finish(at: datetime, bar: Bar) -> None:
    """What a service that has stood for years has: statistics, and a sealed journal."""
    with bar("Statistikk", 1) as done, connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
        done(1)
    with bar("Segl", 1) as done:
        seal(at=at)
        done(1)


def counts() -> dict[str, tuple[str, int]]:
    """Every table that has rows: what they are called, and how many there are."""
    with acting("owner"):
        found = {table: table.model._default_manager.count() for table in tables()}
    return {table.name: (str(table.model._meta.verbose_name), rows) for table, rows in found.items() if rows}
