"""An offer in words, as the desk says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import OFFERED, OUTCOMES, Kind, Outcome, asks_household, requirements_of

KINDS = {
    Kind.VISITING_HOME: _("Besøkshjem"),
    Kind.FOSTER_HOME: _("Fosterhjem"),
    Kind.SUPPORT_CONTACT: _("Støttekontakt"),
    Kind.SUPERVISION_PERSON: _("Tilsynsperson"),
}
STATES = {"open": _("Ny"), "contacted": _("I kontakt"), "closed": _("Avsluttet")}
LANGUAGES = {"nb": _("Bokmål"), "nn": _("Nynorsk"), "en": _("Engelsk")}
ASKED = {
    "days": _("Når"), "often": _("Hvor ofte"), "stay": _("Hva"), "ages": _("Alder"), "siblings": _("Søsken sammen"),
    "animals": _("Dyr"), "wheelchair": _("Rullestol"), "languages": _("Språk"), "several": _("Flere barn"),
}  # fmt: skip
ANSWERS = {
    "weekdays": _("ukedager"), "weekends": _("helger"), "holidays": _("ferier"),
    "weekly": _("hver uke"), "unknown": _("vet ikke ennå"),
    "long": _("lenge"), "short": _("en tid"), "at_once": _("på kort varsel (beredskapshjem)"),
    "0_5": _("0–5 år"), "6_12": _("6–12 år"), "13_17": _("13–17 år"),
    "none": _("ingen dyr"), "dog": _("hund"), "cat": _("katt"), "other": _("andre dyr"),
}  # fmt: skip
OFTEN = {
    Kind.VISITING_HOME: {"monthly": _("én helg i måneden"), "fortnightly": _("annenhver helg")},
    Kind.SUPPORT_CONTACT: {"monthly": _("noen ganger i måneden"), "fortnightly": _("annenhver uke")},
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what was told."""

    term: Any
    value: Any = ""
    href: str = ""


def kind(offer: Offer) -> Any:
    """«Besøkshjem»."""
    return KINDS[Kind(offer.kind)]


def wish(offer: Offer) -> str:
    """«Vil bli besøkshjem»."""
    return gettext("Vil bli %(kind)s") % {"kind": str(kind(offer)).lower()}


def state(offer: Offer) -> str:
    """«Ny», «I kontakt», «Avsluttet: trakk seg»."""
    told = str(STATES[offer.state])
    return f"{told}: {outcome(offer)}" if offer.outcome else told


def outcome(offer: Offer) -> str:
    """How it ended."""
    return gettext(OUTCOMES[Outcome(offer.outcome)]) if offer.outcome else ""


def reaching(offer: Offer) -> list[Fact]:
    """Where they live, and how to talk with them. The phone stands on top of the page."""
    language = LANGUAGES.get(offer.language, offer.language)
    told = [Fact(_("E-post"), offer.email, href=f"mailto:{offer.email}")] if offer.email else []
    return [
        *told,
        Fact(_("Bor i"), offer.area),
        Fact(_("Språk"), language),
        Fact(_("Tolk"), offer.interpreter or _("Nei")),
    ]


def offered(offer: Offer) -> list[Fact]:
    """The household in numbers and what they can offer, as answered."""
    kind_ = Kind(offer.kind)
    told = [
        Fact(ASKED[name], _answer(kind_, offer.can_offer[name])) for name in OFFERED[kind_] if name in offer.can_offer
    ]
    return [Fact(_("Bor i hjemmet"), household(offer)), *told] if asks_household(kind_) else told


def household(offer: Offer) -> str:
    """«2 voksne, 1 barn 6–12 år»."""
    counted = offer.household
    adults = counted.get("adults", 0)
    told = [ngettext("%(count)d voksen", "%(count)d voksne", adults) % {"count": adults}]
    for name in ("0_5", "6_12", "13_17"):
        children = counted.get(f"children_{name}", 0)
        if children:
            told.append(gettext("%(count)d barn %(ages)s") % {"count": children, "ages": ANSWERS[name]})
    return ", ".join(told)


def required(offer: Offer) -> list[dict[str, Any]]:
    """What is required of that kind, each with where it stands."""
    return [
        {"says": gettext(each.says), "source": _source(each.citation, each.source), "mark": each.mark}
        for each in requirements_of(Kind(offer.kind))
    ]


def _source(citation: Any, source: str) -> str:
    return ", ".join(filter(None, [str(citation) if citation else "", source]))


def _answer(kind_: Kind, answer: Any) -> str:
    if isinstance(answer, bool):
        return gettext("Ja") if answer else gettext("Nei")
    answers = answer if isinstance(answer, list) else [answer]
    said = {**ANSWERS, **OFTEN.get(kind_, {})}
    return capfirst(", ".join(str(said.get(each, each)) for each in answers))
