"""What the law calls a step, who may take it, and the page it is taken on agree."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import resolve, reverse

from oppvekst.domain.concerns.desk.steps import PROPOSE, WAYS, Way
from oppvekst.domain.concerns.rules import MACHINE, OPEN_INVESTIGATION, PROPOSABLE, RIGHTS, right_to_propose
from oppvekst.ground.access.rights import ROLES

OFFERED = [*WAYS.items(), (OPEN_INVESTIGATION, PROPOSE)]


@pytest.mark.urls("oppvekst.faces.desk.urls")
@pytest.mark.parametrize(("step", "way"), OFFERED, ids=lambda told: told if isinstance(told, str) else told.url)
def test_a_button_leads_to_a_page_that_demands_the_same_right_by_the_same_section(step: str, way: Way) -> None:
    page = resolve(reverse(f"desk:{way.url}", args=[uuid4()])).func.view_class  # type: ignore[attr-defined]
    # The page that opens an investigation lets in one who may only propose it, and asks for each right itself.
    if page.right:
        assert (page.right, page.law) == (way.right, MACHINE.step(step).citation)


def test_every_step_has_a_right_that_somebody_holds() -> None:
    held = {right for role in ROLES.values() for right in role.rights}
    assert {step.name for step in MACHINE.steps} == set(RIGHTS)
    assert {*RIGHTS.values(), *map(right_to_propose, PROPOSABLE)} <= held
