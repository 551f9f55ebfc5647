"""A home that is asked for: what a case worker may say without saying whose it is, and the life of what she asked.

What she asks reaches whoever knows the homes and sees no case: codes, a place the municipality has named, and a few words
that are looked at for what gives a family away (bvl § 13-1). The Act does not describe these steps; they are the service's
own way of working, and say so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from oppvekst.domain.homes.rules.identifying import Looks, identifying
from oppvekst.domain.homes.rules.in_place import lacking_words
from oppvekst.domain.homes.rules.kinds import CHOICES, Kind
from oppvekst.domain.homes.rules.languages import LANGUAGES
from oppvekst.domain.homes.rules.words import visible
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard, Machine, State, Step
from oppvekst.law.refusals import Incomplete

# What can be asked for here. A foster home is chosen for one child and otherwise (bvl § 9-4).
ASKED_FOR: Final = {Kind.VISITING_HOME: "besøkshjem", Kind.SUPPORT_CONTACT: "støttekontakt"}
AGES: Final = {"0_5": "0–5 år", "6_12": "6–12 år", "13_17": "13–17 år"}
HOW_OFTEN: Final = {
    Kind.VISITING_HOME: {
        "weekly": "hver helg", "fortnightly": "annenhver helg", "monthly": "én helg i måneden", "unknown": "ikke avklart",
    },
    Kind.SUPPORT_CONTACT: {
        "weekly": "hver uke", "fortnightly": "annenhver uke", "monthly": "noen ganger i måneden", "unknown": "ikke avklart",
    },
}  # fmt: skip
NEEDS: Final = {
    "no_animals": "Ingen dyr i hjemmet",
    "wheelchair": "Kommer fram med rullestol",
    "no_children": "Ingen andre barn i hjemmet",
    "no_smoking": "Ingen som røyker inne",
    "drives": "Kan hente og bringe med bil",
    "siblings": "Plass til søsken sammen",
}
WORDS_ROOM, REASON_ROOM, ANSWER_ROOM = 300, 120, 1_000
SECRECY: Final = bvl("13-1", 1)
HELP: Final = bvl("3-1")
OURS: Final = "Loven beskriver ikke dette steget. Det er tjenestens egen måte å gjøre det på."
MEND: Final = "Ta det bort, eller skriv under hvorfor det kan stå."
AWAY: Final = "Ta det bort."
PROTECTED: Final = "Noen i saken har beskyttet adresse. Da kan ikke dette stå her."
NEVER: Final = "Fødselsnummer skal aldri stå her. Ta det bort."


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is asked for: codes and a few words. It has no room for a name, a birth date or a case."""

    kind: Kind
    age: str
    often: str
    wanted_from: date
    area: str = ""
    language: str = "nb"
    needs: tuple[str, ...] = ()
    words: str = ""
    kept_reason: str = ""


def cleaned_wish(wish: Wish) -> Wish:
    """Without what cannot be seen."""
    return replace(wish, words=_seen(wish.words), kept_reason=_seen(wish.kept_reason))


def check_wish(
    wish: Wish,
    *,
    areas: Collection[str],
    known: Iterable[str] = (),
    places: Collection[str] | None = None,
    today: date,
) -> None:
    """Refuse what is no code, a day that has been, and words that look as if they tell whose it is (bvl § 13-1 (1)).

    ``places`` is given where somebody's address is protected: what could tell where, and no reason keeps any of it (§ 13-5 (3)).
    """
    lacking = {**dict(_codes(wish, areas)), **dict(_told(wish, tuple(known), places))}
    if wish.wanted_from < today:
        lacking["wanted_from"] = "Skriv en dag som ikke har vært."
    if lacking:
        raise Incomplete(lacking, SECRECY if {"words", "kept_reason"} & lacking.keys() else HELP)


def check_reasons(words: str, *, known: Iterable[str] = (), places: Collection[str] | None = None) -> None:
    """Refuse a reason that tells whose it is: the coordinator reads it (bvl § 13-1 (1))."""
    found = identifying(words, known, places or ())
    if any(one.looks is Looks.NUMBER for one in found):
        raise Incomplete({"reasons": NEVER}, SECRECY)
    if found:
        told = " ".join(one.sentence for one in found)
        raise Incomplete({"reasons": f"{told} Koordinatoren leser dette. Skriv det uten."}, SECRECY)
    if len(words) > WORDS_ROOM:
        raise Incomplete({"reasons": f"Det er plass til {WORDS_ROOM} tegn."}, HELP)


