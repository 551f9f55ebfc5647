"""Colleagues without access and the neighbour municipality get the same page as for something that is not there."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case, LookExtract, Party
from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.models import Message
from oppvekst.domain.concerns.tests.desk import arrive, linked
from oppvekst.domain.decisions.queries import addressees
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.investigations.tests.opened import hung_on
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import Alarm
from tests.desk import TUESDAY, Browser, Come, opened_desk, words
from tests.house.opened import OPENED, one_of_each
from tests.world import SOLVIK, World
from tools.documents.routes import routes

STRANGERS = ("Ola Brandvold", "Siri Tveito", "Siri Nordli")
# What an address can name of a child's: a new kind is added to `OPENED`, or here and to `karis`, or to those beside the cases.
OF_A_CHILD = {
    "concern_id", "case_id", "investigation_id", "passage_id", "grant_id", "alarm_id", "message_id", "extract_id",
    "person_id", "bar_id", "emergency_id", "disclosure_id", "uninformed_id",
    "document_id", "insight_id", "rendition_id", "mark_id",
    "row_id", "note_id", "asked_id", "opinion_id", "version_id", "told_id", *OPENED,
    *OPENED,
    "visit_id",
    "addressee_id", *OPENED,
}  # fmt: skip
# Offers, wishes and the public pages' own rows: their rooms try them against every hat.
BESIDE = {
    "offer_id",
    "wanted_id",
    "request_id",
    "group_id",
    "sign_up_id",
    "contact_id",
    "discussion_id",
    "agreed_id",
    "booking_id",
    "activity_id",
    "point_id",
    "finding_id",
    "sample_id",
    "phrase_id",
    "provider_id",
    "agreement_id",
    "certificate_id",
    "sending_id",
}
NAMED = re.compile(r"<uuid:(\w+)>")
PAGE = "<int:page>"
# What is not a thing of anybody's, and a value of it that there is.
VALUES = {PAGE: "0", "<str:theme>": "1.1", "<slug:section>": "facts", "<slug:choice>": "veiledning"}
EVERY = sorted({(path, name) for path, name, _view in routes("desk") if "<uuid:" in path})
ROUTES = [(path, name) for path, name in EVERY if set(NAMED.findall(path)) <= OF_A_CHILD]
# Refused before anything is looked up, because the role has no business with it, whosever it is.
BY_ROLE = {
    "desk:concern-alarm",
    "desk:concern-assign",
    "desk:concern-confirm",
    "desk:emergency-review",
    "desk:service-behind",
    "desk:payment-approve",
}
MISSING, WRONG_METHOD = 404, 405


@dataclass
class Karis:
    """Everything of Kari's that an address can name."""

    ids: dict[str, UUID]

    def address(self, route: str) -> str:
        """An address of that form that leads to something of hers."""
        lacking = set(NAMED.findall(route)) - set(self.ids)
        assert not lacking, f"{route}: lag noe av Karis i «karis», og legg {sorted(lacking)} i ids."
        return valued(NAMED.sub(lambda found: str(self.ids[found[1]]), route))


def valued(route: str) -> str:
    """The address with the values that are nobody's put in."""
    for named, value in VALUES.items():
        route = route.replace(named, value)
    return route


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Hundreds of pages that are not found are what is wanted; a failure is read without their lines."""
    caplog.set_level(logging.CRITICAL, "django.request")
    caplog.set_level(logging.CRITICAL, "oppvekst.web")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def karis(world: World, desk: Come) -> Karis:
    """A concern that rang, its child's case held back, an investigation, and a message that could not be read."""
    concern_id = arrive(world, danger="unknown")
    case_id = linked(world, concern_id)
    with world.as_("Kari Nesheim") as kari:
        cases.hold(case_id, "Avhør er ikke holdt.", by=kari, at=TUESDAY)
        investigation = open_investigation(
            concern_id, reasons="Blått merke.", responsible=kari.staff_id, by=kari, at=TUESDAY
        )
        hung = hung_on(investigation.id, by=kari)
        passage = queries.get_concern(concern_id).passages.all()[0]
        opened = asked_to_see(case_id, by=kari) | one_of_each(case_id, by=kari, at=TUESDAY)
    child = Party.objects.get(case_id=case_id, part="child")
    extract = LookExtract.objects.create(
        municipality=world.solvik, case_id=case_id, party=child, addressee="Emil", since=TUESDAY.date(),
        until=TUESDAY.date(), made_at=TUESDAY, made_by=world.staff["Tone Vik"].id, made_by_name="Tone Vik",
    )  # fmt: skip
    with world.as_("Marit Solheim") as marit:
        eivind = world.staff["Eivind Myrbakk"].id
        bar = cases.set_bar(case_id, eivind, kind="disqualified", words="Nabo.", by=marit, at=TUESDAY)
        mother = cases.add_party(case_id, Details(given_name="Berit"), "mother", by=marit, at=TUESDAY).person_id
        later = TUESDAY.date() + timedelta(days=7)
        disclosure = cases.disclose(
            case_id, body="court", recipient="Retten", ground="bvl § 14-6", reasons="Ba om det.", contents=["journal"],
            since=later, until=later, by=marit, at=TUESDAY,
        )  # fmt: skip
        uninformed = cases.keep_uninformed(case_id, mother, reasons="Vold.", review_on=later, by=marit, at=TUESDAY)
    with world.as_("Hanne Dale") as hanne:
        why = {"kind": "danger", "words": "Legevakta ringte."}
        emergency = cases.break_glass(str(case_id), **why, by=hanne, at=TUESDAY)
    with world.by_clock() as clock:
        message = actions.store(
            b"{", source="fiks", message_name="ødelagt", kind="privat-v1", municipality=SOLVIK, at=TUESDAY
        )
        problem = {"path": "", "sentence": "Kan ikke leses."}
        actions.take_in(message.id, lambda body, kind: (None, [problem]), by=clock, at=TUESDAY)
    return Karis({
        "person_id": Case.objects.get(id=case_id).child_id,
        "concern_id": concern_id, "case_id": case_id, "investigation_id": investigation.id, "passage_id": passage.id,
        "bar_id": bar.id, "emergency_id": emergency.id, "disclosure_id": disclosure.id,
        "uninformed_id": uninformed.id,
        "grant_id": Grant.objects.get(case_id=case_id).id, "alarm_id": Alarm.objects.get().id,
        "message_id": Message.objects.get().id, "extract_id": extract.id, **opened, **hung,
        "version_id": investigation.versions.latest("number").id,
        "addressee_id": addressees(opened["decision_id"])[0].id,
    })  # fmt: skip


