"""From the national portal's bytes to our own words."""

import json
from collections.abc import Iterable
from typing import Any

from oppvekst.adapters.fiks.bekymringsmelding.message import shape_of
from oppvekst.adapters.fiks.bekymringsmelding.neutral import (
    Address,
    Child,
    Guardian,
    Kind,
    NeutralConcern,
    Reporter,
    Version,
    Words,
)
from oppvekst.adapters.fiks.bekymringsmelding.shape import Problem, known_moment

LARGEST = 5 * 1024 * 1024
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Unreadable(Exception):
    """The message cannot be taken in as it stands. Keep it, raise the alarm, and say why: `problems`."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))


class _TwiceTold(Exception):
    """A field stands twice in the same group: two readers could believe two different things."""


def read(body: bytes, kind: Kind, version: Version = 2) -> NeutralConcern:
    """Read `bekymringsmelding.json`; raises `Unreadable`.

    The message type in the Fiks header tells kind and version. Without a header, version 2 reads both.
    """
    message = _parsed(body)
    problems = list(shape_of(kind, version).problems(message, "", "Meldingen"))
    if problems:
        raise Unreadable(problems)
    return _private(message, version) if kind == "privat" else _public(message, version)


def _parsed(body: bytes) -> Any:
    if len(body) > LARGEST:
        raise _refused("Meldingen er større enn 5 MB.")
    try:
        return json.loads(body.decode("utf-8-sig"), object_pairs_hook=_once_each, parse_constant=_no_such_number)
    except UnicodeDecodeError:
        raise _refused("Meldingen er ikke skrevet i tegnsettet UTF-8.") from None
    except _TwiceTold:
        raise _refused("Et felt står to ganger i samme gruppe.") from None
    except (ValueError, RecursionError):
        raise _refused("Meldingen er ikke gyldig JSON.") from None


def _refused(sentence: str) -> Unreadable:
    return Unreadable([Problem("", sentence)])


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise _TwiceTold
    return record


def _no_such_number(_name: str) -> None:
    raise ValueError


def _private(message: dict[str, Any], version: Version) -> NeutralConcern:
    reporter = message["privatMelder"]
    return _concern(
        message,
        version,
        reporter={
            "kind": "private",
            "name": _text(reporter, "personnavn"),
            "role": "",
            "phone": _text(reporter, "telefonnummer"),
            "email": "",
            "body": None,
            "address": _address(reporter["adresse"]) if "adresse" in reporter else None,
        },
        children=[_private_child(child) for child in message["privatBarn"]],
        guardians=[],
        words={"main": _text(message, "melding"), "history": "", "other_views": ""},
    )


def _public(message: dict[str, Any], version: Version) -> NeutralConcern:
    words = message["melding"]
    return _concern(
        message,
        version,
        reporter=_public_reporter(message["offentligMelder"]),
        children=[_public_child(child) for child in message["offentligBarn"]],
        guardians=[_guardian(guardian) for guardian in message["foresatte"]],
        words={
            "main": _text(words, "melding"),
            "history": _text(words, "historie"),
            "other_views": _text(words, "andreSynspunkter"),
        },
    )


def _concern(
    message: dict[str, Any],
    version: Version,
    *,
    reporter: Reporter,
    children: list[Child],
    guardians: list[Guardian],
    words: Words,
) -> NeutralConcern:
    return {
        "version": version,
        "municipality": {"number": message["kommunenummer"], "name": _text(message, "kommunenavn")},
        "district": {"number": message["bydelsnummer"], "name": _text(message, "bydelsnavn")},
        "reporter": reporter,
        "children": children,
        "guardians": guardians,
        "words": words,
        "interpreter": _text(message, "behovForTolk"),
        "other_bodies": _text(message, "andreHjelpeinstanser"),
        "sent_at": known_moment(message["sendingstidspunkt"]),
        "channel": _text(message, "leveringskanal"),
    }


def _public_reporter(reporter: dict[str, Any]) -> Reporter:
    body = reporter["virksomhet"]
    return {
        "kind": "public",
        "name": _text(reporter, "personnavn"),
        "role": _text(reporter, "rolle"),
        "phone": _text(reporter, "telefonnummer"),
        "email": _text(reporter, "epost"),
        "body": {
            "name": _text(body, "navn"),
            "organisation_number": _text(body, "orgnr"),
            "address": _address(body["adresse"]),
        },
        "address": None,
    }


def _private_child(child: dict[str, Any]) -> Child:
    return {
        "name": _text(child, "personnavn"),
        "identity_number": "",
        "assumed_age": _text(child, "antattAlder"),
        "unborn": False,
        "phone": "",
        "address": _address(child["adresse"]),
        "relation": _text(child, "relasjon"),
        "informed": None,
        "informed_reason": "",
    }


def _public_child(child: dict[str, Any]) -> Child:
    return {
        "name": _text(child, "personnavn"),
        "identity_number": _text(child, "fnr"),
        "assumed_age": "",
        "unborn": child["ufoedt"],
        "phone": _text(child, "telefonnummer"),
        "address": _address(child["adresse"]),
        "relation": "",
        "informed": child["orientert"],
        "informed_reason": _text(child, "orientertGrunn"),
    }


def _guardian(guardian: dict[str, Any]) -> Guardian:
    return {
        "name": _text(guardian, "personnavn"),
        "phone": _text(guardian, "telefonnummer"),
        "informed": guardian["orientert"],
        "informed_reason": _text(guardian, "orientertGrunn"),
    }


def _address(address: dict[str, Any]) -> Address:
    lines = [_text(address, f"adresselinje{number}") for number in (1, 2, 3)]
    return {
        "lines": [line for line in lines if line.strip()],
        "postal_code": _text(address, "postnummer"),
        "postal_place": _text(address, "poststed"),
    }


def _text(record: dict[str, Any], name: str) -> str:
    """The text under a name. What no database can hold (NUL, half a character) becomes visible, and is not lost."""
    text = record.get(name, "")
    if not isinstance(text, str):
        return ""
    return text.replace("\0", REPLACEMENT).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
