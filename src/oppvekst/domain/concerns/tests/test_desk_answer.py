"""The answer to the one who worried: what it may say, how it may go, and what stops it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Feedback
from oppvekst.domain.concerns.rules.message import Anonymity, Sender, Who
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, TUESDAY, arrive, linked, taken
from tests.desk import Come, opened_desk, words
from tests.world import World

CHILD = Sender(who=Who.YOUTH, name="Sara Lund", safe_way="Helsesykepleier, klokka 11.30")
MOTHER = Sender(who=Who.PARENT, name="Linn Aasen", phone="00001133")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def answer(concern: UUID, act: str = "svar/") -> str:
    return f"/meldinger/{concern}/{act}"


def dismissed(world: World, concern: UUID) -> UUID:
    taken(world, concern)
    with world.as_("Kari Nesheim") as kari:
        actions.dismiss(concern, reasons="Vurdert.", code="10", by=kari, at=TUESDAY)
    return concern


def test_a_school_is_answered_when_there_is_something_to_say_and_told_no_more(world: World, desk: Come) -> None:
    concern = arrive(world)
    kari = desk("Kari Nesheim")
    text = words(kari.see(answer(concern)))
    assert "Send det når meldingen er gjennomgått." in text
    assert "Før svaret som sendt" not in text
    dismissed(world, concern)
    assert "Vi har ikke åpnet undersøkelse. Vi har taushetsplikt" in words(kari.see(answer(concern)))
    kari.send(answer(concern), route="letter")
    sent = Feedback.objects.get()
    assert (sent.state, sent.route, "Vurdert." in sent.text) == ("sent", "letter", False)
    assert "Dette ble svart" in words(kari.see(answer(concern)))


def test_the_letter_can_be_read_before_it_goes_and_is_the_same_afterwards(world: World, desk: Come) -> None:
    concern = dismissed(world, arrive(world))
    kari = desk("Kari Nesheim")
    before = kari.paper(answer(concern, "svar.pdf"))
    kari.send(answer(concern), route="letter")
    assert kari.paper(answer(concern, "svar.pdf")) == before


def test_a_private_reporter_is_told_only_that_it_came(world: World, desk: Come) -> None:
    concern = dismissed(world, arrive(world, sender=NEIGHBOUR))
    text = words(desk("Kari Nesheim").see(answer(concern)))
    assert "Vi har mottatt meldingen du sendte mandag 23. november 2026. Vi har taushetsplikt" in text
    assert "åpnet undersøkelse" not in text


def test_a_child_is_answered_in_the_safe_way_and_no_other(world: World, desk: Come) -> None:
    concern = arrive(world, sender=CHILD)
    kari = desk("Kari Nesheim")
    page = kari.see(answer(concern))
    assert 'value="letter"' not in page
    assert "Helsesykepleier, klokka 11.30" in page
    assert "Se brevet" not in page
    kari.send(answer(concern), status=422, route="letter")
    assert "Det finnes ikke noe brev" in words(kari.see(answer(concern, "svar.pdf"), status=409))
    kari.send(answer(concern), route="safe_way")
    assert Feedback.objects.get().route == "safe_way"


def test_nobody_answers_an_anonymous_reporter(world: World, desk: Come) -> None:
    concern = arrive(world, sender=Sender(who=Who.PRIVATE, anonymity=Anonymity.ANONYMOUS))
    page = desk("Hanne Dale").see(answer(concern))
    assert "Ikke mulig" in words(page)
    assert "Før svaret som sendt" not in words(page)
    assert "anonym" in words(desk("Hanne Dale").send(answer(concern), status=409, route="letter"))


def test_nothing_goes_to_a_parent_while_the_case_is_held_back(world: World, desk: Come) -> None:
    concern = arrive(world, sender=MOTHER, hold_back_asked=True)
    linked(world, concern)
    kari = desk("Kari Nesheim")
    text = words(kari.see(answer(concern)))
    assert "Saken er holdt tilbake" in text
    assert "Fristene løper som før." in text
    assert "Saken er holdt tilbake" in words(kari.send(answer(concern), status=409, route="letter"))
    assert not Feedback.objects.exists()


def test_nothing_goes_to_a_parent_who_is_not_to_know_before_anybody_has_found_out_who_the_child_is(
    world: World, desk: Come
) -> None:
    concern = arrive(world, sender=MOTHER, hold_back_asked=True)
    kari = desk("Kari Nesheim")
    asked = "Det er bedt om at foreldrene ikke får vite om meldingen nå. Finn ut hvem barnet er"
    assert asked in words(kari.see(answer(concern)))
    assert asked in words(kari.send(answer(concern), status=409, route="letter"))
    assert not Feedback.objects.exists()


def test_a_school_that_asks_to_hold_back_is_answered_all_the_same(world: World, desk: Come) -> None:
    concern = dismissed(world, arrive(world, hold_back_asked=True))
    desk("Kari Nesheim").send(answer(concern), route="letter")
    assert Feedback.objects.get().state == Feedback.State.SENT


def test_a_parent_is_answered_when_the_switch_that_was_asked_for_is_lifted(world: World, desk: Come) -> None:
    concern = arrive(world, sender=MOTHER, hold_back_asked=True)
    linked(world, concern)
    kari = desk("Kari Nesheim")
    kari.send(f"/meldinger/{concern}/sperre/loft/", reasons="Barnehuset har snakket med ham.")
    kari.send(answer(concern), route="phone")
    assert Feedback.objects.get().route == "phone"


def test_one_who_cannot_see_the_childs_case_cannot_know_what_is_held_back_and_does_not_answer_a_parent(
    world: World, desk: Come
) -> None:
    concern = arrive(world, sender=MOTHER)
    linked(world, concern)
    told = words(desk("Hanne Dale").send(answer(concern), status=409, route="letter"))
    assert "kan ikke se om noe er holdt tilbake for foreldrene" in told
    assert not Feedback.objects.exists()


def test_an_answer_is_left_out_only_with_reasons(world: World, desk: Come) -> None:
    concern = dismissed(world, arrive(world, sender=NEIGHBOUR))
    kari = desk("Kari Nesheim")
    assert "særlige hensyn" in kari.send(answer(concern, "svar/utelat/"), status=422, why=" ")
    kari.send(answer(concern, "svar/utelat/"), why="Brevet kan komme i feil hender.")
    assert "Brevet kan komme i feil hender." in kari.see(answer(concern))
    assert "allerede avgjort" in words(kari.send(answer(concern), status=409, route="letter"))
