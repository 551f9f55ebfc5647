"""Names are found however they are spelled, and an age is what the law means by it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oppvekst.domain.people.rules import age, age_in_words, search_key

TODAY = date(2026, 11, 22)
SAME = (
    ("Christoffer Aasen", "Kristoffer Åsen"), ("Øyvind Ødegård", "Oeyvind Oedegaard"), ("Håkon", "Haakon"), ("Håkon", "Hakon"),
    ("Thea", "Tea"), ("Wilhelm", "Vilhelm"), ("Michael", "Mikael"), ("Søren Sætre", "Sören Saetre"), ("Marie", "Mari"),
    ("Zoë", "Zoe"), ("André", "Andre"), ("Bjørn", "Bjorn"), ("Anne-Marie", "anne  marie"), ("Hjalmar", "Jalmar"),
    ("Camilla", "Kamila"), ("Philip", "Filip"), ("Jørgen", "Joergen"), ("Strand,", "STRAND"), ("Alexander", "Aleksander"),
    # The same letters, composed and decomposed, as a telephone and a machine send them.
    ("Håkon", "Ha\u030akon"),
    # Sámi, Polish, Icelandic and Turkish letters that have no accent to take off.
    ("Máđii", "Madii"), ("Jáŋŋa", "Janna"), ("Beaŧŧá", "Beata"), ("Michał", "Mikal"), ("Guðrún", "Gudrun"), ("Þór", "Tor"),
    ("Işıl", "Isil"),
)  # fmt: skip
DIFFERENT = (
    ("Kari", "Kåre"),
    ("Ola", "Olga"),
    ("Jonas", "Johannes"),
    ("Lie", "Lund"),
    ("Per", "Pia"),
    ("Emil", "Emma"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_name_are_found_as_one(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names_are_two(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@pytest.mark.parametrize("letter", "æøåäöéèêóòôüčđŋšŧžáłðþıçñ")
def test_no_letter_of_a_name_is_lost_or_cuts_it_in_two(letter: str) -> None:
    key = search_key(f"ma{letter}m")
    assert key.isascii()
    assert " " not in key
    assert len(key) > 2, key


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå ", max_size=30))
@settings(deadline=None, max_examples=200)
def test_a_key_is_plain_letters_with_single_spaces_whatever_was_typed(name: str) -> None:
    key = search_key(name)
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert key == " ".join(key.split())
    assert search_key(name.upper()) == search_key(f"  {name}  ") == key


def test_nothing_has_an_empty_key() -> None:
    assert search_key("") == search_key(" - ") == ""


@given(st.dates(date(1930, 1, 1), date(2026, 11, 22)), st.integers(0, 95))
@settings(deadline=None, max_examples=200)
def test_an_age_is_reached_on_the_birthday_and_not_the_day_before(born: date, years: int) -> None:
    day = date(born.year + years, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + years)
    reached = day if (born.month, born.day) != (2, 29) or years % 4 else born.replace(year=born.year + years)
    assert age(born, today=reached) == years
    assert age(born, today=reached - timedelta(days=1)) == years - 1


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2026, 11, 22), "0 måneder"), (date(2026, 10, 22), "1 måned"), (date(2026, 10, 23), "0 måneder"),
        (date(2025, 11, 22), "12 måneder"), (date(2024, 11, 23), "23 måneder"), (date(2024, 11, 22), "2 år"),
        (date(2011, 11, 22), "15 år"), (date(2011, 11, 23), "14 år"), (None, ""),
    ],
)  # fmt: skip
def test_an_age_is_said_as_one_says_it(born: date | None, said: str) -> None:
    assert age_in_words(born, today=TODAY) == said


def test_a_child_that_is_not_born_is_said_to_be_so() -> None:
    assert age_in_words(None, due_date=date(2027, 2, 14), today=TODAY) == "ufødt"
