"""Story 4, point 5: Jonas and Leah have the same mother and each a father. Neither's file tells of the other's father."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions, queries
from oppvekst.domain.cases.actions import Bond, Told
from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.rules import kin
from oppvekst.domain.cases.rules.kin import siblings
from oppvekst.domain.cases.rules.when import read
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotFound
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

HILDE = Details(
    given_name="Hilde", family_name="Strand", number=synthetic(date(1988, 4, 1), Sex.FEMALE), environment="test"
)
FATHERS = {"Jonas": "Tor Strand", "Leah": "Ronny Moe"}
BORN = {"Jonas": date(2017, 4, 2), "Leah": date(2020, 6, 8)}
SHOWN = ("", "mennesker/", "mennesker/kart/", "mennesker/kart/ny/", "tidslinje/", "tidslinje/ny/", "journal/")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def families(world: World) -> dict[str, UUID]:
    """Two cases, both Kari's: each child with the mother, the own father, and the half sibling as a child of the mother."""
    numbers = {name: synthetic(born, Sex.MALE, 7) for name, born in BORN.items()}
    found = {}
    with world.as_("Kari Nesheim") as kari:
        how: dict[str, Any] = {"by": kari, "at": TUESDAY}
        for name, born in BORN.items():
            child = Details(given_name=name, birth_date=born, number=numbers[name], environment="test")
            found[name] = actions.open_case(child, reason=Grant.Reason.ASSIGNED, **how).id
        for name, case_id in found.items():
            child_id = queries.get_case(case_id).child_id
            (other,) = set(BORN) - {name}
            sibling = Details(given_name=other, number=numbers[other], environment="test")
            first, last = FATHERS[name].split()
            people = [
                actions.add_party(case_id, who, part, source="Folkeregisteret", **how).person_id
                for who, part in (
                    (HILDE, Party.Part.MOTHER), (Details(given_name=first, family_name=last), Party.Part.FATHER),
                    (sibling, Party.Part.SIBLING),
                )
            ]  # fmt: skip
            bond = Bond(kin.PARENT, "Folkeregisteret")
            for parent, offspring in ((people[0], child_id), (people[1], child_id), (people[0], people[2])):
                actions.add_tie(case_id, parent, offspring, bond, **how)
            told = Told(read("våren 2024"), f"{FATHERS[name]} flyttet ut.", "said", "Hilde i møte")
            actions.write_happening(case_id, told, **how)
    return found


def test_the_mother_and_the_children_are_each_one_person_in_both_files(families: dict[str, UUID]) -> None:
    def there(name: str) -> set[UUID]:
        return set(Party.objects.filter(case_id=families[name]).values_list("person_id", flat=True))

    assert len(there("Jonas") & there("Leah")) == 3


@pytest.mark.parametrize(("name", "other"), [("Jonas", "Leah"), ("Leah", "Jonas")])
def test_on_no_page_of_the_one_is_the_others_father(
    desk: Come, families: dict[str, UUID], name: str, other: str
) -> None:
    kari = desk("Kari Nesheim")
    for page in SHOWN:
        html = kari.see(f"/saker/{families[name]}/{page}")
        for word in FATHERS[other].split():
            assert word not in words(html).replace("Hilde Strand", ""), (page, word)
    paper = kari.send(f"/saker/{families[name]}/tidslinje/utskrift/", status=200)
    assert f"{FATHERS[name]} flyttet ut." in words(paper)
    assert f"{FATHERS[other]} flyttet ut." not in words(paper)


@pytest.mark.parametrize(("name", "other"), [("Jonas", "Leah"), ("Leah", "Jonas")])
def test_the_tree_draws_the_half_sibling_with_an_empty_place_that_says_nothing_of_who(
    desk: Come, families: dict[str, UUID], name: str, other: str
) -> None:
    page = desk("Kari Nesheim").see(f"/saker/{families[name]}/mennesker/kart/")
    assert f"Den andre forelderen til {other} er ikke skrevet ned i denne saken" in page
    assert f"{FATHERS[name]}, forelder" in page
    assert f'aria-label="{other}, søsken' in page


def test_whether_they_are_half_siblings_is_not_said_where_one_father_is_not_written_down(
    world: World, families: dict[str, UUID]
) -> None:
    with world.as_("Kari Nesheim"):
        known = queries.around(queries.get_case(families["Jonas"]))
        links = [queries.as_link(tie) for tie in known.standing]
        jonas, leah = (str(person.id) for person in known.persons if person.given_name in BORN)
        assert siblings(jonas, leah, links) == "søsken"


def test_a_father_of_the_one_cannot_be_tied_into_the_file_of_the_other(world: World, families: dict[str, UUID]) -> None:
    with world.as_("Kari Nesheim") as kari:
        ronny = Party.objects.get(case_id=families["Leah"], part="father").person_id
        leah = queries.get_case(families["Leah"]).child_id
        with pytest.raises(NotFound):
            actions.add_tie(families["Jonas"], ronny, leah, Bond(kin.PARENT, "Hilde"), by=kari, at=TUESDAY)


def test_a_colleague_with_the_one_file_alone_sees_nothing_of_the_other(
    world: World, desk: Come, families: dict[str, UUID]
) -> None:
    with world.as_("Kari Nesheim") as kari:
        siri = world.staff["Siri Tveito"].id
        actions.give_access(families["Leah"], siri, reason="assigned", words="Har Leah", by=kari, at=TUESDAY)
    siri_at_desk = desk("Siri Tveito")
    assert "Ronny Moe" in words(siri_at_desk.see(f"/saker/{families['Leah']}/mennesker/kart/"))
    for page in SHOWN:
        assert siri_at_desk.client.get(f"/saker/{families['Jonas']}/{page}").status_code == 404, page
