"""Letters of an appeal: the covering letter to whoever tries it, and word to the appellant in the meantime (fvl §§ 11 a, 33)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from oppvekst.domain.decisions.desk.appeal_page import ENCLOSED
from oppvekst.domain.decisions.models import Appeal
from oppvekst.domain.decisions.queries import steps_of
from oppvekst.domain.decisions.rules.appeal import life
from oppvekst.domain.decisions.rules.appeal.facts import Excuse
from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Lang, Letter, render
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound


def covering_letter(appeal: Appeal, home: Municipality, *, at: datetime) -> Letter:
    """What goes with the appeal to whoever tries it: what it is about, when it came, what we mean, and what is enclosed."""
    said = _said(appeal)
    if "statement" not in said:
        raise NotFound("Klagen er ikke sendt videre, så det er ikke noe følgebrev ennå.")
    name, *lines = str(said["recipient"]).splitlines() or [""]
    signed = appeal.decision.signed_at
    values: dict[str, Any] = {
        "addressee": {"name": name, "lines": lines}, "child": appeal.case.child.name, "decision": appeal.decision.title,
        "decided": oslo_date(signed or appeal.received_at).isoformat(), "appellant": _appellant(appeal),
        "received": oslo_date(appeal.received_at).isoformat(), "late": said.get("excuse", ""),
        "late_reasons": said.get("late_reasons", ""), "new": _paragraphs(said.get("new", "")),
        "child_view": _paragraphs(said.get("child_heard", "")), "statement": _paragraphs(said["statement"]),
        "enclosures": [_enclosed(one) for one in said.get("enclosures", [])], "partly": bool(appeal.new_decision_id),
        "reference": appeal.case.number,
    }  # fmt: skip
    return render("decisions/appeal_sent", values, lang="nb", letterhead=letterhead(home), at=at)


def interim_letter(appeal: Appeal, home: Municipality, *, at: datetime) -> Letter:
    """Why it takes time, and when an answer can be expected, in the words that were written (fvl § 11 a)."""
    said = _said(appeal)
    if "why" not in said:
        raise NotFound("Det er ikke skrevet noe foreløpig svar ennå.")
    lines = [f"v/ {appeal.represented_by}"] if appeal.represented_by else []
    values = {
        "addressee": {"name": appeal.name, "lines": lines}, "decision": appeal.decision.title, "why": _paragraphs(said["why"]),
        "received": oslo_date(appeal.received_at).isoformat(), "expected": said["expected"], "body": appeal.body,
    }  # fmt: skip
    language = appeal.addressee.language if appeal.addressee else appeal.decision.language
    return render("decisions/appeal_interim", values, lang=cast(Lang, language), letterhead=letterhead(home), at=at)


def _said(appeal: Appeal) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for one in steps_of(appeal.id):
        said |= one.said
    if said.get("excuse") == Excuse.NONE or life.FIND_LATE not in {one.step for one in steps_of(appeal.id)}:
        said.pop("excuse", None)
    return said


def _appellant(appeal: Appeal) -> str:
    return f"{appeal.name} v/ {appeal.represented_by}" if appeal.represented_by else appeal.name


def _enclosed(one: str) -> str:
    told = ENCLOSED.get(one, one)
    return told[:1].upper() + told[1:]


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\r", "").split("\n") if part.strip()]
