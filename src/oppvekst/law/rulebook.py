"""Every limit the product implements, gathered from the rooms, found by id and day."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from oppvekst.law.deadline import Due, Limit, Rule
from oppvekst.law.refusals import NotFound


class PlainRule(TypedDict):
    """A rule as the public interface lists it."""

    id: str
    title: str
    law: str
    valid_from: str | None
    valid_to: str | None
    mark: str


class Rulebook:
    """Limits by id, each with all its versions.

    >>> from oppvekst.law.limits import RULES
    >>> str(Rulebook(RULES).due("D76", date(2026, 3, 12)).due)
    '2026-04-07'
    """

    def __init__(self, *limits: Iterable[Limit]) -> None:
        self.limits = tuple(sorted((one for some in limits for one in some), key=lambda limit: _natural(limit.id)))
        self._by_id = {limit.id.lower(): limit for limit in self.limits}
        if len(self._by_id) != len(self.limits):
            raise ValueError("samme regel to steder: versjonene av en regel hører hjemme i én Limit")

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every version of every limit, oldest first within each."""
        return tuple(rule for limit in self.limits for rule in limit.versions)

    def find(self, rule_id: str) -> Limit:
        """The limit with that id; capital letters do not matter."""
        if rule_id.lower() not in self._by_id:
            raise NotFound(f"Vi har ingen regel som heter «{rule_id}». Se hele listen med «oppvekst law list».")
        return self._by_id[rule_id.lower()]

    def due(self, rule_id: str, start: date) -> Due:
        """The limit counted by the version in force when it was triggered."""
        return self.find(rule_id).due(start)

    def to_plain(self) -> list[PlainRule]:
        """The list of every rule, for a face to print."""
        return [_plain(rule) for rule in self.rules]


def _plain(rule: Rule) -> PlainRule:
    starts = rule.valid_from or rule.citation.starts()
    return {
        "id": rule.id,
        "title": rule.title,
        "law": str(rule.citation),
        "valid_from": starts.isoformat() if starts else None,
        "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
        "mark": rule.mark.value,
    }


def _natural(rule_id: str) -> tuple[int, str]:
    digits = "".join(letter for letter in rule_id if letter.isdigit())
    return int(digits or 0), rule_id
