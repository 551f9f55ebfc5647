"""What each step of a concern demands, one condition at a time."""

from oppvekst.domain.concerns.rules.codes import conclusion_codes
from oppvekst.domain.concerns.rules.facts import ConcernFacts
from oppvekst.domain.concerns.rules.unborn import may_open_for_unborn
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.machine import Guard

type ConcernGuard = Guard[ConcernFacts]

_LOCAL = "Loven krever ikke dette med rene ord. Det er vår faste måte å gjøre det på."

IMMEDIATE_NEED_FOUND: ConcernGuard = Guard(
    "immediate_need_found",
    lambda facts: facts.immediate_need is True,
    "Vurder først om barnet trenger hjelp med en gang. Meldingen haster bare når svaret er ja.",
    bvl("2-1", 1, sentence=3),
    field="immediate_need",
)
NEED_ASSESSED: ConcernGuard = Guard(
    "immediate_need_assessment",
    lambda facts: facts.immediate_need is not None,
    "Vurder først om barnet trenger hjelp med en gang.",
    bvl("2-1", 1, sentence=3),
    field="immediate_need",
)
NOT_DISQUALIFIED: ConcernGuard = Guard(
    "worker_disqualified",
    lambda facts: not facts.worker_disqualified,
    "Den som skal ha meldingen, er inhabil. En kollega må ta den.",
    fvl("6"),
)
NOT_BARRED: ConcernGuard = Guard(
    "worker_barred",
    lambda facts: not facts.worker_barred,
    "Saken er sperret for den som skal ha meldingen. En kollega må ta den.",
    bvl("13-1"),
)
REASONABLE_GROUND: ConcernGuard = Guard(
    "reasonable_ground",
    lambda facts: bool(facts.reasonable_ground.strip()),
    "Skriv hva som gir rimelig grunn til å anta at barnet kan trenge tiltak.",
    bvl("2-2", 1),
    field="reasonable_ground",
)
UNBORN_MAY_BE_OPENED: ConcernGuard = Guard(
    "unborn_without_consent",
    lambda facts: not facts.unborn or _may_open(facts),
    may_open_for_unborn(woman_consents=False, notice_of_detention=False).sentence,
    bvl("1-2", 1) & bvl("2-4"),
)
NOT_AN_APPLICATION: ConcernGuard = Guard(
    "enkeltvedtak_refusing_application",
    lambda facts: not facts.application_for_help,
    "Henvendelsen er en søknad om hjelp. Den kan ikke henlegges som en melding, men må besvares med et enkeltvedtak "
    "som det kan klages på.",
    fvl("2") & bvl("12-9"),
)
REASONS_WRITTEN: ConcernGuard = Guard(
    "written_reasons_with_professional_assessments",
    lambda facts: bool(facts.reasons.strip()),
    "Skriv hvorfor meldingen henlegges, med de faglige vurderingene.",
    bvl("2-1", 2),
    field="reasons",
)
OBVIOUSLY_UNFOUNDED: ConcernGuard = Guard(
    "obviously_unfounded",
    lambda facts: facts.obviously_unfounded,
    "Bekreft at meldingen er åpenbart grunnløs. Ellers må den henlegges med begrunnelse.",
    bvl("2-1", 2),
    field="obviously_unfounded",
)
UNFOUNDED_CONFIRMED: ConcernGuard = Guard(
    "second_person",
    lambda facts: facts.confirmed,
    "En kollega må være enig i at meldingen er åpenbart grunnløs.",
    bvl("2-1", 2),
    field="confirmed_by",
    interpretation=_LOCAL,
)
URGENT_CONFIRMED: ConcernGuard = Guard(
    "urgent_second_person",
    lambda facts: not facts.immediate_need or facts.confirmed,
    "Meldingen er vurdert å haste. En kollega må være enig før den avsluttes.",
    bvl("2-1", 1, sentence=3),
    field="confirmed_by",
    interpretation=_LOCAL,
)
INVESTIGATION_OPEN: ConcernGuard = Guard(
    "no_open_investigation",
    lambda facts: facts.investigation_open,
    "Barnet har ingen pågående undersøkelse.",
    bvl("2-2", 1),
)
MEASURES_ACTIVE: ConcernGuard = Guard(
    "no_active_measure",
    lambda facts: facts.measures_active,
    "Barnet har ingen aktive tiltak.",
    bvl("2-1", 2),
)
NEW_INVESTIGATION_CONSIDERED: ConcernGuard = Guard(
    "new_investigation_considered",
    lambda facts: facts.new_investigation_considered,
    "Vurder om det som står i meldingen, krever en ny undersøkelse.",
    bvl("2-2", 1),
    field="new_investigation_considered",
    interpretation=_LOCAL,
)
RECEIVER_NAMED: ConcernGuard = Guard(
    "receiver_named",
    lambda facts: bool(facts.receiver.strip()),
    "Skriv hvilken tjeneste eller etat meldingen overføres til.",
    bvl("13-5", 1),
    field="receiver",
)
TRANSFER_ACKNOWLEDGED: ConcernGuard = Guard(
    "transfer_acknowledged",
    lambda facts: facts.acknowledged_at is not None,
    "Skriv når mottakeren bekreftet at de har meldingen. Fristen vår løper til da.",
    bvl("13-5", 1) & bvl("15-4", 1),
    field="acknowledged_at",
    interpretation=_LOCAL,
)
RETRACTION_EXPLAINED: ConcernGuard = Guard(
    "retraction_reason",
    lambda facts: bool(facts.retraction_reason.strip()),
    "Skriv hva som er feil, for eksempel feil barn eller samme melding to ganger.",
    bvl("12-4"),
    field="retraction_reason",
)


def code_for(step: str) -> ConcernGuard:
    """A conclusion code that belongs to that step and is valid on the day of the conclusion."""
    return Guard(
        "conclusion_code",
        lambda facts: facts.conclusion_code in _choices(step, facts),
        "Velg en konklusjonskode som gjelder på datoen for konklusjonen.",
        bvl("13-7"),
        field="conclusion_code",
    )


def _choices(step: str, facts: ConcernFacts) -> set[str]:
    return {code.code for code in conclusion_codes(step, on=facts.on)} if facts.on else set()


def _may_open(facts: ConcernFacts) -> bool:
    return may_open_for_unborn(woman_consents=facts.woman_consents, notice_of_detention=facts.notice_of_detention).yes
