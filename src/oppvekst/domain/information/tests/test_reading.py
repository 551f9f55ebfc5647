"""What the public reads on a page: the newest that is published, in the reader's language, else in Bokmål."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from oppvekst.domain.information import queries
from oppvekst.domain.information.models import ContactPoint, Page, PageVersion
from oppvekst.domain.information.rules.defaults import SOLVIK
from tests.world import NORDVAG, World

LONG_AGO = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
TOMORROW = datetime.now(UTC) + timedelta(days=1)

type Write = Callable[..., PageVersion]


def titles(found: Any) -> list[str]:
    return [each.title for each in found]


def test_the_newest_published_version_is_what_is_read(world: World, write: Write) -> None:
    write("om-oss", title="Først")
    write("om-oss", title="Så", publish_from=LONG_AGO + timedelta(days=1))
    write("om-oss", title="I morgen", publish_from=TOMORROW)
    write("om-oss", title="Kladd", publish_from=None)
    with world.at_portal():
        found = queries.page(SOLVIK, "om-oss")
    assert found and found.title == "Så"


def test_what_is_withdrawn_gives_back_what_stood_there_before(world: World, write: Write) -> None:
    write("om-oss", title="Først")
    write("om-oss", title="Feil", publish_from=LONG_AGO + timedelta(days=1), withdrawn_at=LONG_AGO + timedelta(days=2))
    with world.at_portal():
        found = queries.page(SOLVIK, "om-oss")
    assert found and found.title == "Først"


def test_of_two_published_at_the_same_moment_the_later_version_counts(world: World, write: Write) -> None:
    write("om-oss", title="En")
    write("om-oss", title="To")
    assert titles([queries.page(SOLVIK, "om-oss")]) == ["To"]


def test_a_page_is_read_in_the_readers_language_and_in_bokmal_where_it_is_lacking(world: World, write: Write) -> None:
    write("hjelp", title="Hjelp")
    write("hjelp", title="Hjelp på nynorsk", language="nn")
    with world.at_portal():
        nynorsk, english = queries.page(SOLVIK, "hjelp", "nn"), queries.page(SOLVIK, "hjelp", "en")
    assert nynorsk and english
    assert (nynorsk.title, nynorsk.in_another_language) == ("Hjelp på nynorsk", False)
    assert (english.title, english.language, english.in_another_language) == ("Hjelp", "nb", True)


def test_a_page_that_exists_only_in_another_language_is_not_there(world: World, write: Write) -> None:
    write("hjelp", language="en")
    assert queries.page(SOLVIK, "hjelp", "nn") is None


def test_nobody_outside_reads_drafts_pages_taken_down_or_the_neighbours(world: World, write: Write) -> None:
    write("kladd", publish_from=None)
    write("tatt-ned")
    write("hos-oss")
    Page.objects.filter(slug="tatt-ned").update(archived=True)
    with world.at_portal():
        assert [queries.page(SOLVIK, slug) for slug in ("kladd", "tatt-ned", "finnes-ikke")] == [None] * 3
        assert queries.page(NORDVAG, "hos-oss") is None


def test_news_is_taken_down_by_itself_the_day_after_its_last(world: World, write: Write) -> None:
    write("gammelt", kind="news", shown_until=date(2026, 1, 10))
    write("nytt", kind="news", shown_until=date(2099, 1, 10))
    with world.at_portal():
        assert titles(queries.news(SOLVIK)) == ["nytt"]
        assert queries.page(SOLVIK, "gammelt") is None


def test_the_latest_news_comes_first_and_only_a_few_of_them(world: World, write: Write) -> None:
    for number in range(5):
        write(f"nyhet-{number}", kind="news", publish_from=LONG_AGO + timedelta(days=number))
    assert titles(queries.news(SOLVIK)) == ["nyhet-4", "nyhet-3", "nyhet-2"]


def test_what_stands_under_a_page_stands_in_its_place(world: World, write: Write) -> None:
    write("hjelp")
    write("b", under="hjelp", place=20)
    write("a", under="hjelp", place=30)
    write("sporsmal-c", under="hjelp", kind="question", body="**Ja.**")
    assert titles(queries.children_of(SOLVIK, "hjelp")) == ["b", "a"]
    assert [(each.title, each.body) for each in queries.questions_for(SOLVIK, "hjelp")] == [("sporsmal-c", "**Ja.**")]
    assert titles(queries.index(SOLVIK).under("hjelp")) == ["b", "a"]


def test_the_way_to_a_page_goes_over_all_that_stand_above_it_and_never_in_a_circle(world: World, write: Write) -> None:
    write("a")
    write("b", under="a")
    write("c", under="b")
    write("x", under="y")
    write("y", under="x")
    index = queries.index(SOLVIK)
    assert titles(index.way_to("c")) == ["a", "b"]
    assert titles(index.way_to("x")) == ["y"]
    assert index.way_to("finnes-ikke") == []


def test_the_municipalitys_own_words_on_fixed_pages_are_no_pages(world: World, write: Write) -> None:
    write("welcome", kind="piece", title="Velkommen")
    assert queries.pieces(SOLVIK)["welcome"].title == "Velkommen"
    assert queries.sitemap(SOLVIK) == []


def test_contact_points_stand_by_what_they_are_in_the_readers_language(world: World) -> None:
    about = {"municipality": world.solvik, "published": True}
    said = {"nn": {"name": "Leiaren"}}
    ContactPoint.objects.create(kind="role", name="Lederen", about="Har ansvaret.", other_languages=said, **about)
    ContactPoint.objects.create(kind="other", name="Krisesenteret", url="javascript:alert(1)", **about)
    ContactPoint.objects.create(kind="visit", name="Skjult", municipality=world.solvik)
    with world.at_portal():
        found = queries.contact_points(SOLVIK, "nn")
    assert [(each.name, each.about) for each in found["role"]] == [("Leiaren", "Har ansvaret.")]
    assert found["other"][0].site == ""
    assert found["visit"] == []


@pytest.mark.parametrize("many", [10, 100])
def test_ten_pages_and_a_hundred_cost_the_same(
    world: World, write: Write, django_assert_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    write("hjelp")
    for number in range(many):
        write(f"side-{number}", under="hjelp" if number % 2 else "")
        write(f"sporsmal-{number}", kind="question", under="hjelp")
    with django_assert_num_queries(1):
        found, questions = queries.page_with_questions(SOLVIK, "hjelp", "en")
    assert found and len(questions) == many
    with django_assert_num_queries(1):
        assert len(queries.index(SOLVIK, "nn").entries) == 2 * many + 1
    with django_assert_num_queries(1):
        queries.front(SOLVIK, "nn")
    with django_assert_num_queries(1):
        queries.search(SOLVIK, "nb", "sporsmal")
    with django_assert_num_queries(3):
        queries.broken_links(SOLVIK)
    with django_assert_num_queries(1):
        queries.language_states(SOLVIK)
