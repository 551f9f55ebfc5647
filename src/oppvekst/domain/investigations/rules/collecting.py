"""Asking others, relying on experts, and what parents cannot refuse (bvl §§ 2-2 (5), 12-7, 12-10, 13-4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.law.citation import Citation, Mark, bvl, fvl
from oppvekst.law.deadline import Limit, Rule, Unit
from oppvekst.law.machine import Guard, Step
from oppvekst.law.verdict import Verdict

_IN_FORCE = date(2023, 1, 1)


class Ground(StrEnum):
    """What lets somebody tell us, and us ask."""

    CONSENT = "consent"
    ORDER = "order"
    OWN_DUTY = "own_duty"
    NOT_BOUND = "not_bound"


GROUNDS: Final[dict[Ground, tuple[str, Citation]]] = {
    Ground.CONSENT: ("Samtykke fra den det gjelder", fvl("13 a")),
    Ground.ORDER: ("Pålegg til offentlig myndighet eller fagperson", bvl("13-4")),
    Ground.OWN_DUTY: ("Gitt uoppfordret, etter opplysningsplikten", bvl("13-2")),
    Ground.NOT_BOUND: ("Den vi spør, har ikke taushetsplikt", bvl("13-1")),
}

# The kinds of case in which an order may be given; the list is to be confirmed by a lawyer before it is relied on.
ORDER_CASES: Final[dict[str, tuple[str, Citation]]] = {
    "3-4": ("Pålegg om hjelpetiltak, for å hindre at det blir sak om omsorgsovertakelse", bvl("3-4")),
    "3-7": ("Medisinsk undersøkelse og behandling", bvl("3-7")),
    "3-8": ("Behandling og opplæring av barn med særlige behov", bvl("3-8")),
    "5-1": ("Omsorgsovertakelse", bvl("5-1")),
    "6-2": ("Institusjon uten samtykke ved alvorlige atferdsvansker", bvl("6-2")),
    "6-6": ("Institusjon ved fare for menneskehandel", bvl("6-6")),
}
AVERTS = "3-4"
_ASKING = bvl("2-2") & bvl("13-4")


@dataclass(frozen=True, kw_only=True)
class AskingFacts:
    """What decides whether somebody may be asked."""

    investigation_open: bool = False
    ground: str = ""
    about: str = ""
    consent_by: str = ""
    consent_on: date | None = None
    asked_on: date | None = None
    order_case: str = ""
    averts: bool = False
    told_on: date | None = None
    untold_reasons: str = ""


def _consent_holds(facts: AskingFacts) -> bool:
    if facts.ground != Ground.CONSENT:
        return True
    late = facts.asked_on and facts.consent_on and facts.consent_on > facts.asked_on
    return bool(facts.consent_by.strip() and facts.consent_on and not late)


_INVESTIGATED: Guard[AskingFacts] = Guard(
    "investigation_not_open",
    lambda facts: facts.investigation_open,
    "Ingen undersøkelse er åpen. Før det er åpnet undersøkelse, kan dere bare spørre den som meldte, og familien.",
    _ASKING,
    interpretation="Loven sier det ikke med rene ord. Å spørre skole, lege eller naboer er å undersøke, og det krever § 2-2.",
)
_ABOUT: Guard[AskingFacts] = Guard(
    "about",
    lambda facts: bool(facts.about.strip()),
    "Skriv hva dere spør om. Spør ikke om mer enn dere trenger.",
    bvl("13-4"),
    field="about",
)
_GROUND: Guard[AskingFacts] = Guard(
    "ground",
    lambda facts: facts.ground in set(Ground),
    "Velg hva som gir dere lov til å spørre.",
    bvl("13-4"),
    "ground",
)
_CONSENT: Guard[AskingFacts] = Guard(
    "consent_unchecked",
    _consent_holds,
    "Skriv hvem som har samtykket, og hvilken dag. Samtykket må være gitt før dere spør.",
    fvl("13 a"),
    field="consent_by",
)
_ORDER: Guard[AskingFacts] = Guard(
    "order_case",
    lambda facts: facts.ground != Ground.ORDER or facts.order_case in ORDER_CASES,
    "Et pålegg kan bare gis i bestemte slags saker. Velg hvilken.",
    bvl("13-4"),
    field="order_case",
)
_AVERTS: Guard[AskingFacts] = Guard(
    "averts",
    lambda facts: facts.ground != Ground.ORDER or facts.order_case != AVERTS or facts.averts,
    "I en sak om pålagte hjelpetiltak kan dere bare gi pålegg for å hindre at det blir sak om omsorgsovertakelse. Bekreft det.",
    bvl("13-4") & bvl("3-4"),
    field="averts",
)
_TOLD: Guard[AskingFacts] = Guard(
    "family_told",
    lambda facts: facts.told_on is not None or bool(facts.untold_reasons.strip()),
    "Skriv når familien fikk vite at dere spør, eller hvorfor de ikke får vite det nå.",
    bvl("13-4", 4),
    field="told_on",
)

ASK: Step[AskingFacts] = Step(
    "ask",
    frozenset({"open"}),
    "asked",
    bvl("13-4"),
    (_INVESTIGATED, _ABOUT, _GROUND, _CONSENT, _ORDER, _AVERTS, _TOLD),
    "Innhent opplysninger",
)

# What the commission does not assess: a guard without these would stop lawful work.
EXEMPTIONS: Final[dict[str, tuple[str, str]]] = {
    "public_control": ("Skrevet av ansatte som ellers er under offentlig kontroll", "forskrift 2022-1430 § 3"),
    "process_summary": ("Oppsummering i samtaleprosess", "samtaleprosessforskriften § 7 tredje ledd"),
    "child_heard_only": (
        "Notat fra en sakkyndig som bare er oppnevnt for å høre barnet",
        "medvirkningsforskriften § 15 sjette ledd",
    ),
}

COMMISSION = Limit(
    Rule(
        "D19",
        "Barnesakkyndig kommisjon vurderer rapporten",
        bvl("12-7", 1) & bvl("12-8"),
        12,
        Unit.DAYS,
        valid_from=_IN_FORCE,
        trigger="Rapporten ble sendt til kommisjonen",
        mark=Mark.B,
        note="Tolv dager er kommisjonens normaltid «hvis mulig», ikke en frist som noe faller bort etter.",
        who="kommisjonen",
    )
)
SEND_OPINION = Limit(
    Rule(
        "D19-send",
        "Sakkyndigrapport til Barnesakkyndig kommisjon",
        bvl("12-7", 1),
        valid_from=_IN_FORCE,
        trigger="Rapporten ble mottatt",
        promptly="sendes før den legges til grunn",
        who="saksbehandler",
    )
)


class Use(StrEnum):
    """What a opinion is to be relied on for."""

    DISMISSAL = "dismissal_after_investigation"
    MEASURE = "measure"
    EMERGENCY = "emergency_decision"


def may_be_relied_on(use: Use, *, assessed: bool, exemption: str = "") -> Verdict:
    """Whether a opinion by an expert may be relied on now (bvl § 12-7 (1)): not before the commission has assessed it."""
    law = bvl("12-7", 1)
    if use is Use.EMERGENCY:
        told = "I akuttvedtak gjelder ikke kravet om at kommisjonen har vurdert rapporten."
        return Verdict(True, told, law & bvl("14-18", 2))
    if exemption in EXEMPTIONS:
        text, source = EXEMPTIONS[exemption]
        return Verdict(True, f"Kommisjonen vurderer ikke denne: {text.lower()} ({source}).", law)
    if assessed:
        return Verdict(True, "Kommisjonen har vurdert rapporten.", law)
    told = "Rapporten er ikke vurdert av Barnesakkyndig kommisjon, og kan ikke legges til grunn, heller ikke for å henlegge."
    return Verdict(False, told, law)


def home_visit_refused() -> Verdict:
    """Parents cannot refuse a visit to the home (bvl § 2-2 (5)); the police help only when the leader demands it."""
    told = (
        "Foreldrene kan ikke motsette seg hjemmebesøket. Prøv igjen, forklar hvorfor, og snakk med lederen: bare lederen kan "
        "kreve bistand fra politiet."
    )
    return Verdict(True, told, bvl("2-2", 5) & bvl("12-10"))


# The leader alone, or whoever is appointed acting leader by date; a deputy is not the leader (bvl §§ 2-2 (5), 12-10).
RESERVED_TO_LEADER: Final = "investigation.examine"
