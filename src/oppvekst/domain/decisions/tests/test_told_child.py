"""A child under 15 reads on its own page what was decided, why not all as it wished, and how to complain (bvl § 1-4)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import ChildTold, Decision
from oppvekst.domain.decisions.tests.family import MONDAY, signed
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import visits
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import Come, opened_desk, words
from tests.house.page_lint import lint
from tests.world import SOLVIK, World

KARI = "Kari Nesheim"
HILDE = synthetic(date(1985, 4, 1), Sex.FEMALE)
SAID = actions.ForChild(
    decided="Du og mamma får hjelp hjemme av Trine, hver tirsdag.", view="Du sa: «Jeg er redd når han drikker.» Det veide tungt.",
    why_not="Du ville bo hos mormor. Vi prøver hjelp hjemme først.",
)  # fmt: skip


@pytest.fixture
def case(world: World) -> UUID:
    with world.as_(KARI) as kari:
        made = cases.open_case(Details(given_name="Jakob", birth_date=date(2015, 3, 2)), by=kari, at=MONDAY)
        who = Details(given_name="Hilde", family_name="Moe", number=HILDE, environment="test")
        mother = cases.add_party(
            made.id,
            who,
            Party.Part.MOTHER,
            by=kari,
            at=MONDAY,
            parental_responsibility=True,
            lives_with_child=True,
            source="Folkeregisteret",
        )
        home = cases.Known(valid_from=date(2024, 8, 1), source="Folkeregisteret", checked_on=MONDAY.date())
        cases.note_residence(made.id, "one", home, person_id=mother.person_id, by=kari, at=MONDAY)
        cases.open_my_page(made.id, mother.person_id, by=kari, at=MONDAY)
    return made.id


@pytest.fixture
def decision(world: World, case: UUID) -> Decision:
    return signed(world, case)


def tell(world: World, decision: Decision, said: actions.ForChild = SAID) -> str:
    with world.as_(KARI) as kari:
        # A code lasts a week by the database's own clock.
        return actions.tell_child(decision.id, said, by=kari, at=timezone.now())


@pytest.fixture
def tablet(settings: Any, world: World) -> Client:
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
    return Client(headers={"sec-fetch-site": "same-origin"})


def come_in(client: Client, *, code: str = "", number: str = "") -> Client:
    with acting("mypage"):
        token = visits.start_by_code(code, municipality=SOLVIK) if code else visits.start(
            number, municipality=SOLVIK, level="idporten-loa-high"
        )  # fmt: skip
    assert token
    client.cookies[VISIT] = token
    return client


def test_by_the_code_it_reads_what_was_decided_why_and_how_to_complain(
    world: World, decision: Decision, tablet: Client
) -> None:
    come_in(tablet, code=tell(world, decision))
    assert "Det vi har bestemt" in words(str(tablet.get("/").content, "utf-8"))
    address = f"/til-deg/{ChildTold.objects.get().id}/"
    page = str(tablet.get(address).content, "utf-8")
    assert lint(page, address) == []
    for there in (SAID.decided, SAID.view, SAID.why_not, "statsforvalteren", "116 111"):
        assert there in words(page)


def test_the_mother_does_not_see_it_and_sql_shows_no_more(world: World, decision: Decision, tablet: Client) -> None:
    tell(world, decision)
    told = ChildTold.objects.get()
    hilde = come_in(tablet, number=HILDE)
    assert hilde.get(f"/til-deg/{told.id}/").status_code == 404
    assert "Det vi har bestemt" not in str(hilde.get("/").content, "utf-8")
    with acting("mypage", hilde.cookies[VISIT].value), connection.cursor() as cursor:
        cursor.execute("select count(id) from decisions_childtold")
        assert cursor.fetchone() == (0,)
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute("select written_by_name from decisions_childtold")


def test_before_it_is_signed_and_without_words_there_is_nothing_to_tell(world: World, decision: Decision) -> None:
    with pytest.raises(Incomplete) as stopped:
        tell(world, decision, actions.ForChild(decided=" ", view=""))
    assert set(stopped.value.fields) == {"decided", "view"}
    Decision.objects.filter(id=decision.id).update(state="lapsed")
    with pytest.raises(NotAllowed, match="undertegnet"):
        tell(world, decision)


def test_written_again_the_new_stands_alone_and_taken_back_it_is_gone(
    world: World, decision: Decision, tablet: Client
) -> None:
    tell(world, decision)
    code = tell(world, decision, actions.ForChild(decided="Du får hjelp.", view="Du sa ja."))
    assert ChildTold.objects.filter(taken_back_at=None).count() == 1
    assert ChildTold.objects.count() == 2
    child = come_in(tablet, code=code)
    told = ChildTold.objects.get(taken_back_at=None)
    assert child.get(f"/til-deg/{told.id}/").status_code == 200
    with world.as_(KARI) as kari:
        actions.take_back_from_child(decision.id, by=kari, at=MONDAY)
        with pytest.raises(NotAllowed, match="ligger ikke"):
            actions.take_back_from_child(decision.id, by=kari, at=MONDAY)
    assert child.get(f"/til-deg/{told.id}/").status_code == 404


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def test_at_the_desk_it_is_written_and_the_code_shown_once(desk: Come, decision: Decision) -> None:
    kari, place = desk(KARI), f"/vedtak/{decision.id}/til-barnet/"
    assert "Ingenting om dette vedtaket" in kari.see(place)
    assert "slik barnet forstår det" in kari.send(place, 422, decided="", view="Ja.", why_not="")
    shown = kari.send(place, 200, decided="Du får hjelp.", view="Du sa ja.", why_not="")
    assert "Vi viser den bare nå" in shown
    assert "På barnets side nå" in kari.see(place)
    assert kari.send(f"{place}ta-bort/") == place
    assert desk("Ola Brandvold").see(place, status=404)
