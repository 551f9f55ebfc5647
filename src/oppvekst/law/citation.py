"""Where a rule stands: `bvl § 2-2 (2)` for machines, `barnevernsloven § 2-2 andre ledd` for people."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import groupby


class Mark(StrEnum):
    """How surely we know a rule."""

    A = "A"  # read in the words of the act, the regulation or the official code list
    B = "B"  # read in preparatory works or official guidance
    C = "C"  # professional judgement: a lawyer must confirm it


@dataclass(frozen=True)
class Act:
    """An act or regulation: its short and full name, its place at Lovdata, and from when it governs."""

    short: str
    title: str
    lovdata: str
    valid_from: date | None = None
    valid_to: date | None = None


ACTS = {
    act.short: act
    for act in (
        Act("bvl", "barnevernsloven", "lov/2021-06-18-97", date(2023, 1, 1)),
        Act("fvl", "forvaltningsloven", "lov/1967-02-10"),
        Act("dl", "domstolloven", "lov/1915-08-13-5"),
        Act("hol", "helse- og omsorgstjenesteloven", "lov/2011-06-24-30"),
        Act("helligdagsloven", "helligdagsloven", "lov/1995-02-24-12"),
        Act("lov om 1. og 17. mai", "lov om 1 og 17 mai som høgtidsdagar", "lov/1947-04-26-1"),
        Act("eForvaltningsforskriften", "eForvaltningsforskriften", "forskrift/2004-06-25-988"),
        Act("medvirkningsforskriften", "forskrift om barns medvirkning i barnevernet", "forskrift/2023-10-12-1631"),
        Act("politiregisterloven", "politiregisterloven", "lov/2010-05-28-16"),
        Act("tolkeloven", "tolkeloven", "lov/2021-06-11-79"),
        Act("barnelova", "barnelova", "lov/1981-04-08-7"),
        Act("fosterhjemsforskriften", "forskrift om fosterhjem", "forskrift/2023-10-13-1632"),
        Act("samtaleprosessforskriften", "samtaleprosessforskriften", "forskrift/2023-01-27-106"),
        Act("forskrift om individuell plan", "forskrift om individuell plan", "forskrift/2022-06-22-1110"),
    )
}

_ORDINALS = ("", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende")


@dataclass(frozen=True)
class Citation:
    """One place in the law, or several joined by `&`.

    >>> print(bvl("2-2", 2), "=", bvl("2-2", 2).words())
    bvl § 2-2 (2) = barnevernsloven § 2-2 andre ledd
    >>> print(bvl("13-1") & bvl("13-3", 2))
    bvl §§ 13-1, 13-3 (2)
    >>> (fvl("2") & bvl("12-9")).words()
    'forvaltningsloven § 2 og barnevernsloven § 12-9'
    >>> bvl("2-1").valid_on(date(2022, 12, 31))  # the act came into force the day after
    False
    """

    act: str
    section: str
    paragraph: int | None = None
    letter: str | None = None
    sentence: int | None = None
    also: tuple["Citation", ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.act not in ACTS:
            raise ValueError(f"ukjent lov: {self.act}")

    def __and__(self, other: "Citation") -> "Citation":
        return replace(self, also=(*self.also, replace(other, also=()), *other.also))

    def __str__(self) -> str:
        return "; ".join(_group(act, [place._short() for place in group]) for act, group in self._by_act())

    def words(self) -> str:
        """The citation as a person would say it."""
        said = [
            _group(ACTS[act].title, [place._long() for place in group], last=" og ") for act, group in self._by_act()
        ]
        return _listed(said)

    def url(self) -> str:
        """The section at Lovdata.

        >>> bvl("2-2", 2).url()
        'https://lovdata.no/lov/2021-06-18-97/§2-2'
        """
        return f"https://lovdata.no/{ACTS[self.act].lovdata}/§{self.section.replace(' ', '')}"

    def valid_on(self, day: date) -> bool:
        """Whether this place in the law, and its act, was in force on that day."""
        act = ACTS[self.act]
        ends = min(self.valid_to or date.max, act.valid_to or date.max)
        return (self.starts() or date.min) <= day <= ends and all(place.valid_on(day) for place in self.also)

    def starts(self) -> date | None:
        """The first day this place in the law was in force, as far as we know it."""
        return self.valid_from or ACTS[self.act].valid_from

    def _by_act(self) -> Iterator[tuple[str, Iterator["Citation"]]]:
        return groupby((self, *self.also), key=lambda place: place.act)

    def _short(self) -> str:
        paragraph = f" ({self.paragraph})" if self.paragraph else ""
        letter = f" {self.letter}" if self.letter else ""
        sentence = f" {self.sentence}. punktum" if self.sentence else ""
        return f"{self.section}{paragraph}{letter}{sentence}"

    def _long(self) -> str:
        paragraph = f" {_ORDINALS[self.paragraph]} ledd" if self.paragraph else ""
        letter = f" bokstav {self.letter}" if self.letter else ""
        sentence = f" {_ORDINALS[self.sentence]} punktum" if self.sentence else ""
        return f"{self.section}{paragraph}{letter}{sentence}"


def _group(act: str, places: list[str], last: str = ", ") -> str:
    return f"{act} {'§' if len(places) == 1 else '§§'} {_listed(places, last)}"


def _listed(words: list[str], last: str = " og ") -> str:
    return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


bvl = partial(Citation, "bvl")
fvl = partial(Citation, "fvl")
dl = partial(Citation, "dl")
hol = partial(Citation, "hol")
efvf = partial(Citation, "eForvaltningsforskriften")
medv = partial(Citation, "medvirkningsforskriften")
polrl = partial(Citation, "politiregisterloven")
tolkl = partial(Citation, "tolkeloven")
