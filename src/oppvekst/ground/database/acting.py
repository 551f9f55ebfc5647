"""One transaction a request, one proven actor in it, one hat (ADR 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseBase

from oppvekst.ground.database import logins

# With the prefix, a browser takes the cookie only over TLS, for this host alone and for all of it.
COOKIE = "__Host-desk" if settings.BEHIND_TLS else "desk"

# At My page the token is of a visit, and its holder wears no hat.
VISIT = "__Host-minside" if settings.BEHIND_TLS else "minside"
ENTER = {"mypage": "select access.enter_visit(%s)"}
LEAVE = {"mypage": "select access.leave_visit()"}
TOKENS = {"desk": COOKIE, "mypage": VISIT}
# Where a face asks another system who somebody is: no transaction may wait for the network.
CALLS_OUT = {"mypage": ("/logg-inn/", "/svar/")}


@contextmanager
def acting(face: str, token: str | None = None) -> Iterator[None]:
    """Act as a face's login, and, with a session's token, as the staff member and hat, or the visitor, it proves.

    Nested use (an act called from an act, a test with several persons) gives back the role it found.
    """
    nested = connection.in_atomic_block
    with transaction.atomic():
        was = _take_login(logins.login_of(face))
        if token:
            _ask(ENTER.get(face, "select access.enter(%s)"), token)
        yield
        if nested and not transaction.get_rollback():
            _give_back(was, leave=LEAVE.get(face, "select access.leave()") if token else "")


def _take_login(login: str) -> str:
    was, session = _ask("select current_setting('role'), session_user::text")
    if session != login:  # only the builder plays other parts than its own
        _ask("select set_config('role', %s, true)", login)
    return str(was)


def _give_back(role: str, *, leave: str) -> None:
    if leave:
        _ask(leave)
    _ask("select set_config('role', %s, true)", role)


def _ask(statement: str, *values: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return tuple(cursor.fetchone() or ())


class OneTransaction:
    """Middleware: the whole request in one transaction, committed before the answer is sent, undone if it failed.

    Stands outside every middleware that touches the database. «Stored, then acknowledged» rests on it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in CALLS_OUT.get(settings.FACE, ()):
            return self.get_response(request)
        with acting(settings.FACE, _token(request)):
            response = self.get_response(request)
            if response.status_code >= 500 or getattr(request, "undo", False):
                transaction.set_rollback(True)
            if response.streaming and not getattr(response, "reads_no_rows", False):
                raise RuntimeError("svaret leser rader etter at transaksjonen er slutt")
            return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """An error undoes everything the request did: Django has turned it into a page before we see it."""
        request.undo = True  # type: ignore[attr-defined]


def keep_token(response: HttpResponseBase, token: str, *, lasts: timedelta | None = None, name: str = COOKIE) -> None:
    """Give the browser a session's token, for so long or until it is closed: out of reach of scripts and of other sites.

    Lax, for one comes back to it by way of a log-in provider.
    """
    response.set_cookie(name, token, max_age=lasts, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)


def _token(request: HttpRequest) -> str | None:
    return request.COOKIES.get(TOKENS.get(settings.FACE, ""))
