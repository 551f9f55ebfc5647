"""A child is being investigated when the neighbour calls: the new concern is added, and its limit does not move the old one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, TUESDAY, arrive, linked, taken
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from tests.desk import Come, opened_desk, words
from tests.world import World

NEW = "Naboen har hørt roping i helga også. Vi tar det med i samtalen med Emil."


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def at(concern: UUID, act: str = "") -> str:
    return f"/meldinger/{concern}/{act}"


def investigated(world: World) -> UUID:
    """Emil's case, with an investigation under way."""
    concern = arrive(world)
    case = linked(world, concern)
    with world.as_("Kari Nesheim") as kari:
        open_investigation(concern, reasons="Blått merke.", responsible=kari.person, by=kari, at=TUESDAY)
    return case


def second(world: World, case: UUID, kari: Any) -> UUID:
    """The neighbour's concern, assessed, taken, and linked to Emil from its page."""
    concern = taken(world, arrive(world, sender=NEIGHBOUR))
    kari.send(at(concern, "barnet/koble/"), case=str(case))
    return concern


def test_a_second_concern_is_added_to_the_investigation_that_runs(world: World, desk: Come) -> None:
    case, kari = investigated(world), desk("Kari Nesheim")
    concern = second(world, case, kari)
    ends = Item.objects.get(case_id=case, rule="D11").due
    page = words(kari.see(at(concern)))
    assert "Legg til pågående undersøkelse" in page
    form = words(kari.see(at(concern, "legg-til/")))
    assert "Fristen for undersøkelsen flytter seg ikke." in form
    assert "Skriv hva meldingen betyr for undersøkelsen." in kari.send(
        at(concern, "legg-til/"), status=422, reasons=" "
    )
    leads = kari.send(at(concern, "legg-til/"), reasons=NEW)
    assert "Meldingen er lagt til undersøkelsen" in words(kari.see(leads))
    kept = Concern.objects.get(id=concern)
    assert (kept.state, kept.conclusion, kept.assessed_anew, kept.case_id) == (
        "added_to_investigation",
        "4",
        NEW,
        case,
    )
    assert Item.objects.get(case_id=case, rule="D11").due == ends
    assert not Item.objects.get(subject=concern, rule="D01").open
    assert NEW in Entry.objects.get(subject=concern, kind="concern.add_to_investigation").says


def test_it_cannot_become_an_investigation_of_its_own_beside_the_one_that_runs(world: World, desk: Come) -> None:
    case, kari = investigated(world), desk("Kari Nesheim")
    concern = second(world, case, kari)
    told = words(kari.see(at(concern, "undersokelse/")))
    assert "Det pågår allerede en undersøkelse av dette barnet. Legg meldingen til den." in told


def test_without_an_investigation_there_is_nothing_to_add_it_to(world: World, desk: Come) -> None:
    concern = arrive(world)
    linked(world, concern)
    told = words(desk("Kari Nesheim").send(at(concern, "legg-til/"), status=409, reasons=NEW))
    assert "Barnet har ingen pågående undersøkelse." in told
    assert Concern.objects.get(id=concern).state == "under_review"


def test_one_about_a_child_who_is_not_found_yet_is_not_added_blindly(world: World, desk: Come) -> None:
    investigated(world)
    concern = taken(world, arrive(world, sender=NEIGHBOUR))
    assert "Barnet har ingen pågående undersøkelse." in words(
        desk("Kari Nesheim").send(at(concern, "legg-til/"), status=409, reasons=NEW)
    )
