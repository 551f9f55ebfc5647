"""What each step of an appeal demands, one condition at a time."""

from oppvekst.domain.decisions.rules.appeal.facts import AppealFacts, Excuse, Ground, Outcome
from oppvekst.domain.decisions.rules.appeal.standing import STRAIGHT_TO_TRIBUNAL, may_appeal
from oppvekst.domain.decisions.rules.appeal.time import detriment_told_in_time
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.machine import Guard

type AppealGuard = Guard[AppealFacts]

_CONFIRMED = (
    "Loven sier ikke med rene ord at klagen skal leses opp. Det er vår måte å vite at vi har forstått klageren."
)


def entitled(facts: AppealFacts) -> bool:
    """Whether whoever appeals may appeal against this decision (fvl § 28; bvl §§ 9-8, 12-3 a)."""
    verdict = may_appeal(facts.appellant, facts.sections, over_standing=facts.over_standing, interest=facts.interest)
    return verdict.yes


def _authorised(facts: AppealFacts) -> bool:
    return not facts.represented or facts.lawyer or facts.authority_shown


def _ground_holds(facts: AppealFacts) -> bool:
    if facts.ground == Ground.LATE:
        return _late(facts) and not (facts.excuse in {Excuse.NOT_TO_BLAME, Excuse.SPECIAL_REASONS} and _within(facts))
    if facts.ground == Ground.NOT_ENTITLED:
        return not entitled(facts) or not _authorised(facts)
    return facts.complete_by is not None and facts.complete_by < facts.on


def _late(facts: AppealFacts) -> bool:
    return facts.timing is not None and not facts.timing.in_time


def _told_too_late(facts: AppealFacts) -> bool:
    if not (facts.outcome_to_detriment and facts.received_on):
        return False
    return facts.detriment_told_on is None or not detriment_told_in_time(facts.received_on, facts.detriment_told_on)


def _within(facts: AppealFacts) -> bool:
    return facts.timing is None or facts.timing.in_time or facts.timing.within_a_year


