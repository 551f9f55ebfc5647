"""My page: in by a real ID-porten or a code handed over; nobody learns there whether somebody is known to the service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from oidc_provider_mock import User, app

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case, MyPage, Party
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import IdentityNumber, Person
from oppvekst.faces.mypage.levels import HIGH, SUBSTANTIAL
from oppvekst.ground.access import visits
from oppvekst.ground.access.ways_in import Visit
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotAllowed, NotFound
from tests.desk import TUESDAY, words
from tests.house.page_lint import lint
from tests.house.test_door import Provider, choose, running
from tests.world import SOLVIK, World

HILDE, IDA, UNKNOWN = (
    synthetic(date(1985, 4, 1), Sex.FEMALE), synthetic(date(2011, 3, 9), Sex.FEMALE), synthetic(date(1979, 1, 2), Sex.MALE),
)  # fmt: skip
PERSONS = {
    "hilde": (HILDE, HIGH),
    "hilde-minid": (HILDE, SUBSTANTIAL),
    "ida": (IDA, SUBSTANTIAL),
    "ukjent": (UNKNOWN, HIGH),
}
TABLES = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"""


@dataclass
class Family:
    """Ida's case at Kari's, with her mother in it."""

    case_id: UUID
    ida: UUID
    hilde: UUID


@pytest.fixture
def family(world: World) -> Family:
    with world.as_("Kari Nesheim") as kari:
        case = actions.open_case(
            Details(given_name="Ida", family_name="Strand Vik", number=IDA, environment="test"), by=kari, at=TUESDAY
        )
        mother = actions.add_party(
            case.id, Details(given_name="Hilde", family_name="Vik", number=HILDE, environment="test"),
            Party.Part.MOTHER, by=kari, at=TUESDAY,
        )  # fmt: skip
    return Family(case.id, case.child_id, mother.person_id)


