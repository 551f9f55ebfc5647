"""The catalogue and the search at the desk, as the coordinator and the case worker meet them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.decisions.tests.family import EMIL, family
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import HelpPlace, Offer
from oppvekst.domain.measures.rules.offers import HAS, LEFT, WAITS
from oppvekst.domain.measures.rules.providers import Whose
from oppvekst.domain.measures.tests.offering import AT, RANDI, offered, provider, shown, terms
from tests.desk import TUESDAY, Browser, Come, opened_desk, questions, words
from tests.world import World

LIST, PROVIDERS = "/katalog/", "/katalog/leverandorer/"
HOSTILE = "<script>alert(1)</script> \u202eneppå \"'; drop table x; --"


@pytest.fixture
def come(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=TUESDAY)


@pytest.fixture
def randi(come: Come) -> Browser:
    return come(RANDI)


@pytest.fixture
def kari(come: Come) -> Browser:
    return come("Kari Nesheim")


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


def search(case_id: UUID) -> str:
    return f"/saker/{case_id}/hvem-kan-hjelpe/"


def test_the_catalogue_is_read_by_kind_with_whether_there_is_room(world: World, kari: Browser) -> None:
    team = provider(world)
    offered(world, team)
    offered(world, team, name="Støttekontakt", category="4.6", capacity=3, others=3)
    page = words(kari.see(LIST))
    assert "Tiltak for å styrke foreldreferdigheter PMTO Foreldre øver på hverdagen. 3–12 år Lyngheia onsdag" in page
    assert "1 ledig plass" in page
    assert "Ingen ledig plass" in page
    assert "Nytt tilbud" not in page


def test_what_is_searched_for_is_posted_and_only_what_we_know_stands_in_the_address(
    world: World, kari: Browser
) -> None:
    offered(world, provider(world))
    assert kari.send(LIST, sok="hverdag", kode="3", ledig="on") == f"{LIST}?sok=hverdag&kode=3&ledig=on"
    assert "PMTO" in words(kari.see(f"{LIST}?sok=hverdag&kode=3.2&ledig=on"))
    assert "Ingen treff" in words(kari.see(f"{LIST}?kode=8.2"))
    for odd in ("kode=%00", "sok=%00", "leverandor=%00", "side=x"):
        kari.see(f"{LIST}?{odd}")
    assert kari.send(LIST, sok="05817012345", leverandor="ikke en leverandør") == f"{LIST}?"


def test_a_part_of_the_list_comes_without_the_page(world: World, kari: Browser) -> None:
    offered(world, provider(world))
    part = kari.part(LIST, sok="PMTO")
    assert part.status_code == 200
    assert b"<html" not in part.content
    assert b"PMTO" in part.content


def test_a_thousand_offers_cost_as_many_questions_as_ten(world: World, kari: Browser) -> None:
    team = provider(world)
    for number in range(3):
        offered(world, team, name=f"Tilbud {number}")
    kari.see(LIST)
    few = questions(kari, LIST)
    made = [
        Offer(
            municipality_id=9998,
            provider=team,
            name=f"Rad {n}",
            category="3.2",
            about="x",
            valid_from=AT.date(),
            changed_at=AT,
        )
        for n in range(1_000)
    ]
    with world.as_(RANDI):
        Offer.objects.bulk_create(made)
    assert questions(kari, LIST) == few


def test_randi_writes_an_offer_and_sees_what_its_dates_mean_before_it_is_kept(world: World, randi: Browser) -> None:
    team = provider(world)
    form: dict[str, Any] = {
        "name": "Trygghetssirkelen", "about": "Kurs.", "category": "3.5", "provider": str(team.id), "age_from": "0",
        "age_to": "6",
        "languages": ["nb"], "interpreter": "yes", "capacity": "8", "valid_from": "1.1.2027", "others": "0",
    }  # fmt: skip
    page = words(randi.send(f"{LIST}nytt/", status=200, vis="1", **form))
    assert "Tilbudet kommer i katalogen fredag 1. januar 2027" in page
    assert not Offer.objects.filter(name="Trygghetssirkelen").exists()
    address = randi.send(f"{LIST}nytt/", **form)
    page = words(randi.see(address))
    assert "Tilbudet er lagret i katalogen" in page
    assert "Begynner fredag 1. januar 2027" in page
    assert "Norsk, eller med tolk" in page


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(world: World, randi: Browser) -> None:
    page = words(randi.send(f"{LIST}nytt/", status=422, name=HOSTILE, about="", valid_from="1.1.2027"))
    assert "Skriv hva tilbudet er, med vanlige ord." in page
    assert "Velg en leverandør." in page
    assert HOSTILE in page or "drop table" in randi.send(
        f"{LIST}nytt/", status=422, name=HOSTILE, about="", valid_from="x"
    )


def test_an_offer_is_changed_and_taken_out_from_a_day(world: World, randi: Browser) -> None:
    pmto = offered(world, provider(world))
    here = f"{LIST}{pmto.id}/"
    form = {
        "name": "PMTO", "about": "Øve mer.", "category": "3.2", "provider": str(pmto.provider_id), "valid_from": "1.1.2026",
        "capacity": "1", "others": "0", "sett": pmto.changed_at.isoformat(),
    }  # fmt: skip
    assert randi.send(f"{here}endre/", **form) == f"{here}?gjort=lagret"
    randi.send(f"{here}endre/", status=409, **form | {"sett": "2026-13-45T00:00"})
    stopped = words(randi.send(f"{here}endre/", status=409, **form))
    assert "har endret tilbudet mens du skrev" in stopped
    randi.see(f"{here}ta-ut/")
    assert randi.send(f"{here}ta-ut/", on="30.11.2026") == f"{here}?gjort=tatt-ut"
    assert "til og med mandag 30. november 2026" in words(randi.see(here))


def test_a_provider_with_its_agreement_and_certificates(world: World, randi: Browser) -> None:
    address = randi.send(
        f"{PROVIDERS}ny/", name="Trygg Vei AS", whose="private", valid_from="1.1.2026", phone="00 00 97 41"
    )
    here = address.partition("?")[0]
    assert "Ingen avtale ennå" in words(randi.see(address))
    agreed = {
        "title": "Familieterapi",
        "valid_from": "1.1.2026",
        "valid_to": "31.3.2027",
        "options": "1",
        "option_months": "12",
    }
    randi.send(f"{here}avtale/", **agreed)
    randi.send(
        f"{here}attest/", worker_name="Anja Brekke", kind="child_care", issued_on="1.11.2026", shown_on="20.11.2026",
        kept_where="Låst skap",
    )  # fmt: skip
    page = words(randi.see(here))
    assert "Familieterapi Gjelder nå" in page
    assert "Anja Brekke" in page
    assert "Trygg Vei AS" in words(randi.see("/min-dag/"))
    assert "Trygg Vei AS" in words(randi.see(PROVIDERS))


def test_an_agreement_on_the_agenda_leads_to_where_it_is_chosen(world: World, randi: Browser) -> None:
    steady = provider(world, "Trygg Vei AS", Whose.PRIVATE)
    with world.as_(RANDI) as she:
        found = actions.keep_agreement(steady.id, terms(), by=she, at=AT)
        anja = actions.note_certificate(steady.id, shown(), by=she, at=AT)
    assert f"/katalog/avtaler/{found.id}/" in randi.see("/min-dag/")
    assert randi.client.get(f"/katalog/avtaler/{found.id}/").status_code == 302
    for one in ("endre", "etter"):
        randi.see(f"/katalog/avtaler/{found.id}/{one}/")
    randi.send(f"/katalog/avtaler/{found.id}/opsjon/")
    randi.send(f"/katalog/avtaler/{found.id}/etter/", words="Lyses ut.")
    assert "Skriv hva som kommer etter" in words(
        randi.send(f"/katalog/avtaler/{found.id}/etter/", status=422, words="")
    )
    away = f"/katalog/attester/{anja.id}/slutt/"
    assert "makuleres" in words(randi.send(away, status=422))
    randi.send(away, shredded="on")


def test_who_may_not_keep_the_catalogue_is_told_so(world: World, come: Come) -> None:
    pmto = offered(world, provider(world))
    kari, geir = come("Kari Nesheim"), come("Geir Aasen")
    for address in (f"{LIST}nytt/", f"{LIST}{pmto.id}/endre/", f"{LIST}{pmto.id}/ta-ut/", f"{PROVIDERS}ny/"):
        kari.see(address, status=409)
    assert "for dem som arbeider med saker" in words(geir.see(LIST, status=409))


def test_kari_searches_from_the_case_takes_a_place_and_ends_it(world: World, kari: Browser, emil: UUID) -> None:
    pmto = offered(world, provider(world))
    page = words(kari.see(search(emil)))
    assert "PMTO" in page
    assert "passer alder (3–12 år)" in page
    take = f"/saker/{emil}/plass/?tilbud={pmto.id}"
    assert take in kari.see(search(emil)).replace("&amp;", "&")
    kari.see(take)
    assert kari.send(take, on="24.11.2026") == f"{search(emil)}?gjort=plass"
    place = HelpPlace.objects.get(case_id=emil)
    assert place.state == HAS
    assert "Har plass" in words(kari.see(search(emil)))
    kari.see(f"/plasser/{place.id}/slutt/")
    kari.send(f"/plasser/{place.id}/slutt/", on="24.11.2026", words="Flyttet.")
    assert HelpPlace.objects.get(id=place.id).state == LEFT


def test_who_comes_too_late_is_told_and_offered_the_line(world: World, kari: Browser, emil: UUID) -> None:
    pmto = offered(world, provider(world))
    nora = family(world, replace(EMIL, given_name="Nora"))
    take, wait = "/saker/{}/plass/?tilbud={}", "/saker/{}/venteliste/?tilbud={}"
    kari.send(take.format(emil, pmto.id), on="24.11.2026")
    page = words(kari.send(take.format(nora, pmto.id), status=409, on="24.11.2026"))
    assert "Den siste plassen er tatt" in page
    assert "Sett på venteliste" in page
    kari.see(wait.format(nora, pmto.id))
    assert kari.send(wait.format(nora, pmto.id), on="24.11.2026") == f"{search(nora)}?gjort=venter"
    assert HelpPlace.objects.get(case_id=nora).state == WAITS
    assert "1 venter" in words(kari.send(search(nora), status=200))


def test_nothing_found_says_what_to_let_go_of_and_a_button_does_it(world: World, kari: Browser, emil: UUID) -> None:
    offered(world, provider(world), capacity=2, others=2)
    page = words(kari.send(search(emil), status=200, only_free="on", age="8"))
    assert "Ingen tilbud passer alt dette" in page
    assert "Ta med dem som har venteliste 1 tilbud" in page
    assert "PMTO" in words(kari.send(search(emil), status=200, only_free="on", age="8", slipp="only_free"))
    part = kari.part(search(emil), age="8")
    assert b"<html" not in part.content
    assert b"PMTO" in part.content


@pytest.mark.parametrize(
    "sent", [{"age": "åtte"}, {"category": "99"}, {"postal_code": "x"}, {"slipp": "noe"}, {"day": HOSTILE}]
)
def test_what_somebody_else_could_send_narrows_nothing_and_breaks_nothing(
    world: World, kari: Browser, emil: UUID, sent: dict[str, str]
) -> None:
    offered(world, provider(world))
    assert "PMTO" in words(kari.send(search(emil), status=200, **sent))


@pytest.mark.parametrize("which", ["", "?tilbud=", "?tilbud=noe"])
def test_a_place_in_no_offer_is_a_sentence(kari: Browser, emil: UUID, which: str) -> None:
    for page in ("plass", "venteliste"):
        assert "Velg et tilbud i lista" in words(kari.see(f"/saker/{emil}/{page}/{which}"))
        assert "Velg et tilbud i lista" in words(
            kari.send(f"/saker/{emil}/{page}/{which}", status=409, on="24.11.2026")
        )
