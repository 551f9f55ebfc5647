"""Concerns as the actor may see them, the children they may be about, and what came before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from oppvekst.domain.cases import queries as cases
from oppvekst.domain.cases.queries import Hit, find_child
from oppvekst.domain.concerns.models import Assessment, Concern, Passage
from oppvekst.domain.concerns.rules import MACHINE, REPORTERS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database import logins
from oppvekst.law.refusals import NotFound

LIKELY = 0.3
MARK_LENGTH = 16


@dataclass(frozen=True)
class Earlier:
    """An earlier concern about the same child: when, from what kind of reporter, and what became of it."""

    id: UUID
    number: str
    received_at: datetime
    state: str
    reporter_code: str

    @property
    def title(self) -> str:
        """What became of it, in words."""
        return MACHINE.state(self.state).title

    @property
    def reporter(self) -> str:
        """The kind of reporter; never the name."""
        return REPORTERS.get(self.reporter_code).text


def get_concern(concern_id: UUID) -> Concern:
    """The concern, with its sending, words and assessments, if it is there for you."""
    concern = (
        Concern.objects.select_related("enquiry", "case", "case__child")
        .prefetch_related(
            Prefetch("passages", Passage.objects.order_by("place")),
            Prefetch("assessments", Assessment.objects.order_by("at")),
        )
        .filter(id=concern_id)
        .first()
    )
    if concern is None:
        raise NotFound("Vi finner ikke denne meldingen blant dem du kan se.")
    return concern


def stand_of(concern: Concern) -> str:
    """A mark that changes whenever somebody takes, assesses, links, proposes, refuses or concludes."""
    stands = (
        concern.state, concern.handler, len(concern.assessments.all()), concern.case_id, concern.proposed, concern.proposed_by,
        concern.proposal_reasons, concern.refused_by, concern.concluded_at, concern.clarified, concern.consent_of_pregnant,
        concern.reported_born_on,
    )  # fmt: skip
    return hashlib.sha256(repr(stands).encode()).hexdigest()[:MARK_LENGTH]


def inbox(by: Actor) -> QuerySet[Concern]:
    """Concerns that are not concluded, oldest first: the whole queue, or those on this person's hands."""
    # Open is what is not concluded: so few rows have an index of their own, and the many old ones are never read.
    open_ones = Concern.objects.filter(municipality_id=by.municipality, concluded_at=None)
    mine = Q(handler=by.staff_id)
    if by.hat in (logins.INTAKE, logins.TEAM):
        mine |= Q(intake_queue=by.municipality)
    if by.hat == logins.ONCALL:
        mine |= Q(oncall_queue=by.municipality)
    found = open_ones if by.wide else open_ones.filter(mine)
    return found.select_related("enquiry", "case__child").order_by("received_at", "id")


def concerns_by_id(concern_ids: Iterable[UUID]) -> dict[UUID, Concern]:
    """Concerns with their child's case, by id, in one query."""
    return Concern.objects.select_related("case__child", "enquiry").in_bulk(list(concern_ids))


def of_case(case_id: UUID) -> QuerySet[Concern]:
    """The concerns of a case, newest first."""
    return Concern.objects.filter(case_id=case_id).select_related("enquiry").order_by("-received_at", "id")


def shows_where(concern: Concern) -> bool:
    """Whether the reader may know where the child is: nobody has protected it, or it is entrusted to her (bvl § 13-5 (3))."""
    return concern.case_id is None or cases.shows_where(concern.case_id)


def siblings(concern: Concern) -> QuerySet[Concern]:
    """The other children of the same sending."""
    others = Concern.objects.filter(enquiry_id=concern.enquiry_id).exclude(id=concern.id)
    return others.select_related("case__child").order_by("number")


def candidates(concern: Concern) -> list[Hit]:
    """Children with a case here that the concern may be about, best first (name as it sounds, birth date, number)."""
    if concern.case_id:
        return []
    hits = find_child(concern.child_name, born=concern.child_birth_date, number=concern.child_number, limit=8)
    return [hit for hit in hits if hit.score >= LIKELY]


def earlier(concern: Concern) -> list[Earlier]:
    """Earlier concerns about the child, once it is known who the child is."""
    if not concern.case_id:
        return []
    with connection.cursor() as cursor:
        cursor.execute("select * from access.earlier_concerns(%s)", [concern.case_id])
        return [found for found in (Earlier(*row) for row in cursor.fetchall()) if found.id != concern.id]
