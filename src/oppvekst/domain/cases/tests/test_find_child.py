"""A child is found by what one has of the name, and only by those who may know of the child."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import find_child
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.law.identity import Sex, synthetic
from tests.desk import TUESDAY
from tests.world import World

BORN = date(2015, 5, 4)
NUMBER = synthetic(BORN, Sex.MALE)
CHILDREN = (
    Details(given_name="Jonas", family_name="Strand", birth_date=BORN, number=NUMBER, environment="test"),
    Details(given_name="Emma Sofie", family_name="Kristoffersen Bjørnstad"),
    Details(given_name="Noah", family_name="Pettersen"),
    Details(given_name="Selma", family_name="Strand", protection=Protection.STRICT),
)


@pytest.fixture(autouse=True)
def children(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        for details in CHILDREN:
            actions.open_case(details, by=kari, at=TUESDAY)


def found(world: World, name: str, who: str = "Hanne Dale", **more: object) -> list[str]:
    with world.as_(who):
        return [hit.given_name for hit in find_child(name, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "child"),
    [
        ("Jonas", "Jonas"),
        ("jonas", "Jonas"),
        ("Strand", "Jonas"),
        ("Strend", "Jonas"),
        ("Stand", "Jonas"),
        ("Petersen", "Noah"),
        ("Pettersn", "Noah"),
        ("Sofie", "Emma Sofie"),
        ("Bjornstad", "Emma Sofie"),
        ("Christoffersen", "Emma Sofie"),
        ("Emma Bjørnstad", "Emma Sofie"),
        ("Jonas Andre Strand Vik", "Jonas"),
    ],
)
def test_part_of_a_name_or_one_with_a_typo_finds_the_child(world: World, typed: str, child: str) -> None:
    assert found(world, typed)[0] == child


def test_another_name_finds_nobody(world: World) -> None:
    assert found(world, "Oliver Haugen") == []


def test_the_name_as_it_is_stands_first_and_only_a_number_or_the_whole_name_is_certain(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.open_case(Details(given_name="Jonas Emil", family_name="Strandli"), by=kari, at=TUESDAY)
    with world.as_("Kari Nesheim"):
        scores = {hit.given_name: hit.score for hit in find_child("Jonas Strand")}
        assert list(scores) == ["Jonas", "Jonas Emil", "Selma"]
        assert scores["Jonas"] == 1 > scores["Jonas Emil"]
        assert find_child("Jonas")[0].score < 1
        assert [hit.score for hit in find_child("", number=NUMBER)] == [1]


def test_a_birth_date_or_a_number_finds_the_child_whatever_the_name(world: World) -> None:
    assert found(world, "Oliver Haugen", born=BORN) == found(world, "Oliver Haugen", number=NUMBER) == ["Jonas"]


def test_whoever_has_no_business_with_the_child_finds_nothing_by_any_way(world: World) -> None:
    for who in ("Ola Brandvold", "Siri Nordli"):
        assert (
            found(world, "Jonas", who) == found(world, "", who, born=BORN) == found(world, "", who, number=NUMBER) == []
        )


def test_a_child_with_strictly_protected_address_is_found_by_those_who_have_the_case_and_nobody_else(
    world: World,
) -> None:
    assert found(world, "Selma") == found(world, "Selma", "Marit Solheim") == []
    assert found(world, "Selma", "Kari Nesheim") == ["Selma"]


def test_a_service_with_many_children_does_not_read_all_of_them_for_a_name(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO people_person (id, municipality_id, given_name, family_name, search, sex, protection, language, "
            "interpreter) SELECT gen_random_uuid(), 9998, 'x', 'x', md5(n::text), '0', 0, '', false "
            "FROM generate_series(1, 20000) n"
        )
        cursor.execute("SELECT gin_clean_pending_list('person_search'::regclass)")
        cursor.execute("ANALYZE people_person")
        # How often the index and the whole table have been read in this transaction.
        read = "SELECT pg_stat_get_xact_numscans('person_search'::regclass), pg_stat_get_xact_numscans('people_person'::regclass)"
        cursor.execute(read)
        by_index, whole = cursor.fetchone()
        assert found(world, "Jonas Strand") == ["Jonas"]
        cursor.execute(read)
        assert cursor.fetchone() == (by_index + 1, whole)


def test_the_ten_thousandth_case_of_a_year_has_a_number_of_its_own(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE numbering.counter SET latest = 9999 WHERE series = 'S' AND municipality = 9998")
    with world.as_("Kari Nesheim") as kari:
        case = actions.open_case(Details(given_name="Thea"), by=kari, at=TUESDAY)
    assert case.number == "2026-10000"
    assert Case.objects.filter(number="2026-0001").exists()
