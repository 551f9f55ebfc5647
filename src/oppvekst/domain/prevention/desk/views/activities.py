"""Work with others: district teams, competence projects and information."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk.forms import ActivityForm
from oppvekst.domain.prevention.desk.steps import ARRANGE
from oppvekst.domain.prevention.desk.views.leading import filled, lead_on, show
from oppvekst.domain.prevention.models import Activity
from oppvekst.domain.prevention.rules import ACTIVITIES, SERVICES, THEMES
from oppvekst.ground.web.frame import DeskRequest, at_desk, now, today
from oppvekst.ground.web.words import day_in_words

PAGE = 50
PART = "activities"
KIND = "slag"
LIST = _("Arbeid med andre")


@require_safe
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """What was done, the latest first, by kind."""
    found = queries.activities(request.actor)
    chosen = kind if (kind := request.GET.get(KIND, "")) in ACTIVITIES else ""
    page = Paginator(found.filter(kind=chosen) if chosen else found, PAGE).get_page(request.GET.get("side"))
    kinds = [{"key": str(key), "name": name, "chosen": key == chosen} for key, name in ACTIVITIES.items()]
    context = {
        "page": page, "rows": [_row(each) for each in page.object_list], "kinds": kinds, "filtered": bool(chosen),
        "may": request.actor.may(ARRANGE), "undo_of": _named(request.GET.get("id", "")),
    }  # fmt: skip
    return show(request, "activities", context, part=PART)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def new(request: DeskRequest) -> HttpResponseBase:
    """Note what was done."""
    request.actor.must(ARRANGE)
    form = ActivityForm(request.POST) if request.method == "POST" else ActivityForm(initial={"held_on": today()})

    def keep(form: ActivityForm) -> HttpResponse:
        return lead_on("activity", "arbeid", actions.note_activity(form.made(), by=request.actor, at=now()))

    return filled(request, form, keep, _page(request, gettext("Før noe dere har gjort"), None))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def activity(request: DeskRequest, activity_id: UUID) -> HttpResponseBase:
    """What was done, and mending it."""
    row = queries.get_activity(activity_id, by=request.actor)
    if request.method != "POST" and "rett" not in request.GET:
        return _shown(request, row)
    request.actor.must(ARRANGE)
    form = ActivityForm(request.POST) if request.method == "POST" else ActivityForm.of(row)

    def keep(form: ActivityForm) -> HttpResponse:
        actions.note_activity(form.made(), by=request.actor, at=now(), activity_id=activity_id)
        return lead_on("activity", "arbeid-rettet", activity_id)

    return filled(request, form, keep, _page(request, gettext("Rett det som er ført"), row))


@require_POST
@at_desk
def take_back(request: DeskRequest, activity_id: UUID) -> HttpResponseBase:
    """It was noted by mistake."""
    actions.take_back_activity(activity_id, by=request.actor, at=now())
    return lead_on("activities", "arbeid-borte", fragment=f"&id={activity_id}")


@require_POST
@at_desk
def restore(request: DeskRequest, activity_id: UUID) -> HttpResponseBase:
    """It was taken back by mistake."""
    actions.restore_activity(activity_id, by=request.actor, at=now())
    return lead_on("activity", "arbeid-tilbake", activity_id)


def _shown(request: DeskRequest, row: Activity) -> HttpResponse:
    context = {
        "row": row, "crumbs": [(LIST, reverse("desk:activities")), (row.title, "")], "kind": ACTIVITIES[row.kind],
        "themes": [capfirst(gettext(THEMES[code])) for code in row.themes], "facts": _facts(row),
        "may": request.actor.may(ARRANGE) and not row.taken_back_at,
    }  # fmt: skip
    return show(request, "activity", context, part=PART)


def _facts(row: Activity) -> list[dict[str, Any]]:
    last = f" til {day_in_words(row.ends_on, today=today())}" if row.ends_on else ""
    minutes = ngettext("%(count)d minutt", "%(count)d minutter", row.minutes) % {"count": row.minutes}
    return [
        {"term": _("Dag"), "value": capfirst(day_in_words(row.held_on, today=today())) + last},
        {"term": _("Område"), "value": row.area},
        {"term": _("Hvem var med"), "value": "\n".join(SERVICES[code] for code in row.members)},
        {"term": _("Nådde omtrent"), "value": str(row.reached)}, {"term": _("Tid brukt"), "value": minutes},
    ]  # fmt: skip


def _page(request: DeskRequest, title: str, row: Activity | None) -> Any:
    crumbs = [(LIST, reverse("desk:activities")), (title, "")]
    back = reverse("desk:activity", args=[row.id]) if row else reverse("desk:activities")

    def page(status: int = 200, **more: Any) -> HttpResponse:
        about = {"title": title, "crumbs": crumbs, "row": row, "back": back}
        return show(request, "activity_form", {**about, **more}, part=PART, status=status)

    return page


def _row(row: Activity) -> dict[str, Any]:
    """A line for ``web/_row.html``."""
    themes = capfirst(", ".join(gettext(THEMES[code]).lower() for code in row.themes))
    members = ", ".join(SERVICES[code] for code in row.members)
    reached = (
        ngettext("Nådde %(count)d", "Nådde %(count)d", row.reached) % {"count": row.reached} if row.reached else ""
    )
    return {
        "href": reverse("desk:activity", args=[row.id]), "name": row.title,
        "tags": [{"label": ACTIVITIES[row.kind], "colour": "neutral", "icon": "person-group"}],
        "what": ". ".join(filter(None, [row.area, themes, members, reached])),
        "when": capfirst(day_in_words(row.held_on, today=today())), "act": gettext("Se"),
    }  # fmt: skip


def _named(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
