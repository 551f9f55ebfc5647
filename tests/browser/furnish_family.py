"""Moves Solvik in, with a family that My page is opened for: Ida, 15, and her mother, as the demo's ID-porten knows them."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import django


def furnish() -> None:
    """As the owner, row by row: browsers see only what is committed."""
    from oppvekst.domain.cases.models import Case, MyPage, Party
    from oppvekst.domain.people.models import IdentityNumber, Person
    from oppvekst.faces.cli.demo.visitors import IDA_NUMBER, MONA_NUMBER
    from oppvekst.ground.access.models import Staff
    from tests.browser import furnish
    from tests.world import SOLVIK

    furnish.furnish()
    at, kari = datetime.now(UTC), Staff.objects.get(name="Kari Nesheim").id
    whole = {"municipality_id": SOLVIK}
    ida = Person.objects.create(**whole, given_name="Ida", family_name="Strand Vik")
    mona = Person.objects.create(**whole, given_name="Mona", family_name="Strand Vik")
    case = Case.objects.create(id=uuid4(), **whole, child=ida, opened_at=at, responsible=kari)
    for person, part, number in ((ida, "child", IDA_NUMBER), (mona, "mother", MONA_NUMBER)):
        IdentityNumber.objects.create(**whole, person=person, number=number, kind="synthetic")
        Party.objects.create(**whole, case=case, person=person, part=part, valid_from=at.date())
        MyPage.objects.create(
            **whole, case=case, person=person, part=part, called=person.given_name, child_name="Ida", opened_by=kari,
            opened_at=at,
        )  # fmt: skip


if __name__ == "__main__":
    django.setup()
    furnish()
