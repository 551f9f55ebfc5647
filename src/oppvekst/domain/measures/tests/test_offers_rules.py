"""What may stand in the catalogue, and when help may be called off: told in sentences, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from oppvekst.domain.measures.rules.offers import Said, check_offer, code_refusal
from oppvekst.domain.measures.rules.offers_places import PLACES, kilometres
from oppvekst.domain.measures.rules.providers import (
    CallOffFacts,
    Kind,
    Shown,
    Terms,
    Whose,
    call_off_lacks,
    certificate_wanted,
    check_shown,
    check_terms,
    choose_by,
)
from oppvekst.law.refusals import Incomplete

OFFER = Said(name="PMTO", about="Øve.", category="3.2", provider="team", valid_from=date(2026, 1, 1))
PRIVATE = CallOffFacts(
    whose=Whose.PRIVATE, category="3.3", agreement=True, agreement_left=2, kinds_shown=(Kind.CHILD_CARE,), worker_chosen=True
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "since", "until", "says"),
    [
        ("3.2", date(2026, 1, 1), None, ""),
        ("8.2", date(2025, 1, 1), date(2025, 12, 31), ""),
        ("8.2", date(2025, 1, 1), None, "gjelder til og med onsdag 31. desember 2025"),
        ("8.2", date(2026, 1, 1), None, "gjelder ikke lenger"),
        ("8.4", date(2025, 12, 1), None, "gjelder først fra torsdag 1. januar 2026"),
        ("9.9", date(2026, 1, 1), None, "finnes ikke"),
    ],
)
def test_an_offer_stands_only_beneath_a_code_that_is_valid_on_all_its_days(
    code: str, since: date, until: date | None, says: str
) -> None:
    told = code_refusal(code, since, until)
    assert says in told
    assert bool(told) == bool(says)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"about": ""}, "about"),
        ({"category": ""}, "category"),
        ({"category": "3.99"}, "category_words"),
        ({"category": "8.2"}, "category"),
        ({"age_from": 12, "age_to": 3}, "age_to"),
        ({"postal_code": "99"}, "postal_code"),
        ({"valid_to": date(2025, 12, 31)}, "valid_to"),
        ({"capacity": 1}, "capacity"),
        ({"capacity": 3, "others": 2}, "others"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(changed: dict[str, object], field: str) -> None:
    with pytest.raises(Incomplete) as stopped:
        check_offer(replace(OFFER, **changed), taken=2)  # type: ignore[arg-type]
    assert field in stopped.value.fields


def test_an_offer_without_a_fixed_number_of_places_is_never_full() -> None:
    check_offer(OFFER, taken=400)


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        (PRIVATE, set()),
        (replace(PRIVATE, agreement=False), {"agreement"}),
        (replace(PRIVATE, agreement_left=0), {"agreement"}),
        (replace(PRIVATE, agreement_left=None), set()),
        (replace(PRIVATE, price_known=False), {"price"}),
        (replace(PRIVATE, kinds_shown=()), {"worker"}),
        (replace(PRIVATE, worker_chosen=False), {"worker"}),
        (replace(PRIVATE, category="4.5"), {"worker"}),
        (replace(PRIVATE, category="4.5", kinds_shown=(Kind.EXTENDED,)), set()),
        (CallOffFacts(whose=Whose.OWN, category="3.2"), set()),
        (CallOffFacts(whose=Whose.OWN, category="4.6"), {"worker"}),
    ],
)
def test_nobody_private_begins_without_an_agreement_and_a_certificate(facts: CallOffFacts, fields: set[str]) -> None:
    assert set(call_off_lacks(facts)) == fields


def test_where_a_child_sleeps_the_certificate_is_the_extended_one() -> None:
    assert [certificate_wanted(whose, "4.5") for whose in Whose] == [Kind.EXTENDED] * 3


@pytest.mark.parametrize(
    ("issued", "shown", "stops"),
    [
        (date(2026, 8, 24), date(2026, 11, 24), False),
        (date(2026, 8, 23), date(2026, 11, 24), True),
        (date(2026, 11, 25), date(2026, 11, 24), True),
        (date(2026, 11, 1), date(2026, 11, 25), True),
    ],
)
def test_a_certificate_is_not_older_than_three_months_when_it_is_shown(issued: date, shown: date, stops: bool) -> None:
    told = Shown(worker_name="Anja", kind=Kind.CHILD_CARE, issued_on=issued, shown_on=shown, kept_where="Skapet")
    if not stops:
        check_shown(told, today=date(2026, 11, 24))
        return
    with pytest.raises(Incomplete):
        check_shown(told, today=date(2026, 11, 24))


def test_an_agreement_is_not_made_smaller_than_what_is_in_use() -> None:
    written = Terms(title="Terapi", valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31), capacity=2)
    check_terms(written, taken=2)
    with pytest.raises(Incomplete):
        check_terms(written, taken=3)


def test_four_months_before_an_agreement_ends_somebody_must_choose() -> None:
    assert choose_by(date(2027, 3, 31)) == date(2026, 11, 30)


def test_it_is_as_far_there_as_back_and_no_way_at_all_to_where_one_is() -> None:
    for one in PLACES:
        assert kilometres(one, one) == 0
        for other in PLACES:
            assert kilometres(one, other) == kilometres(other, one)
