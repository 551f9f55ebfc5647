"""The few building blocks of a message's shape. Each tells in a sentence, with its place, what is wrong.

No sentence repeats a value: the sentences end up in logs and alarms, the values are about children.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from oppvekst.law.calendar import OSLO


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: `offentligBarn[0].fnr`; empty for the message as a whole."""

    path: str
    sentence: str


class Shape(Protocol):
    """Something that can judge a value from JSON."""

    def problems(self, value: object, path: str, label: str) -> Iterator[Problem]:
        """What is wrong with the value, called `label` in the sentences."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """Text; with a pattern, all of it must fit. ASCII only, as the schema's dialect (ECMA 262) reads `\\d`."""

    pattern: str = ""
    wrong: str = ""

    def problems(self, value: object, path: str, label: str) -> Iterator[Problem]:
        """Not text, or text that breaks the pattern."""
        if not isinstance(value, str):
            yield Problem(path, f"«{label}» må være tekst.")
        elif self.pattern and not re.fullmatch(self.pattern, value, re.ASCII):
            yield Problem(path, f"«{label}» {self.wrong}.")


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def problems(self, value: object, path: str, label: str) -> Iterator[Problem]:
        """Anything but true and false."""
        if not isinstance(value, bool):
            yield Problem(path, f"«{label}» må være ja eller nei (true eller false).")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, with or without an offset."""

    def problems(self, value: object, path: str, label: str) -> Iterator[Problem]:
        """Not a date with a time of day."""
        if not isinstance(value, str) or moment(value) is None:
            yield Problem(path, f"«{label}» er ikke et gyldig tidspunkt.")


@dataclass(frozen=True, slots=True)
class Many:
    """A list of things of one shape."""

    item: Shape
    at_least: int = 0
    at_most: int | None = None
    too_few: str = ""

    def problems(self, value: object, path: str, label: str) -> Iterator[Problem]:
        """Not a list, too short or too long, or something wrong with an item."""
        if not isinstance(value, list):
            yield Problem(path, f"«{label}» må være en liste.")
            return
        if len(value) < self.at_least:
            yield Problem(path, f"«{label}» er tom. {self.too_few}")
        if self.at_most is not None and len(value) > self.at_most:
            yield Problem(path, f"«{label}» har flere enn {self.at_most}.")
        for number, item in enumerate(value):
            yield from self.item.problems(item, f"{path}[{number}]", label)


@dataclass(frozen=True, slots=True)
class Field:
    """A named part of a record."""

    label: str
    shape: Shape
    required: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """Named parts. Unknown parts are let through, as the official schema does."""

    fields: Mapping[str, Field]

    def problems(self, value: object, path: str, label: str) -> Iterator[Problem]:
        """Not a record, a required part missing, or something wrong with a part."""
        if not isinstance(value, dict):
            yield Problem(path, f"«{label}» må være en gruppe med felter.")
            return
        for name, field in self.fields.items():
            place = f"{path}.{name}" if path else name
            if name in value:
                yield from field.shape.problems(value[name], place, field.label)
            elif field.required:
                yield Problem(place, f"«{field.label}» mangler.")


MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)?", re.ASCII
)


def moment(text: str) -> datetime | None:
    """The point in time, in Oslo; None if it is not one."""
    try:
        return known_moment(text) if MOMENT.fullmatch(text) else None
    except (ValueError, OverflowError):
        return None


def known_moment(text: str) -> datetime:
    """The point in time that a checked text tells, in Oslo.

    KS documents Norwegian local time without an offset although the schema says RFC 3339, so both are read. In the
    hour that comes twice in October the first is meant: limits then start early rather than late.
    """
    told = datetime.fromisoformat(text.upper())
    # Through UTC, so that the hour skipped in March becomes the hour the clocks really showed.
    return (told if told.tzinfo else told.replace(tzinfo=OSLO)).astimezone(UTC).astimezone(OSLO)
