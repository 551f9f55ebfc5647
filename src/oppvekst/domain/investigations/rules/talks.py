"""The talk with the child: what is told beforehand, its own words, whether we understood, and the weight they are given."""

from dataclasses import dataclass
from typing import Final

from oppvekst.law.citation import bvl, medv, tolkl
from oppvekst.law.machine import Guard, Machine, State, Step
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal
from oppvekst.law.verdict import Verdict

WRITTEN: Final = "written"
ANSWERED: Final = "answered"
WEIGHED: Final = "weighed"

READ_BACK: Final = "read_back"
WEIGH: Final = "weigh"

# What the child says of how we wrote its words down. A child may correct them, differ from them, or not be asked.
AGREED: Final = "agreed"
CORRECTED: Final = "corrected"
DIFFERS: Final = "differs"
NOT_ASKED: Final = "not_asked"
ANSWERS: Final = {
    AGREED: "Barnet sa at vi har forstått riktig",
    CORRECTED: "Barnet rettet ordene, og det rettede gjelder",
    DIFFERS: "Barnet er ikke enig i gjengivelsen",
    NOT_ASKED: "Barnet er ikke spurt",
}
# An answer that must be explained: the reader shall understand why the words stand as they do.
EXPLAINED: Final = frozenset({DIFFERS, NOT_ASKED})


@dataclass(frozen=True, kw_only=True)
class TalkFacts:
    """What the steps of one talk ask about."""

    told_purpose: bool = False
    told_readers: bool = False
    told_voluntary: bool = False
    understood_how: str = ""
    heard_about: str = ""
    words: str = ""
    shown: str = ""
    agreement: str = ""
    agreement_reasons: str = ""
    weight: str = ""


_FIVE = medv("6")

INFORMED: Guard[TalkFacts] = Guard(
    "information_given",
    lambda facts: facts.told_purpose and facts.told_readers and facts.told_voluntary,
    "Skriv at barnet har fått vite hva ordene kan brukes til, hvem som kan lese dem, og at samtalen er frivillig.",
    bvl("1-4", 2) & medv("5") & _FIVE,
    field="told",
)
UNDERSTOOD: Guard[TalkFacts] = Guard(
    "information_understood",
    lambda facts: bool(facts.understood_how.strip()),
    "Skriv hvordan du vet at barnet forsto det.",
    medv("5") & _FIVE,
    field="understood_how",
)
HEARD_ABOUT: Guard[TalkFacts] = Guard(
    "heard_about",
    lambda facts: bool(facts.heard_about.strip()),
    "Skriv hva barnet ble hørt om.",
    _FIVE,
    field="heard_about",
)
SAID: Guard[TalkFacts] = Guard(
    "said_or_shown",
    lambda facts: bool(facts.words.strip() or facts.shown.strip()),
    "Skriv hva barnet sa eller viste.",
    _FIVE,
    field="words",
)
ASKED: Guard[TalkFacts] = Guard(
    "agreement_asked",
    lambda facts: facts.agreement in ANSWERS,
    "Spør barnet om du har forstått riktig, eller skriv hvorfor det ikke er spurt.",
    _FIVE,
    field="agreement",
)
ASKED_WHY: Guard[TalkFacts] = Guard(
    "agreement_explained",
    lambda facts: facts.agreement not in EXPLAINED or bool(facts.agreement_reasons.strip()),
    "Skriv hva barnet er uenig i, eller hvorfor det ikke er spurt.",
    _FIVE,
    field="agreement_reasons",
)
WEIGHT_GIVEN: Guard[TalkFacts] = Guard(
    "weight_given",
    lambda facts: bool(facts.weight.strip()),
    "Skriv hvilken vekt barnets mening får, og hva den er veid mot.",
    bvl("1-4", 1) & _FIVE,
    field="weight",
)

BEFORE: Final = (INFORMED, UNDERSTOOD, HEARD_ABOUT, SAID)
# The five things of the regulation's section 6, the first in two parts and the fourth with its reasons.
FIVE: Final = (*BEFORE, ASKED, ASKED_WHY, WEIGHT_GIVEN)

STATES = (
    State(WRITTEN, "skrevet ned"),
    State(ANSWERED, "lest tilbake"),
    State(WEIGHED, "vektlagt"),
)

TALK: Machine[TalkFacts] = Machine(
    "samtalen",
    WRITTEN,
    STATES,
    (
        Step(READ_BACK, frozenset({WRITTEN}), ANSWERED, _FIVE, (*BEFORE, ASKED, ASKED_WHY), "Les tilbake for barnet"),
        Step(
            WEIGH,
            frozenset({ANSWERED, WEIGHED}),
            WEIGHED,
            bvl("1-4", 1) & _FIVE,
            (WEIGHT_GIVEN,),
            "Skriv vekten meningen får",
        ),
    ),
)

