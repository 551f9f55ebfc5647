"""My day: what is late, what is for today, this week and later; what rings; what is new; what one waits for."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules.message import ReportedChild
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, arrive, assessed, linked, taken
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.faces.desk.work import end_of_week, urgency
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database import logins
from oppvekst.law.calendar import OSLO
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import SOLVIK, World

DAY = "/min-dag/"
TODAY = TUESDAY.date()


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def item(
    world: World, due: date | None, title: str, *, subject: UUID | None = None, name: str = "Kari Nesheim"
) -> Item:
    """A limit on somebody's agenda."""
    return Item.objects.create(
        id=uuid4(), municipality_id=SOLVIK, subject=subject or uuid4(), subject_kind="concern", rule="D01", title=title,
        due=due, target=due, law="bvl § 2-1 (1)", steps=["Uka er regnet slik."], assignee=world.staff[name].id,
    )  # fmt: skip


def rows(page: str, group: str) -> list[str]:
    """The lines under a heading, as a reader hears them."""
    found = re.search(rf'<section class="op-group" aria-labelledby="{group}">(.*?)</section>', page, re.S)
    return [words(line) for line in re.findall(r"<li>\n(.*?)</li>\n", found[1], re.S)] if found else []


def test_a_line_says_whose_child_what_by_when_and_why_and_has_one_button(world: World, desk: Come) -> None:
    concern_id = taken(world, arrive(world))
    page = desk("Kari Nesheim").see(DAY)
    (line,) = [row for row in rows(page, "uka") + rows(page, "senere") if "Gå gjennom meldingen" in row]
    assert line.startswith(
        "Emil Berg Sunde 6 år Gå gjennom meldingen · Melding fra Solvik skole Om 6 dager mandag 30. november"
    )
    assert "§ 2‑1 (1)" in line.replace("\N{NO-BREAK SPACE}", " ")
    assert "Bekymringsmeldingen ble mottatt mandag 23. november 2026." in line
    assert f'href="/meldinger/{concern_id}/"' in page
    assert page.count(">Gå gjennom<") == 1


def test_the_limit_is_explained_on_hover_too(world: World, desk: Come) -> None:
    taken(world, arrive(world))
    assert re.search(
        r'title="Bekymringsmeldingen ble mottatt mandag 23\. november 2026\. Én uke ender',
        desk("Kari Nesheim").see(DAY),
    )


def test_lines_stand_under_late_today_this_week_and_later(world: World, desk: Come) -> None:
    for days, title in ((-2, "for sent"), (0, "i dag"), (5, "søndag"), (6, "neste mandag")):
        item(world, TODAY + timedelta(days=days), title)
    item(world, None, "straks")
    page = desk("Kari Nesheim").see(DAY)
    assert "for sent" in rows(page, "over-frist")[0]
    assert [("straks" in row, "i dag" in row) for row in rows(page, "i-dag")] == [(True, False), (False, True)]
    assert "Nå" in rows(page, "i-dag")[0]
    assert "søndag" in rows(page, "uka")[0]
    assert "neste mandag" in rows(page, "senere")[0]
    assert "1 over frist, 2 i dag, 1 denne uka" in words(page)


def test_on_a_day_of_rest_the_week_is_the_one_that_comes() -> None:
    saturday, sunday = date(2026, 11, 28), date(2026, 11, 29)
    assert end_of_week(saturday) == end_of_week(sunday) == date(2026, 12, 6)
    assert urgency(date(2026, 11, 30), today=sunday) == "week"
    assert end_of_week(date(2026, 11, 27)) == sunday


def test_the_late_ones_come_first_also_when_there_are_several_pages(world: World, desk: Come) -> None:
    for number in range(60):
        item(world, None, f"straks {number}")
    item(world, TODAY - timedelta(days=1), "for sent")
    kari = desk("Kari Nesheim")
    page = kari.see(DAY)
    assert "for sent" in rows(page, "over-frist")[0]
    assert "Viser 1 til 50 av 61" in words(page)
    assert "Viser 51 til 61 av 61" in words(kari.see(f"{DAY}?side=2"))


