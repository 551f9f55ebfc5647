"""The public form, one for each kind: what it asks, what it stops gently, what it keeps, and the receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.portal.forms import FORMS, OfferForm
from oppvekst.domain.homes.rules import CHOICES, HOUSEHOLD, OFFERED, Kind, Sending, asks_household, cleaned
from oppvekst.domain.homes.tests.offering import TUESDAY
from oppvekst.domain.information.models import Appearance
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from oppvekst.law.identity import synthetic
from tests.desk import words
from tests.house.page_lint import lint
from tests.world import World

FORM = "/bli-med/besokshjem/sok/"
SLUGS = ("besokshjem", "fosterhjem", "stottekontakt", "tilsynsperson")
ANSWERS: dict[str, Any] = {
    "name": "Ingrid Ekeli", "phone": "00 00 13 01", "area": "Solvik sentrum", "adults": "3", "children_6_12": "1",
    "days": ["weekends"], "often": "monthly", "ages": ["6_12"], "animals": ["dog"], "siblings": "yes", "language": "nb",
    "words": "Vi har en hund og god plass.",
}  # fmt: skip
EMIL = synthetic(date(2016, 11, 24))


class Visitor:
    """A person at the portal, every page held to the house's rules."""

    def __init__(self) -> None:
        self.client = Client(headers={"accept-language": "nb"})

    def reads(self, address: str, *, status: int = 200) -> str:
        """A page."""
        return self._page(self.client.get(address), address, status)

    def sends(self, address: str = FORM, *, status: int = 303, **changed: Any) -> str:
        """The form with these answers changed; the address it leads to, or the page again."""
        response = self.client.post(address, {**ANSWERS, **changed})
        text = self._page(response, address, status)
        return str(response.headers.get("Location", text))

    def _page(self, response: Any, address: str, status: int) -> str:
        text = str(response.content, "utf-8")
        assert response.status_code == status, words(text)[:2000]
        assert not response.cookies
        if status != 303:
            assert not (faults := lint(text, address)), "\n".join(faults)
        return text


@pytest.fixture
def visitor(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY)
    cache.clear()
    yield Visitor()
    cache.clear()


def stored() -> Offer:
    return Offer.objects.get()


# The form -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_each_kind_has_its_own_form_and_says_what_one_must_know_first(visitor: Visitor, slug: str) -> None:
    text = words(visitor.reads(f"/bli-med/{slug}/sok/"))
    before = text[: text.index("Hvem er du?")]
    assert "politiattest senere, og bare av den som får tilbud om oppdraget" in before
    assert "eldre enn tre måneder" in before
    assert "innen fem virkedager" in text


def test_a_visiting_home_is_told_of_a_year_and_weekends_before_anything_is_asked(visitor: Visitor) -> None:
    text = words(visitor.reads(FORM))
    assert text.index("minst ett år, én eller flere helger i måneden") < text.index("Hvem er du?")


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_can_be_uploaded_and_nothing_sensitive_is_asked(visitor: Visitor, slug: str) -> None:
    page = visitor.reads(f"/bli-med/{slug}/sok/")
    assert 'type="file"' not in page
    assert "multipart" not in page
    text = words(page).lower()
    assert not [word for word in ("fødselsnummer", "diagnose", "sykdom", "religion", "straff") if word in text]


@pytest.mark.parametrize("kind", Kind)
def test_a_form_asks_what_the_rules_say_of_its_kind_and_no_more(kind: Kind) -> None:
    fields = FORMS[kind]().fields
    asked = {"name", "phone", "email", "area", "words", "language", "interpreter", *OFFERED[kind]}
    assert set(fields) == asked | (set(HOUSEHOLD) if asks_household(kind) else set())
    for name in OFFERED[kind]:
        choices = {str(key) for key, _ in getattr(fields[name], "choices", ())} - {"yes", "no"}
        assert choices <= CHOICES.get(name, frozenset())


def test_what_is_wrong_is_told_in_the_order_of_the_page(visitor: Visitor) -> None:
    page = visitor.sends(status=422, name="", days=[], ages=[], adults="", area="")
    order = re.findall(r'class="ds-link" href="#id_(\w+?)(?:_0)?"', page)
    assert order == ["name", "area", "adults", "days", "ages"]
    assert page.index("ds-error-summary") < page.index("op-offer__know")


@pytest.mark.parametrize("kind", Kind)
def test_every_question_stands_in_a_group(kind: Kind) -> None:
    form: OfferForm = FORMS[kind]()
    assert {field.name for group in form.groups for field in group.fields} == set(form.fields)


