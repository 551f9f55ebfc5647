"""What somebody sends who offers to help, in our words whatever the door; and what must be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from oppvekst.domain.homes.rules.kinds import CHOICES, HOUSEHOLD, OFFERED, Kind, asks_household
from oppvekst.domain.homes.rules.sensitive import looks_sensitive
from oppvekst.domain.homes.rules.words import one_line, visible
from oppvekst.domain.information.rules.saying import marked as _
from oppvekst.law.refusals import Incomplete

LINE, WORDS = 200, 2_000
MOST_ADULTS, MOST_CHILDREN = 20, 15

NAME_NEEDED = _("Skriv navnet ditt.")
WAY_NEEDED = _("Skriv telefonnummer eller e-post, så vi kan nå deg.")
AREA_NEEDED = _("Skriv hvor du bor. Et tettsted eller en bydel er nok.")
ADULTS_NEEDED = _("Skriv hvor mange voksne, med deg selv.")


@dataclass(frozen=True, kw_only=True)
class Sending:
    """One offer as sent. The others in the home are counts; nobody but the sender has a name here."""

    kind: Kind
    name: str
    area: str
    phone: str = ""
    email: str = ""
    household: Mapping[str, int] = field(default_factory=dict)
    can_offer: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""
    language: str = "nb"
    interpreter: str = ""


def cleaned(sending: Sending) -> Sending:
    """Without what cannot be seen, and with nothing that this kind is not asked about."""
    offered = {name: _said(name, sending.can_offer.get(name)) for name in OFFERED[sending.kind]}
    counted = {name: sending.household[name] for name in HOUSEHOLD if sending.household.get(name)}
    return replace(
        sending, name=one_line(sending.name), area=one_line(sending.area), phone=one_line(sending.phone),
        email=one_line(sending.email), words=visible(sending.words).replace("\r\n", "\n").strip(),
        interpreter=one_line(sending.interpreter),
        can_offer={name: answer for name, answer in offered.items() if answer not in (None, "", [])},
        household=counted if asks_household(sending.kind) else {},
    )  # fmt: skip


def check(sending: Sending) -> None:
    """Refuse what lacks a name, a place or a way to answer, is too long, or says what we do not need yet."""
    lacking = {**dict(_sensitive(sending)), **dict(_too_long(sending)), **dict(_lacking(sending))}
    if lacking:
        raise Incomplete(lacking)


def _lacking(sending: Sending) -> Iterator[tuple[str, str]]:
    if not sending.name:
        yield "name", NAME_NEEDED
    if not (sending.phone or sending.email):
        yield "phone", WAY_NEEDED
    if not sending.area:
        yield "area", AREA_NEEDED
    if asks_household(sending.kind) and not 1 <= sending.household.get("adults", 0) <= MOST_ADULTS:
        yield "adults", ADULTS_NEEDED


def _too_long(sending: Sending) -> Iterator[tuple[str, str]]:
    for name, text in _texts(sending):
        most = WORDS if name == "words" else LINE
        if len(text) > most:
            yield name, f"Det er plass til {most} tegn."


def _sensitive(sending: Sending) -> Iterator[tuple[str, str]]:
    for name, text in _texts(sending):
        found = looks_sensitive(text[:WORDS], health=name != "name")
        if found:
            yield name, found.sentence


def _texts(sending: Sending) -> Iterator[tuple[str, str]]:
    yield from (
        ("name", sending.name), ("area", sending.area), ("interpreter", sending.interpreter), ("words", sending.words),
        ("languages", str(sending.can_offer.get("languages", ""))), ("email", sending.email),
    )  # fmt: skip


def _said(name: str, answer: Any) -> Any:
    """A yes or no, one or several of the choices there are, or a line of words."""
    if name in CHOICES:
        chosen = [each for each in ([answer] if isinstance(answer, str) else answer or ()) if each in CHOICES[name]]
        return (chosen[0] if chosen else None) if isinstance(answer, str) else chosen
    return one_line(answer) if isinstance(answer, str) else answer
