"""What happens after a message is sent, with the days of the law (D01, D04, D05; fvl § 11 a)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from oppvekst.domain.concerns.rules import REVIEW, Sending, first_feedback
from oppvekst.domain.concerns.rules.deadlines import INTERIM_REPLY
from oppvekst.domain.concerns.rules.message import Who, reporter_of
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.deadline import Due


@dataclass(frozen=True)
class Stage:
    """What happens, and when."""

    when: str
    what: str


def stages(told: dict[str, Any], *, on: date, hours: tuple[str, ...]) -> list[Stage]:
    """What the writer may expect, in order. ``told`` is the receipt."""
    looked_through = _("Vi har gått gjennom meldingen, og bestemt om vi skal undersøke mer.")
    shown = [_read(told, hours), Stage(_until(REVIEW.due(on)), looked_through), _answer(told, on)]
    if told["asks_for_help"]:
        answered = _("Du får svar på søknaden om hjelp, eller beskjed om når svaret kommer.")
        shown.append(Stage(_until(INTERIM_REPLY.due(on)), answered))
    return shown


def _read(told: dict[str, Any], hours: tuple[str, ...]) -> Stage:
    if told["rings"]:
        rung = _("Vi varsler barnevernvakten. De vurderer om barnet trenger hjelp med en gang.")
        no_promise = _("Vi kan ikke love hvor fort de får lest meldingen. Ring hvis det haster.")
        return Stage(_("Nå"), f"{rung} {no_promise}")
    when = _("Meldinger blir lest på dagtid: %(hours)s.") % {"hours": ", ".join(hours).lower()} if hours else ""
    first = _("Når vi leser meldingen, vurderer vi først om barnet trenger hjelp med en gang.")
    return Stage(_("Når vi er på jobb"), f"{when} {first}".strip())


def _answer(told: dict[str, Any], on: date) -> Stage:
    who = Who(told["who"])
    owed = first_feedback(reporter_of(who, told["anonymity"], reachable=told["reachable"]), received_on=on)
    if told["comes_back"]:
        why = _(
            "Vi tar ikke kontakt med deg, hvis vi ikke må for at du skal være trygg. Du kan ringe oss og si nummeret ditt."
        )
        return Stage(_("Etterpå"), why)
    if owed.letter is Sending.NOT_POSSIBLE:
        why = _("Vi vet ikke hvor vi skal sende et svar. Med referansenummeret kan du se når meldingen er lest.")
        return Stage(_("Etterpå"), why)
    return Stage(_until(owed.due), _promise(owed.letter, who))


def _promise(letter: Sending, who: Who) -> str:
    if letter is Sending.SAFE_WAY:
        return _("Vi svarer deg på den måten du har valgt. Vi sender ingenting hjem.")
    if who is Who.PUBLIC:
        return _(
            "Du får vite at meldingen er mottatt, og om vi har åpnet undersøkelse. Du får ett svar for hvert barn."
        )
    return _("Du får en bekreftelse på at meldingen er mottatt. Vi har taushetsplikt om det som skjer videre.")


def _until(due: Due) -> str:
    return _("Senest %(day)s") % {"day": day_in_words(due.due, today=due.start)} if due.due else ""
