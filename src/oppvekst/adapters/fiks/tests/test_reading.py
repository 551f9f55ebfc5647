"""What the service gets to see of a message from the national portal, and what it refuses to guess about."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from oppvekst.adapters.fiks.bekymringsmelding import LARGEST, Kind, Unreadable, Version, read
from oppvekst.adapters.fiks.tests import official


def private(**changes: object) -> dict[str, Any]:
    return {
        "kommunenummer": "9998",
        "kommunenavn": "Solvik",
        "bydelsnummer": "00",
        "bydelsnavn": "",
        "privatMelder": {"personnavn": "Berit Nygård"},
        "privatBarn": [{"personnavn": "Emil", "adresse": {"adresselinje1": "Fjordgata 7"}}],
        "melding": "Han er ofte alene om kvelden.",
        "sendingstidspunkt": "2026-03-02T20:15:00",
        "leveringskanal": "Fagsystem",
    } | changes


def bytes_of(message: object) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode()


def refusal(body: bytes, kind: Kind = "privat", version: Version = 2) -> list[tuple[str, str]]:
    with pytest.raises(Unreadable) as refused:
        read(body, kind, version)
    return [(problem.path, problem.sentence) for problem in refused.value.problems]


def test_a_school_reports_two_children_and_every_word_arrives() -> None:
    concern = read(official.example("offentlig", 2), "offentlig")
    assert concern["version"] == 2
    assert concern["municipality"] == {"number": "1201", "name": "Bergen"}
    assert concern["district"] == {"number": "02", "name": "Bergenhus"}
    assert concern["reporter"] == {
        "kind": "public",
        "name": "Navnesen Navn Mellomnavn",
        "role": "Lærer",
        "phone": "99999999",
        "email": "lærer@skole.no",
        "body": {
            "name": "Lærerskolen",
            "organisation_number": "123455789",
            "address": {"lines": ["Rosenkrantzgaten 3"], "postal_code": "5003", "postal_place": "Bergen"},
        },
        "address": None,
    }
    assert [child["name"] for child in concern["children"]] == ["Barn Barnesen", "Bare Barnet"]
    assert concern["children"][0] == {
        "name": "Barn Barnesen",
        "identity_number": "28071364498",
        "assumed_age": "",
        "unborn": False,
        "phone": "12121212",
        "address": {"lines": ["Rådhusgaten 10"], "postal_code": "5020", "postal_place": "Bergen"},
        "relation": "",
        "informed": False,
        "informed_reason": "Synes det er vanskelig å snakke om dette.",
    }
    assert concern["guardians"] == [
        {"name": "Foresatt Foresatt", "phone": "45444342", "informed": True, "informed_reason": ""}
    ]
    assert concern["words"] == {
        "main": "Her kommer selve innholdet i bekymringsmeldingen!",
        "history": "Her kommer selve historien i bekymringsmeldingen!",
        "other_views": "Her kommer andre synspunkter i bekymringsmeldingen!",
    }
    assert concern["interpreter"] == "Nei, de snakker norsk."
    assert concern["other_bodies"] == "Nei, ikke vært i kontakt med andre hjelpeinstanser."
    assert concern["channel"] == "Fagsystem"


def test_a_neighbour_reports_and_is_not_asked_what_professionals_are_asked() -> None:
    concern = read(official.example("privat", 1), "privat", 1)
    assert concern["version"] == 1
    assert concern["reporter"]["kind"] == "private"
    assert concern["reporter"]["address"] == {
        "lines": ["Rosenkrantzgaten 3"],
        "postal_code": "5003",
        "postal_place": "Bergen",
    }
    child = concern["children"][1]
    assert (child["name"], child["assumed_age"], child["relation"]) == ("Bare Barnet", "10", "Nabo, fritekstfelt")
    assert (child["identity_number"], child["informed"]) == ("", None)
    assert concern["guardians"] == []
    assert concern["words"]["main"] == "Her kommer selve innholdet i bekymringsmeldingen!"


def test_version_one_has_no_other_views() -> None:
    assert read(official.example("offentlig", 1), "offentlig", 1)["words"]["other_views"] == ""


def test_a_reporter_without_address_has_none() -> None:
    assert read(bytes_of(private()), "privat")["reporter"]["address"] is None


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2026-03-02T20:15:00", "2026-03-02T20:15:00+01:00"),
        ("2026-07-02T20:15:00", "2026-07-02T20:15:00+02:00"),
        ("2026-07-02T20:15:00.250", "2026-07-02T20:15:00.250+02:00"),
        ("2026-07-02T18:15:00Z", "2026-07-02T20:15:00+02:00"),
        ("2026-07-02T20:15:00+02:00", "2026-07-02T20:15:00+02:00"),
        ("2026-11-07T23:30:00Z", "2026-11-08T00:30:00+01:00"),
    ],
    ids=["winter", "summer", "fraction", "UTC", "offset", "next day in Oslo"],
)
def test_a_time_without_offset_is_norwegian_time(told: str, meant: str) -> None:
    sent_at = read(bytes_of(private(sendingstidspunkt=told)), "privat")["sent_at"]
    assert sent_at.isoformat() == datetime.fromisoformat(meant).isoformat()


def test_in_the_hour_that_comes_twice_the_first_is_meant_so_that_limits_start_early() -> None:
    sent_at = read(bytes_of(private(sendingstidspunkt="2026-10-25T02:30:00")), "privat")["sent_at"]
    assert sent_at.utcoffset() == timedelta(hours=2)
    assert sent_at.astimezone(UTC).hour == 0


def test_the_hour_that_never_was_becomes_the_hour_the_clocks_showed() -> None:
    sent_at = read(bytes_of(private(sendingstidspunkt="2026-03-29T02:30:00")), "privat")["sent_at"]
    assert sent_at.isoformat() == "2026-03-29T03:30:00+02:00"


def test_blank_address_lines_are_left_out() -> None:
    child = {
        "personnavn": "Emil",
        "adresse": {"adresselinje1": "", "adresselinje2": " ", "adresselinje3": "Fjordgata 7"},
    }
    address = read(bytes_of(private(privatBarn=[child])), "privat")["children"][0]["address"]
    assert address == {"lines": ["Fjordgata 7"], "postal_code": "", "postal_place": ""}


def test_what_no_database_can_hold_becomes_visible_and_nothing_around_it_is_lost() -> None:
    body = bytes_of(private(melding="HER")).replace(b"HER", rb"f\u00f8r\u0000midt\ud83d etter \ud83d\ude00")
    assert read(body, "privat")["words"]["main"] == "før�midt� etter 😀"


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    assert read(b"\xef\xbb\xbf" + bytes_of(private()), "privat")["words"]["main"] == "Han er ofte alene om kvelden."


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "Meldingen er ikke gyldig JSON."),
        (b"{", "Meldingen er ikke gyldig JSON."),
        (b'{"a": NaN}', "Meldingen er ikke gyldig JSON."),
        (b'{"a": -Infinity}', "Meldingen er ikke gyldig JSON."),
        (b'{"a": ' + b"9" * 5000 + b"}", "Meldingen er ikke gyldig JSON."),
        (b"[" * 200_000 + b"]" * 200_000, "Meldingen er ikke gyldig JSON."),
        (json.dumps(private(melding="blåbær"), ensure_ascii=False).encode("latin-1"), "tegnsettet UTF-8"),
        (json.dumps(private()).encode("utf-16"), "tegnsettet UTF-8"),
        (b'{"melding": "a", "melding": "b"}', "Et felt står to ganger"),
        (b'{"melding": {"x": 1, "y": 2, "x": 3}}', "Et felt står to ganger"),
        (b" " * (LARGEST + 1), "større enn 5 MB"),
        (b'"tekst"', "må være en gruppe med felter"),
        (b"null", "må være en gruppe med felter"),
    ],
    ids=["empty", "cut off", "NaN", "infinity", "huge number", "deep", "latin-1", "utf-16", "twice", "twice inside",
         "too large", "text", "nothing"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_one_sentence(body: bytes, sentence: str) -> None:
    [(path, told)] = refusal(body)
    assert path == ""
    assert sentence in told


def test_a_message_of_exactly_the_largest_size_is_read() -> None:
    body = bytes_of(private())
    assert read(body + b" " * (LARGEST - len(body)), "privat")["channel"] == "Fagsystem"


def test_a_private_message_without_a_child_is_refused_although_the_schema_forgets_to() -> None:
    assert refusal(bytes_of(private(privatBarn=[]))) == [
        ("privatBarn", "«Barn» er tom. Meldingen må gjelde minst ett barn.")
    ]


def test_every_problem_is_told_with_its_place() -> None:
    broken = private(kommunenummer="99 98", privatMelder={"telefonnummer": "ring meg"}, sendingstidspunkt="i går")
    broken["privatBarn"].append({"personnavn": 7, "adresse": {}})
    del broken["melding"]
    assert refusal(bytes_of(broken)) == [
        ("kommunenummer", "«Kommunenummer» må være fire sifre."),
        ("sendingstidspunkt", "«Sendt» er ikke et gyldig tidspunkt."),
        ("privatMelder.personnavn", "«Melders navn» mangler."),
        ("privatMelder.telefonnummer", "«Melders telefonnummer» er ikke et telefonnummer."),
        ("privatBarn[1].personnavn", "«Barnets navn» må være tekst."),
        ("privatBarn[1].adresse.adresselinje1", "«Adresselinje 1» mangler."),
        ("melding", "«Meldingen» mangler."),
    ]


def test_a_private_message_sent_as_a_public_one_is_refused() -> None:
    assert ("offentligMelder", "«Melder» mangler.") in refusal(bytes_of(private()), "offentlig")


def test_no_sentence_repeats_what_the_message_says_about_anybody() -> None:
    secret = "Emil 01810012345"
    message = private(kommunenummer=secret, sendingstidspunkt=secret, privatMelder=secret, privatBarn=[secret])
    message[secret] = {secret: secret}
    with pytest.raises(Unreadable) as refused:
        read(bytes_of(message), "privat")
    assert "Emil" not in f"{refused.value} {refused.value.problems}"


def test_a_hostile_e_mail_address_is_judged_at_once() -> None:
    message = json.loads(official.example("offentlig", 2))
    message["offentligMelder"]["epost"] = "a." * 200_000 + "@"
    assert refusal(bytes_of(message), "offentlig") == [
        ("offentligMelder.epost", "«Melders e-post» er ikke en e-postadresse.")
    ]
