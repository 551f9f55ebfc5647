"""An investigation that goes on, as a parent with responsibility or a child of 15 follows it (bvl §§ 2-2, 12-3; fvl § 18).

What is asked, of whom and why, and by when it is to be done. Never who worried: the database has left that out already.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from oppvekst.domain.investigations.queries import Followed, get_my_investigation, my_investigations
from oppvekst.domain.investigations.rules import Ground
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.frame import today
from oppvekst.ground.web.shared_with_you import Shared
from oppvekst.ground.web.words import day_in_words

# Why we may ask: in the words of whoever reads. What was told us unasked is in no answer of the database.
WHY = {
    Ground.CONSENT: gettext_lazy("Vi kan spørre fordi det er samtykket til det."),
    Ground.ORDER: gettext_lazy("De har plikt til å svare oss, også uten samtykke."),
    Ground.NOT_BOUND: gettext_lazy("De har ikke taushetsplikt, og velger selv om de vil svare."),
}
HEADINGS = (
    ("sources", gettext_lazy("Hvem vi vil spørre")),
    ("talks", gettext_lazy("Samtaler med barnet")),
    ("home_visit", gettext_lazy("Hjemmebesøk")),
    ("timetable", gettext_lazy("Tidsplanen")),
)


def shared() -> list[Shared]:
    """One line for each investigation she may follow."""
    return [
        Shared(_title(one), _until(one), one.noted_at, reverse("mypage:investigation", args=[one.id]))
        for one in my_investigations()
    ]


@require_safe
def investigation(request: HttpRequest, investigation_id: UUID) -> HttpResponse:
    """One investigation, as it stands now."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    return render(request, "investigations/mypage/following.html", told(get_my_investigation(investigation_id)))


def told(found: Followed) -> dict[str, Any]:
    """Everything that stands on the page."""
    return {
        "found": found, "title": _title(found), "until": _until(found),
        "questions": found.texts.get("questions", ""),
        "texts": [(title, found.texts[key]) for key, title in HEADINGS if found.texts.get(key)],
        "asked": [one | {"why": WHY.get(Ground(one["ground"]), "")} for one in found.asked],
        "rows": found.rows, "nothing": not (found.asked or found.rows or found.texts), "drop_url": reverse("log-out"),
    }  # fmt: skip


urlpatterns = [path("undersokelse/<uuid:investigation_id>/", investigation, name="investigation")]


def _title(one: Followed) -> str:
    return _("Undersøkelsen om %(child)s") % {"child": one.child}


def _until(one: Followed) -> str:
    """The limit in a sentence, with what the law says of it on the page itself."""
    if one.due is None:
        return ""
    if one.due < today():
        return _("Vi skulle vært ferdige %(day)s. Du har rett til å få vite hvorfor vi ikke er det.") % {
            "day": day_in_words(one.due)
        }
    return _("Vi skal være ferdige senest %(day)s.") % {"day": day_in_words(one.due)}
