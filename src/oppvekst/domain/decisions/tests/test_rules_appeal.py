"""The law of appeals without a database: each step taken when it may be, and each condition that stops it, by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from oppvekst.domain.decisions.rules.appeal import life
from oppvekst.domain.decisions.rules.appeal.facts import AppealFacts
from oppvekst.domain.decisions.rules.appeal.life import MACHINE, RIGHTS
from oppvekst.domain.decisions.rules.appeal.standing import Appellant, Body, may_appeal, way_of
from oppvekst.domain.decisions.rules.appeal.time import Came, Channel, detriment_told_in_time, timing_of
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

DECIDED = date(2026, 10, 30)
DUE = date(2026, 11, 23)
LAST_DAY = Came(channel=Channel.POST, received_on=date(2026, 11, 25), posted_on=DUE, decided_on=DECIDED, due=DUE)
TOO_LATE = replace(LAST_DAY, posted_on=date(2026, 11, 24))
OVER_A_YEAR = replace(TOO_LATE, received_on=date(2027, 11, 2), posted_on=None)

# An appeal with everything in place: each row below takes one thing away.
WHOLE = AppealFacts(
    on=date(2026, 12, 1), sections=("3-1",), timing=timing_of(LAST_DAY), says="Jeg er uenig.", late_reasons="Lå på sykehus.",
    excuse="not_to_blame", new="Ny legeerklæring.", child_heard="Ida vil det samme.", others_told="Far fikk brev.",
    assessed="Endrer ikke vurderingen.", founded=True, wholly=False, change_reasons="Mor har rett.",
    statement="Vi står på vedtaket.",
    enclosures=("appeal", "decision"), copy_to_party="I posten samme dag.", outcome="upheld", outcome_on=date(2027, 1, 5),
    sent_on=date(2026, 12, 2), outcome_says="Enig med tjenesten.", follow_up="Tiltaket fortsetter.", ground="late",
    reject_reasons="Ingen unnskyldning.", withdrawn_by_appellant=True, withdrawn_how="Ringte 2. desember.",
    received_on=date(2026, 11, 25),
)  # fmt: skip
LATE_TIMING = timing_of(TOO_LATE)
YEAR_TIMING = timing_of(OVER_A_YEAR)

TAKEN: list[tuple[str, str, str, dict[str, Any]]] = [
    ("received", "find_timely", "timely", {}),
    ("received", "find_late", "late", {"timing": LATE_TIMING}),
    ("timely", "examine", "examined", {}),
    ("late", "examine", "examined", {"timing": LATE_TIMING}),
    ("examined", "change", "changed", {}),
    ("examined", "send_on", "sent", {}),
    ("changed", "send_on", "sent", {}),
    ("sent", "record_outcome", "decided", {}),
    ("decided", "follow_up", "followed_up", {}),
    ("changed", "follow_up", "followed_up", {"wholly": True, "outcome": "", "new_signed": True}),
    ("late", "reject", "rejected", {"timing": LATE_TIMING, "excuse": "none"}),
    ("late", "reject", "rejected", {"timing": YEAR_TIMING}),
    ("received", "reject", "rejected", {"ground": "not_entitled", "appellant": Appellant.FOSTER_PARENTS}),
    ("received", "reject", "rejected", {"ground": "lacking", "complete_by": date(2026, 11, 30)}),
    ("received", "withdraw", "withdrawn", {}),
    ("sent", "withdraw", "withdrawn", {}),
]


@pytest.mark.parametrize(("state", "step", "target", "facts"), TAKEN)
def test_each_step_is_taken_when_the_law_allows_it(state: str, step: str, target: str, facts: dict[str, Any]) -> None:
    assert MACHINE.take(state, step, replace(WHOLE, **facts)) == target


STOPPED: list[tuple[str, str, str, dict[str, Any], str]] = [
    ("straight_to_tribunal", "received", "find_timely", {"sections": ("4-2",)}, "bvl §§ 14-23, 12-9"),
    ("decision_not_signed", "received", "find_timely", {"decision_signed": False}, "fvl §§ 28 (1), 32 (1)"),
    (
        "not_entitled_to_appeal", "received", "find_timely", {"appellant": Appellant.INFORMED},
        "fvl § 28 (1); bvl §§ 9-8 (2), 12-3 a",
    ),
    ("authority_missing", "received", "find_timely", {"represented": True}, "fvl §§ 12, 32 (3)"),
    ("oral_appeal_not_written_down", "received", "find_timely", {"spoken": True}, "fvl §§ 11, 32 a"),
    ("oral_appeal_not_written_down", "received", "find_timely", {"says": " "}, "fvl §§ 11, 32 a"),
    ("appeal_late", "received", "find_timely", {"timing": LATE_TIMING}, "fvl §§ 29, 30"),
    ("appeal_in_time", "received", "find_late", {}, "fvl §§ 29, 30"),
    ("excuse_not_assessed", "received", "find_late", {"timing": LATE_TIMING, "excuse": ""}, "fvl § 31 (1)"),
    ("late_reasons_missing", "received", "find_late", {"timing": LATE_TIMING, "late_reasons": ""}, "fvl §§ 31 (1), 31 (2)"),
    ("over_a_year", "late", "examine", {"timing": YEAR_TIMING}, "fvl §§ 31 (3), 35"),
    ("late_without_excuse", "late", "examine", {"timing": LATE_TIMING, "excuse": "none"}, "fvl § 31 (1)"),
    ("findings_missing", "timely", "examine", {"new": ""}, "fvl § 33 (2)"),
    ("child_not_heard_on_appeal", "timely", "examine", {"child_heard": ""}, "bvl § 1-4"),
    ("other_parties_not_told", "timely", "examine", {"others_told": ""}, "fvl § 33 (3)"),
    ("appeal_not_assessed", "timely", "examine", {"founded": None}, "fvl § 33 (2)"),
    ("appeal_not_founded", "examined", "change", {"founded": False}, "fvl § 33 (2)"),
    ("change_to_detriment", "examined", "change", {"to_detriment": True}, "fvl §§ 34 (3), 35"),
    ("change_reasons_missing", "examined", "change", {"wholly": None}, "fvl § 33 (2)"),
    ("nothing_left_to_send", "changed", "send_on", {"wholly": True}, "fvl § 33 (4)"),
    ("statement_missing", "examined", "send_on", {"statement": ""}, "fvl § 33 (4)"),
    ("documents_missing", "examined", "send_on", {"enclosures": ("appeal",)}, "fvl § 33 (4)"),
    ("copy_of_statement_missing", "examined", "send_on", {"copy_to_party": ""}, "fvl § 33 (4)"),
    ("outcome_missing", "sent", "record_outcome", {"outcome": "lost"}, "fvl § 34 (4)"),
    ("outcome_date_wrong", "sent", "record_outcome", {"outcome_on": date(2026, 12, 1)}, "fvl § 34"),
    ("outcome_says_missing", "sent", "record_outcome", {"outcome_says": ""}, "fvl § 34"),
    ("rest_not_sent", "changed", "follow_up", {"wholly": False, "outcome": "", "new_signed": True}, "fvl § 33 (4)"),
    ("new_decision_not_signed", "changed", "follow_up", {"wholly": True, "outcome": ""}, "fvl §§ 33 (2), 23"),
    ("returned_not_taken_up", "decided", "follow_up", {"outcome": "returned"}, "fvl § 34 (4)"),
    (
        "detriment_told_too_late", "decided", "follow_up",
        {"outcome_to_detriment": True, "detriment_told_on": date(2027, 2, 26)}, "fvl § 34 (3)",
    ),
    ("not_told_about_costs", "decided", "follow_up", {"in_favour": True}, "fvl § 36 (3)"),
    ("follow_up_missing", "decided", "follow_up", {"follow_up": ""}, "fvl § 27 (1); bvl § 12-4"),
    ("reject_ground_missing", "late", "reject", {"ground": "tired"}, "fvl § 33 (2)"),
    ("reject_ground_does_not_hold", "late", "reject", {"timing": LATE_TIMING}, "fvl §§ 31, 32 (3), 33 (2)"),
    ("reject_ground_does_not_hold", "received", "reject", {"ground": "not_entitled"}, "fvl §§ 31, 32 (3), 33 (2)"),
    (
        "reject_ground_does_not_hold", "received", "reject", {"ground": "lacking", "complete_by": date(2026, 12, 1)},
        "fvl §§ 31, 32 (3), 33 (2)",
    ),
    (
        "reject_reasons_missing", "late", "reject", {"timing": YEAR_TIMING, "reject_reasons": ""}, "fvl §§ 33 (2), 24",
    ),
    ("not_withdrawn_by_appellant", "sent", "withdraw", {"withdrawn_by_appellant": False}, "fvl § 28 (1)"),
    ("withdrawn_how_missing", "sent", "withdraw", {"withdrawn_how": ""}, "fvl § 11; bvl § 12-4"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "state", "step", "facts", "law"), STOPPED, ids=lambda each: str(each)[:40])
def test_each_condition_stops_its_step_with_its_sentence_and_section(
    rule: str, state: str, step: str, facts: dict[str, Any], law: str
) -> None:
    with pytest.raises(Refusal) as stopped:
        MACHINE.take(state, step, replace(WHOLE, **facts))
    assert stopped.value.because == (rule,)
    assert str(stopped.value.citation) == law
    assert stopped.value.sentence.endswith(".")


def test_every_condition_of_an_appeal_is_in_the_table() -> None:
    tried = {(row[0], row[2]) for row in STOPPED}
    shared = {"straight_to_tribunal", "decision_not_signed", "not_entitled_to_appeal", "authority_missing"}
    there = {(guard.id, step.name) for step in MACHINE.steps for guard in step.guards}
    skipped = {(one, "find_late") for one in (*shared, "oral_appeal_not_written_down")}
    assert there - tried == skipped
    assert RIGHTS.keys() == {step.name for step in MACHINE.steps}


def test_an_appeal_that_is_closed_goes_nowhere() -> None:
    for state in (life.FOLLOWED_UP, life.REJECTED, life.WITHDRAWN):
        assert MACHINE.outlook(state, WHOLE) == []


def test_what_can_be_mended_is_asked_for_and_what_cannot_is_refused() -> None:
    with pytest.raises(Incomplete) as asked:
        MACHINE.take("timely", "examine", replace(WHOLE, new="", child_heard="", others_told=""))
    assert set(asked.value.fields) == {"new", "child_heard", "others_told"}
    with pytest.raises(NotAllowed):
        MACHINE.take("late", "examine", replace(WHOLE, timing=YEAR_TIMING, new=""))


@pytest.mark.parametrize(
    ("came", "in_time", "late"),
    [
        (LAST_DAY, True, 0),
        (TOO_LATE, False, 1),
        (replace(TOO_LATE, posted_on=None), False, 2),
        (replace(TOO_LATE, channel=Channel.ELECTRONIC, received_on=DUE), True, 0),
        # Written on the last day, arrived the day after: an electronic appeal must have arrived.
        (replace(TOO_LATE, channel=Channel.EMAIL, received_on=date(2026, 11, 24), posted_on=DUE), False, 1),
        (replace(TOO_LATE, channel=Channel.PHONE, received_on=DUE), True, 0),
        (replace(TOO_LATE, channel=Channel.HAND, received_on=date(2026, 11, 24)), False, 1),
        # Not reached yet: no limit runs.
        (replace(TOO_LATE, due=None), True, 0),
        # A posting day after the letter came is a slip of the pen, and does not count.
        (replace(TOO_LATE, posted_on=date(2026, 12, 24)), False, 2),
    ],
)
def test_the_day_that_counts_depends_on_how_the_appeal_came(came: Came, in_time: bool, late: int) -> None:
    timing = timing_of(came)
    assert (timing.in_time, timing.days_late) == (in_time, late)
    assert all(step.endswith((".", ").")) for step in timing.steps)


@pytest.mark.parametrize(
    ("sent", "knew", "again", "saved"),
    [
        (DUE, date(2026, 12, 1), date(2026, 12, 8), True),
        (DUE, date(2026, 12, 1), date(2026, 12, 9), False),
        # Sent too late the first time: being lost does not save it.
        (date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 2), False),
        # The week ends on Christmas Day, a Friday: the next working day is Monday 28.
        (DUE, date(2026, 12, 18), date(2026, 12, 28), True),
    ],
)
def test_an_appeal_lost_in_the_post_is_repeated_within_a_week_of_knowing(
    sent: date, knew: date, again: date, saved: bool
) -> None:
    came = replace(LAST_DAY, posted_on=None, received_on=again, first_sent_on=sent, knew_lost_on=knew)
    assert timing_of(came).in_time is saved


@pytest.mark.parametrize(
    ("decided", "appealed", "may_be_taken"),
    [
        (date(2025, 11, 10), date(2026, 11, 10), True),
        (date(2025, 11, 10), date(2026, 11, 11), False),
        (date(2024, 2, 29), date(2025, 2, 28), True),
        (date(2024, 2, 29), date(2025, 3, 1), False),
        # The year is not extended by a weekend: 31 October 2026 is a Saturday.
        (date(2025, 10, 31), date(2026, 11, 2), False),
    ],
)
def test_after_a_year_from_the_day_it_was_decided_nothing_excuses(
    decided: date, appealed: date, may_be_taken: bool
) -> None:
    came = Came(channel=Channel.HAND, received_on=appealed, decided_on=decided, due=date(2025, 1, 2))
    facts = replace(WHOLE, timing=timing_of(came))
    outlook = [one for one in MACHINE.outlook("late", facts) if one.step.name == "examine"]
    assert outlook[0].possible is may_be_taken


@pytest.mark.parametrize(
    ("knew", "another", "due"),
    [
        (date(2026, 9, 7), False, date(2026, 9, 28)),
        (date(2026, 11, 20), True, date(2026, 11, 30)),
        (None, True, date(2026, 11, 30)),
        (None, False, None),
    ],
)
def test_whoever_was_never_told_has_three_weeks_from_knowing_and_at_most_three_months(
    knew: date | None, another: bool, due: date | None
) -> None:
    came = Came(
        channel=Channel.HAND, received_on=date(2026, 9, 10), decided_on=date(2026, 8, 31), never_notified=True,
        knew_on=knew, grants_right_to_another=another,
    )  # fmt: skip
    assert timing_of(came).due == due


@pytest.mark.parametrize(
    ("appellant", "section", "over_standing", "interest", "may"),
    [
        (Appellant.PARTY, "3-1", False, "", True),
        (Appellant.CHILD, "3-2", False, "", True),
        (Appellant.CHILD, "3-3", False, "", True),
        (Appellant.CHILD, "5-5", False, "", True),
        (Appellant.CHILD, "3-1", False, "", False),
        (Appellant.FOSTER_PARENTS, "5-5", False, "", True),
        (Appellant.FOSTER_PARENTS, "3-1", False, "", False),
        (Appellant.INFORMED, "3-1", False, "", False),
        (Appellant.INFORMED, "3-1", True, "", True),
        (Appellant.OTHER, "3-1", False, "", False),
        (Appellant.OTHER, "3-1", False, "Mormor har hatt barnet i tre år.", True),
    ],
)
def test_who_may_appeal_against_what(
    appellant: Appellant, section: str, over_standing: bool, interest: str, may: bool
) -> None:
    verdict = may_appeal(appellant, (section,), over_standing=over_standing, interest=interest)
    assert verdict.yes is may
    assert verdict.sentence.endswith(".")


@pytest.mark.parametrize(
    ("section", "body", "lodged"),
    [
        ("2-2", Body.COUNTY_GOVERNOR, True),
        ("3-1", Body.COUNTY_GOVERNOR, True),
        ("3-6", Body.COUNTY_GOVERNOR, True),
        ("4-1", Body.COUNTY_GOVERNOR, True),
        ("5-5", Body.TRIBUNAL, True),
        *((section, Body.TRIBUNAL, False) for section in ("4-2", "4-3", "4-4", "4-5", "4-6", "7-7")),
    ],
)
def test_where_an_appeal_goes_and_whether_it_is_lodged_with_us(section: str, body: Body, lodged: bool) -> None:
    way = way_of(section)
    assert (way.body, way.lodged_with_us) == (body, lodged)


def test_a_lawyer_needs_no_written_authority_and_another_does() -> None:
    assert MACHINE.take("received", "find_timely", replace(WHOLE, represented=True, lawyer=True)) == "timely"
    assert MACHINE.take("received", "find_timely", replace(WHOLE, represented=True, authority_shown=True)) == "timely"


def test_a_change_to_the_worse_is_told_within_three_months_of_the_day_the_appeal_came_to_us() -> None:
    assert detriment_told_in_time(date(2026, 11, 30), date(2027, 2, 28))
    assert not detriment_told_in_time(date(2026, 11, 30), date(2027, 3, 1))
