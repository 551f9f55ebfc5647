"""Whoever acts: a member of staff in a hat, the public at the portal, or the clock."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from oppvekst.ground.access.rights import RESERVED
from oppvekst.ground.database import logins
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed

# What anybody may send us, and nothing more.
SENDS = frozenset({"concern.send", "offer.send", "request.send"})


@dataclass(frozen=True)
class BrokenGlass:
    """A case that stands open for some hours: by emergency access, or over a bar for what cannot wait (fvl § 7)."""

    id: UUID
    case_id: UUID
    until: datetime
    over_bar: bool


@dataclass(frozen=True)
class Actor:
    """Who acts, for which municipality, in which hat, with which rights."""

    name: str
    municipality: int
    face: str
    staff_id: UUID | None = None
    title: str = ""
    hat: str = ""
    rights: frozenset[str] = frozenset()
    # The hats this person may choose among: database role -> Norwegian title.
    hats: dict[str, str] = field(default_factory=dict)
    # A private provider's: what bvl § 15-7 reserves is never among her rights.
    hired: bool = False
    emergencies: tuple[BrokenGlass, ...] = ()
    # Cases whose leader is disqualified: whoever stands directly under her may prepare, and not decide (fvl § 6 (3)).
    undecided: frozenset[UUID] = frozenset()

    def may(self, right: str) -> bool:
        """Whether this actor's role gives the right."""
        return right in self.rights

    def must(self, right: str) -> None:
        """Refuse unless this actor's role gives the right."""
        if self.hired and right in RESERVED:
            raise NotAllowed(
                "Innleide fra private kan ikke gjøre dette. En som er ansatt i tjenesten, må gjøre det.", bvl("15-7")
            )
        if not self.may(right):
            raise NotAllowed(
                f"Rollen din, {self.title or self.name}, kan ikke gjøre dette. Be en som har rollen, eller bytt rolle."
            )

    @property
    def person(self) -> UUID:
        """Who of the staff it is. The public and the clock are nobody, and do no act that asks."""
        if self.staff_id is None:
            raise NotAllowed("Bare en som er logget inn i tjenesten, kan gjøre dette.")
        return self.staff_id

    def in_emergency(self, case_id: UUID) -> BrokenGlass | None:
        """The glass that stands broken to this case, if the actor is there by it."""
        return next((one for one in self.emergencies if one.case_id == case_id), None)

    @property
    def wide(self) -> bool:
        """Whether the whole municipality is open to this actor (leader, deputy)."""
        return self.hat == logins.WIDE


def public(municipality: int) -> Actor:
    """Somebody at the portal. We do not know who, and keep no trace of it."""
    return Actor("innsender", municipality, "portal", rights=SENDS)


def clock(municipality: int) -> Actor:
    """The worker: what happens because time passes or a message arrives."""
    return Actor(
        "systemet", municipality, "worker", rights=frozenset({"concern.receive", "alarm.ring", "decision.dispatch"})
    )


def entered() -> Actor:
    """The member of staff whose session this transaction entered with."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select staff_id, name, title, municipality, hat, rights, hats, hired, emergencies, undecided "
            "from access.whoami()"
        )
        staff_id, name, title, municipality, hat, rights, hats, hired, emergencies, undecided = cursor.fetchone()
    # Two roles may wear one hat: it is called by the same one as whoever wears it, the first by name.
    choices = dict(sorted(dict(sorted((pair.split("=", 1) for pair in hats), reverse=True)).items()))
    return Actor(
        name, municipality, "desk", staff_id, title or "", hat, frozenset(rights), choices, hired, _glass(emergencies),
        frozenset(undecided),
    )  # fmt: skip


def _glass(told: str | list[dict[str, Any]]) -> tuple[BrokenGlass, ...]:
    found = json.loads(told) if isinstance(told, str) else told
    return tuple(
        BrokenGlass(UUID(one["id"]), UUID(one["case_id"]), datetime.fromisoformat(one["until"]), one["over_bar"])
        for one in found
    )
