"""The parts of a measure's page: each goal with its effect, the plans with their versions, the appointments."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.urls import reverse

from oppvekst.domain.measures.desk.effect import effect
from oppvekst.domain.measures.models import Appointment, Goal, Measure
from oppvekst.domain.measures.queries import appointments_of, goals_of, plans_of
from oppvekst.domain.measures.rules import DRUG_TEST, RUNNING, SHORT, neutral
from oppvekst.ground.web.frame import now

GOAL_LOOKS = {
    Goal.State.OPEN.value: ("accent", "clock-fill"),
    Goal.State.MET.value: ("success", "checkmark-circle-fill"),
    Goal.State.LEFT.value: ("neutral", "folder"),
}


def goals(found: Measure) -> list[dict[str, Any]]:
    """Every goal, those worked towards first, with its effect over time."""
    return [
        {
            "goal": goal, "effect": effect(goal), "is_open": goal.state == Goal.State.OPEN,
            "colour": GOAL_LOOKS[goal.state][0], "icon": GOAL_LOOKS[goal.state][1], "word": goal.get_state_display().capitalize(),
        }
        for goal in goals_of(found.id)
    ]  # fmt: skip


def plans(found: Measure) -> list[dict[str, Any]]:
    """Each kind of plan: how it stands now, and the versions before it."""
    rows = []
    for kind, group in groupby(plans_of(found.id), key=lambda plan: plan.kind):
        newest, *before = group
        rows.append({"title": SHORT[kind], "kind": kind, "plan": newest, "before": before})
    return rows


def takes_appointments(found: Measure) -> bool:
    """Whether appointments can be made in it."""
    return found.category == DRUG_TEST and found.state == RUNNING


def appointments(found: Measure) -> list[dict[str, Any]] | None:
    """Every appointment in neutral words, with what came of it; nothing where the help has none."""
    if found.category != DRUG_TEST:
        return None
    return [_row(one) for one in appointments_of(found.id)]


def _row(one: Appointment) -> dict[str, Any]:
    open_now = one.cancelled_at is None and one.met is None
    told = list(one.told.all())
    return {
        "one": one, "words": neutral(one.at), "told": told, "past": one.at <= now(), **_word(one),
        "cancel": reverse("desk:measure-appointment-cancel", args=[one.id]) if open_now else "",
        "write": reverse("desk:measure-appointment-result", args=[one.id]) if open_now and one.at <= now() else "",
        "tell": reverse("desk:measure-appointment-tell", args=[one.id]) if one.met else "",
        "first": one.person.name if one.met and not told else "",
    }  # fmt: skip


def _word(one: Appointment) -> dict[str, str]:
    if one.cancelled_at:
        return {"colour": "neutral", "icon": "x-mark", "word": "Avlyst"}
    if one.met is None:
        return {"colour": "neutral", "icon": "calendar", "word": "Avtalt"}
    if one.met:
        return {"colour": "neutral", "icon": "checkmark-circle", "word": "Gjennomført"}
    return {"colour": "neutral", "icon": "clock", "word": "Ikke tatt"}
