"""Days of the demo, counted back from its present, and never on a weekend."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import OSLO, oslo_date

type Cast = Callable[[str], AbstractContextManager[Actor]]

KARI, MARIT, HANNE = "Kari Nesheim", "Marit Solheim", "Hanne Dale"
FRIDAY: Final = 4


@dataclass(frozen=True)
class Demo:
    """The staff, and the demo's present."""

    cast: Cast
    now: datetime

    def day(self, ago: int, hour: int = 9, minute: int = 0) -> datetime:
        """That many days ago, the Friday before where it would be a weekend, and never later than now."""
        found = oslo_date(self.now) - timedelta(days=ago)
        found -= timedelta(days=max(0, found.weekday() - FRIDAY))
        return min(self._at(found, hour, minute), self.now - timedelta(minutes=5))

    def ahead(self, days: int, hour: int, minute: int = 0) -> datetime:
        """That many days from now, the Monday after where it would be a weekend."""
        found = oslo_date(self.now) + timedelta(days=days)
        found += timedelta(days=(7 - found.weekday()) % 7 if found.weekday() > FRIDAY else 0)
        return self._at(found, hour, minute)

    def working_days(self) -> list[date]:
        """Monday to Friday of this week and the next."""
        today = oslo_date(self.now)
        monday = today - timedelta(days=today.weekday())
        return [monday + timedelta(days=number) for number in range(12) if number % 7 <= FRIDAY]

    def _at(self, day: date, hour: int, minute: int) -> datetime:
        return datetime.combine(day, time(hour, minute), tzinfo=OSLO)
