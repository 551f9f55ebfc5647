"""A group's evenings, noted as numbers, and its interpreters."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk.forms import EveningForm, InterpreterForm
from oppvekst.domain.prevention.desk.steps import ARRANGE
from oppvekst.domain.prevention.desk.views.leading import filled, lead_on, show
from oppvekst.domain.prevention.models import Evening, Group
from oppvekst.domain.prevention.rules import COMPETENCE, DISPENSATION_ENDS, LANGUAGES, evening_dates
from oppvekst.ground.web.frame import DeskRequest, at_desk, now, today
from oppvekst.ground.web.words import day_in_words

PART = "groups"


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def evening(request: DeskRequest, group_id: UUID) -> HttpResponseBase:
    """Who came, as three numbers."""
    request.actor.must(ARRANGE)
    group = queries.get_group(group_id, by=request.actor)
    form = EveningForm(request.POST) if request.method == "POST" else _evening_form(group, request.GET.get("dag", ""))

    def keep(form: EveningForm) -> HttpResponse:
        actions.note_evening(group_id, form.came(), by=request.actor, at=now())
        return lead_on("group", "oppmote", group_id, fragment="#kvelder")

    return filled(request, form, keep, _page(request, group, "evening_form", gettext("Før oppmøte")))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def interpreter(request: DeskRequest, group_id: UUID) -> HttpResponseBase:
    """Book one, for the whole of the group unless it is said otherwise."""
    request.actor.must(ARRANGE)
    group = queries.get_group(group_id, by=request.actor)
    usual = {"first_on": group.starts_on, "last_on": group.ends_on}
    form = InterpreterForm(request.POST) if request.method == "POST" else InterpreterForm(initial=usual)

    def keep(form: InterpreterForm) -> HttpResponse:
        actions.book_interpreter(group_id, form.booked(), by=request.actor, at=now())
        return lead_on("group", "tolk", group_id, fragment="#tolker")

    return filled(request, form, keep, _page(request, group, "interpreter_form", gettext("Bestill tolk")))


@require_POST
@at_desk
def cancel(request: DeskRequest, booking_id: UUID) -> HttpResponseBase:
    """The interpreter is not coming."""
    group_id = queries.get_booking(booking_id, by=request.actor).group_id
    actions.cancel_interpreter(booking_id, by=request.actor, at=now())
    return lead_on("group", "tolk-avbestilt", group_id, fragment="#tolker")


def told_of(group: Group) -> dict[str, Any]:
    """The evenings and the interpreters, for the page of the group."""
    return {"evenings": _evenings(group), "bookings": [_booking(each) for each in queries.bookings(group)]}


def _evenings(group: Group) -> list[dict[str, Any]]:
    """Those that were planned and those that were held, in order, each with its numbers or the way to note them."""
    noted = {each.held_on: each for each in queries.evenings(group)}
    planned = evening_dates(group.starts_on, group.ends_on, group.evenings)
    address = reverse("desk:group-evening", args=[group.id])
    return [
        {
            "day": capfirst(day_in_words(day, today=today())), "row": (row := noted.get(day)), "been": day <= today(),
            "held": row and (row.families or row.adults or row.children), "href": f"{address}?dag={day}",
        }
        for day in sorted({*planned, *noted})
    ]  # fmt: skip


def _booking(row: Any) -> dict[str, Any]:
    return {
        "row": row, "language": capfirst(gettext(LANGUAGES[row.language])), "competence": COMPETENCE[row.competence],
        "from": day_in_words(row.first_on, today=today()), "to": day_in_words(row.last_on, today=today()),
    }  # fmt: skip


def _evening_form(group: Group, asked: str) -> EveningForm:
    day = _day(asked)
    row: Evening | None = queries.evenings(group).filter(held_on=day).first() if day else None
    return EveningForm.on(day or min(today(), group.ends_on), row)


def _day(asked: str) -> date | None:
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None


def _page(request: DeskRequest, group: Group, template: str, title: str) -> Any:
    here = reverse("desk:group", args=[group.id])
    crumbs = [(gettext("Grupper"), reverse("desk:groups")), (group.title, here), (title, "")]

    def page(status: int = 200, **more: Any) -> HttpResponse:
        about = {"group": group, "crumbs": crumbs, "title": title, "back": here, "ends": DISPENSATION_ENDS}
        return show(request, template, {**about, **more}, part=PART, status=status)

    return page
