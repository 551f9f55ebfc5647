"""A discussion as it was held: what it was about and what was advised, and nothing of whom (bvl § 13-1).

Anonymous by construction: from what kind of body, a theme, an age band, and advice, all as codes, and a few words that are
looked through before they are kept. One that a family has agreed to is another thing and is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from oppvekst.domain.homes.rules import Found, Looks, identifying, visible
from oppvekst.domain.prevention.rules.asked import TOO_LONG, WORDS
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

REASON: Final = 200
MOST_MINUTES: Final = 480
LONGEST_BACK: Final = 31
LAW: Final = bvl("15-1", 1)
SECRECY: Final = bvl("13-1", 1)

BODIES: Final[dict[str, str]] = {
    "kindergarten": "Barnehage",
    "school": "Skole eller SFO",
    "health_nurse": "Helsestasjon eller skolehelsetjeneste",
    "doctor": "Fastlege eller annen helsetjeneste",
    "special_education": "PP-tjenesten",
    "nav": "Nav",
    "refugees": "Flyktningtjenesten",
    "police": "Politiet",
    "leisure": "Fritidstilbud eller frivillige",
    "parent": "En forelder",
    "youth": "Et barn eller en ungdom",
    "private": "En annen privatperson",
    "other": "Noen andre",
}
TOPICS: Final[dict[str, str]] = {
    "everyday": "Søvn, mat og hverdag",
    "bounds": "Grenser og oppdragelse",
    "feelings": "Følelser og psykisk helse",
    "violence": "Vold og overgrep",
    "neglect": "Mangler i omsorgen",
    "intoxication": "Rus",
    "conflict": "Konflikt mellom foreldre",
    "school": "Fravær, skole og barnehage",
    "digital": "Skjerm og liv på nett",
    "new_country": "Å være forelder i et nytt land",
    "duty": "Meldeplikt og hvordan en melder",
    "other": "Noe annet",
}
AGES: Final[dict[str, str]] = {
    "unborn": "Ikke født ennå",
    "0_2": "0–2 år",
    "3_5": "3–5 år",
    "6_12": "6–12 år",
    "13_17": "13–17 år",
    "18_24": "18–24 år",
    "several": "Flere aldre, eller ikke sagt",
}
WAYS: Final[dict[str, str]] = {
    "phone": "På telefon",
    "staff": "På personalmøte",
    "department": "På avdelingsmøte",
    "parents": "På foreldremøte",
    "group": "I en gruppe vi leder",
    "asked": "På forespørsel, ellers",
}
ADVICE: Final[dict[str, str]] = {
    "talk": "Snakke med foreldrene",
    "own_measures": "Prøve mer selv først",
    "elsewhere": "Gå til en annen tjeneste",
    "apply": "Familien kan søke om hjelp",
    "concern": "Sende en bekymringsmelding",
    "consent": "Spørre familien om å drøfte med navn",
    "listened": "Lyttet og ga kunnskap",
}
# Who can agree to be talked about by name.
CONSENTING: Final[dict[str, str]] = {
    "mother": "Mor",
    "father": "Far",
    "both": "Begge foreldrene",
    "youth": "Ungdommen selv",
    "other": "En annen som har foreldreansvar",
}

MEND: Final = "Ta det bort, eller skriv under hvorfor det kan stå."
NEVER: Final = "Her står et fødselsnummer. Det kan aldri stå her. Ta det bort."
REASON_CLEAN: Final = "Skriv grunnen uten noe som kan fortelle hvem det er."
NOT_YOURS: Final = "Bare den som førte drøftingen, kan endre den eller ta den bort."
TOO_LATE: Final = "En drøfting kan endres eller tas bort samme dag som den ble ført. Denne står."
TAKEN_BACK: Final = "Denne drøftingen er tatt bort."
CONSENT_FIRST: Final = "Uten et ja fra familien kan dere bare drøfte uten navn. Spør først, og skriv hvem som sa ja."


@dataclass(frozen=True, kw_only=True)
class Held:
    """A discussion that was held, with no field for anybody's name."""

    held_on: date
    body: str
    topic: str
    age: str
    way: str
    minutes: int
    advice: tuple[str, ...] = ()
    words: str = ""
    kept_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """A discussion by name, which the family has agreed to: who said yes, when, and what was talked about."""

    held_on: date
    body: str
    about: str
    consented: str
    consent_by: str
    consented_on: date
    words: str = ""


