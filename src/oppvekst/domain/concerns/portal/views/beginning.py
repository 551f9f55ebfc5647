"""Before anything is written: who are you, what happens, who may read it, whom can you call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.concerns.portal.calls import calls_now
from oppvekst.domain.concerns.portal.draft import Draft
from oppvekst.domain.concerns.portal.journey import Journey
from oppvekst.domain.concerns.portal.steps import CHILD, DANGER, KINDS, PARENT, PRIVATE, PUBLIC, YOUTH, Kind
from oppvekst.domain.concerns.portal.visit import show, step_or_404, visit
from oppvekst.law.calendar import oslo_date


@dataclass(frozen=True)
class Door:
    """One choice on the first page."""

    kind: Kind
    icon: str
    title: Any
    text: Any


DOORS = (
    Door(CHILD, icon="teddy-bear", title=_("Jeg er barn"), text=_("For deg som er omtrent 8 til 12 år.")),
    Door(YOUTH, icon="chat", title=_("Jeg er ungdom"), text=_("For deg som er omtrent 13 til 17 år.")),
    Door(
        PARENT,
        icon="house-heart",
        title=_("Jeg er forelder, eller venter barn"),
        text=_("Be om hjelp, eller fortell om noe som bekymrer deg."),
    ),
    Door(
        PRIVATE,
        icon="hand-heart",
        title=_("Jeg er bekymret for et barn"),
        text=_("Nabo, venn, slektning eller en annen privatperson. Du kan være anonym."),
    ),
    Door(
        PUBLIC,
        icon="briefcase",
        title=_("Jeg jobber med barn"),
        text=_("Ansatte i skole, barnehage, helsetjeneste og andre med meldeplikt."),
    ),
)
# Links from other pages name whom they are for.
ASKED = {"barn": (CHILD, YOUTH), "hjelp": (CHILD, YOUTH, PARENT)}


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Who are you? Each kind of writer has questions of her own."""
    asked = request.GET.get("for", "")
    if asked == PUBLIC.slug:
        return redirect("portal:concern-intro", PUBLIC.slug)
    draft, at = Draft.of(request), timezone.now()
    doors = [door for door in DOORS if door.kind in ASKED.get(asked, KINDS.values())]
    calls = calls_now(request, CHILD if asked == "barn" else None, at=at)
    return show(
        request,
        "start",
        draft,
        doors=doors,
        calls=calls,
        asked=asked,
        deleted="slettet" in request.GET,
        unfinished=_unfinished(draft, at),
    )


@require_safe
def intro(request: HttpRequest, kind: str) -> HttpResponse:
    """What happens to what you write, and who may read it (bvl § 1-4 (2) for a child)."""
    here = visit(request, kind)
    calls = calls_now(request, here.kind, at=here.at)
    first = here.page(here.journey.steps[0])
    own = f"concerns/portal/_intro_{here.kind.who}.html"
    return here.show("intro", calls=calls, first=first, own=own, unfinished=_unfinished(here.draft, here.at))


@require_safe
def call(request: HttpRequest, kind: str) -> HttpResponse:
    """There may be danger: the numbers, large. Then on, since some cannot call."""
    here = visit(request, kind)
    onward = here.on_from(step_or_404(here, DANGER))
    return here.show(
        "call", calls=calls_now(request, here.kind, at=here.at), onward=onward, danger=here.journey.said.get("danger")
    )


def _unfinished(draft: Draft, at: datetime) -> dict[str, str] | None:
    """Where somebody who comes back goes on: the first page she has not been on."""
    if not draft.begun or draft.kind not in KINDS:
        return None
    journey = Journey(KINDS[draft.kind], draft, oslo_date(at))
    unseen = next(
        (step.slug for step in journey.steps if step.slug not in draft.answers and step.slug not in draft.people), None
    )
    where = ("concern-step", draft.kind, unseen) if unseen else ("concern-summary", draft.kind)
    return {"kind": draft.kind, "onward": reverse(f"portal:{where[0]}", args=where[1:])}
