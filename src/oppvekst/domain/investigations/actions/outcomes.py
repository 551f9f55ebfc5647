"""Ending an investigation (bvl § 2-5) and opening it again. The room of decisions performs them, with what it knows."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.actions import assign
from oppvekst.domain.concerns.actions import investigation_ended
from oppvekst.domain.investigations.actions.held import held
from oppvekst.domain.investigations.actions.limits import settle_all, settle_investigation
from oppvekst.domain.investigations.actions.voice import PARTICIPATION, say_participation
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of, is_open, unassessed
from oppvekst.domain.investigations.rules import (
    BEGIN_CONCLUDING,
    CLOSED_DISMISSED_WITH_REOPEN,
    CONCLUSIONS,
    DECIDE_MEASURES,
    MACHINE,
    PARTICIPATIONS,
    PETITION,
    REOPEN,
    REOPENING,
    RIGHTS,
    InvestigationFacts,
    ordinary_due,
    three_month_start,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

FOLLOWED_UP = {DECIDE_MEASURES, PETITION}


@dataclass(frozen=True, kw_only=True)
class Ended:
    """What whoever ends it knows: the decision, its code, and what each way of ending asks for besides."""

    code: str
    decided_on: date
    reasons: str = ""
    decision_id: UUID | None = None
    decision_signed: bool = False
    basis_codes: bool = False
    consents_valid: bool = False
    petition_sent_on: date | None = None
    measures_recommended: str = ""
    refused_by: str = ""
    refusal_documented: str = ""
    reopening_fixed: bool = False
    moved_to: str = ""
    notice_owed: bool = False
    new_municipality_told_on: date | None = None


def begin_concluding(
    investigation_id: UUID,
    *,
    participation: str,
    child_heard: bool,
    not_heard_reasons: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Begin the summary: how the child took part, and that it was heard, or why not (bvl § 1-4)."""
    step = MACHINE.step(BEGIN_CONCLUDING)
    with act("investigation.concluding", by=by, at=at, right=RIGHTS[step.name], law=step.citation) as entry:
        investigation = held(investigation_id)
        reasons = not_heard_reasons or investigation.participation_reasons
        say_participation(investigation, participation or investigation.participation, reasons, by=by, at=at)
        investigation.child_heard = child_heard
        facts = facts_of(investigation, today=oslo_date(at))
        investigation.state = MACHINE.take(investigation.state, step.name, facts)
        investigation.save(update_fields=[*PARTICIPATION, "child_heard", "state"])
        code = investigation.participation
        told = PARTICIPATIONS.get(code).text if code else "Barnets medvirkning er vurdert"
        entry.about(investigation.id, case_id=investigation.case_id, says=f"Undersøkelsen oppsummeres. {told}.")


def conclude(investigation_id: UUID, step: str, ended: Ended, *, by: Actor, at: datetime) -> None:
    """End it in one of the law's ways (bvl § 2-5 (1)-(2)): state, code, agenda, and word to whoever reported (D06)."""
    law = MACHINE.step(step).citation
    with act("investigation.concluded", by=by, at=at, right=RIGHTS[step], law=law) as entry:
        investigation = held(investigation_id)
        _refuse_days(investigation, ended.decided_on, oslo_date(at))
        _fill(investigation, ended)
        investigation.state = MACHINE.take(investigation.state, step, _facts(investigation, ended))
        investigation.concluded_on = ended.decided_on
        investigation.save(update_fields=[*ENDING, "state", "concluded_on"])
        settle_all(investigation, investigation.case.responsible)
        investigation_ended(investigation.case_id, on=ended.decided_on, followed_up=step in FOLLOWED_UP)
        title = MACHINE.state(investigation.state).title
        says = f"Undersøkelsen er {title} {in_words(ended.decided_on)}. {CONCLUSIONS.get(ended.code).text}."
        entry.about(investigation.id, case_id=investigation.case_id, says=says, code=ended.code)


def stops_ending(found: Investigation, step: str, ended: Ended) -> tuple[Refusal, ...]:
    """What still stands in the way of ending it so, told before anybody tries; nothing is written (bvl § 2-5)."""
    wanted, tried = MACHINE.step(step), copy(found)
    if found.state not in wanted.sources:
        return (NotAllowed("Begynn å oppsummere undersøkelsen først.", wanted.citation),)
    _fill(tried, ended)
    return wanted.refusals(_facts(tried, ended))