def asked_to_see(case_id: UUID, *, by: Actor) -> dict[str, UUID]:
    """A document of the case, and the child who has asked to see it, with a word withheld."""
    said = cases.Said("note", TUESDAY.date())
    file = SimpleUploadedFile("notat.txt", b"Emil er trett.")
    document = cases.keep_document(case_id, file, said, by=by, at=TUESDAY)
    child = Party.objects.get(case_id=case_id, part=Party.Part.CHILD)
    asked = cases.Asked(child.id, TUESDAY.date(), "letter", "Alt.")
    request = cases.register_file_request(case_id, asked, by=by, at=TUESDAY, everything=True)
    rendition = request.renditions.get()
    mark = cases.withhold(
        case_id, rendition.id, cases.Withheld("bvl-12-6-2", "Fare.", words="trett"), by=by, at=TUESDAY,
        investigation_runs=True,
    )  # fmt: skip
    return {
        "document_id": document.id, "insight_id": request.id, "rendition_id": rendition.id, "mark_id": mark.id,
    }  # fmt: skip


def answers(one: Browser, address: str) -> set[int]:
    """What reading and writing answer."""
    return {one.client.get(address).status_code, one.client.post(address, {}).status_code}


def test_it_is_decided_of_every_address_whose_things_it_names() -> None:
    named = {kind for path, _name in EVERY for kind in NAMED.findall(path)}
    assert named == OF_A_CHILD | BESIDE, (
        f"Ikke bestemt: {sorted(named ^ (OF_A_CHILD | BESIDE))}. Det én handling åpner i en sak, står i OPENED "
        "(tests/house/opened.py); det andre i OF_A_CHILD (og noe av Karis i «karis»), eller i BESIDE."
    )


def test_every_kind_of_address_is_tried() -> None:
    assert {name for _path, name in ROUTES} >= {
        "desk:case",
        "desk:case-access-end",
        "desk:concern",
        "desk:investigation-extend",
    }


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_finds_nothing_of_karis_at_any_address(desk: Come, karis: Karis, name: str) -> None:
    stranger = desk(name)
    tried = {route: answers(stranger, karis.address(route)) for route, named in ROUTES if named not in BY_ROLE}
    assert {route: found for route, found in tried.items() if not {MISSING} <= found <= {MISSING, WRONG_METHOD}} == {}


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_hidden_and_what_is_not_there_look_the_same(desk: Come, karis: Karis, name: str) -> None:
    stranger = desk(name)
    for route, named in ROUTES:
        nowhere = valued(re.sub(r"<uuid:\w+>", lambda _: str(uuid4()), route))
        hers = stranger.client.post(karis.address(route), {})
        nobodys = stranger.client.post(nowhere, {})
        assert hers.status_code == nobodys.status_code, named
        assert _without_numbers(hers) == _without_numbers(nobodys), named


def test_kari_herself_finds_it(desk: Come, karis: Karis) -> None:
    kari = desk("Kari Nesheim")
    for route, named in ROUTES:
        if named in {"desk:case", "desk:case-people", "desk:investigation", "desk:concern"}:
            assert "Emil Berg Sunde" in words(kari.see(karis.address(route)))


def _without_numbers(response: Any) -> str:
    """The page without its reference number."""
    return re.sub(r"\b[0-9A-F]{8}\b", "", words(str(response.content, "utf-8")))
