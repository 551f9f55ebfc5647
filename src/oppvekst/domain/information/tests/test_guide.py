"""The guide: every row of answers leads to the right door, in at most three questions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from oppvekst.domain.information import models
from oppvekst.domain.information.rules.guide import START, Door, Ending, Question, at, doors, every_path
from oppvekst.domain.information.rules.guide.tree import DONT_KNOW
from oppvekst.law.refusals import NotFound
from tests.house.page_lint import lint

MOST_QUESTIONS = 3

# What is answered -> the doors, the best first. «!» is said when the police's number comes before them.
WAYS = {
    "bekymret/ja": "! privat phones",
    "bekymret/nei/voksen": "privat discussion how-we-work phones",
    "bekymret/nei/forelder": "forelder discussion hjelp phones",
    "bekymret/nei/ung": "concern-start youth children phones",
    "bekymret/nei/ansatt": "ansatt meldeplikt how-we-work phones",
    "bekymret/nei/vet-ikke": "phones discussion privat",
    "bekymret/vet-ikke": "phones discussion privat",
    "hjelp/barn/redd": "! barn phones",
    "hjelp/barn/snakke": "phones barn children",
    "hjelp/barn/skrive": "barn barn-hva-skjer phones",
    "hjelp/barn/lese": "children barn-hva-skjer barn",
    "hjelp/barn/vet-ikke": "phones discussion children",
    "hjelp/ungdom/redd": "! ungdom phones",
    "hjelp/ungdom/snakke": "phones ungdom youth",
    "hjelp/ungdom/skrive": "ungdom ungdom-hva-skjer phones",
    "hjelp/ungdom/lese": "youth ungdom-hva-skjer ungdom",
    "hjelp/ungdom/vet-ikke": "phones discussion youth",
    "hjelp/forelder/fare": "! forelder phones",
    "hjelp/forelder/rad": "phones discussion hjelp-veiledning groups",
    "hjelp/forelder/hjelp": "forelder hjelp how-we-work phones",
    "hjelp/forelder/hva": "hjelp groups forelder phones",
    "hjelp/forelder/kjent": "phones contact how-we-work",
    "hjelp/forelder/vet-ikke": "phones discussion hjelp",
    "hjelp/fosterforelder": "phones contact",
    "hjelp/vet-ikke": "phones discussion children youth",
    "jobb/melde/ja": "! ansatt phones",
    "jobb/melde/nei": "ansatt meldeplikt how-we-work phones",
    "jobb/melde/vet-ikke": "phones discussion meldeplikt",
    "jobb/drofte": "discussion meldeplikt ansatt phones",
    "jobb/svare": "opplysningsplikt taushetsplikt phones",
    "jobb/kontakt": "school-contacts phones",
    "jobb/besok": "visit school-contacts phones",
    "jobb/regler": "meldeplikt opplysningsplikt taushetsplikt for-ansatte phones",
    "jobb/vet-ikke": "phones discussion meldeplikt",
    "bidra/besokshjem": "besokshjem bli-besokshjem phones",
    "bidra/fosterhjem": "fosterhjem bli-fosterhjem phones",
    "bidra/stottekontakt": "stottekontakt bli-stottekontakt phones",
    "bidra/tilsyn": "tilsynsperson bli-tilsynsperson phones",
    "bidra/vet-ikke": "phones bli-med discussion",
    "vet-ikke": "phones discussion children youth",
}
TO_A_WRITTEN_PAGE = {"hjelp", "hjelp-veiledning", "for-ansatte", "bli-med"}


def ending(path: str) -> Ending:
    here = at(path.split("/")).here
    assert isinstance(here, Ending)
    return here


def said(door: Door) -> str:
    return door.slug or door.takes.get("kind", "") or door.name


@pytest.fixture
def read(portal: Client) -> Callable[[str], str]:
    """Opens a page of the guide as somebody would; every page keeps the rules of the house."""

    def opened(path: str) -> str:
        address = f"/veiviser/{path}/" if path else "/veiviser/"
        response = portal.get(address)
        assert response.status_code == 200, address
        page = str(response.content, "utf-8")
        assert lint(page, address) == []
        return page

    return opened


def test_the_table_has_every_row_of_answers() -> None:
    assert {"/".join(path) for path in every_path()} == set(WAYS)


@pytest.mark.parametrize(("path", "wanted"), WAYS.items())
def test_a_row_of_answers_leads_to_these_doors(path: str, wanted: str) -> None:
    found = ending(path)
    assert " ".join([*["!"][: found.is_urgent], *map(said, found.doors)]) == wanted


def test_nobody_is_asked_more_than_three_questions() -> None:
    assert max(map(len, every_path())) == MOST_QUESTIONS


def test_every_door_can_be_reached() -> None:
    reached = {said(door) for path in WAYS for door in ending(path).doors}
    assert {said(door) for door in doors()} == reached
    assert {
        "privat", "forelder", "ansatt", "barn", "ungdom", "phones", "discussion", "visit", "school-contacts", "groups",
        "besokshjem", "fosterhjem", "stottekontakt", "tilsynsperson", "children", "youth", "how-we-work", "contact",
    } <= reached  # fmt: skip


@pytest.mark.parametrize("path", [path for path in WAYS if path.endswith(DONT_KNOW)])
def test_who_does_not_know_always_gets_to_the_phone_and_to_the_anonymous_discussion(path: str) -> None:
    names = [door.name for door in ending(path).doors]
    assert names[0] == "phones"
    assert "discussion" in names


def test_every_question_can_be_answered_by_not_knowing() -> None:
    without = [
        path[: len(asked.path)]
        for path in every_path()
        for asked in at(path).asked
        if asked.question.answer(DONT_KNOW) is None
    ]
    assert without == []


def test_danger_now_is_the_police_at_once_without_another_question() -> None:
    for path in ("bekymret/ja", "jobb/melde/ja", "hjelp/forelder/fare", "hjelp/barn/redd", "hjelp/ungdom/redd"):
        assert ending(path).is_urgent
        assert "112" in ending(path).title


def test_every_ending_has_the_phones() -> None:
    without = [path for path in WAYS if "phones" not in [door.name for door in ending(path).doors]]
    # These two lead to the children's own pages, which begin with the phones.
    assert without == ["hjelp/barn/lese", "hjelp/ungdom/lese"]


@pytest.mark.parametrize("path", ["finnes-ikke", "bekymret/kanskje", "bekymret/ja/mer", "vet-ikke/vet-ikke"])
def test_an_answer_that_nobody_can_give_is_not_found(path: str, portal: Client) -> None:
    with pytest.raises(NotFound):
        at(path.split("/"))
    assert portal.get(f"/veiviser/{path}/").status_code == 404


def test_the_emergency_numbers_are_in_sight_on_every_page(read: Callable[[str], str]) -> None:
    for path in ("", "bekymret", "jobb/melde", *WAYS):
        page = read(path)
        numbers = page[page.index('class="op-numbers"') : page.index('<main id="innhold"')]
        for number in ("tel:112", "tel:116111", "tel:00009998"):
            assert number in numbers, path


def test_a_question_leads_to_each_of_its_answers(read: Callable[[str], str]) -> None:
    page = read("bekymret")
    assert page.count("<h1>Er barnet i fare nå?</h1>") == 1
    for answer in ("ja", "nei", "vet-ikke"):
        assert f'href="/veiviser/bekymret/{answer}/"' in page


def test_the_page_tells_what_one_has_answered_and_lets_one_go_back(read: Callable[[str], str]) -> None:
    page = read("bekymret/nei/voksen")
    assert 'class="op-back" href="/veiviser/bekymret/nei/"' in page
    given = page[page.index("Du har svart") : page.index("Begynn på nytt")]
    for words in ("Hva gjelder det?", "Jeg er bekymret for et barn", "Er barnet i fare nå?", "Nei, ikke akkurat nå"):
        assert words in given
    for address in ("/veiviser/", "/veiviser/bekymret/", "/veiviser/bekymret/nei/"):
        assert f'href="{address}"' in given


def test_danger_shows_the_police_before_anything_else(read: Callable[[str], str]) -> None:
    page = read("bekymret/ja")
    main = page[page.index("<main") :]
    assert main.index('href="tel:112"') < main.index("op-choices")


def test_a_childs_ending_calls_the_childrens_alarm_phone(read: Callable[[str], str]) -> None:
    main = read("hjelp/barn/vet-ikke").split("<main")[1]
    assert main.index("tel:116111") < main.index("op-choices")


def test_all_that_is_remembered_is_the_address(portal: Client) -> None:
    response = portal.get("/veiviser/hjelp/barn/skrive/")
    assert not response.cookies
    assert "no-store" in response.headers["Cache-Control"]
    assert "data-quick-exit" in str(response.content, "utf-8")
    assert "<form" not in str(response.content, "utf-8").split("<main")[1].split("</main")[0]


def test_a_door_that_is_not_there_is_left_out_and_the_next_one_stands_first(read: Callable[[str], str]) -> None:
    assert 'href="/barn-hva-skjer/"' in read("hjelp/barn/skrive")
    models.Page.objects.filter(slug="barn-hva-skjer").update(archived=True)
    assert "barn-hva-skjer" not in read("hjelp/barn/skrive")
    models.Page.objects.filter(slug="opplysningsplikt").update(archived=True)
    first = re.search(r'op-choices[^>]*>\s*<li><a href="([^"]+)"', read("jobb/svare"))
    assert first
    assert first[1] == "/taushetsplikt/"


def test_every_way_leads_somewhere_also_where_nothing_is_written(portal: Client, read: Callable[[str], str]) -> None:
    models.Page.objects.update(archived=True)
    for path in WAYS:
        page = read(path)
        assert '<ul class="op-choices' in page
        assert page.count("op-choices") >= 1


def test_the_guide_speaks_the_language_of_the_address_and_keeps_the_answers(portal: Client) -> None:
    page = str(portal.get("/en/veiviser/bekymret/nei/").content, "utf-8")
    assert 'href="/en/veiviser/bekymret/nei/voksen/"' in page
    assert 'href="/nn/veiviser/bekymret/nei/"' in page


def test_a_page_of_the_guide_asks_few_questions_of_the_database(
    portal: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(16):  # ten of its own, and the transaction that says who asks
        portal.get("/veiviser/hjelp/barn/skrive/")


def test_every_question_has_few_enough_answers_to_be_read_at_a_glance() -> None:
    waiting: list[Question] = [START]
    while waiting:
        question = waiting.pop()
        assert len(question.answers) <= 7
        words = [each.word for each in question.answers]
        assert len(set(words)) == len(words)
        waiting += [each.leads_to for each in question.answers if isinstance(each.leads_to, Question)]
