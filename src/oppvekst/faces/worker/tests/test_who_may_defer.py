"""A job is put off with the fact that asks for it, and no face can make the worker do anything else."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils.timezone import now
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import ConnectorException
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task

from oppvekst.ground.agenda.alarms import raise_alarm
from oppvekst.ground.agenda.jobs import TASK, ring_soon
from oppvekst.ground.agenda.models import Alarm
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import acting
from oppvekst.ground.database.jobs import ALARM_QUEUE, defer, in_one_transaction, prune
from oppvekst.ground.web import drafts
from tests.world import SOLVIK, World

AN_ID = "5442f4f9-1933-47ba-941b-e1cb1bb27bd7"
TABLES = ("procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers", "procrastinate_workers")
OUTSIDE = (logins.PORTAL, logins.MYPAGE, logins.DESK, logins.DOOR, *logins.HATS)


def jobs() -> list[tuple[str, str]]:
    return list(ProcrastinateJob.objects.values_list("task_name", "queue_name"))


def ask(statement: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def at_portal(world: World) -> AbstractContextManager[object]:
    return world.at_portal()


def in_a_hat(world: World) -> AbstractContextManager[object]:
    return world.as_("Bjørn Haugli")


FACES = pytest.mark.parametrize("face", [at_portal, in_a_hat])
type Face = Callable[[World], AbstractContextManager[object]]


def by_clock(world: World) -> AbstractContextManager[object]:
    return world.by_clock()


@pytest.mark.parametrize("face", [at_portal, in_a_hat, by_clock])
def test_whoever_raises_an_alarm_may_have_it_rung(world: World, face: Face) -> None:
    with face(world):
        ring_soon()
    assert jobs() == [(TASK, ALARM_QUEUE)]


@FACES
@pytest.mark.parametrize(
    "task", ["concerns.fetch", "database.prune", "builtin:procrastinate.builtin_tasks.remove_old_jobs"]
)
def test_and_nothing_else(world: World, face: Face, task: str) -> None:
    with face(world), pytest.raises(ConnectorException), transaction.atomic():
        defer(task)
    assert jobs() == []


@FACES
def test_what_did_not_happen_is_not_rung_for(world: World, face: Face) -> None:
    with pytest.raises(ZeroDivisionError), face(world):
        ring_soon()
        assert 1 / 0
    assert jobs() == []


@FACES
@pytest.mark.parametrize("table", TABLES)
def test_nobody_outside_reads_the_queue(world: World, face: Face, table: str) -> None:
    with face(world), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        ask(f"select * from {table}")


def test_no_login_or_hat_but_the_workers_has_any_right_to_the_tables_or_their_functions(world: World) -> None:
    rights = ask(
        """
        select r.rolname, c.relname from pg_roles r, pg_class c where r.rolname = any (%s)
           and c.relkind = 'r' and c.relname ^@ 'procrastinate_'
           and has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
        union all select r.rolname, c.relname from pg_roles r, pg_class c where r.rolname = any (%s)
           and c.relkind = 'S' and c.relname ^@ 'procrastinate_'
           and has_sequence_privilege(r.oid, c.oid, 'USAGE, SELECT, UPDATE')
        union all select r.rolname, p.proname from pg_roles r, pg_proc p where r.rolname = any (%s)
           and p.proname ^@ 'procrastinate_' and has_function_privilege(r.oid, p.oid, 'EXECUTE')
        """,
        *[list(OUTSIDE)] * 3,
    )
    defers = {(role, "procrastinate_defer_jobs_v1") for role in (logins.PORTAL, *logins.HATS)}
    assert set(rights) == defers


def test_a_hole_in_the_portal_cannot_hold_back_the_ringing(world: World) -> None:
    """A waiting job with somebody else's lock, or with the same queueing lock, would stop all that come after it."""
    with world.at_portal():
        configure_task(
            name=TASK, job_manager=JobManager(DjangoConnector()), lock=TASK, queueing_lock=TASK, priority=9, queue="x",
            schedule_at=now() + timedelta(days=3650),
        ).defer()  # fmt: skip
    job = ProcrastinateJob.objects.get()
    assert (job.lock, job.queueing_lock, job.priority, job.queue_name, job.scheduled_at) == (
        None,
        None,
        0,
        ALARM_QUEUE,
        None,
    )


@pytest.mark.parametrize("arguments", [{"timestamp": 4102444800}, {"words": "Det gjelder"}, {"at": AN_ID}])
def test_a_hole_in_the_portal_cannot_send_words_to_the_worker(world: World, arguments: dict[str, object]) -> None:
    task = configure_task(name=TASK, job_manager=JobManager(DjangoConnector()))
    with world.at_portal(), pytest.raises(ConnectorException), transaction.atomic():
        task.defer(**arguments)
    assert jobs() == []


@pytest.mark.parametrize(("value", "passes"), [(AN_ID, True), ("Kari", False), (None, False)])
def test_a_listed_argument_is_an_id_and_nothing_else(world: World, value: str | None, passes: bool) -> None:
    ask("insert into access.deferrable values ('oppvekst_portal', 'letters.send', 'default', '{letter}')")
    task = configure_task(name="letters.send", job_manager=JobManager(DjangoConnector()))
    with world.at_portal(), nullcontext() if passes else pytest.raises(ConnectorException), transaction.atomic():
        task.defer(letter=value)
    assert len(jobs()) == passes


def test_nobody_can_hear_that_a_job_has_come(world: World) -> None:
    enabled = (
        "select tgenabled::text from pg_trigger where tgrelid = 'procrastinate_jobs'::regclass and tgname ~ 'notify'"
    )
    assert {state for (state,) in ask(enabled)} == {"D"}


def test_a_task_that_fails_halfway_has_done_nothing(world: World) -> None:
    def fails() -> None:
        assert ask("select current_user::text") == [(logins.WORKER,)]
        raise_alarm(uuid4(), kind="danger", words="Logg inn.", municipality=SOLVIK, at=now())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        in_one_transaction(fails, None, None)
    assert not Alarm.objects.exists()


def test_pruning_takes_old_contexts_and_old_drafts_and_leaves_the_rest(world: World) -> None:
    old, new = drafts.new_key(), drafts.new_key()
    with world.at_portal():
        drafts.save(old, {"a": "1"})
        drafts.save(new, {"a": "2"})
    ask(
        "update web_draft set until = now() - interval '1 minute' where key_hash = %s", drafts._hash(bytes.fromhex(old))
    )
    ask(
        "insert into access.context select '3', gen_random_uuid(), s.id, s.service_id, 1, '', null, null, null, null, "
        "'{}', '{}', '{}' from access_staff s limit 1"
    )
    with acting("worker"):
        prune()
    with world.at_portal():
        assert (drafts.load(old), drafts.load(new)) == ({}, {"a": "2"})
    assert ask("select count(*) from access.context") == [(0,)]
    assert ask("select count(*) from web_draft") == [(1,)]


def test_only_the_worker_prunes(world: World) -> None:
    with world.at_portal(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        prune()
