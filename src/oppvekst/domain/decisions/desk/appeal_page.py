"""What the pages of an appeal show: how it stands, the counting, what was written at each step, and what can be done next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from oppvekst.domain.decisions import queries
from oppvekst.domain.decisions.models import Appeal, AppealStep, Decision
from oppvekst.domain.decisions.queries.appeal import facts_of
from oppvekst.domain.decisions.rules import MACHINE as DECISION
from oppvekst.domain.decisions.rules import RECEIVE_APPEAL
from oppvekst.domain.decisions.rules.appeal import life
from oppvekst.domain.decisions.rules.appeal.costs import COSTS_MACHINE
from oppvekst.domain.decisions.rules.appeal.facts import EXCUSES, GROUNDS, OUTCOMES, AppealFacts
from oppvekst.domain.decisions.rules.appeal.life import MACHINE, RIGHTS
from oppvekst.domain.decisions.rules.appeal.standing import BODIES, Body, may_appeal, way_of
from oppvekst.domain.decisions.rules.appeal.stay import GRANTED, STAY_MACHINE
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.steps import Next, next_of, shown
from oppvekst.law.machine import Outlook

# The page where each step is taken, what its form asks for itself, and the word on its button.
PAGES = {
    life.FIND_TIMELY: "appeal-timely", life.FIND_LATE: "appeal-late", life.EXAMINE: "appeal-examine",
    life.CHANGE: "appeal-change", life.SEND_ON: "appeal-send", life.RECORD_OUTCOME: "appeal-outcome",
    life.FOLLOW_UP: "appeal-follow-up", life.REJECT: "appeal-reject", life.WITHDRAW: "appeal-withdraw",
}  # fmt: skip
ASKS: Mapping[str, set[str]] = {
    life.FIND_LATE: {"excuse", "late_reasons"},
    life.EXAMINE: {"new", "child_heard", "others_told", "assessed"},
    life.CHANGE: {"change_reasons", "to_detriment"},
    life.SEND_ON: {"statement", "enclosures", "copy_to_party"},
    life.RECORD_OUTCOME: {"outcome", "outcome_on", "outcome_says"},
    life.FOLLOW_UP: {"costs_told", "follow_up", "detriment_taken_up"},
    life.REJECT: {"ground", "reject_reasons"},
    life.WITHDRAW: {"withdrawn_by_appellant", "withdrawn_how"},
}
TEXTS = {
    life.FIND_TIMELY: "Se over regnestykket, og bekreft.",
    life.FIND_LATE: "Vurder om den likevel skal behandles.",
    life.EXAMINE: "Hva er nytt, hva mener barnet, og endrer det noe?",
    life.CHANGE: "Klagen er begrunnet. Utkast til nytt vedtak blir opprettet.",
    life.SEND_ON: "Følgebrevet tegnes, og du velger hva som følger med.",
    life.RECORD_OUTCOME: "Når svaret kommer.",
    life.FOLLOW_UP: "Hva avgjørelsen betyr for barnet og familien.",
    life.REJECT: "Når klagen ikke kan behandles. Krever begrunnelse.",
    life.WITHDRAW: "Når klageren selv sier det.",
}
PRIMARY = {life.FIND_TIMELY, life.FIND_LATE, life.EXAMINE, life.SEND_ON, life.RECORD_OUTCOME, life.FOLLOW_UP}
LAST = (life.REJECT, life.WITHDRAW)
# What was written at a step, in the order it is read.
WORDS = {
    "excuse": "Skal den behandles", "late_reasons": "Hvorfor", "new": "Hva er nytt", "child_heard": "Barnets mening",
    "others_told": "De andre partene", "assessed": "Hva klagen har å si", "founded": "Begrunnet",
    "change_reasons": "Hva endres", "wholly": "Medhold i alt", "recipient": "Mottaker", "statement": "Det vi mener",
    "copy_to_party": "Kopi til klageren", "outcome": "Utfall", "outcome_says": "Det de la vekt på", "reference": "Referanse",
    "follow_up": "Oppfølging", "detriment_taken_up": "Tatt opp med klageinstansen", "ground": "Grunn",
    "reject_reasons": "Begrunnelse", "withdrawn_how": "Hvordan", "what": "Hva mangler", "why": "Hvorfor det tar tid",
}  # fmt: skip
TITLES = {"correct": "Registreringen ble rettet", "ask_to_complete": "Frist for å rette", "interim": "Foreløpig svar"}
# A decision in one of these is no more.
GONE = frozenset({"reversed", "annulled", "lapsed"})
CHOSEN: Mapping[str, Mapping[Any, str]] = {"excuse": EXCUSES, "outcome": OUTCOMES, "ground": GROUNDS}


@dataclass(frozen=True)
class Written:
    """One step as it is read afterwards."""

    title: str
    step: AppealStep
    lines: tuple[tuple[str, str], ...]


def written(appeal: Appeal) -> list[Written]:
    """Every step with its words, in order; those of one moment in the order of the law."""
    order = [step.name for step in MACHINE.steps]
    steps = sorted(
        queries.steps_of(appeal.id), key=lambda one: (one.at, order.index(one.step) if one.step in order else -1)
    )
    return [Written(_title(one), one, tuple(_lines(one))) for one in steps]


def next_steps(appeal: Appeal, by: Actor, *, today: date) -> dict[str, list[Next]]:
    """Buttons where this person can take the step or fill in what it lacks; else why not."""
    outlook = MACHINE.outlook(appeal.state, facts_of(appeal, on=today))
    return shown(_step(one, appeal, by) for one in sorted(outlook, key=lambda one: one.step.name in LAST))


def head(appeal: Appeal) -> dict[str, Any]:
    """What every page of an appeal has on top: whose case, the way back, and how it stands."""
    child, decision = appeal.case.child.name, appeal.decision
    back = reverse("desk:appeal", args=[appeal.id])
    crumbs = [
        ("Saker", known("cases")), (child, known("case", appeal.case_id)),
        (decision.title, reverse("desk:decision", args=[decision.id])), (f"Klage fra {appeal.name}", back),
    ]  # fmt: skip
    return {
        "case": appeal.case, "child": child, "crumbs": crumbs, "appeal": appeal, "decision": decision, "back": back,
        "state_title": MACHINE.state(appeal.state).title, "body": BODIES[Body(appeal.body)], "title": "Klage",
    }  # fmt: skip


def chapter(decision: Decision, by: Actor) -> dict[str, Any]:
    """What the decision's own page tells of appeals, stays, reversals and costs, and what can be done about them."""
    sections = queries.legal_sections(decision)
    way = way_of(sections[0] if sections else "")
    may = by.may("appeal.handle") and decision.signed_at is not None
    return {
        "way": way,
        "appeals": [(one, MACHINE.state(one.state).title) for one in queries.appeals_of(decision.id)],
        "stays": [(one, STAY_MACHINE.state(one.state).title) for one in queries.stays_of(decision.id)],
        "claims": [(one, COSTS_MACHINE.state(one.state).title) for one in queries.costs_of(decision.id)],
        "reversals": queries.reversals_of(decision.id), "stayed": queries.stays_of(decision.id).filter(state=GRANTED),
        "may_register": may, "may_claim": decision.state in GONE or any(one.in_favour for one in queries.appeals_of(decision.id)),
        "more_appeals": way.lodged_with_us and decision.state not in DECISION.step(RECEIVE_APPEAL).sources,
        "stands": decision.state not in GONE,
    }  # fmt: skip