TALK_RIGHTS: Final = {READ_BACK: "talk.write", WEIGH: "talk.weigh"}


def talk_lacks(facts: TalkFacts) -> tuple[Guard[TalkFacts], ...]:
    """Which of the five things are not there yet (medvirkningsforskriften § 6)."""
    return tuple(guard for guard in FIVE if not guard.check(facts))


def may_be_read_back(facts: TalkFacts) -> None:
    """Refuse to hand the words over to the child before it has been told and has said something (bvl § 1-4 (2))."""
    TALK.step(READ_BACK).demand(facts, later=("agreement", "agreement_reasons"))


NO_INTERPRETER: Final = "none"
QUALIFIED: Final = "qualified"
UNQUALIFIED: Final = "unqualified"
A_CHILD: Final = "child"
INTERPRETERS: Final = {
    NO_INTERPRETER: "Nei",
    QUALIFIED: "Ja, kvalifisert tolk",
    UNQUALIFIED: "Ja, en som ikke er kvalifisert tolk",
    A_CHILD: "Ja, et barn tolket",
}


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Who else was there, and whether the parents knew."""

    alone: bool = True
    present: str = ""
    interpreter: str = NO_INTERPRETER
    language: str = ""
    interpreter_reasons: str = ""
    parents_told: bool | None = None
    parents_reasons: str = ""


def lacking_around(around: Surroundings) -> Refusal | None:
    """What must be mended in what is said of the surroundings: who was there, the interpreter, the parents (bvl § 1-4)."""
    if around.interpreter == A_CHILD:
        return NotAllowed(
            "Barn skal ikke tolke, heller ikke søsken. Bestill en tolk, og ta samtalen på nytt.", tolkl("4"),
            because=("child_interprets",),
        )  # fmt: skip
    told = dict(_around(around))
    law = tolkl("7") if told.keys() & {"language", "interpreter_reasons"} else bvl("1-4")
    return Incomplete(told, law, because=tuple(told)) if told else None


def _around(around: Surroundings) -> list[tuple[str, str]]:
    interpreted = around.interpreter in {QUALIFIED, UNQUALIFIED}
    why_not = bool(around.interpreter_reasons.strip())
    asked = (
        ("present", not around.alone and not around.present.strip(), "Skriv hvem andre som var til stede."),
        ("language", interpreted and not around.language.strip(), "Skriv hvilket språk det ble tolket til."),
        (
            "interpreter_reasons", around.interpreter == UNQUALIFIED and not why_not,
            "Skriv hvorfor det ikke ble brukt en kvalifisert tolk.",
        ),
        (
            "parents_reasons", around.parents_told is False and not around.parents_reasons.strip(),
            "Skriv hvorfor foreldrene ikke fikk vite om samtalen på forhånd.",
        ),
    )  # fmt: skip
    return [(field, sentence) for field, wrong, sentence in asked if wrong]


def parents_cannot_refuse() -> Verdict:
    """Whether the service may visit the home and ask to talk with the child alone, whatever the parents say (bvl § 2-2 (5))."""
    return Verdict(
        True,
        "Foreldrene kan ikke motsette seg hjemmebesøk i undersøkelsen, og vi kan kreve å snakke med barnet alene. "
        "Trengs politiet, er det lederen som ber om det.",
        bvl("2-2", 5) & bvl("12-10"),
    )


def may_talk_unknown_to_parents() -> Verdict:
    """Whether the talk may be held without the parents' consent and without telling them beforehand (bvl § 1-4)."""
    return Verdict(
        True,
        "Barnet kan snakke med barnevernet uten at foreldrene samtykker eller får vite det på forhånd.",
        bvl("1-4"),
    )


def shown_in_calendars(*, parents_told: bool | None, kept_hidden: bool) -> bool:
    """Whether a talk may stand in a calendar, a booking or a plan that the parents see: never one they are not told of.

    >>> shown_in_calendars(parents_told=False, kept_hidden=False), shown_in_calendars(parents_told=True, kept_hidden=False)
    (False, True)
    """
    return bool(parents_told) and not kept_hidden


def versions_to_show[V](versions: tuple[V, ...], *, of_the_talk: bool) -> tuple[V, ...]:
    """What a parent gets of the child's words: in a decision the version that counts, with access to the talk all of them.

    Never the first alone: whoever sees what was corrected also sees the correction, or neither.

    >>> versions_to_show(("redd ham", "redd når han drikker"), of_the_talk=False)
    ('redd når han drikker',)
    """
    return versions if of_the_talk else versions[-1:]
