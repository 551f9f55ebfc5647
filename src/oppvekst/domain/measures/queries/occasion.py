"""Each time help is given, as the actor may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from oppvekst.domain.measures.models import Appointment, Measure, Occasion
from oppvekst.domain.measures.queries.measure import facts_of, last_day
from oppvekst.domain.measures.rules import Each, OccasionFacts, Stood, days_in_words, each_of, neutral
from oppvekst.domain.measures.rules.weekends import Other
from oppvekst.ground.agenda.week import moments
from oppvekst.law.calendar import add, oslo_date
from oppvekst.law.refusals import NotFound

# What takes the child's time: planned, or held as planned.
TAKES_TIME = (Stood.PLANNED, Stood.HELD)


@dataclass(frozen=True)
class Tally:
    """How it goes with the times of one measure: how many were held, and of how many that have been or are to come."""

    held: int
    of: int
    not_held: int
    hours: Decimal


def get_occasion(occasion_id: UUID) -> Occasion:
    """The one asked for with its measure, if it is there for you."""
    known = Occasion.objects.select_related("measure__case__child", "measure__decision")
    found = known.filter(id=occasion_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette blant sakene dine.")
    return found


def occasions_of(measure_id: UUID) -> QuerySet[Occasion]:
    """Every time of one measure in the order of the days."""
    return Occasion.objects.filter(measure_id=measure_id).order_by("first_day", "starts", "made_at", "id")


def between(measure_id: UUID, since: date, until: date) -> list[Occasion]:
    """Those that touch these days; a moved one is seen where it went."""
    found = occasions_of(measure_id).filter(first_day__lte=until, last_day__gte=since)
    return list(found.exclude(stood=Stood.MOVED))


def next_of(measure_id: UUID, *, today: date) -> Occasion | None:
    """The next that is planned."""
    return occasions_of(measure_id).filter(stood=Stood.PLANNED, last_day__gte=today).first()


def unwritten_of(measure_id: UUID, *, today: date) -> QuerySet[Occasion]:
    """Those that have been, of which nothing is written, the oldest first (bvl § 12-4)."""
    return occasions_of(measure_id).filter(stood=Stood.PLANNED, last_day__lt=today)


def tally(measure_id: UUID, *, month: date) -> Tally:
    """How many were held of those planned, and the hours of the month that a day is in."""
    first = month.replace(day=1)
    here = Q(first_day__gte=first, first_day__lt=add(first, months=1))
    said = Occasion.objects.filter(measure_id=measure_id).aggregate(
        held=Count("id", filter=Q(stood=Stood.HELD)),
        of=Count("id", filter=~Q(stood=Stood.MOVED)),
        not_held=Count("id", filter=Q(stood__in=(Stood.NOT_HELD, Stood.CALLED_OFF))),
        hours=Sum("hours", filter=here & Q(stood=Stood.HELD)),
    )
    return Tally(said["held"], said["of"], said["not_held"], said["hours"] or Decimal(0))


def facts_of_occasion(measure: Measure, *, today: date, one: Occasion | None = None) -> OccasionFacts:
    """The facts as the rules ask for them; the act adds what it was just told."""
    known = OccasionFacts(
        today=today, kind=each_of(measure.category), measure_state=measure.state, started_on=measure.started_on,
        consents_lacking=facts_of(measure, today=today).consents_lacking, measure_last_day=last_day(measure),
        other_stays=tuple(_stays(measure.case_id, but=one)),
    )  # fmt: skip
    if one is None:
        return known
    own = {"kind": Each(one.kind), "stood": Stood(one.stood)}
    days = {name: getattr(one, name) for name in ("first_day", "last_day", "starts", "ends")}
    return OccasionFacts(**{**vars(known), **own, **days})


def others_of(measure: Measure, since: date, until: date) -> list[Other]:
    """What else the child has those days, whatever help it is of; a test is called an appointment (bvl § 13-1)."""
    found = Occasion.objects.filter(
        case_id=measure.case_id, stood__in=TAKES_TIME, first_day__lte=until, last_day__gte=since
    )
    begins, ends = moments(since, until)
    tested = Appointment.objects.filter(
        case_id=measure.case_id, person_id=measure.case.child_id, cancelled_at=None, at__gte=begins, at__lt=ends
    )
    return [*map(_other, found.select_related("measure").order_by("first_day", "id")), *map(_appointment, tested)]


def to_come(measure: Measure, *, after: date) -> QuerySet[Occasion]:
    """Those planned from a day on, that day too."""
    return Occasion.objects.filter(measure=measure, stood=Stood.PLANNED, first_day__gte=after)


def planned_with(measure: Measure, whom: str, *, after: date) -> list[Occasion]:
    """Those planned with somebody by name, after a day."""
    return list(Occasion.objects.filter(measure=measure, stood=Stood.PLANNED, first_day__gt=after, with_whom=whom))


def _stays(case_id: UUID, *, but: Occasion | None) -> Iterator[tuple[date, date]]:
    found = Occasion.objects.filter(case_id=case_id, kind=Each.STAY, stood__in=TAKES_TIME)
    for one in found.exclude(id=but.id) if but else found:
        yield one.first_day, one.last_day


def _other(one: Occasion) -> Other:
    a_stay = one.kind == Each.STAY
    what = "Barnet er hos noen" if a_stay else one.measure.title
    return Other((one.first_day, one.last_day), f"{what} {days_in_words(one.first_day, one.last_day)}", a_stay=a_stay)


def _appointment(one: Appointment) -> Other:
    return Other((oslo_date(one.at), oslo_date(one.at)), f"Barnet har en {neutral(one.at)}")


def moved_between(one: Occasion) -> tuple[Occasion | None, Occasion | None]:
    """The one it came instead of, and the one that came instead of it."""
    same = Occasion.objects.filter(measure_id=one.measure_id)
    before = same.filter(id=one.instead_of).first() if one.instead_of else None
    return before, same.filter(instead_of=one.id).first() if one.stood == Stood.MOVED else None
