"""What the child wanted of a meeting and whether it came stands among its words in the case, and the meeting on the timeline."""

from __future__ import annotations

from typing import Any

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.meetings import actions
from oppvekst.domain.people.actions import Details
from tests.desk import TUESDAY, opened_desk, words
from tests.world import World


def test_the_childs_wish_and_that_it_came_for_a_little_are_told_where_its_voice_is(
    world: World, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened_desk(world, settings, monkeypatch)("Kari Nesheim")
    with world.as_("Kari Nesheim") as kari:
        case = cases.open_case(Details(given_name="Tuva", family_name="Lind"), by=kari, at=TUESDAY)
        group = actions.begin_group(case.id, "cooperation", by=kari, at=TUESDAY)
        child = actions.add_member(
            group.id, actions.Joining(person_id=case.child_id, name=case.child.name), by=kari, at=TUESDAY
        )
        when = actions.When(starts_at=TUESDAY, ends_at=TUESDAY.replace(hour=10), place="Rådhuset")
        meeting = actions.plan_meeting(group.id, when, by=kari, at=TUESDAY)
    voice, line = f"/saker/{case.id}/barnets-stemme/", f"/saker/{case.id}/tidslinje/"
    assert "Spør barnet hva det vil ta opp og om det vil komme" in words(desk.see(voice))
    assert "Samarbeidsmøte holdt" not in words(desk.see(line))
    with world.as_("Kari Nesheim") as kari:
        told = {"comes": "part", "words": "Jeg vil bytte buss.", "asked_on": TUESDAY.date()}
        actions.ask_child(meeting.id, **told, by=kari, at=TUESDAY)
        actions.invite(meeting.id, by=kari, at=TUESDAY)
        actions.hold(meeting.id, {child.id}, by=kari, at=TUESDAY)
    told_now = words(desk.see(voice))
    assert "Spør barnet hva det vil ta opp" not in told_now
    for said in ("Samarbeidsmøte", "Jeg vil bytte buss.", "Vil være med litt", "Var med litt"):
        assert said in told_now
    assert "Samarbeidsmøte holdt. Barnet var med" in words(desk.see(line))
