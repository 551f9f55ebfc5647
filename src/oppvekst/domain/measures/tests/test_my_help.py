"""My page: the help that goes on, to the child and to each parent who is told of it, and the child's words to the child alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import Addressee
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import MONDAY, signed
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Evaluation, GoalSeen, Measure
from oppvekst.domain.measures.queries import goals_of
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.ground.access import visits
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.law.identity import Sex, synthetic
from tests.desk import words
from tests.house.page_lint import lint
from tests.world import SOLVIK, World

AMALIE, SMALL = synthetic(date(2010, 9, 3), Sex.FEMALE, 3), synthetic(date(2017, 9, 3), Sex.FEMALE, 3)
ANITA, ROAR, STRANGER = (
    synthetic(date(1985, 4, 1), Sex.FEMALE, 3), synthetic(date(1984, 2, 1), Sex.MALE, 3),
    synthetic(date(1979, 1, 2), Sex.MALE, 3),
)  # fmt: skip
BEGAN, LOOKED = datetime(2026, 6, 1, 8, 0, tzinfo=UTC), datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
OWN_WORDS, TITLE, GOAL = "Jeg vil ha døra mi i fred.", "Familieterapi hjemme", "Hjemme til avtalt tid"
HUSH = "Bare tre kvelder."


@pytest.fixture
def page(settings: Any, world: World) -> Callable[[str], Client]:
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}

    def opened(number: str) -> Client:
        client = Client(headers={"sec-fetch-site": "same-origin"})
        with acting("mypage"):
            client.cookies[VISIT] = visits.start(number, municipality=SOLVIK, level="idporten-loa-high")
        return client

    return opened


def helped(world: World, number: str = AMALIE, category: str = "3.3", *, father: bool = True) -> UUID:
    """Help that was looked at once, with My page open for the whole family; her case at Kari's."""
    with world.as_("Kari Nesheim") as kari:
        child = Details(given_name="Amalie", family_name="Tveit", number=number, environment="test")
        case = cases.open_case(child, by=kari, at=MONDAY)
        for name, one, part in (("Anita", ANITA, Party.Part.MOTHER), ("Roar", ROAR, Party.Part.FATHER)):
            who = Details(given_name=name, family_name="Tveit", number=one, environment="test")
            cases.add_party(
                case.id, who, part, by=kari, at=MONDAY, parental_responsibility=part == Party.Part.MOTHER or father,
                lives_with_child=part == Party.Part.MOTHER or father, source="Folkeregisteret",
            )  # fmt: skip
        for party in Party.objects.filter(case=case):
            cases.open_my_page(case.id, party.person_id, by=kari, at=MONDAY)
    decision = signed(world, case.id, terms=decisions.Terms(kind=Kind.MEASURE, category=category))
    with world.as_("Kari Nesheim") as kari:
        wanted = actions.Help(category=category, title=TITLE, provider_name="Anja Brekke", ends_on=date(2027, 12, 31))
        measure = actions.open_measure(case.id, wanted, by=kari, at=MONDAY)
        goal = actions.set_goal(measure.id, GOAL, "Klokka 22.", by=kari, at=MONDAY)
        plan = actions.Written(content="Hver tirsdag.", child_words=OWN_WORDS, parents_words="Vi vil ha ro.")
        actions.write_plan(measure.id, plan, by=kari, at=MONDAY)
        actions.ask_consent(measure.id, by=kari, at=MONDAY)
        actions.decide(measure.id, decision.id, by=kari, at=MONDAY)
        actions.start(measure.id, on=BEGAN.date(), by=kari, at=BEGAN)
        said = actions.Looked(
            on=LOOKED.date(), works="Ja.", new_needs="Nei.", care_grounds="Nei.", outcome=Evaluation.Outcome.CONTINUE,
            child_heard=True, child_words="Hemmelig for mor.", parents_heard=True,
        )  # fmt: skip
        actions.evaluate(measure.id, said, [actions.Seen(goal.id, GoalSeen.Stand.MUCH, HUSH)], by=kari, at=LOOKED)
        assert goals_of(measure.id)
    sent(decision.id, at=MONDAY)
    return measure.id


def sent(decision: UUID, *, at: datetime | None) -> None:
    """The decision has gone to each of them, or not yet."""
    with acting("owner"):
        Addressee.objects.filter(decision_id=decision).update(dispatched_at=at)


def person(name: str) -> Party:
    with acting("owner"):
        return Party.objects.get(person__given_name=name)


def read(client: Client, measure: UUID) -> str:
    answer = client.get(f"/hjelp/{measure}/")
    assert answer.status_code == 200
    assert lint(str(answer.content, "utf-8"), "/hjelp/") == []
    return words(str(answer.content, "utf-8"))


