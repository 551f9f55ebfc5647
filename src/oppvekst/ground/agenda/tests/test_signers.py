"""A night with nobody who may sign is told of before it comes."""

from __future__ import annotations

from datetime import date

import pytest

from oppvekst.ground.access.models import Duty
from oppvekst.ground.access.service import appoint
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.signers import RULE, Gap, first_gap, warn
from oppvekst.ground.agenda.worklist import worklist
from tests.world import LONG_AGO, SOLVIK, World

TODAY = date(2026, 12, 1)
CHRISTMAS_EVE, DAY_BEFORE = date(2026, 12, 24), date(2026, 12, 23)


def leave(until: date | None) -> None:
    """The leader's and the deputy's appointments both end on this day."""
    Duty.objects.filter(role__name__in=("leader", "deputy"), municipality=SOLVIK).update(valid_to=until)


def told(world: World) -> list[tuple[str, date | None]]:
    with world.by_clock():
        warn(today=TODAY)
    with world.as_("Tone Vik") as tone:
        assert not worklist(tone).filter(rule=RULE).exists()
    found = Item.objects.filter(rule=RULE, municipality=SOLVIK, open=True)
    return list(found.values_list("title", "due"))


def test_while_somebody_may_sign_every_day_nothing_is_said(world: World) -> None:
    assert told(world) == []


def test_a_gap_is_on_the_agenda_until_somebody_is_appointed(world: World) -> None:
    leave(DAY_BEFORE)
    ((title, due),) = told(world)
    assert title.startswith("Oppnevn en som kan ta akuttvedtak fra torsdag 24. desember 2026")
    assert due == DAY_BEFORE
    assert told(world) == [(title, due)]
    appoint(world.staff["Tone Vik"], "deputy", municipality=world.solvik, since=CHRISTMAS_EVE, decision="Kommunestyret")
    assert told(world) == []


def test_holidays_between_two_appointments_are_a_gap_of_their_own(world: World) -> None:
    leave(DAY_BEFORE)
    appoint(world.staff["Tone Vik"], "leader", municipality=world.solvik, since=date(2026, 12, 28))
    ((title, _due),) = told(world)
    assert "til søndag 27. desember 2026" in title


@pytest.mark.parametrize(
    ("appointed", "gap"),
    [
        ([], Gap(TODAY, None)),
        ([(LONG_AGO, TODAY)], Gap(date(2026, 12, 2), None)),
        ([(LONG_AGO, date(2027, 6, 1))], None),
        ([(LONG_AGO, DAY_BEFORE), (LONG_AGO, date(2026, 12, 20)), (CHRISTMAS_EVE, None)], None),
    ],
)
def test_days_that_nobody_covers(appointed: list[tuple[date, date | None]], gap: Gap | None) -> None:
    assert first_gap(appointed, today=TODAY) == gap
