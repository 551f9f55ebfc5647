"""The individual plan (*individuell plan*): one a child, with consent, with its ten contents (bvl § 15-9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from oppvekst.law.citation import Citation, Mark, bvl, fvl
from oppvekst.law.deadline import Limit, Rule, Unit

LAW: Final = bvl("15-9") & Citation("forskrift om individuell plan", "9")
ONE_ONLY: Final = "Barnet har en individuell plan. Det skal bare være én, uansett hvor mange tjenester som er med."
NEEDS_CONSENT: Final = "En individuell plan lages bare når den er ønsket. Skriv hvem som har samtykket, og når."
APPEAL: Final = "Den som får nei til en individuell plan, kan klage til statsforvalteren innen tre uker."

# What is asked of us is answered without undue delay; whoever waits longer than a month is told why, and until when.
ANSWER: Final = Limit(
    Rule(
        "fvl-11a-plan", "Foreløpig svar på ønske om individuell plan", fvl("11 a", 3), 1, Unit.MONTHS,
        trigger="Individuell plan ble ønsket", who="saksbehandler",
    )
)  # fmt: skip

# The regulation's ten, each in a word for the page and a question for whoever writes. The order and the wording are ours.
CONTENTS_MARK: Final = Mark.C
CONTENTS: Final[dict[str, tuple[str, str]]] = {
    "goals": ("Mål, ressurser og behov", "Hva vil barnet og familien? Hva er de gode på? Hva trenger de hjelp til?"),
    "taking_part": ("Hvem som er med", "Hvem deltar i arbeidet med planen?"),
    "coordinator": ("Koordinator", "Hvem koordinerer, og hvordan når en den personen?"),
    "main_service": ("Tjenesten med hovedansvar", "Hvilken tjeneste er det avtalt at har ansvaret for planen?"),
    "contributions": ("Hva hver bidrar med", "Hva gjør barnet og familien selv, og hva gjør hver tjeneste?"),
    "measures": ("Hjelpen som er aktuell", "Hvilken hjelp, hvor mye, og hvem har ansvaret for hver?"),
    "how": ("Hvordan det gjøres", "Hvordan skal hjelpen gjennomføres?"),
    "period": ("Tid og endringer", "Hvor lenge gjelder planen, og når ser vi på den igjen?"),
    "consent": ("Samtykke", "Hvem har sagt ja til planen, og til at hvem får vite hva?"),
    "cooperation": ("Annet samarbeid", "Er det andre tjenester eller andre vi trenger eller ønsker å samarbeide med?"),
}


def unwritten(sections: Mapping[str, str]) -> tuple[str, ...]:
    """Which of the ten still lack words (forskrift om individuell plan § 9).

    >>> len(unwritten({})), unwritten({name: "Skrevet." for name in CONTENTS})
    (10, ())
    """
    return tuple(title for name, (title, _question) in CONTENTS.items() if not sections.get(name, "").strip())
