"""What can be done, by whom, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oppvekst.domain.cases.actions import open_case
from oppvekst.domain.meetings.actions import end_meeting, open_meeting
from oppvekst.domain.meetings.queries import of_case
from oppvekst.domain.people.actions import Details
from oppvekst.law.refusals import Incomplete, NotFound
from tests.world import World

NOON = datetime(2026, 11, 4, 11, 0, tzinfo=UTC)


def test_it_is_opened_and_ended_by_the_one_who_has_the_case(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        case = open_case(Details(given_name="Ida", family_name="Nes"), by=kari, at=NOON)
        meeting = open_meeting(case.id, by=kari, at=NOON)
        end_meeting(meeting.id, reasons="Ferdig.", by=kari, at=NOON)
        assert [each.state for each in of_case(case.id)] == ["ended"]


def test_it_is_not_ended_without_reasons(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        case = open_case(Details(given_name="Ida", family_name="Nes"), by=kari, at=NOON)
        meeting = open_meeting(case.id, by=kari, at=NOON)
        with pytest.raises(Incomplete):
            end_meeting(meeting.id, reasons=" ", by=kari, at=NOON)


def test_a_colleague_without_the_case_does_not_find_it(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        case = open_case(Details(given_name="Ida", family_name="Nes"), by=kari, at=NOON)
        meeting = open_meeting(case.id, by=kari, at=NOON)
    with world.as_("Ola Brandvold") as ola, pytest.raises(NotFound):
        end_meeting(meeting.id, reasons="Nysgjerrig.", by=ola, at=NOON)
