"""The limits of a concern, computed from its facts and nothing else: they can be computed again at any time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from oppvekst.domain.concerns.models import Application, Concern, Feedback
from oppvekst.domain.concerns.queries.feedback import owed_after_investigation, owed_to_reporter
from oppvekst.domain.concerns.rules import IMMEDIATE_NEED, PROPOSABLE, RETRACTED, REVIEW, UNBORN
from oppvekst.domain.concerns.rules.deadlines import INTERIM_REPLY
from oppvekst.domain.concerns.rules.reporter import Sending
from oppvekst.ground.agenda.planned import Planned, Subject, counted, settle
from oppvekst.law.calendar import oslo_date

SENT_BACK = "Forslaget ditt ble ikke bekreftet: gå gjennom meldingen igjen"


def settle_limits(concern: Concern) -> None:
    """Make the agenda agree with the concern as it stands now."""
    settle(limits_of(concern, Feedback.objects.filter(concern_id=concern.id)))


def limits_of(concern: Concern, feedbacks: Iterable[Feedback] = ()) -> Subject:
    """What a concern puts on the agenda: D01, D02, D04 or D05, a proposal that waits or came back, a look again at birth."""
    planned = (
        () if concern.state == RETRACTED else (*_review(concern), *_feedback(concern, feedbacks), *_waiting(concern))
    )
    return Subject(concern.id, "concern", concern.municipality_id, concern.case_id, planned)


def limits_of_application(application: Application) -> Subject:
    """An application is answered by a decision; after a month the applicant is owed word (fvl § 11 a)."""
    due = INTERIM_REPLY.due(oslo_date(application.received_at))
    answer = counted(due, "Svar på søknaden om hjelp med et vedtak", intake=True, assignee=application.handler)
    return Subject(application.id, "application", application.municipality_id, application.case_id, (answer,))


def _review(concern: Concern) -> tuple[Planned, ...]:
    received, done = oslo_date(concern.received_at), _on(concern.concluded_at)
    asked, intake = "Vurder om barnet trenger hjelp med en gang", not concern.own_house
    assessed = _on(concern.immediate_at)
    return (
        counted(REVIEW.due(received), "Gå gjennom meldingen", assignee=concern.handler, intake=intake, done_on=done),
        counted(IMMEDIATE_NEED.due(received), asked, assignee=concern.handler, intake=intake, done_on=assessed),
    )


def _feedback(concern: Concern, feedbacks: Iterable[Feedback]) -> tuple[Planned, ...]:
    feedbacks = list(feedbacks)
    return (*_first_answer(concern, feedbacks), *_second_answer(concern, feedbacks))


def _second_answer(concern: Concern, feedbacks: Iterable[Feedback]) -> tuple[Planned, ...]:
    owed = owed_after_investigation(concern)
    if owed is None:
        return ()
    settled = next((row.settled_at for row in feedbacks if row.rule == owed.due.rule.id), None)
    title = "Svar den som meldte: undersøkelsen er avsluttet"
    return (counted(owed.due, title, assignee=concern.handler, intake=not concern.own_house, done_on=_on(settled)),)


def _first_answer(concern: Concern, feedbacks: Iterable[Feedback]) -> tuple[Planned, ...]:
    owed = owed_to_reporter(concern)
    settled = next((row.settled_at for row in feedbacks if row.rule == owed.due.rule.id), None)
    if owed.letter is Sending.NOT_POSSIBLE or (owed.letter is Sending.MAY_BE_OMITTED and settled is None):
        return ()
    title = "Svar barnet på den trygge måten" if owed.letter is Sending.SAFE_WAY else "Svar den som meldte"
    return (
        counted(
            owed.due, title, assignee=concern.handler, intake=not concern.own_house, done_on=_on(settled),
        ),
    )  # fmt: skip


def _waiting(concern: Concern) -> tuple[Planned, ...]:
    tasks = []
    if concern.proposed and concern.concluded_at is None:
        tasks.append(Planned("confirm", PROPOSABLE[concern.proposed], intake=not concern.own_house, law="bvl § 2-1"))
    if concern.refused_step and concern.concluded_at is None:
        tasks.append(Planned("refused", SENT_BACK, assignee=concern.proposed_by, law="bvl § 2-1"))
    if concern.look_again_on and concern.reported_born_on is None:
        tasks.append(_look_again(concern, concern.look_again_on))
    if concern.own_house and concern.concluded_at is None:
        tasks.append(Planned("own-house", "Gjelder våre egne: følg den egne ruten", law="bvl §§ 2-1, 13-5"))
    return tuple(tasks)


def _look_again(concern: Concern, day: date) -> Planned:
    return Planned(
        UNBORN.id, "Termin: se på meldingen igjen", due=day, target=day, assignee=concern.handler,
        intake=not concern.own_house, law=str(UNBORN.citation),
        steps=("Loven gjelder barn som er født. Meldingen er beholdt, og ses på igjen ved termin.",),
    )  # fmt: skip


def _on(moment: datetime | None) -> date | None:
    return oslo_date(moment) if moment else None
