"""Unusual looks are questions with a reason, found by the clock, and answered by somebody else than the one who looked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.ground.access.models import Grant
from oppvekst.ground.access.service import appoint
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal import unusual
from oppvekst.ground.journal.looks import look
from oppvekst.ground.journal.models import Entry, Finding, Unusual
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotFound
from tests.desk import Come, opened_desk, words
from tests.world import LONG_AGO, SOLVIK, World

DAY = datetime(2026, 11, 24, 10, 0, tzinfo=OSLO)
NIGHT = datetime(2026, 11, 24, 2, 30, tzinfo=OSLO)
MARIT, EIVIND = "Marit Solheim", "Eivind Myrbakk"


@dataclass
class Service:
    """Kari's case about Emil Sunde in Fjordgata, and whoever looks at it."""

    world: World
    case_id: UUID
    cases: list[UUID] = field(default_factory=list)

    def looks(self, name: str, *, at: datetime = DAY, case_id: UUID | None = None, hat: str | None = None) -> None:
        with self.world.as_(name, hat) as who:
            look("case", by=who, at=at, subject=case_id or self.case_id, case_id=case_id or self.case_id)

    def found(self, *, today: datetime = DAY) -> set[tuple[str, str]]:
        """Kind and whose, of everything that is found this day."""
        with acting("worker"):
            unusual.find(SOLVIK, since=today - timedelta(days=3), before=today + timedelta(days=1), today=today.date())
        staff = {one.id: name for name, one in self.world.staff.items()}
        return {(one.kind, staff[one.actor]) for one in Finding.objects.all()}


@pytest.fixture
def service(world: World) -> Service:
    with world.as_("Kari Nesheim", "oppvekst_desk_case") as kari:
        details = Details(given_name="Emil", family_name="Sunde", address_lines=("Fjordgata 12 B",), postal_code="9998")
        case = actions.open_case(details, by=kari, at=DAY - timedelta(days=60), reason="assigned")
    return Service(world, case.id)


@pytest.fixture
def reviewer(world: World) -> str:
    appoint(world.staff[MARIT], "reviewer", municipality=world.solvik, since=LONG_AGO, decision="Kommunedirektøren")
    return MARIT


def test_whoever_has_the_case_is_asked_about_nothing(service: Service) -> None:
    service.looks("Kari Nesheim")
    assert service.found() == set()


def test_a_leader_who_has_nothing_to_do_in_the_case_is_asked_why(service: Service) -> None:
    service.looks(EIVIND)
    assert service.found() == {("no_reason", EIVIND)}


def test_one_who_has_done_something_in_the_case_is_not_asked(service: Service) -> None:
    with service.world.as_(EIVIND) as eivind:
        actions.hold(service.case_id, "Avhør er ikke holdt.", by=eivind, at=DAY - timedelta(days=2))
    service.looks(EIVIND)
    assert service.found() == set()


def test_the_same_family_name_as_somebody_in_the_case(service: Service) -> None:
    service.world.employ("Unni Sunde", service.world.solvik, "deputy")
    service.looks("Unni Sunde")
    assert ("name", "Unni Sunde") in service.found()


def test_the_street_one_lives_in_and_a_name_beside_ones_own(service: Service, reviewer: str) -> None:
    with service.world.as_(reviewer) as marit:
        staff = service.world.staff["Tone Vik"].id
        unusual.tie(staff, "street", "Fjordgata", by=marit, at=DAY)
        unusual.tie(staff, "name", "Sunde", by=marit, at=DAY)
    service.looks("Tone Vik")
    assert {("street", "Tone Vik"), ("name", "Tone Vik")} <= service.found()
    assert not [says for says in Entry.objects.values_list("says", flat=True) if "Fjordgata" in says]


def test_a_protected_address_is_compared_with_nothing(service: Service, reviewer: str) -> None:
    with service.world.as_("Kari Nesheim") as kari:
        hidden = Details(
            given_name="Tuva", family_name="Winther", address_lines=("Skjulgata 3",), protection=Protection.CONFIDENTIAL
        )
        case = actions.open_case(hidden, by=kari, at=DAY)
    with service.world.as_(reviewer) as marit:
        unusual.tie(service.world.staff[EIVIND].id, "street", "Skjulgata", by=marit, at=DAY)
    service.looks(EIVIND, case_id=case.id)
    assert ("street", EIVIND) not in service.found()


def test_at_night_unless_one_is_on_call(service: Service) -> None:
    service.looks("Kari Nesheim", at=NIGHT)
    service.looks("Bjørn Haugli", at=NIGHT)
    assert {one for one in service.found() if one[0] == "night"} == {("night", "Kari Nesheim")}


def test_after_the_access_had_ended(service: Service) -> None:
    grant = Grant.objects.create(
        municipality=service.world.solvik, staff=service.world.staff["Tone Vik"], case_id=service.case_id, reason="colleague",
        given_by=service.world.staff["Kari Nesheim"].id, given_at=DAY - timedelta(days=20), valid_to=DAY - timedelta(days=5),
    )  # fmt: skip
    service.looks("Tone Vik")
    assert service.found() == {("ended", "Tone Vik")}
    assert grant.valid_to


