"""The receipt, and what a reference tells later: when it came, whether it has been read, and nothing more."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.tests.test_portal.conftest import SATURDAY_NIGHT, Visitor
from oppvekst.domain.concerns.tests.test_portal.test_kinds import NEIGHBOUR
from tests.world import World

ANONYMOUS = {**NEIGHBOUR, "fare": {"danger": "unknown"}, "anonymitet": {"anonymity": "anonymous"}}
SUNDAY_AFTER = datetime(2026, 11, 15, 12, 0, tzinfo=UTC)


@pytest.fixture
def reference(visitor: Visitor) -> str:
    """The reference of an anonymous neighbour's message."""
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", visitor.gets_receipt("privat", ANONYMOUS))
    assert found
    return found[0]


def test_the_receipt_says_when_and_what_happens_now(visitor: Visitor, reference: str) -> None:
    page = visitor.reads("/meld/sendt/")
    assert "lørdag 7. november klokka 22.40" in page
    assert "Vi varsler barnevernvakten" in page
    assert "Senest lørdag 14. november" in page
    assert "Vi vet ikke hvor vi skal sende et svar" in page
    assert "Mikkel" not in page
    assert Enquiry.objects.get().reference == reference


@pytest.mark.parametrize("written", ["{}", " {} ", "lower", "no-lines"])
def test_a_reference_is_understood_as_it_was_written_down(visitor: Visitor, reference: str, written: str) -> None:
    typed = {"lower": reference.lower(), "no-lines": reference.replace("-", " ")}.get(
        written, written.format(reference)
    )
    page = Visitor().sends("/meld/kvittering/", {"reference": typed}, status=200)
    assert "Nei, ikke ennå" in page
    assert "lørdag 7. november klokka 22.40" in page
    assert "Vi skal ha gått gjennom den senest" in page


def test_when_it_has_been_read_it_says_so_and_never_what_came_of_it(
    visitor: Visitor, reference: str, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    concern = Concern.objects.get()
    with world.as_("Hanne Dale") as hanne:
        actions.assess_immediate(concern.id, False, "Ingen fare i natt.", by=hanne, at=SATURDAY_NIGHT)
        actions.take(concern.id, by=hanne, at=SATURDAY_NIGHT)
        actions.dismiss(concern.id, reasons="Ingen grunn til å undersøke.", code="10", by=hanne, at=SATURDAY_NIGHT)
    monkeypatch.setattr(timezone, "now", lambda: SUNDAY_AFTER)
    page = Visitor().sends("/meld/kvittering/", {"reference": reference}, status=200)
    assert "Ja, meldingen er lest" in page
    for word in ("henlagt", "undersøkelse", "Emil", "Hanne"):
        assert word not in page


def test_a_message_that_should_have_been_read_is_told_as_it_is(
    visitor: Visitor, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: SUNDAY_AFTER)
    page = Visitor().sends("/meld/kvittering/", {"reference": reference}, status=200)
    assert "Den skulle vært lest nå." in page


@pytest.mark.parametrize("unknown", ["ABCD-EFGH-JKLM", "abc", "' or 1=1 --", "x" * 30, "2222 2222 2222"])
def test_an_unknown_reference_gets_one_and_the_same_answer(visitor: Visitor, reference: str, unknown: str) -> None:
    page = Visitor().sends("/meld/kvittering/", {"reference": unknown}, status=422)
    assert "Vi finner ingen melding med dette nummeret." in page


def test_the_neighbour_municipalitys_references_are_unknown_here(
    visitor: Visitor, reference: str, world: World, settings: object
) -> None:
    settings.HOST_MUNICIPALITIES = {"nordvag.example": world.nordvag.number}  # type: ignore[attr-defined]
    settings.ALLOWED_HOSTS = ["nordvag.example"]  # type: ignore[attr-defined]
    response = Visitor().client.post("/meld/kvittering/", {"reference": reference}, headers={"host": "nordvag.example"})
    assert response.status_code == 422


def test_the_form_is_there_on_paper_too(visitor: Visitor) -> None:
    response = visitor.client.get("/meld/skjema-paa-papir.pdf")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert visitor.client.get("/meld/skjema-paa-papir.pdf").content == response.content
