"""The children's pages and the guide in a real browser: left in a hurry, walked with a keyboard, read without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Open, axe, no_sideways_scroll

pytestmark = pytest.mark.browser

CHILD, YOUTH, ENGLISH = "/barn-og-ungdom/", "/barn-og-ungdom/ungdom/", "/en/barn-og-ungdom/"
A_QUESTION, AN_ENDING = "/veiviser/hjelp/barn/", "/veiviser/hjelp/barn/snakke/"
BOTH_SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["telefon", "skrivebord"])


def with_weather(page: Page) -> Page:
    """The page one leaves to, without the network."""
    page.route(
        "https://www.yr.no/**",
        lambda route: route.fulfill(status=200, body="<title>Vær</title>", content_type="text/html"),
    )
    return page


def presses_escape(page: Page, *pauses: int) -> None:
    for pause in (0, *pauses):
        page.wait_for_timeout(pause)
        page.keyboard.press("Escape")


@pytest.mark.parametrize("address", [CHILD, YOUTH, A_QUESTION, "/barn-hva-skjer/"])
@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_child_leaves_at_once_and_nobody_comes_back_by_the_arrow(
    open_page: Open, portal_url: str, address: str, way: str
) -> None:
    page = with_weather(open_page(size=PHONE))
    page.goto(f"{portal_url}/hvem-kan-jeg-ringe/")
    page.goto(f"{portal_url}{address}")
    steps = page.evaluate("history.length")
    if way == "button":
        page.get_by_role("link", name="Forlat siden").click()
    else:
        presses_escape(page, 300, 300)
    page.wait_for_url("https://www.yr.no/")
    assert page.evaluate("history.length") == steps
    page.go_back()
    assert page.url == f"{portal_url}/hvem-kan-jeg-ringe/"


def test_three_presses_over_a_long_time_are_not_a_hurry(open_page: Open, portal_url: str) -> None:
    page = with_weather(open_page())
    page.goto(f"{portal_url}{CHILD}")
    presses_escape(page, 1300, 1300)
    page.wait_for_timeout(200)
    assert page.url == f"{portal_url}{CHILD}"


@BOTH_SIZES
@pytest.mark.parametrize(
    "address", [CHILD, YOUTH, ENGLISH, "/veiviser/", A_QUESTION, AN_ENDING, "/veiviser/bekymret/ja/"]
)
def test_nobody_is_stopped_on_these_pages(open_page: Open, portal_url: str, address: str, size: dict[str, int]) -> None:
    page = open_page(size=size)
    page.goto(f"{portal_url}{address}")
    assert axe(page) == []
    no_sideways_scroll(page)


@BOTH_SIZES
def test_a_neighbour_finds_the_right_door_without_scripts(
    open_page: Open, portal_url: str, size: dict[str, int]
) -> None:
    page = open_page(size=size, scripts=False)
    page.goto(f"{portal_url}/veiviser/")
    for answer in (
        "Jeg er bekymret for et barn",
        "Nei, ikke akkurat nå",
        "Nabo, venn, slektning eller en annen voksen",
    ):
        expect(page.get_by_role("complementary", name="Nødnumre").get_by_role("link", name="112")).to_be_in_viewport()
        page.get_by_role("navigation", name="Svar").get_by_role("link", name=answer).click()
    page.get_by_role("navigation", name="Gå videre").get_by_role("link", name="Meld fra").click()
    page.wait_for_url("**/meld/privat/")


def test_a_teacher_walks_the_guide_with_the_keyboard_and_changes_an_answer(open_page: Open, portal_url: str) -> None:
    page = open_page(size=DESKTOP)
    page.goto(f"{portal_url}/veiviser/jobb/")
    page.get_by_role("link", name="Å melde fra om et barn").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Er barnet i fare nå?")).to_be_visible()
    page.get_by_role("link", name="Hva trenger du?").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Hva trenger du?")).to_be_visible()


@BOTH_SIZES
def test_a_child_is_two_steps_from_the_own_form(open_page: Open, portal_url: str, size: dict[str, int]) -> None:
    page = open_page(size=size)
    page.goto(f"{portal_url}/")
    page.get_by_role("link", name="Gå til sidene for deg").click()
    page.get_by_role("link", name="Skriv til oss", exact=True).click()
    page.wait_for_url("**/meld/barn/")
    expect(page.get_by_text("116 111").first).to_be_visible()
