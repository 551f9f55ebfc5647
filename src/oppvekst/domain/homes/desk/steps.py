"""The next steps with an offer, as buttons; and what is not possible now, with why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.actions import FOLLOW_UP
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import CLOSED, MACHINE
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.steps import Next, shown, stopping
from oppvekst.law.citation import bvl


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
CERTIFICATE = Next(
    _("Be om politiattest"), law=bvl("12-11"),
    why=_("Først når noen får tilbud om oppdraget. Den kan ikke være eldre enn tre måneder når den blir vist."),
)  # fmt: skip
REOPEN_FIRST = _("Det er avsluttet. Åpne det igjen først.")


def next_steps(offer: Offer, by: Actor, *, holder: str) -> dict[str, list[Next]]:
    """What this person may do with the offer now, and what nobody may."""
    if not by.may(FOLLOW_UP):
        return shown(Next(way.title, why=NOT_YOUR_ROLE) for way in _ways(offer))
    return shown([*_take(offer, by, holder), *(_offered(offer, way) for way in _ways(offer)), *_closed(offer)])


def _ways(offer: Offer) -> list[Way]:
    """Steps that lead on from here, and that this offer's own page can ask for what they lack."""
    found = [(WAYS[outlook.step.name], outlook.refusals) for outlook in queries.outlook(offer)]
    return [way for way, refusals in found if not stopping(refusals, way.asks)]


def _offered(offer: Offer, way: Way) -> Next:
    href = reverse(f"desk:{way.url}", args=[offer.id])
    return Next(way.title, way.act, way.text, href=href, post=way.post, primary=way.primary)


def _take(offer: Offer, by: Actor, holder: str) -> Iterator[Next]:
    """Nobody's: take it. A colleague's: take it over, by saying from whom."""
    if offer.state == CLOSED or offer.assignee == by.staff_id:
        return
    href = reverse("desk:offer-take", args=[offer.id])
    if offer.assignee is None:
        yield Next(
            _("Ta den"), _("Ta den"), _("Da er det du som følger opp. Andre ser at du har den."), href=href, post=True
        )
        return
    title = gettext("Overta fra %(name)s") % {"name": holder}
    hidden = {"fra": str(offer.assignee)}
    yield Next(title, _("Overta"), _("Da er det du som følger opp."), href=href, post=True, hidden=hidden)


def _closed(offer: Offer) -> Iterator[Next]:
    if offer.state != CLOSED:
        yield CERTIFICATE
        return
    for name in ("mark_contacted", "close"):
        yield Next(WAYS[name].title, law=MACHINE.step(name).citation, why=REOPEN_FIRST)
