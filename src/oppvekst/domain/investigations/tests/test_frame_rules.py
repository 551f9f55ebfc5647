"""The assessment frame as rules: the official list, what is written and what lacks, the text that grows, what has changed."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from oppvekst.domain.concerns.rules import NEEDS, SIDES, THEMES, theme_of
from oppvekst.domain.investigations.rules import (
    Fact,
    Need,
    Standing,
    changes,
    in_text,
    lacking,
    progress,
    relevant,
    standing,
    standing_of,
    summary,
)
from oppvekst.law.refusals import NotAllowed

LAW = Path(os.environ.get("OPPVEKST_LAW") or Path(__file__).parents[6] / "shared" / "law") / "codes.json"
# The published list's own misprints.
MISPRINTS = {"straffbar handlinger": "straffbare handlinger", "Fattogdom": "Fattigdom", "Minioritets": "Minoritets"}

SCHOOL = Fact(text="Emil har vært borte fra skolen 14 dager i høst", source="Solvik skole", on=date(2026, 11, 3))
LEARNING = Need(
    code="1.2.03",
    facts=(SCHOOL,),
    texts={
        "child_view": "Jeg vil ikke dit når de roper.",
        "parents_view": "Mor sier at han har vondt i magen.",
        "assessment": "Fraværet henger sammen med uroen hjemme.",
    },
)


@pytest.mark.skipif(not LAW.exists(), reason=f"Den offisielle lista finnes ikke i {LAW}. Sett OPPVEKST_LAW.")
def test_all_57_codes_are_the_registers_own_with_its_texts_and_days() -> None:
    published = {row["code"]: row for row in json.loads(LAW.read_text("utf-8"))["lists"]["Melding/Saksinnhold"]}
    published = {code: row for code, row in published.items() if row["from"] == "2026-01-01"}
    told = {code: row["text"] for code, row in published.items()}
    for code, text in told.items():
        for wrong, right in MISPRINTS.items():
            told[code] = told[code].replace(wrong, right) if wrong in text else told[code]
    assert {code.code: code.text for code in NEEDS} == told
    assert {code.valid_from for code in NEEDS} == {date(2026, 1, 1)}
    assert not any(row["to"] for row in published.values())


def test_the_list_has_three_sides_eleven_themes_and_57_items_in_the_order_of_their_codes() -> None:
    assert (len(SIDES), len(THEMES), len(tuple(NEEDS))) == (3, 11, 57)
    codes = [code.code for code in NEEDS]
    assert codes == sorted(codes)
    assert theme_of("2.4.05").title == "Beskyttelse"


def test_an_item_may_not_be_used_before_the_list_was_in_force() -> None:
    with pytest.raises(NotAllowed, match="kan ikke brukes onsdag 31. desember 2025"):
        NEEDS.require("1.1.01", on=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("need", "told", "how"),
    [
        (None, (), Standing.UNSEEN),
        (Need(code="1.1.01", relevant=False), None, Standing.LEFT_OUT),
        (
            Need(code="1.1.01"),
            ("Opplysninger", "Barnets syn", "Foreldrenes syn", "Barnevernsfaglig vurdering"),
            Standing.BEGUN,
        ),
        (LEARNING, (), Standing.WRITTEN),
        (replace(LEARNING, facts=(replace(SCHOOL, corrected=True),)), ("Opplysninger",), Standing.BEGUN),
        (replace(LEARNING, texts={**LEARNING.texts, "child_view": "  "}), ("Barnets syn",), Standing.BEGUN),
    ],
    ids=["not looked at", "left out", "empty", "written", "its only fact was corrected", "the child is silent"],
)
def test_an_item_tells_in_words_what_it_lacks(need: Need | None, told: tuple[str, ...] | None, how: Standing) -> None:
    if need is not None and told is not None:
        assert lacking(need) == told
    assert standing(need) == how


def test_a_theme_shows_first_what_lacks_something() -> None:
    theme = THEMES["1.2"]
    out = {code: Need(code=code, relevant=False) for code in ("1.2.01", "1.2.02", "1.2.03")}
    assert standing_of(theme, {}) == Standing.UNSEEN
    assert standing_of(theme, out) == Standing.LEFT_OUT
    assert standing_of(theme, out | {"1.2.03": LEARNING}) == Standing.WRITTEN
    assert standing_of(theme, out | {"1.2.03": LEARNING, "1.2.01": Need(code="1.2.01")}) == Standing.BEGUN


def test_how_far_it_has_come_counts_the_work_and_scores_nobody() -> None:
    needs = {"1.2.03": LEARNING, "2.4.05": Need(code="2.4.05"), "1.1.01": Need(code="1.1.01", relevant=False)}
    assert relevant(needs) == ("1.2.03", "2.4.05")
    told = progress(needs)
    assert (told.relevant, told.written, told.unseen) == (2, 1, 54)


def test_the_summary_is_ordered_grouped_and_names_its_sources_in_brackets() -> None:
    late = Fact(text="Han var på skolen hele uka.", source="Kontaktlærer", on=date(2026, 11, 20))
    needs = {
        "3.2.01": Need(code="3.2.01", texts={"assessment": "Boligen er trang, men trygg."}),
        "1.2.03": replace(LEARNING, facts=(late, SCHOOL)),
        "1.1.01": Need(code="1.1.01", relevant=False, texts={"assessment": "Skal ikke med."}),
        "2.1.01": Need(code="2.1.01"),
    }
    assert [(chapter.side, chapter.title) for chapter in summary(needs)] == [
        ("Barnets utvikling", "Barnehage og skole"),
        ("Familie og miljø", "Bolig, økonomi og arbeid"),
    ]
    assert in_text(summary(needs)) == (
        "BARNETS UTVIKLING\n\nBarnehage og skole\n\nTrivsel i barnehage og skole\n"
        "Opplysninger: Emil har vært borte fra skolen 14 dager i høst (Solvik skole, tirsdag 3. november 2026). "
        "Han var på skolen hele uka (Kontaktlærer, fredag 20. november 2026).\n"
        "Barnets syn: Jeg vil ikke dit når de roper.\nForeldrenes syn: Mor sier at han har vondt i magen.\n"
        "Barnevernsfaglig vurdering: Fraværet henger sammen med uroen hjemme.\n\n"
        "FAMILIE OG MILJØ\n\nBolig, økonomi og arbeid\n\nLevestandard og bolig\n"
        "Barnevernsfaglig vurdering: Boligen er trang, men trygg."
    )


def test_a_corrected_fact_is_not_in_the_summary() -> None:
    needs = {"1.2.03": replace(LEARNING, facts=(replace(SCHOOL, corrected=True),))}
    assert "borte fra skolen" not in in_text(summary(needs))


def test_what_has_changed_since_last_time_is_told_by_item_and_heading() -> None:
    before = {"1.2.03": LEARNING, "2.4.05": Need(code="2.4.05"), "3.2.01": Need(code="3.2.01")}
    now = {
        "1.2.03": replace(LEARNING, texts={**LEARNING.texts, "child_view": "Nå er det greit.", "change": "Bedre."}),
        "2.4.05": Need(code="2.4.05", relevant=False),
        "3.2.01": Need(code="3.2.01"),
        "1.4.03": Need(code="1.4.03"),
    }
    assert [(change.title, change.kind, change.headings) for change in changes(before, now)] == [
        ("Trivsel i barnehage og skole", "changed", ("Barnets syn",)),
        ("Mobbing", "new", ()),
        ("Beskyttelse mot vold", "dropped", ()),
    ]
