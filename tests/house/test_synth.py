"""An invented service: what is loaded as rows is what the actions would have written, row for row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from uuid import UUID, uuid5

import pytest
from django.db import connection, transaction

from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.people.models import IdentityNumber
from oppvekst.faces.cli.synth import _up_to, names, plan, progress
from oppvekst.faces.cli.synth.build import Order, fill, present, refuse_unless_empty
from oppvekst.faces.cli.synth.life import Shape
from oppvekst.faces.cli.synth.mould import UUID_TEXT, Table, tables
from oppvekst.faces.cli.synth.plan import Entry
from oppvekst.faces.cli.synth.progress import quiet
from oppvekst.faces.cli.synth.rooms import destinies
from oppvekst.ground.agenda.models import Item
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.identity import examine
from oppvekst.law.refusals import NotAllowed
from tests.world import World

UNTIL = datetime(2026, 11, 24, tzinfo=OSLO)
ORDER = Order(children=5, years=2, seed=11, municipalities=2, until=UNTIL)
# Keys, references and running numbers are drawn anew each time; rows are compared without them.
ANEW = re.compile(rf"{UUID_TEXT}|[2-9A-Z]{{4}}-[2-9A-Z]{{4}}-[2-9A-Z]{{4}}|(?<=20\d\d-)\d{{4}}")
FORCED = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relforcerowsecurity ORDER BY 1"
AROUND = {
    "row security": FORCED,
    "keys": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
    "indexes": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    "triggers": "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2",
    "policies": "SELECT polrelid::regclass::text, polname FROM pg_policy ORDER BY 1, 2",
}


def shape(destiny: str, ago: int, *, children: int = 1, strict: bool = False) -> Shape:
    """A life of that kind that began so long ago."""
    (chosen,) = (each for each in destinies() if each.name == destiny)
    ages = (*(1500 + 600 * number for number in range(children)), 12_000, 12_900)
    return Shape(chosen, oslo_date(UNTIL) - timedelta(days=ago), 41, (True, False)[:children], ages, strict)


LIVES = (
    Entry(shape("again", 420, children=2), 1), Entry(shape("extended", 130, strict=True), 1),
    Entry(shape("dismissed late", 300), 1), Entry(shape("unfounded", 1), 1),
)  # fmt: skip


def rows() -> dict[str, Counter[str]]:
    """Every row of every table, without what is drawn anew."""
    return {table.name: Counter(ANEW.sub("?", line) for line in _lines(table)) for table in tables()}


@contextmanager
def filled(*entries: Entry, poured: bool) -> Iterator[None]:
    """A service where these lives have been lived; undone afterwards."""
    with transaction.atomic():
        fill(ORDER, entries, chance=Random(ORDER.seed), bar=quiet, poured=poured)
        yield
        transaction.set_rollback(True)


def _lines(table: Table) -> list[str]:
    names = ", ".join(f'"{each.column}"' for each in table.fields)
    with (
        connection.cursor() as cursor,
        cursor.cursor.copy(f"COPY (SELECT {names} FROM {table.name}) TO STDOUT") as copy,
    ):
        return b"".join(bytes(part) for part in copy).decode().splitlines()


def _ask(statement: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def test_a_service_loaded_as_rows_is_the_one_the_actions_make(db: None) -> None:
    with filled(*LIVES, poured=False):
        played = rows()
    with filled(*LIVES, poured=True):
        poured = rows()
    assert sum(played["journal_entry"].values()) > 60
    for table in played.keys() - {"access_session"}:
        assert poured[table] == played[table], table


def test_a_life_poured_many_times_has_keys_and_numbers_of_its_own_each_time_and_leaves_the_tables_as_they_were(
    db: None,
) -> None:
    before = {what: _ask(statement) for what, statement in AROUND.items()}
    with filled(Entry(shape("dismissed", 1), 7), poured=True):
        assert {what: _ask(statement) for what, statement in AROUND.items()} == before
        for model, written in ((Case, "2026-{:04}"), (Concern, "M-2026-{:04}")):
            for municipality in (9998, 9997):
                found = sorted(model.objects.filter(municipality_id=municipality).values_list("number", flat=True))
                assert found == [written.format(number + 1) for number in range(len(found))]
        assert Concern.objects.count() == 7
        assert all(examine(one.number, "test").valid for one in IdentityNumber.objects.all())
        assert all(item.id == uuid5(item.subject, item.rule) for item in Item.objects.all())
        assert {UUID(str(one.id)).version for one in (*Case.objects.all(), *Concern.objects.all())} == {4}
        assert not [line for table in tables() for line in _lines(table) if "Qvx" in line or "31999" in line]


def test_a_database_that_is_not_empty_is_left_alone(world: World) -> None:
    with pytest.raises(NotAllowed, match="ikke tom: den har allerede 2 kommuner"):
        refuse_unless_empty()


@pytest.mark.parametrize("children", [151, 100_000])
def test_a_large_plan_has_as_many_children_as_were_asked_for_and_two_per_mille_strict_addresses(children: int) -> None:
    entries = plan.large(children, 1000, chance=Random(3), until=UNTIL)
    assert sum(entry.shape.children * entry.times for entry in entries) == children
    strict = sum(entry.times for entry in entries if entry.shape.strict)
    assert strict == max(1, round(children * 0.002))
    assert all(entry.shape.start >= plan.EARLIEST for entry in entries)


def test_what_goes_on_now_is_there_and_most_of_what_was_is_over() -> None:
    entries = plan.large(100_000, 1000, chance=Random(3), until=UNTIL)
    over = sum(entry.times for entry in entries if entry.shape.over(UNTIL)) / sum(entry.times for entry in entries)
    assert 0.6 < over < 0.95
    stages = {len(list(entry.shape.beats(UNTIL))) for entry in entries if not entry.shape.over(UNTIL)}
    assert len(stages) > 6


def test_the_same_seed_gives_the_same_plan_and_another_seed_another() -> None:
    def drawn(seed: int) -> list[Entry]:
        return plan.small(40, 700, chance=Random(seed), until=UNTIL)

    assert drawn(1) == drawn(1) != drawn(2)


def test_every_destiny_is_reached_and_their_shares_are_a_whole() -> None:
    assert sum(each.share for each in destinies()) == pytest.approx(1)


def test_nobody_is_in_the_invented_service_by_a_real_number() -> None:
    assert all(number < 9999 and name for number, name in map(names.place, range(40)))
    assert present(UNTIL + timedelta(hours=13)) == UNTIL


def test_a_pipe_hears_nothing_of_the_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.bar("Rader", 3) as done:
        done(3)
    assert capsys.readouterr().err.strip() == ""


def test_a_size_that_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(Exception, match="Skriv et tall fra 1 til 20"):
        _up_to("years")("0")
