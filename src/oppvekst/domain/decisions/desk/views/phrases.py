"""The municipality's phrases, kept by its editor: the list, one of them with how it reads, and taking it out of use."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.actions.phrases import EDIT_PHRASES, Said
from oppvekst.domain.decisions.desk.forms.beginning import LANGUAGES
from oppvekst.domain.decisions.desk.forms.phrases import PLACES, PhraseForm
from oppvekst.domain.decisions.models import Phrase
from oppvekst.domain.decisions.queries.phrases import before, get_phrase, phrases
from oppvekst.domain.decisions.rules import CATEGORIES, KINDS, Kind
from oppvekst.domain.decisions.rules.language import measured, remarks
from oppvekst.domain.decisions.rules.merging import FIELDS, unknown_fields
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, at_desk, now, today

NOTICES = {"lagret": Notice("Frasen er lagret"), "tatt-ut": Notice("Frasen er tatt ut. Utkast den står i, er som før")}
NAMES = dict(PLACES)
ORDER = {key: number for number, (key, _name) in enumerate(PLACES)}


@require_safe
@at_desk
def listed(request: DeskRequest) -> HttpResponse:
    """All of them by part, in one language; whoever writes decisions may read, the editor may change."""
    language = request.GET.get("sprak", "nb")
    kind = request.GET.get("slag", "")
    rows = list(phrases(kind=kind, language=language))
    groups = [
        {"key": key, "title": name, "rows": [(row, where(row)) for row in rows if row.section == key]}
        for key, name in PLACES
    ]
    done = NOTICES.get(request.GET.get(DONE, ""))
    context = {
        "groups": [group for group in groups if group["rows"]], "count": len(rows), "language": language, "kind": kind,
        "languages": LANGUAGES, "kinds": [(each.value, of.title) for each, of in KINDS.items()],
        "may_edit": request.actor.may(EDIT_PHRASES), "messages": [done] if done else [], "crumbs": [("Fraser", "")],
    }  # fmt: skip
    return render(request, "decisions/desk/phrases.html", context)


class Keep(Act[Phrase | None]):
    """A new phrase, or one that takes another's place."""

    template = "decisions/desk/phrase.html"
    form_class = PhraseForm
    right = EDIT_PHRASES
    button, done = "Lagre frasen", "lagret"

    def find(self, phrase_id: UUID | None = None) -> Phrase | None:
        return get_phrase(phrase_id) if phrase_id else None

    def form_values(self, found: Phrase | None) -> dict[str, Any]:
        if found is None:
            asked = self.request.GET
            return {"initial": {"language": asked.get("sprak", "nb"), "section": asked.get("del", "")}}
        return {"initial": {name: getattr(found, name) for name in PhraseForm.base_fields}}

    def head(self, found: Phrase | None) -> dict[str, Any]:
        here = found.title if found else "Ny frase"
        return {
            "phrase": found, "heading": here, "crumbs": [("Fraser", reverse("desk:phrases")), (here, "")], "fields": FIELDS,
            "before": before(found) if found else [], "today": today(),
        }  # fmt: skip

    def besides(self, found: Phrase | None) -> dict[str, Any]:
        return {"check": checked(found.text, found.language)} if found else {}

    def perform(self, found: Phrase | None, form: Any) -> None:
        replaces = found.id if found else None
        actions.save_phrase(Said(**form.cleaned_data), replaces=replaces, by=self.request.actor, at=now())

    def home(self, found: Phrase | None, done: str) -> HttpResponse:
        return _back(done, self.request.POST.get("language", "nb"))


@require_POST
@at_desk
def retire(request: DeskRequest, phrase_id: UUID) -> HttpResponse:
    """Out of use; the texts it was put into stay."""
    language = get_phrase(phrase_id).language
    actions.retire_phrase(phrase_id, by=request.actor, at=now())
    return _back("tatt-ut", language)


def checked(text: str, language: str) -> dict[str, Any]:
    """How a text reads, and the fields in it that nobody knows: told, and stopping nobody."""
    return {"measured": measured(text), "remarks": remarks(text, language=language), "unknown": unknown_fields(text)}


def where(row: Phrase) -> str:
    """Which decisions it is for."""
    told = KINDS[Kind(row.kind)].title if row.kind else "Alle vedtak"
    return f"{told}, {CATEGORIES.get(row.category).text.partition(' (')[0].lower()}" if row.category else told


def _back(done: str, language: str) -> HttpResponse:
    return redirect(f"{reverse('desk:phrases')}?sprak={language}&{DONE}={done}")
