"""Emil's guidance (PMTO) from the decision to the day it ended because it worked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.rules.consent import Form, Said
from oppvekst.domain.decisions.tests.family import MONDAY, family, signed
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Evaluation, Goal, GoalSeen, Measure
from oppvekst.domain.measures.queries import evaluation_due, get_measure, goals_of
from oppvekst.domain.measures.rules import DECIDED, ENDED, EXPIRED, RUNNING, Ordered
from oppvekst.ground.agenda.models import Item
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import World

STARTED = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
FIRST, SECOND = datetime(2026, 9, 1, 12, 0, tzinfo=UTC), datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
PMTO = actions.Help(category="3.2", ends_on=date(2026, 12, 31))


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


def decided(world: World, case_id: UUID, wanted: actions.Help = PMTO) -> Measure:
    decision = signed(world, case_id, terms=decisions.Terms(kind=Kind.MEASURE, category=wanted.category))
    with world.as_("Kari Nesheim") as kari:
        measure = actions.open_measure(case_id, wanted, by=kari, at=MONDAY)
        actions.set_goal(measure.id, "Rolige morgener", "Alle er ute av døra til åtte.", by=kari, at=MONDAY)
        actions.write_plan(measure.id, actions.Written(content="PMTO hver uke."), by=kari, at=MONDAY)
        actions.ask_consent(measure.id, by=kari, at=MONDAY)
        actions.decide(measure.id, decision.id, by=kari, at=MONDAY)
    return measure


def running(world: World, case_id: UUID, wanted: actions.Help = PMTO) -> Measure:
    measure = decided(world, case_id, wanted)
    with world.as_("Kari Nesheim") as kari:
        actions.start(measure.id, on=date(2026, 6, 1), by=kari, at=STARTED)
        return get_measure(measure.id)


def looked(outcome: Evaluation.Outcome, on: date, **more: object) -> actions.Looked:
    said = {
        "works": "Morgenene er bedre.", "new_needs": "Nei.", "care_grounds": "Nei.", "child_heard": True, "parents_heard": True,
    }  # fmt: skip
    return actions.Looked(on=on, outcome=outcome, **(said | more))  # type: ignore[arg-type]


def test_help_that_works_is_looked_at_twice_and_ends_with_their_agreement(world: World, emil: UUID) -> None:
    measure = running(world, emil)
    with world.as_("Kari Nesheim") as kari:
        (goal,) = goals_of(measure.id)
        assert Item.objects.get(subject=measure.id, rule="D22").due == date(2026, 9, 1)
        seen = [actions.Seen(goal.id, GoalSeen.Stand.MUCH, "Bare to ganger denne måneden.")]
        actions.evaluate(measure.id, looked(Evaluation.Outcome.CONTINUE, FIRST.date()), seen, by=kari, at=FIRST)
        assert Item.objects.get(subject=measure.id, rule="D22").due == date(2026, 12, 1)
        actions.close_goal(goal.id, Goal.State.MET, "", by=kari, at=SECOND)
        ended = looked(Evaluation.Outcome.END, SECOND.date(), end_words="Målene er nådd.")
        actions.evaluate(measure.id, ended, by=kari, at=SECOND)
        assert (get_measure(measure.id).state, get_measure(measure.id).ended_on) == (ENDED, date(2026, 12, 1))
        assert not Item.objects.filter(subject=measure.id, open=True).exists()


def test_no_help_is_decided_without_a_plan_with_a_goal(world: World, emil: UUID) -> None:
    decision = signed(world, emil)
    with world.as_("Kari Nesheim") as kari:
        measure = actions.open_measure(emil, actions.Help(category="3.9"), by=kari, at=MONDAY)
        actions.ask_consent(measure.id, by=kari, at=MONDAY)
        with pytest.raises(Incomplete) as stopped:
            actions.decide(measure.id, decision.id, by=kari, at=MONDAY)
    assert {"goals", "ends_on"} == stopped.value.fields.keys()


def test_a_code_that_is_retired_is_refused_by_its_date(world: World, emil: UUID) -> None:
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match=r"8\.2"):
        actions.open_measure(emil, actions.Help(category="8.2"), by=kari, at=MONDAY)


def test_help_can_not_be_ended_against_a_wish_without_a_decision(world: World, emil: UUID) -> None:
    measure = running(world, emil)
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match="enkeltvedtak"):
        wanted = looked(Evaluation.Outcome.END, FIRST.date(), against_wish=True)
        actions.evaluate(measure.id, wanted, by=kari, at=FIRST)
    assert Measure.objects.get(id=measure.id).state == RUNNING
    assert not Evaluation.objects.exists()


def test_help_does_not_start_or_go_on_when_a_yes_is_taken_back(world: World, emil: UUID) -> None:
    measure = decided(world, emil)
    with world.as_("Kari Nesheim") as kari:
        text = ConsentText.objects.get()
        lise = Party.objects.get(case_id=emil, person__given_name="Lise").person_id
        back = decisions.Answered(said=Said.WITHDRAWN, form=Form.ORAL, said_at=STARTED)
        yes = decisions.Answered(said=Said.YES, form=Form.ORAL, said_at=STARTED, told="At det er frivillig.")
        decisions.withdraw_consent(text.id, lise, back, by=kari, at=STARTED)
        with pytest.raises(NotAllowed, match="ikke alle som må, har samtykket"):
            actions.start(measure.id, on=date(2026, 6, 1), by=kari, at=STARTED)
        decisions.record_answer(text.id, lise, yes, by=kari, at=STARTED)
        actions.start(measure.id, on=date(2026, 6, 1), by=kari, at=STARTED)
        actions.suspend(measure.id, by=kari, at=FIRST)
        decisions.withdraw_consent(text.id, lise, replace(back, said_at=FIRST), by=kari, at=FIRST)
        with pytest.raises(NotAllowed, match="ikke alle som må, har samtykket"):
            actions.resume(measure.id, by=kari, at=FIRST)


def test_a_withdrawn_consent_ends_voluntary_help_that_minute(world: World, emil: UUID) -> None:
    measure = running(world, emil)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(NotAllowed, match="ingen har trukket det"):
            actions.withdraw(measure.id, words="Lise vil ikke mer.", by=kari, at=FIRST)
        text, lise = ConsentText.objects.get(), Party.objects.get(case_id=emil, person__given_name="Lise").person_id
        back = decisions.Answered(said=Said.WITHDRAWN, form=Form.ORAL, said_at=FIRST)
        decisions.withdraw_consent(text.id, lise, back, by=kari, at=FIRST)
        actions.withdraw(measure.id, words="Lise vil ikke mer.", by=kari, at=FIRST)
        assert get_measure(measure.id).ended_on == FIRST.date()


def test_an_order_ends_by_itself_after_its_year_and_nobody_prolongs_it_in_silence(world: World, emil: UUID) -> None:
    measure = running(world, emil, actions.Help(category="5.4", ends_on=date(2028, 1, 1)))
    Measure.objects.filter(id=measure.id).update(by_order=True, ordered=Ordered.DRUG_TEST, ordered_on=date(2026, 6, 1))
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(NotAllowed, match="Siste dag er ikke passert"):
            actions.expire(measure.id, by=kari, at=SECOND)
        actions.expire(measure.id, by=kari, at=datetime(2027, 6, 2, 8, 0, tzinfo=UTC))
        after = get_measure(measure.id)
        assert (after.state, after.ended_on, evaluation_due(after)) == (EXPIRED, date(2027, 6, 1), None)


def test_ola_finds_nothing(world: World, emil: UUID) -> None:
    measure = decided(world, emil)
    with world.as_("Ola Brandvold") as ola:
        with pytest.raises(NotFound):
            get_measure(measure.id)
        with pytest.raises(NotFound):
            actions.start(measure.id, on=date(2026, 6, 1), by=ola, at=STARTED)
    assert Measure.objects.get(id=measure.id).state == DECIDED
