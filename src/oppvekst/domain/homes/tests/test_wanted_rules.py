"""What may be asked of the coordinator, what must be in place, who fits, and where each step leads: tables to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from oppvekst.domain.homes.rules import (
    HOME_ANSWERED,
    WANTED_MACHINE,
    Kind,
    Offered,
    WantedFacts,
    Wish,
    answer_due,
    check_in_place,
    check_wish,
    fit,
    in_place_for,
    not_in_place,
)
from oppvekst.law.citation import Mark
from oppvekst.law.refusals import Incomplete, NotAllowed

TODAY = date(2026, 10, 8)
AREAS = ["Solvik sentrum", "Vikøya"]
WISH = Wish(
    kind=Kind.VISITING_HOME, age="6_12", often="fortnightly", wanted_from=date(2026, 11, 1), area="Vikøya", language="pl",
    needs=("no_animals",), words="Liker å fiske og å være ute.",
)  # fmt: skip


def test_what_is_asked_has_no_field_for_a_child() -> None:
    assert set(Wish.__dataclass_fields__) == {
        "kind", "age", "often", "wanted_from", "area", "language", "needs", "words", "kept_reason",
    }  # fmt: skip
    check_wish(WISH, areas=AREAS, today=TODAY)


@pytest.mark.parametrize(
    ("name", "value", "at"),
    [
        ("kind", Kind.FOSTER_HOME, "kind"), ("age", "9", "age"), ("often", "alltid", "often"),
        ("area", "Fjordgata 12", "area"),
        ("language", "xx", "language"), ("needs", ("no_animals", "Emil"), "needs"),
        ("wanted_from", date(2026, 10, 7), "wanted_from"),
        ("words", "Emil liker å fiske.", "words"), ("words", "Går på Lyngveien skole.", "words"),
        ("words", "24911688123", "words"),
        ("words", "a" * 301, "words"),
    ],
)  # fmt: skip
def test_what_is_no_code_or_gives_somebody_away_is_refused_at_its_field(name: str, value: Any, at: str) -> None:
    with pytest.raises(Incomplete) as refused:
        check_wish(replace(WISH, **{name: value}), areas=AREAS, today=TODAY)
    assert set(refused.value.fields) == {at}


def test_a_name_of_the_family_is_known_however_it_is_written_and_a_word_may_stand_with_a_reason() -> None:
    with pytest.raises(Incomplete):
        check_wish(replace(WISH, words="det er tiril som trenger ro"), areas=AREAS, known=["Tiril Moe"], today=TODAY)
    check_wish(replace(WISH, words="Vil se Emil.", kept_reason="Det er en film."), areas=AREAS, today=TODAY)
    with pytest.raises(Incomplete) as refused:
        check_wish(replace(WISH, words="Vil se Emil.", kept_reason="Om Emil"), areas=AREAS, today=TODAY)
    assert set(refused.value.fields) == {"kept_reason"}
    # No reason keeps the name of somebody in the family, nor anything at all where somebody's address is protected.
    for words, known, places in (
        ("Vil se Emil.", ["Emil"], None),
        ("Vil se Emil.", [], []),
        ("ute på vikøya", [], ["Vikøya"]),
    ):
        with pytest.raises(Incomplete) as refused:
            kept = replace(WISH, area="", words=words, kept_reason="Det er en film.")
            check_wish(kept, areas=[], known=known, places=places, today=TODAY)
        assert set(refused.value.fields) == {"words"}


# Where each step leads: from, step, what the facts say, to; or the field that lacks something; or «no».
STEPS = [
    ("asked", "name_home", {"answer_words": "Ring dem."}, "answered"),
    ("asked", "name_home", {"answer_words": " "}, {"words"}),
    ("asked", "name_home", {"answer_words": "Ring.", "chosen": False}, {"offer"}),
    ("asked", "name_home", {"answer_words": "Ring.", "in_touch": False}, {"offer"}),
    ("asked", "name_home", {"answer_words": "Ring.", "kind_fits": False}, {"offer"}),
    ("asked", "name_home", {"answer_words": "Ring.", "others": 1}, {"several"}),
    ("asked", "name_home", {"answer_words": "Ring.", "others": 1, "others_confirmed": True}, "answered"),
    ("asked", "say_none", {"answer_words": "Ingen på Vikøya nå."}, "none_found"),
    ("asked", "say_none", {}, {"words"}),
    ("asked", "accept", {}, "no"),
    ("asked", "take_back", {}, "withdrawn"),
    ("answered", "accept", {}, "accepted"),
    ("answered", "accept", {"stands": False}, "no"),
    ("answered", "cannot", {"answer_words": "De flytter."}, "asked"),
    ("answered", "cannot", {}, {"words"}),
    ("accepted", "cannot", {"answer_words": "De flytter."}, "no"),
    ("answered", "accept", {"not_in_place": ("certificate",)}, "no"),
    ("answered", "ask_again", {"reasons": "De har hund."}, "asked_again"),
    ("answered", "ask_again", {}, {"reasons"}),
    ("answered", "name_home", {"answer_words": "Ring."}, "no"),
    ("none_found", "ask_again", {"reasons": "Det kan være lenger unna."}, "asked_again"),
    ("none_found", "accept", {}, "no"),
    ("accepted", "let_go_of", {"reasons": "De flytter."}, "let_go"),
    ("accepted", "take_back", {}, "no"),
    ("let_go", "ask_again", {"reasons": "Nytt hjem."}, "no"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "step", "facts", "to"), STEPS)
def test_each_step_leads_where_it_should_or_says_what_is_lacking(
    state: str, step: str, facts: dict[str, Any], to: str | set[str]
) -> None:
    if to == "no":
        with pytest.raises(NotAllowed):
            WANTED_MACHINE.take(state, step, WantedFacts(**facts))
    elif isinstance(to, set):
        with pytest.raises(Incomplete) as refused:
            WANTED_MACHINE.take(state, step, WantedFacts(**facts))
        assert set(refused.value.fields) == to
    else:
        assert WANTED_MACHINE.take(state, step, WantedFacts(**facts)) == to


def test_what_is_lacking_before_a_child_comes_is_said_with_the_section() -> None:
    with pytest.raises(NotAllowed, match="uttømmende og utvidet politiattest er vist") as refused:
        WANTED_MACHINE.take("answered", "accept", WantedFacts(not_in_place=("certificate",)))
    assert str(refused.value.citation) == "bvl § 12-11"
    assert refused.value.interpretation


def test_what_is_our_own_practice_says_so() -> None:
    ours = [one for one in (*in_place_for("visiting_home"), *in_place_for("support_contact")) if one.citation is None]
    assert [one.id for one in ours] == ["approved", "talked"]
    assert all(one.mark is Mark.C and "egen praksis" in one.interpretation for one in ours)
    assert "vår tolkning" in in_place_for("visiting_home")[0].interpretation


def test_a_day_to_come_is_no_day_that_something_was_shown() -> None:
    told = {"certificate": TODAY, "approved": date(2026, 10, 9)}
    with pytest.raises(Incomplete) as refused:
        check_in_place("visiting_home", told, today=TODAY)
    assert set(refused.value.fields) == {"approved"}
    assert not_in_place("visiting_home", told) == ("household",)


def test_the_day_to_answer_is_the_services_own_and_can_be_another() -> None:
    due = answer_due(date(2026, 10, 8))
    assert due.due == date(2026, 10, 22)
    assert due.interpretation and "egen praksis" in due.interpretation
    assert HOME_ANSWERED.newest.mark is Mark.C
    assert answer_due(date(2026, 10, 8), days=2).due == date(2026, 10, 12)


def test_the_place_goes_before_the_language_and_the_language_before_the_rest() -> None:
    near = Offered(area="Vikøya", household={}, can_offer={"animals": ["dog"]})
    speaks = Offered(
        area="Solvik", household={}, can_offer={"languages": "norsk og polsk", "ages": ["6_12"], "often": "fortnightly"}
    )
    other = Offered(
        area="Solvik",
        household={"adults": 2},
        can_offer={"ages": ["6_12"], "often": "fortnightly", "animals": ["none"]},
    )
    ranked = sorted((speaks, other, near), key=lambda one: fit(WISH, one).order)
    # What must be so and is not goes last; what is not known is asked about.
    assert ranked == [speaks, other, near]
    assert fit(WISH, near).differs == ("Har ikke sagt at de snakker polsk",)
    assert fit(WISH, near).fails == ("Har dyr",)
    assert fit(WISH, speaks).unknown == ("Ingen dyr i hjemmet",)
    assert sorted((speaks, near), key=lambda one: fit(replace(WISH, needs=()), one).order) == [near, speaks]
    assert fit(WISH, other).agrees == ("Vil gjerne ha 6–12 år", "Kan annenhver helg", "Har ingen dyr")
