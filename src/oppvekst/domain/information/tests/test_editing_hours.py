"""The editor changes when the phones are answered, tries it out, publishes it, and the public sees it."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from oppvekst.domain.information import actions, models, queries
from oppvekst.domain.information.actions import Shut
from oppvekst.domain.information.queries.hours import get_line, hours_of, phones_as_drafted
from oppvekst.domain.information.rules import Who
from oppvekst.domain.information.rules.week import Holidays, SpecialDay, Week, openings_of, read_times, week_of
from oppvekst.domain.information.tests.editors import WINTER, House
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import words
from tests.world import SOLVIK, World

DUTY = "/nettsider/telefoner/duty/"
MAUNDY_THURSDAY = datetime(2027, 3, 25, 10, 30, tzinfo=OSLO)
TEN_TO_TWELVE = SpecialDay(day=date(2027, 3, 25), times=((time(10), time(12)),))


@pytest.fixture
def house(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> House:
    return House(world, settings, monkeypatch)


def seen(page: str) -> str:
    """How the draft stood on the page."""
    found = re.search(r'name="seen" value="([^"]*)"', page)
    assert found
    return found[1]


def whom(house: House, moment: datetime) -> list[str]:
    """Whom the JSON door tells a worried adult to call."""
    house.at(moment)
    with house.portal() as read:
        return [each["phone"] for each in json.loads(read("/hvem-kan-jeg-ringe.json"))]


def test_liv_opens_the_duty_phone_on_maundy_thursday_and_the_public_sees_it(house: House) -> None:
    assert whom(house, MAUNDY_THURSDAY)[0] == "00 00 99 98"  # closed as a holiday: the on-call service answers
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    page = liv.see(f"{DUTY}dag/?dag=2027-03-25")
    assert 'value="2027"' in page
    back = liv.send(f"{DUTY}dag/", day="25.3.2027", how="tider", times="10-12", seen=seen(page))
    page = liv.see(back)
    assert "Kladd som ikke er publisert" in page
    assert "torsdag 25. mars 2027 10.00–12.00" in page
    # Nobody else knows yet; the preview does.
    preview = words(liv.see("/nettsider/hvem-svarer/?dag=25.3.2027&klokka=10.30"))
    assert "En som er bekymret Barnevernstjenesten 00 00 99 10 Åpent til klokka 12.00" in preview
    assert "Endret av kladden" in preview
    assert whom(house, MAUNDY_THURSDAY)[0] == "00 00 99 98"
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    assert "Publisert" in liv.see(liv.send(f"{DUTY}publiser/", seen=seen(page)))
    assert whom(house, MAUNDY_THURSDAY)[0] == "00 00 99 10"
    assert whom(house, MAUNDY_THURSDAY.replace(hour=12))[0] == "00 00 99 98"
    house.at(MAUNDY_THURSDAY)
    with house.portal() as read:
        shown = words(read("/hvem-kan-jeg-ringe/"))
    assert "Åpent nå, til klokka 12.00 Barnevernstjenesten 00 00 99 10" in shown
    assert "Egne tider: 25. mars 2027: 10.00–12.00 (skjærtorsdag)" in shown
    entry = Entry.objects.get(kind="information.hours_changed")
    assert (entry.actor_name, entry.case_id) == ("Liv Strand", None)
    assert entry.says == "Endret åpningstidene for Barnevernstjenesten: torsdag 25. mars 2027 10.00–12.00."


def test_the_day_is_in_the_list_beforehand_and_gone_the_day_after(house: House, world: World) -> None:
    with world.as_("Liv Strand") as liv:
        actions.draft_special_day("duty", TEN_TO_TWELVE, by=liv, at=WINTER)
        actions.publish_hours("duty", by=liv, at=WINTER)
    house.at(datetime(2027, 3, 1, 9, 0, tzinfo=OSLO))
    with house.portal() as read:
        shown = words(read("/hvem-kan-jeg-ringe/"))
        assert "Egne tider: 25. mars 2027: 10.00–12.00 (skjærtorsdag)" in shown
        assert "Hverdager 08.30–15.00" in shown
    house.at(datetime(2027, 3, 26, 9, 0, tzinfo=OSLO))
    with house.portal() as read:
        assert "Egne tider" not in words(read("/hvem-kan-jeg-ringe/"))


def test_a_shorter_day_closes_only_what_the_ordinary_hours_would_have_opened(world: World, house: House) -> None:
    wednesday = SpecialDay(day=date(2026, 4, 1), times=((time(8, 30), time(12)),), reason="onsdag før påske")
    with world.as_("Liv Strand") as liv:
        actions.draft_special_day("duty", wednesday, by=liv, at=WINTER)
        actions.publish_hours("duty", by=liv, at=WINTER)
        found = queries.phones(SOLVIK)
        first = {
            hour: found.to_call(Who.WORRIED, at=datetime(2026, 4, 1, hour, 30, tzinfo=OSLO))[0].phone
            for hour in (8, 11, 12, 14)
        }
    assert first == {8: "00 00 99 10", 11: "00 00 99 10", 12: "00 00 99 98", 14: "00 00 99 98"}
    house.at(WINTER)
    with house.portal() as read:
        shown = words(read("/hvem-kan-jeg-ringe/"))
    assert "Egne tider: 1. april 2026: 08.30–12.00 (onsdag før påske)" in shown
    assert "1. april 2026 fra klokka 12.00" not in shown


def test_a_day_is_changed_again_and_then_taken_away(world: World, house: House) -> None:
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    for times in ("10-12", "9-11"):
        liv.send(f"{DUTY}dag/", day="25.3.2027", how="tider", times=times)
        liv.send(f"{DUTY}publiser/")
    assert whom(house, MAUNDY_THURSDAY.replace(hour=11, minute=30))[0] == "00 00 99 98"
    assert whom(house, MAUNDY_THURSDAY.replace(hour=9, minute=30))[0] == "00 00 99 10"
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    rows = re.findall(r'name="rad" value="([^"]+)"', liv.see(DUTY).split("op-rows")[1])
    liv.send(f"{DUTY}fjern/", rad=rows[0])
    assert whom(house, MAUNDY_THURSDAY.replace(hour=9, minute=30))[0] == "00 00 99 98"
    # Nothing is written over or deleted: all of it is there, out of sight.
    assert models.Opening.objects.filter(valid_from="2027-03-25", published=False).count() == 2


def test_a_new_week_from_a_day_keeps_the_old_one_until_then(world: World, house: House) -> None:
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    week = {f"d{number}": "9-14" for number in range(1, 6)}
    typed = {**week, "d6": "", "d7": "stengt", "holidays": "closed", "valid_from": "1.2.2026"}
    told = liv.see(liv.send(f"{DUTY}uke/", **typed, seen=seen(liv.see(f"{DUTY}uke/"))))
    assert "vanlig uke fra søndag 1. februar 2026 (Hverdager 09.00–14.00)" in told
    monday = datetime(2026, 1, 26, 8, 45, tzinfo=OSLO)
    with world.as_("Liv Strand"):
        before, tried = queries.phones(SOLVIK), phones_as_drafted(SOLVIK)
    for moment in (monday, monday.replace(month=2, day=2), monday.replace(month=2, day=2, hour=10)):
        assert before.to_call(Who.WORRIED, at=moment)[0].phone == "00 00 99 10"
    assert tried.to_call(Who.WORRIED, at=monday)[0].phone == "00 00 99 10"
    assert tried.to_call(Who.WORRIED, at=monday.replace(month=2, day=2))[0].phone == "00 00 99 98"
    liv.send(f"{DUTY}publiser/")
    with world.as_("Liv Strand"):
        after = queries.phones(SOLVIK)
    assert after == tried
    assert models.Opening.objects.filter(line__code="duty", published=True).count() == 2


def test_summer_hours_give_way_to_the_ordinary_week_when_they_end(world: World, house: House) -> None:
    summer = Week(days=((((time(9), time(14))),),) * 5 + ((), ()))
    with world.as_("Liv Strand") as liv:
        actions.draft_week(
            "duty", summer, valid_from=date(2026, 6, 22), valid_to=date(2026, 8, 14), by=liv, at=WINTER
        )  # fmt: skip
        actions.publish_hours("duty", by=liv, at=WINTER)
        found = queries.phones(SOLVIK)
    opens = [
        found.to_call(Who.WORRIED, at=datetime(2026, month, day, 8, 45, tzinfo=OSLO))[0].phone[-2:]
        for month, day in ((6, 19), (6, 22), (8, 14), (8, 17))
    ]
    assert opens == ["10", "98", "98", "10"]


def test_two_editors_of_the_same_hours_are_told_of_each_other(house: House) -> None:
    house.at(WINTER)
    liv, marit = house.desk("Liv Strand"), house.desk("Marit Solheim")
    old = seen(liv.see(f"{DUTY}dag/"))
    marit.send(f"{DUTY}dag/", day="24.12.2026", how="stengt", seen=seen(marit.see(f"{DUTY}dag/")))
    page = liv.send(f"{DUTY}dag/", 409, day="25.3.2027", how="tider", times="10-12", seen=old)
    assert "Marit Solheim endret kladden mens du holdt på" in page
    assert 'value="10-12"' in page or 'value="10.00–12.00"' in page
    liv.send(f"{DUTY}dag/", day="25.3.2027", how="tider", times="10-12", seen=seen(page))
    assert "torsdag 24. desember 2026 stengt" in liv.see(DUTY)
    assert "torsdag 25. mars 2027 10.00–12.00" in liv.see(DUTY)


def test_a_draft_is_thrown_away_and_what_the_public_is_told_stays(house: House) -> None:
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    liv.send(f"{DUTY}uke/", **{f"d{number}": "" for number in range(1, 8)}, holidays="closed")
    assert "stengt hele uka" in liv.see(DUTY)
    assert "Kladd som ikke er publisert" not in liv.see(liv.send(f"{DUTY}kast/"))
    assert whom(house, datetime(2026, 1, 13, 10, 0, tzinfo=OSLO))[0] == "00 00 99 10"


def test_a_yearly_closure_is_replaced_and_said_in_three_languages(world: World, house: House) -> None:
    with world.as_("Liv Strand") as liv:
        old = models.Closure.objects.get(line__code="duty", reason="julaften")
        shut = Shut(
            first=date(2026, 12, 24), last=date(2026, 12, 24), start=time(11), reason="julaften", yearly=True,
            in_nynorsk="julaftan", in_english="Christmas Eve",
        )  # fmt: skip
        actions.draft_closure("duty", shut, replaces=old.id, by=liv, at=WINTER)
        actions.publish_hours("duty", by=liv, at=WINTER)
        eve = datetime(2026, 12, 24, 11, 15, tzinfo=OSLO)
        assert queries.phones(SOLVIK).to_call(Who.WORRIED, at=eve)[0].phone == "00 00 99 98"
        assert queries.closures_for(SOLVIK, language="en")[0].reason == "Christmas Eve"
        assert models.Closure.objects.filter(line__code="duty", published=True, reason="julaften").count() == 1
    assert Entry.objects.get(kind="information.closure_set").says.endswith(
        "stengt 24. desember fra klokka 11.00 (julaften)."
    )


def test_hours_that_leave_somebody_without_an_answer_are_warned_of(house: House) -> None:
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    assert "uten å få svar" not in liv.see("/nettsider/telefoner/on-call/")
    liv.send(
        "/nettsider/telefoner/on-call/stengt/", first="6.4.2026", last="7.4.2026", reason="flytting", seen="0/"
    )  # fmt: skip
    page = liv.see("/nettsider/telefoner/on-call/")
    assert "Noen vil ringe uten å få svar" in page
    assert "mandag 6. april 2026 klokka 00.00" in page


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(house: House) -> None:
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    page = liv.send(f"{DUTY}uke/", 422, d1="15-8", d2="abc", d3="8-15", holidays="own", own="")
    for said in ("En natt skrives som to tider", "Skriv når det åpner og stenger", "Skriv tidene på helligdager"):
        assert said in page
    assert 'value="15-8"' in page
    page = liv.send(f"{DUTY}dag/", 422, day="1.1.2020", how="tider", times="10-12")
    assert "Datoen kan ikke være før" in page


def test_a_line_is_renamed_in_three_languages_and_a_national_one_cannot_be_hidden(world: World, house: House) -> None:
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    about = {
        "name": "Vaktsentralen",
        "phone": "00009911",
        "name_nn": "Vaktsentralen",
        "name_en": "Duty desk",
        "published": "on",
    }
    liv.send(f"{DUTY}om/", **about, source="Solvik kommune", checked_on="12.1.2026")
    line = models.PhoneLine.objects.get(code="duty", municipality=SOLVIK)
    assert (line.name, line.phone, line.checked_on) == ("Vaktsentralen", "00 00 99 11", date(2026, 1, 12))
    assert "Duty desk" in {each.name for each in queries.lines_for(SOLVIK, language="en")}
    refused = liv.send("/nettsider/telefoner/police/om/", 409, name="Politiet", phone="112")
    assert "De nasjonale numrene vises alltid" in refused
    entry = Entry.objects.get(kind="information.phone_changed")
    assert entry.says.startswith("Endret navnet, nummeret") and entry.facts["before"]["phone"] == "00 00 99 10"


@pytest.mark.parametrize("name", ["Ola Brandvold", "Hanne Dale", "Randi Lunde"])
def test_nobody_else_changes_any_hours_by_page_or_by_sql(world: World, house: House, name: str) -> None:
    house.at(WINTER)
    somebody = house.desk(name)
    assert "Nettsider" not in somebody.see("/min-dag/")
    for address in ("/nettsider/", DUTY, f"{DUTY}uke/", "/nettsider/hvem-svarer/", "/nettsider/kontaktpunkter/"):
        assert somebody.client.get(address).status_code in (403, 409), address
    assert somebody.client.post(f"{DUTY}publiser/").status_code in (403, 409)
    with world.as_(name) as one, pytest.raises(NotAllowed):
        actions.draft_special_day("duty", TEN_TO_TWELVE, by=one, at=WINTER)
    for model in (models.Opening, models.Closure, models.PhoneLine, models.ContactPoint):
        with world.as_(name), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            model.objects.update(published=False)


def test_the_public_can_publish_nothing(world: World, house: House) -> None:
    with world.at_portal(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        models.Opening.objects.update(published=True)
    with world.at_portal() as somebody, pytest.raises(NotAllowed):
        actions.publish_hours("duty", by=somebody, at=WINTER)


def test_the_public_sees_no_draft_of_hours(world: World, house: House) -> None:
    with world.as_("Liv Strand") as liv:
        actions.draft_special_day("duty", TEN_TO_TWELVE, by=liv, at=WINTER)
    with world.at_portal():
        assert not models.Opening.objects.filter(valid_from="2027-03-25").exists()


def test_an_editor_rewrites_no_published_hours_by_sql(world: World, house: House) -> None:
    with world.as_("Liv Strand"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        models.Opening.objects.update(start=time(12))


WEEKS = [
    ("08.30–15.00", "stengt", Holidays.CLOSED, ""), ("hele døgnet", "hele døgnet", Holidays.AS_USUAL, ""),
    ("00.00–08.00, 15.30–24.00", "hele døgnet", Holidays.OWN, "hele døgnet"),
]  # fmt: skip


@pytest.mark.parametrize(("weekdays", "weekend", "holidays", "own"), WEEKS)
def test_a_week_becomes_openings_and_comes_back_as_it_was(
    weekdays: str, weekend: str, holidays: Holidays, own: str
) -> None:
    days = (read_times(weekdays),) * 5 + (read_times(weekend),) * 2
    week = Week(days=days, holidays=holidays, on_holidays=read_times(own))
    assert week_of(openings_of(week)) == week


def test_the_default_hours_survive_the_editors_form(world: World, house: House) -> None:
    """Whoever opens the form and saves it changes nothing for anybody who calls."""
    with world.as_("Liv Strand") as liv:
        before = queries.phones(SOLVIK)
        for code in ("duty", "on-call", "foster-on-call", "child-alarm"):
            kept = hours_of(get_line(SOLVIK, code))
            actions.draft_week(code, kept.week(today=WINTER.date()), by=liv, at=WINTER)
            actions.publish_hours(code, by=liv, at=WINTER)
        after = queries.phones(SOLVIK)
    days = (
        datetime(2026, month, day, hour, 15, tzinfo=OSLO)
        for month in range(3, 6)
        for day in (1, 3, 14, 17)
        for hour in range(0, 24, 3)
    )
    for moment in days:
        for who in Who:
            said = [
                [(each.phone, each.open_until) for each in found.to_call(who, at=moment)] for found in (before, after)
            ]
            assert said[0] == said[1], (who, moment)


@pytest.mark.parametrize("text", ["8-", "25-26", "8-15, 9-12", "0-24, 8-9", "10-12-14", "åpent"])
def test_hours_that_cannot_be_read_are_refused_with_how_to_write_them(text: str) -> None:
    with pytest.raises(Incomplete):
        read_times(text)


def test_the_phone_page_asks_few_questions(house: House, django_assert_max_num_queries: Any) -> None:
    house.at(WINTER)
    liv = house.desk("Liv Strand")
    with django_assert_max_num_queries(24):
        liv.see(DUTY)
