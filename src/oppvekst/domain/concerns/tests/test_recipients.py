"""Who an answer goes to decides whether it may go while something is held back from the parents (bvl §§ 1-3, 12-6)."""

from datetime import UTC, date, datetime

import pytest

from oppvekst.domain.cases.rules.outward import Held, Recipient, may_leave_the_house
from oppvekst.domain.concerns.queries.feedback import RECIPIENTS
from oppvekst.domain.concerns.rules.message import Who

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
HELD = Held(reason="Avhør er ikke holdt.", owner="Kari", since=NOW, review_on=date(2026, 11, 10))


@pytest.mark.parametrize(
    ("who", "may_go"),
    [
        (Who.CHILD, True), (Who.YOUTH, True), (Who.PARENT, False), (Who.FAMILY, False), (Who.PRIVATE, True),
        (Who.PUBLIC, True),
    ],
)  # fmt: skip
def test_nothing_reaches_the_parents_or_their_family_while_it_is_held_back(who: Who, may_go: bool) -> None:
    recipient = RECIPIENTS.get(who, Recipient.PRIVATE_REPORTER)
    assert may_leave_the_house(recipient, HELD, at=NOW).yes is may_go
