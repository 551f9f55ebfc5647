"""What the editor's pages call things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.information import models
from oppvekst.domain.information.queries.editing import Standing, Written
from oppvekst.domain.information.queries.upkeep import LanguageState
from oppvekst.domain.information.rules.readability import lix, sentences
from oppvekst.ground.web.words import moment_in_words
from oppvekst.law.calendar import oslo_date

LANGUAGES = {"nb": _("Bokmål"), "nn": _("Nynorsk"), "en": _("Engelsk")}
KINDS = {key: capfirst(label) for key, label in models.Page.Kind.choices}
AUDIENCES = {key: capfirst(label) for key, label in models.Page.Audience.choices}
FOR_CHILDREN = (models.Page.Audience.CHILDREN, models.Page.Audience.YOUTH)
EASY_FOR_CHILDREN, EASY, MIDDLING = 30, 40, 50


@dataclass(frozen=True)
class Tag:
    """A word with a colour and a picture: no meaning stands in the colour alone."""

    label: Any
    colour: str
    icon: str


def tags(state: LanguageState) -> list[Tag]:
    """How a page stands in a language: published or lacking, older than Bokmål, with a draft."""
    found = [_published(state)]
    if state.has_draft:
        found.append(Tag(_("kladd"), "accent", "note-pencil"))
    return found


def _published(state: LanguageState) -> Tag:
    if state.is_lacking:
        return Tag(_("mangler"), "warning", "exclamationmark-triangle-fill")
    if state.is_older:
        return Tag(_("eldre enn bokmål"), "warning", "clock-fill")
    return Tag(_("publisert"), "success", "checkmark-circle-fill")


def languages_in_row(standing: Standing) -> list[dict[str, Any]]:
    """Every language with its words, for a line of the list."""
    later = {each.language for each in standing.scheduled}
    rows = []
    for state in standing.languages:
        found = tags(state)
        if state.language in later:
            found.append(Tag(_("planlagt"), "accent", "calendar"))
        calm = len(found) == 1 and not state.needs_care
        rows.append({"name": LANGUAGES[state.language], "code": state.language, "tags": found, "calm": calm})
    return rows


def stands(written: Written, *, at: datetime) -> list[str]:
    """How a text stands, in sentences: what is read, what comes, and what is being written."""
    said = []
    if shown := written.shown:
        said.append(gettext("Publisert %(when)s.") % {"when": _when(shown.publish_from, at)})
    elif not written.scheduled:
        said.append(gettext("Ikke publisert."))
    if later := written.scheduled:
        said.append(gettext("Publiseres %(when)s.") % {"when": _when(later.publish_from, at)})
    if draft := written.draft:
        who = draft.writer_name or gettext("en kollega")
        said.append(gettext("Kladd av %(name)s, %(when)s.") % {"name": who, "when": _when(draft.written_at, at)})
    return said


def measured(text: str, audience: str = "") -> str:
    """How long a text is and how easily it is read: a help, and nothing that stops anybody."""
    words = sum(len(each.split()) for each in sentences(text))
    if not words:
        return gettext("Ingen tekst ennå.")
    index = lix(text)
    easy = index < EASY_FOR_CHILDREN if audience in FOR_CHILDREN else index < EASY
    ease = gettext("lett å lese") if easy else gettext("litt tung") if index < MIDDLING else gettext("tung")
    figures = {"words": words, "lix": round(index), "ease": ease}
    return gettext("%(words)s ord. Lesbarhet (LIX) %(lix)s: %(ease)s.") % figures


def _when(moment: datetime | None, at: datetime) -> str:
    return moment_in_words(moment, today=oslo_date(at)) if moment else ""
