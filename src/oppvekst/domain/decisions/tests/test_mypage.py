"""My page: each reads her own copy and nobody else's, and nobody learns there whether anything else is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.test import Client

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions, jobs
from oppvekst.domain.decisions.models import Addressee, Copy, Decision
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.tests.family import MONDAY, signed
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import visits
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.identity import Sex, synthetic
from tests.desk import words
from tests.house.page_lint import lint
from tests.world import SOLVIK, World

HIGH = "idporten-loa-high"
EMIL = synthetic(date(2010, 9, 3), Sex.MALE)
LISE, MORTEN = synthetic(date(1985, 4, 1), Sex.FEMALE), synthetic(date(1984, 2, 1), Sex.MALE)
VILDE, STRANGER = synthetic(date(2009, 1, 5), Sex.FEMALE), synthetic(date(1979, 1, 2), Sex.MALE)
FRIDAY = datetime.fromisoformat("2026-05-22T09:00+02:00")
FAMILY = (
    ("Lise", LISE, Party.Part.MOTHER), ("Morten", MORTEN, Party.Part.FATHER), ("Vilde", VILDE, Party.Part.SIBLING),
)  # fmt: skip


@pytest.fixture
def decision(world: World) -> Decision:
    """Decided about Emil (15); My page is open for all of his family."""
    with world.as_("Kari Nesheim") as kari:
        child = Details(given_name="Emil", family_name="Nygård", number=EMIL, environment="test")
        case = cases.open_case(child, by=kari, at=MONDAY)
        for name, number, part in FAMILY:
            who = Details(given_name=name, family_name="Nygård", number=number, environment="test")
            cases.add_party(
                case.id, who, part, by=kari, at=MONDAY, parental_responsibility=part != Party.Part.SIBLING or None,
                lives_with_child=True, source="Folkeregisteret",
            )  # fmt: skip
        for party in Party.objects.filter(case=case):
            cases.open_my_page(case.id, party.person_id, by=kari, at=MONDAY)
    return signed(world, case.id)


@pytest.fixture
def sent(world: World, decision: Decision, tmp_path: Path) -> dict[str, Copy]:
    """Sent digitally to both parents and to Emil; Morten's copy lacks a paragraph."""
    found = {}
    with world.as_("Kari Nesheim") as kari:
        to = {one.name.split()[0]: one for one in Addressee.objects.filter(decision=decision)}
        actions.withhold(to["Morten"].id, "facts", 0, ground="fvl-19-2-a", reasons="Mors helse", by=kari, at=FRIDAY)
        for number, name in enumerate(("Lise", "Morten", "Emil")):
            found[name] = actions.dispatch(to[name].id, Route.DIGITAL, phone=f"0000991{number}", by=kari, at=FRIDAY)
    assert jobs.tell(at=FRIDAY, pager=FolderPager(tmp_path)) == 3
    return found


@pytest.fixture
def page(settings: Any, world: World) -> Callable[[str | None], Client]:
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}

    def opened(number: str | None) -> Client:
        client = Client(headers={"sec-fetch-site": "same-origin"})
        if number:
            with acting("mypage"):
                client.cookies[VISIT] = visits.start(number, municipality=SOLVIK, level=HIGH)
        return client

    return opened


@contextmanager
def by_sql(number: str) -> Iterator[Any]:
    with acting("mypage"):
        token = visits.start(number, municipality=SOLVIK, level=HIGH)
    with acting("mypage", token), connection.cursor() as cursor:
        yield cursor


def shown(answer: Any, address: str = "/") -> str:
    html = str(answer.content, "utf-8")
    assert answer.status_code == 200, html[:300]
    assert lint(html, address) == []
    return words(html)


