"""A concern by phone, letter, visit, own eyes or the paper of the night: one form, and nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from oppvekst.domain.concerns.models import Application, Assessment, Concern, Enquiry, Passage
from oppvekst.domain.concerns.rules.message import ReportedChild, Said
from oppvekst.domain.concerns.tests.desk import EMIL, arrive
from oppvekst.ground.agenda.worklist import items_of
from oppvekst.law.calendar import OSLO
from tests.desk import Come, opened_desk, words
from tests.world import World

NEW = "/meldinger/ny/"
CALL = {
    "channel": "phone", "received_on": "24.11.2026", "received_clock": "08.10", "who": "11", "anonymity": "named",
    "name": "Anja Holte", "role": "Lærer", "body": "Solvik skole", "phone": "00 00 12 40", "danger": "no",
    "words": "Jonas hadde merker på armen.\n\nHan sa at far slår.", "needed": "no", "assessed": "På SFO til 16.30.",
    "barn__TOTAL_FORMS": "1", "barn__INITIAL_FORMS": "0", "barn__0__name": "Jonas Strand", "barn__0__birth_date": "2.4.2017",
}  # fmt: skip


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def test_a_call_becomes_a_concern_that_is_assessed_and_leads_to_its_page(world: World, desk: Come) -> None:
    leads = desk("Hanne Dale").send(NEW, **CALL)
    concern = Concern.objects.select_related("enquiry").get()
    assert leads == f"/meldinger/{concern.id}/?gjort=registrert"
    assert (concern.child_name, concern.immediate, concern.enquiry.channel) == ("Jonas Strand", False, "phone")
    assert (concern.enquiry.phone, concern.enquiry.reporter_code, concern.enquiry.entered_later) == (
        "00001240",
        "11",
        False,
    )
    assert [passage.text for passage in Passage.objects.all()] == [
        "Jonas hadde merker på armen.",
        "Han sa at far slår.",
    ]
    assert Assessment.objects.get().reasons == "På SFO til 16.30."


def test_the_week_runs_from_when_it_came_and_the_concern_says_that_it_was_entered_later(
    world: World, desk: Come
) -> None:
    letter = CALL | {"channel": "letter", "received_on": "20.11.2026", "received_clock": "14"}
    page = desk("Hanne Dale").see(desk("Hanne Dale").send(NEW, **letter))
    concern = Concern.objects.get()
    assert concern.received_at == datetime(2026, 11, 20, 14, 0, tzinfo=OSLO)
    assert "ført inn senere" in page
    with world.as_("Hanne Dale"):
        assert str(items_of(concern.id).get(rule="D01").due) == "2026-11-27"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"received_on": "25.11.2026"}, "Datoen kan ikke være etter tirsdag 24. november 2026."),
        ({"received_clock": "08.16"}, "Klokkeslettet er ikke kommet ennå."),
        ({"received_on": "31.11.2026"}, "31. november 2026 finnes ikke."),
        ({"received_clock": "25"}, "Klokka 25 finnes ikke."),
        ({"words": "  "}, "Skriv hva meldingen handler om."),
        ({"needed": ""}, "Velg om barnet trenger hjelp med en gang."),
        ({"assessed": ""}, "Skriv kort hva vurderingen bygger på."),
        ({"who": ""}, "Velg et svar på «Hvem melder?»."),
        ({"name": ""}, "Den som melder gjennom jobben, kan ikke være anonym."),
        ({"anonymity": "anonymous"}, "Plikten er personlig"),
        ({"phone": "000"}, ""),
        ({"phone": "00 00 12 4"}, "Norske nummer har åtte"),
        ({"email": "anja"}, "E-postadressen ser ikke riktig ut."),
        ({"barn__0__name": "", "barn__0__birth_date": ""}, "Vet du ikke navnet, beskriv barnet."),
        ({"barn__0__birth_date": "30.2.2017"}, "30. februar 2017 finnes ikke."),
        ({"channel": "duer"}, "Velg på nytt"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_field_and_everything_typed_is_there(
    world: World, desk: Come, typed: dict[str, str], told: str
) -> None:
    if not told:
        desk("Hanne Dale").send(NEW, **CALL | typed)
        return
    page = desk("Hanne Dale").send(NEW, status=422, **CALL | typed)
    assert told in page
    assert typed.get("name", "Anja Holte") in page
    assert typed.get("words", "Han sa at far slår.") in page
    assert not Concern.objects.exists()


def test_two_children_become_two_concerns_each_assessed(world: World, desk: Come) -> None:
    hanne = desk("Hanne Dale")
    more = hanne.send(NEW, status=200, **CALL, flere="1")
    assert 'name="barn-TOTAL_FORMS" value="2"' in more
    assert "Han sa at far slår." in more
    assert 'id="feil"' not in more
    hanne.send(NEW, **CALL | {"barn__TOTAL_FORMS": "2", "barn__1__name": "Leah Moe Strand", "barn__1__age": "6"})
    assert sorted(Concern.objects.values_list("child_name", "immediate")) == [
        ("Jonas Strand", False),
        ("Leah Moe Strand", False),
    ]


def test_a_row_that_nobody_filled_in_is_no_child(world: World, desk: Come) -> None:
    desk("Hanne Dale").send(NEW, **CALL | {"barn__TOTAL_FORMS": "3", "barn__2__name": "Leah"})
    assert Concern.objects.count() == 2


def test_an_anonymous_caller_leaves_no_trace_whatever_was_typed(world: World, desk: Come) -> None:
    desk("Hanne Dale").send(NEW, **CALL | {"who": "4", "anonymity": "anonymous"})
    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.phone, enquiry.reporter_code) == ("", "", "23")


def test_the_paper_of_the_night_keeps_who_assessed_it_then(world: World, desk: Come) -> None:
    night = CALL | {
        "channel": "night_paper", "received_on": "24.11.2026", "received_clock": "02.40",
        "assessed_by": "Bjørn Haugli klokka 02.45",
    }  # fmt: skip
    desk("Hanne Dale").send(NEW, **night)
    enquiry = Enquiry.objects.get()
    assert (enquiry.entered_later, enquiry.received_at) == (True, datetime(2026, 11, 24, 1, 40, tzinfo=UTC))
    assert "Vurdert av Bjørn Haugli klokka 02.45" in Assessment.objects.get().reasons


def test_a_mother_who_asks_for_help_has_also_applied(world: World, desk: Come) -> None:
    desk("Hanne Dale").send(NEW, **CALL | {"who": "2", "help_wanted": "Avlastning i helgene."})
    assert Application.objects.get().words == "Avlastning i helgene."
    assert Enquiry.objects.get().wish == "both"


def test_the_clerk_may_say_that_it_is_an_application_and_no_worry(world: World, desk: Come) -> None:
    hanne = desk("Hanne Dale")
    page = hanne.send(NEW, status=422, **CALL | {"who": "2", "wish": "help", "help_wanted": " "})
    assert "Skriv hva det bes om hjelp til." in page
    page = hanne.send(NEW, status=422, **CALL | {"wish": "help", "help_wanted": "Avlastning i helgene."})
    assert "Bare barnet og foreldrene kan søke om hjelp." in page
    leads = hanne.send(NEW, **CALL | {"who": "2", "wish": "help", "help_wanted": "Avlastning i helgene."})
    assert "Søknad om hjelp Avlastning i helgene." in words(hanne.see(leads))
    assert Enquiry.objects.get().wish == "help"


def test_a_voluntary_body_without_public_work_has_no_duty_and_may_be_anonymous(world: World, desk: Come) -> None:
    desk("Hanne Dale").send(NEW, **CALL | {"who": "21-privat"})
    enquiry = Enquiry.objects.get()
    assert (enquiry.reporter, enquiry.reporter_code) == ("private", "21")


def test_own_observation_stands_in_the_name_of_the_one_who_saw_it(world: World, desk: Come) -> None:
    desk("Kari Nesheim").send(
        NEW, **CALL | {"channel": "own", "who": "5", "name": "", "body": "", "role": "", "phone": ""}
    )
    assert (Enquiry.objects.get().name, Enquiry.objects.get().reporter) == ("Kari Nesheim", "service")


def test_one_about_our_own_leaves_the_clerks_sight_at_once(world: World, desk: Come) -> None:
    hanne = desk("Hanne Dale")
    leads = hanne.send(NEW, **CALL | {"own_house": "foster_home"})
    assert leads == "/meldinger/?gjort=sendt-videre"
    assert "du ser den ikke lenger" in hanne.see(leads)
    concern = Concern.objects.get()
    page = words(desk("Marit Solheim").see(f"/meldinger/{concern.id}/"))
    assert "Barnet trenger ikke hjelp med en gang" in page
    assert "På SFO til 16.30. Nei, innen fristen. Hanne Dale" in page


def test_hold_back_follows_the_concern(world: World, desk: Come) -> None:
    desk("Hanne Dale").send(NEW, **CALL | {"hold_back_asked": "on"})
    assert Concern.objects.get().hold_back_asked


def test_the_paragraphs_that_name_the_other_child_are_pointed_at_when_the_words_are_taken_along(
    world: World, desk: Come
) -> None:
    said = (Said("worry", "Emil sov i timen.\n\nDe kommer uten matpakke.\n\nLeah sa at far slår."),)
    concern = arrive(world, children=(EMIL, ReportedChild(name="Leah Moe Strand")), said=said)
    text = words(desk("Hanne Dale").see(f"{NEW}?fra={concern}"))
    assert "Avsnitt som nevner et annet barn" in text
    assert "«Emil sov i timen.» Avsnittet nevner Emil, som har sin egen journal." in text
    assert "«Leah sa at far slår.» Avsnittet nevner Leah, som har sin egen journal." in text
    assert "«De kommer uten matpakke.»" not in text


def test_a_sibling_starts_from_the_same_sending(world: World, desk: Come) -> None:
    concern = arrive(world)
    page = desk("Hanne Dale").see(f"{NEW}?fra={concern}")
    assert "Fra samme henvendelse som M-2026-0001" in words(page)
    assert "satt han under pulten" in page
    assert 'value="Marit Sand"' in page


def test_nobody_starts_from_a_concern_that_is_not_theirs(world: World, desk: Come) -> None:
    concern = arrive(world)
    assert desk("Siri Nordli").client.get(f"{NEW}?fra={concern}").status_code == 404
    assert desk("Hanne Dale").client.get(f"{NEW}?fra=tull").status_code == 200


def test_the_on_call_registers_a_call_at_night(world: World, desk: Come) -> None:
    bjorn = desk("Bjørn Haugli")
    leads = bjorn.send(NEW, **CALL | {"danger": "yes"})
    assert leads == f"/meldinger/{Concern.objects.get().id}/?gjort=registrert"
    assert "På SFO til 16.30. Nei, innen fristen. Bjørn Haugli" in words(bjorn.see(leads))
    assert "Jonas Strand" in bjorn.see("/meldinger/")
    assert "Jonas Strand" in desk("Hanne Dale").see("/meldinger/")


def test_the_form_for_the_night_can_be_printed(world: World, desk: Come) -> None:
    assert desk("Hanne Dale").paper("/meldinger/nattskjema.pdf")
