"""One decision, told to each in her own copy: the locked words without what is withheld from just her (fvl § 24 (3); bvl § 12-6).

What is withheld is not in the copy at all. Where it was, the copy says that something is left out and by which rule, unless
that too would tell; then nothing stands there, and nothing is counted that could show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from oppvekst.law.citation import bvl, fvl
from oppvekst.law.refusals import NotAllowed

TEXT, LEFT_OUT = "text", "left_out"
# What is decided is no part of the reasons, and no party can be kept from it.
DECIDED = "decided"
LAW = fvl("24", 3) & bvl("12-6")

type Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gap:
    """A paragraph that one addressee does not get, by which rule, and whether she is told that something is missing."""

    section: str
    paragraph: int
    law: str
    told: bool = True


def rendition(content: Content, gaps: Iterable[Gap] = ()) -> dict[str, Any]:
    """The locked words as one addressee gets them (fvl § 24 (3)).

    >>> locked = {"title": "Vedtak", "sections": [{"key": "facts", "heading": "Fakta", "paragraphs": ["Ett.", "To."]}]}
    >>> rendition(locked, [Gap("facts", 1, "fvl § 19")])["sections"][0]["paragraphs"]
    [{'text': 'Ett.'}, {'left_out': 'fvl § 19'}]
    >>> rendition(locked, [Gap("facts", 0, "fvl § 19", told=False), Gap("facts", 1, "fvl § 19", told=False)])["sections"]
    []
    """
    by_place = {(gap.section, gap.paragraph): gap for gap in gaps}
    told = [
        {"key": section["key"], "heading": section["heading"], "paragraphs": _paragraphs(section, by_place)}
        for section in content["sections"]
    ]
    return {**content, "sections": [section for section in told if section["paragraphs"]]}


def words_of(rendered: Content) -> str:
    """Everything that stands in a copy, to be looked through for what must not leave the house."""
    parts = [rendered["title"]]
    for section in rendered["sections"]:
        parts += [section["heading"], *(paragraph.get(TEXT, "") for paragraph in section["paragraphs"])]
    return "\n".join(parts)


def says_left_out(rendered: Content) -> bool:
    """Whether the copy says anywhere that something is left out."""
    return any(LEFT_OUT in paragraph for section in rendered["sections"] for paragraph in section["paragraphs"])


def must_be_withholdable(content: Content, section: str, paragraph: int, *, party: bool) -> str:
    """The paragraph, if it is there and may be left out of somebody's copy; refuses with the section where not (fvl § 24 (3))."""
    found = next((one for one in content["sections"] if one["key"] == section), None)
    if found is None or not 0 <= paragraph < len(found["paragraphs"]):
        raise NotAllowed("Avsnittet finnes ikke i vedtaket slik det er låst. Last siden på nytt og velg igjen.")
    if section == DECIDED and party:
        raise NotAllowed(
            "Det som er bestemt, skal parten få vite. Bare noe av begrunnelsen kan utelates.",
            fvl("24", 3) & fvl("27", 1),
        )
    return str(found["paragraphs"][paragraph])


def _paragraphs(section: Content, gaps: Mapping[tuple[str, int], Gap]) -> list[dict[str, str]]:
    """Gaps that follow each other are told as one: how much is missing is told to nobody."""
    kept: list[dict[str, str]] = []
    for place, text in enumerate(section["paragraphs"]):
        gap = gaps.get((section["key"], place))
        if gap is None:
            kept.append({TEXT: text})
        elif gap.told and (not kept or kept[-1] != {LEFT_OUT: gap.law}):
            kept.append({LEFT_OUT: gap.law})
    return kept
