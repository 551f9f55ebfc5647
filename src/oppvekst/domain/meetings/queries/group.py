"""Groups and those in them as the actor may see them. ``get_group`` is the way in and the access check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.meetings.models import Council, Group, Member, Sharing
from oppvekst.domain.meetings.rules import Cell, Giver, Standing, Theme, Yes, cell, who_consents
from oppvekst.domain.people.rules import age
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True)
class Row:
    """One member of the table: who it is, how she stands to the case, and what she may know."""

    member: Member
    standing: Standing
    cells: tuple[Cell, ...]

    @property
    def answered_for(self) -> bool:
        """Whether consent is asked for her at all."""
        return self.standing in {Standing.BODY, Standing.FAMILY, Standing.PARENT}


def get_group(group_id: UUID) -> Group:
    """The group, if it is there for you."""
    found = Group.objects.select_related("case__child").filter(id=group_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne gruppa blant sakene dine.")
    return found


def get_member(member_id: UUID) -> Member:
    """One who meets, with the group, if they are there for you."""
    found = Member.objects.select_related("group__case__child", "case").filter(id=member_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne deltakeren blant sakene dine.")
    return found


def groups_of_case(case_id: UUID) -> QuerySet[Group]:
    """Those of one case, what goes on first, then newest first."""
    return Group.objects.filter(case_id=case_id).order_by("closed_at", "-opened_at", "id")


def council_of(group: Group) -> Council | None:
    """What belongs to a family council alone, or nothing in another group."""
    return Council.objects.filter(group=group).first()


def members_of(group_id: UUID) -> list[Member]:
    """Those who meet now, in the order they joined."""
    return list(Member.objects.filter(group_id=group_id, left_on=None).order_by("joined_on", "name", "id"))


def around_child(case_id: UUID) -> list[Member]:
    """Those the child knows, by name and what they are called to the child: nothing about why (bvl § 1-4)."""
    found = Member.objects.filter(case_id=case_id, left_on=None, known_to_child=True, group__closed_at=None)
    return list({one.name: one for one in found.order_by("joined_on", "name", "id")}.values())


def givers_of(case: Case, *, today: date) -> tuple[Giver, ...]:
    """Whose consent is asked for in this case today (fvl § 13 a)."""
    return _givers(_parties(case), today)


def table(group: Group, *, today: date) -> list[Row]:
    """Who may know what, one line a member: the same number of questions however many they are."""
    parties, members = _parties(group.case), members_of(group.id)
    said: dict[UUID, list[Yes]] = {}
    for one in Sharing.objects.filter(member__group=group).order_by("given_on"):
        said.setdefault(one.member_id, []).append(_yes(one))
    givers, standings = _givers(parties, today), {one.person_id: one for one in parties}
    return [_row(one, _standing(one, group.case, standings), givers, said.get(one.id, ()), today) for one in members]


def sharings_of(member_id: UUID) -> QuerySet[Sharing]:
    """Every consent about one member, the newest first."""
    return Sharing.objects.filter(member_id=member_id).order_by("-given_on", "theme", "id")


def _parties(case: Case) -> list[Party]:
    found = Party.objects.filter(case=case, valid_to=None).select_related("person")
    return list(found.order_by("person__given_name", "person__family_name", "id"))


def _givers(parties: Sequence[Party], today: date) -> tuple[Giver, ...]:
    child = next((one for one in parties if one.part == Party.Part.CHILD), None)
    parents = [
        Giver(id=one.person_id, name=one.person.name)
        for one in parties
        if one.parental_responsibility and one.part != Party.Part.CHILD
    ]
    born = child.person.birth_date if child else None
    years = age(born, today=today) if born else None
    return who_consents(
        parents, Giver(id=child.person_id, name=child.person.name, child=True, years=years) if child else None
    )


def _standing(member: Member, case: Case, parties: dict[UUID, Party]) -> Standing:
    if member.staff:
        return Standing.OURS
    if member.person_id is None:
        return Standing.BODY
    if member.person_id == case.child_id:
        return Standing.CHILD
    party = parties.get(member.person_id)
    return Standing.PARENT if party and party.parental_responsibility else Standing.FAMILY


def _row(member: Member, standing: Standing, givers: Sequence[Giver], said: Iterable[Yes], today: date) -> Row:
    yeses = list(said)
    cells = (cell(theme, standing, member=member.person_id, givers=givers, said=yeses, on=today) for theme in Theme)
    return Row(member, standing, tuple(cells))


def _yes(one: Sharing) -> Yes:
    return Yes(giver=one.giver_id, theme=one.theme, given_on=one.given_on, withdrawn_on=one.withdrawn_on)
