"""Every kind of help the service gives, from the page of the case to running help and an evaluation, at the desk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.measures.queries import get_measure
from oppvekst.domain.measures.rules import RUNNING
from oppvekst.domain.measures.tests.at_desk import at, decided, evaluated, it_is, on, place, prepared, started
from tests.desk import Come, opened_desk, words
from tests.world import World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2026-05-05 09:00"))


@pytest.fixture
def case(world: World) -> UUID:
    return family(world)


# What the service offers, and the register's category for it. Case worker, team leader and leader can all do it.
OFFERED = [
    ("guidance by the case worker", "3.9", "Kari Nesheim"),
    ("a follow-up team in the home", "3.10", "Tone Vik"),
    ("a parenting programme", "3.2", "Kari Nesheim"),
    ("a support contact", "4.6", "Kari Nesheim"),
    ("supervision in the home", "5.1", "Marit Solheim"),
    ("talks in a group", "4.7", "Kari Nesheim"),
]


@pytest.mark.parametrize("offered", OFFERED, ids=lambda one: one[0])
def test_help_goes_from_the_case_s_page_to_an_evaluation(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch, offered: tuple[str, str, str]
) -> None:
    _what, category, name = offered
    decision = signed(world, case, terms=decisions.Terms(kind=Kind.MEASURE, category=category))
    who = desk(name)
    assert f'href="/saker/{case}/tiltak/"' in who.see(f"/saker/{case}/")
    assert "Ingen tiltak ennå" in words(who.see(f"/saker/{case}/tiltak/"))
    assert f'href="/vedtak/{decision.id}/tiltak/"' in who.see(f"/vedtak/{decision.id}/")
    here = place(who.send(f"/vedtak/{decision.id}/tiltak/", provider_name="Familieteamet"))
    decided(who, here, decision.id)
    started(who, here, "2026-05-05")
    page = words(who.see(here))
    assert "Pågår" in page
    assert "Familieteamet" in page
    it_is(monkeypatch, "2026-08-05 13:00")
    page = words(evaluated(who, here, "2026-08-05"))
    assert "Hjelpen fortsetter" in page
    assert "mye bedre . Bare to ganger denne måneden." in page
    assert "Hjelp nå" in words(who.see(f"/saker/{case}/"))


def test_help_ordered_by_the_tribunal_needs_no_yes_and_has_a_last_day(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk("Kari Nesheim")
    here = place(kari.send(f"/saker/{case}/tiltak/nytt/", category="5.2"))
    prepared(kari, here)
    assert "Ruskontroll" in words(kari.see(f"{here}palegg/"))
    wrong = kari.send(f"{here}palegg/", 422, ordered="drug_test", reference="26-1234", **on("ordered_on", "2026-05-04"))
    assert "må være av det slaget" in words(wrong)
    kari.send(f"{here}palegg/", ordered="supervised_home", reference="26-1234", **on("ordered_on", "2026-05-04"))
    started(kari, here, "2026-05-05")
    page = words(kari.see(here))
    assert "Pålegg fra nemnda" in page
    assert "4. mai 2027" in page
    it_is(monkeypatch, "2026-08-05 13:00")
    evaluated(kari, here, "2026-08-05")
    with world.as_("Kari Nesheim"):
        assert get_measure(UUID(here.split("/")[2])).state == RUNNING
