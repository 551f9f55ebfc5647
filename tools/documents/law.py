"""The law as a book: one page for every section that the house cites, with what rests on it and where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from oppvekst.law.citation import ACTS, Citation
from oppvekst.law.deadline import Rule
from oppvekst.law.machine import Machine
from tools.documents.deadlines import counted_from
from tools.documents.markdown import code, page, section, table
from tools.documents.source import Told, found, rules, told

type Place = tuple[str, str]

LEAD = "Hva som hviler på denne paragrafen i systemet. Lovens egne ord står hos [Lovdata]({url})."
# «bvl §§ 2-1, 2-2 (2) and 13-3»: an act, then its sections.
RUN = re.compile(
    r"\b(bvl|fvl|dl|hol) §§? ((?:\d[\w()-]*(?: [a-z](?=[ ,.;:)]))?(?: \(\d+\)| \w+ sentence|, | and | og | - )*)+)"
)
# Acts with chapters number their sections «2-1»; in the others a dash means from and to.
CHAPTERED = ("bvl", "hol")
SECTION = re.compile(r"(?<![(\d-])\d+-\d+(?: [a-z](?=[ ,.;:)]|$))?")
PLAIN = re.compile(r"(?<!\()\b\d+(?: [a-z](?=[ ,.;:)]|$))?")


def write() -> dict[str, str]:
    """A page a section, and the list of them."""
    limits, steps, mentions = _rules(), _steps(), _mentions()
    places = sorted({*limits, *steps, *mentions}, key=_order)
    pages = {file_of(place): _page(place, limits[place], steps[place], mentions[place]) for place in places}
    listed = "\n".join(f"- [{act} § {number}]({file_of((act, number))})" for act, number in places)
    return pages | {"README.md": page("Loven i huset", "Alle paragrafer systemet bygger på.", listed)}


def file_of(place: Place) -> str:
    """`bvl § 2-1` -> `bvl-2-1.md`."""
    act, number = place
    return f"{re.sub(r'[^a-zæøå0-9]+', '-', act.lower()).strip('-')}-{number.replace(' ', '')}.md"


def _page(place: Place, limits: list[Rule], steps: list[str], mentions: list[Told]) -> str:
    act, number = place
    citation = Citation(act, number)
    return page(
        f"{act} § {number}",
        LEAD.format(url=citation.url().replace(" ", "")),
        section("Frister", _limits(limits)),
        section("Steg og vilkår", "\n".join(steps)),
        section("I koden", table(["Hvor", "Hva", "Sier"], [_mention(each) for each in mentions])),
    )


def _limits(limits: list[Rule]) -> str:
    return table(
        ["Regel", "Hva", "Frist", "Regnes fra"],
        [(rule.id, rule.title, rule.length(), counted_from(rule)) for rule in limits],
    )


def _mention(each: Told) -> tuple[str, str, str]:
    return code(each.path.removeprefix("src/oppvekst/")), code(each.name), each.says.split("\n\n")[0]


def _rules() -> defaultdict[Place, list[Rule]]:
    gathered: defaultdict[Place, list[Rule]] = defaultdict(list)
    for _, rule in rules():
        for place in _places(rule.citation):
            gathered[place].append(rule)
    return gathered


def _steps() -> defaultdict[Place, list[str]]:
    gathered: defaultdict[Place, list[str]] = defaultdict(list)
    for room, machine in found(Machine):
        for place, said in _lines(machine):
            line = f"- {said} ([{room}](../machines/{room}.md))"
            if line not in gathered[place]:
                gathered[place].append(line)
    return gathered


def _lines(machine: Machine[Any]) -> Iterator[tuple[Place, str]]:
    for step in machine.steps:
        for place in _places(step.citation):
            yield place, f"Steget «{step.title or step.name}» ({step.citation})"
        for guard in step.guards:
            for place in _places(guard.citation):
                yield place, f"Vilkår for «{step.title or step.name}»: {guard.refusal} ({guard.citation})"


def _mentions() -> defaultdict[Place, list[Told]]:
    gathered: defaultdict[Place, list[Told]] = defaultdict(list)
    for each in told():
        for place in dict.fromkeys(_read(each.says)):
            gathered[place].append(each)
    return gathered


def _places(citation: Citation) -> Iterator[Place]:
    for part in (citation, *citation.also):
        yield part.act, part.section


def _read(text: str) -> Iterator[Place]:
    for act, run in RUN.findall(" ".join(text.split())):
        for number in (SECTION if act in CHAPTERED else PLAIN).findall(run):
            yield act, number


def _order(place: Place) -> tuple[int, list[int], str]:
    act, number = place
    return list(ACTS).index(act), [int(part) for part in re.findall(r"\d+", number)], number
