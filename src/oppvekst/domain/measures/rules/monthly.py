"""How a month of help went, in one sentence: forty weekends are not forty lines of what happened (bvl §§ 3-1, 12-4)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from oppvekst.domain.measures.rules.occasion import WORDS, Each
from oppvekst.law.calendar import MONTHS


def month_in_words(
    kind: Each, month: date, *, held: int, called_off: int = 0, not_held: int = 0, hours: Decimal | None = None
) -> str:
    """What came of those that were to be: in figures and without reproach.

    >>> month_in_words(Each.STAY, date(2026, 11, 1), held=3, called_off=1)
    '3 helger i november 2026, 1 avlyst'
    >>> month_in_words(Each.HOURS, date(2026, 11, 1), held=1, not_held=2, hours=Decimal("2.50"))
    '1 gang gjennomført i november 2026 (2,5 timer), 2 ble det ikke noe av'
    >>> month_in_words(Each.SESSION, date(2026, 12, 1), held=0, called_off=2)
    'Ingen timer holdt i desember 2026, 2 avlyst'
    """
    words = WORDS[kind]
    many = f"{held or 'Ingen'} {words.one if held == 1 else words.many}"
    of_hours = f" ({hours.normalize():f} timer)".replace(".", ",") if hours else ""
    # A weekend in a home is not something one holds.
    done = "" if kind is Each.STAY else f" {words.done}"
    came = f"{many}{done} i {MONTHS[month.month - 1]} {month.year}{of_hours}"
    rest = ((called_off, "avlyst"), (not_held, "ble det ikke noe av"))
    return ", ".join([came, *(f"{number} {what}" for number, what in rest if number)])
