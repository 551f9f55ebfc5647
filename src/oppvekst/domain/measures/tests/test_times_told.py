"""Each time help is given stands on the timeline of the case and among the child's words, however many times there are."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.decisions.tests.family import family
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Measure, SupervisionVisit
from oppvekst.domain.measures.rules import Came, Who
from oppvekst.domain.measures.tests.at_desk import at
from oppvekst.domain.measures.tests.test_actions import running
from oppvekst.ground.database.acting import acting
from tests.desk import Browser, Come, opened_desk, words
from tests.world import World

KARI = "Kari Nesheim"
HOME = actions.Help(
    category="4.5", title="Besøkshjem hver tredje helg", provider_name="Ingrid Ekeli", ends_on=date(2027, 12, 31)
)
BATH, HENS = "Jeg turte å hoppe fra kanten.", "Hønene kjenner meg nå."
NOVEMBER = date(2026, 11, 6)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2027-02-01 09:00"))


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


def weekend(
    world: World, measure: Measure, first: date, said: str = "", why_not: str = "Emil sov i bilen hjem."
) -> None:
    """One that was held, with what he said of it or why nobody asked."""
    with world.as_(KARI) as by:
        one = actions.plan_occasion(
            measure.id,
            actions.When(first_day=first, last_day=first + timedelta(days=2)),
            by=by,
            at=at("2026-10-01 09:00"),
        )
        happened = actions.WhatHappened(words="De var ute.", child_words=said, not_heard_reason="" if said else why_not)
        actions.write_held(one.id, happened, by=by, at=at("2027-01-30 09:00"))


def off(world: World, measure: Measure, first: date) -> None:
    with world.as_(KARI) as by:
        when = actions.When(first_day=first, last_day=first + timedelta(days=2))
        one = actions.plan_occasion(measure.id, when, by=by, at=at("2026-10-01 09:00"))
        actions.call_off(one.id, who=Who.GIVER, reasons="Tor er syk.", by=by, at=at("2026-10-20 09:00"))


def test_a_month_of_weekends_is_one_line_of_the_timeline_that_leads_to_the_help(
    world: World, desk: Come, emil: UUID
) -> None:
    home = running(world, emil, HOME)
    for week in range(3):
        weekend(world, home, NOVEMBER + timedelta(weeks=week), HENS)
    off(world, home, date(2026, 11, 27))
    weekend(world, home, date(2026, 12, 4))
    page = desk(KARI).see(f"/saker/{emil}/tidslinje/")
    assert "Besøkshjem hver tredje helg: 3 helger i november 2026, 1 avlyst" in words(page)
    assert "1 helg i desember 2026" in words(page)
    assert page.count("Besøkshjem hver tredje helg:") == 2
    assert f'href="/tiltak/{home.id}/"' in page
    assert not any(word in page for word in ("Tor er syk", HENS, "Ekeli"))


def test_hours_with_a_support_contact_are_told_in_hours(world: World, desk: Come, emil: UUID) -> None:
    friend = running(world, emil, actions.Help(category="4.6", title="Støttekontakt", ends_on=HOME.ends_on))
    with world.as_(KARI) as by:
        for day in (4, 11):
            when = actions.When(first_day=date(2026, 11, day), starts=time(16), ends=time(19))
            one = actions.plan_occasion(friend.id, when, by=by, at=at("2026-11-02 09:00"))
            happened = actions.WhatHappened(words="Svømte.", child_words=BATH, hours=Decimal("2.5"))
            actions.write_held(one.id, happened, by=by, at=at("2026-11-12 09:00"))
    assert "Støttekontakt: 2 ganger gjennomført i november 2026 (5 timer)" in words(
        desk(KARI).see(f"/saker/{emil}/tidslinje/")
    )


def test_what_the_child_said_each_time_stands_among_its_words_and_why_it_was_not_asked_once_a_month(
    world: World, desk: Come, emil: UUID
) -> None:
    home = running(world, emil, HOME)
    weekend(world, home, NOVEMBER, HENS)
    for week in (1, 2):
        weekend(world, home, NOVEMBER + timedelta(weeks=week))
    with acting("owner"):
        about = {
            "municipality_id": home.municipality_id,
            "case_id": emil,
            "measure": home,
            "planned_by": home.opened_by,
        }
        common = {**about, "planned_by_name": KARI, "planned_at": at("2026-11-01 09:00"), "at": at("2026-11-10 15:00")}
        SupervisionVisit.objects.create(
            **common, came=Came.SEEN, held_at=at("2026-11-10 15:10"), alone=True, child_words="Mamma er glad nå."
        )
        # One to come is told to nobody, not here either.
        SupervisionVisit.objects.create(**common, unannounced=True)
    page = desk(KARI).see(f"/saker/{emil}/barnets-stemme/")
    told = words(page)
    assert f"Helg: Besøkshjem hver tredje helg {HENS}" in told
    assert "Ikke spurt, 2 ganger i november 2026: Besøkshjem hver tredje helg Hvorfor Emil sov i bilen hjem." in told
    assert told.count("Emil sov i bilen hjem.") == 1
    assert "Tilsynsbesøk: Besøkshjem hver tredje helg Mamma er glad nå. Alene Ja" in told
    assert told.count("Tilsynsbesøk:") == 1


def test_forty_weekends_ask_no_more_of_the_database_than_two(world: World, desk: Come, emil: UUID) -> None:
    home, kari = running(world, emil, HOME), desk(KARI)
    pages = (f"/saker/{emil}/", f"/saker/{emil}/barnets-stemme/", f"/saker/{emil}/tidslinje/")
    weekend(world, home, NOVEMBER, HENS)
    weekend(world, home, date(2027, 1, 8))
    few = [asked(kari, page) for page in pages]
    for week in range(1, 9):
        weekend(world, home, NOVEMBER + timedelta(weeks=week), HENS if week % 2 else "")
    assert [asked(kari, page) for page in pages] == few


def asked(who: Browser, address: str) -> int:
    who.see(address)
    with CaptureQueriesContext(connection) as queries:
        who.see(address)
    return len(queries)
