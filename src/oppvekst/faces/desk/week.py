"""My week: what is in one's own calendar, day by day, the time between, and the way there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.investigations.desk.week import in_week as in_investigations
from oppvekst.domain.measures.desk.supervision_week import in_week as in_supervision
from oppvekst.domain.measures.desk.week import in_week as in_measures
from oppvekst.domain.meetings.desk.week import in_week as in_meetings
from oppvekst.domain.prevention.desk.week import in_week as in_prevention
from oppvekst.faces.desk import beside, work
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.travel import set_travel, travels
from oppvekst.ground.agenda.week import (
    YEARS,
    Calendar,
    Dated,
    Kind,
    between,
    day_name,
    first_day,
    heading,
    in_time,
    rest,
    shown,
    week_of,
)
from oppvekst.ground.agenda.worklist import own_between
from oppvekst.ground.database import logins
from oppvekst.ground.web.frame import DONE, INCOMPLETE, DeskRequest, Notice, at_desk, today
from oppvekst.law.refusals import Incomplete, NotFound

CASE_HATS = (logins.CASE, logins.INTAKE, logins.TEAM, logins.WIDE)
# A later room adds what it knows of a week, with the hats that may ask its tables.
CALENDARS: tuple[tuple[Calendar, tuple[str, ...]], ...] = (
    (in_investigations, CASE_HATS),
    (in_meetings, CASE_HATS),
    (in_measures, CASE_HATS),
    (in_supervision, CASE_HATS),
    (in_prevention, (logins.PREVENTION, logins.WIDE)),
)
ICONS = {
    Kind.VISIT: "house-heart", Kind.TALK: "chat", Kind.MEETING: "person-group", Kind.APPOINTMENT: "clock",
    Kind.TASK: "note-pencil", Kind.LIMIT: "hourglass",
}  # fmt: skip
OPEN = 8
WEEK = timedelta(weeks=1)
WRONG = "Skriv hvor mange minutter du er underveis, med tall fra 0 til 600."


type Slot = tuple[date, time]


@dataclass(frozen=True)
class Wrong:
    """What was typed for a way that could not be kept, and for which."""

    slot: Slot
    typed: str


@dataclass(frozen=True)
class Thing:
    """One thing of a day, with the time before it and the way there."""

    thing: Dated
    icon: str
    gap: str = ""
    travel: int | None = None
    late: bool = False
    error: str = ""
    typed: str = ""

    @property
    def surname(self) -> str:
        """The rest of the name, which does not stand on paper."""
        return self.thing.name.removeprefix(self.thing.short)


@dataclass(frozen=True)
class Day:
    """One day: its things in order, the first open and the rest folded."""

    date: date
    name: str
    rest: str
    today: bool
    things: tuple[Thing, ...]

    @property
    def open(self) -> tuple[Thing, ...]:
        """Those that stand open."""
        return self.things[:OPEN]

    @property
    def folded(self) -> tuple[Thing, ...]:
        """The rest of a day that is fuller than one can read."""
        return self.things[OPEN:]


@require_safe
@at_desk
def this_week(request: DeskRequest) -> HttpResponse:
    """The week one is in; on a day of rest too, for it is the calendar and not the plan."""
    return _page(request, today())


@require_safe
@at_desk
def one_week(request: DeskRequest, year: int, week: int) -> HttpResponse:
    """A numbered week."""
    monday = first_day(year, week)
    if monday is None:
        raise NotFound("Det finnes ingen uke med det nummeret dette året.")
    return _page(request, monday)


@require_POST
@at_desk
def travel(request: DeskRequest) -> HttpResponse:
    """Set the minutes on the way before something: one's own note."""
    slot, typed = _slot(request), request.POST.get("minutes", "").strip()
    try:
        set_travel(*slot, int(typed or 0), by=request.actor)
    except (ValueError, Incomplete):
        return _page(request, slot[0], Wrong(slot, typed))
    return redirect(f"{_address(slot[0])}?{urlencode({DONE: 'reise'})}#dag-{slot[0].isoformat()}")


