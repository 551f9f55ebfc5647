"""A case is closed when nothing goes on in it, read with a reason afterwards, and opened again (bvl §§ 12-4, 13-1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from oppvekst.domain.cases.models import Case, Closing
from oppvekst.domain.cases.queries import closed_cases, get_case, in_the_way, reveals
from oppvekst.domain.cases.rules.closing import LAW, Holds, must_wait
from oppvekst.domain.cases.rules.outward import REVEALS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

RIGHT = "case.close"
# How long a closed case stays open to the leader who gave a reason for reading it.
READ_FOR = timedelta(days=1)
IN_EMERGENCY = "Med nødtilgang kan du ikke avslutte eller åpne en sak. Det gjør de som har den, eller lederen."


@dataclass(frozen=True, kw_only=True)
class Words:
    """Why it is closed, for the journal, and what the family is told, in plain words."""

    reasons: str
    to_family: str
    language: str = Closing.Language.BOKMAL


def close_case(case_id: UUID, said: Words, holds: Iterable[Holds], *, by: Actor, at: datetime) -> Closing:
    """Close the case (bvl § 12-4): access ends, the family is told, and nothing is deleted.

    ``holds``: what each room says of whether it holds the case open.
    """
    _refuse_incomplete(said)
    with act("case.closed", by=by, at=at, right=RIGHT, law=str(LAW)) as entry:
        case = _open(case_id, by)
        if refusal := must_wait(in_the_way(case_id, holds, today=oslo_date(at))):
            raise refusal
        if reveals(said.to_family, case_id):
            raise NotAllowed(REVEALS, bvl("13-5", 3))
        closing = Closing.objects.create(
            municipality_id=by.municipality, case=case, reasons=said.reasons.strip(), words=said.to_family.strip(),
            language=said.language, child_name=case.child.given_name, closed_at=at, closed_by=by.person, closed_by_name=by.name,
        )  # fmt: skip
        entry.about(closing.id, case_id=case_id, says=_says(said.reasons.strip(), _shut(case_id, closing)))
    return closing


def reopen_case(case_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Open a closed case again, with the reason (bvl § 12-4); whoever does it has the case from then on."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor saken åpnes igjen."})
    with act("case.reopened", by=by, at=at, right=RIGHT, law=str(LAW)) as entry:
        get_case(case_id)
        if by.in_emergency(case_id):
            raise NotAllowed(IN_EMERGENCY)
        with connection.cursor() as cursor:
            cursor.execute("select access.reopen_case(%s, %s, %s)", [case_id, reasons.strip(), at])
            if not cursor.fetchone()[0]:
                raise NotAllowed("Saken er ikke avsluttet.")
        if not Grant.objects.filter(case_id=case_id, staff_id=by.person, valid_to=None).exists():
            _give_self(case_id, "Åpnet saken igjen", by=by, at=at, reason=Grant.Reason.ASSIGNED)
        Case.objects.filter(id=case_id).update(responsible=by.person)
        entry.about(case_id, case_id=case_id, says=f"Saken ble åpnet igjen: {reasons.strip()}")


def open_closed_case(case_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """The leader opens a closed case to read it, with a reason that stands in its journal, for a day (bvl § 13-1; fvl § 13 b)."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hvorfor du må se saken. Grunnen blir stående i journalen."})
    with act("access.given", by=by, at=at, right="case.grant", law="bvl § 13-1") as entry:
        if not by.wide or case_id not in {one.id for one in closed_cases()}:
            raise NotFound("Vi finner ingen avsluttet sak som du kan åpne.")
        _give_self(case_id, words.strip(), by=by, at=at, reason=Grant.Reason.CLOSED, until=at + READ_FOR)
        entry.written_by_the_database(by.person, case_id=case_id)


def read_with_reason(case_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """The leader goes from a number to the child behind it: why stands in the child's journal (bvl § 13-1; fvl § 13 b)."""
    if by.wide and case_id in {one.id for one in closed_cases()}:
        return open_closed_case(case_id, words, by=by, at=at)
    if not words.strip():
        raise Incomplete({"words": "Skriv hvorfor du må se saken. Grunnen blir stående i journalen."})
    with act("access.read_with_reason", by=by, at=at, right="case.grant", law="bvl § 13-1") as entry:
        case = get_case(case_id)
        says = f"{by.name} åpnet saken fra oversikten over tjenesten: {words.strip()}"
        entry.about(case.id, case_id=case.id, says=says)
    return None


def _open(case_id: UUID, by: Actor) -> Case:
    Case.objects.select_for_update(of=("self",)).filter(id=case_id).values_list("id").first()
    case = get_case(case_id)
    if case.state == Case.State.CLOSED:
        raise NotAllowed("Saken er allerede avsluttet.")
    if by.in_emergency(case_id):
        raise NotAllowed(IN_EMERGENCY)
    return case


def _shut(case_id: UUID, closing: Closing) -> list[str]:
    """The state and the access change together, in the database; who had the case until now."""
    with connection.cursor() as cursor:
        cursor.execute("select access.close_case(%s, %s)::text", [case_id, closing.id])
        ended = cursor.fetchone()[0]
    if ended is None:
        raise NotAllowed("Du kan ikke avslutte denne saken.", LAW)
    closing.refresh_from_db(fields=["access_ended"])
    return list(closing.access_ended)


def _says(reasons: str, ended: list[str]) -> str:
    who = f" Tilgangen ble avsluttet for {', '.join(ended)}." if ended else ""
    return f"Saken ble avsluttet: {reasons}{who}"


def _give_self(
    case_id: UUID, words: str, *, by: Actor, at: datetime, reason: str, until: datetime | None = None
) -> None:
    Grant.objects.create(
        municipality_id=by.municipality, staff_id=by.person, case_id=case_id, reason=reason, words=words, given_by=by.person,
        given_at=at, valid_to=until,
    )  # fmt: skip


def _refuse_incomplete(said: Words) -> None:
    wrong = {}
    if not said.reasons.strip():
        wrong["reasons"] = "Skriv hvorfor saken avsluttes. Det står i journalen."
    if not said.to_family.strip():
        wrong["to_family"] = "Skriv til familien, med vanlige ord, at saken er avsluttet, og hvorfor."
    if said.language not in Closing.Language.values:
        wrong["language"] = "Velg målform."
    if wrong:
        raise Incomplete(wrong, LAW)
