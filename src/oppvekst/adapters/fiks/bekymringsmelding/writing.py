"""From our own words to a version 2 message for the national rail."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from oppvekst.adapters.fiks.bekymringsmelding.message import shape_of
from oppvekst.adapters.fiks.bekymringsmelding.neutral import Address, Body, Child, Guardian, Kind, NeutralConcern
from oppvekst.adapters.fiks.bekymringsmelding.reading import Unreadable, read
from oppvekst.adapters.fiks.bekymringsmelding.shape import Problem
from oppvekst.law.calendar import OSLO


class Unsendable(Exception):
    """The concern cannot travel by the national rail without breaking its rules or losing something."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))


def write(concern: NeutralConcern) -> bytes:
    """A valid version 2 message that reads back as the same concern; raises `Unsendable`.

    Nothing is left out in silence: a concern with more in it than the message can carry is refused, and the caller
    must first put the rest into its words. Only the hour that comes twice in October loses which of the two it was.
    """
    kind: Kind = "privat" if concern["reporter"]["kind"] == "private" else "offentlig"
    _refuse_if_any(_not_for_the_portal(concern))
    message = _private(concern) if kind == "privat" else _public(concern)
    _refuse_if_any(shape_of(kind, 2).problems(message, "", "Meldingen"))
    body = json.dumps(message, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")
    try:
        carried = read(body, kind)
    except Unreadable as unreadable:
        raise Unsendable(unreadable.problems) from None
    _refuse_if_any(_lost({**concern, "version": 2}, carried, ""))
    return body


def _refuse_if_any(problems: Iterable[Problem]) -> None:
    if found := list(problems):
        raise Unsendable(found)


def _not_for_the_portal(concern: NeutralConcern) -> Iterator[Problem]:
    if not concern["reporter"]["name"].strip():
        yield Problem("reporter.name", "Den nasjonale portalen tar ikke imot anonyme meldinger.")
    if concern["sent_at"].tzinfo is None:
        yield Problem("sent_at", "Sendetidspunktet mangler tidssone.")


def _lost(told: object, carried: object, path: str) -> Iterator[Problem]:
    """What would not come out at the other end as it went in."""
    if isinstance(told, dict) and isinstance(carried, dict):
        for name in told:
            yield from _lost(told[name], carried.get(name), f"{path}.{name}" if path else name)
    elif isinstance(told, list) and isinstance(carried, list) and len(told) == len(carried):
        for number, (before, after) in enumerate(zip(told, carried, strict=True)):
            yield from _lost(before, after, f"{path}[{number}]")
    elif _as_sent(told) != _as_sent(carried):
        yield Problem(path, "Feltet får ikke plass i den nasjonale meldingen og ville gått tapt.")


def _as_sent(value: object) -> object:
    """Times as the message tells them, which is without an offset."""
    return value.astimezone(OSLO).replace(tzinfo=None) if isinstance(value, datetime) else value


def _private(concern: NeutralConcern) -> dict[str, Any]:
    reporter = concern["reporter"]
    address = {"adresse": _address(reporter["address"])} if reporter["address"] else {}
    return _head(concern) | {
        "privatMelder": {"personnavn": reporter["name"]} | _told(telefonnummer=reporter["phone"]) | address,
        "privatBarn": [_private_child(child) for child in concern["children"]],
        "melding": concern["words"]["main"],
    }


def _public(concern: NeutralConcern) -> dict[str, Any]:
    words, reporter = concern["words"], concern["reporter"]
    return (
        _head(concern)
        | {
            "offentligMelder": {
                "personnavn": reporter["name"],
                "rolle": reporter["role"],
                "telefonnummer": reporter["phone"],
                "epost": reporter["email"],
            }
            | ({"virksomhet": _body(reporter["body"])} if reporter["body"] else {}),
            "offentligBarn": [_public_child(child) for child in concern["children"]],
            "foresatte": [_guardian(guardian) for guardian in concern["guardians"]],
            "melding": {"melding": words["main"], "historie": words["history"]}
            | _told(andreSynspunkter=words["other_views"]),
        }
        | _told(behovForTolk=concern["interpreter"], andreHjelpeinstanser=concern["other_bodies"])
    )


def _head(concern: NeutralConcern) -> dict[str, Any]:
    """What both kinds have. The time is Norwegian local time without an offset: so KS documents it and shows it."""
    return {
        "kommunenummer": concern["municipality"]["number"],
        "kommunenavn": concern["municipality"]["name"],
        "bydelsnummer": concern["district"]["number"],
        "bydelsnavn": concern["district"]["name"],
        "sendingstidspunkt": concern["sent_at"].astimezone(OSLO).replace(tzinfo=None).isoformat(),
        "leveringskanal": concern["channel"],
    }


def _private_child(child: Child) -> dict[str, Any]:
    return {"personnavn": child["name"], "adresse": _address(child["address"])} | _told(
        antattAlder=child["assumed_age"], relasjon=child["relation"]
    )


def _public_child(child: Child) -> dict[str, Any]:
    return {
        "fnr": child["identity_number"],
        "ufoedt": child["unborn"],
        "personnavn": child["name"],
        "adresse": _address(child["address"]),
        "orientert": child["informed"],
    } | _told(telefonnummer=child["phone"], orientertGrunn=child["informed_reason"])


def _guardian(guardian: Guardian) -> dict[str, Any]:
    return {"personnavn": guardian["name"], "orientert": guardian["informed"]} | _told(
        telefonnummer=guardian["phone"], orientertGrunn=guardian["informed_reason"]
    )


def _body(body: Body) -> dict[str, Any]:
    return {"navn": body["name"], "adresse": _address(body["address"])} | _told(orgnr=body["organisation_number"])


def _address(address: Address) -> dict[str, str]:
    lines = {f"adresselinje{number}": line for number, line in enumerate(address["lines"][:3], start=1)}
    places = _told(postnummer=address["postal_code"], poststed=address["postal_place"])
    return {"adresselinje1": ""} | lines | places


def _told(**texts: str) -> dict[str, str]:
    """Optional fields, those that say something."""
    return {name: text for name, text in texts.items() if text}
