"""A browser at Solvik's portal on a Saturday night, and an editor's hand to put pages there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.information.models import Page, PageVersion
from oppvekst.ground.access.actor import Actor
from tests.world import World

SATURDAY_NIGHT = datetime(2026, 11, 7, 21, 40, tzinfo=UTC)
LONG_AGO = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
BOX = "oppvekst.domain.information.portal.calls.calls"


@pytest.fixture
def at_portal(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process is the portal, and its clock stands still."""
    cache.clear()
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    _with_the_box(settings)
    monkeypatch.setattr(timezone, "now", lambda: SATURDAY_NIGHT)


@pytest.fixture
def portal(world: World, at_portal: None) -> Client:
    """A browser at the portal of a furnished Solvik."""
    setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({EDIT}))
    install_defaults(world.solvik, at=LONG_AGO, by=setup)
    return Client()


@pytest.fixture
def bare_portal(world: World, at_portal: None) -> Client:
    """A browser at the portal of a Solvik where nobody has written anything."""
    return Client()


@pytest.fixture
def write(world: World) -> Callable[..., PageVersion]:
    """Publish a page in Solvik: ``write("a-page", title="Nei", body="…", language="nn", under="hjelp")``."""

    def written(slug: str, **about: Any) -> PageVersion:
        of_page = {
            name: about.pop(name) for name in ("kind", "audience", "under", "place", "shown_until") if name in about
        }
        page, _ = Page.objects.get_or_create(municipality=world.solvik, slug=slug, defaults=of_page)
        language = about.setdefault("language", "nb")
        about.setdefault("publish_from", LONG_AGO)
        about.setdefault("title", slug)
        number = PageVersion.objects.filter(page=page, language=language).count() + 1
        return PageVersion.objects.create(
            municipality=world.solvik, page=page, number=number, written_at=LONG_AGO, **about
        )

    return written


def _with_the_box(settings: Any) -> None:
    """The box stands on every page by a context processor of the settings."""
    engine = settings.TEMPLATES[0]
    processors = engine["OPTIONS"]["context_processors"]
    if BOX not in processors:
        options = {**engine["OPTIONS"], "context_processors": [*processors, BOX]}
        settings.TEMPLATES = [{**engine, "OPTIONS": options}]
