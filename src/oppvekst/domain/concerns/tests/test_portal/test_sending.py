"""Sending: once, whole, and without a trace of what was not meant to be sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern, Enquiry, Passage
from oppvekst.domain.concerns.portal.forms.words import Worry
from oppvekst.domain.concerns.portal.views import sending
from oppvekst.domain.concerns.tests.test_portal.conftest import Stored, Visitor
from oppvekst.domain.concerns.tests.test_portal.test_kinds import NEIGHBOUR, PARENT, SCHOOL
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.web.models import Draft
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import World

type Look = Callable[[], Stored]

ANONYMOUS = {**NEIGHBOUR, "anonymitet": {"anonymity": "anonymous"}}


def test_nothing_is_kept_of_an_anonymous_writer_whatever_was_typed_before(visitor: Visitor, stored: Look) -> None:
    visitor.goes_through("privat", NEIGHBOUR)
    summary = visitor.sends("/meld/privat/anonymitet/?endre=1", {"anonymity": "anonymous"})
    page = visitor.reads(summary)
    assert "Du er anonym" in page
    assert "Bjørn Lunde" not in page
    visitor.client.post(summary, headers={"user-agent": "Netscape 4.0"}, REMOTE_ADDR="203.0.113.9")
    assert "Skriv ned referansenummeret" in visitor.reads("/meld/sendt/")
    found = stored().enquiry
    assert (found.name, found.phone, found.email, found.address, found.safe_way) == ("", "", "", {}, "")
    assert (found.reporter_code, found.anonymity, found.relation) == ("23", "anonymous", "Nabo")
    everything = _everything()
    for trace in ("203.0.113.9", "Netscape", "Bjørn Lunde", "00001240", "etter klokka 20"):
        assert trace not in everything
    assert "skriking" in everything


def test_the_anonymous_are_warned_before_the_text_and_before_sending(visitor: Visitor) -> None:
    summary = visitor.goes_through("privat", ANONYMOUS)
    for address in ("/meld/privat/fortell/", "/meld/privat/kjenner/", summary):
        assert "noe i teksten vise hvem du er?" in visitor.reads(
            address
        ) or "Kan noe i den vise hvem du er?" in visitor.reads(address)
    visitor.goes_through("privat", {**NEIGHBOUR, "anonymitet": {"anonymity": "named"}})
    assert "vise hvem du er?" not in visitor.reads("/meld/privat/fortell/")


def test_pressing_twice_sends_once_and_shows_the_same_receipt(visitor: Visitor) -> None:
    summary = visitor.goes_through("privat", NEIGHBOUR)
    token = visitor.client.cookies["utkast"].value
    first = visitor.reads(visitor.sends(summary, status=302))
    assert visitor.sends(summary, status=302) == "/meld/sendt/"
    assert visitor.client.get(summary).headers["Location"] == "/meld/sendt/"
    assert visitor.reads("/meld/sendt/") == first
    assert visitor.client.cookies["utkast"].value == token
    assert Enquiry.objects.count() == 1


def test_a_second_press_that_was_on_its_way_finds_the_receipt_and_sends_nothing(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = visitor.goes_through("privat", NEIGHBOUR)

    def while_the_first_one_was_sent(journey: Any) -> Any:
        monkeypatch.undo()
        visitor.sends(summary, status=302)
        return sending.message_of(journey)

    monkeypatch.setattr(sending, "message_of", while_the_first_one_was_sent)
    assert visitor.sends(summary, status=302) == "/meld/sendt/"
    assert Enquiry.objects.count() == 1


def test_after_sending_only_the_receipt_is_left_of_the_draft(visitor: Visitor) -> None:
    receipt = visitor.gets_receipt("privat", NEIGHBOUR)
    assert Draft.objects.count() == 1
    assert "skriking" not in visitor.reads("/meld/privat/fortell/")
    assert re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", receipt)
    visitor.sends("/meld/privat/fare/", {"danger": "no"})
    assert visitor.client.get("/meld/sendt/").headers["Location"] == "/meld/kvittering/"


def test_nothing_is_sent_while_something_is_lacking_and_the_page_says_where(visitor: Visitor) -> None:
    visitor.sends("/meld/privat/fare/", {"danger": "no"})
    visitor.sends("/meld/privat/fortell/", {"worry": "Gråt."})
    page = visitor.sends("/meld/privat/oppsummering/", status=422)
    assert 'href="#punkt-anonymitet"' in page
    assert 'id="punkt-anonymitet"' in page
    assert "Fortell hvilket barn det gjelder." in page
    assert "Gråt." in page
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    ("refusal", "where"),
    [
        (Incomplete({"words": "Skriv hva som gjør deg bekymret."}), "#punkt-fortell"),
        (Incomplete({"children": "Fortell hvilket barn det gjelder."}), "#punkt-barn"),
        (NotAllowed("Meldingen kan ikke tas imot nå."), ""),
    ],
)
def test_what_the_rules_refuse_is_told_at_the_right_point_and_the_draft_stays(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, refusal: Any, where: str
) -> None:
    summary = visitor.goes_through("privat", NEIGHBOUR)

    def refuse(*_args: object, **_more: object) -> None:
        raise refusal

    monkeypatch.setattr(sending, "receive", refuse)
    page = visitor.sends(summary, status=422)
    assert refusal.sentence in page
    assert where in page
    monkeypatch.undo()
    visitor.sends(summary, status=302)


def test_a_fault_of_ours_sends_nothing_and_loses_nothing(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = visitor.goes_through("privat", NEIGHBOUR)

    def fall(*_args: object, **_more: object) -> None:
        raise RuntimeError("noe vi ikke hadde tenkt på")

    monkeypatch.setattr(sending, "receive", fall)
    visitor.client.raise_request_exception = False
    assert visitor.client.post(summary).status_code == 500
    assert "skriking" in visitor.reads("/meld/privat/fortell/")


NASTY = '=HYPERLINK("http://x")\x00\x07 \u202etxet\u202c <script>alert(1)</script> ${7*7} \u200fعربي 👩‍👧'


def test_strange_signs_are_stored_harmlessly_and_shown_as_text(visitor: Visitor, stored: Look) -> None:
    answers = {**NEIGHBOUR, "fortell": {"worry": NASTY}, "barn/1": {"name": NASTY}, "deg": {"name": NASTY}}
    summary = visitor.goes_through("privat", answers)
    for address in (summary, "/meld/privat/fortell/", "/meld/privat/barn/"):
        page = visitor.reads(address)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}" in page
    visitor.sends(summary, status=302)
    found = stored()
    (words,) = found.words["worry"]
    assert words.startswith("=HYPERLINK")
    assert "عربي 👩‍👧" in words
    for text in (words, found.concerns[0].child_name, found.enquiry.name):
        assert not set(text) & set("\x00\x07\u202e\u202c")


def test_five_megabytes_are_answered_politely_and_not_kept(visitor: Visitor) -> None:
    page = visitor.sends("/meld/privat/fortell/", {"worry": "æ" * 2_500_000}, status=422)
    assert "Det er plass til 20000 tegn, og du har skrevet 2500000. Kort ned teksten." in page
    assert not Draft.objects.exists()
    page = visitor.sends("/meld/privat/fortell/", {"worry": "a" * 20_001}, status=422)
    assert "Kort ned teksten." in page
    assert "maxlength" not in str(Worry(today=None)["worry"])  # type: ignore[arg-type]


def test_more_than_the_door_takes_is_answered_too(visitor: Visitor) -> None:
    visitor.client.raise_request_exception = False
    response = visitor.client.post("/meld/privat/fortell/", {"worry": "a" * 7_000_000})
    assert response.status_code in {400, 413}
    assert "116 111" in str(response.content, "utf-8")


def test_a_number_that_cannot_be_one_is_told_and_stands_in_no_address(visitor: Visitor) -> None:
    page = visitor.sends("/meld/privat/barn/1/", {"name": "Emil", "number": "12345678901"}, status=422)
    assert "Rett nummeret, eller la feltet stå tomt." in page
    assert "elleve sifre" in visitor.sends("/meld/privat/barn/1/", {"number": "958935420"}, status=422)


def test_a_professional_cannot_be_anonymous_by_any_trick(visitor: Visitor, stored: Look) -> None:
    visitor.gets_receipt("ansatt", {**SCHOOL, "fare": {"danger": "no", "anonymity": "anonymous"}})
    assert stored().enquiry.anonymity == "named"


def test_the_journal_tells_of_the_sending_without_a_name(visitor: Visitor) -> None:
    visitor.gets_receipt("forelder", PARENT)
    entry = Entry.objects.get(kind="concern.received")
    assert "Mathias" not in f"{entry.says} {entry.facts}"
    assert entry.actor_name == "innsender"


def test_the_portal_can_read_nothing_of_what_it_received(visitor: Visitor, world: World) -> None:
    visitor.gets_receipt("privat", NEIGHBOUR)
    for table in (Concern, Enquiry, Passage):
        with world.at_portal():
            try:
                with transaction.atomic():
                    assert not table.objects.exists()
            except DatabaseError as error:
                assert "permission denied" in str(error)
    assert Concern.objects.exists()


def test_the_receipt_page_is_led_to_after_the_sending_and_never_in_it(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = visitor.goes_through("privat", NEIGHBOUR)
    response = visitor.client.post(summary)
    assert response.status_code == 302
    assert actions.receive is sending.receive
    assert str(response.content, "utf-8") == ""


def _everything() -> str:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        rows = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [text for (text,) in cursor.fetchall()]
    return "\n".join(rows)
