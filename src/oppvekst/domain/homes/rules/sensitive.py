"""Words that do not belong in a first letter to us: identity numbers and health. A gentle stop, never a silent drop.

The form asks for nothing sensitive. People write it all the same, in good faith, so the writer is told what we
found, why we do not need it, and mends it. The list is short on purpose: a word that also means something else stops
people for nothing («krefter», «sykkel», «sykepleier», «psykolog» are not on it).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from oppvekst.domain.information.rules.saying import marked as _
from oppvekst.law.identity import Environment, Kind, examine


class About(StrEnum):
    """What was found."""

    NUMBER = "number"
    HEALTH = "health"


SAYS = {
    About.NUMBER: _("Dette trenger vi ikke ennå: et fødselsnummer. Ta det bort, så kan du sende."),
    About.HEALTH: _("Dette trenger vi ikke ennå: «%(words)s». Helse snakker vi om når vi møtes. Ta det bort, så kan du sende."),
}  # fmt: skip


@dataclass(frozen=True)
class Sensitive:
    """What stands there that we do not need yet. An identity number is never repeated."""

    about: About
    words: str = ""

    @property
    def sentence(self) -> str:
        """What to say to the writer, in Bokmål."""
        return SAYS[self.about] % {"words": self.words}


# Beginnings and whole words, in Bokmål, Nynorsk and English. Each stands alone or begins a word as written here.
HEALTH = (
    r"diabetes\w*", r"adhd\w*", r"autis(?:me|mi|t|m)\w*", r"asperger\w*", r"tourette\w*", r"epilep(?:si|tisk|sy)\w*",
    r"astma\w*", r"asthma\w*", r"allergi\w*", r"allerg(?:y|ies|ic)", r"cøliaki\w*", r"kreft(?:en|syk\w*|sjuk\w*|diagnose\w*)?",
    r"cancer\w*", r"demen[st]\w*", r"depresjon\w*", r"depression\w*", r"depressiv\w*", r"deprimert\w*",
    r"angst(?:en|lidelse\w*)?", r"bipolar\w*", r"schizofren\w*", r"psykose\w*", r"spiseforstyrrelse\w*",
    r"eteforstyrring\w*", r"selvmord\w*",
    r"sjølvmord\w*", r"suicid\w*", r"rusmis\w*", r"rusproblem\w*", r"rusavheng\w*", r"alkoholi\w*", r"alcoholi\w*",
    r"diagnose\w*", r"diagnos(?:is|es|ed)", r"sykdom\w*", r"sjukdom\w*", r"kronisk (?:syk|sjuk)\w*", r"syke?meldt?\w*",
    r"sjukemeld\w*", r"uføre?tryg\w*", r"uføre?trygd\w*", r"arbeidsufør\w*", r"psykisk(?:e)? (?:syk|sjuk|lid|plag|problem)\w*",
    r"hiv(?:[ -]?positiv\w*)?", r"hepatitt\w*", r"hepatitis", r"nedsatt funksjonsevne",
)  # fmt: skip
_HEALTH = re.compile(rf"(?<!\w)(?:{'|'.join(HEALTH)})(?!\w)", re.IGNORECASE)
# A run of digits with what people put between them.
_DIGITS = re.compile(r"\d(?:[ .\-\u00a0]?\d)*")
_TOGETHER = re.compile(r"(?<!\d)\d{6}[ .\-\u00a0]?\d{5}(?!\d)")
_PERSONS = frozenset({Kind.FNR, Kind.DNR, Kind.HNR, Kind.SYNTHETIC, Kind.PSEUDO})


def looks_sensitive(text: str, *, health: bool = True) -> Sensitive | None:
    """The first thing in the text that we do not need yet; an identity number also when a digit is wrong.

    ``health=False`` looks for identity numbers alone: a surname may be a health word.

    >>> looks_sensitive("Sønnen vår har diabetes type 1.").words
    'diabetes'
    >>> looks_sensitive("Vi har krefter, sykkel og to hunder. Ring 00 00 99 98.")
    """
    plain = _plain(text)
    if any(map(_is_person, _numbers(plain))):
        return Sensitive(About.NUMBER)
    found = _HEALTH.search(plain) if health else None
    return Sensitive(About.HEALTH, found[0].lower()) if found else None


def _numbers(text: str) -> Iterator[str]:
    for pattern in (_DIGITS, _TOGETHER):
        yield from ("".join(filter(str.isdigit, found)) for found in pattern.findall(text))


def _is_person(digits: str) -> bool:
    """Eleven digits that begin with a day there is, right or mistyped; twelve only when they are a real DUF number."""
    finding = examine(digits, Environment.TEST)
    return (len(digits) == 11 and finding.kind in _PERSONS) or (finding.kind is Kind.DUF and finding.valid)


def _plain(text: str) -> str:
    """Digits of every script as ours, letters in one shape."""
    whole = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in whole)
