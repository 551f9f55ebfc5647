"""Keeping the municipality's phrases: they are added, changed and taken out, and nothing that was said is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from oppvekst.domain.decisions.actions.drafting import save_text
from oppvekst.domain.decisions.models import Phrase
from oppvekst.domain.decisions.queries import addressees, get_decision
from oppvekst.domain.decisions.queries.phrases import get_phrase, merge_answers, phrases_for
from oppvekst.domain.decisions.rules import BY_KEY
from oppvekst.domain.decisions.rules.first_phrases import FIRST
from oppvekst.domain.decisions.rules.merging import merge
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

EDIT_PHRASES = "phrase.edit"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A phrase as its editor has written it."""

    section: str
    title: str
    text: str
    kind: str = ""
    category: str = ""
    language: str = "nb"
    template: bool = False


def install_phrases(municipality: Municipality, *, by: Actor, at: datetime) -> None:
    """Give a municipality that has none the phrases to start with (bvl § 12-5). What it has made itself stays as it is."""
    if Phrase.objects.filter(municipality=municipality).exists():
        return
    with act("phrases.installed", by=by, at=at, right=EDIT_PHRASES, law="bvl § 12-5") as entry:
        made = Phrase.objects.bulk_create(
            _row(Said(
                section=each.section, title=each.title, text=text, kind=each.kind, category=each.category,
                language=language, template=each.template,
            ), municipality.number, by=by, at=at)
            for each in FIRST
            for language, text in each.texts.items()
        )  # fmt: skip
        entry.about(made[0].id, says=f"La inn fraser til vedtak for {municipality.name}.")


def save_phrase(said: Said, *, replaces: UUID | None = None, by: Actor, at: datetime) -> Phrase:
    """Add a phrase, or put a new one in another's place; the old one is kept as it was (bvl § 12-5)."""
    with act("phrase.saved", by=by, at=at, right=EDIT_PHRASES, law="bvl § 12-5") as entry:
        _demand(said)
        old = _give_way(replaces, at) if replaces else None
        made = _row(said, by.municipality, by=by, at=at)
        made.replaces = old
        made.save(force_insert=True)
        entry.about(made.id, says=f"Frasen «{made.title}» ble {'endret' if old else 'lagt inn'}.")
    return made


def retire_phrase(phrase_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take it out of use; the drafts it was put into are their own texts and stay as they are (bvl § 12-5)."""
    with act("phrase.retired", by=by, at=at, right=EDIT_PHRASES, law="bvl § 12-5") as entry:
        phrase = _give_way(phrase_id, at)
        entry.about(phrase.id, says=f"Frasen «{phrase.title}» ble tatt ut.")


def _demand(said: Said) -> None:
    lacking = {
        name: told
        for name, told in (
            ("title", "Gi frasen et navn."), ("text", "Skriv teksten."), ("section", "Velg hvilken del den hører til."),
        )
        if not getattr(said, name).strip()
    }  # fmt: skip
    if lacking:
        raise Incomplete(lacking)


def _give_way(phrase_id: UUID, at: datetime) -> Phrase:
    phrase = get_phrase(phrase_id)
    if phrase.retired_at:
        raise NotAllowed("Noen har endret eller tatt ut denne frasen i mellomtida. Se lista på nytt.")
    phrase.retired_at = at
    phrase.save(update_fields=["retired_at"])
    return phrase


def _row(said: Said, municipality: int, *, by: Actor, at: datetime) -> Phrase:
    return Phrase(
        municipality_id=municipality, section=said.section, kind=said.kind, category=said.category, language=said.language,
        title=said.title.strip(), text=said.text.replace("\r\n", "\n").strip(), template=said.template, written_at=at,
        written_by=by.staff_id, writer_name=by.name,
    )  # fmt: skip


def put_in_templates(decision_id: UUID, *, service: str, by: Actor, at: datetime) -> None:
    """Give a new draft the municipality's templates for its kind, with their fields filled in as far as they are known."""
    decision = get_decision(decision_id)
    answers = merge_answers(decision, addressees(decision_id), writer=by.name, today=oslo_date(at), service=service)
    for section, found in phrases_for(decision).items():
        whole = [merge(phrase.text, answers).text for phrase in found if phrase.template]
        if whole and section in BY_KEY:
            save_text(decision_id, section, "\n\n".join(whole), seen=0, by=by, at=at)
