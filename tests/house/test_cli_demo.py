"""The demo as a visitor meets it, from the first start to the last stop."""

from __future__ import annotations

import json
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import psutil
import requests

from oppvekst.faces.cli import database
from oppvekst.faces.cli.demo.staff import STAFF
from oppvekst.ground.database.acting import COOKIE
from tests.house.command_line import command, done, environment, oppvekst, refused

FIRST, AGAIN = 300, 120


@dataclass
class Demo:
    """A demo that runs."""

    process: subprocess.Popen[str]
    folder: Path
    greeting: str
    progress: Path

    def url(self, name: str) -> str:
        ports = json.loads((self.folder / "demo" / "where").read_text())["ports"]
        return f"http://localhost:{ports[name]}/"

    def household(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)


@contextmanager
def demo(folder: Path, *, within: int) -> Iterator[Demo]:
    """Start it and wait until it greets; whatever happens, it is stopped by its own process id."""
    progress = folder / "progress"
    settings = environment(OPPVEKST_DATA=str(folder))
    with progress.open("w") as out:
        process = subprocess.Popen(command("demo"), env=settings, stdout=subprocess.PIPE, stderr=out, text=True)
    try:
        where, until = folder / "demo" / "where", monotonic() + within
        while not where.exists():
            assert process.poll() is None and monotonic() < until, progress.read_text()
            sleep(0.2)
        yield Demo(process, folder, _read_greeting(process), progress)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(60)
        if process.stdout:
            process.stdout.close()


def test_the_demo_from_its_first_start_to_its_last_stop(tmp_path: Path) -> None:
    with demo(tmp_path, within=FIRST) as first:
        it_greets_with_addresses_and_log_ins(first)
        started_once_more_it_says_where_it_runs(first)
        the_providers_page_is_ours_and_loads_nothing_from_elsewhere(first)
        kari_logs_in_and_stands_at_the_desk(first)
        a_stranger_stays_outside(first)
        killed_it_leaves_nobody_behind(first)
    with demo(tmp_path, within=AGAIN) as second:
        assert "Bygger" not in second.progress.read_text()
        kari_logs_in_and_stands_at_the_desk(second)
        told_to_stop_it_stops_everything_and_the_database_last(second)


def test_a_demo_made_by_other_tables_is_known_and_a_new_folder_is_not_taken_for_one(tmp_path: Path) -> None:
    assert not database.outgrown(tmp_path)
    (tmp_path / "migrated").write_text(database._fingerprint())
    assert not database.outgrown(tmp_path)
    (tmp_path / "migrated").write_text("an earlier house")
    assert database.outgrown(tmp_path)


def test_check_builds_elsewhere_asks_every_face_and_leaves_nothing(tmp_path: Path) -> None:
    asked = done("demo", "--check", OPPVEKST_DATA=str(tmp_path / "data"), TMPDIR=str(tmp_path))
    assert [(each["face"], each["health"], each["front"]) for each in asked] == [
        (face, 200, 200) for face in ("door", "portal", "mypage", "desk")
    ]
    assert list(tmp_path.iterdir()) == []


def it_greets_with_addresses_and_log_ins(running: Demo) -> None:
    assert running.url("portal") in running.greeting and running.url("desk") in running.greeting
    assert all(person.name in running.greeting and person.title in running.greeting for person in STAFF)
    assert requests.get(running.url("portal"), timeout=30).status_code == 200


def started_once_more_it_says_where_it_runs(running: Demo) -> None:
    again = oppvekst("demo", OPPVEKST_DATA=str(running.folder))
    assert (again.returncode, running.url("desk") in again.stdout) == (0, True)
    assert "Stopp den" in refused("demo", "--reset", OPPVEKST_DATA=str(running.folder))["message"]


def the_providers_page_is_ours_and_loads_nothing_from_elsewhere(running: Demo) -> None:
    page = requests.get(running.url("door"), timeout=30)
    assert page.url.startswith(running.url("provider"))
    assert all(person.name in page.text for person in STAFF)
    assert '<html lang="nb"' in page.text and page.text.count("<h1>") == 1
    for address in re.findall(r'(?:href|src)="([^"]+)"', page.text):
        assert requests.get(running.url("provider").rstrip("/") + address, timeout=30).status_code == 200, address


def kari_logs_in_and_stands_at_the_desk(running: Demo) -> None:
    with requests.Session() as browser:
        choose = browser.get(running.url("door"), timeout=30).url
        came = browser.post(choose, data={"sub": "kari.nesheim"}, timeout=30)
        assert (came.status_code, came.url) == (200, f"{running.url('desk')}min-dag/")
        assert "Kari Nesheim" in came.text
        assert browser.cookies[COOKIE]


def a_stranger_stays_outside(running: Demo) -> None:
    with requests.Session() as browser:
        choose = browser.get(running.url("door"), timeout=30).url
        came = browser.post(choose, data={"sub": "en.fremmed"}, timeout=30)
        assert (came.status_code, COOKIE in browser.cookies) == (403, False)
        assert "Du har ingen rolle her i dag" in came.text


def killed_it_leaves_nobody_behind(running: Demo) -> None:
    children = running.household()
    running.process.send_signal(signal.SIGKILL)
    running.process.wait(30)
    assert all_end(children)


def told_to_stop_it_stops_everything_and_the_database_last(running: Demo) -> None:
    children = running.household()
    running.process.terminate()
    assert running.process.wait(60) == 0
    assert all_end(children)
    assert not (running.folder / "demo" / "cluster" / "postmaster.pid").exists()
    assert "Demoen er stoppet" in running.progress.read_text()


def all_end(processes: list[psutil.Process], seconds: float = 30) -> bool:
    """Whether they have all ended soon. One that is dead but not yet fetched by its parent has ended too."""
    until = monotonic() + seconds
    while any(map(_lives, processes)) and monotonic() < until:
        sleep(0.1)
    return not any(map(_lives, processes))


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _read_greeting(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    lines: list[str] = []
    while not lines or "Ctrl-C" not in lines[-1]:
        lines.append(process.stdout.readline())
    return "".join(lines)
