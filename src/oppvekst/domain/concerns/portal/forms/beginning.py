"""Danger first, then how much of the writer the message may show."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.portal.forms.step import StepForm
from oppvekst.domain.concerns.rules.message import Anonymity
from oppvekst.ground.web.forms import Choice, radios

YES, NO, UNKNOWN = "yes", "no", "unknown"
HELP, WORRY, BOTH = "help", "worry", "both"


class Danger(StepForm):
    """Is the child in danger now (bvl § 2-1 (1) third sentence)?"""

    question = "danger"
    danger = radios(
        [
            (YES, Choice(_("Ja"), _("Barnet er i fare nå, eller kan bli det i dag eller i natt."))),
            (NO, _("Nei, ikke akkurat nå")),
            (UNKNOWN, _("Jeg vet ikke")),
        ],
        label=_("Er barnet i fare nå?"),
    )


class MyDanger(StepForm):
    """The same, asked of a child."""

    question = "danger"
    danger = radios(
        [
            (YES, Choice(_("Ja"), _("Noen kan bli skadet, eller jeg er redd akkurat nå."))),
            (NO, _("Nei, ikke akkurat nå")),
            (UNKNOWN, _("Jeg vet ikke")),
        ],
        label=_("Er du, eller noen andre, i fare nå?"),
    )


class OurDanger(StepForm):
    """The same, asked of a parent."""

    question = "danger"
    danger = radios(
        [
            (YES, Choice(_("Ja"), _("Noen kan bli skadet nå, i dag eller i natt."))),
            (NO, _("Nei, ikke akkurat nå")),
            (UNKNOWN, _("Jeg vet ikke")),
        ],
        label=_("Er barnet, du eller noen andre hjemme i fare nå?"),
    )


class Anonymous(StepForm):
    """The three choices of a private person: how many may know the name (bvl § 13-3)."""

    question = "anonymity"
    anonymity = radios(
        [
            (
                Anonymity.NAMED,
                Choice(
                    _("Ja, familien kan få vite navnet mitt"), _("Da kan vi svare deg, og ringe hvis noe er uklart.")
                ),
            ),
            (
                Anonymity.SERVICE_ONLY,
                Choice(
                    _("Bare barnevernstjenesten får vite navnet mitt"),
                    _("Vi kan svare deg. Vi må selv vurdere om navnet kan holdes tilbake for familien."),
                ),
            ),
            (
                Anonymity.ANONYMOUS,
                Choice(_("Nei, jeg vil være anonym"), _("Ingen får vite hvem du er. Da kan vi ikke svare deg.")),
            ),
        ],
        label=_("Vil du si hvem du er?"),
    )


class AboutWhom(StepForm):
    """Whom a child writes about."""

    question = "about"
    about = radios(
        [
            ("me", _("Meg")),
            ("siblings", _("Meg og søsknene mine")),
            ("others", Choice(_("En venn, eller noen andre jeg kjenner"))),
        ],
        label=_("Hvem handler det om?"),
    )


class Wish(StepForm):
    """Whether a parent asks for help, tells of a worry, or both: an application is answered by a decision (fvl § 2)."""

    question = "wish"
    wish = radios(
        [
            (HELP, Choice(_("Jeg ønsker hjelp"), _("Da blir det en søknad om hjelp, og du får svar på den."))),
            (
                WORRY,
                Choice(
                    _("Jeg er bekymret og vil fortelle om det"),
                    _("For eksempel for hvordan barnet har det hos den andre forelderen."),
                ),
            ),
            (BOTH, _("Begge deler")),
        ],
        label=_("Hva vil du?"),
    )