LODGED_WITH_US: AppealGuard = Guard(
    "straight_to_tribunal",
    lambda facts: not (facts.sections and facts.sections[0] in STRAIGHT_TO_TRIBUNAL),
    "Dette vedtaket prøves av barneverns- og helsenemnda direkte. Hjelp klageren med å sende klagen dit i dag; vi "
    "behandler den ikke.",
    bvl("14-23") & bvl("12-9"),
)
SIGNED_DECISION: AppealGuard = Guard(
    "decision_not_signed",
    lambda facts: facts.decision_signed,
    "Det er ikke truffet noe vedtak å klage på ennå. Svar klageren, og fortell når vedtaket kommer.",
    fvl("28", 1) & fvl("32", 1),
)
MAY_APPEAL: AppealGuard = Guard(
    "not_entitled_to_appeal",
    entitled,
    "Den som klager, har ikke klagerett slik klagen er registrert. Rett opplysningene, eller avvis klagen med begrunnelse.",
    fvl("28", 1) & bvl("9-8", 2) & bvl("12-3 a"),
)
AUTHORITY_SHOWN: AppealGuard = Guard(
    "authority_missing",
    _authorised,
    "En fullmektig som ikke er advokat, må vise skriftlig fullmakt. Be om den, og sett en kort frist.",
    fvl("12") & fvl("32", 3),
    field="authority",
)
WRITTEN_DOWN: AppealGuard = Guard(
    "oral_appeal_not_written_down",
    lambda facts: bool(facts.says.strip()) and (not facts.spoken or facts.read_back),
    "Skriv ned klagen med klagerens egne ord, les den opp, og bekreft at den er riktig forstått.",
    fvl("11") & fvl("32", letter="a"),
    field="read_back",
    interpretation=_CONFIRMED,
)
IN_TIME: AppealGuard = Guard(
    "appeal_late",
    lambda facts: facts.timing is not None and facts.timing.in_time,
    "Klagen kom etter at fristen var ute. Vurder om den likevel skal behandles.",
    fvl("29") & fvl("30"),
)
IS_LATE: AppealGuard = Guard(
    "appeal_in_time",
    lambda facts: facts.timing is None or not facts.timing.in_time,
    "Klagen er i tide, og skal undersøkes.",
    fvl("29") & fvl("30"),
)
EXCUSE_CHOSEN: AppealGuard = Guard(
    "excuse_not_assessed",
    lambda facts: facts.excuse in set(Excuse),
    "Vurder om klageren kan lastes, og om særlige grunner gjør det rimelig å prøve klagen.",
    fvl("31", 1),
    field="excuse",
)
LATE_REASONS: AppealGuard = Guard(
    "late_reasons_missing",
    lambda facts: bool(facts.late_reasons.strip()),
    "Skriv hvorfor, og om en endring kan være til skade for andre.",
    fvl("31", 1) & fvl("31", 2),
    field="late_reasons",
)
WITHIN_A_YEAR: AppealGuard = Guard(
    "over_a_year",
    _within,
    "Det er gått mer enn ett år siden vedtaket ble truffet. Klagen kan ikke behandles, uansett grunn. Vurder om vedtaket skal "
    "gjøres om uten klage.",
    fvl("31", 3) & fvl("35"),
)
EXCUSED: AppealGuard = Guard(
    "late_without_excuse",
    lambda facts: not _late(facts) or facts.excuse in {Excuse.NOT_TO_BLAME, Excuse.SPECIAL_REASONS},
    "Klagen er for sen, og ingen av grunnene for å behandle den likevel er til stede. Den skal avvises.",
    fvl("31", 1),
)
WHAT_IS_NEW: AppealGuard = Guard(
    "findings_missing",
    lambda facts: bool(facts.new.strip()),
    "Skriv hva som er nytt i klagen, og hva dere har undersøkt. Er ingenting nytt, skriv det.",
    fvl("33", 2),
    field="new",
)
CHILD_HEARD: AppealGuard = Guard(
    "child_not_heard_on_appeal",
    lambda facts: bool(facts.child_heard.strip()),
    "Skriv hva barnet mener om klagen, eller hvorfor barnet ikke er spurt nå.",
    bvl("1-4"),
    field="child_heard",
)
OTHERS_TOLD: AppealGuard = Guard(
    "other_parties_not_told",
    lambda facts: bool(facts.others_told.strip()),
    "Skriv når de andre partene fikk vite om klagen og kunne uttale seg, eller hvorfor de ikke skal det.",
    fvl("33", 3),
    field="others_told",
)
ASSESSED: AppealGuard = Guard(
    "appeal_not_assessed",
    lambda facts: bool(facts.assessed.strip()) and facts.founded is not None,
    "Skriv hva klagen har å si for vedtaket, og velg om den er begrunnet.",
    fvl("33", 2),
    field="assessed",
)
FOUNDED: AppealGuard = Guard(
    "appeal_not_founded",
    lambda facts: facts.founded is True,
    "Vi kan bare endre vedtaket når vi finner klagen begrunnet, helt eller delvis. Ellers sendes den videre.",
    fvl("33", 2),
)
NOT_TO_DETRIMENT: AppealGuard = Guard(
    "change_to_detriment",
    lambda facts: not facts.to_detriment,
    "Vi kan ikke endre vedtaket til skade for den som klager. Bare klageinstansen kan det, med melding innen tre "
    "måneder etter at "
    "klagen kom til oss.",
    fvl("34", 3) & fvl("35"),
    field="to_detriment",
)
CHANGE_REASONS: AppealGuard = Guard(
    "change_reasons_missing",
    lambda facts: bool(facts.change_reasons.strip()) and facts.wholly is not None,
    "Skriv hva som endres og hvorfor, og om klageren får helt eller delvis medhold.",
    fvl("33", 2),
    field="change_reasons",
)
NOT_WHOLLY_CHANGED: AppealGuard = Guard(
    "nothing_left_to_send",
    lambda facts: facts.wholly is not True,
    "Klageren har fått medhold i alt. Da er det ingenting igjen å sende videre.",
    fvl("33", 4),
)
STATEMENT_WRITTEN: AppealGuard = Guard(
    "statement_missing",
    lambda facts: bool(facts.statement.strip()),
    "Skriv hva vi mener om klagen, og hvorfor vedtaket blir stående.",
    fvl("33", 4),
    field="statement",
)
ENCLOSED: AppealGuard = Guard(
    "documents_missing",
    lambda facts: {"appeal", "decision"} <= {*facts.enclosures},
    "Klagen og vedtaket må følge med. Saken skal være klar til å avgjøres når den kommer fram.",
    fvl("33", 4),
    field="enclosures",
)
COPY_TO_PARTY: AppealGuard = Guard(
    "copy_of_statement_missing",
    lambda facts: bool(facts.copy_to_party.strip()),
    "Klageren skal ha kopi av det vi skriver til klageinstansen samtidig. Skriv hvordan, eller hvorfor ikke.",
    fvl("33", 4),
    field="copy_to_party",
)
OUTCOME_CHOSEN: AppealGuard = Guard(
    "outcome_missing",
    lambda facts: facts.outcome in set(Outcome),
    "Velg hva klageinstansen bestemte.",
    fvl("34", 4),
    field="outcome",
)
OUTCOME_DATED: AppealGuard = Guard(
    "outcome_date_wrong",
    lambda facts: facts.outcome_on is not None and (facts.sent_on is None or facts.outcome_on >= facts.sent_on),
    "Skriv datoen på avgjørelsen. Den kan ikke være eldre enn dagen vi sendte klagen.",
    fvl("34"),
    field="outcome_on",
)
OUTCOME_SAID: AppealGuard = Guard(
    "outcome_says_missing",
    lambda facts: bool(facts.outcome_says.strip()),
    "Skriv kort hva klageinstansen la vekt på.",
    fvl("34"),
    field="outcome_says",
)
DETRIMENT_TAKEN_UP: AppealGuard = Guard(
    "detriment_told_too_late",
    lambda facts: not _told_too_late(facts) or bool(facts.detriment_taken_up.strip()),
    "Vedtaket er endret til skade for klageren, og meldingen kom ikke innen tre måneder etter at klagen kom til oss. "
    "Ta det opp med "
    "klageinstansen, og skriv hva de svarte.",
    fvl("34", 3),
    field="detriment_taken_up",
)
WHOLLY_CHANGED: AppealGuard = Guard(
    "rest_not_sent",
    lambda facts: bool(facts.outcome) or facts.wholly is not False,
    "Klageren har bare fått delvis medhold. Resten skal sendes til klageinstansen, eller klagen trekkes.",
    fvl("33", 4),
)
NEW_DECISION_SIGNED: AppealGuard = Guard(
    "new_decision_not_signed",
    lambda facts: bool(facts.outcome) or facts.new_signed,
    "Det nye vedtaket er ikke undertegnet ennå. Klageren har ikke fått medhold før det er truffet.",
    fvl("33", 2) & fvl("23"),
)
RETURNED_TAKEN_UP: AppealGuard = Guard(
    "returned_not_taken_up",
    lambda facts: facts.outcome != Outcome.RETURNED or facts.new_decision,
    "Saken er sendt tilbake til ny behandling. Opprett det nye vedtaket først.",
    fvl("34", 4),
    field="new_decision",
)
TOLD_ABOUT_COSTS: AppealGuard = Guard(
    "not_told_about_costs",
    lambda facts: not facts.in_favour or facts.costs_told,
    "Vedtaket er endret til gunst. Fortell parten om retten til å kreve dekket sakskostnader, innen tre uker.",
    fvl("36", 3),
    field="costs_told",
)
FOLLOW_UP_WRITTEN: AppealGuard = Guard(
    "follow_up_missing",
    lambda facts: bool(facts.follow_up.strip()),
    "Skriv hva avgjørelsen fører til for barnet og familien, og hvem som har fått vite det.",
    fvl("27", 1) & bvl("12-4"),
    field="follow_up",
)
REJECT_GROUND: AppealGuard = Guard(
    "reject_ground_missing",
    lambda facts: facts.ground in set(Ground),
    "Velg hvorfor klagen avvises.",
    fvl("33", 2),
    field="ground",
)
GROUND_HOLDS: AppealGuard = Guard(
    "reject_ground_does_not_hold",
    lambda facts: facts.ground not in set(Ground) or _ground_holds(facts),
    "Grunnen stemmer ikke med det som er ført. En klage som kan behandles, skal ikke avvises, og den som mangler noe, "
    "skal ha hatt en "
    "kort frist til å rette det.",
    fvl("31") & fvl("32", 3) & fvl("33", 2),
    field="ground",
)
REJECT_REASONS: AppealGuard = Guard(
    "reject_reasons_missing",
    lambda facts: bool(facts.reject_reasons.strip()),
    "Skriv begrunnelsen. Avvisningen er et vedtak, og det kan klages på den.",
    fvl("33", 2) & fvl("24"),
    field="reject_reasons",
)
WITHDRAWN_BY_APPELLANT: AppealGuard = Guard(
    "not_withdrawn_by_appellant",
    lambda facts: facts.withdrawn_by_appellant,
    "Bare den som klaget, eller fullmektigen, kan trekke klagen. Bekreft at det er klageren som har sagt det.",
    fvl("28", 1),
    field="withdrawn_by_appellant",
)
WITHDRAWN_HOW: AppealGuard = Guard(
    "withdrawn_how_missing",
    lambda facts: bool(facts.withdrawn_how.strip()),
    "Skriv når og hvordan klagen ble trukket, og at klageren vet hva det betyr.",
    fvl("11") & bvl("12-4"),
    field="withdrawn_how",
)
