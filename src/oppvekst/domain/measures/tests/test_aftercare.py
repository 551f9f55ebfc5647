"""A youth with running help is asked about the time after 18: at 17, and again half a year before, until it is decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import EMIL, family, signed
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.rules.aftercare import AftercareFacts, Wants, askings
from oppvekst.domain.measures.tests.test_actions import running
from oppvekst.ground.agenda.models import Item
from oppvekst.law.refusals import Incomplete
from tests.desk import opened_desk, words
from tests.world import World

# Seventeen on 10 October 2026; the help of these tests starts on 1 June, and is looked at again on 1 September.
YOUTH = replace(EMIL, given_name="Ida", birth_date=date(2009, 10, 10))
AT_17, AT_17_AND_A_HALF = date(2026, 10, 10), date(2027, 4, 10)
OCTOBER = datetime(2026, 10, 12, 10, 0, tzinfo=UTC)
BORN = date(2009, 10, 10)


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({}, [(AT_17, None)]),
        ({"running_since": None}, []),
        ({"looked_at_again": date(2025, 9, 1)}, []),
        ({"running_since": date(2027, 11, 1)}, []),
        ({"running_since": date(2026, 12, 1)}, [(date(2026, 12, 1), None)]),
        ({"talked_on": (date(2026, 10, 12),)}, [(AT_17, date(2026, 10, 12)), (AT_17_AND_A_HALF, None)]),
        (
            {"talked_on": (date(2026, 10, 12), date(2027, 4, 20))},
            [(AT_17, date(2026, 10, 12)), (AT_17_AND_A_HALF, date(2027, 4, 20))],
        ),
        ({"decided_on": date(2026, 9, 1)}, [(AT_17, date(2026, 9, 1)), (AT_17_AND_A_HALF, date(2026, 9, 1))]),
    ],
)
def test_when_the_youth_is_asked_and_when_that_is_done(
    facts: dict[str, Any], wanted: list[tuple[date, date | None]]
) -> None:
    usual = AftercareFacts(born=BORN, running_since=date(2026, 6, 1), looked_at_again=date(2026, 9, 1))
    assert [(one.due, one.done_on) for one in askings(replace(usual, **facts))] == wanted


def waiting(world: World, name: str) -> list[tuple[str, date | None]]:
    with world.as_(name):
        return list(Item.objects.filter(subject_kind="aftercare", open=True).values_list("rule", "due"))


def test_the_task_is_kari_s_alone_until_the_youths_own_wish_is_written_down(
    world: World, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ida = family(world, YOUTH)
    running(world, ida)
    assert (waiting(world, "Kari Nesheim"), waiting(world, "Ola Brandvold")) == ([("D29", AT_17)], [])
    kari = opened_desk(world, settings, monkeypatch, at=OCTOBER)("Kari Nesheim")
    here, talk = f"/saker/{ida}/tiltak/", f"/saker/{ida}/tiltak/etter-18/"
    assert talk in kari.see("/min-dag/")
    assert "Snakk med ungdommen om hjelp etter 18 år" in words(kari.see(here))
    assert "Skriv hva ungdommen ønsker" in kari.send(talk, 422, on="12.10.2026", wants="yes")
    kari.send(talk, on="12.10.2026", wants="yes", words="Jeg vil beholde støttekontakten.")
    page = words(kari.see(here))
    assert "Vil ha hjelp etter 18 år Jeg vil beholde støttekontakten." in page
    assert "Jeg vil beholde støttekontakten." in words(kari.see(f"/saker/{ida}/barnets-stemme/"))
    assert waiting(world, "Kari Nesheim") == [("D29-again", AT_17_AND_A_HALF)]


def test_a_decision_on_help_after_18_answers_it_the_moment_it_is_signed(world: World) -> None:
    ida = family(world, YOUTH)
    running(world, ida)
    terms = decisions.Terms(kind=Kind.AFTERCARE, category="4.6", consent_ground="not_needed")
    decision = signed(world, ida, terms=terms, at=OCTOBER)
    with world.as_("Marit Solheim") as marit:
        actions.decision_signed(decision.id, by=marit, at=OCTOBER)
    assert waiting(world, "Kari Nesheim") == []


def test_the_day_is_not_ahead_and_the_words_are_there(world: World) -> None:
    ida = family(world, YOUTH)
    with world.as_("Kari Nesheim") as kari:
        for day, said in ((date(2026, 10, 13), "Ja."), (date(2026, 10, 12), " ")):
            with pytest.raises(Incomplete):
                actions.note_aftercare_talk(ida, on=day, wants=Wants.YES, words=said, by=kari, at=OCTOBER)


def test_no_child_of_seven_has_the_task_on_anybodys_list(world: World) -> None:
    running(world, family(world))
    assert waiting(world, "Kari Nesheim") == []
