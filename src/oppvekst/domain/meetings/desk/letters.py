"""The letters of a meeting, each to one receiver: made of what was told to just that one, so that no more can stand there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.domain.meetings.models import Invitation, Member, Minutes
from oppvekst.domain.people.queries import envelope
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Letter, render
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import NotAllowed


def invitation_letter(one: Invitation, home: Municipality, *, at: datetime) -> Letter:
    """Time and place, and what it is about where consent covers that."""
    told = one.told
    start, end = (datetime.fromisoformat(told[name]).astimezone(OSLO) for name in ("starts", "ends"))
    values: dict[str, Any] = {
        "addressee": _addressee(one.member), "day": start.date().isoformat(), "start": f"{start:%H.%M}", "end": f"{end:%H.%M}",
        "place": told["place"], "video": told["video"], "about": told.get("about", ""), "question": told.get("question", ""),
        "agenda": _paragraphs(told.get("agenda", "")), "cancelled": told["cancelled"],
    }  # fmt: skip
    return render("meetings/meeting_invitation", values, lang="nb", letterhead=letterhead(home), at=at)


def minutes_letter(one: Minutes, home: Municipality, *, at: datetime) -> Letter:
    """Her part of the minutes, as it was given."""
    told = one.told
    values: dict[str, Any] = {
        "addressee": _addressee(one.member), "day": told["day"],
        "parts": [{"title": part["title"], "text": _paragraphs(part["text"])} for part in told["parts"]],
        "own": [line for line in told["agreed"] if line["own"]],
        "others": [line for line in told["agreed"] if not line["own"]],
    }  # fmt: skip
    return render("meetings/meeting_minutes", values, lang="nb", letterhead=letterhead(home), at=at)


def _addressee(member: Member) -> dict[str, Any]:
    """By the way her protection asks for; one without an address of ours is handed her letter (bvl § 13-5 (3))."""
    if member.person_id is None:
        lines = [line for line in (member.body, *member.address.splitlines()) if line.strip()]
        return {"name": member.name, "lines": lines}
    try:
        name, *lines = envelope(member.person_id)
    except NotAllowed:
        return {"name": member.name, "lines": []}
    return {"name": name, "lines": lines}


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\r", "").split("\n") if part.strip()]
