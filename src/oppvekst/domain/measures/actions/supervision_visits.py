"""Visits of supervision in the home: agreed or unannounced, called off, written down, and what could not wait (bvl § 3-4 (1) c).

The journal tells nobody the day of a visit to come: an entry is read by more people than the visit is meant for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.actions.supervision_limits import settle_visit
from oppvekst.domain.measures.models import Measure, SupervisionPlan, SupervisionVisit
from oppvekst.domain.measures.queries import (
    facts_of_supervision,
    get_measure,
    get_supervision_visit,
    held_measure,
    supervision_plan_on,
)
from oppvekst.domain.measures.rules import CALL_OFF, PLAN_VISIT, SETTLE_TODAY, WRITE, WRITE_VISIT, Came
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date

NO_LONGER_AGREED: Final = "Uanmeldte besøk er ikke lenger avtalt."
MADE, CALLED_OFF = "En avtale er skrevet inn.", "En avtale er avlyst."
TOLD: Final = {
    Came.SEEN: "Tilsynsbesøk {day} er skrevet ned.",
    Came.NOBODY_OPENED: "Tilsynsbesøk {day}: ingen åpnet.",
    Came.NOT_LET_IN: "Tilsynsbesøk {day}: kom ikke inn.",
}
WRITTEN: Final = (
    "plan", "came", "held_at", "carried_out_by", "at_home", "seen", "alone", "child_words", "alone_not", "said_to_parents",
    "what_happened", "today_words", "written_at", "written_by_name",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ToCome:
    """A visit to come: when, whether it is announced, and who goes."""

    at: datetime
    unannounced: bool = False
    told: str = ""
    staff: UUID | None = None
    goes_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Been:
    """What came of a visit, point by point."""

    came: Came
    held_at: datetime
    carried_out_by: str
    at_home: str = ""
    seen: Sequence[str] = ()
    alone: bool | None = None
    child_words: str = ""
    alone_not: str = ""
    said_to_parents: str = ""
    what_happened: str = ""
    today_words: str = ""


def plan_visit(measure_id: UUID, to_come: ToCome, *, by: Actor, at: datetime) -> SupervisionVisit:
    """Write in a visit, announced or not; only the service sees one that is not (bvl §§ 3-1, 3-4 (1) c)."""
    with act("supervision.visit", by=by, at=at, right=WRITE, law=PLAN_VISIT.citation) as entry:
        measure, day = get_measure(measure_id), oslo_date(to_come.at)
        plan = supervision_plan_on(measure.id, day)
        known = facts_of_supervision(measure, today=oslo_date(at))
        asked = replace(known, on=day, has_plan=plan is not None, unannounced=to_come.unannounced)
        PLAN_VISIT.demand(replace(asked, unannounced_agreed=bool(plan and plan.unannounced_agreed)))
        made = SupervisionVisit.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, planned_by=by.person,
            planned_by_name=by.name, planned_at=at, **vars(to_come),
        )  # fmt: skip
        settle_visit(made)
        entry.about(made.id, case_id=measure.case_id, says=MADE)
    return made


def call_off_visit(visit_id: UUID, *, reasons: str, by: Actor, at: datetime) -> None:
    """Call one off, with the reason (bvl § 12-4)."""
    with act("supervision.called_off", by=by, at=at, right=WRITE, law=CALL_OFF.citation) as entry:
        one = _locked(visit_id)
        CALL_OFF.demand(replace(facts_of_supervision(one.measure, today=oslo_date(at), one=one), reasons=reasons))
        _call_off(one, reasons.strip(), at)
        entry.about(one.id, case_id=one.case_id, says=CALLED_OFF)


def write_visit(visit_id: UUID, been: Been, *, by: Actor, at: datetime) -> SupervisionVisit:
    """Write what was seen against each point of the plan, or that nobody opened (bvl §§ 1-4, 12-4)."""
    with act("supervision.seen", by=by, at=at, right=WRITE, law=WRITE_VISIT.citation) as entry:
        one = _locked(visit_id)
        day = oslo_date(been.held_at)
        plan = supervision_plan_on(one.measure_id, oslo_date(one.at))
        _demand_written(one, been, plan, at)
        _write(one, been, plan, by, at)
        settle_visit(one)
        settle_limits(one.measure)
        entry.about(one.id, case_id=one.case_id, says=TOLD[been.came].format(day=in_words(day)))
    return one


def settle_today(visit_id: UUID, *, words: str, by: Actor, at: datetime) -> None:
    """What could not wait is done, with what it was (bvl § 12-4)."""
    with act("supervision.done_today", by=by, at=at, right=WRITE, law=SETTLE_TODAY.citation) as entry:
        one = _locked(visit_id)
        known = facts_of_supervision(one.measure, today=oslo_date(at), one=one)
        SETTLE_TODAY.demand(replace(known, done_words=words))
        one.today_done_on, one.today_done_words = oslo_date(at), words.strip()
        one.save(update_fields=["today_done_on", "today_done_words"])
        settle_visit(one)
        entry.about(one.id, case_id=one.case_id, says="Det som måtte gjøres samme dag etter et tilsynsbesøk, er gjort.")


def call_off_visits(
    measure: Measure, words: str, *, after: datetime, at: datetime, only_unannounced: bool = False
) -> None:
    """Whatever was to come falls away with the help, with its consent, or with the yes to come unannounced."""
    found = SupervisionVisit.objects.filter(measure=measure, at__gt=after, called_off_at=None, came="")
    for one in found.filter(unannounced=True) if only_unannounced else found:
        _call_off(one, words, at)


def _locked(visit_id: UUID) -> SupervisionVisit:
    """The visit; of two who write it at once the second is told that it is written, and loses nobody's words."""
    held_measure(get_supervision_visit(visit_id).measure_id)
    return get_supervision_visit(visit_id)


