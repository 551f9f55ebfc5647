"""Who has looked at what: read by the one who reviews it, and by nobody else (bvl § 13-1). Reading it is a look too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases.desk import forms
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, now, put_back, today
from oppvekst.domain.cases.desk.notices import notice
from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import case_by_number, cases_by_id
from oppvekst.domain.cases.rules.looking import sight_of
from oppvekst.ground.access import colleagues
from oppvekst.ground.journal import unusual
from oppvekst.ground.journal.models import Unusual
from oppvekst.ground.journal.reviewing import MOST, RIGHT, Seen, looks
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import NotFound, Refusal

MONTH = timedelta(days=30)
NO_CASE = _("Vi finner ingen sak med dette nummeret blant dem du kan se.")


@require_safe
def review(request: DeskRequest) -> HttpResponse:
    """Ask for one case or one colleague in a period; the answer, newest first."""
    request.actor.must(RIGHT)
    asked = request.GET if request.GET.keys() - {DONE} else None
    form = forms.LooksForm(asked, staff=_staff(request))
    shown: Sequence[Seen] | None = None
    if form.is_bound and form.is_valid():
        shown = _asked(request, form)
    done = notice(request.GET.get(DONE, ""))
    context = {
        "messages": [done] if done else [], "findings": _findings(), "own": request.actor.staff_id, "form": form,
        "asked": shown is not None, "today": today(), "most": len(shown or ()) == MOST, "events": _events(shown or ()),
    }  # fmt: skip
    return render(request, "cases/desk/looks.html", context, status=INCOMPLETE if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def answered(request: DeskRequest, finding_id: UUID) -> HttpResponse:
    """One question about looks, and what came of asking."""
    request.actor.must(RIGHT)
    found = next((one for one in _findings() if one["finding"].id == finding_id), None)
    if found is None:
        raise NotFound("Spørsmålet er allerede besvart, eller det finnes ikke.")
    form = forms.FindingForm(request.POST if request.method == "POST" else None)
    stopped = Stopped(INCOMPLETE) if form.is_bound else None
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        stopped = _acted(
            form, lambda: unusual.answer(finding_id, said["outcome"], said["words"], by=request.actor, at=now())
        )
        if stopped is None:
            return _back("looks", "svart")
    context = {"form": form, "one": found, "refusal": stopped.refusal if stopped else None}
    return render(request, "cases/desk/look_finding.html", context, status=stopped.status if stopped else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def rules_page(request: DeskRequest) -> HttpResponse:
    """The limits as they are, and a new one from a date: no law says where they are."""
    request.actor.must(RIGHT)
    form = forms.LookRuleForm(request.POST if request.method == "POST" else None, initial={"valid_from": today()})
    stopped = Stopped(INCOMPLETE) if form.is_bound else None
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        rule = unusual.Rule(
            Unusual(said["kind"]), "", said["amount"], active=said["active"] == "yes", valid_from=said["valid_from"],
            words=said["words"],
        )  # fmt: skip
        stopped = _acted(form, lambda: unusual.decide(rule, by=request.actor, at=now()))
        if stopped is None:
            return _back("look-rules", "regel")
    return _rules(request, form, forms.TieForm(staff=_staff(request), prefix="egen"), stopped)


@require_POST
def tied(request: DeskRequest) -> HttpResponse:
    """A street or a name that ties a colleague to people outside work."""
    request.actor.must(RIGHT)
    form = forms.TieForm(request.POST, staff=_staff(request), prefix="egen")
    if not form.is_valid():
        return _rules(request, forms.LookRuleForm(initial={"valid_from": today()}), form, Stopped(INCOMPLETE))
    said = form.cleaned_data
    unusual.tie(said["staff"], said["kind"], said["value"], by=request.actor, at=now())
    return _back("look-rules", "tilknyttet")


def _rules(request: DeskRequest, form: Any, tie_form: Any, stopped: Stopped | None) -> HttpResponse:
    done = notice(request.GET.get(DONE, ""))
    context = {
        "form": form, "tie_form": tie_form, "refusal": stopped.refusal if stopped else None, "messages": [done] if done else [],
        "rules": list(unusual.rules(request.municipality.number, today=today()).values()),
    }  # fmt: skip
    return render(request, "cases/desk/look_rules.html", context, status=stopped.status if stopped else 200)


def _acted(form: Any, act: Callable[[], object]) -> Stopped | None:
    try:
        act()
    except Refusal as refusal:
        return put_back(form, refusal)
    return None


def _back(name: str, done: str) -> HttpResponse:
    return redirect(f"{reverse(f'desk:{name}')}?{DONE}={done}")


def _staff(request: DeskRequest) -> list[tuple[UUID, str]]:
    return colleagues.everybody(request.municipality.number, today=today())


def _findings() -> list[dict[str, Any]]:
    """What waits, with the number of the case where the reviewer sees it."""
    found = unusual.unanswered()
    cases = cases_by_id({one.case_id for one, _name in found if one.case_id})
    return [
        {"finding": one, "name": name, "number": cases[one.case_id].number if one.case_id in cases else ""}
        for one, name in found
    ]


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
    known = sight_of(one.kind)
    words = known.saw if known else one.kind
    if one.terms:
        words = gettext("%(what)s: «%(terms)s»") % {"what": words, "terms": one.terms}
    case = cases.get(one.case_id) if one.case_id else None
    return gettext("%(what)s, sak %(number)s") % {"what": words, "number": case.number} if case else words
