"""One line of the consent matrix: a person, whether she is asked, heard or told, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from oppvekst.law.citation import Citation, Mark

SERVICE = "service"
INTERPRETATION = {
    Mark.B: "Dette bygger på forarbeider eller veiledning, og ikke på lovens ord alene.",
    Mark.C: "Dette er en faglig tolkning. Loven sier det ikke med rene ord.",
}


class Part(StrEnum):
    """What somebody has to do with an act."""

    CONSENTS = "consents"
    OBJECTS = "objects"
    DECIDES = "decides"
    HEARD = "heard"
    INFORMED = "informed"
    NOT_ASKED = "not_asked"


PARTS = {
    Part.CONSENTS: "Må si ja",
    Part.OBJECTS: "Kan si nei",
    Part.DECIDES: "Bestemmer",
    Part.HEARD: "Høres",
    Part.INFORMED: "Informeres",
    Part.NOT_ASKED: "Spørres ikke",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """Why one person is asked, heard, told or not; ``written``: an oral yes is not enough in the words of the act."""

    who: str
    name: str
    part: Part
    sentence: str
    law: Citation
    sure: Mark = Mark.A
    written: bool = False
    # A yes that must have reached the institution before the stay begins (bvl § 6-1 (1)).
    handed: bool = False

    @property
    def interpretation(self) -> str:
        """What to know about how sure it is; nothing when it stands in the words of the act."""
        return INTERPRETATION.get(self.sure, "")


@dataclass(frozen=True)
class Matrix:
    """Everybody's part in one act on one day, or what must be found out before it can be read."""

    lines: tuple[Line, ...] = ()
    unclear: tuple[tuple[str, str], ...] = ()

    @property
    def required(self) -> tuple[str, ...]:
        """Those without whose yes the act cannot be done."""
        return self.whose(Part.CONSENTS)

    def whose(self, part: Part) -> tuple[str, ...]:
        """Those who have this part."""
        return tuple(line.who for line in self.lines if line.part is part)

    def line_of(self, who: str) -> Line | None:
        """This person's line."""
        return next((line for line in self.lines if line.who == who), None)


def read(lines: Iterable[Line], unclear: Iterable[tuple[str, str]] = ()) -> Matrix:
    """The matrix of these lines; nobody's part is told while something must be found out first."""
    lacking = tuple(unclear)
    return Matrix(() if lacking else tuple(lines), lacking)
