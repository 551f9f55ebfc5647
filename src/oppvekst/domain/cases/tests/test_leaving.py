"""What leaves the house while a case is held back, and what does not (bvl §§ 1-3, 12-6)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from oppvekst.domain.cases.rules.outward import Held, Recipient, may_leave_the_house

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

HOLD = Held("mistanke om vold", "Tone Vik", since=NOW, review_on=date(2026, 11, 30))


@pytest.mark.parametrize("recipient", [Recipient.PARENT, Recipient.HOUSEHOLD, Recipient.FAMILY])
def test_nothing_reaches_the_parents_while_the_case_is_held_back(recipient: Recipient) -> None:
    verdict = may_leave_the_house(recipient, HOLD, at=NOW)
    assert not verdict
    assert "mistanke om vold" in verdict.sentence and "Fristene løper" in verdict.sentence
    assert may_leave_the_house(recipient, None, at=NOW)
    assert may_leave_the_house(recipient, HOLD, at=NOW - timedelta(minutes=1))


@pytest.mark.parametrize("recipient", [Recipient.POLICE, Recipient.PUBLIC_BODY, Recipient.CHILD_SAFE_WAY])
def test_the_police_the_school_and_the_childs_safe_way_are_not_held(recipient: Recipient) -> None:
    assert may_leave_the_house(recipient, HOLD, at=NOW)


def test_a_hold_does_not_lift_itself_when_its_review_day_passes() -> None:
    later = NOW + timedelta(days=30)
    assert not may_leave_the_house(Recipient.PARENT, HOLD, at=later)
    lifted = replace(HOLD, lifted_at=NOW + timedelta(days=3))
    assert may_leave_the_house(Recipient.PARENT, lifted, at=later)
    assert not may_leave_the_house(Recipient.PARENT, lifted, at=NOW + timedelta(days=2))
