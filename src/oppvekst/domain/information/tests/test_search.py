"""The site's search: it knows endings, forgives spelling, knows what people call things, and keeps nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.information import queries
from oppvekst.domain.information.models import PageVersion
from oppvekst.domain.information.rules import synonyms
from oppvekst.domain.information.rules.defaults import SOLVIK
from tests.house.page_lint import lint
from tests.world import NORDVAG, World

type Write = Callable[..., PageVersion]


def find(words: str, language: str = "nb") -> list[str]:
    return [hit.slug for hit in queries.search(SOLVIK, language, words)]


FIRST = {
    "fosterhjem": "bli-fosterhjem", "foserhjem": "bli-fosterhjem", "fosterhjemmet": "bli-fosterhjem",
    "bekymringsmelding": "concern-start", "bekymringsmeling": "concern-start",
    "barnevernsvakt": "phones", "Barnevernvakten!": "phones", "åpningstider": "phones", "116111": "phones",
    "støtekontakt": "hjelp-stottekontakt", "taushetplikt": "taushetsplikt", "annonym": "sporsmal-anonym",
    "hva koster det?": "sporsmal-koster", "tolk": "sporsmal-tolk", "personvern": "personvern",
    "pmto": "hjelp-foreldreprogram", "ungdom rettigheter": "ungdom-rettigheter",
}  # fmt: skip
AMONG_THEM = {
    "avlastning": "bli-besokshjem", "klage": "sporsmal-uenig", "lærer": "meldeplikt", "vold": "hjelp-akutt",
    "helsesøster": "kontakt", "miste barna": "sporsmal-flytte",
}  # fmt: skip


def test_people_find_what_they_look_for_also_when_it_is_misspelt(portal: Client) -> None:
    assert {words: find(words)[0] for words in FIRST} == FIRST


def test_what_people_call_things_leads_to_what_we_call_them(portal: Client) -> None:
    assert [words for words, wanted in AMONG_THEM.items() if wanted not in find(words)[:6]] == []


def test_english_and_nynorsk_have_their_own_endings(portal: Client) -> None:
    assert find("foster homes", "en")[0] == "bli-fosterhjem"
    assert find("confidential", "en")[0] == "taushetsplikt"
    assert find("fosterheimar", "nn")[0] == "bli-fosterhjem"


def test_nothing_strange_breaks_the_search(portal: Client) -> None:
    for words in ("", "   ", "!?", "' ; drop table x --", "& | ! ( ) : *", "a", "xyzzyq", "%", "\\"):
        assert find(words) == [], words


def test_a_whole_novel_is_cut_to_a_few_words(world: World) -> None:
    assert (
        len(synonyms.words("ord" * 1000 + " mange forskjellige ord som ingen noen gang ville ha lett etter her")) <= 8
    )
    assert find("x" * 100_000) == []


def test_only_what_the_public_may_read_is_found(world: World, write: Write) -> None:
    write("kladd", body="kladdeordet", publish_from=None)
    write("synlig", body="merkeordet")
    with world.at_portal():
        assert find("kladdeordet") == []
        assert find("merkeordet") == ["synlig"]
        assert [hit.slug for hit in queries.search(NORDVAG, "nb", "merkeordet")] == []


def test_a_fixed_page_is_found_only_where_it_is_open(world: World) -> None:
    assert find("nødnummer") == ["phones"]
    assert queries.search(SOLVIK, "nb", "nødnummer", is_open=lambda door: False) == []


def test_every_synonym_is_written_as_search_reads_it() -> None:
    for word, others in synonyms.SYNONYMS.items():
        assert synonyms.words(word) == [word]
        assert others and all(other == other.lower() for other in others)


def test_the_page_works_by_its_address_and_shows_what_was_found(portal: Client) -> None:
    page = portal.get("/sok/?q=foserhjem").content.decode()
    assert lint(page, "/sok/") == []
    assert 'href="/bli-fosterhjem/"' in page
    assert 'value="foserhjem"' in page


def test_where_nothing_is_found_there_are_phones_and_a_way_on(portal: Client) -> None:
    page = portal.get("/sok/", {"q": "xyzzyq"}).content.decode()
    assert "Vi fant ikke noe om «xyzzyq»" in page
    assert "/nettstedskart/" in page and "00 00 99 98" in page and "116 111" in page


def test_what_somebody_writes_is_shown_harmlessly(portal: Client) -> None:
    page = portal.get("/sok/", {"q": "<script>alert(1)</script>\x00\u202e"}).content.decode()
    assert "<script>alert" not in page
    assert lint(page, "/sok/") == []


def test_nothing_is_written_and_no_browser_or_cache_keeps_it(portal: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        response = portal.get("/sok/?q=fosterhjem")
    assert not [each for each in asked if each["sql"].split()[0].upper() in ("INSERT", "UPDATE", "DELETE")]
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
