"""What an investigation has collected, as the actor may see it. Each ``get_`` is the access check."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from oppvekst.domain.investigations.models import (
    ExpertOpinion,
    FieldNote,
    InformationRequest,
    Investigation,
    LeaderAct,
    PlanRow,
)
from oppvekst.law.refusals import NotFound

_CHILD = "investigation__case__child"
# A opinion that came, that the commission must assess and has not, and that somebody means to rely on.
UNASSESSED = Q(received_on__isnull=False, exemption="", remark_on=None, unused_reasons="")


def field_notes(investigation_id: UUID, *, kind: str = "") -> QuerySet[FieldNote]:
    """Visits, observations and talks, the newest first."""
    found = FieldNote.objects.filter(investigation_id=investigation_id)
    return (found.filter(kind=kind) if kind else found).order_by("-happened_at", "id")


def get_note(note_id: UUID) -> FieldNote:
    """One note, if the case is there for you."""
    found = FieldNote.objects.select_related(_CHILD, "corrects").filter(id=note_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette notatet blant sakene dine.")
    return found


def information_requests(investigation_id: UUID) -> QuerySet[InformationRequest]:
    """Who was asked, the newest first."""
    return InformationRequest.objects.filter(investigation_id=investigation_id).order_by("-asked_at", "id")


def get_asked(asked_id: UUID) -> InformationRequest:
    """One of them, if the case is there for you."""
    found = InformationRequest.objects.select_related(_CHILD, "document").filter(id=asked_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne innhentingen blant sakene dine.")
    return found


def expert_opinions(investigation_id: UUID) -> QuerySet[ExpertOpinion]:
    """Experts and their opinions, the newest first."""
    return ExpertOpinion.objects.filter(investigation_id=investigation_id).order_by("-ordered_at", "id")


def get_expert_opinion(opinion_id: UUID) -> ExpertOpinion:
    """One of them, if the case is there for you."""
    found = ExpertOpinion.objects.select_related(_CHILD, "document").filter(id=opinion_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne rapporten blant sakene dine.")
    return found


def unassessed(investigation_id: UUID) -> bool:
    """Whether a opinion lacks the commission's assessment, and is not set aside (bvl § 12-7 (1))."""
    return expert_opinions(investigation_id).filter(UNASSESSED).exists()


def leader_acts(investigation_id: UUID) -> QuerySet[LeaderAct]:
    """What the leader has decided in it, the newest first."""
    return LeaderAct.objects.filter(investigation_id=investigation_id).order_by("-decided_at", "id")


@dataclass(frozen=True)
class Tally:
    """How much there is of each, for the overview: as many questions for ten rows as for a thousand."""

    planned: int
    done: int
    waiting: int
    answered: int
    untold: int
    visits: int
    notes: int


def tally(investigation: Investigation) -> Tally:
    """How much has been planned, asked, answered and written down."""
    rows = PlanRow.objects.filter(investigation=investigation, struck_on=None).aggregate(
        planned=Count("id", filter=Q(done_on=None)), done=Count("id", filter=Q(done_on__isnull=False))
    )
    asked = InformationRequest.objects.filter(investigation=investigation, withdrawn_on=None).aggregate(
        waiting=Count("id", filter=Q(answered_on=None)), answered=Count("id", filter=Q(answered_on__isnull=False)),
        untold=Count("id", filter=Q(told_on=None)),
    )  # fmt: skip
    written = FieldNote.objects.filter(investigation=investigation, corrected_by=None).aggregate(
        notes=Count("id"),
        visits=Count("id", filter=Q(kind=FieldNote.Kind.HOME_VISIT, refused=False)),
    )
    return Tally(**rows, **asked, **written)
