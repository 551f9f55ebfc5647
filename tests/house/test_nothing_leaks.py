"""No identity number, name or address in a log, an address, an error page or a job: everything written is searched.

Real faces with real logins at their most talkative, and people whose every word has a mark in it that stands nowhere else.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import IO, Any

import psycopg
import pytest
import requests

from oppvekst.adapters.fiks.inbox import Delivery, FolderInbox
from oppvekst.domain.concerns.tests.test_portal.conftest import Visitor
from oppvekst.domain.concerns.tests.test_portal.test_kinds import NEIGHBOUR
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.people.models import IdentityNumber
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.acting import COOKIE
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import synthetic
from tests.apart import Apart
from tests.browser.living import ROOT, House, serving
from tests.house.small_service import official_message

MARK = "qvx"
BORN = date(2016, 11, 24)
NUMBER = synthetic(BORN, "male")
CHILD, MOTHER, REPORTER, STREET = "Jonas Strandqvx", "Turidqvx Strandqvx", "Bjørn Lundeqvx", "Kvisteveienqvx 13"
WORDS = f"{CHILD} i {STREET} gråter om natta, sier {REPORTER}, som bor vegg i vegg. Nummeret er {NUMBER}."
LEAK = re.compile(rf"{MARK}|{NUMBER}|{NUMBER[:6]}[\s+%20-]*{NUMBER[6:]}", re.IGNORECASE)
TALKATIVE = {"OPPVEKST_LOG_LEVEL": "DEBUG"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')

CALL = {
    "channel": "phone", "received_on": f"{datetime.now(OSLO):%d.%m.%Y}", "received_clock": "00.01",
    "who": "11", "anonymity": "named",
    "name": REPORTER, "role": "Lærer", "body": "Solvik skole", "phone": "00 00 12 40", "danger": "no",
    "words": WORDS, "needed": "no", "assessed": f"{CHILD} er på SFO.", "address": STREET,
    "barn-TOTAL_FORMS": "1", "barn-INITIAL_FORMS": "0", "barn-0-name": CHILD, "barn-0-birth_date": "24.11.2016",
}  # fmt: skip

# What the worker does in a minute, the jobs that wait, and one job whose own words would tell.
WORK = """
import asyncio, sys
from datetime import datetime
import django
django.setup()
from procrastinate import App
from oppvekst.faces.worker import tasks
from oppvekst.faces.worker.working import make_app

@tasks.clock.task(name="test.fails")
def fails(subject: str) -> None:
    raise ValueError(sys.argv[1])

async def work():
    app = make_app()
    async with app.open_async():
        await app.configure_task("test.fails").defer_async(subject="3f0e")
        await app.run_worker_async(wait=False)

