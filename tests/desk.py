"""The desk as a browser meets it: a person logged in, at a time, with every page checked as it is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from oppvekst.law.calendar import OSLO
from tests.house.page_lint import lint
from tests.world import World

DESK = "oppvekst.faces.desk.urls"
TUESDAY = datetime(2026, 11, 24, 8, 15, tzinfo=OSLO)


@dataclass
class Browser:
    """One member of staff at the desk."""

    client: Client

    def see(self, address: str, *, status: int = 200) -> str:
        """A page, checked as every page is."""
        return self._checked(self.client.get(address), address, status)

    def send(self, address: str, status: int = 302, **values: Any) -> str:
        """A form; done, the address it leads to, else the page that came back."""
        response = self.client.post(address, {name.replace("__", "-"): value for name, value in values.items()})
        if status == 302:
            assert response.status_code == 302, text(response)[:3000]
            return str(response.headers["Location"])
        return self._checked(response, address, status)

    def paper(self, address: str) -> bytes:
        """A letter, as it is shown before it goes."""
        response = self.client.get(address)
        assert response.status_code == 200, text(response)[:3000]
        assert response.headers["Content-Type"] == "application/pdf"
        assert response.headers["Content-Disposition"].startswith("inline")
        assert response.content.startswith(b"%PDF")
        return bytes(response.content)

    def part(self, address: str, **values: Any) -> HttpResponse:
        """A part of a page, as htmx asks for it."""
        ask = self.client.post if values else self.client.get
        return ask(address, values or None, headers={"HX-Request": "true"})  # type: ignore[return-value]

    def _checked(self, response: Any, address: str, status: int) -> str:
        assert response.status_code == status, text(response)[:3000]
        html = str(response.content, "utf-8")
        if response.headers["Content-Type"].startswith("text/html"):
            assert not (faults := lint(html, address)), "\n".join(faults)
        return html


def browser(world: World, name: str, hat: str | None = None) -> Browser:
    """A browser in which this person has logged in."""
    client = Client(headers={"accept-language": "nb"})
    if hat:
        with world.as_(name, hat):
            pass
    client.cookies["desk"] = world.token(name)
    return Browser(client)


def text(response: Any) -> str:
    """What a reader sees, without the markup."""
    return words(str(response.content, "utf-8"))


def words(html: str) -> str:
    """A page's words on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


type Come = Callable[..., Browser]


def opened_desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch, *, at: datetime = TUESDAY) -> Come:
    """The desk's face on that day; call the answer with a name, and perhaps a hat, to sit down at it."""
    settings.FACE, settings.ROOT_URLCONF = "desk", DESK
    monkeypatch.setattr(timezone, "now", lambda: at)
    return lambda name, hat=None: browser(world, name, hat)


def questions(one: Browser, address: str) -> int:
    """How many questions a page asks of the database."""
    with CaptureQueriesContext(connection) as asked:
        one.see(address)
    return len(asked)
