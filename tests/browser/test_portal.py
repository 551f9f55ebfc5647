"""The neighbour, the child and the teacher at the portal, in a real browser (stories.md 2, 3, 4)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Open, axe, no_sideways_scroll
from tests.browser.living import House

pytestmark = pytest.mark.browser

REFERENCE = re.compile(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")
FIRST_PAGES = (
    "/meld/",
    "/meld/?for=barn",
    "/meld/?for=hjelp",
    "/meld/kvittering/",
    "/meld/slett/",
    "/meld/privat/oppsummering/",
)


def press(page: Page, name: str) -> None:
    """Press a button or follow a link with that name; on a page with two «Neste» the one that can be seen."""
    page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name, exact=True)).last.click()


def is_good(page: Page) -> None:
    """Nobody is stopped on this page, and it fits the narrowest phone."""
    assert axe(page) == [], page.url
    no_sideways_scroll(page)


def the_neighbour_writes(page: Page, url: str, *, look: bool = False) -> None:
    """Per-Olav, from the front page to the summary; he does not know whether the child is in danger."""
    page.goto(f"{url}/meld/")
    page.get_by_role("link", name="Jeg er bekymret for et barn").click()
    press(page, "Begynn")
    page.get_by_label("Jeg vet ikke").check()
    press(page, "Neste")
    expect(page.get_by_role("link", name="112 Politiet").first).to_be_visible()
    press(page, "Skriv videre")
    page.get_by_label("Nei, jeg vil være anonym").check()
    for answers in (
        {},
        {"Barnets navn": "Mikkel", "Alder, omtrent": "6"},
        None,
        {"Hva er du bekymret for?": "Roping og gråt nesten hver kveld."},
        {},
        {},
        {},
        {},
    ):
        if look:
            is_good(page)
        for label, words in (answers or {}).items():
            page.get_by_label(label).fill(words)
        press(page, "Neste")


def test_the_anonymous_neighbour_on_his_phone(open_page: Open, portal_url: str, house: House) -> None:
    page = open_page(size=PHONE)
    the_neighbour_writes(page, portal_url, look=True)
    is_good(page)
    expect(page.get_by_role("heading", name="Du er anonym")).to_be_visible()
    press(page, "Send")
    page.wait_for_url("**/meld/sendt/")
    is_good(page)
    reference = page.get_by_text(REFERENCE).inner_text()
    expect(page.get_by_text("Skriv ned referansenummeret")).to_be_visible()
    ((name, phone, address, code),) = house.ask(
        "SELECT name, phone, address::text, reporter_code FROM concerns_enquiry WHERE reference = %s", reference
    )
    assert (name, phone, address, code) == ("", "", "{}", "23")
    assert "Mikkel" not in page.content()
    assert reference not in page.url
    page.goto(f"{portal_url}/meld/kvittering/")
    page.get_by_label("Referansenummeret ditt").fill(reference.lower())
    press(page, "Slå opp")
    expect(page.get_by_role("heading", name="Nei, ikke ennå")).to_be_focused()
    is_good(page)


@pytest.mark.thorough
def test_two_presses_at_the_same_moment_send_one_message(open_page: Open, portal_url: str, house: House) -> None:
    page = open_page()
    the_neighbour_writes(page, portal_url)
    before = _sendings(house)
    page.wait_for_selector("form.op-form__end")
    ends = page.evaluate(
        """async () => {
          const sent = new URLSearchParams(new FormData(document.querySelector('form.op-form__end')));
          const press = () => fetch(location.href, {method: 'POST', body: sent, credentials: 'same-origin'});
          return Promise.all([press(), press(), press(), press()].map(async each => (await (await each).text())));
        }"""
    )
    assert len({found[0] for end in ends for found in [REFERENCE.findall(end)]}) == 1
    assert _sendings(house) == before + 1


def test_a_child_of_thirteen_without_scripts_is_answered_in_a_safe_way(
    open_page: Open, portal_url: str, house: House
) -> None:
    page = open_page(size=PHONE, scripts=False)
    page.goto(f"{portal_url}/meld/ungdom/")
    expect(page.get_by_text("116 111").first).to_be_visible()
    press(page, "Jeg vil skrive")
    page.get_by_label("Nei, ikke akkurat nå").check()
    press(page, "Neste")
    page.get_by_label("Meg", exact=True).check()
    press(page, "Neste")
    press(page, "Neste")
    expect(page.get_by_role("link", name="Skriv litt om det du vil fortelle.")).to_be_visible()
    page.get_by_label("Hva vil du fortelle?").fill("Jeg er redd for å gå hjem.")
    press(page, "Neste")
    page.get_by_label("Hva heter du?").fill("Sara Lund")
    page.get_by_label("Hvor gammel er du?").fill("13")
    page.get_by_role("button", name="Tilbake").click()
    expect(page.get_by_label("Hva vil du fortelle?")).to_have_value("Jeg er redd for å gå hjem.")
    press(page, "Neste")
    expect(page.get_by_label("Hva heter du?")).to_have_value("Sara Lund")
    press(page, "Neste")
    page.get_by_label("Ja, jeg vil ha hjelp").check()
    press(page, "Neste")
    page.get_by_label("På skolen").check()
    page.get_by_label("Hvem kan vi snakke med, og når passer det?").fill("Helsesykepleieren, klokka 11.30")
    press(page, "Neste")
    press(page, "Send")
    reference = page.get_by_text(REFERENCE).inner_text()
    expect(page.get_by_text("Vi sender ingenting hjem.")).to_be_visible()
    ((way, phone),) = house.ask("SELECT safe_way, phone FROM concerns_enquiry WHERE reference = %s", reference)
    assert (way, phone) == ("På skolen. Helsesykepleieren, klokka 11.30", "")


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["button", "esc", "without scripts"])
def test_a_child_who_leaves_in_a_hurry_leaves_nothing(open_page: Open, portal_url: str, house: House, way: str) -> None:
    page = open_page(size=PHONE, scripts=way != "without scripts")
    page.route(
        "https://www.yr.no/**",
        lambda route: route.fulfill(status=200, body="<title>Vær</title>", content_type="text/html"),
    )
    page.goto(f"{portal_url}/meld/barn/fortell/")
    page.get_by_label("Hva vil du fortelle?").fill("Pappa blir så sint.")
    press(page, "Neste")
    page.goto(f"{portal_url}/meld/barn/fortell/")
    drafts = _drafts(house)
    if way == "esc":
        for _ in range(3):
            page.keyboard.press("Escape")
    else:
        page.get_by_role("link", name="Forlat siden").click()
    page.wait_for_url("https://www.yr.no/")
    assert _soon(lambda: _drafts(house) == drafts - 1)
    assert _soon(lambda: not [cookie for cookie in page.context.cookies() if cookie["name"] == "utkast"])
    page.go_back()
    assert "sint" not in page.content()


def test_a_teacher_by_the_keyboard_alone(open_page: Open, portal_url: str, house: House) -> None:
    page = open_page(size=DESKTOP)
    page.goto(f"{portal_url}/meld/ansatt/fare/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "ds-skip-link"
    _tab_to(page, "id_danger_0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ansatt/deg/")
    _type(page, id_name="Anja Holte", id_role="Lærer", id_body="Solvik skole")
    _tab_to(page, "id_code")
    page.keyboard.type("Skole")
    _type(page, id_phone="00 00 12 40")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ansatt/barn/1/")
    _type(page, id_name="Jonas Strand")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ansatt/barn/")
    _tab_to_word(page, "Legg til et barn til")
    page.wait_for_url("**/ansatt/barn/2/")
    _type(page, id_name="Leah Moe Strand")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ansatt/barn/")
    _tab_to_word(page, "Neste")
    _tab_to(page, "id_triggers_0")
    page.keyboard.press("Space")
    _tab_to_word(page, "Neste")
    page.wait_for_url("**/ansatt/sett/")
    _type(page, id_facts="Jonas hadde merker på armen.")
    _tab_to_word(page, "Neste")
    page.wait_for_url("**/ansatt/gjort/")
    _tab_to_word(page, "Neste")
    page.wait_for_url("**/ansatt/familien/")
    _tab_to_word(page, "Neste")
    page.wait_for_function("document.activeElement.className === 'ds-error-summary'")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _tab_to(page, "id_family_knows_0")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "id_safe_now_0")
    page.keyboard.press("ArrowDown")
    for _ in range(4):
        _tab_to_word(page, "Neste")
    expect(page.get_by_role("heading", name="Du er ikke anonym")).to_be_visible()
    _tab_to_word(page, "Send")
    page.wait_for_url(re.compile("/meld/sendt/"))
    reference = page.get_by_text(REFERENCE).inner_text()
    held = house.ask(
        "SELECT c.child_name, c.hold_back_asked FROM concerns_concern c JOIN concerns_enquiry e ON e.id = c.enquiry_id"
        " WHERE e.reference = %s ORDER BY c.number",
        reference,
    )
    assert held == [("Jonas Strand", True), ("Leah Moe Strand", True)]


@pytest.mark.thorough
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_pages_stop_nobody(open_page: Open, portal_url: str, scheme: str) -> None:
    page = open_page(scheme=scheme)
    for address in (*FIRST_PAGES, *(f"/meld/{kind}/" for kind in ("barn", "ungdom", "forelder", "privat", "ansatt"))):
        page.goto(f"{portal_url}{address}")
        is_good(page)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["barn", "ungdom", "forelder", "privat", "ansatt"])
def test_every_page_of_every_kind_stops_nobody_with_and_without_mistakes(
    open_page: Open, portal_url: str, kind: str
) -> None:
    page = open_page(size=PHONE, scheme="dark" if kind in {"ungdom", "ansatt"} else "light")
    page.goto(f"{portal_url}/meld/{kind}/fare/")
    for _ in range(30):
        is_good(page)
        if "/oppsummering/" in page.url:
            return
        if page.get_by_role("link", name="Skriv videre").count():
            press(page, "Skriv videre")
            continue
        _answer_with_something(page)
        press(page, "Neste")
    raise AssertionError("kom aldri til oppsummeringen")


def _answer_with_something(page: Page) -> None:
    """Choose the first of every choice; write a little where nothing stands, but only after a mistake is told."""
    if not page.locator(".ds-error-summary").count():
        return
    for group in page.locator("fieldset:has(input[type=radio]):visible").all():
        group.locator("input[type=radio]").nth(1 if "familien" in page.url else 0).check()
    for box in page.locator("textarea, input[type=text]:not([inputmode]), input[type=tel]").all():
        if box.is_visible() and not box.input_value():
            box.fill("00 00 12 40" if box.get_attribute("type") == "tel" else "Noe")
    for menu in page.locator("select").all():
        menu.select_option(index=1)
    for number in page.locator("[name=body_number]").all():
        number.fill("")


def _type(page: Page, **words: str) -> None:
    for target, text in words.items():
        _tab_to(page, target)
        page.keyboard.type(text)


def _tab_to(page: Page, target: str) -> None:
    for _ in range(40):
        if page.evaluate("document.activeElement.id") == target:
            assert _ring(page), f"{target} viser ikke at det har fokus"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"kom ikke til {target} med Tab")


def _tab_to_word(page: Page, word: str) -> None:
    """Tab until something with that word has focus, and press Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText?.trim()") == word:
            assert _ring(page), f"«{word}» viser ikke at det har fokus"
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"kom ikke til «{word}» med Tab")


def _ring(page: Page) -> bool:
    """Whether the element that has focus shows it, itself or by the box it stands in."""
    shown: bool = page.evaluate("""() => [document.activeElement, document.activeElement.closest('.ds-field')].some(each => {
      const look = each && getComputedStyle(each);
      return look && (look.outlineStyle !== 'none' || look.boxShadow !== 'none');
    })""")
    return shown


def _soon(is_so: Callable[[], bool]) -> bool:
    """Whether it becomes so within some seconds: the browser says goodbye after it has left."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def _sendings(house: House) -> int:
    return int(house.ask("SELECT count(*) FROM concerns_enquiry")[0][0])


def _drafts(house: House) -> int:
    return int(house.ask("SELECT count(*) FROM web_draft")[0][0])
