"""Somebody at Solvik's portal on a Saturday night."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from oppvekst.domain.concerns.models import Application, Concern, Enquiry, Passage
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.ground.access.actor import Actor
from tests.house.page_lint import lint, read
from tests.world import World

SATURDAY_NIGHT = datetime(2026, 11, 7, 21, 40, tzinfo=UTC)
GOES_ON = 303

type Answers = Mapping[str, str | list[str]]


@dataclass
class Visitor:
    """A person with a browser that holds every page to the house's rules."""

    client: Client = field(default_factory=lambda: Client(headers={"accept-language": "nb"}))

    def reads(self, address: str, *, status: int = 200) -> str:
        """Open a page."""
        return self._page(self.client.get(address), address, status)

    def sends(self, address: str, answers: Answers | None = None, *, status: int = GOES_ON) -> str:
        """Answer a page, and be led on: the next address, or the page again when something was wrong."""
        response = self.client.post(address, dict(answers or {}))
        text = self._page(response, address, status)
        return str(response.headers.get("Location", text))

    def goes_through(self, kind: str, answers: Mapping[str, Answers], *, start: str = "fare") -> str:
        """Answer page after page, the given answers where there are any, until the summary. Its address."""
        address, seen = f"/meld/{kind}/{start}/", 0
        while "/oppsummering/" not in address and (seen := seen + 1) < 40:
            address = self._one_page(kind, address, answers)
        return address

    def gets_receipt(self, kind: str, answers: Mapping[str, Answers]) -> str:
        """All the way: through the pages, over the summary, to the receipt."""
        summary = self.goes_through(kind, answers)
        self.reads(summary)
        assert self.sends(summary, status=302) == "/meld/sendt/"
        return self.reads("/meld/sendt/")

    def _one_page(self, kind: str, address: str, answers: Mapping[str, Answers]) -> str:
        shown = self.client.get(address)
        if shown.status_code == GOES_ON:
            return str(shown.headers["Location"])
        page, home = read(self._page(shown, address, 200)), f"/meld/{kind}/"
        if any(button.attrs.get("name") == "go" for button in page.all("button")):
            return self.sends(address, answers.get(address.removeprefix(home).strip("/"), {}))
        links = {link.text.strip(): link.attrs["href"] for link in page.all("a")}
        another = next((href for text, href in links.items() if text.startswith("Legg til")), "")
        if another.removeprefix(home).strip("/") in answers:
            return another
        return links.get("Neste") or links["Skriv videre"]

    @staticmethod
    def _page(response: HttpResponse, address: str, status: int) -> str:
        text = str(response.content, "utf-8")
        assert response.status_code == status, text[:4000]
        if text.lstrip().startswith("<!doctype html>"):
            assert lint(text, address) == []
        return text


@pytest.fixture
def visitor(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """A visitor, and a clock that stands still."""
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({EDIT}))
    install_defaults(world.solvik, at=SATURDAY_NIGHT, by=setup)
    monkeypatch.setattr(timezone, "now", lambda: SATURDAY_NIGHT)
    return Visitor()


@dataclass
class Stored:
    """What really came to lie in the database after one sending."""

    enquiry: Enquiry
    concerns: list[Concern]
    words: dict[str, list[str]]
    application: Application | None


@pytest.fixture
def stored(world: World) -> Any:
    """Look at the one sending there is, as the owner of the database."""

    def look() -> Stored:
        concerns = list(Concern.objects.order_by("number"))
        words: dict[str, list[str]] = {}
        for passage in Passage.objects.filter(concern=concerns[0]):
            words.setdefault(passage.heading, []).append(passage.text)
        return Stored(Enquiry.objects.get(), concerns, words, Application.objects.first())

    return look