def test_a_kind_we_do_not_have_is_not_there(visitor: Visitor) -> None:
    visitor.reads("/bli-med/noe-annet/sok/", status=404)


def test_the_places_are_those_the_municipality_has_named(world: World, visitor: Visitor) -> None:
    Appearance.objects.create(municipality=world.solvik, areas=["Solvik sentrum", "Vikøya"], updated_at=TUESDAY)
    page = visitor.reads(FORM)
    assert '<option value="Vikøya">' in page
    visitor.sends(status=422, area="Månen")
    visitor.sends(area="Vikøya")
    assert stored().area == "Vikøya"


# Sending ----------------------------------------------------------------------------------------------------


def test_what_is_sent_is_kept_as_counts_and_choices(visitor: Visitor) -> None:
    visitor.sends()
    offer = stored()
    assert (offer.kind, offer.name, offer.phone, offer.state) == ("visiting_home", "Ingrid Ekeli", "00001301", "open")
    assert offer.household == {"adults": 3, "children_6_12": 1}
    assert offer.can_offer == {
        "days": ["weekends"], "often": "monthly", "ages": ["6_12"], "siblings": True, "animals": ["dog"],
    }  # fmt: skip
    assert offer.received_at == TUESDAY


@pytest.mark.parametrize("slug", SLUGS)
def test_every_kind_can_be_sent(visitor: Visitor, slug: str) -> None:
    visitor.sends(f"/bli-med/{slug}/sok/", days=["weekends"], stay=["long"])
    assert stored().household == ({"adults": 3, "children_6_12": 1} if slug in ("besokshjem", "fosterhjem") else {})


def test_phone_or_email_is_enough_and_one_is_needed(visitor: Visitor) -> None:
    page = visitor.sends(status=422, phone="")
    assert "Skriv telefonnummer eller e-post, så vi kan nå deg." in words(page)
    visitor.sends(phone="", email="ingrid@eksempel.no")
    assert (stored().phone, stored().email) == ("", "ingrid@eksempel.no")


def test_what_is_wrong_is_told_on_top_and_at_the_field_and_nothing_typed_is_lost(visitor: Visitor) -> None:
    page = visitor.sends(status=422, name="", days=[], interpreter="polsk")
    assert "<title>Feil" in page
    top = words(page[page.index("ds-error-summary") : page.index("</ds-error-summary>")])
    assert "To ting må rettes" in top
    assert "Skriv navnet ditt." in top
    assert page.count("Skriv navnet ditt.") == 2
    assert 'href="#id_days_0"' in page
    for kept in ('value="polsk"', 'value="3"', "Vi har en hund og god plass.", 'value="00 00 13 01"'):
        assert kept in page
    assert re.search(r'value="dog"[^>]*checked', page)
    assert not Offer.objects.exists()


@pytest.mark.parametrize(
    ("field", "written"),
    [("words", f"Hun er født {EMIL}"), ("name", EMIL), ("interpreter", EMIL), ("languages", EMIL), ("area", EMIL)],
)
def test_an_identity_number_stops_gently_wherever_it_stands(visitor: Visitor, field: str, written: str) -> None:
    page = visitor.sends(status=422, **{field: written})
    assert words(page).count("Dette trenger vi ikke ennå: et fødselsnummer. Ta det bort, så kan du sende.") == 2
    assert written in page
    assert not Offer.objects.exists()
    visitor.sends()
    assert Offer.objects.exists()


def test_a_health_word_stops_gently_and_is_named(visitor: Visitor) -> None:
    page = visitor.sends(status=422, words="Sønnen vår har diabetes, ellers er alt fint.")
    assert "Dette trenger vi ikke ennå: «diabetes». Helse snakker vi om når vi møtes." in words(page)
    assert "Sønnen vår har diabetes, ellers er alt fint." in page
    visitor.sends(words="Alt er fint.")
    assert stored().words == "Alt er fint."


def test_the_field_nobody_sees_drops_a_program_that_is_shown_a_receipt_all_the_same(visitor: Visitor) -> None:
    assert 'name="nettside"' in visitor.reads(FORM)
    address = visitor.sends(nettside="https://kjop.example")
    assert "Takk for at du vil bli besøkshjem" in words(visitor.reads(address))
    assert not (Offer.objects.exists() or Item.objects.exists() or Entry.objects.exists())


def test_two_presses_on_the_button_are_one_offer_and_one_receipt(visitor: Visitor) -> None:
    assert visitor.sends() == visitor.sends()
    assert Offer.objects.count() == Item.objects.count() == 1


