"""A concern in our own words, whatever door it comes by: form, national portal, phone, letter, visit, own observation.

Each child becomes a concern of its own: half-siblings have different parents, who may each read one file and not the
other. What was said is kept as paragraphs, so that one can be masked for a family without touching the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from oppvekst.domain.concerns.rules import codes
from oppvekst.domain.concerns.rules.codes import duty_of
from oppvekst.domain.concerns.rules.reporter import Reporter, ReporterKind, refuse_anonymous
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete

type Address = dict[str, Any]


class Who(StrEnum):
    """Who sends it, as the sender would say it."""

    CHILD = "child"
    YOUTH = "youth"
    PARENT = "parent"
    FAMILY = "family"
    PRIVATE = "private"
    PUBLIC = "public"
    SERVICE = "service"


# The register's reporter code of each (code list «Melder»); a public reporter chooses her own.
CODES = {
    Who.CHILD: codes.CHILD, Who.YOUTH: codes.CHILD, Who.PARENT: codes.PARENT, Who.FAMILY: codes.FAMILY,
    Who.PRIVATE: codes.PRIVATE_PERSON, Who.PUBLIC: codes.OTHER_PUBLIC, Who.SERVICE: codes.OWN_SERVICE,
}  # fmt: skip


class Anonymity(StrEnum):
    """The three choices of a private person: how many may know the name (bvl § 13-3)."""

    NAMED = "named"
    SERVICE_ONLY = "service_only"
    ANONYMOUS = "anonymous"


class Wish(StrEnum):
    """What a sending is: a worry told, help asked for, or both (fvl § 2; Prop. 133 L (2020-2021) 8.1.1.2)."""

    WORRY = "worry"
    HELP = "help"
    BOTH = "both"


# Who may ask for help for a family; everybody else tells of a worry.
APPLICANTS = frozenset({Who.CHILD, Who.YOUTH, Who.PARENT})


# bvl § 13-2 (1): the five triggers of the duty to report, and trafficking as § 13-2 (1) e.
TRIGGERS: Mapping[str, str] = {
    "a": "Barnet blir eller vil bli mishandlet, utsatt for alvorlige mangler i omsorgen eller annen alvorlig omsorgssvikt",
    "b": "Barnet har en livstruende eller annen alvorlig sykdom eller skade og får ikke undersøkelse eller behandling",
    "c": "Barnet har nedsatt funksjonsevne eller er spesielt hjelpetrengende og får ikke den behandlingen eller opplæringen "
    "det trenger",
    "d": "Barnet utsetter utviklingen sin for alvorlig fare",
    "e": "Barnet blir eller vil bli utnyttet til menneskehandel",
}


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who sends it and how to answer. An anonymous sender leaves all of it empty, also the address of the machine."""

    who: Who
    code: str = ""
    anonymity: Anonymity = Anonymity.NAMED
    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    address: Address = field(default_factory=dict)
    body: str = ""
    body_number: str = ""
    body_address: Address = field(default_factory=dict)
    relation: str = ""
    safe_way: str = ""

    @property
    def reporter_code(self) -> str:
        """The register's code for this sender."""
        return codes.ANONYMOUS if self.anonymity is Anonymity.ANONYMOUS else self.code or CODES[self.who]

    @property
    def reachable(self) -> bool:
        """Whether there is anywhere to send an answer."""
        return bool(self.phone or self.email or self.address or self.body_address or self.safe_way)


@dataclass(frozen=True, kw_only=True)
class ReportedChild:
    """A child as the sender knows it. Nothing is required: a description is enough to begin with."""

    name: str = ""
    number: str = ""
    birth_date: date | None = None
    age: str = ""
    address: Address = field(default_factory=dict)
    school: str = ""
    phone: str = ""
    unborn: bool = False
    due_date: date | None = None
    consent_of_pregnant: bool | None = None
    family_knows: bool | None = None
    family_words: str = ""


@dataclass(frozen=True)
class Said:
    """Words under a heading, in the sender's own language."""

    heading: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ConcernMessage:
    """One sending, complete or not."""

    channel: str
    sender: Sender
    children: tuple[ReportedChild, ...]
    said: tuple[Said, ...]
    guardians: tuple[Mapping[str, Any], ...] = ()
    danger: str = "unknown"
    triggers: tuple[str, ...] = ()
    hold_back_asked: bool = False
    own_house: str = ""
    wish: Wish | None = None
    help_wanted: str = ""
    interpreter: str = ""
    other_bodies: str = ""
    language: str = "nb"

    @property
    def rings(self) -> bool:
        """Whether somebody on call must read it now: a person at the portal who says danger, or does not know."""
        return self.channel == "portal" and self.danger in {"yes", "unknown"}

    @property
    def meant(self) -> Wish:
        """What the sender said it is; where nobody was asked, help asked for in words makes it both."""
        return self.wish or (Wish.BOTH if self.help_wanted.strip() else Wish.WORRY)


