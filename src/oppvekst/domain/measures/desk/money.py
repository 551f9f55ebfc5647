"""Money on the page of a measure: the frame, what is used and left, every line with how it stands and what can be done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from oppvekst.domain.measures.models import Measure, Payment, PaymentBasis
from oppvekst.domain.measures.queries import (
    applications_answered_by,
    bases_of,
    is_corrected,
    months_without,
    waits_to_be_sent,
    window_of,
)
from oppvekst.domain.measures.rules import ACTIVE, APPROVE, DECIDED, SUPPORT, WRITE, kroner, used
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.frame import known, today

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def section(found: Measure, by: Actor) -> dict[str, Any] | None:
    """What the measure's page shows of money; nothing where the help is of another kind."""
    if found.category not in SUPPORT:
        return None
    bases = [basis_row(one, by) for one in bases_of(found.id)]
    return {
        "bases": bases, "applications": applications_answered_by(found.decision_id),
        "new": reverse("desk:payment-basis-new", args=[found.id])
        if by.may(WRITE) and found.state in ACTIVE | {DECIDED} else "",
        "decided": found.state in ACTIVE | {DECIDED}, "all": reverse("desk:payments") if by.may(APPROVE) else "",
    }  # fmt: skip


def basis_row(basis: PaymentBasis, by: Actor) -> dict[str, Any]:
    """One of what is to be paid: its frame and days, the sums as the lines make them, and the lines, newest first."""
    lines = sorted(basis.lines.all(), key=lambda one: (one.on, one.written_at), reverse=True)
    bound, (first, last) = used(lines), window_of(basis)
    awaiting = sum(one.amount for one in lines if not one.is_approved and not one.is_declined and one.amount > 0)
    may = by.may(WRITE) and not basis.stopped_on
    return {
        "basis": basis, "first": first, "last": last, "amount": kroner(basis.amount), "ceiling": kroner(basis.ceiling),
        "used": kroner(bound), "left": kroner(basis.ceiling - bound), "awaiting": kroner(awaiting) if awaiting else "",
        "bound": bound // 100, "most": max(basis.ceiling // 100, 1),
        "lines": [line_row(one, by) for one in lines], "without": [month(day) for day in months_without(basis, today=today())],
        "pay": reverse("desk:payment-new", args=[basis.id]) if may and basis.measure.started_on else "",
        "stop": reverse("desk:payment-stop", args=[basis.id]) if may else "",
    }  # fmt: skip


def line_row(line: Payment, by: Actor) -> dict[str, Any]:
    """One line: how it stands in a word, and what this person can do with it."""
    awaits, mine = not line.is_approved and not line.is_declined, line.written_by == by.staff_id
    correctable = line.is_approved and line.corrects_id is None and not is_corrected(line)
    may = by.may(WRITE)
    return {
        "line": line, "amount": kroner(line.amount), **_word(line), "mine": awaits and mine,
        "approve": reverse("desk:payment-approve", args=[line.id]) if awaits and not mine and by.may(APPROVE) else "",
        "decline": reverse("desk:payment-decline", args=[line.id]) if awaits and may else "",
        "correct": reverse("desk:payment-correct", args=[line.id]) if correctable and may else "",
        "receipt": known("case-document", line.case_id, line.receipt_id) if line.receipt_id else "",
    }  # fmt: skip


def month(day: date) -> str:
    """A month by its name.

    >>> month(date(2026, 8, 1))
    'august 2026'
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


def _word(line: Payment) -> dict[str, str]:
    if line.is_declined:
        return {"colour": "neutral", "icon": "x-mark", "word": "Avvist"}
    if not line.is_approved:
        return {"colour": "warning", "icon": "hourglass", "word": "Venter på en annen"}
    if is_corrected(line):
        return {"colour": "neutral", "icon": "arrow-undo", "word": "Rettet av en annen linje"}
    if line.sent_at:
        return {"colour": "success", "icon": "checkmark-circle-fill", "word": "Sendt til økonomi"}
    if waits_to_be_sent(line):
        return {"colour": "accent", "icon": "clock-fill", "word": "Godkjent, ikke sendt"}
    return {"colour": "neutral", "icon": "checkmark-circle", "word": "Godkjent, sendes ikke"}
