"""Acts on one sign-up. It has no page of its own: it stands in its group's list."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk.views.leading import lead_on
from oppvekst.ground.web.frame import DeskRequest, at_desk, now


@require_safe
@at_desk
def sign_up(request: DeskRequest, sign_up_id: UUID) -> HttpResponseBase:
    """Where it stands: in its group's list."""
    row = queries.get_sign_up(sign_up_id, by=request.actor)
    return redirect(f"{reverse('desk:group', args=[row.group_id])}#p-{row.id}")


@require_POST
@at_desk
def confirm(request: DeskRequest, sign_up_id: UUID) -> HttpResponseBase:
    """The place is theirs."""
    actions.confirm_place(sign_up_id, by=request.actor, at=now())
    return _back(request, sign_up_id, "bekreftet")


@require_POST
@at_desk
def withdraw(request: DeskRequest, sign_up_id: UUID) -> HttpResponseBase:
    """They are not coming."""
    actions.withdraw_sign_up(sign_up_id, by=request.actor, at=now())
    return _back(request, sign_up_id, "meldt-av")


@require_POST
@at_desk
def restore(request: DeskRequest, sign_up_id: UUID) -> HttpResponseBase:
    """It was a mistake."""
    actions.restore_sign_up(sign_up_id, by=request.actor, at=now())
    return _back(request, sign_up_id, "satt-tilbake")


def _back(request: DeskRequest, sign_up_id: UUID, done: str) -> HttpResponse:
    row = queries.get_sign_up(sign_up_id, by=request.actor)
    return lead_on("group", done, row.group_id, fragment=f"#p-{row.id}")
