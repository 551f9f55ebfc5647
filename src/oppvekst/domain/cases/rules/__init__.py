"""What a case needs: one journal a child (bvl § 12-4), and a switch that holds everything back (bvl §§ 1-3, 12-6)."""

from __future__ import annotations

from datetime import date

from oppvekst.law import calendar
from oppvekst.law.deadline import Limit

RULES: tuple[Limit, ...] = ()


def next_review(today: date) -> date:
    """A hold-back is looked at again within a week, on a working day: the law names no day, the service may choose."""
    return calendar.last_working_day(calendar.add(today, weeks=1))


def told_on(today: date) -> date:
    """Emergency access is told to the leader the first working day after: our own rule, so that nobody learns of it late."""
    return calendar.roll_forward(calendar.add(today, days=1))
