"""The family tree and the network map at the desk: drawn, and the same in words; written, changed, ended and taken back."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions import Bond
from oppvekst.domain.cases.models import Party, Tie
from oppvekst.domain.cases.rules import kin
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person, Protection
from oppvekst.ground.access.models import Grant
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def case_id(world: World) -> UUID:
    """Ida's case, Kari's, with her mother and grandfather in it."""
    with world.as_("Kari Nesheim") as kari:
        ida = Details(given_name="Ida", family_name="Strand", birth_date=date(2015, 4, 2))
        case = actions.open_case(ida, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED)
        for name, part in (("Hilde", Party.Part.MOTHER), ("Arne", Party.Part.NETWORK)):
            actions.add_party(case.id, Details(given_name=name, family_name="Vik"), part, by=kari, at=TUESDAY)
    return case.id


def named(name: str) -> UUID:
    return Person.objects.get(given_name=name).id


def tie(world: World, case_id: UUID, one: str, other: str, kind: str = kin.PARENT, **more: Any) -> Tie:
    with world.as_("Kari Nesheim") as kari:
        bond = Bond(kind, "Mor i møte", **more)
        return actions.add_tie(case_id, named(one), named(other), bond, by=kari, at=TUESDAY)


def test_with_nobody_tied_the_page_says_what_will_come_and_how(desk: Come, case_id: UUID) -> None:
    page = desk("Kari Nesheim").see(f"/saker/{case_id}/mennesker/kart/")
    assert "Ingen er knyttet sammen ennå" in words(page)
    assert "Ikke på kartet ennå Hilde Vik Arne Vik" in words(page)


def test_two_are_tied_together_and_the_tree_is_drawn_with_the_same_in_words(desk: Come, case_id: UUID) -> None:
    kari = desk("Kari Nesheim")
    kari.see(f"/saker/{case_id}/mennesker/kart/ny/?fra={named('Hilde')}")
    place = kari.send(f"/saker/{case_id}/mennesker/kart/ny/", **_typed(named("Hilde"), named("Ida")))
    page = kari.see(place)
    assert "De er knyttet sammen" in words(page)
    assert page.count("<polyline") == 2  # the mother's line, and the other parent's that nobody has written down
    assert 'aria-label="Hilde Vik, forelder"' in page
    assert "Den andre forelderen til Ida er ikke skrevet ned i denne saken" in page
    assert "forelder til Ida Strand «Hun jeg ringer til» Innerst. Kilde: Mor i møte" in words(page)
    assert "barn av Hilde Vik" in words(page)


def test_every_person_in_the_drawings_is_a_link_to_her_line_in_the_table(
    world: World, desk: Come, case_id: UUID
) -> None:
    tie(world, case_id, "Hilde", "Ida")
    tie(world, case_id, "Arne", "Hilde")
    tie(world, case_id, "Arne", "Ida", kin.ADULT)
    page = desk("Kari Nesheim").see(f"/saker/{case_id}/mennesker/kart/")
    led = re.findall(r'<a href="#(p-[0-9a-f-]+)" class="tr-person"', page)
    assert {f"p-{named(name)}" for name in ("Ida", "Hilde", "Arne")} == set(led)
    assert all(f'id="{place}"' in page for place in led)


def test_somebody_new_is_written_in_from_the_map_by_a_name_alone(desk: Come, case_id: UUID) -> None:
    kari = desk("Kari Nesheim")
    typed = _typed("ny", named("Ida")) | {"kind": kin.TEACHER}
    assert "Skriv navnet" in words(kari.send(f"/saker/{case_id}/mennesker/kart/ny/", status=422, **typed))
    kari.send(f"/saker/{case_id}/mennesker/kart/ny/", **typed, new_name="Wenche")
    assert Tie.objects.get(kind=kin.TEACHER).person.name == "Wenche"
    assert "Skole og barnehage" in words(kari.see(f"/saker/{case_id}/mennesker/kart/"))


def test_what_cannot_be_is_refused_with_a_sentence_and_keeps_what_was_typed(
    world: World, desk: Come, case_id: UUID
) -> None:
    tie(world, case_id, "Hilde", "Ida")
    typed = _typed(named("Ida"), named("Hilde"))
    page = desk("Kari Nesheim").send(f"/saker/{case_id}/mennesker/kart/ny/", status=409, **typed)
    assert "sin egen forelder eller besteforelder" in words(page)
    assert 'value="Hun jeg ringer til"' in page
    page = desk("Kari Nesheim").send(f"/saker/{case_id}/mennesker/kart/ny/", status=422, **typed | {"source": ""})
    assert "Skriv hvor opplysningene kommer fra" in words(page)


def test_a_tie_is_changed_ended_and_the_ending_taken_back(world: World, desk: Come, case_id: UUID) -> None:
    made = tie(world, case_id, "Arne", "Ida", kin.NEIGHBOUR)
    kari, one = desk("Kari Nesheim"), f"/saker/{case_id}/mennesker/kart/"
    assert "Arne Vik er nabo til Ida Strand." in words(kari.see(f"{one}{made.id}/endre/"))
    kari.send(f"{one}{made.id}/endre/", kind=kin.ADULT, source="Ida", place="", closeness="", note="")
    now = Tie.objects.get(ended_at=None)
    assert "Skriv hva som er endret" in words(
        kari.send(f"{one}{now.id}/avslutt/", status=422, ending="over", reasons="")
    )
    place = kari.send(f"{one}{now.id}/avslutt/", ending="over", reasons="Han har flyttet.")
    page = kari.see(place)
    assert "Båndet er tatt av kartet. Angre" in words(page)
    assert "2 tidligere bånd" in words(page)
    kari.send(f"{one}{now.id}/angre/")
    assert Tie.objects.get(ended_at=None).kind == kin.ADULT


def test_the_dead_and_the_unborn_are_told_apart(world: World, desk: Come, case_id: UUID) -> None:
    tie(world, case_id, "Hilde", "Ida")
    tie(world, case_id, "Arne", "Hilde")
    with world.as_("Kari Nesheim") as kari:
        unborn = Details(due_date=date(2027, 2, 14))
        sibling = actions.add_party(case_id, unborn, Party.Part.SIBLING, by=kari, at=TUESDAY).person_id
        actions.add_tie(case_id, named("Hilde"), sibling, Bond(kin.PARENT, "Mor"), by=kari, at=TUESDAY)
    kari_at_desk = desk("Kari Nesheim")
    kari_at_desk.see(f"/saker/{case_id}/mennesker/{named('Arne')}/dod/")
    died = {
        "dead": "yes",
        "source": "Folkeregisteret",
        "died_on_day": "3",
        "died_on_month": "5",
        "died_on_year": "2019",
    }
    page = kari_at_desk.see(kari_at_desk.send(f"/saker/{case_id}/mennesker/{named('Arne')}/dod/", **died))
    assert 'class="tr-card tr-dead"' in page
    assert "Arne Vik, besteforelder, død 2019" in page
    assert 'class="tr-card tr-unborn"' in page
    assert "termin 14.2.2027" in page
    kari_at_desk.send(f"/saker/{case_id}/mennesker/{named('Arne')}/dod/", dead="no", source="Feil person")
    assert Person.objects.get(given_name="Arne").died_on is None


def test_words_that_tell_where_somebody_protected_is_are_not_for_a_reader_it_is_not_entrusted_to(
    world: World, desk: Come, case_id: UUID
) -> None:
    made = tie(world, case_id, "Arne", "Ida", kin.NEIGHBOUR, note="Bor i Furuveien 7, rett over gata for henne")
    with world.as_("Kari Nesheim") as kari:
        hidden = Details(
            given_name="Ida", family_name="Vik", address_lines=("Furuveien 9",), protection=Protection.STRICT
        )
        actions.add_party(case_id, hidden, Party.Part.SIBLING, by=kari, at=TUESDAY)
    kari_at_desk = desk("Kari Nesheim")
    page = kari_at_desk.see(f"/saker/{case_id}/mennesker/kart/")
    assert "Furuveien" not in page
    assert "Skjult. Teksten viser hvor en beskyttet person er." in words(page)
    assert kari_at_desk.client.get(f"/saker/{case_id}/mennesker/kart/{made.id}/endre/").status_code == 409


def test_many_persons_ask_no_more_questions_than_few(world: World, desk: Come, case_id: UUID) -> None:
    address = f"/saker/{case_id}/mennesker/kart/"
    counts = []
    for start in (0, 5, 25):
        for number in range(start, start + 5 if start < 5 else 25):
            _neighbour(world, case_id, f"Nabo{number}")
        counts.append(questions(desk("Kari Nesheim"), address))
    assert counts[0] == counts[1] == counts[2]


def _neighbour(world: World, case_id: UUID, name: str) -> None:
    with world.as_("Kari Nesheim") as kari:
        bond = Bond(kin.NEIGHBOUR, "Mor", closeness="Snill")
        actions.add_tie_with(case_id, Details(given_name=name), named("Ida"), bond, by=kari, at=TUESDAY)


def _typed(one: UUID | str, other: UUID) -> dict[str, str]:
    return {
        "person": str(one), "kind": kin.PARENT, "other": str(other), "place": "inner", "closeness": "Hun jeg ringer til",
        "source": "Mor i møte", "note": "",
    }  # fmt: skip
