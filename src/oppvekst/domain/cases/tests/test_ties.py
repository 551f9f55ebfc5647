"""Who is what to whom: written in one case and seen in that one alone; ended with a reason, never removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from oppvekst.domain.cases import actions, queries
from oppvekst.domain.cases.actions import Bond
from oppvekst.domain.cases.models import Party, Tie
from oppvekst.domain.cases.rules import kin
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY
from tests.world import World

MOTHER = Bond(kin.PARENT, "Folkeregisteret 24.11.2026")


@dataclass
class Family:
    """A child's case with mother and grandmother, and whoever writes in it."""

    case_id: UUID
    child: UUID
    mother: UUID
    grandmother: UUID
    by: Actor

    def tie(self, one: UUID, other: UUID, kind: str = kin.PARENT, **more: Any) -> Tie:
        return actions.add_tie(self.case_id, one, other, Bond(kind, "Mor i møte", **more), by=self.by, at=TUESDAY)


@pytest.fixture
def emil(world: World) -> Iterator[Family]:
    with world.as_("Kari Nesheim") as kari:
        case = actions.open_case(Details(given_name="Emil"), by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED)
        others = [
            actions.add_party(case.id, Details(given_name=name), part, by=kari, at=TUESDAY).person_id
            for name, part in (("Lise", Party.Part.MOTHER), ("Berit", Party.Part.NETWORK))
        ]
        yield Family(case.id, case.child_id, *others, by=kari)


def test_a_tie_is_written_with_its_source_and_told_in_the_childs_journal(emil: Family) -> None:
    tie = emil.tie(emil.mother, emil.child, closeness="Hun jeg ringer til om natta", place="inner")
    assert (tie.source, tie.closeness, tie.written_by_name) == (
        "Mor i møte",
        "Hun jeg ringer til om natta",
        "Kari Nesheim",
    )
    assert Entry.objects.get(kind="tie.written").says == "Skrevet ned: Lise er forelder til Emil."


def test_a_tie_without_a_source_is_not_written(emil: Family) -> None:
    with pytest.raises(Incomplete):
        actions.add_tie(emil.case_id, emil.mother, emil.child, Bond(kin.PARENT, " "), by=emil.by, at=TUESDAY)


def test_nobody_becomes_his_own_grandparent(emil: Family) -> None:
    emil.tie(emil.grandmother, emil.mother)
    emil.tie(emil.mother, emil.child)
    with pytest.raises(NotAllowed, match="sin egen forelder eller besteforelder"):
        emil.tie(emil.child, emil.grandmother)
    with pytest.raises(NotAllowed, match="står der allerede"):
        emil.tie(emil.mother, emil.child)


def test_a_changed_tie_keeps_what_it_said_before(emil: Family) -> None:
    old = emil.tie(emil.mother, emil.child)
    new = actions.change_tie(emil.case_id, old.id, Bond(kin.ADOPTIVE, "Bevilling 2019"), by=emil.by, at=TUESDAY)
    old.refresh_from_db()
    assert (old.ending, new.replaces_id, new.kind) == ("changed", old.id, kin.ADOPTIVE)
    assert [tie.id for tie in queries.around(queries.get_case(emil.case_id)).standing] == [new.id]
    with pytest.raises(NotAllowed, match="avsluttet eller endret av en annen"):
        actions.change_tie(emil.case_id, old.id, MOTHER, by=emil.by, at=TUESDAY)


def test_an_ended_tie_stands_with_its_reason_and_the_ending_can_be_taken_back(emil: Family) -> None:
    tie = emil.tie(emil.grandmother, emil.child, kin.NEIGHBOUR)
    with pytest.raises(Incomplete):
        actions.end_tie(emil.case_id, tie.id, "over", "", by=emil.by, at=TUESDAY)
    actions.end_tie(emil.case_id, tie.id, "over", "Hun har flyttet.", on=date(2026, 11, 1), by=emil.by, at=TUESDAY)
    known = queries.around(queries.get_case(emil.case_id))
    assert (known.standing, [one.ended_reasons for one in known.ties]) == ([], ["Hun har flyttet."])
    back = actions.resume_tie(emil.case_id, tie.id, by=emil.by, at=TUESDAY)
    assert (back.replaces_id, back.ended_at) == (tie.id, None)
    with pytest.raises(NotAllowed, match="skrevet på nytt"):
        actions.resume_tie(emil.case_id, tie.id, by=emil.by, at=TUESDAY)


def test_somebody_new_comes_into_the_case_with_the_tie_or_not_at_all(emil: Family) -> None:
    teacher = Details(given_name="Wenche")
    actions.add_tie_with(emil.case_id, teacher, emil.child, Bond(kin.TEACHER, "Emil"), by=emil.by, at=TUESDAY)
    assert Party.objects.get(person__given_name="Wenche").part == "network"
    with pytest.raises(NotFound):
        actions.add_tie_with(
            emil.case_id, Details(given_name="Ole"), emil.case_id, Bond(kin.FRIEND, "Emil"), by=emil.by, at=TUESDAY
        )
    assert not Party.objects.filter(person__given_name="Ole").exists()


def test_nobody_from_another_case_can_be_tied_in_even_by_sql(world: World, emil: Family) -> None:
    with world.as_("Kari Nesheim") as kari:
        other = actions.open_case(Details(given_name="Vilde"), by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED)
        with pytest.raises(NotFound):
            actions.add_tie(emil.case_id, other.child_id, emil.child, MOTHER, by=kari, at=TUESDAY)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Tie.objects.create(
                municipality_id=kari.municipality, case_id=emil.case_id, person_id=other.child_id, other_id=emil.child,
                kind=kin.SIBLING, source="-", written_by=kari.person, written_by_name=kari.name, written_at=TUESDAY,
            )  # fmt: skip


@pytest.mark.parametrize("stranger", ["Ola Brandvold", "Siri Nordli"])
def test_a_colleague_without_the_case_sees_no_tie(world: World, emil: Family, stranger: str) -> None:
    tie = emil.tie(emil.mother, emil.child)
    with world.as_(stranger):
        assert not Tie.objects.exists()
        with pytest.raises(NotFound):
            queries.get_tie(emil.case_id, tie.id)
