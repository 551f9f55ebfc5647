"""When a time of help may be planned, held, called off and moved: each condition refused with its sentence and section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.measures.rules import (
    ENDED,
    TO_CALL_OFF,
    TO_HOLD,
    TO_MOVE,
    TO_PLAN,
    TO_SAY_NOT_HELD,
    Each,
    OccasionFacts,
    OccasionGuard,
    Stood,
)
from oppvekst.domain.measures.rules.occasion import EACH_OF
from oppvekst.domain.measures.rules.weekends import Other, row

FRIDAY, SUNDAY = date(2026, 11, 6), date(2026, 11, 8)
STAY = OccasionFacts(
    today=date(2026, 11, 2), started_on=date(2026, 10, 1), measure_last_day=date(2027, 9, 30), first_day=FRIDAY, last_day=SUNDAY,
    words="De bakte.", child_words="Jeg vil tilbake.", who="family",
)  # fmt: skip
HELD = replace(STAY, today=SUNDAY)
HOURS = replace(
    HELD, kind=Each.HOURS, first_day=FRIDAY, last_day=FRIDAY, starts=time(16), ends=time(19), hours=Decimal(3)
)
SESSION = replace(
    HELD,
    kind=Each.PROGRAMME,
    number=3,
    done="Ros og oppmuntring.",
    left_out="Rollespill.",
    left_out_reason="Tida gikk.",
)

STOPPED = (
    (TO_PLAN, STAY, {"kind": None}, "has_times", "bvl § 8-1 (2)"),
    (TO_PLAN, STAY, {"measure_state": ENDED}, "running", "bvl § 3-1"),
    (TO_PLAN, STAY, {"consents_lacking": ("Lise",)}, "consents", "bvl § 3-1"),
    (TO_PLAN, STAY, {"last_day": date(2026, 11, 5)}, "in_order", "bvl § 8-1 (2)"),
    (TO_PLAN, STAY, {"last_day": date(2026, 12, 8)}, "not_too_long", "bvl § 3-1"),
    (TO_PLAN, STAY, {"started_on": date(2026, 11, 7)}, "after_it_started", "bvl § 8-1 (1)"),
    (TO_PLAN, STAY, {"measure_last_day": date(2026, 11, 7)}, "last_day", "bvl § 8-1 (2)"),
    (TO_PLAN, STAY, {"other_stays": ((date(2026, 11, 7), date(2026, 11, 9)),)}, "one_home_a_night", "bvl § 1-3"),
    (TO_PLAN, HOURS, {"ends": None}, "with_a_clock", "bvl § 8-1 (2)"),
    (TO_PLAN, HOURS, {"ends": time(15)}, "clock_in_order", "bvl § 8-1 (2)"),
    (TO_HOLD, HELD, {"stood": Stood.HELD}, "stands", "bvl § 12-4"),
    (TO_HOLD, HELD, {"stood": Stood.CALLED_OFF}, "stands", "bvl § 12-4"),
    (TO_HOLD, HELD, {"today": date(2026, 11, 7)}, "has_been", "bvl § 12-4"),
    (TO_HOLD, HELD, {"words": " "}, "words", "bvl § 12-4"),
    (TO_HOLD, HELD, {"child_words": ""}, "child_heard", "bvl § 1-4"),
    (TO_HOLD, HOURS, {"hours": None}, "hours", "bvl § 12-4"),
    (TO_HOLD, HOURS, {"hours": Decimal(0)}, "hours", "bvl § 12-4"),
    (TO_HOLD, SESSION, {"number": None}, "which_session", "bvl § 8-1 (1)"),
    (TO_HOLD, SESSION, {"done": ""}, "what_of_it", "bvl § 8-1 (1)"),
    (TO_HOLD, SESSION, {"left_out_reason": " "}, "why_left_out", "bvl § 8-1 (1)"),
    (TO_SAY_NOT_HELD, HELD, {"today": date(2026, 11, 5)}, "has_come", "bvl § 12-4"),
    (TO_SAY_NOT_HELD, HELD, {"words": ""}, "why", "bvl § 12-4"),
    (TO_SAY_NOT_HELD, HELD, {"who": "naboen"}, "who_could_not", "bvl § 12-4"),
    (TO_CALL_OFF, STAY, {"today": date(2026, 11, 7)}, "not_been", "bvl § 12-4"),
    (TO_CALL_OFF, STAY, {"stood": Stood.MOVED}, "stands", "bvl § 12-4"),
    (TO_MOVE, STAY, {"stood": Stood.HELD}, "stands", "bvl § 12-4"),
    (TO_MOVE, STAY, {"words": ""}, "why", "bvl § 12-4"),
)  # fmt: skip


@pytest.mark.parametrize(("guards", "facts", "changed", "because", "law"), STOPPED, ids=[row[3] for row in STOPPED])
def test_each_condition_is_refused_alone_with_its_section(
    guards: Sequence[OccasionGuard], facts: OccasionFacts, changed: dict[str, Any], because: str, law: str
) -> None:
    failing = [guard for guard in guards if not guard.check(replace(facts, **changed))]
    assert [(guard.id, str(guard.citation)) for guard in failing] == [(because, law)]
    assert failing[0].refusal.endswith(".")


@pytest.mark.parametrize(
    ("guards", "facts"),
    [(TO_PLAN, STAY), (TO_PLAN, HOURS), (TO_HOLD, HELD), (TO_HOLD, HOURS), (TO_HOLD, SESSION), (TO_CALL_OFF, STAY),
     (TO_MOVE, STAY), (TO_SAY_NOT_HELD, HELD)],
    ids=["plan a stay", "plan hours", "a stay held", "hours held", "a session held", "call off", "move", "not held"],
)  # fmt: skip
def test_what_is_whole_is_never_refused(guards: Sequence[OccasionGuard], facts: OccasionFacts) -> None:
    assert [guard.id for guard in guards if not guard.check(facts)] == []


def test_the_child_may_leave_one_home_and_come_to_the_next_the_same_day() -> None:
    next_home = replace(STAY, other_stays=((date(2026, 11, 4), FRIDAY), (SUNDAY, date(2026, 11, 10))))
    assert all(guard.check(next_home) for guard in TO_PLAN)


def test_every_category_with_times_is_an_official_one_and_says_why() -> None:
    for category, (_each, why) in EACH_OF.items():
        assert CATEGORIES.get(category)
        assert why.endswith(".")


def test_no_weekend_of_a_row_is_left_out_in_silence() -> None:
    others = [
        Other((date(2026, 12, 5), date(2026, 12, 6)), "Barnet er hos noen", a_stay=True),
        Other((date(2027, 1, 1),) * 2, "Cup"),
    ]
    found = row(FRIDAY, SUNDAY, weeks=2, until=date(2027, 1, 31), others=others, ends=date(2027, 1, 20))
    assert [one.first.isoformat() for one in found] == [
        "2026-11-06", "2026-11-20", "2026-12-04", "2026-12-18", "2027-01-01", "2027-01-15", "2027-01-29",
    ]  # fmt: skip
    assert [one.clear for one in found] == [True, True, False, True, False, True, False]
    assert found[2].impossible == "Barnet er hos noen"
    assert (found[4].holidays, found[4].others) == (("første nyttårsdag",), ("Cup",))
    assert found[6].impossible == "Etter siste dag for tiltaket"
