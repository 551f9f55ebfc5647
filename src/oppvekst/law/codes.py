"""Official code lists: each code with the days it may be used, so that old cases keep theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oppvekst.law.calendar import in_words
from oppvekst.law.dated import Validity
from oppvekst.law.refusals import NotAllowed, NotFound


@dataclass(frozen=True)
class Code(Validity):
    """One official code; `needs_text` means that it must be explained in free text."""

    code: str
    text: str
    needs_text: bool = False


@dataclass(frozen=True)
class CodeList:
    """A published list, with where and when it was read.

    >>> answers = CodeList("svar", "eksempel", (Code("1", "Ja"), Code("2", "Nei", valid_to=date(2025, 12, 31))))
    >>> [code.text for code in answers.on(date(2026, 1, 1))]
    ['Ja']
    >>> answers.require("2", on=date(2026, 1, 1))
    Traceback (most recent call last):
    oppvekst.law.refusals.NotAllowed: Koden 2 «Nei» i listen «svar» kan ikke brukes torsdag 1. januar 2026.
    """

    title: str
    source: str
    codes: tuple[Code, ...]

    def __post_init__(self) -> None:
        if len({code.code for code in self.codes}) != len(self.codes):
            raise ValueError(f"{self.title}: samme kode to ganger")

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def on(self, day: date) -> tuple[Code, ...]:
        """The codes that may be chosen on that day, in the order of the list."""
        return tuple(code for code in self.codes if code.valid_on(day))

    def get(self, code: str) -> Code:
        """The code, also when it is retired."""
        for known in self.codes:
            if known.code == code:
                return known
        raise NotFound(f"Koden {code} finnes ikke i listen «{self.title}».")

    def require(self, code: str, *, on: date) -> Code:
        """The code, refused if it was not valid on that day."""
        found = self.get(code)
        if not found.valid_on(on):
            raise NotAllowed(
                f"Koden {code} «{found.text}» i listen «{self.title}» kan ikke brukes {in_words(on)}.",
                because=("code_not_valid",),
            )
        return found
