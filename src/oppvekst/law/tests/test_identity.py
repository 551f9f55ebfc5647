"""Every kind of identity number, in production and in test."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.law.identity import Kind, Sex, examine, pseudo, synthetic
from oppvekst.law.refusals import NotFound

_ROOT = Path(__file__).parents[4]
_FOLDER = Path(os.environ.get("OPPVEKST_STANDARDS") or _ROOT.parent / "shared" / "standards")
_FILE = _FOLDER / "id-number-vectors" / "id_vectors.json"

birthdays = st.dates(date(1940, 1, 1), date(2039, 12, 31))


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    if not _FILE.exists():
        pytest.skip(f"De publiserte numrene finnes ikke i {_FILE}. Sett OPPVEKST_STANDARDS til mappen med standardene.")
    found: dict[str, Any] = json.loads(_FILE.read_text())
    return found


def test_every_published_number_gets_the_published_answer(published: dict[str, Any]) -> None:
    for row in published["vectors"]:
        finding = examine(row["number"], "test")
        assert finding.valid == row["valid_2032_rule"], row
        if "birth_date" in row:
            assert str(finding.birth_date) == row["birth_date"], row


def test_the_kind_of_every_published_number_is_known(published: dict[str, Any]) -> None:
    words = {"tnr": "synthetic", "synthetic": "synthetic", "dnr": "dnr", "hnr": "hnr", "fnr": "fnr"}
    for row in published["vectors"]:
        if row["valid_2032_rule"]:
            expected = next(kind for word, kind in words.items() if word in row["kind"])
            assert examine(row["number"], "test").kind == expected, row


def test_an_invented_person_does_not_exist_in_production(published: dict[str, Any]) -> None:
    for row in published["vectors"]:
        finding = examine(row["number"], "production")
        assert finding.valid == (row["valid_2032_rule"] and finding.kind is not Kind.SYNTHETIC), row


def test_published_filing_numbers_asylum_numbers_and_organisations(published: dict[str, Any]) -> None:
    for row in published["ssb_pseudo_numbers"]["vectors"]:
        finding = examine(row["number"], year=row["reporting_year"])
        assert (finding.kind, str(finding.birth_date)) == (Kind.PSEUDO, row["birth_date"])
    for kind in (Kind.DUF, Kind.ORGNR):
        for row in published[kind.value]["vectors"]:
            finding = examine(row["number"])
            assert finding.valid == row["valid"], row
            assert finding.kind in {kind, Kind.UNKNOWN}


@given(birthdays, st.sampled_from(Sex), st.integers(0, 30))
def test_a_made_number_tells_the_birth_date_and_sex_it_was_made_of(born: date, sex: Sex, serial: int) -> None:
    finding = examine(synthetic(born, sex, serial), "test")
    assert (finding.valid, finding.kind) == (True, Kind.SYNTHETIC)
    assert (finding.birth_date, finding.sex) == (born, sex)


@given(birthdays, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_never_a_valid_number(born: date, place: int, off: int) -> None:
    number = synthetic(born)
    wrong = number[:place] + str((int(number[place]) + off) % 10) + number[place + 1 :]
    finding = examine(wrong, "test")
    # A number of the kind issued from 2032 has four lawful check sums, so the check digits alone catch less.
    assert not finding.valid or (finding.birth_date, finding.sex) == (None, None)


@given(st.text(max_size=20))
def test_whatever_is_written_gets_an_answer_in_words(written: str) -> None:
    finding = examine(written)
    assert finding.reason.endswith(".")


def test_people_born_the_same_day_get_different_numbers() -> None:
    numbers = {synthetic(date(2011, 11, 21), sex, serial) for sex in Sex for serial in range(100)}
    assert len(numbers) == 200


def test_there_is_an_end_to_the_numbers_of_a_day() -> None:
    with pytest.raises(NotFound):
        synthetic(date(2011, 11, 21), serial=500)


def test_the_birth_date_of_an_unborn_child_is_the_day_it_is_expected() -> None:
    finding = examine(pseudo(date(2027, 2, 5), None), year=2026)
    assert (finding.kind, finding.birth_date, finding.sex) == (Kind.PSEUDO, date(2027, 2, 5), None)


def test_a_filing_number_does_not_tell_its_century_without_a_year() -> None:
    assert examine("01010100100").birth_date is None


def test_a_number_of_the_kind_from_2032_tells_neither_century_nor_sex() -> None:
    nine = synthetic(date(2011, 11, 21))[:9]
    findings = [examine(f"{nine}{tail:02}", "test") for tail in range(100)]
    told = [(finding.birth_date, finding.sex) for finding in findings if finding.valid]
    assert told.count((date(2011, 11, 21), Sex.FEMALE)) == 1
    assert set(told) == {(date(2011, 11, 21), Sex.FEMALE), (None, None)}


def test_a_date_that_does_not_exist_is_found_out_behind_right_check_digits() -> None:
    findings = [examine(f"308211500{tail:02}", "test") for tail in range(100)]
    right = [finding.reason for finding in findings if finding.kind is not Kind.UNKNOWN]
    assert right and set(right) == {"Datoen i nummeret finnes ikke."}


def test_a_slip_in_the_check_digits_is_told() -> None:
    number = synthetic(date(2011, 11, 21))
    slipped = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert examine(slipped, "test").reason.startswith("Kontrollsifrene stemmer ikke")


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("1234567890", "Nummeret har 10 sifre"),
        ("12E45678901", "Nummeret kan bare ha sifre"),
        ("", "Nummeret kan bare ha sifre"),
        ("１２３４５６７８９０１", "Nummeret kan bare ha sifre"),
        ("99999999999", "Verken dato eller kontrollsifre stemmer"),
        ("123456789", "Kontrollsifferet stemmer ikke"),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong(number: str, reason: str) -> None:
    finding = examine(number)
    assert not finding.valid
    assert finding.reason.startswith(reason)


def test_spaces_are_forgiven() -> None:
    assert examine(" 958 935 420 ").to_plain() == {
        "number": "958935420",
        "valid": True,
        "kind": "orgnr",
        "reason": "Gyldig organisasjonsnummer.",
    }
