"""What is half written: kept, sealed, found again, changed, and gone when somebody leaves in a hurry."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from oppvekst.domain.concerns.tests.test_portal.conftest import Visitor
from oppvekst.domain.concerns.tests.test_portal.test_kinds import NEIGHBOUR, SCHOOL
from oppvekst.ground.web.drafts import COOKIE
from oppvekst.ground.web.models import Draft


def test_no_cookie_before_something_is_written(visitor: Visitor) -> None:
    for address in ("/meld/", "/meld/privat/", "/meld/privat/fare/"):
        visitor.reads(address)
    assert COOKIE not in visitor.client.cookies
    visitor.sends("/meld/privat/fare/", {}, status=422)
    visitor.sends("/meld/privat/fare/", {"go": "back"})
    assert COOKIE not in visitor.client.cookies
    assert not Draft.objects.exists()
    visitor.sends("/meld/privat/fare/", {"danger": "no"})
    cookie = visitor.client.cookies[COOKIE]
    assert (cookie["samesite"], cookie["httponly"], cookie["max-age"], cookie["expires"]) == ("Strict", True, "", "")


def test_what_is_written_can_be_read_by_its_own_browser_only(visitor: Visitor) -> None:
    visitor.goes_through("privat", NEIGHBOUR)
    assert "skriking" in visitor.reads("/meld/privat/fortell/")
    assert "skriking" not in Visitor().reads("/meld/privat/fortell/")
    (draft,) = Draft.objects.all()
    for word in (b"skriking", b"Emil", b"privat", b"anonymity"):
        assert word not in bytes(draft.sealed)


def test_the_key_of_another_draft_or_a_made_up_one_opens_nothing(visitor: Visitor) -> None:
    visitor.goes_through("privat", NEIGHBOUR)
    for key in ("00" * 32, "abc", "ikke en nøkkel", "zz" * 32):
        stranger = Visitor(Client())
        stranger.client.cookies[COOKIE] = key
        assert "skriking" not in stranger.reads("/meld/privat/fortell/")


@pytest.mark.parametrize(
    ("address", "typed", "kept"),
    [
        ("/meld/privat/deg/", {"phone": "12", "name": "Bjørn"}, "Bjørn"),
        ("/meld/privat/barn/1/", {"name": "Emil", "number": "123"}, "Emil"),
        ("/meld/ansatt/familien/", {"family_words": "Redd for slag"}, "Redd for slag"),
        ("/meld/ansatt/deg/", {"name": "Anja", "email": "uten-krøllalfa"}, "uten-krøllalfa"),
        ("/meld/barn/svar/", {"way": "phone", "when": "i storefri"}, "i storefri"),
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(
    visitor: Visitor, address: str, typed: dict[str, str], kept: str
) -> None:
    page = visitor.sends(address, typed, status=422)
    assert "ds-error-summary" in page
    assert "<title>Feil: " in page
    assert kept in page
    summary = page[page.index("ds-error-summary") :]
    target = summary[summary.index('href="#') + 7 :].split('"')[0]
    assert f'id="{target}"' in page


def test_back_keeps_what_is_typed_finished_or_not(visitor: Visitor) -> None:
    visitor.sends("/meld/privat/fare/", {"danger": "no"})
    before = visitor.sends("/meld/privat/barn/1/", {"go": "back", "name": "Emil", "number": "123"})
    assert before == "/meld/privat/anonymitet/"
    assert "Emil" in visitor.reads("/meld/privat/barn/1/")
    assert visitor.sends("/meld/privat/deg/", {"go": "back", "name": "Bjørn", "phone": "1"}) == "/meld/privat/kjenner/"
    page = visitor.reads("/meld/privat/deg/")
    assert 'value="Bjørn"' in page
    assert "ds-error-summary" not in page


def test_one_point_is_changed_and_the_summary_comes_back(visitor: Visitor) -> None:
    summary = visitor.goes_through("privat", NEIGHBOUR)
    assert 'href="/meld/privat/fortell/?endre=1"' in visitor.reads(summary)
    assert visitor.sends("/meld/privat/fortell/?endre=1", {"worry": "Det er stille nå."}) == summary
    page = visitor.reads(summary)
    assert "Det er stille nå." in page
    assert "skriking" not in page


def test_children_are_added_changed_and_taken_out(visitor: Visitor) -> None:
    visitor.sends("/meld/privat/barn/1/", {"name": "Emil"})
    visitor.sends("/meld/privat/barn/2/", {"name": "Mikkel"})
    visitor.sends("/meld/privat/barn/1/", {"name": "Emilie"})
    page = visitor.reads("/meld/privat/barn/")
    assert "Emilie" in page
    assert "Mikkel" in page
    visitor.sends("/meld/privat/barn/1/fjern/")
    page = visitor.reads("/meld/privat/barn/")
    assert "Emilie" not in page
    assert "Barn 1" in page
    assert "Barn 2" not in page
    visitor.sends("/meld/privat/barn/1/fjern/")
    assert visitor.client.get("/meld/privat/barn/").headers["Location"] == "/meld/privat/barn/1/"


def test_there_is_an_end_to_how_many_children_one_message_can_have(visitor: Visitor) -> None:
    for number in range(1, 21):
        visitor.sends(f"/meld/privat/barn/{number}/", {"name": f"Barn {number}"})
    assert "Legg til et barn til" not in visitor.reads("/meld/privat/barn/")
    visitor.reads("/meld/privat/barn/21/", status=404)


def test_nobody_has_to_know_a_name_but_something_must_lead_to_the_child(visitor: Visitor) -> None:
    page = visitor.sends("/meld/privat/barn/1/", {}, status=422)
    assert "Et navn, en adresse eller en beskrivelse er nok." in page
    visitor.sends("/meld/privat/barn/1/", {"where": "Rødt hus ved skolen"})


def test_a_writer_who_comes_back_is_told_of_the_draft_and_led_on(visitor: Visitor) -> None:
    visitor.sends("/meld/privat/fare/", {"danger": "no"})
    for address in ("/meld/", "/meld/privat/", "/meld/ungdom/"):
        page = visitor.reads(address)
        assert "Du har begynt på en melding" in page
        assert 'href="/meld/privat/anonymitet/"' in page


def test_leaving_in_a_hurry_drops_the_draft_and_the_cookies(visitor: Visitor) -> None:
    visitor.goes_through("privat", NEIGHBOUR)
    page = visitor.reads("/meld/privat/fortell/")
    assert 'data-drop-url="/meld/forlat/"' in page
    assert 'ping="/meld/forlat/"' in page
    response = visitor.client.post("/meld/forlat/")
    assert response.status_code == 204
    assert {name for name, cookie in response.cookies.items() if cookie["max-age"] == 0} == {
        COOKIE,
        settings.CSRF_COOKIE_NAME,
    }
    assert not Draft.objects.exists()
    assert visitor.client.get("/meld/forlat/").status_code == 405


def test_leaving_asks_for_no_token_since_a_browser_without_scripts_has_none(visitor: Visitor) -> None:
    visitor.sends("/meld/privat/fare/", {"danger": "no"})
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[COOKIE] = visitor.client.cookies[COOKIE].value
    assert strict.post("/meld/forlat/").status_code == 204
    assert not Draft.objects.exists()
    elsewhere = {"sec-fetch-site": "cross-site"}
    assert strict.post("/meld/slett/", headers=elsewhere).status_code == 403


def test_the_writer_can_delete_it_after_being_asked_once(visitor: Visitor) -> None:
    visitor.goes_through("privat", NEIGHBOUR)
    assert "Ingenting er sendt." in visitor.reads("/meld/slett/")
    assert Draft.objects.exists()
    assert "Det du skrev, er slettet" in visitor.reads(visitor.sends("/meld/slett/"))
    assert not Draft.objects.exists()


def test_a_draft_that_is_gone_is_told_plainly(visitor: Visitor) -> None:
    summary = visitor.goes_through("privat", NEIGHBOUR)
    Draft.objects.all().delete()
    assert "Ingenting er sendt." in visitor.reads(summary)
    assert "Ingenting er sendt." in visitor.sends(summary, status=410)


def test_an_answer_decides_which_pages_there_are(visitor: Visitor) -> None:
    visitor.sends("/meld/forelder/fare/", {"danger": "no"})
    visitor.reads("/meld/forelder/hjelp/", status=404)
    assert visitor.sends("/meld/forelder/hva/", {"wish": "both"}) == "/meld/forelder/barn/"
    visitor.reads("/meld/forelder/hjelp/")
    visitor.reads("/meld/forelder/fortell/")


@pytest.mark.parametrize(("danger", "led_to"), [("yes", "ring/"), ("unknown", "ring/"), ("no", "anonymitet/")])
def test_danger_leads_to_the_numbers_first_and_then_on(visitor: Visitor, danger: str, led_to: str) -> None:
    address = visitor.sends("/meld/privat/fare/", {"danger": danger})
    assert address == f"/meld/privat/{led_to}"
    page = visitor.reads(address)
    if led_to == "ring/":
        assert page.index("tel:112") < page.index("tel:00009998") < page.index('href="/meld/privat/anonymitet/"')


def test_every_page_of_the_form_can_be_left_in_a_hurry(visitor: Visitor) -> None:
    for kind, answers in (("privat", NEIGHBOUR), ("ansatt", SCHOOL)):
        summary = visitor.goes_through(kind, answers)
        for address in (
            "/meld/",
            "/meld/kvittering/",
            "/meld/slett/",
            f"/meld/{kind}/",
            f"/meld/{kind}/barn/",
            summary,
        ):
            page = visitor.reads(address)
            assert "data-quick-exit" in page
            assert "/meld/forlat/" in page
            assert "no-store" in visitor.client.get(address).headers["Cache-Control"]
