"""`make new-room NAME=meetings NORSK=møte [THING=meeting]`: a room with a table, acts, questions, pages and their tests.

It passes every check from the first minute: tests/house/test_new_room.py makes one and tries it. What it is about, nobody
but you can write: docs/how-to/new-room.md says in which order.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

from tools.migrations import migrate, tidy
from tools.refused import ALONE, REFUSED, VERBS

ROOT = Path(__file__).resolve().parent.parent
PATTERN = ROOT / "tools" / "room"
CONTRACTS = ROOT / ".importlinter"
HOUSE = ROOT / "docs" / "house.md"
SETTINGS = ROOT / "src" / "oppvekst" / "settings.py"
ADDRESSES = ROOT / "src" / "oppvekst" / "faces" / "desk" / "urls.py"
RIGHTS = ROOT / "src" / "oppvekst" / "ground" / "access" / "rights.py"
OPENED = ROOT / "tests" / "house" / "opened.py"
SEEN = ROOT / "tests" / "house" / "test_seen_by_whom.py"
PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-"})

# What `of_case` lets everybody see of one row in Kari's case: the columns of tests/house/test_seen_by_whom.py.
AT_THE_DESK = tuple("·KK··KKK!··!!!")
ELSEWHERE = tuple("!!!!KK")

DONE = """
Rommet {room} står i src/oppvekst/domain/{room}/: lov, tabell, spørsmål, handlinger, tre sider og prøver.
Det har også fått linjer i .importlinter, settings.py, faces/desk/urls.py, ground/access/rights.py og to av husets prøver.
Se det: make demo, og gå til /saker/…/{slug}/ i en sak.

