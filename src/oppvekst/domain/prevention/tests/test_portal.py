"""What the public can do: ask for a talk or a visit, find a contact, sign up for a group. One form, no cookie, a receipt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.prevention import actions
from oppvekst.domain.prevention.actions.contacts import Kept
from oppvekst.domain.prevention.models import Request, SignUp
from oppvekst.domain.prevention.tests.asking import GEIR, TUESDAY, arranged, signed_up
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import OSLO
from tests.desk import words
from tests.house.page_lint import lint, read
from tests.world import World

TALK, VISIT, CONTACTS, GROUPS = (f"/forebyggende/{slug}/" for slug in ("droft", "be-om-besok", "kontakter", "grupper"))
A_TALK = {"phone": "00 00 12 40", "days": ["mon", "wed"], "parts": ["am"], "language": "ti", "interpreter": "on"}
A_VISIT = {
    "body": "Fjordgata barnehage", "contact_person": "Ida Moen", "phone": "00001244", "meeting": "parents",
    "themes": ["bounds"], "words": "Vi er tjue foreldre.",
}  # fmt: skip
A_FAMILY = {
    "name": "Selam",
    "phone": "00001250",
    "adults": "2",
    "children_to_mind": "3",
    "language": "ti",
    "interpreter": "on",
}
HOSTILE = (
    '<script>alert("x")</script>', "=HYPERLINK(1)", "a\x00b\x08c", "\u202eneppå\u202c", "'; drop table prevention_request; --",
    "{{ settings.SECRET_KEY }} {% load x %}", "%(x)s %s \N{PILE OF POO}",
)  # fmt: skip


class Visitor:
    """Somebody with a browser that holds every page to the house's rules."""

    def __init__(self) -> None:
        self.client = Client(headers={"accept-language": "nb"})

    def reads(self, address: str, *, status: int = 200) -> str:
        return self._page(self.client.get(address), address, status)

    def sends(self, address: str, answers: dict[str, Any], *, status: int = 303) -> str:
        """The receipt, or the page that came back."""
        response = self.client.post(address, answers)
        assert not response.cookies
        if status != 303:
            return self._page(response, address, status)
        assert response.status_code == 303, words(response.content.decode())[:3000]
        return self.reads(response.headers["Location"])

    def _page(self, response: Any, address: str, status: int) -> str:
        html = response.content.decode()
        assert response.status_code == status, words(html)[:3000]
        assert lint(html, address) == []
        return html


@pytest.fixture
def visitor(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    for place in (world.solvik, world.nordvag):
        install_defaults(place, at=TUESDAY, by=Actor("oppsett", place.number, "owner", rights=frozenset({EDIT})))
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY)
    cache.clear()
    yield Visitor()
    cache.clear()


def test_a_talk_asks_for_a_number_and_boxes_and_has_no_field_for_text(visitor: Visitor) -> None:
    page = read(visitor.reads(TALK))
    asked = {field.attrs.get("name") for field in page.all("input", "select", "textarea")}
    assert asked - {"csrfmiddlewaretoken", "nettside", "q"} == {"phone", "days", "parts", "language", "interpreter"}
    assert not page.all("textarea")


@pytest.mark.parametrize(
    "said",
    [
        "Ikke skriv eller si navnet på barnet",
        "må vi melde selv",
        "Er et barn i fare nå? Ring politiet på 112",
        "112",
        "innen to virkedager",
    ],
)
def test_a_talk_says_first_what_it_is_and_what_happens_if_we_must_act(visitor: Visitor, said: str) -> None:
    assert said in words(visitor.reads(TALK))


def test_who_asks_for_a_talk_gets_a_receipt_with_a_reference_and_a_day(visitor: Visitor) -> None:
    receipt = words(visitor.sends(TALK, A_TALK))
    found = Request.objects.get()
    assert found.reference in receipt
    assert "Senest torsdag 5. november" in receipt
    assert (found.phone, found.call_at, found.language, found.interpreter) == (
        "00001240",
        ["mon-am", "wed-am"],
        "ti",
        "ti",
    )
    assert "00001240" not in receipt.replace(" ", "")


def test_only_the_phone_is_needed_and_then_any_time_will_do(visitor: Visitor) -> None:
    visitor.sends(TALK, {"phone": "00001240", "language": "nb"})
    assert Request.objects.get().call_at == []


