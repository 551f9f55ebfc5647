"""What the child said each time help was given: a weekend, an afternoon, a session, a visit of supervision (bvl § 1-4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from uuid import UUID

from oppvekst.domain.measures.models import Occasion, SupervisionSummary, SupervisionVisit, Unsuited
from oppvekst.domain.measures.queries.unsuited import childs_own
from oppvekst.domain.measures.queries.voice import occasions_with_words, summaries_with_words, visits_with_words
from oppvekst.domain.measures.rules import Each, days_in_words
from oppvekst.domain.measures.rules.occasion import WORDS
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.voice import Line, Voiced
from oppvekst.law.calendar import MONTHS, oslo_date

# A step of its own: there are many of them, and the plan and the evaluations must not be folded away beneath.
STAGE = "Hver gang hjelpen gis"


def each_time(case_id: UUID) -> list[Voiced]:
    """The child's words one by one; of those times it was not asked, one line for each help and month, with the reasons."""
    held = occasions_with_words(case_id)
    found = [
        *(_said(one) for one in held if one.child_words.strip()),
        *_not_asked(one for one in held if not one.child_words.strip()),
        *(_unsuited(one) for one in childs_own(case_id)),
        *(_visit(one) for one in visits_with_words(case_id)),
        *(_summary(one) for one in summaries_with_words(case_id)),
    ]
    return sorted(found, key=lambda one: one.at or date.max)


def _said(one: Occasion) -> Voiced:
    word = WORDS[Each(one.kind)].one.capitalize()
    return Voiced(
        stage=STAGE, step=f"{word}: {one.measure.title}", at=one.first_day, href=known("measure-occasion", one.id),
        said=one.child_words,
    )  # fmt: skip


def _unsuited(one: Unsuited) -> Voiced:
    """Pressed without a word it is told all the same: the child said that it does not suit."""
    which = one.occasion
    days = days_in_words(which.first_day, which.last_day)
    instead = (Line("Dette passer i stedet", one.instead),) if one.instead else ()
    back = (Line("Etterpå", "Passer likevel."),) if one.taken_back else ()
    return Voiced(
        stage=STAGE, step=f"Sa på Min side at {days} ikke passer: {which.measure.title}",
        at=oslo_date(one.said_at), href=known("measure-occasion", which.id), said=one.words, more=(*instead, *back),
    )  # fmt: skip


def _not_asked(held: Iterable[Occasion]) -> Iterator[Voiced]:
    months = sorted(held, key=_measure_and_month)
    for (_measure, year, month), of in groupby(months, key=_measure_and_month):
        those = list(of)
        why = dict.fromkeys(one.not_heard_reason.strip() for one in those)
        many = f"{len(those)} ganger" if len(those) > 1 else "1 gang"
        when = f"{many} i {MONTHS[month - 1]} {year}"
        yield Voiced(
            stage=STAGE, step=f"Ikke spurt, {when}: {those[0].measure.title}", at=those[0].first_day,
            href=known("measure", those[0].measure_id), more=(Line("Hvorfor", "\n".join(filter(None, why))),),
        )  # fmt: skip


def _measure_and_month(one: Occasion) -> tuple[UUID, int, int]:
    return one.measure_id, one.first_day.year, one.first_day.month


def _visit(one: SupervisionVisit) -> Voiced:
    alone = Line("Alene", "Ja" if one.alone else f"Nei. {one.alone_not}".strip())
    return Voiced(
        stage=STAGE, step=f"Tilsynsbesøk: {one.measure.title}", at=oslo_date(one.held_at) if one.held_at else None,
        href=known("supervision-visit", one.id), said=one.child_words, more=(alone,),
    )  # fmt: skip


def _summary(one: SupervisionSummary) -> Voiced:
    return Voiced(
        stage=STAGE, step=f"Rapport fra tilsynet: {one.measure.title}", at=one.until,
        href=known("supervision-summary", one.id), said=one.child_words,
    )  # fmt: skip
