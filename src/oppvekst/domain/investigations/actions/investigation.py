"""Opening an investigation with its limits (bvl § 2-2; D11-D13). The acts that link it to a concern live here."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.actions import assign
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.concerns.actions import conclude, leave_queue, locked
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import ADD_TO_INVESTIGATION, OPEN_INVESTIGATION, only_code
from oppvekst.domain.concerns.rules import MACHINE as CONCERN
from oppvekst.domain.concerns.rules import RIGHTS as OF_CONCERN
from oppvekst.domain.investigations.actions.limits import settle_investigation
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of, is_open
from oppvekst.domain.investigations.rules import (
    MACHINE,
    InvestigationFacts,
    ordinary_due,
    three_month_start,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed


def open_investigation(concern_id: UUID, *, reasons: str, responsible: UUID, by: Actor, at: datetime) -> Investigation:
    """Open an investigation from a concern (bvl § 2-2 (1)), counted from the end of the week of review (D11).

    The concern is concluded in the same transaction: one is not open without the other being closed.
    """
    step = CONCERN.step(OPEN_INVESTIGATION)
    with act("investigation.opened", by=by, at=at, right=OF_CONCERN[OPEN_INVESTIGATION], law=step.citation) as entry:
        concern = _concluded(concern_id, reasons, by, at)
        investigation = _opened(concern, reasons, by, at)
        settle_investigation(investigation, responsible)
        due = in_words(ordinary_due(facts_of(investigation)).due)  # type: ignore[arg-type]
        entry.about(
            investigation.id, case_id=investigation.case_id, says=f"Undersøkelse åpnet. Skal være ferdig {due}.",
            concern=str(concern.id),
        )  # fmt: skip
        leave_queue(concern)
    assign(investigation.case_id, responsible, by=by, at=at)
    return investigation


def add_concern(concern_id: UUID, *, assessed: str, read: str = "", by: Actor, at: datetime) -> None:
    """Add a concern to the investigation of the child that is open (bvl §§ 2-1, 2-2): its scope is assessed anew."""
    step = CONCERN.step(ADD_TO_INVESTIGATION)
    with act(f"concern.{step.name}", by=by, at=at, right=OF_CONCERN[ADD_TO_INVESTIGATION], law=step.citation) as entry:
        concern = locked(concern_id, read=read)
        conclude(
            concern, step.name, by=by, at=at, reasons=assessed, conclusion_code=only_code(step.name),
            investigation_open=is_open(concern.case_id), assessed_anew=assessed,
        )  # fmt: skip
        says = f"{step.title}. {concern.reasons}".strip()
        entry.about(concern.id, case_id=concern.case_id, says=says, code=concern.conclusion)
        leave_queue(concern)


def _concluded(concern_id: UUID, reasons: str, by: Actor, at: datetime) -> Concern:
    concern = locked(concern_id)
    if concern.case_id is None:
        raise Incomplete({"child": "Finn ut hvem barnet er først. Undersøkelsen føres i barnets egen journal."})
    get_case(concern.case_id)
    if is_open(concern.case_id):
        raise NotAllowed("Det pågår allerede en undersøkelse av dette barnet. Legg meldingen til den.")
    if concern.proposed == OPEN_INVESTIGATION:
        reasons = reasons.strip() or concern.proposal_reasons
    conclude(
        concern, OPEN_INVESTIGATION, by=by, at=at, reasons=reasons, reasonable_ground=reasons,
        conclusion_code=only_code(OPEN_INVESTIGATION), concluded_by=concern.proposed_by or by.person, confirmed_by=by.person,
    )  # fmt: skip
    return concern


def _opened(concern: Concern, reasons: str, by: Actor, at: datetime) -> Investigation:
    received = oslo_date(concern.received_at)
    assert concern.case_id
    return Investigation.objects.create(
        municipality_id=by.municipality, case_id=concern.case_id, concern=concern, state=MACHINE.initial,
        received_on=received, opened_on=oslo_date(at), opened_by=by.person, reasons=reasons.strip() or concern.reasons,
        three_months_from=three_month_start(InvestigationFacts(received_on=received)),
    )  # fmt: skip
