"""What the help tells of the child's voice: in the plan, each time we looked at whether it works, and each time it was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.measures.desk.home_page import THE_HOME
from oppvekst.domain.measures.desk.voiced_times import each_time
from oppvekst.domain.measures.models import AftercareTalk, AskedHome, Evaluation, Measure, Plan
from oppvekst.domain.measures.queries.aftercare import aftercare_talks
from oppvekst.domain.measures.queries.voice import homes_with_words, last_talk, measures_with_words
from oppvekst.domain.measures.rules import ACTIVE
from oppvekst.domain.measures.rules.voice import Lack, lacks_in_evaluation, lacks_in_plan
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.voice import Line, Missing, Voiced
from oppvekst.law.calendar import oslo_date

STAGE = "Hjelpen"


def voiced(case_id: UUID, today: date) -> Iterator[Voiced]:
    """Each measure's plans and evaluations, oldest first. What is missing is asked for while the help runs (bvl § 8-1)."""
    found = measures_with_words(case_id)
    talked = last_talk(case_id) if found else None
    for measure in found:
        plans, evaluations = list(measure.plans.all()), list(measure.evaluations.all())
        running = measure.state in ACTIVE
        for plan in plans:
            yield _plan(measure, plan, asks=running and plan is plans[-1])
        for evaluation in evaluations:
            since = talked is not None and talked >= evaluation.on
            yield _evaluation(measure, evaluation, asks=running and evaluation is evaluations[-1], talked=since)
    for talk in reversed(aftercare_talks(case_id)):
        yield _aftercare(talk)
    for home in homes_with_words(case_id):
        yield _home(home)
    yield from each_time(case_id)


def _home(asked: AskedHome) -> Voiced:
    """Before the child came to somebody: what it said, or why it was not asked (bvl § 1-4)."""
    reason = (Line("Ikke spurt", asked.not_heard_reason),) if asked.not_heard_reason else ()
    return Voiced(
        stage=STAGE, step=f"Før {THE_HOME[asked.wanted.kind]}: {asked.wanted.answer_name}",
        at=oslo_date(asked.accepted_at) if asked.accepted_at else None, href=known("asked-home", asked.id),
        said=asked.child_words, more=reason,
    )  # fmt: skip


def _aftercare(talk: AftercareTalk) -> Voiced:
    return Voiced(
        stage=STAGE, step="Samtale om hjelp etter 18 år", at=talk.talked_on, href=known("measure-list", talk.case_id),
        said=talk.words, more=(Line("Svarte", talk.get_wants_display()),),
    )  # fmt: skip


def _plan(measure: Measure, plan: Plan, *, asks: bool) -> Voiced:
    return Voiced(
        stage=STAGE, step=f"Tiltaksplanen: {measure.title}, versjon {plan.version}", at=plan.valid_from,
        href=known("measure", measure.id), said=plan.child_words,
        missing=tuple(_missing(lacks_in_plan(plan.child_words) if asks else (), "measure", measure.id, "Åpne tiltaket")),
    )  # fmt: skip


def _evaluation(measure: Measure, one: Evaluation, *, asks: bool, talked: bool) -> Voiced:
    lacks = lacks_in_evaluation(
        heard=one.child_heard, words=one.child_words, reason=one.not_heard_reason, talked=talked
    )
    reason = () if one.child_heard or not one.not_heard_reason else (Line("Ikke hørt", one.not_heard_reason),)
    return Voiced(
        stage=STAGE, step=f"Evaluering: {measure.title}", at=one.on, href=known("measure", measure.id), said=one.child_words,
        more=reason, missing=tuple(_missing(lacks if asks else (), "case-talk-new", measure.case_id, "Skriv ned en samtale")),
    )  # fmt: skip


def _missing(lacks: Iterable[Lack], page: str, subject: UUID, act: str) -> Iterator[Missing]:
    for lack in lacks:
        href = known(page, subject)
        yield Missing(title=lack.sentence, note=str(lack.citation), word="Mangler:", href=href, act=act if href else "")
