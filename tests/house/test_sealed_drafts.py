"""What somebody has half written is read by that browser and by nobody else: not by the portal, a backup or the owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from oppvekst.ground.database.acting import acting
from oppvekst.ground.web import drafts
from tests.world import World

WORDS = {"worry": "Pappa slår når han drikker.", "name": "Sara"}


def ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall()) if cursor.description else []


@pytest.fixture
def key(world: World) -> str:
    """The key of a draft that has been saved."""
    made = drafts.new_key()
    with acting("portal"):
        drafts.save(made, WORDS)
    return made


def test_the_browser_that_has_the_key_reads_what_it_wrote(key: str) -> None:
    with acting("portal"):
        assert drafts.load(key) == WORDS


def test_saved_again_there_is_one_and_the_last(key: str) -> None:
    with acting("portal"):
        drafts.save(key, {"worry": "Ingenting."})
        assert drafts.load(key) == {"worry": "Ingenting."}
    assert ask("select count(*) from web_draft") == [(1,)]


@pytest.mark.parametrize("wrong", ["", None, "ikke en nøkkel", "00" * 31, "00" * 33, "00" * 32, "zz" * 32])
def test_another_key_opens_nothing(key: str, wrong: str | None) -> None:
    with acting("portal"):
        assert drafts.load(wrong) == {}
        drafts.drop(wrong)
        assert drafts.load(key) == WORDS


def test_no_word_of_it_and_not_the_key_stand_in_the_database(key: str) -> None:
    """As a backup or the owner would read it: every column, as text and as bytes."""
    ((row,),) = ask(
        "select to_jsonb(d)::text || convert_from(decode(encode(d.sealed, 'hex'), 'escape'), 'UTF8') from web_draft d"
    )
    for secret in (*WORDS.values(), "worry", key, key[:16], bytes.fromhex(key)[:8].hex()):
        assert secret not in row


def test_the_same_words_sealed_twice_look_different(world: World) -> None:
    with acting("portal"):
        for _ in range(2):
            drafts.save(drafts.new_key(), WORDS)
    one, other = (bytes(sealed) for (sealed,) in ask("select sealed from web_draft"))
    assert one != other


@pytest.mark.parametrize(
    "statement", ["select * from web_draft", "delete from web_draft", "update web_draft set until = now()"]
)
@pytest.mark.parametrize("face", ["portal", "mypage", "desk", "door", "worker"])
def test_no_face_reaches_the_table(key: str, face: str, statement: str) -> None:
    with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        ask(statement)


@pytest.mark.parametrize("face", ["mypage", "desk", "door", "worker"])
def test_only_the_portal_asks_for_drafts(key: str, face: str) -> None:
    with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        drafts.load(key)


def test_dropped_when_asked_it_is_gone(key: str) -> None:
    with acting("portal"):
        drafts.drop(key)
        assert drafts.load(key) == {}
    assert ask("select count(*) from web_draft") == [(0,)]


def test_after_its_day_it_is_not_shown_any_more(key: str) -> None:
    (until,) = ask("select until - now() from web_draft")[0]
    assert until == drafts.LASTS == timedelta(hours=24)
    ask("update web_draft set until = now() - interval '1 second'")
    with acting("portal"):
        assert drafts.load(key) == {}


def test_one_that_was_tampered_with_is_not_opened(key: str) -> None:
    ask("update web_draft set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)")
    with acting("portal"):
        assert drafts.load(key) == {}


def test_one_put_under_another_key_is_not_opened(key: str) -> None:
    """Whoever can write in the table can move a draft, and still not read it."""
    mine = drafts.new_key()
    with acting("portal"):
        drafts.save(mine, {"mine": "egne"})
    ask(
        "update web_draft set sealed = (select sealed from web_draft where key_hash <> %s limit 1)",
        drafts._hash(bytes.fromhex(mine)),
    )
    with acting("portal"):
        assert drafts.load(mine) == {}
