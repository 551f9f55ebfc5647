"""Reviewing a concern within the week (bvl § 2-1 (1)): whose it is, what is unclear, and what a family may not read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.concerns.actions.child import let_into_case
from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries.facts import barred, facts_of
from oppvekst.domain.concerns.rules import (
    CLARIFY,
    END_CLARIFICATION,
    MACHINE,
    RECEIVED,
    RIGHTS,
    TAKE,
    URGENT,
    ConcernFacts,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Staff
from oppvekst.ground.journal.acts import Writing, act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound


def take(concern_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a concern under review (bvl § 2-1 (1)). The first one who takes it has it."""
    with act("concern.taken", by=by, at=at, right=RIGHTS[TAKE], law=MACHINE.step(TAKE).citation) as entry:
        concern = locked(concern_id)
        if concern.handler and concern.handler != by.person:
            raise NotAllowed(f"{concern.handler_name} har allerede tatt denne meldingen.")
        facts = facts_of(concern, today=oslo_date(at), **barred(concern, by.person))
        _hand_to(concern, Staff.objects.get(id=by.person), facts)
        _tell(entry, concern, f"{by.name} tok meldingen.")


def assign(concern_id: UUID, staff_id: UUID, *, by: Actor, at: datetime) -> None:
    """Give a concern to a colleague, who reviews it within the week (bvl § 2-1 (1))."""
    with act("concern.assigned", by=by, at=at, right="concern.assign", law="bvl § 2-1 (1)") as entry:
        concern = locked(concern_id)
        staff = Staff.objects.filter(id=staff_id).first()
        if staff is None:
            raise NotFound("Vi finner ingen ansatt med dette navnet i tjenesten.")
        _tell(entry, concern, f"{staff.name} fikk meldingen.")
        # Before access is given: whoever gets it must be one who could have taken it.
        facts = facts_of(concern, today=oslo_date(at), **barred(concern, staff.id))
        MACHINE.step(TAKE).demand(facts)
        if concern.case_id:
            let_into_case(staff.id, concern.case_id, by=by, at=at)
        _hand_to(concern, staff, facts)


def clarify(concern_id: UUID, notes: str, *, by: Actor, at: datetime) -> None:
    """Clarify with the reporter or the family; to ask anybody else is to investigate (bvl §§ 2-2, 13-4)."""
    if not notes.strip():
        raise Incomplete({"notes": "Skriv hvem du vil snakke med, og om hva."})
    with act("concern.clarified", by=by, at=at, right=RIGHTS[CLARIFY], law=MACHINE.step(CLARIFY).citation) as entry:
        concern = locked(concern_id)
        concern.state = MACHINE.take(concern.state, CLARIFY, facts_of(concern, today=oslo_date(at)))
        concern.clarified = notes.strip()
        _store(concern, "state", "clarified")
        _tell(entry, concern, f"Avklares med melder eller familien: {notes.strip()}")


def end_clarification(concern_id: UUID, notes: str, *, by: Actor, at: datetime) -> None:
    """The clarification is done (bvl § 2-1 (1)): what was learnt is added to what was planned."""
    with act(
        "concern.clarification_ended",
        by=by,
        at=at,
        right=RIGHTS[END_CLARIFICATION],
        law=MACHINE.step(END_CLARIFICATION).citation,
    ) as entry:
        concern = locked(concern_id)
        concern.state = MACHINE.take(concern.state, END_CLARIFICATION, facts_of(concern, today=oslo_date(at)))
        concern.clarified = f"{concern.clarified}\n\n{notes.strip()}".strip()
        _store(concern, "state", "clarified")
        _tell(entry, concern, f"Avklart: {notes.strip() or 'ikke noe nytt'}")


def mask(concern_id: UUID, passage_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Mask a paragraph from what a family may read: it shows who worried, or is about another child (bvl § 13-1)."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor familien ikke kan lese dette avsnittet."})
    _set_mask(concern_id, passage_id, masked=True, reasons=reasons.strip(), by=by, at=at)


def unmask(concern_id: UUID, passage_id: UUID, *, by: Actor, at: datetime) -> None:
    """Show a masked paragraph again (bvl § 12-6). Nothing was changed in it."""
    _set_mask(concern_id, passage_id, masked=False, reasons="", by=by, at=at)


def _set_mask(concern_id: UUID, passage_id: UUID, *, masked: bool, reasons: str, by: Actor, at: datetime) -> None:
    with act("concern.masked", by=by, at=at, right="concern.mask", law="bvl §§ 12-6, 13-1") as entry:
        concern = locked(concern_id)
        passage = next((one for one in concern.passages.all() if one.id == passage_id), None)
        if passage is None:
            raise NotFound("Vi finner ikke dette avsnittet.")
        passage.masked, passage.mask_reasons = masked, reasons
        passage.save(update_fields=["masked", "mask_reasons"])
        told = f"skjult for familien: {reasons}" if masked else "vises igjen for familien."
        _tell(entry, concern, f"Avsnitt {passage.place + 1} {told}")


def _hand_to(concern: Concern, staff: Staff, facts: ConcernFacts) -> None:
    if concern.state in {RECEIVED, URGENT}:
        concern.state = MACHINE.take(concern.state, TAKE, facts)
    if staff.id != concern.proposed_by:  # what came back to the proposer is no longer hers to mend
        concern.refused_step = ""
    concern.handler, concern.handler_name = staff.id, staff.name
    _store(concern, "state", "handler", "handler_name", "refused_step")


def _store(concern: Concern, *fields: str) -> None:
    concern.save(update_fields=fields)
    settle_limits(concern)


def _tell(entry: Writing, concern: Concern, says: str) -> None:
    entry.about(concern.id, case_id=concern.case_id, says=says)
