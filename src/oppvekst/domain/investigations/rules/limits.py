"""The law of an investigation (*undersøkelse*, bvl §§ 2-2 and 2-5): limits D11-D13, counted from the facts."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from oppvekst.domain.concerns.rules import REVIEW
from oppvekst.domain.investigations.rules.collecting import COMMISSION, SEND_OPINION
from oppvekst.law.citation import Mark, bvl
from oppvekst.law.deadline import Due, Limit, Rule, Unit

_IN_FORCE = date(2023, 1, 1)

INVESTIGATION = Limit(
    Rule(
        "D11",
        "Undersøkelse",
        bvl("2-2", 2),
        3,
        Unit.MONTHS,
        after=REVIEW,
        valid_from=_IN_FORCE,
        who="saksbehandler",
    )
)
EXTENDED_INVESTIGATION = Limit(
    Rule(
        "D12",
        "Utvidet undersøkelse, seks måneder til sammen",
        bvl("2-2", 2),
        6,
        Unit.MONTHS,
        after=REVIEW,
        valid_from=_IN_FORCE,
        who="leder",
    )
)
PLAN = Limit(
    Rule(
        "D13",
        "Undersøkelsesplan",
        bvl("2-2", 3),
        valid_from=_IN_FORCE,
        trigger="Undersøkelsen ble åpnet",
        promptly="planen lages når undersøkelsen starter",
        who="saksbehandler",
    )
)


REOPENING = Limit(
    Rule(
        "D16",
        "Ny undersøkelse uten ny melding",
        bvl("2-5", 3),
        6,
        Unit.MONTHS,
        valid_from=_IN_FORCE,
        trigger="Undersøkelsen ble henlagt",
        who="saksbehandler",
    )
)
# Whose no to recommended help lets the decision say that the investigation may be opened again.
PARENTS: Final = "parents"
# Days before the window closes on which somebody is quietly reminded, each on the Monday of its week.
_REMINDED = (30, 14)


def _reopened(limit: Limit, title: str) -> Limit:
    return Limit(*(_reopened_version(rule, title) for rule in limit.versions))


def _reopened_version(rule: Rule, title: str) -> Rule:
    return replace(
        rule,
        id=f"{rule.id}-reopened",
        title=title,
        citation=bvl("2-2", 2) & bvl("2-5", 3),
        after=None,
        trigger="Det ble besluttet å gjenåpne undersøkelsen",
        mark=Mark.C,
        note="Loven sier ikke hvor fristen starter når undersøkelsen gjenåpnes uten ny melding. "
        "Dagen for beslutningen er den strengeste rimelige lesningen.",
    )


REOPENED_INVESTIGATION = _reopened(INVESTIGATION, "Gjenåpnet undersøkelse")
REOPENED_EXTENDED = _reopened(EXTENDED_INVESTIGATION, "Gjenåpnet og utvidet undersøkelse, seks måneder til sammen")

RULES = (
    INVESTIGATION, EXTENDED_INVESTIGATION, PLAN, REOPENING, REOPENED_INVESTIGATION, REOPENED_EXTENDED, COMMISSION, SEND_OPINION,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class InvestigationFacts:
    """What the steps ask about: a concern was received, or an earlier investigation was reopened."""

    received_on: date | None = None
    reopened_on: date | None = None
    plan_saved: bool = False
    extension_decided_on: date | None = None
    special_reasons: str = ""
    new_due: date | None = None
    # Which of the five parts of a plan it states.
    plan_says: frozenset[str] = frozenset()
    # The day a step is taken: codes and windows are judged by it.
    on: date | None = None
    child_heard: bool = False
    participation: str = ""
    not_heard_reasons: str = ""
    conclusion_code: str = ""
    decision_signed: bool = False
    basis_codes: bool = False
    consents_valid: bool = False
    petition_sent_on: date | None = None
    expert_opinion_unassessed: bool = False
    measures_recommended: str = ""
    refused_by: str = ""
    refusal_documented: str = ""
    reopening_fixed: bool = False
    notice_owed: bool = False
    new_municipality_told_on: date | None = None
    dismissed_on: date | None = None
    conditions_met: bool = False
    parents_told_on: date | None = None

    def __post_init__(self) -> None:
        if (self.received_on is None) == (self.reopened_on is None):
            raise ValueError("en undersøkelse kommer av en melding eller av en gjenåpning, og bare én av dem")


def ordinary_due(facts: InvestigationFacts) -> Due:
    """Three months after the week of review expired, or after a reopening (bvl § 2-2 (2))."""
    if facts.reopened_on:
        return REOPENED_INVESTIGATION.due(facts.reopened_on)
    return INVESTIGATION.due(_received(facts))


def latest_due(facts: InvestigationFacts) -> Due:
    """Six months in total from the same start, in one step (bvl § 2-2 (2) second sentence)."""
    if facts.reopened_on:
        return REOPENED_EXTENDED.due(facts.reopened_on)
    return EXTENDED_INVESTIGATION.due(_received(facts))


def reopening_due(facts: InvestigationFacts) -> date | None:
    """The last day of the six months after a dismissal in which it may be opened again (bvl § 2-5 (3))."""
    return REOPENING.due(facts.dismissed_on).due if facts.dismissed_on else None


def reminders(dismissed_on: date) -> tuple[date, ...]:
    """The quiet Mondays on which somebody looks again before the window closes (bvl § 2-5 (3))."""
    due = REOPENING.due(dismissed_on).due
    assert due
    near = (due - timedelta(days=days) for days in _REMINDED)
    return tuple(day - timedelta(days=day.weekday()) for day in near)


def three_month_start(facts: InvestigationFacts) -> date:
    """The day the months are counted from: when the week of review expired, however soon it was reviewed."""
    return ordinary_due(facts).counted_from


def register_90_days(received_on: date) -> date:
    """The last day before the national register warns: 7 + 90 days, which is not the limit of the law."""
    return received_on + timedelta(days=7 + 90)


def register_warns(received_on: date, concluded_on: date) -> bool:
    """Whether the register warns of this conclusion (Undersøkelse Kontroll 11)."""
    return concluded_on > register_90_days(received_on)


def _received(facts: InvestigationFacts) -> date:
    if facts.received_on is None:
        raise ValueError("en undersøkelse uten melding har ingen mottaksdato")
    return facts.received_on
