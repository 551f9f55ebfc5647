"""What each step of a decision demands, one condition at a time, each with the sentence a person reads."""

from __future__ import annotations

from oppvekst.domain.decisions.rules.categories import CATEGORIES
from oppvekst.domain.decisions.rules.facts import DecisionFacts
from oppvekst.domain.decisions.rules.kinds import KINDS, MOST_BASES, Kind
from oppvekst.domain.decisions.rules.sections import SECTIONS, Section
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.machine import Guard

type DecisionGuard = Guard[DecisionFacts]

_LOCAL = "Loven krever ikke dette med rene ord. Det er vår faste måte å gjøre det på."

PARTIES_DETERMINED: DecisionGuard = Guard(
    "parties_determined",
    lambda facts: facts.addressees > 0 and not facts.unassessed,
    "Bestem hvem vedtaket gjelder: for hver forelder, om hun er part eller bare skal ha melding, og hvorfor.",
    bvl("12-2"),
    field="addressees",
)
CHILD_PERSONALLY: DecisionGuard = Guard(
    "child_personally",
    lambda facts: not facts.youth_left_out,
    "Den som har fylt 15 år og er part, skal selv ha varselet. Det er ikke nok at foreldrene får det.",
    fvl("16", 1) & fvl("27", 1),
)
NOTICE_WRITTEN: DecisionGuard = Guard(
    "notice_text",
    lambda facts: bool(facts.notice_text.strip()),
    "Skriv hva saken gjelder, og hva dere vurderer å bestemme, slik at den som får varselet, kan svare på det.",
    fvl("16", 2),
    field="notice_text",
)
LIMIT_SET: DecisionGuard = Guard(
    "answers_due",
    lambda facts: facts.answers_due is not None and facts.today is not None and facts.answers_due > facts.today,
    "Sett en frist for å uttale seg, etter dagen varselet sendes.",
    fvl("16", 1),
    field="answers_due",
)
HEARD_OR_OVER: DecisionGuard = Guard(
    "answers_awaited",
    lambda facts: not facts.unanswered or _limit_is_over(facts),
    "Fristen for å uttale seg er ikke ute, og ikke alle har svart.",
    fvl("16", 1),
)
SKIP_REASONED: DecisionGuard = Guard(
    "notice_skipped",
    lambda facts: bool(facts.notice_skipped.strip()),
    "Skriv hvorfor forhåndsvarsel ikke sendes: at det ikke er praktisk mulig, kan hindre gjennomføringen, eller er åpenbart "
    "unødvendig.",
    fvl("16", 3),
    field="notice_skipped",
)
BASIS_CHOSEN: DecisionGuard = Guard(
    "legal_basis",
    lambda facts: 1 <= facts.bases <= MOST_BASES,
    "Velg hvilken bestemmelse vedtaket er truffet etter, og høyst tre til.",
    fvl("25", 1),
    field="bases",
)
CATEGORY_CHOSEN: DecisionGuard = Guard(
    "category",
    lambda facts: not KINDS[facts.kind].grants_help or bool(facts.category),
    "Velg hva slags hjelp det er, med registerets kode.",
    bvl("13-7"),
    field="category",
)
CATEGORY_IN_FORCE: DecisionGuard = Guard(
    "category_retired",
    lambda facts: not facts.category or facts.today is None or CATEGORIES.get(facts.category).valid_on(facts.today),
    "Koden gjelder ikke lenger. Velg en som registeret tar imot i dag.",
    bvl("13-7"),
    field="category",
)
CATEGORY_EXPLAINED: DecisionGuard = Guard(
    "category_words",
    lambda facts: (
        not (facts.category and CATEGORIES.get(facts.category).needs_text) or bool(facts.category_words.strip())
    ),
    "Skriv hva slags hjelp det er. Registeret krever en presisering av denne koden.",
    bvl("13-7"),
    field="category_words",
)
CHILD_HEARD: DecisionGuard = Guard(
    "child_heard",
    lambda facts: not facts.child_lacks,
    "Barnets medvirkning er ikke fullstendig dokumentert. Se hva som mangler under «Barnets stemme».",
    bvl("1-4") & bvl("12-5"),
)
CONSENTS_STAND: DecisionGuard = Guard(
    "consents",
    lambda facts: not facts.consents_lacking,
    "Hjelpen bygger på samtykke, og ikke alle som må, har samtykket.",
    bvl("3-1"),
)
RECOMMENDED: DecisionGuard = Guard(
    "recommended_measures",
    lambda facts: facts.kind != Kind.DISMISSAL_REOPEN or bool(facts.recommended.strip()),
    "Skriv hvilken hjelp dere anbefalte. Bare når foreldrene har sagt nei til anbefalt hjelp, kan vedtaket åpne for en ny "
    "undersøkelse.",
    bvl("2-5", 3),
    field="recommended",
)
REFUSED_BY_PARENTS: DecisionGuard = Guard(
    "refusal_by_parents",
    lambda facts: facts.kind != Kind.DISMISSAL_REOPEN or facts.refused_by_parents,
    "Bare foreldrenes nei til anbefalt hjelp kan gi en ny undersøkelse uten ny melding. At den unge selv sier nei, er ikke "
    "nok.",
    bvl("2-5", 3),
)
MAY_SIGN: DecisionGuard = Guard(
    "signer_without_competence",
    lambda facts: facts.may_sign,
    "Rollen din kan ikke undertegne vedtak. Send det til teamleder eller leder.",
    bvl("15-3"),
    interpretation=_LOCAL,
)
ALL_DISPATCHED: DecisionGuard = Guard(
    "undispatched",
    lambda facts: not facts.undispatched,
    "Vedtaket er ikke sendt til alle som skal ha det.",
    fvl("27", 1) & bvl("12-2", 2),
)
ALL_REACHED: DecisionGuard = Guard(
    "unreached",
    lambda facts: not facts.unreached,
    "Noen har ikke fått vedtaket ennå, så klagefristen deres er ikke begynt å løpe.",
    fvl("29", 1),
)
APPEAL_PERIOD_OVER: DecisionGuard = Guard(
    "appeal_period_runs",
    lambda facts: not facts.last_appeal_day or (facts.today is not None and facts.today > facts.last_appeal_day),
    "Klagefristen er ikke ute for alle.",
    fvl("29", 1) & bvl("12-9"),
)
NOTHING_APPEALED: DecisionGuard = Guard(
    "appeal_open", lambda facts: not facts.appeal_open, "En klage er ikke ferdig behandlet.", fvl("33")
)
REVERSAL_GROUND: DecisionGuard = Guard(
    "reversal_ground",
    lambda facts: bool(facts.reversal_ground.strip()),
    "Skriv hvorfor vedtaket kan omgjøres: at det ikke er til skade for noen det retter seg mot, at de ikke er underrettet "
    "ennå, eller at det er ugyldig.",
    fvl("35", 1),
    field="reversal_ground",
)
LAPSES: DecisionGuard = Guard(
    "lapses_by_law",
    lambda facts: facts.lapses_by_law,
    "Loven sier ikke at dette vedtaket faller bort av seg selv.",
    bvl("4-2", 3),
)


def written(section: Section) -> DecisionGuard:
    """A part of the decision that must be written before it can be signed (bvl § 12-5)."""
    return Guard(
        f"section_{section.key}", lambda facts: section.key not in facts.missing, f"Skriv delen «{section.nb}».",
        section.citation, field=section.key,
    )  # fmt: skip


WRITTEN = tuple(written(section) for section in SECTIONS if section.stops)
TO_SIGN = (
    MAY_SIGN, PARTIES_DETERMINED, BASIS_CHOSEN, CATEGORY_CHOSEN, CATEGORY_IN_FORCE, CATEGORY_EXPLAINED, *WRITTEN, CHILD_HEARD,
    CONSENTS_STAND, RECOMMENDED, REFUSED_BY_PARENTS,
)  # fmt: skip


def _limit_is_over(facts: DecisionFacts) -> bool:
    return facts.answers_due is not None and facts.today is not None and facts.today > facts.answers_due
