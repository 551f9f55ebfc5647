"""Two who write in the same text: what each has changed stands, and where both have, both texts are shown and kept."""

from __future__ import annotations

from typing import Any

import pytest

from oppvekst.ground.web.drafting import Choice, Clash, SharedForm, choice_name, meet
from oppvekst.ground.web.forms import long_text


class Note(SharedForm):
    """A text of two fields."""

    view = long_text(label="Syn", required=False)
    risk = long_text(label="Risiko", required=False)


WAS = {"view": "Før.", "risk": "Før."}
NOW = {"view": "Siris.", "risk": "Før."}


def sent(**values: Any) -> Note:
    form = Note({"a-version": "1", **{f"a-{name}": value for name, value in values.items()}}, prefix="a")
    assert form.is_valid(), form.errors
    return form


@pytest.mark.parametrize(
    ("was", "mine", "now", "stands", "clashes"),
    [
        ("x", "x", "x", "x", False),
        ("x", "y", "x", "y", False),
        ("x", "x", "z", "z", False),
        ("x", "y", "y", "y", False),
        ("x", "y", "z", "y", True),
        ("", "y", "z", "y", True),
        ("x\ny", "x\r\ny ", "z", "z", False),
        ("x", "", "z", "", True),
    ],
    ids=[
        "nobody", "only I", "only the other", "both the same", "both", "both in an empty one", "only line endings",
        "I took it out, the other changed it",
    ],
)  # fmt: skip
def test_three_texts_beside_each_other(was: str, mine: str, now: str, stands: str, clashes: bool) -> None:
    met = meet({"view": was}, {"view": mine}, {"view": now})
    assert (met.texts["view"], bool(met.clashes)) == (stands, clashes)


def test_where_both_have_written_both_texts_are_whole() -> None:
    met = sent(view="Karis.", risk="Karis.").meet(was=WAS, now=NOW, number=2)
    assert met.clashes == (Clash("view", "Karis.", "Siris."),)
    assert met.texts["risk"] == "Karis."


@pytest.mark.parametrize(
    ("choice", "stands"),
    [(Choice.MINE, "Karis."), (Choice.THEIRS, "Siris."), (Choice.BOTH, "Siris.\n\nKaris.")],
)
def test_the_writer_chooses_what_stands(choice: Choice, stands: str) -> None:
    met = sent(**{"view": "Karis.", "risk": "Før.", "seen": "2", "view-choice": choice}).meet(
        was=WAS, now=NOW, number=2
    )
    assert (met.texts["view"], met.clashes) == (stands, ())


def test_a_choice_counts_only_for_the_text_it_was_made_about() -> None:
    later = {"view": "Olas.", "risk": "Før."}
    form = sent(**{"view": "Karis.", "risk": "Før.", "seen": "2", "view-choice": "mine"})
    assert form.meet(was=WAS, now=later, number=3).clashes == (Clash("view", "Karis.", "Olas."),)


def test_no_choice_and_a_choice_that_is_none_leave_both_texts() -> None:
    for choice in ({}, {"view-choice": ""}, {"view-choice": "begge to"}):
        form = sent(view="Karis.", risk="Før.", seen="2", **choice)
        assert form.meet(was=WAS, now=NOW, number=2).clashes
    assert choice_name(form, "view") == "a-view-choice"
