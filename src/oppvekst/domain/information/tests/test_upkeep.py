"""What an editor is warned of: languages that lag behind, and links that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from oppvekst.domain.information import queries
from oppvekst.domain.information.models import Page, PageVersion
from oppvekst.domain.information.rules.defaults import SOLVIK
from tests.world import World

LONG_AGO = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LATER = LONG_AGO + timedelta(days=30)

type Write = Callable[..., PageVersion]


def states(page: Page) -> dict[str, tuple[bool, bool, bool]]:
    found = queries.language_state(page)
    return {each.language: (each.is_lacking, each.is_older, each.has_draft) for each in found}


def test_a_language_that_is_lacking_and_one_that_is_older_than_bokmal_are_told(world: World, write: Write) -> None:
    page = write("hjelp").page
    write("hjelp", language="nn")
    write("hjelp", publish_from=LATER)
    assert states(page) == {"nb": (False, False, False), "nn": (False, True, False), "en": (True, False, False)}
    assert queries.language_states(SOLVIK)[page.pk] == queries.language_state(page)


def test_a_language_that_has_caught_up_is_not_told_of(world: World, write: Write) -> None:
    page = write("hjelp", publish_from=LONG_AGO).page
    write("hjelp", language="nn", publish_from=LATER)
    write("hjelp", language="en", publish_from=None)
    assert states(page)["nn"] == (False, False, False)
    assert states(page)["en"] == (True, False, True)


def test_what_is_withdrawn_does_not_count_as_published(world: World, write: Write) -> None:
    page = write("hjelp", withdrawn_at=LATER).page
    write("hjelp", language="nn")
    assert states(page)["nb"] == (True, False, False)
    assert states(page)["nn"] == (False, False, False)


def broken() -> list[tuple[str, str, str]]:
    return [(each.slug, each.words, each.target) for each in queries.broken_links(SOLVIK)]


def test_links_to_pages_that_are_there_to_fixed_pages_and_out_of_the_house_are_whole(
    world: World, write: Write
) -> None:
    body = (
        "[a](side:om) [b](side:phones) [c](https://www.116111.no/) [d](tel:112) [e](side:hjelp#del) [f](side:kontakt)"
    )
    write("hjelp", body=body)
    write("om")
    assert broken() == []


def test_links_to_pages_that_are_not_there_or_not_published_are_found(world: World, write: Write) -> None:
    write("hjelp", body="[en](side:finnes-ikke) [to](side:kladd) [tre](side:tatt-ned)")
    write("kladd", publish_from=None, body="[fire](side:heller-ikke)")
    write("tatt-ned", body="[fem](side:ingen)")
    Page.objects.filter(slug="tatt-ned").update(archived=True)
    assert broken() == [
        ("hjelp", "en", "side:finnes-ikke"), ("hjelp", "to", "side:kladd"), ("hjelp", "tre", "side:tatt-ned"),
        ("kladd", "fire", "side:heller-ikke"),
    ]  # fmt: skip
    assert [each.in_draft for each in queries.broken_links(SOLVIK)] == [False, False, False, True]


def test_links_of_a_kind_that_no_text_may_have_are_found(world: World, write: Write) -> None:
    write("hjelp", language="nn", body="[a](/meld/) [b](javascript:x) [c](mailto:a@example.no) [d](http://example.no)")
    assert [target for _, _, target in broken()] == [
        "/meld/",
        "javascript:x",
        "mailto:a@example.no",
        "http://example.no",
    ]
    assert not any(each.names_a_page for each in queries.broken_links(SOLVIK))


def test_only_the_newest_version_of_a_page_is_looked_through(world: World, write: Write) -> None:
    write("hjelp", body="[a](side:borte)")
    write("hjelp", body="Rettet.", publish_from=LATER)
    assert broken() == []
