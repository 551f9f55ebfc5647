"""Story 13, the first two steps: Ingrid and Tor Ekeli offer to be a visiting home, and Randi calls (stories.md 13)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from oppvekst.domain.homes.models import Offer
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import synthetic
from tests.desk import Browser, words
from tests.house.page_lint import lint
from tests.world import World

TUESDAY = datetime(2026, 9, 1, 20, 15, tzinfo=OSLO)
WEDNESDAY = datetime(2026, 9, 2, 8, 10, tzinfo=OSLO)
THURSDAY = datetime(2026, 9, 3, 10, 30, tzinfo=OSLO)
INTERVIEW = datetime(2026, 9, 10, 14, 0, tzinfo=OSLO)
FORM = "/bli-med/besokshjem/sok/"
ANSWERS: dict[str, Any] = {
    "name": "Ingrid Ekeli", "phone": "00 00 13 01", "area": "Solvik sentrum", "adults": "3", "days": ["weekends", "holidays"],
    "often": "monthly", "ages": ["6_12"], "animals": ["dog"], "siblings": "no", "languages": "norsk og tysk", "language": "nb",
}  # fmt: skip

type At = Callable[[str, datetime], None]


@pytest.fixture
def at(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[At]:
    """Stand at one of the faces, on a day."""

    def stand(face: str, moment: datetime) -> None:
        settings.FACE, settings.ROOT_URLCONF = face, f"oppvekst.faces.{face}.urls"
        monkeypatch.setattr(timezone, "now", lambda: moment)

    cache.clear()
    yield stand
    cache.clear()


def test_from_the_form_on_tuesday_to_the_talk_that_is_agreed(world: World, at: At) -> None:
    reference = _the_form_on_tuesday(world, at)
    _on_randis_list_on_wednesday(world, at)
    _randi_calls_on_thursday(world, at)
    _the_talk_is_agreed(world, at)
    with world.as_("Marit Solheim"):
        offer = Offer.objects.get(reference=reference)
        assert (offer.state, offer.outcome) == ("closed", "goes_on")
        told = list(Entry.objects.filter(subject=offer.id).order_by("at").values_list("says", flat=True))
    assert told == [
        "Noen vil bli besøkshjem. Kom fra de åpne sidene.", "Randi Lunde tok det.", "Vi hadde kontakt torsdag 3. september 2026.",
        "Notatet ble endret.", "Avsluttet: går videre til samtale. Notatet ble endret.",
    ]  # fmt: skip


def _the_form_on_tuesday(world: World, at: At) -> str:
    at("portal", TUESDAY)
    ingrid = Client()
    page = _read(ingrid.get(FORM))
    for said in ("minst ett år, én eller flere helger i måneden", "politiattest senere", "eldre enn tre måneder"):
        assert said in words(page)
    assert 'type="file"' not in page
    number = synthetic(date(2007, 3, 3))
    for typed in (f"Tor har nummer {number}", "Sønnen vår har diabetes"):
        stopped = _read(ingrid.post(FORM, {**ANSWERS, "words": typed}), 422)
        assert "Dette trenger vi ikke ennå" in words(stopped)
        assert typed in stopped
    assert not Offer.objects.exists()
    sent = ingrid.post(FORM, {**ANSWERS, "words": "Tor og jeg har en sønn på 19 som bor hjemme, og en hund."})
    assert sent.status_code == 303
    receipt = words(_read(ingrid.get(sent.headers["Location"])))
    assert "Vi fikk det du skrev tirsdag 1. september klokka 20.15" in receipt
    assert "Senest tirsdag 8. september" in receipt
    assert not ingrid.cookies
    found = re.search(r"Referansenummer ((?:\w{4}-){2}\w{4})", receipt)
    assert found
    return found[1]


def _on_randis_list_on_wednesday(world: World, at: At) -> None:
    at("desk", WEDNESDAY)
    randi = _sits_down(world)
    day = words(randi.see("/min-dag/"))
    assert "Ingrid Ekeli Ta kontakt med den som vil bli besøkshjem" in day
    assert "Om 6 dager tirsdag 8. september" in day
    randi.send(f"{_page(randi)}ta/")


def _randi_calls_on_thursday(world: World, at: At) -> None:
    at("desk", THURSDAY)
    randi = _sits_down(world)
    here = _page(randi)
    page = words(randi.see(here))
    for told in ("3 voksne", "Helger, ferier", "Hund", "Norsk og tysk", "en sønn på 19"):
        assert told in page
    after = randi.see(randi.send(f"{here}kontakt/", sett=_mark(randi.see(f"{here}kontakt/")), on="3.9.2026"))
    assert "Første kontakt: gjort i tide" in words(after)
    note = "Samtale torsdag 10. september. Hjemmebesøk torsdag 17. september."
    randi.send(f"{here}notat/", sett=_mark(after), note=note)
    assert "Ingenting venter på deg" in words(randi.see("/min-dag/"))


def _the_talk_is_agreed(world: World, at: At) -> None:
    at("desk", INTERVIEW)
    randi = _sits_down(world)
    here = _page(randi)
    page = randi.see(f"{here}avslutt/")
    note = "Samtale holdt. Hjemmebesøk torsdag 17. september."
    ended = randi.see(randi.send(f"{here}avslutt/", sett=_mark(page), outcome="goes_on", note=note))
    assert "Avsluttet: går videre til samtale" in words(ended)
    assert note in ended


def _sits_down(world: World) -> Browser:
    client = Client(headers={"accept-language": "nb"})
    client.cookies["desk"] = world.token("Randi Lunde")
    return Browser(client)


def _page(randi: Browser) -> str:
    """From her list to the page of the one who stands there."""
    found = re.search(r'href="(/hjem/[0-9a-f-]{36}/)"', randi.see("/hjem/"))
    assert found
    return found[1]


def _mark(page: str) -> str:
    return page.split('name="sett" value="', 1)[1].split('"', 1)[0]


def _read(response: Any, status: int = 200) -> str:
    text = str(response.content, "utf-8")
    assert response.status_code == status, words(text)[:1500]
    assert not (faults := lint(text, FORM)), "\n".join(faults)
    return text
