"""Whom to call, moment by moment. Each row is a moment that somebody will one day stand in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.domain.information.rules import Answer, Closure, Kind, Line, Opening, Who, phone_now, unanswered
from oppvekst.domain.information.rules.answers import answered
from oppvekst.domain.information.rules.defaults import (
    INVENTED_PHONES,
    NATIONAL_LINES,
    NOON_CLOSURES,
    NORDVAAG,
    SOLVIK,
    local_lines,
)
from oppvekst.domain.information.rules.lines import WEEKDAYS
from oppvekst.law.calendar import OSLO

HOURS = (*local_lines(INVENTED_PHONES[SOLVIK]), *NATIONAL_LINES)
DUTY, ON_CALL, FOSTER = "00 00 99 10", "00 00 99 98", "00 00 99 20"
ALARM, DOCTOR, POLICE, AMBULANCE = "116 111", "116 117", "112", "113"
CHILD, PARENT, WORRIED, PROFESSIONAL, FOSTER_PARENT = Who


def clock(text: str) -> datetime:
    """A moment on the wall in Norway: «2026-11-21 21:40»."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def ask(who: Who, text: str) -> list[Answer]:
    return phone_now(who, at=clock(text), lines=HOURS, closures=NOON_CLOSURES)


def numbers(answers: list[Answer]) -> list[str]:
    return [answer.phone for answer in answers]


def until(answers: list[Answer], phone: str) -> str:
    end = next(answer.open_until for answer in answers if answer.phone == phone)
    return f"{end:%Y-%m-%d %H:%M}" if end else "uten ende"


def moments(first: int, last: int) -> st.SearchStrategy[datetime]:
    """Any second from New Year of the first year to New Year's Eve of the last."""
    start, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last, 12, 31, 23, tzinfo=UTC)
    return st.integers(0, int((end - start).total_seconds())).map(lambda seconds: start + timedelta(seconds=seconds))


