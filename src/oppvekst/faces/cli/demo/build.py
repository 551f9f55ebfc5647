"""What a new demo database is filled with: the two municipalities, their staff, and then the children."""

from __future__ import annotations

from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec

from oppvekst.domain.decisions.actions import EDIT_PHRASES, install_phrases
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.measures.actions import EDIT_CATALOGUE, install_offers
from oppvekst.faces.cli.demo.looks import dress
from oppvekst.faces.cli.demo.staff import MUNICIPALITIES, SOLVIK, STAFF, TEAM, Person
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality, Staff, Team
from oppvekst.ground.access.service import add_municipality, appoint
from oppvekst.ground.database.acting import acting
from oppvekst.ground.documents.keys import ensure_key

SINCE = date(2024, 1, 1)
CHILDREN = "oppvekst.faces.cli.demo_data"
COORDINATOR = "randi.lunde"


def build(*, at: datetime) -> None:
    """Fill an empty database, as the builder, who may play every part. ``at`` is the demo's present."""
    with acting("owner"):
        for number, (name, theme) in MUNICIPALITIES.items():
            municipality = add_municipality(number, name, theme=theme)
            ensure_key(number)
            _inform(municipality, at=at)
            _employ(municipality)
            if number == SOLVIK:
                _offer_help(municipality, at=at)
    if find_spec(CHILDREN):
        import_module(CHILDREN).build(at=at)


def _inform(municipality: Municipality, *, at: datetime) -> None:
    setup = Actor("oppsett", municipality.number, "owner", rights=frozenset({EDIT, EDIT_PHRASES}))
    install_defaults(municipality, at=at, by=setup)
    install_phrases(municipality, at=at, by=setup)
    dress(municipality, at=at, by=setup)


def _offer_help(municipality: Municipality, *, at: datetime) -> None:
    """The coordinator's catalogue; a certificate is seen by a person, and so it is hers."""
    randi = Staff.objects.get(service=municipality.service, subject=COORDINATOR)
    setup = Actor(randi.name, municipality.number, "owner", staff_id=randi.id, rights=frozenset({EDIT_CATALOGUE}))
    install_offers(municipality, by=setup, at=at)


def _employ(municipality: Municipality) -> None:
    team = Team.objects.create(municipality=municipality, name=TEAM) if municipality.number == SOLVIK else None
    for person in STAFF:
        if person.municipality == municipality.number:
            _appoint(person, municipality, team)


def _appoint(person: Person, municipality: Municipality, team: Team | None) -> None:
    staff = Staff.objects.create(
        service=municipality.service, name=person.name, subject=person.subject, title=person.title, pager=person.pager
    )
    for role in person.roles:
        appoint(staff, role, municipality=municipality, since=SINCE, team=team)
