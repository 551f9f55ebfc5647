"""The child's own page: its own words and one question. Nobody else's page has them, and no SQL of My page shows more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.investigations.actions import answer_own_words, mend_talk, share_words, take_back_words
from oppvekst.domain.investigations.models import ChildTalk, Rendering
from oppvekst.domain.investigations.queries import get_talk, own_words
from oppvekst.domain.investigations.tests.talks import (
    AT_SCHOOL,
    HILDE,
    JAKOB,
    SIRI,
    WEDNESDAY,
    Jakobs,
    jakobs_case,
    talked,
)
from oppvekst.ground.access import visits
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import words
from tests.house.page_lint import lint
from tests.world import SOLVIK, World

FIRST = "Jakob er redd for stefaren."
HIS = "Jeg er redd når han drikker. Ikke når mamma er hjemme."
HIGH = "idporten-loa-high"
OTHER = synthetic(date(2014, 8, 2), Sex.FEMALE)


@pytest.fixture
def jakob(world: World) -> Jakobs:
    return jakobs_case(world)


@pytest.fixture
def talk_id(world: World, jakob: Jakobs) -> UUID:
    """A talk that lies on his own page."""
    found = talked(world, jakob.case_id)
    with world.as_(SIRI) as siri:
        share_words(found, by=siri, at=WEDNESDAY)
    return found


@pytest.fixture
def tablet(settings: Any, world: World, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A tablet at school, at My page."""
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY)
    return Client(headers={"sec-fetch-site": "same-origin"})


def token(number: str) -> str:
    with acting("mypage"):
        return visits.start(number, municipality=SOLVIK, level=HIGH)


def entered(number: str = JAKOB) -> Any:
    return acting("mypage", token(number))


def page(tablet: Client, address: str, status: int = 200) -> str:
    answer = tablet.get(address)
    assert answer.status_code == status
    html = str(answer.content, "utf-8")
    assert lint(html, address) == []
    return words(html)


def texts(talk_id: UUID) -> list[tuple[int, str, str, str]]:
    return list(
        Rendering.objects.filter(talk=talk_id).order_by("number").values_list("number", "author", "author_name", "text")
    )


# Reading


def test_he_comes_in_by_a_code_on_paper_and_sees_his_own_words_and_nothing_else(
    tablet: Client, world: World, jakob: Jakobs
) -> None:
    talk_id = talked(world, jakob.case_id)
    with world.as_(SIRI) as siri:
        code = share_words(talk_id, by=siri, at=datetime.now(WEDNESDAY.tzinfo))
    assert tablet.post("/kode/", {"kode": code}).status_code == 302
    assert "Dine egne ord Har vi forstått deg riktig? Les og svar." in page(tablet, "/")
    shown = page(tablet, f"/mine-ord/{talk_id}/")
    assert FIRST in shown
    assert "Har vi forstått deg riktig?" in shown
    assert "Foreldrene dine kan få lese det senere" in shown
    for hidden in ("glass", "virker redd", "grupperommet", "Siri", "kveldene", "sa det igjen"):
        assert hidden not in shown


def test_without_a_visit_one_is_led_to_the_ways_in(tablet: Client, talk_id: UUID) -> None:
    assert tablet.get(f"/mine-ord/{talk_id}/").headers["Location"] == "/"