MOMENTS = [
    # name, who, moment, first number, open until
    ("onsdag formiddag svarer tjenesten en nabo", WORRIED, "2026-11-18 10:00", DUTY, "2026-11-18 15:00"),
    ("ett minutt før åpning svarer vakta", WORRIED, "2026-11-18 08:29", ON_CALL, "2026-11-18 08:30"),
    ("på slaget halv ni åpner tjenesten", WORRIED, "2026-11-18 08:30", DUTY, "2026-11-18 15:00"),
    ("ett minutt før stengetid svarer tjenesten ennå", WORRIED, "2026-11-18 14:59", DUTY, "2026-11-18 15:00"),
    ("på slaget tre overtar vakta", WORRIED, "2026-11-18 15:00", ON_CALL, "2026-11-19 08:30"),
    ("midt på natta svarer vakta til om morgenen", PARENT, "2026-11-19 03:15", ON_CALL, "2026-11-19 08:30"),
    ("ved midnatt svarer vakta", PARENT, "2026-11-19 00:00", ON_CALL, "2026-11-19 08:30"),
    ("naboen lørdag kveld får vakta til mandag", WORRIED, "2026-11-07 22:40", ON_CALL, "2026-11-09 08:30"),
    ("fredag klokka tre begynner helga", PARENT, "2026-11-20 15:00", ON_CALL, "2026-11-23 08:30"),
    ("søndag formiddag svarer vakta", WORRIED, "2026-11-22 10:00", ON_CALL, "2026-11-23 08:30"),
    ("mandag morgen etter helga", PARENT, "2026-11-23 09:00", DUTY, "2026-11-23 15:00"),
    ("læreren tirsdag formiddag får tjenesten", PROFESSIONAL, "2026-09-08 11:00", DUTY, "2026-09-08 15:00"),
    ("læreren etter stengetid får vakta", PROFESSIONAL, "2026-09-08 15:30", ON_CALL, "2026-09-09 08:30"),
    ("jordmora julenatt får vakta", PROFESSIONAL, "2026-12-25 02:00", ON_CALL, "2026-12-28 08:30"),
    ("barnet på skolen får alarmtelefonen først", CHILD, "2026-11-03 14:10", ALARM, "uten ende"),
    ("barnet klokka ti om formiddagen ser 116 111", CHILD, "2026-11-18 10:00", ALARM, "uten ende"),
    ("barnet om natta ser 116 111", CHILD, "2026-11-19 02:00", ALARM, "uten ende"),
    ("barnet julaften ser 116 111", CHILD, "2026-12-24 19:00", ALARM, "uten ende"),
    ("barnet 17. mai ser 116 111", CHILD, "2027-05-17 12:00", ALARM, "uten ende"),
    ("fosterforeldre på dagtid får tjenesten", FOSTER_PARENT, "2026-11-18 10:00", DUTY, "2026-11-18 15:00"),
    ("fosterforeldre klokka kvart over tre får vakta", FOSTER_PARENT, "2026-11-18 15:15", ON_CALL, "2026-11-19 08:30"),
    ("fosterforeldre klokka halv fire får sin vakt", FOSTER_PARENT, "2026-11-18 15:30", FOSTER, "2026-11-19 08:00"),
    ("fosterforeldre om natta får sin egen vakt", FOSTER_PARENT, "2026-11-19 04:00", FOSTER, "2026-11-19 08:00"),
    ("fosterforeldre klokka kvart over åtte får vakta", FOSTER_PARENT, "2026-11-19 08:15", ON_CALL, "2026-11-19 08:30"),
    ("fosterforeldre lørdag midt på dagen", FOSTER_PARENT, "2026-11-21 12:00", FOSTER, "2026-11-23 08:00"),
    ("fosterforeldre langfredag midt på dagen", FOSTER_PARENT, "2026-04-03 12:00", FOSTER, "2026-04-07 08:00"),
    ("fosterforeldre Kristi himmelfartsdag", FOSTER_PARENT, "2026-05-14 10:00", FOSTER, "2026-05-15 08:00"),
    ("fosterforeldre på en vanlig fredag klokka tolv", FOSTER_PARENT, "2026-05-15 12:00", DUTY, "2026-05-15 15:00"),
    ("onsdag før skjærtorsdag er en vanlig dag", WORRIED, "2026-04-01 14:00", DUTY, "2026-04-01 15:00"),
    ("påskeferien begynner onsdag klokka tre", WORRIED, "2026-04-01 15:00", ON_CALL, "2026-04-07 08:30"),
    ("skjærtorsdag er stengt", PARENT, "2026-04-02 10:00", ON_CALL, "2026-04-07 08:30"),
    ("langfredag er stengt", PARENT, "2026-04-03 10:00", ON_CALL, "2026-04-07 08:30"),
    ("påskeaften er en lørdag", PARENT, "2026-04-04 10:00", ON_CALL, "2026-04-07 08:30"),
    ("andre påskedag er stengt", PARENT, "2026-04-06 10:00", ON_CALL, "2026-04-07 08:30"),
    ("tirsdag etter påske er åpen", PARENT, "2026-04-07 10:00", DUTY, "2026-04-07 15:00"),
    ("første mai på en fredag", WORRIED, "2026-05-01 10:00", ON_CALL, "2026-05-04 08:30"),
    ("søndag 17. mai", WORRIED, "2026-05-17 10:00", ON_CALL, "2026-05-18 08:30"),
    ("mandag 17. mai", WORRIED, "2027-05-17 10:00", ON_CALL, "2027-05-18 08:30"),
    ("andre pinsedag", WORRIED, "2026-05-25 10:00", ON_CALL, "2026-05-26 08:30"),
    ("lille julaften er en vanlig dag", PARENT, "2026-12-23 12:00", DUTY, "2026-12-23 15:00"),
    ("julaften formiddag er tjenesten åpen", PARENT, "2026-12-24 11:00", DUTY, "2026-12-24 12:00"),
    ("julaften klokka tolv overtar vakta", PARENT, "2026-12-24 12:00", ON_CALL, "2026-12-28 08:30"),
    ("første juledag", PARENT, "2026-12-25 18:00", ON_CALL, "2026-12-28 08:30"),
    ("andre juledag på en lørdag", PARENT, "2026-12-26 18:00", ON_CALL, "2026-12-28 08:30"),
    ("mandag i romjula er en arbeidsdag", PARENT, "2026-12-28 10:00", DUTY, "2026-12-28 15:00"),
    ("onsdag i romjula er en arbeidsdag", FOSTER_PARENT, "2026-12-30 10:00", DUTY, "2026-12-30 15:00"),
    ("nyttårsaften formiddag er tjenesten åpen", WORRIED, "2026-12-31 10:00", DUTY, "2026-12-31 12:00"),
    ("nyttårsnatta svarer vakta", WORRIED, "2027-01-01 00:30", ON_CALL, "2027-01-04 08:30"),
    ("julaften neste år stenger også klokka tolv", PARENT, "2027-12-24 12:30", ON_CALL, "2027-12-27 08:30"),
    ("natta da klokka stilles fram", WORRIED, "2026-03-29 01:59", ON_CALL, "2026-03-30 08:30"),
    ("timen som ikke finnes", WORRIED, "2026-03-29 02:30", ON_CALL, "2026-03-30 08:30"),
    ("fosterforeldre natta da klokka stilles fram", FOSTER_PARENT, "2026-03-29 03:30", FOSTER, "2026-03-30 08:00"),
    ("natta da klokka stilles tilbake", WORRIED, "2026-10-25 02:30", ON_CALL, "2026-10-26 08:30"),
    ("fosterforeldre natta da klokka stilles tilbake", FOSTER_PARENT, "2026-10-25 02:30", FOSTER, "2026-10-26 08:00"),
    ("skuddårsdagen er en tirsdag", WORRIED, "2028-02-29 09:00", DUTY, "2028-02-29 15:00"),
    ("sommerferien har vanlige tider", PARENT, "2026-07-15 09:00", DUTY, "2026-07-15 15:00"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "moment", "phone", "end"), [row[1:] for row in MOMENTS], ids=[row[0] for row in MOMENTS]
)
def test_the_first_number_and_how_long_it_is_open(who: Who, moment: str, phone: str, end: str) -> None:
    answers = ask(who, moment)
    assert numbers(answers)[0] == phone
    assert until(answers, phone) == end


