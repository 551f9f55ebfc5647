"""Nothing that tells leaves by a calendar, a subject, a name of a file, a phone's screen, or a preview of a link.

Every way out is read here as whoever stands beside the receiver would read it: over a shoulder, on a shared calendar, or in
the preview that a chat makes of a link. What the house can put there is little by construction, and this is where it is tried.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions.rules.words import READY, READY_AGAIN
from oppvekst.domain.measures.mypage import days as help_days
from oppvekst.domain.meetings import actions, mypage
from oppvekst.domain.meetings.actions import Joining
from oppvekst.domain.meetings.desk.views import paper
from oppvekst.domain.meetings.models import Invitation, Meeting
from oppvekst.domain.meetings.rules import Theme
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.web import calendar_file as calendar_file_module
from oppvekst.ground.web.calendar_file import APPOINTMENT, SUBJECT, Neutral, calendar_file, calendar_of_many
from oppvekst.law.calendar import OSLO
from tests.desk import DESK, browser
from tests.house.source import PACKAGE
from tests.world import World
from tools.documents.routes import routes

MONDAY = datetime(2026, 9, 21, 10, 0, tzinfo=OSLO)
MEETING = datetime(2026, 10, 1, 14, 0, tzinfo=OSLO)
# Names in the scene, and the words that would tell what it is about.
TELLING = (
    "ingebrigt", "solhaug", "tordis", "haug", "bup", "barnevern", "barneverntjeneste", "ansvarsgruppe", "familieråd",
    "matte", "http", "koordinator", "solvik kommune",
)  # fmt: skip
# All that a file may hold, by the names of the format.
ALLOWED = {"UID", "SUMMARY", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "CLASS", "LOCATION"}


@pytest.fixture
def meeting(world: World) -> Meeting:
    """A coordination group about a child with names that can be searched for, at a place that tells."""
    with world.as_("Kari Nesheim") as kari:
        child = Details(given_name="Ingebrigt", family_name="Solhaug", birth_date=date(2016, 3, 4))
        case = cases.open_case(child, by=kari, at=MONDAY, reason=Grant.Reason.ASSIGNED)
        mother = cases.add_party(
            case.id, Details(given_name="Tordis", family_name="Solhaug"), Party.Part.MOTHER, parental_responsibility=True,
            by=kari, at=MONDAY,
        )  # fmt: skip
        group = actions.begin_group(case.id, "coordination", by=kari, at=MONDAY)
        actions.answer_child_coordinator(group.id, has=False, by=kari, at=MONDAY)
        actions.appoint_coordinator(group.id, "Nina Haug", "BUP", by=kari, at=MONDAY)
        body = actions.add_member(group.id, Joining(name="Nina Haug", body="BUP"), by=kari, at=MONDAY)
        for person in (mother.person_id, case.child_id):
            actions.add_member(group.id, Joining(person_id=person), by=kari, at=MONDAY)
        actions.record_sharing(body.id, mother.person_id, list(Theme), given_on=MONDAY.date(), by=kari, at=MONDAY)
        when = actions.When(
            starts_at=MEETING, ends_at=MEETING + timedelta(hours=1), place="Barneverntjenesten, Torget 1",
            video_link="https://video.example.invalid/ingebrigt", agenda="Matte og søvn",
        )  # fmt: skip
        planned = actions.plan_meeting(group.id, when, by=kari, at=MONDAY)
        actions.ask_child(planned.id, comes="all", asked_on=MONDAY.date(), by=kari, at=MONDAY)
        actions.invite(planned.id, by=kari, at=MONDAY)
    return Meeting.objects.get(id=planned.id)


@pytest.fixture
def fetch(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    settings.FACE, settings.ROOT_URLCONF = "desk", DESK
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)
    return browser(world, "Kari Nesheim").client.get


def telling(text: str) -> list[str]:
    return [word for word in TELLING if word in text.casefold()]


def test_every_calendar_of_a_meeting_says_meeting_and_no_more(meeting: Meeting, fetch: Callable[[str], Any]) -> None:
    sent = list(Invitation.objects.filter(meeting=meeting))
    assert len(sent) == 3
    for one in sent:
        answer = fetch(f"/moter/invitasjon/{one.id}/mote.ics")
        text = answer.content.decode()
        event = Calendar.from_ical(text).walk("VEVENT")[0]
        assert set(event) <= ALLOWED
        assert event["SUMMARY"] == "Møte"
        assert "LOCATION" not in event, "et sted som røper hvem en møter, står ikke i kalenderen"
        assert telling(text + str(answer.headers)) == []
        for ours in (meeting.id, meeting.case_id, meeting.group_id, one.id, one.member_id):
            assert str(ours) not in text


def test_no_two_receivers_can_see_that_it_is_the_same_meeting(meeting: Meeting) -> None:
    assert len({one.uid for one in Invitation.objects.filter(meeting=meeting)}) == 3


def test_a_cancellation_tells_as_little(world: World, meeting: Meeting, fetch: Callable[[str], Any]) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.cancel(meeting.id, "Tordis er innlagt.", by=kari, at=MONDAY)
    for one in Invitation.objects.filter(meeting=meeting):
        text = fetch(f"/moter/invitasjon/{one.id}/mote.ics").content.decode()
        assert "METHOD:CANCEL" in text
        assert telling(text) == []
        assert "innlagt" not in text


def test_a_calendar_has_no_field_for_a_name_a_word_or_a_link() -> None:
    assert {one.name for one in fields(Neutral)} == {
        "uid", "starts_at", "ends_at", "sent_at", "place", "sequence", "cancelled",
    }  # fmt: skip
    now = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
    file = calendar_file(Neutral(uid=uuid4(), starts_at=now, ends_at=now, sent_at=now)).decode()
    assert f"SUMMARY:{SUBJECT}" in file
    assert set(Calendar.from_ical(file).walk("VEVENT")[0]) == ALLOWED - {"LOCATION"}


def test_a_file_of_many_days_says_appointment_and_takes_away_what_is_called_off() -> None:
    now = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
    one, off = (Neutral(uid=uuid4(), starts_at=now, ends_at=now, sent_at=now, cancelled=gone) for gone in (False, True))
    events = Calendar.from_ical(calendar_of_many([one, off])).walk("VEVENT")
    assert [(set(each) <= ALLOWED, str(each["SUMMARY"]), str(each["STATUS"])) for each in events] == [
        (True, "Avtale", "CONFIRMED"), (True, "Avtale", "CANCELLED"),
    ]  # fmt: skip
    assert telling(APPOINTMENT) == []


def test_only_one_place_in_the_house_writes_calendars() -> None:
    writers = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bicalendar\b|BEGIN:V", path.read_text("utf-8"))
    }
    assert writers == {"ground/web/calendar_file.py"}


def test_a_word_to_a_phone_says_neither_from_which_service_nor_about_what() -> None:
    told = [sentence for said in (READY, READY_AGAIN) for sentence in said.values()]
    assert len(told) >= 6
    assert [text for text in told if telling(text) or re.search("vedtak|decision|barn|child", text.casefold())] == []


def test_no_door_sends_mail_or_writes_a_subject() -> None:
    """There is no mail: whoever adds it meets this test, and says here what stands in the subject."""
    sends = re.compile(r"django\.core\.mail|smtplib|EmailMessage|send_mail\(")
    assert [str(path) for path in PACKAGE.rglob("*.py") if sends.search(path.read_text("utf-8"))] == []


def test_a_file_that_goes_out_has_a_name_that_tells_nothing() -> None:
    sources = (paper, mypage, help_days, calendar_file_module)
    named = re.findall(r'"([\w-]+\.(?:pdf|ics))"', "".join(map(inspect.getsource, sources)))
    assert set(named) <= {"brev.pdf", "mote.ics", "avtaler.ics"}


@pytest.mark.parametrize("face", ["mypage", "portal"])
def test_a_preview_of_a_link_says_the_same_whatever_it_leads_to(
    face: str, world: World, meeting: Meeting, settings: Any
) -> None:
    """A chat that fetches a link is not logged in: what it shows of each of My page's addresses is the front page, or nothing."""
    settings.FACE, settings.ROOT_URLCONF = face, f"oppvekst.faces.{face}.urls"
    if face == "mypage":
        settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
    for path, _name, _view in routes(face):
        if "<uuid:" not in path:
            continue
        one = Invitation.objects.filter(meeting=meeting).first()
        assert one
        answer = Client().get("/" + re.sub(r"<\w+:\w+>", str(one.id), path).lstrip("/"))
        assert _preview(answer) == [], path


def _preview(answer: Any) -> list[str]:
    """What a preview would show that tells: the title, what is said for it, and where one is sent."""
    html = answer.content.decode(errors="replace") if answer.headers.get("Content-Type", "").startswith("text") else ""
    shown = re.findall(r"<title>(.*?)</title>|<meta[^>]+(?:og:|twitter:|description)[^>]+>", html, re.DOTALL)
    words = (*TELLING[:4], "ansvarsgruppe", "familieråd", "møte")
    return [word for word in words if word in (" ".join(shown) + answer.headers.get("Location", "")).casefold()]


def test_the_ids_of_the_house_do_not_stand_in_a_calendar() -> None:
    one = UUID(int=7)
    now = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
    assert str(one) in calendar_file(Neutral(uid=one, starts_at=now, ends_at=now, sent_at=now)).decode()
    assert Invitation._meta.get_field("uid").default is uuid4
