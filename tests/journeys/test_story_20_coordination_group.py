"""Story 20: a coordination group. Who may know what, what leaves the house, and a consent that is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.actions import Joining, Taken
from oppvekst.domain.meetings.models import Invitation, Meeting, Member, Minutes
from oppvekst.domain.meetings.queries import get_meeting, given_of, invitations_of
from oppvekst.domain.meetings.rules import Kind, Theme
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.letters.tests.reading import text
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import NotAllowed
from tests.desk import DESK, Browser, browser, words
from tests.world import World

MONDAY = datetime(2026, 9, 21, 10, 0, tzinfo=OSLO)
TUESDAY = datetime(2026, 9, 22, 10, 0, tzinfo=OSLO)
MEETING = datetime(2026, 10, 1, 14, 0, tzinfo=OSLO)
APPROVED = datetime(2026, 10, 6, 12, 0, tzinfo=OSLO)
EVALUATED = datetime(2026, 12, 1, 14, 0, tzinfo=OSLO)
WITHDRAWN = datetime(2026, 12, 2, 9, 0, tzinfo=OSLO)
PPT = "Be om vurdering fra PPT"

type At = Callable[..., Browser]


@dataclass
class Iver:
    """Iver's case at Kari's, with both parents, and those who help him."""

    case: UUID
    group: UUID
    parents: tuple[UUID, UUID]
    members: dict[str, Member]


def read(paper: bytes) -> str:
    """A letter's words."""
    return text(SimpleNamespace(pdf=paper))  # type: ignore[arg-type]