def test_the_registered_name_wins_over_the_reporters(world: World, desk: Come) -> None:
    child = ReportedChild(name="Emil på skolen", age="6")
    linked(world, arrive(world, children=(child,), sender=NEIGHBOUR))
    text = words(desk("Kari Nesheim").see(DAY))
    assert "Emil Berg Sunde 6 år" in text
    assert "Emil på skolen" not in text


def test_an_investigation_asks_for_its_plan_now_and_its_end_in_time(world: World, desk: Come) -> None:
    investigation = investigated(world)
    page = desk("Kari Nesheim").see(DAY)
    (plan,) = [row for row in rows(page, "i-dag") if "undersøkelsesplan" in row]
    assert plan.startswith("Emil Berg Sunde 6 år Lag undersøkelsesplan Nå")
    assert f'href="/undersokelser/{investigation}/plan/"' in page
    (end,) = [row for row in rows(page, "senere") if "Avslutt undersøkelsen" in row]
    assert "søndag 28. februar 2027" in end


def test_a_limit_of_a_room_that_has_said_no_page_of_its_own_leads_to_the_case(world: World, desk: Come) -> None:
    with world.as_("Kari Nesheim") as kari:
        case = cases.open_case(Details(given_name="Ida", family_name="Nes"), by=kari, at=TUESDAY)
    one = item(world, TODAY, "Hold møtet")
    one.subject_kind, one.case_id = "meeting", case.id
    one.save()
    page = desk("Kari Nesheim").see(DAY)
    assert any("Ida Nes" in row and "Hold møtet" in row for row in rows(page, "i-dag"))
    assert f'href="/saker/{case.id}/"' in page


def test_a_protected_child_carries_its_shield(world: World, desk: Come) -> None:
    with world.as_("Kari Nesheim") as kari:
        case = cases.open_case(
            Details(given_name="Tuva", family_name="Winther", protection=Protection.STRICT), by=kari, at=TUESDAY
        )
        cases.hold(case.id, "Far er voldelig.", by=kari, at=TUESDAY)
    page = desk("Kari Nesheim").see(DAY)
    assert "Tuva Winther" in words(page)
    assert "Strengt fortrolig adresse" in words(page)
    assert f'href="/saker/{case.id}/sperre/"' in page


def test_what_rings_stands_on_top_until_somebody_takes_it(world: World, desk: Come) -> None:
    arrive(world, danger="yes")
    hanne = desk("Hanne Dale")
    page = hanne.see(DAY)
    assert page.index("Ringer nå") < page.index("op-group__head", page.index("Ringer nå") + 1)
    assert "Emil Berg Sunde" in rows(page, "varsler")[0] if rows(page, "varsler") else "Emil Berg Sunde" in words(page)
    take = re.search(r'action="([^"]+/ta/)"', page)
    assert take
    hanne.send(take[1])
    assert "Ringer nå" not in hanne.see(DAY)


def test_the_case_workers_hat_is_told_of_no_alarm(world: World, desk: Come) -> None:
    arrive(world, danger="yes")
    assert "Ringer nå" not in desk("Ola Brandvold").see(DAY)


def test_new_since_yesterday_and_not_what_is_older(world: World, desk: Come) -> None:
    arrive(world, at=datetime(2026, 11, 23, 0, 1, tzinfo=OSLO))
    older = ReportedChild(name="Nora Lie")
    arrive(world, children=(older,), sender=NEIGHBOUR, at=datetime(2026, 11, 22, 23, 59, tzinfo=OSLO))
    page = desk("Hanne Dale").see(DAY)
    beside = words(page[page.index('id="nytt"') : page.index('id="venter"')])
    assert "Melding fra Solvik skole, Emil Berg Sunde mandag 23. november klokka 00.01" in beside
    assert "Nora Lie" not in beside


