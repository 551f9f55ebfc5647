"""Somebody at a page, in the words of a story: goes, writes, chooses, presses; and could anybody have used it?"""

from __future__ import annotations

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import axe, no_sideways_scroll


class Person:
    """Somebody at a page: goes, fills in, presses; a page that was left, could be used by everybody."""

    def __init__(self, page: Page, at: str) -> None:
        self.page, self.at = page, at

    def goes(self, address: str) -> None:
        self.page.goto(f"{self.at}{address}")
        self.could_use_it()

    def follows(self, name: str | re.Pattern[str], *, exact: bool = False) -> None:
        self.page.get_by_role("link", name=name, exact=exact).first.click()

    def writes(self, words: dict[str, str]) -> None:
        for label, text in words.items():
            self.page.get_by_label(re.compile(f"^{re.escape(label)}")).first.fill(text)

    def chooses(self, *labels: str) -> None:
        for label in labels:
            self.page.get_by_label(re.compile(f"^{re.escape(label)}")).first.check()

    def on(self, what: str, *day: str) -> None:
        for part, number in zip(("Dag", "Måned", "År"), day, strict=True):
            self.page.get_by_role("group", name=what).get_by_label(part).fill(number)

    def on_day(self, what: str, day: date) -> None:
        self.on(what, str(day.day), str(day.month), str(day.year))

    def sends(self) -> None:
        """The form as it stands, by its first button; and waits for the answer."""
        with self.page.expect_navigation():
            self.page.locator("form.op-deskform button[type=submit]").first.click()

    def presses(self, name: str | re.Pattern[str]) -> None:
        """And waits for the answer: to go on at once would be to leave before it was sent."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).first.click()

    def reads(self, words: str | re.Pattern[str]) -> Locator:
        found = self.page.get_by_text(words).first
        expect(found).to_be_visible()
        return found

    def could_use_it(self) -> None:
        hindered = axe(self.page)
        assert hindered == [], (self.page.url, hindered)
        no_sideways_scroll(self.page)
