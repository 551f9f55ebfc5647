"""The timeline: facts with sources from every room, narrowed by what one looks for; and drawn as a paper for the court."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import line
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DeskRequest, now
from oppvekst.domain.cases.desk.line import RoomsTell
from oppvekst.domain.cases.desk.page import opened
from oppvekst.domain.cases.queries import PAGE
from oppvekst.domain.cases.queries.happenings import withdrawn
from oppvekst.domain.cases.rules.line import Line, in_order
from oppvekst.ground.journal.looks import look

ALL, ASSESSED = "alle", "vurderinger"


@require_http_methods(["GET", "HEAD", "POST"])
def timeline(request: DeskRequest, case_id: UUID, told: RoomsTell, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The page, newest first. Kind, source, theme and days stand in its address; words are posted, for they may be a name."""
    page = opened(request, case_id, "case-timeline", tellings)
    words = request.POST.get(line.WORDS, "")
    if words.strip():
        look("case.timeline.search", by=request.actor, at=now(), case_id=case_id, terms=words.strip())
    lines = line.gathered(page, told)
    chosen, faults = line.sought(request.GET, words)
    found = in_order((one for one in lines if chosen.finds(one)), newest_first=True)
    size = max(len(found), 1) if ALL in request.GET else PAGE
    leaf = Paginator(found, size).get_page(request.POST.get("side") or request.GET.get("side"))
    context = page.context(
        request, page=leaf, rows=list(_rows(leaf.object_list, case_id, page.today)), chosen=chosen, faults=faults,
        choices=line.choices(lines, chosen), asked=request.GET, whole=ALL in request.GET, gone=withdrawn(case_id),
        narrowed=bool(line.in_words(chosen)),
    )  # fmt: skip
    return render(request, "cases/desk/timeline.html", context)


@require_POST
def paper(request: DeskRequest, case_id: UUID, told: RoomsTell, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """What was found, numbered and oldest first, for the court and the parties. Drawing it stands in the journal."""
    page = opened(request, case_id, "case-timeline", tellings)
    chosen, _faults = line.sought(request.GET, request.POST.get(line.WORDS, ""))
    found = in_order(one for one in line.gathered(page, told) if chosen.finds(one))
    kept, left_out = line.for_others(found, case_id, told, assessments=ASSESSED in request.POST)
    about = line.in_words(chosen)
    says = gettext("Utvalg: %(about)s.") % {"about": ", ".join(about)} if about else ""
    actions.draw_timeline(case_id, lines=len(kept), about=says, by=request.actor, at=now())
    context = page.context(
        request, rows=[line.row(one, case_id) for one in kept], about=about, left_out=left_out, drawn_at=now(),
        drawn_by=request.actor.name, since=min((one.when.since for one in kept), default=None),
        until=max((one.when.until for one in kept), default=None), municipality_name=request.municipality.name,
    )  # fmt: skip
    return render(request, "cases/desk/timeline_paper.html", context)


def _rows(shown: Iterable[Line], case_id: UUID, today: date) -> Iterator[dict[str, Any]]:
    """The lines, with today where what is to come meets what has been."""
    before: Line | None = None
    for one in shown:
        if before and before.when.since > today >= one.when.since:
            yield {"today": True, "iso": f"{today:%Y-%m-%d}", "time": f"{today.day}.{today.month}.{today.year}"}
        yield line.row(one, case_id)
        before = one
