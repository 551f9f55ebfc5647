"""My week at the desk: only one's own, day by day, with the way there, readable when it is full."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

import pytest

from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.tests.opened import noted, opened, row
from oppvekst.domain.meetings import actions as meetings
from oppvekst.domain.meetings.rules import Kind
from oppvekst.ground.agenda.models import Item, Travel
from oppvekst.ground.agenda.travel import set_travel, travels
from oppvekst.law.calendar import OSLO
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import SOLVIK, World

WEEK = "/min-dag/uke/"
THURSDAY = date(2026, 11, 26)
KARI = "Kari Nesheim"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def limits(world: World, count: int, *, due: date = THURSDAY, name: str = KARI, title: str = "Gå gjennom") -> None:
    """Limits on somebody's own list."""
    Item.objects.bulk_create(
        Item(
            id=uuid4(), municipality_id=SOLVIK, subject=uuid4(), subject_kind="concern", rule="D01",
            title=f"{title} {number}", due=due, law="bvl § 2-1 (1)", steps=[], assignee=world.staff[name].id,
        )
        for number in range(count)
    )  # fmt: skip


def visited(world: World, investigation: Any, at: time) -> None:
    """Kari was at the home that Tuesday."""
    with world.as_(KARI) as kari:
        held = datetime.combine(TUESDAY.date(), at, OSLO)
        actions.write_note(investigation, noted(happened_at=held, place="Fjordgata 12"), by=kari, at=held)


def day(page: str, on: date) -> str:
    """What stands on one day."""
    return words(page.split(f'id="dag-{on.isoformat()}"')[1].split("</h2>")[1].split("op-week__day", maxsplit=1)[0])


def test_the_week_has_the_visits_the_plan_and_the_limits_of_each_day_and_today_is_marked(
    world: World, desk: Come
) -> None:
    found = opened(world)
    visited(world, found, time(9))
    with world.as_(KARI) as kari:
        actions.add_row(found, row(kari, kind="talk", what="Snakk med Emil", due=THURSDAY), by=kari, at=TUESDAY)
    page = desk(KARI).see(WEEK)
    assert "Uka mi Uke 48 23. til 29. november 2026" in words(page)
    assert "Tirsdag 24.11. I dag" in words(page)
    assert "09.00 Besøk Emil Berg Sunde Hjemmebesøk, Fjordgata 12" in day(page, TUESDAY.date())
    assert day(page, THURSDAY).count("Snakk med Emil") == 1
    assert "Samtale Emil Berg Sunde Snakk med Emil § 2-2" in day(page, THURSDAY).replace("\N{NO-BREAK SPACE}", " ")
    assert "Lørdag" not in page
    assert f'href="{WEEK}2026/47/"' in page
    assert f'href="{WEEK}2026/49/"' in page


def test_a_meeting_stands_there_for_whoever_called_it_and_no_place_that_tells(world: World, desk: Come) -> None:
    found = opened(world)
    begins = datetime.combine(THURSDAY, time(14), OSLO)
    with world.as_(KARI) as kari:
        case = Investigation.objects.get(id=found).case_id
        group = meetings.begin_group(case, Kind.NETWORK, by=kari, at=TUESDAY)
        for hour, place, tells in ((14, "Rådhuset", False), (16, "BUP", True)):
            when = meetings.When(
                starts_at=begins.replace(hour=hour),
                ends_at=begins.replace(hour=hour + 1),
                place=place,
                place_tells=tells,
            )
            meetings.plan_meeting(group.id, when, by=kari, at=TUESDAY)
    thursday = day(desk(KARI).see(WEEK), THURSDAY)
    assert "14.00–15.00 Møte Emil Berg Sunde Nettverksmøte" in thursday
    assert "Rådhuset" in thursday
    assert "BUP" not in thursday
    assert "Rådhuset" not in desk("Siri Tveito").see(WEEK)


def test_only_ones_own_stands_there_whatever_the_hat_sees(world: World, desk: Come) -> None:
    limits(world, 1, title="Karis")
    limits(world, 1, name="Ola Brandvold", title="Olas")
    assert "Karis" in words(desk(KARI).see(WEEK))
    for name in ("Marit Solheim", "Tone Vik", "Ola Brandvold"):
        assert "Karis" not in words(desk(name).see(WEEK))
    assert "Olas" in words(desk("Ola Brandvold").see(WEEK))


def test_an_empty_week_says_so_and_a_red_day_its_name(desk: Come) -> None:
    kari = desk(KARI)
    assert "Uka er tom" in words(kari.see(WEEK))
    assert "Torsdag 24.12. Ingenting Fredag 25.12. Første juledag" in words(kari.see(f"{WEEK}2026/52/"))
    assert "Denne uka" in words(kari.see(f"{WEEK}2026/52/"))


