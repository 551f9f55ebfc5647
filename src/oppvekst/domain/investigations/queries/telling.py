"""The investigation as the family may follow it. What it may be told, the database says; nothing is left out by us."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from oppvekst.domain.cases.models import MyPage, Party
from oppvekst.domain.cases.queries import opened_pages, parties
from oppvekst.domain.investigations.models import FamilyTold, Investigation
from oppvekst.domain.investigations.rules import InvestigationFacts, ordinary_due
from oppvekst.domain.investigations.rules.telling import may_follow
from oppvekst.law.refusals import NotFound
from oppvekst.law.verdict import Verdict

PARENTS = (Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT)


@dataclass(frozen=True, slots=True)
class Followed:
    """What one of the family reads of an investigation that goes on."""

    id: UUID
    child: str
    opened_on: date
    due: date | None
    extended: bool
    why_longer: str
    reasons: str
    texts: dict[str, str]
    rows: list[dict[str, Any]]
    asked: list[dict[str, Any]]
    hidden: bool
    told_on: date | None = None
    noted_at: datetime | None = None


@dataclass(frozen=True)
class OneOfFamily:
    """One who may be told, or may not and why, and how it stands."""

    party: Party
    may: Verdict
    told: FamilyTold | None
    page: MyPage | None


def my_investigations() -> list[Followed]:
    """What whoever has logged in at My page may follow, the newest told first (bvl § 12-3; fvl § 18)."""
    return [_followed(row) for row in _asked("select access.my_investigations()")]


def get_my_investigation(investigation_id: UUID) -> Followed:
    """One of them, if it is there for her."""
    found = next((one for one in my_investigations() if one.id == investigation_id), None)
    if found is None:
        raise NotFound(_("Vi finner ikke dette. Det kan være ferdig, eller det er ikke delt med deg."))
    return found


def shown_to_family(investigation_id: UUID) -> Followed | None:
    """The same as the family sees it, for whoever has the case at the desk."""
    rows = _asked("select access.shown_to_family(%s)", investigation_id)
    return _followed(rows[0]) if rows else None


def family_of(found: Investigation, *, today: date) -> list[OneOfFamily]:
    """The child and the parents, with who may follow it and who has been told."""
    told = {one.person_id: one for one in FamilyTold.objects.filter(investigation=found, taken_back_at=None)}
    pages = opened_pages(found.case_id)
    return [
        OneOfFamily(party, _may(party, today), told.get(party.person_id), pages.get(party.person_id))
        for party in parties(found.case)
        if party.part in PARENTS or party.part == Party.Part.CHILD
    ]


def told_in_words(investigation_id: UUID) -> str:
    """Who of the family has been told, by first name."""
    found = FamilyTold.objects.filter(investigation_id=investigation_id, taken_back_at=None).order_by("told_on", "id")
    return " og ".join(name for name in found.values_list("person__given_name", flat=True) if name)


def get_told(told_id: UUID) -> FamilyTold:
    """That somebody was told, if the case is there for you."""
    found = FamilyTold.objects.select_related("investigation__case__child", "person").filter(id=told_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette blant sakene dine.")
    return found


def _may(party: Party, today: date) -> Verdict:
    return may_follow(
        parent=party.part in PARENTS, responsible=party.parental_responsibility, child=party.part == Party.Part.CHILD,
        born=party.person.birth_date, today=today,
    )  # fmt: skip


def _asked(question: str, *values: UUID) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in cursor.fetchall() if row[0]]


def _followed(row: dict[str, Any]) -> Followed:
    return Followed(
        id=UUID(row["id"]), child=row["child"], opened_on=date.fromisoformat(row["opened"]), due=_due(row),
        extended=bool(row["extended"]), why_longer=row["why_longer"], reasons=row["reasons"], texts=row["texts"],
        rows=[one | {"due": date.fromisoformat(one["due"])} for one in row["rows"]],
        asked=[one | {"on": _day(one["on"]), "answered": _day(one["answered"])} for one in row["asked"]],
        hidden=row["hidden"], told_on=_day(row.get("told")), noted_at=_moment(row.get("noted")),
    )  # fmt: skip


def _due(row: dict[str, Any]) -> date | None:
    """The limit as the family knows it: an extension counts from when they have been told of it."""
    if row["extended"]:
        return _day(row["extended"])
    facts = InvestigationFacts(received_on=_day(row["received"]), reopened_on=_day(row["reopened"]))
    return ordinary_due(facts).due


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
