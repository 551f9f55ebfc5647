"""The matrix: every address of a child's × every named person in every hat × how she stands to the case; and every table.

What is expected is said once, in `sees`: who sees which case, in one sentence a line. Everything else is tried against it.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from psycopg import sql
from pytest_django import DjangoDbBlocker

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case, Disclosure, LookExtract, Party, Uninformed
from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern, Passage
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.investigations.tests.opened import hung_on
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.ground.access.actor import public
from oppvekst.ground.access.models import Bar, Emergency, Grant
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import acting
from oppvekst.ground.database.server import Server
from oppvekst.ground.documents import drawing
from oppvekst.ground.web import errors
from tests.desk import DESK, TUESDAY
from tests.house.opened import one_of_each
from tests.house.small_service import HANNE, KARI, MARIT, PEOPLE, SIRI_N, TONE, Service, own_database
from tests.house.test_desk_strangers import NAMED, asked_to_see, valued
from tests.house.test_desk_strangers import ROUTES as EVERY_ROUTE
from tests.world import NORDVAG, SOLVIK, World
from tools.documents.routes import _methods, routes

# How a person stands to a case, and the child of the case that everybody stands so to. The names are found on no page else.
STATES = {
    "own": "Abelone", "team": "Balder", "none": "Cecilius", "ended": "Dagfinna", "barred": "Edmunda", "locked": "Fredhild",
    "strict": "Gudbjorn", "emergency": "Hallvarda", "over": "Ingelef", "other": "Jostidun",
}  # fmt: skip
HOME = {state: f"{name}veien 7" for state, name in STATES.items()}
OTHERS = {SOLVIK: "Vigdis Moen", NORDVAG: "Nils Moen"}
# Not of one case: the desk's strangers try them.
BESIDE = {"alarm_id", "message_id"}
ROUTES = [(path, name) for path, name in EVERY_ROUTE if not BESIDE & set(NAMED.findall(path))]
METHODS = {name: set(_methods(view)) & {"GET", "POST"} for _path, name, view in routes("desk")}
LISTS = (
    "/min-dag/",
    "/saker/",
    "/saker/?vis=mine",
    "/meldinger/",
    "/nodtilgang/oversikt/",
    "/nodtilgang/",
    "/hvorfor/",
)
# Whoever sees the case may still not do this here: another's emergency access is ended by her or the leader, nobody is
# linked to no child, no page is closed that was not opened, and there is no letter before the answer.
NOT_HERS = {"desk:case-responsibility", "desk:decision-let-in",
    "desk:emergency-end", "desk:concern-link", "desk:case-my-page-code", "desk:case-my-page-close",
    "desk:case-insight-letter", "desk:case-close-letter",
}  # fmt: skip
# OPPVEKST_MATRIX=whole: every address, by everybody in every hat, in every state; it takes some minutes more.
WHOLE = os.environ.get("OPPVEKST_MATRIX") == "whole"
# Decided by the same rule as another state: asked of the first pages, and of every table.
SAME = {"team", "emergency", "over"}
# One of each hat in each municipality.
THOROUGH = {
    (HANNE, logins.INTAKE), (KARI, logins.CASE), (TONE, logins.TEAM), (MARIT, logins.WIDE), (SIRI_N, logins.CASE),
}  # fmt: skip
FIRST_PAGES = {"desk:case", "desk:case-journal", "desk:concern", "desk:investigation"}
OK, MISSING, STOPPED = {200, 302, 409, 422}, {404}, {409}
SOLVIKS = {each for each in STATES if each != "other"}


def sees(who: str, hat: str, state: str) -> bool:
    """Whether this person sees, in this hat, the case that she stands so to."""
    if hat not in logins.CASE_HATS:
        return False  # on call and those beside the cases see no file
    if (state == "other") != (who == "Siri Nordli"):
        return False  # nobody sees the neighbour's
    if state in ("barred", "locked"):
        return False  # disqualification and locks beat everything
    if hat == logins.WIDE:
        return True  # the leader and the deputy see all that is left
    if state == "team":
        return hat == logins.TEAM  # the team leader sees the team's
    return state in (
        "own",
        "strict",
        "emergency",
        "other",
    )  # given, or open for some hours; not ended, not over, not none


def finds(who: str, hat: str, state: str) -> bool:
    """Whether a search by the child's name may tell that the child has a case: the minimal index (bvl § 13-1)."""
    indexed = hat in (logins.INTAKE, logins.TEAM) and who != "Siri Nordli" and state in SOLVIKS - {"barred", "locked"}
    return sees(who, hat, state) or (indexed and state != "strict")