def entitlement(facts: AppealFacts) -> Any:
    """Whether whoever appeals may, in a sentence with its section (fvl § 28; bvl §§ 9-8, 12-3 a)."""
    return may_appeal(facts.appellant, facts.sections, over_standing=facts.over_standing, interest=facts.interest)


def _title(one: AppealStep) -> str:
    return TITLES.get(one.step) or MACHINE.step(one.step).title


def _lines(one: AppealStep) -> list[tuple[str, str]]:
    told = [(title, _said(key, one.said[key])) for key, title in WORDS.items() if one.said.get(key) not in (None, "")]
    if enclosed := one.said.get("enclosures"):
        told.append(("Fulgte med", ", ".join(ENCLOSED.get(each, each) for each in enclosed)))
    if before := one.said.get("before"):
        told.append(("Stod før", "; ".join(str(value) for value in before.values())))
    return told


def _said(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    return str(CHOSEN.get(key, {}).get(value, value))


ENCLOSED = {"appeal": "klagen", "decision": "vedtaket"}


def _step(outlook: Outlook[AppealFacts], appeal: Appeal, by: Actor) -> Next:
    name = outlook.step.name
    return next_of(
        outlook, appeal.id, may=by.may(RIGHTS[name]), not_yours="Teamleder eller leder gjør dette.", asks=ASKS, pages=PAGES,
        text=TEXTS[name], primary=name in PRIMARY,
    )  # fmt: skip
