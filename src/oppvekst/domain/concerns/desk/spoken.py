"""A concern in words for the one who reads it: what it is called, who it is about, what is known, who sent it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules import MACHINE
from oppvekst.domain.concerns.rules.codes import ANONYMOUS, REPORTERS
from oppvekst.domain.concerns.rules.message import TRIGGERS, Anonymity, Who, is_application
from oppvekst.domain.people.rules import age_in_words
from oppvekst.law.citation import bvl

type Fact = dict[str, Any]

FROM = {
    Who.CHILD: _("Melding fra barnet selv"),
    Who.YOUTH: _("Melding fra ungdommen selv"),
    Who.PARENT: _("Melding fra mor eller far"),
    Who.FAMILY: _("Melding fra familien"),
    Who.PRIVATE: _("Melding fra en privatperson"),
    Who.SERVICE: _("Melding fra barnevernstjenesten"),
}
DANGER = {"yes": _("Ja"), "no": _("Nei"), "unknown": _("Melder vet ikke")}
# What each kind of reporter may count on, told to the one who is about to write or say something to a family.
KEPT_APART = {
    "named": _("Familien får som regel vite hvem som meldte når de leser saken. Vurder om det er trygt før dere sier det."),
    "service_only": _("Navnet er bare gitt til tjenesten. Familien skal ikke få det av oss, heller ikke antydet."),
    "anonymous": _("Ingen vet hvem dette er. Se etter ord i meldingen som kan røpe det, og skjul dem for familien."),
    "child": _("Barnet har selv sagt fra. Foreldrene skal ikke få vite det før dere har snakket med barnet."),
    "public": _("Familien får som regel vite at virksomheten meldte. Spør melder først om det er trygt å si nå."),
}  # fmt: skip
ROUTES = {
    Concern.OwnHouse.FOSTER_HOME: _("Meldingen gjelder et av våre egne fosterhjem"),
    Concern.OwnHouse.VISITING_HOME: _("Meldingen gjelder et besøkshjem eller en støttekontakt"),
    Concern.OwnHouse.STAFF: _("Meldingen gjelder en ansatt eller tilsynsperson"),
    Concern.OwnHouse.OTHERS_CHILD: _("Meldingen gjelder et barn en annen kommune har omsorgen for"),
}


def title(concern: Concern) -> str:
    """What a concern is called: by where it came from, for the child has no name to go by yet."""
    enquiry = concern.enquiry
    if is_application(enquiry.wish, enquiry.reporter):
        return gettext("Søknad om hjelp")
    if enquiry.anonymity == Anonymity.ANONYMOUS:
        return gettext("Anonym melding")
    if enquiry.reporter == Who.PUBLIC:
        named = "" if where_is_protected(concern) else enquiry.body
        return gettext("Melding fra %(body)s") % {"body": named or reporter_kind(enquiry)}
    return str(FROM.get(Who(enquiry.reporter), _("Melding")))


def where_is_protected(concern: Concern) -> bool:
    """Whether a list keeps the school's name to itself: the child is protected, or in a case the reader does not see."""
    return bool(concern.case_id and (concern.case is None or concern.case.child.protection))


def reporter_kind(enquiry: Enquiry) -> str:
    """The kind of reporter as the register names it; never a person."""
    return REPORTERS.get(enquiry.reporter_code or ANONYMOUS).text


def child_name(concern: Concern) -> str:
    """The child by its registered name, else as the reporter said it, else what one calls a child without a name."""
    if concern.case_id and concern.case:
        return concern.case.child.name
    if concern.child_name:
        return concern.child_name
    return gettext("Ufødt barn") if concern.unborn else gettext("Barn uten navn")


def child_age(concern: Concern, *, today: date) -> str:
    """The child's age as far as it is known."""
    if concern.case_id and concern.case:
        child = concern.case.child
        return age_in_words(child.birth_date, due_date=child.due_date, today=today)
    if concern.unborn and not concern.reported_born_on:
        return gettext("termin %(day)s") % {"day": f"{concern.due_date:%d.%m.%Y}"} if concern.due_date else ""
    born = concern.child_birth_date or concern.reported_born_on
    return age_in_words(born, today=today) if born else _assumed(concern.child_age)


def state_title(concern: Concern) -> str:
    """Where the concern stands, in a word."""
    return MACHINE.state(concern.state).title


def facts(concern: Concern) -> list[Fact]:
    """What is known about the sending, beside the words."""
    return [fact for fact in _facts(concern) if fact["value"]]


