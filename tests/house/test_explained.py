"""What is said of why somebody sees a case, or does not, is what the database then does: tried on service after service."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import sessions
from oppvekst.ground.access.explaining import RULES, explained, reasons, seen_in
from oppvekst.ground.access.models import Bar, Duty, Emergency, Grant, Role, Staff, Team
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import acting
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

NOW = timezone.now()
DAYS = (-40, -2, 3, 60)


@pytest.fixture
def jonas(world: World) -> Case:
    """Siri's case."""
    with world.as_("Siri Tveito") as siri:
        return actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY, reason="assigned")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def any_moment(chance: random.Random, *, none: float = 0.5) -> Any:
    return None if chance.random() < none else NOW + timedelta(days=chance.choice(DAYS))


def some_rows(world: World, chance: random.Random, staff: list[Staff], cases: list[Case], teams: list[Team]) -> None:
    """Duties, grants, bars, emergencies, teams and states, put together by chance."""
    roles = list(Role.objects.filter(municipality=world.solvik))
    for one in staff:
        for role in chance.sample(roles, chance.randint(1, 3)):
            until = any_moment(chance)
            Duty.objects.create(
                municipality=world.solvik, staff=one, role=role, team=chance.choice([*teams, None]), decision="prøvd",
                valid_from=(NOW + timedelta(days=chance.choice((-60, -3, -3, 4)))).date(), valid_to=until and until.date(),
            )  # fmt: skip
        for case in chance.sample(cases, 3):
            about = {"municipality": world.solvik, "staff": one, "case_id": case.id}
            kind = chance.choice(("grant", "bar", "emergency", "grant and bar", "bar and emergency"))
            if "grant" in kind:
                Grant.objects.create(
                    **about, reason=chance.choice(Grant.Reason.values), given_by=one.id, given_at=NOW,
                    valid_from=any_moment(chance), valid_to=any_moment(chance),
                )  # fmt: skip
            if "bar" in kind:
                Bar.objects.create(
                    **about, kind=chance.choice(Bar.Kind.values), words="prøvd", given_by=one.id, given_at=NOW,
                    ended_at=any_moment(chance, none=0.7),
                )  # fmt: skip
            if "emergency" in kind:
                Emergency.objects.create(
                    **about, kind="danger", words="prøvd", over_bar=chance.random() < 0.5, opened_at=NOW,
                    until=NOW + timedelta(days=chance.choice((-1, 1))), ended_at=any_moment(chance, none=0.8),
                )  # fmt: skip
    for case in cases:
        Case.objects.filter(id=case.id).update(
            team=chance.choice([*teams, None]), state=chance.choice(Case.State.values)
        )


def seen(token: str, hat: str) -> set[Any]:
    """The cases that a question without a condition answers, in that hat."""
    with acting("desk", token):
        assert sessions.change_hat(hat)
    try:
        with transaction.atomic(), acting("desk", token):
            return set(Case.objects.values_list("id", flat=True))
    except ProgrammingError:
        return set()


