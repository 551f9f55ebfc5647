"""The letter that tells who has seen the case: the same in every language, and nothing but what it was told."""

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oppvekst.domain.cases.rules.looking import WORDS
from oppvekst.ground.access.models import Grant
from oppvekst.ground.letters import Lang, Letter, Letterhead, render
from oppvekst.ground.letters.tests.reading import text

TEXTS = tomllib.loads((Path(__file__).parents[1] / "templates" / "letters" / "look_extract.toml").read_text("utf-8"))
SOLVIK = Letterhead(municipality="Solvik kommune", service="Barnevernstjenesten", phone="00 00 99 10")
AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
DAY = {"day": "2026-11-03", "told": [{"who": "Teamleder", "why": "role", "name": "", "what": ["case", "journal"]}]}


def letter(lang: Lang, **about: object) -> Letter:
    values = {
        "addressee": {"name": "Mona Sunde", "lines": []}, "child": "Ida Sunde", "own": False, "since": "2026-10-01",
        "until": "2026-11-22", "days": [DAY], "named": False, **about,
    }  # fmt: skip
    return render("cases/look_extract", values, lang=lang, letterhead=SOLVIK, at=AT)


def test_every_language_has_the_same_sentences_with_the_same_gaps() -> None:
    gaps = {
        lang: {key: sorted(re.findall(r"\{\w+\}", said)) for key, said in texts.items()}
        for lang, texts in TEXTS.items()
    }
    assert gaps["nb"] == gaps["nn"] == gaps["en"]


def test_there_is_a_sentence_for_whatever_may_be_told_and_for_every_reason() -> None:
    assert {f"saw_{sight.told}" for sight in WORDS.values() if sight.told} <= TEXTS["nb"].keys()
    assert {f"why_{reason}" for reason in (*Grant.Reason.values, "role")} <= TEXTS["nb"].keys()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nb", "Teamleder gjennom rollen sin leste saken og leste journalen."),
        ("en", "read the case and read the journal"),
    ],
)
def test_it_says_the_role_and_what_it_saw(lang: Lang, said: str) -> None:
    page = text(letter(lang))
    assert said in page
    assert "3" in page and "§§ 12-6" in page.replace("\u00a0", " ")


def test_a_child_reads_of_its_own_case_and_nobody_is_said_to_have_looked_when_nobody_has() -> None:
    page = text(letter("nb", own=True, days=[]))
    assert "saken din" in page
    assert "Ingen åpnet saken" in page
    assert "Ida Sunde" not in page


def test_many_days_go_on_to_the_next_page() -> None:
    assert letter("nb", days=[DAY | {"day": f"2026-11-{day:02d}"} for day in range(1, 29)]).pages > 1
