"""The search for who else can help, in a catalogue of two thousand: one question, by its index. No times here."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.measures import queries
from oppvekst.domain.measures.queries import Wanted
from oppvekst.faces.cli.bench.catalogue import fill_catalogue
from tests.desk import TUESDAY
from tests.world import SOLVIK, World

TODAY = TUESDAY.date()


def test_the_search_is_one_question_of_the_database_by_its_index(world: World) -> None:
    fill_catalogue(SOLVIK, at=TUESDAY)
    wanted = Wanted(today=TODAY, age=8, category="3.2", postal_code="9998")
    with world.as_("Kari Nesheim") as kari, CaptureQueriesContext(connection) as asked:
        found = queries.who_can_help(kari, wanted)
    assert found
    assert len(asked) == 1
    with world.as_("Kari Nesheim") as kari, connection.cursor() as cursor:
        cursor.execute("EXPLAIN " + asked[0]["sql"])
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "catalogue_offer_of_code" in plan, plan
