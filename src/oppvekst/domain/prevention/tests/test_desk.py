"""What the preventive service does at the desk: calls back, closes with a tick, arranges groups, keeps the contacts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.prevention import actions
from oppvekst.domain.prevention.actions.contacts import Kept
from oppvekst.domain.prevention.models import Group, Request, SchoolContact, SignUp
from oppvekst.domain.prevention.tests.asking import (
    A_VISIT,
    GEIR,
    MARIT,
    TUESDAY,
    WEDNESDAY,
    arranged,
    asked,
    signed_up,
)
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from tests.desk import Browser, Come, opened_desk, questions, words
from tests.world import World

LIST, GROUPS, CONTACTS = "/forebygging/", "/forebygging/grupper/", "/forebygging/kontakter/"
HOSTILE = "<script>alert(1)</script> \u202eneppå \"'; drop table x; --"
A_GROUP = {
    "title": "Trygge kvelder", "about": "Vi snakker om kvelden.", "place": "Biblioteket", "starts_on": "12.1.2027",
    "ends_on": "2.3.2027", "starts_at": "17.30", "ends_at": "19.30", "evenings": "8", "seats": "10", "child_care": "yes",
    "languages": ["ti", "prs"], "title_en": "Safe evenings", "about_en": "We talk about the evening.",
}  # fmt: skip


@pytest.fixture
def come(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    """Wednesday morning at the desk."""
    return opened_desk(world, settings, monkeypatch, at=WEDNESDAY)


@pytest.fixture
def geir(come: Come) -> Browser:
    """Geir has sat down."""
    return come(GEIR)


def test_geir_finds_what_was_asked_with_how_to_call_and_by_when(world: World, geir: Browser) -> None:
    asked(world)
    asked(world, A_VISIT)
    page = words(geir.see(LIST))
    assert "Anonym drøfting" in page
    assert "00 00 12 40. Mandag og onsdag før klokka 12. Tolk til tigrinja" in page
    assert "Fjordgata barnehage" in page
    assert "Om 1 dag" in page or "I morgen" in page
    assert "To virkedager er kommunens egen praksis" in page


def test_the_list_is_chosen_by_state_and_kind_in_the_address(world: World, geir: Browser) -> None:
    talk, visit = asked(world), asked(world, A_VISIT)
    with world.as_(GEIR) as he:
        actions.answer(visit, by=he, at=WEDNESDAY)
    address = geir.send(LIST, slag="drofting", vis="apne", ref="")
    assert address == f"{LIST}?vis=apne&slag=drofting"
    page = geir.see(address)
    assert str(talk) in page
    assert str(visit) not in page
    assert str(visit) in geir.see(f"{LIST}?vis=svart")
    assert "Ingen treff" in geir.see(f"{LIST}?vis=svart&slag=drofting")
    reference = Request.objects.get(id=talk).reference
    assert str(talk) in geir.see(geir.send(LIST, ref=reference.lower().replace("-", " ")))
    assert "249116" not in geir.send(LIST, ref="24911688123")


def test_an_empty_list_says_so(geir: Browser) -> None:
    assert "Ingen venter på dere nå." in geir.see(LIST)
    assert "Ingen grupper ennå" in geir.see(GROUPS)
    assert "Ingen kontaktpersoner ennå" in geir.see(CONTACTS)


def test_the_page_of_a_talk_reminds_of_the_own_duty_and_has_nowhere_to_write(world: World, geir: Browser) -> None:
    page = geir.see(f"{LIST}{asked(world)}/")
    assert "melder du selv" in page
    assert "Skriv ikke navn noe sted" in words(page)
    assert "<textarea" not in page


def test_what_a_visit_wrote_is_shown_harmlessly(world: World, geir: Browser) -> None:
    page = geir.see(f"{LIST}{asked(world, A_VISIT, words=HOSTILE, body=HOSTILE, contact_person=HOSTILE[:40])}/")
    assert "&lt;script&gt;alert(1)" in page
    assert "\u202e" not in page


def test_from_taken_to_answered_to_closed_and_open_again(world: World, geir: Browser) -> None:
    request_id = asked(world)
    one = f"{LIST}{request_id}/"
    assert "Du svarer på denne" in geir.see(geir.send(f"{one}ta/"))
    assert "Svaret er ført" in geir.see(geir.send(f"{one}svart/"))
    assert Item.objects.get(subject=request_id).done_on == date(2026, 11, 4)
    assert "Svaret er tatt bort" in geir.see(geir.send(f"{one}svart/angre/"))
    assert Item.objects.get(subject=request_id).open
    geir.send(f"{one}svart/")
    assert "Velg hvordan det gikk." in geir.send(f"{one}avslutt/", status=422)
    assert "avsluttet" in geir.see(geir.send(f"{one}avslutt/", outcome="we_sent"))
    found = Request.objects.get(id=request_id)
    assert (found.state, found.outcome) == ("closed", "we_sent")
    geir.send(f"{one}apne/")
    assert Request.objects.get(id=request_id).state == "answered"
    said = " ".join(Entry.objects.filter(subject=request_id).values_list("says", flat=True))
    assert "vi måtte melde selv" in said


def test_only_who_was_not_reached_or_needs_it_no_more_is_closed_without_a_talk(world: World, geir: Browser) -> None:
    one = f"{LIST}{asked(world)}/avslutt/"
    assert "Før først at dere har snakket sammen" in geir.send(one, status=422, outcome="advised")
    geir.send(one, outcome="not_reached")
    assert Request.objects.get().outcome == "not_reached"
    assert not Item.objects.get(subject_kind="request").open


def test_a_talk_cannot_be_closed_as_a_visit(world: World, geir: Browser) -> None:
    geir.send(f"{LIST}{asked(world)}/avslutt/", status=422, outcome="held")
    assert Request.objects.get().state == "open"


def test_a_colleagues_request_is_taken_over_only_by_saying_whose_it_is(world: World, come: Come) -> None:
    request_id = asked(world)
    with world.as_(MARIT) as marit:
        actions.take(request_id, by=marit, at=WEDNESDAY)
    geir = come(GEIR)
    stopped = geir.send(f"{LIST}{request_id}/ta/", status=409)
    assert "Marit Solheim har allerede tatt dette" in stopped
    assert "Overta fra Marit Solheim" in geir.see(f"{LIST}{request_id}/")
    geir.send(f"{LIST}{request_id}/ta/", fra=str(world.staff[MARIT].id))
    assert Request.objects.get().assignee == world.staff[GEIR].id


def test_the_deputy_reads_and_is_told_why_she_cannot_answer(world: World, come: Come) -> None:
    eivind = come("Eivind Myrbakk")
    page = eivind.see(f"{LIST}{asked(world)}/")
    assert "Rollen din kan lese dette, men ikke svare på det." in words(page)


def test_ten_rows_and_a_thousand_cost_the_same(world: World, geir: Browser) -> None:
    def fill(first: int, last: int) -> None:
        rows = [
            Request(
                municipality=world.solvik, kind="discussion", reference=f"AAAA-BBBB-{_signs(number)}", phone="00001240",
                received_at=TUESDAY + timedelta(seconds=number),
            )
            for number in range(first, last)
        ]  # fmt: skip
        Request.objects.bulk_create(rows)

    fill(0, 10)
    few = questions(geir, LIST)
    fill(10, 1000)
    assert questions(geir, LIST) == few
    page = geir.see(f"{LIST}?side=20")
    assert "Viser 951 til 1000 av 1000" in page


def _signs(number: int) -> str:
    letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    return "".join(letters[number // 32**place % 32] for place in range(4))


def test_a_group_is_planned_opened_changed_and_taken_down(world: World, geir: Browser) -> None:
    address = geir.send(f"{GROUPS}ny/", **A_GROUP)
    group = Group.objects.get()
    assert "utkast" in geir.see(address)
    assert (group.starts_on, group.evenings, group.languages) == (date(2027, 1, 12), 8, ["ti", "prs"])
    assert group.other_languages == {"en": {"title": "Safe evenings", "about": "We talk about the evening."}}
    one = f"{GROUPS}{group.id}/"
    assert "Gruppa er åpen for påmelding" in geir.see(geir.send(f"{one}apne/"))
    assert 'value="Trygge kvelder"' in geir.see(f"{one}endre/")
    geir.send(f"{one}endre/", **A_GROUP | {"seats": "8"})
    assert Group.objects.get().seats == 8
    geir.send(f"{one}ta-ned/")
    assert not Group.objects.get().published


def test_a_group_that_cannot_be_held_comes_back_with_everything_typed(geir: Browser) -> None:
    page = geir.send(f"{GROUPS}ny/", status=422, **A_GROUP | {"ends_on": "1.1.2027", "seats": "0", "ends_at": "25.00"})
    for kept in ("Trygge kvelder", "Biblioteket", 'value="25.00"'):
        assert kept in page
    again = geir.send(f"{GROUPS}ny/", status=422, **A_GROUP | {"ends_on": "1.1.2027"})
    assert "Siste gang kan ikke være før første gang." in again
    assert not Group.objects.exists()


def test_a_group_without_place_or_words_is_not_opened(world: World, geir: Browser) -> None:
    group_id = arranged(world, published=False, place="", about="")
    assert "Skriv først hva gruppa er" in geir.see(f"{GROUPS}{group_id}/")
    geir.send(f"{GROUPS}{group_id}/apne/", status=422)
    assert not Group.objects.get().published


def test_a_group_is_seen_as_numbers_and_as_a_list(world: World, geir: Browser) -> None:
    group_id = arranged(world, seats=2)
    for number, name in enumerate(("Selam", "Amir", "Farida")):
        signed_up(world, group_id, name=name, phone=f"0000125{number}", at=TUESDAY + timedelta(minutes=number))
    page = words(geir.see(f"{GROUPS}{group_id}/"))
    for told in (
        "2 av 2",
        "På venteliste 1",
        "Voksne 6",
        "Barn som trenger pass 9",
        "tigrinja 3",
        "Farida",
        "Venteliste",
    ):
        assert told in page
    overview = words(geir.see(GROUPS))
    assert "3 familier til 2 plasser. 3 å ringe" in overview
    assert "Selam" not in overview


def test_a_place_is_confirmed_given_up_and_never_given_twice(world: World, geir: Browser) -> None:
    group_id = arranged(world, seats=1)
    first = signed_up(world, group_id)
    second = signed_up(world, group_id, name="Amir", phone="00001251", at=TUESDAY + timedelta(minutes=1))
    act = f"{GROUPS}pameldt/"
    geir.send(f"{act}{first}/bekreft/")
    assert "Alle plassene er bekreftet" in geir.send(f"{act}{second}/bekreft/", status=409)
    geir.send(f"{act}{first}/meld-av/")
    geir.send(f"{act}{second}/bekreft/")
    assert dict(SignUp.objects.values_list("name", "state")) == {"Selam": "withdrawn", "Amir": "confirmed"}
    geir.send(f"{act}{second}/angre/")
    assert not Item.objects.get(subject=first).open
    assert Item.objects.get(subject=second).open


def test_fewer_seats_than_are_confirmed_is_refused(world: World, geir: Browser) -> None:
    group_id = arranged(world, seats=3)
    for number in range(2):
        row = signed_up(world, group_id, phone=f"0000125{number}")
        geir.send(f"{GROUPS}pameldt/{row}/bekreft/")
    page = geir.send(f"{GROUPS}{group_id}/endre/", status=422, **A_GROUP | {"seats": "1"})
    assert "2 plasser er alt bekreftet" in page


def test_ten_groups_and_a_hundred_sign_ups_cost_the_same(world: World, geir: Browser) -> None:
    def fill(first: int, last: int) -> UUID:
        for number in range(first, last):
            group_id = arranged(world, title=f"Gruppe {number}", seats=100)
            signed_up(world, group_id, phone=f"000{number:05}")
        return group_id

    one = fill(0, 3)
    few = questions(geir, GROUPS), questions(geir, f"{GROUPS}{one}/")
    for number in range(20):
        signed_up(world, one, phone=f"00{number:06}", at=TUESDAY + timedelta(minutes=number))
    fill(3, 12)
    assert (questions(geir, GROUPS), questions(geir, f"{GROUPS}{one}/")) == few


def kept(world: World, name: str = "Solvik skole") -> UUID:
    with world.as_(GEIR) as geir:
        line = Kept(kind="school", name=name, area="Sentrum", contact_person="Geir Aasen", phone="00009721")
        return actions.keep_contact(line, by=geir, at=TUESDAY)


A_CONTACT = {
    "kind": "kindergarten", "name": "Havblikk barnehage", "area": "Havblikk", "contact_person": "Maire Holm",
    "phone": "00 00 97 22",
}  # fmt: skip


def test_a_contact_is_added_changed_taken_down_and_shown_again(geir: Browser) -> None:
    assert "lagt til" in geir.see(geir.send(f"{CONTACTS}ny/", **A_CONTACT))
    row = SchoolContact.objects.get()
    assert row.phone == "00009722"
    one = f"{CONTACTS}{row.id}/"
    assert 'value="Maire Holm"' in geir.see(one)
    geir.send(one, **A_CONTACT | {"contact_person": "Geir Aasen"})
    assert SchoolContact.objects.get().contact_person == "Geir Aasen"
    assert "Vis igjen" in geir.see(geir.send(f"{one}ta-ned/"))
    geir.send(f"{one}vis/")
    assert SchoolContact.objects.get().published
    told = Entry.objects.filter(subject=row.id).values_list("says", flat=True)
    assert not [says for says in told if "Maire" in says or "Geir" in says]


def test_a_line_with_something_wrong_keeps_what_was_typed_in_its_row(world: World, geir: Browser) -> None:
    contact_id = kept(world)
    page = geir.send(f"{CONTACTS}{contact_id}/", status=422, **A_CONTACT | {"phone": "ring meg", "contact_person": ""})
    assert 'value="ring meg"' in page
    assert 'value="Havblikk barnehage"' in page
    assert "Fyll ut «Kontaktperson»." in page
    assert SchoolContact.objects.get().name == "Solvik skole"
    twice = geir.send(f"{CONTACTS}ny/", status=422, **A_CONTACT | {"name": "solvik SKOLE"})
    assert "står på lista fra før" in twice


def test_a_row_that_is_searched_away_is_changed_on_top(world: World, geir: Browser) -> None:
    contact_id = kept(world)
    page = geir.see(f"{CONTACTS}{contact_id}/?sok=finnes+ikke")
    assert 'value="Solvik skole"' in page
    assert geir.send(CONTACTS, sok=" solvik ") == f"{CONTACTS}?sok=solvik"
    assert geir.send(CONTACTS, sok="24911688123") == CONTACTS


def test_ten_contacts_and_a_thousand_cost_the_same(world: World, geir: Browser) -> None:
    def fill(first: int, last: int) -> None:
        SchoolContact.objects.bulk_create(
            SchoolContact(
                municipality=world.solvik, kind="school", name=f"Skole {number:04}", contact_person="x", phone="000"
            )
            for number in range(first, last)
        )

    fill(0, 10)
    few = questions(geir, CONTACTS)
    fill(10, 1000)
    assert questions(geir, CONTACTS) == few


def test_my_day_leads_geir_to_what_was_asked(world: World, geir: Browser) -> None:
    request_id, sign_up_id = asked(world), signed_up(world, arranged(world))
    page = geir.see("/min-dag/")
    assert f"{LIST}{request_id}/" in page
    assert "Ring tilbake og drøft, uten å spørre hvem det gjelder" in page
    assert f"{GROUPS}pameldt/{sign_up_id}/" in page
    assert "Forebygging" in words(page)