def check(message: ConcernMessage) -> None:
    """Refuse a message that cannot become a concern, field by field (bvl §§ 2-1, 13-2)."""
    refuse_anonymous(
        duty_of(message.sender.code or CODES[message.sender.who]),
        wants_anonymous=_wants_to_be_anonymous_at_work(message.sender),
    )
    lacking = _lacking(message)
    if lacking:
        raise Incomplete(lacking, bvl("2-1", 1))


def _lacking(message: ConcernMessage) -> dict[str, str]:
    lacking = {}
    if not message.children:
        lacking["children"] = "Fortell hvilket barn det gjelder. Vet du ikke navnet, beskriv barnet."
    if not any(said.text.strip() for said in message.said):
        lacking["words"] = "Skriv hva som gjør deg bekymret. Noen få ord er nok."
    if message.sender.who is Who.PUBLIC and not message.sender.name.strip():
        lacking["name"] = "Skriv navnet ditt. Den som melder gjennom jobben, kan ikke være anonym."
    return lacking | _amiss_with_wish(message)


def _amiss_with_wish(message: ConcernMessage) -> dict[str, str]:
    asks = bool(message.help_wanted.strip())
    if message.meant is not Wish.WORRY and not asks:
        return {"help_wanted": "Skriv hva det bes om hjelp til. Noen få ord er nok."}
    if message.meant is Wish.WORRY and asks:
        return {"wish": "Det står hva det bes om hjelp til. Velg at det er en søknad, eller begge deler."}
    if message.meant is Wish.HELP and message.sender.who not in APPLICANTS:
        return {
            "wish": "Bare barnet og foreldrene kan søke om hjelp. Sett dem som avsender, eller velg at det er en bekymring."
        }
    return {}


def is_application(wish: str, who: str) -> bool:
    """Whether a sending is an application and no concern: it is answered by a decision, never dismissed (fvl § 2).

    >>> is_application("help", "parent"), is_application("both", "parent"), is_application("help", "public")
    (True, False, False)
    """
    return wish == Wish.HELP and who in APPLICANTS


def _wants_to_be_anonymous_at_work(sender: Sender) -> bool:
    return sender.anonymity is Anonymity.ANONYMOUS and sender.who is Who.PUBLIC


def _without_traces(sender: Sender) -> Sender:
    """An anonymous sender with every trace taken away, whatever was typed before the choice."""
    if sender.anonymity is not Anonymity.ANONYMOUS:
        return sender
    return Sender(who=sender.who, anonymity=Anonymity.ANONYMOUS, relation=sender.relation)


def reporter_of(who: str, anonymity: str, *, reachable: bool) -> Reporter:
    """The sender as the rules of feedback see one (bvl § 13-3)."""
    if who in {Who.CHILD, Who.YOUTH}:
        return Reporter(ReporterKind.CHILD, reachable)
    if anonymity == Anonymity.ANONYMOUS:
        return Reporter(ReporterKind.ANONYMOUS, reachable=False)
    if who == Who.PUBLIC:
        return Reporter(ReporterKind.PUBLIC, reachable)
    if who == Who.PARENT:
        return Reporter(ReporterKind.PARENT, reachable)
    kind = ReporterKind.WITHHELD if anonymity == Anonymity.SERVICE_ONLY else ReporterKind.PRIVATE
    return Reporter(kind, reachable)


def from_neutral(plain: Mapping[str, Any]) -> ConcernMessage:
    """A message from the national portal, as its adapter has put it in neutral words."""
    reporter, words = plain["reporter"], plain["words"]
    public = reporter["kind"] == "public"
    body = reporter.get("body") or {}
    sender = Sender(
        who=Who.PUBLIC if public else Who.PRIVATE, code=CODES[Who.PUBLIC] if public else "", name=reporter["name"],
        role=reporter["role"], phone=reporter["phone"], email=reporter["email"], address=reporter.get("address") or {},
        body=body.get("name", ""), body_number=body.get("organisation_number", ""),
        body_address=body.get("address") or {}, relation=plain["children"][0]["relation"],
    )  # fmt: skip
    said = (Said("worry", words["main"]), Said("history", words["history"]), Said("other_views", words["other_views"]))
    return ConcernMessage(
        channel="national", sender=sender, children=tuple(map(_child, plain["children"])),
        said=tuple(part for part in said if part.text.strip()), guardians=tuple(plain["guardians"]),
        interpreter=plain["interpreter"], other_bodies=plain["other_bodies"], wish=Wish.WORRY,
    )  # fmt: skip


def _child(plain: Mapping[str, Any]) -> ReportedChild:
    return ReportedChild(
        name=plain["name"], number=plain["identity_number"], age=plain["assumed_age"], address=plain["address"],
        phone=plain["phone"], unborn=plain["unborn"], family_knows=plain["informed"], family_words=plain["informed_reason"],
    )  # fmt: skip


def cleaned(message: ConcernMessage) -> ConcernMessage:
    """The message as it is stored: without what an anonymous sender did not mean to leave."""
    return replace(message, sender=_without_traces(message.sender))
