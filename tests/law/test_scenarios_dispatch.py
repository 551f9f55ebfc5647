"""The hand-counted scenarios of being told: on paper, digitally, notified once more, and the notice before the decision.

They are read from the folder `OPPVEKST_LAW`, else from `../shared/law` beside the repository.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from oppvekst.domain.decisions.rules import DRAFT, GIVE_NOTICE, MACHINE, PARTY_AT, DecisionFacts, answers_due
from oppvekst.domain.decisions.rules.reaching import Notice, Road, Route, appeal_due, second_notice_on
from oppvekst.domain.decisions.rules.routes import Ways, suggested
from oppvekst.domain.people.rules import age
from oppvekst.law.calendar import WEEKDAYS
from oppvekst.law.deadline import Due
from oppvekst.law.refusals import Refusal

FOLDER = Path(os.environ.get("OPPVEKST_LAW") or Path(__file__).parents[3] / "shared" / "law")
if not (FOLDER / "scenarios.json").exists():
    pytest.skip(
        f"Lovscenariene finnes ikke i {FOLDER}. Sett OPPVEKST_LAW til mappen som har scenarios.json.",
        allow_module_level=True,
    )

type Given = dict[str, Any]
type Observed = dict[str, Any]
# The rest of these rules' rows are about the appeal itself, and are tried with it.
HERE = {"N01", "N02", "N04", "N05", "N07", "N08", "N09", "N12", "N13", "N14", "N20", "N22", "N23", "N25", "N27"}
ROWS = [row for row in json.loads((FOLDER / "scenarios.json").read_text()) if row["id"] in HERE]


def notice(given: Given) -> Notice:
    if given["channel"] == "paper":
        return Notice(route=Route.POST, reached_on=date.fromisoformat(given["reached_on"]))
    moments = {
        "available_at": given.get("available_at"), "notified_at": given.get("notification_sent_at"),
        "opened_at": given.get("opened_at"),
    }  # fmt: skip
    return Notice(route=Route.DIGITAL, **{name: datetime.fromisoformat(said) for name, said in moments.items() if said})


def limit(given: Given) -> Due:
    due = appeal_due(Road.GOVERNOR, notice(given))
    assert due
    return due


def counted(given: Given) -> Observed:
    due = limit(given)
    assert due.due
    return {"nominal": str(due.nominal), "due": str(due.due), "weekday": WEEKDAYS[due.due.weekday()]}


def once_more(given: Given) -> Observed:
    told = notice(given | {"channel": "electronic"})
    again = second_notice_on(told)
    assert again
    due = appeal_due(Road.GOVERNOR, told)
    assert due
    return {
        "week_ends": str(again.replace(day=again.day - 1)), "second_notification_on": str(again),
        "appeal_limit_unchanged": str(due.due),
    }  # fmt: skip


def reserved(given: Given) -> Observed:
    found = suggested(Ways(page=True, phone=True, reserved=given["reserved"]))
    return {
        "channel": "paper" if found.route is Route.POST else "electronic",
        "limit_from": "arrival" if appeal_due(Road.GOVERNOR, Notice(route=found.route)) is None else "dispatch",
        "law": "eForvaltningsforskriften § 9; fvl § 29" if "§ 9" in found.why else "",
    }


def two_parties(given: Given) -> Observed:
    mother, father = given["parties"]["mother"], given["parties"]["father"]
    at = f"{mother['available_and_notified']}T12:00:00+01:00"
    dues = {
        "mother": limit({"channel": "electronic", "available_at": at, "notification_sent_at": at}).due,
        "father": limit(father).due,
    }
    return {
        "due": {who: str(due) for who, due in dues.items()},
        "final_after": str(max(due for due in dues.values() if due)),
    }


def answers(given: Given) -> Observed:
    due = answers_due(date.fromisoformat(given["dispatched_on"]), given["limit_days"])
    return {"due": str(due), "weekday": WEEKDAYS[due.weekday()]}


def youth(given: Given) -> Observed:
    on = date.fromisoformat(given["on"])
    party = age(date.fromisoformat(given["child_birth"]), today=on) >= PARTY_AT
    facts = DecisionFacts(
        today=on, addressees=1, youth_left_out=party and "child" not in given["sent_to"], notice_text="Vi vurderer hjelp.",
        answers_due=date(2026, 12, 5),
    )  # fmt: skip
    try:
        MACHINE.take(DRAFT, GIVE_NOTICE, facts)
    except Refusal as refusal:
        law = str(refusal.citation).replace(" (", "(")
        return {"allowed": False, "missing": list(refusal.because), "law": law}
    return {"allowed": True}


TRIED: dict[str, Callable[[Given], Observed]] = {
    "N09": once_more, "N13": reserved, "N14": two_parties, "N20": answers, "N27": youth,
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']} {row['title']}")
def test_scenario(row: dict[str, Any]) -> None:
    observed = TRIED.get(row["id"], counted)(row["given"])
    for key, value in row["expect"].items():
        assert observed[key] == value, f"{key}: {row['why']}"


def test_every_scenario_of_being_told_is_tried() -> None:
    assert {row["id"] for row in ROWS} == HERE
