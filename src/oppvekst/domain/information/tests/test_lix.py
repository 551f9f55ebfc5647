"""The pages are easy to read: measured, page by page and language by language."""

import pytest

from oppvekst.domain.information.actions.originals import original
from oppvekst.domain.information.rules.contents import CONTENTS, LANGUAGES, Content
from oppvekst.domain.information.rules.readability import lix

EASY, VERY_EASY = 40, 30
# Pages that are harder to read and that we have accepted as they are: (slug, language) -> what we accept, and why.
ACCEPTED: dict[tuple[str, str], float] = {}

EVERY_TEXT = [pytest.param(content, language, id=f"{content.slug}.{language}")
              for content in CONTENTS for language in LANGUAGES]  # fmt: skip


def readability_of(content: Content, language: str) -> float:
    text = original(content.slug, language)
    return lix(f"## {text.title}\n\n{text.lead}\n\n{text.body}")


def limit_for(content: Content) -> float:
    return VERY_EASY if content.audience == "children" else EASY


@pytest.mark.parametrize(("content", "language"), EVERY_TEXT)
def test_a_page_is_easy_to_read_and_a_childs_page_very_easy(content: Content, language: str) -> None:
    limit = ACCEPTED.get((content.slug, language), limit_for(content))
    assert readability_of(content, language) < limit


def test_an_accepted_exception_is_taken_off_the_list_when_the_page_has_become_easy() -> None:
    needless = {
        (content.slug, language)
        for content in CONTENTS
        for language in LANGUAGES
        if (content.slug, language) in ACCEPTED and readability_of(content, language) < limit_for(content)
    }
    assert needless == set()


def test_the_words_of_the_law_itself_are_hard_to_read() -> None:
    assert lix("Barnevernstjenesten skal uten ugrunnet opphold gjennomgå innkomne bekymringsmeldinger.") > EASY
