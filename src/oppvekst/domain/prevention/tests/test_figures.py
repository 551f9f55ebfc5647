"""Figures that give nobody away: whoever knows the total and all that is shown, still cannot tell a small number."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oppvekst.domain.prevention.rules import FEWEST, UNDER, told_table
from oppvekst.domain.prevention.rules.figures import FIVE_OR_MORE, NOT_TOLD, told

NUMBERS = st.one_of(st.integers(0, 6), st.integers(0, 400))
TABLES = st.dictionaries(st.sampled_from("abcdefgh"), NUMBERS, min_size=1, max_size=8)


@given(TABLES)
@example({"a": 3, "b": 9})
@example({"a": 1, "b": 5})
@example({"a": 4, "b": 4})
@example({"a": 4, "b": 4, "c": 4, "d": 4})
@example({"a": 1, "b": 1, "c": 5})
@example({"a": 0, "b": 3, "c": 7, "d": 7})
def test_no_small_number_is_shown_and_none_is_what_is_left(rows: dict[str, int]) -> None:
    shown = told_table(rows)
    total = sum(rows.values())
    assert shown.total == told(total)
    if not total:
        assert set(shown.rows.values()) == {"0"}
        return
    for name, number in rows.items():
        word = shown.rows[name]
        assert word in {UNDER, NOT_TOLD} if number < FEWEST else word in {str(number), FIVE_OR_MORE, NOT_TOLD}
        if 0 < number < FEWEST and total >= FEWEST:
            assert len(_possible(shown.rows, total, name)) > 1, (rows, shown)


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 9), min_size=2, max_size=3))
def test_the_same_found_by_trying_every_number_there_could_be(rows: dict[str, int]) -> None:
    """The reader's own way: write down every set of numbers that fits what is shown, and see what a row can be."""
    shown, total = told_table(rows), sum(rows.values())
    names = list(rows)
    fits = [
        dict(zip(names, tried, strict=True))
        for tried in product(*(_allowed(shown.rows[name], total) for name in names))
        if sum(tried) == total or (shown.total == UNDER and 0 < sum(tried) < FEWEST)
    ]
    assert rows in fits
    for name, number in rows.items():
        if 0 < number < FEWEST:
            assert len({each[name] for each in fits}) > 1, (rows, shown)


@given(TABLES)
def test_what_need_not_be_hidden_is_shown(rows: dict[str, int]) -> None:
    if all(number >= FEWEST for number in rows.values()):
        assert told_table(rows).rows == {name: str(number) for name, number in rows.items()}


@pytest.mark.parametrize(("number", "word"), [(0, "0"), (1, UNDER), (4, UNDER), (5, "5"), (11, "11")])
def test_one_number_by_itself(number: int, word: str) -> None:
    assert told(number) == word


def _allowed(word: str, total: int) -> range:
    if word == UNDER:
        return range(FEWEST)
    if word == FIVE_OR_MORE:
        return range(FEWEST, max(total, FEWEST) + 1)
    return range(total + 1) if word == NOT_TOLD else range(int(word), int(word) + 1)


def _possible(shown: dict[str, str], total: int, name: str) -> list[int]:
    """What a row can be when the others are whatever they may be: the sums of ranges are whole."""
    others = [_allowed(word, total) for other, word in shown.items() if other != name]
    least, most = sum(each.start for each in others), sum(each.stop - 1 for each in others)
    return [number for number in _allowed(shown[name], total) if least <= total - number <= most]
