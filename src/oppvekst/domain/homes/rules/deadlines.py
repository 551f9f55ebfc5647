"""How soon whoever offers to help hears from us, and a colleague who asks for a home. The Act sets no day: we do."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from oppvekst.law.calendar import in_words, is_working_day
from oppvekst.law.citation import Mark, bvl, fvl
from oppvekst.law.deadline import Due, Limit, Rule

WORKING_DAYS: Final = 5

FIRST_CONTACT: Final = Limit(
    Rule(
        "hjem-1",
        "Første kontakt med den som tilbyr seg",
        fvl("11 a", 1),
        mark=Mark.C,
        note="Antall virkedager er kommunens egen praksis. Loven krever bare at vi svarer uten ugrunnet opphold.",
        trigger="Tilbudet ble mottatt",
        promptly="innen fem virkedager når kommunen ikke har bestemt noe annet",
        who="koordinator for hjem",
    )
)
ANSWER_DAYS: Final = 10
HOME_ANSWERED: Final = Limit(
    Rule(
        "hjem-2",
        "Svar til den som spør om et hjem",
        bvl("3-1"),
        valid_from=date(2023, 1, 1),
        mark=Mark.C,
        note="Antall virkedager er tjenestens egen praksis. Loven sier ikke hvor raskt koordinatoren svarer.",
        trigger="En kollega spurte om et hjem",
        promptly="innen ti virkedager når tjenesten ikke har bestemt noe annet",
        who="koordinator for hjem",
    )
)
REPLY_DAYS: Final = 5
HOME_REPLIED: Final = Limit(
    Rule(
        "hjem-3",
        "Ja eller nei til et hjem som er foreslått",
        bvl("3-1"),
        valid_from=date(2023, 1, 1),
        mark=Mark.C,
        note="Antall virkedager er tjenestens egen praksis. Loven sier ikke hvor lenge et hjem kan vente på svar.",
        trigger="Koordinatoren svarte",
        promptly="innen fem virkedager",
        who="saksbehandler",
    )
)
RULES = (FIRST_CONTACT, HOME_ANSWERED, HOME_REPLIED)

_NUMBERS = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")


def contact_due(received_on: date, *, days: int = WORKING_DAYS) -> Due:
    """The last day to make contact (fvl § 11 a (1); how many days is the municipality's own practice).

    >>> contact_due(date(2026, 9, 1)).due
    datetime.date(2026, 9, 8)
    >>> contact_due(date(2026, 3, 31)).due  # Easter lies between
    datetime.date(2026, 4, 10)
    """
    return _promised(FIRST_CONTACT, received_on, days)


def answer_due(asked_on: date, *, days: int = ANSWER_DAYS) -> Due:
    """The last day for the coordinator to answer a colleague who asks for a home (bvl § 3-1; the days are the service's own).

    >>> answer_due(date(2026, 10, 1)).due
    datetime.date(2026, 10, 15)
    """
    return _promised(HOME_ANSWERED, asked_on, days)


def reply_due(answered_on: date) -> Due:
    """The last day for whoever asked to say yes or no to the coordinator (bvl § 3-1; the days are the service's own).

    >>> reply_due(date(2026, 10, 8)).due
    datetime.date(2026, 10, 15)
    """
    return _promised(HOME_REPLIED, answered_on, REPLY_DAYS)


def _promised(limit: Limit, received_on: date, days: int) -> Due:
    rule, (due, rest) = limit.on(received_on), _count(received_on, days)
    left_out = (f"Helg og helligdager teller ikke: {rest} dager er hoppet over.",) if rest else ()
    steps = (
        f"{rule.trigger} {in_words(received_on)}.",
        f"{_number(days)} etter den dagen er {in_words(due)}.",
        *left_out,
        rule.note,
    )
    return Due(rule, received_on, received_on, due, due, due, steps, rule.note)


def _count(start: date, days: int) -> tuple[date, int]:
    """The last of so many working days, and how many days of rest were passed over."""
    day, left, rest = start, days, 0
    while left:
        day += timedelta(days=1)
        working = is_working_day(day)
        left, rest = left - working, rest + (not working)
    return day, rest


def _number(days: int) -> str:
    said = _NUMBERS[days] if days < len(_NUMBERS) else str(days)
    return f"{said.capitalize()} virkedag{'' if days == 1 else 'er'}"
