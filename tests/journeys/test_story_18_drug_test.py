"""Story 18: the drug test. Mikkel (17) says yes, is told first, takes his yes back, and is ordered to later (2026-2027)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Appointment, Evaluation, Measure
from oppvekst.domain.measures.queries import get_measure
from oppvekst.domain.measures.rules import ENDED, EXPIRED, Ordered, longest_order
from oppvekst.domain.measures.tests.at_desk import at, decided, it_is, on, place, prepared, started
from oppvekst.domain.meetings import actions as meetings
from oppvekst.domain.meetings.models import Member
from oppvekst.domain.meetings.queries import given_of, invitations_of
from oppvekst.domain.meetings.rules import Kind as Group
from oppvekst.domain.meetings.rules import Theme
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import visits
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.letters.tests.reading import text as read
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import Browser, Come, opened_desk, words
from tests.world import SOLVIK, World

KARI = "Kari Nesheim"
NUMBER = synthetic(date(2009, 6, 10), Sex.MALE)
MIKKEL = Details(
    given_name="Mikkel", family_name="Foss", birth_date=date(2009, 6, 10), number=NUMBER, environment="test"
)
PARENTS = (("Wenche", Party.Part.MOTHER, True), ("Frode", Party.Part.FATHER, True))
TESTS = decisions.Terms(kind=Kind.MEASURE, category="5.4")
MEANING = "Prøven viser at du har brukt hasj de siste ukene. Den sier ikke noe om hvordan du har det."
TELLING = ("rus", "prøve", "hasj", "test")
# The result, and every word for what he comes for.
TOLD_NOBODY = ("rus", "prøve", "prøva", "hasj", "cannabis", "positiv", "urin", "test", MEANING.lower()[:30])


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2026-09-07 12:00"))


@dataclass
class Mikkel:
    """His case, and where the help stands at the desk."""

    case: UUID
    here: str

    @property
    def measure(self) -> UUID:
        return UUID(self.here.split("/")[2])

    def person(self, name: str) -> UUID:
        with acting("owner"):
            return Party.objects.get(case_id=self.case, person__given_name=name).person_id

    def appointment(self, day: str) -> str:
        with acting("owner"):
            found = Appointment.objects.get(measure_id=self.measure, at__date=date.fromisoformat(day))
        return f"/tiltak/avtale/{found.id}/"


@pytest.fixture
def mikkel(world: World, desk: Come) -> Mikkel:
    """Monday 7 September: Mikkel and both parents have said yes, the decision is signed, and it begins."""
    case = family(world, MIKKEL, PARENTS)
    decision = signed(world, case, terms=TESTS, at=at("2026-09-07 09:00"))
    kari = desk(KARI)
    here = place(kari.send(f"/vedtak/{decision.id}/tiltak/", provider_name="Legesenteret"))
    decided(kari, here, decision.id)
    started(kari, here, "2026-09-07")
    return Mikkel(case, here)


def agree(kari: Browser, mikkel: Mikkel, day: str, status: int = 302) -> str:
    who = str(mikkel.person("Mikkel"))
    return kari.send(f"{mikkel.here}avtale/", status, person=who, clock="15", place="Torget 1", **on("day", day))


def positive(kari: Browser, mikkel: Mikkel, monkeypatch: pytest.MonkeyPatch) -> str:
    """Monday 28 September: Kari writes what it means."""
    agree(kari, mikkel, "2026-09-28")
    it_is(monkeypatch, "2026-09-28 16:00")
    where = mikkel.appointment("2026-09-28")
    kari.send(f"{where}svar/", met="yes", meaning=MEANING)
    return where


def takes_it_back(kari: Browser, mikkel: Mikkel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Monday 5 October: he withdraws."""
    it_is(monkeypatch, "2026-10-05 10:30")
    with acting("owner"):
        text = ConsentText.objects.get(case_id=mikkel.case)
    said = {
        "form": "oral",
        "clock": "10.15",
        "language": "bokmål",
        "reasons": "Vil ikke mer.",
        **on("said_on", "2026-10-05"),
    }
    kari.send(f"/samtykke/{text.id}/{mikkel.person('Mikkel')}/trekk/", **said)


def test_he_and_both_his_parents_are_asked_since_he_is_fifteen_or_more(mikkel: Mikkel) -> None:
    with acting("owner"):
        text = ConsentText.objects.get(case_id=mikkel.case)
        asked = set(text.answers.values_list("person__given_name", flat=True))
    assert asked == {"Mikkel", "Wenche", "Frode"}


