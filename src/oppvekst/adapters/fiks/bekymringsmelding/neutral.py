"""A concern in our own words, as plain values: what the rest of the house gets to see of a Fiks message.

Text that was not given is the empty string. `None` is kept for "not asked" and "not there".
"""

from datetime import datetime
from typing import Literal, TypedDict

type Kind = Literal["privat", "offentlig"]
type Version = Literal[1, 2]


class Place(TypedDict):
    """A municipality (four digits) or a district of it (two digits; 00 where there are none)."""

    number: str
    name: str


class Address(TypedDict):
    """Up to three lines that say something, the postal code and its place."""

    lines: list[str]
    postal_code: str
    postal_place: str


class Body(TypedDict):
    """The school, surgery or other body a public reporter works for."""

    name: str
    organisation_number: str
    address: Address


class Reporter(TypedDict):
    """Who worries (melder). Always named here: the national portal takes no anonymous message.

    A private reporter has no role, e-mail or body, and perhaps no address; a public one has no address of their own.
    """

    kind: Literal["private", "public"]
    name: str
    role: str
    phone: str
    email: str
    body: Body | None
    address: Address | None


class Child(TypedDict):
    """A child in the message. Private: assumed age and relation. Public: number, unborn, phone, and who was told."""

    name: str
    identity_number: str
    assumed_age: str
    unborn: bool
    phone: str
    address: Address
    relation: str
    informed: bool | None
    informed_reason: str


class Guardian(TypedDict):
    """A guardian (foresatt), whether they know of the message, and why or why not."""

    name: str
    phone: str
    informed: bool
    informed_reason: str


class Words(TypedDict):
    """What the reporter wrote: the worry, what has been before, and how others see it."""

    main: str
    history: str
    other_views: str


class NeutralConcern(TypedDict):
    """One message; it may concern several children, and each becomes a concern of its own.

    `sent_at` always carries Oslo's offset. `interpreter` and `other_bodies` are free text from public reporters.
    """

    version: Version
    municipality: Place
    district: Place
    reporter: Reporter
    children: list[Child]
    guardians: list[Guardian]
    words: Words
    interpreter: str
    other_bodies: str
    sent_at: datetime
    channel: str
