"""The parts of a draft as the editor shows them: the text, how it stands, who else wrote, and what can help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from oppvekst.domain.decisions.models import Addressee, Decision, DraftText
from oppvekst.domain.decisions.queries import addressees, aside, facts_of, texts
from oppvekst.domain.decisions.queries.material import material
from oppvekst.domain.decisions.queries.phrases import merge_answers, phrases_for
from oppvekst.domain.decisions.rules import (
    CATEGORIES,
    MACHINE,
    SIGN,
    DecisionFacts,
    Section,
    in_words,
    required,
    sections_of,
)
from oppvekst.domain.decisions.rules.language import Measured, Remark, measured, remarks
from oppvekst.domain.decisions.rules.merging import gaps, merge
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.words import OSLO
from oppvekst.law.refusals import Refusal

# What a person can begin from, and must go on from herself.
OPEN_END = "…"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be put into a part: its button, the text with its fields filled in, and what is still open."""

    value: str
    title: str
    text: str
    told: str = ""


@dataclass
class Part:
    """One part of the draft on the page."""

    section: Section
    language: str
    must: bool
    newest: DraftText | None = None
    aside: list[DraftText] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    # What the person has typed and was not kept, or was kept aside; and the version she wrote on.
    typed: str | None = None
    seen: int | None = None
    refusal: Refusal | None = None

    @property
    def key(self) -> str:
        return self.section.key

    @property
    def heading(self) -> str:
        return self.section.heading(self.language)

    @property
    def text(self) -> str:
        """What stands in the box."""
        if self.typed is not None:
            return self.typed
        return self.newest.text if self.newest else ""

    @property
    def version(self) -> int:
        """The version that she writes on."""
        if self.seen is not None:
            return self.seen
        return self.newest.version if self.newest else 0

    @property
    def stamp(self) -> str:
        """The version, and a mark of the words in the box: a part that nobody touched is never saved over another's."""
        return f"{self.version}.{mark(self.text)}"

    @property
    def is_written(self) -> bool:
        return bool(self.text.strip())

    @property
    def saved_at(self) -> str:
        return clock(self.newest.at) if self.newest else ""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return remarks(self.text, language=self.language)

    @property
    def measured(self) -> Measured:
        return measured(self.text)

    @property
    def left_open(self) -> tuple[str, ...]:
        """Merge fields nobody has filled in, and places that a phrase left to the writer."""
        named = tuple(f"{{{name}}}" for name in gaps(self.text))
        return (*named, OPEN_END) if OPEN_END in self.text else named


def mark(text: str) -> str:
    """A short mark of some words.

    >>> mark("Ida ") == mark("Ida") != mark("Ola")
    True
    """
    return sha256(text.rstrip().encode()).hexdigest()[:12]


def stamp(text: DraftText) -> str:
    """The same of a stored text."""
    return f"{text.version}.{mark(text.text)}"


def bases_of(decision: Decision) -> list[str]:
    """The sections it rests on, in words."""
    return [in_words(one) for one in decision.bases]


def category_of(decision: Decision) -> str:
    """What the register calls the help, without its notes."""
    return words_of(decision.category)


def words_of(category: str) -> str:
    """The same of a code."""
    return CATEGORIES.get(category).text.partition(" (")[0] if category else ""


def clock(moment: datetime) -> str:
    """The time of day in Oslo."""
    return f"{moment.astimezone(OSLO):%H.%M}"


def parts_of(decision: Decision, *, by: Actor, today: date, service: str) -> list[Part]:
    """Every part, in the order of the letter."""
    written, waiting = texts(decision.id), aside(decision.id)
    must = {one.key for one in _required(decision)}
    offers = _offers(decision, by=by, today=today, service=service)
    return [
        Part(
            one, decision.language, one.key in must, written.get(one.key),
            [text for text in waiting if text.section == one.key], offers.get(one.key, []),
        )
        for one in sections_of(decision.of_kind)
    ]  # fmt: skip


def part_of(decision: Decision, key: str) -> Part | None:
    """One part, without what can be put into it."""
    section = next((one for one in sections_of(decision.of_kind) if one.key == key), None)
    if section is None:
        return None
    waiting = [text for text in aside(decision.id) if text.section == key]
    must = any(one.key == key for one in _required(decision))
    return Part(section, decision.language, must, texts(decision.id).get(key), waiting)


def merged_for(decision: Decision, *, by: Actor, today: date, service: str) -> Mapping[str, str]:
    """What the merge fields are answered with in this decision."""
    return merge_answers(decision, addressees(decision.id), writer=by.name, today=today, service=service)


@dataclass(frozen=True)
class Standing:
    """How far the draft has come: the principles, what else stops the signature, and the count."""

    principles: list[dict[str, Any]]
    stopping: list[dict[str, Any]]
    written: int
    wanted: int


def standing_of(parts: list[Part], facts: DecisionFacts, *, ending: Iterable[Refusal] = ()) -> Standing:
    """What is there and what is lacking, each with its section (bvl § 12-5); ``ending``: what the investigation lacks."""
    wanted = [part for part in parts if part.must]
    principles = [
        {"part": part, "law": part.section.citation, "lacks": part.must and not part.is_written, "why": part.section.guidance}
        for part in parts
        if part.section.principle
    ]  # fmt: skip
    stopping = [
        {"sentence": one.sentence, "law": one.citation, "field": next(iter(one.fields), "")}
        for one in (*MACHINE.step(SIGN).refusals(facts), *ending)
    ]
    stopping += [
        {"sentence": f"To har skrevet i «{part.section.nb}». Velg hva som skal stå.", "law": "", "field": ""}
        for part in parts
        if part.aside
    ]
    return Standing(principles, stopping, sum(part.is_written for part in wanted), len(wanted))


def facts_today(decision: Decision, *, by: Actor, today: date) -> DecisionFacts:
    """The facts of the signature, as they stand for this person."""
    return facts_of(decision, today=today, by=by)


def _required(decision: Decision) -> tuple[Section, ...]:
    return required(decision.of_kind, category=decision.category, consent_ground=decision.consent_ground)


def _offers(decision: Decision, *, by: Actor, today: date, service: str) -> dict[str, list[Offer]]:
    answers = merged_for(decision, by=by, today=today, service=service)
    found: dict[str, list[Offer]] = {
        key: [Offer(f"{key}:sak{number}", piece.title, piece.text) for number, piece in enumerate(pieces)]
        for key, pieces in material(decision).items()
    }
    for key, phrases in phrases_for(decision).items():
        for phrase in phrases:
            merged = merge(phrase.text, answers)
            found.setdefault(key, []).append(Offer(f"{key}:{phrase.id}", phrase.title, merged.text, merged.told))
    return found


def copies(everybody: list[Addressee]) -> list[Addressee]:
    """Those who get a copy."""
    return [one for one in everybody if one.has_copy]
