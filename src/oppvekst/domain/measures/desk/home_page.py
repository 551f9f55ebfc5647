"""The home of a measure, as its page tells it: nobody asked, waiting, answered, taken; and what was before."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.text import capfirst

from oppvekst.domain.homes.models import Wanted
from oppvekst.domain.homes.queries import answer_limit, home_stands
from oppvekst.domain.homes.rules import (
    ACCEPTED,
    ANSWERED,
    LANGUAGES,
    NEEDS,
    NONE_FOUND,
    TAKES_A_HOME,
    WAITS,
    WANTED_MACHINE,
    in_one_line,
    in_place_for,
    lacking_words,
    not_in_place,
)
from oppvekst.domain.measures.models import AskedHome, Measure
from oppvekst.domain.measures.queries import asked_homes_of
from oppvekst.domain.measures.rules import MACHINE
from oppvekst.domain.measures.rules.homes import home_of
from oppvekst.ground.web.frame import today
from oppvekst.law.calendar import oslo_date

LOOKS = {
    WAITS: ("neutral", "clock-fill"), ANSWERED: ("warning", "house-heart"), NONE_FOUND: ("warning", "magnifying-glass"),
    ACCEPTED: ("success", "checkmark-circle-fill"),
}  # fmt: skip
# «hjemmet» is a person where a support contact is asked for.
THE_HOME = {"visiting_home": "hjemmet", "support_contact": "støttekontakten"}
CALLED = {"visiting_home": "Besøkshjem", "support_contact": "Støttekontakt"}


def of_kind(words: str, kind: str) -> str:
    """The words with what the kind is called.

    >>> of_kind("Si ja til hjemmet", "support_contact")
    'Si ja til støttekontakten'
    """
    return words.replace("hjemmet", THE_HOME[kind]).replace("Hjemmet", capfirst(THE_HOME[kind]))


def section(found: Measure) -> dict[str, Any] | None:
    """The section on the page of a measure; nothing where the help has no home and nobody has asked for one."""
    kind = home_of(found.category)
    rows = [told(one) for one in asked_homes_of(found.id)]
    if kind is None and not rows:
        return None
    closed = MACHINE.state(found.state).closed
    standing = next((row for row in rows if not row["over"]), None)
    return {
        "title": CALLED[kind] if kind else "Hjem", "one": standing, "before": [row for row in rows if row["over"]],
        "may_ask": kind is not None and standing is None and not closed, "closed": closed,
    }  # fmt: skip


def told(asked: AskedHome) -> dict[str, Any]:
    """One of them: what was asked, how it stands, and the answer."""
    one = asked.wanted
    lacking = not_in_place(one.kind, one.in_place)
    waits_more = one.state == ANSWERED and bool(lacking)
    gone = not home_stands(one)
    colour, icon = LOOKS[WAITS] if waits_more else LOOKS.get(one.state, ("neutral", "folder"))
    word = "venter på koordinatoren" if waits_more else WANTED_MACHINE.state(one.state).title
    return {
        "asked": asked, "wanted": one, "line": in_one_line(one.kind, one.age, one.often),
        "over": WANTED_MACHINE.state(one.state).closed,
        "colour": colour, "icon": icon, "word": capfirst(word), "needs": _needs(one),
        "waits": one.state == WAITS, "answered": one.state == ANSWERED, "none": one.state == NONE_FOUND,
        "accepted": one.state == ACCEPTED, "limit": _limit(one) if one.state == WAITS else None,
        "the_home": THE_HOME[one.kind], "called": CALLED[one.kind], "gone": gone,
        "late": one.state == WAITS and one.answer_by < today(),
        "several": one.several and one.state in TAKES_A_HOME,
        "placed": in_place(one), "lacking": lacking_words(lacking) if lacking else "",
    }  # fmt: skip


def in_place(one: Wanted) -> list[dict[str, Any]]:
    """What must be in place, with the day the coordinator says that it was."""
    days = {name: date.fromisoformat(day) for name, day in one.in_place.items()}
    return [{"one": each, "on": days.get(each.id)} for each in in_place_for(one.kind)]


def _needs(one: Wanted) -> str:
    language = "" if one.language == "nb" else capfirst(LANGUAGES.get(one.language, ""))
    return ". ".join(filter(None, [one.area, language, *(NEEDS.get(need, "") for need in one.needs)]))


def _limit(one: Wanted) -> dict[str, Any]:
    due = answer_limit(one.municipality_id, oslo_date(one.asked_at))
    return {"due": due.due, "steps": due.steps, "law": "egen praksis"}