def test_a_child_in_daytime_gets_the_alarm_phone_the_service_and_the_emergency_numbers() -> None:
    assert numbers(ask(CHILD, "2026-11-18 10:00")) == [ALARM, DUTY, POLICE, AMBULANCE]


def test_a_worried_neighbour_at_night_gets_every_number_that_helps_and_emergency_numbers_last() -> None:
    assert numbers(ask(WORRIED, "2026-11-07 22:40")) == [ON_CALL, ALARM, DOCTOR, POLICE, AMBULANCE]


def test_a_professional_is_not_sent_to_the_childrens_phone() -> None:
    assert numbers(ask(PROFESSIONAL, "2026-09-08 11:00")) == [DUTY, DOCTOR, POLICE, AMBULANCE]


def test_foster_parents_at_night_get_their_own_phone_and_then_the_on_call_service() -> None:
    assert numbers(ask(FOSTER_PARENT, "2026-11-19 04:00")) == [FOSTER, ON_CALL, DOCTOR, POLICE, AMBULANCE]


def test_only_foster_parents_see_the_foster_parents_phone() -> None:
    for who in set(Who) - {FOSTER_PARENT}:
        assert FOSTER not in numbers(ask(who, "2026-11-19 04:00"))


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        ("2026-11-18 16:00", "Barnevernstjenesten har stengt nå. Barnevernvakten svarer."),
        ("2026-11-21 12:00", "Det er helg, og barnevernstjenesten har stengt. Barnevernvakten svarer."),
        ("2026-04-03 12:00", "Det er langfredag, og barnevernstjenesten har stengt. Barnevernvakten svarer."),
        ("2026-12-24 13:00", "Barnevernstjenesten har stengt nå (julaften). Barnevernvakten svarer."),
        ("2026-11-22 12:00", "Det er helg, og barnevernstjenesten har stengt. Barnevernvakten svarer."),
        ("2026-11-18 12:00", "Barnevernstjenesten har åpen telefon nå."),
    ],
)
def test_the_reason_says_why_just_this_number(moment: str, why: str) -> None:
    assert ask(PARENT, moment)[0].why == why


