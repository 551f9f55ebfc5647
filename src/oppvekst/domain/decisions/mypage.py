"""What a person reads at My page about decisions: each in her own copy, until when she may appeal, and the letter to keep.

The database decides what is hers; whether anything else is there is told to nobody.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from oppvekst.domain.decisions.actions import note_opened
from oppvekst.domain.decisions.models import Copy
from oppvekst.domain.decisions.queries import letter_at_my_page, my_copies, my_copy
from oppvekst.domain.decisions.queries.child import get_told_to_me, told_to_me
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.rules.reaching import Road
from oppvekst.domain.investigations.rules import REOPENING
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.frame import today
from oppvekst.ground.web.paper import as_pdf
from oppvekst.ground.web.shared_with_you import Shared
from oppvekst.ground.web.words import day_in_words


def shared() -> list[Shared]:
    """One line for each decision that lies ready for whoever has logged in."""
    return [
        Shared(one.title, _line(one), one.shown_from, reverse("mypage:decision", args=[one.id])) for one in my_copies()
    ] + [
        Shared(_("Det vi har bestemt"), "", one.written_at, reverse("mypage:told-child", args=[one.id]))
        for one in told_to_me()
    ]


@require_safe
def decision(request: HttpRequest, copy_id: UUID) -> HttpResponse:
    """One decision in her own copy. That she has opened it is kept, once."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    copy = my_copy(copy_id)
    note_opened(copy.id)
    context = {
        "copy": copy,
        "told": copy.told,
        "limit": _limit(copy),
        "again": _again(copy.told),
        "drop_url": reverse("log-out"),
    }
    return render(request, "decisions/mypage/decision.html", context)


@require_safe
def letter(request: HttpRequest, copy_id: UUID) -> HttpResponse:
    """The same as a letter to keep."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    content = letter_at_my_page(copy_id)
    note_opened(copy_id)
    return as_pdf(content, "brev.pdf")


@require_safe
def told_child(request: HttpRequest, told_id: UUID) -> HttpResponse:
    """A decision in words for the child, and what it can do when it disagrees (bvl § 1-4)."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    context = {"told": get_told_to_me(told_id), "drop_url": reverse("log-out")}
    return render(request, "decisions/mypage/child.html", context)


urlpatterns = [
    path("til-deg/<uuid:told_id>/", told_child, name="told-child"),
    path("vedtak/<uuid:copy_id>/", decision, name="decision"),
    path("vedtak/<uuid:copy_id>/brev.pdf", letter, name="decision-letter"),
]


def _line(copy: Copy) -> str:
    unread = "" if copy.opened_at else _("Ikke lest ennå.")
    return " ".join(filter(None, [unread, _until(copy.appeal_due)]))


def _until(due: date | None) -> str:
    if due is None:
        return ""
    if due < today():
        return _("Fristen for å klage gikk ut %(day)s.") % {"day": day_in_words(due)}
    return _("Du kan klage til og med %(day)s.") % {"day": day_in_words(due)}


def _limit(copy: Copy) -> dict[str, Any]:
    """Until when, in a sentence, and to whom."""
    to = {
        Road.GOVERNOR: _("Klagen går til statsforvalteren, men du sender den til oss."),
        Road.TRIBUNAL: _("Klagen går til barneverns- og helsenemnda, men du sender den til oss."),
        Road.DIRECT: _("Du kan klage direkte til barneverns- og helsenemnda. Loven setter ingen frist."),
        Road.ACCESS: _("Klagen går til statsforvalteren, men du sender den til oss."),
    }[Road(copy.road)]
    waits = (
        "" if copy.road == Road.DIRECT else _("Fristen på tre uker begynner når vi har varslet deg på telefonen din.")
    )
    return {"to": to, "until": _until(copy.appeal_due) or waits, "steps": copy.appeal_steps}


def _again(told: dict[str, Any]) -> str:
    """Until when the investigation may be opened again without a new concern, while it may (bvl § 2-5 (3))."""
    if told.get("kind") != Kind.DISMISSAL_REOPEN or not told.get("decided"):
        return ""
    last = REOPENING.due(date.fromisoformat(told["decided"])).due
    return day_in_words(last) if last and last >= today() else ""
