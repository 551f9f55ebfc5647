"""The limits of a decision before it is signed and sent (fvl §§ 16, 27)."""

from __future__ import annotations

from datetime import date, timedelta

from oppvekst.domain.decisions.rules.appeal.limits import LIMITS
from oppvekst.domain.decisions.rules.reaching import REACHING
from oppvekst.law.citation import fvl
from oppvekst.law.deadline import Limit, Rule

# What the service gives when nothing speaks against it; it is the service's own to set (fvl § 16 (1)).
USUAL_DAYS = 14

ANSWER_NOTICE = Limit(
    Rule(
        "D79",
        "Svarfrist på forhåndsvarsel",
        fvl("16", 1),
        trigger="Forhåndsvarselet ble sendt",
        promptly="tjenesten setter en bestemt frist, som regnes fra varselet ble sendt",
        who="part",
    )
)
NOTIFY_PARTIES = Limit(
    Rule(
        "D80",
        "Underretning om vedtaket",
        fvl("27", 1),
        trigger="Vedtaket ble undertegnet",
        promptly="partene skal underrettes så snart som mulig",
        who="saksbehandler",
    )
)

RULES = (ANSWER_NOTICE, NOTIFY_PARTIES, *LIMITS, *REACHING)


def answers_due(dispatched_on: date, days: int = USUAL_DAYS) -> date:
    """The last day to answer, counted from the day the notice was sent (fvl § 16 (1)).

    >>> answers_due(date(2026, 11, 3))
    datetime.date(2026, 11, 17)
    """
    return dispatched_on + timedelta(days=days)
