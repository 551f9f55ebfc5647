"""The operator's command, from the wall clock to plain data."""

from datetime import datetime
from importlib import import_module

import pytest

from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete
from tests.world import NORDVAG, World

# Only faces import doors; a test reaches this one by its name.
ask = import_module("oppvekst.domain.information.cli").phone_now


def wall(words: str) -> datetime:
    return datetime.fromisoformat(words)


def test_without_any_municipality_the_default_hours_answer(empty: str) -> None:
    assert ask("worried", wall("2026-11-18T10:00"))[0]["phone"] == "00 00 99 10"


def test_the_command_answers_for_the_municipality_that_is_named(world: World) -> None:
    setup = Actor("oppsett", NORDVAG, "owner", rights=frozenset({EDIT}))
    install_defaults(world.nordvag, at=wall("2026-01-01T00:00+01:00"), by=setup)
    assert ask("worried", wall("2026-11-18T10:00"), NORDVAG)[0]["phone"] == "00 00 97 10"


@pytest.mark.django_db
def test_a_time_without_a_zone_is_the_wall_clock_in_norway() -> None:
    naive, aware = wall("2026-07-01T14:59"), wall("2026-07-01T14:59").replace(tzinfo=OSLO)
    assert ask("parent", naive) == ask("parent", aware) == ask("parent", wall("2026-07-01T12:59+00:00"))


def test_an_unknown_caller_is_told_whom_to_choose_among() -> None:
    with pytest.raises(Incomplete, match="foster-parent"):
        ask("neighbour", wall("2026-11-18T10:00"))
