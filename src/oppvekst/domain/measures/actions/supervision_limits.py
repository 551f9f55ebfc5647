"""What supervision in the home puts on the agenda: each month's visits, the summary, a visit to write down, what cannot wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.measures.models import Measure, SupervisionVisit
from oppvekst.domain.measures.queries import (
    last_day,
    summary_for_evaluation,
    summed_up_to,
    supervision_months,
    supervision_plans_of,
)
from oppvekst.domain.measures.rules import OURS, RUNNING, SUPERVISED, UNDER_EVALUATION, WRITTEN_WITHIN, Month
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.law.calendar import add, last_working_day, oslo_date

SUMMARY, VISIT, SAME_DAY = "supervision-summary", "supervision-write", "supervision-today"


def supervision_lines(measure: Measure, due: date | None, responsible: UUID) -> Iterator[Planned]:
    """The lines of the measure itself, as the plan and the visits stand; ``due``: the next evaluation."""
    if measure.category not in SUPERVISED or measure.state not in (RUNNING, UNDER_EVALUATION) or due is None:
        return
    if not supervision_plans_of(measure.id):
        return
    told = summed_up_to(measure.id)
    # The month of the evaluation too, whatever day of it the evaluation falls on.
    for month in supervision_months(measure, until=add(due, months=1).replace(day=1)):
        if month.lacking and (told is None or month.last > told):
            yield _month(month, responsible)
    if summary_for_evaluation(measure) is None:
        yield _summary(measure, due, responsible)


def settle_visit(visit: SupervisionVisit) -> None:
    """Make the agenda agree with how one visit stands."""
    settle(visit_subject(visit))


def visit_subject(visit: SupervisionVisit) -> Subject:
    """The lines of one visit: that it is written down, and what could not wait."""
    lines = tuple(_of_visit(visit))
    return Subject(visit.id, "supervision_visit", visit.municipality_id, visit.case_id, lines)


def _month(month: Month, responsible: UUID) -> Planned:
    last = last_working_day(month.last)
    step = "Linja blir borte når besøkene er skrevet ned, eller når rapporten sier hvorfor det ble færre."
    return Planned(
        f"supervision-{month.first:%Y-%m}", month.words, due=last, target=last, start=month.first, steps=(step,),
        law="bvl § 8-1 (1)", interpretation=OURS, assignee=responsible,
    )  # fmt: skip


def _summary(measure: Measure, due: date, responsible: UUID) -> Planned:
    ends = last_day(measure)
    day = min(due, ends) if ends else due
    step = "Rapporten fra tilsynet er med når hjelpen evalueres."
    return Planned(
        SUMMARY, f"Skriv rapport fra tilsynet: {measure.title}", due=day, target=last_working_day(day), steps=(step,),
        law="bvl § 8-1 (1)", interpretation=OURS, assignee=responsible,
    )  # fmt: skip


def _of_visit(visit: SupervisionVisit) -> Iterator[Planned]:
    responsible = visit.measure.case.responsible or visit.planned_by
    if not visit.called_off_at and not visit.came:
        due = oslo_date(visit.at) + WRITTEN_WITHIN
        yield Planned(
            VISIT, "Skriv ned besøket", due=due, target=last_working_day(due), law="bvl § 12-4",
            steps=("Et besøk skrives ned innen to dager, mens det huskes.",), assignee=visit.staff or responsible,
            interpretation="Loven sier ikke hvor mange dager. To er tjenestens egen regel.",
        )  # fmt: skip
    if visit.today_words and visit.written_at:
        day = oslo_date(visit.written_at)
        yield Planned(
            SAME_DAY, "Noe må gjøres i dag etter et besøk", due=day, target=day, law="bvl § 12-4", assignee=responsible,
            steps=("Det står på siden for besøket hva det er.",), done_on=visit.today_done_on,
        )  # fmt: skip
