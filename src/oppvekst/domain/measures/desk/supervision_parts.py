"""The section «Tilsyn» of a measure's page: the plan, the visits and the summaries as rows."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.measures.models import Measure, SupervisionSummary, SupervisionVisit
from oppvekst.domain.measures.queries import (
    fewer_in,
    supervision_months,
    supervision_plans_of,
    supervision_summaries_of,
    supervision_visits_of,
    visits_between,
)
from oppvekst.domain.measures.rules import OURS, RUNNING, SUPERVISED, UNDER_EVALUATION, Came, neutral
from oppvekst.ground.web.frame import now, today
from oppvekst.law.calendar import add

OPEN = 8
LOOKS = {
    Came.SEEN.value: {"colour": "success", "icon": "checkmark-circle", "word": "Vi var inne"},
    Came.NOBODY_OPENED.value: {"colour": "neutral", "icon": "clock", "word": "Ingen åpnet"},
    Came.NOT_LET_IN.value: {"colour": "warning", "icon": "exclamationmark-triangle", "word": "Kom ikke inn"},
}


def takes_visits(found: Measure) -> bool:
    """Whether visits can be written in."""
    return found.category in SUPERVISED and found.state in (RUNNING, UNDER_EVALUATION)


def supervised(found: Measure) -> dict[str, Any] | None:
    """What the section shows; nothing where the help is not supervision."""
    if found.category not in SUPERVISED:
        return None
    plans = supervision_plans_of(found.id)
    visits = [visit_row(one) for one in supervision_visits_of(found.id)]
    return {
        "plan": plans[0] if plans else None, "before": plans[1:], "visits": visits[:OPEN], "folded": visits[OPEN:],
        "summaries": supervision_summaries_of(found.id), "ours": OURS, "takes_visits": takes_visits(found) and bool(plans),
        "months": _months(found) if plans and found.started_on else [],
    }  # fmt: skip


def visit_row(one: SupervisionVisit) -> dict[str, Any]:
    """One visit in neutral words until it has been."""
    past = one.at <= now()
    open_now = not one.came and not one.called_off_at
    return {
        "one": one, "at": one.held_at or one.at, "words": neutral(one.at), "past": past, "may_write": open_now and past,
        "may_call_off": open_now,
        # A page on paper may lie on a kitchen table.
        "hidden": open_now and one.unannounced, "waits": bool(one.today_words) and one.today_done_on is None, **_look(one),
    }  # fmt: skip


def told(summary: SupervisionSummary) -> dict[str, Any]:
    """A summary with the visits it is drawn from."""
    visits = [visit_row(one) for one in visits_between(summary.measure_id, summary.since, summary.until)]
    return {
        "summary": summary, "visits": visits, "seen": sum(row["one"].came == Came.SEEN for row in visits),
        "unannounced": sum(row["one"].came == Came.SEEN and row["one"].unannounced for row in visits),
        "fewer": fewer_in(summary.measure, summary.since, summary.until),
    }  # fmt: skip


def _months(found: Measure) -> list[dict[str, Any]]:
    """Each whole month, this one too; that there were too few is said when the month is over."""
    now_on = today()
    counted = supervision_months(found, until=add(now_on, months=1).replace(day=1))
    return [{"words": one.words, "fewer": one.lacking and one.last < now_on} for one in counted]


def _look(one: SupervisionVisit) -> dict[str, str]:
    if one.called_off_at:
        return {"colour": "neutral", "icon": "x-mark", "word": "Avlyst"}
    return LOOKS.get(one.came, {"colour": "neutral", "icon": "calendar", "word": "Planlagt"})
