"""Hours with a support contact and sessions of a programme, planned and written down at the desk; and Kari's week."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.measures.models import Occasion
from oppvekst.domain.measures.tests.at_desk import at, decided, it_is, on, place, started
from tests.desk import Browser, Come, opened_desk, words
from tests.world import World

KARI = "Kari Nesheim"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2026-11-02 09:00"))


@pytest.fixture
def case(world: World) -> UUID:
    return family(world)


def running(world: World, kari: Browser, case: UUID, category: str) -> str:
    terms = decisions.Terms(kind=Kind.MEASURE, category=category)
    decision = signed(world, case, terms=terms, at=at("2026-11-01 10:00"))
    here = place(kari.send(f"/vedtak/{decision.id}/tiltak/", provider_name="Jonas Berg"))
    decided(kari, here, decision.id)
    started(kari, here, "2026-11-02")
    return here


def gang(world: World) -> str:
    with world.as_(KARI):
        return f"/tiltak/gang/{Occasion.objects.latest('made_at').id}/"


def test_a_support_contact_s_hours_are_counted_by_the_month(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    here = running(world, kari, case, "4.6")
    assert "Skriv fra når" in words(kari.send(f"{here}gang/", status=422, **on("first_day", "2026-11-04")))
    backwards = kari.send(f"{here}gang/", status=422, **on("first_day", "2026-11-04"), starts="19", ends="16")
    assert "Det slutter før det begynner" in words(backwards)
    for day in ("2026-11-04", "2026-11-11"):
        it_is(monkeypatch, f"{day} 21:00")
        kari.send(
            f"{here}gang/", **on("first_day", day), starts="16", ends="19", with_whom="Jonas Berg", place="Klatrehallen"
        )
        one = gang(world)
        assert "Skriv hvor mange timer" in words(
            kari.send(f"{one}holdt/", status=422, words="Klatret.", child_words="Gøy.", hours="0")
        )
        kari.send(f"{one}holdt/", words="Klatret.", child_words="Gøy.", hours="2,5")
    page = words(kari.see(here))
    assert "Timer i november 5" in page
    assert "2 av 2 ganger" in page


def test_a_session_of_a_programme_says_what_was_done_and_what_was_left_out(
    world: World, desk: Come, case: UUID
) -> None:
    kari = desk(KARI)
    here = running(world, kari, case, "3.2")
    kari.send(f"{here}gang/", **on("first_day", "2026-11-02"), starts="8", place="Familiesenteret")
    one = gang(world)
    told = {
        "words": "Lise og Morten øvde.",
        "not_heard_reason": "Emil er på skolen.",
        "number": "4",
        "done": "Gode beskjeder.",
    }
    lacks = words(kari.send(f"{one}holdt/", status=422, **told, left_out="Rollespill."))
    assert "Skriv hvorfor noe ble utelatt. Det kan ha vært helt rett." in lacks
    page = words(
        kari.see(kari.send(f"{one}holdt/", **told, left_out="Rollespill.", left_out_reason="Morten ville vente."))
    )
    for said in ("Økt 4", "Gode beskjeder.", "Rollespill.", "Morten ville vente.", "Ikke spurt. Emil er på skolen."):
        assert said in page


def test_the_one_who_takes_part_sees_it_in_her_week_in_words_that_tell_nothing(
    world: World, desk: Come, case: UUID
) -> None:
    kari = desk(KARI)
    here = running(world, kari, case, "3.10")
    page = kari.see(f"{here}gang/")
    assert "selected>Kari Nesheim" in page.replace(" >", ">")
    staff = page.split(" selected>Kari", 1)[0].rsplit('value="', 1)[1].split('"', 1)[0]
    kari.send(
        f"{here}gang/", **on("first_day", "2026-11-04"), starts="15", ends="16", place="Svømmehallen", staff=staff
    )
    week = words(kari.see("/min-dag/uke/2026/45/"))
    assert "Avtale" in week
    assert "Svømmehallen" in week
    assert "Hjemmekonsulent" not in week.replace("Skriv hva som skjedde: Hjemmekonsulent/miljøarbeider", "")
    stranger = kari.send(f"{here}gang/", status=422, **on("first_day", "2026-11-05"), staff=str(uuid4()))
    assert "finnes ikke lenger" in words(stranger)
    assert "Avtale" not in words(desk("Ola Brandvold").see("/min-dag/uke/2026/45/"))
