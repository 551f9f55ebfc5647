"""Every letter of every room: the same sentences and gaps in every language, none unused, and what each must have."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, named

LETTERS = sorted(PACKAGE.glob("domain/*/templates/letters/*.toml"))
LANGUAGES = ["nb", "nn", "en"]
# What every letter and form has, whatever it says.
ALWAYS = {"title"}
GAP = re.compile(r"\{\w+\}")

type Texts = Mapping[str, Mapping[str, object]]


def texts(letter: Path) -> Texts:
    return tomllib.loads(letter.read_text("utf-8"))


def typst(letter: Path) -> str:
    return letter.with_suffix(".typ").read_text("utf-8")


def unused(said: Texts, template: str, code: str = "") -> list[str]:
    """Keys that nobody takes: neither by name, «t.key», nor, where the template takes one by a value, as a word in quotes."""
    taken = set(re.findall(r"\bt\.([\w-]+)", template)) | ALWAYS
    if "t.at(" in template:
        taken |= set(re.findall(r'"([\w-]+)"', template + code))
    begun = tuple(re.findall(r't\.at\("([\w-]+)" \+', template))
    return sorted(key for key in said["nb"] if key not in taken and not (begun and key.startswith(begun)))


def code_of(letter: Path) -> str:
    """What the letter's room says: outcomes and roles, by which some sentences are chosen."""
    room = letter.parents[2]
    return "\n".join(path.read_text("utf-8") for path in room.rglob("*.py") if "tests" not in path.parts)


@pytest.mark.parametrize("letter", LETTERS, ids=named)
def test_a_letter_is_its_sentences_and_how_it_is_set(letter: Path) -> None:
    assert letter.with_suffix(".typ").exists(), f"{named(letter)}: lag {letter.stem}.typ, som setter brevet"
    assert list(texts(letter)) == LANGUAGES, f"{named(letter)}: ett avsnitt for hvert av {LANGUAGES}, i den rekkefølgen"


@pytest.mark.parametrize("letter", LETTERS, ids=named)
def test_the_languages_say_the_same_things_and_leave_the_same_gaps(letter: Path) -> None:
    said = texts(letter)
    for language in LANGUAGES[1:]:
        assert list(said[language]) == list(said["nb"]), (
            f"{named(letter)}: {language} har ikke de samme setningene som nb"
        )
        for key, sentence in said["nb"].items():
            gaps, others = GAP.findall(str(sentence)), GAP.findall(str(said[language][key]))
            assert others == gaps, f"{named(letter)}: «{key}» på {language} har {others}, på nb {gaps}"


@pytest.mark.parametrize("letter", LETTERS, ids=named)
def test_every_letter_has_what_a_letter_must_have(letter: Path) -> None:
    lacking = {language: sorted(ALWAYS - set(said)) for language, said in texts(letter).items() if ALWAYS - set(said)}
    assert not lacking, f"{named(letter)} mangler {lacking}"


@pytest.mark.parametrize("letter", LETTERS, ids=named)
def test_no_sentence_of_a_letter_lies_unused(letter: Path) -> None:
    assert not unused(texts(letter), typst(letter), code_of(letter)), (
        f"{named(letter)}: bruk dem i {letter.stem}.typ, eller ta dem bort"
    )


def test_a_sentence_that_no_template_takes_is_found() -> None:
    assert unused({"nb": {"title": "", "when": "", "where": ""}}, "#fill(t.when)") == ["where"]
    assert unused({"nb": {"opened": "", "lost": ""}}, "#t.at(outcome)", 'outcome = "opened"') == ["lost"]
    assert unused({"nb": {"saw_case": "", "lost": ""}}, '#t.at("saw_" + key)') == ["lost"]
