"""The child's voice while help is given: in the plan, and each time one looks at whether it works."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.investigations.actions import Talk, write_talk
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Evaluation
from oppvekst.domain.measures.rules.voice import lacks_in_evaluation
from oppvekst.domain.measures.tests.test_actions import FIRST, emil, looked, running
from tests.desk import Come, opened_desk, words
from tests.world import World

__all__ = ["emil"]
KARI = "Kari Nesheim"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=FIRST)


@pytest.mark.parametrize(
    ("heard", "said", "reason", "talked", "sentence"),
    [
        (True, "Det er bedre.", "", False, ""),
        (True, " ", "", False, "Barnet er hørt, men det står ikke hva det sa."),
        (True, "", "", True, ""),
        (False, "", "Fire måneder gammel.", False, ""),
        (False, "", " ", False, "Hør barnet om hjelpen virker, eller skriv hvorfor"),
        (False, "", "", True, ""),
    ],
)
def test_an_evaluation_has_the_childs_words_or_says_why_not(
    *, heard: bool, said: str, reason: str, talked: bool, sentence: str
) -> None:
    found = lacks_in_evaluation(heard=heard, words=said, reason=reason, talked=talked)
    assert [bool(sentence) and lack.sentence.startswith(sentence) for lack in found] == [True] * bool(sentence)


def test_the_panel_asks_for_the_childs_words_in_the_plan_and_in_the_evaluation_until_they_are_there(
    world: World, emil: UUID, desk: Come
) -> None:
    measure = running(world, emil)
    kari, place = desk(KARI), f"/saker/{emil}/barnets-stemme/"
    assert "Skriv barnets egne ord i tiltaksplanen. bvl §§ 1-4, 8-1 (2) Åpne tiltaket" in words(kari.see(place))
    with world.as_(KARI) as by:
        actions.write_plan(measure.id, actions.Written(child_words="Jeg vil slippe bråk."), by=by, at=FIRST)
        actions.evaluate(measure.id, looked(Evaluation.Outcome.CONTINUE, FIRST.date()), by=by, at=FIRST)
    text = words(kari.see(place))
    assert "Jeg vil slippe bråk." in text
    assert "tiltaksplanen. bvl" not in text
    assert "Barnet er hørt, men det står ikke hva det sa" in text
    with world.as_(KARI) as by:
        said = Talk(
            held_at=FIRST, place="Hjemme", told_purpose=True, told_readers=True, told_voluntary=True, understood_how="Nikket.",
            parents_told=True, heard_about="Om hjelpen virker.", words="Det er bedre nå.",
        )  # fmt: skip
        write_talk(emil, said, by=by, at=FIRST)
    text = words(kari.see(place))
    assert "Barnet er hørt, men det står ikke" not in text
    assert "Det er bedre nå." in text


def test_help_that_is_over_is_asked_for_nothing_more(world: World, emil: UUID, desk: Come) -> None:
    measure = running(world, emil)
    with world.as_(KARI) as by:
        ended = looked(Evaluation.Outcome.END, date(2026, 9, 1), end_words="Målene er nådd.")
        actions.evaluate(measure.id, ended, by=by, at=FIRST)
    assert "tiltaksplanen. bvl" not in words(desk(KARI).see(f"/saker/{emil}/barnets-stemme/"))
