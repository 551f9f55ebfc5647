"""Money: what each act demands, in a table; and whatever the order of the acts, the sums are those of the lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.domain.measures.rules import (
    TO_APPROVE,
    TO_CORRECT,
    TO_DECLINE,
    TO_PAY,
    TO_SET_UP,
    TO_STOP,
    PaymentFacts,
    demand,
    kroner,
    plain,
    read_kroner,
    tells,
    used,
)
from oppvekst.law.refusals import Incomplete, Refusal

TODAY = date(2026, 10, 5)
SET_UP: dict[str, Any] = {
    "amount": 250_000, "ceiling": 500_000, "since": date(2026, 8, 1), "until": date(2027, 6, 30),
    "measure_ends": date(2027, 6, 30),
}  # fmt: skip
PAY: dict[str, Any] = {
    "amount": 250_000, "ceiling": 500_000, "used": 250_000, "each": 250_000, "on": TODAY, "first": date(2026, 8, 1),
    "last": date(2027, 6, 30),
}  # fmt: skip
APPROVED: dict[str, Any] = {"approved": True, "reasons": "Klubben ga avslag på prisen."}
REFUSED = [
    (TO_SET_UP, SET_UP, {"category": "3.9"}, "Penger føres på tiltak om barnehage"),
    (TO_SET_UP, SET_UP, {"state": "awaiting_consent"}, "ikke vedtatt"),
    (TO_SET_UP, SET_UP, {"state": "ended"}, "ikke vedtatt, eller den er avsluttet"),
    (TO_SET_UP, SET_UP, {"consents_lacking": ("Lise",)}, "Ikke alle som må"),
    (TO_SET_UP, SET_UP, {"until": date(2026, 7, 31)}, "Siste dag er før første dag."),
    (TO_SET_UP, SET_UP, {"until": date(2027, 7, 1)}, "Hjelpen varer til og med onsdag 30. juni 2027."),
    (TO_SET_UP, SET_UP, {"amount": 500_001}, "høyere enn rammen"),
    (TO_SET_UP, SET_UP, {"text_tells": "Ta bort «tiltak»."}, "Ta bort «tiltak»."),
    (TO_PAY, PAY, {"started": False}, "har ikke startet"),
    (TO_PAY, PAY, {"state": "suspended"}, "satt på vent"),
    (TO_PAY, PAY, {"stopped": True}, "Grunnlaget er stoppet"),
    (TO_PAY, PAY, {"on": date(2026, 10, 6)}, "fram i tid"),
    (TO_PAY, PAY, {"on": date(2026, 7, 31)}, "fra lørdag 1. august 2026 til og med onsdag 30. juni 2027"),
    (TO_PAY, PAY, {"last": date(2026, 9, 30)}, "til og med onsdag 30. september 2026"),
    (TO_PAY, PAY, {"shown": False}, "kvitteringen"),
    (TO_PAY, PAY, {"by_month": True, "month_used": 150_000}, "igjen 1 000,00 kr"),
    (TO_PAY, PAY, {"amount": 250_001}, "Det er igjen 2 500,00 kr."),
    (TO_PAY, PAY, {"used": 600_000}, "Det er igjen 0,00 kr."),
    (TO_APPROVE, {}, {"same_person": True}, "En annen må godkjenne"),
    (TO_APPROVE, {}, {"approved": True}, "allerede godkjent"),
    (TO_APPROVE, {}, {"declined": True}, "eller avvist"),
    (TO_APPROVE, {}, {"stopped": True}, "Grunnlaget er stoppet"),
    (TO_DECLINE, {"reasons": "Feil klubb."}, {"reasons": " "}, "Skriv hvorfor."),
    (TO_DECLINE, {"reasons": "Feil klubb."}, {"approved": True}, "allerede godkjent"),
    (TO_CORRECT, APPROVED, {"approved": False}, "ikke godkjent"),
    (TO_CORRECT, APPROVED, {"corrects": True}, "retter en annen"),
    (TO_CORRECT, APPROVED, {"corrected": True}, "allerede rettet"),
    (TO_CORRECT, APPROVED, {"reasons": ""}, "Skriv hvorfor."),
    (TO_STOP, {"reasons": "Sluttet."}, {"stopped": True}, "stoppet"),
]


@pytest.mark.parametrize(
    ("guards", "stands", "but", "told"), REFUSED, ids=[f"{one[3][:30]}-{index}" for index, one in enumerate(REFUSED)]
)
def test_what_is_refused_and_in_which_words(guards: Any, stands: Any, but: Any, told: str) -> None:
    demand(guards, PaymentFacts(today=TODAY, **stands))
    with pytest.raises(Refusal) as stopped:
        demand(guards, PaymentFacts(today=TODAY, **stands | but))
    assert told in stopped.value.sentence.replace("\N{NO-BREAK SPACE}", " ")


def test_over_the_ceiling_is_told_at_the_amount() -> None:
    with pytest.raises(Incomplete) as stopped:
        demand(TO_PAY, PaymentFacts(today=TODAY, **PAY | {"amount": 300_000}))
    assert list(stopped.value.fields) == ["amount"]


@pytest.mark.parametrize("text", ["", "12a", "1 25", "1,234", "-50", "1250.50", "12,5,0", "9 000 000", "½"])
def test_what_is_no_sum_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError, match="beløpet|Beløpet"):
        read_kroner(text)


@given(st.integers(min_value=0, max_value=100_000_000))
def test_every_sum_is_read_back_as_it_was_written(ore: int) -> None:
    assert (read_kroner(kroner(ore)), read_kroner(plain(ore)), read_kroner(f"kr {kroner(ore)}")) == (ore, ore, ore)


NEUTRAL = ["Faktura 1043", "Treningsavgift høst 2026", "Foreldrebetaling mai", "KID 2345676"]
TELLING = [
    "Barnevernet", "Hjelpetiltak", "Etter vedtak", "Emils fotball", "Nygård", "Konto 1234.56.78903", "kl 12345678901", "=1+1",
]  # fmt: skip


@pytest.mark.parametrize("text", NEUTRAL + TELLING)
def test_the_text_that_goes_with_the_money_tells_nothing_of_the_child(text: str) -> None:
    assert bool(tells(text, ["Emil Nygård", "Mai Nygård"])) == (text in TELLING)


@dataclass
class Line:
    """A line as the sums see it."""

    amount: int
    is_approved: bool = False
    is_declined: bool = False
    corrects: Line | None = None


@dataclass
class Book:
    """The lines of one basis, and the acts upon them, each by the rules and nothing else."""

    ceiling: int
    lines: list[Line] = field(default_factory=list)

    def facts(self, **more: Any) -> PaymentFacts:
        return PaymentFacts(today=TODAY, ceiling=self.ceiling, used=used(self.lines), each=self.ceiling, **more)

    def write(self, amount: int) -> None:
        demand(TO_PAY, self.facts(amount=amount))
        self.lines.append(Line(amount))

    def approve(self, line: Line) -> None:
        demand(TO_APPROVE, self.facts(approved=line.is_approved, declined=line.is_declined))
        line.is_approved = True

    def decline(self, line: Line) -> None:
        demand(TO_DECLINE, self.facts(approved=line.is_approved, declined=line.is_declined, reasons="Feil."))
        line.is_declined = True

    def correct(self, line: Line) -> None:
        before = any(one.corrects is line and not one.is_declined for one in self.lines)
        stands = {"approved": line.is_approved, "corrects": line.corrects is not None, "corrected": before}
        demand(TO_CORRECT, self.facts(reasons="Feil.", **stands))
        self.lines.append(Line(-line.amount, corrects=line))


ACTS = st.tuples(st.sampled_from(["write", "approve", "decline", "correct"]), st.integers(0, 9), st.integers(1, 60_000))


@given(st.integers(1, 100_000), st.lists(ACTS, max_size=40))
def test_whatever_the_order_the_ceiling_is_never_passed_and_the_sums_are_those_of_the_lines(
    ceiling: int, acts: list[tuple[str, int, int]]
) -> None:
    book = Book(ceiling)
    for name, which, amount in acts:
        try:
            if name == "write":
                book.write(amount)
            elif book.lines:
                getattr(book, name)(book.lines[which % len(book.lines)])
        except Refusal:
            continue
        paid = sum(line.amount for line in book.lines if line.is_approved)
        assert 0 <= paid <= used(book.lines) <= ceiling


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=20), st.data())
def test_a_correcting_line_brings_the_sum_back_exactly(amounts: list[int], data: st.DataObject) -> None:
    book = Book(sum(amounts))
    for amount in amounts:
        book.write(amount)
        book.approve(book.lines[-1])
    wrong = data.draw(st.sampled_from(book.lines))
    before = used(book.lines)
    book.correct(wrong)
    assert used(book.lines) == before
    book.approve(book.lines[-1])
    assert used(book.lines) == before - wrong.amount
