"""A home visit written in the hallway in a real browser: in flight mode, with two at once, and with nothing left to read.

Run as ``python -m tests.browser.test_offline_visit`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import json
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

KARI, MARIT = "Kari Nesheim", "Marit Solheim"
WAIT = 20_000
UNSENT, TWO = "Lagret på telefonen, ikke sendt ennå", "Noen har skrevet samtidig"
SENT = re.compile(r"^Sendt kl\. \d\d\.\d\d$")
SEEN, CHILD = "Kjøleskapet var tomt, og Halvard satt under trappa.", "«Jeg vil heller bo hos bestemor.»"
# Everything this origin keeps in the browser, byte for byte: databases, local and session storage, the worker's files.
RAW = """async () => {
  const done = asked => new Promise((yes, no) => {
    asked.onsuccess = () => yes(asked.result); asked.onerror = () => no(asked.error); });
  const plain = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder('utf-8').decode(value) : value instanceof CryptoKey ? 'CRYPTOKEY' : value;
  const found = { local: {...localStorage}, session: {...sessionStorage}, rows: [], files: [] };
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames)
      for (const row of await done(db.transaction(store).objectStore(store).getAll()))
        found.rows.push([name, store, row?.constructor === Object
          ? Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])) : plain(row)]);
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request, { ignoreVary: true });
      const page = /html/.test(answer.headers.get('content-type'));
      found.files.push([new URL(request.url).pathname, page ? await answer.text() : '']);
    }
  }
  return JSON.stringify(found);
}"""

# The server gets the sending and answers, and the answer never comes.
LOSES_TWO_ANSWERS = """() => {
  const real = fetch; globalThis.lost = 0;
  globalThis.fetch = async (...asked) => {
    const answer = await real(...asked);
    if (String(asked[0]).endsWith('/send/') && lost < 2) { lost += 1; throw new TypeError('lost'); }
    return answer;
  };
}"""


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk when some families are under investigation."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


@pytest.fixture
def somebody(chromium: Browser) -> Iterator[list[BrowserContext]]:
    """Browsers in which there may be no net without the console's being held against it."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        with suppress(Exception):
            context.close()


def visit_of(house: House, child: str) -> str:
    """The address of the page for that child's home visit."""
    found = house.ask(
        "SELECT i.id FROM investigations_investigation i JOIN cases_case c ON c.id = i.case_id JOIN people_person p "
        "ON p.id = c.child_id WHERE p.given_name = %s", child,
    )  # fmt: skip
    return f"/hjemmebesok/{found[0][0]}/"


def stored(house: House, child: str) -> list[tuple[str, bool]]:
    """What the server has of what was seen there, oldest first, and whether it stands aside."""
    return house.ask(
        "SELECT t.seen, t.aside FROM investigations_hallwaytext t JOIN cases_case c ON c.id = t.case_id JOIN people_person p "
        "ON p.id = c.child_id WHERE p.given_name = %s ORDER BY t.sent_at", child,
    )  # type: ignore[return-value]  # fmt: skip


def on_the_phone(
    somebody: list[BrowserContext], chromium: Browser, house: House, desk: str, *, name: str, child: str
) -> Page:
    """A worker with the page open, and the phone ready to be without a net."""
    context = chromium.new_context(viewport=PHONE, locale="nb-NO", timezone_id="Europe/Oslo")  # type: ignore[arg-type]
    context.set_default_timeout(WAIT)
    somebody.append(context)
    page = context.new_page()
    log_in(page, house, desk, name)
    page.goto(f"{desk}{visit_of(house, child)}")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


def says(page: Page, what: object) -> None:
    expect(page.get_by_role("status").locator("[data-say]")).to_have_text(what, timeout=WAIT)  # type: ignore[arg-type]