@dataclass
class Matrix:
    """The service with one case a state, and everything an address can name of each."""

    service: Service
    ids: dict[str, dict[str, UUID]] = field(default_factory=dict)

    def address(self, route: str, state: str) -> str:
        return valued(NAMED.sub(lambda found: str(self.ids[state][found[1]]), route))

    def visitor(self, who: str, hat: str) -> Visitor:
        return Visitor(self.service.token(who, hat), WSGIHandler())


@dataclass
class Visitor:
    """Somebody at the desk who asks thousands of times: through every middleware, without a test visitor's copies."""

    token: str
    handler: WSGIHandler
    requests: RequestFactory = field(default_factory=RequestFactory)

    def asks(self, method: str, address: str, **sent: str) -> tuple[int, str]:
        """What is answered; whatever it did is undone."""
        request = self.requests.post(address, sent) if sent else self.requests.generic(method, address)
        request.COOKIES["desk"] = self.token
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        with transaction.atomic():
            response = self.handler.get_response(request)
            transaction.set_rollback(True)
        return response.status_code, "" if response.streaming else str(response.content, "utf-8", "replace")


def _drawn_once(patch: pytest.MonkeyPatch) -> None:
    """The same document lies in every case: each drawing of it is made once, by the program that makes them."""
    made: dict[Any, Any] = {}
    ask = drawing._ask

    def remembered(task: str, content: bytes, **asked: Any) -> Any:
        key = (task, content, asked.get("page"), str(asked.get("cuts")))
        if key not in made:
            made[key] = ask(task, content, **asked)
        told, rest = made[key]
        return dict(told), rest

    patch.setattr(drawing, "_ask", remembered)


@pytest.fixture(scope="module")
def matrix(
    server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Matrix]:
    with own_database(server, template, django_db_blocker, "matrix") as database, pytest.MonkeyPatch.context() as patch:
        _drawn_once(patch)
        world = World.build()
        for municipality in (world.solvik, world.nordvag):
            world.employ(OTHERS[municipality.number], municipality, "case_worker", "intake")
        made = Matrix(Service(world, server, database))
        for place, state in enumerate(STATES):
            made.ids[state] = _case(world, state, place)
        _stand(world, made.ids)
        yield made
        made.service.close()


