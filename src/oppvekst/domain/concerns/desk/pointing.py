"""Paragraphs somebody should look at before a family reads them, each with the reason in words; a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from oppvekst.domain.concerns.desk.spoken import where_is_protected
from oppvekst.domain.concerns.models import Concern, Passage
from oppvekst.domain.concerns.rules.masking import why_look
from oppvekst.domain.concerns.rules.message import Anonymity


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as the reporter wrote it, and why somebody should look at it; most have no such reason."""

    passage: Passage
    look: str = ""


@dataclass(frozen=True)
class Words:
    """Paragraphs that stand under one heading."""

    heading: str
    plain: bool
    paragraphs: tuple[Paragraph, ...]


def words(concern: Concern, others: Iterable[Concern] = ()) -> list[Words]:
    """The reporter's own words under their headings, in the order they were said."""
    grouped = groupby(paragraphs(concern, others), key=lambda one: one.passage.heading)
    return [
        Words(str(Passage.Heading(heading).label), heading == Passage.Heading.WORRY, tuple(found))
        for heading, found in grouped
    ]


def paragraphs(concern: Concern, others: Iterable[Concern] = ()) -> list[Paragraph]:
    """Every paragraph. ``others`` are the concerns of the same sending: their children have journals of their own."""
    names = _names(others)
    protected, places = concern.enquiry.anonymity != Anonymity.NAMED, _places(concern)
    return [
        Paragraph(passage, "" if passage.masked else why_look(passage.text, names, protected=protected, places=places))
        for passage in concern.passages.all()
    ]


def to_cut(source: Concern, others: Sequence[Concern]) -> list[Paragraph]:
    """When the same words are taken along to one more child: the paragraphs that name a child we know of already."""
    names = _names([source, *others])
    found = (Paragraph(passage, why_look(passage.text, names, protected=False)) for passage in source.passages.all())
    return [one for one in found if one.look]


def _places(concern: Concern) -> list[str]:
    """What was told of where the child is, when that is protected: the school, the street, the one who writes from it."""
    if not where_is_protected(concern):
        return []
    address = concern.child_address
    return [concern.child_school, *address.get("lines", ()), concern.enquiry.body, concern.child_phone]


def _names(concerns: Iterable[Concern]) -> list[str]:
    """The children's names, as they were said and as they are registered, of those the reader may know of."""
    found = list(concerns)
    return [one.child_name for one in found] + [one.case.child.name for one in found if one.case_id and one.case]
