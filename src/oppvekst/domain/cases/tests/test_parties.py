"""A person is one, in however many cases; and whoever writes her into one learns nothing of the others."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.cases.queries import parties
from oppvekst.domain.people.actions import Details, person_with_number
from oppvekst.domain.people.models import Address, IdentityNumber, Person, Protection
from oppvekst.domain.people.queries import get_person
from oppvekst.ground.access.models import Bar
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotAllowed, NotFound
from tests.desk import TUESDAY
from tests.world import SOLVIK, World

BORN = date(1985, 4, 1)
HILDE = Details(
    given_name="Hilde", family_name="Vik", number=synthetic(BORN, Sex.FEMALE), environment="test",
    address_lines=("Kaiveien 3",), postal_code="9998", place="Solvik",
)  # fmt: skip
MOTHER = Party.Part.MOTHER


def case_of(world: World, who: str, child: str) -> UUID:
    with world.as_(who) as actor:
        return actions.open_case(Details(given_name=child), by=actor, at=TUESDAY).id


def write_in(world: World, who: str, case_id: UUID, details: Details = HILDE, **more: Any) -> Party:
    with world.as_(who) as actor:
        return actions.add_party(case_id, details, MOTHER, by=actor, at=TUESDAY, **more)


@pytest.fixture
def jonas(world: World) -> UUID:
    return case_of(world, "Kari Nesheim", "Jonas")


@pytest.fixture
def lars(world: World) -> UUID:
    """The little brother's case, which is Siri's and not Kari's."""
    return case_of(world, "Siri Tveito", "Lars")


def test_the_mother_of_two_brothers_is_one_person_when_her_number_is_typed(
    world: World, jonas: UUID, lars: UUID
) -> None:
    first, second = write_in(world, "Kari Nesheim", jonas), write_in(world, "Siri Tveito", lars)
    assert first.person_id == second.person_id
    assert IdentityNumber.objects.filter(number=HILDE.number).count() == 1
    assert Address.objects.filter(person=first.person_id).count() == 1


def test_the_number_opens_the_mother_and_not_her_other_childs_case(world: World, jonas: UUID, lars: UUID) -> None:
    write_in(world, "Kari Nesheim", jonas)
    write_in(world, "Siri Tveito", lars)
    with world.as_("Siri Tveito"):
        assert [case.id for case in Case.objects.all()] == [lars]
        assert {party.case_id for party in Party.objects.filter(part=MOTHER)} == {lars}
        assert not Entry.objects.filter(case_id=jonas).exists()


def test_the_answer_does_not_tell_whether_the_mother_was_known(world: World, jonas: UUID, lars: UUID) -> None:
    def told(case_id: UUID, who: str) -> tuple[object, ...]:
        with CaptureQueriesContext(connection) as asked:
            party = write_in(world, who, case_id, source="Mor i møte")
        entry = Entry.objects.get(case_id=case_id, kind="party.registered")
        with world.as_(who):
            person = get_person(party.person_id)
            card = (person.name, person.birth_date, [str(one) for one in person.addresses.all()], party.source)
        return (entry.says, entry.facts, card), len(asked)

    (new, asked_of_new), (known, asked_of_known) = told(jonas, "Kari Nesheim"), told(lars, "Siri Tveito")
    assert new == known
    assert abs(asked_of_new - asked_of_known) <= 5


def test_without_her_number_she_is_somebody_new_to_whoever_may_not_see_her(
    world: World, jonas: UUID, lars: UUID
) -> None:
    hilde = write_in(world, "Kari Nesheim", jonas).person_id
    with pytest.raises(NotFound):
        write_in(world, "Siri Tveito", lars, Details(), person=hilde)
    other = write_in(world, "Siri Tveito", lars, Details(given_name="Hilde", family_name="Vik"))
    assert other.person_id != hilde


