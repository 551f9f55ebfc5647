"""The invented municipalities and who works there: set up by the owner, as a real service is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from uuid import UUID

from django.db import connection

from oppvekst.domain.decisions.actions import EDIT_PHRASES, install_phrases
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.faces.cli.synth import names
from oppvekst.faces.cli.synth.life import ROLES, Crew, Member
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Duty, Municipality, Role, Staff, Team
from oppvekst.ground.access.service import add_municipality

FAMILIES, WORKERS = 20, 7
ROLE_OF = {"intake": "intake", "worker": "case_worker", "leader": "team_leader", "head": "leader", "oncall": "oncall"}
DECISION = "tilsatt"


@dataclass(frozen=True)
class Town:
    """A municipality, and how much of everything is its."""

    number: int
    name: str
    share: float


@dataclass
class Staffing:
    """Crews of one town: each worker in turn, so that all have about as many families at a time."""

    crews: Sequence[Crew]
    _turn: dict[bool, int] = field(default_factory=dict)

    def next(self, *, over: bool) -> Crew:
        """Whose turn it is; those that are over are dealt out by themselves."""
        turn = self._turn.get(over, 0)
        self._turn[over] = turn + 1
        return self.crews[turn % len(self.crews)]


def towns(count: int) -> list[Town]:
    """Municipalities of uneven size: the first is the largest, and most are small."""
    weights = [1 / (place + 1) ** 0.8 for place in range(count)]
    return [Town(*names.place(place), weight / sum(weights)) for place, weight in enumerate(weights)]


def set_up(town: Town, families: int, *, chance: Random, since: date, at: datetime) -> Staffing:
    """Add a municipality with public pages, teams, and workers for that many families at a time."""
    municipality = add_municipality(town.number, town.name)
    setup = Actor("oppsett", town.number, "owner", rights=frozenset({EDIT, EDIT_PHRASES}))
    install_defaults(municipality, at=at, by=setup)
    install_phrases(municipality, at=at, by=setup)
    return employ(municipality, families, chance=chance, since=since)


def employ(municipality: Municipality, families: int, *, chance: Random, since: date) -> Staffing:
    """Teams with a leader, an intake and workers; over them a head and the on-call."""
    office = _Office(municipality, chance, since)
    above = {"head": office.appoint("head", None), "oncall": office.appoint("oncall", None)}
    office.appoint("deputy", None)
    workers = max(1, -(-families // FAMILIES))
    crews = []
    for number in range(-(-workers // WORKERS)):
        team = Team(id=_uuid(chance), municipality=municipality, name=f"Team {number + 1}")
        office.teams.append(team)
        with_all = above | {role: office.appoint(role, team) for role in ("leader", "intake")}
        for _ in range(min(WORKERS, workers - number * WORKERS)):
            members = with_all | {"worker": office.appoint("worker", team)}
            crews.append(Crew(municipality.number, municipality.name, str(team.id), members))
    office.save()
    return Staffing(crews)


def stand_ins(municipality: Municipality, *, since: date) -> Crew:
    """A crew whose every word can be found again in a row."""
    (crew,) = employ(municipality, 1, chance=Random(0), since=since).crews
    members = {role: Member(crew.members[role].id, f"Qvx{role}", crew.members[role].subject) for role in ROLES}
    for member in members.values():
        Staff.objects.filter(id=member.id).update(name=member.name)
    return Crew(crew.municipality, crew.place, crew.team, members)


class _Office:
    """The appointments of one municipality, saved together."""

    def __init__(self, municipality: Municipality, chance: Random, since: date) -> None:
        self.municipality, self.chance, self.since = municipality, chance, since
        self.roles = {role.name: role for role in Role.objects.filter(municipality=municipality)}
        self.teams: list[Team] = []
        self.staff: list[Staff] = []
        self.duties: list[Duty] = []

    def appoint(self, role: str, team: Team | None) -> Member:
        """Somebody new in that role."""
        name = f"{names.given(self.chance, female=self.chance.random() < 0.8, grown=True)} {names.family(self.chance)}"
        held = self.roles[ROLE_OF.get(role, role)]
        subject = f"{role}.{len(self.staff) + 1}.{self.municipality.number}"
        staff = Staff(
            id=_uuid(self.chance), service_id=self.municipality.service_id, name=name, title=held.title, subject=subject,
            pager="00 00 99 11" if role == "oncall" else "",
        )  # fmt: skip
        self.staff.append(staff)
        self.duties.append(
            Duty(
                id=_uuid(self.chance), municipality=self.municipality, staff=staff, role=held, team=team,
                valid_from=self.since, decision=DECISION,
            )
        )  # fmt: skip
        return Member(str(staff.id), name, subject)

    def save(self) -> None:
        """Write all of them down."""
        Team.objects.bulk_create(self.teams)
        Staff.objects.bulk_create(self.staff)
        Duty.objects.bulk_create(self.duties)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _uuid(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)