def _call_off(one: SupervisionVisit, words: str, at: datetime) -> None:
    one.called_off_at, one.called_off_words = at, words
    one.save(update_fields=["called_off_at", "called_off_words"])
    settle_visit(one)


def _demand_written(one: SupervisionVisit, been: Been, plan: SupervisionPlan | None, at: datetime) -> None:
    points = plan.points if plan else []
    unseen = tuple(
        point for point, words in zip(points, [*been.seen, *[""] * len(points)], strict=False) if not words.strip()
    )
    said: dict[str, Any] = {
        "on": oslo_date(been.held_at), "came": been.came, "carried_out_by": been.carried_out_by, "at_home": been.at_home,
        "unseen": unseen, "alone": been.alone, "child_words": been.child_words, "alone_not": been.alone_not,
        "what_happened": been.what_happened,
    }  # fmt: skip
    WRITE_VISIT.demand(replace(facts_of_supervision(one.measure, today=oslo_date(at), one=one), **said))


def _write(one: SupervisionVisit, been: Been, plan: SupervisionPlan | None, by: Actor, at: datetime) -> None:
    met = been.came == Came.SEEN
    points = plan.points if plan and met else []
    one.plan, one.came, one.held_at, one.carried_out_by = plan, been.came, been.held_at, been.carried_out_by.strip()
    one.seen = [{"point": point, "words": words.strip()} for point, words in zip(points, been.seen, strict=False)]
    one.alone = been.alone if met else None
    one.at_home, one.said_to_parents = (been.at_home.strip(), been.said_to_parents.strip()) if met else ("", "")
    one.child_words = been.child_words.strip() if met else ""
    one.alone_not = been.alone_not.strip() if met and not been.alone else ""
    one.what_happened = "" if met else been.what_happened.strip()
    one.today_words, one.written_at, one.written_by_name = been.today_words.strip(), at, by.name
    one.save(update_fields=WRITTEN)
