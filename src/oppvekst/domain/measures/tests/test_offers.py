"""The catalogue as it is kept, and a child's place in it: the last place is one child's, and nobody begins unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions.tests.family import EMIL, family
from oppvekst.domain.measures import actions, queries
from oppvekst.domain.measures.actions import Called
from oppvekst.domain.measures.models import HelpPlace, Offer
from oppvekst.domain.measures.queries import Wanted
from oppvekst.domain.measures.rules.offers import HAS, LEFT, WAITS
from oppvekst.domain.measures.rules.providers import Kind, Whose
from oppvekst.domain.measures.tests.offering import AT, RANDI, TODAY, offered, provider, said, shown, terms
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item, Queue
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import SOLVIK, World

TODAY_ON = Called(on=TODAY)


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


@pytest.fixture
def nora(world: World) -> UUID:
    return family(world, replace(EMIL, given_name="Nora"))


def take(world: World, case_id: UUID, offer: Offer, called: Called = TODAY_ON) -> HelpPlace:
    with world.as_("Kari Nesheim") as kari:
        return actions.take_place(case_id, offer.id, called, by=kari, at=AT)


def wait(world: World, case_id: UUID, offer: Offer) -> HelpPlace:
    with world.as_("Kari Nesheim") as kari:
        return actions.wait_for_place(case_id, offer.id, on=TODAY, by=kari, at=AT)


def read(world: World, offer: Offer) -> Offer:
    with world.as_("Kari Nesheim") as kari:
        return queries.get_offer(offer.id, by=kari)


def test_the_last_place_is_one_childs_and_the_other_is_told_and_may_wait(world: World, emil: UUID, nora: UUID) -> None:
    pmto = offered(world, provider(world))
    assert take(world, emil, pmto).state == HAS
    with pytest.raises(NotAllowed, match="Den siste plassen er tatt"):
        take(world, nora, pmto)
    assert wait(world, nora, pmto).state == WAITS
    now = read(world, pmto)
    assert (now.taken, now.waiting, now.free) == (1, 1, 0)


def test_two_who_both_saw_the_place_do_not_both_get_it(world: World, emil: UUID, nora: UUID) -> None:
    """What the second sees was true a moment ago: the database counts, and says no."""
    pmto = offered(world, provider(world))
    take(world, emil, pmto)
    with world.as_("Kari Nesheim") as kari:
        row = {"municipality_id": SOLVIK, "offer": pmto, "state": HAS, "asked_on": TODAY, "placed_on": TODAY}
        noted: dict[str, Any] = {"noted_by": kari.person, "noted_by_name": kari.name, "noted_at": AT}
        with pytest.raises(IntegrityError, match="catalogue_offer_never_over"), transaction.atomic():
            HelpPlace.objects.create(case_id=nora, **row, **noted)
    assert read(world, pmto).taken == 1


def test_who_leaves_makes_room_and_who_waited_can_take_it(world: World, emil: UUID, nora: UUID) -> None:
    pmto = offered(world, provider(world))
    had, waited = take(world, emil, pmto), wait(world, nora, pmto)
    with world.as_("Kari Nesheim") as kari:
        actions.leave_place(had.id, on=TODAY, words="Målene er nådd.", by=kari, at=AT)
    assert (read(world, pmto).free, read(world, pmto).waiting) == (1, 1)
    assert take(world, nora, pmto).id == waited.id
    assert (read(world, pmto).free, read(world, pmto).waiting) == (0, 0)
    with world.as_("Kari Nesheim"):
        assert [one.state for one in queries.places_of(emil)] == [LEFT]


def test_before_those_who_wait_one_goes_only_with_a_reason(world: World, emil: UUID, nora: UUID) -> None:
    pmto = offered(world, provider(world), capacity=2)
    wait(world, nora, pmto)
    with pytest.raises(Incomplete) as stopped:
        take(world, emil, pmto)
    assert stopped.value.fields == {
        "before_others": "Ett annet barn venter på plass her. Skriv hvorfor dette barnet får plassen nå."
    }
    place = take(world, emil, pmto, Called(on=TODAY, before_others="Det haster: mor er innlagt."))
    assert place.before_others == "Det haster: mor er innlagt."


def test_a_child_has_one_place_in_an_offer_and_not_two(world: World, emil: UUID) -> None:
    pmto = offered(world, provider(world), capacity=5)
    take(world, emil, pmto)
    with pytest.raises(NotAllowed, match="har plass i dette tilbudet fra før"):
        take(world, emil, pmto)


def test_a_private_provider_is_called_off_with_an_agreement_and_somebody_who_has_shown_a_certificate(
    world: World, emil: UUID
) -> None:
    steady = provider(world, "Trygg Vei AS", Whose.PRIVATE)
    fft = offered(world, steady, name="FFT", category="3.3", age_to=None, capacity=4)
    with pytest.raises(Incomplete) as stopped:
        take(world, emil, fft)
    assert set(stopped.value.fields) == {"agreement", "worker"}
    with world.as_(RANDI) as randi:
        agreement = actions.keep_agreement(steady.id, terms(capacity=1), by=randi, at=AT)
        anja = actions.note_certificate(steady.id, shown(), by=randi, at=AT)
    place = take(world, emil, fft, Called(on=TODAY, worker_id=anja.id))
    assert (place.agreement_id, place.worker_id) == (agreement.id, anja.id)
    with world.as_(RANDI) as randi:
        assert queries.get_agreement(agreement.id, by=randi).taken == 1


def test_who_has_left_the_task_begins_nowhere(world: World, emil: UUID) -> None:
    steady = provider(world, "Trygg Vei AS", Whose.PRIVATE)
    fft = offered(world, steady, name="FFT", category="3.3", age_to=None)
    with world.as_(RANDI) as randi:
        actions.keep_agreement(steady.id, terms(), by=randi, at=AT)
        anja = actions.note_certificate(steady.id, shown(), by=randi, at=AT)
        with pytest.raises(Incomplete, match="makuleres"):
            actions.end_certificate(anja.id, shredded=False, by=randi, at=AT)
        actions.end_certificate(anja.id, shredded=True, by=randi, at=AT)
    with pytest.raises(Incomplete, match="har ikke oppdrag"):
        take(world, emil, fft, Called(on=TODAY, worker_id=anja.id))


def test_a_child_sleeps_at_nobodys_who_has_shown_the_lesser_certificate(world: World, emil: UUID) -> None:
    team = provider(world)
    home = offered(world, team, name="Besøkshjem", category="4.5")
    with world.as_(RANDI) as randi:
        lesser = actions.note_certificate(team.id, shown(), by=randi, at=AT)
        whole = actions.note_certificate(team.id, shown(worker_name="Tor", kind=Kind.EXTENDED), by=randi, at=AT)
    with pytest.raises(Incomplete, match="uttømmende og utvidet"):
        take(world, emil, home, Called(on=TODAY, worker_id=lesser.id))
    assert take(world, emil, home, Called(on=TODAY, worker_id=whole.id)).state == HAS


def test_the_day_to_choose_what_comes_after_an_agreement_stands_on_the_coordinators_agenda(world: World) -> None:
    steady = provider(world, "Trygg Vei AS", Whose.PRIVATE)
    with world.as_(RANDI) as randi:
        agreement = actions.keep_agreement(steady.id, terms(), by=randi, at=AT)
        item = Item.objects.get(subject=agreement.id, open=True)
        assert (item.due, item.queue, item.case_id) == (date(2026, 11, 30), Queue.HOMES, None)
        actions.use_option(agreement.id, by=randi, at=AT)
        assert Item.objects.get(subject=agreement.id).due == date(2027, 11, 30)
        with pytest.raises(NotAllowed, match="ingen opsjon igjen"):
            actions.use_option(agreement.id, by=randi, at=AT)
        actions.close_agreement(agreement.id, "Lyst ut på nytt.", by=randi, at=AT)
        assert not Item.objects.filter(subject=agreement.id, open=True).exists()
    with world.as_("Marit Solheim"):
        assert Item.objects.filter(subject=agreement.id).exists()
    with world.as_("Kari Nesheim"):
        assert not Item.objects.filter(subject=agreement.id).exists()


def test_nothing_is_deleted_and_what_is_taken_out_is_read_on(world: World, emil: UUID) -> None:
    pmto = offered(world, provider(world))
    take(world, emil, pmto)
    with world.as_(RANDI) as randi:
        left = actions.retire_offer(pmto.id, on=TODAY, by=randi, at=AT)
        assert (left.has, left.waits) == (1, 0)
        gone = date(2026, 11, 25)
        assert not queries.catalogue(randi, queries.Chosen(), today=gone)
        assert [one.id for one in queries.catalogue(randi, queries.Chosen(ended=True), today=gone)] == [pmto.id]
    with world.as_(RANDI), pytest.raises(ProgrammingError), transaction.atomic():
        Offer.objects.filter(id=pmto.id).delete()


def test_a_retired_code_takes_no_new_offer(world: World) -> None:
    with pytest.raises(Incomplete) as stopped:
        offered(world, provider(world), category="8.2")
    assert "Koden 8.2 gjelder ikke lenger" in stopped.value.fields["category"]


def test_two_who_change_an_offer_at_once_do_not_overwrite_each_other(world: World) -> None:
    team = provider(world)
    pmto = offered(world, team)
    with world.as_("Marit Solheim") as marit:
        later = AT.replace(hour=9)
        actions.keep_offer(said(team, price="Gratis"), by=marit, at=later, offer_id=pmto.id, seen=pmto.changed_at)
    with world.as_(RANDI) as randi, pytest.raises(NotAllowed, match="Marit Solheim har endret tilbudet"):
        actions.keep_offer(said(team, price="100 kr"), by=randi, at=later, offer_id=pmto.id, seen=pmto.changed_at)


def test_places_are_not_made_fewer_than_the_children_who_have_one(world: World, emil: UUID) -> None:
    team = provider(world)
    pmto = offered(world, team, capacity=2)
    take(world, emil, pmto)
    with world.as_(RANDI) as randi, pytest.raises(Incomplete) as stopped:
        actions.keep_offer(said(team, capacity=0), by=randi, at=AT, offer_id=pmto.id)
    assert "1 barn har plass nå" in stopped.value.fields["capacity"]


@pytest.mark.parametrize("name", ["Kari Nesheim", "Tone Vik"])
def test_who_works_with_cases_reads_the_catalogue_and_writes_nothing_in_it(world: World, name: str) -> None:
    team = provider(world)
    pmto = offered(world, team)
    with world.as_(name) as worker:
        assert queries.get_offer(pmto.id, by=worker).name == "PMTO"
        with pytest.raises(NotAllowed):
            actions.keep_offer(said(team), by=worker, at=AT, offer_id=pmto.id)
        with transaction.atomic():
            assert Offer.objects.filter(id=pmto.id).count() == 1
        with pytest.raises(ProgrammingError), transaction.atomic():
            Offer.objects.filter(id=pmto.id).update(taken=0)


def test_the_coordinator_sees_how_many_have_a_place_and_not_who(world: World, emil: UUID) -> None:
    pmto = offered(world, provider(world))
    take(world, emil, pmto)
    with world.as_(RANDI) as randi:
        assert queries.get_offer(pmto.id, by=randi).taken == 1
        with pytest.raises(ProgrammingError), transaction.atomic():
            HelpPlace.objects.count()


def test_the_neighbour_municipality_finds_none_of_it(world: World) -> None:
    pmto = offered(world, provider(world))
    with world.as_("Siri Nordli") as siri:
        assert not queries.who_can_help(siri, Wanted(today=TODAY))
        with pytest.raises(NotFound):
            queries.get_offer(pmto.id, by=siri)


def test_what_fits_stands_first_where_there_is_room_and_it_is_near_with_the_reasons_in_words(world: World) -> None:
    team = provider(world)
    for name, code, places, others in (("Nær", "9999", 4, 3), ("Fjern", "9997", 4, 0), ("Full", "9998", 2, 2)):
        offered(world, team, name=name, postal_code=code, capacity=places, others=others)
    offered(world, team, name="For de største", age_from=13, age_to=18)
    wanted = Wanted(today=TODAY, age=8, postal_code="9998", language="ti", day="wed", only_free=False)
    with world.as_("Kari Nesheim") as kari:
        found = queries.who_can_help(kari, wanted)
    assert [one.offer.name for one in found] == ["Nær", "Fjern", "Full"]
    assert found[0].reasons == ("passer alder (3–12 år)", "1 ledig plass", "4 km", "tigrinja", "onsdag")


def test_where_nothing_fits_it_is_told_what_to_let_go_of(world: World) -> None:
    offered(world, provider(world), days=("mon",), languages=("nb",))
    wanted = Wanted(today=TODAY, age=8, category="3.2", day="sun", postal_code="9998", within_km=5)
    with world.as_("Kari Nesheim") as kari:
        assert not queries.who_can_help(kari, wanted)
        assert [(one.name, one.count) for one in queries.wider(kari, wanted)] == [("day", 1)]


def test_of_a_child_whose_address_is_protected_no_place_is_put_in(world: World, emil: UUID) -> None:
    with world.as_("Kari Nesheim"):
        case = get_case(emil)
        case.child.protection = 1
        case.child.save(update_fields=["protection"])
        start = queries.start_of(case, today=TODAY)
    assert (start.protected, start.postal_code, start.age) == (True, "", 8)


def test_the_journal_of_the_child_tells_of_the_place_and_the_catalogues_own_of_no_child(
    world: World, emil: UUID
) -> None:
    pmto = offered(world, provider(world))
    take(world, emil, pmto)
    with world.as_("Marit Solheim"):
        assert Entry.objects.get(kind="place.taken").case_id == emil
        assert Entry.objects.get(kind="offer.kept").case_id is None


def test_a_place_that_is_not_there_is_not_found(world: World, emil: UUID) -> None:
    with world.as_("Kari Nesheim"), pytest.raises(NotFound):
        queries.get_place(uuid4())


def test_the_demos_catalogue_stands_once_however_often_it_is_put_in(world: World) -> None:
    setup = Actor(RANDI, SOLVIK, "owner", staff_id=world.staff[RANDI].id, rights=frozenset({actions.EDIT_CATALOGUE}))
    with acting("owner"):
        for _ in range(2):
            actions.install_offers(world.solvik, by=setup, at=AT)
        assert Offer.objects.count() == len({one.name for one in Offer.objects.all()}) > 15
    with world.as_("Marit Solheim") as marit:
        assert Item.objects.filter(rule="agreement-ends", open=True).count() == 2
        assert queries.who_can_help(marit, Wanted(today=TODAY, age=7, postal_code="9998"))[0].free
