"""The scanner's answers are read as they are said, and trouble is never taken for «clean».

The same promises are asked of a real clamd when ``OPPVEKST_TEST_CLAMD`` says where there is one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from oppvekst.adapters.clamd import Clamd, ScannerTrouble, scanner_at
from oppvekst.adapters.clamd.clamd import _read
from oppvekst.adapters.clamd.fake import EICAR, fake_clamd

REAL = os.environ.get("OPPVEKST_TEST_CLAMD", "")


@pytest.fixture(params=["fake", pytest.param("real", marks=pytest.mark.skipif(not REAL, reason="ingen clamd her"))])
def clamd(request: pytest.FixtureRequest) -> Iterator[Clamd]:
    if request.param == "real":
        yield Clamd(REAL)
        return
    with fake_clamd() as address:
        yield Clamd(address)


def test_an_ordinary_letter_is_clean(clamd: Clamd) -> None:
    assert clamd.scan(iter([b"Kjaere barnevern", b"", b"hilsen skolen"])).clean


def test_a_virus_is_found_also_across_two_pieces(clamd: Clamd) -> None:
    found = clamd.scan(iter([EICAR[:20], EICAR[20:]]))
    assert not found.clean
    assert "icar" in found.virus


def test_a_scanner_that_is_away_is_trouble_and_not_clean() -> None:
    with pytest.raises(ScannerTrouble):
        Clamd("127.0.0.1:9").scan(iter([b"brev"]))


def test_a_file_the_scanner_will_not_look_through_is_trouble_and_not_clean() -> None:
    with fake_clamd(limit=10) as address, pytest.raises(ScannerTrouble):
        Clamd(address).scan(iter([b"x" * 100]))


@pytest.mark.parametrize("answer", ["", "stream: OK\nmore", "OK", "FOUND", "stream: x ERROR"])
def test_an_answer_we_do_not_know_is_trouble(answer: str) -> None:
    with pytest.raises(ScannerTrouble):
        _read(answer)


def test_without_an_address_there_is_no_scanner() -> None:
    assert scanner_at("") is None
