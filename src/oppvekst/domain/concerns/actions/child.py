"""Who the child is: linking a concern to the child's one journal (bvl § 12-4), and the child that is not born yet."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import DatabaseError, transaction

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns.actions.limits import limits_of_application, settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.models import Application, Concern
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Grant, Staff
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words
from oppvekst.law.refusals import NotAllowed, NotFound

# What PostgreSQL answers: a policy says no, a key leads nowhere.
OUT_OF_REACH = frozenset({"42501", "23503"})
REPORTER_ASKED = "Melder ber om at foreldrene ikke får vite om meldingen nå. Vurder selv om sperren skal stå."


def link_case(concern_id: UUID, case_id: UUID, *, by: Actor, at: datetime) -> None:
    """Link a concern to a child who has a case here (bvl § 12-4), with access for the one who reviews it."""
    with act("concern.linked", by=by, at=at, right="concern.link", law="bvl § 12-4") as entry:
        concern = _unlinked(concern_id)
        _put_in(concern, case_id, by, at)
        _follow(concern, by, at)
        entry.about(concern.id, case_id=case_id, says=f"Melding {concern.number} ble koblet til saken.")


def register_child(concern_id: UUID, details: Details, *, by: Actor, at: datetime) -> Case:
    """Register a child we do not know from before (bvl § 12-4), and link the concern to the new case."""
    with act("concern.linked", by=by, at=at, right="concern.link", law="bvl § 12-4") as entry:
        concern = _unlinked(concern_id)
        case = cases.open_case(details, by=by, at=at)
        concern.case = case
        concern.save(update_fields=["case"])
        _follow(concern, by, at)
        entry.about(concern.id, case_id=case.id, says=f"Melding {concern.number} ble koblet til ny sak {case.number}.")
    return case


def set_pregnancy_facts(
    concern_id: UUID, *, consents: bool | None, detention_notice: bool, by: Actor, at: datetime
) -> None:
    """Write down whether the pregnant woman consents, or is held under hol § 10-3 (bvl § 2-4)."""
    with act("concern.pregnancy_facts", by=by, at=at, right="concern.link", law="bvl §§ 1-2, 2-4") as entry:
        concern = locked(concern_id)
        concern.consent_of_pregnant, concern.detention_notice = consents, detention_notice
        concern.save(update_fields=["consent_of_pregnant", "detention_notice"])
        answer = {True: "samtykker", False: "samtykker ikke", None: "er ikke spurt"}[consents]
        entry.about(concern.id, case_id=concern.case_id, says=f"Den gravide {answer}.")


def note_birth(concern_id: UUID, born_on: date, *, by: Actor, at: datetime) -> None:
    """The child is born: the kept concern is looked at again, and the law applies (bvl § 1-2 (1))."""
    with act("concern.child_born", by=by, at=at, right="concern.link", law="bvl § 1-2 (1)") as entry:
        concern = locked(concern_id)
        concern.reported_born_on = born_on
        concern.save(update_fields=["reported_born_on"])
        settle_limits(concern)
        entry.about(concern.id, case_id=concern.case_id, says=f"Barnet ble født {in_words(born_on)}.")


def _put_in(concern: Concern, case_id: UUID, by: Actor, at: datetime) -> None:
    """The database knows which children this person may link to. One she may not know of is told as one who is not there."""
    try:
        with transaction.atomic():
            concern.case_id = case_id
            concern.save(update_fields=["case"])
            let_into_case(by.person, case_id, by=by, at=at)
    except DatabaseError as refused:
        if getattr(refused.__cause__, "sqlstate", "") not in OUT_OF_REACH:
            raise
        raise NotFound("Vi finner ikke dette barnet blant dem du kan se.") from refused


def _unlinked(concern_id: UUID) -> Concern:
    concern = locked(concern_id)
    if concern.case_id:
        raise NotAllowed(
            "Meldingen er allerede koblet til et barn. Er det feil barn, trekk den tilbake som feilregistrert."
        )
    return concern


def let_into_case(staff_id: UUID, case_id: UUID, *, by: Actor, at: datetime) -> None:
    """Whoever reviews the concern needs the child's file while it is reviewed (bvl §§ 2-1 (1), 13-1)."""
    if Grant.objects.filter(case_id=case_id, staff_id=staff_id, valid_to=None).exists():
        return
    Grant.objects.create(
        municipality_id=by.municipality, staff=Staff.objects.get(id=staff_id), case_id=case_id, given_at=at,
        reason=Grant.Reason.INTAKE, words="Gjennomgår en bekymringsmelding om barnet", given_by=by.person,
    )  # fmt: skip


def _follow(concern: Concern, by: Actor, at: datetime) -> None:
    """What the reporter asked for follows the concern into the case from the first minute."""
    assert concern.case_id
    if concern.hold_back_asked and not hold_back(concern.case_id):
        cases.hold(concern.case_id, REPORTER_ASKED, by=by, at=at)
    for application in Application.objects.filter(enquiry_id=concern.enquiry_id, case=None):
        application.case_id = concern.case_id
        application.save(update_fields=["case_id"])
        settle(limits_of_application(application))
    settle_limits(concern)
