"""The decisions a service makes most often, with everything the law lets us take for granted filled in beforehand.

What stands here is a start: every field can be changed before the draft is begun, and in the draft until it is signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from oppvekst.domain.decisions.rules.kinds import KINDS, Basis, Kind, in_words

GUIDANCE: Final = "3.9"
# How long help is first meant to last, when nobody has said otherwise. Our own choice: it is shown, and can be changed.
FIRST_MONTHS: Final = 6
A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Commonest:
    """One choice on the first page: what it is called, when it fits, and what it brings with it."""

    key: str
    name: str
    about: str
    kind: Kind
    category: str = ""
    title: str = ""
    months: int = 0

    @property
    def basis(self) -> Basis:
        """The section it normally rests on."""
        return KINDS[self.kind].basis

    @property
    def law(self) -> str:
        """That section in words."""
        return in_words(self.basis)

    @property
    def dismisses(self) -> bool:
        """Whether it ends an investigation without help: outside one there is nothing to dismiss (bvl § 2-5)."""
        return KINDS[self.kind].ends_investigation and not KINDS[self.kind].grants_help


COMMONEST: Final = (
    Commonest(
        "veiledning", "Råd og veiledning hjemme",
        "Familien vil ha hjelpen. De som har omsorgen, samtykker, og barnet selv når det har fylt 15 år.",
        Kind.MEASURE, GUIDANCE, "Råd og veiledning hjemme", FIRST_MONTHS,
    ),
    Commonest(
        "henleggelse", "Henleggelse",
        "Undersøkelsen viser at vilkårene for tiltak ikke er oppfylt, eller at barnet får den hjelpen det trenger.",
        Kind.DISMISSAL, title="Undersøkelsen er avsluttet uten tiltak",
    ),
    Commonest(
        "henleggelse-gjenopptak", "Henleggelse med mulig ny undersøkelse",
        "Dere har anbefalt hjelp, og foreldrene har sagt nei. Dere kan åpne en ny undersøkelse innen seks måneder.",
        Kind.DISMISSAL_REOPEN, title="Undersøkelsen er avsluttet uten tiltak, og kan tas opp igjen",
    ),
    Commonest(
        "hjemmekonsulent", "Hjemmekonsulent eller miljøarbeider",
        "En fast person kommer hjem til familien og hjelper i hverdagen.",
        Kind.MEASURE, "3.10", "Hjemmekonsulent", FIRST_MONTHS,
    ),
    Commonest(
        "besokshjem", "Besøkshjem eller avlastning", "Barnet er hos en annen familie noen helger eller dager.",
        Kind.MEASURE, "4.5", "Besøkshjem", A_YEAR,
    ),
    Commonest(
        "stottekontakt", "Støttekontakt", "En voksen er sammen med barnet i fritida.",
        Kind.MEASURE, "4.6", "Støttekontakt", A_YEAR,
    ),
    Commonest(
        "fritid", "Fritidsaktiviteter", "Barnet får dekket en aktivitet, utstyr eller en ferie.",
        Kind.MEASURE, "4.3", "Fritidsaktiviteter", A_YEAR,
    ),
    Commonest(
        "avslutning", "Hjelpen avsluttes", "Målene er nådd, eller hjelpen trengs ikke lenger.",
        Kind.MEASURE_END, title="Hjelpen avsluttes",
    ),
)  # fmt: skip

# Only where somebody has asked for a plan: the page of the plan leads here, and so does the list of what can be decided.
PLAN_REFUSED: Final = Commonest(
    "individuell-plan-avslag", "Avslag på individuell plan",
    "Noen har bedt om en individuell plan, og dere mener barnet ikke har rett til den. Avslaget kan påklages.",
    Kind.PLAN_REFUSED, title="Avslag på individuell plan",
)  # fmt: skip

_BY_KEY: Final = {each.key: each for each in (*COMMONEST, PLAN_REFUSED)}


def commonest(key: str) -> Commonest | None:
    """The choice with that key."""
    return _BY_KEY.get(key)


def offered(*, after_investigation: bool) -> tuple[Commonest, ...]:
    """What can be chosen: outside an investigation nothing is dismissed.

    >>> [each.key for each in offered(after_investigation=False)][:2]
    ['veiledning', 'hjemmekonsulent']
    """
    return tuple(each for each in COMMONEST if after_investigation or not each.dismisses)
