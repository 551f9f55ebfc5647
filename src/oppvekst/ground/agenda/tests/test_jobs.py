"""An alarm rings until somebody takes it, and reaches more people the longer nobody does."""

import logging
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from oppvekst.adapters.pager import FolderPager
from oppvekst.ground.access.models import Duty, Staff
from oppvekst.ground.access.service import appoint
from oppvekst.ground.agenda.alarms import raise_alarm, take
from oppvekst.ground.agenda.jobs import NEUTRAL, ring
from oppvekst.ground.agenda.models import Alarm, Ring
from tests.world import NORDVAG, SOLVIK, World

FRIDAY_NIGHT = datetime(2026, 11, 6, 21, 10, tzinfo=UTC)
WORDS = "En melding må leses nå. Logg inn for å lese den."


@pytest.fixture
def pager(tmp_path: Path) -> FolderPager:
    return FolderPager(tmp_path / "pager")


@pytest.fixture
def alarm(world: World) -> Alarm:
    return raised(world)


def raised(world: World, *, municipality: int = SOLVIK, words: str = WORDS, at: datetime = FRIDAY_NIGHT) -> Alarm:
    subject = uuid4()
    with world.at_portal():
        raise_alarm(subject, kind="danger", words=words, municipality=municipality, at=at)
    return Alarm.objects.get(subject=subject)


def phone(world: World, name: str, number: str) -> None:
    Staff.objects.filter(name=name).update(pager=number)


def end_duty(name: str, on: date = date(2026, 11, 1)) -> None:
    Duty.objects.filter(staff__name=name).update(valid_to=on)


def minutes(*counts: int) -> list[datetime]:
    return [FRIDAY_NIGHT + timedelta(minutes=count) for count in counts]


def rung() -> list[tuple[int, str]]:
    return sorted(Ring.objects.values_list("round", "staff__name"))


def test_the_on_call_is_rung_every_five_minutes_and_after_a_quarter_the_leader_and_the_deputy_too(
    alarm: Alarm, pager: FolderPager
) -> None:
    for at in minutes(0, 5, 10):
        ring(at=at, pager=pager)
    assert rung() == [(0, "Bjørn Haugli"), (1, "Bjørn Haugli"), (2, "Bjørn Haugli")]
    ring(at=minutes(15)[0], pager=pager)
    assert rung()[3:] == [(3, "Bjørn Haugli"), (3, "Eivind Myrbakk"), (3, "Marit Solheim")]
    assert len(pager.rings()) == 6


def test_a_worker_that_looks_every_minute_rings_each_person_once_a_round(alarm: Alarm, pager: FolderPager) -> None:
    for at in minutes(*range(30)):
        ring(at=at, pager=pager)
    assert Counter(name for _, name in rung()) == {"Bjørn Haugli": 6, "Marit Solheim": 3, "Eivind Myrbakk": 3}
    assert len(pager.rings()) == 12


def test_it_stops_ringing_when_somebody_takes_it(world: World, alarm: Alarm, pager: FolderPager) -> None:
    ring(at=FRIDAY_NIGHT, pager=pager)
    with world.as_("Bjørn Haugli") as bjorn:
        take(alarm.id, by=bjorn, at=minutes(3)[0])
    for at in minutes(5, 10, 15):
        ring(at=at, pager=pager)
    assert len(pager.rings()) == 1


def test_the_phone_shows_the_alarms_own_words(alarm: Alarm, pager: FolderPager) -> None:
    ring(at=FRIDAY_NIGHT, pager=pager)
    [only] = pager.rings()
    assert (only.number, only.words) == ("00 00 99 10", WORDS)


def test_words_that_say_who_it_is_about_ring_as_words_that_say_nothing(world: World, pager: FolderPager) -> None:
    raised(world, words="Det gjelder 05871799841.")
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert [one.words for one in pager.rings()] == [NEUTRAL]


def test_without_an_on_call_the_leader_is_rung_at_once(alarm: Alarm, pager: FolderPager) -> None:
    end_duty("Bjørn Haugli")
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert rung() == [(0, "Marit Solheim")]