def child_facts(concern: Concern, *, where: bool = True) -> list[Fact]:
    """The child as the reporter knows it. Nothing of it has been checked.

    ``where``: whether the reader may know where the child is. If not, it does not show what was told, nor whether.
    """
    born = concern.child_birth_date.strftime("%d.%m.%Y") if concern.child_birth_date else ""
    due = concern.due_date.strftime("%d.%m.%Y") if concern.due_date else ""
    told = (
        (_("Navn"), concern.child_name), (_("Født"), born), (_("Termin"), due), (_("Alder"), _assumed(concern.child_age)),
        (_("Nummer"), concern.child_number),
    )  # fmt: skip
    places = (
        (_("Bor"), address(concern.child_address)), (_("Skole eller barnehage"), concern.child_school),
        (_("Telefon"), concern.child_phone),
    )  # fmt: skip
    return _said((*told, *(places if where else _protected(places))))


def guardians(concern: Concern, *, where: bool = True) -> list[Fact]:
    """Parents and other grown-ups that the reporter has named; their phones only where the child's place may be known."""
    return [
        {"term": guardian.get("name") or gettext("Foresatt"), "value": _of_guardian(guardian, where=where)}
        for guardian in concern.guardians
    ]


def address(parts: Mapping[str, Any]) -> str:
    """An address on the lines it was given."""
    place = f"{parts.get('postal_code', '')} {parts.get('postal_place', '')}".strip()
    return "\n".join(line for line in (*parts.get("lines", ()), place) if line)


def kept_apart(enquiry: Enquiry) -> str:
    """What this reporter may count on, in a sentence."""
    if enquiry.reporter in {Who.CHILD, Who.YOUTH}:
        return str(KEPT_APART["child"])
    if enquiry.reporter == Who.PUBLIC:
        return str(KEPT_APART["public"])
    return str(KEPT_APART[enquiry.anonymity])


def reporter_facts(enquiry: Enquiry, *, where: bool = True) -> list[Fact]:
    """Who sent it and how to answer. Shown apart: none of this is for the family to read here.

    Where the child is protected (``where`` is false), the school that writes and the neighbour's own address tell too much.
    """
    if enquiry.anonymity == Anonymity.ANONYMOUS:
        return []
    told = (
        (_("Navn"), enquiry.name), (_("Rolle"), enquiry.role), (_("Kjenner barnet som"), enquiry.relation),
        (_("Trygg måte å svare på"), enquiry.safe_way),
    )  # fmt: skip
    places = (
        (_("Virksomhet"), enquiry.body), (_("E-post"), enquiry.email),
        (_("Adresse"), address(enquiry.body_address or enquiry.address)),
    )  # fmt: skip
    if not where:
        return _said((*told, *_protected((*places, (_("Telefon"), enquiry.phone)))))
    known = _said((*told, *places))
    return [*known, {"term": _("Telefon"), "value": enquiry.phone, "phone": enquiry.phone}] if enquiry.phone else known


def _said(told: Iterable[tuple[Any, Any]]) -> list[Fact]:
    return [{"term": term, "value": value} for term, value in told if value]


def _protected(places: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The same word for each, so that it does not tell what was given."""
    return [(term, _("Beskyttet")) for term, _value in places]


def own_route(concern: Concern) -> str:
    """That a concern is about one of our own, in words; empty for all others."""
    return str(ROUTES[Concern.OwnHouse(concern.own_house)]) if concern.own_house else ""


def _facts(concern: Concern) -> Iterator[Fact]:
    enquiry = concern.enquiry
    yield {"term": _("Kom som"), "value": _channel(enquiry)}
    yield {"term": _("Fare nå, etter melders syn"), "value": DANGER[concern.danger]}
    for letter in concern.triggers:
        yield {"term": _("Meldeplikt"), "value": TRIGGERS.get(letter, letter), "law": bvl("13-2", letter=letter)}
    yield {"term": _("Vet familien om meldingen?"), "value": _family_knows(concern)}
    yield {"term": _("Andre som er involvert"), "value": concern.other_bodies}
    yield {"term": _("Tolk"), "value": enquiry.interpreter}
    yield {"term": _("Behandler"), "value": concern.handler_name or _("Ingen har tatt den")}
    yield {"term": _("Referanse"), "value": enquiry.reference}


def _channel(enquiry: Enquiry) -> str:
    channel = capfirst(str(Enquiry.Channel(enquiry.channel).label))
    return gettext("%(channel)s, ført inn senere") % {"channel": channel} if enquiry.entered_later else channel


def _family_knows(concern: Concern) -> str:
    answers = {True: gettext("Ja"), False: gettext("Nei"), None: ""}
    answer = answers[concern.family_knows]
    return ". ".join(part for part in (answer, concern.family_words) if part)


def _of_guardian(guardian: Mapping[str, Any], *, where: bool) -> str:
    informed = {True: gettext("Vet om meldingen"), False: gettext("Vet ikke om meldingen")}
    known = informed.get(guardian.get("informed"), "")  # type: ignore[arg-type]
    return "\n".join(
        part
        for part in (guardian.get("phone", "") if where else "", known, guardian.get("informed_reason", ""))
        if part
    )


def _assumed(said: str) -> str:
    """«6» as a reporter writes it is «6 år» to a reader."""
    return gettext("%(years)s år") % {"years": said} if said.isdigit() else said
