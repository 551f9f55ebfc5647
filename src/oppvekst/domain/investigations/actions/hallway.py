"""Writing a home visit on the phone: kept when it is sent, never over what another wrote, finished as a note (bvl § 2-2 (5))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from oppvekst.domain.investigations.actions.collected import Noted, write_note
from oppvekst.domain.investigations.actions.held import held
from oppvekst.domain.investigations.models import FieldNote, HallwayText, HallwayVisit, Investigation
from oppvekst.domain.investigations.queries.hallway import (
    get_visit,
    standing_text,
    texts_aside,
    texts_stood,
    visit_texts,
)
from oppvekst.domain.investigations.rules.hallway import TEXTS, facts_of, moment_of
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.drafting import meet, same
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

WRITE = "case.write"
ELSEWHERE = "Hjemmebesøket hører til en annen undersøkelse."
type Texts = Mapping[str, str]


@dataclass(frozen=True)
class Received:
    """What became of a sending: the visit it is in, the texts that stand, and whether it stands aside."""

    visit: HallwayVisit
    texts: dict[str, str]
    aside: HallwayText | None = None
    # The visit it was meant for was finished: it lies in one of its own.
    apart: bool = False


@dataclass(frozen=True, kw_only=True)
class Finishing:
    """What is asked when a visit is finished, beside what is written."""

    announced: bool | None
    refused: bool = False
    place: str = ""
    shown: str = FieldNote.Shown.PARTIES
    shown_reasons: str = ""


def receive_visit(
    investigation_id: UUID, visit_id: UUID, texts: Texts, *, seen: int, key: UUID, by: Actor, at: datetime
) -> Received:
    """Keep what was written of a visit (bvl § 12-4). ``seen``: the version it was begun from, 0 for none; ``key``: the sending.

    It is a draft and no act of the journal: each text says itself who sent it and when.
    """
    by.must(WRITE)
    mine = {name: same(texts.get(name, "")) for name in TEXTS}
    with transaction.atomic():
        visit = _held(investigation_id, visit_id, by=by, at=at)
        if visit.finished_at:
            # The same sending leads to the same visit, however often it comes.
            apart = _held(investigation_id, uuid5(visit.id, str(key)), by=by, at=at)
            return _received(apart, mine, seen=0, key=key, by=by, at=at, apart=True)
        return _received(visit, mine, seen=seen, key=key, by=by, at=at)


def choose_visit(visit_id: UUID, texts: Texts, *, seen: int, key: UUID, by: Actor, at: datetime) -> HallwayVisit:
    """Settle what stands aside: the chosen or joined text becomes the one that stands, and every other is kept (bvl § 12-4)."""
    by.must(WRITE)
    with transaction.atomic():
        visit = _locked(get_visit(visit_id))
        _refuse_finished(visit)
        if visit.texts.filter(key=key).exists():
            return visit
        if visit.version != seen:
            raise NotAllowed("Noen har skrevet mer siden du åpnet siden. Se over begge tekstene på nytt, og velg.")
        chosen = {name: same(texts.get(name, "")) for name in TEXTS}
        texts_aside(visit).update(settled=True)
        _stands(visit, chosen, based_on=seen, key=key, by=by, at=at)
    return visit


def finish_visit(visit_id: UUID, said: Finishing, *, seen: int, by: Actor, at: datetime) -> FieldNote:
    """Make an ordinary note of the visit, in the journal of the investigation (bvl §§ 2-2 (5), 12-4)."""
    with transaction.atomic():
        visit = _locked(get_visit(visit_id))
        if visit.note:
            return visit.note
        if visit.version != seen:
            raise NotAllowed("Noen har skrevet mer siden du åpnet siden. Les det, og velg ferdig på nytt.")
        if texts_aside(visit).exists():
            raise NotAllowed("To har skrevet samtidig. Velg hva som skal stå, før besøket blir et notat.")
        note = write_note(visit.investigation_id, _noted(visit, said), by=by, at=at)
        visit.note, visit.finished_at = note, at
        visit.save(update_fields=["note", "finished_at"])
    return note


def _noted(visit: HallwayVisit, said: Finishing) -> Noted:
    texts = visit_texts(standing_text(visit))
    happened = moment_of(texts)
    if happened is None:
        raise Incomplete({"happened": "Skriv når dere var der, på siden der besøket er skrevet."}, bvl("12-4"))
    return Noted(
        kind=FieldNote.Kind.HOME_VISIT, happened_at=happened, present=texts["present"], facts=facts_of(texts), **vars(said)
    )  # fmt: skip


def _held(investigation_id: UUID, visit_id: UUID, *, by: Actor, at: datetime) -> HallwayVisit:
    """The visit, made when it is the first that comes of it, and held until this is done."""
    investigation = held(investigation_id)
    found = HallwayVisit.objects.filter(id=visit_id).first()
    if found is None:
        found = _begun(investigation, visit_id, by=by, at=at)
    if found.investigation_id != investigation_id:
        raise NotAllowed(ELSEWHERE)
    return _locked(found)


def _begun(investigation: Investigation, visit_id: UUID, *, by: Actor, at: datetime) -> HallwayVisit:
    try:
        with transaction.atomic():
            return HallwayVisit.objects.create(
                id=visit_id, municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation,
                begun_at=at, begun_by=by.person, begun_by_name=by.name,
            )  # fmt: skip
    except IntegrityError:
        # The id is taken in a case that is not hers: she is told no more than that it is.
        raise NotAllowed(ELSEWHERE) from None


def _locked(visit: HallwayVisit) -> HallwayVisit:
    HallwayVisit.objects.select_for_update(of=("self",)).get(id=visit.id)
    visit.refresh_from_db(fields=["version", "finished_at", "note"])
    return visit


def _received(
    visit: HallwayVisit, mine: dict[str, str], *, seen: int, key: UUID, by: Actor, at: datetime, apart: bool = False
) -> Received:
    earlier = visit.texts.filter(key=key).first()
    now = visit_texts(standing_text(visit))
    if earlier is not None:
        return Received(visit, now, earlier if earlier.aside and not earlier.settled else None, apart)
    based_on = min(seen, visit.version)
    meeting = meet(texts_stood(visit, based_on), mine, now)
    if meeting.clashes:
        return Received(visit, now, _aside(visit, mine, based_on=based_on, key=key, by=by, at=at), apart)
    if meeting.texts != now:
        _stands(visit, meeting.texts, based_on=based_on, key=key, by=by, at=at)
    return Received(visit, meeting.texts, None, apart)


def _aside(visit: HallwayVisit, mine: Texts, *, based_on: int, key: UUID, by: Actor, at: datetime) -> HallwayText:
    """Her text that stands aside, grown while she writes on: the one before is kept, and only the newest waits."""
    texts_aside(visit).filter(sent_by=by.person, based_on=based_on).update(settled=True)
    return _kept(visit, mine, version=0, based_on=based_on, aside=True, key=key, by=by, at=at)


def _stands(visit: HallwayVisit, texts: Texts, *, based_on: int, key: UUID, by: Actor, at: datetime) -> HallwayText:
    visit.version += 1
    text = _kept(visit, texts, version=visit.version, based_on=based_on, aside=False, key=key, by=by, at=at)
    visit.save(update_fields=["version"])
    return text


def _kept(
    visit: HallwayVisit, texts: Texts, *, version: int, based_on: int, aside: bool, key: UUID, by: Actor, at: datetime
) -> HallwayText:
    return HallwayText.objects.create(
        municipality_id=visit.municipality_id, case_id=visit.case_id, visit=visit, key=key, version=version,
        based_on=based_on, aside=aside, sent_at=at, sent_by=by.person, sent_by_name=by.name, **texts,
    )  # fmt: skip


def _refuse_finished(visit: HallwayVisit) -> None:
    if visit.finished_at:
        raise NotAllowed("Besøket er gjort ferdig, og står som et notat. Er noe feil, skriver du et notat som retter.")