def test_the_calendar_and_the_journal_say_an_appointment_and_nothing_more(desk: Come, mikkel: Mikkel) -> None:
    kari = desk(KARI)
    for day in ("2026-09-14", "2026-09-28"):
        agree(kari, mikkel, day)
    page = words(kari.see(mikkel.here))
    assert page.count("Avtale kl. 15") == 2
    with acting("owner"):
        says = list(
            Entry.objects.filter(case_id=mikkel.case, kind__startswith="appointment.").values_list("says", flat=True)
        )
    assert says[0] == "Avtale kl. 15 mandag 14. september 2026."
    assert not [word for line in says for word in TELLING if word in line.lower()]


def test_the_meaning_is_written_in_words_and_he_is_told_first(
    desk: Come, mikkel: Mikkel, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    agree(kari, mikkel, "2026-09-14")
    early = mikkel.appointment("2026-09-14")
    assert "Avtalen har ikke vært ennå." in words(kari.send(f"{early}svar/", 409, met="yes", meaning=MEANING))
    it_is(monkeypatch, "2026-09-14 16:00")
    for colour in ("Rød", "positiv"):
        page = words(kari.send(f"{early}svar/", 422, met="yes", meaning=colour))
        assert "En farge eller et ord er ikke nok." in page
    where = positive(kari, mikkel, monkeypatch)
    wenche, frode = mikkel.person("Wenche"), mikkel.person("Frode")
    agreed = "At prøven viste bruk, og ikke mer."
    page = words(kari.send(f"{where}fortalt/", 422, who=str(wenche), agreed=agreed))
    assert "Den som er testet, får vite det først, av en person." in page
    assert "Mikkel Foss skal få vite det først." in words(kari.see(mikkel.here))
    kari.send(f"{where}fortalt/", who=str(mikkel.person("Mikkel")))
    assert "sagt ja til at andre får vite" in words(kari.send(f"{where}fortalt/", 422, who=str(wenche)))
    kari.send(f"{where}fortalt/", who=str(wenche), agreed=agreed)
    page = words(kari.see(mikkel.here))
    assert MEANING in page
    assert f"Sagt ja til: {agreed}" in page
    assert str(frode) in kari.see(f"{where}fortalt/")
    assert str(wenche) not in kari.see(f"{where}fortalt/")


def test_when_he_takes_his_yes_back_the_tests_end_that_minute_and_the_ways_on_are_told(
    world: World, desk: Come, mikkel: Mikkel, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    positive(kari, mikkel, monkeypatch)
    agree(kari, mikkel, "2026-10-12")
    takes_it_back(kari, mikkel, monkeypatch)
    with acting("owner"):
        after = Measure.objects.get(id=mikkel.measure)
        assert (after.state, after.ended_on, after.consent_fell_at) == (
            ENDED,
            date(2026, 10, 5),
            at("2026-10-05 10:15"),
        )
        to_come = Appointment.objects.get(measure=after, at__date=date(2026, 10, 12))
        assert to_come.cancelled_at == at("2026-10-05 10:30")
        assert Appointment.objects.exclude(id=to_come.id).get().meaning == MEANING
        task = Item.objects.get(case_id=mikkel.case, rule__startswith="consent-fallen", open=True)
        assert not Item.objects.filter(subject=mikkel.measure, open=True).exists()
    assert (task.due, task.assignee) == (date(2026, 10, 5), world.staff[KARI].id)
    steps = json.dumps(task.steps, ensure_ascii=False)
    assert "Tilby annen hjelp" in steps
    assert "Be nemnda pålegge hjelpetiltak (bvl § 3-4)" in steps
    assert "Avslutte tiltaket" in steps
    page = words(kari.see(mikkel.here))
    assert "Be nemnda om pålegg: ruskontroll, i høyst ett år. § 3-4 første ledd bokstav c" in page
    assert "Tilby annen hjelp som familien vil ha." in page
    assert "Ingenting mer." in page
    assert "Det kan bare avtales prøver mens ruskontrollen pågår." in words(kari.see(f"{mikkel.here}avtale/"))
    agree(kari, mikkel, "2026-10-19", 409)


def ordered(kari: Browser, mikkel: Mikkel, monkeypatch: pytest.MonkeyPatch) -> Mikkel:
    """Tuesday 15 December: the tribunal orders tests."""
    it_is(monkeypatch, "2026-12-16 09:00")
    here = place(kari.send(f"/saker/{mikkel.case}/tiltak/nytt/", category="5.4"))
    prepared(kari, here, goal="Mikkel er rusfri")
    kari.send(f"{here}palegg/", ordered="drug_test", reference="26-4711", **on("ordered_on", "2026-12-15"))
    started(kari, here, "2026-12-16")
    return Mikkel(mikkel.case, here)


def test_the_order_ends_after_a_year_or_the_day_before_he_is_18_and_nobody_prolongs_it_in_silence(
    world: World, desk: Come, mikkel: Mikkel, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    takes_it_back(kari, mikkel, monkeypatch)
    now = ordered(kari, mikkel, monkeypatch)
    assert longest_order(Ordered.DRUG_TEST, date(2026, 12, 15), date(2010, 1, 1)) == date(2027, 12, 15)
    with acting("owner"):
        assert Item.objects.get(subject=now.measure, rule="D27", open=True).due == date(2027, 6, 9)
    assert "9. juni 2027" in words(kari.see(now.here))
    agree(kari, now, "2027-06-09")
    assert "etter siste dag" in words(agree(kari, now, "2027-06-10", 422))
    kari.send(f"{now.here}rammer/", interval_months="3", **on("ends_on", "2028-01-01"))
    with world.as_(KARI) as by:
        assert get_measure(now.measure).ends_on == date(2027, 6, 9)
        looked = actions.Looked(
            on=date(2027, 6, 9), works="Ja.", new_needs="Nei.", care_grounds="Nei.", outcome=Evaluation.Outcome.CONTINUE,
            child_heard=True, parents_heard=True,
        )  # fmt: skip
        with pytest.raises(NotAllowed, match="forlenges ikke i stillhet"):
            actions.evaluate(now.measure, looked, by=by, at=at("2027-06-10 09:00"))
        with pytest.raises(NotAllowed, match="Siste dag er ikke passert"):
            actions.expire(now.measure, by=by, at=at("2027-06-09 23:00"))
    it_is(monkeypatch, "2027-06-10 09:00")
    assert "Gått ut" in words(kari.see(kari.send(f"{now.here}gatt-ut/")))
    with acting("owner"):
        after = Measure.objects.get(id=now.measure)
        assert (after.state, after.ended_on) == (EXPIRED, date(2027, 6, 9))
        assert not Item.objects.filter(subject=now.measure, open=True).exists()


CHANGED = "Planen er endret fra og med i dag."
TEACHER, NURSE = "Pål Ness", "Nina Haug"


def gathered(world: World, mikkel: Mikkel) -> dict[str, UUID]:
    """The coordination group: the nurse may know of his health by everybody's yes, the teacher by his parents' only."""
    monday = at("2026-09-21 10:00")
    with world.as_(KARI) as kari:
        cases.open_my_page(mikkel.case, mikkel.person("Mikkel"), by=kari, at=monday)
        group = meetings.begin_group(mikkel.case, Group.COORDINATION, by=kari, at=monday)
        meetings.answer_child_coordinator(group.id, has=False, by=kari, at=monday)
        meetings.appoint_coordinator(group.id, NURSE, "Helsestasjonen", by=kari, at=monday)
        joining = {
            KARI: meetings.Joining(staff=kari.person, name=KARI),
            "Mikkel": meetings.Joining(person_id=mikkel.person("Mikkel")),
            "Wenche": meetings.Joining(person_id=mikkel.person("Wenche")),
            TEACHER: meetings.Joining(name=TEACHER, body="Skolen", address="Skoleveien 2"),
            NURSE: meetings.Joining(name=NURSE, body="Helsestasjonen", address="Torget 2"),
        }
        members = {name: meetings.add_member(group.id, one, by=kari, at=monday).id for name, one in joining.items()}
        parents = [mikkel.person("Wenche"), mikkel.person("Frode")]
        for name, theme, givers in (
            (TEACHER, Theme.OCCASION, [*parents, mikkel.person("Mikkel")]), (TEACHER, Theme.HEALTH, parents),
            (NURSE, Theme.OCCASION, [*parents, mikkel.person("Mikkel")]),
            (NURSE, Theme.HEALTH, [*parents, mikkel.person("Mikkel")]),
        ):  # fmt: skip
            for giver in givers:
                meetings.record_sharing(members[name], giver, [theme], given_on=monday.date(), by=kari, at=monday)
    return members


def met_after_the_result(
    world: World, kari: Browser, members: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> UUID:
    """Friday 2 October: the group meets, is told that the plan is changed, and approves its minutes."""
    friday = at("2026-10-02 09:00")
    it_is(monkeypatch, "2026-10-02 09:00")
    with world.as_(KARI) as by:
        group = Member.objects.get(id=members[KARI]).group_id
        when = meetings.When(starts_at=friday, ends_at=at("2026-10-02 10:00"), place="Rådhuset", agenda="Planen")
        with pytest.raises(Incomplete, match="skal ikke stå i en invitasjon"):
            meetings.plan_meeting(group, replace(when, agenda=MEANING), by=by, at=friday)
        meeting = meetings.plan_meeting(group, when, by=by, at=friday).id
        meetings.ask_child(meeting, comes="no", asked_on=friday.date(), by=by, at=friday)
        meetings.invite(meeting, by=by, at=friday)
        meetings.hold(meeting, set(members.values()), by=by, at=friday)
    for theme in ("occasion", "health"):
        page = words(kari.send(f"/moter/{meeting}/referat/", 422, **{theme: f"{CHANGED} {MEANING}"}))
        assert "Svar på rusprøver skal ikke stå i et referat" in page
    kari.send(f"/moter/{meeting}/referat/", occasion=CHANGED, health="Helsesykepleier ser ham hver uke.")
    with world.as_(KARI) as by:
        meetings.set_task(meeting, meetings.Taken(member_id=members[NURSE], text="Samtale hver uke"), by=by, at=friday)
        meetings.lay_forward(meeting, by=by, at=friday)
        meetings.note_approval(meeting, set(members.values()), on=friday.date(), by=by, at=friday)
        meetings.approve(meeting, by=by, at=friday)
    return meeting


def all_they_get(world: World, kari: Browser, meeting: UUID, settings: Any) -> dict[str, str]:
    """Every word that left the house about the meeting, by whom it went to; and what Mikkel reads at My page."""
    with world.as_(KARI):
        invited, given = invitations_of(meeting), given_of(meeting)
    got: dict[str, str] = {}
    for one in invited:
        assert one.sent_at and not one.stopped
        calendar = kari.client.get(f"/moter/invitasjon/{one.id}/mote.ics").content.decode()
        paper = read(SimpleNamespace(pdf=kari.paper(f"/moter/invitasjon/{one.id}/brev.pdf")))  # type: ignore[arg-type]
        got[one.member.name] = "\n".join([calendar, paper, json.dumps(one.told, ensure_ascii=False)])
    for part in given:
        paper = read(SimpleNamespace(pdf=kari.paper(f"/moter/utdelt/{part.id}/brev.pdf")))  # type: ignore[arg-type]
        got[part.member.name] += "\n".join(["", paper, json.dumps(part.told, ensure_ascii=False)])
    own = [f"/moter/{one.id}/" for one in invited if one.member.name == "Mikkel Foss"]
    own += [f"/avtalt/{one.id}/" for one in given if one.member.name == "Mikkel Foss"]
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
    client = Client(headers={"sec-fetch-site": "same-origin"})
    with acting("mypage"):
        client.cookies[VISIT] = visits.start(NUMBER, municipality=SOLVIK, level="idporten-loa-high")
    pages = [client.get(address) for address in ("/", *own)]
    assert [page.status_code for page in pages] == [200] * 3
    got["Min side"] = " ".join(words(page.content.decode()) for page in pages)
    settings.FACE, settings.ROOT_URLCONF = "desk", "oppvekst.faces.desk.urls"
    return got


def test_the_group_sees_that_the_plan_is_changed_and_neither_the_result_nor_the_word_for_what_he_came_for(
    world: World, desk: Come, mikkel: Mikkel, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    members = gathered(world, mikkel)
    positive(kari, mikkel, monkeypatch)
    got = all_they_get(world, kari, met_after_the_result(world, kari, members, monkeypatch), settings)
    assert set(got) >= {TEACHER, NURSE, "Mikkel Foss", "Wenche Nygård", "Min side"}
    for who in (TEACHER, NURSE):
        assert CHANGED in " ".join(got[who].split())
    for who, all_of_it in got.items():
        found = [word for word in TOLD_NOBODY if re.search(rf"\b{word}", all_of_it.lower())]
        assert not found, f"{who}: {found}"


def test_the_teacher_asks_and_gets_nothing_without_his_own_yes(
    world: World, desk: Come, mikkel: Mikkel, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    members = gathered(world, mikkel)
    where = positive(kari, mikkel, monkeypatch)
    meeting = met_after_the_result(world, kari, members, monkeypatch)
    page = words(kari.see(f"/moter/deltaker/{members[TEACHER]}/"))
    assert "Helse Mangler samtykke fra Mikkel Foss." in page
    assert "Helse Samtykke fra" in words(kari.see(f"/moter/deltaker/{members[NURSE]}/"))
    got = all_they_get(world, kari, meeting, settings)
    assert "Helsesykepleier ser ham" in got[NURSE]
    assert "Helsesykepleier ser ham" not in got[TEACHER]
    kari.send(f"{where}fortalt/", who=str(mikkel.person("Mikkel")))
    kari.send(f"{where}fortalt/", 422, who=str(members[TEACHER]), agreed="Læreren spør.")
    assert TEACHER not in words(kari.see(mikkel.here))


def test_what_he_is_called_in_for_is_seen_by_nobody_beside_his_case(desk: Come, mikkel: Mikkel) -> None:
    assert "finner ikke" in words(desk("Ola Brandvold").see(mikkel.here, status=404))
    assert desk("Bjørn Haugli").client.get(mikkel.here).status_code != 200
