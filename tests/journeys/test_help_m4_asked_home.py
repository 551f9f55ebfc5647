"""M4, a home for the weekends: offered at the portal, asked for by Kari, named by Randi, taken; and neither sees the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.homes import actions as homes
from oppvekst.domain.homes.models import Offer, Wanted
from oppvekst.domain.homes.tests.offering import contacted, send
from oppvekst.domain.information.models import Appearance
from oppvekst.domain.measures.models import AskedHome, Measure, Occasion
from oppvekst.domain.measures.tests.at_desk import at, decided, evaluated, it_is, on, place, started
from oppvekst.domain.people.models import Person
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from tests.desk import Browser, Come, browser, opened_desk, words
from tests.world import World

KARI, RANDI, OLA, MARIT = "Kari Nesheim", "Randi Lunde", "Ola Brandvold", "Marit Solheim"
FORM = "/bli-med/besokshjem/sok/"
OFFERED: dict[str, Any] = {
    "name": "Ingrid Ekeli", "phone": "00 00 13 01", "area": "Vikøya", "adults": "2", "days": ["weekends"], "often": "fortnightly",
    "ages": ["6_12"], "animals": ["dog"], "siblings": "no", "languages": "norsk og polsk", "language": "nb",
}  # fmt: skip
ASKS: dict[str, Any] = {
    "age": "6_12", "often": "fortnightly", "area": "Vikøya", "language": "pl", "needs": ["drives"],
    **on("wanted_from", "2026-11-01"),
    "words": "Liker å fiske og å være ute.",
}  # fmt: skip
IN_PLACE: dict[str, Any] = {
    **on("in_place_certificate", "2026-10-13"), **on("in_place_household", "2026-10-13"), **on("in_place_approved", "2026-10-14"),
}  # fmt: skip
SAYS: dict[str, Any] = {"child_words": "Jeg vil møte hunden først."}
STOPPED = (403, 404, 409)
# What would tell Randi whose it is.
THE_CHILD = ("Emil", "Nygård", "Lise", "Morten", "2026-0001")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Come]:
    with acting("owner"):
        areas = ["Solvik sentrum", "Vikøya"]
        Appearance.objects.create(municipality=world.solvik, areas=areas, updated_at=at("2026-01-01 09:00"))
    cache.clear()
    yield opened_desk(world, settings, monkeypatch, at=at("2026-10-12 09:00"))
    cache.clear()


@pytest.fixture
def case(world: World) -> UUID:
    return family(world)


def help_at(world: World, kari: Browser, case: UUID, category: str = "4.5") -> str:
    """The decision of a visiting home, and the help decided; nobody is named."""
    terms = decisions.Terms(kind=Kind.MEASURE, category=category)
    decision = signed(world, case, terms=terms, at=at("2026-10-05 10:00"))
    here = place(kari.send(f"/vedtak/{decision.id}/tiltak/"))
    decided(kari, here, decision.id)
    return here


def latest(world: World) -> tuple[str, str]:
    """Kari's page of what she asked last, and Randi's."""
    with world.as_(KARI):
        one = AskedHome.objects.select_related("wanted").latest("wanted__asked_at")
        return f"/tiltak/hjem/{one.id}/", f"/hjem/etterspurt/{one.wanted_id}/"


def lines(world: World, name: str) -> list[str]:
    with world.as_(name) as who:
        return list(Item.objects.filter(open=True, assignee=who.staff_id).values_list("title", flat=True))


def test_a_home_from_the_portal_to_the_weekend_and_neither_sees_the_others(
    world: World, desk: Come, case: UUID, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = _offered_at_the_portal_and_called(world, desk, settings)
    kari, randi = desk(KARI), desk(RANDI)
    here = help_at(world, kari, case)
    _kari_asks(world, kari, here)
    mine, hers = latest(world)
    _randi_answers(world, randi, hers, offer, here)
    _kari_reads_and_waits_for_the_certificate(world, kari, mine, offer)
    it_is(monkeypatch, "2026-10-14 12:00")
    randi.send(f"{hers}pa-plass/", **IN_PLACE)
    unasked = words(kari.send(f"{mine}ja/", status=422))
    assert "hvorfor barnet ikke er spurt" in unasked
    assert "Foreldre som får lese om hjelpen, og barnet, ser navnet på Min side." in unasked
    assert "Navnet står i tiltaket" in words(kari.see(kari.send(f"{mine}ja/", **SAYS)))
    assert "Jeg vil møte hunden først." in words(kari.see(mine))
    assert "Ta stilling til hjemmet koordinatoren foreslår" not in lines(world, KARI)
    _the_weekend_is_with_them(world, kari, here)
    assert "Er hjem for ett barn." in words(randi.see(f"/hjem/{offer}/"))
    _nobody_reads_the_others(world, desk, case, offer, here)
    voice = words(kari.see(f"/saker/{case}/barnets-stemme/"))
    assert "Før hjemmet: Ingrid Ekeli" in voice and "Jeg vil møte hunden først." in voice
    _they_are_let_go_with_the_weekend(world, kari, mine)
    _what_the_journal_tells(world, case, UUID(hers.split("/")[3]))


def _offered_at_the_portal_and_called(world: World, desk: Come, settings: Any) -> UUID:
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    answer = Client(headers={"accept-language": "nb"}).post(FORM, OFFERED)
    assert answer.status_code == 303, words(str(answer.content, "utf-8"))[:2000]
    settings.FACE, settings.ROOT_URLCONF = "desk", "oppvekst.faces.desk.urls"
    with world.as_(RANDI):
        offer = Offer.objects.get()
    randi = desk(RANDI)
    mark = re.search(r'name="sett" value="(\w+)"', randi.see(f"/hjem/{offer.id}/kontakt/"))
    assert mark
    randi.send(f"/hjem/{offer.id}/kontakt/", sett=mark[1], **on("on", "2026-10-12"))
    return offer.id


def _kari_asks(world: World, kari: Browser, here: str) -> None:
    assert "Koordinatoren for hjem er ikke spurt" in words(kari.see(here))
    page = kari.see(f"{here}hjem/")
    assert re.search(r'value="6_12"[^>]*checked', page)
    told = kari.send(f"{here}hjem/", status=422, **{**ASKS, "words": "Emil liker å fiske."})
    assert "«Emil» ser ut som et navn" in words(told)
    assert "Emil liker å fiske." in told
    # No reason keeps a name of the family; what merely looks like a name may stand with one.
    assert "Hvorfor kan det stå?" not in words(told)
    other = kari.send(f"{here}hjem/", status=422, **{**ASKS, "words": "Vil se Rambo."})
    assert "Hvorfor kan det stå?" in words(other)
    assert "Hvorfor kan det stå?" not in words(page)
    family_too = kari.send(f"{here}hjem/", status=422, **{**ASKS, "words": "morten og lise trenger en pause."})
    assert "«morten» ser ut som et navn. «lise» ser ut som et navn." in words(family_too)
    page = words(kari.see(kari.send(f"{here}hjem/", **ASKS)))
    assert "Koordinatoren er spurt" in page
    assert "Svar ventes" in page
    again = words(kari.send(f"{here}hjem/", status=409, **ASKS))
    assert "allerede spurt i dette tiltaket" in again
    assert "Svar om et besøkshjem" not in words(kari.see("/min-dag/"))


def _randi_answers(world: World, randi: Browser, hers: str, offer: UUID, here: str) -> None:
    day = words(randi.see("/min-dag/"))
    assert "Kari Nesheim" in day and "Besøkshjem, 6–12 år, annenhver helg" in day
    assert "egen praksis" in randi.see("/min-dag/")
    page = words(randi.see(hers))
    assert "Bor i Vikøya. Snakker polsk" in page
    assert "Ingrid Ekeli" in page
    for address in ("/min-dag/", "/hjem/etterspurt/", hers, f"{hers}svar/{offer}/"):
        assert not [name for name in (*THE_CHILD, here) if name in randi.see(address)], address
    assert "Skriv hva som er avtalt" in words(randi.send(f"{hers}svar/{offer}/", status=422, words=""))
    late: dict[str, Any] = on("in_place_certificate", "2026-10-20")
    assert "kan ikke være etter" in words(randi.send(f"{hers}svar/{offer}/", status=422, words="Ring.", **late))
    randi.send(f"{hers}svar/{offer}/", words="De kan møtes på torsdag. Spør om hunden.")
    # What is lacking stays on her list until it is said.
    assert _wanted_lines(world) == ["Skriv hva som er på plass"]
    assert "alt avgjort" in words(randi.see(f"{hers}ingen/"))


def _wanted_lines(world: World) -> list[str]:
    with world.as_(RANDI):
        return list(Item.objects.filter(open=True, subject_kind="wanted").values_list("title", flat=True))


def _kari_reads_and_waits_for_the_certificate(world: World, kari: Browser, mine: str, offer: UUID) -> None:
    assert "Ta stilling til hjemmet koordinatoren foreslår" in lines(world, KARI)
    day = kari.see("/min-dag/")
    assert f'href="{mine}"' in day
    page = words(kari.see(mine))
    assert "Venter på koordinatoren" in page
    with world.as_(KARI) as by:
        line = Item.objects.get(open=True, assignee=by.staff_id, rule="home-answered")
    assert str(line.due) == "2026-10-19"
    for told in (
        "Ingrid Ekeli",
        "00 00 13 01",
        "Spør om hunden.",
        "Randi Lunde",
        "ikke ennå",
        "§ 12-11",
        "egen praksis",
    ):
        assert told in page.replace("\N{NO-BREAK SPACE}", " "), told
    stopped = words(kari.send(f"{mine}ja/", status=409, **SAYS))
    assert "uttømmende og utvidet politiattest er vist" in stopped
    with world.as_(KARI):
        assert not Measure.objects.get().provider_name


def _the_weekend_is_with_them(world: World, kari: Browser, here: str) -> None:
    started(kari, here, "2026-10-14")
    page = kari.see(f"{here}helger/")
    assert re.search(r'name="with_whom" value="Ingrid Ekeli"', page)
    row: dict[str, Any] = {
        **on("first_day", "2026-11-06"),
        **on("last_day", "2026-11-08"),
        **on("until", "2026-11-08"),
        "weeks": "2",
    }
    kari.send(f"{here}helger/", store="1", chosen=["2026-11-06"], with_whom="Ingrid Ekeli", **row)
    page = words(kari.see(here))
    assert "Hvem gir hjelpen Ingrid Ekeli" in page
    assert "svart ja" in page.casefold()
    with world.as_(KARI):
        assert Occasion.objects.get().with_whom == "Ingrid Ekeli"


def _they_are_let_go_with_the_weekend(world: World, kari: Browser, mine: str) -> None:
    assert "Avlys også den ene helga som er planlagt der" in words(kari.see(f"{mine}slutt/"))
    kari.send(f"{mine}slutt/", reasons="De skal flytte.", call_off="on")
    with world.as_(KARI):
        assert Occasion.objects.get().stood == "called_off"
    assert set(_wanted_lines(world)) == {"Si fra til hjemmet: slutt"}


def _refused(*tables: type[Any]) -> None:
    for table in tables:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            table.objects.exists()


def _nobody_reads_the_others(world: World, desk: Come, case: UUID, offer: UUID, here: str) -> None:
    kari, randi = desk(KARI), desk(RANDI)
    for address in ("/hjem/", f"/hjem/{offer}/", "/hjem/etterspurt/"):
        assert kari.client.get(address).status_code in STOPPED, address
    for address in (f"/saker/{case}/", here, latest(world)[0]):
        assert randi.client.get(address).status_code in STOPPED, address
    with world.as_(KARI):
        _refused(Offer)
        assert Wanted.objects.get().offer_id == offer
        # Her columns are her own: what the coordinator says is in place is not for her to say.
        for changed in ("in_place = '{}'", "answer_phone = ''", "offer_id = null"):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(f"update homes_wanted set {changed}")
    with world.as_(RANDI):
        _refused(AskedHome, Measure, Case, Occasion)
        assert Wanted.objects.count() == 1
        assert not Item.objects.exclude(case_id=None).exists()
    with world.as_(OLA):
        assert not Wanted.objects.exists()
        assert not AskedHome.objects.exists()


def _what_the_journal_tells(world: World, case: UUID, wanted: UUID) -> None:
    with world.as_(MARIT):
        coordinators = list(Entry.objects.filter(subject=wanted).order_by("at").values_list("says", "case_id"))
        told = list(Entry.objects.filter(case_id=case, kind__startswith="home.").values_list("says", flat=True))
    assert coordinators == [
        ("Et hjem er foreslått til Kari Nesheim.", None),
        ("Det er skrevet hva som er på plass med hjemmet som er foreslått.", None),
    ]
    assert told == [
        "Koordinatoren er spurt: besøkshjem, 6–12 år, annenhver helg.",
        "Besøkshjem er Ingrid Ekeli.",
        "Ingrid Ekeli er ikke lenger med. Avlyst: 1.",
    ]
    assert not [says for says in told if re.search(r"\d\d \d\d|00001301", says)]


def test_a_home_that_cannot_after_all_is_stopped_by_the_coordinator_and_nobody_says_yes_to_one_that_has_ended(
    world: World, desk: Come, case: UUID
) -> None:
    offer = contacted(world, send(world, area="Vikøya").offer_id)
    kari, randi = desk(KARI), desk(RANDI)
    kari.send(f"{help_at(world, kari, case)}hjem/", **ASKS)
    mine, hers = latest(world)
    randi.send(f"{hers}svar/{offer}/", words="De vil gjerne.", **IN_PLACE_THEN)
    assert "Foreslått for ett barn." in words(randi.see(f"/hjem/{offer}/avslutt/"))
    with world.as_(RANDI) as by:
        homes.close(offer, outcome="not_suitable", note="De ombestemte seg.", by=by, at=at("2026-10-12 09:30"))
    assert "Hjemmet er ikke lenger aktuelt. Ring koordinatoren." in words(kari.send(f"{mine}ja/", status=409, **SAYS))
    randi.send(f"{hers}likevel-ikke/", status=422, words="")
    randi.send(f"{hers}likevel-ikke/", words="De skal flytte.")
    assert _wanted_lines(world) == ["Svar om et besøkshjem"]
    assert lines(world, KARI).count("Hjemmet koordinatoren foreslo, kan likevel ikke") == 1
    assert "De skal flytte." in words(kari.see(mine))
    kari.send(f"{mine}ja/", status=409, **SAYS)
    # As whoever asks the database by hand: no step that the machine does not have, and nothing of what is only to be read.
    with world.as_(KARI), pytest.raises(DatabaseError, match="kan ikke endres slik"), transaction.atomic():
        Wanted.objects.update(state="let_go", settled_words="x")
    with world.as_(KARI), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        by_name = {"asked_by_name": "Ola Brandvold", "asked_by": Wanted.objects.get().asked_by}
        told: dict[str, Any] = {
            "kind": "visiting_home",
            "age": "6_12",
            "often": "monthly",
            "wanted_from": at("2026-11-01 09:00").date(),
        }
        Wanted.objects.create(
            municipality=world.solvik, **told, **by_name, asked_at=at("2026-10-12 09:00"), answer_by=told["wanted_from"]
        )


def test_a_no_goes_back_with_why_and_a_home_for_two_is_confirmed_and_free_when_the_help_ends(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = contacted(world, send(world, area="Vikøya").offer_id)
    kari, randi = desk(KARI), desk(RANDI)
    here, there = help_at(world, kari, case), help_at(world, kari, case)
    kari.send(f"{here}hjem/", **ASKS)
    _mine, hers = latest(world)
    randi.send(f"{hers}svar/{offer}/", words="De vil gjerne.", **IN_PLACE_THEN)
    it_is(monkeypatch, "2026-10-12 10:00")
    kari.send(f"{there}hjem/", **ASKS)
    mine, hers = latest(world)
    assert "Foreslått for ett barn." in words(randi.see(hers))
    # What was said of the home before stands in the form; that it has room for one more is confirmed.
    page = randi.see(f"{hers}svar/{offer}/")
    assert re.search(
        r'name="in_place_certificate_day"[^>]*value="12"|value="12"[^>]*name="in_place_certificate_day"', page
    )
    lacking = words(randi.send(f"{hers}svar/{offer}/", status=422, words="Begge.", **IN_PLACE_THEN))
    assert "Bekreft at det har plass til dette også" in lacking
    randi.send(f"{hers}svar/{offer}/", words="Begge.", several="on", **IN_PLACE_THEN)
    told = words(kari.send(f"{mine}igjen/", status=422, **ASKS, reasons="Emil er redd for hunder."))
    assert "«Emil» ser ut som et navn. Koordinatoren leser dette." in told
    it_is(monkeypatch, "2026-10-12 11:00")
    kari.send(f"{mine}igjen/", **ASKS, reasons="Barnet er redd for hunder.")
    assert sorted(_wanted_lines(world)) == ["Si fra til hjemmet: ikke aktuelt nå", "Svar om et besøkshjem"]
    randi.send(f"{hers}fortalt/")
    assert _wanted_lines(world) == ["Svar om et besøkshjem"]
    randi.send(f"{hers}fortalt/", status=409)
    mine, hers = latest(world)
    page = words(randi.see(hers))
    assert "Barnet er redd for hunder." in page
    assert "Den som spurte, har sagt nei til dem" in page
    randi.send(f"{hers}ingen/", words="Ingen uten hund nå. Spør igjen i januar.")
    assert "Koordinatoren fant ikke noe hjem" in lines(world, KARI)
    kari.send(f"{mine}trekk/")
    assert "Koordinatoren fant ikke noe hjem" not in lines(world, KARI)
    _ends(world, kari, here, monkeypatch)
    with world.as_(RANDI):
        assert set(Wanted.objects.values_list("state", flat=True)) == {"let_go", "asked_again", "withdrawn"}
        assert not [one for one in Wanted.objects.all() if one.answer_phone]
        assert "Hjelpen er slutt." in set(Wanted.objects.values_list("settled_words", flat=True))


IN_PLACE_THEN: dict[str, Any] = {f"in_place_{name}_{part}": value for name in ("certificate", "household", "approved")
                 for part, value in (("day", "12"), ("month", "10"), ("year", "2026"))}  # fmt: skip


def _ends(world: World, kari: Browser, here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one is taken, begun, and ended because it worked."""
    with world.as_(KARI):
        first = AskedHome.objects.select_related("wanted").earliest("wanted__asked_at")
    kari.send(f"/tiltak/hjem/{first.id}/ja/", not_heard_reason="Barnet er to år.")
    started(kari, here, "2026-10-12")
    it_is(monkeypatch, "2027-01-12 09:00")
    evaluated(kari, here, "2027-01-12", "end", against_wish="no", end_words="Det virket.")


