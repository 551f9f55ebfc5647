"""What two must agree on: one proposes, another confirms or says no with a reason, and the first goes on from there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, SCHOOL, TUESDAY, arrive, linked, taken
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import items_of, worklist
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import Come, opened_desk, words
from tests.world import World

KARI, TONE, HANNE = "Kari Nesheim", "Tone Vik", "Hanne Dale"
REASONS = "Skolen og familien er snakket med. Merket var fra en fotballkamp."
TYPED = {
    "code": "7", "recipient": "Barneverntjenesten i Nordvåg", "acknowledged_on": "24.11.2026", "acknowledged_clock": "08.05",
}  # fmt: skip
NO = "Ring skolen først. De har sett ham i dag."


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def at(concern: UUID, act: str = "") -> str:
    return f"/meldinger/{concern}/{act}"


def stands(concern: UUID) -> Concern:
    return Concern.objects.get(id=concern)


def unfounded(world: World, *, by: str = KARI) -> UUID:
    concern = taken(world, arrive(world), by=by)
    with world.as_(by) as who:
        actions.dismiss_unfounded(concern, reasons="Ingen slik elev.", by=who, at=TUESDAY)
    return concern


# An urgent one is transferred by two


def test_an_urgent_one_is_ours_until_a_second_person_has_confirmed_the_transfer(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world), needed=True)
    kari, tone = desk(KARI), desk(TONE)
    assert "Barnet er vårt ansvar til det er gjort." in words(kari.see(at(concern, "overfor/")))
    assert kari.send(at(concern, "overfor/"), **TYPED).endswith("gjort=foreslatt")
    assert (stands(concern).state, stands(concern).proposed) == ("under_review", "transfer")
    with world.as_(TONE) as leader:
        assert "Bekreft overføring av en melding som hastet" in [item.title for item in worklist(leader)]
        assert items_of(concern).get(rule="D01").open
    read = words(tone.see(at(concern, "bekreft/")))
    assert "Overført til annen tjeneste som følge av flytting til annen kommune" in read
    assert "Barneverntjenesten i Nordvåg, kvittert" in read
    tone.send(at(concern, "bekreft/"))
    kept = stands(concern)
    assert (kept.state, kept.conclusion, kept.recipient) == ("transferred", "7", "Barneverntjenesten i Nordvåg")
    assert (kept.concluded_by, kept.confirmed_by) == (world.staff[KARI].id, world.staff[TONE].id)
    assert kept.acknowledged_at is not None


def test_one_that_is_not_urgent_is_transferred_by_one(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    assert desk(KARI).send(at(concern, "overfor/"), **TYPED).endswith("gjort=overfort")
    assert stands(concern).state == "transferred"


def test_an_urgent_transfer_without_the_other_sides_receipt_is_not_even_proposed(world: World) -> None:
    concern = taken(world, arrive(world), needed=True)
    with world.as_(KARI) as kari, pytest.raises(Incomplete, match="Fristen vår løper til da"):
        actions.propose(concern, "transfer", recipient="Nordvåg", code="7", by=kari, at=TUESDAY)
    assert stands(concern).proposed == ""


def test_a_proposal_that_gives_way_to_another_leaves_no_recipient_behind(world: World) -> None:
    concern = taken(world, arrive(world), needed=True)
    with world.as_(KARI) as kari:
        actions.propose(
            concern, "transfer", recipient="Nordvåg", code="7", acknowledged_at=TUESDAY, by=kari, at=TUESDAY
        )
        actions.propose(concern, "dismiss", reasons=REASONS, code="10", by=kari, at=TUESDAY)
    assert (stands(concern).proposed, stands(concern).recipient) == ("dismiss", "")


# A second person says no


def test_a_no_goes_back_to_the_proposer_with_the_reason_and_stands_in_the_journal(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world), needed=True)
    kari, tone = desk(KARI), desk(TONE)
    kari.send(at(concern, "henlegg/"), reasons=REASONS, code="10")
    assert "Skriv hvorfor du ikke bekrefter forslaget" in tone.send(
        at(concern, "bekreft/nei/"), status=422, reasons=" "
    )
    assert tone.send(at(concern, "bekreft/nei/"), reasons=NO).endswith("gjort=avslatt")
    assert (stands(concern).state, stands(concern).proposed, stands(concern).conclusion) == ("under_review", "", "")
    with world.as_(KARI) as her:
        (waits,) = [item for item in worklist(her) if item.rule == "refused"]
        assert waits.title == "Forslaget ditt ble ikke bekreftet: gå gjennom meldingen igjen"
        assert waits.assignee == her.staff_id
        assert not items_of(concern).get(rule="confirm").open
        told = Entry.objects.get(subject=concern, kind="concern.proposal_refused")
        assert (told.actor_name, told.says) == (TONE, f"Forslaget «Henlegg» ble ikke bekreftet: {NO}")
    page = words(kari.see(at(concern)))
    assert f"Tone Vik bekreftet ikke forslaget: Henlegg {NO}" in page
    assert "står ordene dine klare" in page
    assert REASONS in kari.see(at(concern, "henlegg/"))


def test_a_new_proposal_takes_the_old_no_off_the_list(world: World) -> None:
    concern = unfounded(world)
    with world.as_(TONE) as tone:
        actions.refuse_proposal(concern, NO, by=tone, at=TUESDAY)
    with world.as_(KARI) as kari:
        actions.dismiss_unfounded(concern, reasons="Skolen har ingen slik elev.", by=kari, at=TUESDAY)
    assert not Item.objects.get(subject=concern, rule="refused").open
    assert Item.objects.get(subject=concern, rule="confirm").open


def test_what_was_sent_back_is_no_longer_the_proposers_when_a_colleague_gets_the_concern(world: World) -> None:
    concern = unfounded(world)
    with world.as_(TONE) as tone:
        actions.refuse_proposal(concern, NO, by=tone, at=TUESDAY)
        actions.assign(concern, world.staff["Siri Tveito"].id, by=tone, at=TUESDAY)
    assert not Item.objects.get(subject=concern, rule="refused").open


def test_an_investigation_that_was_proposed_is_refused_by_one_who_could_have_opened_it(world: World) -> None:
    concern = arrive(world)
    linked(world, concern, by=HANNE)
    with world.as_(HANNE) as hanne:
        actions.propose(concern, "open_investigation", reasons="Gjentatt.", by=hanne, at=TUESDAY)
    with world.as_(TONE) as tone:
        actions.refuse_proposal(concern, "Avklar med skolen at han er trygg først.", by=tone, at=TUESDAY)
    assert (stands(concern).proposed, stands(concern).refused_words) == ("", "Gjentatt.")


def test_nobody_answers_her_own_proposal_or_one_that_is_not_there(world: World) -> None:
    concern = unfounded(world, by=TONE)
    with world.as_(TONE) as tone, pytest.raises(NotAllowed, match="Du har foreslått det selv"):
        actions.refuse_proposal(concern, NO, by=tone, at=TUESDAY)
    with world.as_("Marit Solheim") as marit:
        actions.refuse_proposal(concern, NO, by=marit, at=TUESDAY)
        with pytest.raises(NotAllowed, match="ikke noe forslag"):
            actions.refuse_proposal(concern, NO, by=marit, at=TUESDAY)


def test_one_who_may_not_confirm_may_not_refuse_either(world: World, desk: Come) -> None:
    concern = unfounded(world)
    assert "kan ikke gjøre dette" in words(desk(HANNE).see(at(concern, "bekreft/nei/"), status=409))
    with world.as_(HANNE) as hanne, pytest.raises(NotAllowed, match="kan ikke gjøre dette"):
        actions.refuse_proposal(concern, NO, by=hanne, at=TUESDAY)


def test_a_no_after_the_proposal_was_changed_says_what_happened_and_keeps_the_words(world: World, desk: Come) -> None:
    concern = unfounded(world)
    tone = desk(TONE)
    opened = tone.see(at(concern, "bekreft/nei/")).split('name="sett" value="')[1].split('"', maxsplit=1)[0]
    with world.as_(KARI) as kari:
        actions.propose(concern, "dismiss", reasons=REASONS, code="10", by=kari, at=TUESDAY)
    page = tone.send(at(concern, "bekreft/nei/"), status=409, reasons=NO, sett=opened)
    assert "Noe har skjedd med meldingen siden du åpnet skjemaet" in words(page)
    assert NO in page
    assert stands(concern).proposed == "dismiss"


# What is owed to the reporter is the same on the page and on the agenda


@pytest.mark.parametrize(("sender", "owed"), [(NEIGHBOUR, False), (SCHOOL, True)], ids=["a neighbour", "the school"])
def test_after_an_obviously_unfounded_concern_a_neighbour_may_and_the_school_must_be_answered(
    world: World, sender: Any, owed: bool
) -> None:
    concern = taken(world, arrive(world, sender=sender))
    with world.as_(KARI) as kari:
        actions.dismiss_unfounded(concern, reasons="Ingen slik elev.", by=kari, at=TUESDAY)
    assert Item.objects.filter(subject=concern, rule__in=("D04", "D05"), open=True).exists()
    with world.as_(TONE) as tone:
        actions.confirm(concern, by=tone, at=TUESDAY)
    assert Item.objects.filter(subject=concern, rule__in=("D04", "D05"), open=True).exists() is owed