@pytest.fixture
def idporten(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    users = [User(sub=name, claims={"pid": pid, "acr": acr}) for name, (pid, acr) in PERSONS.items()]
    with running(Provider(app(user_claims=users, require_nonce=True).wsgi_app)) as found:
        yield found


@pytest.fixture
def visitor(idporten: Provider, settings: Any, world: World) -> Client:
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": idporten.url, "client_id": "minside", "client_secret": "hemmelig"}
    settings.MYPAGE_URL, settings.DEMO = "http://testserver/", True
    return Client(headers={"sec-fetch-site": "same-origin"})


def opens(world: World, family: Family, *persons: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        for person in persons:
            actions.open_my_page(family.case_id, person, by=kari, at=TUESDAY)


def logs_in(visitor: Client, who: str, som: str = "voksen", til: str = "/") -> Any:
    """By way of ID-porten and back."""
    away = visitor.get("/logg-inn/", {"som": som, "til": til})
    assert away.status_code == 302
    back = choose(away.headers["Location"], sub=who)
    return visitor.get(back.replace("http://testserver", ""))


def page(visitor: Client, address: str = "/") -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200
    html = str(answer.content, "utf-8")
    assert lint(html, address) == []
    return words(html)


def test_a_mother_comes_in_on_level_high_and_is_told_who_she_is_here(
    visitor: Client, world: World, family: Family
) -> None:
    opens(world, family, family.hilde)
    answer = logs_in(visitor, "hilde")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    shown = page(visitor)
    assert "Hei, Hilde" in shown
    assert "Du er mor til Ida." in shown
    assert "Ingenting er delt med deg her" in shown


def test_a_mother_on_a_lower_level_is_refused_in_kind_words(visitor: Client, world: World, family: Family) -> None:
    opens(world, family, family.hilde)
    answer = logs_in(visitor, "hilde-minid")
    shown = words(str(answer.content, "utf-8"))
    assert answer.status_code == 403
    assert "Du må logge inn på en sikrere måte" in shown
    assert "Har du ikke noe av det, så ring oss" in shown
    assert VISIT not in answer.cookies
    assert logs_in(visitor, "hilde").status_code == 302


def test_a_child_comes_in_without_asking_the_parents_for_bankid(visitor: Client, world: World, family: Family) -> None:
    opens(world, family, family.ida)
    assert logs_in(visitor, "ida", som="barn").status_code == 302
    assert "Hei, Ida" in page(visitor)
    assert "Du er den det handler om." in page(visitor)


def test_id_porten_is_told_how_sure_it_must_be(visitor: Client) -> None:
    for som, level in (("voksen", HIGH), ("barn", SUBSTANTIAL), ("noe annet", HIGH)):
        assert f"acr_values={level}" in visitor.get("/logg-inn/", {"som": som}).headers["Location"]


def test_known_with_nothing_opened_and_quite_unknown_look_the_same(visitor: Client, family: Family) -> None:
    assert logs_in(visitor, "hilde").status_code == 302
    known = page(visitor)
    assert logs_in(visitor, "ukjent").status_code == 302
    assert page(visitor) == known
    assert "Ingenting er delt med deg her" in known
    assert "Ida" not in known


def test_each_sees_her_own_and_closed_is_closed(visitor: Client, world: World, family: Family) -> None:
    opens(world, family, family.hilde, family.ida)
    logs_in(visitor, "hilde")
    assert "Hei, Hilde" in page(visitor)
    with world.as_("Kari Nesheim") as kari:
        actions.close_my_page(family.case_id, family.hilde, by=kari, at=TUESDAY)
    assert "Hilde" not in page(visitor)


def test_logged_out_the_key_opens_nothing(visitor: Client, world: World, family: Family) -> None:
    opens(world, family, family.hilde)
    logs_in(visitor, "hilde")
    token = visitor.cookies[VISIT].value
    assert visitor.post("/logg-ut/", {"til": "/"}).headers["Location"] == "/?ut=1"
    visitor.cookies[VISIT] = token
    assert visitor.get("/").headers["Location"] == "/?slutt=1"
    assert "Innloggingen er over" in page(visitor, "/?slutt=1")


def test_a_visit_nobody_uses_is_over_and_none_is_longer_than_two_hours(visitor: Client) -> None:
    logs_in(visitor, "ukjent")
    visit = Visit.objects.get()
    assert visit.ends_at - visit.started_at == visits.LASTS
    visit.until -= timedelta(minutes=16)
    visit.save()
    assert visitor.get("/").headers["Location"] == "/?slutt=1"


def test_cancelling_and_a_stale_answer_are_told_in_words(visitor: Client) -> None:
    back = choose(visitor.get("/logg-inn/").headers["Location"], action="deny")
    assert "Innloggingen er avbrutt" in words(str(visitor.get(back.replace("http://testserver", "")).content, "utf-8"))
    assert visitor.get("/svar/", {"state": "x", "code": "y"}).status_code == 400


def test_when_id_porten_is_down_the_page_says_so(visitor: Client, settings: Any) -> None:
    settings.IDPORTEN = {**settings.IDPORTEN, "issuer": "http://127.0.0.1:9"}
    assert visitor.get("/logg-inn/").status_code == 503


def test_the_page_comes_back_in_the_language_one_left_it_in(visitor: Client) -> None:
    assert logs_in(visitor, "ukjent", til="/nn/").headers["Location"] == "/nn/"
    assert logs_in(visitor, "ukjent", til="https://ond.example/").headers["Location"] == "/"


def test_the_identity_number_is_in_no_page_address_log_or_table(
    visitor: Client, world: World, family: Family, caplog: pytest.LogCaptureFixture
) -> None:
    opens(world, family, family.hilde)
    answers = [logs_in(visitor, "hilde"), visitor.get("/"), logs_in(visitor, "hilde-minid")]
    for answer in answers:
        told = str(answer.content, "utf-8") + str(answer.headers) + str(answer.cookies)
        assert HILDE not in told
    assert HILDE not in caplog.text
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(string_agg(to_jsonb(v)::text, ' '), '') from access_visit v")
        assert HILDE not in cursor.fetchone()[0]


# By a code


def test_a_child_comes_in_once_by_a_code_that_was_handed_over(visitor: Client, world: World, family: Family) -> None:
    opens(world, family, family.ida)
    with world.as_("Kari Nesheim") as kari:
        code = actions.give_code(family.case_id, family.ida, by=kari, at=visits_now())
    assert visitor.post("/kode/", {"kode": f" {code.upper()} "}).status_code == 302
    assert "Hei, Ida" in page(visitor)
    again = Client().post("/kode/", {"kode": code})
    assert again.status_code == 403
    assert "Koden virker ikke" in words(str(again.content, "utf-8"))
    told = Entry.objects.filter(case_id=family.case_id, kind__startswith="mypage.").values_list("kind", flat=True)
    assert sorted(told) == ["mypage.code_given", "mypage.code_used", "mypage.opened"]


def test_a_code_older_than_a_week_and_one_that_was_replaced_open_nothing(
    visitor: Client, world: World, family: Family
) -> None:
    opens(world, family, family.ida)
    with world.as_("Kari Nesheim") as kari:
        old = actions.give_code(family.case_id, family.ida, by=kari, at=visits_now() - timedelta(days=7, minutes=1))
        assert visitor.post("/kode/", {"kode": old}).status_code == 403
        first = actions.give_code(family.case_id, family.ida, by=kari, at=visits_now())
        actions.give_code(family.case_id, family.ida, by=kari, at=visits_now())
    assert visitor.post("/kode/", {"kode": first}).status_code == 403


def test_adults_get_no_code_and_nobody_gets_one_to_a_page_that_is_not_open(world: World, family: Family) -> None:
    opens(world, family, family.hilde)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(NotAllowed, match="nivå høyt"):
            actions.give_code(family.case_id, family.hilde, by=kari, at=TUESDAY)
        with pytest.raises(NotFound):
            actions.give_code(family.case_id, family.ida, by=kari, at=TUESDAY)


def test_while_all_is_held_back_from_the_parents_the_childs_page_opens_and_theirs_do_not(
    world: World, family: Family
) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.hold(family.case_id, "Avhør er ikke holdt.", by=kari, at=TUESDAY)
        with pytest.raises(NotAllowed, match="holdes tilbake"):
            actions.open_my_page(family.case_id, family.hilde, by=kari, at=TUESDAY)
        actions.open_my_page(family.case_id, family.ida, by=kari, at=TUESDAY)


def test_the_code_itself_is_not_in_the_database(world: World, family: Family) -> None:
    opens(world, family, family.ida)
    with world.as_("Kari Nesheim") as kari:
        code = actions.give_code(family.case_id, family.ida, by=kari, at=TUESDAY)
    with connection.cursor() as cursor:
        cursor.execute("select to_jsonb(p)::text from cases_mypage p")
        assert code not in (row := cursor.fetchone()[0]) and code.replace("-", "") not in row


# By direct SQL, with the credentials of the process


def entered_as(who: str | None) -> Any:
    with acting("mypage"):
        token = visits.start(who or UNKNOWN, municipality=SOLVIK, level=HIGH)
    return acting("mypage", token)


def test_no_sql_of_my_page_shows_a_case_a_person_or_staff(world: World, family: Family) -> None:
    opens(world, family, family.hilde)
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = sorted(name for (name,) in cursor.fetchall() if not name.startswith(("django_", "procrastinate_")))
    public = ("access_municipality", "access_service", "information_", "prevention_group", "prevention_schoolcontact")
    seen = []
    with entered_as(HILDE), connection.cursor() as cursor:
        for table in tables:
            try:
                with transaction.atomic():
                    cursor.execute(f"select count(id) from {table}" if table != "access_municipality" else "select 1")
                    if cursor.fetchone()[0]:
                        seen.append(table)
            except ProgrammingError as error:
                assert "permission denied" in str(error)
    assert [table for table in seen if not table.startswith(public)] == ["cases_mypage"]


def test_of_her_own_row_she_reads_what_stands_on_the_page_and_not_the_case(world: World, family: Family) -> None:
    opens(world, family, family.hilde, family.ida)
    with entered_as(HILDE), connection.cursor() as cursor:
        cursor.execute("select called from cases_mypage")
        assert cursor.fetchall() == [("Hilde",)]
        for column in ("case_id", "person_id", "code_hash", "*"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(f"select {column} from cases_mypage")
    with entered_as(None), connection.cursor() as cursor:
        cursor.execute("select count(id) from cases_mypage")
        assert cursor.fetchone() == (0,)


def test_without_a_visit_my_page_is_refused_and_not_empty(world: World, family: Family) -> None:
    opens(world, family, family.hilde)
    with acting("mypage"), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="nobody has entered"), transaction.atomic():
            cursor.execute("select count(id) from cases_mypage")
        for model in (Case, Person, IdentityNumber, MyPage, Visit):
            with pytest.raises(ProgrammingError), transaction.atomic():
                list(model.objects.all())


@pytest.mark.parametrize("face", ["portal", "desk", "door", "worker"])
def test_no_other_face_opens_a_visit(world: World, face: str) -> None:
    with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        visits.start(HILDE, municipality=SOLVIK, level=HIGH)


def visits_now() -> Any:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def test_the_desk_shows_the_code_once_on_the_page_of_the_people(
    world: World, family: Family, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.desk import opened_desk

    kari = opened_desk(world, settings, monkeypatch)("Kari Nesheim")
    people = f"/saker/{family.case_id}/mennesker/"
    assert "Åpne Min side" in words(kari.see(people))
    kari.send(f"{people}{family.ida}/min-side/")
    shown = kari.send(f"{people}{family.ida}/min-side/kode/", 200)
    assert re.search(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", words(shown))
    assert "kode gitt" in words(kari.see(people))
    kari.send(f"{people}{family.ida}/min-side/steng/")
    assert "kode gitt" not in words(kari.see(people))
