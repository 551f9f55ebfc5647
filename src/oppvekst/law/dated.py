"""What is true from one day to another: rules, rates and codes change, and the old ones still govern old cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from oppvekst.law.refusals import NotFound


@dataclass(frozen=True, kw_only=True)
class Validity:
    """The days on which something is valid, both ends included; `None` is an open end.

    >>> Validity(valid_from=date(2023, 1, 1)).valid_on(date(2022, 12, 31))
    False
    """

    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether it was in force on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Period[T](Validity):
    """One value and the days it was valid."""

    value: T


@dataclass(frozen=True)
class Dated[T]:
    """A value that changes on known days.

    >>> hours = Dated("åpningstid", (Period("08-15", valid_to=date(2026, 5, 14)),
    ...                              Period("08-14", valid_from=date(2026, 5, 15))))
    >>> hours.on(date(2026, 5, 15))
    '08-14'
    """

    title: str
    periods: tuple[Period[T], ...]

    def __post_init__(self) -> None:
        refuse_overlap(self.title, self.periods)

    def __iter__(self) -> Iterator[Period[T]]:
        return iter(self.periods)

    def on(self, day: date) -> T:
        """The value that was valid on that day."""
        for period in self.periods:
            if period.valid_on(day):
                return period.value
        raise NotFound(f"«{self.title}» har ingen verdi den {day.day}.{day.month}.{day.year}.")


def refuse_overlap(title: str, spans: tuple[Validity, ...]) -> None:
    """Two truths for one day is a mistake in the data, found when it is loaded.

    >>> refuse_overlap("sats", (Validity(), Validity()))
    Traceback (most recent call last):
    ValueError: sats: to verdier gjelder samme dag
    """
    ordered = sorted(spans, key=lambda span: span.valid_from or date.min)
    for earlier, later in pairwise(ordered):
        if (earlier.valid_to or date.max) >= (later.valid_from or date.min):
            raise ValueError(f"{title}: to verdier gjelder samme dag")
