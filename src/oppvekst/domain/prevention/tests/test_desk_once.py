"""A sheet that is sent twice, and a year in which nobody called: one is one, and none is none."""

from __future__ import annotations

import re

from oppvekst.domain.prevention.models import HeldDiscussion
from oppvekst.domain.prevention.tests.test_desk_held import A_TALK, DISCUSSIONS, FIGURES, come, geir
from tests.desk import Browser, words

__all__ = ["come", "geir"]


def test_a_year_without_discussions_says_none_and_hides_nothing(geir: Browser) -> None:
    page = words(geir.see(FIGURES))
    assert "Anonyme drøftinger 0 Minutter brukt på dem 0" in page
    assert "under 5" not in page.partition("Tall under fem vises som «under 5»")[2].partition("er det færre enn fem")[0]


def test_a_sheet_that_is_sent_twice_is_one_discussion_and_two_alike_are_two(geir: Browser) -> None:
    found = re.search(r'name="ark" value="([^"]+)"', geir.see(f"{DISCUSSIONS}ny/"))
    assert found
    sent = [geir.send(f"{DISCUSSIONS}ny/", **A_TALK, ark=found.group(1)) for _ in range(2)]
    assert sent[0] == sent[1]
    assert HeldDiscussion.objects.count() == 1
    geir.send(f"{DISCUSSIONS}ny/", **A_TALK | {"minutes": "40"}, ark=found.group(1))
    geir.send(f"{DISCUSSIONS}ny/", **A_TALK, ark="et annet ark")
    assert HeldDiscussion.objects.count() == 3
