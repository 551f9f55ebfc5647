"""The phones as their editor sees them: what is published, what is tried out, and what gives way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from oppvekst.domain.information import models, rules
from oppvekst.domain.information.queries.phones import Phones, phones
from oppvekst.domain.information.rules.lines import Channel, Kind
from oppvekst.domain.information.rules.week import Week, is_one_day, is_special, overlaps, week_of
from oppvekst.law.calendar import add
from oppvekst.law.refusals import NotFound

CHECK_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day with hours of its own, or closed: what the public is told, or a draft of it."""

    day: date
    openings: list[models.Opening]
    closures: list[models.Closure]
    is_draft: bool

    @property
    def reason(self) -> str:
        """Why, as it was written."""
        return next((each.reason for each in self.closures), "")

    @property
    def times(self) -> tuple[tuple[object, object], ...]:
        """Its hours; none when it is closed."""
        return tuple((each.start, each.end) for each in sorted(self.openings, key=lambda each: each.start))


@dataclass(frozen=True)
class Kept:
    """Everything about the hours of one line: the published rows, and the drafts."""

    line: models.PhoneLine
    openings: list[models.Opening]
    closures: list[models.Closure]

    def week(self, channel: Channel = Channel.VOICE, *, today: date) -> Week:
        """The ordinary week that is in force today."""
        return week_of(
            each for each in map(opening_of, self.ordinary(channel)) if each.valid_on(today)
        )  # fmt: skip

    def ordinary(self, channel: Channel = Channel.VOICE, *, drafts: bool = False) -> list[models.Opening]:
        """The rows of the ordinary weeks."""
        rows = [each for each in self.openings if each.published is not drafts and each.channel == channel]
        return [each for each in rows if not is_special(opening_of(each))]

    def drafted(self, channel: Channel = Channel.VOICE) -> list[models.Opening]:
        """The rows of a week that is tried out, without what is left of the old one around it."""
        return [each for each in self.ordinary(channel, drafts=True) if each.replaces_id is None]

    def later(self, channel: Channel = Channel.VOICE, *, today: date) -> list[models.Opening]:
        """Published hours that are in force from a later day."""
        return [each for each in self.ordinary(channel) if each.valid_from and each.valid_from > today]

    def days(self, *, today: date) -> list[Day]:
        """The days from today on that are not like the others, drafts beside what they replace."""
        return sorted(
            (day for drafts in (False, True) for day in self._days(drafts, today)), key=lambda each: (each.day, each.is_draft)
        )  # fmt: skip

    def day(self, day: date, *, drafts: bool) -> Day | None:
        """One of them."""
        return next((each for each in self._days(drafts, day) if each.day == day), None)

    def shut(self, *, today: date, drafts: bool = False) -> list[models.Closure]:
        """Closures of several days, and of every year."""
        rows = [each for each in self.closures if each.published is not drafts]
        return [each for each in rows if not is_one_day(closure_of(each)) and (each.yearly or each.last >= today)]

    @property
    def drafts(self) -> list[models.Opening | models.Closure]:
        """Everything that is tried out."""
        rows: list[models.Opening | models.Closure] = [*self.openings, *self.closures]
        return [each for each in rows if not each.published]

    @property
    def stand(self) -> str:
        """How the draft stood when it was read."""
        newest = max((each.written_at for each in self.drafts if each.written_at), default=None)
        return f"{len(self.drafts)}/{newest.isoformat() if newest else ''}"

    @property
    def writer(self) -> str:
        """Who wrote the latest draft."""
        return max(self.drafts, key=lambda each: str(each.written_at)).writer_name if self.drafts else ""

    @property
    def gives_way(self) -> set[UUID]:
        """The published rows that the drafts take the place of."""
        explicit = {each.replaces_id for each in self.drafts if each.replaces_id}
        return explicit | set(self._weeks_that_give_way()) | set(self._days_that_give_way())

    def _days(self, drafts: bool, today: date) -> Iterator[Day]:
        openings = [each for each in self.openings if each.published is not drafts and is_special(opening_of(each))]
        closures = [each for each in self.closures if each.published is not drafts and is_one_day(closure_of(each))]
        known = {each.valid_from for each in openings} | {each.first for each in closures}
        for day in sorted(each for each in known if each and each >= today):
            yield Day(
                day=day, openings=[each for each in openings if each.valid_from == day],
                closures=[each for each in closures if each.first == day], is_draft=drafts,
            )  # fmt: skip

    def _weeks_that_give_way(self) -> Iterator[UUID]:
        for channel in Channel:
            new = self.drafted(channel)
            if new:
                first, last = new[0].valid_from, new[0].valid_to
                yield from (each.id for each in self.ordinary(channel) if overlaps(opening_of(each), first, last))

    def _days_that_give_way(self) -> Iterator[UUID]:
        for new in self._days(True, date.min):
            old = self.day(new.day, drafts=False)
            yield from (each.id for each in [*old.openings, *old.closures]) if old else ()


