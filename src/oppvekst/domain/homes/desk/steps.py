"""The next steps with an offer, as buttons; and what is not possible now, with why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.actions import FOLLOW_UP
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import CLOSED, MACHINE
from oppvekst.ground.access.actor import Actor
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete


@dataclass(frozen=True)
class Way:
    """A step as the desk offers it. ``post`` is done at once; else it has a page that asks."""

    url: str
    title: Any
    text: Any
    act: Any
    asks: frozenset[str] = frozenset()
    post: bool = False
    primary: bool = False


@dataclass(frozen=True)
class Offered:
    """A button."""

    title: Any
    text: Any
    act: Any
    href: str
    post: bool
    primary: bool
    hidden: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Closed:
    """What cannot be done now, and why."""

    title: Any
    law: Any
    why: Any


@dataclass
class Next:
    """Both lists."""

    offered: list[Offered] = field(default_factory=list)
    closed: list[Closed] = field(default_factory=list)


WAYS = {
    "mark_contacted": Way(
        "offer-contacted", _("Vi har hatt kontakt"), _("Når dere har snakket sammen. Da er fristen for første kontakt holdt."),
        _("Før kontakten"), primary=True,
    ),
    "take_back_contact": Way(
        "offer-contact-undone", _("Det var feil at vi har hatt kontakt"), _("Fristen for første kontakt gjelder igjen."),
        _("Angre"), post=True,
    ),
    "close": Way(
        "offer-close", _("Avslutt"), _("Når dere er enige om veien videre, eller den som meldte seg, har trukket seg."),
        _("Avslutt"), frozenset({"outcome", "note"}),
    ),
    "reopen": Way(
        "offer-reopen", _("Åpne igjen"), _("Det som ble skrevet, og notatet, står som før."), _("Åpne igjen"), post=True
    ),
}  # fmt: skip
WAYS["reopen_contacted"] = WAYS["reopen"]
NOT_YOUR_ROLE = _("Rollen din kan lese dette, men ikke følge det opp.")
CERTIFICATE = Closed(
    _("Be om politiattest"), bvl("12-11"),
    _("Først når noen får tilbud om oppdraget. Den kan ikke være eldre enn tre måneder når den blir vist."),
)  # fmt: skip
REOPEN_FIRST = _("Det er avsluttet. Åpne det igjen først.")


def next_steps(offer: Offer, by: Actor, *, holder: str) -> Next:
    """What this person may do with the offer now, and what nobody may."""
    found = Next()
    if not by.may(FOLLOW_UP):
        found.closed += [Closed(way.title, "", NOT_YOUR_ROLE) for way in _ways(offer)]
        return found
    found.offered += [*_take(offer, by, holder), *(_offered(offer, way) for way in _ways(offer))]
    found.closed += list(_closed(offer))
    return found


def _ways(offer: Offer) -> list[Way]:
    """Steps that lead on from here, and that this offer's own page can ask for what they lack."""
    return [
        WAYS[outlook.step.name]
        for outlook in queries.outlook(offer)
        if all(
            isinstance(refusal, Incomplete) and refusal.fields.keys() <= WAYS[outlook.step.name].asks
            for refusal in outlook.refusals
        )
    ]


def _offered(offer: Offer, way: Way) -> Offered:
    return Offered(way.title, way.text, way.act, reverse(f"desk:{way.url}", args=[offer.id]), way.post, way.primary)


def _take(offer: Offer, by: Actor, holder: str) -> Iterator[Offered]:
    """Nobody's: take it. A colleague's: take it over, by saying from whom."""
    if offer.state == CLOSED or offer.assignee == by.staff_id:
        return
    href = reverse("desk:offer-take", args=[offer.id])
    if offer.assignee is None:
        yield Offered(
            _("Ta den"), _("Da er det du som følger opp. Andre ser at du har den."), _("Ta den"), href, True, False
        )
        return
    title = gettext("Overta fra %(name)s") % {"name": holder}
    yield Offered(
        title, _("Da er det du som følger opp."), _("Overta"), href, True, False, {"fra": str(offer.assignee)}
    )


def _closed(offer: Offer) -> Iterator[Closed]:
    if offer.state == CLOSED:
        for name in ("mark_contacted", "close"):
            yield Closed(WAYS[name].title, MACHINE.step(name).citation, REOPEN_FIRST)
        return
    yield CERTIFICATE
