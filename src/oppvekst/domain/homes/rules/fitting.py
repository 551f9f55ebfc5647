"""How well somebody who has offered fits what is asked for: the place first, then the language, then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oppvekst.domain.homes.rules.languages import LANGUAGES
from oppvekst.domain.homes.rules.wanted import AGES, HOW_OFTEN, NEEDS, Wish


@dataclass(frozen=True)
class Fit:
    """What speaks for somebody, what speaks against, what must be so and is not or is not known, and where that puts them."""

    points: int
    agrees: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[bool, int]:
        """What must be so and is not, puts somebody last, wherever they live."""
        return bool(self.fails), -self.points


@dataclass(frozen=True, kw_only=True)
class Offered:
    """What somebody has told of themselves, as far as it matters here."""

    area: str
    language: str = "nb"
    household: Mapping[str, Any]
    can_offer: Mapping[str, Any]


def fit(wish: Wish, offered: Offered) -> Fit:
    """How one offer fits the wish, in points and in words.

    >>> from datetime import date
    >>> from oppvekst.domain.homes.rules.kinds import Kind
    >>> wish = Wish(kind=Kind.VISITING_HOME, age="6_12", often="monthly", wanted_from=date(2026, 10, 1), area="Vikøya")
    >>> found = fit(wish, Offered(area="Vikøya", household={}, can_offer={"ages": ["0_5"]}))
    >>> found.points, found.agrees, found.differs
    (31, ('Bor i Vikøya',), ('Har ikke sagt at de kan ta imot 6–12 år',))
    """
    points, agrees, differs = 0, list[str](), list[str]()
    for weight, holds, words in _said(wish, offered):
        if holds is not None:
            points += weight if holds else -1
            (agrees if holds else differs).append(words[0] if holds else words[1])
    fails, unknown = list[str](), list[str]()
    for need in wish.needs:
        holds, (yes, no) = _need(need, offered)
        points += 4 if holds else 0
        (unknown if holds is None else agrees if holds else fails).append(
            NEEDS[need] if holds is None else yes if holds else no
        )
    return Fit(points, tuple(agrees), tuple(differs), tuple(fails), tuple(unknown))


type _Line = tuple[int, bool | None, tuple[str, str]]


def _said(wish: Wish, offered: Offered) -> list[_Line]:
    can, name = offered.can_offer, LANGUAGES[wish.language]
    ages, often = can.get("ages"), can.get("often")
    rhythm = HOW_OFTEN[wish.kind].get(wish.often, "")
    no_age = f"Har ikke sagt at de kan ta imot {AGES[wish.age]}"
    told = bool(often) and "unknown" not in (often, wish.often)
    return [
        (32, offered.area == wish.area if wish.area else None, (f"Bor i {offered.area}", f"Bor i {offered.area}")),
        (16, _speaks(wish.language, offered), (f"Snakker {name}", f"Har ikke sagt at de snakker {name}")),
        (4, wish.age in ages if ages else None, (f"Vil gjerne ha {AGES[wish.age]}", no_age)),
        (2, often == wish.often if told else None, (f"Kan {rhythm}", f"Har ikke sagt at de kan {rhythm}")),
    ]  # fmt: skip


def _speaks(code: str, offered: Offered) -> bool | None:
    if code in ("nb", "mis"):
        return None
    return code == offered.language or LANGUAGES[code] in str(offered.can_offer.get("languages", "")).casefold()


def _need(need: str, offered: Offered) -> tuple[bool | None, tuple[str, str]]:
    """What has been asked about says yes or no; of the rest nothing is known, and the coordinator asks."""
    can = offered.can_offer
    if need == "no_animals" and can.get("animals"):
        return can["animals"] == ["none"], ("Har ingen dyr", "Har dyr")
    if need == "wheelchair" and "wheelchair" in can:
        return bool(can["wheelchair"]), ("Kan ta imot rullestol", "Kan ikke ta imot rullestol")
    if need == "siblings" and "siblings" in can:
        return bool(can["siblings"]), ("Har plass til søsken", "Har ikke plass til søsken")
    if need == "no_children" and offered.household:
        alone = not any(value for name, value in offered.household.items() if name.startswith("children"))
        return alone, ("Har ingen andre barn hjemme", "Har andre barn hjemme")
    return None, ("", "")