def test_what_is_not_hers_or_not_there_is_answered_in_words(
    world: World, desk: Come, case: UUID, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOME_ANSWER_DAYS = {9998: 2}
    offer = send(world, area="Vikøya").offer_id
    kari, randi, ola = desk(KARI), desk(RANDI), browser(world, OLA)
    here = help_at(world, kari, case)
    for wrong in (
        {"area": "Fjordgata 12"},
        {"often": "x"},
        {"age": str(uuid4())},
        {"needs": ["Emil"]},
        {"language": ""},
    ):
        kari.send(f"{here}hjem/", status=422, **{**ASKS, **wrong})
    kari.send(f"{here}hjem/", **ASKS)
    mine, hers = latest(world)
    assert "onsdag 14. oktober" in words(kari.see(mine))
    assert ola.client.post(f"{mine}ja/").status_code == 404
    # Nobody has talked with them yet: they are not proposed, and are not named either.
    assert "Ingen av dem dere har kontakt med" in words(randi.see(hers))
    assert "Vi er ikke i kontakt med dem" in words(randi.send(f"{hers}svar/{offer}/", status=422, words="Ring dem."))
    assert "Foreslå" not in words(desk("Eivind Myrbakk").see(hers))
    other = help_at(world, kari, case, "4.6")
    page = words(kari.see(f"{other}hjem/"))
    assert "Omtrent hvor gammelt" in page
    assert "Spør om en støttekontakt" in page
    it_is(monkeypatch, "2026-10-15 09:00")
    assert "Koordinatoren har ikke svart innen fristen. Ring henne eller lederen." in words(kari.see(mine))


def test_of_a_child_whose_address_is_protected_no_place_is_asked_for(world: World, desk: Come, case: UUID) -> None:
    kari = desk(KARI)
    here, there = help_at(world, kari, case), help_at(world, kari, case)
    kari.send(f"{there}hjem/", **{**ASKS, "words": "Kjenner noen på Vikøya.", "kept_reason": "Et sted."})
    assert 'value="Vikøya"' in kari.see(f"{here}hjem/")
    with acting("owner"):
        Person.objects.filter(given_name="Lise").update(protection=1)
    assert 'value="Vikøya"' not in kari.see(f"{here}hjem/")
    kari.send(f"{here}hjem/", status=422, **ASKS)
    told = kari.send(
        f"{here}hjem/", status=422, **{**ASKS, "area": "", "words": "Trives på vikøya.", "kept_reason": "Ro."}
    )
    assert "Noen i saken har beskyttet adresse." in words(told)
    kari.send(f"{here}hjem/", **{**ASKS, "area": ""})
    # What was asked before the address was protected, tells no place either from then on.
    with world.as_(RANDI):
        assert set(Wanted.objects.values_list("area", "words")) == {("", ""), ("", ASKS["words"])}


def test_the_answer_is_on_the_list_of_whoever_is_responsible_now(world: World, desk: Come, case: UUID) -> None:
    kari = desk(KARI)
    kari.send(f"{help_at(world, kari, case)}hjem/", **ASKS)
    _mine, hers = latest(world)
    with world.as_(KARI) as by:
        cases.assign(case, world.staff[OLA].id, by=by, at=at("2026-10-12 09:30"))
    desk(RANDI).send(f"{hers}ingen/", words="Ingen nå.")
    assert "Koordinatoren fant ikke noe hjem" in lines(world, OLA)
    assert "Koordinatoren fant ikke noe hjem" not in lines(world, KARI)
    with world.as_(OLA) as by:
        cases.assign(case, world.staff[KARI].id, by=by, at=at("2026-10-12 09:40"))
    assert "Koordinatoren fant ikke noe hjem" in lines(world, KARI)
