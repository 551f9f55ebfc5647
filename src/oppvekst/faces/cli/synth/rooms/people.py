"""The persons of an invented family, as they are written into a case; and whom a strict address is entrusted to."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person, Protection
from oppvekst.faces.cli.synth.life import Somebody, Stage
from oppvekst.ground.access.models import Trust


def details(stage: Stage, who: Somebody) -> Details:
    """What the service is told of this person."""
    strict = stage.life.shape.strict and who != stage.family.father
    return Details(
        given_name=who.given, family_name=who.family, birth_date=who.born, number=who.number, environment="test",
        sex=Person.Sex.FEMALE if who.female else Person.Sex.MALE, address_lines=(stage.family.street,),
        postal_code=stage.family.code, place=stage.crew.place, protection=Protection.STRICT if strict else Protection.NONE,
    )  # fmt: skip


def entrust(stage: Stage, person_id: UUID) -> None:
    """The head entrusts a strict address to those who work with the family, and to nobody else (bvl § 13-5 (3))."""
    with stage.desk("head") as head:
        for role in ("intake", "worker"):
            Trust.objects.create(
                municipality_id=stage.crew.municipality, staff_id=UUID(stage.crew.members[role].id), person_id=person_id,
                given_by=head.person, given_at=stage.at,
            )  # fmt: skip
