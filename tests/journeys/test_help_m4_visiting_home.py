"""M4, relief and a visiting home: from the decision to weekends that are held, called off and moved, and how it goes (2026)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.information.models import PhoneLine
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Occasion
from oppvekst.domain.measures.rules import Stood
from oppvekst.domain.measures.rules.providers import Kind as Certificate
from oppvekst.domain.measures.rules.providers import Whose
from oppvekst.domain.measures.tests import offering
from oppvekst.domain.measures.tests.at_desk import at, decided, evaluated, it_is, on, place, started
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from tests.desk import Browser, Come, opened_desk, words
from tests.world import World

KARI = "Kari Nesheim"
HOME = "Ingrid og Tor Ekeli"
FIRST, NEXT = date(2026, 11, 6), date(2026, 11, 20)
EMILS = "Jeg fikk mate hønene. Jeg vil dit igjen."


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2026-10-12 09:00"))


@pytest.fixture
def case(world: World) -> UUID:
    return family(world)


def running(world: World, kari: Browser, case: UUID) -> str:
    """The decision of relief, through a provider under a framework agreement, and the help begun."""
    terms = decisions.Terms(kind=Kind.MEASURE, category="4.5")
    decision = signed(world, case, terms=terms, at=at("2026-10-05 10:00"))
    here = place(kari.send(f"/vedtak/{decision.id}/tiltak/", provider_name=HOME))
    decided(kari, here, decision.id)
    called_off(world, case, UUID(here.split("/")[2]))
    started(kari, here, "2026-10-12")
    return here


def called_off(world: World, case: UUID, measure: UUID) -> None:
    """A place from the agreement, with those in the home who have shown the whole certificate (bvl § 12-11)."""
    who = offering.provider(world, "Helgehjem AS", Whose.PRIVATE)
    home = offering.offered(world, who, name="Besøkshjem", category="4.5")
    with world.as_(offering.RANDI) as randi:
        actions.keep_agreement(who.id, offering.terms(title="Besøkshjem"), by=randi, at=offering.AT)
        shown = offering.shown(worker_name="Tor Ekeli", kind=Certificate.EXTENDED)
        tor = actions.note_certificate(who.id, shown, by=randi, at=offering.AT)
    with world.as_(KARI) as kari:
        called = actions.Called(on=date(2026, 10, 12), worker_id=tor.id, measure_id=measure)
        actions.take_place(case, home.id, called, by=kari, at=at("2026-10-12 09:00"))


def autumn(**more: Any) -> dict[str, Any]:
    """Every second weekend from the first in November to the end of January."""
    days = {**on("first_day", "2026-11-06"), **on("last_day", "2026-11-08"), **on("until", "2027-01-31")}
    return {**days, "weeks": "2", "starts": "17", "ends": "16.30", "with_whom": HOME, **more}


def gang(world: World, first: date) -> str:
    with world.as_(KARI):
        return f"/tiltak/gang/{Occasion.objects.get(first_day=first, stood__in=('planned', 'held')).id}/"


def test_every_second_weekend_is_shown_before_any_is_stored(world: World, desk: Come, case: UUID) -> None:
    kari = desk(KARI)
    here = running(world, kari, case)
    assert "Ingenting er planlagt ennå" in words(kari.see(here))
    page = kari.send(f"{here}helger/", status=200, show="1", **autumn())
    told = words(page)
    assert "Fredag 6. til søndag 8. november 2026" in told
    # New Year's Day is told, and not chosen beforehand; none is left out in silence.
    assert "Fredag 1. til søndag 3. januar 2027 Første nyttårsdag" in told
    assert len(re.findall(r'name="chosen"', page)) == 7
    assert re.findall(r'value="([\d-]+)" id="helg\d"(?! checked)', page) == ["2027-01-01"]
    with world.as_(KARI):
        assert not Occasion.objects.exists()
    chosen = re.findall(r'value="([\d-]+)" id="helg\d" checked', page)
    done = kari.send(f"{here}helger/", store="1", chosen=chosen, **autumn())
    page = words(kari.see(done))
    assert "Helgene er planlagt" in page
    assert "0 av 6 helger" in page
    assert "Neste gang fredag 6. til søndag 8. november 2026" in page
    with world.as_(KARI):
        assert Entry.objects.filter(kind="occasion.row_planned").count() == 1
    again = words(kari.send(f"{here}helger/", status=200, show="1", **autumn()))
    assert again.count("Kan ikke velges. Barnet er hos noen") == 6
    stopped = words(kari.send(f"{here}helger/", status=422, store="1", chosen=["2026-11-06", "../../"], **autumn()))
    assert "Noe er endret siden helgene ble vist" in stopped
    assert "Velg minst én helg" in words(kari.send(f"{here}helger/", status=422, store="1", **autumn()))


def test_from_the_first_weekend_to_how_it_goes(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    here = running(world, kari, case)
    days = ["2026-11-06", "2026-11-20", "2026-12-04", "2026-12-18"]
    kari.send(f"{here}helger/", store="1", chosen=days, **autumn())
    the_sheet(world, kari)
    first = gang(world, FIRST)
    assert "Det har ikke vært ennå" in words(kari.see(f"{first}holdt/"))
    with world.as_(KARI):
        item = Item.objects.get(rule="occasion-unwritten", open=True)
        assert (item.due, item.start) == (date(2026, 11, 11), date(2026, 11, 8))

    it_is(monkeypatch, "2026-11-12 09:00")
    assert "Skriv hva som skjedde fredag 6. til søndag 8. november 2026" in words(kari.see(here))
    assert "Skriv hva som skjedde" in words(kari.see("/min-dag/"))
    lacks = words(kari.send(f"{first}holdt/", status=422, words="De matet hønene."))
    assert "Skriv hva barnet sa om det, eller hvorfor det ikke er spurt" in lacks
    page = words(kari.see(kari.send(f"{first}holdt/", words="De matet høner og gikk tur.", child_words=EMILS)))
    assert EMILS in page
    assert "Holdt" in page
    assert "allerede skrevet hvordan det gikk" in words(kari.see(f"{first}holdt/"))
    page = words(kari.see(here))
    assert "1 av 4 helger" in page
    assert "Neste gang fredag 20. til søndag 22. november 2026" in page

    second = gang(world, NEXT)
    kari.send(f"{second}avlys/", who="giver", words="Tor er syk.")
    moved = kari.send(
        f"{gang(world, date(2026, 12, 4))}flytt/", **on("first_day", "2026-12-11"), **on("last_day", "2026-12-13"),
        starts="17", ends="16", with_whom=HOME, reasons="Emil skal i bursdag.",
    )  # fmt: skip
    page = words(kari.see(moved))
    assert "Fredag 11. til søndag 13. desember 2026" in page
    assert "I stedet for" in page
    crossed = kari.send(
        f"{here}gang/", status=422, **on("first_day", "2026-12-12"), **on("last_day", "2026-12-14"), with_whom="Mormor"
    )
    assert "Barnet skal allerede være et annet sted den natta" in words(crossed)

    it_is(monkeypatch, "2027-01-12 13:00")
    page = words(evaluated(kari, here, "2027-01-12"))
    assert "Hjelpen fortsetter" in page
    with world.as_(KARI):
        said = " ".join(Entry.objects.filter(kind__startswith="occasion.").values_list("says", flat=True))
    assert "Avlyst fredag 20. til søndag 22. november 2026." in said
    assert not {word for word in ("syk", "høn", "bursdag", "Ekeli") if word in said}


def the_sheet(world: World, kari: Browser) -> None:
    """What the home gets: a first name, bedtime, what the child needs, two numbers. Nothing else goes out of the house."""
    with acting("owner"):
        oncall = {"code": "vakta", "kind": "on-call", "name": "Barnevernvakta", "phone": "00009998", "published": True}
        PhoneLine.objects.create(municipality=world.solvik, **oncall)
    first = gang(world, FIRST)
    kari.send(
        f"{first}til-hjemmet/",
        bedtime="20.00, med lyset på",
        needs="Tåler ikke nøtter.",
        likes="Dyr",
        family_phone="00 00 13 13",
    )
    html = kari.see(f"{first}ark/")
    sheet = words(html.split('class="oc-sheet"', 1)[1])
    for told in ("Emil", "20.00, med lyset på", "Tåler ikke nøtter.", "00 00 13 13", "Vakttelefonen", "00 00 99 98"):
        assert told in sheet
    main = words(html.split("<main", 1)[1])
    for never in ("Nygård", "Lise", "Morten", "Besøkshjem", "avlastning", "Tiltak", "tiltak", "vedtak", "2018"):
        assert never not in main
    assert "Tåler ikke nøtter." in kari.see(f"{gang(world, NEXT)}ark/")


def test_what_was_to_come_is_called_off_when_the_help_is_put_on_hold_and_when_it_ends(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    here = running(world, kari, case)
    kari.send(f"{here}helger/", store="1", chosen=["2026-11-06", "2026-11-20"], **autumn())
    it_is(monkeypatch, "2026-11-09 09:00")
    kari.send(f"{here}vent/")
    with world.as_(KARI):
        assert stands() == {FIRST: Stood.PLANNED, NEXT: Stood.CALLED_OFF}
    assert "Tiltaket pågår ikke" in words(kari.see(f"{here}gang/"))
    # What has been is still to be written, by the one responsible.
    kari.send(f"{gang(world, FIRST)}ikke/", who="family", words="De kom ikke til toget.")
    kari.send(f"{here}ta-opp/")
    kari.send(f"{here}gang/", **on("first_day", "2026-12-04"), **on("last_day", "2026-12-06"))
    it_is(monkeypatch, "2026-11-30 09:00")
    evaluated(kari, here, "2026-11-30", "end", end_words="Mormor overtar.", against_wish="no")
    with world.as_(KARI):
        assert stands()[date(2026, 12, 4)] == Stood.CALLED_OFF
        assert not Item.objects.filter(rule="occasion-unwritten", open=True).exists()


def stands() -> dict[date, str]:
    return dict(Occasion.objects.values_list("first_day", "stood"))