def sees(client: Client, measure: UUID) -> bool:
    """Whether it stands on the first page, which agrees with its own."""
    listed = str(measure) in str(client.get("/").content, "utf-8")
    assert client.get(f"/hjelp/{measure}/").status_code == (200 if listed else 404)
    return listed


def test_a_mother_reads_what_it_is_who_comes_and_how_the_goals_went_but_not_her_daughters_words(
    page: Any, world: World
) -> None:
    measure = helped(world)
    told = read(page(ANITA), measure)
    for part in (TITLE, "Hjelp til Amalie og familien.", "Anja Brekke", "Hver tirsdag.", GOAL, "mye bedre", HUSH):
        assert part in told
    assert not any(part in told for part in (OWN_WORDS, "Hemmelig for mor.", "Vi vil ha ro."))


def test_a_girl_of_fifteen_reads_it_too_with_her_own_words(page: Any, world: World) -> None:
    measure = helped(world)
    told = read(page(AMALIE), measure)
    assert all(part in told for part in ("Hjelp til deg og familien din.", GOAL, "mye bedre", HUSH, OWN_WORDS))
    assert not sees(page(STRANGER), measure)
    assert page(AMALIE).get(f"/hjelp/{uuid4()}/").status_code == 404


def test_a_girl_of_nine_reads_the_goals_and_her_words_and_not_what_the_grown_ups_wrote(page: Any, world: World) -> None:
    measure = helped(world, SMALL)
    told = read(page(SMALL), measure)
    assert all(part in told for part in (GOAL, "mye bedre", OWN_WORDS))
    assert not any(part in told for part in (HUSH, "Hver tirsdag."))


def test_a_father_who_is_not_told_sees_nothing_and_one_only_informed_sees_that_there_is_help(
    page: Any, world: World
) -> None:
    measure = helped(world)
    with acting("owner"):
        Addressee.objects.filter(name__startswith="Roar").update(standing="informed")
    told = read(page(ROAR), measure)
    assert TITLE in told
    assert not any(part in told for part in (GOAL, "Anja Brekke", "Hver tirsdag."))
    with world.as_("Marit Solheim") as marit:
        father = person("Roar")
        cases.keep_uninformed(
            father.case_id, father.person_id, reasons="Fare for mor.", review_on=date(2027, 1, 4), by=marit, at=LOOKED
        )
    assert not sees(page(ROAR), measure)
    assert sees(page(ANITA), measure)


def test_a_father_without_responsibility_sees_nothing(page: Any, world: World) -> None:
    measure = helped(world, father=False)
    assert not sees(page(ROAR), measure)
    assert sees(page(ANITA), measure)


def test_what_is_held_back_from_the_parents_the_child_still_has(page: Any, world: World) -> None:
    measure = helped(world)
    with world.as_("Kari Nesheim") as kari:
        cases.hold(person("Amalie").case_id, "Avhør.", by=kari, at=LOOKED)
    assert (sees(page(ANITA), measure), sees(page(AMALIE), measure)) == (False, True)


def test_a_test_of_drugs_is_an_appointment_to_whoever_reads(page: Any, world: World) -> None:
    measure = helped(world, SMALL, "5.4")
    for who in (ANITA, SMALL):
        told = read(page(who), measure)
        assert all(part in told for part in ("Avtaler", "Ingen avtale er satt opp nå."))
        assert not any(
            part in told for part in (TITLE, "Dette er hjelpen", "Ruskontroll", GOAL, "mye bedre", OWN_WORDS)
        )


def test_where_an_address_is_protected_only_the_registers_word_stands(page: Any, world: World) -> None:
    measure = helped(world)
    with acting("owner"):
        child = person("Amalie").person
        child.protection = Protection.CONFIDENTIAL
        child.save(update_fields=["protection"])
    told = read(page(ANITA), measure)
    assert "FFT" in told
    assert not any(part in told for part in (TITLE, GOAL, "Anja Brekke"))


def test_nothing_is_read_of_it_before_the_decision_has_gone_to_the_parent(page: Any, world: World) -> None:
    measure = helped(world)
    with acting("owner"):
        decision = Measure.objects.get(id=measure).decision_id
    assert decision
    sent(decision, at=None)
    assert page(ANITA).get(f"/hjelp/{measure}/").status_code == 404


def test_what_the_tribunal_ordered_is_told_to_a_parent_as_help_and_no_more(page: Any, world: World) -> None:
    measure = helped(world)
    with acting("owner"):
        Measure.objects.filter(id=measure).update(by_order=True, decision=None)
    told = read(page(ANITA), measure)
    assert GOAL not in told
    assert "Hver tirsdag." not in told
