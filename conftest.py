"""A real PostgreSQL for every test: an embedded server, a migrated template, a database of its own per test process."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OPPVEKST_FACE", "owner")
os.environ.setdefault("OPPVEKST_SECRET_KEY", "only-for-tests")
os.environ.setdefault("OPPVEKST_DEMO", "1")

import psycopg
import pytest
from django.core.signals import setting_changed
from django.test.signals import root_urlconf_changed
from django.urls import set_urlconf
from pytest_django import DjangoDbBlocker

from oppvekst.ground.database import logins, roles
from oppvekst.ground.database.server import Server, embedded
from oppvekst.ground.database.setup import make_whole, migrate
from tests.apart import Apart
from tests.thorough import is_left_out
from tests.world import World

ROOT = Path(__file__).parent
CACHE = Path(os.environ.get("OPPVEKST_TEST_DATA", str(ROOT / ".cache" / "tests")))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with embedded(CACHE) as running:
        yield running


@pytest.fixture(scope="session")
def template(server: Server, django_db_blocker: DjangoDbBlocker) -> str:
    """A migrated, empty database, made once for each state of the migrations."""
    name = f"template_{_fingerprint()}"
    with psycopg.connect(server.superuser(), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(9998)")
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            with django_db_blocker.unblock():
                _make_template(server, name, connection)
    return name


@pytest.fixture(scope="session")
def django_db_setup(
    server: Server, template: str, django_db_blocker: DjangoDbBlocker, worker_id: str
) -> Iterator[None]:
    """Every test process has a copy of the template with the world in it, and a login that may play every part."""
    from django.db import connection

    name = f"test_{worker_id}_{os.getpid()}"
    roles.make_database(server.superuser(), name=name, template=template)
    roles.secure_database(server.superuser(name), name=name)
    _point(connection, server, name)
    with django_db_blocker.unblock():
        World.build()
    yield
    with django_db_blocker.unblock():
        connection.close()
    with psycopg.connect(server.superuser(), autocommit=True) as superuser:
        superuser.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def pytest_addoption(parser: pytest.Parser) -> None:
    """The thorough tests are for before a change is landed."""
    parser.addoption("--all", action="store_true", help="kjør også de grundige prøvene, som tar tid")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Whoever names a test, or asks for all, gets it; whoever names nothing has an answer within five minutes."""
    return True if collection_path.suffix == ".py" and _in_short(config) and is_left_out(collection_path) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In a file that is kept, a test may be left out by its mark."""
    if _in_short(config):
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]


def pytest_report_header(config: pytest.Config) -> str:
    """What is not run is said, so that nobody takes the short run for the whole one."""
    return "de grundige prøvene kjøres ikke nå: make test ALL=1 kjører alle" if _in_short(config) else "alle prøvene"


def pytest_collection_finish() -> None:
    """What was read to gather the tests stays as long as they run: nobody looks through it for waste again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def addresses_kept() -> None:
    """A face's addresses are the same in every test: to stand at another face need not read them all again."""
    setting_changed.disconnect(root_urlconf_changed)
    setting_changed.connect(_at_another_face)


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """Pages kept in memory by one test are not another's."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "one")


@pytest.fixture
def world(db: None) -> World:
    """Solvik with its staff, and Nordvåg next door: there before the test, and as they were when it is over."""
    return World.found()


@pytest.fixture
def empty(server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database of its own, before anybody has moved in: Django is pointed at it for as long as the test lasts."""
    from django.db import connection

    name, usual = f"apart_{os.getpid()}", connection.settings_dict["NAME"]
    roles.make_database(server.superuser(), name=name, template=template)
    roles.secure_database(server.superuser(name), name=name)
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        with django_db_blocker.unblock():
            yield name
            connection.close()
    finally:
        connection.settings_dict["NAME"] = usual
        with psycopg.connect(server.superuser(), autocommit=True) as superuser:
            superuser.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def apart(empty: str, server: Server) -> Apart:
    """A database of its own, with Solvik and Nordvåg in it."""
    return Apart(World.build(), server, empty)


def _in_short(config: pytest.Config) -> bool:
    named = set(config.args) != set(config.getini("testpaths")) or config.option.keyword or config.option.markexpr
    return not (config.getoption("all") or named)


def _at_another_face(*, setting: str, **_: object) -> None:
    if setting == "ROOT_URLCONF":
        set_urlconf(None)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    ground = (ROOT / "src/oppvekst/ground/database/roles.py", ROOT / "src/oppvekst/ground/database/policies.py")
    for path in (*sorted((ROOT / "src").rglob("migrations/*.py")), *ground):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _make_template(server: Server, name: str, superuser: psycopg.Connection) -> None:
    from django.db import connection

    making = f"making_{name}"
    superuser.execute(f"DROP DATABASE IF EXISTS {making} WITH (FORCE)".encode())
    make_whole(server, database=making, builder=True)
    _point(connection, server, making)
    migrate()
    connection.close()
    superuser.execute(f"ALTER DATABASE {making} RENAME TO {name}".encode())


def _point(connection: object, server: Server, name: str) -> None:
    connection.settings_dict.update(  # type: ignore[attr-defined]
        NAME=name, USER=logins.BUILDER, PASSWORD=server.passwords[logins.BUILDER], HOST=server.socket, PORT="",
        OPTIONS={"server_side_binding": True, "assume_role": logins.OWNER},
    )  # fmt: skip
