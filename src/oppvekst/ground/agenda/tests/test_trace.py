"""The leader is told when the trace is not safe: when nobody seals it, and when somebody has changed it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
from django.db import connection

from oppvekst.adapters.witness import FolderWitness
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.trace import tell_if_broken, tell_if_late
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.jobs import hand_out_day, seal_and_hand_out, verify_against
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.journal.sealing import LATE, late, seal
from tests.apart import Apart
from tests.world import NORDVAG, SOLVIK, World


def write(municipality: int = SOLVIK) -> datetime:
    """An act in the journal; when the database says it was written."""
    with acting("worker"), connection.cursor() as cursor:
        Entry.objects.create(
            municipality_id=municipality, at=datetime(2026, 11, 3, tzinfo=UTC), kind="prøve", subject=uuid4(),
            face="worker", says="Noe skjedde.",
        )  # fmt: skip
        cursor.execute("select max(written_at) from journal_entry")
        written: datetime = cursor.fetchone()[0]
        return written


def tasks(world: World, name: str = "Marit Solheim") -> list[str]:
    with world.as_(name) as somebody:
        return [item.title for item in worklist(somebody)]


def watch(at: datetime) -> None:
    found = late(at=at)
    with acting("worker"):
        tell_if_late(found)


def test_a_journal_that_nobody_seals_is_on_the_leaders_list_until_it_is_sealed(world: World) -> None:
    written = write()
    watch(written + LATE)
    assert tasks(world) == []
    watch(written + LATE + timedelta(minutes=1))
    assert tasks(world) == ["Journalen forsegles ikke"]
    assert tasks(world, "Kari Nesheim") == []
    assert Item.objects.get().municipality_id == SOLVIK


def test_it_is_taken_off_the_list_when_the_sealer_is_back(apart: Apart) -> None:
    written = write(NORDVAG)
    watch(written + timedelta(hours=1))
    assert Item.objects.get(open=True).municipality_id == NORDVAG
    while late(at=written + timedelta(hours=1)):
        seal(at=written)
    watch(written + timedelta(hours=1))
    assert not Item.objects.filter(open=True).exists()


def test_a_journal_that_somebody_changed_is_on_the_leaders_list(apart: Apart, tmp_path: Path) -> None:
    witness = FolderWitness(tmp_path)
    write()
    while not verify_in(witness).accounts[2].sealed:
        seal_and_hand_out(at=datetime(2026, 11, 3, tzinfo=UTC), witness=witness)
    with acting("worker"):
        tell_if_broken(verify_against(witness))
    assert not Item.objects.exists()
    _change(apart)
    with acting("worker"):
        tell_if_broken(verify_against(witness))
    assert tasks(apart.world) == ["Journalen stemmer ikke med seglene"]


def test_the_witness_keeps_how_every_chain_stands_each_day_also_when_nothing_was_sealed(
    apart: Apart, tmp_path: Path
) -> None:
    write()
    while not seal(at=datetime(2026, 11, 3, tzinfo=UTC)):
        pass
    witness = FolderWitness(tmp_path)
    for day in (3, 4):
        hand_out_day(today=date(2026, 11, day), witness=witness)
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["day-2026-11-03.json", "day-2026-11-04.json"]
    assert verify_in(witness).witnessed == 1
    with psycopg.connect(apart.server.superuser(apart.database), autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("DELETE FROM journal_seal")
        superuser.execute("DELETE FROM journal_entry")
    assert not verify_in(witness).whole


def verify_in(witness: FolderWitness):  # type: ignore[no-untyped-def]
    with acting("worker"):
        return verify_against(witness)


def _change(apart: Apart) -> None:
    with apart.superuser() as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("UPDATE journal_entry SET says = 'Ingenting skjedde.'")
