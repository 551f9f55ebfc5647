"""What somebody wrote in the search field: a name, a birth date, an identity number, a case's or a concern's number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from oppvekst.ground.web.forms import DateField

# Eleven digits, also with a space or a dash after the birth date, wherever in the words they stand.
IDENTITY = re.compile(r"(?<!\d)(\d{6})[\s-]?(\d{5})(?!\d)")
DAY = re.compile(
    r"(?<!\d)\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{4}(?!\d)|(?<!\d)\d{1,2} \d{1,2} \d{4}(?!\d)|(?<!\d)\d{8}(?!\d)"
)
CASE = re.compile(r"\d{4}-\d{4,}")
CONCERN = re.compile(r"[mM]-?(\d{4}-\d{4,})")


@dataclass(frozen=True)
class Asked:
    """A question of the search, taken apart."""

    name: str = ""
    born: date | None = None
    number: str = ""
    case_number: str = ""
    concern_number: str = ""

    @property
    def personal(self) -> bool:
        """Whether it says who it is about: a name, a birth date or a number may not stand in an address."""
        return any((self.name, self.born, self.number))

    def __bool__(self) -> bool:
        return any((self.name, self.born, self.number, self.case_number, self.concern_number))


def secret(words: str) -> bool:
    """Whether an identity number stands in the words: it is not written back into the search field."""
    return IDENTITY.search(words) is not None


def asked(words: str) -> Asked:
    """Take the words apart.

    >>> asked("Emil Sunde 24.11.2016")
    Asked(name='Emil Sunde', born=datetime.date(2016, 11, 24), number='', case_number='', concern_number='')
    >>> asked("241116 12345").number, asked("m-2026-0004").concern_number, asked("2026-0012").case_number
    ('24111612345', 'M-2026-0004', '2026-0012')
    """
    words = " ".join(words.split())
    if found := CONCERN.fullmatch(words):
        return Asked(concern_number=f"M-{found[1]}")
    if CASE.fullmatch(words):
        return Asked(case_number=words)
    number = IDENTITY.search(words)
    rest = IDENTITY.sub(" ", words)
    day = DAY.search(rest)
    born = _day(day[0]) if day else None
    name = " ".join((DAY.sub(" ", rest) if born else rest).split())
    return Asked(name=name, born=born, number="".join(number.groups()) if number else "")


def _day(text: str) -> date | None:
    try:
        return DateField(required=False).clean(text)  # type: ignore[no-any-return]
    except ValidationError:
        return None
