"""The public pages as a browser gets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from oppvekst.domain.information import models
from oppvekst.domain.information.models import PageVersion
from oppvekst.domain.information.tests.conftest import LONG_AGO, SATURDAY_NIGHT
from tests.house.page_lint import lint, read
from tests.world import World

FIXED = (
    "/", "/?for=barn", "/hvem-kan-jeg-ringe/", "/hvem-kan-jeg-ringe/ark/", "/hvem-kan-jeg-ringe/boks/", "/slik-jobber-vi/",
    "/kontakt/", "/sok/", "/sok/?q=foserhjem", "/nettstedskart/", "/tilgjengelighet/",
)  # fmt: skip
WRITTEN = (
    "/hjelp/", "/bli-med/", "/for-ansatte/", "/hjelp-besokshjem/", "/meldeplikt/", "/personvern/", "/om-oss/",
    "/barn-rettigheter/", "/ungdom-rettigheter/", "/sporsmal-tolk/", "/nyhet-besokshjem/",
)  # fmt: skip
NO_PAGES = ("/sitemap.xml", "/robots.txt", "/.well-known/security.txt", "/hvem-kan-jeg-ringe.json")
MOST_QUESTIONS = 9
# What a request does around its questions: its own transaction, in which it takes the portal's part.
FRAME = ("SAVEPOINT", "RELEASE", "SELECT CURRENT_SETTING", "SELECT SET_CONFIG")

type Write = Callable[..., PageVersion]


def text(portal: Client, address: str) -> str:
    response = portal.get(address)
    assert response.status_code == 200, address
    return str(response.content, "utf-8")


def questions_of(portal: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        assert portal.get(address).status_code == 200
    return [each["sql"] for each in asked if not each["sql"].upper().startswith(FRAME)]


@pytest.mark.parametrize("prefix", ["", "/nn", "/en"])
def test_every_page_in_every_language_keeps_the_rules_of_the_house(portal: Client, prefix: str) -> None:
    for address in (*FIXED, *WRITTEN):
        page = text(portal, prefix + address)
        assert lint(page, prefix + address) == []
        assert f'<html lang="{prefix.strip("/") or "nb"}"' in page


@pytest.mark.parametrize("prefix", ["", "/nn", "/en"])
def test_a_page_asks_few_questions_of_the_database_and_sets_no_cookie(portal: Client, prefix: str) -> None:
    for address in [prefix + each for each in (*FIXED, *WRITTEN, *(NO_PAGES if not prefix else ()))]:
        asked = questions_of(portal, address)
        assert len(asked) <= MOST_QUESTIONS, (address, asked)
        assert not portal.get(address).cookies


@pytest.mark.parametrize("address", ["/", "/hjelp/", "/nettstedskart/", "/sitemap.xml", "/sok/?q=side"])
def test_ten_pages_and_a_hundred_cost_a_page_the_same(bare_portal: Client, write: Write, address: str) -> None:
    counts = []
    for first, last in ((0, 10), (10, 100)):
        for number in range(first, last):
            write(f"side-{number}", under="hjelp", body="[a](side:side-1)")
            write(f"sporsmal-{number}", kind="question", under=["", "hjelp"][number % 2])
            write(f"nyhet-{number}", kind="news")
        counts.append(len(questions_of(bare_portal, f"{address}{'&' if '?' in address else '?'}nr={first}")))
    assert counts[0] == counts[1]


def test_the_same_page_again_at_once_asks_nothing(portal: Client) -> None:
    for address in ("/", "/hjelp/", "/meldeplikt/", "/sitemap.xml", "/hvem-kan-jeg-ringe/"):
        text(portal, address)
        with CaptureQueriesContext(connection) as asked:
            text(portal, address)
        assert len(asked) == 0, address


def test_a_page_is_kept_for_some_seconds_and_never_past_a_whole_minute(
    portal: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for second, kept in ((0, 20), (39, 20), (45, 15), (59, 1)):
        monkeypatch.setattr(timezone, "now", lambda second=second: SATURDAY_NIGHT.replace(second=second))
        assert f"max-age={kept}" in portal.get(f"/?nr={second}")["Cache-Control"]


def test_the_front_page_answers_before_it_asks(portal: Client) -> None:
    page = text(portal, "/")
    assert "Lørdag 7. november, klokka 22.40" in page
    assert page.index("Åpent nå, til mandag klokka 08.30") < page.index('href="tel:00009998"') < page.index("op-door")


def test_the_front_page_shows_what_the_municipality_has_put_there(portal: Client, write: Write) -> None:
    write("sporsmal-ny", kind="question", title="Er dere hyggelige?", body="**Ja.** [Se selv](side:om-oss).", place=1)
    write("nyhet-ny", kind="news", title="Vi har flyttet", publish_from=LONG_AGO)
    write("welcome", title="Velkommen til oss", body="Kom inn.")
    write("hjelp-ny", under="hjelp", title="Helt ny hjelp", place=1)
    page = text(portal, "/")
    for words in ("Er dere hyggelige?", "<strong>Ja.</strong>", '<a href="/om-oss/">Se selv</a>', "Helt ny hjelp"):
        assert words in page
    assert "Vi har flyttet" in page and "Velkommen til oss" in page and "Kom inn." in page
    for value in (
        "Barnets beste",
        "taushetsplikt",
        "Rett hjelp til rett tid",
        "klare det selv",
        "samarbeider",
        "snakker",
    ):
        assert value in page


def test_a_house_where_nobody_has_written_anything_still_answers(bare_portal: Client) -> None:
    for address in ("/", "/hjelp/", "/bli-med/", "/for-ansatte/", "/kontakt/", "/personvern/", "/nettstedskart/"):
        page = text(bare_portal, address)
        assert lint(page, address) == []
        assert "116 111" in page


def test_a_page_shows_its_way_its_text_what_is_under_it_and_its_questions(bare_portal: Client, write: Write) -> None:
    write("hjelp", title="Hjelp")
    write(
        "rad", under="hjelp", title="Råd", lead="Kort sagt.", body="## Hva nå?\n\n[Ring](side:phones), eller "
        "[fyll ut](side:concern-start). [Borte](side:borte).", reviewed_on="2026-03-12"
    )  # fmt: skip
    write("mer", under="rad", title="Mer om råd")
    write("sporsmal-rad", under="rad", kind="question", title="Koster det?", body="Nei.")
    page = text(bare_portal, "/rad/")
    assert '<a href="/hjelp/">Hjelp</a>' in page
    assert "<h2>Hva nå?</h2>" in page
    assert '<a href="/hvem-kan-jeg-ringe/">Ring</a>' in page and '<a href="/meld/">fyll ut</a>' in page
    assert "Borte" in page and "borte" not in page.replace("/borte/", "")
    assert 'href="/mer/"' in page
    assert "<details" in page and "Koster det?" in page
    assert '<time datetime="2026-03-12">12. mars 2026</time>' in page


def test_a_page_that_is_not_there_is_told_so_with_phones(bare_portal: Client, write: Write) -> None:
    write("kladd", publish_from=None)
    write("welcome", kind="piece")
    for address in ("/finnes-ikke/", "/kladd/", "/welcome/"):
        response = bare_portal.get(address)
        assert response.status_code == 404
        assert "116 111" in str(response.content, "utf-8")


def test_a_text_that_is_lacking_in_a_language_is_shown_in_bokmal_and_said_to_be(
    bare_portal: Client, write: Write
) -> None:
    write("hjelp", title="Hjelp på bokmål", body="Vi hjelper.")
    page = read(text(bare_portal, "/en/hjelp/"))
    head = next(each for each in page.all("h1"))
    assert head.text == "Hjelp på bokmål"
    assert any(parent.attrs.get("lang") == "nb" for parent in head.parents)
    assert any("op-note" in each.attrs.get("class", "") for each in page.elements)
    assert not any("op-note" in each.attrs.get("class", "") for each in read(text(bare_portal, "/hjelp/")).elements)


def test_hostile_words_in_every_field_of_a_page_are_shown_harmlessly(bare_portal: Client, write: Write) -> None:
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    write("hjelp", title=evil, lead=evil, body=f"{evil}\n\n[x](javascript:alert(1))")
    write("under", under="hjelp", title=evil, lead=evil)
    write("sporsmal-x", under="hjelp", kind="question", title=evil, lead=evil, body=evil)
    write("nyhet-x", kind="news", title=evil, lead=evil, body=evil)
    for address in ("/hjelp/", "/under/", "/", "/nettstedskart/", "/sok/?q=alert", "/nyhet-x/", "/sitemap.xml"):
        page = text(bare_portal, address)
        assert "<script>alert" not in page and "<img" not in page and "javascript:" not in page.lower()
        assert address == "/sitemap.xml" or lint(page, address) == []


def test_the_phone_page_lists_every_line_with_its_hours(portal: Client) -> None:
    page = text(portal, "/hvem-kan-jeg-ringe/")
    for phone in ("00 00 99 10", "00 00 99 98", "00 00 99 20", "116 111", "116 117", ">112<", ">113<"):
        assert phone in page
    assert "Hverdager 08.30–15.00" in page
    assert "Stengt: 24. desember fra klokka 12.00 (julaften)" in page
    assert "chat og sms: mandag til fredag 16.15–22.45, lørdag 16.15–23.45" in page.lower()


@pytest.mark.parametrize(
    ("word", "first"),
    [("barn", "116 111"), ("fosterhjem", "00 00 99 20"), ("ansatt", "00 00 99 98"), ("noe-annet", "00 00 99 98")],
)
def test_the_page_answers_each_kind_of_caller_and_never_fails_on_a_strange_one(
    portal: Client, word: str, first: str
) -> None:
    page = text(portal, f"/hvem-kan-jeg-ringe/?for={word}")
    number = page[page.index("op-answer__number") :]
    assert number[number.index(">") + 1 : number.index("</a>")] == first


@pytest.mark.parametrize(
    "address", ["/meldeplikt/", "/hjelp/", "/sok/", "/nettstedskart/", "/slik-jobber-vi/", "/kontakt/"]
)
def test_the_box_with_whom_to_call_stands_on_every_page(portal: Client, address: str) -> None:
    page = text(portal, address)
    assert page.count('id="ringe-na"') == 1
    assert "Åpent nå, til mandag klokka 08.30" in page and "00 00 99 98" in page


def test_names_reasons_and_hours_are_said_in_the_readers_language(portal: Client) -> None:
    page = text(portal, "/nn/hvem-kan-jeg-ringe/")
    assert "Barnevernvakta" in page and "Barneverntenesta" in page
    assert "(julaftan)" in page and "(julaften)" not in page


def test_children_get_pages_of_their_own_that_can_be_left_at_once(portal: Client) -> None:
    response = portal.get("/barn-rettigheter/")
    page = str(response.content, "utf-8")
    assert "data-quick-exit" in page
    assert "no-store" in response["Cache-Control"]
    assert page.index("116 111") and 'href="/barn-og-ungdom/"' in page
    assert 'href="/barn-og-ungdom/ungdom/"' in text(portal, "/ungdom-rettigheter/")
    assert 'href="/barn-rettigheter/"' in text(portal, "/barn-og-ungdom/")
    assert 'href="/ungdom-rettigheter/"' in text(portal, "/barn-og-ungdom/ungdom/")


def test_a_child_reaches_the_form_in_two_clicks_from_the_front_page(portal: Client) -> None:
    assert 'href="/barn-og-ungdom/"' in text(portal, "/")
    assert 'href="/meld/' in text(portal, "/barn-og-ungdom/")


def test_the_contact_page_says_where_who_and_who_else(portal: Client) -> None:
    page = text(portal, "/kontakt/")
    for words in (
        "Familiens hus",
        "Fjordgata 12<br>9998 Solvik",
        "Lederen",
        "Krisesenteret",
        "00 00 98 40",
        "E-post kan leses",
    ):
        assert words in page


def test_the_steps_carry_the_limits_of_the_law(portal: Client) -> None:
    page = text(portal, "/slik-jobber-vi/")
    assert "Innen én uke" in page
    assert "Innen tre måneder" in page
    assert "aldri til mer enn seks måneder" in page


def test_when_nothing_is_published_the_national_numbers_still_answer(portal: Client) -> None:
    models.PhoneLine.objects.update(published=False)
    assert "116 111" in text(portal, "/hvem-kan-jeg-ringe/")


def test_the_json_door_gives_the_same_answer_as_the_page_to_anybodys_page(portal: Client) -> None:
    response = portal.get("/hvem-kan-jeg-ringe.json?who=child")
    answers = json.loads(response.content)
    assert [answer["phone"] for answer in answers] == ["116 111", "00 00 99 98", "112", "113"]
    assert set(answers[0]) == {"name", "phone", "open_until", "why"}
    assert answers[1]["open_until"] == "2026-11-09T08:30:00+01:00"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "max-age=20" in response["Cache-Control"]


def test_the_json_door_speaks_the_language_it_is_asked_for(portal: Client) -> None:
    for address, name, language in (
        ("/hvem-kan-jeg-ringe.json", "Barnevernvakten", "nb"),
        ("/hvem-kan-jeg-ringe.json?lang=nn", "Barnevernvakta", "nn"),
        ("/en/hvem-kan-jeg-ringe.json", "The on-call service (barnevernvakten)", "en"),
    ):
        response = portal.get(address)
        assert (json.loads(response.content)[0]["name"], response["Content-Language"]) == (name, language)


def test_the_json_door_tells_a_strange_caller_whom_and_what_it_knows(portal: Client) -> None:
    response = portal.get("/hvem-kan-jeg-ringe.json?who=dog&lang=xx")
    assert response.status_code == 400
    fields: dict[str, Any] = json.loads(response.content)["fields"]
    assert "foster-parent" in fields["who"] and "nn" in fields["lang"]


def test_only_the_box_may_stand_in_a_frame_on_others_pages(portal: Client) -> None:
    box = portal.get("/hvem-kan-jeg-ringe/boks/?for=barn")
    assert "frame-ancestors *" in box["Content-Security-Policy"]
    assert box["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "116 111" in str(box.content, "utf-8")
    for address in ("/", "/hvem-kan-jeg-ringe/", "/hjelp/"):
        assert "frame-ancestors 'none'" in portal.get(address)["Content-Security-Policy"]
    assert "/hvem-kan-jeg-ringe/boks/" in text(portal, "/hvem-kan-jeg-ringe/")


def test_the_sheet_for_the_wall_has_every_number_and_a_code_that_leads_to_the_page(portal: Client) -> None:
    page = text(portal, "/hvem-kan-jeg-ringe/ark/")
    for phone in ("00 00 99 10", "00 00 99 98", "116 111", "116 117"):
        assert phone in page
    assert "http://testserver/hvem-kan-jeg-ringe/" in page
    assert '<svg class="op-code"' in page or 'class="op-code"' in page


def test_search_engines_find_every_page_in_every_language(portal: Client) -> None:
    page = text(portal, "/sitemap.xml")
    for address in ("http://testserver/hjelp/", "http://testserver/nn/hjelp/", "http://testserver/en/hjelp/"):
        assert f"<loc>{address}</loc>" in page
        assert f'href="{address}"/>' in page
    assert 'hreflang="x-default" href="http://testserver/hjelp/"' in page
    assert "welcome" not in page


def test_a_language_that_the_municipality_does_not_offer_is_offered_to_nobody(world: World, portal: Client) -> None:
    models.Appearance.objects.create(municipality=world.solvik, languages=["nb", "en"], updated_at=LONG_AGO)
    sitemap = text(portal, "/sitemap.xml")
    assert "/en/hjelp/" in sitemap and "/nn/" not in sitemap
    refused = portal.get("/hvem-kan-jeg-ringe.json?lang=nn")
    assert refused.status_code == 400 and json.loads(refused.content)["fields"]["lang"].endswith(": nb, en.")
    assert portal.get("/hvem-kan-jeg-ringe.json?lang=en").status_code == 200
    assert "Preferred-Languages: nb, en\n" in text(portal, "/.well-known/security.txt")


def test_the_accessibility_statement_leads_to_the_pages_in_the_readers_language(portal: Client) -> None:
    page = text(portal, "/en/tilgjengelighet/")
    assert 'href="/en/hjelp/"' in page[page.index("op-allhours") :]
    assert 'href="/hjelp/">/hjelp/' not in page


def test_a_hole_can_be_told_of(portal: Client) -> None:
    lines = text(portal, "/.well-known/security.txt").splitlines()
    assert "Contact: http://testserver/kontakt/" in lines
    assert "Expires: 2027-05-06T00:00:00Z" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in text(portal, "/robots.txt")


def test_the_accessibility_statement_tells_what_the_tests_found(
    portal: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from oppvekst.domain.information import queries
    from oppvekst.domain.information.rules.statement import from_plain

    found = {
        "tested_on": "2026-11-20", "tool": "axe-core 4", "browser": "Chromium", "standard": "WCAG 2.1 AA", "widths": [320],
        "pages": [{"address": "/hjelp/", "language": "nb", "faults": [{"rule": "x-y", "about": "Noe er galt"}]}],
    }  # fmt: skip
    monkeypatch.setattr(queries, "accessibility", lambda: from_plain(found))
    page = text(portal, "/tilgjengelighet/")
    for words in ("20. november 2026", "axe-core 4", "WCAG 2.1 AA", "Noe er galt", "Vi vet om 1 feil"):
        assert words in page


def test_the_house_is_one_municipalitys(world: World, portal: Client, settings: Any) -> None:
    settings.HOST_MUNICIPALITIES = {"localhost": str(world.nordvag.number)}
    assert "Fjordgata" in text(portal, "/kontakt/")
    assert "Fjordgata" not in str(Client(SERVER_NAME="localhost").get("/kontakt/").content, "utf-8")
