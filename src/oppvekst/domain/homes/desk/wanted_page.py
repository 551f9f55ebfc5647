"""What colleagues ask for, as the coordinator reads it: the list, one of them, and those who could fit. No case, and no child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.urls import reverse
from django.utils.text import capfirst

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.actions import FOLLOW_UP
from oppvekst.domain.homes.desk.spoken import Fact
from oppvekst.domain.homes.models import Offer, Wanted
from oppvekst.domain.homes.rules import (
    ANSWERED,
    ASKED_FOR,
    LANGUAGES,
    NEEDS,
    NONE_FOUND,
    WAITS,
    WANTED_MACHINE,
    Fit,
    Kind,
    in_one_line,
    in_place_for,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.words import day_in_words, number_in_words
from oppvekst.law.calendar import oslo_date

# The list's views: key in the address, what it is called, which states, what an empty one says, and what comes there.
VIEWS: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
    (
        "", "Venter på svar", (WAITS,), "Ingen venter på svar nå.",
        "Når en saksbehandler spør fra et tiltak, kommer det hit av seg selv.",
    ),
    (
        "besvart", "Besvart", (ANSWERED, NONE_FOUND), "Ingen svar venter på et ja eller nei.",
        "Det du har svart, står her til den som spurte, har sagt ja eller nei.",
    ),
    (
        "avgjort", "Avgjort", ("accepted", "asked_again", "withdrawn", "let_go"), "Ingenting er avgjort ennå.",
        "Det som er avgjort eller trukket, blir stående her.",
    ),
)  # fmt: skip
CANNOT = {"visiting_home": "Hjemmet kan likevel ikke", "support_contact": "Støttekontakten kan likevel ikke"}
LOOKS = {
    WAITS: ("warning", "clock-fill"), ANSWERED: ("accent", "clock-fill"), NONE_FOUND: ("neutral", "magnifying-glass"),
    "accepted": ("success", "checkmark-circle-fill"),
}  # fmt: skip
NONE = {"visiting_home": "Jeg fant ikke noe hjem", "support_contact": "Jeg fant ingen støttekontakt"}
PROPOSE = {"visiting_home": "Foreslå et hjem", "support_contact": "Foreslå en støttekontakt"}
IS_FOR = {"support_contact": "Er støttekontakt for"}
LIST = ("Hjem", "desk:offers"), ("Etterspurte hjem", "desk:wanted-homes")


def head(one: Wanted, *, today: date, act: str = "") -> dict[str, Any]:
    """What is asked for and by whom: on top of its page and of every act on it."""
    here, line = reverse("desk:wanted-home", args=[one.id]), in_one_line(one.kind, one.age, one.often)
    crumbs = [*((name, reverse(url)) for name, url in LIST), (line, here if act else "")]
    colour, icon = LOOKS.get(one.state, ("neutral", "folder"))
    return {
        "wanted": one, "line": line, "heading": act or line, "crumbs": [*crumbs, (act, "")] if act else crumbs, "back": here,
        "today": today, "limit": limit(one) if one.state == WAITS else None,
        "state": {"colour": colour, "icon": icon, "word": capfirst(WANTED_MACHINE.state(one.state).title)},
    }  # fmt: skip


def limit(one: Wanted) -> dict[str, Any]:
    """When whoever asked should have an answer, and how it was counted."""
    due = queries.answer_limit(one.municipality_id, oslo_date(one.asked_at))
    return {"due": due.due, "steps": due.steps, "law": "egen praksis"}


def context(one: Wanted, by: Actor, *, today: date) -> dict[str, Any]:
    """The whole page of one."""
    return {
        **head(one, today=today), "asked": asked(one), "placed": in_place(one), "may": by.may(FOLLOW_UP),
        "cannot": CANNOT[one.kind], "none_found": NONE[one.kind], "tell": queries.to_be_told(one),
        "seeks": f"Det {one.asked_by_name} ser etter", "called": capfirst(ASKED_FOR[Kind(one.kind)]),
        "waits": one.state == WAITS, "named": one.state == ANSWERED,
        "home": reverse("desk:offer", args=[one.offer_id]) if one.offer_id else "",
    }  # fmt: skip


def asked(one: Wanted) -> list[Fact]:
    """What was asked, line by line."""
    needs = "\n".join(NEEDS[need] for need in one.needs if need in NEEDS)
    told = [
        Fact("Fra", day_in_words(one.wanted_from, today=None)),
        Fact("Hvor", one.area or "Hvor som helst i kommunen"),
        Fact("Språk", capfirst(LANGUAGES.get(one.language, one.language))),
        Fact("Må passe med", needs or "Ikke noe spesielt"),
    ]
    return [*told, Fact("Hvorfor ordene kan stå", one.kept_reason)] if one.kept_reason else told


def in_place(one: Wanted) -> list[dict[str, Any]]:
    """What must be in place, with the day the coordinator says that it was."""
    return [
        {"one": each, "on": date.fromisoformat(told) if (told := one.in_place.get(each.id)) else None}
        for each in in_place_for(one.kind)
    ]


def row(one: Wanted, *, today: date) -> dict[str, Any]:
    """A line for ``web/_row.html``."""
    line = in_one_line(one.kind, one.age, one.often)
    what = ". ".join(filter(None, [one.area, f"Spurt av {one.asked_by_name}", "Spurt på nytt" if one.again_of else ""]))
    told: dict[str, Any] = {"href": reverse("desk:wanted-home", args=[one.id]), "name": line, "what": what, "tags": ()}
    if one.state == WAITS:
        waits = limit(one)
        return {**told, "due": waits["due"], "steps": waits["steps"], "why": " ".join(waits["steps"]), "act": "Svar"}
    return {**told, "when": capfirst(WANTED_MACHINE.state(one.state).title), "act": "Se"}


def tabs(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """The views with how many there are in each."""
    return [
        {
            "label": label, "href": f"?vis={key}" if key else "?", "here": key == chosen,
            "count": sum(counts.get(state, 0) for state in states),
        }
        for key, label, states, *_told in VIEWS
    ]  # fmt: skip


def proposals(one: Wanted, shown: Page[tuple[Offer, Fit]]) -> list[dict[str, Any]]:
    """Those who could fit, with what speaks for and against, and for how many each is named already."""
    pairs: Sequence[tuple[Offer, Fit]] = list(shown.object_list)
    named, refused = queries.named_for([offer.id for offer, _fit in pairs]), queries.said_no_to(one)
    return [
        {
            "offer": offer, "agrees": ". ".join(fit.agrees), "differs": ". ".join(fit.differs),
            "fails": ". ".join(fit.fails), "unknown": f"Spør dem om: {_listed(fit.unknown)}." if fit.unknown else "",
            "busy": busy(*named.get(offer.id, (0, 0)), one.kind), "refused": offer.id in refused,
            "answer": reverse("desk:wanted-answer", args=[one.id, offer.id]), "see": reverse("desk:offer", args=[offer.id]),
        }
        for offer, fit in pairs
    ]  # fmt: skip


def busy(named: int, taken: int, kind: str = "visiting_home") -> str:
    """For how many a home is named and taken: figures alone.

    >>> busy(1, 2)
    'Foreslått for ett barn. Er hjem for to barn.'
    """
    said = [
        f"{words} {_children(number)}."
        for words, number in (("Foreslått for", named), (IS_FOR.get(kind, "Er hjem for"), taken))
        if number
    ]
    return " ".join(said)


def busy_with(offer: Offer) -> str:
    """The same of one home, for its own page."""
    return busy(*queries.named_for([offer.id]).get(offer.id, (0, 0)), offer.kind)


def _children(number: int) -> str:
    return "ett barn" if number == 1 else f"{number_in_words(number)} barn"


def _listed(needs: Sequence[str]) -> str:
    """«Kan hente og bringe med bil» in the middle of a sentence."""
    return ", ".join(f"{need[0].lower()}{need[1:]}" for need in needs)
