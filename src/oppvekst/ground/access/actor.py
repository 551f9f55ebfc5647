"""Whoever acts: a member of staff in a hat, the public at the portal, or the clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from oppvekst.ground.database import logins
from oppvekst.law.refusals import NotAllowed

# What anybody may send us, and nothing more.
SENDS = frozenset({"concern.send", "offer.send", "request.send"})


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

    def may(self, right: str) -> bool:
        """Whether this actor's role gives the right."""
        return right in self.rights

    def must(self, right: str) -> None:
        """Refuse unless this actor's role gives the right."""
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

    @property
    def wide(self) -> bool:
        """Whether the whole municipality is open to this actor (leader, deputy)."""
        return self.hat == logins.WIDE


def public(municipality: int) -> Actor:
    """Somebody at the portal. We do not know who, and keep no trace of it."""
    return Actor("innsender", municipality, "portal", rights=SENDS)


def clock(municipality: int) -> Actor:
    """The worker: what happens because time passes or a message arrives."""
    return Actor("systemet", municipality, "worker", rights=frozenset({"concern.receive", "alarm.ring"}))


def entered() -> Actor:
    """The member of staff whose session this transaction entered with."""
    with connection.cursor() as cursor:
        cursor.execute("select staff_id, name, title, municipality, hat, rights, hats from access.whoami()")
        staff_id, name, title, municipality, hat, rights, hats = cursor.fetchone()
    choices = dict(sorted(pair.split("=", 1) for pair in hats))
    return Actor(name, municipality, "desk", staff_id, title or "", hat, frozenset(rights), choices)
