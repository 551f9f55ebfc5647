"""An investigation of Kari's for the tests of the room: opened, planned, and with what hangs on it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, linked
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.actions import Asked, Noted, Row
from oppvekst.domain.investigations.models import FamilyTold
from oppvekst.domain.investigations.queries import get_investigation
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import OSLO
from tests.world import World

WHOLE_PLAN = {
    "questions": "Hvordan har Emil det?",
    "sources": "Skolen om trivsel. Foreldrene først.",
    "talks": "Alene, og en gang til sammen med mor.",
    "home_visit": "Ett avtalt.",
    "timetable": "Ferdig i januar.",
}
TODAY = TUESDAY.date()
NEXT_WEEK = TODAY + timedelta(days=7)


def opened(world: World, *, planned: bool = True, at: datetime = TUESDAY) -> UUID:
    """Opened by Kari from the school's concern, and planned when it says so."""
    concern_id = arrive(world)
    linked(world, concern_id)
    with world.as_("Kari Nesheim") as kari:
        found = actions.open_investigation(concern_id, reasons="Blått merke.", responsible=kari.person, by=kari, at=at)
        if planned:
            actions.save_plan(found.id, WHOLE_PLAN, by=kari, at=at)
    return found.id


def row(by: Actor, **more: object) -> Row:
    """A row of the plan."""
    said = {"kind": "task", "what": "Skriv oppsummering", "due": NEXT_WEEK, "responsible": by.person}
    return Row(**(said | more))  # type: ignore[arg-type]


def noted(**more: object) -> Noted:
    """A visit to the home, as agreed."""
    said = {
        "kind": "home_visit", "happened_at": TUESDAY, "present": "Mor, Emil", "facts": "Ryddig. Emil viste rommet sitt.",
        "announced": True,
    }  # fmt: skip
    return Noted(**(said | more))  # type: ignore[arg-type]


def asked(**more: object) -> Asked:
    """The school, with the mother's consent."""
    said = {
        "body": "Solvik skole", "about": "Fravær og trivsel.", "ground": "consent", "asked_on": TODAY, "due": NEXT_WEEK,
        "consent_by": "Mor", "consent_on": TODAY, "consent_written": True, "told_on": TODAY,
    }  # fmt: skip
    return Asked(**(said | more))  # type: ignore[arg-type]


def hung_on(investigation_id: UUID, *, by: Actor, at: datetime = TUESDAY) -> dict[str, UUID]:
    """One of each that hangs on it, by the name addresses give it."""
    found = get_investigation(investigation_id)
    day = {"asked_on": at.date(), "due": at.date() + timedelta(days=7), "consent_on": at.date(), "told_on": at.date()}
    # One is told once: what hangs on it a second time is the same word.
    told, _new = FamilyTold.objects.get_or_create(
        municipality_id=by.municipality, case_id=found.case_id, investigation=found, person_id=found.case.child_id,
        taken_back_at=None, defaults={"told_on": at.date(), "how": "meeting", "noted_at": at, "noted_by": by.person,
        "noted_by_name": by.name},
    )  # fmt: skip
    return {
        "told_id": told.id,
        "row_id": actions.add_row(investigation_id, row(by, due=at.date() + timedelta(days=7)), by=by, at=at).id,
        "note_id": actions.write_note(investigation_id, noted(happened_at=at), by=by, at=at).id,
        "asked_id": actions.ask(investigation_id, asked(**day), by=by, at=at).id,
        "opinion_id": actions.engage_expert(
            investigation_id, expert="Psykolog Nina Aas", mandate="Samspillet.", by=by, at=at
        ).id,
        "visit_id": written_visit(investigation_id, by=by, at=at),
    }


def written_visit(investigation_id: UUID, *, by: Actor, at: datetime = TUESDAY, **texts: str) -> UUID:
    """A home visit that is being written on the phone, sent once."""
    said = {"happened": f"{at.astimezone(OSLO):%Y-%m-%dT%H:%M}", "present": "Mor, Emil", "seen": "Ryddig."} | texts
    return actions.receive_visit(investigation_id, uuid4(), said, seen=0, key=uuid4(), by=by, at=at).visit.id


def day(text: str) -> date:
    """A day as it is written in a story."""
    return date.fromisoformat(text)
