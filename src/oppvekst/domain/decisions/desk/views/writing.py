"""The editor: every part of the draft on one page, saved by itself while one writes, and never over what another wrote."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.desk.frame import head, seen
from oppvekst.domain.decisions.desk.parts import (
    Part,
    bases_of,
    category_of,
    facts_today,
    mark,
    part_of,
    parts_of,
    stamp,
    standing_of,
)
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import content_of, texts
from oppvekst.domain.decisions.rules import WRITABLE, WRITE
from oppvekst.ground.web.frame import DONE, STOPPED, DeskRequest, Notice, at_desk, now, today
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

NOTICES = {
    "lagret": Notice("Lagret"),
    "apnet": Notice("Utkastet er begynt. Det som kunne fylles ut, er fylt ut"),
    "valgt": Notice("Teksten er valgt. Det andre finner du blant versjonene"),
    "hentet": Notice("Teksten er hentet tilbake"),
}
# What a button beside «Lagre» leads on to when everything is kept.
ONWARD = {"vis": "decision-text", "videre": "decision"}


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def write(request: DeskRequest, decision_id: UUID) -> HttpResponse:
    """All parts on one page. Without scripts one button saves them all."""
    request.actor.must(WRITE)
    found = seen(request, decision_id)
    if found.state not in WRITABLE:
        return redirect("desk:decision", decision_id=found.id)
    parts = _parts(request, found)
    if request.method != "POST":
        return _shown(request, found, parts)
    kept = [_kept(request, found, part) for part in parts]
    if not all(kept):
        return _shown(request, found, _again(request, found, parts), status=STOPPED)
    return _onward(request, found)


@require_POST
@at_desk
def save(request: DeskRequest, decision_id: UUID, section: str) -> HttpResponse:
    """One part, while it is being written. What is told comes back as the line under the box."""
    request.actor.must(WRITE)
    found = seen(request, decision_id)
    part = _known(found, section)
    if request.POST.get("who", str(request.actor.person)) != str(request.actor.person):
        part.refusal = NotAllowed("En annen er logget inn i denne nettleseren nå. Det du skrev, ble ikke lagret.")
        return _told(request, found, part, status=STOPPED)
    part = _keep(request, found, part, request.POST.get("text", ""), request.POST.get("seen", ""))
    return _told(request, found, part, status=STOPPED if part.refusal or part.seen is not None else 200)


@require_safe
@at_desk
def news(request: DeskRequest, decision_id: UUID) -> HttpResponse:
    """What others have written since this page knew of it, part by part: told before one writes on."""
    request.actor.must(WRITE)
    found = seen(request, decision_id)
    known = {key: _number(str(value).partition(".")[0]) for key, value in request.GET.items()}
    fresh = {
        key: render_to_string("decisions/desk/_news.html", {"text": text, "stamp": stamp(text)}, request)
        for key, text in texts(found.id).items()
        if key in known and text.version > known[key] and text.by != request.actor.person
    }
    return JsonResponse(fresh, headers={"Cache-Control": "no-store"})


@require_safe
@at_desk
def preview(request: DeskRequest, decision_id: UUID) -> HttpResponse:
    """What the letter will say, in its order and its language."""
    found = seen(request, decision_id)
    content = found.content or content_of(found)
    return render(request, "decisions/desk/preview.html", {**head(found, "Slik blir vedtaket"), "content": content})


def _parts(request: DeskRequest, found: Decision) -> list[Part]:
    return parts_of(found, by=request.actor, today=today(), service=request.municipality.name)


def _known(found: Decision, section: str) -> Part:
    part = part_of(found, section)
    if part is None:
        raise NotFound("Vedtaket har ikke denne delen.")
    return part


def _kept(request: DeskRequest, found: Decision, part: Part) -> bool:
    """Save the part if it was sent. Whether it stands: a text that was kept aside does not."""
    sent = request.POST.get(f"text-{part.key}")
    if sent is None:
        return True
    _keep(request, found, part, _with_insert(request, part, sent), request.POST.get(f"seen-{part.key}", ""))
    return part.refusal is None and part.seen is None


def _keep(request: DeskRequest, found: Decision, part: Part, sent: str, seen_version: str) -> Part:
    text = sent.replace("\r\n", "\n").rstrip()
    version, _dot, shown = seen_version.partition(".")
    if (part.newest is None and not text) or mark(text) == shown:
        return part
    number = _number(version)
    try:
        saved = actions.save_text(found.id, part.key, text, seen=number, by=request.actor, at=now())
    except Refusal as refusal:
        part.refusal, part.typed = refusal, text
        return part
    if saved.theirs is None:
        part.newest, part.typed = saved.text, None
        return part
    # She goes on writing on what she saw: her text grows aside, and nothing of the other's is written over.
    part.newest, part.typed, part.seen, part.aside = saved.theirs, text, number, [saved.text]
    return part


def _with_insert(request: DeskRequest, part: Part, sent: str) -> str:
    """Without scripts, a phrase comes at the end of what was typed."""
    wanted = request.POST.get("insert", "")
    offer = next((one for one in part.offers if one.value == wanted), None)
    if offer is None:
        return sent
    return f"{sent.rstrip()}\n\n{offer.text}" if sent.strip() else offer.text


def _again(request: DeskRequest, found: Decision, parts: list[Part]) -> list[Part]:
    """The parts as they are stored now, with what could not be stored still in its box."""
    fresh = _parts(request, found)
    for part, old in zip(fresh, parts, strict=True):
        if old.refusal or old.seen is not None:
            part.typed, part.seen, part.refusal = old.typed, old.seen, old.refusal
    return fresh


def _told(request: DeskRequest, found: Decision, part: Part, *, status: int) -> HttpResponse:
    return render(request, "decisions/desk/_saved.html", {"decision": found, "part": part, "now": now()}, status=status)


def _shown(request: DeskRequest, found: Decision, parts: list[Part], *, status: int = 200) -> HttpResponse:
    facts = facts_today(found, by=request.actor, today=today())
    done = NOTICES.get(request.GET.get(DONE, ""))
    context: dict[str, Any] = {
        **head(found, "Skriv"), "parts": parts,
        "standing": standing_of(parts, facts, ending=actions.stops_concluding(found, today=today())),
        "messages": [done] if done else [], "stopped": [part for part in parts if part.refusal or part.seen is not None],
        "bases": bases_of(found), "editor": "", "category_words": category_of(found),
        "may_keep_phrases": request.actor.may(actions.EDIT_PHRASES),
    }  # fmt: skip
    return render(request, "decisions/desk/write.html", context, status=status)


def _onward(request: DeskRequest, found: Decision) -> HttpResponse:
    insert = request.POST.get("insert", "").partition(":")[0]
    if page := ONWARD.get(request.POST.get("then", "")):
        return redirect(reverse(f"desk:{page}", args=[found.id]))
    anchor = f"#del-{insert}" if insert else ""
    return redirect(f"{reverse('desk:decision-write', args=[found.id])}?{DONE}=lagret{anchor}")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