def test_every_sentence_exists_for_every_caller_all_year() -> None:
    day = datetime(2026, 1, 1, tzinfo=UTC)
    for hour in range(0, 24 * 366, 41):
        for who in Who:
            for answer in phone_now(who, at=day + timedelta(hours=hour), lines=HOURS, closures=NOON_CLOSURES):
                assert answer.why and "{" not in answer.why


@pytest.mark.parametrize(
    ("moment", "until", "opens"),
    [
        ("2026-11-18 16:00", None, "2026-11-18 16:15"),
        ("2026-11-18 20:00", "2026-11-18 22:45", None),
        ("2026-11-21 23:00", "2026-11-21 23:45", None),
        ("2026-11-22 23:00", None, "2026-11-23 16:15"),
        ("2026-12-25 20:00", "2026-12-25 22:45", None),
    ],
)
def test_the_childrens_chat_has_shorter_hours_than_the_phone(moment: str, until: str | None, opens: str | None) -> None:
    alarm = ask(CHILD, moment)[0]
    assert alarm.chat_until == (clock(until) if until else None)
    assert alarm.chat_from == (clock(opens) if opens else None)


def test_the_two_passes_of_the_same_hour_in_october_are_two_moments_with_the_same_answer() -> None:
    first, second = (clock("2026-10-25 02:30").replace(fold=fold) for fold in (0, 1))
    assert first.astimezone(UTC) != second.astimezone(UTC)
    assert [a.to_plain() for a in _worried(first)] == [a.to_plain() for a in _worried(second)]


def test_a_moment_told_in_another_zone_gets_the_same_answer() -> None:
    assert [a.to_plain() for a in _worried(datetime(2026, 11, 18, 9, 0, tzinfo=UTC))] == [
        a.to_plain() for a in ask(WORRIED, "2026-11-18 10:00")
    ]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tidssone"):
        phone_now(WORRIED, at=datetime.fromisoformat("2026-11-18T10:00"), lines=HOURS)


def test_the_public_form_says_name_phone_end_and_reason() -> None:
    assert ask(WORRIED, "2026-11-20 15:00")[0].to_plain() == {
        "name": "Barnevernvakten",
        "phone": "00 00 99 98",
        "open_until": "2026-11-23T08:30:00+01:00",
        "why": "Barnevernstjenesten har stengt nå. Barnevernvakten svarer.",
    }


def test_a_planning_day_is_answered_by_the_on_call_service_with_the_reason() -> None:
    day = Closure(line="duty", first=date(2026, 9, 10), last=date(2026, 9, 11), reason="planleggingsdager")
    answers = phone_now(WORRIED, at=clock("2026-09-10 10:00"), lines=HOURS, closures=[day])
    assert numbers(answers)[0] == ON_CALL
    assert until(answers, ON_CALL) == "2026-09-14 08:30"
    assert "planleggingsdager" in answers[0].why


def test_a_yearly_closure_may_cross_new_year() -> None:
    closed = Closure(line="duty", first=date(2026, 12, 28), last=date(2027, 1, 2), reason="romjul", yearly=True)
    for moment, phone in [("2029-12-28 10:00", ON_CALL), ("2029-12-27 10:00", DUTY), ("2030-01-02 10:00", ON_CALL)]:
        assert numbers(phone_now(PARENT, at=clock(moment), lines=HOURS, closures=[closed]))[0] == phone


