"""The editor's first page: what needs attention, and nothing when all is well."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.information.desk import spoken
from oppvekst.domain.information.desk.frame import editor, show
from oppvekst.domain.information.queries.editing import Standing, languages_of, standings
from oppvekst.domain.information.queries.hours import kept_hours, needs_check, phone_lines
from oppvekst.domain.information.queries.upkeep import BrokenLink, broken_links
from oppvekst.ground.web.frame import DeskRequest, now, today

MOST = 8


@require_safe
@editor
def website(request: DeskRequest) -> HttpResponseBase:
    """Languages that lag behind, reviews that are overdue, hours nobody has checked, links that lead nowhere, drafts."""
    number = request.municipality.number
    found = standings(number, languages_of(number), at=now())
    lines = phone_lines(number)
    kept = kept_hours(lines)
    about = {
        "late": [_late(each) for each in found if each.is_late(today())],
        "behind": [_behind(each) for each in found if any(state.needs_care for state in each.languages)],
        "drafts": [_draft(each) for each in found if each.drafts],
        "scheduled": [_scheduled(each) for each in found if each.scheduled],
        "unchecked": [line for line in lines if needs_check(line, today=today())],
        "tried": [line for line in lines if kept[line.id].drafts],
        "hidden": [line for line in lines if not line.published],
        "broken": [_broken(each) for each in broken_links(number)],
    }
    return show(request, "website.html", {
        **about, "most": MOST, "calm": not any(about[name] for name in ("late", "behind", "unchecked", "broken")),
        "pages_count": len(found), "lines_count": len(lines),
    }, here="website")  # fmt: skip


@require_safe
@editor
def links(request: DeskRequest) -> HttpResponseBase:
    """Every link that a reader sees as plain words, and the page it stands on."""
    found = [_broken(each) for each in broken_links(request.municipality.number)]
    return show(request, "links.html", {"found": found}, here="page-links")


def _page(standing: Standing, language: str = "") -> dict[str, Any]:
    address = reverse("desk:page", args=[standing.page.slug])
    beside = language if language not in ("", "nb") else ""
    return {"href": f"{address}?sprak={beside}" if beside else address, "title": standing.title}


def _late(standing: Standing) -> dict[str, Any]:
    return {**_page(standing), "due": standing.review_due, "reviewed_on": standing.reviewed_on}


def _behind(standing: Standing) -> dict[str, Any]:
    care = [state for state in standing.languages if state.needs_care]
    said = [{"name": spoken.LANGUAGES[state.language], "tags": spoken.tags(state)[:1]} for state in care]
    return {**_page(standing, care[-1].language), "languages": said}


def _draft(standing: Standing) -> dict[str, Any]:
    newest = max(standing.drafts, key=lambda each: each.written_at)
    return {
        **_page(standing, newest.language), "who": newest.writer_name, "at": newest.written_at,
        "languages": [spoken.LANGUAGES.get(each.language, each.language) for each in standing.drafts],
    }  # fmt: skip


def _scheduled(standing: Standing) -> dict[str, Any]:
    first = min(standing.scheduled, key=lambda each: str(each.publish_from))
    return {**_page(standing, first.language), "at": first.publish_from, "language": spoken.LANGUAGES[first.language]}


def _broken(link: BrokenLink) -> dict[str, Any]:
    address = reverse("desk:page", args=[link.slug])
    return {
        "href": f"{address}?sprak={link.language}" if link.language != "nb" else address, "title": link.title,
        "words": link.words, "target": link.target, "language": spoken.LANGUAGES[link.language],
        "in_draft": link.in_draft, "names_a_page": link.names_a_page,
    }  # fmt: skip
