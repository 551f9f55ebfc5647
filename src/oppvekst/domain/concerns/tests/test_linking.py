"""A concern is linked to a child one may know of; any other child is answered as one who is not there."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.cases.actions import open_case
from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, taken
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Bar, Grant
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed, NotFound
from tests.world import SOLVIK, World

NOT_THERE = "Vi finner ikke dette barnet blant dem du kan se."
IDA = Details(given_name="Ida", family_name="Lie", birth_date=date(2011, 5, 4))


def case(world: World, who: str) -> UUID:
    with world.as_(who) as by:
        return open_case(IDA, by=by, at=TUESDAY).id


def refused(world: World, who: str, hat: str | None, concern: UUID, wanted: UUID) -> None:
    entries, grants = Entry.objects.count(), Grant.objects.count()
    with world.as_(who, hat) as by, pytest.raises(NotFound) as told:
        actions.link_case(concern, wanted, by=by, at=TUESDAY)
    assert told.value.sentence == NOT_THERE
    assert Concern.objects.get(id=concern).case_id is None
    assert (Entry.objects.count(), Grant.objects.count()) == (entries, grants)


def test_a_case_that_does_not_exist(world: World) -> None:
    refused(world, "Hanne Dale", None, arrive(world), uuid4())


def test_a_child_of_the_neighbour_municipality(world: World) -> None:
    refused(world, "Hanne Dale", None, arrive(world), case(world, "Siri Nordli"))


def test_a_case_worker_without_access_to_the_childs_case(world: World) -> None:
    ida = case(world, "Ola Brandvold")
    concern = taken(world, arrive(world))
    refused(world, "Kari Nesheim", "oppvekst_desk_case", concern, ida)


def test_the_intake_who_is_disqualified_in_the_childs_case(world: World) -> None:
    ida = case(world, "Ola Brandvold")
    with world.as_("Marit Solheim") as marit:
        Bar.objects.create(
            municipality_id=SOLVIK, staff_id=world.staff["Hanne Dale"].id, case_id=ida, kind=Bar.Kind.DISQUALIFIED,
            words="Tante til barnet", given_by=marit.person, given_at=TUESDAY,
        )  # fmt: skip
    refused(world, "Hanne Dale", None, arrive(world), ida)


def test_a_child_the_intake_has_found_by_name_is_linked_with_access_while_it_is_reviewed(world: World) -> None:
    ida, concern = case(world, "Ola Brandvold"), arrive(world)
    with world.as_("Hanne Dale") as hanne:
        actions.link_case(concern, ida, by=hanne, at=TUESDAY)
        assert Grant.objects.filter(case_id=ida, staff_id=hanne.staff_id).exists()
    assert Concern.objects.get(id=concern).case_id == ida


def test_it_is_not_given_to_a_colleague_who_is_disqualified_in_the_childs_case(world: World) -> None:
    ida, concern = case(world, "Ola Brandvold"), arrive(world)
    with world.as_("Hanne Dale") as hanne:
        actions.link_case(concern, ida, by=hanne, at=TUESDAY)
    kari = world.staff["Kari Nesheim"].id
    with world.as_("Marit Solheim") as marit:
        Bar.objects.create(
            municipality_id=SOLVIK, staff_id=kari, case_id=ida, kind=Bar.Kind.DISQUALIFIED, words="Tante til barnet",
            given_by=marit.person, given_at=TUESDAY,
        )  # fmt: skip
        with pytest.raises(NotAllowed, match="inhabil"):
            actions.assign(concern, kari, by=marit, at=TUESDAY)
    assert Concern.objects.get(id=concern).handler is None
    assert not Grant.objects.filter(case_id=ida, staff_id=kari).exists()
