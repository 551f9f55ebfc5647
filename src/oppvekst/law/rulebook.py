"""Every limit the product implements, gathered from the rooms, found by id and day."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from oppvekst.law.dated import refuse_overlap
from oppvekst.law.deadline import Due, Rule
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
    """Rules by id; one id may hold several versions with validity that does not overlap.

    >>> from oppvekst.law.limits import RULES
    >>> str(Rulebook(RULES).due("D76", date(2026, 3, 12)).due)
    '2026-04-07'
    """

    def __init__(self, *rules: Iterable[Rule]) -> None:
        gathered = [rule for some in rules for rule in some]
        self.rules = tuple(sorted(gathered, key=lambda rule: (_natural(rule.id), rule.valid_from or date.min)))
        for rule_id in {rule.id for rule in self.rules}:
            refuse_overlap(rule_id, self.versions(rule_id))

    def versions(self, rule_id: str) -> tuple[Rule, ...]:
        """Every version of the rule with that id, oldest first; capital letters do not matter."""
        return tuple(rule for rule in self.rules if rule.id.lower() == rule_id.lower())

    def find(self, rule_id: str, *, on: date) -> Rule:
        """The version in force on that day, else the newest; refused when there is no such rule."""
        versions = self.versions(rule_id)
        if not versions:
            raise NotFound(f"Vi har ingen regel som heter «{rule_id}». Se hele listen med «oppvekst law list».")
        return next((rule for rule in versions if rule.valid_on(on)), versions[-1])

    def due(self, rule_id: str, start: date) -> Due:
        """The limit counted by the version in force when it was triggered."""
        return self.find(rule_id, on=start).due(start)

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
