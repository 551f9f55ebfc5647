"""The texts that every municipality starts with: whole, in three languages, and leading somewhere."""

import re

import pytest

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.originals import PAGES, original
from oppvekst.domain.information.rules import doors, markdown
from oppvekst.domain.information.rules.contents import CONTENTS, LANGUAGES, Content
from oppvekst.domain.information.rules.defaults import INVENTED_PHONES, NATIONAL_LINES, NOON_CLOSURES, local_lines
from oppvekst.domain.information.rules.phrases import CLOSURES, HOURS, LINES
from oppvekst.domain.information.rules.places import places_for

SLUGS = [content.slug for content in CONTENTS]
PAGES_FOR_THE_YOUNG = [content for content in CONTENTS if content.audience in ("children", "youth")]
NATIONAL = {line.phone for line in NATIONAL_LINES}
# A number of eight digits, as people write them.
PHONE = re.compile(r"\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b|\b\d{3} ?\d{2} ?\d{3}\b")


def bodies(slug: str) -> dict[str, str]:
    return {language: original(slug, language).body for language in LANGUAGES}


def headings(body: str) -> int:
    return len(re.findall(r"(?m)^#{2,3} \S", body))


def sections(body: str) -> set[str]:
    return set(re.findall(r"\b\d{1,2}-\d{1,2}\b", body))


def test_every_page_is_there_in_three_languages_and_no_text_is_left_over() -> None:
    assert {path.name for path in PAGES.iterdir()} == {f"{slug}.{lang}.md" for slug in SLUGS for lang in LANGUAGES}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_as_much_in_every_language(slug: str) -> None:
    said = bodies(slug)
    for count in (headings, lambda body: len(markdown.links(body)), lambda body: body.count("\n- ")):
        assert len({count(body) for body in said.values()}) == 1
    assert len({frozenset(sections(body)) for body in said.values()}) == 1, (
        "the law has the same sections in all of them"
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_leads_to_a_page_that_is_there(slug: str) -> None:
    for body in bodies(slug).values():
        for link in markdown.links(body):
            there = link.slug in doors.NAMES or link.slug in SLUGS
            called = link.target.removeprefix("tel:") in {phone.replace(" ", "") for phone in NATIONAL}
            assert there or called, link


@pytest.mark.parametrize("content", CONTENTS, ids=SLUGS)
def test_a_page_has_a_title_and_what_is_no_question_has_a_lead(content: Content) -> None:
    for language in LANGUAGES:
        text = original(content.slug, language)
        assert text.title and text.body
        assert bool(text.lead) is (content.kind != "question")


@pytest.mark.parametrize("content", CONTENTS, ids=SLUGS)
def test_the_kind_and_the_audience_are_known_and_what_it_stands_under_is_a_page(content: Content) -> None:
    assert content.kind in models.Page.Kind.values
    assert content.audience in models.Page.Audience.values
    assert content.under in ("", *SLUGS)


def test_no_two_pages_have_the_same_address_and_none_has_that_of_a_fixed_page() -> None:
    assert len(set(SLUGS)) == len(SLUGS)
    # A piece of a fixed page has no address of its own.
    assert doors.NAMES.isdisjoint(content.slug for content in CONTENTS if content.kind != "piece")
    assert set(doors.STANDING) <= set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_text_has_a_number_but_the_national_ones(slug: str) -> None:
    for body in bodies(slug).values():
        assert PHONE.findall(body) == []
        assert set(re.findall(r"\b(?:116 \d{3}|11\d)\b", body)) <= NATIONAL


@pytest.mark.parametrize("content", PAGES_FOR_THE_YOUNG, ids=lambda content: content.slug)
def test_every_page_for_children_and_youth_has_the_alarm_phone_on_it(content: Content) -> None:
    for body in bodies(content.slug).values():
        assert "[116 111](tel:116111)" in body


@pytest.mark.parametrize("slug", ["bli-besokshjem", "bli-fosterhjem", "bli-stottekontakt", "bli-tilsynsperson"])
def test_who_offers_a_home_is_told_that_the_certificate_comes_later_and_never_with_the_form(slug: str) -> None:
    """Politiattestforskriften § 8: not older than three months, and asked only of the one who is offered the task."""
    body = original(slug, "nb").body
    assert "senere" in body
    assert "eldre enn tre måneder" in body
    assert re.search(r"Ikke send \w+ med skjemaet", body)
    assert "(side:offer-" in body


def test_no_share_of_children_helped_at_home_is_claimed() -> None:
    """Another municipality's figure is not ours (corrections.md 2.50)."""
    assert not [
        path.name for path in PAGES.iterdir() if re.search(r"\d ?(%|prosent|per cent)|19 (av|of) 20", path.read_text())
    ]


def test_phones_closures_and_places_are_named_in_nynorsk_and_english() -> None:
    phones = next(iter(INVENTED_PHONES.values()))
    assert {line.id for line in (*local_lines(phones), *NATIONAL_LINES)} == set(LINES)
    assert {closure.reason for closure in NOON_CLOSURES} == set(CLOSURES)
    for number in INVENTED_PHONES:
        for place in places_for(number):
            assert set(place.other_languages) == {"nn", "en"}
            assert place.hours in ("", *HOURS)


@pytest.mark.parametrize("number", INVENTED_PHONES)
def test_the_invented_places_have_invented_numbers(number: int) -> None:
    phones = {place.phone for place in places_for(number)} - NATIONAL - {""}
    assert phones
    assert all(phone.startswith("00 00 ") for phone in phones)


def test_no_text_uses_words_from_before_the_present_law() -> None:
    old = re.compile(
        "fylkesnemnd|tilsynsfører|tilsynsførar|barneverntjenestelov|county social welfare board", re.IGNORECASE
    )
    assert not [path.name for path in PAGES.iterdir() if old.search(path.read_text(encoding="utf-8"))]
