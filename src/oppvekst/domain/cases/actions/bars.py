"""Disqualification and locked cases (fvl §§ 6-9): stepping aside, being shut out, and who then decides instead."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import connection

from oppvekst.domain.cases.queries import get_case
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Bar, Staff
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

NEW_RESPONSIBLE = "new-responsible"


def step_aside(case_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """Say oneself disqualified (fvl § 8): from the next page on the case is not there. Only the leader can lift it."""
    if not words.strip():
        raise Incomplete(
            {"words": "Skriv hvorfor du er inhabil. Du trenger ikke skrive mer enn hva slags bånd det er."}
        )
    with act("bar.stepped_aside", by=by, at=at, right="case.write", law="fvl § 8") as entry:
        case = get_case(case_id)
        bar = _bar(case_id, by.person, Bar.Kind.DISQUALIFIED, words, by=by, at=at)
        if case.responsible == by.person:
            _leave_without_responsible(bar, by=by, at=at)
        entry.about(bar.id, case_id=case_id, says=f"{by.name} meldte seg inhabil: {words.strip()}")


def set_bar(case_id: UUID, staff_id: UUID, *, kind: str, words: str, by: Actor, at: datetime) -> Bar:
    """Shut a colleague out of a case: disqualified (fvl § 6), or locked for her. It beats every other access."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hvorfor. De som har saken, kan lese det."})
    if staff_id == by.staff_id:
        raise NotAllowed("Er du selv inhabil, melder du det nederst på siden.")
    with act("bar.set", by=by, at=at, right="case.bar", law="fvl §§ 6, 8") as entry:
        case = get_case(case_id)
        staff = Staff.objects.filter(id=staff_id).first()
        if staff is None:
            raise NotFound("Vi finner ingen ansatt med dette navnet i tjenesten.")
        if Bar.objects.filter(case_id=case_id, staff=staff, ended_at=None).exists():
            raise NotAllowed(f"{staff.name} er allerede sperret fra saken.")
        bar = _bar(case_id, staff.id, kind, words, by=by, at=at)
        if case.responsible == staff.id:
            _leave_without_responsible(bar, by=by, at=at)
        entry.about(bar.id, case_id=case_id, says=f"{staff.name} ble sperret fra saken: {words.strip()}")
    return bar


def lift_bar(bar_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """Lift a bar, with the reason. It stays in the list with its dates."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hvorfor sperren ikke lenger trengs."})
    with act("bar.lifted", by=by, at=at, right="case.bar", law="fvl §§ 6, 8") as entry:
        bar = Bar.objects.select_related("staff").filter(id=bar_id, ended_at=None).first()
        if bar is None:
            raise NotFound("Sperren er allerede opphevet, eller saken er ikke din.")
        lifted = Bar.objects.filter(id=bar_id).update(ended_at=at, ended_by=by.person, ended_words=words.strip())
        if not lifted:
            raise NotAllowed("Bare lederen eller stedfortrederen opphever en sperre, og aldri sin egen.")
        entry.about(bar.id, case_id=bar.case_id, says=f"Sperren for {bar.staff.name} ble opphevet: {words.strip()}")


def appoint_substitute(
    case_id: UUID, *, name: str, subject: str, since: date, until: date, decision: str, by: Actor, at: datetime
) -> UUID:
    """Somebody in the disqualified leader's place, for this case and these days (fvl § 9).

    Often the leader of another municipality: she logs in as at home, and chooses which municipality she acts in.
    """
    lacking = _lacking(name, subject, decision)
    if until < max(since, oslo_date(at)):
        lacking["until"] = "Velg en dag fram i tid, og ikke før den første dagen."
    if lacking:
        raise Incomplete(lacking)
    with act("substitute.appointed", by=by, at=at, right="case.substitute", law="fvl § 9") as entry:
        get_case(case_id)
        with connection.cursor() as cursor:
            cursor.execute(
                "select access.appoint_substitute(%s, %s, %s, %s, %s, %s, %s)",
                [case_id, subject.strip(), name.strip(), since, until, decision.strip(), at],
            )
            staff_id: UUID = cursor.fetchone()[0]
        says = f"{name.strip()} ble oppnevnt som setteleder fra {in_words(since)} til {in_words(until)}: {decision.strip()}"
        entry.about(staff_id, case_id=case_id, says=says)
    return staff_id


def _lacking(name: str, subject: str, decision: str) -> dict[str, str]:
    asked = {
        "name": (name, "Skriv hvem som er oppnevnt."),
        "subject": (subject, "Skriv innloggingsnavnet, slik innloggingen i kommunen hennes kjenner det."),
        "decision": (decision, "Skriv hvem som har oppnevnt, og når."),
    }
    return {field: told for field, (said, told) in asked.items() if not said.strip()}


def _bar(case_id: UUID, staff_id: UUID, kind: str, words: str, *, by: Actor, at: datetime) -> Bar:
    return Bar.objects.create(
        municipality_id=by.municipality, staff_id=staff_id, case_id=case_id, kind=kind, words=words.strip(),
        given_by=by.person, given_at=at,
    )  # fmt: skip


def _leave_without_responsible(bar: Bar, *, by: Actor, at: datetime) -> None:
    """The case goes on, and the leader finds somebody else. It stands first on her list until she has."""
    task = Planned(
        NEW_RESPONSIBLE, "Finn en ny ansvarlig: den som hadde saken, er inhabil", start=oslo_date(at), law="fvl § 8",
        steps=("Saken er uten en ansvarlig som kan arbeide i den.",),
    )  # fmt: skip
    settle(Subject(bar.id, "bar", by.municipality, bar.case_id, (task,)))
