"""Writing down what was seen and said (bvl § 12-4), and what only the leader may decide (bvl §§ 2-2 (5), 12-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from oppvekst.domain.investigations.actions.held import going_on
from oppvekst.domain.investigations.models import FieldNote, LeaderAct
from oppvekst.domain.investigations.queries import get_note
from oppvekst.domain.investigations.rules import RESERVED_TO_LEADER
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

LEADER_LAW = {LeaderAct.Kind.MEDICAL: bvl("2-2", 5), LeaderAct.Kind.POLICE: bvl("2-2", 5) & bvl("12-10")}


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What somebody says of a visit, an observation or a talk."""

    kind: str
    happened_at: datetime
    present: str
    facts: str
    shown: str = FieldNote.Shown.PARTIES
    shown_reasons: str = ""
    place: str = ""
    source: str = ""
    assessment: str = ""
    announced: bool | None = None
    refused: bool = False


def write_note(
    investigation_id: UUID, noted: Noted, *, by: Actor, at: datetime, corrects: UUID | None = None
) -> FieldNote:
    """Write down a home visit, an observation or a talk, with its own time (bvl §§ 2-2 (5), 12-4)."""
    _refuse_incomplete(noted, at)
    law = bvl("2-2", 5) if noted.kind == FieldNote.Kind.HOME_VISIT else bvl("12-4")
    with act("investigation.noted", by=by, at=at, right="case.write", law=law) as entry:
        investigation = going_on(investigation_id)
        earlier = _corrected(investigation_id, corrects) if corrects else None
        note = FieldNote.objects.create(
            municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation, corrects=earlier,
            written_at=at, written_by=by.person, written_by_name=by.name, **vars(noted),
        )  # fmt: skip
        entry.about(note.id, case_id=note.case_id, says=_says(note))
    return note


def decide_as_leader(
    investigation_id: UUID, kind: str, *, what: str, reasons: str, by: Actor, at: datetime
) -> LeaderAct:
    """A medical examination, or help from the police: the leader's own act, and no deputy's (bvl §§ 2-2 (5), 12-10).

    Whoever is appointed acting leader by date is the leader on those days.
    """
    lacking = {
        name: sentence
        for name, text, sentence in (
            ("what", what, "Skriv hva som skal gjøres, hvor og når."),
            ("reasons", reasons, "Skriv hvorfor dette er nødvendig."),
        )
        if not text.strip()
    }
    law = LEADER_LAW[LeaderAct.Kind(kind)]
    if lacking:
        raise Incomplete(lacking, law)
    with act(f"investigation.{kind}", by=by, at=at, right=RESERVED_TO_LEADER, law=law) as entry:
        investigation = going_on(investigation_id)
        made = LeaderAct.objects.create(
            municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation, kind=kind,
            what=what.strip(), reasons=reasons.strip(), decided_at=at, decided_by=by.person, decided_by_name=by.name,
            appointment=by.title,
        )  # fmt: skip
        entry.about(made.id, case_id=made.case_id, says=f"{by.title} bestemte {made.get_kind_display()}.")
    return made


def _corrected(investigation_id: UUID, note_id: UUID) -> FieldNote:
    earlier = get_note(note_id)
    if earlier.investigation_id != investigation_id:
        raise NotAllowed("Notatet hører til en annen undersøkelse.")
    return earlier


def _refuse_incomplete(noted: Noted, at: datetime) -> None:
    wrong = {}
    if not noted.present.strip():
        wrong["present"] = "Skriv hvem som var der."
    if not noted.facts.strip():
        wrong["facts"] = "Skriv hva dere så og hørte."
    if noted.happened_at > at:
        wrong["happened_on"] = "Det kan ikke ha skjedd etter at det skrives."
    if noted.kind == FieldNote.Kind.HOME_VISIT and noted.announced is None:
        wrong["announced"] = "Velg om besøket var avtalt."
    if noted.shown != FieldNote.Shown.PARTIES and not noted.shown_reasons.strip():
        wrong["shown_reasons"] = "Skriv hvorfor det ikke kan vises for alle parter."
    if wrong:
        raise Incomplete(wrong, bvl("12-4"))


def _says(note: FieldNote) -> str:
    day = in_words(oslo_date(note.happened_at))
    if note.refused:
        return f"Hjemmebesøk {day}: slapp ikke inn."
    told = f"{note.get_kind_display().capitalize()} {day} er skrevet ned."
    return f"{told} Notatet retter et tidligere." if note.corrects_id else told