def cleaned_discussion[T: Held | Agreed](held: T) -> T:
    """Without what cannot be seen."""
    seen: dict[str, Any] = {
        name: visible(getattr(held, name)).replace("\r\n", "\n").strip()
        for name in ("words", "kept_reason", "about", "consent_by")
        if hasattr(held, name)
    }
    return replace(held, **seen)


def check_held(held: Held, *, known: Iterable[str] = (), today: date) -> tuple[Found, ...]:
    """Refuse what is no code, and words that look as if they tell who it is and have no reason to stand (bvl § 13-1).

    What was found and is kept all the same is the answer.
    """
    found = identifying(held.words, known)
    lacking = {**dict(_codes(held)), **dict(_days(held.held_on, today)), **dict(_told(held, found, known))}
    if lacking:
        raise Incomplete(lacking, SECRECY if {"words", "kept_reason"} & lacking.keys() else None)
    return found


def check_agreed(agreed: Agreed, *, today: date) -> None:
    """Refuse a discussion by name that nobody has agreed to, or that was held before they did (bvl § 13-1)."""
    lacking = {**dict(_days(agreed.held_on, today)), **dict(_consent(agreed))}
    for name, most in (("about", 120), ("consent_by", 120), ("words", WORDS)):
        if len(getattr(agreed, name)) > most:
            lacking[name] = TOO_LONG
        elif any(one.looks is Looks.NUMBER for one in identifying(getattr(agreed, name))):
            lacking[name] = NEVER
    if lacking:
        raise Incomplete(lacking, SECRECY)


def refuse_unmendable(*, own: bool, noted_on: date, today: date, taken_back: bool) -> None:
    """Refuse a change by anybody but the writer, or on another day: what is counted must stand still."""
    if taken_back:
        raise NotAllowed(TAKEN_BACK)
    if not own:
        raise NotAllowed(NOT_YOURS)
    if noted_on != today:
        raise NotAllowed(TOO_LATE)


def _codes(held: Held) -> Iterator[tuple[str, str]]:
    for name, codes, sentence in (
        ("body", BODIES, "Velg hvem som ville drøfte."),
        ("topic", TOPICS, "Velg hva det handlet om."),
        ("age", AGES, "Velg omtrent hvor gammelt barnet er."),
        ("way", WAYS, "Velg hvordan dere snakket sammen."),
    ):
        if getattr(held, name) not in codes:
            yield name, sentence
    if not held.advice or not set(held.advice) <= ADVICE.keys():
        yield "advice", "Velg minst ett råd."
    if not 1 <= held.minutes <= MOST_MINUTES:
        yield "minutes", f"Skriv hvor mange minutter dere brukte, fra 1 til {MOST_MINUTES}."


def _days(held_on: date, today: date) -> Iterator[tuple[str, str]]:
    if held_on > today:
        yield "held_on", "Dagen kan ikke være etter i dag."
    elif (today - held_on).days > LONGEST_BACK:
        yield "held_on", f"Dagen kan ikke være mer enn {LONGEST_BACK} dager tilbake."


def _told(held: Held, found: tuple[Found, ...], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    if len(held.words) > WORDS:
        yield "words", TOO_LONG
    elif any(one.looks is Looks.NUMBER for one in found):
        yield "words", NEVER
    elif found and not held.kept_reason:
        yield "words", " ".join([*(one.sentence for one in found), MEND])
    if len(held.kept_reason) > REASON:
        yield "kept_reason", TOO_LONG
    elif identifying(held.kept_reason, known):
        yield "kept_reason", REASON_CLEAN


def _consent(agreed: Agreed) -> Iterator[tuple[str, str]]:
    if agreed.body not in BODIES:
        yield "body", "Velg hvem som ville drøfte."
    if not agreed.about:
        yield "about", "Skriv hvem dere drøftet."
    if agreed.consented not in CONSENTING or not agreed.consent_by:
        yield "consent_by", CONSENT_FIRST
    if agreed.consented_on > agreed.held_on:
        yield "consented_on", "Familien må ha sagt ja før dere drøftet med navn."
