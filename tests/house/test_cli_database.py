"""The commands that need a database: the embedded one made by the first, shared by two at once, stopped by the last."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from oppvekst.ground.database.server import embedded
from tests.house.command_line import command, done, environment, oppvekst, refused

CHRISTMAS_EVE = ("information", "phone-now", "--who", "child", "--at", "2026-12-24T20:00")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own, with Solvik in it."""
    place = tmp_path_factory.mktemp("data")
    answer = done("init", "--municipality", "9998", "--name", "Solvik", OPPVEKST_DATA=str(place))
    assert answer == {"municipality": "9998", "name": "Solvik"}
    return place


def test_init_may_be_repeated_and_keeps_what_is_there(folder: Path) -> None:
    again = oppvekst("init", "--municipality", "9998", "--name", "Noe annet", OPPVEKST_DATA=str(folder))
    assert (again.returncode, again.stdout) == (0, "Solvik (9998) er klar.\n")


def test_the_server_stops_with_the_last_command(folder: Path) -> None:
    done(*CHRISTMAS_EVE, OPPVEKST_DATA=str(folder))
    assert not (folder / "cluster" / "postmaster.pid").exists()


def test_two_commands_at_once_share_the_server(folder: Path) -> None:
    line, settings = command(*CHRISTMAS_EVE, "--json"), environment(OPPVEKST_DATA=str(folder))
    both = [subprocess.Popen(line, env=settings, stdout=subprocess.PIPE) for _ in range(2)]
    answers = [each.communicate(timeout=120)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert answers[0] == answers[1]
    assert not (folder / "cluster" / "postmaster.pid").exists()


def test_whom_to_call_comes_in_order_as_data_and_in_words(folder: Path) -> None:
    found = done(*CHRISTMAS_EVE, "--municipality", "9998", OPPVEKST_DATA=str(folder))
    assert [set(each) for each in found] == [{"name", "phone", "open_until", "why"}] * len(found)
    assert found[0]["phone"] == "116 111"
    words = oppvekst(*CHRISTMAS_EVE, OPPVEKST_DATA=str(folder)).stdout
    assert words.index("116 111") < words.index("112")


def test_a_journal_without_a_witness_is_said_to_be_so(folder: Path) -> None:
    """Whoever makes the whole chain anew is found out by a witness alone."""
    place = {"OPPVEKST_DATA": str(folder), "OPPVEKST_WITNESS": str(folder / "nobody")}
    found = done("journal", "verify", **place)
    assert (found["whole"], found["witnessed"], found["breaks"]) == (True, 0, [])
    assert "Ingen utenfor databasen har oppbevart segl" in oppvekst("journal", "verify", **place).stdout


def test_a_municipality_that_is_not_there_is_refused(folder: Path) -> None:
    told = refused(*CHRISTMAS_EVE, "--municipality", "0301", OPPVEKST_DATA=str(folder))
    assert (told["error"], "0301" in told["message"]) == ("not_found", True)


def test_a_face_serves_health_holds_only_its_own_password_and_ends_cleanly(folder: Path) -> None:
    with ExitStack() as stack:
        server = stack.enter_context(embedded(folder))
        urls = {f"DATABASE_URL_{face}": server.url(f"oppvekst_{face.lower()}") for face in ("OWNER", "PORTAL", "DESK")}
        process, port = stack.enter_context(serving("portal", OPPVEKST_SECRET_KEY="x" * 50, **urls))
        assert health(port) == (200, {"face": "portal", "database": True})
        held = [each.environ() for each in psutil.Process(process.pid).children(recursive=True)]
        known = {name for each in held for name in each if name.startswith("DATABASE_URL_")}
        assert known == {"DATABASE_URL_PORTAL"}
        process.terminate()
        assert process.wait(30) == 0


def test_health_says_when_the_database_is_gone(folder: Path) -> None:
    with ExitStack() as stack:
        with embedded(folder) as server:
            url = server.url("oppvekst_desk")
            _, port = stack.enter_context(serving("desk", OPPVEKST_SECRET_KEY="x" * 50, DATABASE_URL_DESK=url))
            assert health(port)[0] == 200
        assert health(port) == (503, {"face": "desk", "database": False})
        with embedded(folder):
            assert health(port)[0] == 200


def test_a_server_that_is_killed_takes_its_workers_along(folder: Path) -> None:
    with serving("portal", OPPVEKST_DATA=str(folder)) as (process, _):
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        gone, alive = psutil.wait_procs(children, 30)
        assert (len(gone), alive) == (len(children), [])


@contextmanager
def serving(face: str, **settings: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A face on a free port, up and answering; ended by its own process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(command("serve", "--face", face, "--port", str(port)), env=environment(**settings))
    try:
        until = monotonic() + 90
        while monotonic() < until and process.poll() is None and not _answers(port):
            sleep(0.1)
        yield process, port
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(30)


def health(port: int) -> tuple[int, dict[str, object]]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", "/helse/")
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())


def _answers(port: int) -> bool:
    try:
        return health(port)[0] == 200
    except OSError:
        return False
