"""Walking through the guide: where an address stands, and everywhere it can lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oppvekst.domain.information.rules.guide.parts import Answer, Door, Ending, Question
from oppvekst.domain.information.rules.guide.tree import START
from oppvekst.law.refusals import NotFound

type Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that has been answered. ``path`` leads back to it."""

    path: Path
    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: what has been asked so far, and the question or the ending that is next."""

    path: Path
    asked: tuple[Asked, ...]
    here: Question | Ending

    @property
    def number(self) -> int:
        """Which question it is, from 1."""
        return len(self.asked) + 1


def at(path: Sequence[str]) -> Place:
    """Where a row of answers leads. Refuses an answer that nobody can give."""
    here: Question | Ending = START
    asked: list[Asked] = []
    for number, word in enumerate(path):
        answer = here.answer(word) if isinstance(here, Question) else None
        if answer is None or isinstance(here, Ending):
            raise NotFound("Veiviseren har ikke noe slikt svar.")
        asked.append(Asked(tuple(path[:number]), here, answer))
        here = answer.leads_to
    return Place(tuple(path), tuple(asked), here)


def every_path() -> Iterator[Path]:
    """Every row of answers that leads to an ending."""
    yield from (path for path, here in _everywhere() if isinstance(here, Ending))


def doors() -> tuple[Door, ...]:
    """Every door that the guide can lead to, each once."""
    found: list[Door] = []
    for _path, here in _everywhere():
        found += [door for door in _doors_of(here) if door not in found]
    return tuple(found)


def _everywhere() -> Iterator[tuple[Path, Question | Ending]]:
    waiting: list[tuple[Path, Question | Ending]] = [((), START)]
    while waiting:
        path, here = waiting.pop(0)
        yield path, here
        if isinstance(here, Question):
            waiting += [((*path, each.word), each.leads_to) for each in here.answers]


def _doors_of(here: Question | Ending) -> tuple[Door, ...]:
    return here.doors if isinstance(here, Ending) else ()
