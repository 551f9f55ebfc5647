"""What each step of a measure demands, each with the sentence a person reads."""

from __future__ import annotations

from oppvekst.domain.measures.rules.facts import MeasureFacts
from oppvekst.domain.measures.rules.limits import USUAL_MONTHS
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard

type MeasureGuard = Guard[MeasureFacts]

CONSENTS: MeasureGuard = Guard(
    "consents",
    lambda facts: facts.by_order or not facts.consents_lacking,
    "Tiltaket er frivillig, og ikke alle som må, har samtykket.",
    bvl("3-1"),
)
DECISION: MeasureGuard = Guard(
    "decision_signed", lambda facts: facts.decision_signed, "Vedtaket om tiltaket er ikke undertegnet.", bvl("12-5")
)
SAME_BASIS: MeasureGuard = Guard(
    "same_basis",
    lambda facts: facts.same_basis,
    "Tiltaket og vedtaket må ha samme bestemmelse. Registeret tar ikke imot noe annet.",
    bvl("13-7"),
)
PLAN: MeasureGuard = Guard(
    "measure_plan",
    lambda facts: facts.goals > 0,
    "Lag tiltaksplanen først, med minst ett mål som en kan se om er nådd.",
    bvl("8-1", 2),
    field="goals",
)
DURATION: MeasureGuard = Guard(
    "duration",
    lambda facts: facts.duration_set,
    "Skriv i planen hvor lenge hjelpen skal vare.",
    bvl("8-1", 2),
    field="ends_on",
)
PROVIDER: MeasureGuard = Guard(
    "provider",
    lambda facts: not facts.provider_lacks,
    "Den som skal gi hjelpen, mangler noe: gyldig politiattest eller avtale.",
    bvl("12-11", 1),
    told=lambda facts: " ".join(facts.provider_lacks),
)
INTERVAL: MeasureGuard = Guard(
    "reason",
    lambda facts: facts.interval_months <= USUAL_MONTHS or bool(facts.interval_reason.strip()),
    "Skriv hvorfor tiltaket skal evalueres sjeldnere enn hver tredje måned.",
    bvl("8-1", 1),
    field="interval_reason",
    interpretation="Tre måneder er hovedregelen i veiledningen. Loven sier systematisk og jevnlig.",
)
WORKS: MeasureGuard = Guard(
    "works", lambda facts: bool(facts.works.strip()), "Skriv om hjelpen virker.", bvl("8-1", 1), field="works"
)
NEW_NEEDS: MeasureGuard = Guard(
    "new_needs",
    lambda facts: bool(facts.new_needs.strip()),
    "Skriv om det trengs annen eller mer hjelp.",
    bvl("8-1", 1),
    field="new_needs",
)
CARE_GROUNDS: MeasureGuard = Guard(
    "care_grounds",
    lambda facts: bool(facts.care_grounds.strip()),
    "Skriv om det er grunnlag for omsorgsovertakelse. Svaret er nesten alltid nei, men loven vil at vi spør.",
    bvl("8-1", 1),
    field="care_grounds",
)
HEARD: MeasureGuard = Guard(
    "heard",
    lambda facts: (facts.child_heard and facts.parents_heard) or bool(facts.not_heard_reason.strip()),
    "Barnet og foreldrene skal ha sagt hva de mener, eller det skal stå hvorfor ikke.",
    bvl("1-4"),
    field="not_heard_reason",
)
END_DECIDED: MeasureGuard = Guard(
    "enkeltvedtak_with_reasons_and_appeal",
    lambda facts: facts.end_decided or facts.end_agreed,
    "Å avslutte mot noens ønske, eller på 18-årsdagen, er et enkeltvedtak med begrunnelse og klagerett.",
    bvl("3-6", 2) & bvl("12-5"),
)
ORDER_KNOWN: MeasureGuard = Guard(
    "order",
    lambda facts: facts.order_known,
    "Skriv hva nemnda har bestemt, hvilken dag, og nummeret på saken i nemnda.",
    bvl("3-4"),
    field="ordered_on",
)
ORDER_FITS: MeasureGuard = Guard(
    "order_of_the_list",
    lambda facts: facts.order_fits,
    "Nemnda kan bare pålegge det som står i loven, og tiltakets kategori må være av det slaget. Et fosterhjem kan ikke pålegges.",
    bvl("3-4", 1),
    field="ordered",
)
WITHDRAWN: MeasureGuard = Guard(
    "consent_withdrawn",
    lambda facts: facts.withdrawn,
    "Alle som må, har samtykket, og ingen har trukket det.",
    bvl("3-1"),
)
NOT_PAST: MeasureGuard = Guard(
    "not_past_last_day",
    lambda facts: facts.last_day is None or facts.today is None or facts.today <= facts.last_day,
    "Siste dag er passert. Hjelpen forlenges ikke i stillhet: skal den fortsette, må det bestemmes på nytt.",
    bvl("3-4", 4),
)
REASONS: MeasureGuard = Guard(
    "reasons",
    lambda facts: bool(facts.reasons.strip()),
    "Skriv hvorfor det ikke blir noe av tiltaket.",
    bvl("12-4"),
    field="reasons",
)
PAST_LAST_DAY: MeasureGuard = Guard(
    "last_day",
    lambda facts: facts.last_day is not None and facts.today is not None and facts.today > facts.last_day,
    "Siste dag er ikke passert.",
    bvl("3-4", 4),
)
