"""Story 19: a family council. The family's own question, own time and own plan; each reads what is hers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules import Kind as Help
from oppvekst.domain.decisions.rules import required
from oppvekst.domain.decisions.tests.family import consented
from oppvekst.domain.measures.models import Measure, Plan
from oppvekst.domain.measures.queries.leading import running
from oppvekst.domain.measures.tests.at_desk import decided, on, place, started
from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.actions import Joining, Taken
from oppvekst.domain.meetings.models import Council, Group, Invitation, Meeting, Member, Minutes
from oppvekst.domain.meetings.rules import Theme
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import visits
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotAllowed
from tests.desk import DESK, Browser, browser, words
from tests.world import SOLVIK, World

PROPOSED = datetime(2026, 9, 8, 10, 0, tzinfo=OSLO)
SHOWN = datetime(2026, 9, 10, 10, 0, tzinfo=OSLO)
INVITED = datetime(2026, 9, 14, 9, 0, tzinfo=OSLO)
SATURDAY = datetime(2026, 10, 3, 11, 0, tzinfo=OSLO)
AFTER = datetime(2026, 10, 3, 16, 0, tzinfo=OSLO)
WEDNESDAY = datetime(2026, 10, 7, 10, 0, tzinfo=OSLO)
QUESTION = "Hvem er hos Agnes når mor er syk?"
TUESDAYS = "Er hos Agnes hver tirsdag"
AGNES, LEIF = synthetic(date(2014, 2, 3), Sex.FEMALE), synthetic(date(1980, 5, 6), Sex.MALE)

type At = Callable[..., Browser]


@dataclass
class Family:
    """Agnes' case at Kari's: her parents, her uncle, and her father's new partner."""

    case: UUID
    agnes: UUID
    persons: dict[str, UUID]


