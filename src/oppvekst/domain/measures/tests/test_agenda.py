"""Help past its evaluation, its end, an order's longest time or its consent stands on the right agenda, the same day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.rules.consent import Form, Kind, Said
from oppvekst.domain.decisions.tests.family import MONDAY, family
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import get_measure
from oppvekst.domain.measures.rules import Ordered
from oppvekst.domain.measures.tests.at_desk import at
from oppvekst.domain.measures.tests.test_actions import FIRST, STARTED, running
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item
from tests.world import World


@pytest.fixture
def case(world: World) -> UUID:
    return family(world)


def open_items(world: World, name: str) -> set[tuple[str, date | None]]:
    """What this person sees on the agenda about help."""
    with world.as_(name):
        found = Item.objects.filter(subject_kind="measure", open=True)
        return set(found.values_list("rule", "due"))


def only_karis(world: World, *wanted: tuple[str, date]) -> None:
    assert open_items(world, "Kari Nesheim") == set(wanted)
    assert open_items(world, "Ola Brandvold") == set()
    with world.as_("Kari Nesheim"):
        assert {item.assignee for item in Item.objects.filter(subject_kind="measure")} == {
            world.staff["Kari Nesheim"].id
        }


def take_back(case: UUID, name: str, *, by: Actor) -> None:
    """One of the parents takes the yes back, and the face lets the help know."""
    text = ConsentText.objects.get(case_id=case)
    who = Party.objects.get(case_id=case, person__given_name=name).person_id
    back = decisions.Answered(said=Said.WITHDRAWN, form=Form.ORAL, said_at=FIRST)
    decisions.withdraw_consent(text.id, who, back, by=by, at=FIRST)
    actions.answers_changed(text.id, by=by, at=FIRST)


def test_the_day_to_look_again_and_the_last_day_are_the_responsible_s_and_nobody_else_s(
    world: World, case: UUID
) -> None:
    running(world, case)
    only_karis(world, ("D22", date(2026, 9, 1)), ("ends", date(2026, 12, 31)))


def test_an_order_s_longest_time_is_there_from_the_day_it_is_written_in(world: World, case: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        measure = actions.open_measure(case, actions.Help(category="5.2"), by=kari, at=MONDAY)
        actions.set_goal(measure.id, "Trygt hjemme", "Tilsynet ser at det er ryddig.", by=kari, at=MONDAY)
        order = actions.Order(what=Ordered.SUPERVISED_HOME, on=MONDAY.date(), reference="26-1")
        actions.decide_by_order(measure.id, order, by=kari, at=MONDAY)
    only_karis(world, ("D27", date(2027, 5, 4)))


def test_help_without_its_consent_is_there_the_same_day_with_what_can_be_done(world: World, case: UUID) -> None:
    measure = running(world, case)
    with world.as_("Kari Nesheim") as kari:
        take_back(case, "Lise", by=kari)
        item = Item.objects.get(subject=measure.id, rule="consent-fell")
        assert (item.due, item.open) == (FIRST.date(), True)
        assert [step for step in item.steps if "§ 3-4 (1) a" in step]
        assert [step for step in item.steps if "Tilby annen hjelp" in step]
        assert [step for step in item.steps if "Ingenting mer" in step]
        assert get_measure(measure.id).state == "running"
    only_karis(world, ("D22", date(2026, 9, 1)), ("ends", date(2026, 12, 31)), ("consent-fell", date(2026, 9, 1)))
    with world.as_("Kari Nesheim") as kari:
        actions.withdraw(measure.id, words="De vil klare seg selv.", by=kari, at=FIRST)
    only_karis(world)


def test_a_new_yes_takes_it_off_the_agenda(world: World, case: UUID) -> None:
    measure = running(world, case)
    with world.as_("Kari Nesheim") as kari:
        take_back(case, "Lise", by=kari)
        text = ConsentText.objects.get(case_id=case)
        lise = Party.objects.get(case_id=case, person__given_name="Lise").person_id
        later = at("2026-09-02 09:00")
        yes = decisions.Answered(said=Said.YES, form=Form.WRITTEN, said_at=later, told="At det er frivillig.")
        decisions.record_answer(text.id, lise, yes, by=kari, at=later)
        actions.answers_changed(text.id, by=kari, at=later)
        assert Measure.objects.get(id=measure.id).consent_fell_at is None
        assert not Item.objects.filter(subject=measure.id, rule="consent-fell", open=True).exists()


def test_help_that_another_decision_gives_is_not_touched(world: World, case: UUID) -> None:
    measure = running(world, case)
    with world.as_("Kari Nesheim") as kari:
        asked = decisions.Asked(kind=Kind.SHARING, body="Barnehagen kan snakke med oss.")
        text = decisions.ask_consent(case, asked, by=kari, at=STARTED)
        actions.answers_changed(text.id, by=kari, at=STARTED)
        assert Measure.objects.get(id=measure.id).consent_fell_at is None
