"""A log-in locks itself, is seen and ended by whoever it belongs to, and a device nobody has seen is told of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from oppvekst.ground.access import sessions
from oppvekst.ground.access.models import Session
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import acting
from tests.world import World

KARI, OLA = "kari.nesheim", "ola.brandvold"


def comes(who: str = KARI, *, on: str = "kontoret", idle: timedelta = sessions.IDLE) -> str:
    """Somebody logs in on a device."""
    with acting("door"):
        token = sessions.start(who, device=f"Firefox på {on}", device_key=on, idle=idle)
    assert token
    return token


def is_in(token: str) -> bool:
    try:
        with transaction.atomic(), acting("desk", token):
            return True
    except DatabaseError as error:
        assert getattr(error.__cause__, "sqlstate", "") == "OV001"
        return False


def goes_by(token: str, time: timedelta) -> None:
    """That time passes without her doing anything."""
    found = Session.objects.get(token_hash=sessions._imprint(token))
    for name in ("until", "last_used_at", "ends_at", "started_at"):
        setattr(found, name, getattr(found, name) - time)
    found.save()


@contextmanager
def at_desk(token: str) -> Iterator[None]:
    with acting("desk", token):
        yield


def test_nobody_at_the_desk_for_a_while_and_it_is_locked(world: World) -> None:
    token = comes()
    goes_by(token, sessions.IDLE - timedelta(minutes=1))
    assert is_in(token)
    goes_by(token, sessions.IDLE + timedelta(seconds=1))
    assert not is_in(token)


def test_whoever_works_is_not_locked_out_before_the_day_is_over(world: World) -> None:
    token = comes()
    for _ in range(int(sessions.WORKING_DAY / sessions.IDLE)):
        assert is_in(token)
        goes_by(token, sessions.IDLE - timedelta(seconds=5))
    goes_by(token, timedelta(minutes=5))
    assert not is_in(token)


def test_locked_by_hand_it_opens_nothing(world: World) -> None:
    token = comes()
    with at_desk(token):
        sessions.lock()
    assert not is_in(token)


def test_a_new_token_shuts_out_the_old(world: World) -> None:
    old = comes()
    with at_desk(old):
        new = sessions.renew()
    assert (is_in(old), is_in(new)) == (False, True)


def test_logging_in_anew_in_the_same_browser_ends_what_it_had(world: World) -> None:
    first = comes()
    second = comes()
    elsewhere = comes(on="telefonen")
    assert (is_in(first), is_in(second), is_in(elsewhere)) == (False, True, True)


def test_one_sees_ones_own_log_ins_and_nobody_elses(world: World) -> None:
    comes(OLA)
    token = comes()
    comes(on="telefonen")
    with at_desk(token):
        assert [(each.device, each.here, each.place) for each in sessions.mine()] == [
            ("Firefox på kontoret", True, "Solvik"), ("Firefox på telefonen", False, "Solvik"),
        ]  # fmt: skip


def test_one_ends_one_other_or_all_others_and_never_somebody_elses(world: World) -> None:
    olas = comes(OLA)
    here, phone, home = comes(), comes(on="telefonen"), comes(on="hjemme")
    with at_desk(here):
        theirs = Session.objects.none()
        _, *others = sessions.mine()
        assert sessions.end_other(next(each.id for each in others if "telefonen" in each.device)) == 1
        assert not theirs
    assert (is_in(phone), is_in(home)) == (False, True)
    with at_desk(here):
        assert sessions.end_other() == 1
    assert (is_in(home), is_in(here), is_in(olas)) == (False, True, True)
    olas_id = Session.objects.get(token_hash=sessions._imprint(olas)).id
    with at_desk(here):
        assert sessions.end_other(olas_id) == 0
    assert is_in(olas)


def test_the_first_device_is_nothing_to_tell_of_and_the_second_is(world: World) -> None:
    token = comes()
    with at_desk(token):
        assert sessions.strange() == []
    comes(on="en fremmed maskin")
    with at_desk(token):
        assert [each.device for each in sessions.strange()] == ["Firefox på en fremmed maskin"]
    comes(OLA, on="kontoret")
    with at_desk(comes(OLA, on="kontoret")):
        assert sessions.strange() == []


def test_it_was_me_and_the_question_is_gone_for_good(world: World) -> None:
    token = comes()
    other = comes(on="hjemme")
    with at_desk(token):
        (new,) = sessions.strange()
        assert sessions.answer(new.id, mine=True)
        assert sessions.strange() == []
    assert is_in(other)
    comes(on="hjemme")
    with at_desk(token):
        assert sessions.strange() == []


def test_it_was_not_me_and_the_stranger_is_out_and_new_the_next_time_too(world: World) -> None:
    token = comes()
    stranger = comes(on="en fremmed maskin")
    with at_desk(token):
        (new,) = sessions.strange()
        assert sessions.answer(new.id, mine=False)
    assert (is_in(stranger), is_in(token)) == (False, True)
    comes(on="en fremmed maskin")
    with at_desk(token):
        assert len(sessions.strange()) == 1


def test_whoever_came_in_on_the_new_device_cannot_answer_for_it(world: World) -> None:
    token = comes()
    stranger = comes(on="en fremmed maskin")
    with at_desk(token):
        (new,) = sessions.strange()
    with at_desk(stranger):
        assert sessions.strange() == []
        assert not sessions.answer(new.id, mine=True)
    with at_desk(comes(OLA)):
        assert not sessions.answer(new.id, mine=True)


def test_whose_it_was_is_told_to_whoever_has_the_key_and_only_for_a_while(world: World) -> None:
    token = comes()
    with at_desk(token):
        sessions.end()
    with acting("desk"):
        assert sessions.whose(token) == world.staff["Kari Nesheim"].id
        assert sessions.whose("oppdiktet") is None
    goes_by(token, timedelta(days=3))
    with acting("desk"):
        assert sessions.whose(token) is None


@pytest.mark.parametrize("face", ["portal", "mypage", "worker", "desk"])
def test_only_the_door_opens_a_session(world: World, face: str) -> None:
    with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        sessions.start(KARI)


def test_nobody_reads_the_table_of_sessions(world: World) -> None:
    for face in ("portal", "mypage", "worker", "desk", "door"):
        with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Session.objects.count()
    with at_desk(comes()), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Session.objects.count()


def test_a_hat_taken_by_hand_keeps_nobody_awake(world: World) -> None:
    """Whoever can run SQL as the desk without a session has nothing to keep awake."""
    with acting("desk"), connection.cursor() as cursor, pytest.raises(ProgrammingError), transaction.atomic():
        cursor.execute(f"set local role {logins.CASE}")
        cursor.execute("select access.keep_awake()")
