"""``oppvekst roles``: which role a group at the municipality's log-in provider gives here."""

from __future__ import annotations

from argparse import Namespace

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, family, municipality
from oppvekst.ground.access.rights import ROLES


def add(commands: Commands) -> None:
    """Add these commands."""
    roles = family(commands, "roles", "roller fra kommunens innlogging")
    for name, run, says in (
        ("claim", claim, "en gruppe hos leverandøren gir en rolle her"),
        ("unclaim", unclaim, "gruppen gir ikke rollen lenger"),
    ):
        parser = command(roles, name, run, says)
        parser.add_argument("--municipality", metavar="NUMBER", type=municipality, required=True, help="kommunenummer")
        parser.add_argument("--value", metavar="VALUE", required=True, help="gruppen slik leverandøren skriver den")
        parser.add_argument("--role", choices=tuple(ROLES), required=True, help="rollen den gir")


def claim(given: Namespace) -> Answer:
    """Let a value of the provider's give a role for the day somebody logs in with it; safe to repeat."""
    return _with_owner("claim_role", given, f"«{given.value}» gir rollen {ROLES[given.role].title.lower()}.")


def unclaim(given: Namespace) -> Answer:
    """Let it give the role no more. What it has given today, stands until midnight."""
    return _with_owner("unclaim_role", given, f"«{given.value}» gir ikke lenger {ROLES[given.role].title.lower()}.")


def _with_owner(act: str, given: Namespace, told: str) -> Answer:
    from oppvekst.faces.cli.database import database

    with database("owner"):
        from oppvekst.ground.access import service
        from oppvekst.ground.database.acting import acting

        with acting("owner"):
            getattr(service, act)(given.municipality, given.value, given.role)
    return Answer({"municipality": f"{given.municipality:04d}", "value": given.value, "role": given.role}, told)
