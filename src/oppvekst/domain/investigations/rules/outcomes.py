"""How an investigation ends, and the way back (bvl § 2-5): four ways in the act, and every dismissal is a decision.

Moving away and referral are dismissals too: the act's list of ways to end is closed.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from oppvekst.domain.investigations.rules.codes import CONCLUSIONS, may_be_used
from oppvekst.domain.investigations.rules.limits import PARENTS, InvestigationFacts, reopening_due
from oppvekst.domain.investigations.rules.voice import BY_TALK, PARTICIPATIONS
from oppvekst.law.citation import Citation, bvl
from oppvekst.law.machine import Guard, State, Step

type OutcomeGuard = Guard[InvestigationFacts]

CONCLUDING: Final = "concluding"
CLOSED_MEASURES: Final = "closed_measures"
CLOSED_PETITION: Final = "closed_petition"
CLOSED_DISMISSED: Final = "closed_dismissed"
CLOSED_DISMISSED_WITH_REOPEN: Final = "closed_dismissed_with_reopen"
CLOSED_REFERRED: Final = "closed_referred"
CLOSED_MOVED: Final = "closed_moved"

BEGIN_CONCLUDING: Final = "begin_concluding"
DECIDE_MEASURES: Final = "decide_measures"
PETITION: Final = "petition"
DISMISS: Final = "dismiss"
DISMISS_WITH_REOPEN: Final = "dismiss_with_reopen"
REFER: Final = "refer"
MOVED: Final = "moved"
REOPEN: Final = "reopen"

# Which official codes each way of ending may bear.
CODES_OF_STEP: Final = {
    DECIDE_MEASURES: frozenset({"1"}),
    PETITION: frozenset({"2"}),
    # The child's own no ends in code 4 too, and opens no window.
    DISMISS: frozenset({"3", "4"}),
    DISMISS_WITH_REOPEN: frozenset({"4"}),
    REFER: frozenset({"6"}),
    MOVED: frozenset({"5", "7", "8", "9"}),
}

_ENDS, _BACK, _CHILD = bvl("2-5", 1), bvl("2-5", 3), bvl("1-4")


def _window_open(facts: InvestigationFacts) -> bool:
    due = reopening_due(facts)
    return facts.on is None or due is None or facts.on <= due


PARTICIPATION_CODE: OutcomeGuard = Guard(
    "participation_code",
    lambda facts: may_be_used(PARTICIPATIONS, facts.participation, on=facts.on),
    "Velg hvordan barnet har medvirket. Koden skal til registeret.",
    _CHILD,
    field="participation",
)
CHILD_HEARD: OutcomeGuard = Guard(
    "child_heard",
    lambda facts: facts.child_heard or bool(facts.not_heard_reasons.strip()),
    "Skriv ned samtalen med barnet, med alt som hører til, eller hvorfor barnet ikke er hørt.",
    _CHILD,
    field="not_heard_reasons",
)
TALK_WRITTEN: OutcomeGuard = Guard(
    "talk_not_written_down",
    lambda facts: facts.child_heard or facts.participation != BY_TALK,
    "Ingen samtale med barnet er ført ferdig. Før samtalen, eller velg hvordan barnet ellers har medvirket.",
    _CHILD,
    field="participation",
)
DECISION: OutcomeGuard = Guard(
    "decision",
    lambda facts: facts.decision_signed,
    "Undersøkelsen avsluttes med et vedtak. Skriv under vedtaket først.",
    _ENDS & bvl("2-5", 2),
    field="decision",
)
DISMISSAL: OutcomeGuard = Guard(
    "dismissal_decision_with_reasons",
    lambda facts: facts.decision_signed,
    "Henleggelse etter undersøkelse er et enkeltvedtak. Skriv vedtaket med begrunnelse, og skriv under.",
    _ENDS & bvl("2-5", 2),
    field="decision",
)
BASIS_CODES: OutcomeGuard = Guard(
    "basis_codes",
    lambda facts: facts.basis_codes,
    "Velg hva vedtaket bygger på, med kodene for vedtaksgrunnlag.",
    _ENDS,
    field="basis_codes",
)
CONSENTS: OutcomeGuard = Guard(
    "consents",
    lambda facts: facts.consents_valid,
    "Samtykkene som tiltaket krever, mangler eller gjelder ikke lenger.",
    bvl("3-1"),
    field="consents",
)
PETITION_SENT: OutcomeGuard = Guard(
    "petition_sent",
    lambda facts: facts.petition_sent_on is not None,
    "Skriv hvilken dag begjæringen ble sendt til barneverns- og helsenemnda.",
    _ENDS & bvl("15-5", 1),
    field="petition_sent_on",
)
ASSESSED: OutcomeGuard = Guard(
    "expert_report_unassessed",
    lambda facts: not facts.expert_opinion_unassessed,
    "En sakkyndigrapport er ikke vurdert av Barnesakkyndig kommisjon, og kan ikke legges til grunn ennå.",
    bvl("12-7", 1),
)
MEASURES_RECOMMENDED: OutcomeGuard = Guard(
    "measures_recommended",
    lambda facts: bool(facts.measures_recommended.strip()),
    "Skriv hvilke hjelpetiltak dere anbefalte.",
    _BACK,
    field="measures_recommended",
)
REFUSED_BY_PARENTS: OutcomeGuard = Guard(
    "refused_by_parents",
    lambda facts: facts.refused_by == PARENTS,
    "Bare når foreldrene sier nei til anbefalte hjelpetiltak, kan vedtaket si at undersøkelsen kan åpnes igjen. "
    "Et barns nei åpner ikke for det.",
    _BACK,
)
REFUSAL_DOCUMENTED: OutcomeGuard = Guard(
    "refusal_documented",
    lambda facts: bool(facts.refusal_documented.strip()),
    "Skriv når og hvordan foreldrene sa nei.",
    _BACK,
    field="refusal_documented",
)
CLAUSE: OutcomeGuard = Guard(
    "not_fixed_in_decision",
    lambda facts: facts.reopening_fixed,
    "Vedtaket må selv si at det åpnes ny undersøkelse innen seks måneder. Det kan ikke legges til etterpå.",
    _BACK,
)
NEW_MUNICIPALITY: OutcomeGuard = Guard(
    "notification_to_new_municipality",
    lambda facts: not facts.notice_owed or facts.new_municipality_told_on is not None,
    "Meld fra til den nye kommunen først. Barnet trenger mer undersøkelse eller mer enn frivillige tiltak.",
    bvl("13-5", 1),
    field="new_municipality_told_on",
)
WINDOW: OutcomeGuard = Guard(
    "window_over",
    _window_open,
    "De seks månedene er over. Bare en ny melding kan åpne denne.",
    _BACK,
)
CONDITIONS: OutcomeGuard = Guard(
    "conditions_no_longer_met",
    lambda facts: facts.conditions_met,
    "Vilkårene i § 2-2 må fortsatt være oppfylt. Er de ikke det, kan undersøkelsen ikke åpnes igjen.",
    _BACK,
)
PARENTS_TOLD: OutcomeGuard = Guard(
    "information_to_parents",
    lambda facts: facts.parents_told_on is not None and facts.parents_told_on == facts.on,
    "Foreldrene skal informeres når ny undersøkelse settes i gang. Gi dem beskjed i dag, og skriv det her.",
    _BACK,
    field="parents_told",
)


def _code_guard(step: str) -> OutcomeGuard:
    return Guard(
        "conclusion_code",
        lambda facts: (
            facts.conclusion_code in CODES_OF_STEP[step]
            and may_be_used(CONCLUSIONS, facts.conclusion_code, on=facts.on)
        ),
        "Velg koden som passer til måten undersøkelsen avsluttes på.",
        _ENDS,
        field="conclusion_code",
    )


def codes_for(step: str, *, on: date) -> tuple[str, ...]:
    """The codes this way of ending may bear on that day."""
    return tuple(code.code for code in CONCLUSIONS.on(on) if code.code in CODES_OF_STEP[step])


def _ending(
    name: str, target: str, title: str, *guards: OutcomeGuard, law: Citation = _ENDS
) -> Step[InvestigationFacts]:
    return Step(name, frozenset({CONCLUDING}), target, law, (*guards, _code_guard(name)), title)


_MOVED_DISMISSAL: OutcomeGuard = replace(
    DISMISSAL,
    citation=bvl("2-5", 1) & bvl("2-5", 2) & bvl("13-5", 1),
    interpretation="Loven nevner ikke flytting blant måtene en undersøkelse ender på. Den lukkede listen, og registerets eget "
    "ord, «henlagt som følge av flytting», gjør det til en henleggelse.",
)
_REFUSED = (MEASURES_RECOMMENDED, REFUSED_BY_PARENTS, REFUSAL_DOCUMENTED, CLAUSE)
OPEN_STATES: Final = frozenset({"running", "extended"})

STATES = (
    State(CONCLUDING, "oppsummeres"),
    State(CLOSED_MEASURES, "avsluttet med vedtak om tiltak", closed=True),
    State(CLOSED_PETITION, "avsluttet med begjæring til nemnda", closed=True),
    State(CLOSED_DISMISSED, "henlagt", closed=True),
    State(CLOSED_DISMISSED_WITH_REOPEN, "henlagt, kan åpnes igjen"),
    State(CLOSED_REFERRED, "henlagt, henvist til andre", closed=True),
    State(CLOSED_MOVED, "henlagt, barnet har flyttet", closed=True),
)

STEPS: tuple[Step[InvestigationFacts], ...] = (
    Step(
        BEGIN_CONCLUDING,
        OPEN_STATES,
        CONCLUDING,
        _CHILD & bvl("2-5", 1),
        (PARTICIPATION_CODE, CHILD_HEARD, TALK_WRITTEN),
        "Begynn å oppsummere",
    ),
    _ending(
        DECIDE_MEASURES, CLOSED_MEASURES, "Avslutt med vedtak om tiltak", ASSESSED, DECISION, BASIS_CODES, CONSENTS
    ),
    _ending(PETITION, CLOSED_PETITION, "Avslutt med begjæring til nemnda", PETITION_SENT),
    _ending(DISMISS, CLOSED_DISMISSED, "Henlegg", ASSESSED, DISMISSAL),
    _ending(
        DISMISS_WITH_REOPEN, CLOSED_DISMISSED_WITH_REOPEN, "Henlegg, med ny undersøkelse innen seks måneder", ASSESSED,
        DISMISSAL, *_REFUSED, law=_ENDS & _BACK,
    ),
    _ending(REFER, CLOSED_REFERRED, "Henlegg og henvis til andre", ASSESSED, DISMISSAL),
    _ending(
        MOVED, CLOSED_MOVED, "Henlegg fordi barnet har flyttet", ASSESSED, _MOVED_DISMISSAL, NEW_MUNICIPALITY
    ),
    Step(
        REOPEN,
        frozenset({CLOSED_DISMISSED_WITH_REOPEN}),
        "planning",
        _BACK,
        (CLAUSE, REFUSED_BY_PARENTS, WINDOW, CONDITIONS, PARENTS_TOLD),
        "Åpne undersøkelse på nytt",
    ),
)  # fmt: skip

CONCLUDES: Final = "investigation.conclude"
RIGHTS: Final = {
    BEGIN_CONCLUDING: "investigation.plan",
    **dict.fromkeys(CODES_OF_STEP, CONCLUDES),
    REOPEN: "investigation.open",
}
