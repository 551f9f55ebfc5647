"""A page of one form in a case: what will follow, the form, and one button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, Stopped, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.ground.web.forms import DsForm
from oppvekst.law.refusals import Refusal


@dataclass(frozen=True)
class Asked:
    """What the page says: its title, what follows of it, the button, and the section."""

    title: Any
    follows: tuple[Any, ...]
    button: Any
    law: str


def entitled(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...], right: str) -> CasePage:
    """The case first: whoever may not see it learns nothing, not even that she lacks the right."""
    page = opened(request, case_id, "case-access", tellings)
    request.actor.must(right)
    return page


def sent(request: DeskRequest) -> QueryDict | None:
    """An empty form that was sent is sent all the same."""
    return request.POST if request.method == "POST" else None


def answered(
    request: DeskRequest, page: CasePage, asked: Asked, form: DsForm, *, act: Callable[[dict[str, Any]], object],
    onward: Callable[[], HttpResponse], about: str = "",
) -> HttpResponse:  # fmt: skip
    stopped = None
    if request.method == "POST":
        stopped = _acted(form, act) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return onward()
    context = page.context(request, form=form, asked=asked, about=about, refusal=stopped.refusal if stopped else None)
    return render(request, "cases/desk/asked.html", context, status=stopped.status if stopped else 200)


def _acted(form: DsForm, act: Callable[[dict[str, Any]], object]) -> Stopped | None:
    try:
        act(form.cleaned_data)
    except Refusal as refusal:
        return put_back(form, refusal)
    return None