def test_the_reasons_agree_with_the_database_for_everybody_in_every_hat(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    tried: Counter[str] = Counter()
    with world.as_("Siri Tveito") as siri:
        cases = [
            actions.open_case(Details(given_name=name), by=siri, at=TUESDAY) for name in ("Ada", "Bo", "Cato", "Dina")
        ]
    teams = [world.team, Team.objects.create(municipality=world.solvik, name="Tiltak")]
    for seed in range(20):
        with transaction.atomic():
            chance = random.Random(seed)  # noqa: S311
            staff = [
                Staff.objects.create(service=world.solvik.service, name=f"Ansatt {place}", subject=f"a{seed}.{place}")
                for place in range(5)
            ]
            some_rows(world, chance, staff, cases, teams)
            for one in staff:
                _compare(one, cases, tried)
            transaction.set_rollback(True)
    with capsys.disabled():
        print(f"\n{sum(tried.values())} spørsmål, {tried['ser']} sett, {tried['ser ikke']} ikke sett ", end="")  # noqa: T201
    assert min(tried["ser"], tried["ser ikke"]) > 50


def _compare(one: Staff, cases: list[Case], tried: Counter[str]) -> None:
    with acting("door"):
        token = sessions.start(one.subject)
    told = {case.id: seen_in(reasons(one.id, case.id)) for case in cases}
    if token is None:
        assert not any(told.values())
        return
    for hat in next(iter(told.values())):
        there = seen(token, hat)
        for case in cases:
            assert told[case.id][hat] == (case.id in there), (hat, reasons(one.id, case.id))
            tried["ser" if case.id in there else "ser ikke"] += 1


def test_every_reason_has_its_words_and_its_section(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef('access.reasons(uuid, uuid)'::regprocedure)")
        source = cursor.fetchone()[0]
    named = {f"grant.{reason}" for reason in Grant.Reason.values} | {f"bar.{kind}" for kind in Bar.Kind.values}
    assert named <= set(RULES)
    assert all(f"'{rule}'" in source for rule in set(RULES) - named)


# Nobody is told of a case she may not know of.


def asked(world: World, who: str, number: str, about: str | None = None) -> list[tuple[str, str]]:
    with world.as_(who) as one:
        return [(reason.rule, reason.effect) for reason in explained(number, world.staff[about or who].id) if one]


def test_whoever_has_the_case_may_ask_about_any_colleague(world: World, jonas: Case) -> None:
    assert ("nothing", "refuses") in asked(world, "Siri Tveito", jonas.number, "Ola Brandvold")
    assert ("team", "gives") in asked(world, "Siri Tveito", jonas.number, "Tone Vik")
    assert ("role", "refuses") in asked(world, "Siri Tveito", jonas.number, "Bjørn Haugli")
    assert ("wide", "gives") in asked(world, "Marit Solheim", jonas.number)
    assert asked(world, "Siri Tveito", jonas.number, "Siri Nordli") == []


def test_a_stranger_learns_as_much_of_a_case_that_is_there_as_of_one_that_is_not(world: World, jonas: Case) -> None:
    for who in ("Ola Brandvold", "Siri Nordli"):
        assert asked(world, who, jonas.number) == asked(world, who, "2026-0999") == []
    assert asked(world, "Ola Brandvold", jonas.number, "Siri Tveito") == []


def test_one_who_had_it_is_told_that_it_ended_and_one_who_is_barred_is_told_nothing(world: World, jonas: Case) -> None:
    with world.as_("Siri Tveito") as siri:
        ola = world.staff["Ola Brandvold"].id
        actions.give_access(jonas.id, ola, reason="colleague", words="Var med i møtet.", by=siri, at=TUESDAY)
    Grant.objects.filter(staff_id=ola).update(valid_to=NOW - timedelta(hours=1))
    assert ("grant.colleague", "past") in asked(world, "Ola Brandvold", jonas.number)
    with world.as_("Marit Solheim") as marit:
        actions.set_bar(jonas.id, ola, kind="locked", words="Nabo.", by=marit, at=TUESDAY)
    assert asked(world, "Ola Brandvold", jonas.number) == []
    assert ("bar.locked", "refuses") in asked(world, "Siri Tveito", jonas.number, "Ola Brandvold")


def test_the_page_says_it_in_words(world: World, desk: Come, jonas: Case) -> None:
    siri, ola = desk("Siri Tveito"), desk("Ola Brandvold")
    told = words(siri.see(f"/hvorfor/?sak={jonas.number}"))
    assert "Du ser saken" in told
    assert "Har saken" in told
    of_ola = words(siri.see(f"/hvorfor/?sak={jonas.number}&hvem={world.staff['Ola Brandvold'].id}"))
    assert "Ola Brandvold ser ikke saken" in of_ola
    there = words(ola.see(f"/hvorfor/?sak={jonas.number}"))
    nowhere = words(ola.see("/hvorfor/?sak=2026-0999"))
    assert there.replace(jonas.number, "") == nowhere.replace("2026-0999", "")
    assert "Ingen sak med dette nummeret er åpen for deg" in there
    assert 'href="/hvorfor/"' in ola.see(f"/saker/{jonas.id}/", status=404)


def test_other_hats_than_those_of_the_desk_cannot_ask_the_database(world: World, jonas: Case) -> None:
    for hat in (logins.PORTAL, logins.MYPAGE, logins.DOOR, logins.WORKER):
        with connection.cursor() as cursor:
            cursor.execute(
                "select has_function_privilege(%s, 'access.reasons(uuid, uuid)', 'execute'), "
                "has_function_privilege(%s, 'access.explain(text, uuid)', 'execute')",
                [hat, hat],
            )
            assert cursor.fetchone() == (False, False)