def test_an_on_call_without_a_phone_is_no_on_call(world: World, alarm: Alarm, pager: FolderPager) -> None:
    phone(world, "Bjørn Haugli", "")
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert rung() == [(0, "Marit Solheim")]


def test_when_neither_on_call_nor_leader_can_be_reached_the_deputy_is_rung(
    world: World, alarm: Alarm, pager: FolderPager
) -> None:
    end_duty("Marit Solheim")
    phone(world, "Bjørn Haugli", "spør i resepsjonen")
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert rung() == [(0, "Eivind Myrbakk")]


def test_a_phone_that_failed_is_tried_again_the_next_minute(
    world: World, alarm: Alarm, pager: FolderPager, caplog: pytest.LogCaptureFixture
) -> None:
    phone(world, "Bjørn Haugli", "vet ikke")
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert "vet ikke" not in caplog.text
    phone(world, "Bjørn Haugli", "00 00 99 11")
    ring(at=minutes(1)[0], pager=pager)
    assert rung() == [(0, "Bjørn Haugli"), (0, "Marit Solheim")]


def test_nobody_to_ring_is_said_aloud(world: World, pager: FolderPager, caplog: pytest.LogCaptureFixture) -> None:
    raised(world, municipality=NORDVAG)
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert [record.levelno for record in caplog.records] == [logging.CRITICAL]


def test_each_municipality_rings_its_own(world: World, pager: FolderPager) -> None:
    appoint(world.employ("Aud Holm", world.nordvag), "oncall", municipality=world.nordvag, since=date(2026, 1, 1))
    raised(world, municipality=NORDVAG)
    raised(world)
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert rung() == [(0, "Aud Holm"), (0, "Bjørn Haugli")]


def test_one_on_call_for_two_municipalities_is_rung_for_both(world: World, pager: FolderPager) -> None:
    appoint(world.staff["Bjørn Haugli"], "oncall", municipality=world.nordvag, since=date(2026, 1, 1))
    raised(world, municipality=NORDVAG)
    raised(world)
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert rung() == [(0, "Bjørn Haugli")] * 2


def test_a_duty_that_begins_tomorrow_does_not_ring_tonight(world: World, alarm: Alarm, pager: FolderPager) -> None:
    aud = world.employ("Aud Holm", world.solvik)
    appoint(aud, "oncall", municipality=world.solvik, since=date(2026, 11, 7))
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert rung() == [(0, "Bjørn Haugli")]
    # 23:00 UTC is midnight in Norway: Saturday's duty has begun.
    ring(at=datetime(2026, 11, 6, 23, 0, tzinfo=UTC), pager=pager)
    assert (22, "Aud Holm") in rung()


def test_a_worker_whose_clock_is_behind_rings_all_the_same(alarm: Alarm, pager: FolderPager) -> None:
    ring(at=FRIDAY_NIGHT - timedelta(seconds=20), pager=pager)
    assert rung() == [(0, "Bjørn Haugli")]


def test_an_alarm_with_an_impossible_date_silences_no_other(world: World, pager: FolderPager) -> None:
    raised(world, at=datetime(1970, 1, 1, tzinfo=UTC))
    raised(world)
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert (0, "Bjørn Haugli") in rung()
    assert len({one.key.split(":")[0] for one in pager.rings()}) == 2


class Crash(BaseException):
    """The process ends here, and nothing after this line happens."""


class CrashesAfterRinging(FolderPager):
    def ring(self, number: str, words: str, key: str) -> None:
        super().ring(number, words, key)
        raise Crash


def test_after_a_crash_between_the_ring_and_the_commit_the_same_ring_is_made_again(
    alarm: Alarm, pager: FolderPager
) -> None:
    with pytest.raises(Crash):
        ring(at=FRIDAY_NIGHT, pager=CrashesAfterRinging(pager.path))
    assert rung() == []
    ring(at=FRIDAY_NIGHT, pager=pager)
    assert rung() == [(0, "Bjørn Haugli")]
    assert len(pager.rings()) == 1
