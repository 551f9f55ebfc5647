"""Command lines in Norwegian: help, and what is wrong with what was typed and how to mend it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NoReturn

from oppvekst.law.refusals import Incomplete

type Commands = argparse._SubParsersAction[Parser]

# What argparse says in English, as a sentence for the operator. The first group that matches wins.
SENTENCES = (
    (r"the following arguments are required: (.+)", "Det mangler noe: {0}."),
    (r"one of the arguments (.+) is required", "Skriv én av disse: {0}."),
    (r"unrecognized arguments: (.+)", "Kommandoen kjenner ikke «{0}»."),
    (r"argument (\S+): not allowed with argument (\S+)", "{0} kan ikke brukes sammen med {1}."),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(.*choose from (.+)\)", "«{1}» går ikke for {0}. Velg blant {2}."),
    (r"argument (\S+): expected (?:one|at least one) argument", "{0} trenger en verdi."),
    (r"argument (\S+): ignored explicit argument (.+)", "{0} tar ingen verdi."),
    (r"argument (\S+): (.+)", "{0}: {1}"),
)


class Parser(argparse.ArgumentParser):
    """argparse that refuses instead of leaving, and speaks Norwegian."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, add_help=False, formatter_class=_Help, **settings)
        self._positionals.title, self._optionals.title = "argumenter", "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        """A usage error is a refusal like any other, named by the argument it is about."""
        sentence, name = _in_norwegian(message)
        raise Incomplete({name: f"{sentence} Se «{self.prog} --help»."})

    def commands(self) -> Commands:
        """The place where commands are added."""
        return self.add_subparsers(title="kommandoer", metavar="KOMMANDO", dest="command", required=True)


def command(commands: Commands, name: str, run: Callable[[argparse.Namespace], Any], says: str) -> Parser:
    """Add a command that ``run`` carries out. ``--json`` is taken out before parsing, and stands here to be found."""
    parser = commands.add_parser(name, help=says, description=says[0].upper() + says[1:] + ".")
    parser.set_defaults(run=run)
    parser.add_argument("--json", action="store_true", help="svar med én JSON-verdi")
    return parser


def family(commands: Commands, name: str, says: str) -> Commands:
    """Add a family of commands: ``oppvekst law …``."""
    return commands.add_parser(name, help=says, description=says[0].upper() + says[1:] + ".").commands()


def day(text: str) -> date:
    """A date as an argument."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise argparse.ArgumentTypeError(f"Skriv datoen som år-måned-dag, for eksempel {_guess(text)}, ikke «{text}».")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"Datoen {text} finnes ikke i kalenderen.") from None
    if not 1900 <= found.year < 2200:
        raise argparse.ArgumentTypeError(f"{text} er for langt unna. Skriv en dato mellom 1900 og 2199.")
    return found


def moment(text: str) -> datetime:
    """A point in time as an argument; without a zone it is the wall clock in Norway."""
    try:
        if not re.match(r"\d{4}-\d\d-\d\d[T ]\d", text):
            raise ValueError(text)
        return datetime.fromisoformat(text)
    except ValueError:
        sentence = f"Skriv tidspunktet som 2026-12-24T20:00, ikke «{text}»."
        raise argparse.ArgumentTypeError(sentence) from None


def municipality(text: str) -> int:
    """A municipality number as an argument, four digits as it is written."""
    if re.fullmatch(r"\d{4}", text) and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"Et kommunenummer har fire sifre, for eksempel 0301, ikke «{text}».")


def port(text: str) -> int:
    """A port number as an argument."""
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"En port er et tall fra 1 til 65535, ikke «{text}».")


def _guess(text: str) -> str:
    """A date written the way Norwegians write it, turned; else any date."""
    parts = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", text)
    return f"{parts[3]}-{int(parts[2]):02}-{int(parts[1]):02}" if parts else "2026-03-12"


def _in_norwegian(message: str) -> tuple[str, str]:
    for pattern, sentence in SENTENCES:
        if found := re.match(pattern, message):
            return sentence.format(*(part.replace("'", "") for part in found.groups())), _name(found[1])
    return message, "command"


def _name(argument: str) -> str:
    """The field of an argument: «--start» -> «start», «-h/--help» -> «help»; the first if there are several."""
    first = argument.partition(",")[0].rpartition("/")[2]
    return first.strip().lstrip("-").replace("-", "_").lower()


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "bruk: " if prefix is None else prefix)
