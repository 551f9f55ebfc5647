"""Who has looked at what: read by the one who reviews it, and by nobody else (bvl § 13-1). Reading it is a look too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.desk import forms
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, today
from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import case_by_number, cases_by_id
from oppvekst.domain.cases.rules.looking import WORDS
from oppvekst.ground.access import colleagues
from oppvekst.ground.journal.reviewing import MOST, RIGHT, Seen, looks
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import NotFound

MONTH = timedelta(days=30)
NO_CASE = _("Vi finner ingen sak med dette nummeret blant dem du kan se.")


@require_safe
def review(request: DeskRequest) -> HttpResponse:
    """Ask for one case or one colleague in a period; the answer, newest first."""
    request.actor.must(RIGHT)
    staff = colleagues.everybody(request.municipality.number, today=today())
    form = forms.LooksForm(request.GET or None, staff=staff)
    shown: Sequence[Seen] | None = None
    if form.is_bound and form.is_valid():
        shown = _asked(request, form)
    context = {
        "form": form, "asked": shown is not None, "today": today(), "most": len(shown or ()) == MOST,
        "events": _events(shown or ()),
    }  # fmt: skip
    return render(request, "cases/desk/looks.html", context, status=INCOMPLETE if form.errors else 200)


def _asked(request: DeskRequest, form: forms.LooksForm) -> Sequence[Seen] | None:
    said = form.cleaned_data
    try:
        case_id = case_by_number(said["sak"]).id if said["sak"] else None
    except NotFound:
        form.add_error("sak", NO_CASE)
        return None
    until = said["til"] or today()
    since = said["fra"] or until - MONTH
    return looks(
        by=request.actor, case_id=case_id, actor=said["ansatt"], since=_midnight(since),
        before=_midnight(until + timedelta(days=1)),
    )  # fmt: skip


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OSLO)


def _events(shown: Sequence[Seen]) -> list[dict[str, Any]]:
    """The looks as lines of a timeline, with the cases the reviewer herself may see by number."""
    cases = cases_by_id({one.case_id for one in shown if one.case_id})
    return [
        {"at": one.at, "clock": True, "text": f"{one.name}, {one.title.lower()}", "note": _what(one, cases)}
        for one in shown
    ]


def _what(one: Seen, cases: dict[UUID, Case]) -> str:
    known = WORDS.get(one.kind)
    words = known.saw if known else one.kind
    if one.terms:
        words = gettext("%(what)s: «%(terms)s»") % {"what": words, "terms": one.terms}
    case = cases.get(one.case_id) if one.case_id else None
    return gettext("%(what)s, sak %(number)s") % {"what": words, "number": case.number} if case else words