@pytest.mark.parametrize("week", ["2027/53", "2026/0", "1/1", "9999/52"])
def test_a_week_that_is_not_there_is_not_found(desk: Come, week: str) -> None:
    assert desk(KARI).client.get(f"{WEEK}{week}/").status_code == 404


def test_the_weekend_stands_there_when_something_is_on_it(world: World, desk: Come) -> None:
    limits(world, 1, due=date(2026, 11, 29))
    assert "Søndag 29.11." in words(desk(KARI).see(WEEK))


def test_a_full_week_is_folded_per_day_and_costs_no_more_questions(world: World, desk: Come) -> None:
    kari = desk(KARI)
    limits(world, 10)
    few = questions(kari, WEEK)
    limits(world, 990)
    assert questions(kari, WEEK) == few
    page = kari.see(WEEK)
    assert "992 til" in words(page)
    assert page.split("<details")[0].count("op-week__what") <= 8


def test_the_way_there_is_set_by_hand_and_told_when_there_is_no_time_for_it(world: World, desk: Come) -> None:
    found = opened(world)
    visited(world, found, time(9))
    visited(world, found, time(10))
    kari = desk(KARI)
    assert "1 t imellom" in day(kari.see(WEEK), TUESDAY.date())
    kari.send(f"{WEEK}reise/", day="2026-11-24", before="10:00", minutes="45")
    page = kari.see(WEEK)
    assert "1 t imellom, 45 min reise" in day(page, TUESDAY.date())
    assert "Rekker det ikke" not in page
    kari.send(f"{WEEK}reise/", day="2026-11-24", before="10:00", minutes="75")
    assert "75 min reise Rekker det ikke" in day(kari.see(WEEK), TUESDAY.date())
    kari.send(f"{WEEK}reise/", day="2026-11-24", before="10:00", minutes="")
    assert "reise" not in day(kari.see(WEEK), TUESDAY.date()).replace("reisetid", "")
    assert Travel.objects.count() == 1


@pytest.mark.parametrize("minutes", ["ti", "-5", "601", "9" * 40])
def test_minutes_that_are_none_are_said_to_be_wrong_and_stand_as_they_were_typed(
    world: World, desk: Come, minutes: str
) -> None:
    visited(world, opened(world), time(10))
    page = desk(KARI).send(f"{WEEK}reise/", status=422, day="2026-11-24", before="10:00", minutes=minutes)
    assert "Skriv hvor mange minutter du er underveis" in words(page)
    assert f'value="{minutes}"' in page


@pytest.mark.parametrize("sent", [{}, {"day": "i morgen", "before": "10:00"}, {"day": "0001-01-01", "before": "10:00"}])
def test_a_way_to_nothing_is_refused_with_a_sentence(desk: Come, sent: dict[str, str]) -> None:
    answer = desk(KARI).client.post(f"{WEEK}reise/", sent, headers={"sec-fetch-site": "same-origin"})
    assert (answer.status_code, "Velg på nytt i uka" in str(answer.content, "utf-8")) == (422, True)


def test_nobody_else_reads_or_changes_ones_way_not_the_leader_either(world: World, desk: Come) -> None:
    with world.as_(KARI) as kari:
        set_travel(THURSDAY, time(9), 20, by=kari)
    for name in ("Marit Solheim", "Tone Vik", "Ola Brandvold"):
        with world.as_(name) as other:
            assert not Travel.objects.exists()
            assert Travel.objects.update(minutes=1) == 0
            set_travel(THURSDAY, time(9), 5, by=other)
    with world.as_(KARI) as kari:
        assert travels(THURSDAY, THURSDAY, by=kari) == {(THURSDAY, time(9)): 20}


def test_on_paper_the_surname_does_not_stand(world: World, desk: Come) -> None:
    visited(world, opened(world), time(10))
    page = desk(KARI).see(WEEK)
    assert 'Emil<span class="op-noprint"> Berg Sunde</span>' in page


@pytest.mark.parametrize(
    "name", ["Bjørn Haugli", "Randi Lunde", "Geir Aasen", "Liv Strand", "Hanne Dale", "Marit Solheim", "Tone Vik"]
)
def test_every_hat_has_a_week(desk: Come, name: str) -> None:
    assert "Uka mi" in words(desk(name).see(WEEK))


def test_my_day_leads_to_the_week(desk: Come) -> None:
    assert f'href="{WEEK}"' in desk(KARI).see("/min-dag/")
