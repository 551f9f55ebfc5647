"""The operator's door: the same answers as the page, as data."""

from __future__ import annotations

from datetime import datetime

from oppvekst.domain.information import queries, rules
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete

WHO = tuple(str(who) for who in rules.Who)


def phone_now(who: str, at: datetime, municipality: int | None = None) -> list[dict[str, str | None]]:
    """Whom to call at that moment, in order. A time without a zone is the wall clock in Norway."""
    if who not in WHO:
        raise Incomplete({"who": f"Velg en av disse: {', '.join(WHO)}."})
    moment = at if at.tzinfo else at.replace(tzinfo=OSLO)
    found = queries.get_municipality(municipality)
    asked = rules.Who(who)
    if found is None:
        answers = queries.phone_now_anywhere(asked, at=moment)
    else:
        answers = queries.phone_now_for(found.number, asked, at=moment)
    return [answer.to_plain() for answer in answers]