def test_the_mother_and_another_child_find_nothing_there(
    tablet: Client, world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    another = jakobs_case(world, by="Ola Brandvold", number=OTHER)
    with world.as_(SIRI) as siri:
        cases.open_my_page(jakob.case_id, jakob.mother, by=siri, at=WEDNESDAY)
    with world.as_("Ola Brandvold") as ola:
        cases.open_my_page(another.case_id, another.child, by=ola, at=WEDNESDAY)
    for number in (HILDE, OTHER):
        tablet.cookies[VISIT] = token(number)
        assert "Dine egne ord" not in page(tablet, "/")
        assert FIRST not in page(tablet, f"/mine-ord/{talk_id}/", 404)
        assert tablet.post(f"/mine-ord/{talk_id}/", {"ja": "ja", "lest": "1"}).status_code == 404
    assert ChildTalk.objects.get(id=talk_id).answered_at is None


def test_only_what_is_shared_and_only_while_the_page_is_open(world: World, jakob: Jakobs, talk_id: UUID) -> None:
    talked(world, jakob.case_id, words="Noe annet.")
    with entered():
        assert [found.text for found in own_words()] == [FIRST]
    with world.as_(SIRI) as siri:
        take_back_words(talk_id, by=siri, at=WEDNESDAY)
    with entered():
        assert own_words() == []
    with world.as_(SIRI) as siri:
        share_words(talk_id, by=siri, at=WEDNESDAY)
        cases.close_my_page(jakob.case_id, jakob.child, by=siri, at=WEDNESDAY)
    with entered():
        assert own_words() == []


def test_words_are_not_handed_to_a_child_that_was_not_told_what_they_may_be_used_for(
    world: World, jakob: Jakobs
) -> None:
    untold, unsaid = talked(world, jakob.case_id, told_readers=False), talked(world, jakob.case_id, words="")
    with world.as_(SIRI) as siri:
        with pytest.raises(Incomplete, match="hvem som kan lese dem"):
            share_words(untold, by=siri, at=WEDNESDAY)
        with pytest.raises(Incomplete, match="egne ord først"):
            share_words(unsaid, by=siri, at=WEDNESDAY)


# Answering


def test_he_says_yes_and_the_words_stand(tablet: Client, world: World, talk_id: UUID) -> None:
    tablet.cookies[VISIT] = token(JAKOB)
    place = f"/mine-ord/{talk_id}/"
    answer = tablet.post(place, {"ja": "ja", "lest": "1"})
    assert answer.headers["Location"] == f"{place}?gjort=agreed"
    shown = page(tablet, answer.headers["Location"])
    assert "Da vet vi at vi har forstått deg" in shown
    assert "Har vi forstått deg riktig?" not in shown
    with world.as_(SIRI):
        talk = get_talk(talk_id)
        assert (talk.state, talk.agreement, talk.answered_at) == ("answered", "agreed", WEDNESDAY)
    assert texts(talk_id) == [(1, "worker", SIRI, FIRST)]


def test_he_writes_it_as_he_wants_it_and_both_versions_stay_with_time_and_author(
    tablet: Client, world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    tablet.cookies[VISIT] = token(JAKOB)
    answer = tablet.post(f"/mine-ord/{talk_id}/", {"words": HIS, "lest": "1"})
    shown = page(tablet, answer.headers["Location"])
    assert HIS in shown
    assert FIRST not in shown
    assert texts(talk_id) == [(1, "worker", SIRI, FIRST), (2, "child", "Jakob", HIS)]
    told = Entry.objects.get(kind="talk.corrected")
    assert (told.actor_name, told.case_id, told.at) == ("Min side", jakob.case_id, WEDNESDAY)
    assert "drikker" not in told.says
    with world.as_(SIRI):
        assert Item.objects.get(subject=talk_id).title.startswith("Jakob har svart på Min side")


@pytest.mark.parametrize(("sent", "told"), [(" ", "eller trykk «Ja, det stemmer»"), (FIRST, "de samme som før")])
def test_an_empty_or_unchanged_correction_is_told_and_nothing_is_written(
    tablet: Client, talk_id: UUID, sent: str, told: str
) -> None:
    tablet.cookies[VISIT] = token(JAKOB)
    answer = tablet.post(f"/mine-ord/{talk_id}/", {"words": sent, "lest": "1"})
    assert answer.status_code == 422
    html = str(answer.content, "utf-8")
    assert told in words(html)
    assert "<details" in html and " open>" in html
    assert len(texts(talk_id)) == 1


def test_words_that_were_written_anew_meanwhile_are_read_again_and_his_own_are_not_lost(
    tablet: Client, world: World, talk_id: UUID
) -> None:
    with world.as_(SIRI) as siri:
        mend_talk(talk_id, replace(AT_SCHOOL, words="Jakob er redd."), by=siri, at=WEDNESDAY, read=1)
    tablet.cookies[VISIT] = token(JAKOB)
    answer = tablet.post(f"/mine-ord/{talk_id}/", {"words": HIS, "lest": "1"})
    shown = words(str(answer.content, "utf-8"))
    assert answer.status_code == 409
    assert "Les dem en gang til" in shown
    assert HIS in shown
    assert "Jakob er redd." in shown


def test_he_answers_once(world: World, talk_id: UUID) -> None:
    with entered():
        assert answer_own_words(talk_id, read=1, corrected=HIS, at=WEDNESDAY) == "corrected"
        with pytest.raises(NotAllowed, match="svart allerede"):
            answer_own_words(talk_id, read=2, corrected="Noe mer.", at=WEDNESDAY)
    assert len(texts(talk_id)) == 2


def test_nobody_else_answers_for_him(world: World, jakob: Jakobs, talk_id: UUID) -> None:
    with world.as_(SIRI) as siri:
        cases.open_my_page(jakob.case_id, jakob.mother, by=siri, at=WEDNESDAY)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            answer_own_words(talk_id, read=1, corrected="", at=WEDNESDAY)
    with entered(HILDE), pytest.raises(NotFound):
        answer_own_words(talk_id, read=1, corrected="", at=WEDNESDAY)


# By direct SQL, with the credentials of the process


def test_no_sql_of_his_visit_shows_more_of_a_talk_than_stands_on_the_page(world: World, talk_id: UUID) -> None:
    with entered(), connection.cursor() as cursor:
        cursor.execute("select count(id) from investigations_rendering")
        assert cursor.fetchone() == (1,)
        for statement in (
            "select heard_about from investigations_childtalk", "select our_reading from investigations_childtalk",
            "select author_name from investigations_rendering", "select case_id from investigations_rendering",
            "select count(*) from investigations_talkwithholding", "select count(*) from investigations_trustedperson",
            "select participation from investigations_investigation", "select count(*) from investigations_investigation",
            "update investigations_childtalk set agreement = 'agreed'", "update investigations_rendering set text = 'x'",
            f"insert into investigations_rendering (talk_id, text) values ('{talk_id}', 'x')",
            "select id, shared_at from investigations_childtalk",
        ):  # fmt: skip
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(statement)


@pytest.mark.parametrize("number", [HILDE, OTHER])
def test_no_sql_of_anybody_elses_visit_shows_his_words(world: World, jakob: Jakobs, talk_id: UUID, number: str) -> None:
    with world.as_(SIRI) as siri:
        cases.open_my_page(jakob.case_id, jakob.mother, by=siri, at=WEDNESDAY)
    with entered(number), connection.cursor() as cursor:
        for table in ("rendering", "childtalk"):
            cursor.execute(f"select count(id) from investigations_{table}")
            assert cursor.fetchone() == (0,)
