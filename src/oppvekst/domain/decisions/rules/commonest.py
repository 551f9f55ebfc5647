"""The decisions a service makes most often, with everything the law lets us take for granted filled in beforehand.

What stands here is a start: every field can be changed before the decision is opened, and in the draft until it is signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from oppvekst.law.citation import Citation, bvl

MEASURE: Final = "measure"
DISMISSAL: Final = "dismissal"
DISMISSAL_REOPEN: Final = "dismissal_reopen"
GUIDANCE: Final = "3.9"
# How long help at home is first meant to last, when nobody has said otherwise. Our own choice: it is asked for, and shown.
FIRST_MONTHS: Final = 6


def basis(section: str, paragraph: str = "", letter: str = "") -> dict[str, str]:
    """One legal basis as the register writes it: act, chapter, section, paragraph, letter.

    >>> basis("2-5", "1")
    {'law': 'BVL2021', 'chapter': '2', 'section': '2-5', 'paragraph': '1', 'letter': ''}
    """
    chapter = section.partition("-")[0]
    return {"law": "BVL2021", "chapter": chapter, "section": section, "paragraph": paragraph, "letter": letter}


@dataclass(frozen=True, slots=True, kw_only=True)
class Commonest:
    """One choice on the first page: what it is called, when it fits, and what it brings with it."""

    key: str
    name: str
    about: str
    title: str
    kind: str
    law: Citation
    category: str = ""
    bases: tuple[dict[str, str], ...]
    consent: str = "not_needed"
    months: int = 0
    # Only after an investigation: outside one there is nothing to dismiss (§ 2-5).
    ends_investigation: bool = False
    reopens: bool = False


HELP: Final = (basis("3-1"),)

COMMONEST: Final = (
    Commonest(
        key="veiledning", name="Råd og veiledning hjemme", title="Råd og veiledning hjemme", kind=MEASURE, category=GUIDANCE,
        about="Familien vil ha hjelpen. De som har omsorgen, samtykker, og barnet selv når det har fylt 15 år.",
        law=bvl("3-1"), bases=HELP, consent="consent", months=FIRST_MONTHS,
    ),
    Commonest(
        key="henleggelse", name="Henleggelse", title="Undersøkelsen er avsluttet uten tiltak", kind=DISMISSAL,
        about="Undersøkelsen viser at vilkårene for tiltak ikke er oppfylt, eller at barnet får den hjelpen det trenger.",
        law=bvl("2-5", 1), bases=(basis("2-5", "1"),), ends_investigation=True,
    ),
    Commonest(
        key="henleggelse-gjenopptak", name="Henleggelse med mulig ny undersøkelse", kind=DISMISSAL_REOPEN,
        title="Undersøkelsen er avsluttet uten tiltak, og kan tas opp igjen",
        about="Dere har rådet familien til å ta imot hjelp, og de vil ikke. Dere kan åpne en ny undersøkelse innen seks måneder.",
        law=bvl("2-5", 3), bases=(basis("2-5", "3"),), ends_investigation=True, reopens=True,
    ),
    Commonest(
        key="hjemmekonsulent", name="Hjemmekonsulent eller miljøarbeider", title="Hjemmekonsulent", kind=MEASURE, category="3.10",
        about="En fast person kommer hjem til familien og hjelper i hverdagen.",
        law=bvl("3-1"), bases=HELP, consent="consent", months=FIRST_MONTHS,
    ),
    Commonest(
        key="besokshjem", name="Besøkshjem eller avlastning", title="Besøkshjem", kind=MEASURE, category="4.5",
        about="Barnet er hos en annen familie noen helger eller dager.",
        law=bvl("3-1"), bases=HELP, consent="consent", months=12,
    ),
    Commonest(
        key="stottekontakt", name="Støttekontakt", title="Støttekontakt", kind=MEASURE, category="4.6",
        about="En voksen er sammen med barnet i fritida.",
        law=bvl("3-1"), bases=HELP, consent="consent", months=12,
    ),
    Commonest(
        key="fritid", name="Fritidsaktiviteter", title="Dekning av fritidsaktiviteter", kind=MEASURE, category="4.3",
        about="Barnet får dekket en aktivitet, utstyr eller en ferie.",
        law=bvl("3-1"), bases=HELP, consent="consent", months=12,
    ),
)  # fmt: skip

_BY_KEY: Final = {each.key: each for each in COMMONEST}


def commonest(key: str) -> Commonest | None:
    """The choice with that key."""
    return _BY_KEY.get(key)


def offered(*, after_investigation: bool) -> tuple[Commonest, ...]:
    """What can be chosen: outside an investigation nothing is dismissed.

    >>> [each.key for each in offered(after_investigation=False)][:2]
    ['veiledning', 'hjemmekonsulent']
    """
    return tuple(each for each in COMMONEST if after_investigation or not each.ends_investigation)
