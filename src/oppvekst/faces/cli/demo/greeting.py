"""What the demo says when it is up."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from oppvekst.faces.cli.demo.household import url
from oppvekst.faces.cli.demo.staff import HOSTS, MUNICIPALITIES, STAFF, Person
from oppvekst.faces.cli.demo.visitors import VISITORS, Visitor

WIDE = 120


def welcome(ports: dict[str, int], folder: Path) -> None:
    """Addresses, log-ins, and how to stop. Beautiful on a terminal, plain in a pipe."""
    console = Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else WIDE)
    parts = Group(
        _doors(ports),
        Text(),
        Text("Logg inn på skrivebordet som", style="bold"),
        _logins(STAFF),
        Text(),
        Text("og på Min side som", style="bold"),
        _logins(VISITORS),
        Text(),
        _advice(folder),
    )
    title = "Oppvekst · demokommunen Solvik"
    if console.is_terminal:
        console.print(Padding(Panel(parts, title=title, padding=(1, 2), expand=False), (1, 0)))
    else:
        console.print(title, parts, sep="\n\n", soft_wrap=True)
    sys.stdout.flush()


def addresses(ports: dict[str, int]) -> str:
    """Where it answers, as plain lines."""
    return "\n".join(f"{name:<28}{address}" for name, address in _addresses(ports))


def _addresses(ports: dict[str, int]) -> list[tuple[str, str]]:
    portal = url(ports["portal"])
    return [
        ("Portalen, for alle", portal),
        ("Skrivebordet, for ansatte", url(ports["desk"])),
        ("Min side, for barn og foreldre", url(ports["mypage"])),
        *(
            (f"Naboen {MUNICIPALITIES[number][0]}s portal", portal.replace("localhost", host))
            for number, host in HOSTS.items()
        ),
    ]


def _doors(ports: dict[str, int]) -> Table:
    table = Table.grid(padding=(0, 3))
    for name, address in _addresses(ports):
        table.add_row(Text(name), Text(address, style=f"bold cyan link {address}"))
    return table


def _logins(persons: Iterable[Person | Visitor]) -> Table:
    table = Table.grid(padding=(0, 3))
    for person in persons:
        table.add_row(Text(person.name), Text(person.title), Text(person.worth, style="dim"))
    return table


def _advice(folder: Path) -> Text:
    return Text(
        "Passord trengs ikke. Alle personer og tall er oppdiktet.\n"
        f"Dataene ligger i {folder}.\n"
        "Stopp med Ctrl-C. «oppvekst demo --reset» begynner på nytt.",
        style="dim",
    )
