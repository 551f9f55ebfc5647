"""The hand-counted scenarios about help, orders and aftercare, each as the sentence a case worker wrote.

They are read from the folder `OPPVEKST_LAW`, else from `../shared/law` beside the repository.
"""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from oppvekst.domain.measures import rules
from oppvekst.domain.measures.rules import DECIDE, END, MACHINE, MeasureFacts, Ordered
from oppvekst.law.refusals import Refusal

FOLDER = Path(os.environ.get("OPPVEKST_LAW") or Path(__file__).parents[3] / "shared" / "law")
if not (FOLDER / "scenarios.json").exists():
    pytest.skip(
        f"Lovscenariene finnes ikke i {FOLDER}. Sett OPPVEKST_LAW til mappen som har scenarios.json.",
        allow_module_level=True,
    )

RULES = {"D21", "D22", "D27", "D28", "D29", "D30"}
SCENARIOS = [row for row in json.loads((FOLDER / "scenarios.json").read_text()) if row["rule"] in RULES]
# Rows that these rules do not answer, and where they are answered or what they wait for.
ELSEWHERE = {
    "F26": "hvem som samtykker til ettervern, prøves i test_scenarios_consent.py",
    "G11": "om ettervern kan begynne igjen etter en pause, venter på rommet for ettervern",
    "G13": "oppfølging i fengsel som tiltak før 18 år venter på rommet for ettervern",
    "G14": "hvilken kommune som har ansvaret for ettervern, venter på rommet for ettervern",
}

type Row = dict[str, Any]
WHOLE = MeasureFacts(
    today=date(2026, 11, 23), decision_signed=True, goals=1, duration_set=True, works="Ja.", new_needs="Nei.",
    care_grounds="Nei.", child_heard=True, parents_heard=True,
)  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


def order(given: Row) -> Row:
    wanted = given["order"].removeprefix("3-4_")
    if wanted not in list(Ordered):
        return {
            "allowed": any(rules.could_be_ordered(code) for code in ("2.1", "2.2", "2.3")),
            "law": "bvl § 3-4(1)-(2)",
        }
    due = rules.order_ends(Ordered(wanted), day(given["decided_on"]))
    return {"latest_end": str(due.due) if due else None}


def without_consent(given: Row) -> Row:
    due = rules.order_ends(Ordered.PARENT_SUPPORT, day(given["decided_on"]))
    return {"latest_end": str(due.due) if due else None}


def grown(given: Row) -> Row:
    if "measure_ends" in given:
        return stopped(END, replace(WHOLE, end_agreed=False, end_decided=given["decision"] is not None))
    born = day(given["child_birth"])
    first, second = rules.asked_before_18(born)
    return {"task_17": str(first), "task_17_half": str(second), "turns_18": str(rules.turns(born, rules.OF_AGE))}


def aftercare(given: Row) -> Row:
    born = day(given["child_birth"])
    if given.get("question") == "state_pays":
        return {"last_day": str(rules.last_day_before(born, rules.STATE_PAYS_UNTIL))}
    return {"last_day": str(rules.last_day_of_aftercare(born)), "turns_25": str(rules.turns(born, rules.LAST_YEAR))}


def evaluation(given: Row) -> Row:
    if started := given.get("started_on"):
        return {"due": str(rules.next_evaluation(day(started), given["interval_months"]))}
    return stopped(
        DECIDE, replace(WHOLE, interval_months=given["interval_months"], interval_reason=given["reason"] or "")
    )


def plan(given: Row) -> Row:
    has = given["plan"] or {}
    return stopped(
        DECIDE, replace(WHOLE, goals=1 if has.get("goal") else 0, duration_set=not has or bool(has.get("duration")))
    )


def stopped(step: str, facts: MeasureFacts) -> Row:
    """What a person sees when the step is tried: allowed, or the refusal with its section."""
    try:
        MACHINE.take(min(MACHINE.step(step).sources), step, facts)
    except Refusal as refusal:
        guard = next(one for one in MACHINE.step(step).guards if one.id == refusal.because[0])
        return {
            "allowed": False, "missing": list(refusal.because),
            "law": str(guard.citation).replace(" (", "(").replace("§§ 3-6(2), 12-5", "§ 3-6(2)"),
        }  # fmt: skip
    return {"allowed": True}


ANSWER: dict[str, Callable[[Row], Row]] = {
    "D21": plan, "D22": evaluation, "D27": order, "D28": without_consent, "D29": grown, "D30": aftercare,
}  # fmt: skip


@pytest.mark.parametrize("row", SCENARIOS, ids=lambda row: f"{row['id']} {row['title']}")
def test_the_answer_is_the_one_counted_by_hand(row: Row) -> None:
    if row["id"] in ELSEWHERE:
        pytest.skip(ELSEWHERE[row["id"]])
    answer = ANSWER[row["rule"]](row["given"])
    assert answer == {key: value for key, value in row["expect"].items() if key in answer}
    assert answer.keys() >= row["expect"].keys()
