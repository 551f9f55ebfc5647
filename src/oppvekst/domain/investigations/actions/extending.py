"""Extending an investigation (bvl § 2-2 (2); D12), telling the family of it, and the reason for a limit that was broken."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.investigations.actions.held import going_on, held
from oppvekst.domain.investigations.actions.limits import settle_investigation
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of
from oppvekst.domain.investigations.rules import EXTEND, MACHINE, RIGHTS, ordinary_due
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = MACHINE.step(EXTEND).citation


def extend(investigation_id: UUID, *, reasons: str, new_due: date | None, by: Actor, at: datetime) -> None:
    """Extend to at most six months in total, with special reasons, before the three are over (D12)."""
    with act("investigation.extended", by=by, at=at, right=RIGHTS[EXTEND], law=LAW) as entry:
        investigation = going_on(investigation_id)
        investigation.extension_reasons, investigation.extended_to = reasons.strip(), new_due
        investigation.extension_decided_on = oslo_date(at)
        investigation.state = MACHINE.take(investigation.state, EXTEND, facts_of(investigation))
        _store(investigation, "extension_reasons", "extended_to", "extension_decided_on", "state")
        told = in_words(investigation.extended_to) if investigation.extended_to else ""
        entry.about(
            investigation.id, case_id=investigation.case_id, says=f"Undersøkelsen utvidet til {told}: {reasons}"
        )


def tell_of_extension(
    investigation_id: UUID, *, told_on: date | None = None, untold_reasons: str = "", by: Actor, at: datetime
) -> None:
    """The family was told why it takes longer and until when; or why they are not told now (bvl § 2-2 (2))."""
    if told_on is None and not untold_reasons.strip():
        raise Incomplete({"told_on": "Skriv når familien fikk vite det, eller hvorfor de ikke får vite det nå."}, LAW)
    if told_on and told_on > oslo_date(at):
        raise Incomplete({"told_on": "Dagen kan ikke være fram i tid."})
    with act("investigation.extension_told", by=by, at=at, right="investigation.plan", law=LAW) as entry:
        investigation = held(investigation_id)
        if investigation.extended_to is None:
            raise NotAllowed("Fristen er ikke utvidet.", LAW)
        if told_on and investigation.extension_decided_on and told_on < investigation.extension_decided_on:
            raise Incomplete({"told_on": "Dagen kan ikke være før fristen ble utvidet."})
        investigation.extension_told_on, investigation.extension_untold_reasons = told_on, untold_reasons.strip()
        _store(investigation, "extension_told_on", "extension_untold_reasons")
        told = (
            f"Familien fikk vite om utvidelsen {in_words(told_on)}."
            if told_on
            else "Familien får ikke vite om utvidelsen nå."
        )
        entry.about(investigation.id, case_id=investigation.case_id, says=told)


def note_breach(investigation_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Why the limit was broken: there is no second extension, only a breach with its reason (bvl §§ 2-2 (2), 15-6)."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor fristen ble brutt."}, LAW)
    with act("investigation.breached", by=by, at=at, right="investigation.plan", law=LAW) as entry:
        investigation = held(investigation_id)
        today = oslo_date(at)
        if not is_late(investigation, today=today):
            raise NotAllowed("Fristen er ikke brutt.", bvl("2-2", 2))
        investigation.breach_reasons, investigation.breach_noted_on = reasons.strip(), today
        _store(investigation, "breach_reasons", "breach_noted_on")
        entry.about(investigation.id, case_id=investigation.case_id, says=f"Fristen ble brutt: {reasons.strip()}")


def is_late(investigation: Investigation, *, today: date) -> bool:
    """Whether the limit is over today, or was when it ended (bvl § 2-2 (2))."""
    due = investigation.extended_to or ordinary_due(facts_of(investigation)).due
    return due is not None and (investigation.concluded_on or today) > due


def _store(investigation: Investigation, *fields: str) -> None:
    investigation.save(update_fields=fields)
    settle_investigation(investigation, investigation.case.responsible)
