"""The bench: like is measured with like, nothing is changed by it, and its answer can be read by a program. No times here."""

from __future__ import annotations

import json
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from oppvekst.faces.cli.bench import _line, _plain
from oppvekst.faces.cli.bench.floors import Scope, floor_of
from oppvekst.faces.cli.bench.measuring import Asked, Timing, quarter
from oppvekst.faces.cli.bench.operations import measured
from oppvekst.faces.cli.synth.build import fill
from oppvekst.faces.cli.synth.plan import Entry
from oppvekst.faces.cli.synth.progress import quiet
from oppvekst.ground.journal.models import Entry as JournalEntry
from oppvekst.ground.journal.models import Look, Seal
from oppvekst.ground.journal.sealing import seal
from oppvekst.law.refusals import NotAllowed
from tests.desk import DESK
from tests.house.test_synth import ORDER, UNTIL, shape

ME = UUID(int=1)
WORKER = Scope(ME, 9998, "oppvekst_desk_case", team=None, wide=False, whole=False)
HEAD = Scope(ME, 9998, "oppvekst_desk_wide", team=None, wide=True, whole=True)


@pytest.fixture
def desk(db: None, settings: Any) -> None:
    settings.FACE, settings.ROOT_URLCONF, settings.ALLOWED_HOSTS = "desk", DESK, ["localhost"]


def test_every_operation_is_measured_beside_the_same_answer_and_everything_is_undone(desk: None) -> None:
    with transaction.atomic():
        lives = [Entry(shape("nothing found", 30), 1), Entry(shape("clarified", 1), 1)]
        fill(ORDER, lives, chance=Random(1), bar=quiet, poured=True)
        seal(at=UNTIL)
        before = [model.objects.count() for model in (JournalEntry, Look, Seal)]
        found, size = measured(rounds=1)
        assert [model.objects.count() for model in (JournalEntry, Look, Seal)] == before
        transaction.set_rollback(True)
    assert {"Min dag", "Saken", "Søk, helt navn", "En melding kommer inn", "Forsegling", "journal verify"} <= {
        each.name for each in found
    }
    assert [each.name for each in found if not each.same] == []
    told = json.loads(json.dumps([_plain(each, statements=True) for each in found]))
    # What is not committed is not sealed, so that here nothing is measured of the seals.
    assert all(each["ratio"] > 0 and each["floor_ms"] > 0 for each in told if each["per"] == "operation")
    assert all(_line(each, statements=True) for each in found)
    assert size["cases_case"] > 0


def test_an_empty_database_has_nothing_to_measure(desk: None) -> None:
    with pytest.raises(NotAllowed, match="oppvekst synth"):
        measured(rounds=1)


def test_the_hand_writes_whose_case_it_is_and_no_case_she_is_barred_from() -> None:
    asked = Asked('SELECT 1 FROM "cases_party" INNER JOIN "cases_case" T3 ON (T3."id" = "cases_party"."case_id")', ())
    hers, barred = WORKER.granted, WORKER.barred
    assert floor_of(asked, WORKER).statement == (
        f'SELECT 1 FROM (SELECT * FROM "cases_party" WHERE case_id IN ({hers}) AND (case_id IS NULL OR case_id NOT IN '
        f'({barred}))) AS "cases_party" INNER JOIN (SELECT * FROM "cases_case" WHERE id IN ({hers}) AND id NOT IN '
        f'({barred})) AS "T3" ON (T3."id" = "cases_party"."case_id")'
    )
    wide = floor_of(Asked('SELECT 1 FROM "cases_case"', ()), HEAD).statement
    assert f'(SELECT * FROM "cases_case" WHERE municipality_id = 9998::smallint AND id NOT IN ({barred}))' in wide


def test_the_quarter_is_what_one_in_four_is_below() -> None:
    assert quarter([9, 1, 5, 7]) == 5
    assert Timing("", 3.0, 2.0).ratio == 1.5
