"""A parent who for safety is not told (bvl § 12-2 second paragraph): decided by a named person, looked at again, lifted."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.models import Party, Uninformed
from oppvekst.domain.cases.queries import get_case, uninformed
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

RIGHT, LAW = "parent.uninform", "bvl § 12-2 (2)"
PARENTS = (Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT)


def keep_uninformed(
    case_id: UUID, person_id: UUID, *, reasons: str, review_on: date, by: Actor, at: datetime
) -> Uninformed:
    """Decide that this parent is not told. Without it a parent with responsibility is owed every decision."""
    lacking = {} if reasons.strip() else {"reasons": "Skriv hvorfor det er farlig eller umulig å varsle."}
    if review_on <= oslo_date(at):
        lacking["review_on"] = "Velg en dag fram i tid."
    if lacking:
        raise Incomplete(lacking)
    with act("parent.uninformed", by=by, at=at, right=RIGHT, law=LAW) as entry:
        get_case(case_id)
        party = Party.objects.select_related("person").filter(
            case_id=case_id, person_id=person_id, part__in=PARENTS, valid_to=None
        ).first()  # fmt: skip
        if party is None:
            raise NotFound("Vi finner ikke denne forelderen i saken.")
        if any(each.person_id == person_id for each in uninformed(case_id)):
            raise NotAllowed("Det er allerede bestemt at denne forelderen ikke varsles.")
        made = Uninformed.objects.create(
            municipality_id=by.municipality, case_id=case_id, person_id=person_id, reasons=reasons.strip(),
            decided_by=by.person, decided_by_name=by.name, decided_at=at, review_on=review_on,
        )  # fmt: skip
        _settle(made)
        says = f"{party.person.name} varsles ikke, av hensyn til sikkerheten. Vurderes igjen {in_words(review_on)}."
        entry.about(made.id, case_id=case_id, says=says)
    return made


def review_uninformed(made_id: UUID, *, review_on: date, reasons: str, by: Actor, at: datetime) -> None:
    """Looked at again, and kept, with a new day to look."""
    if review_on <= oslo_date(at):
        raise Incomplete({"review_on": "Velg en dag fram i tid."})
    with act("parent.uninformed_reviewed", by=by, at=at, right=RIGHT, law=LAW) as entry:
        made = _standing(made_id)
        made.review_on = review_on
        made.save(update_fields=["review_on"])
        _settle(made)
        entry.about(made.id, case_id=made.case_id, says=f"{made.person.name} varsles fortsatt ikke: {reasons.strip()}")


def lift_uninformed(made_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """The parent is told again from now on. What was decided meanwhile is owed too; nothing is sent by itself."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor det nå er trygt."})
    with act("parent.informed_again", by=by, at=at, right=RIGHT, law=LAW) as entry:
        made = _standing(made_id)
        made.lifted_at, made.lifted_by, made.lifted_reasons = at, by.person, reasons.strip()
        made.save(update_fields=["lifted_at", "lifted_by", "lifted_reasons"])
        _settle(made)
        entry.about(made.id, case_id=made.case_id, says=f"{made.person.name} skal varsles igjen: {reasons.strip()}")


def _standing(made_id: UUID) -> Uninformed:
    made = Uninformed.objects.select_related("person").filter(id=made_id, lifted_at=None).first()
    if made is None:
        raise NotFound("Det er allerede opphevet, eller saken er ikke din.")
    return made


def _settle(made: Uninformed) -> None:
    """The review stands on the agenda of whoever decided it."""
    review = Planned(
        "uninformed", "Vurder på nytt om forelderen kan varsles", due=made.review_on, target=made.review_on,
        start=oslo_date(made.decided_at), steps=("Dagen er valgt av den som bestemte det.",), law=LAW,
        assignee=made.decided_by, done_on=oslo_date(made.lifted_at) if made.lifted_at else None,
    )  # fmt: skip
    settle(Subject(made.id, "uninformed", made.municipality_id, made.case_id, (review,)))
