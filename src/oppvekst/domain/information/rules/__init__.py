"""Whom to call now, by the clock, the weekday and the holiday (bvl § 15-3 (4))."""

from oppvekst.domain.information.rules.answers import Answer, phone_now, with_national
from oppvekst.domain.information.rules.limits import ALWAYS_REACHABLE, RULES, unanswered
from oppvekst.domain.information.rules.lines import Channel, Closure, Kind, Line, OnHolidays, Opening, Who
from oppvekst.domain.information.rules.timetable import closed_days, special_days, timetable

__all__ = [
    "ALWAYS_REACHABLE", "RULES", "Answer", "Channel", "Closure", "Kind", "Line", "OnHolidays", "Opening", "Who",
    "closed_days", "phone_now", "special_days", "timetable", "unanswered", "with_national",
]  # fmt: skip
