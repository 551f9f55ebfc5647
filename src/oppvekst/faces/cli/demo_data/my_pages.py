"""My page opened for Ida, 15, and her mother, whom the demo's ID-porten knows by fixed numbers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from oppvekst.domain.cases.actions import open_my_page
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions.actions import note_opened
from oppvekst.domain.decisions.queries import my_copies
from oppvekst.domain.people.models import IdentityNumber, Person
from oppvekst.faces.cli.demo.staff import SOLVIK
from oppvekst.faces.cli.demo.visitors import IDA_NUMBER, MONA_NUMBER
from oppvekst.ground.access import visits
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.acting import acting
from oppvekst.law.identity import Kind


def open_them(cast: Callable[[str], AbstractContextManager[Actor]], who: str, *, at: datetime) -> None:
    """Open them, as the case worker who has the case."""
    with acting("owner"):
        child = Party.objects.select_related("person").get(
            part=Party.Part.CHILD, person__given_name="Ida", person__family_name="Strand Vik"
        )
        mother = Party.objects.select_related("person").get(case_id=child.case_id, part=Party.Part.MOTHER)
        _known_by(child.person, IDA_NUMBER)
        _known_by(mother.person, MONA_NUMBER)
    with cast(who) as worker:
        for person_id in (child.person_id, mother.person_id):
            open_my_page(child.case_id, person_id, by=worker, at=at)


def read_theirs() -> None:
    """They have logged in and read the decision that was sent them."""
    for number in (IDA_NUMBER, MONA_NUMBER):
        with acting("mypage"):
            token = visits.start(number, municipality=SOLVIK, level="idporten-loa-high")
        with acting("mypage", token):
            for copy in my_copies():
                note_opened(copy.id)
            visits.end()


def _known_by(person: Person, number: str) -> None:
    IdentityNumber.objects.create(
        municipality_id=person.municipality_id, person=person, number=number, kind=Kind.SYNTHETIC
    )
