"""Where the child lives, who has parental responsibility, and whether the child understands: written with day and source.

What a later room must do when one of them changes, the face hands over as ``changed``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions.living import PARENTS
from oppvekst.domain.cases.desk import living_forms as forms
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.queries import parties, residences, responsibilities
from oppvekst.law.refusals import NotFound, Refusal

READS = ("GET", "HEAD", "POST")


class Changed(Protocol):
    """What the later rooms do about it: whoever must now be asked is asked."""

    def __call__(self, case_id: UUID, *, today: date) -> None: ...


@require_http_methods(list(READS))
def residence(
    request: DeskRequest, case_id: UUID, changed: Changed, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """Where the child lives, from a day."""
    page = opened(request, case_id, "case-people", tellings)
    parents = [(one.person_id, one.person.name) for one in parties(page.case) if one.part in PARENTS]
    form = forms.ResidenceForm(_typed(request), today=page.today, parents=parents)
    about = {"title": "Hvor barnet bor", "rows": residences(case_id), "parents": parents}

    def write() -> None:
        actions.note_residence(
            case_id, form.cleaned_data["living"], form.known(), person_id=form.with_whom(), by=request.actor, at=now()
        )

    return _written(request, page, _Writing(form, write, changed, "bosted", about))


@require_http_methods(list(READS))
def responsibility(
    request: DeskRequest, case_id: UUID, person_id: UUID, changed: Changed, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """Whether one parent has parental responsibility, from a day."""
    page = opened(request, case_id, "case-people", tellings)
    party = next((one for one in parties(page.case) if one.person_id == person_id and one.part in PARENTS), None)
    if party is None:
        raise NotFound("Vi finner ikke denne forelderen i saken.")
    form = forms.ResponsibilityForm(_typed(request), today=page.today)
    rows = [row for row in responsibilities(case_id) if row.person_id == person_id]

    def write() -> None:
        holds = form.cleaned_data["holds"]
        actions.note_responsibility(case_id, person_id, form.known(), holds=holds, by=request.actor, at=now())

    about = {"title": f"Foreldreansvar: {party.person.name}", "rows": rows}
    return _written(request, page, _Writing(form, write, changed, "foreldreansvar", about))


@require_http_methods(list(READS))
def understanding(
    request: DeskRequest, case_id: UUID, changed: Changed, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """Whether the child understands what its case is about."""
    page = opened(request, case_id, "case-people", tellings)
    form = forms.UnderstandingForm(_typed(request), today=page.today)

    def write() -> None:
        actions.assess_understanding(case_id, **form.cleaned_data, by=request.actor, at=now())

    about = {"title": "Forstår barnet saken?", "rows": []}
    return _written(request, page, _Writing(form, write, changed, "forstaelse", about))


def _typed(request: DeskRequest) -> Any:
    return request.POST if request.method == "POST" else None


@dataclass(frozen=True)
class _Writing:
    """One of the three: its form, the act, what follows it, and what its page shows besides."""

    form: Any
    write: Callable[[], None]
    changed: Changed
    done: str
    about: dict[str, Any]


def _written(request: DeskRequest, page: CasePage, one: _Writing) -> HttpResponse:
    stopped = _stopped(one.form, one.write) if one.form.is_bound else None
    if one.form.is_bound and stopped is None:
        one.changed(page.case.id, today=page.today)
        return lead_on("case-people", page.case.id, one.done)
    context = page.context(request, form=one.form, refusal=stopped.refusal if stopped else None, **one.about)
    return render(request, "cases/desk/living.html", context, status=stopped.status if stopped else 200)


def _stopped(form: Any, write: Callable[[], None]) -> Stopped | None:
    if not form.is_valid():
        return Stopped(INCOMPLETE)
    try:
        write()
    except Refusal as refusal:
        return put_back(form, refusal)
    return None