def test_whoever_may_see_her_needs_no_number(world: World, jonas: UUID) -> None:
    hilde = write_in(world, "Kari Nesheim", jonas).person_id
    lars = case_of(world, "Kari Nesheim", "Lars")
    assert write_in(world, "Kari Nesheim", lars, Details(), person=hilde).person_id == hilde


def test_nobody_stands_in_a_case_twice(world: World, jonas: UUID) -> None:
    hilde = write_in(world, "Kari Nesheim", jonas).person_id
    for again in ({}, {"person": hilde}):
        with pytest.raises(NotAllowed, match="står allerede i saken"):
            write_in(world, "Kari Nesheim", jonas, **again)


def test_a_protection_that_is_told_is_put_on_the_person_we_knew_and_never_taken_off(
    world: World, jonas: UUID, lars: UUID
) -> None:
    hilde = write_in(world, "Kari Nesheim", jonas).person_id
    hidden = Details(**{**vars(HILDE), "protection": Protection.STRICT})
    write_in(world, "Siri Tveito", lars, hidden)
    assert Person.objects.get(id=hilde).protection == Protection.STRICT
    with world.as_("Kari Nesheim"):
        assert not Address.objects.filter(person=hilde).exists()
    write_in(world, "Siri Tveito", case_of(world, "Siri Tveito", "Mia"))
    assert Person.objects.get(id=hilde).protection == Protection.STRICT
    # What is written down of her from now on is as hidden as she is.
    assert not Address.objects.filter(person=hilde, protection=Protection.NONE).exists()


def test_a_protected_mother_is_written_in_by_her_number_and_her_address_stays_hidden(
    world: World, jonas: UUID, lars: UUID
) -> None:
    write_in(world, "Kari Nesheim", jonas, Details(**{**vars(HILDE), "protection": Protection.STRICT}))
    write_in(world, "Siri Tveito", lars, Details(**{**vars(HILDE), "address_lines": ()}))
    with world.as_("Siri Tveito"):
        (mother,) = [party.person for party in parties(Case.objects.get(id=lars)) if party.part == MOTHER]
        assert mother.protection == Protection.STRICT
        assert not mother.addresses.all()


def test_a_new_address_is_kept_beside_the_one_we_had(world: World, jonas: UUID, lars: UUID) -> None:
    hilde = write_in(world, "Kari Nesheim", jonas).person_id
    write_in(world, "Siri Tveito", lars, Details(**{**vars(HILDE), "address_lines": ("Bakkegata 9",)}))
    shown = {address.lines[0] for address in Address.objects.filter(person=hilde)}
    assert shown == {"Kaiveien 3", "Bakkegata 9"}


def test_the_number_of_somebody_in_a_case_one_is_disqualified_from_opens_nobody(
    world: World, jonas: UUID, lars: UUID
) -> None:
    write_in(world, "Kari Nesheim", jonas)
    with acting("owner"):
        Bar.objects.create(
            municipality_id=SOLVIK, staff=world.staff["Siri Tveito"], case_id=jonas, kind=Bar.Kind.DISQUALIFIED,
            words="Søster av mor.", given_by=world.staff["Marit Solheim"].id, given_at=TUESDAY,
        )  # fmt: skip
    with pytest.raises(IntegrityError, match="number_once"), transaction.atomic():
        write_in(world, "Siri Tveito", lars)
    assert not Party.objects.filter(case=lars, part=MOTHER).exists()


def test_a_due_date_used_as_a_number_is_not_one_persons(world: World, jonas: UUID) -> None:
    unborn = Details(due_date=date(2027, 2, 1), number="01022799999", environment="test")
    write_in(world, "Kari Nesheim", jonas, unborn)
    with world.as_("Kari Nesheim"):
        assert person_with_number(unborn) is None


def test_the_neighbours_do_not_learn_who_is_known_in_solvik(world: World, jonas: UUID) -> None:
    hilde = write_in(world, "Kari Nesheim", jonas).person_id
    mia = case_of(world, "Siri Nordli", "Mia")
    assert write_in(world, "Siri Nordli", mia).person_id != hilde
