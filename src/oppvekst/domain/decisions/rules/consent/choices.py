"""Where the law is silent or rests on guidance: what this service asks, unless it has decided otherwise.

Nothing that stands in the words of the act can be chosen away; a choice is dated data of the service with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oppvekst.law.citation import Citation, Mark, bvl, fvl

BARNELOVA = Citation("barnelova", "36") & Citation("barnelova", "37")


@dataclass(frozen=True)
class Choice:
    """One question the text leaves open: the answers there are, the first of which holds until another is chosen."""

    key: str
    question: str
    options: tuple[tuple[str, str], ...]
    law: Citation
    sure: Mark
    why: str

    def of(self, chosen: Mapping[str, str]) -> str:
        """The answer that holds."""
        return chosen.get(self.key, self.options[0][0])

    def words(self, value: str) -> str:
        """An answer in words."""
        return dict(self.options).get(value, value)


AFFECTED, ALWAYS, BOTH, HOME, CONSENTS, HEARD = "affected", "always", "both", "home", "consents", "heard"

OTHER_HOLDER = Choice(
    "other_holder", "Hjelpetiltak hjemme: når spør vi den som har foreldreansvar, men ikke bor fast med barnet?",
    ((AFFECTED, "Når tiltaket griper direkte inn hos ham eller henne"), (ALWAYS, "Alltid")),
    bvl("3-1") & BARNELOVA, Mark.B, "Loven sier ikke hvem som må si ja. Veiledningen til den forrige loven gjør det.",
)  # fmt: skip
BOTH_HOLDERS = Choice(
    "both_holders", "Frivillig opphold utenfor hjemmet: hvem av to med foreldreansvar må si ja?",
    ((BOTH, "Begge"), (HOME, "Den barnet bor fast hos")),
    bvl("3-2") & BARNELOVA, Mark.C,
    "Å flytte ut går lenger enn det den barnet bor hos kan bestemme alene, men loven sier det ikke med rene ord.",
)  # fmt: skip
YOUNG_PARTY = Choice(
    "young_party", "Et barn under 15 år er part fordi det setter sin egen utvikling i fare. Må det selv si ja?",
    ((CONSENTS, "Ja, når det forstår hva saken gjelder"), (HEARD, "Nei, barnet høres")),
    bvl("3-5") & bvl("12-3", 1), Mark.C,
    "At nemnda kan bestemme hjelp uten barnets samtykke etter § 3-5, viser at samtykket ellers trengs.",
)  # fmt: skip
PLAN_AGE = Choice(
    "plan_age", "Individuell plan: fra hvilken alder må barnet selv si ja?",
    (("15", "15 år"), ("16", "16 år"), ("12", "12 år")),
    bvl("15-9"), Mark.C, "Alderen står ikke i loven eller forskriften.",
)  # fmt: skip
SHARING_AGE = Choice(
    "sharing_age", "Dele opplysninger om barnet: fra hvilken alder må barnet selv si ja?",
    (("15", "15 år"), ("16", "16 år"), ("12", "12 år")),
    fvl("13 a"), Mark.C, "Loven sier at den opplysningene gjelder, må samtykke, men ikke fra hvilken alder.",
)  # fmt: skip

CHOICES = {one.key: one for one in (OTHER_HOLDER, BOTH_HOLDERS, YOUNG_PARTY, PLAN_AGE, SHARING_AGE)}
