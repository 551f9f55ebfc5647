"""Writing what happened on the timeline, correcting it by adding, and taking it off with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import happening_forms as forms
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.line import HIDDEN, RoomsTell
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.models import Happening
from oppvekst.domain.cases.queries import get_happening
from oppvekst.domain.cases.queries.documents import documents
from oppvekst.domain.cases.queries.happenings import when_of
from oppvekst.domain.cases.queries.ties import hidden
from oppvekst.domain.cases.rules.when import in_words
from oppvekst.ground.web.forms import DsForm
from oppvekst.law.refusals import NotAllowed, Refusal

TAB = "case-timeline"
MANY = 200
NAMED = _(
    "Teksten viser hvem som har meldt, og melderen har bare gitt navnet til tjenesten. Skriv det uten å røpe det."
)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, case_id: UUID, told: RoomsTell, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Something that happened."""
    page = opened(request, case_id, TAB, tellings)
    form = forms.HappeningForm(_sent(request), papers=_papers(case_id))

    def write() -> None:
        actions.write_happening(case_id, form.told(), by=request.actor, at=now())

    return _answered(request, page, form, gettext("Før en hendelse"), write, done="hendelse", told=told)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(
    request: DeskRequest, case_id: UUID, happening_id: UUID, told: RoomsTell, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """The same, put right; the earlier words stand behind."""
    page = opened(request, case_id, TAB, tellings)
    row = _readable(case_id, happening_id)
    form = forms.CorrectionForm(_sent(request), papers=_papers(case_id), initial=_said(row))

    def write() -> None:
        because = form.cleaned_data["because"]
        actions.correct_happening(case_id, happening_id, form.told(), because, by=request.actor, at=now())

    return _answered(request, page, form, gettext("Rett en hendelse"), write, done="rettet", told=told)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(
    request: DeskRequest, case_id: UUID, happening_id: UUID, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """Off the timeline, with the reason."""
    page = opened(request, case_id, TAB, tellings)
    row = _readable(case_id, happening_id)
    form = forms.WithdrawForm(_sent(request))

    def write() -> None:
        actions.withdraw_happening(case_id, happening_id, form.cleaned_data["because"], by=request.actor, at=now())

    about = f"{in_words(when_of(row))}: {row.fact}"
    return _answered(request, page, form, gettext("Ta en hendelse bort"), write, done="tatt-bort", about=about)


def _answered(
    request: DeskRequest, page: CasePage, form: Any, title: str, write: Callable[[], None], *, done: str, about: str = "",
    told: RoomsTell | None = None,
) -> HttpResponse:  # fmt: skip
    stopped = None
    if form.is_bound:
        if form.is_valid() and told and any(told.withheld(page.case.id, [form.words()])):
            form.add_error("fact", NAMED)
        stopped = _written(form, write) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return lead_on(TAB, page.case.id, done)
    context = page.context(
        request, form=form, title=title, about=about, refusal=stopped.refusal if stopped else None,
        back=reverse(f"desk:{TAB}", args=[page.case.id]),
    )  # fmt: skip
    return render(request, "cases/desk/written.html", context, status=stopped.status if stopped else 200)


def _written(form: DsForm, write: Callable[[], None]) -> Stopped | None:
    try:
        write()
    except Refusal as refusal:
        return put_back(form, refusal)
    return None


def _readable(case_id: UUID, happening_id: UUID) -> Happening:
    """The row, unless its words tell this reader where somebody protected is."""
    row = get_happening(case_id, happening_id)
    if any(hidden(["\n".join((row.fact, row.source, row.assessment))], case_id)):
        raise NotAllowed(HIDDEN)
    return row


def _said(row: Happening) -> dict[str, Any]:
    return {
        "when": in_words(when_of(row)), "fact": row.fact, "source_kind": row.source_kind, "source": row.source,
        "document": row.document_id or "", "theme": row.theme, "assessment": row.assessment,
    }  # fmt: skip


def _papers(case_id: UUID) -> list[tuple[UUID, str]]:
    return [(one.id, f"{one.title}, {one.dated:%d.%m.%Y}") for one in documents(case_id)[:MANY]]


def _sent(request: DeskRequest) -> Any:
    return request.POST if request.method == "POST" else None
