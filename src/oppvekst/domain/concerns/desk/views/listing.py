"""The list of concerns that are not concluded: oldest limit first, filtered in the address, 50 a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.desk import frame, rows
from oppvekst.domain.concerns.desk.alarms import ringing
from oppvekst.domain.concerns.desk.frame import DeskRequest, at_desk
from oppvekst.domain.concerns.desk.notices import notice
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import CLARIFYING, RECEIVED, URGENT
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.alarms import take
from oppvekst.ground.agenda.worklist import untaken, worklist

PAGE = 50
SHOW = "vis"


@dataclass(frozen=True)
class Filter:
    """One view of the list, with its own address."""

    key: str
    label: Any
    which: Q
    none: Any


def filters(by: Actor) -> tuple[Filter, ...]:
    """The views this person may choose among; the first is everything."""
    return (
        Filter("", _("Alle åpne"), Q(), _("Alle meldinger er gjennomgått. Nye kommer hit av seg selv.")),
        Filter("nye", _("Ingen har tatt"), Q(state__in=(RECEIVED, URGENT)), _("Alle meldinger er tatt av noen.")),
        Filter("mine", _("Mine"), Q(handler=by.staff_id), _("Du har ingen meldinger nå.")),
        Filter(
            "fare",
            _("Fare eller haster"),
            Q(danger=Concern.Danger.YES) | Q(immediate=True),
            _("Ingen meldinger haster nå."),
        ),
        Filter("avklares", _("Avklares"), Q(state=CLARIFYING), _("Ingen meldinger avklares nå.")),
        Filter("bekreft", _("Venter på bekreftelse"), ~Q(proposed=""), _("Ingen forslag venter.")),
    )


@require_safe
@at_desk
def concerns(request: DeskRequest) -> HttpResponse:
    """The list."""
    by, today = request.actor, frame.today()
    views = filters(by)
    chosen = next((view for view in views if view.key == request.GET.get(SHOW, "")), views[0])
    found = queries.inbox(by)
    shown = Paginator(found.filter(chosen.which), PAGE).get_page(request.GET.get("side"))
    context = {
        "tabs": _tabs(views, chosen, _counts(found, views)), "page": shown, "chosen": chosen, "today": today,
        "rows": [rows.row(concern, by, today=today) for concern in shown.object_list], "alarms": ringing(by, today=today),
        "notice": notice(request.GET.get(frame.DONE, "")), "quarantined": _unreadable(by),
    }  # fmt: skip
    return render(request, "concerns/desk/concerns.html", context)


@require_POST
@at_desk
def take_alarm(request: DeskRequest, alarm_id: UUID) -> HttpResponse:
    """Take an alarm: it stops ringing, and leads to the concern it is about; one about a case leads to nobody's file."""
    request.actor.must("alarm.take")
    alarm = untaken(request.actor).filter(id=alarm_id).first()
    take(alarm_id, by=request.actor, at=frame.now())
    concern = bool(alarm and queries.concerns_by_id([alarm.subject]))
    return frame.lead_on(request, alarm.subject, "varsel") if alarm and concern else frame.to_list(request, "varsel")


def _counts(found: QuerySet[Concern], views: tuple[Filter, ...]) -> dict[str, int]:
    """How many there are in each view, in one question."""
    asked = {f"n{place}": Count("id", filter=view.which or None) for place, view in enumerate(views)}
    counted = found.order_by().aggregate(**asked)
    return {view.key: counted[f"n{place}"] for place, view in enumerate(views)}


def _tabs(views: tuple[Filter, ...], chosen: Filter, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "label": view.label, "href": f"?{SHOW}={view.key}" if view.key else "?", "here": view is chosen,
            "count": counts[view.key],
        }
        for view in views
    ]  # fmt: skip


def _unreadable(by: Actor) -> int:
    """Messages that could not be read, as they stand on this person's agenda."""
    return worklist(by).filter(subject_kind="message").count() if frame.in_reception(by) else 0
