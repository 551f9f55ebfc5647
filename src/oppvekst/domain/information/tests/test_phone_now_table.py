"""Whom to call, for every kind of caller at every moment of a table that a duty officer could have written by hand.

The ordinary hours: the service 08.30-15.00 on working days, from noon closed on Christmas Eve and New Year's Eve; the
on-call service all the rest; the foster parents' own phone 15.30-08.00 and on days of rest; 116 111 day and night.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oppvekst.domain.information.rules import Answer, Kind, Who, phone_now
from oppvekst.domain.information.rules.defaults import (
    INVENTED_PHONES,
    NATIONAL_LINES,
    NOON_CLOSURES,
    SOLVIK,
    local_lines,
)
from oppvekst.law.calendar import OSLO

HOURS = (*local_lines(INVENTED_PHONES[SOLVIK]), *NATIONAL_LINES)
DAY, NIGHT, OWN = "00 00 99 10", "00 00 99 98", "00 00 99 20"
ADULTS = (Who.PARENT, Who.WORRIED, Who.PROFESSIONAL)

# What happens | the wall clock in Norway | who of the service answers, until | who answers a foster parent first, until
TABLE = [
    ("a Wednesday before opening", "2026-11-18 08:29", NIGHT, "2026-11-18 08:30", NIGHT, "2026-11-18 08:30"),
    ("a Wednesday at opening", "2026-11-18 08:30", DAY, "2026-11-18 15:00", DAY, "2026-11-18 15:00"),
    ("the middle of a Wednesday", "2026-11-18 11:45", DAY, "2026-11-18 15:00", DAY, "2026-11-18 15:00"),
    ("a minute before closing", "2026-11-18 14:59", DAY, "2026-11-18 15:00", DAY, "2026-11-18 15:00"),
    ("closing time", "2026-11-18 15:00", NIGHT, "2026-11-19 08:30", NIGHT, "2026-11-19 08:30"),
    ("a minute after closing", "2026-11-18 15:01", NIGHT, "2026-11-19 08:30", NIGHT, "2026-11-19 08:30"),
    ("the foster parents' phone opens", "2026-11-18 15:30", NIGHT, "2026-11-19 08:30", OWN, "2026-11-19 08:00"),
    ("a Wednesday evening", "2026-11-18 20:15", NIGHT, "2026-11-19 08:30", OWN, "2026-11-19 08:00"),
    ("the last minute of a Wednesday", "2026-11-18 23:59", NIGHT, "2026-11-19 08:30", OWN, "2026-11-19 08:00"),
    ("midnight", "2026-11-19 00:00", NIGHT, "2026-11-19 08:30", OWN, "2026-11-19 08:00"),
    ("four in the morning", "2026-11-19 04:00", NIGHT, "2026-11-19 08:30", OWN, "2026-11-19 08:00"),
    ("a minute before the foster phone closes", "2026-11-19 07:59", NIGHT, "2026-11-19 08:30", OWN, "2026-11-19 08:00"),
    ("the foster phone has closed", "2026-11-19 08:00", NIGHT, "2026-11-19 08:30", NIGHT, "2026-11-19 08:30"),
    ("Friday at closing", "2026-11-20 15:00", NIGHT, "2026-11-23 08:30", NIGHT, "2026-11-23 08:30"),
    ("Friday evening", "2026-11-20 22:10", NIGHT, "2026-11-23 08:30", OWN, "2026-11-23 08:00"),
    ("Saturday noon", "2026-11-21 12:00", NIGHT, "2026-11-23 08:30", OWN, "2026-11-23 08:00"),
    ("Saturday night", "2026-11-07 22:40", NIGHT, "2026-11-09 08:30", OWN, "2026-11-09 08:00"),
    ("Sunday morning", "2026-11-22 09:00", NIGHT, "2026-11-23 08:30", OWN, "2026-11-23 08:00"),
    ("Monday morning", "2026-11-23 09:00", DAY, "2026-11-23 15:00", DAY, "2026-11-23 15:00"),
    ("an ordinary day in the summer holidays", "2026-07-15 10:00", DAY, "2026-07-15 15:00", DAY, "2026-07-15 15:00"),
    ("leap day", "2028-02-29 14:00", DAY, "2028-02-29 15:00", DAY, "2028-02-29 15:00"),
    # the clock is put forward: 02.00 becomes 03.00 on Sunday 29 March 2026
    ("spring, the evening before", "2026-03-28 23:30", NIGHT, "2026-03-30 08:30", OWN, "2026-03-30 08:00"),
    ("spring, the last minute of winter time", "2026-03-29 01:59", NIGHT, "2026-03-30 08:30", OWN, "2026-03-30 08:00"),
    ("spring, an hour that does not exist", "2026-03-29 02:30", NIGHT, "2026-03-30 08:30", OWN, "2026-03-30 08:00"),
    ("spring, the first minute of summer time", "2026-03-29 03:00", NIGHT, "2026-03-30 08:30", OWN, "2026-03-30 08:00"),
    ("spring, Monday before opening", "2026-03-30 08:29", NIGHT, "2026-03-30 08:30", NIGHT, "2026-03-30 08:30"),
    ("spring, Monday at opening", "2026-03-30 08:30", DAY, "2026-03-30 15:00", DAY, "2026-03-30 15:00"),
    # in 2027 it is Easter Sunday
    ("spring and Easter on one night", "2027-03-28 03:00", NIGHT, "2027-03-30 08:30", OWN, "2027-03-30 08:00"),
    # the clock is put back: 03.00 becomes 02.00 on Sunday 25 October 2026
    ("autumn, the evening before", "2026-10-24 23:30", NIGHT, "2026-10-26 08:30", OWN, "2026-10-26 08:00"),
    ("autumn, an hour that comes twice", "2026-10-25 02:30", NIGHT, "2026-10-26 08:30", OWN, "2026-10-26 08:00"),
    ("autumn, the first minute of winter time", "2026-10-25 03:00", NIGHT, "2026-10-26 08:30", OWN, "2026-10-26 08:00"),
    ("autumn, Monday at opening", "2026-10-26 08:30", DAY, "2026-10-26 15:00", DAY, "2026-10-26 15:00"),
    # Easter 2026: Maundy Thursday is 2 April
    ("Wednesday before Easter", "2026-04-01 14:59", DAY, "2026-04-01 15:00", DAY, "2026-04-01 15:00"),
    ("Easter begins", "2026-04-01 15:00", NIGHT, "2026-04-07 08:30", NIGHT, "2026-04-07 08:30"),
    ("the evening before Maundy Thursday", "2026-04-01 18:00", NIGHT, "2026-04-07 08:30", OWN, "2026-04-07 08:00"),
    ("Maundy Thursday", "2026-04-02 10:00", NIGHT, "2026-04-07 08:30", OWN, "2026-04-07 08:00"),
    ("Good Friday", "2026-04-03 08:15", NIGHT, "2026-04-07 08:30", OWN, "2026-04-07 08:00"),
    ("Holy Saturday", "2026-04-04 13:00", NIGHT, "2026-04-07 08:30", OWN, "2026-04-07 08:00"),
    ("Easter Sunday", "2026-04-05 10:00", NIGHT, "2026-04-07 08:30", OWN, "2026-04-07 08:00"),
    ("Easter Monday", "2026-04-06 23:59", NIGHT, "2026-04-07 08:30", OWN, "2026-04-07 08:00"),
    ("Tuesday after Easter", "2026-04-07 08:30", DAY, "2026-04-07 15:00", DAY, "2026-04-07 15:00"),
    # May
    ("the first of May, a Friday", "2026-05-01 11:00", NIGHT, "2026-05-04 08:30", OWN, "2026-05-04 08:00"),
    ("Ascension Day", "2026-05-14 11:00", NIGHT, "2026-05-15 08:30", OWN, "2026-05-15 08:00"),
    ("the Friday after Ascension Day", "2026-05-15 11:00", DAY, "2026-05-15 15:00", DAY, "2026-05-15 15:00"),
    ("17 May on a Sunday", "2026-05-17 07:00", NIGHT, "2026-05-18 08:30", OWN, "2026-05-18 08:00"),
    ("the day after 17 May", "2026-05-18 08:30", DAY, "2026-05-18 15:00", DAY, "2026-05-18 15:00"),
    ("17 May on a Monday, with Whitsun", "2027-05-17 11:00", NIGHT, "2027-05-18 08:30", OWN, "2027-05-18 08:00"),
    ("17 May on a Wednesday", "2028-05-17 11:00", NIGHT, "2028-05-18 08:30", OWN, "2028-05-18 08:00"),
    ("Whit Monday", "2026-05-25 14:00", NIGHT, "2026-05-26 08:30", OWN, "2026-05-26 08:00"),
    # Christmas 2026: Christmas Eve is a Thursday
    ("the day before Christmas Eve", "2026-12-23 14:59", DAY, "2026-12-23 15:00", DAY, "2026-12-23 15:00"),
    ("the night before Christmas Eve", "2026-12-23 15:30", NIGHT, "2026-12-24 08:30", OWN, "2026-12-24 08:00"),
    ("Christmas Eve in the morning", "2026-12-24 08:30", DAY, "2026-12-24 12:00", DAY, "2026-12-24 12:00"),
    ("Christmas Eve, a minute before noon", "2026-12-24 11:59", DAY, "2026-12-24 12:00", DAY, "2026-12-24 12:00"),
    ("Christmas Eve at noon", "2026-12-24 12:00", NIGHT, "2026-12-28 08:30", NIGHT, "2026-12-28 08:30"),
    ("Christmas Eve at 14.59", "2026-12-24 14:59", NIGHT, "2026-12-28 08:30", NIGHT, "2026-12-28 08:30"),
    ("Christmas Eve at 15.01", "2026-12-24 15:01", NIGHT, "2026-12-28 08:30", NIGHT, "2026-12-28 08:30"),
    ("Christmas Eve at 17", "2026-12-24 17:00", NIGHT, "2026-12-28 08:30", OWN, "2026-12-28 08:00"),
    ("Christmas Day", "2026-12-25 12:00", NIGHT, "2026-12-28 08:30", OWN, "2026-12-28 08:00"),
    ("Boxing Day, a Saturday", "2026-12-26 12:00", NIGHT, "2026-12-28 08:30", OWN, "2026-12-28 08:00"),
    ("a working day between Christmas and New Year", "2026-12-29 10:00", DAY, "2026-12-29 15:00", DAY, "2026-12-29 15:00"),
    ("Boxing Day 2028, a Tuesday", "2028-12-26 10:00", NIGHT, "2028-12-27 08:30", OWN, "2028-12-27 08:00"),
    # New Year
    ("New Year's Eve in the morning", "2026-12-31 09:00", DAY, "2026-12-31 12:00", DAY, "2026-12-31 12:00"),
    ("New Year's Eve at 14.59", "2026-12-31 14:59", NIGHT, "2027-01-04 08:30", NIGHT, "2027-01-04 08:30"),
    ("the last minute of the year", "2026-12-31 23:59", NIGHT, "2027-01-04 08:30", OWN, "2027-01-04 08:00"),
    ("the first minute of the year", "2027-01-01 00:00", NIGHT, "2027-01-04 08:30", OWN, "2027-01-04 08:00"),
    ("New Year's night", "2027-01-01 03:30", NIGHT, "2027-01-04 08:30", OWN, "2027-01-04 08:00"),
    ("the first working day of the year", "2027-01-04 08:30", DAY, "2027-01-04 15:00", DAY, "2027-01-04 15:00"),
    ("New Year's Day 2029, a Monday", "2029-01-01 10:00", NIGHT, "2029-01-02 08:30", OWN, "2029-01-02 08:00"),
]  # fmt: skip

# The same afternoon where the municipality has not closed at noon: the law names neither day a holiday.
WITHOUT_NOON_CLOSURES = [
    ("2026-12-24 14:59", DAY, "2026-12-24 15:00"),
    ("2026-12-24 15:01", NIGHT, "2026-12-28 08:30"),
    ("2026-12-31 14:59", DAY, "2026-12-31 15:00"),
    ("2026-12-31 15:01", NIGHT, "2027-01-04 08:30"),
]


def wall(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=OSLO)


def ask(who: Who, words: str) -> list[Answer]:
    return phone_now(who, at=wall(words), lines=HOURS, closures=NOON_CLOSURES)


def said(answer: Answer) -> tuple[str, str]:
    until = answer.open_until.astimezone(OSLO) if answer.open_until else None
    return answer.phone, f"{until:%Y-%m-%d %H:%M}" if until else "without end"


def test_the_table_has_at_least_sixty_moments_and_none_twice() -> None:
    assert len(TABLE) >= 60
    assert len({row[1] for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize("who", ADULTS)
@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_an_adult_gets_the_service_first(row: tuple[str, ...], who: Who) -> None:
    answers = ask(who, row[1])
    assert said(answers[0]) == (row[2], row[3])
    rest = [answer.line.kind for answer in answers[1:]]
    assert rest == [
        *([] if who is Who.PROFESSIONAL else [Kind.CHILD_ALARM]), Kind.MEDICAL, Kind.POLICE, Kind.AMBULANCE
    ]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_child_gets_116_111_first_and_then_the_service(row: tuple[str, ...]) -> None:
    answers = ask(Who.CHILD, row[1])
    assert said(answers[0]) == ("116 111", "without end")
    assert said(answers[1]) == (row[2], row[3])
    assert [answer.phone for answer in answers[2:]] == ["112", "113"]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_foster_parent_gets_the_own_phone_first_when_it_is_open(row: tuple[str, ...]) -> None:
    answers = ask(Who.FOSTER_PARENT, row[1])
    assert said(answers[0]) == (row[4], row[5])
    service = next(answer for answer in answers if answer.line.kind in (Kind.DUTY, Kind.ON_CALL))
    assert said(service) == (row[2], row[3])


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_the_same_moment_told_in_greenwich_gets_the_same_answer(row: tuple[str, ...]) -> None:
    in_greenwich = wall(row[1]).astimezone(UTC)
    for who in Who:
        there = phone_now(who, at=in_greenwich, lines=HOURS, closures=NOON_CLOSURES)
        assert [each.to_plain() for each in there] == [each.to_plain() for each in ask(who, row[1])]


@pytest.mark.parametrize("who", ADULTS)
@pytest.mark.parametrize(("moment", "phone", "until"), WITHOUT_NOON_CLOSURES)
def test_where_nobody_closes_at_noon_the_service_answers_until_three(
    moment: str, phone: str, until: str, who: Who
) -> None:
    answers = phone_now(who, at=wall(moment), lines=HOURS)
    assert said(answers[0]) == (phone, until)