def may_be_kept(words: str, *, known: Iterable[str] = (), places: Collection[str] | None = None) -> bool:
    """Whether there is anything in the words that a reason can keep: no name of theirs, and nothing where one is protected."""
    found = identifying(words, known, places or ())
    return bool(found) and places is None and not any(one.sure or one.looks is Looks.NUMBER for one in found)


def in_one_line(kind: str, age: str, often: str) -> str:
    """What is asked for, as a line.

    >>> in_one_line("visiting_home", "6_12", "fortnightly")
    'Besøkshjem, 6–12 år, annenhver helg'
    """
    asked = Kind(kind)
    return f"{ASKED_FOR[asked].capitalize()}, {AGES[age]}, {HOW_OFTEN[asked][often]}"


def age_band(years: int) -> str:
    """The band an age is in: what is told of it.

    >>> [age_band(years) for years in (0, 5, 6, 12, 13)]
    ['0_5', '0_5', '6_12', '6_12', '13_17']
    """
    return "0_5" if years < 6 else "6_12" if years < 13 else "13_17"


def _seen(text: str) -> str:
    return visible(text).replace("\r\n", "\n").strip()


def _codes(wish: Wish, areas: Collection[str]) -> Iterator[tuple[str, str]]:
    if wish.kind not in ASKED_FOR:
        yield "kind", "Velg besøkshjem eller støttekontakt."
    elif wish.often not in HOW_OFTEN[wish.kind]:
        yield "often", "Velg hvor ofte."
    if wish.age not in CHOICES["ages"]:
        yield "age", "Velg omtrent hvor gammelt barnet er."
    if wish.area and wish.area not in areas:
        yield "area", "Velg et av stedene i kommunen, eller hvor som helst."
    if wish.language not in LANGUAGES:
        yield "language", "Velg språk."
    if not set(wish.needs) <= NEEDS.keys():
        yield "needs", "Velg blant det som står der."


def _told(wish: Wish, known: tuple[str, ...], places: Collection[str] | None) -> Iterator[tuple[str, str]]:
    found = identifying(wish.words, known, places or ())
    told, keepable = " ".join(one.sentence for one in found), may_be_kept(wish.words, known=known, places=places)
    if len(wish.words) > WORDS_ROOM:
        yield "words", f"Det er plass til {WORDS_ROOM} tegn."
    elif any(one.looks is Looks.NUMBER for one in found):
        yield "words", NEVER
    elif found and not keepable:
        yield "words", f"{told} {PROTECTED if places is not None else AWAY}"
    elif found and not wish.kept_reason:
        yield "words", f"{told} {MEND}"
    if len(wish.kept_reason) > REASON_ROOM:
        yield "kept_reason", f"Det er plass til {REASON_ROOM} tegn."
    elif identifying(wish.kept_reason, known, places or ()):
        yield "kept_reason", "Grunnen kan heller ikke si hvem det gjelder."


# The life ---------------------------------------------------------------------------------------------------

WAITS: Final = "asked"
ANSWERED: Final = "answered"
NONE_FOUND: Final = "none_found"
ACCEPTED: Final = "accepted"
ASKED_AGAIN: Final = "asked_again"
WITHDRAWN: Final = "withdrawn"
LET_GO: Final = "let_go"
# Where it waits for somebody, and where a home has a child in mind.
NOT_SETTLED: Final = frozenset({WAITS, ANSWERED, NONE_FOUND})
TAKES_A_HOME: Final = frozenset({ANSWERED, ACCEPTED})


@dataclass(frozen=True, kw_only=True)
class WantedFacts:
    """Everything the steps ask about."""

    kind_fits: bool = True
    in_touch: bool = True
    chosen: bool = True
    stands: bool = True
    others: int = 0
    others_confirmed: bool = False
    answer_words: str = ""
    not_in_place: tuple[str, ...] = ()
    reasons: str = ""


