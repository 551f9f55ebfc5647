"""What the pages read beside the room's own questions: bars, earlier hold-backs, next limits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Min, Prefetch, Q, QuerySet

from oppvekst.domain.cases.models import Case, HoldBack, Party
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person
from oppvekst.domain.people.rules import search_key
from oppvekst.ground.access.colleagues import duties
from oppvekst.ground.access.models import Bar, Duty, Emergency
from oppvekst.ground.agenda.models import OWN_ACCESS, Item
from oppvekst.ground.database.logins import TEAM, WIDE

# More would not be read.
ASKED_ABOUT = 5


def by_role(case: Case, *, today: date) -> QuerySet[Duty]:
    """Who sees this case by virtue of the role alone: the leader and the deputy, and, while it is open, its team's."""
    whole = Q(role__hat=WIDE)
    if case.team_id and case.state != Case.State.CLOSED:
        whole |= Q(role__hat=TEAM, team_id=case.team_id)
    return duties(case.municipality_id, today=today).filter(whole).order_by("role__title", "staff__name")


def bars(case_id: UUID) -> QuerySet[Bar]:
    """Who may never see it, and why (fvl § 6; bvl § 13-1)."""
    return Bar.objects.filter(case_id=case_id, ended_at=None).select_related("staff").order_by("given_at")


def broken(case_id: UUID) -> QuerySet[Emergency]:
    """Every emergency access to it, newest first."""
    return Emergency.objects.filter(case_id=case_id).select_related("staff").order_by("-opened_at")


def unseen(case_id: UUID) -> set[UUID]:
    """The accesses somebody gave herself that the leader has not looked at yet."""
    return set(Item.objects.filter(case_id=case_id, rule=OWN_ACCESS, open=True).values_list("subject", flat=True))


def namesakes(details: Details, case: Case) -> list[Person]:
    """Persons the reader may see who are called the same, with nothing that tells them apart, and are not in the case.

    Nobody is asked about when the number is typed: it tells who it is.
    """
    key = search_key(f"{details.given_name} {details.family_name}")
    if details.number or not key:
        return []
    there = Party.objects.filter(case=case, valid_to=None).values("person_id")
    alike = Person.objects.filter(municipality_id=case.municipality_id, search=key).exclude(id__in=there)
    if details.birth_date:
        alike = alike.filter(Q(birth_date=None) | Q(birth_date=details.birth_date))
    parts = Prefetch("parts", Party.objects.filter(valid_to=None).select_related("case__child").order_by("valid_from"))
    return list(alike.prefetch_related(parts).order_by("birth_date", "id")[:ASKED_ABOUT])


def hold_backs(case_id: UUID) -> QuerySet[HoldBack]:
    """Every hold-back there has been, oldest first."""
    return HoldBack.objects.filter(case_id=case_id).order_by("set_at")


def next_limits(case_ids: Iterable[UUID]) -> dict[UUID, date]:
    """The nearest open limit of each case, in one question."""
    found = Item.objects.filter(case_id__in=list(case_ids), open=True).exclude(due=None)
    nearest = found.values("case_id").annotate(next=Min("due")).values_list("case_id", "next")
    return {case_id: day for case_id, day in nearest if case_id}
