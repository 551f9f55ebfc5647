"""The named persons of every test: Solvik's staff and Nordvåg's, appointed by the product's own set-up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from oppvekst.ground.access import sessions
from oppvekst.ground.access.actor import Actor, clock, entered, public
from oppvekst.ground.access.models import Municipality, Staff, Team
from oppvekst.ground.access.service import add_municipality, appoint
from oppvekst.ground.database.acting import acting
from oppvekst.ground.documents.keys import ensure_key

SOLVIK, NORDVAG = 9998, 9997
LONG_AGO = date(2020, 1, 1)

# Name -> roles. Hanne is intake, Kari has the case, Ola and Siri have no business with it.
STAFF = {
    "Hanne Dale": ("intake",),
    "Kari Nesheim": ("case_worker", "intake"),
    "Ola Brandvold": ("case_worker",),
    "Siri Tveito": ("case_worker",),
    "Tone Vik": ("team_leader",),
    "Marit Solheim": ("leader",),
    "Eivind Myrbakk": ("deputy",),
    "Bjørn Haugli": ("oncall",),
    "Randi Lunde": ("coordinator",),
    "Geir Aasen": ("prevention",),
    "Liv Strand": ("editor",),
    "Solveig Moen": ("auditor",),
    "Per Hovland": ("archivist",),
}


@dataclass
class World:
    """Two municipalities and who works there."""

    solvik: Municipality
    nordvag: Municipality
    team: Team
    staff: dict[str, Staff] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    @classmethod
    def build(cls) -> World:
        solvik = add_municipality(SOLVIK, "Solvik")
        nordvag = add_municipality(NORDVAG, "Nordvåg", theme="nordvag")
        for number in (SOLVIK, NORDVAG):
            ensure_key(number)
        team = Team.objects.create(municipality=solvik, name="Undersøkelse")
        world = cls(solvik, nordvag, team)
        for name, roles in STAFF.items():
            world.employ(name, solvik, *roles)
        world.employ("Siri Nordli", nordvag, "case_worker", "intake")
        return world

    @classmethod
    def found(cls) -> World:
        """Somebody built it in this database before the tests began: they are the same persons, read again."""
        places = {place.number: place for place in Municipality.objects.select_related("service")}
        known = {staff.name: staff for staff in Staff.objects.all()}
        return cls(places[SOLVIK], places[NORDVAG], Team.objects.get(), known)

    def employ(self, name: str, municipality: Municipality, *roles: str) -> Staff:
        """Appoint a person from long ago, in the team where the role has one."""
        staff = Staff.objects.create(
            service=municipality.service, name=name, subject=name.lower().replace(" ", "."), pager="00 00 99 10"
        )
        team = self.team if municipality == self.solvik else None
        for role in roles:
            appoint(staff, role, municipality=municipality, since=LONG_AGO, team=team)
        self.staff[name] = staff
        return staff

    def token(self, name: str) -> str:
        """A real session, opened by the door."""
        if name not in self.tokens:
            with acting("door"):
                token = sessions.start(self.staff[name].subject)
            assert token
            self.tokens[name] = token
        return self.tokens[name]

    @contextmanager
    def as_(self, name: str, hat: str | None = None) -> Iterator[Actor]:
        """Act at the desk as this person, optionally in another of her hats."""
        with acting("desk", self.token(name)):
            if hat:
                assert sessions.change_hat(hat)
        with acting("desk", self.token(name)):
            yield entered()

    @contextmanager
    def at_portal(self) -> Iterator[Actor]:
        """Act as somebody at the portal."""
        with acting("portal"):
            yield public(SOLVIK)

    @contextmanager
    def by_clock(self) -> Iterator[Actor]:
        """Act as the worker."""
        with acting("worker"):
            yield clock(SOLVIK)
