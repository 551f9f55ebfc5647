"""What holds a case open, how it was closed, and what the family reads of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from oppvekst.domain.cases.models import Case, Closing
from oppvekst.domain.cases.queries.case import hold_back
from oppvekst.domain.cases.rules.closing import LAW, Holding, Holds
from oppvekst.ground.agenda.models import EMERGENCY, OWN_ACCESS, SAMPLE, Item
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotFound

# The leader's own looking over is no work in the case, and goes on after it is closed.
LOOKED_OVER = (OWN_ACCESS, EMERGENCY, SAMPLE)
ON_THE_PAGE = ("id", "child_name", "words", "closed_at", "language")


@dataclass(frozen=True)
class Shut:
    """A closed case before anybody has given a reason for opening it: a number and a day."""

    id: UUID
    number: str
    closed_at: datetime | None


def in_the_way(case_id: UUID, holds: Iterable[Holds], *, today: date) -> list[Holding]:
    """Everything that holds the case open: what each room says, the switch, and what else stands on somebody's agenda."""
    told = [one for hold in holds for one in hold(case_id, today=today)]
    own = list(_own(case_id))
    subjects = {one.subject for one in (*told, *own)}
    return [*told, *own, *_agenda(case_id, subjects)]


def closings(case_id: UUID) -> QuerySet[Closing]:
    """Each time it was closed, the newest first."""
    return Closing.objects.filter(case_id=case_id).order_by("-closed_at", "id")


def standing_closing(case_id: UUID) -> Closing | None:
    """How it was closed, if it is closed now."""
    return closings(case_id).filter(reopened_at=None).first()


def closed_cases() -> list[Shut]:
    """The closed cases of the municipality, for whoever leads it, newest first."""
    with connection.cursor() as cursor:
        cursor.execute("select * from access.closed_cases()")
        return [Shut(*row) for row in cursor.fetchall()]


def must_be_there(case_id: UUID) -> None:
    """Refuse what is no case of whoever leads the service, open or closed, without saying which it is."""
    if not (Case.objects.filter(id=case_id).exists() or case_id in {one.id for one in closed_cases()}):
        raise NotFound("Vi finner ikke denne saken blant dem du har tilgang til.")


def my_closings() -> QuerySet[Closing]:
    """The closed cases that whoever has logged in at My page is told of; only what stands on the page."""
    return Closing.objects.only(*ON_THE_PAGE).order_by("-closed_at", "id")


def my_closing(closing_id: UUID) -> Closing:
    """One of them, if it is there for her."""
    found = my_closings().filter(id=closing_id).first()
    if found is None:
        raise NotFound(_("Vi finner ikke dette. Det kan være tatt bort, eller det er ikke delt med deg."))
    return found


def _own(case_id: UUID) -> Iterator[Holding]:
    switch = hold_back(case_id)
    if switch:
        told = "Alt holdes tilbake fra foreldrene. Løft sperren først, når det er trygt."
        yield Holding(told, bvl("1-3") & bvl("12-6"), "case-hold", case_id)


def _agenda(case_id: UUID, told: set[UUID | None]) -> Iterator[Holding]:
    """What no room has told already."""
    waiting = (
        Item.objects.filter(case_id=case_id, open=True).exclude(rule__in=LOOKED_OVER).exclude(subject_kind="hold_back")
    )
    for item in waiting.order_by("due", "id"):
        if item.subject not in told:
            by = f", frist {in_words(item.due)}" if item.due else ""
            yield Holding(f"«{item.title}» står på arbeidslista{by}.", LAW, "case", case_id)
