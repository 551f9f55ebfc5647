"""What the case offers a decision: the child's counted words and the assessment, and nothing that is kept from the parents."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, linked
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries.material import material
from oppvekst.domain.decisions.tests.family import GUIDANCE
from oppvekst.domain.investigations.actions import (
    KeptBack,
    Known,
    Written,
    add_fact,
    include,
    open_investigation,
    withhold_from_parents,
    write,
)
from oppvekst.domain.investigations.queries import texts_of
from oppvekst.domain.investigations.tests.talks import talked
from tests.world import World

KARI = "Kari Nesheim"
WORDS = "Jeg vil at de skal slutte å krangle."


@pytest.fixture
def draft(world: World) -> Decision:
    """A draft about Emil, who is being investigated."""
    concern_id = arrive(world)
    linked(world, concern_id)
    with world.as_(KARI) as kari:
        found = open_investigation(concern_id, reasons="Blått merke.", responsible=kari.person, by=kari, at=TUESDAY)
        return actions.open_decision(found.case_id, GUIDANCE, investigation_id=found.id, by=kari, at=TUESDAY)


def offered(world: World, draft: Decision, part: str) -> list[str]:
    with world.as_(KARI):
        return [piece.text for piece in material(draft).get(part, [])]


def kept_back(world: World, talk: UUID) -> None:
    with world.as_(KARI) as kari:
        said = KeptBack(
            what="Ordene", reasons="Fare for barnet.", weighed_wish="Barnet er redd.", words_too=True,
            review_on=TUESDAY.date() + timedelta(days=7),
        )  # fmt: skip
        withhold_from_parents(talk, said, by=kari, at=TUESDAY)


def test_the_childs_own_words_are_offered_with_their_day(world: World, draft: Decision) -> None:
    talked(world, draft.case_id, by=KARI, words=WORDS)
    assert offered(world, draft, "child") == [f"«{WORDS}» (mandag 9. november 2026)"]


def test_words_that_are_kept_from_the_parents_are_not_offered(world: World, draft: Decision) -> None:
    kept_back(world, talked(world, draft.case_id, by=KARI, words=WORDS))
    assert offered(world, draft, "child") == []


def test_the_assessment_is_offered_theme_by_theme_with_the_sources(world: World, draft: Decision) -> None:
    assert draft.investigation_id
    with world.as_(KARI) as kari:
        include(draft.investigation_id, "1.2.01", by=kari, at=TUESDAY)
        known = Known("Borte 14 dager i høst.", "Solvik skole", date(2026, 11, 3))
        add_fact(draft.investigation_id, "1.2.01", known, by=kari, at=TUESDAY)
        said = texts_of(None) | {"assessment": "Emil trenger faste kvelder."}
        write(draft.investigation_id, [Written("1.2.01", 0, said)], by=kari, at=TUESDAY)
    assert offered(world, draft, "facts") == [
        "Borte 14 dager i høst (Solvik skole, tirsdag 3. november 2026).",
        "Blått merke.",
    ]
    assert offered(world, draft, "assessment") == ["Emil trenger faste kvelder."]


def test_where_nothing_is_known_nothing_is_offered(world: World, draft: Decision) -> None:
    assert offered(world, draft, "assessment") == []
    assert offered(world, draft, "plan") == []


def test_many_talks_ask_no_more_than_one(world: World, draft: Decision) -> None:
    def asked() -> int:
        with world.as_(KARI), CaptureQueriesContext(connection) as seen:
            material(draft)
        return len(seen)

    talked(world, draft.case_id, by=KARI, words=WORDS)
    asked()
    one = asked()
    for _ in range(3):
        talked(world, draft.case_id, by=KARI, words=WORDS)
    assert asked() == one
