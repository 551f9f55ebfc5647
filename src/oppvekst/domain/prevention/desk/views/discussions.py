"""Discussions without names: the list, one, and noting one in a minute."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk.forms import DiscussionFilter, DiscussionForm
from oppvekst.domain.prevention.desk.steps import ANSWER
from oppvekst.domain.prevention.desk.views.leading import filled, lead_on, show
from oppvekst.domain.prevention.models import HeldDiscussion
from oppvekst.domain.prevention.rules import ADVICE, AGES, BODIES, LOOKS_LIKE, TOPICS, WAYS, Looks
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DeskRequest, at_desk, now, today
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date

PAGE = 50
PART = "discussions"
LIST = _("Drøftinger")
SHEET, SHEET_LENGTH = "ark", 100
USUAL = {"way": "phone", "minutes": 15}


@require_safe
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """The anonymous discussions, the latest first, by theme, body and time."""
    form = DiscussionFilter(request.GET)
    form.is_valid()
    kept = {name: str(value) for name in form.fields if (value := form.cleaned_data.get(name))}
    found = _filtered(queries.discussions(request.actor), kept, today=today())
    page = Paginator(found, PAGE).get_page(request.GET.get("side"))
    context = {
        "form": DiscussionFilter(initial=kept), "page": page, "filtered": bool(kept), "kept": urlencode(kept),
        "rows": [_row(each, today=today()) for each in page.object_list], "may": request.actor.may(ANSWER),
    }  # fmt: skip
    return show(request, "discussions", context, part=PART)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def new(request: DeskRequest) -> HttpResponseBase:
    """Note one: most of it is chosen, and what is usual is chosen already."""
    request.actor.must(ANSWER)
    form = (
        DiscussionForm(request.POST)
        if request.method == "POST"
        else DiscussionForm(initial=USUAL | {"held_on": today()})
    )

    def keep(form: DiscussionForm) -> HttpResponse:
        noted = actions.note_discussion(form.held(), sheet=sheet, by=request.actor, at=now())
        return lead_on("discussion", "drofting-fort", noted)

    # A button that is pressed twice where no script holds it back, sends one sheet twice.
    sheet = request.POST.get(SHEET, "")[:SHEET_LENGTH] if request.method == "POST" else secrets.token_urlsafe()
    title = gettext("Før en drøfting")
    about = {"title": title, "crumbs": _crumbs(title), "back": reverse("desk:discussions"), "sheet": sheet}
    return filled(request, form, keep, _page(request, about))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def discussion(request: DeskRequest, discussion_id: UUID) -> HttpResponseBase:
    """One discussion; its writer mends it the same day, others and later only read it."""
    row = queries.get_discussion(discussion_id, by=request.actor)
    look("discussion", by=request.actor, at=now(), subject=row.id)
    if request.method != "POST" and "rett" not in request.GET:
        return _shown(request, row)
    request.actor.must(ANSWER)
    form = DiscussionForm(request.POST) if request.method == "POST" else DiscussionForm.of(row)

    def keep(form: DiscussionForm) -> HttpResponse:
        actions.mend_discussion(discussion_id, form.held(), by=request.actor, at=now())
        return lead_on("discussion", "drofting-rettet", discussion_id)

    title = gettext("Rett drøftingen")
    about = {"title": title, "crumbs": _crumbs(title), "back": reverse("desk:discussion", args=[discussion_id])}
    return filled(request, form, keep, _page(request, about))


@require_POST
@at_desk
def take_back(request: DeskRequest, discussion_id: UUID) -> HttpResponseBase:
    """It was noted by mistake."""
    actions.take_back_discussion(discussion_id, by=request.actor, at=now())
    return lead_on("discussions", "drofting-borte")


def _shown(request: DeskRequest, row: HeldDiscussion) -> HttpResponse:
    context = {
        "row": row, "title": TOPICS[row.topic], "crumbs": _crumbs(TOPICS[row.topic]), "facts": _facts(row, today=today()),
        "mendable": _mendable(row, request.actor), "advice": [ADVICE[code] for code in row.advice],
        "kept_as": ", ".join(LOOKS_LIKE[Looks(code)] for code in row.kept_as),
    }  # fmt: skip
    return show(request, "discussion", context, part=PART)


def _page(request: DeskRequest, about: dict[str, Any]) -> Any:
    def page(status: int = 200, **more: Any) -> HttpResponse:
        return show(request, "discussion_form", {**about, **more}, part=PART, status=status)

    return page


def _mendable(row: HeldDiscussion, by: Actor) -> bool:
    return (
        by.may(ANSWER) and row.noted_by == by.staff_id and oslo_date(row.noted_at) == today() and not row.taken_back_at
    )


def _crumbs(title: str) -> list[tuple[Any, str]]:
    return [(LIST, reverse("desk:discussions")), (title, "")]


def _facts(row: HeldDiscussion, *, today: date) -> list[dict[str, Any]]:
    minutes = ngettext("%(count)d minutt", "%(count)d minutter", row.minutes) % {"count": row.minutes}
    return [
        {"term": _("Hvem som ville drøfte"), "value": BODIES[row.body]}, {"term": _("Alder"), "value": AGES[row.age]},
        {"term": _("Hvordan"), "value": WAYS[row.way]}, {"term": _("Tid brukt"), "value": minutes},
        {"term": _("Dag"), "value": capfirst(day_in_words(row.held_on, today=today))},
    ]  # fmt: skip


def _row(row: HeldDiscussion, *, today: date) -> dict[str, Any]:
    """A line for ``web/_row.html``: all of it codes, none of it words somebody wrote."""
    advice = ", ".join(ADVICE[code].lower() for code in row.advice)
    return {
        "href": reverse("desk:discussion", args=[row.id]), "name": TOPICS[row.topic], "age": AGES[row.age],
        "what": f"{BODIES[row.body]}. {capfirst(advice)}.",
        "when": capfirst(day_in_words(row.held_on, today=today)), "act": gettext("Se"),
    }  # fmt: skip


def _filtered(
    found: QuerySet[HeldDiscussion], kept: dict[str, str], *, today: date
) -> QuerySet[HeldDiscussion]:  # fmt: skip
    if "tema" in kept:
        found = found.filter(topic=kept["tema"])
    if "hvem" in kept:
        found = found.filter(body=kept["hvem"])
    if (time := kept.get("tid", "")).isdigit():
        return found.filter(held_on__gte=today - timedelta(days=int(time)))
    return found.filter(held_on__year=today.year - (time == "i-fjor")) if time else found
