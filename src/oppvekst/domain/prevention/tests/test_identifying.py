"""What is kept of a discussion tells nobody who it was about: mended, or kept with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from oppvekst.domain.prevention.rules import (
    Agreed,
    Held,
    check_agreed,
    check_held,
    identifying,
    refuse_unmendable,
)
from oppvekst.law.refusals import Incomplete, NotAllowed

TODAY = date(2026, 10, 8)
A_TALK = Held(
    held_on=TODAY, body="parent", topic="everyday", age="0_2", way="group", minutes=15, advice=("listened",)
)  # fmt: skip
AGREED = Agreed(
    held_on=TODAY, body="kindergarten", about="Liam, 4", consented="mother", consent_by="Mor", consented_on=TODAY
)  # fmt: skip


def test_an_identity_number_is_never_repeated_and_never_kept() -> None:
    assert "249116" not in identifying("24911688123")[0].sentence
    with pytest.raises(Incomplete) as stopped:
        check_held(_with(words="24911688123", kept_reason="Det er et kursnummer."), today=TODAY)
    assert "aldri" in stopped.value.fields["words"]


def test_what_looks_like_a_name_is_mended_or_kept_with_a_reason() -> None:
    with pytest.raises(Incomplete) as stopped:
        check_held(_with(words="Selam spør om søvn."), today=TODAY)
    assert stopped.value.fields["words"] == (
        "«Selam» ser ut som et navn. Ta det bort, eller skriv under hvorfor det kan stå."
    )
    assert str(stopped.value.citation) == "bvl § 13-1 (1)"
    kept = check_held(_with(words="Viste til boka Emil.", kept_reason="Navnet på en bok."), today=TODAY)
    assert [found.words for found in kept] == ["Emil"]


def test_the_reason_itself_tells_nobody_either() -> None:
    with pytest.raises(Incomplete) as stopped:
        check_held(_with(words="Om Emil.", kept_reason="Det er Emil på Lyngveien skole."), today=TODAY)
    assert set(stopped.value.fields) == {"kept_reason"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("body", "emil"), ("topic", ""), ("age", "4"), ("way", "x"), ("minutes", 0), ("minutes", 481), ("advice", ()),
        ("advice", ("slå",)), ("held_on", date(2026, 10, 9)), ("held_on", date(2026, 9, 1)), ("words", "a" * 601),
    ],
)  # fmt: skip
def test_what_is_no_code_or_no_day_of_ours_is_refused_at_its_field(name: str, value: object) -> None:
    with pytest.raises(Incomplete) as stopped:
        check_held(_with(**{name: value}), today=TODAY)
    assert set(stopped.value.fields) == {name}


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("consent_by", "", "consent_by"), ("consented", "neighbour", "consent_by"), ("about", "", "about"),
        ("consented_on", date(2026, 10, 9), "consented_on"), ("words", "24911688123", "words"),
    ],
)  # fmt: skip
def test_nobody_is_talked_about_by_name_before_the_family_has_agreed(name: str, value: object, field: str) -> None:
    with pytest.raises(Incomplete) as stopped:
        check_agreed(replace(AGREED, **{name: value}), today=TODAY)  # type: ignore[arg-type]
    assert set(stopped.value.fields) == {field}


def test_only_the_writer_mends_and_only_the_same_day() -> None:
    refuse_unmendable(own=True, noted_on=TODAY, today=TODAY, taken_back=False)
    for own, noted_on, taken_back in ((False, TODAY, False), (True, date(2026, 10, 7), False), (True, TODAY, True)):
        with pytest.raises(NotAllowed):
            refuse_unmendable(own=own, noted_on=noted_on, today=TODAY, taken_back=taken_back)


def _with(**other: object) -> Held:
    return replace(A_TALK, **other)  # type: ignore[arg-type]
