"""The case as it is told: overview, timeline, journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.desk import own_chapter, reading, spoken
from oppvekst.domain.cases.desk.chapters import Fact, Missing, Telling
from oppvekst.domain.cases.desk.frame import DeskRequest
from oppvekst.domain.cases.desk.page import CasePage, facts, opened
from oppvekst.domain.cases.desk.people_map import people_map
from oppvekst.domain.cases.queries import PAGE, journal, parties
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.web.lifeline import lifeline

KIND, ALL = "slag", "alle"


@require_safe
def overview(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The line of the case through time, the child's voice, the people, what is missing."""
    page = opened(request, case_id, "case", tellings)
    known = parties(page.case)
    drawn = [fact.happening() for fact in facts(page) if fact.drawn]
    context = page.context(
        request, life=lifeline(drawn, today=page.today) if drawn else None, map=people_map(spoken.own_name(page.child), known),
        missing=_missing(page, known), party_by_age=spoken.party_by_age(page.child, today=page.today),
    )  # fmt: skip
    return render(request, "cases/desk/overview.html", context)


@require_safe
def timeline(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Facts with their sources, newest first, narrowed by kind; whole on one page for printing."""
    page = opened(request, case_id, "case-timeline", tellings)
    history = own_chapter.history(page.case, parties(page.case), reading.hold_backs(case_id))
    told = sorted((*facts(page), *history), key=lambda fact: fact.at, reverse=True)
    chosen = request.GET.get(KIND, "")
    shown = [fact for fact in told if chosen in ("", fact.lane)]
    size = max(len(shown), 1) if ALL in request.GET else PAGE
    leaf = Paginator(shown, size).get_page(request.GET.get("side"))
    context = page.context(
        request, page=leaf, events=list(_events(leaf.object_list, page.today)), chosen=chosen, kinds=_kinds(told),
        whole=ALL in request.GET,
    )  # fmt: skip
    return render(request, "cases/desk/timeline.html", context)


@require_safe
def journal_page(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The child's statutory journal, newest first (bvl § 12-4)."""
    page = opened(request, case_id, "case-journal", tellings)
    leaf = Paginator(journal(case_id), PAGE).get_page(request.GET.get("side"))
    events = [_entry(entry) for entry in leaf.object_list]
    return render(request, "cases/desk/journal.html", page.context(request, page=leaf, events=events))


def _entry(entry: Entry) -> dict[str, Any]:
    """An act in the journal: what, by whom, by which section."""
    by = ", ".join(part for part in (entry.actor_name, entry.law) if part)
    return {"at": entry.at, "clock": True, "text": entry.says, "note": by}


def _missing(page: CasePage, known: Any) -> list[Missing]:
    return [*page.told.missing, *own_chapter.missing(page.case, known)]


def _kinds(told: list[Fact]) -> list[tuple[str, str]]:
    """Only the kinds that this case has."""
    there = {fact.lane for fact in told}
    return [(key, name) for key, name in own_chapter.sources().items() if key in there]


COLOURS = {"concern": "sun", "investigation": "sun", "limit": "warning", "hold": "danger"}


def _events(shown: Iterable[Fact], today: date) -> Iterator[dict[str, Any]]:
    """The lines, with today where what is to come meets what has been."""
    before: Fact | None = None
    for fact in shown:
        if before and before.at > today >= fact.at:
            yield {"at": today, "text": gettext("I dag"), "colour": "accent"}
        yield _event(fact)
        before = fact


def _event(fact: Fact) -> dict[str, Any]:
    """One line for ``web/_timeline.html``."""
    return {
        "at": fact.at,
        "text": fact.what,
        "note": fact.source,
        "href": fact.href,
        "colour": COLOURS.get(fact.lane, "neutral"),
    }
