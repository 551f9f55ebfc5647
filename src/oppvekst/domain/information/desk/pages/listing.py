"""All pages in a list, with how each stands in every language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.information.desk import spoken
from oppvekst.domain.information.desk.frame import editor, show
from oppvekst.domain.information.queries.editing import Standing, languages_of, standings, with_broken_links
from oppvekst.domain.information.queries.upkeep import LanguageState
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import DeskRequest, now, today

PAGE = 50
DRAFT, LACKING, OLDER, SCHEDULED, LATE, DOWN = "kladd", "mangler", "eldre", "planlagt", "sen", "nede"
STATES = {
    DRAFT: _("Har kladd"), LACKING: _("Mangler et språk"), OLDER: _("Eldre enn bokmål"), SCHEDULED: _("Planlagt"),
    LATE: _("Skulle vært gjennomgått"), DOWN: _("Tatt ned"),
}  # fmt: skip
IN_LANGUAGE: dict[str, Callable[[LanguageState], bool]] = {
    DRAFT: lambda state: state.has_draft, LACKING: lambda state: state.is_lacking, OLDER: lambda state: state.is_older,
}  # fmt: skip
ALL = [("", _("Alle"))]


class FilterForm(DsForm):
    """Which pages to show, read from the address; what is not known there is left out."""

    q = forms.CharField(label=_("Overskrift eller adresse"), required=False, max_length=100)
    slag = forms.ChoiceField(label=_("Slag"), required=False, choices=[*ALL, *spoken.KINDS.items()])
    til = forms.ChoiceField(label=_("For hvem"), required=False, choices=[*ALL, *spoken.AUDIENCES.items()])
    tilstand = forms.ChoiceField(label=_("Tilstand"), required=False, choices=[*ALL, *STATES.items()])
    sprak = forms.ChoiceField(label=_("Språk"), required=False, choices=[*ALL, *spoken.LANGUAGES.items()])


@require_safe
@editor
def pages(request: DeskRequest) -> HttpResponseBase:
    """The list. What is asked stands in the address, so that a list can be sent to a colleague."""
    asked = _asked(request)
    form = FilterForm(asked)
    number, languages = request.municipality.number, languages_of(request.municipality.number)
    found = standings(number, languages, at=now(), archived=asked["tilstand"] == DOWN)
    chosen = [each for each in found if _is_asked(each, asked, today())]
    shown = Paginator(chosen, PAGE).get_page(request.GET.get("side"))
    back = urlencode({name: value for name, value in asked.items() if value})
    return show(request, "pages.html", {
        "form": form, "page": shown, "rows": [_row(each) for each in with_broken_links(number, list(shown.object_list))],
        "filtered": bool(back), "languages": [spoken.LANGUAGES[each] for each in languages],
    }, here="pages")  # fmt: skip


def _asked(request: DeskRequest) -> dict[str, str]:
    form = FilterForm(request.GET)
    form.is_valid()
    return {name: str(form.cleaned_data.get(name) or "") for name in form.fields}


def _row(standing: Standing) -> dict[str, Any]:
    return {
        "href": reverse("desk:page", args=[standing.page.slug]), "title": standing.title, "slug": standing.page.slug,
        "kind": spoken.KINDS[standing.page.kind], "audience": spoken.AUDIENCES[standing.page.audience],
        "under": standing.page.under, "languages": spoken.languages_in_row(standing), "broken": standing.broken,
        "reviewed_on": standing.reviewed_on, "late": standing.is_late(today()),
        "due": standing.review_due,
    }  # fmt: skip


def _is_asked(standing: Standing, asked: dict[str, str], day: date) -> bool:
    page, words = standing.page, asked["q"].casefold()
    return (
        asked["slag"] in ("", page.kind)
        and asked["til"] in ("", page.audience)
        and (words in standing.title.casefold() or words in page.slug)
        and _is_in_state(standing, asked["tilstand"], asked["sprak"], day)
    )


def _is_in_state(standing: Standing, state: str, language: str, day: date) -> bool:
    concerned = [each for each in standing.languages if language in ("", each.language)]
    if state in IN_LANGUAGE:
        return any(map(IN_LANGUAGE[state], concerned))
    if state == SCHEDULED:
        return any(language in ("", each.language) for each in standing.scheduled)
    if state == LATE:
        return standing.is_late(day)
    # A language alone: the pages that are written in it.
    return not language or any(not each.is_lacking or each.has_draft for each in concerned)
