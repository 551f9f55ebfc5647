"""When somebody may be called back: weekdays and part of the day, as codes. No clock times, no dates, no words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

DAYS: Final = ("mon", "tue", "wed", "thu", "fri")
PARTS: Final = ("am", "pm")
SLOTS: Final = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)


def slots_of(days: Iterable[str], parts: Iterable[str]) -> tuple[str, ...]:
    """The slots of these days and parts of the day. Nothing chosen of one means all of it; nothing of both, any time.

    >>> slots_of(["wed", "mon"], ["am"])
    ('mon-am', 'wed-am')
    >>> slots_of([], ["pm"])
    ('mon-pm', 'tue-pm', 'wed-pm', 'thu-pm', 'fri-pm')
    >>> slots_of([], [])
    ()
    """
    chosen_days, chosen_parts = set(days), set(parts)
    if not (chosen_days or chosen_parts):
        return ()
    return tuple(
        slot
        for slot in SLOTS
        if (not chosen_days or slot[:3] in chosen_days) and (not chosen_parts or slot[4:] in chosen_parts)
    )


def days_by_part(slots: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The days of each part of the day, in order; parts without a day are left out.

    >>> days_by_part(["wed-am", "mon-am", "fri-pm", "never"])
    {'am': ('mon', 'wed'), 'pm': ('fri',)}
    """
    chosen = set(slots)
    found = {part: tuple(day for day in DAYS if f"{day}-{part}" in chosen) for part in PARTS}
    return {part: days for part, days in found.items() if days}
