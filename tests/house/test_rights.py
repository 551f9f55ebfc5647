"""Rights are names in two places: the act that asks, and the role that has it. They must be the same names."""

from __future__ import annotations

from oppvekst.ground.access.actor import clock, public
from oppvekst.ground.access.rights import ROLES
from tools.documents.rights import asked_rights

NOWHERE = 9998


def test_every_right_that_an_act_asks_for_is_somebodys() -> None:
    given = {right for role in ROLES.values() for right in role.rights}
    given |= public(NOWHERE).rights | clock(NOWHERE).rights
    assert not sorted({f"{function}: {right}" for _, function, right in asked_rights() if right not in given})