def phone_lines(municipality: int) -> list[models.PhoneLine]:
    """All lines, the service's own first; also those without a number."""
    order = list(Kind)
    rows = models.PhoneLine.objects.filter(municipality_id=municipality)
    return sorted(rows, key=lambda row: (order.index(Kind(row.kind)), row.code))


def get_line(municipality: int, code: str, *, lock: bool = False) -> models.PhoneLine:
    """One line; ``lock`` lets whoever is changing it this very moment finish first."""
    rows = models.PhoneLine.objects.select_for_update() if lock else models.PhoneLine.objects.all()
    found = rows.filter(municipality_id=municipality, code=code).first()
    if found is None:
        raise NotFound("Vi har ingen telefon med dette navnet.")
    return found


def kept_hours(lines: Iterable[models.PhoneLine]) -> dict[UUID, Kept]:
    """All hours of some lines, published and tried out, in two questions."""
    wanted = list(lines)
    openings = list(models.Opening.objects.filter(line__in=wanted, retired_at=None).order_by("start", "id"))
    closures = list(models.Closure.objects.filter(line__in=wanted, retired_at=None).order_by("first", "start"))
    return {
        line.id: Kept(
            line, [each for each in openings if each.line_id == line.id], [each for each in closures if each.line_id == line.id]
        )
        for line in wanted
    }  # fmt: skip


def hours_of(line: models.PhoneLine) -> Kept:
    """All hours of one line."""
    return kept_hours([line])[line.id]


def phones_as_drafted(municipality: int, *, language: str = "nb") -> Phones:
    """The phones as they will be when everything that is tried out is published (bvl § 15-3 (4))."""
    kept = kept_hours(models.PhoneLine.objects.filter(municipality_id=municipality)).values()
    trying = {each.id for line in kept for each in line.drafts}
    without = {each for line in kept for each in line.gives_way}
    return phones(municipality, language=language, trying=trying, without=without)


def opening_of(row: models.Opening) -> rules.Opening:
    """A row as the rules know it."""
    return rules.Opening(
        days=frozenset(row.days), start=row.start, end=row.end, holidays=rules.OnHolidays(row.holidays),
        channel=Channel(row.channel), valid_from=row.valid_from, valid_to=row.valid_to,
    )  # fmt: skip


def closure_of(row: models.Closure) -> rules.Closure:
    """A row as the rules know it."""
    return rules.Closure(
        line=str(row.line_id), first=row.first, last=row.last, start=row.start, end=row.end, reason=row.reason,
        yearly=row.yearly,
    )  # fmt: skip


def needs_check(line: models.PhoneLine, *, today: date) -> bool:
    """Whether nobody has checked its hours for a year."""
    return line.published and (line.checked_on is None or add(line.checked_on, months=CHECK_MONTHS) < today)
