"""Who may know what, what may stand in minutes, what the coordinator must have: the rules, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from oppvekst.domain.meetings.rules import (
    APPROVE,
    CANCEL,
    DRAFT,
    DRAFTED,
    HELD,
    HOLD,
    INVITE,
    INVITED,
    MACHINE,
    PLANNED,
    Answer,
    Giver,
    MeetingFacts,
    Promise,
    Said,
    Standing,
    Theme,
    Yes,
    cell,
    coordinator_lacks,
    known,
    place_outside,
    stopped,
    tells_a_result,
    told_to,
    wrong_answer,
    wrong_papers,
)
from oppvekst.law.refusals import Incomplete, NotAllowed

MOTHER, FATHER = Giver(id=UUID(int=1), name="Mor"), Giver(id=UUID(int=2), name="Far")
BOTH, NAV, AT = (MOTHER, FATHER), UUID(int=9), date(2026, 10, 1)
READY = MeetingFacts(
    today=AT, starts_on=AT, coordinated=True, coordination=True, child_coordinator_asked=True, has_coordinator=True,
    child_asked=True, invited=3, attended=2, written=1,
)  # fmt: skip


def yes(giver: Giver, theme: Theme, *, back: date | None = None) -> Yes:
    return Yes(giver=giver.id, theme=theme, given_on=date(2026, 9, 22), withdrawn_on=back)


def asked(theme: Theme, *said: Yes, standing: Standing = Standing.BODY, on: date = AT) -> Answer:
    return cell(theme, standing, member=NAV, givers=BOTH, said=said, on=on).answer


def test_both_parents_must_consent_and_to_just_that_theme() -> None:
    one, two = yes(MOTHER, Theme.SCHOOL), yes(FATHER, Theme.SCHOOL)
    assert asked(Theme.SCHOOL, one) is Answer.LACKING
    assert asked(Theme.SCHOOL, one, two) is Answer.YES
    assert asked(Theme.MENTAL_HEALTH, one, two) is Answer.LACKING


def test_one_parent_takes_it_back_and_it_holds_no_more_from_that_day() -> None:
    said = yes(MOTHER, Theme.OCCASION), yes(FATHER, Theme.OCCASION, back=date(2026, 12, 2))
    assert asked(Theme.OCCASION, *said, on=date(2026, 12, 1)) is Answer.YES
    assert asked(Theme.OCCASION, *said, on=date(2026, 12, 2)) is Answer.WITHDRAWN


def test_a_parent_knows_of_the_child_and_not_of_the_other_parents_money() -> None:
    assert asked(Theme.SCHOOL, standing=Standing.PARENT) is Answer.ENTITLED
    assert asked(Theme.WORK, standing=Standing.PARENT) is Answer.LACKING


def test_without_anybody_to_consent_nobody_outside_is_told() -> None:
    assert cell(Theme.SCHOOL, Standing.BODY, member=None, givers=(), said=(), on=AT).answer is Answer.LACKING


def test_another_body_is_not_told_that_we_meet_but_the_familys_own_are_told_time_and_place() -> None:
    nothing = [cell(theme, Standing.BODY, member=NAV, givers=BOTH, said=(), on=AT) for theme in Theme]
    assert "NAV får ikke vite om møtet" in stopped("NAV", Standing.BODY, nothing)
    assert stopped("Farens samboer", Standing.FAMILY, nothing) == ""
    assert known(nothing) == ()


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Urinprøven var negativ.", True),
        ("Rusprøvene viste utslag.", True),
        ("Prøven viser at han har brukt hasj.", True),
        ("Ruskontrollen viste bruk.", True),
        ("Prøven i matte gikk bra.", False),
        ("Mor leverer rusprøver som avtalt.", False),
        ("Pål er positiv til ekstra lesing.", False),
    ],
)
def test_the_result_of_a_drug_test_does_not_stand_in_minutes(text: str, tells: bool) -> None:
    assert tells_a_result(text) is tells


def test_each_is_given_her_own_lines_and_the_parts_that_consent_covers() -> None:
    leif, kari = UUID(int=3), UUID(int=4)
    said = [Said(theme="school", text="Leser godt."), Said(theme="home", text="Mor er syk.", for_child=True)]
    promises = [
        Promise(member=leif, name="Leif", text="Kommer hver tirsdag", theme="home"),
        Promise(member=kari, name="Kari", text="Be om PPT", theme="school", for_child=False),
    ]
    own = told_to(leif, Standing.FAMILY, (), said, promises)
    assert [line["what"] for line in own["agreed"]] == ["Kommer hver tirsdag"]
    assert own["parts"] == []
    school = told_to(UUID(int=5), Standing.BODY, ("school",), said, promises)
    assert [part["text"] for part in school["parts"]] == ["Leser godt."]
    assert [line["what"] for line in school["agreed"]] == ["Be om PPT"]
    child = told_to(UUID(int=6), Standing.CHILD, (), said, promises)
    assert [part["text"] for part in child["parts"]] == ["Mor er syk."]
    assert [line["who"] for line in child["agreed"]] == ["Leif"]


def test_nobody_is_invited_before_the_first_question_is_answered() -> None:
    with pytest.raises(NotAllowed, match="barnekoordinator") as stop:
        MACHINE.take(PLANNED, INVITE, replace(READY, child_coordinator_asked=False))
    assert "15-8" in str(stop.value.citation)


def test_the_child_is_asked_or_it_is_said_why_not() -> None:
    with pytest.raises(NotAllowed, match="Spør barnet"):
        MACHINE.take(PLANNED, INVITE, replace(READY, child_asked=False))
    assert MACHINE.take(PLANNED, INVITE, replace(READY, child_asked=False, not_asked_reason="Er ett år.")) == INVITED


def test_a_meeting_goes_from_planned_to_approved() -> None:
    assert MACHINE.take(PLANNED, INVITE, READY) == INVITED
    assert MACHINE.take(INVITED, INVITE, READY) == INVITED
    assert MACHINE.take(INVITED, HOLD, READY) == HELD
    assert MACHINE.take(HELD, DRAFT, READY) == DRAFTED
    with pytest.raises(NotAllowed, match="godkjent referatet"):
        MACHINE.take(DRAFTED, APPROVE, replace(READY, unapproved=("Mor",)))
    with pytest.raises(Incomplete, match="avlyst"):
        MACHINE.take(PLANNED, CANCEL, READY)


def test_a_meeting_that_has_not_been_is_not_held() -> None:
    with pytest.raises(NotAllowed, match="ikke vært"):
        MACHINE.take(INVITED, HOLD, replace(READY, starts_on=date(2026, 10, 2)))


def test_a_family_council_waits_for_the_question_and_the_coordinators_papers() -> None:
    council = replace(READY, coordination=False, council=True, question_agreed=True)
    assert MACHINE.take(PLANNED, INVITE, council) == INVITED
    with pytest.raises(NotAllowed, match="ord for ord"):
        MACHINE.take(PLANNED, INVITE, replace(council, question_agreed=False))
    with pytest.raises(NotAllowed, match="§ 39"):
        MACHINE.take(PLANNED, INVITE, replace(council, coordinator_lacks=coordinator_lacks(AT, None)))
    with pytest.raises(NotAllowed, match="svar på planen"):
        MACHINE.take(HELD, DRAFT, council)


def test_the_certificate_is_not_shown_before_it_was_issued() -> None:
    issued, shown = date(2026, 9, 1), date(2026, 9, 10)
    assert not wrong_papers(confidentiality_on=shown, issued_on=issued, shown_on=shown, today=shown)
    assert wrong_papers(confidentiality_on=shown, issued_on=shown, shown_on=issued, today=shown).keys() == {
        "certificate_shown_on"
    }
    assert len(wrong_papers(confidentiality_on=None, issued_on=None, shown_on=None, today=shown)) == 3


def test_a_no_to_the_familys_plan_says_exactly_why() -> None:
    day = date(2026, 10, 3)
    assert wrong_answer(approved=False, words=" ", received_on=day, answered_on=day)
    assert not wrong_answer(approved=True, words="", received_on=day, answered_on=day)
    assert wrong_answer(approved=True, words="", received_on=day, answered_on=date(2026, 10, 5))


@pytest.mark.parametrize("place", ["Barneverntjenesten, Torget 1", "BUP Solvik", "NAV Solvik", "Solvik krisesenter"])
def test_a_place_that_tells_stands_in_no_calendar(place: str) -> None:
    assert place_outside(place, telling=False) == ""
    assert place_outside("Rådhuset, rom 4", telling=True) == ""
    assert place_outside("Rådhuset, rom 4", telling=False) == "Rådhuset, rom 4"
