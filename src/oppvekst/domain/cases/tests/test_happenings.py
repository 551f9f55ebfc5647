"""What happened, with its source: only added to; a correction stands before what it corrects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from oppvekst.domain.cases import actions, queries
from oppvekst.domain.cases.actions import Told
from oppvekst.domain.cases.models import Happening
from oppvekst.domain.cases.queries.happenings import withdrawn
from oppvekst.domain.cases.rules.when import read
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY
from tests.world import World

DRANK = Told(
    read("våren 2024"), "Mor drakk i helgene.", "said", "Mormor i møte 3.11.2026", "Barna passet på hverandre."
)


@pytest.fixture
def acting(world: World) -> Iterator[tuple[UUID, Any]]:
    """Emil's case, and by whom and when."""
    with world.as_("Kari Nesheim") as kari:
        case = actions.open_case(Details(given_name="Emil"), by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED)
        yield case.id, {"by": kari, "at": TUESDAY}


def test_a_fact_stands_with_its_source_apart_from_what_is_made_of_it(acting: tuple[UUID, Any]) -> None:
    case_id, how = acting
    actions.write_happening(case_id, DRANK, **how)
    (line,) = queries.happening_lines(case_id)
    assert (str(line.when), line.what, line.source) == ("våren 2024", "Mor drakk i helgene.", "Mormor i møte 3.11.2026")
    assert (line.assessment, line.entered) == ("Barna passet på hverandre.", "Kari Nesheim 24.11.2026")
    assert Entry.objects.get(kind="happening.written").says == "Hendelse ført på tidslinja: våren 2024."


def test_a_fact_without_a_source_is_not_written(acting: tuple[UUID, Any]) -> None:
    case_id, how = acting
    with pytest.raises(Incomplete) as refused:
        actions.write_happening(case_id, Told(read("2024"), "", "rykte", " "), **how)
    assert set(refused.value.fields) == {"fact", "source", "source_kind"}


def test_a_correction_is_added_and_the_earlier_words_stand_behind_it(acting: tuple[UUID, Any]) -> None:
    case_id, how = acting
    row = actions.write_happening(case_id, DRANK, **how)
    told = Told(read("høsten 2024"), "Mor drakk i høstferien.", "said", "Mormor i møte 3.11.2026")
    with pytest.raises(Incomplete):
        actions.correct_happening(case_id, row.id, told, " ", **how)
    actions.correct_happening(case_id, row.id, told, "Mormor mintes feil.", **how)
    (line,) = queries.happening_lines(case_id)
    assert (line.what, [str(before) for before in line.earlier]) == (
        "Mor drakk i høstferien.",
        ["Mor drakk i helgene."],
    )
    with pytest.raises(NotAllowed, match="En annen har rettet"):
        actions.correct_happening(case_id, row.id, told, "En gang til.", **how)


def test_what_is_taken_off_the_line_is_kept_with_the_reason(acting: tuple[UUID, Any]) -> None:
    case_id, how = acting
    row = actions.write_happening(case_id, DRANK, **how)
    actions.withdraw_happening(case_id, row.id, "Gjaldt et annet barn.", **how)
    assert queries.happening_lines(case_id) == []
    assert [(gone.fact, gone.corrected_because) for gone in withdrawn(case_id)] == [
        ("Mor drakk i helgene.", "Gjaldt et annet barn.")
    ]


def test_not_even_the_writer_can_change_what_stands(acting: tuple[UUID, Any]) -> None:
    case_id, how = acting
    actions.write_happening(case_id, DRANK, **how)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Happening.objects.update(fact="Ingenting.")


@pytest.mark.parametrize("stranger", ["Ola Brandvold", "Siri Nordli"])
def test_a_colleague_without_the_case_sees_nothing_of_it(world: World, acting: tuple[UUID, Any], stranger: str) -> None:
    case_id, how = acting
    row = actions.write_happening(case_id, DRANK, **how)
    with world.as_(stranger):
        assert not Happening.objects.exists()
        with pytest.raises(NotFound):
            queries.get_happening(case_id, row.id)
