"""What a municipality decides about how its open pages look, and what of it can be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, Self

from oppvekst.domain.information.rules import arms, colours
from oppvekst.domain.information.rules.contents import LANGUAGES
from oppvekst.law.refusals import Incomplete

BOKMAAL = "nb"
NAME_ROOM, AREA_ROOM, MOST_AREAS = 60, 60, 100
# What is said in a sentence that says what was changed.
WORDS = {
    "accent": "fargen", "arms": "våpenet", "service_name": "navnet på tjenesten", "languages": "språkene",
    "areas": "områdene",
}  # fmt: skip
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Look:
    """How the house looks. What is empty is as the house itself has it; no languages means all that there are."""

    accent: str = ""
    arms: str = ""
    service_name: str = ""
    languages: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> Self:
        """The look that was kept as plain data."""
        kept: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()
        }
        return cls(**kept)

    def to_plain(self) -> dict[str, Any]:
        """The same as plain data.

        >>> Look.of_plain(Look(areas=("Nord",)).to_plain())
        Look(accent='', arms='', service_name='', languages=(), areas=('Nord',))
        """
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


HOUSE = Look()


def checked(look: Look) -> Look:
    """The look as it will be kept, or what must be mended first, field by field."""
    wrong: dict[str, str] = {}
    accent, drawing = look.accent, look.arms
    try:
        accent = colours.read(accent) if accent.strip() else ""
    except Incomplete as refusal:
        wrong |= refusal.fields
    try:
        drawing = arms.wash(drawing) if drawing.strip() else ""
    except Incomplete as refusal:
        wrong |= refusal.fields
    name, areas = _one_line(look.service_name), _each_once(look.areas)
    wrong |= _too_long(name, areas)
    if wrong:
        raise Incomplete(wrong)
    return replace(look, accent=accent, arms=drawing, service_name=name, areas=areas, languages=offered(look.languages))


def offered(languages: Iterable[str], among: Iterable[str] = LANGUAGES) -> tuple[str, ...]:
    """The languages of the house that are offered, in the house's order; Bokmål is always among them.

    >>> offered(["en", "se"]), offered([])
    (('nb', 'en'), ())
    """
    chosen = set(languages)
    return tuple(each for each in among if each in chosen or each == BOKMAAL) if chosen else ()


def changed(before: Look, after: Look) -> list[str]:
    """The names of what is not as it was."""
    return [name for name in WORDS if getattr(before, name) != getattr(after, name)]


def version_of(text: str) -> str:
    """A name for a text that changes when the text does: what has that name can be kept for ever."""
    return sha256(text.encode()).hexdigest()[:12]


def _too_long(name: str, areas: tuple[str, ...]) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if len(name) > NAME_ROOM:
        wrong["service_name"] = f"Navnet kan ha {NAME_ROOM} tegn. Du har skrevet {len(name)}. Kort det ned."
    long = [area for area in areas if len(area) > AREA_ROOM]
    if long:
        wrong["areas"] = f"«{long[0][:30]} …» er for langt. Et område kan ha {AREA_ROOM} tegn. Skriv ett på hver linje."
    elif len(areas) > MOST_AREAS:
        wrong["areas"] = f"Det er plass til {MOST_AREAS} områder, og du har skrevet {len(areas)}. Slå noen sammen."
    return wrong


def _one_line(text: str) -> str:
    return " ".join(UNSEEN.sub(" ", text).split())


def _each_once(areas: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(area for area in map(_one_line, areas) if area))
