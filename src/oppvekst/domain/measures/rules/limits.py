"""The limits of help (*tiltak*): when it is looked at again, when an order ends by itself (D22, D27-D30)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from oppvekst.law import calendar
from oppvekst.law.citation import Mark, bvl
from oppvekst.law.deadline import Due, Limit, Rule, Unit

_2023 = date(2023, 1, 1)
USUAL_MONTHS: Final = 3

EVALUATION = Limit(
    Rule(
        "D22", "Evaluering av tiltaket", bvl("8-1", 1), USUAL_MONTHS, Unit.MONTHS, valid_from=_2023, mark=Mark.B,
        trigger="Tiltaket startet, eller ble sist evaluert", who="saksbehandler",
        note="Loven sier systematisk og jevnlig. Veiledningen fra 2016 sier hver tredje måned som hovedregel; tjenesten kan "
        "sette noe annet med begrunnelse.",
    )
)  # fmt: skip
ORDER = Limit(
    Rule(
        "D27", "Pålagt hjelpetiltak", bvl("3-4", 4), 1, Unit.YEARS, valid_from=_2023, hard=True, mark=Mark.B,
        trigger="Nemnda påla tiltaket", who="saksbehandler",
        note="Loven sier ikke hvilken dag året regnes fra. Dagen for vedtaket er den strengeste rimelige lesningen.",
    )
)  # fmt: skip
ORDERED_CENTRE = Limit(
    Rule(
        "D27-centre", "Pålagt opphold i senter for foreldre og barn", bvl("3-4", 4), 3, Unit.MONTHS, valid_from=_2023,
        hard=True, trigger="Nemnda påla oppholdet", who="saksbehandler",
    )
)  # fmt: skip
WITHOUT_CHILDS_CONSENT = Limit(
    Rule(
        "D28", "Foreldrestøttende tiltak uten barnets samtykke", bvl("3-5"), 6, Unit.MONTHS, valid_from=_2023, hard=True,
        trigger="Nemnda traff vedtaket", who="saksbehandler",
    )
)  # fmt: skip
BEFORE_18 = Limit(
    Rule(
        "D29", "Kontakt med ungdommen i god tid før 18 år", bvl("3-6", 2), valid_from=_2023, mark=Mark.B,
        trigger="Ungdommen fylte 17 år", promptly="ungdommen kontaktes i god tid før 18-årsdagen", who="saksbehandler",
        note="Loven setter ingen dag. Oppgaven kommer ved 17 år og igjen ved 17 og et halvt; tjenesten kan endre det.",
    )
)  # fmt: skip

RULES = (EVALUATION, ORDER, ORDERED_CENTRE, WITHOUT_CHILDS_CONSENT, BEFORE_18)

OF_AGE, LAST_YEAR, STATE_PAYS_UNTIL = 18, 25, 20


class Ordered(StrEnum):
    """What the tribunal may order as help (bvl § 3-4 (1)), and without the child's consent (§ 3-5). The list is closed."""

    HELP_AT_HOME = "help_at_home"
    CENTRE = "centre"
    KINDERGARTEN = "kindergarten"
    DAY_CARE = "day_care"
    VISITING_HOME = "visiting_home"
    SUPERVISED_HOME = "supervised_home"
    DRUG_TEST = "drug_test"
    PARENT_SUPPORT = "parent_support"


_ENDS: Final[dict[Ordered, Limit | None]] = {
    Ordered.HELP_AT_HOME: ORDER, Ordered.CENTRE: ORDERED_CENTRE, Ordered.KINDERGARTEN: None, Ordered.DAY_CARE: None,
    Ordered.VISITING_HOME: ORDER, Ordered.SUPERVISED_HOME: ORDER, Ordered.DRUG_TEST: ORDER,
    Ordered.PARENT_SUPPORT: WITHOUT_CHILDS_CONSENT,
}  # fmt: skip


def order_ends(what: Ordered, decided_on: date) -> Due | None:
    """The last day an order can run, or None for kindergarten and day care, which have no limit (bvl §§ 3-4 (4), 3-5)."""
    limit = _ENDS[what]
    return limit.due(decided_on) if limit else None


def next_evaluation(since: date, months: int = USUAL_MONTHS) -> date:
    """The day the help is looked at again, counted from its start or from the last time (bvl § 8-1 (1)).

    >>> next_evaluation(date(2026, 11, 30))
    datetime.date(2027, 2, 28)
    """
    return calendar.add(since, months=months)


def turns(birth_date: date, years: int) -> date:
    """The birthday (bvl § 1-2)."""
    return calendar.add(birth_date, years=years)


def asked_before_18(birth_date: date) -> tuple[date, date]:
    """When the youth is asked about the time after 18: at 17, and again half a year before (bvl § 3-6 (2))."""
    return turns(birth_date, OF_AGE - 1), calendar.add(turns(birth_date, OF_AGE - 1), months=6)


def last_day_before(birth_date: date, years: int) -> date:
    """The day before a birthday: the last one that is under that age (bvl §§ 1-2, 16-5 (2))."""
    return turns(birth_date, years) - timedelta(days=1)


def last_day_of_aftercare(birth_date: date) -> date:
    """The day before 25: nothing can be decided after it (bvl §§ 1-2, 3-6 (3))."""
    return last_day_before(birth_date, LAST_YEAR)
