"""The pages of meetings: what they show, what they refuse and keep, and who finds nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases.actions import open_case
from oppvekst.domain.meetings.models import Meeting
from oppvekst.domain.people.actions import Details
from oppvekst.ground.journal.models import Look
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def case_id(world: World) -> UUID:
    """Kari's case about Ida."""
    with world.as_("Kari Nesheim") as kari:
        return open_case(Details(given_name="Ida", family_name="Nes"), by=kari, at=TUESDAY).id


def test_one_is_opened_from_the_list_of_the_case_and_stands_there_afterwards(desk: Come, case_id: UUID) -> None:
    kari = desk("Kari Nesheim")
    place = f"/saker/{case_id}/mote/"
    assert "Ingen ennå" in words(kari.see(place))
    text = words(kari.see(kari.send(place)))
    assert "Møte er opprettet" in text
    assert "Åpen" in text
    assert "Neste steg Avslutt § 12-4" in text
    assert "Ingen ennå" not in words(kari.see(place))
    assert {each.kind for each in Look.objects.all()} == {"meeting.list", "meeting"}


def test_it_is_ended_with_reasons_and_is_then_not_ended_again(desk: Come, case_id: UUID) -> None:
    kari = desk("Kari Nesheim")
    place = kari.send(f"/saker/{case_id}/mote/").partition("?")[0]
    text = words(kari.see(kari.send(f"{place}avslutt/", reasons="Målet er nådd.")))
    assert "Møte er avsluttet" in text
    assert "Målet er nådd." in text
    assert "Loven har ikke noe steg her nå." in text
    page = kari.send(f"{place}avslutt/", status=409, reasons="En gang til.")
    assert "En gang til." in page
    assert Meeting.objects.get().reasons == "Målet er nådd."


def test_without_reasons_the_form_says_so_and_it_goes_on(desk: Come, case_id: UUID) -> None:
    kari = desk("Kari Nesheim")
    place = kari.send(f"/saker/{case_id}/mote/").partition("?")[0]
    assert "Skriv hvorfor." in words(kari.send(f"{place}avslutt/", status=422, reasons=" "))
    assert Meeting.objects.get().state == "open"


def test_a_colleague_without_the_case_finds_nothing(desk: Come, case_id: UUID) -> None:
    place = desk("Kari Nesheim").send(f"/saker/{case_id}/mote/").partition("?")[0]
    ola = desk("Ola Brandvold")
    for address in (f"/saker/{case_id}/mote/", place, f"{place}avslutt/"):
        ola.see(address, status=404)
