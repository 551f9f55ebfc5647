"""Who acts is proven by a session's token, and nothing else opens a door."""

import pytest
from django.db import OperationalError, ProgrammingError, connection, transaction

from oppvekst.ground.access.actor import entered
from oppvekst.ground.access.models import Municipality, Staff
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import acting
from tests.world import World


def role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select current_user::text")
        return str(cursor.fetchone()[0])


def test_kari_enters_with_her_token_and_wears_the_hat_of_her_session(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        assert kari.name == "Kari Nesheim"
        assert role() == logins.INTAKE == kari.hat
        assert set(kari.hats) == {logins.CASE, logins.INTAKE}
    assert role() == logins.OWNER


def test_a_desk_without_a_token_sees_nothing_at_all(world: World) -> None:
    with acting("desk"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Staff.objects.count()


def test_a_made_up_token_opens_nothing(world: World) -> None:
    with pytest.raises(Exception, match="no such session"), acting("desk", "made-up"):
        pass


def test_taking_the_leaders_hat_by_sql_gives_no_rows(world: World) -> None:
    with world.as_("Ola Brandvold"), connection.cursor() as cursor:
        cursor.execute("select access.wide(), access.intake(), access.oncall()")
        assert cursor.fetchone() == (None, None, None)


def test_the_leader_wears_the_wide_hat(world: World) -> None:
    with world.as_("Marit Solheim") as marit:
        assert marit.wide
        assert Municipality.objects.count() == 2
        assert set(Staff.objects.values_list("service_id", flat=True)) == {world.solvik.service_id}


def test_a_person_without_duty_today_gets_no_session(world: World) -> None:
    Staff.objects.create(service=world.solvik.service, name="Tidligere ansatt", subject="tidligere")
    from oppvekst.ground.access import sessions

    with acting("door"):
        assert sessions.start("tidligere") is None
        assert sessions.start("") is None


def test_an_ended_session_opens_nothing(world: World) -> None:
    from oppvekst.ground.access import sessions

    token = world.token("Ola Brandvold")
    with acting("desk", token):
        sessions.end()
    with pytest.raises((OperationalError, Exception), match="no such session"), acting("desk", token):
        entered()
