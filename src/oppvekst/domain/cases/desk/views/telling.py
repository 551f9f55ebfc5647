"""The case as it is told: overview and journal. The timeline stands by itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.desk import own_chapter, spoken
from oppvekst.domain.cases.desk.chapters import Missing, Telling
from oppvekst.domain.cases.desk.frame import DeskRequest
from oppvekst.domain.cases.desk.page import CasePage, facts, opened
from oppvekst.domain.cases.desk.people_map import people_map
from oppvekst.domain.cases.queries import PAGE, journal, parties
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.web.lifeline import lifeline


@require_safe
def overview(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The line of the case through time, the child's voice, the people, what is missing."""
    page = opened(request, case_id, "case", tellings)
    known = parties(page.case)
    drawn = [fact.happening() for fact in facts(page) if fact.drawn]
    context = page.context(
        request, life=lifeline(drawn, today=page.today) if drawn else None, map=people_map(spoken.own_name(page.child), known),
        missing=_missing(page, known), voice=page.told.voice, party_by_age=spoken.party_by_age(page.child, today=page.today),
    )  # fmt: skip
    return render(request, "cases/desk/overview.html", context)


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
