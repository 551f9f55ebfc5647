"""What is measured: pages as they are asked for at the desk, a concern that comes in, sealing and checking the journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.db.models import Count, Q
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.faces.cli.bench.catalogue import fill_catalogue
from oppvekst.faces.cli.bench.floors import Scope, floor_of
from oppvekst.faces.cli.bench.measuring import Asked, Result, Timing, beside, listening, put_on, quarter, timed
from oppvekst.ground.access import sessions
from oppvekst.ground.access.actor import public
from oppvekst.ground.access.models import Duty, Staff
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import COOKIE, acting
from oppvekst.ground.journal.models import Entry, Look, Seal, Trail
from oppvekst.ground.journal.sealing import seal
from oppvekst.ground.journal.verifying import verify
from oppvekst.law.refusals import NotAllowed

FAMILIES, WHOLE_PAGES = 20, 12
OWN_PAGE = {"host": "localhost", "origin": "http://localhost", "sec-fetch-site": "same-origin"}
# Entering, leaving and asking who one is are the same whatever is asked afterwards, and are measured by themselves.
ENTERING = (
    "access.enter(",
    "access.leave(",
    "access.whoami(",
    "set_config(",
    "current_setting(",
    "savepoint",
    "release ",
    "rollback",
)
ROUNDS_OF_TRAILS = 3


@dataclass(frozen=True)
class Cast:
    """Those whose work is measured, in the largest municipality: a worker with about twenty cases, and those around her."""

    case: Case
    worker: Staff
    leader: Staff
    head: Staff
    intake: Staff
    concern: Concern | None

    @classmethod
    def found(cls) -> Cast:
        """Them, or a refusal when the database has no such service."""
        with acting("owner"):
            open_cases = Q(state=Case.State.OPEN) & ~Q(responsible=None)
            busy = (
                Case.objects.filter(open_cases)
                .values("municipality_id", "team_id", "responsible")
                .annotate(n=Count("id"))
            )
            if not busy:
                raise NotAllowed("Det er ingen tjeneste å måle her. Fyll databasen med «oppvekst synth» først.")
            largest = (
                Case.objects.filter(open_cases).values("municipality_id").annotate(n=Count("id")).order_by("-n")[0]
            )
            theirs = [one for one in busy if one["municipality_id"] == largest["municipality_id"]]
            one = min(theirs, key=lambda each: (abs(each["n"] - FAMILIES), str(each["responsible"])))
            return cls._around(one)

    @classmethod
    def _around(cls, one: Mapping[str, Any]) -> Cast:
        here = Duty.objects.filter(municipality_id=one["municipality_id"]).select_related("staff").order_by("staff_id")
        team = here.filter(team_id=one["team_id"])
        case = Case.objects.select_related("child").filter(responsible=one["responsible"], state=Case.State.OPEN)
        waiting = Concern.objects.filter(municipality_id=one["municipality_id"], concluded_at=None, own_house="")
        return cls(
            case=case.order_by("-opened_at", "id")[0], worker=Staff.objects.get(id=one["responsible"]),
            leader=team.filter(role__hat=logins.TEAM)[0].staff, head=here.filter(role__hat=logins.WIDE)[0].staff,
            intake=team.filter(role__hat=logins.INTAKE)[0].staff, concern=waiting.order_by("-received_at", "id").first(),
        )  # fmt: skip


def measured(rounds: int) -> tuple[list[Result], dict[str, int]]:
    """Every operation of docs/performance.md, and how large the database is. All of it is undone."""
    with transaction.atomic():
        cast = Cast.found()
        fill_catalogue(cast.case.municipality_id, at=timezone.now())
        pages = Pages(rounds)
        found = [pages.measured(*page) for page in _pages(cast)]
        found.append(_received(cast, rounds))
        found += [_sealing(), _verifying()]
        size = _size()
        transaction.set_rollback(True)
    return found, size


def _pages(cast: Cast) -> Iterator[tuple[str, str, Staff, str, str]]:
    """What, who, and the page; and what is searched for, which is posted: it stands in no address."""
    my_day, search = reverse("desk:my-day"), reverse("desk:search")
    case = reverse("desk:case", args=[cast.case.id])
    with_case = (("saksbehandler", cast.worker), ("teamleder", cast.leader), ("leder", cast.head))
    for who, staff in (*with_case, ("mottak", cast.intake)):
        yield "Min dag", who, staff, my_day, ""
    for who, staff in with_case:
        yield "Saken", who, staff, case, ""
    yield "Hvem kan hjelpe", "saksbehandler", cast.worker, reverse("desk:measure-help", args=[cast.case.id]), ""
    whole, prefix = cast.case.child.name, cast.case.child.family_name[:4]
    for name, words in (("Søk, helt navn", whole), ("Søk, starten av navnet", prefix)):
        for who, staff in (*with_case, ("mottak", cast.intake)):
            yield name, who, staff, search, words
    if cast.concern:
        yield "Bekymringsmeldingen", "mottak", cast.intake, reverse("desk:concern", args=[cast.concern.id]), ""


class Pages:
    """Asks the desk for pages as a browser would, and the database for what they asked."""

    def __init__(self, rounds: int) -> None:
        self.rounds, self.some = rounds, min(rounds, WHOLE_PAGES)
        self._tokens, self._form_mark = dict[str, str](), get_random_string(32)
        self._desk = BaseHandler()
        self._desk.load_middleware()

    def measured(self, name: str, who: str, staff: Staff, path: str, words: str) -> Result:
        """One page for one person."""
        token = self._token(staff)
        with listening() as heard:
            self._see(path, words, token)
        result = Result(
            name, who, whole_ms=quarter([timed(lambda: self._see(path, words, token)) for _ in range(self.some)])
        )
        result.entering_ms = quarter([timed(lambda: _enter_and_leave(token)) for _ in range(self.rounds)])
        with entered(token) as scope, connection.cursor() as cursor:
            # As the function that searches does, for the floor beside it.
            cursor.execute("select set_config('pg_trgm.word_similarity_threshold', '0.4', true)")
            for asked in filter(_counts, heard):
                floor = floor_of(asked, scope)
                result.timings.append(beside(asked, floor, role=scope.hat, owner=logins.OWNER, rounds=self.rounds))
        return result

    def _see(self, path: str, words: str, token: str) -> None:
        browser = RequestFactory(headers=OWN_PAGE)
        form = {"q": words, "csrfmiddlewaretoken": self._form_mark}
        request = browser.post(path, form) if words else browser.get(path)
        request.COOKIES |= {COOKIE: token, settings.CSRF_COOKIE_NAME: self._form_mark}
        with transaction.atomic():
            response = self._desk.get_response(request)
            transaction.set_rollback(True)
        if response.status_code != 200:
            raise RuntimeError(f"{path} svarte {response.status_code}")

    def _token(self, staff: Staff) -> str:
        if staff.subject not in self._tokens:
            with acting("door"):
                token = sessions.start(staff.subject, lasts=timedelta(hours=1))
            if token is None:
                raise NotAllowed("En av dem som skulle måles, har ingen tjeneste i dag.")
            self._tokens[staff.subject] = token
        return self._tokens[staff.subject]


def _enter_and_leave(token: str) -> None:
    with entered(token), connection.cursor() as cursor:
        cursor.execute("select * from access.whoami()")


def _counts(asked: Asked) -> bool:
    return not any(word in asked.statement.lower() for word in ENTERING)


@contextmanager
def entered(token: str) -> Iterator[Scope]:
    """As this person, for as long as it lasts; the scope is what she may see."""
    with connection.cursor() as cursor:
        cursor.execute("select access.enter(%s)", [token])
    try:
        yield Scope.entered()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("select access.leave()")
        put_on(logins.OWNER)


def _received(cast: Cast, rounds: int) -> Result:
    """A concern comes in by the portal, beside the same act by the owner, whose rows no policy asks about."""
    message = ConcernMessage(
        channel="portal", sender=Sender(who=Who.PUBLIC, code="11", name="Anja Holte", body="Solvik skole"), danger="no",
        children=(ReportedChild(name="Oppdiktet Barn"),), said=(Said("facts", "Måling.\n\nBare en måling."),),
    )  # fmt: skip
    by = public(cast.case.municipality_id)
    times: dict[str, list[float]] = {logins.PORTAL: [], logins.OWNER: []}
    for _ in range(rounds):
        for login, spent in times.items():
            with transaction.atomic():
                put_on(login)
                spent.append(timed(lambda: actions.receive(message, by=by, at=timezone.now())))
                transaction.set_rollback(True)
    timing = Timing("receive", quarter(times[logins.PORTAL]), quarter(times[logins.OWNER]))
    return Result("En melding kommer inn", "portalen", [timing])


def _sealing() -> Result:
    """Per entry: the newest seals are taken off and set again, beside reading the same rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_seal DISABLE TRIGGER USER")
        newest = Seal.objects.order_by("municipality_id", "trail", "-batch").distinct("municipality_id", "trail")
        cursor.execute("delete from journal_seal where id = any(%s)", [[each.id for each in newest]])
        last = {(each.municipality_id, each.trail): each for each in Seal.objects.order_by("batch")}
        made = list[Seal]()
        spent = timed(lambda: made.extend(seal(at=timezone.now())))
        rows = sum(each.rows for each in made)
        floor = sum(
            _reading(each.municipality_id, each.trail, last.get((each.municipality_id, each.trail))) for each in made
        )
        transaction.set_rollback(True)
    return _per_entry("Forsegling", rows, spent, floor)


