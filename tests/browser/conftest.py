"""Real servers, real logins, a real browser. Nothing here reaches into the process that answers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from oppvekst.ground.database.acting import COOKIE
from oppvekst.ground.database.server import Server
from tests.browser.living import House, living_in, serving

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
# WCAG 2.1 A and AA and best practice, as the law and the issue ask; and contrast as for running text (AAA).
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
RUN_AXE = """async tags => {
  const found = await axe.run(document, {runOnly: tags, rules: {'color-contrast-enhanced': {enabled: true}}});
  return found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(' | '));
}"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
NARROWEST = 320
# Each person has an address of her own: all of them at one address would be slowed down as a program is (ADR 20).
ADDRESSES = (f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}" for number in count(1))

type Open = Callable[..., Page]


@pytest.fixture(scope="session")
def house(server: Server, template: str) -> Iterator[House]:
    """A furnished house of its own for this test process."""
    with living_in(server, template) as living:
        yield living


@pytest.fixture(scope="session")
def portal_url(house: House) -> Iterator[str]:
    """The portal's address."""
    with serving(house, "portal", OPPVEKST_PROXY="1") as url:
        yield url


@pytest.fixture(scope="session")
def desk_url(house: House) -> Iterator[str]:
    """The desk's address."""
    with serving(house, "desk") as url:
        yield url


@pytest.fixture(scope="module")
def chromium(template: str) -> Iterator[Browser]:
    """The browser: the one named in OPPVEKST_CHROMIUM, else the system's, else Playwright's own.

    While it is open, this process has a running event loop, and Django refuses to touch a database: the template is
    made before, and the browser is closed before the next module's tests.
    """
    program = os.environ.get("OPPVEKST_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """A new person with a browser: ``open_page(size=PHONE, scripts=False, scheme="dark")``. It must not complain."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(*, size: dict[str, int] = DESKTOP, scripts: bool = True, scheme: Any = "light") -> Page:
        context = chromium.new_context(
            viewport=size, java_script_enabled=scripts, color_scheme=scheme, locale="nb-NO", timezone_id="Europe/Oslo",
            extra_http_headers={"X-Forwarded-For": next(ADDRESSES)},
        )  # type: ignore[arg-type]  # fmt: skip
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said.type, said.text) else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(open_page: Open) -> Page:
    """One person at a desk machine."""
    return open_page()


def log_in(page: Page, house: House, desk_url: str, name: str) -> None:
    """Let a member of staff in at the desk, by a session that the door has opened."""
    host = urlsplit(desk_url).hostname or ""
    page.context.add_cookies([{"name": COOKIE, "value": house.token(name), "domain": host, "path": "/"}])


def axe(page: Page) -> list[str]:
    """What stands in the way of somebody on this page, by axe: WCAG 2.1 A and AA, best practice, and AAA contrast."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN_AXE, TAGS)
    return found


def no_sideways_scroll(page: Page, width: int = NARROWEST) -> None:
    """The page fits a phone that narrow, or 400 % zoom."""
    size = page.viewport_size
    page.set_viewport_size({"width": width, "height": 740})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{page.url} er {wide} bred på {width}"
    if size:
        page.set_viewport_size(size)


def _is_complaint(kind: str, text: str) -> bool:
    """An error in the console. That a page answered 422 is no complaint: it said what was wrong with the form."""
    return kind == "error" and "status of 422" not in text
