"""Telling the child or a parent who has seen the case: a proposal to read first, then given by a person (bvl § 12-6)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.cases.actions.extract import NAMES, RIGHT, Wanted, hand_out, make_extract
from oppvekst.domain.cases.desk import forms, paper
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.models import LookExtract
from oppvekst.domain.cases.queries import extracts, get_case, get_extract, parties
from oppvekst.domain.cases.rules.extract import CHILD, PARENTS
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.refusals import NotFound, Refusal

MONTHS = timedelta(days=90)


@require_http_methods(["GET", "HEAD", "POST"])
def extract(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """What has been told to whom, and a new one."""
    get_case(case_id)
    request.actor.must(RIGHT)
    page = opened(request, case_id, "case-extract", tellings)
    form = forms.ExtractForm(
        request.POST if request.method == "POST" else None, parties=_parties(page),
        initial={"since": page.today - MONTHS, "until": page.today},
    )  # fmt: skip
    stopped: Stopped | None = None
    if form.is_bound:
        answer = _make(request, form) if form.is_valid() else Stopped(INCOMPLETE)
        if isinstance(answer, LookExtract):
            return _on(answer, "utdrag")
        stopped = answer
    context = page.context(
        request, form=form, refusal=stopped.refusal if stopped else None, extracts=list(extracts(case_id)),
        may_name=request.actor.may(NAMES),
    )  # fmt: skip
    return render(request, "cases/desk/extract.html", context, status=stopped.status if stopped else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def made(request: DeskRequest, case_id: UUID, extract_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """One extract, as the party will read it; given by hand, and written down."""
    found = _of_case(request, case_id, extract_id)
    page = opened(request, case_id, "case-extract", tellings)
    form = forms.HandOutForm(request.POST if request.method == "POST" else None)
    stopped = None
    if form.is_bound:
        stopped = _give(request, found, form) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return _on(found, "gitt")
    context = page.context(
        request, form=form, refusal=stopped.refusal if stopped else None, extract=found, days=paper.days_in_words(found)
    )
    return render(request, "cases/desk/extract_made.html", context, status=stopped.status if stopped else 200)


@require_safe
def letter(request: DeskRequest, case_id: UUID, extract_id: UUID) -> HttpResponse:
    """The letter, the same bytes each time."""
    found = _of_case(request, case_id, extract_id)
    look("case.extract.letter", by=request.actor, at=now(), subject=found.id, case_id=case_id)
    made = paper.extract(found, request.municipality)
    return as_pdf(made.pdf, f"innsyn-{found.case.number}.pdf")


def _make(request: DeskRequest, form: forms.ExtractForm) -> Stopped | LookExtract:
    said = form.cleaned_data
    wanted = Wanted(
        since=said["since"],
        until=said["until"],
        language=said["language"],
        named=said["named"] == "yes",
        reasons=said["reasons"],
    )
    try:
        return make_extract(said["party"], wanted, by=request.actor, at=now())
    except Refusal as refusal:
        return put_back(form, refusal)


def _give(request: DeskRequest, found: LookExtract, form: forms.HandOutForm) -> Stopped | None:
    try:
        hand_out(found.id, form.cleaned_data["how"], by=request.actor, at=now())
    except Refusal as refusal:
        return put_back(form, refusal)
    return None


def _of_case(request: DeskRequest, case_id: UUID, extract_id: UUID) -> LookExtract:
    found = get_extract(extract_id)
    if found.case_id != case_id:
        raise NotFound("Utdraget hører ikke til denne saken.")
    request.actor.must(RIGHT)
    return found


def _on(found: LookExtract, done: str) -> HttpResponse:
    return redirect(f"{reverse('desk:case-extract-made', args=[found.case_id, found.id])}?{DONE}={done}")


def _parties(page: CasePage) -> list[tuple[UUID, str]]:
    """The child and its parents; why one of them is not told now, is said when she is chosen."""
    known = [party for party in parties(page.case) if party.part == CHILD or party.part in PARENTS]
    return [
        (party.id, gettext("%(name)s, %(part)s") % {"name": capfirst(party.person.name), "part": party.get_part_display()})
        for party in known
    ]  # fmt: skip
