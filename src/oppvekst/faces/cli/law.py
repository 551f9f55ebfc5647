"""``oppvekst law``: the rules themselves, without a database."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, day, family

if TYPE_CHECKING:
    from oppvekst.law.rulebook import Rulebook


def add(commands: Commands) -> None:
    """Add these commands."""
    laws = family(commands, "law", "regn ut frister og slå opp i reglene")
    counting = command(laws, "due", due, "regn ut når en frist går ut")
    counting.add_argument("rule", metavar="RULE", help="regelens navn, for eksempel D11")
    counting.add_argument("--start", metavar="DATE", type=day, required=True, help="dagen fristen begynte å løpe")
    command(laws, "list", list_rules, "vis alle reglene")
    check = command(laws, "check-number", check_number, "undersøk fødselsnummer og andre numre")
    check.add_argument("numbers", metavar="NUMBER", nargs="+", help="ett eller flere numre")
    check.add_argument(
        "--environment", choices=("production", "test"), default="production",
        help="oppdiktede personer er gyldige bare i test",
    )  # fmt: skip


def due(given: Namespace) -> Answer:
    """The day a limit ends, with every step of the counting (dl §§ 148-149)."""
    counted = rulebook().due(given.rule, given.start)
    day_it_ends = counted.due.isoformat() if counted.due else "ingen dato"
    head = f"{counted.rule.id}: {counted.rule.title} ({counted.rule.citation})"
    return Answer(counted.to_plain(), "\n".join([head, f"Frist: {day_it_ends}", *(f"  {s}" for s in counted.steps)]))


def list_rules(given: Namespace) -> Answer:
    """Every rule the product implements."""
    rules = rulebook().to_plain()
    name, title = (max(len(rule[column]) for rule in rules) for column in ("id", "title"))
    lines = [f"{rule['id']:<{name}}  {rule['title']:<{title}}  {rule['law']}" for rule in rules]
    return Answer(rules, "\n".join(lines))


def check_number(given: Namespace) -> Answer:
    """Whether numbers are possible, and what kind they are."""
    from oppvekst.law.identity import examine

    found = [examine(number, given.environment) for number in given.numbers]
    lines = [f"{each.number}: {each.reason}" for each in found]
    return Answer([each.to_plain() for each in found], "\n".join(lines))


def rulebook() -> Rulebook:
    """The rules of the law's own grammar and of every room."""
    from importlib import import_module
    from importlib.util import find_spec
    from pkgutil import iter_modules

    from oppvekst import domain
    from oppvekst.law import limits
    from oppvekst.law.rulebook import Rulebook

    names = [f"oppvekst.domain.{room.name}.rules" for room in iter_modules(domain.__path__)]
    rooms = [import_module(name) for name in names if find_spec(name)]
    return Rulebook(limits.RULES, *(getattr(room, "RULES", ()) for room in rooms))