def _verifying() -> Result:
    """Per entry: every digest is made anew, beside reading the same rows."""
    with acting("worker"):
        spent = timed(verify)
    with acting("owner"):
        rows = sum(model._default_manager.count() for model in (Entry, Look))
        floor = sum(_reading(None, trail, None) for trail in Trail.values)
    return _per_entry("journal verify", rows, spent, floor)


def _per_entry(name: str, rows: int, spent: float, floor: float) -> Result:
    each = max(rows, 1)
    return Result(name, "klokka", [Timing(name, spent / each, floor / each)], per="entry")


def _reading(municipality: int | None, trail: str, after: Seal | None) -> float:
    """How long PostgreSQL takes to hand over these rows."""
    table = {Trail.ENTRIES: Entry, Trail.LOOKS: Look}[Trail(trail)]._meta.db_table
    where = f"WHERE municipality_id = {municipality}" if municipality is not None else ""
    if after:
        where += f" AND (era, xact, no) > ({after.era}, '{after.xact}'::xid8, {after.no})"

    def read() -> None:
        with (
            connection.cursor() as cursor,
            cursor.cursor.copy(f"COPY (SELECT * FROM {table} {where}) TO STDOUT") as copy,
        ):
            for _ in copy:
                pass

    return timed(read)


def _size() -> dict[str, int]:
    with acting("owner"):
        return {model._meta.db_table: model._default_manager.count() for model in (Case, Concern, Entry, Look, Staff)}