def test_five_megabytes_are_told_of_and_not_stored(visitor: Visitor) -> None:
    page = visitor.sends(status=422, words="å" * 2_600_000)
    assert "Det er plass til 2000 tegn, og du har skrevet 2600000. Kort ned teksten." in words(page[:40_000])
    assert not Offer.objects.exists()


@pytest.mark.parametrize("field", ["name", "area", "interpreter", "languages"])
def test_every_line_has_its_room(visitor: Visitor, field: str) -> None:
    page = visitor.sends(status=422, **{field: "a" * 201})
    assert "Det er plass til 200 tegn, og du har skrevet 201." in words(page)


def test_what_hides_is_taken_out_and_what_could_run_is_only_shown(visitor: Visitor) -> None:
    visitor.sends(
        name="=cmd|'/c calc'!A1\u202e\x07",
        words="<script>alert(1)</script>\u200f\x00 +1",
        languages="\u2066norsk\u2069",
    )
    offer = stored()
    assert offer.name == "=cmd|'/c calc'!A1"
    assert offer.words == "<script>alert(1)</script> +1"
    assert offer.can_offer["languages"] == "norsk"


@pytest.mark.parametrize(
    ("field", "typed"), [("adults", "0"), ("adults", "21"), ("adults", "to"), ("children_0_5", "-1")]
)
def test_numbers_are_numbers_of_people(visitor: Visitor, field: str, typed: str) -> None:
    visitor.sends(status=422, **{field: typed})


def test_an_answer_that_was_never_offered_is_refused(visitor: Visitor) -> None:
    visitor.sends(status=422, days=["aldri"])
    visitor.sends(status=422, language="klingon")


def test_state_and_note_cannot_be_sent_along(visitor: Visitor) -> None:
    visitor.sends(state="closed", note="x", outcome="goes_on", assignee="00000000-0000-4000-8000-000000000000")
    offer = stored()
    assert (offer.state, offer.note, offer.outcome, offer.assignee) == ("open", "", "", None)


@pytest.mark.parametrize(("prefix", "language"), [("/nn", "nn"), ("/en", "en")])
def test_the_form_remembers_in_which_language_it_was_read(visitor: Visitor, prefix: str, language: str) -> None:
    page = visitor.reads(prefix + FORM)
    assert re.search(rf'<option value="{language}" selected>', page)
    address = visitor.sends(prefix + FORM, language=language)
    assert address.startswith(f"{prefix}/bli-med/besokshjem/sok/kvittering/")
    assert stored().language == language


# The receipt ------------------------------------------------------------------------------------------------


def test_the_receipt_has_the_reference_the_day_and_what_happens(visitor: Visitor) -> None:
    address = visitor.sends()
    reference = stored().reference
    assert f"/kvittering/{reference}/?kl=" in address
    text = words(visitor.reads(address))
    assert reference in text
    assert "Vi fikk det du skrev tirsdag 1. september klokka 10.02" in text
    assert "Senest tirsdag 8. september" in text
    assert "Da ber vi om politiattest." in text
    assert "Ingrid" not in text


def test_the_receipt_asks_nothing_of_the_database_about_who_sent_it(visitor: Visitor) -> None:
    text = words(visitor.reads("/bli-med/besokshjem/sok/kvittering/2222-2222-2222/"))
    assert "2222-2222-2222" in text
    assert "Innen fem virkedager" in text


def test_nobody_can_make_a_receipt_that_promises_another_day(visitor: Visitor) -> None:
    address = visitor.sends()
    seconds = re.search(r"kl=(\d+)", address)
    assert seconds
    later = str(int(seconds[1]) + int(timedelta(days=400).total_seconds()))
    for forged in (
        address.replace(seconds[1], later),
        f"{address}x",
        address.replace(seconds[1], "٣"),
        f"{address}%00",
    ):
        assert "Senest" not in words(visitor.reads(forged))


def test_a_receipt_with_something_else_in_its_address_is_not_there(visitor: Visitor) -> None:
    visitor.reads("/bli-med/besokshjem/sok/kvittering/RING-0000-9998/", status=404)
    visitor.reads("/bli-med/besokshjem/sok/kvittering/%3Cscript%3E/", status=404)


def test_the_receipt_can_be_printed(visitor: Visitor) -> None:
    assert "data-print" in visitor.reads(visitor.sends())


def test_what_the_forms_send_is_what_the_rules_keep(visitor: Visitor) -> None:
    visitor.sends()
    offer = stored()
    sending = Sending(
        kind=Kind.VISITING_HOME, name=offer.name, area=offer.area, can_offer=offer.can_offer, household=offer.household
    )
    assert cleaned(sending).can_offer == offer.can_offer