def test_a_mother_reads_her_copy_the_last_day_to_appeal_and_how_it_was_counted(
    page: Any, sent: dict[str, Copy]
) -> None:
    lise = page(LISE)
    first = shown(lise.get("/"))
    assert "Hjelpetiltak" in first
    assert "Ikke lest ennå. " in first
    address = f"/vedtak/{sent['Lise'].id}/"
    read = shown(lise.get(address), address)
    assert "12. juni 2026" in read
    assert "Dette har vi bestemt for barnet." in read
    assert "Slik er fristen regnet" in read
    assert "lå klart, og varselet var sendt fredag 22. mai 2026" in read
    assert "Ikke lest ennå" not in shown(lise.get("/"))
    pdf = lise.get(f"{address}brev.pdf")
    assert (pdf.headers["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


def test_when_it_was_opened_is_kept_once_and_the_journal_says_it(
    page: Any, decision: Decision, sent: dict[str, Copy]
) -> None:
    lise = page(LISE)
    for _again in range(2):
        lise.get(f"/vedtak/{sent['Lise'].id}/")
    with acting("owner"):
        told = list(Entry.objects.filter(kind="decision.read").values_list("says", "subject"))
        assert told == [("Lise Nygård åpnet vedtaket på Min side: Hjelpetiltak.", decision.id)]
        assert Addressee.objects.get(id=sent["Lise"].addressee_id).opened_at
        assert Addressee.objects.get(id=sent["Morten"].addressee_id).opened_at is None
        assert Addressee.objects.get(id=sent["Lise"].addressee_id).appeal_due == date(2026, 6, 12)


def test_each_sees_her_own_and_what_is_withheld_is_on_no_page_of_his(page: Any, sent: dict[str, Copy]) -> None:
    address = f"/vedtak/{sent['Morten'].id}/"
    his = shown(page(MORTEN).get(address), address)
    assert "Dette bygger vi på for barnet." not in his
    assert "Her er noe utelatt. Regelen er forvaltningsloven § 19 andre ledd bokstav a." in his
    with by_sql(MORTEN) as cursor:
        cursor.execute("select told::text from decisions_copy")
        ((told,),) = cursor.fetchall()
    assert "Dette bygger vi på for barnet." not in told


@pytest.mark.parametrize(("who", "number"), [("faren", MORTEN), ("søsteren", VILDE), ("en fremmed", STRANGER)])
def test_another_s_address_answers_as_one_that_is_not_there(
    page: Any, sent: dict[str, Copy], who: str, number: str
) -> None:
    there, nowhere = (page(number).get(f"/vedtak/{one}/") for one in (sent["Lise"].id, uuid4()))
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert (
        words(str(there.content, "utf-8")).split("Referanse")[0]
        == words(str(nowhere.content, "utf-8")).split("Referanse")[0]
    )
    there, nowhere = (page(number).get(f"/vedtak/{one}/brev.pdf") for one in (sent["Lise"].id, uuid4()))
    assert (there.status_code, nowhere.status_code) == (404, 404)


def test_without_having_logged_in_every_address_leads_to_the_same_door(page: Any, sent: dict[str, Copy]) -> None:
    for one in (sent["Lise"].id, uuid4()):
        for end in ("", "brev.pdf"):
            answer = page(None).get(f"/vedtak/{one}/{end}")
            assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_the_sister_and_a_stranger_see_nothing_and_the_same(page: Any, sent: dict[str, Copy]) -> None:
    assert "Hjelpetiltak" not in shown(page(VILDE).get("/"))
    assert "Ingenting er delt med deg her" in shown(page(STRANGER).get("/"))
    for number, found in ((VILDE, 0), (STRANGER, 0), (LISE, 1), (EMIL, 1)):
        with by_sql(number) as cursor:
            cursor.execute("select count(id) from decisions_copy")
            assert cursor.fetchone() == (found,)


def test_by_sql_she_reads_the_copy_and_neither_the_case_nor_the_other_tables(sent: dict[str, Copy]) -> None:
    with by_sql(LISE) as cursor:
        for what in (
            "case_id from decisions_copy", "addressee_id from decisions_copy", "* from decisions_copy",
            "id from decisions_decision", "id from decisions_addressee", "id from decisions_withholding",
            "id from decisions_readynotice",
        ):  # fmt: skip
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(f"select {what}")
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("update decisions_copy set title = 'x'")


def test_nobody_opens_what_is_another_s(sent: dict[str, Copy]) -> None:
    with by_sql(MORTEN) as cursor:
        cursor.execute("select access.copy_opened(%s)", [sent["Lise"].id])
        assert cursor.fetchone() == (False,)
    with acting("owner"):
        assert Copy.objects.get(id=sent["Lise"].id).opened_at is None


def test_what_lies_unread_waits_while_all_is_held_back_and_the_child_reads_his(
    world: World, page: Any, decision: Decision, sent: dict[str, Copy]
) -> None:
    page(LISE).get(f"/vedtak/{sent['Lise'].id}/")
    with world.as_("Kari Nesheim") as kari:
        switch = cases.hold(decision.case_id, "Avhør er ikke holdt", by=kari, at=FRIDAY)
    assert page(MORTEN).get(f"/vedtak/{sent['Morten'].id}/").status_code == 404
    assert page(LISE).get(f"/vedtak/{sent['Lise'].id}/").status_code == 200
    assert page(EMIL).get(f"/vedtak/{sent['Emil'].id}/").status_code == 200
    with world.as_("Kari Nesheim") as kari:
        cases.lift_hold(switch.id, "Avhøret er holdt", by=kari, at=FRIDAY)
    assert page(MORTEN).get(f"/vedtak/{sent['Morten'].id}/").status_code == 200


def test_a_father_whom_it_is_decided_not_to_tell_sees_it_no_more(
    world: World, page: Any, decision: Decision, sent: dict[str, Copy]
) -> None:
    person = _person(sent["Morten"])
    with world.as_("Tone Vik") as tone:
        cases.keep_uninformed(
            decision.case_id, person, reasons="Fare", review_on=date(2027, 8, 1), by=tone, at=FRIDAY + timedelta(days=1)
        )
    assert page(MORTEN).get(f"/vedtak/{sent['Morten'].id}/").status_code == 404


def test_a_page_that_is_closed_shows_nothing(
    world: World, page: Any, decision: Decision, sent: dict[str, Copy]
) -> None:
    lise = page(LISE)
    with world.as_("Kari Nesheim") as kari:
        cases.close_my_page(decision.case_id, _person(sent["Lise"]), by=kari, at=FRIDAY)
    assert lise.get(f"/vedtak/{sent['Lise'].id}/").status_code == 404


def _person(copy: Copy) -> UUID:
    with acting("owner"):
        found = Copy.objects.get(id=copy.id).person_id
    assert found
    return found
