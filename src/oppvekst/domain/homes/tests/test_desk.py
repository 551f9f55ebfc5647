"""The coordinator's list and one offer's page: what stands there, what can be done, and what is not possible and why."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from oppvekst.domain.homes import actions, queries
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import Kind
from oppvekst.domain.homes.tests.offering import THURSDAY, TUESDAY, contacted, send
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Look
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import synthetic
from tests.desk import Come, opened_desk, questions, words
from tests.world import SOLVIK, World

LIST = "/hjem/"
DAY = "/min-dag/"
AFTERWARDS = THURSDAY + timedelta(minutes=5)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=AFTERWARDS)


def one(offer_id: object, act: str = "") -> str:
    return f"/hjem/{offer_id}/{act}"


# The list ---------------------------------------------------------------------------------------------------


def test_who_has_waited_longest_stands_first_with_the_limit_and_why(world: World, desk: Come) -> None:
    send(world, name="Ny Person", at=TUESDAY + timedelta(days=1))
    send(world, name="Gammel Person", at=TUESDAY - timedelta(days=14))
    text = words(desk("Randi Lunde").see(LIST))
    assert text.index("Gammel Person") < text.index("Ny Person")
    assert "9 dager over" in text
    assert "Fem virkedager etter den dagen er tirsdag 25. august 2026." in text
    assert "egen praksis" in text


def test_the_views_of_the_list_are_in_the_address_with_how_many_there_are(world: World, desk: Come) -> None:
    send(world, name="Ny Person")
    contacted(world, send(world, name="I Kontakt").offer_id)
    with world.as_("Randi Lunde") as randi:
        actions.close(send(world, name="Trakk Seg").offer_id, outcome="withdrew", by=randi, at=THURSDAY)
    browser = desk("Randi Lunde")
    everything = words(browser.see(LIST))
    assert "Ikke avsluttet 2 Nye 1 I kontakt 1 Mine 1 Avsluttet 1" in everything
    assert "Trakk Seg" not in everything
    assert "Ny Person" in words(browser.see(f"{LIST}?vis=nye"))
    assert "Ny Person" not in words(browser.see(f"{LIST}?vis=kontakt"))
    assert "Avsluttet torsdag 3. september: trakk seg" in words(browser.see(f"{LIST}?vis=avsluttet"))


def test_the_filter_leads_to_an_address_and_the_views_keep_it(world: World, desk: Come) -> None:
    send(world, name="Ingrid Ekeli", area="Vikøya")
    send(world, name="Ahmed Osman", area="Nordbygda", kind=Kind.SUPPORT_CONTACT)
    browser = desk("Randi Lunde")
    address = browser.send(LIST, slag="stottekontakt", bor="Nordbygda", q="ahmed", vis="nye")
    assert address == "/hjem/?vis=nye&q=ahmed&slag=stottekontakt&bor=Nordbygda"
    page = browser.see(address)
    assert "Ahmed Osman" in page
    assert "Ingrid Ekeli" not in words(page)
    assert "?vis=kontakt&amp;q=ahmed&amp;slag=stottekontakt&amp;bor=Nordbygda" in page
    assert "Ingen treff" in words(browser.see(f"{LIST}?slag=fosterhjem"))
    assert "Ingrid Ekeli" in words(browser.see(f"{LIST}?slag=ukjent&bor=M%C3%A5nen"))


@pytest.mark.parametrize("asked", ["ingrid", "EKELI", "eke ingr", "{reference}", "{small}", "{begins}"])
def test_somebody_is_found_by_name_and_by_reference(world: World, desk: Come, asked: str) -> None:
    reference = send(world).reference
    send(world, name="Ahmed Osman")
    asked = asked.format(reference=reference, small=reference.replace("-", "").lower(), begins=reference[:7])
    browser = desk("Randi Lunde")
    text = words(browser.see(browser.send(LIST, q=asked)))
    assert "Ingrid Ekeli" in text
    assert "Ahmed Osman" not in text


def test_a_search_is_written_down_and_an_identity_number_never_comes_into_an_address(world: World, desk: Come) -> None:
    send(world)
    number = synthetic(datetime(1984, 2, 2, tzinfo=OSLO).date())
    browser = desk("Randi Lunde")
    browser.see(browser.send(LIST, q="ingrid"))
    refused = browser.send(LIST, 422, q=number)
    assert "Vi har ingen fødselsnumre her." in words(refused)
    assert number not in refused
    assert list(Look.objects.filter(kind="offer-search").values_list("terms", flat=True)) == ["ingrid"]


def test_an_empty_list_says_why_and_what_comes(desk: Come) -> None:
    text = words(desk("Randi Lunde").see(LIST))
    assert "Ingen venter på dere nå." in text
    assert "kommer hit av seg selv" in text


def test_fifty_a_page_and_as_many_questions_for_a_thousand_as_for_ten(world: World, desk: Come) -> None:
    browser = desk("Randi Lunde")
    _fill(world, 10)
    few, day = questions(browser, LIST), questions(browser, DAY)
    _fill(world, 990)
    assert questions(browser, LIST) == few <= 16
    assert questions(browser, DAY) == day <= 14
    assert "Viser 51 til 100 av 1000" in words(browser.see(f"{LIST}?side=2"))
    assert browser.see(LIST).count("data-walk") >= 1


# One offer -------------------------------------------------------------------------------------------------


def test_the_page_tells_what_was_told_and_nothing_runs(world: World, desk: Come) -> None:
    offer_id = send(world, words="<script>alert(1)</script>\n\n=1+1").offer_id
    page = desk("Randi Lunde").see(one(offer_id))
    text = words(page)
    assert "Vil bli besøkshjem. Kom tirsdag 1. september klokka 10.02" in text
    for told in (
        "00 00 13 01",
        "ingrid@eksempel.no",
        "Solvik sentrum",
        "3 voksne",
        "Helger",
        "Én helg i måneden",
        "6–12 år",
        "Hund",
    ):
        assert told in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "=1+1" in text
    assert "politiregisterloven § 41" in text
    assert Look.objects.filter(kind="offer", subject=offer_id).exists()


def test_the_certificate_is_not_possible_now_and_the_page_says_why(world: World, desk: Come) -> None:
    text = words(desk("Randi Lunde").see(one(send(world).offer_id)))
    closed = text[text.index("Ikke mulig nå") :]
    assert "Be om politiattest § 12-11 Først når noen får tilbud om oppdraget." in closed.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_from_new_to_contacted_to_ended_and_back(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    browser = desk("Randi Lunde")
    assert "Ingen har tatt den" in words(browser.see(one(offer_id)))
    assert "Du følger opp denne" in words(browser.see(browser.send(one(offer_id, "ta/"))))
    browser.see(one(offer_id, "kontakt/"))
    mark = _mark(browser.see(one(offer_id, "kontakt/")))
    page = browser.see(browser.send(one(offer_id, "kontakt/"), sett=mark, on="3.9.2026"))
    assert "Kontakten er ført" in words(page)
    assert "gjort i tide" in words(page)
    mark = _mark(browser.see(one(offer_id, "avslutt/")))
    page = browser.see(
        browser.send(one(offer_id, "avslutt/"), sett=mark, outcome="goes_on", note="Samtale 10. september.")
    )
    assert "Den er avsluttet" in words(page)
    assert "Avsluttet: går videre til samtale" in words(page)
    assert "Åpne det igjen først." in words(page)
    assert f'action="{one(offer_id, "apne/")}"' in page
    page = browser.see(browser.send(one(offer_id, "apne/")))
    assert "Den er åpen igjen" in words(page)
    assert "Samtale 10. september." in page


def test_a_contact_noted_by_mistake_is_undone_from_the_notice(world: World, desk: Come) -> None:
    offer_id = contacted(world, send(world).offer_id)
    browser = desk("Randi Lunde")
    assert f'action="{one(offer_id, "kontakt/angre/")}"' in browser.see(f"{one(offer_id)}?gjort=kontakt")
    assert "Fristen for første kontakt gjelder igjen." in words(
        browser.see(browser.send(one(offer_id, "kontakt/angre/")))
    )


def test_what_is_lacking_is_said_at_its_field_and_nothing_typed_is_lost(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    browser = desk("Randi Lunde")
    mark = _mark(browser.see(one(offer_id, "avslutt/")))
    page = browser.send(one(offer_id, "avslutt/"), 422, sett=mark, outcome="goes_on", note="Hyggelige folk.")
    assert words(page).count("Ta kontakt først.") == 2
    assert "Hyggelige folk." in page
    page = browser.send(one(offer_id, "kontakt/"), 422, sett=mark, on="31.8.2026")
    assert "kan ikke være før" in words(page)
    page = browser.send(one(offer_id, "avslutt/"), 422, sett=mark, note="x")
    assert "Velg hvordan det gikk." in words(page)


def test_the_note_is_kept_and_a_number_in_it_is_not(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    browser = desk("Randi Lunde")
    mark = _mark(browser.see(one(offer_id)))
    assert "Notatet er lagret" in words(
        browser.see(browser.send(one(offer_id, "notat/"), sett=mark, note="Ring etter 16."))
    )
    mark = _mark(browser.see(one(offer_id)))
    number = synthetic(datetime(1984, 2, 2, tzinfo=OSLO).date())
    page = browser.send(one(offer_id, "notat/"), 422, sett=mark, note=f"Hun er {number}")
    assert "Dette trenger vi ikke ennå" in words(page)
    assert number in page
    assert Offer.objects.get(id=offer_id).note == "Ring etter 16."


@pytest.mark.parametrize(
    ("act", "typed"),
    [("notat/", {"note": "Mitt."}), ("avslutt/", {"outcome": "withdrew", "note": "Mitt."})],
)
def test_what_a_colleague_wrote_meanwhile_is_shown_and_not_overwritten(
    world: World, desk: Come, act: str, typed: dict[str, str]
) -> None:
    offer_id = send(world).offer_id
    browser = desk("Randi Lunde")
    mark = _mark(browser.see(one(offer_id)))
    with world.as_("Marit Solheim") as marit:
        actions.note(offer_id, "Marits ord.", by=marit, at=THURSDAY)
    page = browser.send(one(offer_id, act), 409, sett=mark, **typed)
    assert "Noen har endret dette mens du skrev" in words(page)
    assert "Marits ord." in words(page)
    assert "Mitt." in page
    browser.send(one(offer_id, act), sett=_mark(page), **typed)
    assert Offer.objects.get(id=offer_id).note == "Mitt."


def test_a_colleagues_is_taken_over_only_from_the_one_who_was_shown(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    with world.as_("Marit Solheim") as marit:
        actions.take(offer_id, by=marit, at=THURSDAY)
    browser = desk("Randi Lunde")
    page = browser.see(one(offer_id))
    assert "Overta fra Marit Solheim" in words(page)
    assert "har allerede tatt dette" in words(browser.send(one(offer_id, "ta/"), 409))
    browser.send(one(offer_id, "ta/"), fra=str(world.staff["Marit Solheim"].id))
    assert Offer.objects.get(id=offer_id).assignee == world.staff["Randi Lunde"].id


def test_what_is_already_ended_is_said_to_whoever_comes_too_late(world: World, desk: Come) -> None:
    offer_id = contacted(world, send(world).offer_id)
    browser = desk("Randi Lunde")
    with world.as_("Marit Solheim") as marit:
        actions.close(offer_id, outcome="goes_on", by=marit, at=THURSDAY)
    page = browser.send(one(offer_id, "kontakt/"), 409, sett=_mark(browser.see(one(offer_id))), on="3.9.2026")
    assert "kan ikke gjøres når tilbudet er «avsluttet»" in words(page)


def test_the_deputy_sees_the_page_and_is_told_that_the_role_does_not_follow_up(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    browser = desk("Eivind Myrbakk")
    text = words(browser.see(one(offer_id)))
    assert "Rollen din kan lese dette, men ikke følge det opp." in text
    assert "Lagre notatet" not in text
    browser.send(one(offer_id, "ta/"), 409)


def test_nothing_is_done_by_opening_an_address(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    browser = desk("Randi Lunde")
    for act in ("ta/", "apne/", "notat/", "kontakt/angre/"):
        assert browser.client.get(one(offer_id, act)).status_code == 405


# My day, and the rail -------------------------------------------------------------------------------------


def test_the_coordinators_day_has_her_tasks_and_no_door_to_the_children(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    page = desk("Randi Lunde").see(DAY)
    text = words(page)
    assert "Ingrid Ekeli Ta kontakt med den som vil bli besøkshjem" in text
    assert f'href="{one(offer_id)}"' in page
    assert "Saker" not in words(page[page.index("op-rail") : page.index("</nav>")])
    assert "Ny melding" not in text
    assert 'name="q" id="sok"' not in page
    assert 'href="/hjem/"' in page


@pytest.mark.parametrize("name", ["Randi Lunde", "Geir Aasen", "Liv Strand"])
def test_who_works_beside_the_cases_has_a_day_and_is_told_why_there_are_no_cases(desk: Come, name: str) -> None:
    browser = desk(name)
    assert "Ingenting venter på deg" in words(browser.see(DAY))
    for address in ("/saker/", "/meldinger/", "/sok/?q=Emil"):
        assert "I denne rollen ser du ikke meldinger og saker om barn." in words(browser.see(address, status=409))


def test_the_leader_sees_them_on_her_day_and_on_the_rail(world: World, desk: Come) -> None:
    offer_id = send(world).offer_id
    page = desk("Marit Solheim").see(DAY)
    assert "Ingrid Ekeli Ta kontakt med den som vil bli besøkshjem" in words(page)
    assert f'href="{one(offer_id)}"' in page
    assert 'href="/hjem/"' in page
    assert 'href="/saker/"' in page


@pytest.mark.parametrize("name", ["Kari Nesheim", "Hanne Dale", "Liv Strand", "Geir Aasen"])
def test_the_door_is_not_there_for_others(desk: Come, name: str) -> None:
    assert 'href="/hjem/"' not in desk(name).see(DAY)


# Strangers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "Kari Nesheim",
        "Ola Brandvold",
        "Hanne Dale",
        "Tone Vik",
        "Bjørn Haugli",
        "Liv Strand",
        "Geir Aasen",
        "Siri Nordli",
    ],
)
def test_nobody_else_sees_the_list_or_a_page_and_a_guess_tells_nothing(world: World, desk: Come, name: str) -> None:
    offer_id = send(world).offer_id
    browser = desk(name)
    for address in (
        LIST,
        one(offer_id),
        one(world.staff[name].id),
        one(offer_id, "kontakt/"),
        one(offer_id, "avslutt/"),
    ):
        page = browser.see(address, status=409)
        assert "Ingrid" not in page
    for act in ("ta/", "notat/", "apne/", "kontakt/angre/"):
        assert browser.client.post(one(offer_id, act), {"note": "x"}).status_code == 409
    assert Offer.objects.get(id=offer_id).state == "open"


def test_somebody_without_a_session_is_shown_to_the_door(world: World, desk: Come) -> None:
    response = Client().get(one(send(world).offer_id))
    assert response.status_code == 302


def _mark(page: str) -> str:
    """The hidden line of the form."""
    return page.split('name="sett" value="', 1)[1].split('"', 1)[0]


def _fill(world: World, count: int) -> None:
    """So many offers, each with its limit."""
    start = Offer.objects.count()
    made = Offer.objects.bulk_create(
        Offer(
            municipality_id=SOLVIK, reference=f"R{start + number:04}", received_at=TUESDAY, kind="visiting_home",
            name=f"Person {start + number}", phone="00001301", area=f"Sted {number % 7}", household={"adults": 1},
        )
        for number in range(count)
    )  # fmt: skip
    Item.objects.bulk_create(
        Item(
            id=offer.id, municipality_id=SOLVIK, subject=offer.id, subject_kind="offer", rule="hjem-1", title="Ta kontakt",
            queue="homes", due=queries.contact_limit(offer).due,
        )
        for offer in made
    )  # fmt: skip
