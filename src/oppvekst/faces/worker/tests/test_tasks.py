"""What the clock sets going, and that one municipality's trouble stops no other's."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from oppvekst.adapters.fiks.inbox import Delivery, FolderInbox
from oppvekst.domain.concerns.models import Message
from oppvekst.faces.worker import tasks
from oppvekst.ground.access.models import Duty
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.signers import RULE
from tests.world import SOLVIK, World


def test_each_municipality_has_its_own_inbox(world: World, tmp_path: Path, settings: LazySettings) -> None:
    settings.INBOX = tmp_path
    FolderInbox(tmp_path / "9998").deliver(Delivery("m-1", "privat", b"{}"))
    FolderInbox(tmp_path / "9997").deliver(Delivery("m-2", "privat", b"{}"))
    tasks.fetch()
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.glob("*/mottatt/*")) == [
        "9997/mottatt/m-2.json",
        "9998/mottatt/m-1.json",
    ]
    assert set(Message.objects.values_list("message_name", "municipality")) == {("m-1", 9998), ("m-2", 9997)}


def test_an_inbox_that_cannot_be_read_stops_no_other(
    world: World, tmp_path: Path, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.INBOX = tmp_path
    (tmp_path / "9997").write_text("dette er ingen mappe")
    FolderInbox(tmp_path / "9998").deliver(Delivery("m-1", "privat", b"{}"))
    tasks.fetch()
    assert (tmp_path / "9998" / "mottatt" / "m-1.json").exists()
    assert "kommune 9997" in caplog.text


def test_what_talks_to_the_outside_world_has_no_transaction_around_it() -> None:
    outside = {"agenda.ring", "cases.scan", "concerns.fetch", "decisions.tell", "journal.seal"}
    assert set(tasks.clock.tasks) >= tasks.OWN_TRANSACTIONS == outside


def test_the_clock_looks_ahead_for_days_when_nobody_may_sign(world: World) -> None:
    Duty.objects.filter(role__name__in=("leader", "deputy"), municipality=SOLVIK).update(valid_to=date(2020, 6, 1))
    with world.by_clock():
        tasks.look_ahead()
    assert Item.objects.filter(rule=RULE, municipality=SOLVIK, open=True).exists()
