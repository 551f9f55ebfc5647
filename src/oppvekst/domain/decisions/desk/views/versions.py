"""How a part came to be: every version with who and when, one fetched back, and two texts put together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.desk.frame import head, seen
from oppvekst.domain.decisions.desk.parts import Part, part_of
from oppvekst.domain.decisions.models import Decision, DraftText
from oppvekst.domain.decisions.queries import history
from oppvekst.domain.decisions.rules import WRITABLE, WRITE
from oppvekst.domain.information.rules.differences import Paragraph, changed_only, differences
from oppvekst.ground.web.frame import DONE, STOPPED, DeskRequest, at_desk, now
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

SHOWN = 50
JOINED = "satt-sammen"


@dataclass(frozen=True)
class Version:
    """One version in the list, and what it changed in the one before."""

    row: DraftText
    changes: list[tuple[str, list[Paragraph]]]
    newest: bool


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def versions(request: DeskRequest, decision_id: UUID, section: str) -> HttpResponse:
    """Every version of one part, newest first; any of them can be fetched back, as a new version."""
    request.actor.must(WRITE)
    found, part = _asked(request, decision_id, section)
    if request.method == "POST":
        return _fetched(request, found, part)
    rows = list(history(found.id, section)[: SHOWN + 1])
    context = {
        **head(found, f"Versjoner: {part.heading}"), "part": part, "versions": _told(rows[:SHOWN], part),
        "more": len(rows) > SHOWN, "writable": found.state in WRITABLE,
    }  # fmt: skip
    return render(request, "decisions/desk/versions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def choose(request: DeskRequest, decision_id: UUID, section: str) -> HttpResponse:
    """Two have written in the same part: both texts side by side, and what shall stand."""
    request.actor.must(WRITE)
    found, part = _asked(request, decision_id, section)
    if not part.aside:
        return redirect(f"{_editor(found)}#del-{section}")
    refusal = None
    if request.method == "POST":
        try:
            return _chosen(request, found, part)
        except Refusal as refused:
            refusal = refused
            part = _asked(request, decision_id, section)[1]
    joined = request.POST.get("joined") or _joined(part)
    context = {
        **head(found, f"To tekster: {part.heading}"), "part": part, "joined": joined, "refusal": refusal,
        "sides": [_side(part, text) for text in part.aside],
    }  # fmt: skip
    return render(request, "decisions/desk/choose.html", context, status=STOPPED if refusal else 200)


def _asked(request: DeskRequest, decision_id: UUID, section: str) -> tuple[Decision, Part]:
    found = seen(request, decision_id)
    part = part_of(found, section)
    if part is None:
        raise NotFound("Vedtaket har ikke denne delen.")
    return found, part


def _told(rows: list[DraftText], part: Part) -> list[Version]:
    standing = [row for row in rows if not row.aside]
    before = {row.id: earlier.text for row, earlier in pairwise(standing)}
    newest = part.newest.id if part.newest else None
    return [Version(row, _changes(before.get(row.id, ""), row.text), row.id == newest) for row in rows]


def _changes(before: str, after: str) -> list[tuple[str, list[Paragraph]]]:
    changed = changed_only(differences(before, after))
    return [("Endringene", changed)] if changed else []


def _fetched(request: DeskRequest, found: Decision, part: Part) -> HttpResponse:
    asked = request.POST.get("version", "")
    row = next((each for each in history(found.id, part.key) if str(each.id) == asked), None)
    if row is None:
        raise NotAllowed("Velg en av versjonene på listen, og hent den tilbake.")
    if part.aside:
        return redirect("desk:decision-choose", decision_id=found.id, section=part.key)
    actions.choose(found.id, part.key, row.text, by=request.actor, at=now())
    return redirect(f"{_editor(found)}?{DONE}=hentet#del-{part.key}")


def _chosen(request: DeskRequest, found: Decision, part: Part) -> HttpResponse:
    if request.POST.get("seen") != _stand(part):
        raise NotAllowed("Noen har skrevet mer mens du leste. Se på begge tekstene en gang til.")
    choice = request.POST.get("choice", "")
    given: dict[str, str] = {str(text.id): text.text for text in part.aside}
    given[JOINED] = request.POST.get("joined", "").replace("\r\n", "\n").rstrip()
    given["standing"] = part.newest.text if part.newest else ""
    if choice not in given:
        raise NotAllowed("Velg hvilken tekst som skal stå.")
    actions.choose(found.id, part.key, given[choice], by=request.actor, at=now())
    return redirect(f"{_editor(found)}?{DONE}=valgt#del-{part.key}")


def _stand(part: Part) -> str:
    """Which texts the page shows, so that none is settled unread."""
    shown = [text for text in (part.newest, *part.aside) if text]
    return ".".join(f"{text.id.hex[:8]}-{text.at:%H%M%S%f}" for text in shown)


def _side(part: Part, text: DraftText) -> dict[str, Any]:
    standing = part.newest.text if part.newest else ""
    return {"text": text, "changes": _changes(standing, text.text), "stand": _stand(part)}


def _joined(part: Part) -> str:
    """Both texts after each other, each paragraph once: a start for whoever puts them together."""
    told: list[str] = []
    for text in (part.newest, *part.aside):
        told += [each for each in (text.text if text else "").split("\n\n") if each.strip() and each not in told]
    return "\n\n".join(told)


def _editor(found: Decision) -> str:
    return reverse("desk:decision-write", args=[found.id])
