"""No to an individual plan is a decision: with reasons, signed, appealable to the county governor within three weeks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from oppvekst.domain.decisions.actions import Terms
from oppvekst.domain.decisions.queries.sending import road
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.rules.reaching import Road, appeal_limit
from oppvekst.domain.decisions.tests.family import MONDAY, family, signed
from oppvekst.domain.meetings import actions as meetings
from oppvekst.domain.meetings.queries import individual_plan
from oppvekst.ground.agenda.models import Item
from oppvekst.law.refusals import NotAllowed
from tests.desk import opened_desk, words
from tests.world import World

NO = Terms(kind=Kind.PLAN_REFUSED)


def test_whoever_asks_for_a_plan_waits_a_month_at_most_and_no_is_said_in_a_signed_decision(world: World) -> None:
    emil = family(world)
    with world.as_("Kari Nesheim") as kari:
        plan = meetings.begin_plan(emil, wished_on=MONDAY.date(), by=kari, at=MONDAY)
        waits = Item.objects.get(subject=plan.id)
        assert (waits.rule, waits.due, waits.assignee, waits.open) == (
            "fvl-11a-plan",
            date(2026, 6, 4),
            kari.person,
            True,
        )
    decision = signed(world, emil, terms=NO)
    assert decision.content is not None
    assert decision.content["bases"] == ["barnevernsloven § 15-9"]
    assert {"facts", "assessment", "child", "best_interests"} <= {one["key"] for one in decision.content["sections"]}
    assert road(decision) is Road.GOVERNOR
    assert appeal_limit(Road.GOVERNOR).due(date(2026, 5, 11)).due == date(2026, 6, 1)
    with world.as_("Kari Nesheim"):
        said = individual_plan(emil)
        assert said is not None
        assert (said.refused_on, said.refused_in, said.ended_on) == (MONDAY.date(), decision.id, MONDAY.date())
        assert not Item.objects.get(subject=plan.id).open


def test_nothing_is_refused_that_nobody_has_asked_for(world: World) -> None:
    with pytest.raises(NotAllowed, match="ingen individuell plan"):
        signed(world, family(world), terms=NO)


def test_the_page_of_the_plan_leads_to_the_decision_that_says_no(
    world: World, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    emil, kari = family(world), opened_desk(world, settings, monkeypatch)("Kari Nesheim")
    no = f"/saker/{emil}/vedtak/nytt/individuell-plan-avslag/"
    assert "Ingen har bedt om en individuell plan" in words(kari.see(no))
    assert no not in kari.see(f"/saker/{emil}/vedtak/nytt/")
    kari.send(f"/saker/{emil}/individuell-plan/onsket/", wished_on="23.11.2026")
    assert no in kari.see(f"/saker/{emil}/individuell-plan/")
    assert no in kari.see(f"/saker/{emil}/vedtak/nytt/")
    kari.see(no)
