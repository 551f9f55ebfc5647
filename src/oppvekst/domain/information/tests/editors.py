"""What the tests of editing share: a furnished Solvik, an editor at the desk, and the public at the portal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.information.models import PageVersion
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import OSLO
from tests.desk import DESK, Browser, browser
from tests.world import World

LONG_AGO = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
WINTER = datetime(2026, 1, 12, 9, 5, tzinfo=OSLO)
BOX = "oppvekst.domain.information.portal.calls.calls"


def unwritten(slug: str, language: str) -> None:
    """A page as it was before anybody wrote it in a language. Only a test puts aside what keeps the published."""
    with connection.cursor() as owner:
        owner.execute("SET CONSTRAINTS ALL IMMEDIATE")
        owner.execute("ALTER TABLE information_pageversion DISABLE TRIGGER version_stays")
        PageVersion.objects.filter(page__slug=slug, language=language).delete()
        owner.execute("ALTER TABLE information_pageversion ENABLE TRIGGER version_stays")
        owner.execute("SET CONSTRAINTS ALL DEFERRED")


class House:
    """Both faces of the municipality, with one clock that stands still until it is moved."""

    def __init__(self, world: World, settings: Any, monkeypatch: Any) -> None:
        self.world, self.settings, self.monkeypatch = world, settings, monkeypatch
        setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({EDIT}))
        install_defaults(world.solvik, at=LONG_AGO, by=setup)
        self.at(WINTER)

    def at(self, moment: datetime) -> None:
        """The clock of both faces."""
        self.monkeypatch.setattr(timezone, "now", lambda: moment.astimezone(UTC))

    def desk(self, name: str) -> Browser:
        """Somebody at the desk."""
        self.settings.FACE, self.settings.ROOT_URLCONF = "desk", DESK
        return browser(self.world, name)

    @contextmanager
    def portal(self) -> Iterator[Callable[[str], str]]:
        """The public's own browser; call it with an address."""
        before = self.settings.FACE, self.settings.ROOT_URLCONF, self.settings.TEMPLATES
        cache.clear()
        self.settings.FACE, self.settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
        engine = self.settings.TEMPLATES[0]
        processors = engine["OPTIONS"]["context_processors"]
        if BOX not in processors:
            options = {**engine["OPTIONS"], "context_processors": [*processors, BOX]}
            self.settings.TEMPLATES = [{**engine, "OPTIONS": options}]
        somebody = Client(headers={"accept-language": "nb"})

        def read(address: str) -> str:
            response = somebody.get(address)
            assert response.status_code == 200, (address, response.status_code)
            return str(response.content, "utf-8")

        try:
            yield read
        finally:
            self.settings.FACE, self.settings.ROOT_URLCONF, self.settings.TEMPLATES = before


def form(page: str, **changed: str) -> dict[str, str]:
    """Everything that stands in the form of a page, with some of it changed (``nb__title``)."""
    found = {
        name: re.search(rf'name="{name}" value="([^"]*)"', page)
        for name in re.findall(r'name="((?:nb|nn|en)-(?:seen|title))"', page)
    }
    typed = {name: match[1] for name, match in found.items() if match}
    for name, text in re.findall(r'<textarea name="((?:nb|nn|en)-\w+)"[^>]*>\s?(.*?)</textarea>', page, re.S):
        typed[name] = text
    return {name.replace("-", "__"): text for name, text in typed.items()} | changed
