"""Telling a party who has seen the case: made as a proposal, given by a person (bvl §§ 12-6, 13-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from oppvekst.domain.cases.models import LookExtract, Party
from oppvekst.domain.cases.queries import get_case, get_extract, hold_back, uninformed
from oppvekst.domain.cases.rules.extract import Asker, Look, hindrance, told
from oppvekst.domain.people.queries import get_person
from oppvekst.domain.people.rules import age
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.ground.journal.reviewing import looks_to_tell
from oppvekst.law.calendar import OSLO, in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

RIGHT, NAMES = "looks.extract", "looks.name"
LAW = "bvl §§ 12-6, 13-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be told: a period, a language, and names only when somebody decides it and says why."""

    since: date
    until: date
    language: str = "nb"
    named: bool = False
    reasons: str = ""


def make_extract(party_id: UUID, wanted: Wanted, *, by: Actor, at: datetime) -> LookExtract:
    """Put together who has seen the case, for one party. It is given to nobody yet."""
    with act("look_extract.made", by=by, at=at, right=RIGHT, law=LAW) as entry:
        party = _party(party_id)
        _refuse_unless_told(party, at=at)
        _refuse_unless_complete(wanted, by=by, at=at)
        days, left_out = _days(party, wanted, by=by)
        extract = LookExtract.objects.create(
            municipality_id=by.municipality, case_id=party.case_id, party=party, since=wanted.since, until=wanted.until,
            addressee=get_person(party.person_id).name, language=wanted.language, named=wanted.named,
            named_reasons=wanted.reasons.strip() if wanted.named else "", days=days, left_out=left_out, made_at=at,
            made_by=by.person, made_by_name=by.name,
        )  # fmt: skip
        entry.about(extract.id, case_id=party.case_id, says=_says(extract, party), left_out=left_out)
    return extract


def hand_out(extract_id: UUID, how: str, *, by: Actor, at: datetime) -> LookExtract:
    """Somebody gives the extract to the party, and says how. What was given to whom is kept as it was."""
    if not how.strip():
        raise Incomplete({"how": "Skriv hvordan det ble gitt, for eksempel «i hånden på kontoret»."})
    with act("look_extract.given", by=by, at=at, right=RIGHT, law=LAW) as entry:
        extract = get_extract(extract_id)
        if extract.handed_at:
            raise NotAllowed("Utdraget er allerede gitt. Lag et nytt hvis det trengs flere.")
        _refuse_unless_told(extract.party, at=at)
        extract.handed_at, extract.handed_by, extract.handed_by_name = at, by.person, by.name
        extract.handed_how = how.strip()
        extract.save(update_fields=["handed_at", "handed_by", "handed_by_name", "handed_how"])
        says = f"{extract.addressee} fikk et utdrag av hvem som har sett saken: {extract.handed_how}."
        entry.about(extract.id, case_id=extract.case_id, says=says)
    return extract


def asker_of(party: Party, *, today: date) -> Asker:
    """What decides whether this party may be told."""
    born = get_person(party.person_id).birth_date
    return Asker(
        part=party.part, years=age(born, today=today) if born else None, responsible=party.parental_responsibility,
        held_back=hold_back(party.case_id) is not None,
        uninformed=any(one.person_id == party.person_id for one in uninformed(party.case_id)),
    )  # fmt: skip


def _party(party_id: UUID) -> Party:
    party = Party.objects.filter(id=party_id, valid_to=None).first()
    if party is None:
        raise NotFound("Vi finner ikke denne personen i en sak du har tilgang til.")
    get_case(party.case_id)
    return party


def _refuse_unless_told(party: Party, *, at: datetime) -> None:
    stopped = hindrance(asker_of(party, today=oslo_date(at)))
    if stopped:
        raise stopped


def _refuse_unless_complete(wanted: Wanted, *, by: Actor, at: datetime) -> None:
    if wanted.until < wanted.since:
        raise Incomplete({"until": "Siste dag kan ikke være før første dag."})
    if wanted.until > oslo_date(at):
        raise Incomplete({"until": "Velg en dag som har vært."})
    if wanted.named:
        by.must(NAMES)
        if not wanted.reasons.strip():
            raise Incomplete(
                {"reasons": "Skriv hvorfor navnene skal gis. Et navn kan være en trussel mot den som bærer det."}
            )


def _days(party: Party, wanted: Wanted, *, by: Actor) -> tuple[list[dict[str, object]], int]:
    found = looks_to_tell(
        party.case_id, by=by, named=wanted.named, since=datetime.combine(wanted.since, time(), OSLO),
        before=datetime.combine(wanted.until + timedelta(days=1), time(), OSLO),
    )  # fmt: skip
    looks = [Look(one.at, one.kind, one.title, one.why, one.name) for one in found]
    days, left_out = told(looks, to_parent=asker_of(party, today=wanted.until).parent)
    return [{"day": day.isoformat(), "told": [line.to_plain() for line in lines]} for day, lines in days], left_out


def _says(extract: LookExtract, party: Party) -> str:
    period = f"{in_words(extract.since)} til {in_words(extract.until)}"
    says = f"Utdrag av hvem som har sett saken, til {party.get_part_display()}, {period}."
    return f"{says} Med navn på ansatte: {extract.named_reasons}" if extract.named else says
