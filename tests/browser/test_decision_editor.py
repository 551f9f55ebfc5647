"""A decision written in a real browser: saved by itself, with two at once, without a net, and when the desk locks itself.

Run as ``python -m tests.browser.test_decision_editor`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

import django
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in, keep

pytestmark = pytest.mark.browser

KARI, MARIT, LIV = "Kari Nesheim", "Marit Solheim", "Liv Strand"
FACTS = "Emil har fortalt at han er redd om kvelden."
WAIT = 20_000


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk when some drafts have been begun."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


@pytest.fixture
def somebody(chromium: Browser) -> Iterator[list[BrowserContext]]:
    """Browsers in which the server may say no without the console's being held against it."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        with suppress(Exception):
            context.close()


def editor_of(house: House, child: str) -> str:
    """The address of the draft about that child."""
    found = house.ask(
        "SELECT d.id FROM decisions_decision d JOIN cases_case c ON c.id = d.case_id JOIN people_person p ON p.id = c.child_id "
        "WHERE p.given_name = %s", child,
    )  # fmt: skip
    return f"/vedtak/{found[0][0]}/skriv/"


def written(house: House, child: str) -> set[str]:
    """Every text that is kept of that child's draft."""
    found = house.ask(
        "SELECT t.text FROM decisions_drafttext t JOIN cases_case c ON c.id = t.case_id JOIN people_person p "
        "ON p.id = c.child_id WHERE p.given_name = %s", child,
    )  # fmt: skip
    return {text for (text,) in found}


def sits_down(
    somebody: list[BrowserContext],
    chromium: Browser,
    house: House,
    desk: str,
    *,
    name: str,
    child: str,
    clock: bool = False,
) -> Page:
    """A person with her own browser, at the draft."""
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO", timezone_id="Europe/Oslo")  # type: ignore[arg-type]
    context.set_default_timeout(WAIT)
    somebody.append(context)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    if clock:
        page.clock.install()
    log_in(page, house, desk, name)
    page.goto(f"{desk}{editor_of(house, child)}")
    return page


def test_every_page_of_a_decision_is_open_to_all(open_page: Open, house: House, desk: str) -> None:
    write = editor_of(house, "Signe")
    one = write.removesuffix("skriv/")
    ((case,),) = house.ask("SELECT case_id FROM decisions_decision WHERE id = %s", one.split("/")[2])
    places = (
        write, one, f"{one}rammer/", f"{one}slik-blir-det/", f"{one}varsel/", f"{one}uten-varsel/", f"{one}undertegn/",
        f"{write}facts/versjoner/", f"{write}assessment/velg/", f"/saker/{case}/vedtak/", f"/saker/{case}/vedtak/nytt/",
        f"/saker/{case}/vedtak/nytt/veiledning/", "/vedtaksfraser/", "/vedtaksfraser/ny/",
    )  # fmt: skip
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = open_page(size=size, scheme=scheme)
        log_in(page, house, desk, MARIT)
        for place in places:
            page.goto(f"{desk}{place}")
            assert axe(page) == [], (place, scheme)
            no_sideways_scroll(page)
            keep(page, place, scheme)


def test_what_is_written_is_saved_by_itself_and_a_phrase_is_put_in_where_one_stands(
    page: Page, house: House, desk: str
) -> None:
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}{editor_of(house, 'Emil')}")
    box = page.get_by_label("Dette bygger vi på")
    box.fill(FACTS)
    part = page.locator("[data-part=facts]")
    expect(part.locator("[data-say]")).to_have_text("Skriver …")
    expect(part.locator("[data-say]")).to_have_text(re.compile(r"^Lagret \d\d\.\d\d av Kari Nesheim$"))
    assert FACTS in written(house, "Emil")
    part.locator(".op-offers summary").click()
    part.get_by_role("button", name=re.compile("^Sett inn ?: Slik har vi fått vite det")).click()
    expect(box).to_have_value(re.compile(f"^{FACTS}\n\nVi bygger på det Emil og dere har fortalt"))
    expect(part.get_by_text("Ikke fylt ut ennå")).to_be_visible()
    expect(part.get_by_text("Språk: lett å lese")).to_be_visible()