@pytest.fixture
def at(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> At:
    """Kari, or somebody else, at the desk on a day."""

    def stand(moment: datetime, name: str = "Kari Nesheim") -> Browser:
        settings.FACE, settings.ROOT_URLCONF = "desk", DESK
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return browser(world, name)

    return stand


@pytest.fixture
def my_page(settings: Any) -> Callable[[str], Client]:
    """Somebody at My page."""

    def opened(number: str) -> Client:
        settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
        settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
        client = Client(headers={"sec-fetch-site": "same-origin"})
        with acting("mypage"):
            client.cookies[VISIT] = visits.start(number, municipality=SOLVIK, level="idporten-loa-high")
        return client

    return opened


@pytest.fixture
def family(world: World) -> Family:
    with world.as_("Kari Nesheim") as kari:
        agnes = Details(given_name="Agnes", family_name="Moe", number=AGNES, environment="test")
        case = cases.open_case(agnes, by=kari, at=PROPOSED, reason=Grant.Reason.ASSIGNED)
        found = {}
        for name, part, responsible, number in (
            ("Turid", Party.Part.MOTHER, True, ""), ("Jon", Party.Part.FATHER, True, ""),
            ("Leif", Party.Part.NETWORK, None, LEIF), ("Sonja", Party.Part.NETWORK, None, ""),
        ):  # fmt: skip
            who = Details(given_name=name, family_name="Moe", number=number, environment="test")
            party = cases.add_party(
                case.id, who, part, parental_responsibility=responsible, source="Folkeregisteret", by=kari, at=PROPOSED
            )
            found[name] = party.person_id
        for person in (case.child_id, found["Leif"]):
            cases.open_my_page(case.id, person, by=kari, at=PROPOSED)
    return Family(case.id, case.child_id, found)


def begun(kari: Browser, family: Family) -> str:
    """Proposed, and the question agreed word by word."""
    place = kari.send(f"/saker/{family.case}/moter/ny/", kind="council").partition("?")[0]
    group = re.findall(r"gruppe/([0-9a-f-]{36})", place)[0]
    kari.send(
        f"/moter/gruppe/{group}/sporsmal/", question=QUESTION, with_parents_on="8.9.2026", with_child_on="8.9.2026",
        support="Marte (19), kusine",
    )  # fmt: skip
    return str(group)


@pytest.fixture
def held(world: World, family: Family, at: At) -> Group:
    """Saturday 3 October: Kari gave facts and left; the family came back with its plan, and it is answered that day."""
    group = begun(at(PROPOSED), family)
    at(SHOWN).send(
        f"/moter/gruppe/{group}/papirer/", name="Gro Hagen", confidentiality_on="10.9.2026",
        certificate_issued_on="1.9.2026", certificate_shown_on="10.9.2026",
    )  # fmt: skip
    with world.as_("Kari Nesheim") as kari:
        for person in (family.agnes, *family.persons.values()):
            actions.add_member(UUID(group), Joining(person_id=person), by=kari, at=SHOWN)
        leif = Member.objects.get(person_id=family.persons["Leif"])
        for parent in ("Turid", "Jon"):
            actions.record_sharing(
                leif.id, family.persons[parent], [Theme.OCCASION], given_on=date(2026, 9, 10), by=kari, at=SHOWN
            )
        when = actions.When(starts_at=SATURDAY, ends_at=AFTER, place="Grendehuset", agenda=QUESTION)
        meeting = actions.plan_meeting(UUID(group), when, by=kari, at=INVITED)
        actions.ask_child(
            meeting.id, comes="all", words="Jeg vil at Leif kommer.", asked_on=date(2026, 9, 14), by=kari, at=INVITED
        )
        actions.invite(meeting.id, by=kari, at=INVITED)
        everybody = set(Member.objects.filter(group_id=group).values_list("id", flat=True))
        actions.hold(meeting.id, everybody, by=kari, at=AFTER)
        actions.set_task(meeting.id, Taken(member_id=leif.id, text=TUESDAYS, theme=Theme.HOME), by=kari, at=AFTER)
        mother = Member.objects.get(person_id=family.persons["Turid"])
        actions.set_task(
            meeting.id, Taken(member_id=mother.id, text="Ringer når hun blir syk", theme=Theme.HOME), by=kari, at=AFTER
        )
        with pytest.raises(NotAllowed, match="svar på planen"):
            actions.lay_forward(meeting.id, by=kari, at=AFTER)
    return Group.objects.get(id=group)


def test_a_coordinator_without_her_papers_does_not_begin(family: Family, at: At) -> None:
    kari = at(SHOWN)
    group = begun(kari, family)
    page = kari.send(f"/moter/gruppe/{group}/papirer/", status=422, name="Gro Hagen", confidentiality_on="10.9.2026")
    assert "Politiattesten etter § 39 er ikke vist." in page
    assert 'value="Gro Hagen"' in page
    assert Council.objects.get(group_id=group).confidentiality_on is None
    way = words(kari.see(f"/moter/gruppe/{group}/familierad/"))
    assert f"«{QUESTION}»" in way
    assert "Koordinatoren ser spørsmålet og lista over inviterte, ikke saken." in way


def test_the_fathers_new_partner_is_told_only_time_and_place(held: Group, family: Family) -> None:
    sonja = Invitation.objects.get(person_id=family.persons["Sonja"])
    assert sonja.told["place"] == "Grendehuset"
    assert not {"about", "agenda", "question"} & sonja.told.keys()
    leif = Invitation.objects.get(person_id=family.persons["Leif"])
    assert leif.told["question"] == QUESTION


def test_the_preview_says_what_each_is_told(held: Group, family: Family, at: At) -> None:
    meeting = Meeting.objects.get(group=held)
    page = words(at(INVITED).see(f"/moter/{meeting.id}/"))
    assert "Jeg vil at Leif kommer." in page
    assert "Vil være med hele møtet" in page


def test_the_plan_is_answered_the_same_day_and_a_no_says_exactly_why(held: Group, at: At) -> None:
    kari = at(AFTER)
    kari.send(
        f"/moter/gruppe/{held.id}/familiens-plan/", plan="Leif hver tirsdag, mormor på vakt.", received_on="3.10.2026"
    )
    item = Item.objects.get(rule="council-answer")
    assert (item.due, item.open) == (date(2026, 10, 3), True)
    assert f"/moter/gruppe/{held.id}/svar/" in kari.see("/min-dag/")
    page = kari.send(f"/moter/gruppe/{held.id}/svar/", status=422, approved="no", words=" ")
    assert "Skriv nøyaktig hva i planen som ikke kan godkjennes, og hvorfor." in page
    kari.send(f"/moter/gruppe/{held.id}/svar/", approved="yes", words="Dette er en god plan.", follow_up_on="9.1.2027")
    item.refresh_from_db()
    assert (item.done_on, item.open) == (date(2026, 10, 3), False)
    way = words(kari.see(f"/moter/gruppe/{held.id}/familierad/"))
    assert "Godkjent lørdag 3. oktober 2026" in way
    assert "Lørdag 9. januar 2027" in way


def test_agnes_reads_what_we_agreed_and_leif_only_his_own_line(
    world: World, held: Group, family: Family, my_page: Callable[[str], Client], at: At
) -> None:
    kari = at(AFTER)
    kari.send(f"/moter/gruppe/{held.id}/familiens-plan/", plan="Leif hver tirsdag.", received_on="3.10.2026")
    kari.send(f"/moter/gruppe/{held.id}/svar/", approved="yes", follow_up_on="9.1.2027")
    meeting = Meeting.objects.get(group=held)
    with world.as_("Kari Nesheim") as by:
        actions.lay_forward(meeting.id, by=by, at=AFTER)
        actions.approve(meeting.id, by=by, at=AFTER)
    agnes, leif = my_page(AGNES), my_page(LEIF)
    hers = Minutes.objects.get(person_id=family.agnes)
    his = Minutes.objects.get(person_id=family.persons["Leif"])
    page = words(agnes.get(f"/avtalt/{hers.id}/").content.decode())
    assert f"Leif Moe: {TUESDAYS}" in page
    assert "Turid Moe: Ringer når hun blir syk" in page
    page = words(leif.get(f"/avtalt/{his.id}/").content.decode())
    assert TUESDAYS in page
    assert "Turid" not in page
    assert leif.get(f"/avtalt/{hers.id}/").status_code == 404
    assert f"/avtalt/{his.id}/" in leif.get("/").content.decode()


def test_agnes_sees_her_meeting_and_can_keep_it_in_a_calendar_that_tells_nothing(
    held: Group, family: Family, my_page: Callable[[str], Client], at: At
) -> None:
    at(INVITED)
    own = Invitation.objects.get(person_id=family.agnes)
    agnes = my_page(AGNES)
    page = words(agnes.get(f"/moter/{own.id}/").content.decode())
    assert "klokka 11.00 til 16.00" in page
    assert "Sted: Grendehuset" in page
    file = agnes.get(f"/moter/{own.id}/mote.ics").content.decode()
    assert "SUMMARY:Møte" in file
    assert "Agnes" not in file
    others = Invitation.objects.get(person_id=family.persons["Leif"])
    assert agnes.get(f"/moter/{others.id}/").status_code == 404
    assert agnes.get(f"/moter/{others.id}/mote.ics").status_code == 404


def test_what_is_held_back_from_the_family_is_not_shown_to_leif_and_agnes_keeps_hers(
    world: World, held: Group, family: Family, my_page: Callable[[str], Client]
) -> None:
    with world.as_("Kari Nesheim") as kari:
        cases.hold(family.case, "Mistanke om vold", review_on=date(2026, 11, 1), by=kari, at=AFTER)
    his = Invitation.objects.get(person_id=family.persons["Leif"])
    hers = Invitation.objects.get(person_id=family.agnes)
    assert my_page(LEIF).get(f"/moter/{his.id}/").status_code == 404
    assert my_page(AGNES).get(f"/moter/{hers.id}/").status_code == 200


HELP = {
    "title": "Hjemmekonsulent når mor er syk", "kind": "measure", "category": "3.10", "consent_ground": "consent",
    "language": "nb", "provider": "Familiehuset",
}  # fmt: skip


def on_the_page(days: dict[str, str]) -> dict[str, str]:
    """Days as the desk's three fields."""
    return {key: value for name, day in days.items() for key, value in on(name, day).items()}


def decided_on_wednesday(world: World, kari: Browser, family: Family, at: At) -> str:
    """Wednesday 7 October: the help from the service is decided at the desk, and begins."""
    terms = HELP | on_the_page({"starts_on": "2026-10-07", "ends_on": "2027-04-07"})
    written = kari.send(f"/saker/{family.case}/vedtak/nytt/hjemmekonsulent/", **terms)
    decision = UUID(re.findall(r"vedtak/([0-9a-f-]{36})", written)[0])
    parts = required(Help.MEASURE, category="3.10", consent_ground="consent")
    kari.send(
        f"/vedtak/{decision}/skriv/", **{f"text-{one.key}": f"{one.nb} for Agnes.\n\nEt avsnitt til." for one in parts}
    )
    with world.as_("Kari Nesheim") as by:
        consented(get_decision(decision), by=by, at=WEDNESDAY)
    kari.send(
        f"/vedtak/{decision}/uten-varsel/", ground="Åpenbart unødvendig", notice_skipped="De har bedt om det selv."
    )
    at(WEDNESDAY, "Marit Solheim").send(f"/vedtak/{decision}/undertegn/")
    here = place(kari.send(f"/vedtak/{decision}/tiltak/", provider_name="Familiehuset"))
    decided(kari, here, decision)
    started(kari, here, "2026-10-07")
    return here


def test_the_decision_grants_only_help_from_us_and_the_familys_promises_stand_beside_its_plan_as_theirs(
    world: World, held: Group, family: Family, at: At
) -> None:
    kari = at(AFTER)
    council = f"/moter/gruppe/{held.id}/familierad/"
    kari.send(f"/moter/gruppe/{held.id}/familiens-plan/", plan="Leif hver tirsdag.", received_on="3.10.2026")
    assert "Skriv et vedtak om hjelp" not in kari.see(council)
    kari.send(f"/moter/gruppe/{held.id}/svar/", approved="yes", words="En god plan.", follow_up_on="9.1.2027")
    kari = at(WEDNESDAY)
    page = kari.see(council)
    assert f"/saker/{family.case}/vedtak/nytt/" in page
    assert f"/saker/{family.case}/tiltak/" in page
    here = decided_on_wednesday(world, kari, family, at)
    for address in (here, f"/saker/{family.case}/tiltak/"):
        page = words(kari.see(address))
        assert "Familierådets plan godkjent lørdag 3. oktober" in page
        assert f"Leif Moe lover {TUESDAYS}" in page
        assert "Det de har lovet hverandre, er ikke tiltak fra oss" in page
    with acting("owner"):
        only = Measure.objects.get(case_id=family.case)
        assert (only.category, only.started_on) == ("3.10", date(2026, 10, 7))
        assert [one.kind for one in Plan.objects.filter(case_id=family.case)] == ["1"]
        assert running(SOLVIK) == 1
    assert "Leif" not in kari.see(f"/vedtak/{only.decision_id}/")