tasks.fetch(); tasks.seal(); tasks.ring(); tasks.verify()
asyncio.run(work())
"""


@dataclass
class Wire:
    """A browser that remembers every address it has been at or been led to, and every error page."""

    home: str
    session: requests.Session = field(default_factory=requests.Session)
    addresses: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    visitors: Iterator[int] = field(default_factory=lambda: count(1))

    def get(self, address: str, **about: Any) -> requests.Response:
        return self._ask("GET", address, **about)

    def post(self, address: str, values: dict[str, Any] | None = None, **about: Any) -> requests.Response:
        return self._ask("POST", address, data=values or {}, **about)

    def send(self, address: str, values: dict[str, Any], **about: Any) -> requests.Response:
        """A form of the desk, with the token of its page."""
        page = self.get(address if about.pop("own_page", True) else "/sok/")
        token = TOKEN.search(page.text)
        return self.post(address, {**values, "csrfmiddlewaretoken": token[1] if token else ""}, **about)

    def _ask(self, method: str, address: str, **about: Any) -> requests.Response:
        headers = {"X-Forwarded-For": f"10.0.0.{next(self.visitors)}", **about.pop("headers", {})}
        answer = self.session.request(
            method, self.home + address, headers=headers, allow_redirects=False, timeout=30, **about
        )
        self.addresses += [answer.request.url or "", answer.headers.get("Location", "")]
        # A form that is wrong, and a session that has ended, give back what she typed herself: that is no error page.
        if answer.status_code >= 400 and answer.status_code not in (401, 409, 422):
            self.errors.append(answer.text)
        return answer


@dataclass
class Written:
    """Everything that was written outside the tables of the service."""

    house: House
    log: Path
    server_log: Path
    start: int

    def leaks(self) -> list[str]:
        """Lines of any log with somebody in them."""
        server = self.server_log.read_bytes()[self.start :].decode(errors="replace")
        return [line for text in (self.log.read_text(errors="replace"), server) for line in told_in(text)]

    def jobs(self) -> list[str]:
        """Background jobs and their events, whole rows."""
        tables = ("procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers")
        rows = [row for table in tables for (row,) in self.house.ask(f"SELECT t::text FROM {table} t")]
        return [row for row in rows if LEAK.search(row)]


def told_in(text: str) -> list[str]:
    return [line for line in text.splitlines() if LEAK.search(line)]


@pytest.fixture
def house(apart: Apart) -> House:
    """A committed Solvik with its phones."""
    setup = Actor("oppsett", apart.world.solvik.number, "owner", rights=frozenset({EDIT}))
    install_defaults(apart.world.solvik, at=datetime(2026, 11, 3, tzinfo=UTC), by=setup)
    return House(apart.server, apart.database)


@contextmanager
def refusing(house: House, table: str, condition: str) -> Iterator[None]:
    """The database refuses such rows as long as it lasts, and quotes them: an error that nobody has foreseen."""
    with psycopg.connect(house.server.superuser(house.database), autocommit=True) as superuser:
        superuser.execute(f"ALTER TABLE {table} ADD CONSTRAINT unforeseen CHECK ({condition}) NOT VALID".encode())
        try:
            yield
        finally:
            superuser.execute(f"ALTER TABLE {table} DROP CONSTRAINT unforeseen".encode())


def test_nothing_that_is_written_tells_about_anybody(house: House, tmp_path: Path) -> None:
    server_log = house.server.folder / "cluster" / "server.log"
    written = Written(house, tmp_path / "log", server_log, server_log.stat().st_size)
    with written.log.open("wb") as log, ExitStack() as stack:
        portal, desk = (Wire(url) for url in stack.enter_context(both(house, log)))
        pool = stack.enter_context(ThreadPoolExecutor())
        others = [pool.submit(by_the_worker, house, log, tmp_path), pool.submit(at_the_portal, house, portal)]
        at_the_desk(house, desk)
        for other in others:
            other.result()
    assert_that_it_happened(house, written)
    assert written.leaks() == []
    assert written.jobs() == []
    assert [address for wire in (portal, desk) for address in wire.addresses if LEAK.search(address)] == []
    assert [line for wire in (portal, desk) for page in wire.errors for line in told_in(page)] == []


@contextmanager
def both(house: House, log: IO[bytes]) -> Iterator[list[str]]:
    """The portal and the desk, begun at the same time."""
    servers = [serving(house, face, written=log, OPPVEKST_PROXY="1", **TALKATIVE) for face in ("portal", "desk")]
    with ThreadPoolExecutor() as pool, ExitStack() as stack:
        for server in servers:
            stack.push(server.__exit__)
        yield list(pool.map(lambda server: server.__enter__(), servers))


def assert_that_it_happened(house: House, written: Written) -> None:
    """A search that found nothing proves something only if it all happened, and the logs were written."""
    told = written.log.read_text(errors="replace")
    assert told.count("unforeseen") >= 2 and "test.fails" in told
    names = {name for (name,) in house.ask("SELECT child_name FROM concerns_concern")}
    assert names >= {CHILD, "Emilqvx"}
    assert house.ask("SELECT count(*) FROM people_person WHERE family_name = 'Strandqvx'") == [(2,)]
    assert IdentityNumber.objects.filter(number=NUMBER).exists()
    assert house.ask("SELECT count(*) FROM journal_look WHERE terms ~ 'qvx'")[0][0] >= 1


def at_the_portal(house: House, wire: Wire) -> None:
    """A neighbour writes, is stopped by an error, sends again, and is lost at an address that is not there."""
    visitor = Visitor(wire)  # type: ignore[arg-type]
    summary = visitor.goes_through("privat", {**NEIGHBOUR, **TELLS})
    # The portal's alone: at the desk somebody registers a call in the same moment.
    with refusing(house, "concerns_enquiry", f"channel <> 'portal' OR name !~ '{MARK}'"):
        assert wire.post(summary).status_code == 500
    assert wire.post(summary).status_code == 302
    visitor.reads("/meld/sendt/")
    wire.get("/meld/finnes-ikke/")
    wire.post("/meld/privat/fortell/", {"worry": WORDS}, headers={"Sec-Fetch-Site": "cross-site"})
    wire.post("/meld/privat/fortell/", {"worry": WORDS * 60_000})


TELLS = {
    "fortell": {"worry": WORDS},
    "barn": {"name": CHILD, "birth_date": "24.11.2016", "age": "10", "address": STREET},
    "barnet": {"name": CHILD},
    "deg": {"name": REPORTER, "phone": "00 00 12 40"},
}  # fmt: skip


def at_the_desk(house: House, wire: Wire) -> None:
    """Hanne registers a call, finds the child, opens its case, writes the mother in, and things go wrong on the way."""
    wire.session.cookies.set(COOKIE, house.token("Hanne Dale"))
    registered = wire.send("/meldinger/ny/", CALL)
    assert registered.status_code == 302, registered.text[-3000:]
    concern = registered.headers["Location"].split("?")[0]
    for asked in (CHILD, MOTHER, NUMBER, f"{NUMBER[:6]} {NUMBER[6:]}", "24.11.2016"):
        wire.send("/sok/", {"q": asked}, own_page=False)
    wire.send(f"{concern}ta/", {})
    child = {
        "given_name": "Jonas",
        "family_name": "Strandqvx",
        "birth_date": "24.11.2016",
        "number": NUMBER,
        "sex": "1",
        "protection": "0",
    }
    with refusing(house, "people_person", f"family_name !~ '{MARK}'"):
        assert wire.send(f"{concern}barnet/nytt/", child).status_code == 500
    assert wire.send(f"{concern}barnet/nytt/", child).status_code == 302
    (case_id,) = house.ask("SELECT id FROM cases_case")[0]
    case = f"/saker/{case_id}/"
    mother = {
        "part": "mother", "given_name": "Turidqvx", "family_name": "Strandqvx", "source": f"{REPORTER} på telefon",
        "parental_responsibility": "yes", "lives_with_child": "yes", "lines": STREET, "postal_code": "9998",
        "place": "Solvik", "protection": "0",
    }  # fmt: skip
    wire.send(f"{case}mennesker/ny/", {**mother, "birth_date": "31.2.1990"})
    assert wire.send(f"{case}mennesker/ny/", mother).status_code == 302
    for page in ("", "tidslinje/", "journal/", "mennesker/", "tilgang/", "sperre/"):
        assert wire.get(case + page).status_code == 200
    for page in (
        concern,
        f"{concern}svar/",
        f"{concern}svar.pdf",
        f"{concern}skjul/",
        "/min-dag/",
        "/saker/",
        "/meldinger/",
    ):
        wire.get(page)
    wire.post("/sok/", {"q": CHILD})  # no token
    wire.session.cookies.set(COOKIE, house.token("Ola Brandvold"))
    wire.get(case)
    wire.session.cookies.set(COOKIE, "ingen slik innlogging")
    wire.post(f"{case}mennesker/ny/", mother)


def by_the_worker(house: House, log: Any, folder: Path) -> None:
    """Two messages from the national portal, one that cannot be read; the seals; and a job that fails in its own words."""
    inbox = FolderInbox(folder / "inbox" / "9998")
    inbox.deliver(Delivery("m-1", "privat", official_message("Emilqvx")))
    inbox.deliver(Delivery("m-2", "privat", f'{{"barn": "{CHILD}", "fnr": "{NUMBER}"}}'.encode()))
    places = {
        "OPPVEKST_INBOX": str(folder / "inbox"),
        "OPPVEKST_OUTBOX": str(folder / "outbox"),
        "OPPVEKST_WITNESS": str(folder),
    }
    settings = house.environment("worker") | places | TALKATIVE
    subprocess.run(
        [sys.executable, "-c", WORK, WORDS],
        env=settings,
        stdout=log,
        stderr=log,
        cwd=ROOT,
        check=True,
        timeout=60,
    )