@pytest.fixture
def desk(matrix: Matrix, settings: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Matrix:
    """The page of what is not there reads no table and knows no case: here it is not drawn each time (others look at it)."""
    settings.FACE, settings.ROOT_URLCONF = "desk", DESK
    caplog.set_level(logging.CRITICAL, "django.request")
    caplog.set_level(logging.CRITICAL, "oppvekst.web")
    drawn = errors.page
    monkeypatch.setattr(
        errors, "page",
        lambda request, key, **more: HttpResponse(status=404) if key == "404" else drawn(request, key, **more),
    )  # fmt: skip
    return matrix


def _case(world: World, state: str, place: int) -> dict[str, UUID]:
    """A child's case as it is in the middle of things, made by somebody whom nobody else is."""
    number = NORDVAG if state == "other" else SOLVIK
    message = ConcernMessage(
        channel="portal", danger="no", children=(ReportedChild(name=STATES[state]),),
        sender=Sender(who=Who.PUBLIC, code="11", name="Anja Holte", phone="00 00 12 40", body="Skolen"),
        said=(Said("facts", "Det er noe.\n\nOg mer."),),
    )  # fmt: skip
    with acting("portal"):
        (concern_id,) = actions.receive(message, by=public(number), at=TUESDAY).concerns
    child = Details(
        given_name=STATES[state], family_name="Moen", birth_date=date(2017, 4, 2), address_lines=(HOME[state],),
        protection=Protection.STRICT if state == "strict" else Protection.NONE,
    )  # fmt: skip
    with world.as_(OTHERS[number]) as one:
        actions.assess_immediate(concern_id, False, "Trygg i dag.", by=one, at=TUESDAY)
        actions.take(concern_id, by=one, at=TUESDAY)
        case = actions.register_child(concern_id, child, by=one, at=TUESDAY)
        cases.hold(case.id, "Avhør er ikke holdt.", by=one, at=TUESDAY)
        investigation = open_investigation(concern_id, reasons="Merke.", responsible=one.person, by=one, at=TUESDAY)
        seen = asked_to_see(case.id, by=one) | one_of_each(case.id, by=one, at=TUESDAY)
        seen |= hung_on(investigation.id, by=one)
        seen["version_id"] = investigation.versions.latest("number").id
        cases.make_copy(case.id, seen["rendition_id"], by=one, at=TUESDAY)
    Case.objects.filter(id=case.id).update(team=world.team if state == "team" else None)
    return seen | {
        "case_id": case.id, "concern_id": concern_id, "investigation_id": investigation.id,
        "passage_id": Passage.objects.filter(concern_id=concern_id)[0].id, "grant_id": Grant.objects.get(case_id=case.id).id,
    }  # fmt: skip


def _stand(world: World, ids: dict[str, dict[str, UUID]]) -> None:
    """Everybody stands to each case as its state says; and each case has somebody else's bar and emergency access."""
    now = timezone.now()
    spare = {number: world.employ(f"Reserve {number}", home, "case_worker") for number, home in (
        (SOLVIK, world.solvik), (NORDVAG, world.nordvag))}  # fmt: skip
    for state, named in ids.items():
        number = NORDVAG if state == "other" else SOLVIK
        about = {"municipality_id": number, "case_id": named["case_id"]}
        given = {"given_by": spare[number].id, "given_at": TUESDAY}
        broken = {"kind": "danger", "words": "Prøvd.", "opened_at": now - timedelta(hours=2)}
        for name in dict.fromkeys(who for who, _hat in PEOPLE):
            staff = {"staff": world.staff[name]}
            if state in ("own", "barred", "locked", "strict", "other"):
                Grant.objects.create(**about, **staff, **given, reason="colleague", words="Prøvd.")
            if state == "ended":
                Grant.objects.create(**about, **staff, **given, reason="colleague", valid_to=now - timedelta(hours=1))
            if state in ("barred", "locked"):
                kind = "locked" if state == "locked" else "disqualified"
                Bar.objects.create(**about, **staff, **given, kind=kind, words="Prøvd.")
            if state in ("emergency", "over"):
                until = now + timedelta(days=1 if state == "emergency" else -1)
                Emergency.objects.create(**about, **staff, **broken, until=until)
        named["bar_id"] = Bar.objects.create(**about, staff=spare[number], **given, kind="locked", words="Prøvd.").id
        named["disclosure_id"] = Disclosure.objects.create(
            **about, body="court", recipient="Retten", ground="bvl § 14-6", reasons="Prøvd.", contents=["journal"],
            made_by=spare[number].id, made_by_name="Reserve", made_at=TUESDAY, valid_from=TUESDAY.date(),
            valid_to=TUESDAY.date(),
        ).id  # fmt: skip
        named["uninformed_id"] = Uninformed.objects.create(
            **about, person_id=Case.objects.get(id=named["case_id"]).child_id, reasons="Prøvd.", decided_by=spare[number].id,
            decided_by_name="Reserve", decided_at=TUESDAY, review_on=TUESDAY.date(),
        ).id  # fmt: skip
        child = Party.objects.get(case_id=named["case_id"], part="child")
        named["person_id"] = child.person_id
        named["extract_id"] = LookExtract.objects.create(
            **about, party=child, addressee="Reserve", since=TUESDAY.date(), until=TUESDAY.date(), made_at=TUESDAY,
            made_by=spare[number].id, made_by_name="Reserve",
        ).id  # fmt: skip
        named["emergency_id"] = Emergency.objects.create(
            **about, staff=spare[number], **broken, until=now + timedelta(days=1)
        ).id


def _states(who: str, hat: str, place: int) -> list[str]:
    """The states in which this person asks for the address at this place of the list.

    Everybody asks for the rooms' first pages in every state. One of each hat asks for every other address in every state
    that another rule decides; the others, who stand as she does, in one state each, taken in turn. Whoever works beside
    the cases is stopped by the role before any case is known, and asks as one who had it. With OPPVEKST_MATRIX=whole nothing
    is left out.
    """
    if WHOLE or ROUTES[place][1] in FIRST_PAGES:
        return list(STATES)
    if hat in logins.OTHER_HATS:
        return ["own"]
    ruled = [state for state in STATES if state not in SAME]
    turn = PEOPLE.index((who, hat)) + place
    return ruled if (who, hat) in THOROUGH else [ruled[turn % len(ruled)]]


def _methods_tried(name: str, state: str) -> set[str]:
    """Reading where it can be read, else sending; to send what can be read too is tried where there is nothing to see."""
    return METHODS[name] if state == "none" else {"GET"} & METHODS[name] or {"POST"}


def _expected(name: str, who: str, hat: str, state: str) -> set[int]:
    if hat in logins.OTHER_HATS:
        return STOPPED
    if sees(who, hat, state):
        return OK | MISSING if name in NOT_HERS else OK
    return MISSING


def _by_role(visitor: Visitor, method: str, route: str) -> bool:
    """Whether the role is refused before anything is looked up: then what is not there at all is refused too."""
    return visitor.asks(method, valued(NAMED.sub(lambda _: str(uuid4()), route)))[0] in STOPPED


@pytest.mark.parametrize(
    ("who", "hat"), PEOPLE, ids=[f"{who}, {hat.removeprefix('oppvekst_desk_')}" for who, hat in PEOPLE]
)
def test_every_address(desk: Matrix, who: str, hat: str, capsys: pytest.CaptureFixture[str]) -> None:
    visitor, tried, wrong = desk.visitor(who, hat), Counter[str](), []
    for place, (route, name) in enumerate(ROUTES):
        for state in _states(who, hat, place):
            child = STATES[state]
            for method in _methods_tried(name, state):
                code, page = visitor.asks(method, desk.address(route, state))
                tried[method] += 1
                hidden = child in page if not sees(who, hat, state) else state == "strict" and HOME[state] in page
                right = code in _expected(name, who, hat, state) or (
                    code in STOPPED and _by_role(visitor, method, route)
                )
                if hidden or not right:
                    wrong.append((method, name, state, code, "vises" if hidden else ""))
    with capsys.disabled():
        sys.stdout.write(f"\n{who}, {hat.removeprefix('oppvekst_desk_')}: {tried.total()} adresser ")
    assert not wrong


@pytest.mark.parametrize(
    ("who", "hat"), PEOPLE, ids=[f"{who}, {hat.removeprefix('oppvekst_desk_')}" for who, hat in PEOPLE]
)
def test_every_list_and_search(desk: Matrix, who: str, hat: str) -> None:
    visitor, wrong = desk.visitor(who, hat), []
    for address in LISTS:
        _code, page = visitor.asks("GET", address)
        wrong += [(address, state) for state, name in STATES.items() if name in page and not sees(who, hat, state)]
    for state, name in STATES.items():
        # The address repeats what was typed: a hit is a line with the surname too.
        _code, page = visitor.asks("POST", "/sok/", q=name)
        if (f"{name} Moen" in page) != finds(who, hat, state):
            wrong.append(("/sok/", state))
    assert not wrong


def test_the_home_is_shown_where_nothing_protects_it(desk: Matrix) -> None:
    visitor = desk.visitor("Kari Nesheim", logins.CASE)
    shown = {
        state for state in STATES
        if HOME[state] in visitor.asks("GET", desk.address("/saker/<uuid:case_id>/mennesker/", state))[1]
    }  # fmt: skip
    assert shown == {"own", "emergency"}


# The same by direct SQL.

OF_CASES = """SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
  AND (column_name = 'case_id' OR table_name = 'cases_case' AND column_name = 'id') ORDER BY 1"""
# A reporter is answered by the intake's common list, whoever has the case: such a limit is no part of the file.
BUT = {"agenda_item": sql.SQL(" AND intake_queue IS NULL")}
# One's own grants and emergency accesses are one's own to read, also when they no longer open the case; a bar hides them.
OWN = {"access_grant": {"ended"}, "access_emergency": {"over"}}


def test_every_table_of_a_case_by_direct_sql(matrix: Matrix, capsys: pytest.CaptureFixture[str]) -> None:
    by_case = {str(named["case_id"]): state for state, named in matrix.ids.items()}
    with matrix.service.superuser() as superuser:
        tables = superuser.execute(OF_CASES).fetchall()
        there = {table: _found(superuser, table, column, by_case) for table, column in tables}
    wrong = []
    for who, hat in PEOPLE:
        for table, column in tables:
            with matrix.service.desk(who, hat) as connection:
                found = _found(connection, table, column, by_case)
            wanted = {state for state in there[table] if sees(who, hat, state)}
            if hat in logins.CASE_HATS and who != "Siri Nordli":
                wanted |= OWN.get(table, set())
            if found is not None and found != wanted and not (found < wanted and table == "journal_look"):
                wrong.append((who, hat, table, sorted(found ^ wanted)))
    with capsys.disabled():
        sys.stdout.write(f"\n{len(tables)} tabeller x {len(PEOPLE)} = {len(tables) * len(PEOPLE)} par ")
    assert not wrong


@pytest.mark.parametrize("login", [logins.PORTAL, logins.MYPAGE, logins.DOOR, logins.DESK])
def test_a_login_that_nobody_has_entered_with_sees_nothing_of_any_case(matrix: Matrix, login: str) -> None:
    with matrix.service.superuser() as superuser:
        tables = superuser.execute(OF_CASES).fetchall()
    for table, column in tables:
        with matrix.service.login(login) as connection:
            assert not _found(connection, table, column, {}), table


def test_no_hat_taken_without_a_session_opens_anything(matrix: Matrix) -> None:
    for hat in logins.ALL_HATS:
        with matrix.service.login(logins.DESK) as connection:
            connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(hat)))
            try:
                assert not connection.execute("SELECT * FROM cases_case").fetchall()
            except psycopg.errors.InsufficientPrivilege as refused:
                assert re.search("nobody has entered|permission denied", str(refused))


def _found(connection: psycopg.Connection, table: str, column: str, by_case: dict[str, str]) -> set[str] | None:
    """The states whose cases have rows here; None when the database refuses the question."""
    query = sql.SQL("SELECT DISTINCT {}::text FROM {} WHERE {} IS NOT NULL{}")
    named = sql.Identifier(column), sql.Identifier(table), sql.Identifier(column), BUT.get(table, sql.SQL(""))
    try:
        with connection.transaction():
            return {by_case.get(one, one) for (one,) in connection.execute(query.format(*named)).fetchall()}
    except psycopg.errors.InsufficientPrivilege:
        return None


def test_every_address_of_a_child_is_in_the_matrix() -> None:
    assert len(ROUTES) > 40
    assert all(METHODS[name] for _path, name in ROUTES)
    assert not [name for name in STATES.values() if re.search(name, str(django_settings.INSTALLED_APPS))]
    assert Concern._meta.get_field("case")
