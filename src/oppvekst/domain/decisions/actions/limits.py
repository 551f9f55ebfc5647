"""What a decision puts on the agenda, and takes away again: answers to the notice, signing, telling everybody (D79, D80)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules import ANSWER_NOTICE, NOTICED, NOTIFY_PARTIES, READY, SIGNED, STANDING
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.law.calendar import in_words, last_working_day, oslo_date


def settle_limits(decision: Decision) -> None:
    """Make the agenda agree with how the decision stands."""
    settle(limits_of(decision))


def limits_of(decision: Decision) -> Subject:
    """The items of one decision: those that are done are closed, those that no longer follow are taken away."""
    responsible = decision.case.responsible or decision.opened_by
    return Subject(
        decision.id, "decision", decision.municipality_id, decision.case_id, tuple(_planned(decision, responsible))
    )


def _planned(decision: Decision, responsible: UUID) -> Iterator[Planned]:
    if decision.noticed_at and decision.answers_due:
        yield _answers(decision, oslo_date(decision.noticed_at), decision.answers_due, responsible)
    if decision.state == READY:
        yield Planned("sign", f"Undertegn: {decision.title}", law="bvl § 12-5", assignee=responsible)
    if decision.signed_at and decision.state in STANDING:
        yield Planned(
            NOTIFY_PARTIES.id, "Send vedtaket til alle som skal ha det", law=str(NOTIFY_PARTIES.versions[0].citation),
            steps=NOTIFY_PARTIES.due(oslo_date(decision.signed_at)).steps, assignee=responsible,
            done_on=None if decision.state == SIGNED else oslo_date(decision.signed_at),
        )  # fmt: skip


def _answers(decision: Decision, sent: date, due: date, responsible: UUID) -> Planned:
    told = f"Varselet ble sendt {in_words(sent)}. Tjenesten satte fristen til {in_words(due)} (fvl § 16 (1))."
    return Planned(
        ANSWER_NOTICE.id, f"Svarfrist på forhåndsvarsel: {decision.title}", due=due, start=sent, target=last_working_day(due),
        steps=(told,), law="fvl § 16 (1)", assignee=responsible, done_on=None if decision.state == NOTICED else due,
    )  # fmt: skip
