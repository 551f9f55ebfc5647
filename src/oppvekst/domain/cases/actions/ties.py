"""Writing down who is what to whom, changing it, ending it, and taking an ending back. Nothing is ever removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from oppvekst.domain.cases.actions.case import add_party
from oppvekst.domain.cases.actions.happenings import one_writer
from oppvekst.domain.cases.models import Case, Party, Tie
from oppvekst.domain.cases.queries.ties import as_link, get_tie
from oppvekst.domain.cases.rules.kin import KINDS, Link, impossible
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound


@dataclass(frozen=True)
class Bond:
    """What is said of a tie: its kind, where the child or the family sets it, their own words, and where we know it from."""

    kind: str
    source: str
    place: str = ""
    closeness: str = ""
    note: str = ""
    valid_from: date | None = None


def add_tie(case_id: UUID, person: UUID, other: UUID, bond: Bond, *, by: Actor, at: datetime) -> Tie:
    """Write down what one person of the case is to another, in this case alone (bvl § 12-4)."""
    _known_source(bond)
    with act("tie.written", by=by, at=at, right="party.register", law="bvl § 12-4") as entry:
        tie = _written(one_writer(case_id), person, other, bond, by=by, at=at)
        entry.about(tie.id, case_id=case_id, says=f"Skrevet ned: {_says(tie)}.")
    return tie


def add_tie_with(
    case_id: UUID, details: Details, other: UUID, bond: Bond, *, by: Actor, at: datetime, backwards: bool = False
) -> Tie:
    """Write somebody new into the case and what she is to another there: both, or neither."""
    _known_source(bond)
    with transaction.atomic():
        new = add_party(case_id, details, Party.Part.NETWORK, by=by, at=at, source=bond.source).person_id
        return add_tie(case_id, *((other, new) if backwards else (new, other)), bond, by=by, at=at)


def change_tie(case_id: UUID, tie_id: UUID, bond: Bond, *, by: Actor, at: datetime) -> Tie:
    """Write a tie anew; what it said before stands behind it."""
    _known_source(bond)
    with act("tie.changed", by=by, at=at, right="party.register", law="bvl § 12-4") as entry:
        case = one_writer(case_id)
        old = get_tie(case_id, tie_id)
        _end(old, Tie.Ending.CHANGED, "", by=by, at=at)
        tie = _written(case, old.person_id, old.other_id, bond, by=by, at=at, replaces=old)
        entry.about(tie.id, case_id=case_id, says=f"Endret: {_says(tie)}.")
    return tie


def end_tie(
    case_id: UUID, tie_id: UUID, ending: str, reasons: str, *, by: Actor, at: datetime, on: date | None = None
) -> None:
    """Say that a tie is over, or that it was a mistake, with the reason. It stands among the earlier ones."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hva som er endret, eller hva som var feil."})
    with act("tie.ended", by=by, at=at, right="party.register", law="bvl § 12-4") as entry:
        tie = get_tie(case_id, tie_id)
        _end(tie, ending, reasons, by=by, at=at, on=on)
        entry.about(tie.id, case_id=case_id, says=f"Avsluttet: {_says(tie)}. {reasons.strip()}")


def resume_tie(case_id: UUID, tie_id: UUID, *, by: Actor, at: datetime) -> Tie:
    """Take an ending back: the tie is written again as it was, and the ending stands behind it."""
    with act("tie.resumed", by=by, at=at, right="party.register", law="bvl § 12-4") as entry:
        case = one_writer(case_id)
        old = get_tie(case_id, tie_id)
        if old.ended_at is None:
            raise NotAllowed("Båndet står allerede.")
        if old.newer.exists():
            raise NotAllowed("Båndet er skrevet på nytt siden. Endre det som står.")
        bond = Bond(old.kind, old.source, old.place, old.closeness, old.note, old.valid_from)
        tie = _written(case, old.person_id, old.other_id, bond, by=by, at=at, replaces=old)
        entry.about(tie.id, case_id=case_id, says=f"Avslutningen er tatt tilbake: {_says(tie)}.")
    return tie


def _written(
    case: Case, person: UUID, other: UUID, bond: Bond, *, by: Actor, at: datetime, replaces: Tie | None = None
) -> Tie:
    if bond.kind not in KINDS:
        raise Incomplete({"kind": "Velg hva de er for hverandre."})
    here = set(
        Party.objects.filter(case=case, valid_to=None, person__in=[person, other]).values_list("person", flat=True)
    )
    if not {person, other} <= here:
        raise NotFound("Vi finner ikke begge disse menneskene i saken.")
    standing = [as_link(tie) for tie in Tie.objects.filter(case=case, ended_at=None)]
    if hindrance := impossible(Link(str(person), str(other), bond.kind), standing):
        raise NotAllowed(hindrance)
    tie = Tie.objects.create(
        municipality_id=by.municipality, case=case, person_id=person, other_id=other, kind=bond.kind, place=bond.place,
        closeness=bond.closeness.strip(), source=bond.source.strip(), note=bond.note.strip(), valid_from=bond.valid_from,
        replaces=replaces, written_by=by.person, written_by_name=by.name, written_at=at,
    )  # fmt: skip
    return get_tie(case.id, tie.id)


def _end(tie: Tie, ending: str, reasons: str, *, by: Actor, at: datetime, on: date | None = None) -> None:
    changed = Tie.objects.filter(id=tie.id, ended_at=None).update(
        ended_at=at, ended_by_name=by.name, ending=ending, ended_reasons=reasons.strip(), valid_to=on
    )
    if not changed:
        raise NotAllowed("Båndet er allerede avsluttet eller endret av en annen. Se på kartet på nytt.")


def _known_source(bond: Bond) -> None:
    if not bond.source.strip():
        raise Incomplete({"source": "Skriv hvor opplysningene kommer fra. Andre skal kunne etterprøve dem."})


def _says(tie: Tie) -> str:
    return f"{tie.person.name} er {KINDS[tie.kind].there} {tie.other.name}"
