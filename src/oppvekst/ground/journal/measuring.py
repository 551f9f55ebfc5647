"""How long checking the journal takes: a journal of any size, sealed, and the check of it timed (docs/performance.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from django.db import connection

from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.sealing import seal
from oppvekst.ground.journal.verifying import verify

PORTION = 10_000
# As the journal of a service looks: a sentence, a section, an id or two.
_FILL = """
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
SELECT gen_random_uuid(), %s, %s::timestamptz - make_interval(secs => i), 'concern.taken', gen_random_uuid(),
  gen_random_uuid(), gen_random_uuid(), 'Kari Nesheim', 'desk', 'Kari Nesheim tok meldingen og skal gjennomgå den innen en uke.',
  'bvl § 2-1 (1)', jsonb_build_object('concern', gen_random_uuid())
FROM generate_series(1, %s) i"""


@dataclass(frozen=True, slots=True)
class Timed:
    """What was checked, how long it took, and whether it held together."""

    rows: int
    seconds: float
    whole: bool


def fill(rows: int, *, municipality: int, at: datetime) -> None:
    """So many entries, in transactions of some thousand, sealed. As the database's owner, on a database made for it."""
    for start in range(0, rows, PORTION):
        with acting("owner"), connection.cursor() as cursor:
            cursor.execute(_FILL, [municipality, at, min(PORTION, rows - start)])
        seal(at=at)


def timed_verify() -> Timed:
    """Check the whole journal as the worker does, with its seals and not with the witness, and say how long it took."""
    start = perf_counter()
    with acting("worker"):
        verdict = verify()
    seconds = perf_counter() - start
    return Timed(sum(account.sealed for account in verdict.accounts), seconds, verdict.whole)
