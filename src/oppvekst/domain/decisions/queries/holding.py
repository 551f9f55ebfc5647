"""What of the decisions holds a case open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.cases.rules.closing import Holding
from oppvekst.domain.decisions.models import Addressee, Decision
from oppvekst.domain.decisions.queries.appeal import appeals_of_case
from oppvekst.domain.decisions.queries.decision import of_case
from oppvekst.domain.decisions.rules import APPEAL_PERIOD, MACHINE
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import bvl, fvl


def holding(case_id: UUID, *, today: date) -> Iterator[Holding]:
    """Drafts, what is not sent, what may still be appealed, and appeals that nobody has ended (bvl § 12-9; fvl § 29)."""
    for one in of_case(case_id):
        if not MACHINE.state(one.state).closed:
            yield Holding(_told(one), fvl("29", 1), "decision", one.id)
    for appeal in appeals_of_case(case_id).filter(closed_on=None):
        yield Holding(f"Klagen på «{appeal.decision.title}» er ikke avgjort.", bvl("12-9"), "appeal", appeal.id)


def _told(one: Decision) -> str:
    if one.state != APPEAL_PERIOD:
        return f"Vedtaket «{one.title}» er ikke endelig: {MACHINE.state(one.state).title}."
    last = max(filter(None, Addressee.objects.filter(decision=one).values_list("appeal_due", flat=True)), default=None)
    until = f" til og med {in_words(last)}" if last else ""
    return f"«{one.title}» kan påklages{until}."
