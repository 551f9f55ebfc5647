"""What the tribunal may order as help: a closed list, each with its letter and its categories (bvl §§ 3-4, 3-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from oppvekst.domain.measures.rules.limits import OF_AGE, Ordered, last_day_before, order_ends
from oppvekst.law.citation import Citation, bvl

_PARENTING: Final = frozenset({"3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.9", "3.10", "3.99"})


@dataclass(frozen=True)
class OnList:
    """One thing that can be ordered: its words, where it stands, how long at most, and the register's categories for it."""

    title: str
    law: Citation
    longest: str
    categories: frozenset[str]


ORDERS: Final[dict[Ordered, OnList]] = {
    Ordered.HELP_AT_HOME: OnList(
        "Hjelp i hjemmet som styrker foreldrenes omsorg", bvl("3-4", 1, "a"), "i høyst ett år", _PARENTING
    ),
    Ordered.KINDERGARTEN: OnList("Barnehage", bvl("3-4", 1, "b"), "uten lengste tid", frozenset({"4.1"})),
    Ordered.DAY_CARE: OnList(
        "Annet egnet dagtilbud", bvl("3-4", 1, "b"), "uten lengste tid", frozenset({"4.2", "4.3", "4.7", "4.99"})
    ),
    Ordered.VISITING_HOME: OnList("Besøkshjem eller avlastning", bvl("3-4", 1, "b"), "i høyst ett år", frozenset({"4.5"})),
    Ordered.SUPERVISED_HOME: OnList(
        "Tilsyn i hjemmet eller meldeplikt", bvl("3-4", 1, "c"), "i høyst ett år", frozenset({"5.2", "5.99"})
    ),
    Ordered.DRUG_TEST: OnList("Ruskontroll", bvl("3-4", 1, "c"), "i høyst ett år", frozenset({"5.4"})),
    Ordered.CENTRE: OnList(
        "Opphold i senter for foreldre og barn", bvl("3-4", 2), "i høyst tre måneder", frozenset({"3.8"})
    ),
    Ordered.PARENT_SUPPORT: OnList(
        "Foreldrestøttende tiltak uten barnets samtykke", bvl("3-5"), "i høyst seks måneder", _PARENTING
    ),
}  # fmt: skip


def fits(what: Ordered, category: str) -> bool:
    """Whether help of this category can be what was ordered (bvl § 3-4 (1)).

    >>> fits(Ordered.DRUG_TEST, "5.4"), fits(Ordered.HELP_AT_HOME, "2.1")
    (True, False)
    """
    return category in ORDERS[what].categories


def could_be_ordered(category: str) -> tuple[Ordered, ...]:
    """What the tribunal could order instead of voluntary help of this category (bvl §§ 3-4, 3-5); none, beside the list."""
    return tuple(what for what, on in ORDERS.items() if category in on.categories)


def longest_order(what: Ordered, decided_on: date, birth_date: date | None) -> date | None:
    """The last day of an order: its own longest time, and never later than the day before 18 (bvl §§ 1-2, 3-4 (4)).

    >>> longest_order(Ordered.DRUG_TEST, date(2026, 12, 15), date(2009, 3, 2))
    datetime.date(2027, 3, 1)
    """
    due = order_ends(what, decided_on)
    grown = last_day_before(birth_date, OF_AGE) if birth_date else None
    days = [day for day in (due.due if due else None, grown) if day]
    return min(days, default=None)
