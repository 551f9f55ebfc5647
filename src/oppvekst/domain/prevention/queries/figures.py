"""The year in figures, as they may be told to anybody: a small number is hidden, and so is what would give it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from oppvekst.domain.prevention.models import (
    Activity,
    AgreedDiscussion,
    Evening,
    Group,
    HeldDiscussion,
    Request,
    SignUp,
)
from oppvekst.domain.prevention.queries.requests import call_back_limit, must_see
from oppvekst.domain.prevention.rules import (
    ACTIVITIES,
    AGES,
    BODIES,
    CONFIRMED,
    TOPICS,
    WAYS,
    Told,
    told,
    told_table,
)
from oppvekst.domain.prevention.rules.figures import NOT_TOLD
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import OSLO, oslo_date

KEPT, LATE = "kept", "late"
# Noted as nobody at all: the evening was not held, or was noted on the wrong day.
NOT_HELD = Q(families=0, adults=0, children=0)


@dataclass(frozen=True)
class Table:
    """One table: what its rows are called, and what may be told of each."""

    key: str
    title: str
    names: Mapping[str, str]
    told: Told

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Each row's name and what may be told of it."""
        return [(self.names[key], word) for key, word in self.told.rows.items()]


@dataclass(frozen=True)
class Year:
    """A year of the preventive service. Persons are told with care; our own meetings are counted as they are."""

    year: int
    discussions: str
    minutes: str
    agreed: str
    tables: tuple[Table, ...]
    groups: int
    evenings: int
    families: str
    activities: tuple[tuple[str, int, str], ...]
    reached: str
    answers: Table

    @property
    def first(self) -> list[tuple[str, str]]:
        """What stands first: the year in one glance."""
        return [
            ("Anonyme drøftinger", self.discussions), ("Minutter brukt på dem", self.minutes),
            ("Drøftinger med samtykke", self.agreed), ("Grupper", str(self.groups)),
            ("Gruppekvelder", str(self.evenings)), ("Familier i gruppene", self.families),
        ]  # fmt: skip

    @property
    def activity_count(self) -> int:
        """All that was done with others."""
        return sum(number for _name, number, _reached in self.activities)


def years(by: Actor, *, today: date) -> list[int]:
    """The years there is anything to tell of, this one first."""
    must_see(by)
    here = {"municipality_id": by.municipality}
    found = {today.year}
    for rows, day in (
        (HeldDiscussion.objects.filter(**here), "held_on"), (Activity.objects.filter(**here), "held_on"),
        (Evening.objects.filter(**here), "held_on"),
    ):  # fmt: skip
        found |= set(rows.annotate(year=ExtractYear(day)).values_list("year", flat=True).distinct())
    return sorted(found, reverse=True)


def yearly(year: int, *, by: Actor) -> Year:
    """The figures of a year (bvl § 15-1). They are told by whole years alone, so that two periods cannot be compared."""
    must_see(by)
    here = {"municipality_id": by.municipality}
    held = HeldDiscussion.objects.filter(**here, held_on__year=year, taken_back_at=None)
    number = held.count()
    evenings = Evening.objects.filter(**here, held_on__year=year).exclude(NOT_HELD)
    groups = Group.objects.filter(id__in=evenings.values("group"))
    done, reached = _activities(Activity.objects.filter(**here, held_on__year=year, taken_back_at=None))
    return Year(
        year=year,
        discussions=told(number),
        minutes=_if_told(number, held.aggregate(spent=Sum("minutes", default=0))["spent"]),
        agreed=told(AgreedDiscussion.objects.filter(**here, held_on__year=year).count()),
        tables=_tables(held),
        groups=groups.count(),
        evenings=evenings.count(),
        families=told(SignUp.objects.filter(group__in=groups, state=CONFIRMED).count()),
        activities=done,
        reached=reached,
        answers=_answers(Request.objects.filter(**here, answered_at__isnull=False), year),
    )


def _tables(held: QuerySet[HeldDiscussion]) -> tuple[Table, ...]:
    return tuple(
        Table(key, title, names, told_table(dict.fromkeys(names, 0) | _counted(held, key)))
        for key, title, names in (
            ("topic", "Tema", TOPICS), ("body", "Hvem som ville drøfte", BODIES), ("age", "Alder", AGES),
            ("way", "Hvordan", WAYS),
        )
    )  # fmt: skip


def _counted(held: QuerySet[HeldDiscussion], column: str) -> dict[str, int]:
    return dict(held.order_by().values_list(column).annotate(number=Count("id")))


def _activities(rows: QuerySet[Activity]) -> tuple[tuple[tuple[str, int, str], ...], str]:
    asked = rows.order_by().values_list("kind").annotate(number=Count("id"), reach=Sum("reached", default=0))
    counted = {kind: (number, reach) for kind, number, reach in asked}
    # What was not done reached nobody, as the number beside it says already: it hides nothing among the others.
    reached = told_table({str(kind): reach for kind, (_number, reach) in counted.items()})
    return tuple(
        (name, counted.get(kind, (0, 0))[0], reached.rows.get(kind, told(0))) for kind, name in ACTIVITIES.items()
    ), reached.total


def _answers(answered: QuerySet[Request], year: int) -> Table:
    """How many were called back in time, of those who asked that year (municipal practice)."""
    asked = list(answered.filter(_received_in(year)))
    kept = sum(_kept(row) for row in asked)
    names = {KEPT: "Innen fristen", LATE: "Etter fristen"}
    return Table("answers", "Tid til vi ringte tilbake", names, told_table({KEPT: kept, LATE: len(asked) - kept}))


def _kept(row: Request) -> bool:
    due = call_back_limit(row).due
    return bool(row.answered_at and due and oslo_date(row.answered_at) <= due)


def _received_in(year: int) -> Q:
    return Q(received_at__gte=datetime(year, 1, 1, tzinfo=OSLO), received_at__lt=datetime(year + 1, 1, 1, tzinfo=OSLO))


def _if_told(number: int, minutes: int) -> str:
    """How long they took is told when how many they were is."""
    return str(minutes) if told(number).isdigit() else NOT_TOLD