Hva det handler om, kan bare du skrive: docs/how-to/new-room.md har punktene i rekkefølge. Begynn med rules.py.
"""
SAY_SO = (
    "Si hva det heter: make new-room NAME=meetings NORSK=møte (og THING=meeting når ett av dem ikke er NAME uten s)."
)


@dataclass(frozen=True)
class Room:
    """What the new room is called, in code and in Norwegian."""

    name: str
    thing: str
    term: str

    @property
    def slug(self) -> str:
        """Its word in an address."""
        return self.term.lower().translate(PLAIN_LETTERS)

    @property
    def table(self) -> str:
        """Its table in the database."""
        return f"{self.name}_{self.thing.replace('_', '')}"

    @property
    def folder(self) -> Path:
        """Where it stands."""
        return ROOT / "src" / "oppvekst" / "domain" / self.name

    def words(self) -> dict[str, str]:
        """What stands for what in the pattern."""
        words = {"room": self.name, "thing": self.thing, "term": self.term, "slug": self.slug}
        return words | {
            "url": self.thing.replace("_", "-"),
            "Room": self.name.capitalize(),
            "Thing": "".join(part.capitalize() for part in self.thing.split("_")),
            "Term": self.term[:1].upper() + self.term[1:],
        }


def main(arguments: list[str]) -> int:
    """Make the room, or say what stands in the way."""
    name = arguments[0] if arguments else ""
    room = Room(name, os.environ.get("THING") or name.removesuffix("s"), os.environ.get("NORSK", "").strip())
    trouble = next(_troubles(room), "")
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    _write(room)
    _take_its_place(room)
    _open_its_doors(room)
    _stand_in_the_tests(room)
    if migrate(room.name, quiet=True):
        return 1
    tidy(room.folder, ADDRESSES, RIGHTS, OPENED, SEEN)
    print(DONE.format(room=room.name, slug=room.slug))
    return 0


def _troubles(room: Room) -> Iterator[str]:
    """Why this room cannot be made."""
    if not re.fullmatch(r"[a-z][a-z_]*", room.name) or not re.fullmatch(r"[a-z][a-z_]*", room.thing):
        yield f"Navnene i koden er engelske, med små bokstaver. {SAY_SO}"
    if not re.fullmatch(r"[a-zæøå][a-zæøå -]*", room.term, re.I):
        yield f"Rommets ting må ha sin norske fagterm. {SAY_SO}"
    if room.thing in ALONE or {*room.thing.split("_")} & (REFUSED | VERBS):
        yield f"«{room.thing}» sier for lite (docs/where-does-it-go.md, «Names»). Gi ett av dem et annet navn med THING=…"
    if room.folder.exists():
        yield f"Rommet {room.name} finnes allerede."
    steps = _steps()
    if f"({room.name})" not in steps:
        planned = ", ".join(re.findall(r"\((\w+)\)", steps))
        yield (
            f"{room.name} har ikke noe trinn i loven. Planlagt: {planned}. "
            "Et nytt trinn settes inn i .importlinter og docs/house.md først."
        )
    elif steps.index(f"({room.name})") > steps.index("cases"):
        yield f"{room.name} står under cases i loven og kan ikke henge på en sak. Se på domain/people, og lag det for hånd."


def _steps() -> str:
    text = CONTRACTS.read_text("utf-8")
    begins = text.index("layers", text.index("[importlinter:contract:stairs]"))
    return text[begins : text.index("exhaustive", begins)]


def _write(room: Room) -> None:
    for pattern in sorted(PATTERN.rglob("*.txt")):
        place = pattern.relative_to(PATTERN).with_suffix("").as_posix()
        target = room.folder / place.replace("__room__", room.name).replace("__thing__", room.thing)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(pattern.read_text("utf-8")).substitute(room.words()), "utf-8")
    for package in ("tests", "migrations"):
        (room.folder / package).mkdir(exist_ok=True)
        (room.folder / package / "__init__.py").touch()


def _take_its_place(room: Room) -> None:
    """Out of its parentheses on the stairs, and among the rooms that are installed, in the order of the law."""
    for stairs in (CONTRACTS, HOUSE):
        stairs.write_text(stairs.read_text("utf-8").replace(f"({room.name})", room.name, 1), "utf-8")
    order = [name for line in reversed(_steps().splitlines()) for name in re.findall(r"\w+", line)]
    installed = re.findall(r'"oppvekst\.domain\.(\w+)"', SETTINGS.read_text("utf-8"))
    before = [name for name in installed if order.index(name) < order.index(room.name)][-1]
    line = f'    "oppvekst.domain.{before}",\n'
    _put(SETTINGS, line, f'{line}    "oppvekst.domain.{room.name}",\n')


def _open_its_doors(room: Room) -> None:
    """Its addresses at the desk, and what one who works with cases may do there."""
    _put(
        ADDRESSES,
        "from oppvekst.faces.",
        f"from oppvekst.domain.{room.name}.desk.urls import urlpatterns as {room.name}\n\\g<0>",
    )
    _put(ADDRESSES, "\n]\nurlpatterns", f"\n    *{room.name},\\g<0>")
    _put(
        RIGHTS,
        r"(CASE_WORK = frozenset\(\{[^}]*?),?\s*\}\)",
        f'\\1,\n    "{room.thing}.open", "{room.thing}.end",\n}})',
        plain=False,
    )


def _stand_in_the_tests(room: Room) -> None:
    """One of Kari's, which strangers then try to find, and a line of who sees what for its table and each question."""
    acts = f"from oppvekst.domain.{room.name}.actions import open_{room.thing}\n"
    _put(OPENED, "from oppvekst.ground.", f"{acts}\\g<0>")
    _put(OPENED, r"(OPENED[^=]*)= \{([^}]*)\}", f'\\1= {{\\2"{room.thing}_id": open_{room.thing},\n}}', plain=False)
    _put(SEEN, "from oppvekst.ground.", f"from oppvekst.domain.{room.name} import queries as {room.name}\n\\g<0>")
    for grid, letters in (("AT_THE_DESK", AT_THE_DESK), ("ELSEWHERE", ELSEWHERE)):
        _line(grid, room.table, letters)
    for question, kind in ((f"get_{room.thing}", room.thing), ("of_case", "case")):
        _line("QUERIES", f"{room.name}.{question}", AT_THE_DESK)
        asked = f'    "{room.name}.{question}": each("{kind}", {room.name}.{question}),\n'
        _put(SEEN, '    "agenda.worklist"', f"{asked}\\g<0>")
    _put(SEEN, "}  # fmt: skip\n\n# What everybody", f'    "{room.name}.facts_of",\n\\g<0>')


def _line(grid: str, name: str, letters: tuple[str, ...]) -> None:
    """A line of a grid, in its place by name, each letter under those of its column."""
    text = SEEN.read_text("utf-8")
    before, lines = text.split(f'\n{grid} = """\n', 1)
    lines, after = lines.split('\n"""', 1)
    new = "".join(
        f"{word + ' ':{width}}" for word, width in zip((name, *letters), _widths(lines), strict=True)
    ).rstrip()
    SEEN.write_text(f'{before}\n{grid} = """\n' + "\n".join(_placed(lines.split("\n"), new)) + f'\n"""{after}', "utf-8")


def _widths(lines: str) -> list[int]:
    """How wide each column of a grid is: as its widest word, and a space."""
    columns = zip(*(line.split() for line in lines.split("\n")), strict=True)
    return [max(map(len, column)) + 1 for column in columns]


def _placed(lines: list[str], new: str) -> list[str]:
    """Before the first that comes after it; at the end where they stand in another order."""
    if lines != sorted(lines, key=lambda line: line.split()[0]):
        return [*lines, new]
    return sorted([*lines, new], key=lambda line: line.split()[0])


def _put(path: Path, where: str, what: str, *, plain: bool = True) -> None:
    """Replace the first of its kind in a file; where the file has been written otherwise, say what a person must do."""
    text = path.read_text("utf-8")
    changed, found = re.subn(re.escape(where) if plain else where, what, text, count=1)
    if not found:
        raise SystemExit(f"Fant ikke «{where}» i {path.relative_to(ROOT)}. Sett inn der for hånd: {what}")
    path.write_text(changed, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
