"""A language that nobody has approved is shown nowhere; one that is approved, on the pages one needs most and no other."""

from __future__ import annotations

import re
import shutil
import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as house
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation

from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web import further
from tests.house.page_lint import lint
from tests.world import World

MADE_FOR_TESTS = Path(__file__).parent / "further"
OURS = Path(house.LOCALE_PATHS[1])
NOW = datetime(2026, 11, 9, 10, 0, tzinfo=UTC)
OFFERED = ("/meld/", "/meld/privat/", "/hvem-kan-jeg-ringe/", "/slik-jobber-vi/")
NOT_OFFERED = ("/", "/barn-og-ungdom/", "/veiviser/", "/sok/", "/nettstedskart/", "/om-oss/")
SAID = re.compile(r'^msgid "(.*)"\nmsgstr "(.*)"$', re.MULTILINE)


@pytest.fixture
def portal(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A browser at Solvik's portal, where the house's own files say which further languages are shown."""
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    settings.FURTHER_LANGUAGES = further.approved(OURS)
    setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({EDIT}))
    install_defaults(world.solvik, at=NOW, by=setup)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    cache.clear()
    yield Client()
    cache.clear()
    translation.activate("nb")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files made for tests, each built, also those that must not be shown."""
    for file in MADE_FOR_TESTS.glob("*.po"):
        shutil.copy(file, tmp_path)
        target = further.built(tmp_path, file.stem)
        target.parent.mkdir(parents=True)
        target.write_bytes(as_django_reads_it(file.read_text("utf-8")))
    return tmp_path


@pytest.fixture
def two_languages_more(portal: Client, folder: Path, settings: Any) -> Client:
    """The same browser, where Somali and Arabic are approved."""
    settings.FURTHER_LANGUAGES = further.approved(folder)
    settings.LOCALE_PATHS = [*house.LOCALE_PATHS, folder]
    return portal


def as_django_reads_it(text: str) -> bytes:
    """The GNU MO format, without the program that writes it."""
    said = sorted(
        {"": "Content-Type: text/plain; charset=utf-8\n", **{k: v for k, v in SAID.findall(text) if k}}.items()
    )
    keys, values = ([each[at].encode() for each in said] for at in (0, 1))
    place, tables, body = 28 + 16 * len(said), b"", b""
    for words in (*keys, *values):
        tables += struct.pack("<II", len(words), place + len(body))
        body += words + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(said), 28, 28 + 8 * len(said), 0, place) + tables + body


def read(browser: Client, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200, address
    page = str(response.content, "utf-8")
    assert lint(page, address) == []
    return page


def offered_on(page: str) -> set[str]:
    return set(re.findall(r'hreflang="([a-z]+)"', page))


def test_a_language_that_nobody_has_approved_is_shown_nowhere(portal: Client) -> None:
    not_yet = set(further.NAMES) - {code for code, _name in further.approved(OURS)}
    for address in (*OFFERED, *NOT_OFFERED):
        page = read(portal, address)
        assert not offered_on(page) & not_yet
        for code in not_yet:
            assert portal.get(f"/{code}{address}").status_code == 404
            assert further.NAMES[code] not in page


def test_only_a_file_that_says_yes_who_translated_and_when_is_approved(folder: Path) -> None:
    assert further.approved(folder) == [("ar", "العربية"), ("so", "Soomaali")]
    further.built(folder, "so").unlink()
    assert further.approved(folder) == [("ar", "العربية")]


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        (r'"X-Approved: yes\n"' '\n' r'"X-Translator: Ánne\n"' '\n' r'"X-Reviewed-On: 2026-11-02\n"', True),
        (r'"X-Approved: no\n"' '\n' r'"X-Translator: Ánne\n"' '\n' r'"X-Reviewed-On: 2026-11-02\n"', False),
        (r'"X-Approved: yes\n"' '\n' r'"X-Translator: \n"' '\n' r'"X-Reviewed-On: 2026-11-02\n"', False),
        (r'"X-Approved: yes\n"' '\n' r'"X-Translator: Ánne\n"' '\n' r'"X-Reviewed-On: i fjor\n"', False),
        ("", False),
    ],
)  # fmt: skip
def test_an_approval_is_whole_or_nothing(head: str, holds: bool) -> None:
    assert further.approval(head).holds is holds


def test_every_further_language_has_a_file_that_a_translator_can_take() -> None:
    for code in further.NAMES:
        text = (OURS / f"{code}.po").read_text("utf-8")
        assert 'msgid "Hvem kan jeg ringe nå?"' in text
        assert "X-Approved:" in text


def test_an_approved_language_is_in_the_switch_of_the_pages_it_is_for(two_languages_more: Client) -> None:
    for address in OFFERED:
        page = read(two_languages_more, address)
        assert {"so", "ar"} <= offered_on(page)
        assert not {"ti", "pl"} & offered_on(page)
        assert f'href="/so{address}" hreflang="so" lang="so">Soomaali</a>' in page
        assert '<html lang="so"' in read(two_languages_more, f"/so{address}")


def test_on_all_other_pages_it_is_not_in_the_switch_and_its_address_leads_to_bokmaal(
    two_languages_more: Client,
) -> None:
    for address in NOT_OFFERED:
        assert not {"so", "ar"} & offered_on(read(two_languages_more, address))
        response = two_languages_more.get(f"/so{address}?for=barn")
        assert (response.status_code, response.headers["Location"]) == (302, f"{address}?for=barn")


def test_what_the_translator_wrote_is_what_one_reads_and_the_rest_is_bokmaal(two_languages_more: Client) -> None:
    page = read(two_languages_more, "/so/hvem-kan-jeg-ringe/")
    assert "[so] Hvem kan jeg ringe nå?" in page
    assert "Hva kan jeg si?" in page
    assert 'href="/so/meld/"' in page
    assert 'href="/hvem-kan-jeg-ringe/" hreflang="nb"' in page


def test_a_language_from_the_right_turns_the_page_and_not_the_phone_numbers(two_languages_more: Client) -> None:
    page = read(two_languages_more, "/ar/hvem-kan-jeg-ringe/")
    assert '<html lang="ar" dir="rtl"' in page
    assert re.search(r'<a class="op-answer__number" href="tel:00009910" dir="ltr">00 00 99 10</a>', page)
    assert 'dir="rtl"' not in read(two_languages_more, "/so/hvem-kan-jeg-ringe/")
    assert 'dir="rtl"' not in read(two_languages_more, "/hvem-kan-jeg-ringe/")


def test_the_form_stays_in_the_language_from_page_to_page(two_languages_more: Client) -> None:
    page = read(two_languages_more, "/so/meld/privat/fare/")
    assert "[so] Er barnet i fare nå?" in page
    answer = two_languages_more.post(
        "/so/meld/privat/fare/", {"danger": "no"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.headers["Location"].startswith("/so/meld/privat/")


def test_an_address_made_to_lead_to_another_site_does_not(two_languages_more: Client) -> None:
    for address in ("/so//example.org/", "/so/\\example.org/"):
        response = two_languages_more.get(address)
        assert not response.headers.get("Location", "/").startswith(("//", "/\\", "http"))


def test_the_whole_languages_are_offered_as_before(two_languages_more: Client) -> None:
    assert {"nb", "nn", "en"} <= offered_on(read(two_languages_more, "/"))
    assert "/so/" not in str(two_languages_more.get("/sitemap.xml").content, "utf-8")
