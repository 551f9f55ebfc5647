"""Emergency access: the reason first, some hours, told to the leader; and what a barred person does that cannot wait."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from oppvekst.domain.cases.rules import told_on
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Emergency
from oppvekst.ground.agenda.models import EMERGENCY, Item
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

NOT_THERE = "Vi finner ingen sak med dette nummeret som du kan åpne. Se om nummeret er riktig, eller ring lederen din."


def break_glass(
    case: str, *, kind: str, words: str, by: Actor, at: datetime, cannot_wait: bool = False
) -> Emergency:  # fmt: skip
    """Open a case for some hours to one who has no access to it (bvl § 13-1; fvl § 13 b), by its number or its id.

    ``cannot_wait``: the actor is barred from the case, and does only what cannot wait without harm (fvl § 7).
    """
    lacking = {
        "kind": "" if kind in Emergency.Kind.values else "Velg hvorfor det haster.",
        "words": "" if words.strip() else "Skriv hvorfor du må inn i saken nå. Lederen leser det.",
    }
    if any(lacking.values()):
        raise Incomplete({field: told for field, told in lacking.items() if told})
    with act("access.emergency", by=by, at=at, right="case.emergency", law="bvl § 13-1") as entry:
        opened = _broken(case.strip(), kind, words.strip(), cannot_wait, at)
        if opened is None:
            raise NotFound(NOT_THERE)
        entry.written_by_the_database(opened[0], case_id=opened[1])
    return Emergency.objects.get(id=opened[0])


def end_emergency(emergency_id: UUID, *, by: Actor, at: datetime) -> None:
    """End an emergency access before its hours are over."""
    with act("access.emergency_ended", by=by, at=at, right="case.emergency", law="bvl § 13-1") as entry:
        found = Emergency.objects.select_related("staff").filter(id=emergency_id).first()
        with connection.cursor() as cursor:
            cursor.execute("select access.end_emergency(%s)", [emergency_id])
            case_id = cursor.fetchone()[0]
        if found is None or case_id is None:
            raise NotFound("Nødtilgangen er allerede over, eller den er ikke din.")
        says = f"Nødtilgangen til {found.staff.name} ble avsluttet."
        entry.about(found.id, case_id=case_id, says=says)


def review_emergency(emergency_id: UUID, *, by: Actor, at: datetime) -> None:
    """The leader has looked at an emergency access (bvl § 13-1). Nobody looks over her own."""
    with act("access.emergency_reviewed", by=by, at=at, right="case.grant", law="bvl § 13-1") as entry:
        found = Emergency.objects.select_related("staff").filter(id=emergency_id).first()
        if found is None:
            raise NotFound("Vi finner ikke denne nødtilgangen.")
        if found.staff_id == by.staff_id:
            raise NotAllowed("Du kan ikke se over din egen nødtilgang. Det gjør en annen i ledelsen.")
        waiting = Item.objects.filter(subject=found.id, rule=EMERGENCY, open=True)
        if not waiting.update(open=False, done_on=oslo_date(at)):
            raise NotAllowed("Nødtilgangen er allerede sett over, eller det er lederen som skal gjøre det.")
        entry.about(found.id, case_id=found.case_id, says=f"{by.name} så over nødtilgangen til {found.staff.name}.")


def _broken(case: str, kind: str, words: str, cannot_wait: bool, at: datetime) -> tuple[UUID, UUID] | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select emergency, which from access.break_glass(%s, %s, %s, %s, %s, %s)",
            [case, kind, words, cannot_wait, at, told_on(oslo_date(at))],
        )
        row = cursor.fetchone()
    return (row[0], row[1]) if row else None
