"""The embedded server: made once, shared by all who use it, stopped by the last, also when somebody was killed."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import psycopg
import pytest

from oppvekst.ground.database import logins
from oppvekst.ground.database.roles import make_database, make_roles, secure_database
from oppvekst.ground.database.server import LONGEST_SOCKET_PATH, Server, ServerTrouble, embedded

# Somebody who is told to stop, stops, also when whoever started the tests has told everybody to mind no such thing.
USES_IT = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from pathlib import Path
from time import monotonic, sleep
from oppvekst.ground.database.server import embedded
with embedded(Path(sys.argv[1])):
    print("inne", flush=True)
    time.sleep(600)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of its own, near the root: a path that is too long for a socket is another test."""
    place = tmp_path_factory.mktemp("s")
    yield place
    shutil.rmtree(place, ignore_errors=True)


def postmaster(folder: Path) -> int:
    """The process number of the running server; 0 when there is none."""
    note = folder / "cluster" / "postmaster.pid"
    number = int(note.read_text().split()[0]) if note.exists() else 0
    return number if number and Path(f"/proc/{number}").exists() else 0


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def in_use(folder: Path) -> subprocess.Popen[str]:
    """Another process that uses the server, and is inside when this returns."""
    process = subprocess.Popen([sys.executable, "-c", USES_IT, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "inne\n"
    return process


def end(process: subprocess.Popen[str], how: int) -> None:
    process.send_signal(how)
    process.wait()
    assert process.stdout
    process.stdout.close()


def test_two_who_use_it_share_one_server_and_the_last_stops_it(folder: Path) -> None:
    with embedded(folder) as one:
        first = postmaster(folder)
        with embedded(folder) as other:
            assert (postmaster(folder), other) == (first, one)
        assert postmaster(folder) == first
        with closing(psycopg.connect(one.superuser())) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    assert postmaster(folder) == 0


def test_one_who_was_killed_leaves_no_server_behind_that_nobody_stops(folder: Path) -> None:
    user = in_use(folder)
    running = postmaster(folder)
    assert running
    with embedded(folder):
        assert postmaster(folder) == running
        end(user, signal.SIGKILL)
        assert postmaster(folder) == running
    assert postmaster(folder) == 0


def test_when_the_only_user_was_killed_the_next_takes_the_server_over_and_stops_it(folder: Path) -> None:
    user = in_use(folder)
    running = postmaster(folder)
    end(user, signal.SIGKILL)
    assert postmaster(folder) == running
    with embedded(folder) as server, closing(psycopg.connect(server.superuser())) as connection:
        assert postmaster(folder) == running
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert postmaster(folder) == 0


def test_leaving_stops_nobody_elses_work(folder: Path) -> None:
    with embedded(folder):
        user = in_use(folder)
    assert postmaster(folder)
    end(user, signal.SIGINT)
    with embedded(folder):
        pass
    assert postmaster(folder) == 0


def _until_gone(folder: Path) -> None:
    end = monotonic() + 10
    while postmaster(folder) and monotonic() < end:
        sleep(0.02)


def test_a_server_that_crashed_is_started_again_with_all_it_had(folder: Path) -> None:
    with embedded(folder) as server:
        with closing(psycopg.connect(server.superuser(), autocommit=True)) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept (x int)")
            connection.execute("INSERT INTO kept VALUES (1)")
        os.kill(postmaster(folder), signal.SIGKILL)
        _until_gone(folder)
    with embedded(folder) as server, closing(psycopg.connect(server.superuser())) as connection:
        assert connection.execute("SELECT x FROM kept").fetchone() == (1,)


def test_passwords_lie_in_files_that_only_we_can_read_and_stay_the_same(folder: Path) -> None:
    with embedded(folder) as server:
        first = server.passwords
    keys = folder / "passwords"
    assert mode(keys) == 0o700
    assert {mode(key) for key in keys.iterdir()} == {0o600}
    assert set(first) == {*logins.LOGINS, logins.BACKUP, logins.BUILDER}
    assert all(len(password) >= 32 for password in first.values())
    with embedded(folder) as server:
        assert server.passwords == first


def test_the_data_and_the_way_in_are_closed_to_others(folder: Path) -> None:
    with embedded(folder) as server:
        assert mode(folder / "cluster") == mode(Path(server.socket)) == 0o700
        with closing(psycopg.connect(server.superuser())) as connection:
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    assert "trust" not in (folder / "cluster" / "pg_hba.conf").read_text()


def test_roles_and_database_may_be_made_again(folder: Path) -> None:
    with embedded(folder) as server:
        for _ in range(2):
            make_roles(server.superuser(), server.passwords)
            make_database(server.superuser())
            secure_database(server.superuser(logins.DATABASE))
        with closing(psycopg.connect(server.url(logins.PORTAL))) as portal:
            assert portal.execute("SHOW track_activities").fetchone() == ("off",)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(server.url(logins.BUILDER)).close()


def test_a_path_too_long_for_a_socket_gets_a_private_one_elsewhere(tmp_path: Path) -> None:
    place = tmp_path / ("en-mappe-med-et-ganske-langt-navn-" * 3)
    assert len(str(place)) > LONGEST_SOCKET_PATH
    with embedded(place) as server:
        elsewhere = Path(server.socket)
        assert not elsewhere.is_relative_to(place)
        assert (mode(elsewhere), len(str(elsewhere)) < LONGEST_SOCKET_PATH) == (0o700, True)
        with closing(psycopg.connect(server.superuser())) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert _again(place).socket == server.socket
    assert not elsewhere.exists()


def _again(place: Path) -> Server:
    with embedded(place) as server:
        return server


@pytest.mark.skipif(os.geteuid() != 0, reason="bare root kan gi en mappe til en annen")
def test_a_folder_that_belongs_to_somebody_else_is_refused_in_words(tmp_path: Path) -> None:
    place = tmp_path / "en annens"
    place.mkdir()
    os.chown(place, 65534, 65534)
    with pytest.raises(ServerTrouble, match="Sett OPPVEKST_DATA"), embedded(place):
        pass
