"""A place that becomes free is told to whoever is responsible for the first in line, the same moment, and to nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.decisions.tests.family import EMIL, family
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.actions import Called
from oppvekst.domain.measures.models import Evaluation, HelpPlace, Offer
from oppvekst.domain.measures.rules.offers import LEFT
from oppvekst.domain.measures.tests.offering import AT, RANDI, TODAY, offered, provider, said
from oppvekst.domain.measures.tests.test_actions import looked, running
from oppvekst.domain.people.actions import Details
from oppvekst.ground.agenda.models import Item
from tests.world import World

LATER = AT + timedelta(hours=1)


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


def olas(world: World) -> UUID:
    """A child at Ola's, that Kari does not see."""
    with world.as_("Ola Brandvold") as ola:
        return cases.open_case(Details(given_name="Jon", family_name="Vik"), by=ola, at=AT).id


def wait(world: World, who: str, case_id: UUID, offer: Offer, *, at: datetime = AT) -> HelpPlace:
    with world.as_(who) as she:
        return actions.wait_for_place(case_id, offer.id, on=TODAY, by=she, at=at)


def told(world: World, name: str) -> list[UUID]:
    """Whose free place stands open on this person's agenda."""
    with world.as_(name):
        return list(Item.objects.filter(rule="place-free", open=True).values_list("subject", flat=True))


def test_help_that_ends_frees_its_place_for_the_first_in_line_and_only_she_is_told(world: World, emil: UUID) -> None:
    pmto, nora = offered(world, provider(world)), family(world, replace(EMIL, given_name="Nora"))
    measure = running(world, emil)
    with world.as_("Kari Nesheim") as kari:
        actions.take_place(emil, pmto.id, Called(on=TODAY, measure_id=measure.id), by=kari, at=AT)
    first = wait(world, "Ola Brandvold", olas(world), pmto)
    second = wait(world, "Kari Nesheim", nora, pmto, at=LATER)
    assert told(world, "Ola Brandvold") == told(world, "Kari Nesheim") == []
    with world.as_("Kari Nesheim") as kari:
        ended = looked(Evaluation.Outcome.END, TODAY, end_words="Målene er nådd.")
        actions.evaluate(measure.id, ended, by=kari, at=AT)
        assert HelpPlace.objects.get(measure=measure).state == LEFT
    assert (told(world, "Ola Brandvold"), told(world, "Kari Nesheim")) == ([first.id], [])
    with world.as_("Ola Brandvold") as ola:
        assert Item.objects.get(subject=first.id).assignee == ola.person
        actions.leave_place(first.id, on=TODAY, words="De vil ikke.", by=ola, at=AT)
    assert (told(world, "Ola Brandvold"), told(world, "Kari Nesheim")) == ([], [second.id])
    with world.as_("Kari Nesheim") as kari:
        actions.take_place(nora, pmto.id, Called(on=TODAY), by=kari, at=AT)
    assert told(world, "Kari Nesheim") == []


def test_more_places_are_told_to_as_many_as_there_are_and_taken_back_when_they_are_filled(
    world: World, emil: UUID
) -> None:
    team = provider(world)
    pmto = offered(world, team, capacity=0)
    mine = wait(world, "Kari Nesheim", emil, pmto)
    his = wait(world, "Ola Brandvold", olas(world), pmto, at=LATER)
    for capacity, others, kari_is, ola_is in ((1, 0, [mine.id], []), (2, 0, [mine.id], [his.id]), (2, 2, [], [])):
        with world.as_(RANDI) as randi:
            actions.keep_offer(said(team, capacity=capacity, others=others), offer_id=pmto.id, by=randi, at=AT)
        assert (told(world, "Kari Nesheim"), told(world, "Ola Brandvold")) == (kari_is, ola_is)
