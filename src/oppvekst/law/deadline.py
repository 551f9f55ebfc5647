"""Limits as data, and the day one ends, with every step of the counting told in words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict

from oppvekst.law import calendar
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import Citation, Mark, dl
from oppvekst.law.dated import Validity, refuse_overlap
from oppvekst.law.refusals import NotAllowed

NOT_EXTENDED = (
    "Ingen tekst vi har lest, sier at helgeregelen i domstolloven § 149 gjelder tjenestens egne frister. "
    "Dagen blir derfor stående."
)

_NUMBERS = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")


class Unit(StrEnum):
    """What a limit is counted in; the value is the argument that `calendar.add` takes."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_UNITS = {
    Unit.DAYS: ("én dag", "dager"),
    Unit.WEEKS: ("én uke", "uker"),
    Unit.MONTHS: ("én måned", "måneder"),
    Unit.YEARS: ("ett år", "år"),
}


class PlainDue(TypedDict):
    """A counted limit as the public interface writes it."""

    rule: str
    start: str
    due: str | None
    law: str
    steps: list[str]


@dataclass(frozen=True)
class Rule(Validity):
    """One limit of the law, as it reads in one version.

    `after` is a limit that must end before this one starts to run. `roll` extends a limit that ends on a day of
    rest (dl § 149). `hard` means that something lapses by itself. A rule without a number has `amount=None` and
    says in `promptly` what the law says instead.

    >>> from oppvekst.law.citation import bvl
    >>> week = Rule("D01", "Gjennomgang", bvl("2-1", 1), 1, Unit.WEEKS, trigger="Meldingen ble mottatt")
    >>> for step in week.due(date(2026, 3, 3)).steps:
    ...     print(step)
    Meldingen ble mottatt tirsdag 3. mars 2026.
    Én uke ender på samme ukedag: tirsdag 10. mars 2026 (dl § 148 (2)).
    """

    id: str
    title: str
    citation: Citation
    amount: int | None = None
    unit: Unit | None = None
    after: "Limit | None" = None
    roll: bool = False
    hard: bool = False
    mark: Mark = Mark.A
    note: str = ""
    trigger: str = "Fristen begynte å løpe"
    who: str = ""
    promptly: str = ""

    def __post_init__(self) -> None:
        if (self.amount is None) != (self.unit is None):
            raise ValueError(f"{self.id}: et antall og en enhet hører sammen")
        if self.amount is None and not self.promptly:
            raise ValueError(f"{self.id}: en regel uten tall må si i ord hva som kreves")

    def length(self) -> str:
        """The limit in words: «tre måneder», or what the law says instead of a number."""
        if self.amount is None or self.unit is None:
            return self.promptly
        one, many = _UNITS[self.unit]
        return one if self.amount == 1 else f"{_number(self.amount)} {many}"

    def due(self, start: date) -> "Due":
        """The day the limit ends when the trigger fell on `start`, and how it was counted (dl §§ 148-149)."""
        self._refuse_outside_validity(start)
        counted_from, told = self._start(start)
        nominal = self._nominal(counted_from)
        if nominal is None:
            steps = (*told, f"Loven setter ingen dato: {self.promptly} ({self.citation}).")
            return Due(self, start, counted_from, None, None, None, steps, self._uncertainty(None))
        due = calendar.roll_forward(nominal) if self.roll else nominal
        uncertainty = self._uncertainty(nominal)
        steps = (*told, self._leg(counted_from, nominal), *self._rest(nominal, due), *filter(None, [uncertainty]))
        return Due(self, start, counted_from, nominal, due, calendar.last_working_day(due), steps, uncertainty)

    def _start(self, start: date) -> tuple[date, tuple[str, ...]]:
        first = self.after.on(start) if self.after else self
        trigger = f"{first.trigger} {in_words(start)}."
        if first is self:
            return start, (trigger,)
        before = first.due(start)
        if before.due is None:
            raise ValueError(f"{self.id}: {first.id} har ingen dato å regne fra")
        leg = first._leg(before.counted_from, before.due)
        return before.due, (trigger, leg, f"Først når den fristen er ute, begynner {self.length()} å løpe.")

    def _nominal(self, counted_from: date) -> date | None:
        if self.amount is None or self.unit is None:
            return None
        return calendar.add(counted_from, **{self.unit.value: self.amount})

    def _leg(self, start: date, end: date) -> str:
        length = self.length()
        return f"{length[0].upper()}{length[1:]} ender på {self._how(start, end)}: {in_words(end)} ({self._source()})."

    def _how(self, start: date, end: date) -> str:
        if self.unit is Unit.DAYS:
            return "siste dag når den første ikke telles med"
        if self.unit is Unit.WEEKS:
            return "samme ukedag"
        if start.day == end.day:
            return "samme tall"
        return f"månedens siste dag, siden den ikke har noen {start.day}."

    def _source(self) -> Citation:
        return dl("148", 1 if self.unit is Unit.DAYS else 2)

    def _rest(self, nominal: date, due: date) -> tuple[str, ...]:
        if calendar.is_working_day(nominal):
            return ()
        rest = calendar.holiday_name(nominal) or "lørdag"
        if due != nominal:
            return (f"Dagen er {rest}, og fristen forlenges til {in_words(due)} ({dl('149', 1)}).",)
        target = in_words(calendar.last_working_day(nominal))
        return (f"Dagen er {rest}, og fristen forlenges ikke. Siste arbeidsdag før er {target}.",)

    def _uncertainty(self, nominal: date | None) -> str | None:
        doubts = [self.note] if self.mark is not Mark.A else []
        if nominal and not self.roll and not calendar.is_working_day(nominal):
            doubts.append(NOT_EXTENDED)
        return " ".join(doubts) or None

    def _refuse_outside_validity(self, start: date) -> None:
        if not (self.valid_on(start) and self.citation.valid_on(start)):
            raise NotAllowed(
                f"{self.title} ({self.citation}) gjaldt ikke {in_words(start)}.",
                self.citation,
                because=("rule_not_in_force",),
            )


