"""The children's and the youths' own pages: easy to read, safe to leave, and short ways to somebody who listens."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from oppvekst.domain.information import models
from oppvekst.domain.information.rules.readability import lix
from tests.house.page_lint import lint

CHILD, YOUTH = "/barn-og-ungdom/", "/barn-og-ungdom/ungdom/"
BOTH = pytest.mark.parametrize("address", [CHILD, YOUTH])
VERY_EASY = 30

type Read = Callable[[str], str]


@pytest.fixture
def read(portal: Client) -> Read:
    """Opens a page; every page keeps the rules of the house."""

    def opened(address: str) -> str:
        response = portal.get(address)
        assert response.status_code == 200
        page = str(response.content, "utf-8")
        assert lint(page, address) == []
        return page

    return opened


def main(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def sentences(page: str) -> str:
    """What a page says, each block as a paragraph of its own, pictures' titles too."""
    blocks = re.split(r"</?(?:p|h1|h2|h3|li|small|summary|div|b|span|title|a|section|nav)\b[^>]*>", main(page))
    return "\n\n".join(re.sub(r"<[^>]+>", "", block).strip() for block in blocks)


@BOTH
def test_a_childs_page_is_very_easy_to_read(read: Read, address: str) -> None:
    assert lix(sentences(read(address))) < VERY_EASY


@BOTH
def test_somebody_to_call_stands_before_anything_to_read(read: Read, address: str) -> None:
    page = main(read(address))
    assert page.index("tel:116111") < page.index("116111.no") < page.index("tel:112") < page.index('id="skjer"')


@BOTH
def test_the_page_can_be_left_at_once_is_kept_nowhere_and_sets_no_cookie(portal: Client, address: str) -> None:
    response = portal.get(address)
    assert re.search(
        r'<a class="[^"]*op-exit" href="https://www.yr.no/"[^>]* data-quick-exit>', str(response.content, "utf-8")
    )
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


@BOTH
def test_every_picture_is_our_own_and_says_what_it_shows(read: Read, address: str) -> None:
    page = main(read(address))
    pictures = re.findall(r'<svg class="op-(?:pic|child__scene)"[^>]*role="img"[^>]*>\s*<title>([^<]+)</title>', page)
    assert len(pictures) == len(set(pictures)) == 5
    assert "<img" not in page


@pytest.mark.parametrize(("address", "kind"), [(CHILD, "barn"), (YOUTH, "ungdom")])
def test_the_own_form_is_two_steps_from_the_front_page(read: Read, address: str, kind: str) -> None:
    assert f'href="{CHILD}"' in read("/")
    assert f'href="/meld/{kind}/"' in main(read(address))
    assert f'href="{YOUTH}"' in main(read(CHILD))


@pytest.mark.parametrize("address", [CHILD, YOUTH])
def test_the_rights_of_the_law_are_said_in_plain_words(read: Read, address: str) -> None:
    page = main(read(address))
    assert "Du skal få si hva du mener" in page
    assert "Du kan ha med deg en du stoler på" in page
    assert "tillitsperson" in page


def test_a_youth_is_told_what_happens_at_fifteen(read: Read) -> None:
    assert "Fra du er 15, er du vanligvis part i saken" in read(YOUTH)


@BOTH
def test_the_page_says_how_we_answer_without_it_showing_at_home(read: Read, address: str) -> None:
    assert "Vi sender ikke brev hjem" in main(read(address))


@pytest.mark.parametrize(("address", "slugs"), [
    (CHILD, ("barn-hva-skjer", "barn-rettigheter", "barn-skriv-til-oss")),
    (YOUTH, ("ungdom-hva-skjer", "ungdom-rettigheter", "ungdom-skriv-til-oss")),
])  # fmt: skip
def test_the_page_leads_to_what_is_published_and_to_nothing_else(
    read: Read, address: str, slugs: tuple[str, ...]
) -> None:
    page = read(address)
    for slug in slugs:
        assert f'href="/{slug}/"' in page
    models.Page.objects.filter(slug=slugs[0]).update(archived=True)
    page = read(address)
    assert f'href="/{slugs[0]}/"' not in page
    assert f'href="/{slugs[1]}/"' in page


def test_a_page_that_the_municipality_adds_for_children_is_shown_too(read: Read) -> None:
    models.Page.objects.filter(slug="barn-hva-skjer").update(slug="barn-nytt")
    assert 'href="/barn-nytt/"' in read(CHILD)


@BOTH
def test_the_page_speaks_every_language_and_the_switch_keeps_it(read: Read, address: str) -> None:
    page = read(address)
    assert f'href="/nn{address}" hreflang="nn"' in page
    assert f'href="/en{address}" hreflang="en"' in page


@BOTH
def test_with_nothing_published_the_national_numbers_are_still_there(read: Read, address: str) -> None:
    models.PhoneLine.objects.update(published=False)
    models.Page.objects.update(archived=True)
    assert "tel:116111" in main(read(address))


def test_the_childrens_pages_ask_few_questions_of_the_database(
    portal: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(16):  # ten of their own, and the transaction that says who asks
        portal.get(CHILD)
