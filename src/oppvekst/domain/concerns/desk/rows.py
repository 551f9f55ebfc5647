"""One line of the list: the child, where it came from, what it waits for, and the limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import RECEIVED, REVIEW, URGENT
from oppvekst.domain.concerns.rules.message import Wish
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date


@dataclass(frozen=True)
class Tag:
    """A mark beside the name: icon and word."""

    label: Any
    colour: str
    icon: str


# A family's wish for help is no worry; the colour says so at a glance, the words say it too.
TAGS = {
    "danger": Tag(_("Fare nå"), "danger", icon="exclamationmark-triangle-fill"),
    "urgent": Tag(_("Haster"), "danger", icon="lightning"),
    "own": Tag(_("Gjelder våre egne"), "warning", icon="shield-lock"),
    "hold": Tag(_("Ikke si noe til foreldrene"), "warning", icon="padlock-locked"),
    "help": Tag(_("Søknad om hjelp"), "info", icon="hand-heart"),
}


def row(concern: Concern, by: Actor, *, today: date) -> dict[str, Any]:
    """A line for ``web/_row.html``."""
    due = REVIEW.due(oslo_date(concern.received_at))
    return {
        "href": reverse("desk:concern", args=[concern.id]), "name": spoken.child_name(concern),
        "age": spoken.child_age(concern, today=today), "what": _what(concern, by), "due": due.due, "law": due.rule.citation,
        "steps": due.steps, "tags": [TAGS[key] for key in _marks(concern)], "act": _act(concern, by),
    }  # fmt: skip


def _what(concern: Concern, by: Actor) -> str:
    """«Melding fra Solvik skole. Kari Nesheim avklarer»."""
    return f"{spoken.title(concern)}. {_where(concern, by)}. {concern.number}"


def _where(concern: Concern, by: Actor) -> str:
    if concern.immediate is None:
        return gettext("Ikke vurdert om barnet trenger hjelp med en gang")
    if concern.proposed:
        return gettext("Et forslag venter på bekreftelse")
    if concern.refused_step:
        return gettext("Forslaget ble ikke bekreftet, hos %(name)s") % {"name": concern.handler_name}
    if concern.state in {RECEIVED, URGENT}:
        return gettext("Ingen har tatt den")
    whose = (
        gettext("hos deg")
        if concern.handler == by.staff_id
        else gettext("hos %(name)s") % {"name": concern.handler_name}
    )
    return capfirst(f"{spoken.state_title(concern)} {whose}")


def _marks(concern: Concern) -> Iterator[str]:
    if concern.immediate:
        yield "urgent"
    elif concern.danger == Concern.Danger.YES and concern.immediate is None:
        yield "danger"
    if concern.own_house:
        yield "own"
    if concern.hold_back_asked:
        yield "hold"
    if concern.enquiry.wish != Wish.WORRY:
        yield "help"


def _act(concern: Concern, by: Actor) -> str:
    """What the button says: the next thing this line waits for."""
    if concern.immediate is None:
        return gettext("Vurder")
    if concern.proposed:
        return gettext("Bekreft") if by.may("concern.confirm") else gettext("Se")
    return gettext("Gå gjennom")
