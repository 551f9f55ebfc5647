"""The pages of a case: the head, the tabs, the people, and who may see it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Party
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person, Protection
from oppvekst.ground.access.models import Bar, Grant, Trust
from oppvekst.ground.journal.models import Entry, Look
from oppvekst.law.identity import synthetic
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import SOLVIK, World

BORN = date(2011, 12, 2)
IDA = Details(
    given_name="Ida", family_name="Strand Vik", birth_date=BORN, number=synthetic(BORN), environment="test",
    address_lines=("Fjordgata 12",), postal_code="9998", place="Solvik",
)  # fmt: skip
TABS = ("", "tidslinje/", "journal/", "mennesker/", "tilgang/")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def ida(world: World) -> str:
    """The address of Ida's case, Kari's."""
    return f"/saker/{opened(world, IDA)}/"


def opened(world: World, details: Details) -> UUID:
    with world.as_("Kari Nesheim") as kari:
        return actions.open_case(details, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED).id


def case_of(address: str) -> UUID:
    return UUID(address.split("/")[2])


def add(world: World, address: str, details: Details, part: str, **known: Any) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.add_party(case_of(address), details, part, by=kari, at=TUESDAY, **known)


@pytest.mark.parametrize("tab", TABS)
def test_the_head_says_who_how_it_stands_and_who_has_it_on_every_tab(desk: Come, ida: str, tab: str) -> None:
    page = desk("Kari Nesheim").see(f"{ida}{tab}")
    text = words(page)
    assert "Ida Strand Vik 14 år Oppdiktet nummer Ingen vedtak. Ansvarlig: Kari Nesheim. Sak 2026-0001" in text
    assert page.count('aria-current="page"') >= 2


@pytest.mark.parametrize("tab", TABS)
def test_every_look_is_written_down(desk: Come, ida: str, tab: str) -> None:
    desk("Kari Nesheim").see(f"{ida}{tab}")
    look = Look.objects.get()
    assert look.kind.startswith("case")
    assert (look.case_id, look.subject) == (case_of(ida), case_of(ida))


def test_the_child_without_a_number_and_with_a_hidden_address_is_marked(world: World, desk: Come) -> None:
    case_id = opened(world, Details(given_name="Tuva", protection=Protection.HIDDEN))
    text = words(desk("Kari Nesheim").see(f"/saker/{case_id}/"))
    assert "Uten nummer" in text
    assert "Adressen er skjult for foreldrene" in text


def test_the_childs_voice_says_what_is_missing_until_there_is_one(desk: Come, ida: str) -> None:
    text = words(desk("Kari Nesheim").see(ida))
    assert "Ingen samtale med Ida er skrevet ned ennå" in text
    assert "Ikke ennå etter alder. Fyller 15 år onsdag 2. desember § 12-3" in text


def test_at_fifteen_the_child_is_party(world: World, desk: Come) -> None:
    case_id = opened(world, Details(given_name="Vilde", birth_date=date(2011, 11, 24)))
    assert "Ja, fylte 15 år tirsdag 24. november" in words(desk("Kari Nesheim").see(f"/saker/{case_id}/"))


def test_a_child_that_is_not_born_is_no_party_and_has_a_due_date(world: World, desk: Come) -> None:
    case_id = opened(world, Details(due_date=date(2027, 2, 14)))
    kari = desk("Kari Nesheim")
    text = words(kari.see(f"/saker/{case_id}/"))
    assert "Ufødt barn ufødt" in text
    assert "Part i saken" not in text
    assert "14. februar 2027" in words(kari.see(f"/saker/{case_id}/mennesker/"))


def test_what_the_law_will_ask_for_and_is_not_written_down_is_missing(world: World, desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    assert "Foreldre Ingen er registrert" in words(kari.see(ida))
    add(world, ida, Details(given_name="Hilde", family_name="Vik"), Party.Part.MOTHER, parental_responsibility=True)
    assert "Hilde Vik: om barnet bor der" in words(kari.see(ida))
    add(world, ida, Details(given_name="Tor"), Party.Part.FATHER, parental_responsibility=True, lives_with_child=False)
    text = words(kari.see(ida))
    assert "Tor:" not in text
    assert "Ida i midten. Rundt: Hilde Vik (mor), Tor (far)." in text


def test_the_map_draws_those_the_child_lives_with_inside_and_tells_of_those_it_has_no_room_for(
    world: World, desk: Come, ida: str
) -> None:
    for number in range(9):
        add(world, ida, Details(given_name=f"Tante{number}"), Party.Part.NETWORK)
    page = desk("Kari Nesheim").see(ida)
    assert page.count('class="pm-node"') == 7
    assert "2 til står i lista" in words(page)


def test_the_line_of_the_case_draws_limits_and_lists_them(world: World, desk: Come, ida: str) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.hold(case_of(ida), "Avhør er ikke holdt.", by=kari, at=TUESDAY, review_on=date(2026, 11, 30))
    page = desk("Kari Nesheim").see(ida)
    assert "data-life" in page
    assert "30.11.2026 Vurder sperren for foreldrene på nytt" in words(page)
    assert "Vurder sperren for foreldrene på nytt om 6 dager" in words(page)


def test_the_timeline_gives_each_fact_its_source_and_can_be_narrowed(world: World, desk: Come, ida: str) -> None:
    add(world, ida, Details(given_name="Hilde"), Party.Part.MOTHER, source="Folkeregisteret 24.11.2026")
    kari = desk("Kari Nesheim")
    text = words(kari.see(f"{ida}tidslinje/"))
    assert "Hilde ble registrert som mor Folkeregisteret 24.11.2026" in text
    assert "Sak 2026-0001 ble opprettet Journalen" in text
    narrowed = words(kari.see(f"{ida}tidslinje/?slag=people"))
    assert "Hilde ble registrert" in narrowed
    assert "ble opprettet Journalen" not in narrowed
    assert "Ingenting av dette slaget" in words(kari.see(f"{ida}tidslinje/?slag=limit"))


def test_a_long_timeline_has_pages_and_comes_whole_for_printing(world: World, desk: Come, ida: str) -> None:
    _people(world, case_of(ida), 60)
    kari = desk("Kari Nesheim")
    assert "Viser 1 til 50 av 61" in words(kari.see(f"{ida}tidslinje/"))
    whole = kari.see(f"{ida}tidslinje/?alle=1")
    assert "Viser 1 til 61 av 61" in words(whole)
    assert "data-print" in whole


def test_the_journal_is_newest_first_with_who_and_by_what_rule(world: World, desk: Come, ida: str) -> None:
    add(world, ida, Details(given_name="Hilde"), Party.Part.MOTHER)
    text = words(desk("Kari Nesheim").see(f"{ida}journal/"))
    assert "Hilde ble registrert som mor. Kari Nesheim, bvl § 12-4" in text
    assert "Kari Nesheim fikk tilgang: Opprettet saken Kari Nesheim, bvl § 13-1" in text
    _entries(world, case_of(ida), 60)
    assert "Viser 1 til 50 av 63" in words(desk("Kari Nesheim").see(f"{ida}journal/"))


def test_a_persons_card_says_part_responsibility_residence_and_source(world: World, desk: Come, ida: str) -> None:
    hilde = Details(given_name="Hilde", family_name="Vik", birth_date=date(1985, 4, 1), address_lines=("Kaiveien 3",))
    add(world, ida, hilde, Party.Part.MOTHER, parental_responsibility=True, lives_with_child=None, source="Mor i møte")
    text = words(desk("Kari Nesheim").see(f"{ida}mennesker/"))
    assert "Hilde Vik Mor, 41 år Født 1. april 1985 Foreldreansvar Ja" in text
    assert "Bor sammen med barnet Ikke avklart" in text
    assert "Kaiveien 3" in text
    assert "Kilde Mor i møte, tirsdag 24. november" in text


def test_a_protected_address_is_said_to_be_protected_and_shown_to_the_one_it_is_entrusted_to(
    world: World, desk: Come, ida: str
) -> None:
    maria = Details(given_name="Maria", address_lines=("Hemmelig gate 1",), protection=Protection.STRICT)
    add(world, ida, maria, Party.Part.MOTHER)
    kari = desk("Kari Nesheim")
    page = kari.see(f"{ida}mennesker/")
    assert "Strengt fortrolig adresse" in words(page)
    assert "Adresse Beskyttet" in words(page)
    assert "Hemmelig gate" not in page
    Trust.objects.create(
        municipality_id=SOLVIK, staff=world.staff["Kari Nesheim"], person_id=Person.objects.get(given_name="Maria").id,
        given_by=world.staff["Marit Solheim"].id, given_at=TUESDAY,
    )  # fmt: skip
    # Nor does a list show it then: she asks for it, and that is written down.
    assert "Hemmelig gate 1" not in kari.see(f"{ida}mennesker/")
    maria_id = Person.objects.get(given_name="Maria").id
    assert "Hemmelig gate 1" in kari.client.post(f"{ida}mennesker/{maria_id}/adresse/vis/").content.decode()


def test_the_access_list_tells_who_has_it_why_and_who_had_it(world: World, desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    place = kari.send(f"{ida}tilgang/", staff=str(world.staff["Siri Tveito"].id), words="Er med på samtalen torsdag.")
    text = words(kari.see(place))
    assert "Kollegaen har fått tilgang" in text
    assert (
        "Siri Tveito arbeider sammen om saken Er med på samtalen torsdag. Fra tirsdag 24. november , gitt av Kari Nesheim"
        in text
    )
    assert "Marit Solheim Barnevernsleder" in text
    assert "Tone Vik Teamleder" in text
    desk("Siri Tveito").see(ida)
    grant = Grant.objects.get(staff=world.staff["Siri Tveito"])
    kari.send(f"{ida}tilgang/{grant.id}/avslutt/")
    assert "tirsdag 24. november til tirsdag 24. november" in words(kari.see(f"{ida}tilgang/"))


def test_access_needs_a_reason_and_a_colleague_who_does_not_have_it(world: World, desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    page = kari.send(f"{ida}tilgang/", status=422, staff=str(world.staff["Siri Tveito"].id), words=" ")
    assert "Skriv hvorfor kollegaen trenger saken" in words(page)
    assert f'value="{world.staff["Siri Tveito"].id}" selected' in page
    assert f'<option value="{world.staff["Kari Nesheim"].id}"' not in page


def test_who_may_never_see_it_stands_there_and_cannot_be_chosen(world: World, desk: Come, ida: str) -> None:
    ola = world.staff["Ola Brandvold"]
    Bar.objects.create(
        municipality_id=SOLVIK, staff=ola, case_id=case_of(ida), kind=Bar.Kind.DISQUALIFIED, words="Onkel til Ida.",
        given_by=world.staff["Marit Solheim"].id, given_at=TUESDAY,
    )  # fmt: skip
    page = desk("Kari Nesheim").see(f"{ida}tilgang/")
    assert "Ola Brandvold Inhabil: Onkel til Ida." in words(page)
    assert f'<option value="{ola.id}"' not in page


def test_who_is_entrusted_a_protected_address_is_told_to_the_leader_and_to_oneself(world: World, desk: Come) -> None:
    case_id = opened(world, Details(given_name="Tuva", protection=Protection.STRICT))
    assert "Du er ikke betrodd adressen" in words(desk("Kari Nesheim").see(f"/saker/{case_id}/tilgang/"))
    Trust.objects.create(
        municipality_id=SOLVIK, staff=world.staff["Kari Nesheim"], given_by=world.staff["Marit Solheim"].id, given_at=TUESDAY,
        person_id=Person.objects.get(given_name="Tuva").id,
    )  # fmt: skip
    for name in ("Marit Solheim", "Kari Nesheim"):
        assert "Betrodd adressen Kari Nesheim Siden" in words(desk(name).see(f"/saker/{case_id}/tilgang/"))


def test_a_grant_of_another_case_is_not_ended_from_here(world: World, desk: Come, ida: str) -> None:
    other = opened(world, Details(given_name="Jonas"))
    grant = Grant.objects.get(case_id=other)
    assert desk("Kari Nesheim").client.post(f"{ida}tilgang/{grant.id}/avslutt/").status_code == 404
    assert Grant.objects.get(id=grant.id).valid_to is None


def test_whoever_ends_her_own_access_is_led_out_when_a_colleague_is_responsible(
    world: World, desk: Come, ida: str
) -> None:
    kari = desk("Kari Nesheim")
    grant = Grant.objects.get(case_id=case_of(ida))
    page = kari.send(f"{ida}tilgang/{grant.id}/avslutt/", status=409)
    assert "Kari Nesheim er ansvarlig for saken. Gjør en kollega ansvarlig først." in words(page)
    kari.send(f"{ida}tilgang/", staff=str(world.staff["Siri Tveito"].id), words="Overtar saken.")
    siris = Grant.objects.get(staff=world.staff["Siri Tveito"])
    text = words(kari.see(kari.send(f"{ida}tilgang/{siris.id}/ansvarlig/")))
    assert "Kollegaen er ansvarlig for saken" in text
    assert "Siri Tveito arbeider sammen om saken, ansvarlig" in text
    assert kari.send(f"{ida}tilgang/{grant.id}/avslutt/") == "/saker/"


def test_everything_is_held_back_looked_at_again_and_lifted(desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    assert "Hold tilbake fra foreldrene" in kari.see(ida)
    place = kari.send(f"{ida}sperre/", reasons="Avhør er ikke holdt.")
    text = words(kari.see(place))
    assert "Ingenting må nå foreldrene nå Avhør er ikke holdt. Satt av Kari Nesheim" in text
    for tab in TABS:
        assert "Ingenting må nå foreldrene nå" in words(kari.see(f"{ida}{tab}"))
    kari.see(f"{ida}sperre/")
    again = kari.send(f"{ida}sperre/vurder/", igjen__reasons="Fortsatt ikke holdt.", igjen__review_on="04.12.2026")
    assert "Vurderes igjen fredag 4. desember" in words(kari.see(again))
    lifted = kari.send(f"{ida}sperre/loft/", loft__reasons="Avhøret er holdt.")
    text = words(kari.see(lifted))
    assert "Sperren er løftet" in text
    assert "Ingenting må nå foreldrene nå" not in text
    assert "Sperren ble løftet: Avhøret er holdt." in words(kari.see(f"{ida}tidslinje/"))


def test_a_hold_back_asks_why_and_keeps_what_was_typed(desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    page = kari.send(f"{ida}sperre/", status=422, reasons=" ", review_on="23.11.2026")
    assert "Skriv hvorfor ingenting må nå foreldrene nå." in words(page)
    assert 'value="2026"' in page
    kari.send(f"{ida}sperre/", reasons="Avhør.")
    page = kari.send(f"{ida}sperre/loft/", status=422, loft__reasons="")
    assert "Skriv hvorfor det nå er trygt." in words(page)
    page = kari.send(f"{ida}sperre/", status=409, reasons="En gang til.")
    assert "allerede holdt tilbake" in words(page)


def test_what_is_not_held_back_cannot_be_lifted(desk: Come, ida: str) -> None:
    assert desk("Kari Nesheim").client.post(f"{ida}sperre/loft/", {"loft-reasons": "x"}).status_code == 404


def test_the_list_shows_ones_cases_with_their_next_limit(world: World, desk: Come, ida: str) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.hold(case_of(ida), "Avhør.", by=kari, at=TUESDAY, review_on=date(2026, 11, 26))
    page = desk("Kari Nesheim").see("/saker/")
    assert "Ida Strand Vik 14 år Sak 2026-0001, ansvarlig Kari Nesheim Om 2 dager" in words(page)
    assert "Ingen saker er avsluttet" in words(desk("Kari Nesheim").see("/saker/?vis=avsluttede"))
    assert "Ida" in words(desk("Marit Solheim").see("/saker/"))
    assert "Ingen saker er åpne for deg" in words(desk("Ola Brandvold").see("/saker/"))
    assert "Ida" not in words(desk("Marit Solheim").see("/saker/?vis=mine"))


@pytest.mark.parametrize("tab", TABS)
def test_a_case_asks_as_many_questions_with_a_thousand_rows_as_with_ten(
    world: World, desk: Come, ida: str, tab: str
) -> None:
    kari = desk("Kari Nesheim")
    _people(world, case_of(ida), 10)
    _entries(world, case_of(ida), 10)
    few = questions(kari, f"{ida}{tab}")
    _people(world, case_of(ida), 990)
    _entries(world, case_of(ida), 990)
    assert questions(kari, f"{ida}{tab}") == few <= 50


def test_the_list_of_cases_asks_as_many_questions_for_sixty_as_for_two(world: World, desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    opened(world, Details(given_name="Jonas"))
    few = questions(kari, "/saker/")
    for number in range(58):
        opened(world, Details(given_name=f"Barn {number}"))
    assert questions(kari, "/saker/") == few
    assert "Viser 1 til 50 av 60" in words(kari.see("/saker/"))


def _people(world: World, case_id: UUID, count: int) -> None:
    persons = Person.objects.bulk_create(
        Person(municipality_id=SOLVIK, given_name=f"Nabo {number}", search="nabo") for number in range(count)
    )
    Party.objects.bulk_create(
        Party(municipality_id=SOLVIK, case_id=case_id, person=person, part="network", valid_from=TUESDAY.date())
        for person in persons
    )


def _entries(world: World, case_id: UUID, count: int) -> None:
    Entry.objects.bulk_create(
        Entry(municipality_id=SOLVIK, at=TUESDAY, kind="case.opened", subject=uuid4(), case_id=case_id, says="Noe.")
        for _ in range(count)
    )


def test_no_identity_number_stands_in_an_address(desk: Come, ida: str) -> None:
    page = desk("Kari Nesheim").see(f"{ida}mennesker/")
    assert IDA.number in page
    assert not [link for link in re.findall(r'(?:href|action)="([^"]*)"', page) if IDA.number in link]
