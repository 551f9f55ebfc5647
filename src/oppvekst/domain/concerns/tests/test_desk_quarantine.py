"""Messages that could not be read: nothing is lost, all of it can be read by a person, and somebody deals with it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern, Message
from oppvekst.domain.concerns.tests.desk import TUESDAY
from oppvekst.domain.concerns.tests.test_desk_register import CALL
from oppvekst.ground.journal.models import Look
from tests.desk import Come, opened_desk, words
from tests.world import SOLVIK, World

LIST = "/meldinger/karantene/"
HALF = {
    "offentligMelder": {
        "personnavn": "Anja Holte", "rolle": "Lærer", "telefonnummer": "12 40", "virksomhet": {"navn": "Solvik skole"},
    },
    "offentligBarn": [{"personnavn": "Jonas Strand", "adresse": {"adresselinje1": "Fjordgata 12", "postnummer": "9998"}}],
    "melding": {"melding": "Jonas hadde merker på armen."},
}  # fmt: skip
PROBLEM = {"path": "offentligBarn.0.fnr", "sentence": "Barnets fødselsnummer mangler."}


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def kept(world: World, body: bytes, *, municipality: int = SOLVIK, kind: str = "offentlig") -> Message:
    with world.by_clock() as clock:
        message = actions.store(
            body, source="fiks", message_name="melding-7", kind=kind, municipality=municipality, at=TUESDAY
        )
        actions.take_in(message.id, lambda body, kind: (None, [PROBLEM]), by=clock, at=TUESDAY)
        message.refresh_from_db()
    return message


def test_it_says_in_words_what_is_wrong_and_shows_all_that_came(world: World, desk: Come) -> None:
    message = kept(world, json.dumps(HALF).encode())
    hanne = desk("Hanne Dale")
    assert "Én melding kom fram, men kunne ikke leses" in words(hanne.see("/meldinger/"))
    assert "Barnets fødselsnummer mangler." in hanne.see(LIST)
    text = words(hanne.see(f"{LIST}{message.id}/"))
    assert "offentligMelder.personnavn Anja Holte" in text
    assert Look.objects.get(kind="message").subject == message.id


@pytest.mark.parametrize("body", [b"{ikke json", b"\xff\xfe\x00", b"", b"[]", b"null", b'{"melding": 7}', b'"tekst"'])
def test_whatever_came_can_be_opened(world: World, desk: Come, body: bytes) -> None:
    message = kept(world, body)
    hanne = desk("Hanne Dale")
    hanne.see(f"{LIST}{message.id}/")
    hanne.see(f"/meldinger/ny/?melding={message.id}")


def test_it_is_registered_by_hand_from_what_could_be_read_and_is_then_accounted_for(world: World, desk: Come) -> None:
    message = kept(world, json.dumps(HALF).encode())
    hanne = desk("Hanne Dale")
    address = f"/meldinger/ny/?melding={message.id}"
    start = hanne.see(address)
    for found in ("Anja Holte", "Jonas hadde merker på armen.", "Jonas Strand", "Fjordgata 12", "Solvik skole"):
        assert found in start
    hanne.send(address, **CALL | {"channel": "letter"})
    assert Concern.objects.get().child_name == "Jonas Strand"
    assert Message.objects.get(id=message.id).state == "settled"
    assert "Alt som er kommet, er lest" in words(hanne.see(LIST))


def test_it_is_dealt_with_in_words(world: World, desk: Come) -> None:
    message = kept(world, b"{")
    hanne = desk("Hanne Dale")
    assert "Skriv hva du gjorde med meldingen." in hanne.send(f"{LIST}{message.id}/", status=422, outcome=" ")
    hanne.send(f"{LIST}{message.id}/", outcome="Ringte skolen, som sendte den på nytt.")
    assert Message.objects.get(id=message.id).state == "settled"
    assert hanne.client.get(f"{LIST}{message.id}/").status_code == 404


def test_a_message_to_a_municipality_we_do_not_have_is_still_on_the_list(world: World, desk: Come) -> None:
    kept(world, b"{}", municipality=1234)
    assert "Melding til en kommune vi ikke har" in desk("Hanne Dale").see(LIST)


@pytest.mark.parametrize("name", ["Ola Brandvold", "Siri Nordli", "Bjørn Haugli"])
def test_others_do_not_see_it(world: World, desk: Come, name: str) -> None:
    message = kept(world, json.dumps(HALF).encode())
    stranger = desk(name)
    assert stranger.client.get(f"{LIST}{message.id}/").status_code == 404
    assert stranger.client.get(f"/meldinger/ny/?melding={message.id}").status_code == 404
    assert "Barnets fødselsnummer" not in str(stranger.client.get(LIST).content, "utf-8")
