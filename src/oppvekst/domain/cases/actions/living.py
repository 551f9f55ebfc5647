"""Writing where the child lives, who has parental responsibility, and whether the child understands what its case is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.cases.models import Case, Party, Residence, Responsibility, Understanding
from oppvekst.domain.cases.queries import get_case
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotFound

RIGHT = "party.register"
PARENTS = (Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT)


@dataclass(frozen=True, kw_only=True)
class Known:
    """From which day something holds, where we know it from, and when somebody looked it up."""

    valid_from: date
    source: str
    checked_on: date

    def demand(self, *, today: date) -> None:
        """Refuse what others cannot check afterwards (bvl § 12-4)."""
        lacking = {}
        if not self.source.strip():
            lacking["source"] = "Skriv hvor opplysningene kommer fra. Andre skal kunne etterprøve dem."
        if self.checked_on > today:
            lacking["checked_on"] = "Velg dagen noen så etter. Den kan ikke være fram i tid."
        if lacking:
            raise Incomplete(lacking)


def note_residence(
    case_id: UUID, living: str, known: Known, *, by: Actor, at: datetime, person_id: UUID | None = None
) -> Residence:
    """Write where the child lives from a day on, before anybody is asked to consent (barnelova §§ 36, 37; bvl § 3-1)."""
    known.demand(today=oslo_date(at))
    with act("case.residence", by=by, at=at, right=RIGHT, law="bvl § 12-4") as entry:
        case = get_case(case_id)
        alone = living == Residence.Living.ONE
        with_whom = _parent(case_id, person_id, "Velg hvem av foreldrene barnet bor fast hos.") if alone else None
        row = Residence.objects.create(
            living=living, person_id=with_whom.person_id if with_whom else None, **_noted(case, known, by, at)
        )
        if known.valid_from <= oslo_date(at):
            _agree(case_id, row)
        whom = f" ({with_whom.person.name})" if with_whom else ""
        says = f"Fra {in_words(known.valid_from)} bor barnet {row.get_living_display()}{whom}. Kilde: {row.source}."
        entry.about(row.id, case_id=case.id, says=says)
    return row


def note_responsibility(
    case_id: UUID, person_id: UUID, known: Known, *, holds: bool, by: Actor, at: datetime
) -> Responsibility:
    """Write whether somebody has parental responsibility from a day on (barnelova § 30; bvl § 12-2)."""
    known.demand(today=oslo_date(at))
    with act("case.responsibility", by=by, at=at, right=RIGHT, law="bvl § 12-2") as entry:
        case = get_case(case_id)
        party = _parent(case_id, person_id, "Velg hvem av foreldrene det gjelder.")
        _keep_what_was_said(case, party, by, at)
        row = Responsibility.objects.create(person_id=party.person_id, holds=holds, **_noted(case, known, by, at))
        if known.valid_from <= oslo_date(at):
            Party.objects.filter(id=party.id).update(parental_responsibility=holds)
        says = f"Fra {in_words(known.valid_from)}: {party.person.name} {row}. Kilde: {row.source}."
        entry.about(row.id, case_id=case.id, says=says)
    return row


def assess_understanding(
    case_id: UUID, *, understands: bool, reasons: str, assessed_on: date, by: Actor, at: datetime
) -> Understanding:
    """Write whether the child understands what its case is about, by whom and why (bvl § 12-3 (1))."""
    lacking = {} if reasons.strip() else {"reasons": "Skriv hva vurderingen bygger på, for eksempel en samtale."}
    if assessed_on > oslo_date(at):
        lacking["assessed_on"] = "Velg dagen det ble vurdert. Den kan ikke være fram i tid."
    if lacking:
        raise Incomplete(lacking)
    with act("case.understanding", by=by, at=at, right=RIGHT, law="bvl § 12-3 (1)") as entry:
        case = get_case(case_id)
        row = Understanding.objects.create(
            municipality_id=by.municipality, case=case, understands=understands, reasons=reasons.strip(),
            assessed_on=assessed_on, noted_at=at, noted_by=by.person, noted_by_name=by.name,
        )  # fmt: skip
        entry.about(row.id, case_id=case.id, says=f"Vurdert {in_words(assessed_on)}: barnet {row}.")
    return row


def _noted(case: Case, known: Known, by: Actor, at: datetime) -> dict[str, Any]:
    return {
        "municipality_id": by.municipality, "case": case, "source": known.source.strip(), "checked_on": known.checked_on,
        "valid_from": known.valid_from, "noted_at": at, "noted_by": by.person, "noted_by_name": by.name,
    }  # fmt: skip


def _parent(case_id: UUID, person_id: UUID | None, sentence: str) -> Party:
    if person_id is None:
        raise Incomplete({"person": sentence})
    found = Party.objects.select_related("person").filter(
        case_id=case_id, person_id=person_id, part__in=PARENTS, valid_to=None
    ).first()  # fmt: skip
    if found is None:
        raise NotFound("Vi finner ikke denne forelderen i saken.")
    return found


def _keep_what_was_said(case: Case, party: Party, by: Actor, at: datetime) -> None:
    """What was said when the person came in, gets its own row, so that earlier days are still judged by it."""
    before = party.parental_responsibility
    if before is None or Responsibility.objects.filter(case=case, person_id=party.person_id).exists():
        return
    known = Known(valid_from=party.valid_from, source=party.source or "Saken", checked_on=party.valid_from)
    Responsibility.objects.create(person_id=party.person_id, holds=before, **_noted(case, known, by, at))


def _agree(case_id: UUID, row: Residence) -> None:
    """The mark on each parent follows the residence that holds now: what protects a shared roof goes by it."""
    both = row.living in (Residence.Living.TOGETHER, Residence.Living.SHARED)
    for party in Party.objects.filter(case_id=case_id, part__in=PARENTS, valid_to=None):
        lives = both or party.person_id == row.person_id
        if party.lives_with_child is not lives:
            Party.objects.filter(id=party.id).update(lives_with_child=lives)
