"""What the coordinator was asked in a measure, and the answer, as the actor may see it."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.cases.queries import parties, somebody_is_protected
from oppvekst.domain.homes.models import Wanted
from oppvekst.domain.homes.queries import areas_of
from oppvekst.domain.homes.rules import ACCEPTED, NOT_SETTLED
from oppvekst.domain.measures.models import AskedHome, Measure
from oppvekst.domain.people.models import Address
from oppvekst.law.refusals import NotFound

_WITH = ("measure__case__child", "measure__decision", "wanted")


def get_asked_home(asked_home_id: UUID) -> AskedHome:
    """The one asked for with its measure and the answer, if it is there for you."""
    found = AskedHome.objects.select_related(*_WITH).filter(id=asked_home_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette blant sakene dine.")
    return found


def asked_homes_of(measure_id: UUID) -> list[AskedHome]:
    """Everything that was asked in one measure, the newest first."""
    return list(
        AskedHome.objects.select_related("wanted").filter(measure_id=measure_id).order_by("-wanted__asked_at", "id")
    )


def standing_home(measure_id: UUID) -> AskedHome | None:
    """What is waited for or was taken: one at a time."""
    found = AskedHome.objects.select_related(*_WITH).filter(measure_id=measure_id)
    return found.filter(wanted__state__in=[*NOT_SETTLED, ACCEPTED]).first()


def held_wanted(asked: AskedHome) -> Wanted:
    """What was asked, held until the act is done, so that a yes and a withdrawal do not cross."""
    return Wanted.objects.select_for_update().get(id=asked.wanted_id)


def places_for(measure: Measure) -> list[str]:
    """The places a home can be asked for in; none where anybody in the case has a protected address (bvl § 13-5 (3))."""
    return [] if somebody_is_protected(measure.case_id) else areas_of(measure.municipality_id)


def not_to_be_told(measure: Measure) -> list[str] | None:
    """What could tell where somebody with a protected address lives; nothing, where nobody has one (bvl § 13-5 (3))."""
    if not somebody_is_protected(measure.case_id):
        return None
    theirs = Address.objects.filter(person__in=[party.person_id for party in parties(measure.case)], valid_to=None)
    return [*areas_of(measure.municipality_id), *(told for one in theirs for told in (*one.lines, one.place))]


def names_of_family(measure: Measure) -> list[str]:
    """Whom the coordinator shall not read about (bvl § 13-1)."""
    return [party.person.name for party in parties(measure.case)]