class Limit:
    """A limit through the years: what began under an older version is judged by that version.

    >>> from oppvekst.law.citation import bvl
    >>> week = Rule("D01", "Gjennomgang", bvl("2-1", 1), 1, Unit.WEEKS, valid_to=date(2026, 12, 31))
    >>> days = Rule("D01", "Gjennomgang", bvl("2-1", 1), 5, Unit.DAYS, valid_from=date(2027, 1, 1))
    >>> review = Limit(week, days)
    >>> str(review.due(date(2026, 12, 31)).due), str(review.due(date(2027, 1, 1)).due)
    ('2027-01-07', '2027-01-06')
    """

    def __init__(self, *versions: Rule) -> None:
        self.versions = tuple(sorted(versions, key=lambda rule: rule.valid_from or date.min))
        if len({rule.id for rule in versions}) != 1:
            raise ValueError("en frist har ett navn, og minst én versjon")
        refuse_overlap(self.id, self.versions)

    @property
    def newest(self) -> Rule:
        """The version that was made last: what is said of the limit where no day is meant, is said of this one."""
        return self.versions[-1]

    @property
    def id(self) -> str:
        """The name all its versions have."""
        return self.newest.id

    @property
    def citation(self) -> Citation:
        """Where it stands, by the newest version."""
        return self.newest.citation

    def on(self, day: date) -> Rule:
        """The version in force on that day, else the newest."""
        return next((rule for rule in self.versions if rule.valid_on(day)), self.newest)

    def due(self, start: date) -> "Due":
        """The day it ends, counted by the version in force when it was triggered (dl §§ 148-149)."""
        return self.on(start).due(start)


@dataclass(frozen=True)
class Due:
    """A counted limit.

    `counted_from` is where the last leg began, `nominal` the day by number, `due` the day the limit ends, `target`
    the last working day to be safe. All three days are `None` when the law gives no number. `interpretation` says
    what the counting rests on beyond the words of the law.
    """

    rule: Rule
    start: date
    counted_from: date
    nominal: date | None
    due: date | None
    target: date | None
    steps: tuple[str, ...]
    interpretation: str | None = None

    def to_plain(self) -> PlainDue:
        """The limit as the public interface writes it."""
        return {
            "rule": self.rule.id,
            "start": self.start.isoformat(),
            "due": self.due.isoformat() if self.due else None,
            "law": str(self.rule.citation),
            "steps": list(self.steps),
        }


def kept(due: Due, done_on: date) -> bool:
    """Whether it was done in time; the whole of the last day belongs to the limit (dl § 148).

    A rule without a number cannot be broken by the calendar, only by judgement, and counts as kept here.
    """
    return days_late(due, done_on) == 0


def days_late(due: Due, done_on: date) -> int:
    """How many days after the limit it was done, and 0 when it was kept."""
    return max(0, (done_on - due.due).days) if due.due else 0


def _number(amount: int) -> str:
    return _NUMBERS[amount] if amount < len(_NUMBERS) else str(amount)
