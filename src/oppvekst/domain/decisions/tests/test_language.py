"""The language check says what could be plainer and where; it has no way of stopping anybody."""

from __future__ import annotations

import pytest

from oppvekst.domain.decisions.rules.language import LONG_PARAGRAPH, LONG_SENTENCE, About, measured, remarks
from oppvekst.domain.decisions.rules.merging import FIELDS, gaps, merge, unknown_fields

PLAIN = "Vi har bestemt at dere får hjelp hjemme. En veileder kommer til dere hver uke. Dere avtaler tida sammen."


def kinds(text: str, language: str = "nb") -> list[About]:
    return [each.kind for each in remarks(text, language=language)]


def test_a_plain_text_gets_no_remark() -> None:
    assert remarks(PLAIN) == ()
    assert measured(PLAIN).ease == "lett å lese"


def test_an_empty_text_has_no_words_and_no_remarks() -> None:
    assert (remarks(" \n"), measured("").words, measured("").index) == ((), 0, 0)


@pytest.mark.parametrize(
    ("text", "kind", "place", "advice"),
    [
        ("Det besluttes hjelp.", About.PASSIVE, "Det besluttes", "Vi har bestemt"),
        ("Det anses nødvendig.", About.PASSIVE, "Det anses", "hvem som gjør"),
        ("Vi anmoder om møte.", About.WORD, "anmoder", "be om"),
        ("Brev vedrørende skolen.", About.WORD, "vedrørende", "om"),
        ("Det er bl.a. skolen.", About.SHORT_FORM, "bl.a.", "blant annet"),
        ("Vi snakket med PPT.", About.SHORT_FORM, "PPT", "pedagogisk-psykologisk"),
        ("Mor er ressurssvak.", About.WORD, "ressurssvak", "hva familien trenger"),
        (" ".join(["ord"] * (LONG_SENTENCE + 1)), About.SENTENCE, "ord ord", f"{LONG_SENTENCE + 1} ord"),
        ("Dere får hjelp. " * 40, About.PARAGRAPH, "Dere får", "120 ord"),
    ],
)  # fmt: skip
def test_each_remark_tells_the_place_and_what_could_stand_instead(
    text: str, kind: About, place: str, advice: str
) -> None:
    (found,) = remarks(text)
    assert found.kind == kind
    assert found.place.startswith(place)
    assert advice in found.advice


@pytest.mark.parametrize("text", ["Det finnes en bror.", "Det trengs ikke mer.", "Det synes mor.", "Se § 3-1.", "BVTs"])
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert remarks(text) == ()


def test_remarks_come_in_the_order_of_the_text_with_the_paragraph_counted_from_one() -> None:
    found = remarks("Vi hjelper dere.\n\nDet vurderes slik iht. planen.\n\nMor anfører dette.")
    assert [(each.paragraph, each.place) for each in found] == [(2, "Det vurderes"), (2, "iht."), (3, "anfører")]


def test_nynorsk_and_english_have_words_of_their_own() -> None:
    assert kinds("Det blir vedteke hjelp. Vi skriv t.d. om skulen.", "nn") == [About.PASSIVE, About.SHORT_FORM]
    assert kinds("It is decided prior to the meeting.", "en") == [About.PASSIVE, About.WORD]
    assert kinds("Prior to Vedrørende", "se") == []


def test_a_line_break_inside_a_paragraph_hides_nothing() -> None:
    assert [each.place for each in remarks("Vi gjør det i\nhenhold til planen.")] == ["i henhold til"]


def test_long_texts_are_long_by_words_and_not_by_letters() -> None:
    assert remarks("Barnevernstjenesteundersøkelsesplanen " * LONG_SENTENCE) == ()
    assert LONG_PARAGRAPH > LONG_SENTENCE


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_field_is_filled_in_by_its_name_in_each_language(language: str) -> None:
    text = " ".join(f"{{{each.names[language]}}}" for each in FIELDS)
    answers = {each.key: each.key.upper() for each in FIELDS}
    merged = merge(text, answers)
    assert merged.text == " ".join(each.key.upper() for each in FIELDS)
    assert merged.told == ""
    assert merge(text, {}).empty == gaps(text)
    assert unknown_fields(text) == ()


def test_a_field_nobody_knows_stays_in_the_text_and_is_told() -> None:
    merged = merge("Hei {Barnets  navn}, {barnets hund} og {barnets hund}.", {"child": "Ida Nes"})
    assert merged.text == "Hei Ida Nes, {barnets hund} og {barnets hund}."
    assert merged.told == "Finnes ikke som felt: {barnets hund}."
    assert unknown_fields(merged.text) == ("barnets hund",)


def test_an_answer_is_never_read_as_a_field_itself() -> None:
    assert merge("{barnets navn}", {"child": "{kommunen}", "service": "Solvik"}).text == "{kommunen}"
