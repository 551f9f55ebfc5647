"""The documents agree with the code, and lead where they say."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from django.db import connection

from tools.documents import FOLDERS, MARK, documents

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
READ = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
PATH = re.compile(r"`((?:src/oppvekst|docs|tests|tools|assets)/[\w./-]+?)(?:: ?([\w., ]+))?`")


def test_every_generated_document_is_approved(db: None) -> None:
    with connection.cursor() as cursor:
        wanted = documents(cursor)
    if os.environ.get("OPPVEKST_APPROVE"):
        _approve(wanted)
    changed = sorted(path for path, text in wanted.items() if _kept(path) != text)
    assert not changed, (
        f"Koden sier noe annet enn disse i docs/: {', '.join(changed)}. Kjør «make approve», og les forskjellen."
    )
    assert not _left_over(wanted), f"Skrives ikke lenger: {_left_over(wanted)}. Kjør «make approve»."


def _approve(wanted: dict[str, str]) -> None:
    for path in _left_over(wanted):
        (DOCS / path).unlink()
    for path, text in wanted.items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, "utf-8")


def _kept(path: str) -> str:
    return (DOCS / path).read_text("utf-8") if (DOCS / path).exists() else ""


def _left_over(wanted: dict[str, str]) -> list[str]:
    """Documents in the generated folders, or with the mark of a generated one, that are written no more."""
    kept = [
        path for path in DOCS.rglob("*.md") if path.parent.name in FOLDERS or path.read_text("utf-8").startswith(MARK)
    ]
    return sorted(path.relative_to(DOCS).as_posix() for path in kept if path.relative_to(DOCS).as_posix() not in wanted)


@pytest.mark.parametrize("page", READ, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_somewhere(page: Path) -> None:
    links = [
        link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link and not link.startswith("mailto:")
    ]
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", READ, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_path_that_a_document_names_is_there_and_what_it_names_in_it(page: Path) -> None:
    named = PATH.findall(page.read_text("utf-8"))
    assert not [path for path, _ in named if not (ROOT / path).exists()]
    there = {path: (ROOT / path).read_text("utf-8") for path, _ in named if (ROOT / path).is_file()}
    gone = [
        f"{path}: {name}" for path, names in named for name in names.split(", ") if name not in there.get(path, name)
    ]
    assert not gone, "Fila er der, men ikke det som nevnes i den."


def test_every_command_of_the_makefile_is_told_of_itself() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    commands = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    assert commands == set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.M))
    for page in READ:
        named = set(re.findall(r"`make ([a-z-]+)", page.read_text("utf-8")))
        assert named <= commands, f"{page.name} nevner noe make ikke kan"


def test_the_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(page.name[:4]) for page in (DOCS / "adr").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_stairs_are_drawn_as_they_are_built() -> None:
    """A room in parentheses has its place and is not built: `make new-room` takes it out of them in both."""
    contracts = (ROOT / ".importlinter").read_text("utf-8")
    layers = contracts[contracts.index("contract:stairs]") :].split("layers =\n", 1)[1].split("exhaustive", 1)[0]
    built = [sorted(line.replace(" ", "").split("|")) for line in reversed(layers.strip().splitlines())]
    drawn = (DOCS / "house.md").read_text("utf-8").split("domain    ", 1)[1].split("ground    ", 1)[0]
    assert [sorted(step.split("|")) for step in re.sub(r"\s", "", drawn).split("<")] == built
