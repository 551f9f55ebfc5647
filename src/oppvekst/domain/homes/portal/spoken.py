"""What the pages say about each kind of offer, and what happens after one is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes.rules import About, Kind, Sensitive, asks_household, requirements_of
from oppvekst.domain.homes.rules.sensitive import SAYS
from oppvekst.ground.web.words import day_in_words, number_in_words


@dataclass(frozen=True, slots=True)
class Side:
    """One kind of offer at the portal: the word in its address, the page that tells more, and its own words."""

    kind: Kind
    slug: str
    page: str
    title: Any
    lead: Any
    thanks: Any
    more: Any


SIDES = {
    side.slug: side
    for side in (
        Side(
            Kind.VISITING_HOME, "besokshjem", "bli-besokshjem", _("Bli besøkshjem"),
            _("Et barn får et hjem til å være i av og til. Du åpner døra en helg i blant."),
            _("Takk for at du vil bli besøkshjem"), _("Om å være besøkshjem"),
        ),
        Side(
            Kind.FOSTER_HOME, "fosterhjem", "bli-fosterhjem", _("Bli fosterhjem"),
            _("Et barn får et trygt sted å bo, for en tid eller lenge."),
            _("Takk for at du vil bli fosterhjem"), _("Om å være fosterhjem"),
        ),
        Side(
            Kind.SUPPORT_CONTACT, "stottekontakt", "bli-stottekontakt", _("Bli støttekontakt eller aktivitetskontakt"),
            _("Et barn eller en ungdom får en voksen å gjøre noe fint sammen med."),
            _("Takk for at du vil bli støttekontakt"), _("Om å være støttekontakt"),
        ),
        Side(
            Kind.SUPERVISION_PERSON, "tilsynsperson", "bli-tilsynsperson", _("Bli tilsynsperson"),
            _("Et barn i fosterhjem får en voksen utenfra, som ser etter at det har det bra."),
            _("Takk for at du vil bli tilsynsperson"), _("Om å være tilsynsperson"),
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stage:
    """What happens, and when."""

    when: str
    what: str


def way_to(side: Side) -> list[tuple[str, str]]:
    """The way from the front page to the form; the last has no address."""
    above = reverse("portal:page", args=["bli-med"])
    return [
        (gettext("Forsiden"), reverse("portal:front")),
        (gettext("Bli et hjem for et barn"), above),
        (str(side.title), ""),
    ]


def said_before(side: Side) -> list[str]:
    """What one must know before sending, in the reader's language."""
    return [gettext(each.says) for each in requirements_of(side.kind, before_sending=True)]


def stages(side: Side, *, due: date | None, today: date, days: int) -> list[Stage]:
    """What the sender may expect, in order."""
    meet = (
        gettext("Vi møtes til en samtale, og så kommer vi hjem til deg.")
        if asks_household(side.kind)
        else gettext("Vi møtes til en samtale.")
    )
    certificate = gettext(
        "Da ber vi om politiattest. Den kan ikke være eldre enn tre måneder, så vent med å be om den."
    )
    back_out = gettext("Du kan trekke deg når som helst. Da ringer du oss og sier nummeret ditt.")
    return [
        Stage(_when(due, today, days), gettext("Vi ringer eller skriver til deg, og svarer på det du lurer på.")),
        Stage(gettext("Hvis det passer for oss begge"), meet),
        Stage(gettext("Hvis du får tilbud om oppdraget"), certificate),
        Stage(gettext("Hvis du ombestemmer deg"), back_out),
    ]


def within(days: int) -> str:
    """«innen fem virkedager»."""
    return ngettext("innen %(count)s virkedag", "innen %(count)s virkedager", days) % {"count": number_in_words(days)}


def gently(found: Sensitive) -> str:
    """The gentle stop in the reader's language."""
    return gettext(SAYS[found.about]) % ({"words": found.words} if found.about is About.HEALTH else {})


def _when(due: date | None, today: date, days: int) -> str:
    if due is None:
        return within(days).capitalize()
    return gettext("Senest %(day)s") % {"day": day_in_words(due, today=today)}
