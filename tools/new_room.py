"""`make new-room NAME=meetings [THING=meeting] [NORSK=møte]`: a room with a table, an act, a question and their tests.

It passes every check from the first minute. What it is about, nobody but you can write: the list at the end says where.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parent.parent
PATTERN = ROOT / "tools" / "room"
CONTRACTS = ROOT / ".importlinter"
SETTINGS = ROOT / "src" / "oppvekst" / "settings.py"
# makemigrations looks for a database to compare with, and does well without one.
NOWHERE = "postgresql://nobody@/nothing?host=/nowhere"

CHECKLIST = """
Rommet {room} står i src/oppvekst/domain/{room}/, på sitt trinn i loven, med tabell, migrering og prøver.

Gjør dette selv, i denne rekkefølgen (docs/how-to/new-room.md forklarer hvert punkt):
  1. rules.py    lovens tilstander, steg, vilkår og frister, hver med sin egen paragraf
  2. models.py   hva som må huskes, med norsk fagterm; så «makemigrations» og hvem som når radene
  3. queries.py  hva saksbehandleren må få vite; get_{thing} er eneste vei inn
  4. actions.py  én handling, én funksjon, én journalføring
  5. rettigheter: gi handlingene egne navn, og rollene dem, i ground/access/rights.py
  6. dører: desk/, portal/, mypage/, cli.py, jobs.py, bare de som trengs; adressene samles i faces/
  7. prøver: setninger en saksbehandler kan lese; det Ola ikke skal se, og det loven nekter
  8. demoen: la et barn i Solvik være innom rommet
  9. make approve, og les hva ordliste, frister, livsløp og rettigheter nå sier
 10. make check
"""


@dataclass(frozen=True)
class Room:
    """What the new room is called, in code and in Norwegian."""

    name: str
    thing: str
    term: str

    def words(self) -> dict[str, str]:
        """What stands for what in the pattern."""
        words = {"room": self.name, "thing": self.thing, "term": self.term}
        return words | {
            "Room": self.name.capitalize(),
            "Thing": "".join(part.capitalize() for part in self.thing.split("_")),
            "Term": self.term[:1].upper() + self.term[1:],
        }

    @property
    def folder(self) -> Path:
        """Where it stands."""
        return ROOT / "src" / "oppvekst" / "domain" / self.name


def main(arguments: list[str]) -> int:
    """Make the room, or say what stands in the way."""
    name = arguments[0] if arguments else ""
    room = Room(
        name, os.environ.get("THING") or name.removesuffix("s"), os.environ.get("NORSK") or name.removesuffix("s")
    )
    trouble = _trouble(room)
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    _write(room)
    _take_its_place(room)
    _migrate(room)
    _tidy(room)
    print(CHECKLIST.format(room=room.name, thing=room.thing))
    return 0


def _trouble(room: Room) -> str:
    """Why this room cannot be made."""
    if not re.fullmatch(r"[a-z][a-z_]*", room.name) or not re.fullmatch(r"[a-z][a-z_]*", room.thing):
        return "Gi rommet et engelsk navn med små bokstaver: make new-room NAME=meetings"
    if room.folder.exists():
        return f"Rommet {room.name} finnes allerede."
    steps = _steps()
    if f"({room.name})" not in steps:
        planned = ", ".join(re.findall(r"\((\w+)\)", steps))
        return f"{room.name} har ikke noe trinn i loven. Planlagt: {planned}. Et nytt trinn settes inn i .importlinter først."
    if steps.index(f"({room.name})") > steps.index("cases"):
        return f"{room.name} står under cases i loven og kan ikke henge på en sak. Se på domain/people, og lag det for hånd."
    return ""


def _steps() -> str:
    text = CONTRACTS.read_text("utf-8")
    begins = text.index("layers", text.index("[importlinter:contract:stairs]"))
    return text[begins : text.index("exhaustive", begins)]


def _write(room: Room) -> None:
    for pattern in sorted(PATTERN.rglob("*.txt")):
        target = room.folder / pattern.relative_to(PATTERN).with_suffix("")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(pattern.read_text("utf-8")).substitute(room.words()), "utf-8")
    for package in ("tests", "migrations"):
        (room.folder / package).mkdir(exist_ok=True)
        (room.folder / package / "__init__.py").touch()


def _take_its_place(room: Room) -> None:
    """Out of its parentheses on the stairs, and among the rooms that are installed, in the order of the law."""
    CONTRACTS.write_text(CONTRACTS.read_text("utf-8").replace(f"({room.name})", room.name, 1), "utf-8")
    order = [name for line in reversed(_steps().splitlines()) for name in re.findall(r"\w+", line)]
    settings = SETTINGS.read_text("utf-8")
    installed = re.findall(r'"oppvekst\.domain\.(\w+)"', settings)
    before = [name for name in installed if order.index(name) < order.index(room.name)][-1]
    line = f'    "oppvekst.domain.{before}",\n'
    SETTINGS.write_text(settings.replace(line, f'{line}    "oppvekst.domain.{room.name}",\n', 1), "utf-8")


def _migrate(room: Room) -> None:
    environment = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "oppvekst.settings", "OPPVEKST_FACE": "owner",
        "OPPVEKST_SECRET_KEY": "only-for-this", "DATABASE_URL_OWNER": NOWHERE, "PYTHONWARNINGS": "ignore",
    }  # fmt: skip
    command = [sys.executable, "-m", "django", "makemigrations", room.name, "--skip-checks", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def _tidy(room: Room) -> None:
    """As long names break lines and short ones do not, the house's own form is given last."""
    ruff = str(Path(sys.executable).parent / "ruff")
    for step in (["check", "--quiet", "--fix", "--select", "I"], ["format", "--quiet"]):
        subprocess.run([ruff, *step, str(room.folder)], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
