"""What somebody asks of the preventive service, in our words whatever the door; and what must be there.

A discussion is anonymous by construction: it holds a phone number and codes, and no line of text at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from oppvekst.domain.homes.rules import LANGUAGES, looks_sensitive, one_line, visible
from oppvekst.domain.information.rules.saying import marked as _
from oppvekst.domain.prevention.rules.slots import SLOTS
from oppvekst.domain.prevention.rules.themes import MEETINGS, THEMES
from oppvekst.law.refusals import Incomplete

NAME, LINE, WORDS = 60, 120, 600
MOST_ADULTS, MOST_CHILDREN = 6, 10
PHONE: Final = re.compile(r"\+?[0-9]{3,16}")
DIALLED: Final = frozenset("+0123456789")

PHONE_NEEDED = _("Skriv et telefonnummer vi kan ringe.")
BODY_NEEDED = _("Skriv hvilken skole, barnehage eller virksomhet det er.")
PERSON_NEEDED = _("Skriv navnet på den vi skal snakke med hos dere.")
MEETING_NEEDED = _("Velg hva slags møte det er.")
THEME_NEEDED = _("Velg minst ett tema.")
FIRST_NAME_NEEDED = _("Skriv fornavnet ditt.")
ONLY_A_NAME = _("Skriv bare fornavnet ditt, uten tall.")
ADULTS_NEEDED = _("Skriv hvor mange voksne som kommer, fra 1 til 6.")
TOO_MANY_CHILDREN = _("Skriv hvor mange barn som trenger pass, fra 0 til 10.")
LANGUAGE_NEEDED = _("Velg et språk fra lista.")
NUMBER_FOUND = _("Det ser ut til at det står et fødselsnummer her. Ta det bort, så kan du sende.")
TOO_LONG = _("Teksten er for lang. Kort den ned.")


class Kind(StrEnum):
    """What is asked for."""

    DISCUSSION = "discussion"
    VISIT = "visit"


@dataclass(frozen=True, kw_only=True)
class Discussion:
    """A wish to be called and talk something over, without a word about whom."""

    phone: str
    call_at: tuple[str, ...] = ()
    language: str = "nb"
    interpreter: str = ""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A wish that we come to a meeting: who asks, and what it is to be about in general."""

    body: str
    contact_person: str
    phone: str
    meeting: str
    themes: tuple[str, ...] = ()
    wished_on: date | None = None
    words: str = ""
    call_at: tuple[str, ...] = ()
    language: str = "nb"
    interpreter: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A family's wish for a place in a group: whom to call and how many come. Nothing about why."""

    name: str
    phone: str
    adults: int = 1
    language: str = "nb"
    interpreter: str = ""
    children_to_mind: int = 0


type Asked = Discussion | Visit
KINDS: Final = {Discussion: Kind.DISCUSSION, Visit: Kind.VISIT}


def cleaned[T: Discussion | Visit | Place](asked: T) -> T:
    """Without what cannot be seen, and with the phone number as its digits."""
    seen: dict[str, Any] = {"phone": "".join(sign for sign in asked.phone if sign in DIALLED)}
    seen |= {
        name: one_line(getattr(asked, name)) for name in ("body", "contact_person", "name") if hasattr(asked, name)
    }
    if isinstance(asked, Visit):
        seen["words"] = visible(asked.words).replace("\r\n", "\n").strip()
    return replace(asked, **seen)


def check(asked: Discussion | Visit | Place) -> None:
    """Refuse what nobody can answer, what is too long, and what has an identity number in it, field by field."""
    lacking = {**dict(_shared(asked)), **dict(_own(asked)), **dict(_numbers(asked))}
    if lacking:
        raise Incomplete(lacking)


def _shared(asked: Discussion | Visit | Place) -> Iterator[tuple[str, str]]:
    if not PHONE.fullmatch(asked.phone):
        yield "phone", PHONE_NEEDED
    if asked.language not in LANGUAGES or asked.interpreter not in {"", *LANGUAGES}:
        yield "language", LANGUAGE_NEEDED


def _own(asked: Discussion | Visit | Place) -> Iterator[tuple[str, str]]:
    if isinstance(asked, Visit):
        yield from _of_visit(asked)
    if isinstance(asked, Place):
        yield from _of_place(asked)
    if not isinstance(asked, Place) and not set(asked.call_at) <= set(SLOTS):
        raise ValueError(f"ukjente tider: {asked.call_at}")


def _of_visit(visit: Visit) -> Iterator[tuple[str, str]]:
    if not visit.body:
        yield "body", BODY_NEEDED
    if not visit.contact_person:
        yield "contact_person", PERSON_NEEDED
    if visit.meeting not in MEETINGS:
        yield "meeting", MEETING_NEEDED
    if not visit.themes or not set(visit.themes) <= THEMES.keys():
        yield "themes", THEME_NEEDED
    for name, most in (("body", LINE), ("contact_person", NAME), ("words", WORDS)):
        if len(getattr(visit, name)) > most:
            yield name, TOO_LONG


def _of_place(place: Place) -> Iterator[tuple[str, str]]:
    if not place.name:
        yield "name", FIRST_NAME_NEEDED
    elif len(place.name) > NAME or any(sign.isdigit() for sign in place.name):
        yield "name", ONLY_A_NAME
    if not 1 <= place.adults <= MOST_ADULTS:
        yield "adults", ADULTS_NEEDED
    if not 0 <= place.children_to_mind <= MOST_CHILDREN:
        yield "children_to_mind", TOO_MANY_CHILDREN


def _numbers(asked: Discussion | Visit | Place) -> Iterator[tuple[str, str]]:
    """An identity number anywhere in free text is stopped, gently."""
    if isinstance(asked, Visit):
        for name in ("body", "contact_person", "words"):
            if looks_sensitive(getattr(asked, name)[: 2 * WORDS], health=False):
                yield name, NUMBER_FOUND
