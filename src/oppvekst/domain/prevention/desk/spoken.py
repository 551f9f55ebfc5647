"""A request, a sign-up and a group in words, as the desk says them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention.models import Group, Request, SignUp
from oppvekst.domain.prevention.rules import (
    CONFIRMED,
    DAYS,
    LANGUAGES,
    MACHINE,
    MEETINGS,
    NEW,
    OUTCOMES,
    PARTS,
    THEMES,
    WITHDRAWN,
    Kind,
    Outcome,
    days_by_part,
)
from oppvekst.ground.web.words import day_in_words, phone_in_groups

# The words of the filter's address.
KINDS = {"drofting": Kind.DISCUSSION, "besok": Kind.VISIT}
KIND_NAMES = {Kind.DISCUSSION: _("Anonym drøfting"), Kind.VISIT: _("Besøk på et møte")}
PART_NAMES = dict(zip(PARTS, (_("før klokka 12"), _("etter klokka 12")), strict=True))
SIGN_UP_STATES = {NEW: _("Å ringe"), CONFIRMED: _("Bekreftet"), WITHDRAWN: _("Meldt av")}
WAITS = _("Venteliste")


def title(request: Request) -> str:
    """«Anonym drøfting», or who wants us to come."""
    return str(KIND_NAMES[Kind.DISCUSSION]) if request.kind == Kind.DISCUSSION else request.body


def state(request: Request) -> str:
    """Where it stands, in words."""
    return capfirst(MACHINE.state(request.state).title)


def outcome(request: Request) -> str:
    """How it went."""
    return OUTCOMES[Kind(request.kind)].get(Outcome(request.outcome), "") if request.outcome else ""


def times(slots: Iterable[str]) -> str:
    """«Mandag og onsdag før klokka 12», or any time.

    >>> from django.utils.translation import override
    >>> with override("nb"):
    ...     print(times(["mon-am", "wed-am"]), "|", times([]), "|", times(["fri-am", "fri-pm"]))
    Mandag og onsdag før klokka 12 | Når som helst på dagen | Fredag
    """
    by_part = days_by_part(slots)
    if not by_part:
        return gettext("Når som helst på dagen")
    if len(set(by_part.values())) == 1 and len(by_part) == len(PARTS):
        return capfirst(_days(by_part[PARTS[0]]))
    return capfirst(gettext(", og ").join(f"{_days(days)} {PART_NAMES[part]}" for part, days in by_part.items()))


def language(code: str, interpreter: str) -> str:
    """«tigrinja, med tolk»."""
    name = capfirst(gettext(LANGUAGES.get(code, code)))
    return gettext("%(language)s, med tolk") % {"language": name} if interpreter else name


def about(request: Request, *, today: date) -> str:
    """What it is about, on one line: when and how to call, or which meeting and what themes."""
    if request.kind == Kind.DISCUSSION:
        said = [phone_in_groups(request.phone), times(request.call_at), _interpreted(request)]
        return ". ".join(filter(None, said))
    wished = (
        gettext("Ønsker %(day)s") % {"day": day_in_words(request.wished_on, today=today)} if request.wished_on else ""
    )
    themes = ", ".join(gettext(THEMES[code]).lower() for code in request.themes if code in THEMES)
    return ". ".join(filter(None, [_meeting(request), capfirst(themes), wished]))


def facts(request: Request, *, today: date) -> list[dict[str, Any]]:
    """For ``web/_facts.html``: how to reach them, and what they want."""
    asked = _discussion(request) if request.kind == Kind.DISCUSSION else _visit(request, today)
    return [
        {"term": _("Telefon"), "phone": request.phone},
        *asked,
        {"term": _("Referanse"), "value": request.reference},
    ]


def of_sign_up(row: SignUp) -> str:
    """«2 voksne, 3 barn som trenger pass, tolk til tigrinja», for the worklist."""
    children = gettext("%(number)d barn å passe") % {"number": row.children_to_mind} if row.children_to_mind else ""
    return ". ".join(filter(None, [row.group.title, children, _interpreted(row)]))


def period(group: Group, *, today: date) -> str:
    """From the first day to the last."""
    said = {"first": day_in_words(group.starts_on, today=today), "last": day_in_words(group.ends_on, today=today)}
    return capfirst(gettext("%(first)s til %(last)s") % said)


def _discussion(request: Request) -> list[dict[str, Any]]:
    return [
        {"term": _("Ring"), "value": times(request.call_at)},
        {"term": _("Språk"), "value": language(request.language, request.interpreter)},
    ]


def _visit(request: Request, today: date) -> list[dict[str, Any]]:
    wished = day_in_words(request.wished_on, today=today) if request.wished_on else gettext("Avtales når dere ringer")
    interpreter = gettext(LANGUAGES[request.interpreter]) if request.interpreter else gettext("Nei")
    return [
        {"term": _("Snakk med"), "value": request.contact_person}, {"term": _("Møte"), "value": _meeting(request)},
        {"term": _("Ønsket dag"), "value": capfirst(wished)}, {"term": _("Tolk til"), "value": capfirst(interpreter)},
    ]  # fmt: skip


def _meeting(request: Request) -> str:
    return gettext(MEETINGS[request.meeting]) if request.meeting in MEETINGS else ""


def _interpreted(asked: Request | SignUp) -> str:
    return (
        gettext("Tolk til %(language)s") % {"language": gettext(LANGUAGES[asked.interpreter])}
        if asked.interpreter
        else ""
    )


def _days(days: tuple[str, ...]) -> str:
    names = [str(WEEKDAYS[DAYS.index(day)]).lower() for day in days]
    return gettext(" og ").join(filter(None, [", ".join(names[:-1]), names[-1]]))
