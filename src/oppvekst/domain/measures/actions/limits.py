"""What a measure puts on the agenda: the next evaluation, its last day, or the end of an order (D22, D27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.measures.actions.aftercare import settle_aftercare
from oppvekst.domain.measures.actions.payment_limits import settle_money
from oppvekst.domain.measures.actions.supervision_limits import supervision_lines
from oppvekst.domain.measures.models import Measure, Occasion
from oppvekst.domain.measures.queries import evaluation_due, last_day
from oppvekst.domain.measures.rules import (
    ACTIVE,
    DECIDED,
    EVALUATION,
    ORDER,
    Ordered,
    Stood,
    alternatives,
    days_in_words,
    longest_order,
    order_ends,
    write_by,
)
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.law.calendar import in_words, last_working_day, oslo_date

CONSENT_FELL = "consent-fell"
UNWRITTEN = "occasion-unwritten"


def settle_limits(measure: Measure) -> None:
    """Make the agenda agree with how the measure stands."""
    settle(limits_of(measure))
    settle_aftercare(measure.case)
    settle_money(measure)


def limits_of(measure: Measure) -> Subject:
    """The items of one measure; when it has ended, only what happened before is left to write."""
    responsible = measure.case.responsible or measure.opened_by
    return Subject(
        measure.id, "measure", measure.municipality_id, measure.case_id, tuple(_planned(measure, responsible))
    )


def _planned(measure: Measure, responsible: UUID) -> Iterator[Planned]:
    yield from _unwritten(measure, responsible)
    if measure.state not in ACTIVE | {DECIDED}:
        return
    if measure.consent_fell_at:
        yield _consent(measure, oslo_date(measure.consent_fell_at), responsible)
    due = evaluation_due(measure)
    if due is not None:
        yield _evaluation(measure, due, responsible)
    yield from supervision_lines(measure, due, responsible)
    ends = last_day(measure)
    if ends is not None:
        yield _end(measure, ends, responsible)


def _consent(measure: Measure, fell: date, responsible: UUID) -> Planned:
    """The same day: what can lawfully be done now that the help has lost its consent."""
    ways = alternatives(measure.category)
    return Planned(
        CONSENT_FELL, f"Hjelpen har ikke lenger samtykke: {measure.title}", due=fell, target=fell, start=fell,
        steps=(f"Samtykket falt {in_words(fell)}.", *(f"{one.sentence} ({one.law})" for one in ways)), law="bvl § 3-1",
        assignee=responsible,
    )  # fmt: skip


def _unwritten(measure: Measure, responsible: UUID) -> Iterator[Planned]:
    """The first time of which nothing is written: some days after it has been, what happened should stand there (bvl § 12-4)."""
    first = Occasion.objects.filter(measure=measure, stood=Stood.PLANNED).order_by("last_day", "id").first()
    if first:
        due = write_by(first.last_day)
        yield Planned(
            UNWRITTEN, f"Skriv hva som skjedde: {measure.title}", due=due, target=last_working_day(due), start=first.last_day,
            steps=(
                f"Planlagt {days_in_words(first.first_day, first.last_day)}.",
                "Innen tre dager etterpå skal det stå hva som skjedde, eller at det ikke ble noe av.",
            ),
            law="bvl § 12-4", assignee=responsible,
        )  # fmt: skip


def _evaluation(measure: Measure, due: date, responsible: UUID) -> Planned:
    every = f"Tiltaket evalueres hver {measure.interval_months}. måned."
    if measure.interval_reason:
        every = f"{every} {measure.interval_reason}"
    rule = EVALUATION.versions[-1]
    return Planned(
        EVALUATION.id, f"Evaluer: {measure.title}", due=due, target=last_working_day(due), steps=(every,),
        law=str(rule.citation), interpretation=rule.note, assignee=responsible,
    )  # fmt: skip


def _end(measure: Measure, ends: date, responsible: UUID) -> Planned:
    if measure.by_order and measure.ordered and measure.ordered_on:
        what = Ordered(measure.ordered)
        due = order_ends(what, measure.ordered_on)
        if ends == longest_order(what, measure.ordered_on, measure.case.child.birth_date) and not (
            due and due.due == ends
        ):
            return _grown(measure, ends, responsible)
        if due and due.due == ends:
            return Planned(
                ORDER.id, f"Pålegget går ut av seg selv: {measure.title}", due=ends, target=last_working_day(ends),
                start=due.start, steps=due.steps, law=str(due.rule.citation), interpretation=due.interpretation or "",
                assignee=responsible,
            )  # fmt: skip
    return Planned(
        "ends", f"Siste dag: {measure.title}", due=ends, target=last_working_day(ends),
        steps=(f"Vedtaket sier at tiltaket varer til og med {in_words(ends)}.",), law="bvl § 8-1 (2)", assignee=responsible,
    )  # fmt: skip


def _grown(measure: Measure, ends: date, responsible: UUID) -> Planned:
    """An order ends with childhood, also before its longest time (bvl §§ 1-2, 3-4)."""
    return Planned(
        ORDER.id, f"Pålegget går ut av seg selv: {measure.title}", due=ends, target=last_working_day(ends),
        steps=(f"Barnet fyller 18 dagen etter {in_words(ends)}. Pålegget gjelder til og med dagen før.",),
        law="bvl §§ 1-2, 3-4 (4)", assignee=responsible,
    )  # fmt: skip
