"""What the law asks of the phones: somebody answers, always."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oppvekst.domain.information.rules.answers import answered
from oppvekst.domain.information.rules.hours import Span, whole, without
from oppvekst.domain.information.rules.lines import Closure, Line, Who
from oppvekst.law.citation import bvl
from oppvekst.law.deadline import Limit, Rule

ALWAYS_REACHABLE = Limit(
    Rule(
        "D08",
        "Tjenesten er tilgjengelig til enhver tid",
        bvl("15-3", 4),
        valid_from=date(2023, 1, 1),
        trigger="Alltid, også",
        who="kommunen",
        promptly="noen i tjenesten skal kunne nås til enhver tid, hele døgnet, alle dager",
    )
)

RULES = (ALWAYS_REACHABLE,)


def unanswered(who: Who, lines: Iterable[Line], closures: Iterable[Closure], first: date, last: date) -> list[Span]:
    """When nobody in the service would answer this caller: empty, if the law is kept (D08, bvl § 15-3 (4))."""
    return without([whole(first, last)], answered(who, lines, closures, first, last))
