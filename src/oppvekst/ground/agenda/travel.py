"""The way to what is in one's week: minutes one sets by hand. About no child, so it is in no journal."""

from __future__ import annotations

from datetime import date, time

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import LONGEST_WAY, Travel
from oppvekst.law.refusals import Incomplete, NotAllowed


def set_travel(day: date, before: time, minutes: int, *, by: Actor) -> None:
    """Keep how many minutes one is on the way before something at that time; none takes the note away."""
    if by.staff_id is None:
        raise NotAllowed("Bare en ansatt har en uke.")
    if not 0 <= minutes <= LONGEST_WAY:
        raise Incomplete({"minutes": f"Skriv minutter fra 0 til {LONGEST_WAY}."})
    made = Travel(municipality_id=by.municipality, staff_id=by.staff_id, day=day, before=before, minutes=minutes)
    Travel.objects.bulk_create(
        [made], update_conflicts=True, unique_fields=["staff", "day", "before"], update_fields=["minutes"]
    )


def travels(since: date, until: date, *, by: Actor) -> dict[tuple[date, time], int]:
    """One's own minutes on the way between two days, by the day and what they come before."""
    if by.staff_id is None:
        return {}
    found = Travel.objects.filter(staff_id=by.staff_id, day__range=(since, until), minutes__gt=0)
    return {(day, before): minutes for day, before, minutes in found.values_list("day", "before", "minutes")}
