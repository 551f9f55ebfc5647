"""The register's categories and plan types: each usable on its days, and refused with its date on every other."""

from datetime import date

import pytest

from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.measures.rules import (
    ORDERS,
    PLAN_TYPES,
    SHORT,
    Ordered,
    could_be_ordered,
    fits,
    kinds_for,
    kinds_of_case,
)
from oppvekst.law.codes import Code, CodeList
from oppvekst.law.refusals import NotAllowed

BEFORE, THIS_YEAR, LAST_YEAR = date(2012, 12, 31), date(2026, 6, 1), date(2025, 6, 1)
BOTH = [*((CATEGORIES, code) for code in CATEGORIES), *((PLAN_TYPES, code) for code in PLAN_TYPES)]


def test_every_code_is_usable_on_its_days_and_refused_with_its_name_on_the_others() -> None:
    for listed, code in BOTH:
        last, first = code.valid_to or THIS_YEAR, code.valid_from
        assert first
        assert listed.require(code.code, on=max(first, last)) == code
        refused(listed, code, BEFORE)
        if code.valid_to:
            refused(listed, code, THIS_YEAR)


def refused(listed: CodeList, code: Code, on: date) -> None:
    with pytest.raises(NotAllowed, match=rf"Koden {code.code} ") as stopped:
        listed.require(code.code, on=on)
    assert stopped.value.because == ("code_not_valid",)


def test_the_new_housing_codes_replaced_the_old_one_at_new_year() -> None:
    now, then = ({one.code for one in CATEGORIES.on(day)} for day in (THIS_YEAR, LAST_YEAR))
    assert now - then == {"8.4", "8.5"}
    assert then - now == {"8.2"}


def test_every_plan_type_can_be_written_somewhere_while_it_is_in_force_and_nowhere_after() -> None:
    def usable(on: date) -> set[str]:
        of_measures = {
            one.code
            for code in CATEGORIES
            for care in (False, True)
            for one in kinds_for(code.code, on=on, aftercare=care)
        }
        return of_measures | {one.code for one in kinds_of_case(on=on)}

    assert usable(THIS_YEAR) == {one.code for one in PLAN_TYPES.on(THIS_YEAR)} == {"1", "2", "4", "5", "6", "7", "8"}
    assert usable(date(2022, 6, 1)) == {"1", "2", "3", "4"}
    assert SHORT.keys() == {one.code for one in PLAN_TYPES}


@pytest.mark.parametrize(
    ("category", "aftercare", "kinds"),
    [
        ("3.9", False, ["1"]), ("5.4", False, ["1"]), ("5.3", False, ["1", "6"]), ("8.1", True, ["5"]),
        ("2.1", False, ["1", "4", "6"]), ("1.1", False, ["2", "1", "4", "6"]),
    ],
)  # fmt: skip
def test_the_plan_editor_offers_the_kinds_that_the_help_can_have(
    category: str, aftercare: bool, kinds: list[str]
) -> None:
    assert [one.code for one in kinds_for(category, on=THIS_YEAR, aftercare=aftercare)] == kinds


def test_the_list_of_orders_is_closed_and_a_foster_home_is_not_on_it() -> None:
    assert ORDERS.keys() == set(Ordered)
    assert not any(could_be_ordered(one.code) for one in CATEGORIES if one.code.split(".")[0] in {"1", "2"})
    assert fits(Ordered.DRUG_TEST, "5.4")
    assert not fits(Ordered.DRUG_TEST, "3.9")
    assert all(CATEGORIES.get(code) for on in ORDERS.values() for code in on.categories)
