"""When the database itself says no in words: the sentence and the section come from where the rule stands."""

from __future__ import annotations

from django.db import DatabaseError

from oppvekst.law.citation import Citation, bvl, fvl, medv
from oppvekst.law.refusals import NotAllowed

# Raised by ``access.refuse``: no personal data in it, ever.
REFUSED = "OV100"
SECTIONS: dict[str, Citation] = {
    "bvl § 13-1": bvl("13-1"),
    "bvl § 15-7": bvl("15-7"),
    "fvl § 6 (3), § 9": fvl("6", 3) & fvl("9"),
    "fvl § 7": fvl("7"),
    "fvl § 9": fvl("9"),
    "fvl § 13 b": fvl("13 b", 1),
    "medvirkningsforskriften § 6": medv("6"),
}


def refusal_in(error: DatabaseError) -> NotAllowed | None:
    """The refusal as the law's own, or None when it is an error like any other."""
    told = error.__cause__
    if getattr(told, "sqlstate", "") != REFUSED:
        return None
    about = told.diag  # type: ignore[union-attr]
    return NotAllowed(about.message_primary, SECTIONS.get(about.message_detail or ""), because=("database",))
