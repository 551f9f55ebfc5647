"""Whether a yes stands: who has said what to which text, and what is missing before an act may be done."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oppvekst.domain.decisions.rules.consent.lines import Line, Matrix, Part
from oppvekst.law.citation import Citation, bvl
from oppvekst.law.refusals import NotAllowed


class Said(StrEnum):
    """What somebody answered."""

    YES = "given"
    NO = "refused"
    WITHDRAWN = "withdrawn"


class Form(StrEnum):
    """How it was said: an oral yes is valid where the act does not ask for more; the written one should follow."""

    WRITTEN = "written"
    ORAL = "oral"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One person's latest word about one text. ``handed_on``: when the institution got the child's written yes."""

    who: str
    said: Said
    version: str
    form: Form = Form.WRITTEN
    handed_on: date | None = None


@dataclass(frozen=True)
class Missing:
    """Why an act cannot be done yet: whose yes is lacking, or which fact, with the sentence and the section."""

    who: str
    why: str
    sentence: str
    law: Citation
    interpretation: str = ""


def version_of(text: str) -> str:
    """The mark of an exact text: other words, other mark, and a new yes is needed. Line ends and outer blanks are nothing.

    >>> version_of("Ja.\\r\\nTakk. ") == version_of("Ja.\\nTakk.")
    True
    """
    return hashlib.sha256("\n".join(text.strip().splitlines()).encode()).hexdigest()


def tells_where(text: str, reached: Iterable[str]) -> bool:
    """Whether a text that several get holds an address or a phone of one of them (bvl § 13-1).

    >>> tells_where("Ring mor på 0000 2233.", ["00 00 22 33"]), tells_where("Veiledning i seks måneder.", ["Fjordgata 1"])
    (True, False)
    """
    plain, digits = _plain(text), _digits(text)
    return any(
        (len(number) >= PHONE and number in digits) or (len(line) >= LINE and line in plain)
        for one in reached
        for number, line in [(_digits(one) if _plain(one).strip(" +0123456789") == "" else "", _plain(one))]
    )


# A phone has eight digits; a line of an address is a word and a number at least.
PHONE, LINE = 8, 5


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _digits(text: str) -> str:
    return re.sub(r"(?<=\d)[\s.\-]+(?=\d)", "", text)


def missing(
    matrix: Matrix, answers: Iterable[Answer], *, version: str, begins_on: date | None = None
) -> tuple[Missing, ...]:
    """Everything that is lacking before the act may be done; empty when every yes stands (bvl kap. 3)."""
    said = {answer.who: answer for answer in answers}
    facts = tuple(Missing("", field, sentence, FACTS) for field, sentence in matrix.unclear)
    return (*facts, *(one for line in matrix.lines for one in _lacking(line, said.get(line.who), version, begins_on)))


# A case is to be elucidated before it is decided.
FACTS = bvl("12-1")


def _lacking(line: Line, answer: Answer | None, version: str, begins_on: date | None) -> Iterator[Missing]:
    if line.part is Part.OBJECTS:
        if answer and answer.said is not Said.YES:
            yield _of(line, "objects", f"{line.name} motsetter seg hjelpen. Da kan den ikke opprettholdes.")
    elif line.part is Part.CONSENTS:
        found = _why_not(line, answer, version, begins_on)
        if found:
            yield _of(line, *found)


def _why_not(line: Line, answer: Answer | None, version: str, begins_on: date | None) -> tuple[str, str] | None:
    name = line.name
    if answer is None:
        return "not_answered", f"{name} må si ja, og har ikke svart."
    if answer.said is not Said.YES:
        return answer.said.value, _NO[answer.said].format(name=name)
    if answer.version != version:
        return "other_text", f"Teksten er endret etter at {name} sa ja. Spør på nytt."
    if line.written and answer.form is Form.ORAL:
        return "not_written", f"{name} har sagt ja muntlig. Her krever loven at det er skriftlig."
    return _not_handed(name, answer.handed_on, begins_on) if line.handed else None


_NO = {Said.NO: "{name} må si ja, og har sagt nei.", Said.WITHDRAWN: "{name} har trukket samtykket."}


def _not_handed(name: str, handed_on: date | None, begins_on: date | None) -> tuple[str, str] | None:
    if handed_on is None:
        return (
            "not_handed",
            f"Institusjonen må ha fått det skriftlige samtykket fra {name} senest når oppholdet begynner.",
        )
    if begins_on and handed_on > begins_on:
        return (
            "before_start",
            f"Institusjonen fikk samtykket fra {name} etter at oppholdet begynte. Da er det for sent.",
        )
    return None


def _of(line: Line, why: str, sentence: str) -> Missing:
    return Missing(line.who, why, sentence, line.law, line.interpretation)


def stands(matrix: Matrix, answers: Iterable[Answer], *, version: str, begins_on: date | None = None) -> bool:
    """Whether nothing is missing."""
    return not missing(matrix, answers, version=version, begins_on=begins_on)


def to_be_written(matrix: Matrix, answers: Iterable[Answer]) -> tuple[str, ...]:
    """Those whose oral yes stands and who should be asked for the written one («bør», guidance to bvl § 3-1)."""
    oral = {answer.who for answer in answers if answer.said is Said.YES and answer.form is Form.ORAL}
    return tuple(who for who in matrix.required if who in oral)


def in_words(lacking: Iterable[Missing]) -> tuple[str, ...]:
    """What is missing, as the steps of a decision and a measure ask for it."""
    return tuple(one.sentence for one in lacking)


def demand(lacking: tuple[Missing, ...]) -> None:
    """Refuse with every sentence and the first section, unless all have said yes (bvl kap. 3)."""
    if lacking:
        sentence = " ".join(one.sentence for one in lacking)
        raise NotAllowed(
            sentence, lacking[0].law, because=tuple(one.who or one.why for one in lacking),
            interpretation=lacking[0].interpretation or None,
        )  # fmt: skip