def reopen(
    investigation_id: UUID, *, reasons: str, conditions_met: bool, parents_told_on: date | None, by: Actor, at: datetime
) -> Investigation:
    """Open it again without a new concern, within six months, when § 2-2 still is met (bvl § 2-5 (3); D16).

    It is counted from this decision, and related to the first one's concern: the register wants one behind each.
    """
    step, today = MACHINE.step(REOPEN), oslo_date(at)
    with act("investigation.reopened", by=by, at=at, right=RIGHTS[step.name], law=step.citation) as entry:
        old = held(investigation_id)
        facts = facts_of(old, today=today)
        MACHINE.take(
            old.state, step.name, replace(facts, conditions_met=conditions_met, parents_told_on=parents_told_on)
        )
        if not reasons.strip():
            raise Incomplete({"reasons": "Skriv hvorfor vilkårene i § 2-2 fortsatt er oppfylt."}, step.citation)
        _refuse_taken(old)
        new = _opened_again(old, reasons.strip(), by, today)
        _close_window(old, today, "Åpnet igjen")
        settle_investigation(new, old.case.responsible)
        due = in_words(ordinary_due(facts_of(new)).due)  # type: ignore[arg-type]
        says = f"Undersøkelse åpnet igjen etter vedtaket {in_words(old.concluded_on)}. Skal være ferdig {due}."  # type: ignore[arg-type]
        entry.about(new.id, case_id=new.case_id, says=says, reopens=str(old.id))
    if old.case.responsible is None:
        assign(old.case_id, by.person, by=by, at=at)
    return new


def leave_closed(investigation_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Somebody has looked again: it is not opened. The reminders go; a new concern may still open one (bvl § 2-5 (3))."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor undersøkelsen ikke åpnes igjen."})
    law = REOPENING.citation
    with act("investigation.left_closed", by=by, at=at, right="investigation.plan", law=law) as entry:
        investigation = held(investigation_id)
        if investigation.state != CLOSED_DISMISSED_WITH_REOPEN or investigation.window_closed_on:
            raise NotAllowed("Det er ikke noe å ta stilling til her lenger.", law)
        _close_window(investigation, oslo_date(at), reasons.strip())
        says = f"Undersøkelsen åpnes ikke igjen: {reasons.strip()}"
        entry.about(investigation.id, case_id=investigation.case_id, says=says)


ENDING = (
    "conclusion", "conclusion_reasons", "decision", "petition_sent_on", "measures_recommended", "refused_by",
    "refusal_documented", "reopening_fixed", "moved_to", "new_municipality_told_on",
)  # fmt: skip


def _fill(investigation: Investigation, ended: Ended) -> None:
    investigation.conclusion, investigation.conclusion_reasons = ended.code, ended.reasons.strip()
    investigation.decision, investigation.petition_sent_on = ended.decision_id, ended.petition_sent_on
    investigation.measures_recommended = ended.measures_recommended.strip()
    investigation.refused_by, investigation.refusal_documented = ended.refused_by, ended.refusal_documented.strip()
    investigation.reopening_fixed, investigation.moved_to = ended.reopening_fixed, ended.moved_to.strip()
    investigation.new_municipality_told_on = ended.new_municipality_told_on


def _facts(investigation: Investigation, ended: Ended) -> InvestigationFacts:
    facts = facts_of(investigation, today=ended.decided_on, expert_opinion_unassessed=unassessed(investigation.id))
    return replace(
        facts, decision_signed=ended.decision_signed and ended.decision_id is not None, basis_codes=ended.basis_codes,
        consents_valid=ended.consents_valid, notice_owed=ended.notice_owed,
    )  # fmt: skip


def _refuse_days(investigation: Investigation, day: date, today: date) -> None:
    if not investigation.opened_on <= day <= today:
        raise Incomplete({"decided_on": "Dagen kan ikke være før undersøkelsen ble åpnet, og ikke fram i tid."})


def _refuse_taken(old: Investigation) -> None:
    if old.window_closed_on and Investigation.objects.filter(reopens=old).exists():
        raise NotAllowed("Undersøkelsen er allerede åpnet igjen.")
    if is_open(old.case_id):
        raise NotAllowed("Det pågår allerede en undersøkelse av dette barnet.")


def _opened_again(old: Investigation, reasons: str, by: Actor, today: date) -> Investigation:
    return Investigation.objects.create(
        municipality_id=by.municipality, case_id=old.case_id, concern_id=old.concern_id, reopens=old, reopened_on=today,
        state=MACHINE.initial, opened_on=today, opened_by=by.person, reasons=reasons,
        three_months_from=three_month_start(InvestigationFacts(reopened_on=today)),
    )  # fmt: skip


def _close_window(investigation: Investigation, today: date, reasons: str) -> None:
    investigation.window_closed_on, investigation.window_closed_reasons = today, reasons
    investigation.save(update_fields=["window_closed_on", "window_closed_reasons"])
    settle_investigation(investigation, investigation.case.responsible)
