"""Opening and closing My page for a person in the case, and the code that is handed over to a child."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DeskRequest, lead_on, now
from oppvekst.domain.cases.desk.page import opened


@require_POST
def open_page(request: DeskRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """Open it."""
    actions.open_my_page(case_id, person_id, by=request.actor, at=now())
    return lead_on("case-people", case_id, "min-side")


@require_POST
def close_page(request: DeskRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """Close it."""
    actions.close_my_page(case_id, person_id, by=request.actor, at=now())
    return lead_on("case-people", case_id, "min-side-stengt")


@require_POST
def code(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Make a code, and show it this once."""
    page = opened(request, case_id, "case-people", tellings)
    made = actions.give_code(case_id, person_id, by=request.actor, at=now())
    return render(request, "cases/desk/my_page_code.html", page.context(request, code=made))