def test_what_i_have_proposed_waits_for_another(world: World, desk: Come) -> None:
    concern_id = arrive(world)
    linked(world, concern_id)
    with world.as_("Kari Nesheim") as kari:
        actions.propose(concern_id, "open_investigation", reasons="Blått merke.", by=kari, at=TUESDAY)
    kari_page = desk("Kari Nesheim").see(DAY)
    assert "Åpne undersøkelse venter på bekreftelse" in words(kari_page[kari_page.index('id="venter"') :])
    assert "Ingen skylder deg svar nå" in words(desk("Hanne Dale").see(DAY))
    assert "Bekreft at det åpnes undersøkelse" in words(desk("Tone Vik").see(DAY))


def test_a_leader_sees_with_whom_each_thing_lies(world: World, desk: Come) -> None:
    taken(world, arrive(world))
    assert "Hos Kari Nesheim" in words(desk("Marit Solheim").see(DAY))
    assert "Hos " not in words(desk("Kari Nesheim").see(DAY))


def test_a_day_with_nothing_in_it_says_so_and_why(desk: Come) -> None:
    text = words(desk("Ola Brandvold").see(DAY))
    assert "Ingenting venter på deg" in text
    assert "kommer hit av seg selv" in text


def test_the_on_call_sees_what_rings_and_its_concerns_and_nothing_else(world: World, desk: Come) -> None:
    rang = arrive(world, danger="unknown")
    assessed(world, arrive(world, children=(ReportedChild(name="Nora Lie"),)))
    item(world, TODAY, "Kari har en sak")
    bjorn = desk("Bjørn Haugli")
    text = words(bjorn.see(DAY))
    assert "Ringer nå" in text
    assert "Emil Berg Sunde" in text
    assert "Ikke vurdert" in text
    assert "Nora Lie" not in text
    assert "Kari har en sak" not in text
    assert "Ingen saker her" in words(bjorn.see("/saker/"))
    bjorn.see(f"/meldinger/{rang}/")


def test_a_calm_night_is_a_calm_page(desk: Come) -> None:
    text = words(desk("Bjørn Haugli").see(DAY))
    assert "Ingenting ringer nå" in text
    assert "Du trenger ikke ha denne siden åpen" in text


def test_on_call_is_a_hat_among_others(world: World, desk: Come) -> None:
    from oppvekst.ground.access.service import appoint

    appoint(world.staff["Ola Brandvold"], "oncall", municipality=world.solvik, since=date(2020, 1, 1))
    text = words(desk("Ola Brandvold", logins.ONCALL).see(DAY))
    assert "Du har vakt" in text
    assert "Du arbeider nå som" in text


def test_the_rail_counts_what_nobody_has_taken(world: World, desk: Come) -> None:
    arrive(world)
    assert "Meldinger , 1 nye" in words(desk("Hanne Dale").see(DAY))
    assert "Meldinger , 1 nye" not in words(desk("Ola Brandvold").see(DAY))


@pytest.mark.parametrize("name", ["Kari Nesheim", "Marit Solheim"])
def test_my_day_asks_as_many_questions_with_a_thousand_lines_as_with_ten(world: World, desk: Come, name: str) -> None:
    investigated(world)
    one = desk(name)
    _fill(world, 10)
    few = questions(one, DAY)
    _fill(world, 990)
    assert questions(one, DAY) == few <= 24


def investigated(world: World) -> UUID:
    """An investigation of Emil, Kari's."""
    concern_id = arrive(world)
    linked(world, concern_id)
    with world.as_("Kari Nesheim") as kari:
        found = open_investigation(concern_id, reasons="Blått merke.", responsible=kari.staff_id, by=kari, at=TUESDAY)
    return found.id


def _fill(world: World, count: int) -> None:
    """So many concerns on Kari's hands, each with its limit."""
    kari = world.staff["Kari Nesheim"]
    enquiry = Enquiry.objects.first()
    assert enquiry
    made = Concern.objects.bulk_create(
        Concern(
            municipality_id=SOLVIK, enquiry=enquiry, received_at=TUESDAY, handler=kari.id, handler_name=kari.name,
            child_name=f"Barn {number}",
        )
        for number in range(count)
    )  # fmt: skip
    for number, concern in enumerate(made):
        item(world, TODAY + timedelta(days=number % 40), "Gå gjennom meldingen", subject=concern.id)
