"""What makes a decision hard to read, said as quiet remarks with the place. Nothing here refuses anything.

A party shall understand what was decided and why (fvl §§ 24, 25, bvl § 12-5): the remarks help the one who writes. They are
made by counting and by lists, so they are sometimes wrong; that is why none of them stops a step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from oppvekst.domain.decisions.rules.plainer import PASSIVE, SHORT_FORMS, WORDS
from oppvekst.domain.information.rules.readability import lix, sentences

# A sentence or a paragraph with more words than this is hard to hold until its end. Our own choice, not a rule.
LONG_SENTENCE: Final = 28
LONG_PARAGRAPH: Final = 110
SHOWN: Final = 60

_BLANK = re.compile(r"\n\s*\n")
_WORD = re.compile(r"[^\W_]+(?:[-–.,'’][^\W_]+)*")


class About(Enum):
    """What a remark is about."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    WORD = "word"
    PASSIVE = "passive"
    SHORT_FORM = "short_form"

    @property
    def title(self) -> str:
        """What it is called on the page."""
        return _TITLES[self]


_TITLES: Final = {
    About.SENTENCE: "Lang setning", About.PARAGRAPH: "Langt avsnitt", About.WORD: "Enklere ord",
    About.PASSIVE: "Hvem gjør det?", About.SHORT_FORM: "Forkortelse",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remark:
    """One quiet remark: what about, in which paragraph, the words it is about, and what could be done."""

    kind: About
    paragraph: int
    place: str
    advice: str


@dataclass(frozen=True, slots=True)
class Measured:
    """How long a text is, and how heavy: below 40 is easy to read, 50 and more as heavy as most public letters."""

    words: int
    index: int

    @property
    def ease(self) -> str:
        """The index in words.

        >>> Measured(120, 34).ease, Measured(120, 44).ease, Measured(120, 58).ease
        ('lett å lese', 'middels', 'tung')
        """
        if self.index < 40:
            return "lett å lese"
        return "middels" if self.index < 50 else "tung"


def measured(text: str) -> Measured:
    """Words and readability of a text."""
    return Measured(len(_WORD.findall(text)), round(lix(text)))


def remarks(text: str, *, language: str = "nb") -> tuple[Remark, ...]:
    """Everything that could be said more simply, in the order of the text.

    >>> [(each.kind.title, each.place) for each in remarks("Det besluttes hjelp vedrørende skolen.")]
    [('Hvem gjør det?', 'Det besluttes'), ('Enklere ord', 'vedrørende')]
    """
    return tuple(
        remark
        for number, paragraph in enumerate(_paragraphs(text), start=1)
        for remark in _of_paragraph(paragraph, number, language)
    )


def _paragraphs(text: str) -> list[str]:
    return [each.strip() for each in _BLANK.split(text) if each.strip()]


def _of_paragraph(text: str, number: int, language: str) -> list[Remark]:
    count = len(_WORD.findall(text))
    found: list[tuple[int, Remark]] = []
    if count > LONG_PARAGRAPH:
        advice = f"Avsnittet har {count} ord. Del det der du begynner på noe nytt."
        found.append((0, Remark(About.PARAGRAPH, number, _short(text), advice)))
    found += _long_sentences(text, number)
    found += _in_words(text, number, language)
    return [remark for _at, remark in sorted(found, key=lambda each: each[0])]


def _long_sentences(text: str, number: int) -> Iterator[tuple[int, Remark]]:
    joined = " ".join(text.split())
    for sentence in sentences(text):
        count = len(_WORD.findall(sentence))
        if count > LONG_SENTENCE:
            advice = f"Setningen har {count} ord. Sett et punktum, og si én ting om gangen."
            yield joined.find(sentence), Remark(About.SENTENCE, number, _short(sentence), advice)


def _in_words(text: str, number: int, language: str) -> Iterator[tuple[int, Remark]]:
    joined = " ".join(text.split())
    for kind, pattern, advice in _patterns(language):
        for found in pattern.finditer(joined):
            yield found.start(), Remark(kind, number, found.group(), advice)


@cache
def _patterns(language: str) -> tuple[tuple[About, re.Pattern[str], str], ...]:
    plainer = [
        (About.WORD, re.compile(rf"\b(?:{word})\b", re.I), f"Skriv heller: {instead}.")
        for word, _called, instead in WORDS.get(language, ())
    ]
    short = [
        (About.SHORT_FORM, re.compile(rf"(?<![\w.]){re.escape(form)}(?!\w)"), f"Skriv det helt ut: {whole}.")
        for form, whole in SHORT_FORMS.get(language, {}).items()
    ]
    passive = PASSIVE.get(language)
    told = "Si hvem som gjør det, for eksempel «Vi har bestemt …»."
    return (*plainer, *short, *([(About.PASSIVE, re.compile(rf"\b{passive}\b", re.I), told)] if passive else []))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"
