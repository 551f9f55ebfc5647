"""What is to be paid, and each payment: written by one, approved by another, taken back by a line, sent to finance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from oppvekst.domain.cases.queries import documents
from oppvekst.domain.concerns.actions.arrive import new_reference
from oppvekst.domain.measures.actions.payment_limits import settle_basis, settle_payment
from oppvekst.domain.measures.models import Payment, PaymentBasis
from oppvekst.domain.measures.queries import (
    facts_of_basis,
    facts_of_line,
    facts_of_payment,
    get_basis,
    get_measure,
    get_payment,
    to_send,
    waits_to_be_sent,
)
from oppvekst.domain.measures.rules import (
    APPROVE,
    TO_APPROVE,
    TO_CORRECT,
    TO_DECLINE,
    TO_PAY,
    TO_SET_UP,
    TO_STOP,
    WRITE,
    demand,
    kroner,
    tells,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = "bvl § 3-1"


@dataclass(frozen=True, kw_only=True)
class WrittenBasis:
    """What is to be paid, as it is written. Sums in øre."""

    covers: str
    paid_to: str
    recipient: str
    text: str
    cost_account: str = ""
    often: str
    amount: int
    ceiling: int
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class Paid:
    """What was paid or shown. The sum in øre."""

    on: date
    amount: int
    what: str
    receipt_id: UUID | None = None
    receipt_words: str = ""


def set_up_payment(measure_id: UUID, said: WrittenBasis, *, by: Actor, at: datetime) -> PaymentBasis:
    """Set up what is to be paid in help that is decided, with a text that tells nobody who pays (bvl §§ 3-1, 13-1)."""
    with act("payment.set_up", by=by, at=at, right=WRITE, law=LAW) as entry:
        measure = get_measure(measure_id)
        facts = replace(
            facts_of_basis(measure, today=oslo_date(at)), since=said.since, until=said.until, amount=said.amount,
            ceiling=said.ceiling, text_tells=tells(said.text, [measure.case.child.name]),
        )  # fmt: skip
        demand(TO_SET_UP, facts)
        _demand_neutral(said, measure.case.child.given_name)
        made = PaymentBasis.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, **vars(said), written_by=by.person,
            written_by_name=by.name, written_at=at,
        )  # fmt: skip
        settle_basis(made)
        entry.about(made.id, case_id=measure.case_id, says=f"Utbetalingsgrunnlag: ramme {kroner(said.ceiling)} kr.")
    return made


def stop_payment(basis_id: UUID, *, reasons: str, by: Actor, at: datetime) -> None:
    """Nothing more is paid on it; what was paid, stands."""
    with act("payment.stopped", by=by, at=at, right=WRITE, law=LAW) as entry:
        basis = get_basis(basis_id, lock=True)
        demand(TO_STOP, replace(facts_of_payment(basis, today=oslo_date(at)), reasons=reasons))
        basis.stopped_on, basis.stopped_words = oslo_date(at), reasons.strip()
        basis.save(update_fields=["stopped_on", "stopped_words"])
        settle_basis(basis)
        entry.about(basis.id, case_id=basis.case_id, says="Utbetalingsgrunnlaget er stoppet.")


def write_payment(basis_id: UUID, said: Paid, *, by: Actor, at: datetime) -> Payment:
    """Write what was paid or shown, with its receipt; it counts at once, and waits for another's yes (bvl § 12-4)."""
    with act("payment.written", by=by, at=at, right=WRITE, law=LAW) as entry:
        basis = get_basis(basis_id, lock=True)
        shown = bool(said.receipt_id or said.receipt_words.strip())
        facts = facts_of_payment(basis, today=oslo_date(at), on=said.on)
        demand(TO_PAY, replace(facts, amount=said.amount, shown=shown))
        if said.receipt_id and not documents(basis.case_id).filter(id=said.receipt_id).exists():
            raise Incomplete({"receipt": "Velg et dokument som ligger i saken."})
        made = _line(
            basis, on=said.on, amount=said.amount, what=said.what.strip(), receipt_id=said.receipt_id,
            receipt_words=said.receipt_words.strip(), by=by, at=at,
        )  # fmt: skip
        settle_payment(made)
        entry.about(made.id, case_id=basis.case_id, says=f"Utbetaling skrevet inn: {kroner(made.amount)} kr.")
    return made


