"""Writing somebody into a case at the desk: new, or known by her number, or one of several with the same name."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Party
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Grant
from oppvekst.law.identity import Sex, synthetic
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

BORN = date(2011, 12, 2)
IDA = Details(given_name="Ida", family_name="Strand Vik", birth_date=BORN, number=synthetic(BORN), environment="test")
HILDES = synthetic(date(1985, 4, 1), Sex.FEMALE)


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


def test_a_person_is_written_into_the_case(desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    kari.see(f"{ida}mennesker/ny/")
    place = kari.send(f"{ida}mennesker/ny/", **_hilde())
    text = words(kari.see(place))
    assert "Personen er registrert i saken" in text
    assert "Hilde Vik Mor" in text
    party = Party.objects.get(part="mother")
    assert (party.parental_responsibility, party.lives_with_child, party.source) == (True, None, "Mor i møte")


def test_what_was_typed_stays_when_something_is_wrong(desk: Come, ida: str) -> None:
    wrong = {**_hilde(), "number": "01018512345", "source": "", "birth_date_day": "31"}
    page = desk("Kari Nesheim").send(f"{ida}mennesker/ny/", status=422, **wrong)
    assert "Skriv hvor opplysningene kommer fra" in words(page)
    assert 'value="Hilde"' in page
    assert "<title>Feil: Ida Strand Vik" in page
    again = desk("Kari Nesheim").send(f"{ida}mennesker/ny/", status=422, **{**_hilde(), "number": "01018512345"})
    assert "Rett nummeret, eller la feltet stå tomt" in words(again)
    assert not Party.objects.filter(part="mother").exists()


def test_the_child_is_not_written_into_her_own_case_once_more(desk: Come, ida: str) -> None:
    page = desk("Kari Nesheim").send(f"{ida}mennesker/ny/", status=409, **{**_hilde(), "number": IDA.number})
    assert "Personen står allerede i saken" in words(page)
    assert not Party.objects.filter(part="mother").exists()


def test_a_mother_with_her_number_stands_in_the_cases_of_both_her_children(world: World, desk: Come, ida: str) -> None:
    kari = desk("Kari Nesheim")
    kari.send(f"{ida}mennesker/ny/", **_hilde(), number=HILDES)
    with world.as_("Siri Tveito") as siri:
        jonas = actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY).id
    place = desk("Siri Tveito").send(f"/saker/{jonas}/mennesker/ny/", **_hilde(), number=HILDES)
    assert "Hilde Vik Mor" in words(desk("Siri Tveito").see(place))
    assert Person.objects.filter(given_name="Hilde").count() == 1
    # What is hers is shared; what is her other child's is not.
    assert "Ida" not in words(desk("Siri Tveito").see(f"/saker/{jonas}/mennesker/"))


def test_somebody_of_the_same_name_in_another_case_of_ones_own_is_asked_about(
    world: World, desk: Come, ida: str
) -> None:
    kari = desk("Kari Nesheim")
    kari.send(f"{ida}mennesker/ny/", **_hilde())
    hilde = Person.objects.get(given_name="Hilde").id
    jonas = opened(world, Details(given_name="Jonas"))
    page = kari.send(f"/saker/{jonas}/mennesker/ny/", status=422, **_hilde())
    assert "Er det en av disse? Hilde Vik Født 1. april 1985. Mor i saken til Ida Strand Vik" in words(page)
    kari.send(f"/saker/{jonas}/mennesker/ny/", **_hilde(), same=str(hilde))
    assert Party.objects.filter(person=hilde, part="mother").count() == 2
    lars = opened(world, Details(given_name="Lars"))
    kari.send(f"/saker/{lars}/mennesker/ny/", **_hilde(), same="new")
    assert Person.objects.filter(given_name="Hilde").count() == 2


def test_nobody_is_asked_about_whom_the_reader_may_not_see(world: World, desk: Come, ida: str) -> None:
    desk("Kari Nesheim").send(f"{ida}mennesker/ny/", **_hilde())
    with world.as_("Siri Tveito") as siri:
        jonas = actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY).id
    desk("Siri Tveito").send(f"/saker/{jonas}/mennesker/ny/", **_hilde())
    assert Person.objects.filter(given_name="Hilde").count() == 2


def _hilde() -> dict[str, str]:
    return {
        "part": "mother", "given_name": "Hilde", "family_name": "Vik", "birth_date_day": "1", "birth_date_month": "4",
        "birth_date_year": "1985", "parental_responsibility": "yes", "lives_with_child": "unknown", "source": "Mor i møte",
        "protection": "0",
    }  # fmt: skip
