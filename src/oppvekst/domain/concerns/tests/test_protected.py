"""A concern about a child whose address is protected: what the pages keep to themselves, and what does not go out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases.rules.outward import Recipient, may_leave_the_house
from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.models import Concern, Feedback
from oppvekst.domain.concerns.rules.message import ReportedChild, Said, Sender, Who
from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, linked, words
from oppvekst.domain.people import actions as people
from oppvekst.domain.people.models import Address, Shielding
from oppvekst.domain.people.rules import STRICT
from oppvekst.ground.database.acting import acting
from tests.desk import Come, opened_desk
from tests.world import SOLVIK, World

HOME = {"lines": ["Granholtveien 14"], "postal_code": "9995", "postal_place": "Hessdal"}
EMIL = ReportedChild(
    name="Emil Berg Sunde", birth_date=date(2020, 3, 2), school="Hessdal skole", phone="00004567", address=HOME
)
TELLS = ("Granholt", "Hessdal", "9995", "4567", "45 67")
SCHOOL = Sender(
    who=Who.PUBLIC,
    code="11",
    name="Marit Sand",
    role="Rektor",
    phone="00004560",
    body="Hessdal skole",
    body_address=HOME,
)
TEACHER_AT_HOME = Sender(who=Who.PRIVATE, name="Marit Sand", address=HOME)
MOTHER = Sender(who=Who.PARENT, name="Lise Berg", phone="00004567", address=HOME)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def protected(world: World, sender: Sender = SCHOOL, said: str = "Han sov i timen.") -> UUID:
    """A concern that Kari has, about a child with strictly protected address."""
    concern = arrive(world, sender=sender, children=(EMIL,), said=(Said("worry", said),))
    case_id = linked(world, concern)
    with world.as_("Kari Nesheim") as kari:
        child = queries.get_concern(concern).case.child_id  # type: ignore[union-attr]
        Address.objects.create(
            municipality_id=SOLVIK, person_id=child, lines=HOME["lines"], postal_code="9995", place="Hessdal"
        )
        people.shield(
            case_id, child, STRICT, source=Shielding.Source.REGISTER, decided_on=TUESDAY.date(), by=kari, at=TUESDAY
        )
    return concern


def entrust(world: World, concern_id: UUID) -> None:
    with world.as_("Marit Solheim") as marit:
        case = queries.get_concern(concern_id).case
        assert case
        people.entrust(case.id, case.child_id, world.staff["Kari Nesheim"].id, "Har saken.", by=marit, at=TUESDAY)


def test_where_the_child_is_stands_on_no_page_of_the_concern_until_it_is_entrusted(world: World, desk: Come) -> None:
    concern = protected(world)
    kari = desk("Kari Nesheim")
    for place in (f"/meldinger/{concern}/", f"/meldinger/{concern}/svar/", "/meldinger/", "/min-dag/"):
        assert [word for word in TELLS if word in kari.see(place)] == [], place
    assert "Granholt" not in kari.see(f"/meldinger/ny/?fra={concern}")
    assert "Bor Beskyttet Skole eller barnehage Beskyttet Telefon Beskyttet" in words(
        kari.see(f"/meldinger/{concern}/")
    )
    entrust(world, concern)
    assert "Hessdal skole" in kari.see(f"/meldinger/{concern}/")


def test_a_colleague_with_the_concern_and_not_the_case_is_not_told_either(world: World, desk: Come) -> None:
    concern = protected(world)
    page = desk("Hanne Dale").see(f"/meldinger/{concern}/")
    assert [word for word in TELLS if word in page] == []


def test_a_paragraph_that_names_the_school_is_pointed_at(world: World, desk: Come) -> None:
    concern = protected(world, said="Han kommer sent til HESSDAL skole hver dag.\n\nHan er trøtt.")
    text = words(desk("Kari Nesheim").see(f"/meldinger/{concern}/"))
    assert text.count("Avsnittet kan vise hvor barnet er. Adressen er beskyttet.") == 1


def test_no_letter_goes_to_a_protected_address_whoever_sends_it(world: World, desk: Come) -> None:
    concern = protected(world, sender=MOTHER)
    entrust(world, concern)
    page = desk("Kari Nesheim").send(f"/meldinger/{concern}/svar/", status=409, route="letter")
    assert "kan vise hvor en beskyttet person bor" in words(page)
    assert not Feedback.objects.exists()
    desk("Kari Nesheim").send(f"/meldinger/{concern}/svar/", route="phone")


def test_the_letter_to_the_school_is_opened_only_by_somebody_entrusted(world: World, desk: Come) -> None:
    concern = protected(world, sender=TEACHER_AT_HOME)
    paper = f"/meldinger/{concern}/svar.pdf"
    assert "Be en som er betrodd adressen" in words(desk("Kari Nesheim").see(paper, status=409))
    entrust(world, concern)
    assert desk("Kari Nesheim").client.get(paper).headers["Content-Type"] == "application/pdf"


def test_words_that_tell_where_the_child_is_do_not_leave_the_house(world: World) -> None:
    concern = protected(world)
    with world.as_("Kari Nesheim"):
        found = queries.get_concern(concern)
        assert queries.may_answer(found, at=TUESDAY, said="Vi har mottatt meldingen.")
        told = queries.may_answer(found, at=TUESDAY, said="Takk for meldingen om barnet i GRANHOLTVN.")
    assert not told
    assert "13-5" in str(told.citation)


@pytest.mark.parametrize("recipient", Recipient)
def test_what_reveals_goes_to_nobody_outside(recipient: Recipient) -> None:
    assert not may_leave_the_house(recipient, None, at=TUESDAY, reveals=True)


def test_the_answer_to_the_school_is_not_stopped_by_its_own_address(world: World) -> None:
    concern = protected(world)
    with acting("owner"):
        assert queries.on_envelope(Concern.objects.select_related("enquiry").get(id=concern)) == ""
