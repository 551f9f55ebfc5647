"""An act is done whole, with its one entry in the journal, or it is not done."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from oppvekst.ground.access.actor import Actor, clock, public
from oppvekst.ground.access.models import Duty, Team
from oppvekst.ground.journal.acts import act
from oppvekst.ground.journal.looks import look
from oppvekst.ground.journal.models import Entry, Look
from oppvekst.law.refusals import NotAllowed
from tests.world import SOLVIK, World

AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
SETUP = Actor("oppsettet", SOLVIK, "owner", rights=frozenset({"team.make"}))


def make_team(name: str, *, then: Exception | None = None, by: Actor = SETUP) -> None:
    with act("team.made", by=by, at=AT, right="team.make", law="bvl § 15-3") as entry:
        team = Team.objects.create(municipality_id=SOLVIK, name=name)
        entry.about(team.id, says=f"Teamet {name} ble opprettet.", members=0)
        if then:
            raise then


def names() -> list[str]:
    return list(Team.objects.exclude(name="Undersøkelse").values_list("name", flat=True))


def ask(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def test_an_act_writes_one_entry_with_who_when_what_and_by_which_law(world: World) -> None:
    make_team("Tiltak")
    (entry,) = Entry.objects.filter(kind="team.made")
    assert (entry.actor_name, entry.actor, entry.face, entry.at) == ("oppsettet", None, "owner", AT)
    assert (entry.says, entry.law, entry.facts) == ("Teamet Tiltak ble opprettet.", "bvl § 15-3", {"members": 0})
    assert (entry.municipality_id, entry.case_id, entry.subject) == (SOLVIK, None, Team.objects.get(name="Tiltak").id)


@pytest.mark.parametrize("refusal", [NotAllowed("Ikke nå."), ZeroDivisionError()])
def test_what_is_refused_halfway_leaves_nothing_not_even_the_entry(world: World, refusal: Exception) -> None:
    with pytest.raises(type(refusal)):
        make_team("Tiltak", then=refusal)
    assert (names(), Entry.objects.count()) == ([], 0)


def test_whoever_lacks_the_right_does_not_begin(world: World) -> None:
    with pytest.raises(NotAllowed, match="kan ikke gjøre dette"):
        make_team("Tiltak", by=public(SOLVIK))
    assert (names(), Entry.objects.count()) == ([], 0)


def test_an_act_that_does_not_say_what_it_was_about_is_not_done(world: World) -> None:
    with pytest.raises(RuntimeError, match="sier ikke hva"), act("team.made", by=SETUP, at=AT, right="team.make"):
        Team.objects.create(municipality_id=SOLVIK, name="Stille")
    assert (names(), Entry.objects.count()) == ([], 0)


def test_an_act_that_leaves_its_entry_to_a_database_that_writes_none_is_not_done(world: World) -> None:
    with (
        pytest.raises(RuntimeError, match="sier ikke hva"),
        act("team.made", by=SETUP, at=AT, right="team.make") as entry,
    ):
        team = Team.objects.create(municipality_id=SOLVIK, name="Stille")
        entry.written_by_the_database(team.id, case_id=uuid4())
    assert (names(), Entry.objects.count()) == ([], 0)


def test_a_key_that_leads_nowhere_is_told_inside_the_act_and_not_at_the_end(world: World) -> None:
    """Django's keys are checked at COMMIT, where nobody can answer any more; an act asks for it before."""
    with pytest.raises(IntegrityError), act("team.made", by=SETUP, at=AT, right="team.make") as entry:
        duty = Duty.objects.create(
            municipality_id=SOLVIK, staff_id=uuid4(), role_id=uuid4(), valid_from=date(2026, 1, 1), decision="x"
        )
        entry.about(duty.id, says="Noen fikk en rolle.")
    assert Entry.objects.count() == 0


def test_an_act_within_an_act_has_its_own_entry_and_falls_with_the_outer_one(world: World) -> None:
    def both(then: Exception | None = None) -> None:
        with act("teams.made", by=SETUP, at=AT, right="team.make") as entry:
            make_team("Tiltak")
            entry.about(world.team.id, says="To team.")
            if then:
                raise then

    with pytest.raises(NotAllowed):
        both(NotAllowed("Likevel ikke."))
    assert (names(), Entry.objects.count()) == ([], 0)
    both()
    assert list(Entry.objects.order_by("kind").values_list("kind", flat=True)) == ["team.made", "teams.made"]


def test_an_inner_act_that_was_refused_leaves_the_outer_one_standing(world: World) -> None:
    with act("teams.made", by=SETUP, at=AT, right="team.make") as entry:
        with pytest.raises(NotAllowed):
            make_team("Tiltak", then=NotAllowed("Ikke det."))
        make_team("Omsorg")
        entry.about(world.team.id, says="Ett team.")
    assert names() == ["Omsorg"]
    assert Entry.objects.count() == 2


def test_the_database_numbers_its_entries_and_says_when_it_wrote_them(world: World) -> None:
    for name in ("Tiltak", "Omsorg", "Fosterhjem"):
        make_team(name)
    rows = ask("select no, xact = pg_current_xact_id(), written_at = now(), era from journal_entry order by no")
    first = rows[0][0]
    assert rows == [(first + place, True, True, 1) for place in range(3)]


CHANGES = {
    "changed": "UPDATE {0} SET kind = 'x'",
    "taken out": "DELETE FROM {0}",
    "emptied": "TRUNCATE {0}",
}


@pytest.mark.parametrize("table", ["journal_entry", "journal_look"])
@pytest.mark.parametrize("how", CHANGES)
def test_what_is_written_is_not_changed_not_even_by_the_owner(world: World, table: str, how: str) -> None:
    make_team("Tiltak")
    with world.as_("Kari Nesheim") as kari:
        look("search", by=kari, at=AT, terms="strand")
    with pytest.raises(ProgrammingError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(CHANGES[how].format(table))


def test_a_look_says_who_in_which_hat_saw_what_and_searched_for_which_words(world: World) -> None:
    case_id = uuid4()
    with world.as_("Kari Nesheim") as kari:
        look("search", by=kari, at=AT, case_id=case_id, terms="s" * 700)
    (written,) = Look.objects.all()
    assert (written.kind, written.actor, written.hat, written.case_id) == ("search", kari.staff_id, kari.hat, case_id)
    assert (written.at, len(written.terms), written.municipality_id) == (AT, 500, SOLVIK)


def test_nobody_at_the_desk_reads_who_has_looked(world: World) -> None:
    for name in ("Kari Nesheim", "Tone Vik", "Marit Solheim", "Bjørn Haugli"):
        with world.as_(name), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Look.objects.count()


@pytest.mark.parametrize("nobody", [public(SOLVIK), clock(SOLVIK)], ids=["the public", "the clock"])
def test_the_public_and_the_clock_look_at_nothing_and_are_no_person(world: World, nobody: Actor) -> None:
    with pytest.raises(NotAllowed, match="logget inn"):
        look("case", by=nobody, at=AT)
    with pytest.raises(NotAllowed, match="logget inn"):
        assert nobody.person
