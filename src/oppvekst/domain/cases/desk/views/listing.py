"""The cases this person may see: open, one's own, closed. Newest first, 50 a page."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.desk import reading, spoken
from oppvekst.domain.cases.desk.frame import DeskRequest, today
from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import PAGE, my_cases
from oppvekst.ground.access import colleagues

SHOW = "vis"
OPEN, MINE, CLOSED = "", "mine", "avsluttede"
LABELS = {OPEN: _("Åpne"), MINE: _("Mine"), CLOSED: _("Avsluttede")}
EMPTY = {
    OPEN: _("Ingen saker er åpne for deg. En sak kommer hit når du får den, eller når en kollega gir deg tilgang."),
    MINE: _("Du er ikke ansvarlig for noen sak nå."),
    CLOSED: _("Ingen saker er avsluttet."),
}


@require_safe
def cases(request: DeskRequest) -> HttpResponse:
    """The list."""
    chosen = request.GET.get(SHOW, OPEN)
    chosen = chosen if chosen in LABELS else OPEN
    which = {
        OPEN: Q(state=Case.State.OPEN),
        MINE: Q(state=Case.State.OPEN, responsible=request.actor.staff_id),
        CLOSED: Q(state=Case.State.CLOSED),
    }
    found = my_cases(request.actor)
    counts = found.order_by().aggregate(**{f"n{key}": Count("id", filter=where) for key, where in which.items()})
    page = Paginator(found.filter(which[chosen]), PAGE).get_page(request.GET.get("side"))
    context = {
        "tabs": _tabs(chosen, counts), "page": page, "rows": _rows(list(page.object_list)), "today": today(),
        "empty": EMPTY[chosen],
    }  # fmt: skip
    return render(request, "cases/desk/cases.html", context)


def _tabs(chosen: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"label": label, "href": f"?{SHOW}={key}" if key else "?", "here": key == chosen, "count": counts[f"n{key}"]}
        for key, label in LABELS.items()
    ]


def _rows(found: list[Case]) -> list[dict[str, Any]]:
    """Lines of the list, with names and limits fetched for all of them at once."""
    limits = reading.next_limits(case.id for case in found)
    names = colleagues.names({case.responsible for case in found})
    return [
        {
            "href": reverse("desk:case", args=[case.id]), "name": case.child.name, "tags": spoken.shield(case.child),
            "age": spoken.years(case.child, today=today()), "what": _what(case, names), "due": limits.get(case.id),
        }
        for case in found
    ]  # fmt: skip


def _what(case: Case, names: dict[Any, str]) -> str:
    name = names.get(case.responsible)
    whose = gettext("ansvarlig %(name)s") % {"name": name} if name else gettext("ingen ansvarlig")
    return gettext("Sak %(number)s, %(whose)s") % {"number": case.number, "whose": whose}
