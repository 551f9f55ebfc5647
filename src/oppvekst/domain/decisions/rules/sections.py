"""The parts a decision must have (bvl §§ 12-5, 2-5; fvl §§ 23-25), with what each must answer. The text is a person's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from oppvekst.domain.decisions.rules.kinds import KINDS, Kind, beyond_help_at_home
from oppvekst.law.citation import Citation, bvl, fvl


@dataclass(frozen=True)
class Section:
    """One part: its heading in the letter in three languages, what it must answer, and whether it stops the signing."""

    key: str
    nb: str
    nn: str
    en: str
    guidance: str
    citation: Citation
    stops: bool = True
    principle: bool = False

    def heading(self, language: str) -> str:
        """The heading in the letter's language."""
        return {"nn": self.nn, "en": self.en}.get(language, self.nb)


DECIDED, FACTS, ASSESSMENT, CHILD = "decided", "facts", "assessment", "child"
BEST_INTERESTS, FAMILY_TIES, MILDEST, SOUNDNESS = "best_interests", "family_ties", "mildest", "soundness"
CULTURE, COOPERATION, EARLY = "culture", "cooperation", "early"
CONSENT, PLAN, REOPENING = "consent", "plan", "reopening"

SECTIONS: Final = (
    Section(
        DECIDED, "Dette har vi bestemt", "Dette har vi bestemt", "What we have decided",
        "Én eller to setninger: hva, fra når, hvor lenge, hvor mye, av hvem, og hva det koster familien om det koster noe.",
        fvl("23"),
    ),
    Section(
        FACTS, "Dette bygger vi på", "Dette byggjer vi på", "What we rely on",
        "De faktiske forholdene vedtaket hviler på, med kilde. Skill det vi vet fra det noen mener.",
        bvl("12-5") & fvl("25", 2),
    ),
    Section(
        CHILD, "Hva barnet mener, og hva vi la vekt på", "Kva barnet meiner, og kva vi la vekt på",
        "What the child thinks, and how we weighed it",
        "Hva barnet fikk vite, ble hørt om og sa, om barnet kjenner seg igjen i gjengivelsen, og hvor mye det veide. "
        "Er barnet ikke hørt, skriv hvorfor.",
        bvl("1-4") & bvl("12-5"), principle=True,
    ),
    Section(
        ASSESSMENT, "Barnevernsfaglig vurdering", "Barnevernsfagleg vurdering", "Our professional assessment",
        "Hvorfor det vi bygger på, fører til dette. Hva som taler for og imot.",
        bvl("12-5"),
    ),
    Section(
        BEST_INTERESTS, "Barnets beste", "Det beste for barnet", "The best interests of the child",
        "En konkret vurdering av hva som er best for dette barnet. Barnets mening er sentral.",
        bvl("1-3") & bvl("12-5"), principle=True,
    ),
    Section(
        MILDEST, "Mildeste inngrep som hjelper", "Mildaste inngrep som hjelper", "The least intrusive help that works",
        "Hva mildere som er prøvd eller vurdert, og hvorfor det ikke er nok.",
        bvl("1-5", 2), principle=True,
    ),
    Section(
        FAMILY_TIES, "Hensynet til familiebånd", "Omsynet til familieband", "Family ties",
        "Hva dette betyr for båndene til foreldre, søsken og andre, og hvordan de holdes ved like.",
        bvl("1-5", 1) & bvl("12-5"), principle=True,
    ),
    Section(
        SOUNDNESS, "Forsvarlighet", "Forsvarlegheit", "Soundness",
        "Vet vi nok? Passer tiltaket, er det godt nok, og er oppfølgingen ordnet?",
        bvl("1-7"), principle=True,
    ),
    Section(
        CULTURE, "Kultur, språk og religion", "Kultur, språk og religion", "Culture, language and religion",
        "Etnisk, kulturell, språklig og religiøs bakgrunn; samiske barns rettigheter.",
        bvl("1-8"), stops=False,
    ),
    Section(
        COOPERATION, "Samarbeid og nettverk", "Samarbeid og nettverk", "Cooperation and network",
        "Hvordan barnet, foreldrene og nettverket har tatt del.", bvl("1-9"), stops=False,
    ),
    Section(
        EARLY, "Tidlig innsats", "Tidleg innsats", "Early help",
        "Kommer hjelpen tidlig nok til å hindre alvorligere problemer?", bvl("1-10"), stops=False,
    ),
    Section(
        CONSENT, "Samtykke", "Samtykke", "Consent",
        "Hvem som har samtykket, når og hvordan, eller hva vedtaket hviler på uten samtykke.", bvl("3-1"),
    ),
    Section(
        PLAN, "Plan og evaluering", "Plan og evaluering", "Plan and evaluation",
        "Målet, hvor lenge, og dagen vi skal se om det hjelper. Selve planen er et eget dokument.", bvl("8-1", 2),
    ),
    Section(
        REOPENING, "Ny undersøkelse kan bli startet", "Ny undersøking kan bli starta", "A new investigation may be started",
        "Hvilken hjelp vi anbefalte, at foreldrene ikke samtykket, og at en ny undersøkelse kan starte innen seks måneder "
        "om vilkårene fortsatt er til stede.",
        bvl("2-5", 3),
    ),
)  # fmt: skip

BY_KEY: Final = {section.key: section for section in SECTIONS}
_ONLY_WITH_HELP = frozenset({CONSENT, PLAN})


def sections_of(kind: Kind) -> tuple[Section, ...]:
    """The parts a decision of this kind has, in the order of the letter."""
    return tuple(section for section in SECTIONS if _belongs(section.key, kind))


def required(kind: Kind, *, category: str = "", consent_ground: str = "") -> tuple[Section, ...]:
    """The parts without which it cannot be signed (bvl § 12-5)."""
    far = beyond_help_at_home(category, consent_ground)
    return tuple(one for one in sections_of(kind) if one.stops and (one.key != MILDEST or far))


def missing(
    kind: Kind, written: dict[str, str], *, category: str = "", consent_ground: str = ""
) -> tuple[Section, ...]:
    """What must still be written before it can be signed."""
    wanted = required(kind, category=category, consent_ground=consent_ground)
    return tuple(section for section in wanted if not written.get(section.key, "").strip())


def _belongs(key: str, kind: Kind) -> bool:
    if key == REOPENING:
        return kind == Kind.DISMISSAL_REOPEN
    return key not in _ONLY_WITH_HELP or KINDS[kind].grants_help
