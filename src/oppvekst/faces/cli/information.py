"""``oppvekst information``: what the public is told, for a switchboard or a test of one's own opening hours."""

from __future__ import annotations

from argparse import Namespace

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, family, moment, municipality

WHO = ("child", "parent", "worried", "professional", "foster-parent")


def add(commands: Commands) -> None:
    """Add these commands."""
    published = family(commands, "information", "slå opp i det kommunen har publisert")
    phones = command(published, "phone-now", phone_now, "hvem man kan ringe på et tidspunkt")
    phones.add_argument("--who", choices=WHO, required=True, help="hvem som skal ringe")
    phones.add_argument("--at", metavar="DATETIME", type=moment, required=True, help="norsk tid: 2026-12-24T20:00")
    phones.add_argument("--municipality", metavar="NUMBER", type=municipality, help="kommunenummer, fire sifre")


def phone_now(given: Namespace) -> Answer:
    """Whom to call at that moment, in order: the same answer as the page (bvl § 15-3 (4))."""
    from oppvekst.faces.cli.database import database

    with database("portal"):
        from oppvekst.domain.information import cli
        from oppvekst.ground.database.acting import acting

        with acting("portal"):
            found = cli.phone_now(given.who, given.at, given.municipality)
    return Answer(found, "\n".join(_in_words(each) for each in found))


def _in_words(line: dict[str, str | None]) -> str:
    until = f", åpent til {line['open_until']}" if line.get("open_until") else ""
    return f"{line['phone']}  {line['name']}{until}\n    {line['why']}"
