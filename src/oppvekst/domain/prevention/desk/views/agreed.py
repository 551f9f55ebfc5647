"""Discussions by name, which a family has agreed to: a list of their own, and the way out when they take it back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk.forms import AgreedForm
from oppvekst.domain.prevention.desk.steps import ANSWER
from oppvekst.domain.prevention.desk.views.leading import filled, lead_on, show
from oppvekst.domain.prevention.models import AgreedDiscussion
from oppvekst.domain.prevention.rules import BODIES, CONSENTING
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DeskRequest, at_desk, now, today
from oppvekst.ground.web.words import day_in_words

PAGE = 50
PART = "discussions"
LIST = _("Med samtykke")


@require_safe
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """Who they are about stands on the page of each, where it leaves a look."""
    page = Paginator(queries.agreed_discussions(request.actor), PAGE).get_page(request.GET.get("side"))
    rows = [_row(each, today=today()) for each in page.object_list]
    context = {"page": page, "rows": rows, "crumbs": [*_crumbs()[:-1], (LIST, "")], "may": request.actor.may(ANSWER)}
    return show(request, "agreed_list", context, part=PART)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def new(request: DeskRequest) -> HttpResponseBase:
    """Who said yes comes before anything else that is written."""
    request.actor.must(ANSWER)
    form = AgreedForm(request.POST) if request.method == "POST" else AgreedForm(initial={"held_on": today()})

    def keep(form: AgreedForm) -> HttpResponse:
        done = actions.note_agreed(form.agreed(), by=request.actor, at=now())
        return lead_on("discussion-agreed", "enig-fort", done)

    def page(status: int = 200, **more: Any) -> HttpResponse:
        about = {"crumbs": [*_crumbs(), (gettext("Ny"), "")]}
        return show(request, "agreed_form", {**about, **more}, part=PART, status=status)

    return filled(request, form, keep, page)


@require_safe
@at_desk
def one(request: DeskRequest, agreed_id: UUID) -> HttpResponseBase:
    """One of them, which leaves a look."""
    row = queries.get_agreed(agreed_id, by=request.actor)
    look("discussion", by=request.actor, at=now(), subject=row.id)
    context = {
        "row": row, "facts": _facts(row, today=today()), "crumbs": [*_crumbs(), (_day(row.held_on), "")],
        "may": request.actor.may(ANSWER),
    }  # fmt: skip
    return show(request, "agreed", context, part=PART)


@require_POST
@at_desk
def withdraw(request: DeskRequest, agreed_id: UUID) -> HttpResponseBase:
    """The family does not agree any longer."""
    actions.withdraw_agreement(agreed_id, by=request.actor, at=now())
    return lead_on("discussion-agreed", "enig-trukket", agreed_id)


def _crumbs() -> list[tuple[Any, str]]:
    return [(_("Drøftinger"), reverse("desk:discussions")), (LIST, reverse("desk:discussions-agreed"))]


def _day(day: date) -> str:
    return capfirst(day_in_words(day, today=today()))


def _facts(row: AgreedDiscussion, *, today: date) -> list[dict[str, Any]]:
    gone = gettext("Slettet da samtykket ble trukket") if row.withdrawn_on else ""
    return [
        {"term": _("Hvem det gjaldt"), "value": row.about or gone},
        {"term": _("Hvem som sa ja"), "value": f"{CONSENTING[row.consented]}\n{row.consent_by or gone}"},
        {"term": _("Dagen de sa ja"), "value": capfirst(day_in_words(row.consented_on, today=today))},
        {"term": _("Hvem som ville drøfte"), "value": BODIES[row.body]},
    ]


def _row(row: AgreedDiscussion, *, today: date) -> dict[str, Any]:
    withdrawn = {"label": _("Samtykket er trukket"), "colour": "neutral", "icon": "x-mark"}
    agreed = {"label": _("Med samtykke"), "colour": "success", "icon": "checkmark"}
    return {
        "href": reverse("desk:discussion-agreed", args=[row.id]), "name": BODIES[row.body],
        "tags": [withdrawn if row.withdrawn_on else agreed],
        "what": gettext("%(who)s sa ja") % {"who": CONSENTING[row.consented]},
        "when": capfirst(day_in_words(row.held_on, today=today)), "act": gettext("Se"),
    }  # fmt: skip
