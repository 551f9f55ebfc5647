"""Cases to be read alone: the sample that is drawn, and the archive that knows numbers and no names (fvl § 13 b)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import reading_forms as forms
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.notices import notice
from oppvekst.domain.cases.queries import PAGE, cases_by_id
from oppvekst.domain.cases.queries.reading import Archive, samples
from oppvekst.ground.access.sampling import Sample
from oppvekst.ground.journal.looks import look
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

DRAW, ARCHIVE, NUMBER = "audit.draw", "archive.work", "sak"


@require_http_methods(["GET", "HEAD", "POST"])
def sample(request: DeskRequest) -> HttpResponse:
    """Draw a sample, and those that were drawn; the leader sees everybody's and draws none."""
    if not request.actor.wide:
        request.actor.must(DRAW)
    if request.method != "POST":
        return _samples(request, forms.SampleForm())
    request.actor.must(DRAW)
    form = forms.SampleForm(request.POST)
    if not form.is_valid():
        return _samples(request, form, stopped=Stopped(INCOMPLETE))
    said = form.cleaned_data
    state = "" if said["state"] == "any" else said["state"]
    wanted = actions.Wanted(said["how_many"], state, said["since"], said["until"])
    try:
        actions.draw_sample(wanted, words=said["words"], by=request.actor, at=now())
    except Refusal as refusal:
        return _samples(request, form, stopped=put_back(form, refusal))
    return _back("sample", "stikkprove-trukket")


@require_POST
def sample_end(request: DeskRequest, sample_id: UUID) -> HttpResponse:
    """Ended with what was found."""
    request.actor.must(DRAW)
    form = forms.SampleEndForm(request.POST, prefix="slutt")
    if not form.is_valid():
        return _samples(request, forms.SampleForm(), ending=form, stopped=Stopped(INCOMPLETE))
    actions.end_sample(sample_id, form.cleaned_data["finding"], by=request.actor, at=now())
    return _back("sample", "stikkprove-avsluttet")


@require_POST
def sample_review(request: DeskRequest, sample_id: UUID) -> HttpResponse:
    """The leader has looked it over."""
    if not request.actor.wide:
        raise NotAllowed(gettext("Stikkprøvene ses over av lederen eller stedfortrederen."))
    actions.review_sample(sample_id, by=request.actor, at=now())
    return _back("sample", "stikkprove-sett-over")


@require_safe
def archive(request: DeskRequest) -> HttpResponse:
    """Every case by number, when it was opened and closed and how many documents: never whose it is."""
    request.actor.must(ARCHIVE)
    wanted = request.GET.get("q", "").strip()
    listed: Any = Archive(wanted)
    page: Page[Any] = Paginator(listed, PAGE).get_page(request.GET.get("side"))
    return render(request, "cases/desk/archive.html", {"page": page, "rows": list(page.object_list), "q": wanted})


@require_http_methods(["GET", "HEAD", "POST"])
def archive_open(request: DeskRequest) -> HttpResponse:
    """The reason first, then the case, to be read for some days. Every try is written down."""
    request.actor.must(ARCHIVE)
    if request.method != "POST":
        return _open(request, forms.ArchiveForm(initial={"number": request.GET.get(NUMBER, "")}))
    form = forms.ArchiveForm(request.POST)
    if not form.is_valid():
        return _open(request, form, Stopped(INCOMPLETE))
    said = form.cleaned_data
    look("archive", by=request.actor, at=now(), terms=said["number"])
    try:
        case_id = actions.open_for_archive(said["number"], said["words"], by=request.actor, at=now())
    except NotFound as refusal:
        form.add_error("number", refusal.sentence)
        return _open(request, form, Stopped(INCOMPLETE))
    except Refusal as refusal:
        return _open(request, form, put_back(form, refusal))
    return lead_on("case", case_id, "til-lesing")


def _samples(
    request: DeskRequest, form: forms.SampleForm, *, ending: forms.SampleEndForm | None = None, stopped: Stopped | None = None
) -> HttpResponse:  # fmt: skip
    found = list(samples(request.actor.municipality)[:PAGE])
    mine = next((one for one in found if one.staff_id == request.actor.staff_id and one.ended_at is None), None)
    done = notice(request.GET.get(DONE, ""))
    context = {
        "form": form, "ending": ending or forms.SampleEndForm(prefix="slutt"), "running": mine, "cases": _cases(mine),
        "rows": found, "draws": request.actor.may(DRAW), "days": request.municipality.reading_days,
        "refusal": stopped.refusal if stopped else None, "messages": [done] if done else [],
    }  # fmt: skip
    return render(request, "cases/desk/sample.html", context, status=stopped.status if stopped else 200)


def _cases(running: Sample | None) -> list[Any]:
    """The drawn cases that can still be read, by number."""
    found = cases_by_id(UUID(one) for one in running.drawn) if running else {}
    return sorted(found.values(), key=lambda case: case.number)


def _open(request: DeskRequest, form: forms.ArchiveForm, stopped: Stopped | None = None) -> HttpResponse:
    context = {
        "form": form, "days": request.municipality.reading_days, "refusal": stopped.refusal if stopped else None,
    }  # fmt: skip
    return render(request, "cases/desk/archive_open.html", context, status=stopped.status if stopped else 200)


def _back(name: str, done: str) -> HttpResponse:
    return redirect(f"{reverse(f'desk:{name}')}?{DONE}={done}")
