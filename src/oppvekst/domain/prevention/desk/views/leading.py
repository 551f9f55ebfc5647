"""What the views of this room share: where an act leads, and which part of the room one stands in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention.desk.notices import notice
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import DONE, INCOMPLETE, DeskRequest, put_back, today
from oppvekst.law.refusals import Refusal

# The parts of the room, each with its icon.
PARTS = (
    ("requests", _("Henvendelser"), "inbox"),
    ("discussions", _("Drøftinger"), "chat"),
    ("groups", _("Grupper"), "person-group"),
    ("activities", _("Arbeid med andre"), "hand-shake-heart"),
    ("school-contacts", _("Kontaktpersoner"), "phone-fill"),
    ("prevention-figures", _("Året i tall"), "file-text"),
)


def lead_on(name: str, done: str, *key: UUID, fragment: str = "") -> HttpResponse:
    """To a page, with a word about what was done."""
    return redirect(f"{reverse(f'desk:{name}', args=key)}?{DONE}={done}{fragment}")


def show(
    request: DeskRequest, template: str, context: dict[str, Any], *, part: str, status: int = 200
) -> HttpResponse:  # fmt: skip
    """A page of the room, with the way to its other parts."""
    parts = [
        {"href": reverse(f"desk:{name}"), "label": label, "icon": icon, "here": name == part}
        for name, label, icon in PARTS
    ]
    known = {"parts": parts, "today": today(), "notice": notice(request.GET.get(DONE, ""))}
    return render(request, f"prevention/desk/{template}.html", {**known, **context}, status=status)


def filled[F: DsForm](
    request: DeskRequest, form: F, keep: Callable[[F], HttpResponse], page: Callable[..., HttpResponse]
) -> HttpResponse:
    """A form shown, or kept; what is lacking goes back to its fields with everything that was typed."""
    if not form.is_bound:
        return page(form=form)
    if not form.is_valid():
        return page(form=form, status=INCOMPLETE)
    try:
        return keep(form)
    except Refusal as refusal:
        stopped = put_back(form, refusal)
        return page(form=form, refusal=stopped.refusal, status=stopped.status)
