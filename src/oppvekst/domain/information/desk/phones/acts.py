"""Trying out hours, publishing them, and changing what a phone is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.information import models
from oppvekst.domain.information.actions import hours as actions
from oppvekst.domain.information.actions.phones import change_line, mark_checked
from oppvekst.domain.information.desk.frame import editor, lead_on, show
from oppvekst.domain.information.desk.phones.forms import CLOSED, OWN, DayForm, LineForm, ShutForm, WeekForm
from oppvekst.domain.information.desk.phones.lines import head, shown
from oppvekst.domain.information.queries.hours import Kept, get_line, hours_of, opening_of
from oppvekst.domain.information.rules.lines import Channel, public_holiday
from oppvekst.domain.information.rules.week import week_of
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, now, put_back, today
from oppvekst.law.refusals import NotFound, Refusal

HAPPENS = _("Kladden lagres. Ingenting endres for dem som ringer, før du publiserer.")


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def week(request: DeskRequest, code: str) -> HttpResponseBase:
    """A new ordinary week."""
    kept = _kept(request, code)
    channel = Channel.CHAT if request.GET.get("kanal") == Channel.CHAT else Channel.VOICE
    drafted = kept.drafted(channel)
    start = week_of(map(opening_of, drafted)) if drafted else kept.week(channel, today=today())
    validity = {"valid_from": drafted[0].valid_from, "valid_to": drafted[0].valid_to} if drafted else {}
    form = WeekForm(request.POST or None, today=today(), initial={**WeekForm.start(start), **validity})

    def perform(seen: str | None) -> None:
        given = form.cleaned_data
        actions.draft_week(
            code, form.week(), channel=channel, valid_from=given["valid_from"], valid_to=given["valid_to"], seen=seen,
            by=request.actor, at=now(),
        )  # fmt: skip

    title = _("Når er chatten åpen?") if channel is Channel.CHAT else _("Vanlig uke")
    return _tried(request, kept, form, perform, title, template="phone_week.html")


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def day(request: DeskRequest, code: str) -> HttpResponseBase:
    """A day with hours of its own, or closed."""
    kept = _kept(request, code)
    form = DayForm(request.POST or None, today=today(), initial=_start_of_day(kept, request.GET.get("dag", "")))

    def perform(seen: str | None) -> None:
        actions.draft_special_day(code, form.special(), by=request.actor, at=now(), seen=seen)

    return _tried(request, kept, form, perform, _("Egne tider eller stengt på en dag"))


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def closure(request: DeskRequest, code: str) -> HttpResponseBase:
    """Several days closed, or the same days every year."""
    kept = _kept(request, code)
    old = _closure(kept, request.GET.get("rad", ""))
    form = ShutForm(request.POST or None, initial=ShutForm.start_of(old) if old else {})

    def perform(seen: str | None) -> None:
        actions.draft_closure(
            code, form.shut(), by=request.actor, at=now(), replaces=old.id if old else None, seen=seen
        )

    return _tried(request, kept, form, perform, _("Stengt i flere dager, eller hvert år"))


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def words(request: DeskRequest, code: str) -> HttpResponseBase:
    """Its name, number, words and source."""
    line = get_line(request.municipality.number, code)
    form = LineForm(request.POST or None, initial=LineForm.start_of(line))
    status, refusal = (INCOMPLETE if form.is_bound else 200), None
    if form.is_bound and form.is_valid():
        try:
            changed = change_line(code, form.words(), by=request.actor, at=now())
            return lead_on("phone-line", code, done="endret" if changed else "likt")
        except Refusal as stopped_by:
            stopped = put_back(form, stopped_by)
            status, refusal = stopped.status, stopped.refusal
    title = _("Navn, nummer og tekst")
    about = {**head(line, (title, "")), "title": title, "form": form, "refusal": refusal, "button": _("Lagre")}
    return show(request, "phone_form.html", about, here="phone-lines", status=status)


@require_POST
@editor
def publish(request: DeskRequest, code: str) -> HttpResponseBase:
    """Let everybody see what was tried out; a refusal is told on the page itself."""
    try:
        actions.publish_hours(code, by=request.actor, at=now(), seen=request.POST.get("seen"))
    except NotFound:
        raise
    except Refusal as refusal:
        return shown(request, get_line(request.municipality.number, code), status=409, refusal=refusal)
    return lead_on("phone-line", code, done="tider-ute")


@require_POST
@editor
def drop(request: DeskRequest, code: str) -> HttpResponseBase:
    """Throw away what was tried out: all of it, or one thing."""
    only = list(_ids(request)) or None
    actions.drop_drafts(code, only=only, by=request.actor, at=now(), seen=request.POST.get("seen"))
    return lead_on("phone-line", code, done="tider-kastet")


@require_POST
@editor
def remove(request: DeskRequest, code: str) -> HttpResponseBase:
    """Take a published day or closure away."""
    actions.remove_hours(code, _ids(request), by=request.actor, at=now())
    return lead_on("phone-line", code, done="tider-fjernet")


@require_POST
@editor
def checked(request: DeskRequest, code: str) -> HttpResponseBase:
    """Asked today, and still right."""
    mark_checked(code, by=request.actor, at=now())
    return lead_on("phone-line", code, done="kontrollert")


def _tried(
    request: DeskRequest, kept: Kept, form: DsForm, perform: Callable[[str | None], None], title: Any,
    *, template: str = "phone_form.html",
) -> HttpResponse:  # fmt: skip
    """A form that makes a draft: kept, or shown again with everything that was typed."""
    status, refusal = (INCOMPLETE if form.is_bound else 200), None
    if form.is_bound and form.is_valid():
        try:
            perform(request.POST.get("seen"))
            return lead_on("phone-line", kept.line.code, done="tider")
        except Refusal as stopped_by:
            stopped = put_back(form, stopped_by)
            status, refusal = stopped.status, stopped.refusal
    about = {
        **head(kept.line, (title, "")), "title": title, "form": form, "refusal": refusal, "button": _("Lagre kladd"),
        "seen": hours_of(kept.line).stand, "happens": HAPPENS,
    }  # fmt: skip
    return show(request, template, about, here="phone-lines", status=status)


def _kept(request: DeskRequest, code: str) -> Kept:
    return hours_of(get_line(request.municipality.number, code))


def _start_of_day(kept: Kept, asked: str) -> dict[str, Any]:
    try:
        chosen = date.fromisoformat(asked)
    except ValueError:
        return {"how": OWN}
    known = kept.day(chosen, drafts=True) or kept.day(chosen, drafts=False)
    times = tuple((each.start, each.end) for each in known.openings) if known else ()
    reason = known.reason if known else ""
    how = CLOSED if known and not times else OWN
    return {"day": chosen, "how": how, "times": times, "reason": "" if reason == public_holiday(chosen) else reason}


def _closure(kept: Kept, asked: str) -> models.Closure | None:
    return next((each for each in kept.closures if str(each.id) == asked), None)


def _ids(request: DeskRequest) -> Iterator[UUID]:
    for text in request.POST.getlist("rad"):
        try:
            yield UUID(text)
        except ValueError:
            continue
