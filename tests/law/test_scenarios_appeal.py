"""The hand-counted scenarios about appeals, each as the sentence a case worker wrote.

Who may appeal and to whom, what comes too late, and the claim for costs. How the three weeks run for each party by paper and
electronically is tried with the dispatch. They are read from the folder `OPPVEKST_LAW`, else from `../shared/law` beside the
repository.
"""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from oppvekst.domain.decisions.rules.appeal.costs import costs_due
from oppvekst.domain.decisions.rules.appeal.facts import AppealFacts
from oppvekst.domain.decisions.rules.appeal.life import MACHINE
from oppvekst.domain.decisions.rules.appeal.limits import MOVE_APPEAL
from oppvekst.domain.decisions.rules.appeal.standing import Appellant, Body, may_appeal, way_of
from oppvekst.domain.decisions.rules.appeal.time import Came, Channel, limit_of, timing_of
from oppvekst.law.calendar import WEEKDAYS
from oppvekst.law.deadline import Due
from oppvekst.law.refusals import Incomplete

FOLDER = Path(os.environ.get("OPPVEKST_LAW") or Path(__file__).parents[3] / "shared" / "law")
if not (FOLDER / "scenarios.json").exists():
    pytest.skip(
        f"Lovscenariene finnes ikke i {FOLDER}. Sett OPPVEKST_LAW til mappen som har scenarios.json.",
        allow_module_level=True,
    )

ROWS = [
    row for row in json.loads((FOLDER / "scenarios.json").read_text()) if row["rule"] in {"D76", "D77", "D78", "D82"}
]

type Observed = dict[str, Any]
type Given = dict[str, Any]

BODY = {Body.TRIBUNAL: "barneverns- og helsenemnda", Body.COUNTY_GOVERNOR: "statsforvalteren"}


def day(written: str) -> date:
    return date.fromisoformat(written)


def seen(due: Due) -> Observed:
    assert due.due and due.nominal
    return {
        "nominal": str(due.nominal),
        "due": str(due.due),
        "weekday": WEEKDAYS[due.due.weekday()],
        "interpretation": due.interpretation is not None,
    }


def posted_on_the_last_day(given: Given) -> Observed:
    timing = timing_of(
        Came(
            channel=Channel.POST, received_on=day(given["arrived_on"]), posted_on=day(given["handed_to_post_on"]),
            due=day(given["due"]), decided_on=date(2026, 10, 30),
        )
    )  # fmt: skip
    return {"timely": timing.in_time, "law": str(timing.citation), "interpretation": False}


def on_the_anniversary(given: Given) -> Observed:
    timing = timing_of(
        Came(
            channel=Channel.HAND, received_on=day(given["appeal_on"]), decided_on=day(given["decided_on"]),
            due=date(2025, 12, 1),
        )
    )  # fmt: skip
    facts = AppealFacts(
        on=day(given["appeal_on"]), timing=timing, says="Jeg klager.", excuse="not_to_blame" if given["excusable"] else "none",
        late_reasons="Klageren lå på sykehus.",
    )  # fmt: skip
    assert MACHINE.take("received", "find_late", facts) == "late"
    examine = next(one for one in MACHINE.outlook("late", facts) if one.step.name == "examine")
    return {"allowed": examine.mendable, "law": MACHINE.step("find_late").citation.__str__(), "interpretation": False}


def never_told(given: Given) -> Observed:
    came = Came(
        channel=Channel.HAND, received_on=day(given["decided_on"]), decided_on=day(given["decided_on"]),
        never_notified=given["notified"] is None, grants_right_to_another=given["grants_right_to_another"],
    )  # fmt: skip
    return {"latest": str(limit_of(came)[0]), "interpretation": False}


def foster_parents(given: Given) -> Observed:
    assert may_appeal(Appellant(given["appellant"]), ("5-5",)).yes
    way, due = way_of("5-5"), MOVE_APPEAL.due(day(given["reached_on"]))
    return seen(due) | {
        "appeal_body": BODY[way.body],
        "lodged_with": "service" if way.lodged_with_us else "tribunal",
        "law": str(way.citation).replace(" (", "("),
    }


def child_of_nine(given: Given) -> Observed:
    verdict = may_appeal(Appellant(given["appellant"]), ("5-5",))
    spoken = AppealFacts(
        on=date(2026, 11, 9), sections=("5-5",), appellant=Appellant.CHILD, says="Jeg vil bo her.",
        spoken=given["form"] == "oral",
        timing=timing_of(Came(channel=Channel.ORAL, received_on=date(2026, 11, 9), decided_on=date(2026, 11, 2))),
    )  # fmt: skip
    with pytest.raises(Incomplete) as asked:
        MACHINE.take("received", "find_timely", spoken)
    helped = asked.value.because == ("oral_appeal_not_written_down",)
    return {
        "allowed": verdict.yes,
        "task": "write_down_and_help" if helped else "",
        "appeal_body": BODY[way_of("5-5").body],
        "law": f"{verdict.citation}; {asked.value.citation}",
        "interpretation": asked.value.interpretation is not None,
    }


TRIED: dict[str, Callable[[Given], Observed]] = {
    "N11": posted_on_the_last_day,
    "N16": on_the_anniversary,
    "N17": never_told,
    "N18": foster_parents,
    "N19": child_of_nine,
    "N26": lambda given: seen(costs_due(day(given["reached_on"]))),
}

# How the three weeks run for each party by paper, electronically and over the holidays: tried with the dispatch.
WITH_DISPATCH = {"N01", "N02", "N04", "N05", "N14", "N22", "N23", "N25"}


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["id"] in TRIED], ids=lambda row: f"{row['id']} {row['title']}"
)
def test_scenario(row: dict[str, Any]) -> None:
    observed = TRIED[row["id"]](row["given"])
    for key, value in (row["expect"] | {"interpretation": row["interpretation"]}).items():
        assert observed[key] == value, f"{key}: {row['why']}"


def test_every_scenario_is_tried_here_or_with_the_dispatch() -> None:
    assert {row["id"] for row in ROWS} == TRIED.keys() | WITH_DISPATCH
