"""Whether somebody may sign, every day ahead: the leader's and the deputy's acts are named persons' (bvl §§ 4-2, 15-3).

A duty rota is not competence. A night when nobody is appointed is told of weeks before it comes, while it can be mended.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from oppvekst.ground.access.models import Duty, Municipality
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.law import calendar
from oppvekst.law.calendar import in_words

# Good practice, ours to choose: long enough to have somebody appointed by the municipality in time.
AHEAD = timedelta(days=42)
SIGNERS = ("leader", "deputy")
RULE = "nobody-signs"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Gap:
    """Days, both counted, when nobody who may sign is appointed; ``until`` is None when it has no end yet."""

    since: date
    until: date | None


def first_gap(appointed: Iterable[tuple[date, date | None]], *, today: date, ahead: timedelta = AHEAD) -> Gap | None:
    """The first days from today on that no appointment covers, if they begin within ``ahead``.

    >>> year = (date(2026, 1, 1), date(2026, 12, 23))
    >>> first_gap([year, (date(2026, 12, 28), None)], today=date(2026, 12, 1))
    Gap(since=datetime.date(2026, 12, 24), until=datetime.date(2026, 12, 27))
    >>> first_gap([year, (date(2026, 12, 20), None)], today=date(2026, 12, 1)) is None
    True
    """
    covered, periods = today, sorted(appointed, key=lambda period: period[0])
    for since, until in periods:
        if since > covered:
            break
        if until is None:
            return None
        covered = max(covered, until + ONE_DAY)
    if covered > today + ahead:
        return None
    following = next((since for since, _until in periods if since > covered), None)
    return Gap(covered, following - ONE_DAY if following else None)


def warn(*, today: date) -> None:
    """Make every leader's agenda say so when a time comes that nobody may sign. May be done again."""
    for municipality in Municipality.objects.order_by("number"):
        duties = Duty.objects.filter(municipality=municipality, role__name__in=SIGNERS)
        settle(subject_of(municipality.number, first_gap(duties.values_list("valid_from", "valid_to"), today=today)))


def subject_of(municipality: int, gap: Gap | None) -> Subject:
    """What the gap asks for: an appointment on the last working day before it."""
    planned: tuple[Planned, ...] = ()
    if gap:
        till = f"til {in_words(gap.until)}" if gap.until else "og videre"
        before = calendar.last_working_day(gap.since - ONE_DAY)
        planned = (
            Planned(
                RULE, f"Oppnevn en som kan ta akuttvedtak fra {in_words(gap.since)} {till}", due=before, target=before,
                law="bvl §§ 4-2, 15-3",
                steps=("Verken leder eller stedfortreder er oppnevnt i disse dagene.", "Vaktlista gir ingen myndighet."),
            ),
        )  # fmt: skip
    return Subject(uuid5(NAMESPACE_URL, f"signers:{municipality}"), "signers", municipality, None, planned)