HOME_CHOSEN: Guard[WantedFacts] = Guard(
    "home_chosen", lambda facts: facts.chosen, "Velg hjemmet du vil foreslå.", HELP, field="offer", interpretation=OURS
)
KIND_FITS: Guard[WantedFacts] = Guard(
    "kind_fits", lambda facts: facts.kind_fits, "De som er valgt, har meldt seg til noe annet.", HELP, field="offer",
    interpretation=OURS,
)  # fmt: skip
IN_TOUCH: Guard[WantedFacts] = Guard(
    "in_touch", lambda facts: facts.in_touch,
    "Vi er ikke i kontakt med dem. Ring dem først, og skriv når dere snakket sammen.", HELP, field="offer", interpretation=OURS,
)  # fmt: skip
ANSWER_WRITTEN: Guard[WantedFacts] = Guard(
    "answer_written", lambda facts: bool(facts.answer_words.strip()), "Skriv noen ord til den som spurte.", HELP,
    field="words", interpretation=OURS,
)  # fmt: skip
ANSWER_FITS: Guard[WantedFacts] = Guard(
    "answer_fits", lambda facts: len(facts.answer_words) <= ANSWER_ROOM, f"Det er plass til {ANSWER_ROOM} tegn.", HELP,
    field="words", interpretation=OURS,
)  # fmt: skip
OTHERS_CONFIRMED: Guard[WantedFacts] = Guard(
    "others_confirmed", lambda facts: not facts.others or facts.others_confirmed,
    "Hjemmet er nevnt for flere barn. Bekreft at det har plass til dette også.", HELP, field="several", interpretation=OURS,
)  # fmt: skip
STANDS: Guard[WantedFacts] = Guard(
    "home_stands",
    lambda facts: facts.stands,
    "Hjemmet er ikke lenger aktuelt. Ring koordinatoren.",
    HELP,
    interpretation=OURS,
)
ALL_IN_PLACE: Guard[WantedFacts] = Guard(
    "all_in_place", lambda facts: not facts.not_in_place,
    "Koordinatoren har ikke skrevet at alt er på plass ennå.", bvl("12-11"),
    interpretation="At alt skal være på plass før hjemmet blir nevnt i tiltaket, er tjenestens egen regel.",
    told=lambda facts: lacking_words(facts.not_in_place),
)  # fmt: skip
REASONS: Guard[WantedFacts] = Guard(
    "reasons", lambda facts: bool(facts.reasons.strip()), "Skriv hvorfor.", HELP, field="reasons", interpretation=OURS
)

WANTED_STATES: Final = (
    State(WAITS, "spurt"),
    State(ANSWERED, "besvart med et forslag"),
    State(NONE_FOUND, "besvart: fant ingen"),
    State(ACCEPTED, "svart ja"),
    State(ASKED_AGAIN, "spurt på nytt", closed=True),
    State(WITHDRAWN, "trukket", closed=True),
    State(LET_GO, "ikke lenger med", closed=True),
)
NAME_HOME, SAY_NONE, CANNOT, ACCEPT, ASK_AGAIN, TAKE_BACK, LET_GO_OF = (
    "name_home", "say_none", "cannot", "accept", "ask_again", "take_back", "let_go_of",
)  # fmt: skip
WANTED_MACHINE: Final[Machine[WantedFacts]] = Machine(
    "spørsmålet om et hjem",
    WAITS,
    WANTED_STATES,
    (
        Step(
            NAME_HOME, frozenset({WAITS}), ANSWERED, HELP,
            (HOME_CHOSEN, KIND_FITS, IN_TOUCH, ANSWER_WRITTEN, ANSWER_FITS, OTHERS_CONFIRMED), "Foreslå et hjem",
        ),
        Step(SAY_NONE, frozenset({WAITS}), NONE_FOUND, HELP, (ANSWER_WRITTEN, ANSWER_FITS), "Si at du ikke fant noen"),
        # They have changed their minds, or are not fit after all: another is looked for, and nobody says yes to them.
        Step(CANNOT, frozenset({ANSWERED}), WAITS, HELP, (ANSWER_WRITTEN, ANSWER_FITS), "Hjemmet kan likevel ikke"),
        Step(ACCEPT, frozenset({ANSWERED}), ACCEPTED, bvl("12-11"), (STANDS, ALL_IN_PLACE), "Si ja til hjemmet"),
        # What was asked stands with its answer and why not; a new one takes its place, and waits for the coordinator.
        Step(ASK_AGAIN, frozenset({ANSWERED, NONE_FOUND}), ASKED_AGAIN, HELP, (REASONS,), "Si nei, og spør på nytt"),
        Step(TAKE_BACK, NOT_SETTLED, WITHDRAWN, HELP, (), "Trekk spørsmålet"),
        Step(LET_GO_OF, frozenset({ACCEPTED}), LET_GO, HELP, (REASONS,), "Hjemmet er ikke lenger med"),
    ),
)  # fmt: skip
