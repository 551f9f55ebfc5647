"""Each time help is given, on the page of a measure: the next, how many were held, and a calendar by month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse

from oppvekst.domain.measures.models import Measure, Occasion
from oppvekst.domain.measures.queries.occasion import between, next_of, occasions_of, tally, unwritten_of
from oppvekst.domain.measures.queries.unsuited import waiting_in
from oppvekst.domain.measures.rules import RUNNING, Each, Stood, days_in_words, days_told, each_of
from oppvekst.domain.measures.rules.occasion import WORDS
from oppvekst.law.calendar import MONTHS, WEEKDAYS, add, is_holiday

SHOWN_MONTHS = 3
MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
LOOKS = {
    Stood.PLANNED: ("accent", "calendar"),
    Stood.HELD: ("success", "checkmark-circle-fill"),
    Stood.NOT_HELD: ("neutral", "x-mark"),
    Stood.CALLED_OFF: ("neutral", "x-mark"),
    Stood.MOVED: ("neutral", "arrow-right"),
}
# Of those that wait to be written, so many stand on the page; the rest stand in the calendar.
WAITING = 5


def occasions(found: Measure, asked: str, *, today: date) -> dict[str, Any] | None:
    """The section of one measure; nothing where the help has no times of its own."""
    each = each_of(found.category)
    if each is None or found.started_on is None:
        return None
    coming = next_of(found.id, today=today)
    first = _month(asked) or _open_on(found, coming, today)
    last = add(first, months=SHOWN_MONTHS) - timedelta(days=1)
    shown = between(found.id, first, last)
    return {
        "each": each, "words": WORDS[each], "coming": _row(coming, today) if coming else None,
        "tally": (counted := tally(found.id, month=today)), "hours": _figure(counted.hours) if each is Each.HOURS else "",
        "month": MONTHS[today.month - 1], "waiting": [_row(one, today) for one in unwritten_of(found.id, today=today)[:WAITING]],
        "months": [one for one in _months(first, shown, today) if one["any"]], "runs": found.state == RUNNING,
        "unsuited": [{"said": said, "row": _row(said.occasion, today)} for said in waiting_in(found.id)],
        "stays": each is Each.STAY, "days_told": days_told(each, found.days_open),
        "one": f"{reverse('desk:measure', args=[found.id])}", **_around(found, first, last),
    }  # fmt: skip


def row_of(one: Occasion, today: date) -> dict[str, Any]:
    """One of them as it is told in a list and on top of its own page."""
    return _row(one, today)


def _row(one: Occasion, today: date) -> dict[str, Any]:
    colour, icon = LOOKS[Stood(one.stood)]
    unwritten = one.stood == Stood.PLANNED and one.last_day < today
    word = "Ikke skrevet" if unwritten else one.get_stood_display().capitalize()
    return {
        "one": one, "days": days_in_words(one.first_day, one.last_day), "short": _short(one), "clock": _clock(one),
        "unwritten": unwritten, "word": word, "colour": "warning" if unwritten else colour,
        "icon": "note-pencil" if unwritten else icon, "href": reverse("desk:measure-occasion", args=[one.id]),
    }  # fmt: skip


def _short(one: Occasion) -> str:
    """The days in a calendar that has the month above."""
    first = f"{WEEKDAYS[one.first_day.weekday()][:3]} {one.first_day.day}."
    return (
        first
        if one.first_day == one.last_day
        else f"{first} til {WEEKDAYS[one.last_day.weekday()][:3]} {one.last_day.day}."
    )


def _clock(one: Occasion) -> str:
    if one.first_day != one.last_day:
        way = (("kommer kl.", one.starts), ("hjem kl.", one.ends))
        return ", ".join(f"{word} {moment:%H.%M}" for word, moment in way if moment)
    times = [f"{moment:%H.%M}" for moment in (one.starts, one.ends) if moment]
    return f"kl. {' til '.join(times)}" if times else ""


def _figure(hours: Decimal) -> str:
    return f"{hours.normalize():f}".replace(".", ",")


def figure(hours: Decimal | None) -> str:
    """Hours as one writes them."""
    return "" if hours is None else _figure(hours)


def _month(asked: str) -> date | None:
    found = MONTH.fullmatch(asked)
    return date(int(found[1]), int(found[2]), 1) if found else None


def _open_on(found: Measure, coming: Occasion | None, today: date) -> date:
    """This month, or the month of the next where nothing is before it; of help that is over, its last."""
    last = occasions_of(found.id).last()
    day = max(min(today, last.first_day), found.started_on or today) if last and not coming else today
    return day.replace(day=1)


def _around(found: Measure, first: date, last: date) -> dict[str, str]:
    """The way to what was before and what comes after, where there is anything."""
    here, times = reverse("desk:measure", args=[found.id]), occasions_of(found.id).exclude(stood=Stood.MOVED)
    before = times.filter(last_day__lt=first).last()
    after = times.filter(first_day__gt=last).first()
    earlier = add(first, months=-SHOWN_MONTHS) if before else None
    return {
        "earlier": f"{here}?maned={earlier:%Y-%m}#ganger" if earlier else "",
        "later": f"{here}?maned={after.first_day:%Y-%m}#ganger" if after else "",
    }


def _months(first: date, shown: Sequence[Occasion], today: date) -> Iterator[dict[str, Any]]:
    for number in range(SHOWN_MONTHS):
        month = add(first, months=number)
        last = add(month, months=1) - timedelta(days=1)
        within = [one for one in shown if one.first_day <= last and month <= one.last_day]
        weeks = list(_weeks(month, last, within, today))
        yield {"title": f"{MONTHS[month.month - 1]} {month.year}", "weeks": weeks, "any": bool(within)}


def _weeks(month: date, last: date, within: Sequence[Occasion], today: date) -> Iterator[dict[str, Any]]:
    day = month
    while day <= last:
        sunday = min(day + timedelta(days=6 - day.weekday()), last)
        days = [day + timedelta(days=number) for number in range((sunday - day).days + 1)]
        dates = [{"number": one.day, "col": one.isoweekday(), "rest": is_holiday(one)} for one in days]
        pieces = [_piece(one, day, sunday, today) for one in within if one.first_day <= sunday and day <= one.last_day]
        yield {"dates": dates, "pieces": pieces}
        day = sunday + timedelta(days=1)


def _piece(one: Occasion, monday: date, sunday: date, today: date) -> dict[str, Any]:
    """The part of it that falls in one week: the first has the words, the rest only shows that it goes on."""
    begins, ends = max(one.first_day, monday), min(one.last_day, sunday)
    place = {"col": begins.isoweekday(), "span": (ends - begins).days + 1}
    return {**place, **(_row(one, today) if begins == one.first_day else {})}