def _slot(request: DeskRequest) -> Slot:
    """The day and the clock of what one is on the way to."""
    sent = request.POST
    try:
        day, before = date.fromisoformat(sent.get("day", "")), time.fromisoformat(sent.get("before", ""))
    except ValueError:
        raise Incomplete({"day": "Velg på nytt i uka hva reisen er til."}) from None
    if day.year not in YEARS:
        raise Incomplete({"day": "Velg på nytt i uka hva reisen er til."})
    return day, before.replace(tzinfo=None)


def _page(request: DeskRequest, day: date, wrong: Wrong | None = None) -> HttpResponse:
    week, now = week_of(day), today()
    things = sorted(_things(request.actor, week[0], week[-1]), key=lambda thing: (thing.day, thing.order))
    way = travels(week[0], week[-1], by=request.actor)
    days = [
        (one, tuple(_of_day([each for each in things if each.day == one], way, wrong)))
        for one in shown(week, (thing.day for thing in things))
    ]
    context = {
        "days": [Day(one, day_name(one), rest(one), one == now, its) for one, its in days],
        "number": week[0].isocalendar().week, "heading": heading(week), "empty": not things,
        "before": _address(week[0] - WEEK), "after": _address(week[0] + WEEK),
        "now": "" if now in week else reverse("desk:my-day-week"),
        "messages": [Notice("Reisetida er lagret. Bare du ser den.")] if request.GET.get(DONE) == "reise" else [],
    }  # fmt: skip
    return render(request, "desk/week.html", context, status=INCOMPLETE if wrong else 200)


def _address(day: date) -> str:
    year, week, _day = day.isocalendar()
    return reverse("desk:my-day-week-of", args=[year, week])


def _things(by: Actor, since: date, until: date) -> Iterator[Dated]:
    """What the rooms tell, and the limits of one's own list that no room has told of already."""
    if by.staff_id is None:
        return
    told = [thing for tell, hats in CALENDARS if by.hat in hats for thing in tell(by.staff_id, since, until)]
    yield from told
    known = {thing.subject for thing in told}
    items = [item for item in _items(by, since, until) if item.subject not in known]
    for item, row in zip(items, work.rows(items, me=by.staff_id, today=today()), strict=True):
        yield _limit(item, row)


def _items(by: Actor, since: date, until: date) -> QuerySet[Item]:
    """What lies with her alone. Who stands beside the cases, or is on call, asks no table of them."""
    found = own_between(by, since, until)
    if by.hat in logins.OTHER_HATS:
        return found.filter(subject_kind__in=beside.KINDS)
    return found.filter(subject_kind="concern") if by.hat == logins.ONCALL else found


def _limit(item: Item, row: work.Row) -> Dated:
    assert item.due
    of_a_child = item.case_id is not None or item.subject_kind == "concern"
    return Dated(
        day=item.due, kind=Kind.LIMIT, what=row.what, name=row.name, href=row.href, law=row.law, subject=item.subject,
        short=row.name.partition(" ")[0] if of_a_child else row.name,
    )  # fmt: skip


def _of_day(things: Sequence[Dated], way: Mapping[Slot, int], wrong: Wrong | None) -> Iterator[Thing]:
    gaps = between(things)
    for place, thing in enumerate(things):
        minutes = way.get((thing.day, thing.at)) if thing.at else None
        gap = gaps.get(place)
        faulty = wrong if wrong and (thing.day, thing.at) == wrong.slot else None
        yield Thing(
            thing, ICONS[thing.kind], gap=in_time(gap) if gap else "", travel=minutes,
            late=minutes is not None and gap is not None and minutes > gap, error=WRONG if faulty else "",
            typed=faulty.typed if faulty else str(minutes or ""),
        )  # fmt: skip