def test_new_hours_count_from_their_date() -> None:
    summer = Opening(days=WEEKDAYS, start=clock("2026-01-01 08:00").time(), end=clock("2026-01-01 14:00").time(),
                     valid_from=date(2027, 5, 15), valid_to=date(2027, 9, 14))  # fmt: skip
    duty = Line(id="duty", kind=Kind.DUTY, name="Barnevernstjenesten", phone=DUTY, openings=(summer,))
    lines = (duty, *HOURS[1:])
    assert numbers(phone_now(PARENT, at=clock("2027-05-18 14:30"), lines=lines))[0] == ON_CALL
    assert until(phone_now(PARENT, at=clock("2027-05-18 08:00"), lines=lines), DUTY) == "2027-05-18 14:00"
    assert numbers(phone_now(PARENT, at=clock("2027-05-14 10:00"), lines=lines))[0] == ON_CALL


def test_no_municipality_can_take_116_111_away_from_a_child() -> None:
    without_alarm = [line for line in HOURS if line.kind is not Kind.CHILD_ALARM]
    assert numbers(phone_now(CHILD, at=clock("2026-11-18 10:00"), lines=without_alarm))[0] == ALARM


def test_a_child_sees_116_111_also_when_the_hours_say_closed() -> None:
    evening = Opening(start=clock("2026-01-01 15:00").time())
    alarm = Line(id="child-alarm", kind=Kind.CHILD_ALARM, name="Alarmtelefonen", phone=ALARM, openings=(evening,))
    answer = phone_now(CHILD, at=clock("2026-11-18 10:00"), lines=[*HOURS[:3], alarm])[0]
    assert answer.phone == ALARM
    assert answer.open_until is None
    assert "Prøv likevel" in answer.why


def test_without_any_line_of_its_own_the_national_numbers_remain() -> None:
    assert numbers(phone_now(WORRIED, at=clock("2026-11-18 10:00"), lines=[])) == [ALARM, DOCTOR, POLICE, AMBULANCE]


def test_the_neighbour_municipality_has_its_own_day_phone_and_a_shared_on_call_service() -> None:
    nordvaag = local_lines(INVENTED_PHONES[NORDVAAG])
    assert numbers(phone_now(WORRIED, at=clock("2026-11-18 10:00"), lines=nordvaag))[0] == "00 00 97 10"
    assert numbers(phone_now(WORRIED, at=clock("2026-11-18 20:00"), lines=nordvaag))[0] == ON_CALL


@pytest.mark.parametrize("who", list(Who))
@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_at_every_minute_of_the_year_somebody_in_the_service_answers(who: Who, year: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    spans = answered(who, HOURS, NOON_CLOSURES, first, last)
    minutes = sum((span.end - span.start) // timedelta(minutes=1) for span in spans)
    assert minutes == 24 * 60 * (366 if year == 2028 else 365)
    assert unanswered(who, HOURS, NOON_CLOSURES, first, last) == []


@given(at=moments(2024, 2035), who=st.sampled_from(list(Who)))
def test_whoever_asks_whenever_gets_an_open_line_of_the_service_and_the_police(at: datetime, who: Who) -> None:
    answers = phone_now(who, at=at, lines=HOURS, closures=NOON_CLOSURES)
    assert {DUTY, ON_CALL, FOSTER} & set(numbers(answers))
    assert POLICE in numbers(answers)
    assert all(answer.open_until is None or answer.open_until > at for answer in answers)
    assert (who is not CHILD) or numbers(answers)[0] == ALARM


@given(at=moments(2026, 2028), who=st.sampled_from(list(Who)))
def test_the_answer_holds_until_the_moment_it_says(at: datetime, who: Who) -> None:
    answers = phone_now(who, at=at, lines=HOURS, closures=NOON_CLOSURES)
    for answer in answers:
        if answer.open_until:
            before = phone_now(who, at=answer.open_until - timedelta(seconds=1), lines=HOURS, closures=NOON_CLOSURES)
            after = phone_now(who, at=answer.open_until, lines=HOURS, closures=NOON_CLOSURES)
            assert answer.phone in numbers(before)
            assert answer.phone not in numbers(after)


def _worried(at: datetime) -> list[Answer]:
    return phone_now(WORRIED, at=at, lines=HOURS, closures=NOON_CLOSURES)
