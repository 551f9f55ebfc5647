"""The public house as a newcomer walks it: every promise in three clicks, every page in every language read by axe."""

from __future__ import annotations

import json
import os
import re
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Open, axe, no_sideways_scroll

pytestmark = pytest.mark.browser

RECORD = Path(__file__).parents[2] / "src/oppvekst/domain/information/rules/accessibility.json"
LANGUAGES = {"nb": "/", "nn": "/nn/", "en": "/en/"}
LINK = re.compile(r'<a\s[^>]*href="([^"#]*)[^"]*"')
NOT_PAGES = re.compile(r"\.(pdf|xml|json|txt|css|svg)$")
# The steps of a form are tried where the form is, and the ways through the guide have one page between them.
STEPS = re.compile(r"/meld/[^/]+/.|/veiviser/[^/]+/.")
# Shown in a frame on other people's pages; ours only tell its address.
BOX = "hvem-kan-jeg-ringe/boks/"
CLICKS = 3
MOST_BYTES = 150_000
# A ring on what has focus, on what is drawn after it, or on the card that it makes one link of.
RINGED = """() => {
  const here = document.activeElement, card = here.closest('article, li') || here;
  const drawn = [getComputedStyle(here), getComputedStyle(here, '::after')];
  return getComputedStyle(card).outlineStyle !== 'none'
    || drawn.some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
}"""
ZOOMED = 640  # 1280 wide at 200 %

# What the public house promises, the words to press from the front page, and where one then stands.
PROMISES = {
    "P1": (["Om oss"], "/om-oss/"),
    "P2": (["Alle telefoner og åpningstider"], "/hvem-kan-jeg-ringe/"),
    "P3": (["Slik jobber vi"], "/slik-jobber-vi/"),
    "P4": (["Hjelp vi kan gi", "Besøkshjem"], "/hjelp-besokshjem/"),
    "P5 private": (["Jeg er bekymret for et barn"], "/meld/"),
    "P5 paper": (["Skjema på papir"], ".pdf"),
    "P6": (["Jeg jobber med barn", "Når må jeg melde"], "/meldeplikt/"),
    "P7": (["Bli et hjem for et barn", "Besøkshjem"], "/bli-besokshjem/"),
    "P8": (["Forebyggende tjeneste"], "/forebyggende/"),
    "P9": (["Alle sidene", "trygt"], "/trygg-kontakt/"),
    "P10": (["Gå til sidene for deg"], "/barn-og-ungdom/"),
    "P11": (["Finn oss, og hvem som gjør hva"], "/kontakt/"),
}


def pages_from(url: str, front: str) -> dict[str, int]:
    """Every page that links lead to from a front page, with the number of clicks it takes."""
    clicks, queue = {front: 0}, deque([front])
    while queue:
        here = queue.popleft()
        answer = requests.get(url + here, timeout=30)
        assert answer.status_code == 200, f"{here}: {answer.status_code}"
        for link in LINK.findall(answer.text):
            there = urlsplit(urljoin(url + here, link))
            if there.netloc == urlsplit(url).netloc and there.path not in clicks and _is_ours(there.path, front):
                clicks[there.path] = clicks[here] + 1
                queue.append(there.path)
    return clicks


def _is_ours(path: str, front: str) -> bool:
    """A page in the same language."""
    language = next((code for code, prefix in LANGUAGES.items() if prefix != "/" and path.startswith(prefix)), "nb")
    return LANGUAGES[language] == front and not NOT_PAGES.search(path) and not STEPS.search(path)


@pytest.fixture(scope="module")
def found(portal_url: str) -> dict[str, dict[str, int]]:
    """Every page of each language."""
    return {language: pages_from(portal_url, front) | {front + BOX: 2} for language, front in LANGUAGES.items()}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("promise", PROMISES)
def test_a_newcomer_finds_it_from_the_front_page(
    open_page: Open, portal_url: str, promise: str, size: dict[str, int]
) -> None:
    words, there = PROMISES[promise]
    assert len(words) <= CLICKS
    page = open_page(size=size)
    page.goto(portal_url)
    for word in words:
        link = page.locator("a:visible").filter(has_text=re.compile(word, re.IGNORECASE)).first
        address = urljoin(page.url, link.get_attribute("href"))
        if address.endswith(".pdf"):  # a browser without a reader would only save it
            assert requests.get(address, timeout=30).status_code == 200
        else:
            link.click()
    assert urlsplit(address).path.endswith(there)
    expect(page.locator("h1")).to_have_count(1)


