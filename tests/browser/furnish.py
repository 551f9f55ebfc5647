"""Moves Solvik and Nordvåg into an empty database, as its owner, for good: browsers see only what is committed.

Run as ``python -m tests.browser.furnish`` with the environment of the owner's face.
"""

from __future__ import annotations

from datetime import UTC, datetime

import django


def furnish() -> None:
    """The municipalities, their staff and their published phones."""
    from oppvekst.domain.decisions.actions import EDIT_PHRASES, install_phrases
    from oppvekst.domain.information.actions import EDIT, install_defaults
    from oppvekst.ground.access.actor import Actor
    from tests.world import World

    world = World.build()
    for place in (world.solvik, world.nordvag):
        setup = Actor("oppsett", place.number, "owner", rights=frozenset({EDIT, EDIT_PHRASES}))
        install_defaults(place, at=datetime.now(UTC), by=setup)
        install_phrases(place, at=datetime.now(UTC), by=setup)


if __name__ == "__main__":
    django.setup()
    furnish()
