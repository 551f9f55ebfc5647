"""When word of a decision reached somebody, and until when she may appeal: counted by hand in the calendar, one by one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest

from oppvekst.domain.decisions.rules.reaching import (
    Notice,
    Road,
    Route,
    all_over,
    appeal_due,
    reached,
    road_of,
    second_notice_on,
)
from oppvekst.law import limits
from oppvekst.law.deadline import Limit
from tools.documents.source import rooms

# Every day here was found in a printed calendar and by the words of the acts; none of them by asking the code.
# 2026: Easter Sunday 5 April, Ascension 14 May, Whit Sunday 24 May. 2027: 28 March, 6 May, 16 May.
# 2028: 16 April, 25 May, 4 June.
COUNTED = [
    # rule, begins, ends, weekday it ends, why
    ("D76", "2026-03-27", "2026-04-17", "fredag", "påsken ligger inni og endrer ingenting"),
    ("D76", "2026-03-12", "2026-04-07", "tirsdag", "skjærtorsdag: forbi langfredag, lørdag og begge påskedagene"),
    ("D76", "2026-03-13", "2026-04-07", "tirsdag", "langfredag"),
    ("D76", "2026-03-14", "2026-04-07", "tirsdag", "kom fram en lørdag; ender påskeaften, en lørdag"),
    ("D76", "2026-03-15", "2026-04-07", "tirsdag", "første påskedag"),
    ("D76", "2026-03-16", "2026-04-07", "tirsdag", "andre påskedag"),
    ("D76", "2026-03-17", "2026-04-07", "tirsdag", "første hverdag etter påske er en vanlig dag"),
    ("D76", "2026-03-11", "2026-04-01", "onsdag", "onsdag før påske er en vanlig dag; sommertid imellom"),
    ("D76", "2026-04-10", "2026-05-04", "mandag", "1. mai er en fredag: forbi lørdag og søndag"),
    ("D76", "2026-04-11", "2026-05-04", "mandag", "ender lørdag 2. mai"),
    ("D76", "2026-04-23", "2026-05-15", "fredag", "Kristi himmelfartsdag, torsdag 14. mai"),
    ("D76", "2026-04-24", "2026-05-15", "fredag", "den innestengte fredagen etter Kristi himmelfart er en hverdag"),
    ("D76", "2026-04-26", "2026-05-18", "mandag", "17. mai er en søndag"),
    ("D76", "2026-05-02", "2026-05-26", "tirsdag", "lørdag før pinse: forbi begge pinsedagene"),
    ("D76", "2026-05-04", "2026-05-26", "tirsdag", "andre pinsedag"),
    ("D76", "2026-10-07", "2026-10-28", "onsdag", "klokka stilles tilbake imellom"),
    ("D76", "2026-11-06", "2026-11-27", "fredag", "en vanlig måned"),
    ("D76", "2026-11-09", "2026-11-30", "mandag", "ender månedens siste dag"),
    ("D76", "2026-11-10", "2026-12-01", "tirsdag", "går over i neste måned"),
    ("D76", "2026-12-03", "2026-12-24", "torsdag", "julaften er en vanlig torsdag i loven"),
    ("D76", "2026-12-04", "2026-12-28", "mandag", "første juledag: forbi andre juledag og søndagen"),
    ("D76", "2026-12-05", "2026-12-28", "mandag", "andre juledag er en lørdag"),
    ("D76", "2026-12-10", "2026-12-31", "torsdag", "nyttårsaften er en vanlig torsdag i loven"),
    ("D76", "2026-12-11", "2027-01-04", "mandag", "første nyttårsdag er en fredag"),
    ("D76", "2027-03-04", "2027-03-30", "tirsdag", "skjærtorsdag 25. mars 2027"),
    ("D76", "2027-04-10", "2027-05-03", "mandag", "1. mai er en lørdag"),
    ("D76", "2027-04-15", "2027-05-07", "fredag", "Kristi himmelfartsdag, torsdag 6. mai"),
    ("D76", "2027-04-25", "2027-05-18", "tirsdag", "første pinsedag: andre pinsedag er 17. mai"),
    ("D76", "2027-04-26", "2027-05-18", "tirsdag", "andre pinsedag og 17. mai på samme dag"),
    ("D76", "2027-12-04", "2027-12-27", "mandag", "første juledag er en lørdag, andre en søndag"),
    ("D76", "2028-02-08", "2028-02-29", "tirsdag", "skuddårsdagen"),
    ("D76", "2028-02-09", "2028-03-01", "onsdag", "skuddår: tre uker fra 9. februar er 1. mars"),
    ("D76", "2027-02-08", "2027-03-01", "mandag", "året før er 29. februar ikke til"),
    ("D76", "2028-03-27", "2028-04-18", "tirsdag", "andre påskedag 17. april 2028"),
    ("D76", "2028-04-10", "2028-05-02", "tirsdag", "1. mai er en mandag"),
    ("D76", "2028-04-26", "2028-05-18", "torsdag", "17. mai er en onsdag"),
    ("D76", "2028-12-04", "2028-12-27", "onsdag", "begge juledagene er hverdager i uka"),
    ("D103", "2026-10-15", "2026-11-05", "torsdag", "klokka stilles tilbake imellom"),
    ("D103", "2026-05-22", "2026-06-12", "fredag", "varslet fredag før pinse"),
    ("D103", "2026-04-02", "2026-04-23", "torsdag", "varslet skjærtorsdag: helligdagen teller som en annen dag"),
    ("D103", "2026-12-02", "2026-12-23", "onsdag", "lille julaften er en vanlig dag"),
    ("D78", "2026-11-06", "2026-11-27", "fredag", "til nemnda, også for fosterforeldrene"),
    ("D78-digital", "2026-12-04", "2026-12-28", "mandag", "til nemnda, digitalt, første juledag"),
    ("D81-appeal", "2026-11-06", "2026-11-27", "fredag", "avslag på innsyn"),
    ("D102", "2026-11-02", "2026-11-09", "mandag", "uka er ute når mandagen er over"),
    ("D102", "2026-12-18", "2026-12-25", "fredag", "tjenestens egen frist forlenges ikke av en helligdag"),
    ("D11", "2026-03-03", "2026-06-10", "onsdag", "tre måneder fra den uka gikk ut"),
    ("D11", "2026-01-12", "2026-04-19", "søndag", "ender en søndag og blir stående"),
    ("D11", "2026-11-23", "2027-02-28", "søndag", "februar har ikke 30 dager"),
    ("D11", "2027-11-22", "2028-02-29", "tirsdag", "skuddår: 29. februar finnes"),
    ("D11", "2026-08-24", "2026-11-30", "mandag", "november har ikke 31 dager"),
    ("D12", "2026-03-03", "2026-09-10", "torsdag", "seks måneder til sammen"),
    ("D12", "2026-11-23", "2027-05-30", "søndag", "30-tallet kommer igjen når det telles i ett"),
    ("D16", "2026-06-15", "2026-12-15", "tirsdag", "vinduet lukker seg på samme tall"),
    ("D16", "2026-03-31", "2026-09-30", "onsdag", "september har ikke 31 dager"),
    ("D16", "2027-08-30", "2028-02-29", "tirsdag", "skuddår"),
    ("D77-interim", "2026-11-05", "2026-12-05", "lørdag", "foreløpig svar: tjenestens egen frist blir stående"),
    ("D77-interim", "2027-01-31", "2027-02-28", "søndag", "februar har ikke 31 dager"),
    ("D82", "2026-11-09", "2026-11-30", "mandag", "krav om sakskostnader"),
    ("D82", "2026-03-12", "2026-04-07", "tirsdag", "skjærtorsdag gjelder også her"),
]


def house() -> dict[str, Limit]:
    """Every limit of the house by its id."""
    found: dict[str, Any] = {limit.id: limit for limit in limits.RULES}
    for room in rooms():
        rules = import_module(f"oppvekst.domain.{room}.rules")
        found |= {limit.id: limit for limit in getattr(rules, "RULES", ())}
    return found


LIMITS = house()


def at(written: str) -> datetime:
    return datetime.fromisoformat(written)


def digital(available: str | None, notified: str | None, **more: Any) -> Notice:
    return Notice(
        route=Route.DIGITAL, available_at=at(available) if available else None,
        notified_at=at(notified) if notified else None, **more,
    )  # fmt: skip


def due_of(notice: Notice, road: Road = Road.GOVERNOR) -> date:
    due = appeal_due(road, notice)
    assert due and due.due
    return due.due


@pytest.mark.parametrize(
    ("rule", "begins", "ends", "weekday", "why"), COUNTED, ids=[f"{row[0]} {row[1]} {row[4]}" for row in COUNTED]
)
def test_counted_by_hand(rule: str, begins: str, ends: str, weekday: str, why: str) -> None:
    due = LIMITS[rule].due(date.fromisoformat(begins))
    assert (str(due.due), weekday in " ".join(due.steps)) == (ends, True), why


def test_the_table_holds_at_least_forty_cases() -> None:
    assert len(COUNTED) >= 40
    assert len({row[:2] for row in COUNTED}) == len(COUNTED)


# When word has reached somebody ------------------------------------------------------------------------------------


def test_a_letter_on_paper_reaches_somebody_the_day_it_came_and_not_the_day_it_was_posted() -> None:
    assert reached(Notice(route=Route.POST)) is None
    assert appeal_due(Road.GOVERNOR, Notice(route=Route.POST)) is None
    assert due_of(Notice(route=Route.POST, reached_on=date(2026, 11, 6))) == date(2026, 11, 27)
    assert due_of(Notice(route=Route.HAND, reached_on=date(2026, 11, 6))) == date(2026, 11, 27)
    assert due_of(Notice(route=Route.SAFE, reached_on=date(2026, 11, 6))) == date(2026, 11, 27)


def test_a_digital_decision_reaches_somebody_when_it_lies_there_and_she_is_told() -> None:
    assert reached(digital("2026-11-02T14:00+01:00", None)) is None
    assert reached(digital(None, "2026-11-02T14:00+01:00")) is None
    assert due_of(digital("2026-11-02T14:00+01:00", "2026-11-02T14:00+01:00")) == date(2026, 11, 23)


def test_when_the_first_notice_went_to_an_old_phone_the_new_one_counts() -> None:
    notice = digital("2026-11-02T14:00+01:00", "2026-11-05T09:00+01:00")
    assert due_of(notice) == date(2026, 11, 26)
    due = appeal_due(Road.GOVERNOR, notice)
    assert due
    assert due.steps[0] == (
        "Vedtaket lå klart mandag 2. november 2026, og varselet ble sendt torsdag 5. november 2026. "
        "Den siste av de to dagene teller."
    )


def test_opening_it_neither_begins_nor_moves_the_limit() -> None:
    for opened in (None, at("2026-11-02T20:00+01:00"), at("2026-11-12T20:00+01:00")):
        notice = digital("2026-11-02T14:00+01:00", "2026-11-02T14:00+01:00", opened_at=opened)
        assert due_of(notice) == date(2026, 11, 23)


def test_the_second_notice_does_not_move_the_limit() -> None:
    notice = digital("2026-11-02T14:00+01:00", "2026-11-02T14:00+01:00", second_notice_at=at("2026-11-10T08:17+01:00"))
    assert due_of(notice) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("moment", "day", "ends"),
    [
        (
            "2026-10-24T22:30+00:00",
            "2026-10-25",
            "2026-11-16",
        ),  # half past midnight, Sunday; the clock goes back that night
        ("2026-10-24T21:30+00:00", "2026-10-24", "2026-11-16"),  # half an hour to midnight, Saturday
        ("2026-11-01T23:30+00:00", "2026-11-02", "2026-11-23"),  # half past midnight in winter
        (
            "2026-03-29T22:30+00:00",
            "2026-03-30",
            "2026-04-20",
        ),  # the first day of summer time: past midnight by the clock
        ("2026-12-31T23:30+00:00", "2027-01-01", "2027-01-22"),  # the year turns in Norway first
    ],
)
def test_the_day_is_the_one_on_the_wall_in_norway_in_summer_and_winter(moment: str, day: str, ends: str) -> None:
    notice = digital(moment, moment)
    assert str(reached(notice)) == day
    assert str(due_of(notice)) == ends


def test_the_counting_is_told_in_words() -> None:
    due = appeal_due(Road.GOVERNOR, Notice(route=Route.POST, reached_on=date(2026, 3, 12)))
    assert due
    assert due.steps == (
        "Underretningen om vedtaket kom fram torsdag 12. mars 2026.",
        "Tre uker ender på samme ukedag: torsdag 2. april 2026 (dl § 148 (2)).",
        "Dagen er skjærtorsdag, og fristen forlenges til tirsdag 7. april 2026 (dl § 149 (1)).",
    )


# Notified once more -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("2026-11-02", "2026-11-10"), ("2026-05-22", "2026-05-30"), ("2026-12-24", "2027-01-01"), ("2028-02-21", "2028-02-29"),
        ("2026-10-20", "2026-10-28"),
    ],
)  # fmt: skip
def test_one_week_unopened_and_it_is_notified_once_more_the_day_after(told: str, again: str) -> None:
    assert str(second_notice_on(digital(f"{told}T14:00+01:00", f"{told}T14:00+01:00"))) == again


def test_nobody_is_notified_again_who_has_opened_it_or_been_told_twice_or_got_it_on_paper() -> None:
    lay = "2026-11-02T14:00+01:00"
    assert second_notice_on(digital(lay, lay, opened_at=at("2026-11-03T08:00+01:00"))) is None
    assert second_notice_on(digital(lay, lay, second_notice_at=at("2026-11-10T08:00+01:00"))) is None
    assert second_notice_on(digital(lay, None)) is None
    assert second_notice_on(Notice(route=Route.POST, reached_on=date(2026, 11, 2))) is None


# Where the appeal goes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "section", "road"),
    [
        ("measure", "3-1", Road.GOVERNOR), ("dismissal", "2-5", Road.GOVERNOR), ("aftercare", "3-6", Road.GOVERNOR),
        ("measure", "4-1", Road.GOVERNOR), ("move", "5-5", Road.TRIBUNAL), ("measure_change", "5-5", Road.TRIBUNAL),
        *(("measure", section, Road.DIRECT) for section in ("4-2", "4-3", "4-4", "4-5", "4-6", "7-7")),
    ],
)  # fmt: skip
def test_the_kind_of_decision_says_where_an_appeal_goes(kind: str, section: str, road: Road) -> None:
    assert road_of(kind, section) is road


def test_what_goes_straight_to_the_tribunal_has_no_limit_and_is_never_too_late() -> None:
    due = appeal_due(Road.DIRECT, Notice(route=Route.POST, reached_on=date(2026, 11, 6)))
    assert due
    assert due.due is None
    assert "uten frist" in due.steps[-1]


def test_a_move_says_that_the_three_weeks_are_an_interpretation() -> None:
    due = appeal_due(Road.TRIBUNAL, Notice(route=Route.POST, reached_on=date(2026, 11, 6)))
    assert due
    assert due.due == date(2026, 11, 27)
    assert due.interpretation


def test_the_decision_is_final_only_when_the_last_party_s_limit_is_over() -> None:
    mother, father = date(2026, 11, 23), date(2026, 11, 27)
    assert not all_over([mother, father], today=father)
    assert all_over([mother, father], today=father + timedelta(days=1))
    assert not all_over([mother, None], today=date(2027, 11, 27))
    assert not all_over([], today=father)
