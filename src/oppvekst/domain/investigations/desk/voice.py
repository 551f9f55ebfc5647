"""The panel «Barnets stemme»: the child's words as they count, and what is missing with the way to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.investigations.models import ChildTalk
from oppvekst.domain.investigations.queries import VoiceOfCase
from oppvekst.domain.investigations.rules import PARTICIPATIONS, TALK, Lack
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.voice import Line, Missing, Spoken
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date

# Where each thing that is missing is written; the rest of a talk is written in the talk itself.
PAGES = {"agreement": "child-talk-read-back", "agreement_reasons": "child-talk-read-back", "weight": "child-talk-weigh"}
KEPT = "De siste ordene holdes tilbake fra foreldrene. Les dem i samtalen."
ACTS = {"agreement": "Les tilbake", "weight": "Skriv vekten", "talk": "Skriv ned en samtale", "code": "Sett koden"}


def spoken(found: VoiceOfCase, case_id: UUID, *, today: date, investigation: UUID | None = None) -> Spoken:
    """What the panel shows. ``investigation``: the one whose code is asked for."""
    words = found.words
    return Spoken(
        words=words.text if words else "",
        by=words.get_author_display() if words else "",
        said_on=oslo_date(words.talk.held_at) if words else None,
        kept=KEPT if found.kept else "",
        href=known("case-talks", case_id),
        new=known("case-talk-new", case_id),
        lines=tuple(_lines(found, case_id, investigation, today)),
        missing=tuple(_missing(lack, found, case_id, investigation) for lack in found.voice.missing),
        complete=found.voice.complete,
    )


def _lines(found: VoiceOfCase, case_id: UUID, investigation: UUID | None, today: date) -> Iterator[Line]:
    latest = found.latest
    if latest:
        day = day_in_words(oslo_date(latest.held_at), today=today)
        yield Line("Siste samtale", f"{day}, {TALK.state(latest.state).title}", known("child-talk", latest.id))
        if latest.agreement:
            yield Line("Gjengivelsen", latest.get_agreement_display())
        if latest.weight:
            yield Line("Vekten", latest.weight)
    named = ", ".join(each.name for each in found.trusted)
    yield Line("Tillitsperson", named or "Ingen ennå", known("case-trusted", case_id))
    if investigation:
        told = PARTICIPATIONS.get(found.participation.code).text if found.participation else "Ikke satt ennå"
        yield Line("Medvirkning", told, known("investigation-participation", investigation))


def _missing(lack: Lack, found: VoiceOfCase, case_id: UUID, investigation: UUID | None) -> Missing:
    talk = found.talk_of(lack)
    act = ACTS.get(lack.field, "Skriv")
    href = mends(lack.field, talk, case_id, investigation)
    return Missing(
        title=lack.sentence, note=_note(lack, talk, found), word="Mangler:", href=href, act=act if href else ""
    )


def _note(lack: Lack, talk: ChildTalk | None, found: VoiceOfCase) -> str:
    """The section, and the day where there is more than one talk."""
    law = str(lack.citation).replace("medvirkningsforskriften", "forskriften")
    many = talk is not None and len(found.talks) > 1
    return f"Samtalen {day_in_words(oslo_date(talk.held_at))}. {law}" if many and talk else law


def mends(field: str, talk: ChildTalk | None, case_id: UUID, investigation: UUID | None) -> str:
    """Where a thing that is missing is written."""
    if talk:
        return known(PAGES.get(field, "child-talk-mend"), talk.id)
    if field == "code" and investigation:
        return known("investigation-participation", investigation)
    return known("case-talk-new", case_id)
