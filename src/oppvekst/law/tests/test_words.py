"""Citations, refusals, dated values and code lists."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.law.citation import ACTS, Citation, bvl, efvf, fvl
from oppvekst.law.codes import Code, CodeList
from oppvekst.law.dated import Dated, Period
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound


@pytest.mark.parametrize(
    ("citation", "short", "words"),
    [
        (bvl("2-2", 2), "bvl § 2-2 (2)", "barnevernsloven § 2-2 andre ledd"),
        (
            bvl("2-1", 1, sentence=3),
            "bvl § 2-1 (1) 3. punktum",
            "barnevernsloven § 2-1 første ledd tredje punktum",
        ),
        (bvl("5-1", 1, "g"), "bvl § 5-1 (1) g", "barnevernsloven § 5-1 første ledd bokstav g"),
        (bvl("13-1") & bvl("13-3", 2), "bvl §§ 13-1, 13-3 (2)", "barnevernsloven §§ 13-1 og 13-3 andre ledd"),
        (fvl("2") & bvl("12-9"), "fvl § 2; bvl § 12-9", "forvaltningsloven § 2 og barnevernsloven § 12-9"),
        (efvf("6"), "eForvaltningsforskriften § 6", "eForvaltningsforskriften § 6"),
    ],
)
def test_a_citation_for_machines_and_for_people(citation: Citation, short: str, words: str) -> None:
    assert str(citation) == short
    assert citation.words() == words


def test_joined_citations_are_in_force_only_together() -> None:
    assert fvl("29").valid_on(date(1999, 1, 1))
    assert not (fvl("29") & bvl("12-9")).valid_on(date(2022, 12, 31))
    assert not Citation("bvl", "4-6", valid_from=date(2026, 1, 23)).valid_on(date(2026, 1, 22))


def test_an_unknown_act_cannot_be_cited() -> None:
    with pytest.raises(ValueError, match="ukjent lov"):
        Citation("tull", "1")
    assert ACTS["bvl"].title == "barnevernsloven"


def test_the_three_ways_of_saying_no_are_told_apart_by_name() -> None:
    kinds = [NotAllowed("Nei."), Incomplete({"name": "Skriv navnet."}), NotFound("Finnes ikke.")]
    assert [refusal.to_plain()["error"] for refusal in kinds] == ["not_allowed", "incomplete", "not_found"]
    assert NotAllowed("Nei.", bvl("2-1")).to_plain()["law"] == "bvl § 2-1"


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_a_dated_value_changes_at_midnight_and_has_no_gap(day: date) -> None:
    change = date(2026, 1, 1)
    rate = Dated("sats", (Period(10, valid_to=change - timedelta(days=1)), Period(11, valid_from=change)))
    assert rate.on(day) == (10 if day < change else 11)


def test_a_dated_value_says_when_it_has_none() -> None:
    with pytest.raises(NotFound, match="har ingen verdi"):
        Dated("sats", (Period(10, valid_from=date(2026, 1, 1)),)).on(date(2025, 12, 31))


def test_a_code_list_cannot_hold_a_code_twice_and_knows_no_others() -> None:
    with pytest.raises(ValueError, match="to ganger"):
        CodeList("svar", "her", (Code("1", "Ja"), Code("1", "Nei")))
    with pytest.raises(NotFound, match="finnes ikke i listen"):
        CodeList("svar", "her", (Code("1", "Ja"),)).get("2")
