"""Merge fields of phrases: ``{barnets navn}`` in the municipality's own text becomes the name in this decision.

A field that nobody knows, or that the case has no answer for, stays in the text as it is and is told: a gap that shows is
better than one that does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")


@dataclass(frozen=True, slots=True)
class MergeField:
    """One field: its key, what it is called in each language, and where the answer comes from."""

    key: str
    names: Mapping[str, str]
    about: str


def _field(key: str, nb: str, nn: str, en: str, about: str) -> MergeField:
    return MergeField(key, {"nb": nb, "nn": nn, "en": en}, about)


FIELDS: Final = (
    _field("child", "barnets navn", "barnets namn", "child's name", "Hele navnet, fra saken"),
    _field("first_name", "barnets fornavn", "barnets fornamn", "child's first name", "Fornavnet, fra saken"),
    _field("age", "barnets alder", "alderen til barnet", "child's age", "Regnet ut i dag"),
    _field("parents", "foreldrenes navn", "namna til foreldra", "parents' names", "Foreldrene i saken som er med i vedtaket"),
    _field("service", "kommunen", "kommunen", "the municipality", "Kommunens navn"),
    _field("number", "saksnummer", "saksnummer", "case number", "Sakens nummer"),
    _field("measure", "tiltaket", "tiltaket", "the measure", "Navnet på tiltaket i registeret"),
    _field("provider", "den som hjelper", "den som hjelper", "who helps", "Den som gir hjelpen, fra vedtaket"),
    _field("starts_on", "fra dato", "frå dato", "start date", "Når vedtaket gjelder fra"),
    _field("ends_on", "til dato", "til dato", "end date", "Når vedtaket gjelder til"),
    _field("answers_due", "svarfrist", "svarfrist", "answer by", "Fristen for å uttale seg"),
    _field("writer", "saksbehandler", "saksbehandlar", "case worker", "Den som skriver vedtaket"),
)  # fmt: skip

_BY_NAME: Final = {name: each.key for each in FIELDS for name in each.names.values()}


@dataclass(frozen=True, slots=True)
class Merged:
    """A text with its fields filled in, and the fields that could not be."""

    text: str
    unknown: tuple[str, ...]
    empty: tuple[str, ...]

    @property
    def told(self) -> str:
        """What the person should know, or nothing.

        >>> merge("Til {barnets navn} og {barnets hund}", {}).told
        'Fyll ut selv: {barnets navn}. Finnes ikke som felt: {barnets hund}.'
        """
        said = [
            f"{lead}: {', '.join(f'{{{name}}}' for name in names)}."
            for lead, names in (("Fyll ut selv", self.empty), ("Finnes ikke som felt", self.unknown))
            if names
        ]
        return " ".join(said)


def merge(text: str, answers: Mapping[str, str]) -> Merged:
    """Fill in what is known.

    >>> merge("{barnets fornavn} får hjelp til {til dato}.", {"first_name": "Ida"})
    Merged(text='Ida får hjelp til {til dato}.', unknown=(), empty=('til dato',))
    """
    unknown: list[str] = []
    empty: list[str] = []

    def filled(found: re.Match[str]) -> str:
        name = _plain(found.group(1))
        key = _BY_NAME.get(name)
        if key is None:
            unknown.append(name)
        elif not answers.get(key):
            empty.append(name)
        else:
            return answers[key]
        return found.group()

    merged = _FIELD.sub(filled, text)
    return Merged(merged, _once(unknown), _once(empty))


def gaps(text: str) -> tuple[str, ...]:
    """The fields that still stand in a text.

    >>> gaps("Fra {fra dato}.")
    ('fra dato',)
    """
    return _once(_plain(name) for name in _FIELD.findall(text))


def unknown_fields(text: str) -> tuple[str, ...]:
    """Fields that no decision can fill in: told when a phrase is saved."""
    return tuple(name for name in gaps(text) if name not in _BY_NAME)


def _plain(name: str) -> str:
    return " ".join(name.split()).lower().replace("’", "'")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
