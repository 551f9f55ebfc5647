"""The pages of meetings: what they refuse, that nothing typed is lost, and that a bad id is never a fault."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.models import Group, Sharing
from oppvekst.domain.people.actions import Details
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def case_id(world: World) -> UUID:
    with world.as_("Kari Nesheim") as kari:
        return cases.open_case(Details(given_name="Tuva", family_name="Lind"), by=kari, at=TUESDAY).id


def test_the_first_question_comes_before_anybody_coordinates(world: World, desk: Come, case_id: UUID) -> None:
    kari = desk("Kari Nesheim")
    assert "Ingen møter ennå" in kari.see(f"/saker/{case_id}/moter/")
    assert "Velg hva slags møter det er." in kari.send(f"/saker/{case_id}/moter/ny/", status=422, title="Mandagsgruppa")
    place = kari.send(f"/saker/{case_id}/moter/ny/", kind="coordination").partition("?")[0]
    assert "Først: har barnet en barnekoordinator?" in words(kari.see(place))
    assert "Svar først på om barnet har" in kari.send(f"{place}koordinator/", status=409, name="Pål Ness")
    page = kari.send(f"{place}barnekoordinator/", status=422, has="yes", name="")
    assert "Skriv hvem som er barnekoordinator." in page
    kari.send(f"{place}barnekoordinator/", has="yes", name="Ada Ruud")
    assert "Ada Ruud" in kari.see(place)
    assert "Da er det den som koordinerer" in kari.send(f"{place}koordinator/", status=409, name="Pål Ness")


def test_a_bad_or_foreign_choice_is_a_sentence_and_never_a_fault(world: World, desk: Come, case_id: UUID) -> None:
    with world.as_("Kari Nesheim") as by:
        group = actions.begin_group(case_id, "cooperation", by=by, at=TUESDAY)
        member = actions.add_member(group.id, actions.Joining(name="Nina", body="BUP"), by=by, at=TUESDAY)
    kari = desk("Kari Nesheim")
    for who in ("", "x", "p:", f"p:{uuid4()}", "s:ikke-en-id"):
        kari.send(f"/moter/gruppe/{group.id}/deltaker/", status=422, who=who, name="")
    for giver in ("", "x", str(uuid4())):
        kari.send(
            f"/moter/deltaker/{member.id}/samtykke/", status=422, giver=giver, themes="school", given_on="24.11.2026"
        )
    assert not Sharing.objects.filter(member=member).exists()
    kari.see(f"/moter/gruppe/{uuid4()}/", status=404)


def test_the_result_of_a_drug_test_is_stopped_in_the_editor_and_what_was_typed_is_kept(
    world: World, desk: Come, case_id: UUID
) -> None:
    kari = desk("Kari Nesheim")
    with world.as_("Kari Nesheim") as by:
        group = actions.begin_group(case_id, "cooperation", by=by, at=TUESDAY)
        ours = actions.add_member(group.id, actions.Joining(staff=by.person, name=by.name), by=by, at=TUESDAY)
        when = actions.When(starts_at=TUESDAY, ends_at=TUESDAY.replace(hour=10), place="Rådhuset")
        meeting = actions.plan_meeting(group.id, when, by=by, at=TUESDAY)
        actions.not_asked(group.id, "Er ett år.", by=by, at=TUESDAY)
        actions.invite(meeting.id, by=by, at=TUESDAY)
    assert "Referatet kan skrives fra" in words(kari.see(f"/moter/{meeting.id}/referat/"))
    with world.as_("Kari Nesheim") as by:
        actions.hold(meeting.id, {ours.id}, by=by, at=TUESDAY)
    page = kari.send(f"/moter/{meeting.id}/referat/", status=422, health="Urinprøven var positiv.", school="Leser.")
    assert "Svar på rusprøver skal ikke stå i et referat som andre får." in page
    assert "Urinprøven var positiv." in page
    kari.send(f"/moter/{meeting.id}/referat/", school="Leser.")
    assert "Leser." in kari.see(f"/moter/{meeting.id}/")


def test_who_has_no_business_with_the_case_meets_nothing(world: World, desk: Come, case_id: UUID) -> None:
    with world.as_("Kari Nesheim") as by:
        group = actions.begin_group(case_id, "network", by=by, at=TUESDAY)
    desk("Ola Brandvold").see(f"/moter/gruppe/{group.id}/", status=404)
    assert Group.objects.filter(id=group.id).exists()
