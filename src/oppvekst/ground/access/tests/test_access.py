"""Who acts is proven by a session's token, and nothing else opens a door."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import OperationalError, ProgrammingError, connection, transaction
from django.utils import timezone

from oppvekst.ground.access import sessions
from oppvekst.ground.access.actor import entered
from oppvekst.ground.access.models import Duty, Municipality, Session, Staff
from oppvekst.ground.access.service import add_municipality, appoint
from oppvekst.ground.database import jobs, logins
from oppvekst.ground.database.acting import acting
from tests.world import LONG_AGO, NORDVAG, SOLVIK, World

# Sessions follow the database's own clock.
NOW = timezone.now()


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
    with acting("door"):
        assert sessions.start("tidligere") is None
        assert sessions.start("") is None


@pytest.fixture
def vesle(world: World) -> Municipality:
    """A small municipality in Solvik's service, where Kari works too."""
    small = add_municipality(9996, "Vesle", service=world.solvik.service)
    appoint(world.staff["Kari Nesheim"], "case_worker", municipality=small, since=LONG_AGO)
    return small


def test_whoever_works_for_two_municipalities_chooses_which_to_log_in_to(world: World, vesle: Municipality) -> None:
    with acting("door"):
        assert sessions.workplaces("kari.nesheim") == [(SOLVIK, "Solvik"), (vesle.number, "Vesle")]
        tokens = {
            number: sessions.start("kari.nesheim", municipality=number) for number in (SOLVIK, vesle.number, None)
        }
    for number, token in tokens.items():
        with acting("desk", token):
            # Without a choice it is the first duty: Kari is intake in Solvik.
            assert entered().municipality == (number or SOLVIK)


def test_nobody_logs_in_to_a_municipality_where_she_has_no_duty_today(world: World, vesle: Municipality) -> None:
    Duty.objects.filter(municipality=vesle).update(valid_to=LONG_AGO)
    with acting("door"):
        assert sessions.start("kari.nesheim", municipality=NORDVAG) is None
        assert sessions.start("kari.nesheim", municipality=vesle.number) is None
        assert sessions.workplaces("kari.nesheim") == [(SOLVIK, "Solvik")]
        assert sessions.workplaces("") == sessions.workplaces("ukjent") == []


def test_a_session_that_was_over_a_month_ago_is_taken_away_and_no_other(world: World) -> None:
    def session(days: int, *, ended: int | None = None) -> UUID:
        """One that lasted until so many days ago, perhaps ended by its holder before."""
        return Session.objects.create(
            municipality=world.solvik, staff=world.staff["Kari Nesheim"], hat=logins.CASE, token_hash=b"%d" % days,
            started_at=NOW - timedelta(days=90), until=NOW - timedelta(days=days),
            ended_at=NOW - timedelta(days=ended) if ended else None,
        ).id  # fmt: skip

    kept = {session(29), session(-1), session(-1, ended=29)}
    session(31), session(-1, ended=31)
    with acting("worker"):
        jobs.prune()
    assert set(Session.objects.values_list("id", flat=True)) == kept


def test_an_ended_session_opens_nothing(world: World) -> None:
    token = world.token("Ola Brandvold")
    with acting("desk", token):
        sessions.end()
    with pytest.raises((OperationalError, Exception), match="no such session"), acting("desk", token):
        entered()
