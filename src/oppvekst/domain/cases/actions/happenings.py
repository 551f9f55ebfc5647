"""Writing what happened, with its source; correcting it by adding; and drawing the timeline for somebody else to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.models import Case, Happening
from oppvekst.domain.cases.queries import get_case, get_document
from oppvekst.domain.cases.queries.happenings import get_happening, when_of
from oppvekst.domain.cases.rules.line import SOURCES
from oppvekst.domain.cases.rules.when import When
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete, NotAllowed


@dataclass(frozen=True)
class Told:
    """What is said of a happening: when, the fact, who or what it is known from; apart from it, what is made of it."""

    when: When
    fact: str
    source_kind: str
    source: str
    assessment: str = ""
    theme: str = ""
    document: UUID | None = None


def write_happening(case_id: UUID, told: Told, *, by: Actor, at: datetime) -> Happening:
    """Write down something that happened in the child's life (bvl § 12-4; fvl § 17)."""
    _complete(told)
    with act("happening.written", by=by, at=at, right="case.write", law="bvl § 12-4") as entry:
        get_case(case_id)
        row = _row(case_id, told, by=by, at=at)
        entry.about(row.id, case_id=case_id, says=f"Hendelse ført på tidslinja: {told.when}.")
    return row


def correct_happening(
    case_id: UUID, happening_id: UUID, told: Told, because: str, *, by: Actor, at: datetime
) -> Happening:
    """Correct a happening by adding: the earlier wording stands behind it, with why it was corrected."""
    _complete(told, because=because)
    with act("happening.corrected", by=by, at=at, right="case.write", law="bvl § 12-4") as entry:
        old = _standing(case_id, happening_id)
        row = _row(case_id, told, by=by, at=at, replaces=old, corrected_because=because.strip())
        entry.about(row.id, case_id=case_id, says=f"Hendelse på tidslinja rettet: {told.when}. {because.strip()}")
    return row


def withdraw_happening(case_id: UUID, happening_id: UUID, because: str, *, by: Actor, at: datetime) -> Happening:
    """Take a happening off the timeline, with the reason. Its words are kept."""
    if not because.strip():
        raise Incomplete({"because": "Skriv hvorfor hendelsen tas bort. Teksten blir bevart."})
    with act("happening.withdrawn", by=by, at=at, right="case.write", law="bvl § 12-4") as entry:
        old = _standing(case_id, happening_id)
        told = Told(when_of(old), old.fact, old.source_kind, old.source, old.assessment, old.theme, old.document_id)
        row = _row(case_id, told, by=by, at=at, replaces=old, corrected_because=because.strip(), withdrawn=True)
        entry.about(row.id, case_id=case_id, says=f"Hendelse tatt bort fra tidslinja: {told.when}. {because.strip()}")
    return row


def draw_timeline(case_id: UUID, *, lines: int, about: str, by: Actor, at: datetime) -> None:
    """Write down that the timeline was drawn to be read by others: by whom, how many lines, and what was sought (bvl § 12-4)."""
    with act("timeline.drawn", by=by, at=at, right="case.write", law="bvl § 12-4") as entry:
        case = get_case(case_id)
        entry.about(case.id, case_id=case.id, says=f"Utskrift av tidslinja laget, {lines} linjer. {about}".strip())


def one_writer(case_id: UUID) -> Case:
    """The case, held for one at a time: what two write at once may not fit together."""
    case = get_case(case_id)
    Case.objects.select_for_update(of=("self",)).filter(id=case_id).values_list("id").first()
    return case


def _standing(case_id: UUID, happening_id: UUID) -> Happening:
    """The happening as it stands; what has been corrected since somebody opened it is not corrected over her head."""
    one_writer(case_id)
    old = get_happening(case_id, happening_id)
    if old.withdrawn or old.newer.exists():
        raise NotAllowed(
            "En annen har rettet eller tatt bort hendelsen siden du åpnet den. Se på tidslinja før du retter."
        )
    return old


def _complete(told: Told, *, because: str | None = None) -> None:
    """What must be said, by field; a fact without a source is no fact one can test."""
    lacks = {
        "fact": "Skriv hva som skjedde, så konkret du kan.",
        "source": "Skriv hvem som har sagt det, eller hvor det står. Andre skal kunne etterprøve det.",
        "source_kind": "Velg hva slags kilde det er.",
        "because": "Skriv hva som var feil. Den gamle teksten blir stående bak.",
    }
    has = {
        "fact": told.fact.strip(), "source": told.source.strip(), "source_kind": told.source_kind in SOURCES,
        "because": because is None or because.strip(),
    }  # fmt: skip
    if missing := {field: sentence for field, sentence in lacks.items() if not has[field]}:
        raise Incomplete(missing)


def _row(
    case_id: UUID, told: Told, *, by: Actor, at: datetime, replaces: Happening | None = None,
    corrected_because: str = "", withdrawn: bool = False,
) -> Happening:  # fmt: skip
    document = get_document(case_id, told.document) if told.document else None
    return Happening.objects.create(
        municipality_id=by.municipality, case_id=case_id, since=told.when.since, until=told.when.until,
        exact=told.when.exact.value, fact=told.fact.strip(), assessment=told.assessment.strip(), theme=told.theme,
        source_kind=told.source_kind, source=told.source.strip(), document=document, replaces=replaces,
        corrected_because=corrected_because, withdrawn=withdrawn, written_by=by.person, written_by_name=by.name, written_at=at,
    )  # fmt: skip
