"""What the pages say: the way to them, a group in the reader's language, and what happens after something is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention.models import Group
from oppvekst.domain.prevention.queries import Receipt
from oppvekst.domain.prevention.rules import LANGUAGES, GroupStanding, Standing, call_back_due
from oppvekst.ground.web.words import day_in_words, number_in_words
from oppvekst.law.calendar import oslo_date

FEW = 3
STATES = {
    Standing.OPEN: ("success", "checkmark-circle-fill", _("Det er ledige plasser")),
    Standing.BEGUN: ("success", "checkmark-circle-fill", _("Gruppa har begynt, men det er plass til flere")),
    Standing.FULL: ("warning", "clock-fill", _("Gruppa er full. Du kan stå på venteliste")),
    Standing.OVER: ("neutral", "clock", _("Gruppa er ferdig")),
}
A_FEW_LEFT = ("warning", "clock-fill", _("Det er få plasser igjen"))

type Crumbs = list[tuple[str, str]]


@dataclass(frozen=True)
class Told:
    """A group as a reader meets it. ``lang`` is set where the words are in another language than the page."""

    group: Group
    title: str
    about: str
    lang: str
    when: str
    facts: list[tuple[str, str]]
    state: tuple[str, str, Any]
    standing: GroupStanding


@dataclass(frozen=True)
class Stage:
    """What happens, and when."""

    when: str
    what: str


def crumbs(*last: tuple[str, str]) -> Crumbs:
    """The way from the front page, by the page about the preventive service; the last has no address."""
    above = [
        (gettext("Forsiden"), reverse("portal:front")),
        (gettext("Forebyggende tjeneste"), reverse("portal:page", args=["forebyggende"])),
    ]
    return [*above, *last]


def told(group: Group, standing: GroupStanding, *, language: str, today: date) -> Told:
    """A group in the reader's language; in Bokmål, and marked so, where the language is lacking."""
    own = group.other_languages.get(language) or {}
    known = bool(own.get("title"))
    state = A_FEW_LEFT if standing.free in range(1, FEW + 1) else STATES[standing.standing]
    return Told(
        group=group, title=own["title"] if known else group.title, about=own.get("about", "") if known else group.about,
        lang="" if known or language == "nb" else "nb", when=_period(group, today), facts=list(_facts(group)), state=state,
        standing=standing,
    )  # fmt: skip


def _period(group: Group, today: date) -> str:
    said = {"first": day_in_words(group.starts_on, today=today), "last": day_in_words(group.ends_on, today=today)}
    return capfirst(gettext("%(first)s til %(last)s") % said)


def _facts(group: Group) -> Iterator[tuple[str, str]]:
    if group.starts_at:
        yield gettext("Klokka"), _clock(group.starts_at) + (f"–{_clock(group.ends_at)}" if group.ends_at else "")
    times = ngettext("%(number)s gang", "%(number)s ganger", group.evenings)
    yield gettext("Hvor ofte"), capfirst(times % {"number": number_in_words(group.evenings)})
    if group.place:
        yield gettext("Hvor"), group.place
    if group.languages:
        yield gettext("Tolk til"), ", ".join(gettext(LANGUAGES[code]) for code in group.languages)
    yield gettext("Barnepass"), gettext("Ja, gratis") if group.child_care else gettext("Nei")
    yield gettext("Pris"), gettext("Gratis")


def _clock(at: time) -> str:
    return f"{at:%H.%M}"


TITLES = {
    "discussion": _("Vi ringer deg"),
    "visit": _("Takk, vi tar kontakt"),
    "sign_up": _("Takk for påmeldingen"),
    "waiting": _("Dere står på venteliste"),
}


def title(receipt: Receipt) -> Any:
    """What the receipt says first."""
    return TITLES["waiting" if receipt.waiting else receipt.kind]


def stages(receipt: Receipt, *, group: Group | None, today: date) -> list[Stage]:
    """What the sender may expect, in order."""
    if receipt.kind == "sign_up":
        return [_call(receipt, today), *_group_stages(receipt, group, today)]
    return [_call(receipt, today), *(Stage(str(when), str(what)) for when, what in THEN[receipt.kind])]


CALLS = {
    "discussion": _("Vi ringer nummeret du oppga. Svarer du ikke, prøver vi igjen."),
    "visit": _("Vi ringer den du oppga, og avtaler dag og tema."),
    "sign_up": _("Vi ringer og bekrefter plassen. Da kan du spørre om det du lurer på."),
    "waiting": _("Vi ringer og forteller hvor dere står på lista. Blir det en plass, får dere den."),
}
THEN = {
    "discussion": (
        (_("Når vi ringer"), _("Fortell det du vil, men ikke si navnet på barnet. Vi spør ikke hvem du er.")),
        (_("Når vi har snakket sammen"), _("Vi krysser av for hvordan det gikk. Ingen navn blir skrevet noe sted.")),
    ),
    "visit": (
        (_("Når vi kommer"), _("Vi snakker om barn i sin alminnelighet, aldri om ett bestemt barn.")),
        (_("Hvis dere ombestemmer dere"), _("Ring oss og si nummeret ditt.")),
    ),
}  # fmt: skip


def _call(receipt: Receipt, today: date) -> Stage:
    if receipt.answered:
        return Stage(gettext("Gjort"), gettext("Vi har ringt tilbake."))
    due = call_back_due(oslo_date(receipt.received_at), slots=receipt.call_at).due
    assert due
    key = "waiting" if receipt.waiting else receipt.kind
    return Stage(gettext("Senest %(day)s") % {"day": day_in_words(due, today=today)}, str(CALLS[key]))


def _group_stages(receipt: Receipt, group: Group | None, today: date) -> Iterator[Stage]:
    if group and not receipt.waiting:
        place = gettext("Vi møtes i %(place)s.") % {"place": group.place}
        clock = gettext("Klokka %(time)s.") % {"time": _clock(group.starts_at)} if group.starts_at else ""
        yield Stage(capfirst(day_in_words(group.starts_on, today=today)), f"{place} {clock}".strip())
    yield Stage(
        gettext("Hvis dere ikke kan komme"), gettext("Ring oss og si nummeret ditt. Da kan noen andre få plassen.")
    )
