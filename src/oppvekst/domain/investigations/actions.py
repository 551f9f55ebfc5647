"""Opening an investigation with its limits (bvl § 2-2; D11-D13). The act that links it to the concern lives here."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.actions import assign
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.concerns.actions.conclude import ENDING
from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import facts_of as facts_of_concern
from oppvekst.domain.concerns.rules import MACHINE as CONCERN
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of, get_investigation, is_open
from oppvekst.domain.investigations.rules import (
    INVESTIGATION,
    MACHINE,
    PLAN,
    InvestigationFacts,
    latest_due,
    ordinary_due,
    three_month_start,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, counted, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, last_working_day, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

TO_INVESTIGATION_CODE = "2"


def open_investigation(concern_id: UUID, *, reasons: str, responsible: UUID, by: Actor, at: datetime) -> Investigation:
    """Open an investigation from a concern (bvl § 2-2 (1)), counted from the end of the week of review (D11).

    The concern is concluded in the same transaction: one is not open without the other being closed.
    """
    with act("investigation.opened", by=by, at=at, right="investigation.open", law="bvl § 2-2 (1)") as entry:
        concern = _concluded(concern_id, reasons, by, at)
        investigation = _opened(concern, reasons, by, at)
        _settle(investigation, responsible)
        due = in_words(ordinary_due(facts_of(investigation)).due)  # type: ignore[arg-type]
        entry.about(
            investigation.id, case_id=investigation.case_id, says=f"Undersøkelse åpnet. Skal være ferdig {due}.",
            concern=str(concern.id),
        )  # fmt: skip
        # Last: with its conclusion the concern leaves the queues.
        concern.save(update_fields=ENDING)
    assign(investigation.case_id, responsible, by=by, at=at)
    return investigation


def save_plan(investigation_id: UUID, plan: dict[str, str], *, by: Actor, at: datetime) -> None:
    """Save the investigation plan (bvl § 2-2 (3)) and start by it."""
    if not any(text.strip() for text in plan.values()):
        raise Incomplete({"questions": "Skriv hvilke spørsmål undersøkelsen skal svare på."})
    with act("investigation.planned", by=by, at=at, right="investigation.plan", law="bvl § 2-2 (3)") as entry:
        investigation = get_investigation(investigation_id)
        investigation.plan, investigation.plan_saved_at = plan, at
        if investigation.state == MACHINE.initial:
            investigation.state = MACHINE.take(investigation.state, "start", facts_of(investigation))
        investigation.save(update_fields=["plan", "plan_saved_at", "state"])
        _settle(investigation, investigation.case.responsible)
        entry.about(investigation.id, case_id=investigation.case_id, says="Undersøkelsesplanen ble lagret.")


def extend(investigation_id: UUID, *, reasons: str, new_due: date | None, by: Actor, at: datetime) -> None:
    """Extend to at most six months in total, with special reasons, before the three are over (D12)."""
    with act("investigation.extended", by=by, at=at, right="investigation.extend", law="bvl § 2-2 (2)") as entry:
        investigation = get_investigation(investigation_id)
        investigation.extension_reasons, investigation.extended_to = reasons.strip(), new_due
        investigation.extension_decided_on = oslo_date(at)
        investigation.state = MACHINE.take(investigation.state, "extend", facts_of(investigation))
        investigation.save(update_fields=["extension_reasons", "extended_to", "extension_decided_on", "state"])
        _settle(investigation, investigation.case.responsible)
        told = in_words(investigation.extended_to) if investigation.extended_to else ""
        entry.about(
            investigation.id, case_id=investigation.case_id, says=f"Undersøkelsen utvidet til {told}: {reasons}"
        )


def limits_of(investigation: Investigation, responsible: UUID | None) -> Subject:
    """What an investigation puts on the agenda: its end (D11 or D12) and its plan (D13)."""
    done = investigation.concluded_on
    plan_done = oslo_date(investigation.plan_saved_at) if investigation.plan_saved_at else None
    planned = (
        _end(investigation, responsible, done),
        counted(
            PLAN.due(investigation.opened_on), "Lag undersøkelsesplan", assignee=responsible, done_on=plan_done or done
        ),
    )
    return Subject(investigation.id, "investigation", investigation.municipality_id, investigation.case_id, planned)


def _end(investigation: Investigation, responsible: UUID | None, done: date | None) -> Planned:
    facts = facts_of(investigation)
    if investigation.extended_to is None:
        return counted(ordinary_due(facts), "Avslutt undersøkelsen", assignee=responsible, done_on=done)
    latest = latest_due(facts)
    told = f"Utvidet {in_words(investigation.extension_decided_on)} til {in_words(investigation.extended_to)}."  # type: ignore[arg-type]
    return Planned(
        INVESTIGATION.id, "Avslutt undersøkelsen (utvidet)", due=investigation.extended_to, start=latest.start,
        target=last_working_day(investigation.extended_to), steps=(*latest.steps, told), law=str(latest.rule.citation),
        interpretation=latest.interpretation or "", assignee=responsible, done_on=done,
    )  # fmt: skip


def _concluded(concern_id: UUID, reasons: str, by: Actor, at: datetime) -> Concern:
    concern = locked(concern_id)
    if concern.case_id is None:
        raise Incomplete({"child": "Finn ut hvem barnet er først. Undersøkelsen føres i barnets egen journal."})
    get_case(concern.case_id)
    if is_open(concern.case_id):
        raise NotAllowed("Det pågår allerede en undersøkelse av dette barnet. Legg meldingen til den.")
    if concern.proposed == "open_investigation":
        reasons = reasons.strip() or concern.proposal_reasons
    facts = facts_of_concern(
        concern, today=oslo_date(at), reasonable_ground=reasons, conclusion_code=TO_INVESTIGATION_CODE,
        concluded_by=concern.proposed_by or by.person, confirmed_by=by.person,
    )  # fmt: skip
    concern.state = CONCERN.take(concern.state, "open_investigation", facts)
    concern.conclusion, concern.reasons, concern.proposed = TO_INVESTIGATION_CODE, reasons, ""
    concern.concluded_at, concern.concluded_by, concern.confirmed_by = at, facts.concluded_by, by.person
    concern.recipient, concern.acknowledged_at = "", None
    settle_limits(concern)
    return concern


def _opened(concern: Concern, reasons: str, by: Actor, at: datetime) -> Investigation:
    received = oslo_date(concern.received_at)
    assert concern.case_id
    return Investigation.objects.create(
        municipality_id=by.municipality, case_id=concern.case_id, concern=concern, state=MACHINE.initial,
        received_on=received, opened_on=oslo_date(at), opened_by=by.person, reasons=reasons.strip() or concern.reasons,
        three_months_from=three_month_start(InvestigationFacts(received_on=received)),
    )  # fmt: skip


def _settle(investigation: Investigation, responsible: UUID | None) -> None:
    settle(limits_of(investigation, responsible))
