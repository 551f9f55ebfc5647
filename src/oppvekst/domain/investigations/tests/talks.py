"""Jakob's case at Siri's, his mother in it, and a talk with him at school, for the tests of talks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.investigations.actions import Talk, write_talk
from oppvekst.domain.people.actions import Details
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from tests.world import World

SIRI = "Siri Tveito"
MONDAY = datetime(2026, 11, 9, 13, 0, tzinfo=OSLO)
WEDNESDAY = datetime(2026, 11, 11, 10, 20, tzinfo=OSLO)
JAKOB, HILDE = synthetic(date(2015, 3, 9), Sex.MALE), synthetic(date(1987, 4, 1), Sex.FEMALE)

AT_SCHOOL = Talk(
    held_at=datetime(2026, 11, 9, 11, 15, tzinfo=OSLO), place="Solvik skole, grupperommet", told_purpose=True,
    told_readers=True, told_voluntary=True, understood_how="Han sa det igjen med egne ord.", parents_told=False,
    parents_reasons="Det kan gjøre det vanskeligere for ham hjemme.", heard_about="Hvordan det er hjemme om kveldene.",
    words="Jakob er redd for stefaren.", shown="Han tegnet huset med et stort glass på bordet.",
    our_reading="Han virker redd for at det skal få følger at han sier det.",
)  # fmt: skip


@dataclass
class Jakobs:
    """His case, himself and his mother."""

    case_id: UUID
    child: UUID
    mother: UUID


def jakobs_case(world: World, *, by: str = SIRI, number: str = JAKOB) -> Jakobs:
    """A case of a boy of eleven with his mother in it."""
    with world.as_(by) as siri:
        case = cases.open_case(
            Details(given_name="Jakob", family_name="Lie", birth_date=date(2015, 3, 9), number=number, environment="test"),
            by=siri, at=MONDAY,
        )  # fmt: skip
        mother = cases.add_party(
            case.id, Details(given_name="Hilde", family_name="Lie", number=HILDE, environment="test"),
            Party.Part.MOTHER, by=siri, at=MONDAY,
        )  # fmt: skip
    return Jakobs(case.id, case.child_id, mother.person_id)


def talked(world: World, case_id: UUID, *, by: str = SIRI, **changed: Any) -> UUID:
    """A talk that is written down."""
    with world.as_(by) as siri:
        return write_talk(case_id, replace(AT_SCHOOL, **changed), by=siri, at=MONDAY).id