def test_in_flight_mode_a_visit_is_written_and_the_page_loaded_anew_and_no_word_of_it_can_be_read_on_the_phone(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    page = on_the_phone(somebody, chromium, house, desk, name=KARI, child="Halvard")
    page.context.set_offline(True)
    page.get_by_label("Hva så dere?").fill(SEEN)
    page.get_by_label("Barnets ord").fill(CHILD)
    says(page, UNSENT)
    for _ in range(2):
        page.reload()
        expect(page.get_by_label("Hva så dere?")).to_have_value(SEEN)
        says(page, UNSENT)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Halvard")
    page.get_by_label("Hva ble avtalt videre?").fill("Nytt besøk fredag.")
    says(page, UNSENT)
    page.wait_for_timeout(500)
    raw = page.evaluate(RAW)
    kept = json.loads(raw)
    assert [store for _db, store, row in kept["rows"] if store == "visits" and row["waiting"]] == ["visits"]
    assert "/hjemmebesok/skall/" in [place for place, _text in kept["files"]]
    for word in ("Kjøleskap", "kjøleskap", "trappa", "bestemor", "fredag", "Halvard", "Nesheim", "CRYPTOKEY"):
        assert word not in raw, word
    assert stored(house, "Halvard") == []
    page.context.set_offline(False)
    says(page, SENT)
    assert stored(house, "Halvard")[-1] == (SEEN, False)
    page.reload()
    expect(page.get_by_label("Barnets ord")).to_have_value(CHILD)
    says(page, SENT)
    assert axe(page) == []


def test_a_colleague_who_wrote_meanwhile_loses_nothing_and_neither_does_she(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    kari = on_the_phone(somebody, chromium, house, desk, name=KARI, child="Torbjørg")
    kari.get_by_label("Hva så dere?").fill("Ryddig.")
    says(kari, SENT)
    kari.context.set_offline(True)
    kari.get_by_label("Hva så dere?").fill("Ryddig. Karis ord.")
    says(kari, UNSENT)
    kari.reload()
    marit = on_the_phone(somebody, chromium, house, desk, name=MARIT, child="Torbjørg")
    with marit.expect_response("**/send/"):
        marit.get_by_label("Hva så dere?").fill("Ryddig. Marits ord.")
    says(marit, SENT)
    kari.context.set_offline(False)
    says(kari, TWO)
    assert {("Ryddig. Marits ord.", False), ("Ryddig. Karis ord.", True)} <= set(stored(house, "Torbjørg"))
    kari.get_by_role("link", name="Se begge og velg").click()
    expect(kari.get_by_text("Ryddig. Marits ord.").first).to_be_visible()
    expect(kari.get_by_label("Dette skal stå")).to_have_value("Ryddig. Marits ord.\n\nRyddig. Karis ord.")
    assert axe(kari) == []
    no_sideways_scroll(kari)
    keep(kari, "velg/", "light")
    kari.get_by_role("button", name="La dette stå").click()
    expect(kari.get_by_label("Hva så dere?")).to_have_value("Ryddig. Marits ord.\n\nRyddig. Karis ord.")
    says(kari, SENT)
    kari.get_by_role("button", name="Ferdig").click()
    expect(kari.get_by_role("heading", level=1)).to_contain_text("Gjør besøket ferdig")
    assert axe(kari) == []
    keep(kari, "ferdig/", "light")


def test_a_sending_whose_answer_was_lost_is_stored_once(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    page = on_the_phone(somebody, chromium, house, desk, name=KARI, child="Sigvart")
    page.evaluate(LOSES_TWO_ANSWERS)
    page.get_by_label("Hva så dere?").fill("Sendt flere ganger.")
    says(page, UNSENT)
    says(page, SENT)
    assert page.evaluate("lost") == 2
    assert stored(house, "Sigvart") == [("Sendt flere ganger.", False)]


def test_after_log_out_the_phone_keeps_nothing_and_an_old_copy_of_it_opens_for_nobody(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    page = on_the_phone(somebody, chromium, house, desk, name=KARI, child="Alfhild")
    page.context.set_offline(True)
    page.get_by_label("Hva så dere?").fill(SEEN)
    says(page, UNSENT)
    page.context.set_offline(False)
    page.get_by_role("button", name=re.compile("Kari Nesheim")).click()
    page.get_by_role("button", name="Logg ut").click()
    expect(page.get_by_role("heading", name="Du er logget ut")).to_be_visible()
    page.wait_for_timeout(500)
    # What waited was sent before the door was shut.
    assert stored(house, "Alfhild")[-1] == (SEEN, False)
    kept = json.loads(page.evaluate(RAW))
    assert (kept["rows"], kept["files"]) == ([], [])
    assert not [one for one in page.context.cookies() if one["name"].startswith("besok")]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_in_a_new_log_in_what_lay_there_is_unreadable_and_thrown_away(
    chromium: Browser, somebody: list[BrowserContext], house: House, desk: str
) -> None:
    page = on_the_phone(somebody, chromium, house, desk, name=KARI, child="Ingvild")
    page.context.set_offline(True)
    page.get_by_label("Hva så dere?").fill(SEEN)
    says(page, UNSENT)
    page.wait_for_timeout(500)
    # Untouched too long: the browser has thrown the secret. In flight mode the page then opens nothing.
    page.context.clear_cookies(name="besok")
    page.reload()
    says(page, re.compile("^Låst"))
    expect(page.get_by_label("Hva så dere?")).to_be_hidden()
    assert SEEN not in page.content()
    page.context.clear_cookies(name="desk")
    page.context.set_offline(False)
    log_in(page, house, desk, MARIT)
    page.goto(f"{desk}{visit_of(house, 'Ingvild')}")
    expect(page.get_by_label("Hva så dere?")).to_have_value("")
    page.wait_for_timeout(1000)
    kept = json.loads(page.evaluate(RAW))
    assert [row for _db, store, row in kept["rows"] if store == "visits" and row["waiting"]] == []
    assert "Kjøleskap" not in json.dumps(kept, ensure_ascii=False)


def test_every_page_of_it_is_open_to_all(open_page: Open, house: House, desk: str) -> None:
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = open_page(size=size, scheme=scheme)
        log_in(page, house, desk, MARIT)
        for place in (visit_of(house, "Ingvild"), "/hjemmebesok/", "/hjemmebesok/skall/"):
            page.goto(f"{desk}{place}")
            assert axe(page) == [], (place, scheme)
            no_sideways_scroll(page)
            keep(page, place.replace(visit_of(house, "Ingvild"), "besok"), scheme)


def set_the_scene() -> None:
    """A family for each test, each under investigation at Kari's."""
    from datetime import date

    from django.utils import timezone

    from oppvekst.domain.concerns import actions as concerns
    from oppvekst.domain.concerns.rules.message import ReportedChild
    from oppvekst.domain.concerns.tests.desk import arrive, taken
    from oppvekst.domain.investigations import actions
    from oppvekst.domain.people.actions import Details

    world, at = _moved_in(), timezone.now()
    for place, child in enumerate(("Halvard", "Torbjørg", "Sigvart", "Alfhild", "Ingvild")):
        concern = taken(world, arrive(world, children=(ReportedChild(name=f"{child} Haugland"),), at=at))
        with world.as_(KARI) as kari:
            who = Details(given_name=child, family_name="Haugland", birth_date=date(2014 + place, 3, 4))
            concerns.register_child(concern, who, by=kari, at=at)
            actions.open_investigation(
                concern, reasons="Bekymring fra skolen.", responsible=kari.staff_id, by=kari, at=at
            )


if __name__ == "__main__":
    django.setup()
    set_the_scene()
