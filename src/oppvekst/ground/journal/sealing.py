"""Sealing what has been written, in batches, so that no writer ever waits for another (D97)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection

from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.chain import START, TABLES, Batch, Position, position_of, unsealed_lines
from oppvekst.ground.journal.models import Seal, Trail

LARGEST = 20_000
# Sealing comes every minute. What has waited so long waits because something is wrong.
LATE = timedelta(minutes=15)
# One sealer at a time; the other comes back in a minute.
LOCK = 7_397_325
# Every transaction below the horizon has ended, so nothing can still appear behind it.
FINISHED = "AND xact < pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()) AND (era, xact, no) > ({}, '{}'::xid8, {})"


def seal(*, at: datetime) -> list[Seal]:
    """Seal all that is finished and not sealed, for every municipality. Each batch is a transaction of its own."""
    with acting("worker"):
        municipalities = list(Municipality.objects.order_by("number").values_list("number", flat=True))
    made = []
    for municipality in municipalities:
        for trail in Trail:
            while batch := _seal_next(trail, municipality, at=at):
                made.append(batch)
    return made


def late(*, at: datetime) -> dict[int, datetime]:
    """Municipalities whose oldest unsealed row has waited longer than it should, with when it was written."""
    with acting("worker"):
        numbers = list(Municipality.objects.order_by("number").values_list("number", flat=True))
        waiting = {
            number: min(filter(None, (_oldest(trail, number) for trail in Trail)), default=None) for number in numbers
        }
    return {number: since for number, since in waiting.items() if since and at - since > LATE}


def _oldest(trail: Trail, municipality: int) -> datetime | None:
    """When the oldest row that is not sealed was written, by the database's own clock."""
    start = _start(_last(trail, municipality))
    with connection.cursor() as cursor:
        cursor.execute(
            f"select min(written_at) from {TABLES[trail]} where municipality_id = %s"  # noqa: S608 (our own name)
            " and (era, xact, no) > (%s, %s::text::xid8, %s)",
            [municipality, start.era, str(start.xact), start.no],
        )
        return cursor.fetchone()[0]  # type: ignore[no-any-return]


def _last(trail: Trail, municipality: int) -> Seal | None:
    return Seal.objects.filter(trail=trail, municipality_id=municipality).order_by("-batch").first()


def _start(last: Seal | None) -> Position:
    return Position(last.era, last.xact, last.no) if last else Position()


def _seal_next(trail: Trail, municipality: int, *, at: datetime) -> Seal | None:
    with acting("worker"):
        if not _alone():
            return None
        last = _last(trail, municipality)
        start = _start(last)
        batch = Batch.after(bytes.fromhex(last.digest) if last else START)
        line = b""
        for line in unsealed_lines(trail, municipality, which=_unsealed(start), limit=LARGEST):
            batch.take(line)
        if not batch.rows:
            return None
        return _write(batch, position_of(line), trail, municipality, number=last.batch + 1 if last else 1, at=at)


def _unsealed(start: Position) -> str:
    return FINISHED.format(start.era, start.xact, start.no)


def _write(batch: Batch, last: Position, trail: Trail, municipality: int, *, number: int, at: datetime) -> Seal:
    return Seal.objects.create(
        municipality_id=municipality, trail=trail, batch=number, sealed_at=at, rows=batch.rows, era=last.era,
        xact=last.xact, no=last.no, marks=bytes(batch.marks), digest=batch.digest.hex(),
    )  # fmt: skip


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s::bigint)", [LOCK])
        return bool(cursor.fetchone()[0])