def approve_payment(payment_id: UUID, *, by: Actor, at: datetime) -> None:
    """Another than whoever wrote it says yes; then it may go to finance."""
    with act("payment.approved", by=by, at=at, right=APPROVE, law=LAW) as entry:
        line = get_payment(payment_id, lock=True)
        demand(TO_APPROVE, facts_of_line(line, today=oslo_date(at), by=by))
        line.approved_at, line.approved_by, line.approved_by_name = at, by.person, by.name
        line.save(update_fields=["approved_at", "approved_by", "approved_by_name"])
        settle_payment(line)
        entry.about(line.id, case_id=line.case_id, says=f"Utbetaling godkjent: {kroner(line.amount)} kr.")


def decline_payment(payment_id: UUID, *, reasons: str, by: Actor, at: datetime) -> None:
    """Say no to a line, or take one's own back before another has said yes: it stays, and counts for nothing."""
    with act("payment.declined", by=by, at=at, right=WRITE, law=LAW) as entry:
        line = get_payment(payment_id, lock=True)
        demand(TO_DECLINE, replace(facts_of_line(line, today=oslo_date(at)), reasons=reasons))
        line.declined_at, line.declined_by_name, line.declined_words = at, by.name, reasons.strip()
        line.save(update_fields=["declined_at", "declined_by_name", "declined_words"])
        settle_payment(line)
        entry.about(line.id, case_id=line.case_id, says=f"Utbetaling avvist: {kroner(line.amount)} kr.")


def correct_payment(payment_id: UUID, *, reasons: str, by: Actor, at: datetime) -> Payment:
    """Take an approved line back by another of the same sum below nothing; that one too waits for another's yes (bvl § 12-4)."""
    with act("payment.corrected", by=by, at=at, right=WRITE, law=LAW) as entry:
        line = get_payment(payment_id, lock=True)
        demand(TO_CORRECT, replace(facts_of_line(line, today=oslo_date(at)), reasons=reasons))
        made = _line(
            line.basis, on=oslo_date(at), amount=-line.amount, what=f"Retter {line.reference}", corrects=line,
            reasons=reasons.strip(), by=by, at=at,
        )  # fmt: skip
        settle_payment(made)
        entry.about(made.id, case_id=line.case_id, says=f"Utbetaling rettes: {kroner(made.amount)} kr.")
    return made


def send_payments(*, by: Actor, at: datetime) -> UUID:
    """Mark every approved line as sent to finance, in one sending that can be fetched again; each has its own entry."""
    by.must(APPROVE)
    sending = uuid4()
    with transaction.atomic():
        sent = [_send(line.id, sending, by=by, at=at) for line in to_send(by)]
    if not any(sent):
        raise NotAllowed("Det er ingen godkjente utbetalinger som ikke er sendt.")
    return sending


def _send(payment_id: UUID, sending: UUID, *, by: Actor, at: datetime) -> bool:
    """Two who press at once send each line once."""
    held = get_payment(payment_id, lock=True)
    if not waits_to_be_sent(held):
        return False
    with act("payment.sent", by=by, at=at, right=APPROVE, law=LAW) as entry:
        held.sent_at, held.sent_by_name, held.sending = at, by.name, sending
        held.save(update_fields=["sent_at", "sent_by_name", "sending"])
        settle_payment(held)
        entry.about(held.id, case_id=held.case_id, says=f"Utbetaling sendt til økonomi: {kroner(held.amount)} kr.")
    return True


def _line(basis: PaymentBasis, *, by: Actor, at: datetime, **said: object) -> Payment:
    return Payment.objects.create(
        municipality_id=basis.municipality_id, case_id=basis.case_id, basis=basis, reference=new_reference(),
        written_by=by.person, written_by_name=by.name, written_at=at, **said,
    )  # fmt: skip


def _demand_neutral(said: WrittenBasis, child: str) -> None:
    """What goes out beside the text tells nothing either; a parent who is paid is named, as the bank must know whom."""
    for name in ("recipient", "cost_account"):
        if telling := tells(getattr(said, name), [child]):
            raise Incomplete({name: telling})
