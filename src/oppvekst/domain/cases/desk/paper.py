"""Letters of the room: who has seen the case, told to a party."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from oppvekst.domain.cases.models import LookExtract
from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.domain.people.models import Address, Protection
from oppvekst.domain.people.queries import get_person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Lang, Letter, render
from oppvekst.law.calendar import in_words

TEXTS = Path(__file__).parents[1] / "templates" / "letters" / "look_extract.toml"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the extract, in the words of the letter."""

    day: str
    lines: list[str]


def extract(found: LookExtract, home: Municipality) -> Letter:
    """The letter as it was made: the same content and time give the same bytes."""
    values: dict[str, Any] = {
        "addressee": {"name": found.addressee, "lines": _lines(found)}, "reference": found.case.number,
        "child": get_person(found.case.child_id).name, "own": found.party.part == "child", "since": found.since.isoformat(),
        "until": found.until.isoformat(), "days": found.days, "named": found.named,
        "signed": [{"name": found.made_by_name, "title": ""}] if found.named else [],
    }  # fmt: skip
    return render(
        "cases/look_extract", values, lang=cast(Lang, found.language), letterhead=letterhead(home), at=found.made_at
    )


def days_in_words(found: LookExtract) -> list[Day]:
    """What the letter says, for the one who reads it before it is given."""
    texts = _texts()[found.language]
    return [Day(in_words(date.fromisoformat(day["day"])), list(_said(day["told"], texts))) for day in found.days]


def _said(told: list[dict[str, Any]], texts: dict[str, str]) -> Iterator[str]:
    for line in told:
        who = f"{line['name']}, {line['who'].lower()}" if line["name"] else line["who"]
        what = [texts[f"saw_{key}"] for key in line["what"]]
        yield f"{who} {texts[f'why_{line["why"]}']} {_joined(what, texts['and'])}."


def _joined(parts: list[str], last: str) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def _lines(found: LookExtract) -> list[str]:
    """Where it may be sent; nothing when the address is protected: then it is given by hand or by the safe route."""
    person = get_person(found.party.person_id)
    if person.protection != Protection.NONE:
        return []
    home = person.addresses.filter(kind=Address.Kind.HOUSEHOLD, valid_to=None, protection=Protection.NONE).first()
    return [*home.lines, f"{home.postal_code} {home.place}".strip()] if home else []


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads(TEXTS.read_text("utf-8"))
