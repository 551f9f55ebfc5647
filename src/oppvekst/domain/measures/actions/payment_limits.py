"""What money puts on the agenda: a second person's yes, the sending to finance, and the end of what is paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from oppvekst.domain.measures.models import Measure, Payment, PaymentBasis
from oppvekst.domain.measures.queries import approver, bases_of, get_payment, waits_to_be_sent, window_of
from oppvekst.domain.measures.queries.measure import last_day
from oppvekst.domain.measures.rules import ACTIVE, DECIDED, ENDING_MONTHS, SEND_WITHIN_DAYS, kroner
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.law import calendar
from oppvekst.law.calendar import in_words, last_working_day, oslo_date

APPROVAL, SENDING, ENDING = "payment-approve", "payment-send", "payment-ends"
OWN = "egen praksis"
WITHIN = "Ingen lov setter dager. Sju dager er tjenestens eget tall, for at den som har lagt ut, ikke skal vente."


def settle_money(measure: Measure) -> None:
    """Make the agenda agree when the help itself begins, ends or is given up."""
    for basis in bases_of(measure.id):
        settle_basis(basis)


def settle_basis(basis: PaymentBasis) -> None:
    """Make the agenda agree with how what is to be paid stands."""
    settle(limits_of_basis(basis))


def limits_of_basis(basis: PaymentBasis) -> Subject:
    """Its last day, told a month before, where the help itself goes on."""
    return Subject(basis.id, "payment_basis", basis.municipality_id, basis.case_id, tuple(_ending(basis)))


def _ending(basis: PaymentBasis) -> Iterator[Planned]:
    measure, (_first, last) = basis.measure, window_of(basis)
    ends = last_day(measure)
    if basis.stopped_on or measure.state not in ACTIVE | {DECIDED} or (ends and ends <= last):
        return
    yield Planned(
        ENDING, f"Utbetalingene slutter: {basis.covers}", due=last, target=last_working_day(last),
        start=calendar.add(last, months=-ENDING_MONTHS),
        steps=(f"Grunnlaget gjelder til og med {in_words(last)}. Hjelpen fortsetter.",), law=OWN,
        assignee=measure.case.responsible or basis.written_by,
    )  # fmt: skip


def settle_payment(line: Payment) -> None:
    """Make the agenda agree with how a line stands, and the one it takes back."""
    for one in [line.id, *([line.corrects_id] if line.corrects_id else [])]:
        settle(limits_of_payment(get_payment(one)))


def limits_of_payment(line: Payment) -> Subject:
    """One who may approve is asked to, never whoever wrote it; then it is to be sent."""
    return Subject(line.id, "payment", line.municipality_id, line.case_id, tuple(_planned(line)))


def _planned(line: Payment) -> Iterator[Planned]:
    if line.is_declined:
        return
    written, about = oslo_date(line.written_at), f"{kroner(line.amount)} kr til {line.basis.recipient}"
    done = oslo_date(line.approved_at) if line.approved_at else None
    yield Planned(
        APPROVAL, f"Godkjenn utbetaling: {about}", due=done or written, target=done or written, law=OWN,
        steps=(f"{line.written_by_name} skrev den {in_words(written)}. En annen godkjenner.",),
        assignee=_approver(line), done_on=done,
    )  # fmt: skip
    if line.approved_at and (line.sent_at or waits_to_be_sent(line)):
        approved = oslo_date(line.approved_at)
        due = approved + timedelta(days=SEND_WITHIN_DAYS)
        yield Planned(
            SENDING, f"Send utbetalingen til økonomi: {about}", due=due, target=last_working_day(due), start=approved,
            steps=(f"Godkjent {in_words(approved)}, ikke sendt.",), law=OWN, interpretation=WITHIN, assignee=line.approved_by,
            done_on=oslo_date(line.sent_at) if line.sent_at else None,
        )  # fmt: skip


def _approver(line: Payment) -> UUID | None:
    return approver(line.basis.measure.case, but=line.written_by, today=oslo_date(line.written_at))