def test_who_asks_for_a_visit_keeps_everything_typed_when_something_is_wrong(visitor: Visitor) -> None:
    answers = A_VISIT | {
        "meeting": "",
        "phone": "ring",
        "wished_on_day": "3",
        "wished_on_month": "12",
        "wished_on_year": "2025",
    }
    page = visitor.sends(VISIT, answers, status=422)
    for kept in (
        "Fjordgata barnehage",
        "Ida Moen",
        'value="ring"',
        "Vi er tjue foreldre.",
        'value="2025"',
        "Velg hva slags møte det er.",
    ):
        assert kept in page
    assert not Request.objects.exists()
    visitor.sends(VISIT, A_VISIT | {"wished_on_day": "3", "wished_on_month": "12", "wished_on_year": "2026"})
    assert Request.objects.get().wished_on == date(2026, 12, 3)


def test_an_identity_number_in_a_visit_is_a_gentle_stop_at_the_field(visitor: Visitor) -> None:
    page = visitor.sends(VISIT, A_VISIT | {"words": "Det gjelder 249116 88123"}, status=422)
    assert "Det ser ut til at det står et fødselsnummer her" in page
    assert "249116 88123" in page
    assert not Request.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_stored_and_shown_harmlessly(visitor: Visitor, text: str) -> None:
    visitor.sends(VISIT, A_VISIT | {"words": text, "body": text, "contact_person": text[:50]})
    kept = Request.objects.get().words
    assert kept == text.replace("\x00", "").replace("\x08", "").replace("\u202e", "").replace("\u202c", "")
    again = visitor.sends(VISIT, A_VISIT | {"words": text, "phone": ""}, status=422)
    assert "<script>alert" not in again


def test_five_megabytes_of_text_are_refused_with_the_room_there_is(visitor: Visitor) -> None:
    page = visitor.sends(VISIT, A_VISIT | {"words": "a" * 5_000_000}, status=422)
    assert "Det er plass til 600 tegn" in page
    assert not Request.objects.exists()


@pytest.mark.parametrize(("address", "answers"), [(TALK, A_TALK), (VISIT, A_VISIT)])
def test_what_a_program_fills_in_is_dropped_and_a_person_is_told(
    visitor: Visitor, address: str, answers: dict[str, Any]
) -> None:
    page = visitor.sends(address, answers | {"nettside": "https://spam.example"}, status=422)
    assert "Trykk på knappen en gang til" in page
    assert "spam.example" not in page
    assert not Request.objects.exists()


def test_the_button_pressed_twice_leads_to_one_request_and_the_same_receipt(visitor: Visitor) -> None:
    one, other = (visitor.client.post(TALK, A_TALK).headers["Location"] for _ in range(2))
    assert (one, Request.objects.count()) == (other, 1)


def test_a_reference_that_is_not_ours_leads_nowhere_and_no_browser_keeps_a_receipt(visitor: Visitor) -> None:
    visitor.reads("/forebyggende/kvittering/AAAA-BBBB-CCCC/", status=404)
    kept = visitor.client.get(visitor.client.post(TALK, A_TALK).headers["Location"])
    assert "no-store" in kept.headers["Cache-Control"]


def contact(world: World, name: str, area: str = "Sentrum", person: str = "Geir Aasen", *, kind: str = "school") -> Any:
    with world.as_(GEIR) as geir:
        kept = Kept(kind=kind, name=name, area=area, contact_person=person, phone="00009721")
        return actions.keep_contact(kept, by=geir, at=TUESDAY)


def test_a_school_finds_its_contact_by_area_and_by_a_word_of_its_name(world: World, visitor: Visitor) -> None:
    contact(world, "Solvik skole")
    contact(world, "Havblikk barnehage", "Havblikk", "Maire Holm", kind="kindergarten")
    everybody = words(visitor.reads(CONTACTS))
    assert "Solvik skole Geir Aasen 00 00 97 21" in everybody
    assert "Maire Holm" in everybody
    assert "Maire Holm" not in words(visitor.reads(f"{CONTACTS}?omrade=Sentrum"))
    assert "Geir Aasen" not in words(visitor.reads(f"{CONTACTS}?sok=havbl+barne"))
    assert "Ingen treff" in visitor.reads(f"{CONTACTS}?sok=finnes+ikke")
    assert "<b>x" not in visitor.reads(f"{CONTACTS}?sok=<b>x&omrade=<b>x")


def test_a_contact_that_is_taken_down_is_gone_and_an_empty_list_says_what_to_do(world: World, visitor: Visitor) -> None:
    assert "Lista er ikke klar ennå" in visitor.reads(CONTACTS)
    contact_id = contact(world, "Solvik skole")
    with world.as_(GEIR) as geir:
        actions.take_down_contact(contact_id, by=geir, at=TUESDAY)
    cache.clear()
    assert "Solvik skole" not in visitor.reads(CONTACTS)


