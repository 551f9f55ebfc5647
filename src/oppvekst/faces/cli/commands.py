"""Every command there is. A module of commands is light to import: what it needs, it imports when it runs."""

from __future__ import annotations

from collections.abc import Sequence

from oppvekst.faces.cli import (
    access,
    bench,
    concerns,
    demo,
    documents,
    information,
    install,
    journal,
    law,
    roles,
    serving,
    synth,
)
from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Parser

GROUPS = (install, serving, demo, law, concerns, information, journal, roles, access, documents, synth, bench)


def run(arguments: Sequence[str]) -> Answer | None:
    """Parse a command line and carry it out."""
    given = parser().parse_args(arguments)
    found: Answer | None = given.run(given)
    return found


def parser() -> Parser:
    """The whole command line."""
    whole = Parser(
        prog="oppvekst",
        description="Fagsystem for kommunal barneverntjeneste.",
        epilog="Avslutningskode: 0 utført, 2 avvist med begrunnelse, 1 feil hos oss.",
    )
    whole.add_argument("--version", action="version", version=f"oppvekst {_version()}", help="vis versjonen")
    commands = whole.commands()
    for group in GROUPS:
        group.add(commands)
    return whole


def _version() -> str:
    from importlib.metadata import version

    return version("oppvekst")