def test_every_page_is_three_clicks_away_at_most_in_every_language(found: dict[str, dict[str, int]]) -> None:
    far = {path: clicks for pages in found.values() for path, clicks in pages.items() if clicks > CLICKS}
    assert far == {}
    same = {
        language: {path.removeprefix(LANGUAGES[language]).strip("/") for path in found[language]} for language in found
    }
    assert same["nb"] == same["nn"] == same["en"]
    assert len(same["nb"]) > 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_read_by_everybody(
    open_page: Open, portal_url: str, found: dict[str, dict[str, int]], language: str
) -> None:
    page = open_page(size=PHONE if language != "en" else DESKTOP)
    tested, trouble = [], {}
    for path in sorted(found[language]):
        page.goto(portal_url + path, wait_until="load")
        tested.append(
            {
                "address": f"/{path.removeprefix(LANGUAGES[language])}",
                "language": language,
                "title": page.title(),
                "faults": [],
            }
        )
        if troubles := [*axe(page), *_odd(page, language)]:
            trouble[path] = troubles
    assert trouble == {}
    _written_down(language, tested)


def _odd(page: Page, language: str) -> Iterator[str]:
    if page.locator("html").get_attribute("lang") != language:
        yield "feil språk på siden"
    if page.locator("h1").count() != 1:
        yield "ikke én overskrift"
    try:
        no_sideways_scroll(page)
        no_sideways_scroll(page, ZOOMED)
    except AssertionError as wide:
        yield str(wide)


def _written_down(language: str, tested: list[dict[str, Any]]) -> None:
    """The accessibility statement says what this test found: APPROVE=1 writes the file, without it they are compared."""
    record = json.loads(RECORD.read_text())
    if os.environ.get("APPROVE") == "1":
        others = [page for page in record["pages"] if page["language"] != language]
        record |= {"pages": [*others, *tested], "tested_on": datetime.now(UTC).date().isoformat()}
        RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n")
    told = {page["address"] for page in record["pages"] if page["language"] == language}
    advice = "Erklæringen nevner andre sider. Kjør denne prøven med APPROVE=1 i miljøet, i én prosess."
    assert told == {page["address"] for page in tested}, advice


@pytest.mark.parametrize(
    "path",
    ["/", "/hjelp/", "/bli-med/", "/barn-og-ungdom/", "/meld/", "/hvem-kan-jeg-ringe/",
     "/nn/", "/nn/barn-og-ungdom/", "/nn/hvem-kan-jeg-ringe/", "/en/", "/en/hjelp/", "/en/meld/"],
)  # fmt: skip
def test_a_page_is_light_and_stands_still_while_it_loads(open_page: Open, portal_url: str, path: str) -> None:
    page, weight = open_page(size=PHONE), []
    wire = page.context.new_cdp_session(page)  # what crosses the wire, headers and compression included
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda told: weight.append(told["encodedDataLength"]))
    page.add_init_script(
        """window.moved = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
        }).observe({type: 'layout-shift', buffered: true});"""
    )
    page.goto(portal_url + path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    assert sum(weight) < MOST_BYTES, f"{path} veier {sum(weight)} byte"
    assert page.evaluate("window.moved") < 0.01


def test_nothing_is_fetched_from_anybody_else_and_no_cookie_is_set(
    open_page: Open, portal_url: str, found: dict[str, dict[str, int]]
) -> None:
    page, hosts = open_page(), set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for path in ("/", "/hjelp/", "/meld/", "/sok/?q=fosterhjem", "/barn-og-ungdom/"):
        page.goto(portal_url + path)
    assert hosts == {urlsplit(portal_url).netloc}
    assert page.context.cookies() == []


def test_the_keyboard_reaches_everything_and_one_sees_where_one_is(open_page: Open, portal_url: str) -> None:
    page = open_page(size=DESKTOP)
    page.goto(portal_url)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til innholdet")).to_be_focused()
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        assert page.evaluate(RINGED), page.evaluate("document.activeElement.outerHTML")
    assert len(seen) > 25


@pytest.mark.parametrize("leave", ["button", "keys"])
def test_a_child_leaves_at_once_and_going_back_does_not_come_here(open_page: Open, portal_url: str, leave: str) -> None:
    page = open_page(size=PHONE)
    page.route(
        re.compile(r"yr\.no"), lambda route: route.fulfill(body="<title>Været</title>", content_type="text/html")
    )
    page.goto("about:blank")
    page.goto(f"{portal_url}/barn-og-ungdom/")
    if leave == "button":
        page.locator("[data-quick-exit]").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"yr\.no"))
    page.go_back()
    assert portal_url not in page.url
