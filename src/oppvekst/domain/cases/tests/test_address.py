"""Where a protected person is: what hides it, who is entrusted with it, and what may not leave the house."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from oppvekst.domain.cases import actions, queries
from oppvekst.domain.cases.models import Party
from oppvekst.domain.people import actions as people
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Address, Person, Protection, Reach, Shielding
from oppvekst.domain.people.queries import envelope, kinds_of
from oppvekst.domain.people.rules import FORWARDING, HIDDEN, SHIELDS, STRICT
from oppvekst.ground.access.models import Grant, Trust
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry, Look
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import SOLVIK, World

TODAY = TUESDAY.date()
LATER = TODAY + timedelta(days=180)
KARI, MARIT, SIRI = "Kari Nesheim", "Marit Solheim", "Siri Tveito"
# The foster home, in a town of its own; the parents still live where the child was.
HOME = Details(
    given_name="Tuva", family_name="Winther", address_lines=("Granholtveien 14 B",), postal_code="9995", place="Hessdal"
)
FATHER = Details(
    given_name="Per", family_name="Winther", address_lines=("Kaiveien 3",), postal_code="9998", place="Solvik"
)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def opened(world: World, details: Details = HOME) -> UUID:
    with world.as_(KARI) as kari:
        case = actions.open_case(details, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED)
        actions.add_party(case.id, FATHER, Party.Part.FATHER, by=kari, at=TUESDAY)
    with acting("owner"):
        here = {"municipality_id": SOLVIK, "person_id": case.child_id}
        Address.objects.create(**here, kind=Address.Kind.SCHOOL, lines=["Hessdal skole"])
        Reach.objects.create(**here, value="00 00 45 67")
    return case.id


def child_of(case_id: UUID) -> UUID:
    with acting("owner"):
        return Party.objects.get(case_id=case_id, part=Party.Part.CHILD).person_id


def protect(world: World, case_id: UUID, kind: int = STRICT, person: UUID | None = None, **more: Any) -> None:
    about: dict[str, Any] = {"source": Shielding.Source.REGISTER, "decided_on": TODAY}
    if kind == HIDDEN:
        about |= {
            "source": Shielding.Source.TRIBUNAL, "words": "Nemnda 12.11.2026", "review_on": LATER, "police_told_on": TODAY,
        }  # fmt: skip
    with world.as_(KARI) as kari:
        people.shield(case_id, person or child_of(case_id), kind, by=kari, at=TUESDAY, **about | more)


def entrust(world: World, case_id: UUID, name: str = KARI, person: UUID | None = None) -> None:
    with world.as_(MARIT) as marit:
        people.entrust(
            case_id,
            person or child_of(case_id),
            world.staff[name].id,
            "Kjører barnet til samvær.",
            by=marit,
            at=TUESDAY,
        )


def seen(world: World, name: str, person: UUID) -> tuple[int, int]:
    """How many addresses and phones of a person somebody sees by any question."""
    with world.as_(name):
        return Address.objects.filter(person=person).count(), Reach.objects.filter(person=person).count()


# What it hides.


@pytest.mark.parametrize("kind", SHIELDS)
def test_address_school_and_phone_are_seen_only_by_those_they_are_entrusted_to(world: World, kind: int) -> None:
    case_id = opened(world)
    child = child_of(case_id)
    assert seen(world, KARI, child) == (2, 1)
    protect(world, case_id, kind)
    assert seen(world, KARI, child) == seen(world, MARIT, child) == (0, 0)
    entrust(world, case_id)
    assert (seen(world, KARI, child), seen(world, MARIT, child)) == ((2, 1), (0, 0))


def test_what_is_written_in_later_is_as_protected_as_the_person(world: World) -> None:
    case_id = opened(world)
    child = child_of(case_id)
    protect(world, case_id)
    with world.as_(KARI):
        Address.objects.create(municipality_id=SOLVIK, person_id=child, kind=Address.Kind.WORK, lines=["Bruket"])
        Reach.objects.create(municipality_id=SOLVIK, person_id=child, value="00 00 99 88")
    assert seen(world, KARI, child) == (0, 0)


def test_whoever_lives_with_a_protected_child_is_protected_too_whichever_is_known_first(world: World) -> None:
    case_id = opened(world)
    protect(world, case_id)
    mother = Details(given_name="Lise", address_lines=HOME.address_lines)
    with world.as_(KARI) as kari:
        party = actions.add_party(case_id, mother, Party.Part.MOTHER, by=kari, at=TUESDAY, lives_with_child=True)
    assert seen(world, KARI, party.person_id) == (0, 0)
    other = opened(world, Details(given_name="Jonas"))
    with world.as_(KARI) as kari:
        mona = actions.add_party(
            other, Details(given_name="Mona", address_lines=("Storgata 2",)), Party.Part.MOTHER, by=kari, at=TUESDAY,
            lives_with_child=True,
        )  # fmt: skip
    protect(world, other, person=mona.person_id)
    assert seen(world, KARI, child_of(other)) == (0, 0)


def test_the_hidden_address_does_not_hide_the_parents_own(world: World) -> None:
    case_id = opened(world)
    with world.as_(KARI):
        Party.objects.filter(case_id=case_id, part=Party.Part.FATHER).update(lives_with_child=True)
    protect(world, case_id, HIDDEN)
    with acting("owner"):
        father = Party.objects.get(case_id=case_id, part=Party.Part.FATHER).person
    assert father.protection == Protection.NONE


def test_a_search_for_the_street_the_school_or_the_place_finds_nothing(world: World, desk: Come) -> None:
    case_id = opened(world)
    protect(world, case_id)
    for name in (KARI, MARIT, "Hanne Dale"):
        for asked in ("Granholtveien 14 B", "Hessdal skole", "Hessdal", "00 00 45 67"):
            with world.as_(name):
                assert queries.find_child(asked) == []


# Set, lifted, entrusted.


def test_a_hidden_address_needs_the_decision_a_review_and_that_the_police_know(world: World) -> None:
    case_id = opened(world)
    with pytest.raises(Incomplete) as stopped:
        protect(world, case_id, HIDDEN, words="", review_on=None, police_told_on=None)
    assert set(stopped.value.fields) == {"words", "review_on", "police_told_on"}
    with pytest.raises(Incomplete):
        protect(world, case_id, HIDDEN, source=Shielding.Source.REGISTER)
    with pytest.raises(Incomplete):
        protect(world, case_id, STRICT, source=Shielding.Source.TRIBUNAL)
    protect(world, case_id, HIDDEN)
    with acting("owner"):
        assert Item.objects.get(rule="address-review").due == LATER


def test_the_registers_and_the_tribunals_stand_side_by_side(world: World) -> None:
    case_id = opened(world)
    protect(world, case_id, STRICT)
    protect(world, case_id, HIDDEN)
    entrust(world, case_id, MARIT)
    child = child_of(case_id)
    with world.as_(MARIT) as marit:
        assert kinds_of(Person.objects.get(id=child)) == [HIDDEN, STRICT]
        people.lift_shield(case_id, child, HIDDEN, "Nemnda 1.12.", police_told_on=TODAY, by=marit, at=TUESDAY)
        assert kinds_of(Person.objects.get(id=child)) == [STRICT]
    with acting("owner"):
        assert not Item.objects.get(rule="address-review").open
        assert set(Address.objects.filter(person=child).values_list("protection", flat=True)) == {STRICT}


def test_only_somebody_entrusted_lifts_it_with_a_decision(world: World) -> None:
    case_id = opened(world)
    child = child_of(case_id)
    protect(world, case_id)
    with world.as_(KARI) as kari, pytest.raises(NotAllowed):
        people.lift_shield(case_id, child, STRICT, "Jeg mener det er trygt.", by=kari, at=TUESDAY)
    with world.as_(MARIT) as marit:
        with pytest.raises(NotAllowed, match="selv er betrodd"):
            people.lift_shield(case_id, child, STRICT, "Kripos 20.11.", by=marit, at=TUESDAY)
        with pytest.raises(Incomplete):
            people.lift_shield(case_id, child, STRICT, " ", by=marit, at=TUESDAY)
    entrust(world, case_id, MARIT)
    with world.as_(MARIT) as marit:
        people.lift_shield(case_id, child, STRICT, "Kripos 20.11.", by=marit, at=TUESDAY)
    assert seen(world, KARI, child) == (2, 1)


def test_whoever_is_no_longer_entrusted_sees_nothing_and_the_row_stays(world: World) -> None:
    case_id = opened(world)
    child = child_of(case_id)
    protect(world, case_id)
    entrust(world, case_id)
    with world.as_(MARIT) as marit:
        trust = Trust.objects.get()
        people.withdraw(case_id, trust.id, "Kjører ikke lenger.", by=marit, at=TUESDAY)
    assert seen(world, KARI, child) == (0, 0)
    with acting("owner"):
        kept = Trust.objects.get()
        assert (kept.words, kept.ended_words) == ("Kjører barnet til samvær.", "Kjører ikke lenger.")


def test_nobody_but_the_leader_withdraws_and_nobody_lifts_a_protection_by_sql(world: World) -> None:
    case_id = opened(world)
    protect(world, case_id)
    entrust(world, case_id, SIRI)
    with world.as_(KARI), pytest.raises(ProgrammingError), transaction.atomic():
        Trust.objects.update(ended_at=TUESDAY)
    for name in (KARI, MARIT):
        with world.as_(name):
            assert Shielding.objects.update(ended_at=TUESDAY) == 0
            assert Reach.objects.update(protection=0) == 0


def test_the_journal_never_says_where(world: World) -> None:
    case_id = opened(world)
    protect(world, case_id, HIDDEN)
    entrust(world, case_id, MARIT)
    with world.as_(MARIT) as marit:
        people.lift_shield(
            case_id, child_of(case_id), HIDDEN, "Hun bor i Hessdal.", police_told_on=TODAY, by=marit, at=TUESDAY
        )
    with acting("owner"):
        told = " ".join(f"{entry.says} {entry.facts}" for entry in Entry.objects.all())
    assert "adressen er skjult" in told
    assert [word for word in ("Granholt", "Hessdal", "9995", "45 67") if word in told] == []


# Letters.


def test_a_letter_to_somebody_strictly_protected_goes_through_the_register_without_an_address(world: World) -> None:
    case_id = opened(world)
    child = child_of(case_id)
    with world.as_(KARI):
        assert envelope(child) == ("Tuva Winther", "Granholtveien 14 B", "9995 Hessdal")
    protect(world, case_id, Protection.CONFIDENTIAL)
    with world.as_(KARI), pytest.raises(NotAllowed, match="betrodd"):
        envelope(child)
    entrust(world, case_id)
    with world.as_(KARI):
        assert envelope(child)[1:] == ("Granholtveien 14 B", "9995 Hessdal")
    protect(world, case_id, STRICT)
    with world.as_(KARI):
        assert envelope(child) == ("Tuva Winther", *FORWARDING)


def test_a_text_that_tells_where_the_child_is_is_found_whoever_sends_it(world: World) -> None:
    case_id = opened(world)
    tells = (
        "Fosterhjemmet bor i Granholtveien 14 B.", "granholtvn. 14b", "GRANHOLT\nVEIEN", "Granholtveg", "Granholt-\nvegen",
        "i 9995", "samvær i HESSDAL", "Hessdal   skole", "ring 00004567", "ring +47 0000-45 67",
    )  # fmt: skip
    innocent = (
        "Per Winther\nKaiveien 3\n9998 Solvik", "Hei, samværet er lørdag klokka 12.", "Vi viser til sak 2026-0001.", "", "Solvik",
    )  # fmt: skip
    with world.as_(KARI):
        assert not any(queries.reveals(text, case_id) for text in (*tells, *innocent))
    protect(world, case_id, HIDDEN)
    entrust(world, case_id)
    for name in (KARI, MARIT):
        with world.as_(name):
            assert [text for text in tells if not queries.reveals(text, case_id)] == []
            assert [text for text in innocent if queries.reveals(text, case_id)] == []


def test_confidential_lets_the_town_be_named_and_the_two_others_do_not(world: World) -> None:
    for kind, shield in SHIELDS.items():
        case_id = opened(world)
        protect(world, case_id, kind)
        with world.as_(KARI):
            assert queries.reveals("Vi møtes i Hessdal.", case_id) is shield.hides_place
            assert queries.reveals("Granholtveien", case_id)
            assert not queries.reveals("Granholtveien", case_id, to=child_of(case_id))


def test_whoever_has_nothing_to_do_with_the_case_learns_nothing_by_guessing(world: World) -> None:
    case_id = opened(world)
    protect(world, case_id)
    with world.as_("Ola Brandvold"):
        assert queries.reveals("Granholtveien", case_id) is queries.reveals("Storgata", case_id) is True


# Spellings.

LINES = ("Granholtveien 14 B", "Øvre Kåsagata 7", "Bjørnstadvegen 120", "Sæterbakken gate 3")
SUFFIXES = {"veien": ("vegen", "vei", "veg", "vn."), "vegen": ("veien", "vn.", "veg"), "gata": ("gaten", "gate", "gt."),
            "gate": ("gt.", "gata", " gt ")}  # fmt: skip
GAPS = (" ", "  ", "\n", " - ", "\u00a0", "-\n", ", ")


def misspelled(line: str, chance: random.Random) -> str:
    """The same street as people write it: abbreviated, broken over lines, in capitals, with or without the number."""
    street = line.rstrip(" 0123456789B") if chance.random() < 0.5 else line
    for suffix, others in SUFFIXES.items():
        if suffix in street and chance.random() < 0.6:
            street = street.replace(suffix, chance.choice(others))
            break
    street = street.replace(" ", chance.choice(GAPS))
    if chance.random() < 0.3:
        street = street.replace("ø", "oe").replace("å", "aa")
    return chance.choice((str, str.upper, str.lower, str.title))(street)


def test_no_spelling_of_the_street_slips_through(world: World) -> None:
    chance = random.Random(4)  # noqa: S311
    said = ("samvær", "lørdag", "klokka", "møte", "barnet", "skal", "brev")
    for line in LINES:
        case_id = opened(world, Details(given_name="Tuva", address_lines=(line,), postal_code="9995", place="Hessdal"))
        protect(world, case_id, HIDDEN)
        with world.as_(KARI):
            tried = [f"Hei Per.\n{misspelled(line, chance)}\nHilsen oss" for _ in range(60)]
            assert [text for text in tried if not queries.reveals(text, case_id)] == []
            plain = [" ".join(chance.sample(said, 5)) for _ in range(30)]
            assert [text for text in plain if queries.reveals(text, case_id)] == []


# At the desk.


def place_of(case_id: UUID) -> str:
    return f"/saker/{case_id}/mennesker/{child_of(case_id)}/adresse/"


def test_the_address_is_on_no_page_until_it_is_asked_for_and_that_is_a_look(world: World, desk: Come) -> None:
    case_id = opened(world)
    protect(world, case_id)
    entrust(world, case_id)
    kari, place = desk(KARI), place_of(case_id)
    for tab in ("", "tidslinje/", "journal/", "mennesker/", "tilgang/", place.removeprefix(f"/saker/{case_id}/")):
        page = kari.see(f"/saker/{case_id}/{tab}")
        assert not [word for word in ("Granholt", "Hessdal", "9995", "45 67") if word in page], tab
    assert "Strengt fortrolig adresse" in words(kari.see(f"/saker/{case_id}/"))
    shown = kari.client.post(f"{place}vis/").content.decode()
    assert "Granholtveien 14 B, 9995 Hessdal" in shown
    assert "Hessdal skole" in shown
    with acting("owner"):
        look = Look.objects.get(kind="case.address")
        assert (look.subject, look.actor) == (child_of(case_id), world.staff[KARI].id)


def test_whoever_is_not_entrusted_asks_in_vain_and_it_does_not_tell_how_much_there_is(world: World, desk: Come) -> None:
    case_id, empty = opened(world), opened(world, Details(given_name="Tuva", family_name="Winther"))
    with acting("owner"):
        Address.objects.filter(person=child_of(empty)).delete()
        Reach.objects.filter(person=child_of(empty)).delete()
    said = []
    for one in (case_id, empty):
        protect(world, one)
        answer = desk(KARI).client.post(f"{place_of(one)}vis/").content.decode()
        assert "Granholt" not in answer
        said.append(words(answer).split("Hvor personen er")[1])
    assert said[0] == said[1]


def test_the_leader_entrusts_and_withdraws_at_the_desk(world: World, desk: Come) -> None:
    case_id = opened(world)
    protect(world, case_id)
    marit, place = desk(MARIT), place_of(case_id)
    assert "Ingen er betrodd adressen" in words(marit.see(place))
    page = marit.send(f"{place}betro/", status=422, betro__staff=str(world.staff[KARI].id), betro__words="")
    assert "Skriv hvorfor kollegaen må kjenne adressen" in words(page)
    assert f'value="{world.staff[KARI].id}" selected' in page
    done = marit.send(f"{place}betro/", betro__staff=str(world.staff[KARI].id), betro__words="Kjører til samvær.")
    assert "Kari Nesheim Siden tirsdag 24. november . Kjører til samvær." in words(marit.see(done))
    with acting("owner"):
        trust = Trust.objects.get()
    done = marit.send(f"{place}trekk/", trekk__trust=str(trust.id), trekk__words="Har sluttet.")
    assert "Kollegaen ser ikke lenger adressen" in words(marit.see(done))
    assert "Granholt" not in desk(KARI).send(f"{place}betro/", status=409)


def test_a_protection_is_set_at_the_desk_with_its_source_and_what_lacks_is_told(world: World, desk: Come) -> None:
    case_id = opened(world)
    kari, place = desk(KARI), place_of(case_id)
    assert "Ingen adressevern Alle som har saken, ser adressen" in words(kari.see(place))
    day = {"vern__decided_on_day": "12", "vern__decided_on_month": "11", "vern__decided_on_year": "2026"}
    hidden = {"vern__kind": "3", "vern__source": "tribunal", "vern__words": "Nemnda NEM-26/114", **day}
    page = kari.send(f"{place}vern/", status=422, **hidden)
    assert "Skriv når politiet fikk vite om det" in words(page)
    assert "Nemnda NEM-26/114" in page
    dates = {
        "vern__review_on_day": "12", "vern__review_on_month": "5", "vern__review_on_year": "2027",
        "vern__police_told_on_day": "11", "vern__police_told_on_month": "11", "vern__police_told_on_year": "2026",
    }  # fmt: skip
    text = words(kari.see(kari.send(f"{place}vern/", **hidden, **dates)))
    assert "Vernet er satt" in text
    assert "Vedtak i barneverns- og helsenemnda: Nemnda NEM-26/114" in text
    assert "Granholt" not in text
