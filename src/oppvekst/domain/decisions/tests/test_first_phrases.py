"""The phrases a municipality starts with: they pass the check that they are offered beside, and leave room for this child."""

from __future__ import annotations

import pytest

from oppvekst.domain.decisions.rules.commonest import COMMONEST, GUIDANCE, commonest, offered
from oppvekst.domain.decisions.rules.first_phrases import FIRST, NOTICE, FirstPhrase
from oppvekst.domain.decisions.rules.kinds import Kind
from oppvekst.domain.decisions.rules.language import measured, remarks
from oppvekst.domain.decisions.rules.merging import FIELDS, merge, unknown_fields

EASY = 42
ANSWERS = {each.key: "Ida" for each in FIELDS}


def named(phrase: FirstPhrase) -> str:
    return f"{phrase.kind} {phrase.section} {phrase.title}"


@pytest.mark.parametrize("phrase", FIRST, ids=named)
def test_a_phrase_passes_the_language_check_and_knows_its_fields(phrase: FirstPhrase) -> None:
    for language, text in phrase.texts.items():
        assert remarks(text, language=language) == (), language
        assert unknown_fields(text) == (), language
        said = merge(text, ANSWERS).text
        assert language == "en" or measured(said).index < EASY, (language, measured(said))


def test_every_phrase_stands_in_both_norwegian_languages() -> None:
    assert all({"nb", "nn"} <= phrase.texts.keys() for phrase in FIRST)


def test_guidance_and_dismissal_have_phrases_for_what_must_stand_in_every_decision() -> None:
    must = {"decided", "facts", "assessment", "child", "best_interests", "family_ties", "soundness", NOTICE}
    for kind in ("measure", "dismissal"):
        assert must <= {each.section for each in FIRST if each.kind == kind}


def test_a_template_in_each_language_is_there_where_the_other_is() -> None:
    assert all(phrase.en for phrase in FIRST if phrase.template)


def test_the_commonest_decision_comes_first_and_brings_its_law_with_it() -> None:
    first = COMMONEST[0]
    assert (first.kind, first.category) == (Kind.MEASURE, GUIDANCE)
    assert first.law == "barnevernsloven § 3-1 første ledd"
    assert commonest(first.key) is first
    assert commonest("finnes-ikke") is None


def test_outside_an_investigation_nothing_is_dismissed() -> None:
    assert {each.kind for each in offered(after_investigation=False)} == {Kind.MEASURE, Kind.MEASURE_END}
    assert {each.key for each in offered(after_investigation=True)} == {each.key for each in COMMONEST}