@pytest.fixture
def at(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> At:
    """Somebody at the desk, on a day."""
    settings.FACE, settings.ROOT_URLCONF = "desk", DESK

    def stand(moment: datetime, name: str = "Kari Nesheim") -> Browser:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return browser(world, name)

    return stand


@pytest.fixture
def iver(world: World) -> Iver:
    """Monday: nobody is the child coordinator, so one of the school is appointed; the parents say who may know what."""
    with world.as_("Kari Nesheim") as kari:
        child = Details(given_name="Iver", family_name="Dahl", birth_date=date(2016, 3, 4))
        case = cases.open_case(child, by=kari, at=MONDAY, reason=Grant.Reason.ASSIGNED)
        parents = tuple(
            cases.add_party(
                case.id, Details(given_name=name, family_name="Dahl"), part, parental_responsibility=True, by=kari, at=MONDAY
            ).person_id
            for name, part in (("Eli", Party.Part.MOTHER), ("Rune", Party.Part.FATHER))
        )  # fmt: skip
        group = actions.begin_group(case.id, Kind.COORDINATION, by=kari, at=MONDAY)
        with pytest.raises(NotAllowed, match="barnekoordinator"):
            actions.appoint_coordinator(group.id, "Pål Ness", "Skolen", by=kari, at=MONDAY)
        actions.answer_child_coordinator(group.id, has=False, by=kari, at=MONDAY)
        actions.appoint_coordinator(group.id, "Pål Ness", "Skolen", by=kari, at=MONDAY)
        joining = {
            "Kari": Joining(staff=kari.person, name="Kari Nesheim", body="Barneverntjenesten"),
            "Eli": Joining(person_id=parents[0]), "Rune": Joining(person_id=parents[1]),
            "Iver": Joining(person_id=case.child_id),
            "Pål": Joining(name="Pål Ness", body="Skolen", role="Læreren min", known_to_child=True, address="Skoleveien 2"),
            "BUP": Joining(name="Nina Haug", body="BUP"), "NAV": Joining(name="Odd Lie", body="NAV"),
        }  # fmt: skip
        members = {name: actions.add_member(group.id, one, by=kari, at=MONDAY) for name, one in joining.items()}
        told = {
            "Pål": [Theme.OCCASION, Theme.SCHOOL], "BUP": [Theme.OCCASION, Theme.SCHOOL, Theme.MENTAL_HEALTH],
            "NAV": [Theme.OCCASION, Theme.WORK],
        }  # fmt: skip
        for name, themes in told.items():
            for parent in parents:
                actions.record_sharing(members[name].id, parent, themes, given_on=date(2026, 9, 21), by=kari, at=MONDAY)
    return Iver(case.id, group.id, parents, members)  # type: ignore[arg-type]


def planned(world: World, iver: Iver, starts: datetime, *, at: datetime) -> UUID:
    with world.as_("Kari Nesheim") as kari:
        when = actions.When(starts_at=starts, ends_at=starts.replace(hour=15), place="Rådhuset, rom 4", agenda="Høsten")
        meeting = actions.plan_meeting(iver.group, when, by=kari, at=at)
        actions.ask_child(meeting.id, comes="part", words="Jeg vil ha gym ute.", asked_on=at.date(), by=kari, at=at)
        actions.invite(meeting.id, by=kari, at=at)
    return meeting.id


@pytest.fixture
def approved(world: World, iver: Iver) -> UUID:
    """Thursday 1 October they met, Tuesday 6 October everybody had approved the minutes."""
    meeting = planned(world, iver, MEETING, at=TUESDAY)
    everybody = {one.id for name, one in iver.members.items() if name != "Iver"}
    with world.as_("Kari Nesheim") as kari:
        actions.hold(meeting, everybody, by=kari, at=MEETING)
        for theme, text in {
            Theme.SCHOOL: "Leser godt, strever med matte.",
            Theme.MENTAL_HEALTH: "Sover bedre.",
            Theme.WORK: "Rune er på kurs.",
        }.items():
            actions.write_part(meeting, theme, text, by=kari, at=MEETING)
        for name, text, theme, due in (
            ("Kari", PPT, Theme.SCHOOL, date(2026, 10, 20)),
            ("Pål", "Gym ute på torsdager", Theme.SCHOOL, None),
        ):
            actions.set_task(
                meeting, Taken(member_id=iver.members[name].id, text=text, theme=theme, due_on=due), by=kari, at=MEETING
            )
        actions.lay_forward(meeting, by=kari, at=MEETING)
        with pytest.raises(NotAllowed, match="godkjent referatet"):
            actions.approve(meeting, by=kari, at=APPROVED)
        actions.note_approval(meeting, everybody, on=date(2026, 10, 6), by=kari, at=APPROVED)
        actions.approve(meeting, by=kari, at=APPROVED)
    return meeting


def test_bup_may_hear_about_school_and_nav_may_not_hear_about_bup(world: World, iver: Iver, at: At) -> None:
    page = words(at(TUESDAY).see(f"/moter/deltaker/{iver.members['NAV'].id}/"))
    assert "Psykisk helse Mangler samtykke fra Eli Dahl og Rune Dahl." in page
    page = words(at(TUESDAY).see(f"/moter/deltaker/{iver.members['BUP'].id}/"))
    assert "Skole og barnehage Samtykke fra Eli Dahl og Rune Dahl" in page
    table = words(at(TUESDAY).see(f"/moter/gruppe/{iver.group}/"))
    assert "Hvem kan få vite hva" in table
    assert "Pål Ness" in table


def test_the_invitation_is_a_meeting_with_a_place_and_nothing_that_tells(world: World, iver: Iver, at: At) -> None:
    planned(world, iver, MEETING, at=TUESDAY)
    kari = at(TUESDAY)
    sent = Invitation.objects.get(member=iver.members["NAV"])
    response = kari.client.get(f"/moter/invitasjon/{sent.id}/mote.ics")
    assert response.headers["Content-Type"].startswith("text/calendar")
    file = response.content.decode()
    assert "SUMMARY:Møte\r\n" in file
    assert "LOCATION:Rådhuset\\, rom 4" in file
    for telling in ("Iver", "Dahl", "barnevern", "http", "Høsten", str(iver.case), str(sent.meeting_id), str(sent.id)):
        assert telling not in file
    letter = read(kari.paper(f"/moter/invitasjon/{sent.id}/brev.pdf"))
    assert "Iver" not in letter


def test_each_sees_only_the_part_the_consent_covers(world: World, iver: Iver, approved: UUID) -> None:
    given = {one.member.name: one.told for one in given_of(approved)}
    assert [part["title"] for part in given["Nina Haug"]["parts"]] == ["Skole og barnehage", "Psykisk helse"]
    assert [part["title"] for part in given["Odd Lie"]["parts"]] == ["Foreldrenes arbeid og økonomi"]
    assert PPT not in str(given["Odd Lie"])
    assert PPT in str(given["Pål Ness"])


def test_what_was_taken_on_lands_with_kari_and_goes_to_the_school_by_letter(
    world: World, iver: Iver, approved: UUID, at: At
) -> None:
    item = Item.objects.get(title=PPT)
    assert (item.assignee, item.due, item.open) == (world.staff["Kari Nesheim"].id, date(2026, 10, 20), True)
    given = Minutes.objects.get(meeting_id=approved, member=iver.members["Pål"])
    letter = read(at(APPROVED).paper(f"/moter/utdelt/{given.id}/brev.pdf"))
    assert "Gym ute på torsdager" in letter
    assert "Skoleveien 2" in letter
    kari = at(APPROVED)
    assert PPT in words(kari.see("/min-dag/"))
    task = get_meeting(approved).tasks.get(text=PPT)
    assert f"/moter/avtalt/{task.id}/" in kari.see("/min-dag/")
    kari.send(f"/moter/avtalt/{task.id}/", words="Sendt.")
    assert Item.objects.get(id=item.id).done_on == date(2026, 10, 6)


def test_the_father_takes_consent_for_nav_back_and_the_next_invitation_stops(
    world: World, iver: Iver, approved: UUID, at: At
) -> None:
    coming = planned(world, iver, datetime(2027, 1, 12, 14, 0, tzinfo=OSLO), at=EVALUATED)
    kari, nav = at(WITHDRAWN), iver.members["NAV"]
    kari.send(
        f"/moter/deltaker/{nav.id}/trukket/",
        giver=str(iver.parents[1]),
        themes=["occasion", "work"],
        given_on="2.12.2026",
    )
    assert "trakk samtykket onsdag 2. desember 2026" in Invitation.objects.get(meeting_id=coming, member=nav).stopped
    after = planned(world, iver, datetime(2027, 2, 2, 14, 0, tzinfo=OSLO), at=WITHDRAWN)
    assert Invitation.objects.get(meeting_id=after, member=nav).sent_at is None
    # What NAV was lawfully given it has.
    assert Minutes.objects.get(meeting_id=approved, member=nav).told["parts"]


def test_ivers_picture_of_his_helpers_shows_names_and_nothing_about_why(iver: Iver, at: At) -> None:
    page = words(at(TUESDAY).see(f"/saker/{iver.case}/hjelperne/"))
    assert "Pål Ness Læreren min" in page
    for telling in ("Nina Haug", "BUP", "Odd Lie", "NAV"):
        assert telling not in page


def test_the_family_has_a_right_to_one_individual_plan(world: World, iver: Iver, at: At) -> None:
    kari = at(TUESDAY)
    place = f"/saker/{iver.case}/individuell-plan/"
    assert "Ingen individuell plan" in kari.see(place)
    kari.send(f"{place}onsket/", wished_on="22.9.2026")
    assert "Barnet har en individuell plan" in kari.send(f"{place}onsket/", status=409, wished_on="22.9.2026")
    assert "bare når den er ønsket" in kari.send(f"{place}skriv/", status=409, goals="Lese.")
    kari.send(f"{place}samtykke/", consented_by="Eli og Rune Dahl", on="22.9.2026")
    kari.send(f"{place}skriv/", goals="Iver vil lese selv.", coordinator_name="Pål Ness")
    page = words(kari.see(place))
    assert "Iver vil lese selv." in page
    assert "Mangler Hvem som er med" in page


def test_a_moved_meeting_keeps_its_name_in_the_calendar_and_a_cancelled_one_is_taken_away(
    world: World, iver: Iver
) -> None:
    meeting = planned(world, iver, MEETING, at=TUESDAY)
    before = {one.member_id: one for one in invitations_of(meeting)}
    with world.as_("Kari Nesheim") as kari:
        later = MEETING.replace(day=2)
        when = actions.When(starts_at=later, ends_at=later.replace(hour=15), place="Rådhuset, rom 4")
        actions.move_meeting(meeting, when, by=kari, at=TUESDAY)
        actions.invite(meeting, by=kari, at=TUESDAY)
        actions.cancel(meeting, "Pål er syk.", by=kari, at=TUESDAY)
    for one in invitations_of(meeting):
        assert (one.uid, one.sequence, one.told["cancelled"]) == (before[one.member_id].uid, 2, True)
    assert len({one.uid for one in before.values()}) == len(before)
    assert Meeting.objects.get(id=meeting).state == "cancelled"
