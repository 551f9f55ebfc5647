"""An invented service: what is loaded as rows is what the actions would have written, row for row."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime

import pytest
from django.db import connection, transaction

from oppvekst.faces.cli.synth.build import Order, build
from oppvekst.faces.cli.synth.mould import UUID_TEXT, Table, tables
from oppvekst.faces.cli.synth.progress import quiet
from oppvekst.law.calendar import OSLO

UNTIL = datetime(2026, 11, 24, tzinfo=OSLO)
ORDER = Order(children=14, years=2, seed=11, municipalities=2, until=UNTIL)
# Keys, references and running numbers are drawn anew each time; rows are compared without them.
ANEW = re.compile(rf"{UUID_TEXT}|[2-9A-Z]{{4}}-[2-9A-Z]{{4}}-[2-9A-Z]{{4}}|(?<=20\d\d-)\d{{4}}")


def rows() -> dict[str, Counter[str]]:
    """Every row of every table, without what is drawn anew."""
    return {table.name: Counter(ANEW.sub("?", line) for line in _lines(table)) for table in tables()}


def _lines(table: Table) -> list[str]:
    names = ", ".join(f'"{each.column}"' for each in table.fields)
    with connection.cursor() as cursor, cursor.cursor.copy(f"COPY (SELECT {names} FROM {table.name}) TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy).decode().splitlines()


@pytest.fixture
def both(db: None) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """The same service twice: through the actions, and as rows."""
    found = []
    for poured in (False, True):
        with transaction.atomic():
            import time; t=time.time(); c=time.process_time()
            build(ORDER, bar=quiet, poured=poured)
            print(poured, time.time()-t, time.process_time()-c)
            found.append(rows())
            transaction.set_rollback(True)
    return found[0], found[1]


def test_a_service_loaded_as_rows_is_the_one_the_actions_make(both) -> None:
    played, poured = both
    left_out = {"access_session"}
    for table in played.keys() - left_out:
        assert poured[table] == played[table], table
