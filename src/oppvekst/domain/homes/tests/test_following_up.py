"""From the sending to the end of it: what is kept, who has it, what stands on whose list, and what the journal tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from oppvekst.domain.homes import actions, queries
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.tests.offering import INGRID, THURSDAY, TUESDAY, contacted, send
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import World

LATER = THURSDAY + timedelta(days=7)


def test_what_is_sent_lands_on_the_coordinators_list_with_its_limit(world: World) -> None:
    received = send(world)
    assert received.due == date(2026, 9, 8)
    with world.as_("Randi Lunde") as randi:
        (item,) = worklist(randi)
        assert (item.title, item.due, item.subject) == (
            "Ta kontakt med den som vil bli besøkshjem",
            date(2026, 9, 8),
            received.offer_id,
        )
        offer = queries.get_offer(received.offer_id, by=randi)
        assert (offer.name, offer.state, offer.household) == ("Ingrid Ekeli", "open", {"adults": 3})
    with world.as_("Marit Solheim") as marit:
        assert [item.subject for item in worklist(marit)] == [received.offer_id]
        (entry,) = Entry.objects.filter(subject=received.offer_id)
        assert entry.says == "Noen vil bli besøkshjem. Kom fra de åpne sidene."
        assert (entry.actor, entry.actor_name, entry.face) == (None, "innsender", "portal")


def test_the_same_words_twice_the_same_day_are_one_offer(world: World) -> None:
    first, second = send(world), send(world, at=TUESDAY + timedelta(seconds=1))
    assert first == second
    other, next_day = send(world, words="Noe annet."), send(world, at=TUESDAY + timedelta(days=1))
    assert len({first.reference, other.reference, next_day.reference}) == 3
    with world.as_("Randi Lunde") as randi:
        assert queries.offers(randi).count() == 3
        assert worklist(randi).count() == 3


def test_a_reference_is_twelve_signs_that_are_not_mistaken_for_each_other() -> None:
    known = {actions.reference_of(replace(INGRID, words=str(number)), 9998, TUESDAY.date()) for number in range(200)}
    made = {actions.new_reference() for _ in range(200)}
    assert len(known | made) == 400
    assert {len(reference) for reference in known | made} == {14}
    assert set("".join(known | made)) <= set(actions.ALPHABET) | {"-"}


def test_the_act_itself_refuses_what_the_form_would_have_stopped(world: World) -> None:
    with pytest.raises(Incomplete) as refused:
        send(world, words=f"Datteren vår er {synthetic(date(2014, 5, 5))}", phone="", email="")
    assert set(refused.value.fields) == {"words", "phone"}
    with world.as_("Randi Lunde") as randi:
        assert not queries.offers(randi).exists()


def test_the_first_who_takes_it_has_it_and_it_is_taken_over_only_by_saying_from_whom(world: World) -> None:
    offer_id = send(world).offer_id
    randi_id, marit_id = world.staff["Randi Lunde"].id, world.staff["Marit Solheim"].id
    with world.as_("Randi Lunde") as randi:
        actions.take(offer_id, by=randi, at=THURSDAY)
        actions.take(offer_id, by=randi, at=THURSDAY)
        assert worklist(randi).get().assignee == randi_id
    with world.as_("Marit Solheim") as marit:
        with pytest.raises(NotAllowed, match="Randi Lunde har allerede tatt dette"):
            actions.take(offer_id, by=marit, at=THURSDAY)
        actions.take(offer_id, by=marit, at=THURSDAY, over_from=randi_id)
    with world.as_("Randi Lunde") as randi:
        assert not worklist(randi).exists()
        assert queries.get_offer(offer_id, by=randi).assignee == marit_id


def test_a_contact_keeps_the_limit_and_can_be_taken_back(world: World) -> None:
    offer_id = contacted(world, send(world).offer_id)
    with world.as_("Randi Lunde") as randi:
        offer = queries.get_offer(offer_id, by=randi)
        assert (offer.state, offer.contacted_at, offer.assignee) == ("contacted", THURSDAY, randi.staff_id)
        item = Item.objects.get(subject=offer_id)
        assert (item.open, item.done_on) == (False, THURSDAY.date())
        actions.take_back_contact(offer_id, by=randi, at=THURSDAY)
        item.refresh_from_db()
        assert (item.open, item.done_on, item.due) == (True, None, date(2026, 9, 8))


@pytest.mark.parametrize("day", [date(2026, 8, 31), date(2026, 9, 4)])
def test_nobody_was_called_before_they_wrote_or_tomorrow(world: World, day: date) -> None:
    offer_id = send(world).offer_id
    with world.as_("Randi Lunde") as randi, pytest.raises(Incomplete) as refused:
        actions.mark_contacted(offer_id, on=day, by=randi, at=THURSDAY)
    assert "on" in refused.value.fields


def test_a_contact_can_be_noted_the_day_after(world: World) -> None:
    offer_id = send(world).offer_id
    with world.as_("Randi Lunde") as randi:
        actions.mark_contacted(offer_id, on=date(2026, 9, 2), by=randi, at=THURSDAY)
        assert Item.objects.get(subject=offer_id).done_on == date(2026, 9, 2)


def test_what_is_ended_can_be_opened_again_where_it_stood_with_its_note(world: World) -> None:
    offer_id = contacted(world, send(world).offer_id)
    with world.as_("Randi Lunde") as randi:
        actions.note(offer_id, "Ringte. Hyggelig prat.", by=randi, at=THURSDAY)
        actions.close(offer_id, outcome="goes_on", by=randi, at=LATER)
        offer = queries.get_offer(offer_id, by=randi)
        assert (offer.state, offer.outcome, offer.closed_at) == ("closed", "goes_on", LATER)
        actions.reopen(offer_id, by=randi, at=LATER)
        offer = queries.get_offer(offer_id, by=randi)
        assert (offer.state, offer.outcome, offer.note) == ("contacted", "", "Ringte. Hyggelig prat.")
    with world.as_("Marit Solheim"):
        told = list(Entry.objects.filter(subject=offer_id).order_by("at", "id").values_list("says", flat=True))
    assert {"Avsluttet: går videre til samtale.", "Åpnet igjen.", "Notatet ble endret."} <= set(told)
    assert not [says for says in told if "Hyggelig" in says or "Ingrid" in says]


def test_who_withdrew_leaves_the_list_and_comes_back_with_the_old_limit(world: World) -> None:
    offer_id = send(world).offer_id
    with world.as_("Randi Lunde") as randi:
        with pytest.raises(Incomplete, match="Ta kontakt først"):
            actions.close(offer_id, outcome="not_now", by=randi, at=THURSDAY)
        actions.close(offer_id, outcome="withdrew", by=randi, at=THURSDAY)
        assert not worklist(randi).exists()
        actions.reopen(offer_id, by=randi, at=THURSDAY)
        assert worklist(randi).get().due == date(2026, 9, 8)


def test_that_somebody_does_not_suit_stands_in_the_note(world: World) -> None:
    offer_id = contacted(world, send(world).offer_id)
    with world.as_("Randi Lunde") as randi:
        with pytest.raises(Incomplete) as refused:
            actions.close(offer_id, outcome="not_suitable", by=randi, at=LATER)
        assert "note" in refused.value.fields
        actions.close(offer_id, outcome="not_suitable", note="Flytter i vår.", by=randi, at=LATER)
        assert queries.get_offer(offer_id, by=randi).note == "Flytter i vår."


def test_an_identity_number_does_not_belong_in_the_note_either(world: World) -> None:
    offer_id = send(world).offer_id
    with world.as_("Randi Lunde") as randi, pytest.raises(Incomplete):
        actions.note(offer_id, f"Hun er {synthetic(date(1984, 2, 2))}", by=randi, at=THURSDAY)


def test_the_deputy_reads_and_does_not_follow_up(world: World) -> None:
    offer_id = send(world).offer_id
    with world.as_("Eivind Myrbakk") as eivind:
        assert queries.get_offer(offer_id, by=eivind).name == "Ingrid Ekeli"
        with pytest.raises(NotAllowed):
            actions.take(offer_id, by=eivind, at=THURSDAY)


def test_the_municipality_may_promise_another_number_of_days(world: World, settings: object) -> None:
    settings.OFFER_CONTACT_DAYS = {9998: 2}  # type: ignore[attr-defined]
    assert send(world).due == date(2026, 9, 3)


def test_received_at_night_it_counts_from_the_day_in_norway(world: World) -> None:
    assert send(world, at=datetime(2026, 9, 1, 23, 30, tzinfo=OSLO)).due == date(2026, 9, 8)


def test_what_is_not_there_is_not_there(world: World) -> None:
    offer_id = send(world).offer_id
    with world.as_("Randi Lunde") as randi, pytest.raises(NotFound):
        queries.get_offer(world.staff["Randi Lunde"].id, by=randi)
    assert queries.offers_by_id(()) == {}
    with world.as_("Randi Lunde"):
        assert set(queries.offers_by_id([offer_id])) == {offer_id}
        assert Offer.objects.count() == 1
