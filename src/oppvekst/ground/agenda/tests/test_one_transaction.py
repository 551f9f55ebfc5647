"""One transaction a request: stored and then acknowledged, or undone; and the part one played is given back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.db import ProgrammingError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import path
from django.utils.timezone import now

from oppvekst.ground.access.models import Municipality, Staff
from oppvekst.ground.agenda.alarms import raise_alarm
from oppvekst.ground.agenda.models import Alarm
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import acting
from oppvekst.law.refusals import Incomplete
from tests.world import SOLVIK, World


def role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select current_user::text")
        return str(cursor.fetchone()[0])


def test_a_part_is_played_and_given_back(world: World) -> None:
    with acting("portal"):
        assert role() == logins.PORTAL
        with acting("worker"):
            assert role() == logins.WORKER
        assert role() == logins.PORTAL
    assert role() == logins.OWNER


def test_it_is_given_back_after_an_error_too(world: World) -> None:
    with acting("portal"):
        with pytest.raises(ZeroDivisionError), acting("worker"):
            assert 1 / 0
        assert role() == logins.PORTAL
    assert role() == logins.OWNER


def test_it_is_given_back_when_what_was_done_is_undone(world: World) -> None:
    with acting("portal"):
        with acting("worker"):
            transaction.set_rollback(True)
        assert role() == logins.PORTAL


def test_who_entered_leaves_with_the_part(world: World) -> None:
    token = world.token("Kari Nesheim")
    with acting("desk", token):
        assert Staff.objects.exists()
    with acting("desk"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Staff.objects.count()


def test_one_person_after_another_on_the_same_connection_are_two_persons(world: World) -> None:
    seen = []
    for name in ("Kari Nesheim", "Marit Solheim", "Siri Nordli"):
        with world.as_(name) as actor:
            seen.append((actor.name, role(), actor.municipality))
    assert seen == [
        ("Kari Nesheim", logins.INTAKE, SOLVIK),
        ("Marit Solheim", logins.WIDE, SOLVIK),
        ("Siri Nordli", logins.INTAKE, 9997),
    ]


def test_a_setting_that_was_once_used_reads_as_empty_and_stops_nobody(world: World) -> None:
    """After its first local use a custom setting is '' and not NULL: nothing of ours reads one as a number."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.actor', 'x', true), set_config('app.municipality', '', true)")
    with world.as_("Kari Nesheim") as kari:
        assert kari.municipality == SOLVIK
    with connection.cursor() as cursor:
        cursor.execute(
            "select prosrc from pg_proc where pronamespace = 'access'::regnamespace and prosrc ~ 'current_setting'"
        )
        assert all("nullif(current_setting('role'), 'none')" in source for (source,) in cursor.fetchall())


# Requests. Each view raises an alarm first: whether it is there afterwards tells whether the request counted.


def _stores() -> None:
    raise_alarm(uuid4(), kind="danger", words="Logg inn.", municipality=SOLVIK, at=now())


def answers(status: int) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        _stores()
        return HttpResponse(status=status)

    return view


def raises(error: Exception) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        _stores()
        raise error

    return view


def streams(request: HttpRequest) -> HttpResponseBase:
    _stores()
    rows: Iterator[str] = (home.name for home in Municipality.objects.order_by("number").iterator())
    return StreamingHttpResponse(rows)


def streams_no_rows(request: HttpRequest) -> HttpResponseBase:
    _stores()
    response = StreamingHttpResponse(iter(["fil"]))
    response.reads_no_rows = True  # type: ignore[attr-defined]
    return response


def late(request: HttpRequest) -> HttpResponseBase:
    """A page that asks the database when it is rendered."""
    template = engines["django"].from_string("{{ who }}: {% for home in homes %}{{ home.name }} {% endfor %}")
    return SimpleTemplateResponse(template, {"who": role, "homes": Municipality.objects.order_by("number")})


urlpatterns = [
    path("200/", answers(200)),
    path("302/", answers(302)),
    path("404/", answers(404)),
    path("422/", answers(422)),
    path("500/", answers(500)),
    path("503/", answers(503)),
    path("breaks/", raises(ZeroDivisionError())),
    path("not-found/", raises(Http404())),
    path("refuses/", raises(Incomplete({"name": "Skriv navnet."}))),
    path("streams/", streams),
    path("streams-no-rows/", streams_no_rows),
    path("late/", late),
]


@pytest.fixture
def browser(world: World, settings: LazySettings) -> Client:
    settings.ROOT_URLCONF, settings.FACE = __name__, "portal"
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", ["200", "302", "404", "422", "streams-no-rows"])
def test_what_was_answered_is_stored(browser: Client, address: str) -> None:
    browser.get(f"/{address}/")
    assert Alarm.objects.count() == 1


@pytest.mark.parametrize("address", ["500", "503", "breaks", "not-found", "refuses", "streams"])
def test_what_went_wrong_is_not(browser: Client, address: str) -> None:
    assert browser.get(f"/{address}/").status_code >= 400
    assert Alarm.objects.count() == 0


def test_rows_are_not_sent_after_the_transaction(browser: Client) -> None:
    """They would be read by a login without privileges, or not at all."""
    answer = browser.get("/streams/")
    assert (answer.status_code, answer.streaming) == (500, False)


def test_a_page_is_rendered_inside_the_transaction(browser: Client) -> None:
    assert browser.get("/late/").content.decode() == f"{logins.PORTAL}: Nordvåg Solvik "


def test_after_a_request_nobody_is_anybody(browser: Client) -> None:
    for address in ("200", "breaks", "500"):
        browser.get(f"/{address}/")
        assert role() == logins.OWNER
