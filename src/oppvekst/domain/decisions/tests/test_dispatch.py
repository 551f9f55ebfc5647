"""A decision sent: to each by her own way and in her own copy, her own limit, and what time then does by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.decisions import actions, jobs
from oppvekst.domain.decisions.models import Decision, ReadyNotice
from oppvekst.domain.decisions.queries import addressees
from oppvekst.domain.decisions.rules import APPEAL_PERIOD, FINAL, NOTIFIED, SIGNED
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.tests.family import MONDAY, begun, family, signed
from oppvekst.domain.decisions.tests.sent import (
    FRIDAY,
    PHONE,
    THURSDAY,
    item,
    letter_of,
    lives_at,
    of,
    opens_my_page,
    person_of,
    sends,
    state,
)
from oppvekst.domain.people.models import Reach
from oppvekst.ground.database.acting import acting
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import World


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


@pytest.fixture
def decision(world: World, emil: UUID) -> Decision:
    return signed(world, emil, at=THURSDAY)


@pytest.fixture
def told(tmp_path: Path) -> FolderPager:
    return FolderPager(tmp_path / "sms")


# Each by her own way -------------------------------------------------------------------------------------------------


def test_digitally_it_lies_ready_at_once_and_the_limit_runs_when_the_word_has_gone(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise", "Morten")
    for name in ("Lise", "Morten"):
        copy = sends(world, decision, name, Route.DIGITAL, phone=PHONE)
    assert copy.shown_from == FRIDAY
    assert of(decision, "Lise").appeal_due is None
    assert state(decision) == NOTIFIED
    assert jobs.tell(at=FRIDAY + timedelta(minutes=1), pager=told) == 2
    assert {of(decision, name).appeal_due for name in ("Lise", "Morten")} == {date(2026, 6, 12)}
    assert state(decision) == APPEAL_PERIOD
    assert jobs.tell(at=FRIDAY + timedelta(minutes=2), pager=told) == 0


def test_the_word_to_the_phone_says_nothing_of_what_it_is(world: World, decision: Decision, told: FolderPager) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    jobs.tell(at=FRIDAY, pager=told)
    (ring,) = told.rings()
    assert (ring.number, ring.words) == (
        PHONE, "Du har fått post fra Solvik kommune. Logg inn på Min side for å lese den."
    )  # fmt: skip
    for word in ("barnevern", "vedtak", "Emil", "Lise", "Nygård", "klage", "http"):
        assert word.lower() not in ring.words.lower()


def test_a_phone_once_said_to_be_safe_is_remembered_and_used(world: World, decision: Decision) -> None:
    opens_my_page(world, decision, "Lise")
    with pytest.raises(NotAllowed, match="Ingen telefon er sagt å være trygg"):
        sends(world, decision, "Lise", Route.DIGITAL)
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    with acting("owner"):
        assert Reach.objects.get(person_id=person_of(decision, "Lise"), safe=True).value == PHONE
    with acting("owner"):
        assert ReadyNotice.objects.get().phone == PHONE


def test_without_my_page_it_cannot_go_digitally(world: World, decision: Decision) -> None:
    with pytest.raises(NotAllowed, match="Min side er ikke åpnet"):
        sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)


def test_on_paper_the_limit_begins_the_day_it_came(world: World, decision: Decision) -> None:
    lives_at(world, decision, "Lise")
    copy = sends(world, decision, "Lise", Route.POST)
    assert "Bakkeveien 4" in letter_of(copy)
    assert "fra den dagen brevet kom fram til deg" in letter_of(copy)
    waiting = item(of(decision, "Lise"), "fvl-29-reached")
    assert waiting
    assert waiting.open
    with world.as_("Kari Nesheim") as kari:
        lise = of(decision, "Lise").id
        for wrong in (None, date(2026, 5, 20), date(2026, 6, 2)):
            with pytest.raises(Incomplete, match="Velg en dag|skriv|Skriv"):
                actions.note_reached(lise, wrong, how="Hun ringte", by=kari, at=datetime(2026, 5, 27, 9, tzinfo=UTC))
        actions.note_reached(
            lise, date(2026, 5, 26), how="Hun ringte", by=kari, at=datetime(2026, 5, 27, 9, tzinfo=UTC)
        )
    assert of(decision, "Lise").appeal_due == date(2026, 6, 16)
    waiting, limit = item(of(decision, "Lise"), "fvl-29-reached"), item(of(decision, "Lise"), "D76")
    assert waiting
    assert limit
    assert (waiting.open, limit.open, limit.due) == (False, True, date(2026, 6, 16))
    assert limit.steps[0] == "Underretningen om vedtaket kom fram tirsdag 26. mai 2026."


def test_by_hand_it_needs_no_address(world: World, decision: Decision) -> None:
    copy = sends(world, decision, "Lise", Route.HAND)
    assert "Bakkeveien" not in letter_of(copy)


def test_two_parties_two_ways_two_limits_and_final_only_after_the_last(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    assert state(decision) == SIGNED
    sends(world, decision, "Morten", Route.HAND)
    jobs.tell(at=FRIDAY, pager=told)
    with world.as_("Kari Nesheim") as kari:
        actions.note_reached(
            of(decision, "Morten").id, date(2026, 5, 26), how="På kontoret", by=kari, at=FRIDAY + timedelta(days=5)
        )
    assert (of(decision, "Lise").appeal_due, of(decision, "Morten").appeal_due) == (
        date(2026, 6, 12),
        date(2026, 6, 16),
    )
    assert state(decision) == APPEAL_PERIOD
    for day, expected in (
        (datetime(2026, 6, 16, 20, tzinfo=UTC), APPEAL_PERIOD),
        (datetime(2026, 6, 17, 1, tzinfo=UTC), FINAL),
    ):
        with acting("worker"):
            jobs.pass_time(at=day)
        assert state(decision) == expected
    limit = item(of(decision, "Lise"), "D103")
    assert limit
    assert not limit.open


def test_what_is_not_signed_is_not_sent(world: World, emil: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        draft = begun(emil, by=kari)
        with pytest.raises(NotAllowed, match="Det må være undertegnet"):
            actions.dispatch(addressees(draft.id)[-1].id, Route.HAND, by=kari, at=MONDAY)


# Whoever does not open it --------------------------------------------------------------------------------------------


def test_unopened_for_a_week_it_is_told_once_more_and_the_limit_stays(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    jobs.tell(at=FRIDAY, pager=told)
    waiting = item(of(decision, "Lise"), "D102")
    assert waiting
    assert waiting.due == date(2026, 5, 29)
    for day, rings in ((29, 1), (30, 2), (31, 2)):
        with acting("worker"):
            jobs.pass_time(at=datetime(2026, 5, day, 8, tzinfo=UTC))
        jobs.tell(at=datetime(2026, 5, day, 8, 1, tzinfo=UTC), pager=told)
        assert len(told.rings()) == rings, day
    lise = of(decision, "Lise")
    assert lise.second_notice_at == datetime(2026, 5, 30, 8, 1, tzinfo=UTC)
    assert lise.appeal_due == date(2026, 6, 12)
    again = item(lise, "D102")
    assert again
    assert not again.open


def test_a_word_that_does_not_come_through_starts_no_limit_and_asks_for_another_way(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone="gammel")
    jobs.tell(at=FRIDAY, pager=told)
    lise = of(decision, "Lise")
    assert (lise.notified_at, lise.appeal_due) == (None, None)
    task = item(lise, "notice-failed")
    assert task
    assert task.open
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE, at=FRIDAY + timedelta(days=3))
    jobs.tell(at=FRIDAY + timedelta(days=3), pager=told)
    assert of(decision, "Lise").appeal_due == date(2026, 6, 15)
    task = item(lise, "notice-failed")
    assert task
    assert not task.open
