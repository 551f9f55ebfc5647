"""Writing the assessment of a child's needs (bvl §§ 1-3, 2-2 (3), 12-4).

What is an act, and what is not. To take an item in or leave it out, to add or correct a fact, to save what is written of a
theme, and to mark the grounds: each is something somebody vouches for, and stands in the child's journal with one entry. A
theme is saved when its writer says so, so a day's writing becomes a few entries and not one for each key. What is being
written meanwhile is a draft: it is kept every few seconds, it is nobody's word yet, and the journal knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import DatabaseError, transaction

from oppvekst.domain.concerns.rules import NEEDS
from oppvekst.domain.investigations.models import (
    Investigation,
    NeedsAssessment,
    NeedsDraft,
    NeedsFact,
    NeedsItem,
    NeedsVersion,
)
from oppvekst.domain.investigations.queries import assessment_of, get_investigation
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.refused import refusal_in
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

RIGHT = "investigation.assess"
SCOPE = bvl("2-2", 3)
WRITING = bvl("12-4")
CLOSED = (
    "Undersøkelsen er avsluttet, og vurderingen står som den var. Skriv det nye i en ny undersøkelse eller i journalen."
)
OVERTAKEN = "En kollega har lagret om det samme mens du skrev. Ingenting er borte: les det, og lagre en gang til."


@dataclass(frozen=True)
class Written:
    """What somebody saves of one item, and the version she had before her."""

    code: str
    version: int
    texts: dict[str, str]


@dataclass(frozen=True)
class Known:
    """A fact as it is told: what, who says so, and the day it was so or was said."""

    text: str
    source: str
    on: date | None


def include(investigation_id: UUID, code: str, *, by: Actor, at: datetime) -> NeedsItem:
    """Take an item into the assessment, which begins with the first (bvl § 2-2 (3): no wider than needed)."""
    with act("needs.included", by=by, at=at, right=RIGHT, law=SCOPE) as entry:
        investigation = _held(investigation_id)
        item = NEEDS.require(code, on=oslo_date(at))
        assessment = _begun(investigation, by, at)
        found = _considered(assessment, code, relevant=True)
        entry.about(
            investigation.id, case_id=investigation.case_id, says=f"Tok «{item.text}» med i vurderingen av barnets behov.",
            code=code,
        )  # fmt: skip
        return found


def leave_out(investigation_id: UUID, code: str, *, by: Actor, at: datetime) -> NeedsItem:
    """Say that an item is not relevant for this child (bvl § 2-2 (3)). What is written under it is kept, and not shown."""
    with act("needs.left_out", by=by, at=at, right=RIGHT, law=SCOPE) as entry:
        investigation = _held(investigation_id)
        item = NEEDS.require(code, on=oslo_date(at))
        assessment = _begun(investigation, by, at)
        found = _considered(assessment, code, relevant=False)
        says = f"Vurderte at «{item.text}» ikke er aktuelt nå."
        entry.about(investigation.id, case_id=investigation.case_id, says=says, code=code)
        return found


def write(investigation_id: UUID, written: Sequence[Written], *, by: Actor, at: datetime) -> None:
    """Save what is written of some items as new versions; refused whole if a colleague has saved meanwhile (bvl § 12-4)."""
    with act("needs.written", by=by, at=at, right=RIGHT, law=WRITING) as entry:
        investigation = _held(investigation_id)
        found = _items(investigation.id, [one.code for one in written])
        for one in written:
            _saved(found[one.code], one, by, at)
        titles = ", ".join(f"«{NEEDS.get(one.code).text}»" for one in written)
        entry.about(
            investigation.id, case_id=investigation.case_id, says=f"Skrev i vurderingen av barnets behov: {titles}.",
            codes=[one.code for one in written],
        )  # fmt: skip


def add_fact(
    investigation_id: UUID, code: str, known: Known, *, corrects: UUID | None = None, by: Actor, at: datetime
) -> NeedsFact:
    """Add a fact with its source and day; one that was wrong stays, and this one points at it (bvl § 12-4)."""
    with act("needs.fact_added", by=by, at=at, right=RIGHT, law=WRITING) as entry:
        investigation = _held(investigation_id)
        known_on = _complete(known, oslo_date(at))
        item = _items(investigation.id, [code])[code]
        wrong = _wrong(item, corrects) if corrects else None
        fact = NeedsFact.objects.create(
            municipality_id=item.municipality_id, case_id=item.case_id, item=item, text=known.text.strip(),
            source=known.source.strip(), known_on=known_on, corrects=wrong, added_at=at, added_by=by.person,
            added_by_name=by.name,
        )  # fmt: skip
        did = "Rettet en opplysning" if wrong else "La til en opplysning"
        says = f"{did} om «{NEEDS.get(code).text}», fra {fact.source}."
        entry.about(investigation.id, case_id=investigation.case_id, says=says, code=code, fact=str(fact.id))
        return fact


def mark_grounds(investigation_id: UUID, codes: Sequence[str], *, by: Actor, at: datetime) -> None:
    """Mark which relevant items are the grounds of what is decided, and no others (*vedtaksgrunnlag*; bvl § 12-5)."""
    with act("needs.grounds", by=by, at=at, right=RIGHT, law=bvl("12-5")) as entry:
        investigation = _held(investigation_id)
        held = NeedsItem.objects.select_for_update(of=("self",)).filter(assessment__investigation_id=investigation.id)
        rows = {row.code: row for row in held.order_by("code")}
        if unknown := [code for code in codes if code not in rows or not rows[code].relevant]:
            told = ", ".join(NEEDS.get(code).text for code in unknown)
            raise Incomplete({"grounds": f"Bare punkter som er med i vurderingen, kan være grunnlag: {told}."})
        for row in rows.values():
            row.is_ground = row.code in codes
        NeedsItem.objects.bulk_update(rows.values(), ["is_ground"])
        titles = ", ".join(f"«{NEEDS.get(code).text}»" for code in sorted(codes)) or "ingen"
        entry.about(
            investigation.id, case_id=investigation.case_id, says=f"Grunnlaget er: {titles}.", codes=sorted(codes)
        )


def keep_draft(item: NeedsItem, texts: dict[str, str], *, based_on: int, by: Actor, at: datetime) -> None:
    """Keep what somebody is writing, for her alone to go on with; no act, no entry (see above). Empty texts end the draft."""
    by.must(RIGHT)
    try:
        with transaction.atomic():
            changed = {"texts": texts, "based_on": based_on, "written_at": at}
            fixed = {
                "municipality_id": item.municipality_id, "case_id": item.case_id, "written_by_name": by.name,
            }  # fmt: skip
            if texts or NeedsDraft.objects.filter(item=item, written_by=by.person).exclude(texts={}).exists():
                NeedsDraft.objects.update_or_create(
                    item=item, written_by=by.person, defaults=changed, create_defaults=changed | fixed
                )
    except DatabaseError as error:
        if refusal := refusal_in(error):
            raise refusal from error
        raise


def must_be_open(investigation: Investigation) -> None:
    """Refuse to write in what is ended (bvl § 12-4): it stands as it was when it was decided upon."""
    if investigation.concluded_on:
        raise NotAllowed(CLOSED, WRITING, because=("concluded",))


def _held(investigation_id: UUID) -> Investigation:
    """The investigation, open and held: of two who begin its assessment at once, the second finds it begun."""
    Investigation.objects.select_for_update(of=("self",)).filter(id=investigation_id).values_list("id").first()
    investigation = get_investigation(investigation_id)
    must_be_open(investigation)
    return investigation


def _begun(investigation: Investigation, by: Actor, at: datetime) -> NeedsAssessment:
    if found := assessment_of(investigation.id):
        return found
    before = NeedsAssessment.objects.filter(case_id=investigation.case_id).order_by("-begun_at").first()
    return NeedsAssessment.objects.create(
        municipality_id=investigation.municipality_id, case_id=investigation.case_id, investigation=investigation,
        continues=before, begun_at=at, begun_by=by.person,
    )  # fmt: skip


def _considered(assessment: NeedsAssessment, code: str, *, relevant: bool) -> NeedsItem:
    item = NeedsItem.objects.filter(assessment=assessment, code=code).first()
    if item is None:
        return NeedsItem.objects.create(
            municipality_id=assessment.municipality_id, case_id=assessment.case_id, assessment=assessment, code=code,
            relevant=relevant,
        )  # fmt: skip
    if item.relevant == relevant:
        told = "er allerede med" if relevant else "er allerede lagt bort"
        raise NotAllowed(f"«{NEEDS.get(code).text}» {told}.", because=("already",))
    item.relevant, item.is_ground = relevant, item.is_ground and relevant
    item.save(update_fields=["relevant", "is_ground"])
    return item


def _items(investigation_id: UUID, codes: Sequence[str]) -> dict[str, NeedsItem]:
    """The items, held in the list's order: two who save the same theme wait for each other."""
    asked = NeedsItem.objects.select_for_update(of=("self",)).filter(assessment__investigation_id=investigation_id)
    found = {item.code: item for item in asked.filter(code__in=codes).order_by("code")}
    for code in codes:
        if code not in found:
            raise NotFound(f"«{NEEDS.get(code).text}» er ikke med i vurderingen.")
        if not found[code].relevant:
            raise NotAllowed(f"«{NEEDS.get(code).text}» er lagt bort. Ta det med igjen først.", SCOPE)
    return found


