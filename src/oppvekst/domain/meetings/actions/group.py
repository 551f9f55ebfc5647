"""What is done with a group: begun, coordinated, joined, and what each consent covers (bvl §§ 13-1, 15-8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.meetings.models import GROUP_CHANGES, Council, Group, Member
from oppvekst.domain.meetings.queries import get_group, get_member
from oppvekst.domain.meetings.rules import KINDS, WRITE, Kind
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

COORDINATION = "bvl § 15-8"


@dataclass(frozen=True, kw_only=True)
class Joining:
    """Who is to meet: one of the case, a colleague, or somebody from another service."""

    name: str = ""
    body: str = ""
    role: str = ""
    address: str = ""
    person_id: UUID | None = None
    staff: UUID | None = None
    known_to_child: bool = False


def begin_group(case_id: UUID, kind: str, title: str = "", purpose: str = "", *, by: Actor, at: datetime) -> Group:
    """Begin a coordination group, a family council, a network or a cooperation about one child (bvl § 15-8)."""
    if kind not in set(Kind):
        raise Incomplete({"kind": "Velg hva slags møter det er."})
    about = KINDS[Kind(kind)]
    with act("group.begun", by=by, at=at, right=WRITE, law=about.law) as entry:
        case = get_case(case_id)
        group = Group.objects.create(
            municipality_id=by.municipality, case=case, kind=kind, title=title.strip() or about.title, purpose=purpose.strip(),
            opened_by=by.person, opened_at=at,
        )  # fmt: skip
        if kind == Kind.COUNCIL:
            Council.objects.create(municipality_id=by.municipality, case=case, group=group)
        entry.about(group.id, case_id=case.id, says=f"{about.title} ble begynt.", kind=kind)
    return group


def answer_child_coordinator(group_id: UUID, has: bool, *, name: str = "", by: Actor, at: datetime) -> None:
    """Whether the child has a child coordinator, who then coordinates: asked before anybody is appointed (bvl § 15-8 (2))."""
    with act("group.child_coordinator", by=by, at=at, right=WRITE, law="bvl § 15-8 (2)") as entry:
        group = get_group(group_id)
        if has and not name.strip():
            raise Incomplete({"name": "Skriv hvem som er barnekoordinator."})
        group.has_child_coordinator, group.child_coordinator_answered_on = has, oslo_date(at)
        if has:
            group.coordinator_name, group.coordinator_body = name.strip(), "Barnekoordinator"
            group.coordinator_from = oslo_date(at)
        group.save(update_fields=GROUP_CHANGES)
        says = "Barnet har barnekoordinator, som koordinerer." if has else "Barnet har ikke barnekoordinator."
        entry.about(group.id, case_id=group.case_id, says=says)


def appoint_coordinator(
    group_id: UUID, name: str, body: str = "", *, since: date | None = None, by: Actor, at: datetime
) -> None:
    """Write who coordinates (bvl § 15-8). A child who has a child coordinator has its coordinator."""
    with act("group.coordinator", by=by, at=at, right=WRITE, law=COORDINATION) as entry:
        group = get_group(group_id)
        _may_appoint(group)
        if not name.strip():
            raise Incomplete({"name": "Skriv hvem som koordinerer."})
        group.coordinator_name, group.coordinator_body = name.strip(), body.strip()
        group.coordinator_from = since or oslo_date(at)
        group.save(update_fields=GROUP_CHANGES)
        entry.about(group.id, case_id=group.case_id, says=f"Koordinator er {group.coordinator_name}.")


def add_member(group_id: UUID, joining: Joining, *, on: date | None = None, by: Actor, at: datetime) -> Member:
    """Somebody is to meet with the others. That alone lets her know of nothing (bvl § 13-1)."""
    with act("group.joined", by=by, at=at, right=WRITE, law="bvl § 13-1") as entry:
        group = get_group(group_id)
        _refuse_twice(group, joining)
        member = Member.objects.create(
            municipality_id=by.municipality, case=group.case, group=group, person_id=joining.person_id, staff=joining.staff,
            name=_name(group, joining), body=joining.body.strip(), role=joining.role.strip(), address=joining.address.strip(),
            known_to_child=joining.known_to_child, joined_on=on or oslo_date(at),
        )  # fmt: skip
        entry.about(member.id, case_id=group.case_id, says=f"{member} skal være med i {group.title.lower()}.")
    return member


def end_member(member_id: UUID, *, by: Actor, at: datetime) -> None:
    """Somebody meets with the others no more. What was said and given stays."""
    with act("group.left", by=by, at=at, right=WRITE, law=COORDINATION) as entry:
        member = get_member(member_id)
        if member.left_on:
            raise NotAllowed("Deltakeren er ikke med lenger.")
        member.left_on = oslo_date(at)
        member.save(update_fields=["left_on"])
        entry.about(member.id, case_id=member.case_id, says=f"{member} er ikke med lenger.")


def close_group(group_id: UUID, *, by: Actor, at: datetime) -> None:
    """The group meets no more (bvl § 15-8)."""
    with act("group.closed", by=by, at=at, right=WRITE, law=COORDINATION) as entry:
        group = get_group(group_id)
        if group.closed_at:
            raise NotAllowed("Gruppa er avsluttet.")
        group.closed_at = at
        group.save(update_fields=["closed_at"])
        entry.about(group.id, case_id=group.case_id, says=f"{group.title} er avsluttet.")


def _may_appoint(group: Group) -> None:
    if group.kind == Kind.COORDINATION and group.has_child_coordinator is None:
        raise NotAllowed(
            "Svar først på om barnet har en barnekoordinator. Har det det, er det den som koordinerer.",
            KINDS[Kind.COORDINATION].law,
        )
    if group.has_child_coordinator:
        raise NotAllowed("Barnet har en barnekoordinator. Da er det den som koordinerer.", KINDS[Kind.COORDINATION].law)


def _refuse_twice(group: Group, joining: Joining) -> None:
    same = Member.objects.filter(group=group, left_on=None)
    if joining.person_id and same.filter(person_id=joining.person_id).exists():
        raise NotAllowed("Denne personen er med i gruppa.")
    if joining.staff and same.filter(staff=joining.staff).exists():
        raise NotAllowed("Denne kollegaen er med i gruppa.")


def _name(group: Group, joining: Joining) -> str:
    if joining.person_id:
        party = Party.objects.filter(case=group.case, person_id=joining.person_id, valid_to=None).first()
        if party is None:
            raise Incomplete({"person": "Personen er ikke ført i saken. Legg til personen under Mennesker først."})
        return party.person.name
    if not joining.name.strip():
        raise Incomplete({"name": "Skriv hvem det er."})
    return joining.name.strip()
