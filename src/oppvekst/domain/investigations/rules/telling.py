"""Who in the family may follow an investigation: a parent with responsibility, and the child from 15 (bvl § 12-3)."""

from __future__ import annotations

from datetime import date
from typing import Final

from oppvekst.law.citation import bvl, fvl
from oppvekst.law.verdict import Verdict

PARTY_AT: Final = 15
LAW: Final = bvl("12-3") & fvl("18")


def may_follow(*, parent: bool, responsible: bool | None, child: bool, born: date | None, today: date) -> Verdict:
    """Whether somebody may follow the investigation at My page.

    >>> bool(may_follow(parent=True, responsible=True, child=False, born=None, today=date(2026, 3, 10)))
    True
    >>> may_follow(parent=False, responsible=None, child=True, born=date(2018, 9, 3), today=date(2026, 3, 10)).sentence
    'Er under 15 år. Får vite hva som skjer i samtaler, og på sin egen side.'
    """
    if parent and responsible:
        return Verdict(True, "Har foreldreansvar.", LAW)
    if parent:
        return Verdict(False, "Har ikke foreldreansvar, så langt vi vet. Se det på siden «Mennesker».", LAW)
    if not child:
        return Verdict(False, "Er ikke part i saken.", LAW)
    if born is None or (today.year - born.year - ((today.month, today.day) < (born.month, born.day))) < PARTY_AT:
        return Verdict(False, "Er under 15 år. Får vite hva som skjer i samtaler, og på sin egen side.", LAW)
    return Verdict(True, "Har fylt 15 år og er part selv.", LAW)
