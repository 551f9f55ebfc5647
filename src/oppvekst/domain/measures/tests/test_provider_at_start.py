"""Help from a provider in the catalogue begins only while the agreement, the price and the certificate stand that very day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from oppvekst.domain.decisions.tests.family import family
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.actions import Called
from oppvekst.domain.measures.models import Agreement, Measure, WorkerCertificate
from oppvekst.domain.measures.queries import get_measure
from oppvekst.domain.measures.rules import DECIDED, RUNNING
from oppvekst.domain.measures.rules.providers import Whose
from oppvekst.domain.measures.tests.offering import AT, RANDI, TODAY, offered, provider, shown, terms
from oppvekst.domain.measures.tests.test_actions import decided
from oppvekst.law.refusals import NotAllowed
from tests.world import World

FFT = actions.Help(category="3.3", ends_on=date(2027, 6, 30))


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


def placed(world: World, case_id: UUID) -> tuple[Measure, Agreement, WorkerCertificate]:
    """Decided help with the last place of the agreement, with Anja, who has shown her certificate."""
    steady, measure = provider(world, "Trygg Vei AS", Whose.PRIVATE), decided(world, case_id, FFT)
    offer = offered(world, steady, name="FFT", category="3.3", age_to=None)
    with world.as_(RANDI) as randi:
        agreement = actions.keep_agreement(steady.id, terms(capacity=1), by=randi, at=AT)
        anja = actions.note_certificate(steady.id, shown(), by=randi, at=AT)
    with world.as_("Kari Nesheim") as kari:
        called = Called(on=TODAY, worker_id=anja.id, measure_id=measure.id)
        actions.take_place(case_id, offer.id, called, by=kari, at=AT)
    return measure, agreement, anja


def start(world: World, measure: Measure, *, ticked: bool = True) -> str:
    with world.as_("Kari Nesheim") as kari:
        lacks = () if ticked else ("Ikke krysset av.",)
        actions.start(measure.id, on=TODAY, provider_lacks=lacks, by=kari, at=AT)
        return get_measure(measure.id).state


def test_the_catalogue_answers_whatever_is_ticked_and_its_own_last_place_stops_nobody(world: World, emil: UUID) -> None:
    measure, _agreement, _anja = placed(world, emil)
    assert start(world, measure, ticked=False) == RUNNING


def test_who_left_and_an_agreement_that_ended_since_the_place_was_taken_stop_the_start(
    world: World, emil: UUID
) -> None:
    measure, agreement, anja = placed(world, emil)
    with world.as_(RANDI) as randi:
        actions.end_certificate(anja.id, shredded=True, by=randi, at=AT)
        ended = terms(capacity=1, valid_to=date(2026, 11, 23))
        actions.keep_agreement(agreement.provider_id, ended, agreement_id=agreement.id, by=randi, at=AT)
    with pytest.raises(NotAllowed) as stopped:
        start(world, measure)
    assert stopped.value.because == ("provider",)
    assert "ingen rammeavtale som gjelder den dagen" in stopped.value.sentence
    assert "Ingen hos leverandøren har vist barneomsorgsattest" in stopped.value.sentence
    with world.as_("Kari Nesheim"):
        assert get_measure(measure.id).state == DECIDED


def test_an_agreement_that_no_longer_says_what_it_costs_stops_the_start(world: World, emil: UUID) -> None:
    measure, agreement, _anja = placed(world, emil)
    with world.as_(RANDI) as randi:
        unpriced = terms(capacity=1, prices="")
        actions.keep_agreement(agreement.provider_id, unpriced, agreement_id=agreement.id, by=randi, at=AT)
    with pytest.raises(NotAllowed, match="hva hjelpen koster"):
        start(world, measure)


def test_of_a_provider_outside_the_catalogue_somebody_says_that_it_is_in_order(world: World, emil: UUID) -> None:
    measure = decided(world, emil, FFT)
    with pytest.raises(NotAllowed, match=r"Ikke krysset av\."):
        start(world, measure, ticked=False)
    assert start(world, measure) == RUNNING
