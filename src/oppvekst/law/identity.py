"""Identity numbers: is this one possible, what kind is it, and what does it tell?

Sources: Skatteetaten, «Nytt fødselsnummer fra 2032» (check digits, no century and no sex in new numbers); Statistics
Norway's register specification (numbers for the unborn and for those without a number); Utlendingsdirektoratet (DUF);
Brønnøysundregistrene (organisation numbers).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import TypedDict

from oppvekst.law.refusals import NotFound


class Environment(StrEnum):
    """Invented persons exist only in test."""

    PRODUCTION = "production"
    TEST = "test"


class Kind(StrEnum):
    """What sort of number it is."""

    FNR = "fnr"
    DNR = "dnr"
    HNR = "hnr"
    SYNTHETIC = "synthetic"
    DUF = "duf"
    ORGNR = "orgnr"
    PSEUDO = "pseudo"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """What an old number tells; a number of the kind issued from 2032 tells nothing."""

    FEMALE = "female"
    MALE = "male"


class PlainFinding(TypedDict):
    """A finding as the public interface writes it."""

    number: str
    valid: bool
    kind: str
    reason: str


@dataclass(frozen=True)
class Finding:
    """What a number turned out to be, with the reason in words; birth date and sex only where it tells them."""

    number: str
    valid: bool
    kind: Kind
    reason: str
    birth_date: date | None = None
    sex: Sex | None = None

    def to_plain(self) -> PlainFinding:
        """The finding as the public interface writes it."""
        return {"number": self.number, "valid": self.valid, "kind": self.kind.value, "reason": self.reason}


_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_ORGNR = (3, 2, 7, 6, 5, 4, 3, 2, 1)
_UNBORN = "99999"
_WITHOUT_NUMBER = {"00100": Sex.MALE, "00200": Sex.FEMALE}
_NAMES = {Kind.FNR: "fødselsnummer", Kind.DNR: "D-nummer", Kind.HNR: "hjelpenummer"}


def examine(
    number: str, environment: Environment | str = Environment.PRODUCTION, *, year: int | None = None
) -> Finding:
    """Examine any identity number; spaces are forgiven.

    `year` is the year of the case or filing: a number made of a birth date alone does not tell its century.

    >>> examine("069219 52389", "test").to_plain()["kind"]
    'synthetic'
    >>> examine("958935421").reason
    'Kontrollsifferet stemmer ikke. Se etter en skrivefeil.'
    """
    digits = "".join(number.split())
    if not (digits.isascii() and digits.isdigit()):
        return Finding(digits, False, Kind.UNKNOWN, "Nummeret kan bare ha sifre.")
    if len(digits) == 11:
        return _person(digits, Environment(environment), year)
    if len(digits) == 12:
        return _finding(digits, Kind.DUF, "DUF-nummer", _sum(_DUF, digits) == int(digits[10:]))
    if len(digits) == 9:
        return _finding(digits, Kind.ORGNR, "organisasjonsnummer", _sum(_ORGNR, digits) == 0)
    reason = f"Nummeret har {len(digits)} sifre. Et fødselsnummer har 11, et DUF-nummer 12, et organisasjonsnummer 9."
    return Finding(digits, False, Kind.UNKNOWN, reason)


def synthetic(birth_date: date, sex: Sex | str = Sex.FEMALE, serial: int = 0) -> str:
    """The invented number (month + 80) of the person with that serial among those born that day.

    >>> synthetic(date(2011, 11, 21)) == synthetic(date(2011, 11, 21), "female", 0)
    True
    >>> examine(synthetic(date(2011, 11, 21), "male", 7), "test").birth_date
    datetime.date(2011, 11, 21)
    """
    found = next(islice(_synthetics(birth_date, Sex(sex)), serial, None), None)
    if found is None:
        raise NotFound(f"Det finnes ikke så mange syntetiske numre for {birth_date.isoformat()}.")
    return found


def pseudo(day: date, sex: Sex | str | None) -> str:
    """The filing number of a child without one: the birth date, or the due date and no sex for the unborn.

    >>> pseudo(date(2027, 2, 5), None), pseudo(date(2026, 2, 5), "female")
    ('05022799999', '05022600200')
    """
    endings = {told: ending for ending, told in _WITHOUT_NUMBER.items()}
    return f"{day:%d%m%y}" + (endings[Sex(sex)] if sex else _UNBORN)


def _person(digits: str, environment: Environment, year: int | None) -> Finding:
    if not _checks(digits):
        return _examine_pseudo(digits, year) or _refuse_person(digits)
    kind, day, month = _unfold(digits)
    born = _birth_date(digits, day, month)
    if not _exists(day, month, digits[4:6], born):
        return Finding(digits, False, kind, "Datoen i nummeret finnes ikke.")
    told = (born, _sex(digits))
    if kind is not Kind.SYNTHETIC:
        return Finding(digits, True, kind, f"Gyldig {_NAMES[kind]}.", *told)
    if environment is Environment.TEST:
        return Finding(digits, True, kind, "Gyldig syntetisk nummer: en oppdiktet person.", *told)
    return Finding(digits, False, kind, "Syntetisk nummer: personen er oppdiktet og kan bare brukes i test.", *told)


def _refuse_person(digits: str) -> Finding:
    kind, day, month = _unfold(digits)
    if not _exists(day, month, digits[4:6], None):
        return Finding(digits, False, Kind.UNKNOWN, "Verken dato eller kontrollsifre stemmer. Se etter en skrivefeil.")
    return Finding(digits, False, kind, "Kontrollsifrene stemmer ikke. Se etter en skrivefeil.")


def _checks(digits: str) -> bool:
    """The 2032 rule: the first check sum may leave 0, 1, 2 or 3; the second must leave 0."""
    return _sum(_K1, digits) in {0, 1, 2, 3} and _sum(_K2, digits) == 0


def _unfold(digits: str) -> tuple[Kind, int, int]:
    """The kind, and day and month without what the kind adds: 40 to the day of a D-number, 40 or 80 to the month.

    Navs own test persons also add 40 to the month and cannot be told from a help number (H-number).
    """
    day, month = int(digits[:2]), int(digits[2:4])
    kind = Kind.SYNTHETIC if month > 80 else Kind.HNR if month > 40 else Kind.DNR if day > 40 else Kind.FNR
    return kind, day - 40 * (day > 40), month - {Kind.SYNTHETIC: 80, Kind.HNR: 40}.get(kind, 0)


def _birth_date(digits: str, day: int, month: int) -> date | None:
    century = _century(int(digits[4:6]), int(digits[6:9])) if _sum(_K1, digits) == 0 else None
    return _date(century + int(digits[4:6]), month, day) if century else None


def _century(year: int, individual: int) -> int | None:
    """The century an old number tells by its individual number; a new one (other check sum) tells none."""
    if individual < 500:
        return 1900
    if year < 40:
        return 2000
    if individual >= 900:
        return 1900
    return 1800 if individual < 750 and year >= 54 else None


def _sex(digits: str) -> Sex | None:
    if _sum(_K1, digits) != 0:
        return None
    return Sex.MALE if int(digits[8]) % 2 else Sex.FEMALE


def _exists(day: int, month: int, year: str, born: date | None) -> bool:
    """Without a century, 29 February is given the benefit of the doubt in year 00 (2000 was a leap year)."""
    return born is not None or _date(2000 + int(year), month, day) is not None


def _examine_pseudo(digits: str, year: int | None) -> Finding | None:
    ending, day, month = digits[6:], int(digits[:2]), int(digits[2:4])
    if ending not in {_UNBORN, *_WITHOUT_NUMBER} or not _exists(day, month, digits[4:6], None):
        return None
    told = "Termindato for et ufødt barn." if ending == _UNBORN else "Fødselsdato for et barn uten kjent nummer."
    reason = f"{told} Kan bare brukes i innrapportering."
    born = _pivot(day, month, int(digits[4:6]), year)
    return Finding(digits, True, Kind.PSEUDO, reason, born, _WITHOUT_NUMBER.get(ending))


def _pivot(day: int, month: int, short: int, year: int | None) -> date | None:
    """The latest century that lies no more than a year ahead, as Statistics Norway reads it."""
    if year is None:
        return None
    full = year - year % 100 + short
    return _date(full - 100 if full > year + 1 else full, month, day)


def _synthetics(birth_date: date, sex: Sex) -> Iterator[str]:
    folded = f"{birth_date:%d}{birth_date.month + 80}{birth_date:%y}"
    century, year = birth_date.year // 100 * 100, birth_date.year % 100
    for individual in range(1 if sex is Sex.MALE else 0, 1000, 2):
        if _century(year, individual) != century:
            continue
        nine = f"{folded}{individual:03}"
        first = -_sum(_K1, nine) % 11
        second = -_sum(_K2, f"{nine}{first}") % 11
        if first < 10 and second < 10:
            yield f"{nine}{first}{second}"


def _finding(digits: str, kind: Kind, name: str, valid: bool) -> Finding:
    reason = f"Gyldig {name}." if valid else "Kontrollsifferet stemmer ikke. Se etter en skrivefeil."
    return Finding(digits, valid, kind, reason)


def _sum(weights: tuple[int, ...], digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=False)) % 11


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
