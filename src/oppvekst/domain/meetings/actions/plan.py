"""The individual plan: wished for, consented to, written, refused or ended (bvl § 15-9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.meetings.actions.limits import settle_plan
from oppvekst.domain.meetings.models import PLAN_CHANGES, IndividualPlan
from oppvekst.domain.meetings.rules import CONTENTS, NEEDS_CONSENT, ONE_ONLY, PLAN_LAW, WRITE
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

# Who says no is who signs the decision, in the room of decisions.
SIGN = "decision.sign"


def begin_plan(case_id: UUID, *, wished_on: date, by: Actor, at: datetime) -> IndividualPlan:
    """Somebody wishes for an individual plan: one a child, never a second beside it (bvl § 15-9)."""
    with act("individual_plan.wished", by=by, at=at, right=WRITE, law=PLAN_LAW) as entry:
        case = get_case(case_id)
        if IndividualPlan.objects.filter(case=case, ended_on=None).exists():
            raise NotAllowed(ONE_ONLY, PLAN_LAW)
        if wished_on > oslo_date(at):
            raise Incomplete({"wished_on": "Dagen har ikke vært ennå."})
        plan = IndividualPlan.objects.create(
            municipality_id=by.municipality, case=case, wished_on=wished_on, opened_by=by.person, opened_at=at
        )
        settle_plan(plan)
        entry.about(plan.id, case_id=case.id, says="Individuell plan er ønsket.")
    return plan


def consent_to_plan(case_id: UUID, consented_by: str, *, on: date, by: Actor, at: datetime) -> None:
    """Who has said yes to the plan, and when (bvl § 15-9)."""
    with act("individual_plan.consented", by=by, at=at, right=WRITE, law=PLAN_LAW) as entry:
        plan = _open(case_id)
        if not consented_by.strip():
            raise Incomplete({"consented_by": NEEDS_CONSENT})
        if on > oslo_date(at):
            raise Incomplete({"on": "Dagen har ikke vært ennå."})
        plan.consented_by, plan.consented_on, plan.withdrawn_on = consented_by.strip(), on, None
        _save(plan)
        entry.about(plan.id, case_id=case_id, says="Det er samtykket til individuell plan.")


def withdraw_plan(case_id: UUID, *, on: date, by: Actor, at: datetime) -> None:
    """The consent is taken back: the plan ends, and what stood in it stays in the journal (bvl § 15-9)."""
    with act("individual_plan.withdrawn", by=by, at=at, right=WRITE, law=PLAN_LAW) as entry:
        plan = _open(case_id)
        plan.withdrawn_on = plan.ended_on = on
        _save(plan)
        entry.about(plan.id, case_id=case_id, says="Samtykket til individuell plan er trukket.")


def save_plan(
    case_id: UUID, sections: Mapping[str, str], *, coordinator: str = "", review_on: date | None = None, by: Actor,
    at: datetime,
) -> None:  # fmt: skip
    """Write the plan's contents (forskrift om individuell plan § 9), when it is consented to."""
    with act("individual_plan.written", by=by, at=at, right=WRITE, law=PLAN_LAW) as entry:
        plan = _open(case_id)
        if plan.consented_on is None:
            raise NotAllowed(NEEDS_CONSENT, PLAN_LAW)
        plan.sections = {name: sections.get(name, "").strip() for name in CONTENTS}
        plan.coordinator_name, plan.review_on = coordinator.strip(), review_on
        plan.saved_at, plan.saved_by_name = at, by.name
        _save(plan)
        entry.about(plan.id, case_id=case_id, says="Den individuelle planen er skrevet.")


def refuse_plan(case_id: UUID, decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """No to an individual plan, in the signed decision that says why; it can be appealed (bvl §§ 12-9, 15-9)."""
    with act("individual_plan.refused", by=by, at=at, right=SIGN, law=PLAN_LAW) as entry:
        plan = _open(case_id)
        plan.refused_on = plan.ended_on = oslo_date(at)
        plan.refused_in = decision_id
        _save(plan)
        entry.about(
            plan.id, case_id=case_id, says="Individuell plan er avslått i et vedtak.", decision=str(decision_id)
        )


def _open(case_id: UUID) -> IndividualPlan:
    plan = IndividualPlan.objects.select_related("case").filter(case_id=get_case(case_id).id, ended_on=None).first()
    if plan is None:
        raise NotAllowed("Barnet har ingen individuell plan nå.")
    return plan


def _save(plan: IndividualPlan) -> None:
    plan.save(update_fields=PLAN_CHANGES)
    settle_plan(plan)
