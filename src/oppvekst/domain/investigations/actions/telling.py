"""The family is told that the child is being investigated, and may from then on follow it at My page (bvl § 12-3; fvl § 18)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import hold_back, uninformed
from oppvekst.domain.cases.rules.outward import Held, Recipient, may_leave_the_house
from oppvekst.domain.investigations.actions.held import going_on, held
from oppvekst.domain.investigations.models import FamilyTold, Investigation
from oppvekst.domain.investigations.queries.telling import OneOfFamily, family_of, get_told
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

RIGHT, LAW = "investigation.plan", "bvl § 12-3, fvl § 18"


def tell_of_investigation(
    investigation_id: UUID, person_id: UUID, *, told_on: date, how: str, by: Actor, at: datetime
) -> FamilyTold:
    """Write down that a parent, or a child of 15, was told; what may be shown of it is at her My page from now on."""
    _refuse_incomplete(told_on, how, oslo_date(at))
    with act("investigation.family_told", by=by, at=at, right=RIGHT, law=LAW) as entry:
        found = going_on(investigation_id)
        one = _one(found, person_id, today=oslo_date(at))
        _refuse_if_held(found, one, told_on, at=at)
        told = FamilyTold.objects.create(
            municipality_id=by.municipality, case_id=found.case_id, investigation=found, person_id=person_id,
            told_on=told_on, how=how, noted_at=at, noted_by=by.person, noted_by_name=by.name,
        )  # fmt: skip
        says = f"{one.party.person.name} fikk vite om undersøkelsen {in_words(told_on)}, {told.get_how_display()}."
        entry.about(told.id, case_id=found.case_id, says=says)
    return told


def take_back_telling(told_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Take it off her My page again, with the reason; that she was told stands."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor det tas bort fra Min side."})
    with act("investigation.family_untold", by=by, at=at, right=RIGHT, law=LAW) as entry:
        told = get_told(told_id)
        held(told.investigation_id)
        told.refresh_from_db(fields=["taken_back_at"])
        if told.taken_back_at:
            raise NotAllowed("Det er allerede tatt bort fra Min side.")
        told.taken_back_at, told.taken_back_by_name, told.taken_back_reasons = at, by.name, reasons.strip()
        told.save(update_fields=["taken_back_at", "taken_back_by_name", "taken_back_reasons"])
        says = f"Undersøkelsen vises ikke lenger på Min side til {told.person.name}: {reasons.strip()}"
        entry.about(told.id, case_id=told.case_id, says=says)


def _one(found: Investigation, person_id: UUID, *, today: date) -> OneOfFamily:
    one = next((one for one in family_of(found, today=today) if one.party.person_id == person_id), None)
    if one is None:
        raise NotFound("Personen er ikke barnet eller en av foreldrene i denne saken.")
    if not one.may:
        raise NotAllowed(f"{one.party.person.name} kan ikke følge undersøkelsen: {one.may.sentence}", one.may.citation)
    if one.told:
        raise NotAllowed(f"Det er allerede ført at {one.party.person.name} har fått vite det.")
    return one


def _refuse_if_held(found: Investigation, one: OneOfFamily, told_on: date, *, at: datetime) -> None:
    """The switch, and the parent who for safety is not told. Nobody is told before there is something to tell of."""
    switch = hold_back(found.case_id)
    verdict = may_leave_the_house(
        Recipient.CHILD_SAFE_WAY if one.party.part == Party.Part.CHILD else Recipient.PARENT,
        Held(switch.reasons, switch.owner_name, switch.set_at, switch.review_on) if switch else None, at=at,
        kept_out=one.party.person_id in {each.person_id for each in uninformed(found.case_id)},
    )  # fmt: skip
    if not verdict:
        raise NotAllowed(verdict.sentence, verdict.citation)
    if told_on < found.opened_on:
        raise Incomplete(
            {"told_on": f"Undersøkelsen ble åpnet {in_words(found.opened_on)}. Dagen kan ikke være før det."}
        )


def _refuse_incomplete(told_on: date, how: str, today: date) -> None:
    wrong = {}
    if told_on > today:
        wrong["told_on"] = "Dagen kan ikke være fram i tid."
    if how not in FamilyTold.How.values:
        wrong["how"] = "Velg hvordan de fikk vite det."
    if wrong:
        raise Incomplete(wrong)
