"""Appeals, stays, reversals and claims for costs as the actor may see them. ``get_*`` is the only way to one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.decisions.models import Appeal, AppealStep, CostsClaim, Decision, Reversal, StayRequest
from oppvekst.domain.decisions.rules.appeal import life, stay
from oppvekst.domain.decisions.rules.appeal.costs import ChangedBy, CostsFacts
from oppvekst.domain.decisions.rules.appeal.facts import AppealFacts
from oppvekst.domain.decisions.rules.appeal.reversal import ReversalFacts
from oppvekst.domain.decisions.rules.appeal.standing import Appellant
from oppvekst.domain.decisions.rules.appeal.stay import StayFacts
from oppvekst.domain.decisions.rules.appeal.time import SPOKEN, Came, Channel, Timing, timing_of
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound

OVER = frozenset({life.FOLLOWED_UP, life.REJECTED, life.WITHDRAWN})
DATES = ("outcome_on", "detriment_told_on")


def get_appeal(appeal_id: UUID) -> Appeal:
    """The appeal, if it is there for you."""
    found = (
        Appeal.objects.select_related("case__child", "decision", "addressee", "new_decision")
        .filter(id=appeal_id)
        .first()
    )
    if found is None:
        raise NotFound("Vi finner ikke denne klagen blant sakene dine.")
    return found


def get_stay(stay_id: UUID) -> StayRequest:
    """The request for a stay, if it is there for you."""
    found = StayRequest.objects.select_related("case__child", "decision", "appeal").filter(id=stay_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne anmodningen blant sakene dine.")
    return found


def get_costs(costs_id: UUID) -> CostsClaim:
    """The claim for costs, if it is there for you."""
    found = CostsClaim.objects.select_related("case__child", "decision", "appeal").filter(id=costs_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette kravet blant sakene dine.")
    return found


def appeals_of(decision_id: UUID) -> QuerySet[Appeal]:
    """The appeals against a decision, in the order they came."""
    return Appeal.objects.filter(decision_id=decision_id).order_by("received_at", "id")


def appeals_of_case(case_id: UUID) -> QuerySet[Appeal]:
    """The appeals in a case, newest first."""
    return Appeal.objects.filter(case_id=case_id).select_related("decision").order_by("-received_at", "id")


def stays_of(decision_id: UUID) -> QuerySet[StayRequest]:
    """Whoever asked that a decision waits, and what was answered."""
    return StayRequest.objects.filter(decision_id=decision_id).order_by("asked_on", "id")


def costs_of(decision_id: UUID) -> QuerySet[CostsClaim]:
    """The claims for costs that follow from a decision that was changed."""
    return CostsClaim.objects.filter(decision_id=decision_id).order_by("claimed_on", "id")


def reversals_of(decision_id: UUID) -> QuerySet[Reversal]:
    """Why a decision was reversed."""
    return Reversal.objects.filter(decision_id=decision_id).select_related("new_decision").order_by("at", "id")


def steps_of(appeal_id: UUID) -> QuerySet[AppealStep]:
    """What was written at each step, in order."""
    return AppealStep.objects.filter(appeal_id=appeal_id).order_by("at", "id")


def appeals_by_id(ids: Iterable[UUID]) -> dict[UUID, Appeal]:
    """Appeals by id, in one query."""
    return Appeal.objects.select_related("decision").in_bulk(list(ids))


def is_stayed(decision_id: UUID) -> bool:
    """Whether the decision waits now (fvl § 42): whoever is about to carry it out asks this first."""
    return StayRequest.objects.filter(decision_id=decision_id, state=stay.GRANTED).exists()


def is_appealed(decision_id: UUID) -> bool:
    """Whether an appeal against the decision is not finished."""
    return Appeal.objects.filter(decision_id=decision_id).exclude(state__in=OVER).exists()


def legal_sections(decision: Decision) -> tuple[str, ...]:
    """The sections the decision rests on, the main one first."""
    return tuple(str(basis["section"]) for basis in decision.bases if basis.get("section"))


def timing(appeal: Appeal) -> Timing:
    """Whether it came in time, with the counting told (fvl §§ 29-31)."""
    decided = appeal.decision.signed_at or appeal.received_at
    return timing_of(
        Came(
            channel=Channel(appeal.channel), received_on=oslo_date(appeal.received_at), decided_on=oslo_date(decided),
            due=appeal.due, posted_on=appeal.posted_on, first_sent_on=appeal.first_sent_on, knew_lost_on=appeal.knew_lost_on,
            never_notified=appeal.never_notified, knew_on=appeal.knew_on,
            grants_right_to_another=appeal.grants_right_to_another,
        )
    )  # fmt: skip


def facts_of(appeal: Appeal, *, on: date, **typed: Any) -> AppealFacts:
    """The facts as the rules ask for them: what was registered, what each step wrote, and what is being written now."""
    said: dict[str, Any] = {}
    for step in steps_of(appeal.id):
        said |= step.said
    words = {name: value for name, value in (said | typed).items() if name in AppealFacts.__dataclass_fields__}
    for name in DATES:
        if isinstance(words.get(name), str):
            words[name] = date.fromisoformat(words[name])
    words["enclosures"] = tuple(words.get("enclosures", ()))
    return AppealFacts(**(_registered(appeal, on) | words))


def _registered(appeal: Appeal, on: date) -> dict[str, Any]:
    return {
        "on": on, "sections": legal_sections(appeal.decision), "decision_signed": appeal.decision.signed_at is not None,
        "appellant": Appellant(appeal.appellant), "over_standing": appeal.over_standing, "interest": appeal.interest,
        "represented": bool(appeal.represented_by), "lawyer": appeal.represented_is == "lawyer",
        "authority_shown": appeal.authority_shown, "spoken": Channel(appeal.channel) in SPOKEN, "says": appeal.says,
        "read_back": appeal.read_back, "timing": timing(appeal), "new_decision": appeal.new_decision_id is not None,
        "new_signed": appeal.new_decision is not None and appeal.new_decision.signed_at is not None,
        "sent_on": oslo_date(appeal.sent_at) if appeal.sent_at else None, "costs_told": appeal.costs_told_on is not None,
        "complete_by": appeal.complete_by, "received_on": oslo_date(appeal.received_at), "in_favour": appeal.in_favour,
    }  # fmt: skip


def stay_facts(found: StayRequest, **typed: Any) -> StayFacts:
    """The facts of a stay, with what is being written now."""
    stands = found.decision.state not in {"reversed", "annulled", "lapsed"}
    return StayFacts(**({"decision_stands": stands} | typed))


def costs_facts(found: CostsClaim, **typed: Any) -> CostsFacts:
    """The facts of a claim for costs, with what is being written now."""
    known: dict[str, Any] = {
        "changed_in_favour": found.changed_in_favour, "changed_by": ChangedBy(found.changed_by), "amount": found.amount,
        "reached_on": found.reached_on, "claimed_on": found.claimed_on,
    }  # fmt: skip
    return CostsFacts(**(known | typed))


def reversal_facts(decision: Decision, **typed: Any) -> ReversalFacts:
    """The facts of a reversal, with what is being written now."""
    decided = Appeal.objects.filter(decision=decision).exclude(outcome="").order_by("-outcome_on").first()
    known: dict[str, Any] = {
        "signed": decision.signed_at is not None,
        "anybody_reached": decision.addressees.exclude(reached_on=None).exists(),
        "decided_by_appeal_body": decided.outcome if decided else "",
        "appeal_open": is_appealed(decision.id),
    }
    return ReversalFacts(**(known | typed))