def _saved(item: NeedsItem, written: Written, by: Actor, at: datetime) -> None:
    if item.version != written.version:
        raise NotAllowed(OVERTAKEN, because=("changed_meanwhile",))
    item.version += 1
    NeedsVersion.objects.create(
        municipality_id=item.municipality_id, case_id=item.case_id, item=item, number=item.version, saved_at=at,
        saved_by=by.person, saved_by_name=by.name, **written.texts,
    )  # fmt: skip
    item.save(update_fields=["version"])
    keep_draft(item, {}, based_on=item.version, by=by, at=at)


def _complete(known: Known, today: date) -> date:
    """The day of a fact that is told whole."""
    lacking = {
        "text": "" if known.text.strip() else "Skriv opplysningen.",
        "source": "" if known.source.strip() else "Skriv hvor opplysningen kommer fra.",
        "known_on": _wrong_day(known.on, today),
    }
    if told := {name: sentence for name, sentence in lacking.items() if sentence}:
        raise Incomplete(told, WRITING)
    assert known.on
    return known.on


def _wrong_day(day: date | None, today: date) -> str:
    if day is None:
        return "Skriv når dette var, eller når det ble sagt."
    return "Datoen kan ikke være fram i tid." if day > today else ""


def _wrong(item: NeedsItem, fact_id: UUID) -> NeedsFact:
    found = NeedsFact.objects.filter(item=item, id=fact_id).first()
    if found is None:
        raise NotFound("Vi finner ikke opplysningen som skulle rettes, under dette punktet.")
    if NeedsFact.objects.filter(corrects=found).exists():
        raise NotAllowed("Denne opplysningen er allerede rettet. Rett den nyeste.", because=("already",))
    return found