def test_many_cases_in_a_day_without_an_act_in_them(service: Service, reviewer: str) -> None:
    with service.world.as_(reviewer) as marit:
        few = unusual.Rule(Unusual.MANY, "", 3, valid_from=DAY.date(), words="Vi er en liten tjeneste.")
        unusual.decide(few, by=marit, at=DAY)
    with service.world.as_("Kari Nesheim") as kari:
        for number in range(3):
            case = actions.open_case(Details(given_name=f"Barn {number}"), by=kari, at=DAY - timedelta(days=40))
            look("case", by=kari, at=DAY, subject=case.id, case_id=case.id)
    assert service.found() == {("many", "Kari Nesheim")}
    assert Finding.objects.get().reason == "3 saker ble åpnet på én dag uten at noe ble gjort i dem."


def test_a_rule_the_service_has_switched_off_finds_nothing_from_that_day(service: Service, reviewer: str) -> None:
    with service.world.as_(reviewer) as marit:
        off = unusual.Rule(
            Unusual.NO_REASON, "", active=False, valid_from=DAY.date(), words="Stedfortreder går gjennom alle."
        )
        unusual.decide(off, by=marit, at=DAY)
    service.looks(EIVIND)
    assert service.found() == set()
    with service.world.as_(reviewer):
        assert unusual.rules(SOLVIK, today=DAY.date() - timedelta(days=1))["no_reason"].active
        assert not unusual.rules(SOLVIK, today=DAY.date())["no_reason"].active


def test_what_was_found_is_not_found_again_and_an_answer_stands(service: Service, reviewer: str) -> None:
    service.looks(EIVIND)
    service.found()
    with service.world.as_(reviewer) as marit:
        unusual.answer(Finding.objects.get().id, "explained", "Han forberedte et møte.", by=marit, at=DAY)
    service.found()
    finding = Finding.objects.get()
    assert (finding.answer, finding.answered_by_name) == ("explained", MARIT)
    entry = Entry.objects.get(kind="look.explained")
    assert "Han forberedte et møte." in entry.says and entry.case_id is None


def test_nobody_answers_for_herself_nor_without_words(service: Service, reviewer: str) -> None:
    service.looks(MARIT)
    service.found()
    finding = Finding.objects.get()
    with service.world.as_(reviewer) as marit:
        with pytest.raises(NotFound, match="gjelder deg selv"):
            unusual.answer(finding.id, "explained", "Det var meg.", by=marit, at=DAY)
        with pytest.raises(Incomplete):
            unusual.answer(finding.id, "explained", " ", by=marit, at=DAY)
        changed = Finding.objects.filter(id=finding.id).update(answer="explained", answered_by=marit.person)
        assert changed == 0


@pytest.mark.parametrize("name", ["Kari Nesheim", "Tone Vik", EIVIND, "Bjørn Haugli"])
def test_nobody_but_the_reviewer_reads_or_writes_findings(service: Service, name: str) -> None:
    service.looks(EIVIND)
    service.found()
    with service.world.as_(name) as who:
        assert not Finding.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            unusual.LookRule.objects.create(
                municipality_id=SOLVIK, kind="night", active=False, valid_from=DAY.date(), words="x",
                decided_by=who.staff_id, decided_at=DAY,
            )  # fmt: skip


def test_the_worker_learns_no_name_and_no_street(service: Service) -> None:
    with acting("worker"), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        list(Case.objects.select_related("child").values_list("child__family_name"))


def test_at_the_desk_the_reviewer_asks_and_writes_what_came_of_it(
    service: Service, reviewer: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.looks(EIVIND)
    service.found()
    desk: Come = opened_desk(service.world, settings, monkeypatch, at=DAY)
    marit, finding = desk(reviewer), Finding.objects.get()
    page = words(marit.see("/innsyn/"))
    assert "Innsyn som bør forklares 1 Eivind Myrbakk sak 2026-0001" in page
    place = f"/innsyn/funn/{finding.id}/"
    assert "Skriv hva forklaringen er" in words(marit.send(place, status=422, outcome="followed_up", words=""))
    after = words(marit.see(marit.send(place, outcome="followed_up", words="Vi tar det opp i medarbeidersamtalen.")))
    assert "Svaret er skrevet ned" in after and "Innsyn som bør forklares" not in after
    assert desk(EIVIND).client.get(place).status_code == 409
    rules = marit.see("/innsyn/regler/")
    assert "tolkning C" in words(rules)
    told = {
        "kind": "night",
        "active": "yes",
        "amount": "22",
        "valid_from": "24.11.2026",
        "words": "Vi har kveldsvakt til ti.",
    }
    assert "Vi har kveldsvakt til ti." in words(marit.see(marit.send("/innsyn/regler/", **told)))
    tie = {"egen__staff": str(service.world.staff[EIVIND].id), "egen__kind": "street", "egen__value": "Fjordgata"}
    assert "Fjordgata" not in words(marit.see(marit.send("/innsyn/regler/tilknytning/", **tie)))
