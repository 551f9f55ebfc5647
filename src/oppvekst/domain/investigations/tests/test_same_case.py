"""A row that hangs on a row of a case is of that case: a foreign key alone looks past every policy."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from oppvekst.domain.cases.actions import open_case
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, linked
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.people.actions import Details
from tests.world import SOLVIK, World

DAY = date(2026, 11, 24)


def hang(case_id: UUID, concern_id: UUID) -> None:
    """An investigation in one case that says it came of a concern."""
    with transaction.atomic():
        Investigation.objects.create(
            municipality_id=SOLVIK, case_id=case_id, concern_id=concern_id, received_on=DAY, opened_on=DAY,
            three_months_from=DAY, opened_by=case_id, reasons="x",
        )  # fmt: skip


def test_ola_cannot_hang_an_investigation_in_his_own_case_on_karis_concern(world: World) -> None:
    karis = arrive(world)
    case_id = linked(world, karis)
    with world.as_("Ola Brandvold") as ola:
        his = open_case(Details(given_name="Lars"), by=ola, at=TUESDAY).id
        with pytest.raises(IntegrityError, match="investigation_of_concern"):
            hang(his, karis)
    with world.as_("Kari Nesheim"):
        hang(case_id, karis)


def test_a_concern_that_an_investigation_came_of_is_not_moved_to_another_child(world: World) -> None:
    karis = arrive(world)
    case_id = linked(world, karis)
    with world.as_("Kari Nesheim") as kari:
        other = open_case(Details(given_name="Lars"), by=kari, at=TUESDAY).id
        hang(case_id, karis)
        with pytest.raises(IntegrityError, match="investigation_of_concern"), transaction.atomic():
            Concern.objects.filter(id=karis).update(case_id=other)
