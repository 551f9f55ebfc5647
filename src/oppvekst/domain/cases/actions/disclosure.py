"""Others with a right to read: a set of one case, with ground, days and receipt (bvl §§ 12-9, 14-9, 17-4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.models import Disclosure
from oppvekst.domain.cases.queries import get_case, get_disclosure
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words
from oppvekst.law.refusals import Incomplete, NotAllowed

RIGHT = "case.disclose"


def disclose(
    case_id: UUID, *, body: str, recipient: str, ground: str, reasons: str, contents: Sequence[str], since: date, until: date,
    by: Actor, at: datetime,
) -> Disclosure:  # fmt: skip
    """Write down what another body is given to read, before it is given (bvl § 17-4; fvl § 13 b)."""
    lacking = {
        "recipient": "" if recipient.strip() else "Skriv hvem der som får det.",
        "ground": "" if ground.strip() else "Skriv hjemmelen.",
        "reasons": "" if reasons.strip() else "Skriv hvorfor de får det.",
        "contents": "" if contents else "Velg hva settet inneholder.",
        "until": "" if until >= since else "Den siste dagen kan ikke komme før den første.",
    }
    if any(lacking.values()):
        raise Incomplete({field: told for field, told in lacking.items() if told})
    with act("disclosure.made", by=by, at=at, right=RIGHT, law=ground.strip()) as entry:
        made = Disclosure.objects.create(
            municipality_id=by.municipality, case=get_case(case_id), body=body, recipient=recipient.strip(),
            ground=ground.strip(), reasons=reasons.strip(), contents=list(contents), made_by=by.person,
            made_by_name=by.name, made_at=at, valid_from=since, valid_to=until,
        )  # fmt: skip
        whom = f"{made.get_body_display().capitalize()} ved {made.recipient}"
        says = f"{whom} fikk et sett av saken fra {in_words(since)} til {in_words(until)}: {made.reasons}"
        entry.about(made.id, case_id=case_id, says=says, contents=made.contents)
    return made


def note_receipt(
    case_id: UUID, disclosure_id: UUID, *, received_on: date, receipt: str, by: Actor, at: datetime
) -> None:
    """The body has confirmed that it has the set."""
    if not receipt.strip():
        raise Incomplete({"receipt": "Skriv hvem som kvitterte, og hvordan."})
    with act("disclosure.received", by=by, at=at, right=RIGHT, law="bvl § 17-4") as entry:
        made = get_disclosure(case_id, disclosure_id)
        if made.received_on:
            raise NotAllowed("Kvitteringen er allerede ført.")
        Disclosure.objects.filter(id=made.id).update(received_on=received_on, receipt=receipt.strip())
        entry.about(made.id, case_id=case_id, says=f"{made.recipient} kvitterte for settet: {receipt.strip()}")


def end_disclosure(case_id: UUID, disclosure_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """The right is over before its last day: the set is given back or made useless, and it is said why."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor, og hva som er gjort med settet."})
    with act("disclosure.ended", by=by, at=at, right=RIGHT, law="bvl § 17-4") as entry:
        made = get_disclosure(case_id, disclosure_id)
        if made.ended_at:
            raise NotAllowed("Settet er allerede avsluttet.")
        Disclosure.objects.filter(id=made.id).update(ended_at=at, ended_reasons=reasons.strip())
        entry.about(made.id, case_id=case_id, says=f"Settet til {made.recipient} ble avsluttet: {reasons.strip()}")
