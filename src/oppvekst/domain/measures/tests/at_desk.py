"""Help taken through its steps at the desk, as a case worker does it: form after form, by HTTP alone."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from oppvekst.law.calendar import OSLO
from tests.desk import Browser


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=OSLO)


def it_is(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """From now on the desk's clock shows this."""
    monkeypatch.setattr(timezone, "now", lambda: at(moment))


def on(name: str, day: str) -> dict[str, str]:
    """A day in three fields."""
    found = date.fromisoformat(day)
    return {f"{name}_day": str(found.day), f"{name}_month": str(found.month), f"{name}_year": str(found.year)}


def place(address: str) -> str:
    """An address without what it says about what was done."""
    return address.partition("?")[0]


def prepared(who: Browser, here: str, *, goal: str = "Rolige morgener", **plan: str) -> None:
    """A goal one can see, and a plan with how long."""
    who.send(f"{here}mal/", text=goal, seen_by="Alle er ute av døra til åtte.", who="Foreldrene begynner kvelden før.")
    who.send(f"{here}plan/", **{"kind": "1", "content": "Veiledning hver uke.", "duration": "Et halvt år.", **plan})


def decided(who: Browser, here: str, decision: Any) -> None:
    """Everybody has said yes, and the decision is signed: the measure is tied to it."""
    prepared(who, here)
    assert "/samtykke/" in who.send(f"{here}samtykke/")
    who.send(f"{here}vedtak/", decision=str(decision))


def started(who: Browser, here: str, day: str) -> None:
    who.send(f"{here}start/", in_order="on", **on("on", day))


def looked(
    page: str,
    day: str,
    outcome: str = "continue",
    *,
    stand: str = "4",
    words: str = "Bare to ganger denne måneden.",
    **more: str,
) -> dict[str, str]:
    """The evaluation filled in, every goal on the page with it."""
    goals = set(re.findall(r'name="stand_([0-9a-f]{32})"', page))
    filled = {f"stand_{goal}": stand for goal in goals} | {f"words_{goal}": words for goal in goals}
    return filled | {
        "present": "Lise, Morten og Emil", "child_heard": "yes", "child_words": "Vi er ikke sent ute lenger.",
        "parents_heard": "yes", "parents_words": "Vi skriker ikke mer.", "works": "Ja, morgenene er bedre.",
        "new_needs": "Nei.", "care_grounds": "Nei.", "outcome": outcome, **on("on", day), **more,
    }  # fmt: skip


def evaluated(who: Browser, here: str, day: str, outcome: str = "continue", **more: str) -> str:
    page = who.see(f"{here}evaluer/")
    return who.see(who.send(f"{here}evaluer/", **looked(page, day, outcome, **more)))
