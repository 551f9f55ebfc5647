"""The agenda is made to agree with the facts: nothing twice, nothing left over, nothing changed that need not be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from oppvekst.ground.agenda.alarms import raise_alarm, take
from oppvekst.ground.agenda.models import Alarm, Item
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.agenda.worklist import items_of, untaken, worklist
from oppvekst.ground.database import logins
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed
from tests.world import NORDVAG, SOLVIK, World

AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
REVIEW = Planned("D01", "Gå gjennom meldingen", due=date(2026, 11, 10), steps=("Én uke fra mottak.",), intake=True)
ANSWER = Planned("D04", "Svar den som meldte", due=date(2026, 11, 24), intake=True)


def about(*planned: Planned, home: int = SOLVIK) -> Subject:
    return Subject(SUBJECT, "concern", home, None, planned)


SUBJECT = uuid4()


def stands() -> dict[str, tuple[bool, date | None]]:
    return {item.rule: (item.open, item.due) for item in Item.objects.all()}


def test_what_follows_is_added_and_what_is_met_is_closed(world: World) -> None:
    settle(about(REVIEW, ANSWER))
    assert stands() == {"D01": (True, REVIEW.due), "D04": (True, ANSWER.due)}
    settle(about(Planned("D01", REVIEW.title, due=REVIEW.due, done_on=date(2026, 11, 5)), ANSWER))
    item = Item.objects.get(rule="D01")
    assert (item.open, item.done_on) == (False, date(2026, 11, 5))


def test_what_no_longer_follows_is_closed_and_comes_back_as_the_same(world: World) -> None:
    settle(about(REVIEW, ANSWER))
    before = Item.objects.get(rule="D04").id
    settle(about(REVIEW))
    assert stands()["D04"] == (False, ANSWER.due)
    settle(about(REVIEW, ANSWER))
    assert (stands()["D04"], Item.objects.get(rule="D04").id) == ((True, ANSWER.due), before)


def test_settled_again_it_reads_once_and_writes_nothing(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settle(about(REVIEW, ANSWER))
    with django_assert_num_queries(1):
        settle(about(REVIEW, ANSWER))
    assert Item.objects.count() == 2


def test_a_limit_that_is_extended_moves_and_is_not_a_second_one(world: World) -> None:
    settle(about(REVIEW))
    settle(about(Planned("D01", REVIEW.title, due=date(2026, 12, 1), intake=True)))
    assert stands() == {"D01": (True, date(2026, 12, 1))}


def test_a_task_stands_in_no_other_municipalitys_queue(world: World) -> None:
    settle(about(REVIEW))
    with pytest.raises(IntegrityError, match="item_in_own_queue"), transaction.atomic():
        Item.objects.update(intake_queue=NORDVAG)


def test_the_worklist_is_ones_own_the_intakes_and_the_leaders_with_what_is_unlimited_first(world: World) -> None:
    kari = world.staff["Kari Nesheim"].id
    settle(about(ANSWER, REVIEW, Planned("D02", "Vurder nå", intake=True), Planned("mine", "Min egen", assignee=kari)))
    lists = {}
    for name, hat in (("Kari Nesheim", logins.INTAKE), ("Kari Nesheim", logins.CASE), ("Ola Brandvold", logins.CASE),
                      ("Marit Solheim", logins.WIDE), ("Siri Nordli", logins.INTAKE)):  # fmt: skip
        with world.as_(name, hat) as actor:
            rules = [item.rule for item in worklist(actor)]
            lists[name, hat] = (set(rules[:-2]), rules[-2:]) if len(rules) > 2 else rules
    everything = ({"D02", "mine"}, ["D01", "D04"])
    assert lists == {
        ("Kari Nesheim", logins.INTAKE): everything,
        ("Kari Nesheim", logins.CASE): ["mine"],
        ("Ola Brandvold", logins.CASE): [],
        ("Marit Solheim", logins.WIDE): everything,
        ("Siri Nordli", logins.INTAKE): [],
    }


def test_the_items_of_one_thing_are_told_by_limit_the_unlimited_last(world: World) -> None:
    settle(about(Planned("D02", "Vurder nå", intake=True), ANSWER, REVIEW))
    with world.as_("Hanne Dale"):
        assert [item.rule for item in items_of(SUBJECT)] == ["D01", "D04", "D02"]


def test_the_first_who_takes_an_alarm_has_it_and_the_second_is_told_so(world: World) -> None:
    raise_alarm(SUBJECT, kind="danger", words="Logg inn.", municipality=SOLVIK, at=AT)
    alarm = Alarm.objects.get()
    with world.as_("Bjørn Haugli") as bjorn:
        take(alarm.id, by=bjorn, at=AT, outcome="Ringte politiet.")
        assert not untaken(bjorn).exists()
    with world.as_("Hanne Dale") as hanne, pytest.raises(NotAllowed, match="allerede tatt"):
        take(alarm.id, by=hanne, at=AT + timedelta(minutes=1))
    alarm.refresh_from_db()
    assert (alarm.taken_by_name, alarm.taken_at, alarm.outcome) == ("Bjørn Haugli", AT, "Ringte politiet.")
    assert Entry.objects.filter(kind="alarm.taken").count() == 1


@pytest.mark.parametrize("name", ["Ola Brandvold", "Siri Nordli"])
def test_who_is_not_rung_takes_no_alarm(world: World, name: str) -> None:
    raise_alarm(SUBJECT, kind="danger", words="Logg inn.", municipality=SOLVIK, at=AT)
    alarm = Alarm.objects.get()
    with pytest.raises((NotAllowed, DatabaseError)), transaction.atomic(), world.as_(name) as stranger:
        take(alarm.id, by=stranger, at=AT)
    alarm.refresh_from_db()
    assert alarm.taken_at is None