def test_two_at_once_lose_no_word_and_one_of_them_puts_the_texts_together(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    kari = sits_down(somebody, chromium, house, desk, name=KARI, child="Ola")
    marit = sits_down(somebody, chromium, house, desk, name=MARIT, child="Ola")
    kari.get_by_label("Dette bygger vi på").fill("Karis ord.")
    expect(kari.locator("[data-part=facts] [data-say]")).to_have_text(re.compile("^Lagret"))
    marit.get_by_label("Dette bygger vi på").fill("Marits ord.")
    warned = marit.locator("[data-part=facts] .op-two")
    expect(warned).to_contain_text("Kari Nesheim har skrevet:")
    expect(marit.get_by_label("Dette bygger vi på")).to_have_value("Marits ord.")
    assert axe(marit) == []
    warned.get_by_role("link", name="Se begge og velg").click()
    expect(marit.get_by_label("Eller sett dem sammen")).to_have_value("Karis ord.\n\nMarits ord.")
    assert axe(marit) == []
    marit.get_by_role("button", name="Bruk den jeg har satt sammen").click()
    expect(marit.get_by_label("Dette bygger vi på")).to_have_value("Karis ord.\n\nMarits ord.")
    assert {"Karis ord.", "Marits ord.", "Karis ord.\n\nMarits ord."} <= written(house, "Ola")
    # Kari is told before she writes on, and takes it in.
    kari.wait_for_timeout(10_500)
    kari.get_by_label("Barnevernsfaglig vurdering").focus()
    news = kari.locator("[data-part=facts] .op-news")
    expect(news).to_contain_text("Marit Solheim skrev her")
    news.get_by_role("button", name="Hent det inn her").click()
    expect(kari.get_by_label("Dette bygger vi på")).to_have_value("Karis ord.\n\nMarits ord.")


def test_without_a_net_the_words_wait_on_the_page_and_are_saved_when_it_is_back(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    page = sits_down(somebody, chromium, house, desk, name=KARI, child="Tiril")
    page.context.set_offline(True)
    page.get_by_label("Dette bygger vi på").fill(FACTS)
    alarm = page.get_by_role("alert").filter(has_text="Ingen forbindelse")
    expect(alarm).to_be_visible()
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage])").count("redd") == 0
    page.context.set_offline(False)
    expect(page.locator("[data-part=facts] [data-say]")).to_have_text(re.compile("^Lagret"))
    expect(alarm).to_be_hidden()
    assert FACTS in written(house, "Tiril")


def test_when_the_desk_locks_itself_the_words_stay_and_are_saved_after_the_log_in(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    page = sits_down(somebody, chromium, house, desk, name=KARI, child="Lea", clock=True)
    box = page.get_by_label("Dette bygger vi på")
    page.clock.fast_forward("20:30")
    lock = page.get_by_role("dialog", name="Skrivebordet er låst")
    expect(lock).to_be_visible()
    # What was in the keyboard when the cover came down.
    page.evaluate(
        "said => { const b = document.getElementById('id_facts'); b.value = said; "
        "b.dispatchEvent(new Event('input', {bubbles: true})); }",
        FACTS,
    )
    page.clock.fast_forward("00:10")
    expect(lock).to_be_visible()
    assert FACTS not in written(house, "Lea")
    log_in(page, house, desk, KARI)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(lock).to_be_hidden()
    page.clock.fast_forward("00:10")
    expect(box).to_have_value(FACTS)
    expect(page.locator("[data-part=facts] [data-say]")).to_have_text(re.compile("^Lagret"))
    assert FACTS in written(house, "Lea")


def test_a_session_that_ended_while_one_wrote_is_told_and_the_words_are_saved_after_the_log_in(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    page = sits_down(somebody, chromium, house, desk, name=KARI, child="Ida")
    page.context.clear_cookies(name="desk")
    page.get_by_label("Dette bygger vi på").fill(FACTS)
    alarm = page.get_by_role("alert").filter(has_text="Du er logget ut.")
    expect(alarm.get_by_role("link", name="Logg inn igjen")).to_be_visible()
    assert axe(page) == []
    log_in(page, house, desk, KARI)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("[data-part=facts] [data-say]")).to_have_text(re.compile("^Lagret"))
    assert FACTS in written(house, "Ida")


def set_the_scene() -> None:
    """A family for each test, each with a draft about guidance at home; Signe's is written, and two have written in it."""
    from datetime import date

    from django.utils import timezone

    from oppvekst.domain.decisions import actions
    from oppvekst.domain.decisions.tests.family import GUIDANCE, begun, family
    from oppvekst.domain.people.actions import Details

    world, at = _moved_in(), timezone.now()
    for place, child in enumerate(("Emil", "Ola", "Tiril", "Lea", "Ida")):
        case = family(world, Details(given_name=child, family_name="Nygård", birth_date=date(2015 + place % 3, 3, 4)))
        with world.as_(KARI) as kari:
            actions.open_decision(case, GUIDANCE, by=kari, at=at)
    case = family(world, Details(given_name="Signe", family_name="Nygård", birth_date=date(2017, 9, 3)))
    with world.as_(KARI) as kari:
        draft = begun(case, by=kari, at=at)
        said = "Det besluttes at Signe får hjelp vedrørende skolen, jf. planen.\n\nHjelpen varer til {til dato}."
        actions.choose(draft.id, "facts", said, by=kari, at=at)
    with world.as_(MARIT) as marit:
        actions.save_text(draft.id, "assessment", "Marits vurdering, skrevet samtidig.", seen=0, by=marit, at=at)


if __name__ == "__main__":
    django.setup()
    set_the_scene()
