"""What a person reads at My page about being in a case here: who she is to the service, and that a case is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.models import Closing, Party
from oppvekst.domain.cases.queries import my_closing, my_closings, my_pages
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.shared_with_you import Shared

WORDS: dict[str, Any] = {
    Party.Part.CHILD: gettext_lazy("Du er den det handler om."),
    Party.Part.MOTHER: gettext_lazy("Du er mor til %(child)s."),
    Party.Part.FATHER: gettext_lazy("Du er far til %(child)s."),
    Party.Part.OTHER_PARENT: gettext_lazy("Du er forelder til %(child)s."),
    Party.Part.SIBLING: gettext_lazy("Du er søsken til %(child)s."),
    Party.Part.GUARDIAN: gettext_lazy("Du er verge eller representant for %(child)s."),
    Party.Part.NETWORK: gettext_lazy("Du er i familien eller nettverket til %(child)s."),
}


@dataclass(frozen=True, slots=True)
class Me:
    """Who somebody is in one case."""

    called: str
    words: str
    since: datetime


def me() -> list[Me]:
    """One line for each case where My page is opened for whoever has logged in."""
    return [Me(row.called, str(WORDS[row.part]) % {"child": row.child_name}, row.opened_at) for row in my_pages()]


def shared() -> list[Shared]:
    """One line for each case that is closed, for the family: that it is, and that they may still write and ask to read."""
    return [
        Shared(_title(one), _("Du kan fortsatt skrive til oss og be om å få lese det vi har skrevet."), one.closed_at,
               reverse("mypage:case-closed", args=[one.id]))
        for one in my_closings()
    ]  # fmt: skip


@require_safe
def closed(request: HttpRequest, closing_id: UUID) -> HttpResponse:
    """That the case is closed, in the words that were written to the family, and what they may do now."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    found = my_closing(closing_id)
    context = {"found": found, "title": _title(found), "drop_url": reverse("log-out")}
    return render(request, "cases/mypage/closed.html", context)


urlpatterns = [path("avsluttet/<uuid:closing_id>/", closed, name="case-closed")]


def _title(one: Closing) -> str:
    return _("Saken om %(child)s er avsluttet") % {"child": one.child_name}