def test_a_family_signs_up_for_a_group_and_is_asked_nothing_about_troubles(world: World, visitor: Visitor) -> None:
    address = f"{GROUPS}{arranged(world)}/"
    page = read(visitor.reads(address))
    asked = {field.attrs.get("name") for field in page.all("input", "select", "textarea")} - {
        "csrfmiddlewaretoken",
        "nettside",
        "q",
    }
    assert asked == {"name", "phone", "adults", "language", "interpreter", "children_to_mind"}
    assert "Barn tolker aldri" in words(visitor.reads(address))
    receipt = words(visitor.sends(address, A_FAMILY))
    found = SignUp.objects.get()
    assert (found.name, found.adults, found.children_to_mind, found.interpreter) == ("Selam", 2, 3, "ti")
    assert found.reference in receipt
    assert "Takk for påmeldingen" in receipt


def test_a_group_without_child_care_does_not_ask_about_it(world: World, visitor: Visitor) -> None:
    address = f"{GROUPS}{arranged(world, child_care=False)}/"
    assert "trenger pass" not in visitor.reads(address)
    visitor.sends(address, A_FAMILY)
    assert SignUp.objects.get().children_to_mind == 0


def test_a_full_group_offers_its_waiting_list_and_the_receipt_says_so(world: World, visitor: Visitor) -> None:
    group_id = arranged(world, seats=1)
    signed_up(world, group_id, at=TUESDAY - timedelta(hours=1))
    page = words(visitor.reads(f"{GROUPS}{group_id}/"))
    assert "Gruppa er full" in page
    assert "Sett på venteliste" in page
    assert "Dere står på venteliste" in visitor.sends(f"{GROUPS}{group_id}/", A_FAMILY | {"phone": "00001277"})


def test_a_group_that_is_over_takes_nobody(world: World, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"{GROUPS}{arranged(world)}/"
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 6, 9, 0, tzinfo=OSLO))
    page = visitor.reads(address)
    assert "Gruppa er ferdig" in page
    assert 'name="phone"' not in page
    visitor.client.post(address, A_FAMILY)
    assert not SignUp.objects.exists()
    assert "Ingen grupper akkurat nå" in visitor.reads(GROUPS)


def test_a_draft_and_a_group_next_door_are_not_there(world: World, visitor: Visitor) -> None:
    draft = arranged(world, published=False, title="Hemmelig utkast")
    assert "Hemmelig utkast" not in visitor.reads(GROUPS)
    visitor.reads(f"{GROUPS}{draft}/", status=404)
    visitor.reads(f"{GROUPS}{uuid4()}/", status=404)


def test_a_group_speaks_the_language_of_the_address_and_says_when_it_cannot(world: World, visitor: Visitor) -> None:
    known = arranged(world, other_languages={"en": {"title": "Being a parent here", "about": "We talk."}})
    unknown = arranged(world, title="Bare på bokmål")
    assert "Being a parent here" in visitor.reads(f"/en{GROUPS}{known}/")
    page = visitor.reads(f"/en{GROUPS}{unknown}/")
    assert '<h1 lang="nb">Bare på bokmål</h1>' in page


@pytest.mark.parametrize("address", [CONTACTS, GROUPS])
def test_ten_rows_and_a_hundred_cost_the_same(world: World, visitor: Visitor, address: str) -> None:
    def many(first: int, last: int) -> int:
        for number in range(first, last):
            contact(world, f"Skole {number}", f"Område {number % 4}")
            arranged(world, title=f"Gruppe {number}", ends_on=date(2026, 12, 1))
        cache.clear()
        with CaptureQueriesContext(connection) as counted:
            visitor.reads(address)
        return len(counted)

    assert many(0, 5) == many(5, 40)


def test_a_crowd_of_readers_costs_one_page_and_a_search_is_kept_by_nobody(world: World, visitor: Visitor) -> None:
    for address in (CONTACTS, GROUPS):
        visitor.reads(address)
        with CaptureQueriesContext(connection) as counted:
            visitor.reads(address)
        assert len(counted) == 0
    visitor.reads(f"{CONTACTS}?sok=solvik")
    with CaptureQueriesContext(connection) as counted:
        visitor.reads(f"{CONTACTS}?sok=solvik")
    assert len(counted) > 0


def test_a_receipt_opened_late_says_the_same_day_and_that_we_have_called(
    world: World, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = visitor.client.post(TALK, A_TALK).headers["Location"]
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY + timedelta(days=40))
    assert "Senest torsdag 5. november" in words(visitor.reads(address))
    with world.as_(GEIR) as geir:
        actions.answer(Request.objects.get().id, by=geir, at=TUESDAY)
    assert "Vi har ringt tilbake" in visitor.reads(address)
