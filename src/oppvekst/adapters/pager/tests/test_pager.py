"""The one on call is rung once, in words that a stranger may read."""

import json
from pathlib import Path

import pytest

from oppvekst.adapters.pager import FolderPager, Indiscreet, Ring

WORDS = "Noen må se på en melding nå. Logg inn for å lese den."


def test_a_ring_is_one_file(tmp_path: Path) -> None:
    FolderPager(tmp_path).ring("00 00 99 98", WORDS, "concern-1:first")
    [file] = tmp_path.iterdir()
    assert json.loads(file.read_bytes()) == {"number": "00 00 99 98", "words": WORDS, "key": "concern-1:first"}


def test_the_same_key_rings_once_and_the_first_words_stand(tmp_path: Path) -> None:
    pager = FolderPager(tmp_path)
    pager.ring("00 00 99 98", WORDS, "a")
    pager.ring("00 00 99 98", "Andre ord.", "a")
    pager.ring("00 00 99 97", WORDS, "b")
    assert pager.rings() == [Ring("00 00 99 98", WORDS, "a"), Ring("00 00 99 97", WORDS, "b")]


def test_a_second_process_does_not_ring_again(tmp_path: Path) -> None:
    FolderPager(tmp_path).ring("00009998", WORDS, "a")
    FolderPager(tmp_path).ring("00009998", WORDS, "a")
    assert len(FolderPager(tmp_path).rings()) == 1


@pytest.mark.parametrize(
    "number",
    [
        "05871799841",
        "058717 99841",
        "05.87.17 99841",
        "05 87 17 998 41",
        "058717-99841",
        "058717\N{NO-BREAK SPACE}99841",
    ],
)
def test_words_with_an_identity_number_are_refused_and_nothing_is_rung(tmp_path: Path, number: str) -> None:
    with pytest.raises(Indiscreet) as refused:
        FolderPager(tmp_path).ring("00009998", f"Det gjelder {number}.", "a")
    assert number not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        "Ring 00 00 99 98 eller 116 111.",
        "Tre meldinger siden 7.11.2026 kl. 22.40.",
        "Sak 2026/123456789",
        "112 113 116117 nå",
    ],
)
def test_phone_numbers_and_times_are_no_identity_numbers(tmp_path: Path, words: str) -> None:
    FolderPager(tmp_path).ring("00009998", words, "a")
    assert len(FolderPager(tmp_path).rings()) == 1


@pytest.mark.parametrize(("number", "key"), [("", "a"), ("ring meg", "a"), ("00009998", "../a"), ("00009998", "")])
def test_what_is_no_number_or_no_key_is_refused(tmp_path: Path, number: str, key: str) -> None:
    with pytest.raises(ValueError, match=r"telefonnummer|Nøkkelen"):
        FolderPager(tmp_path).ring(number, WORDS, key)
    assert list(tmp_path.iterdir()) == []
