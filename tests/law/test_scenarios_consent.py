"""The hand-counted scenarios about consent and the age of a party, each as the sentence a case worker wrote.

They are read from the folder `OPPVEKST_LAW`, else from `../shared/law` beside the repository.
"""

import json
import os
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from oppvekst.domain.decisions.rules import consent
from oppvekst.domain.decisions.rules.consent import (
    Answer,
    Form,
    Kind,
    Living,
    Matrix,
    Missing,
    Part,
    Said,
    Situation,
    Someone,
    birthday,
)
from oppvekst.domain.people.rules import age
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import Mark

FOLDER = Path(os.environ.get("OPPVEKST_LAW") or Path(__file__).parents[3] / "shared" / "law")
if not (FOLDER / "scenarios.json").exists():
    pytest.skip(
        f"Lovscenariene finnes ikke i {FOLDER}. Sett OPPVEKST_LAW til mappen som har scenarios.json.",
        allow_module_level=True,
    )

# Beside the rows about consent itself, those of other limits that ask for a yes: centre, permanent stay, aftercare, talks.
RULES = {"D23", "D24", "D25", "D26", "D74"}
ALSO = {"F21", "F26", "F29", "F30", "F31", "F32"}
SCENARIOS = [
    row for row in json.loads((FOLDER / "scenarios.json").read_text()) if row["rule"] in RULES or row["id"] in ALSO
]

# What a scenario expects that these rules cannot answer, and where it is answered.
NOT_YET = {
    (
        "P04",
        "interpretation",
    ): "29. februar: tolkningen står i docstringen til people.rules.age, som ikke svarer med et merke",
}

type Row = dict[str, Any]
NAMES = {"mother": "Mor", "father": "Far", "child": "Barnet"}


def situation(given: Row) -> Situation:
    held, home, hit = (given.get(key, ()) for key in ("responsibility", "lives_with", "directly_affects"))
    people = {*held, *home, *hit, *given.get("consents", {}), *given.get("parties", ())} - {"child", "municipality"}
    # Where a row is silent about responsibility, the act does not ask for it, or everybody named has it.
    others = [
        Someone(key=who, name=NAMES[who], role=who, responsibility=not held or who in held, affected=who in hit)
        for who in sorted(people, reverse=True)
    ]
    if "foster_parents_consent" in given or given["act"] == "permanent_stay_5_12":
        others.append(Someone(key="foster_parents", name="Fosterforeldrene", role="network", affected=True))
    born = given.get("child_birth", "2011-01-01")
    return Situation(
        on=date.fromisoformat(given.get("on", "2026-11-23")), others=tuple(others), living=living(given),
        child=Someone(key="child", name="Barnet", role="child", birth_date=date.fromisoformat(born)),
        lives_with=frozenset(home), understands=given.get("child_understands_case"),
    )  # fmt: skip


def living(given: Row) -> Living:
    if given.get("shared_residence"):
        return Living.SHARED
    return {0: Living.NEITHER, 1: Living.ONE}.get(len(given.get("lives_with", ())), Living.TOGETHER)


def answers(given: Row) -> list[Answer]:
    said = dict(given.get("consents", {})) | dict.fromkeys(given.get("objects", ()), "no")
    if "foster_parents_consent" in given:
        said["foster_parents"] = "yes" if given["foster_parents_consent"] else "no"
    handed = given.get("given_on")
    return [
        Answer(
            who=who, said=Said.YES if word == "yes" else Said.NO, version="1", form=form(given),
            handed_on=date.fromisoformat(handed) if handed and given["given_to"] == "institution" else None,
        )
        for who, word in said.items()
    ]  # fmt: skip


def form(given: Row) -> Form:
    return Form.ORAL if given.get("form") == "oral_recorded" else Form.WRITTEN


def asked(given: Row) -> Row:
    kind = Kind(given["act"].removesuffix("_running"))
    s = situation(given)
    read = consent.matrix(kind, s)
    begins = given.get("stay_begins")
    lacking = consent.missing(
        read, answers(given), version="1", begins_on=date.fromisoformat(begins) if begins else None
    )
    return {
        "allowed": not lacking,
        "required": set(read.required),
        "inform": list(read.whose(Part.INFORMED)),
        "missing": {named(one) for one in lacking},
        "child_heard": "child" in read.whose(Part.HEARD),
        "weight": "stor vekt" if "stor vekt" in said_of(read, "child") else "",
        "task": "ask_for_written" if consent.to_be_written(read, answers(given)) else "",
        "state": state(kind, given, lacking),
        "task_from": str(s.on) if lacking else "",
        "law": "; ".join(law for law in (*laws(read), *after(kind, given, lacking))),
        "interpretation": any(line.sure is not Mark.A for line in read.lines),
    }


def laws(read: Matrix) -> list[str]:
    return [str(line.law).replace(" (", "(") for line in read.lines]


def after(kind: Kind, given: Row, lacking: tuple[Missing, ...]) -> list[str]:
    return [str(way.law) for way in consent.ways_on(kind)] if state(kind, given, lacking) else []


def named(one: Missing) -> str:
    return "child_consent_before_start" if one.why == "before_start" else one.who


def said_of(read: Matrix, who: str) -> str:
    line = read.line_of(who)
    return line.sentence if line else ""


def state(kind: Kind, given: Row, lacking: tuple[Missing, ...]) -> str:
    if kind is Kind.EMERGENCY:
        return "cannot_be_kept" if lacking else "may_be_kept"
    return "must_end_or_be_ordered" if lacking and given["act"].endswith("_running") else ""


def withdrawn(given: Row) -> Row:
    kind = Kind(given["measure"])
    ways = consent.ways_on(kind)
    assess = [way.key for way in ways]
    return {
        "state": "consent_withdrawn",
        "alarm": "on_call_now" if consent.rings(kind) else "",
        "assess_same_day": {"4-3", "3-4", "5-1 f-g", "4-2", "end_and_move_home"} & set(assess),
        "law": "; ".join(f"bvl § {way.law.section}" for way in (consent.ways_on(Kind.HELP)[-1], *ways)),
        "interpretation": True,
    }


def party(given: Row) -> Row:
    born, on = date.fromisoformat(given["child_birth"]), oslo_date(datetime.fromisoformat(given["at"]))
    child = Someone(key="child", name="Barnet", role="child", birth_date=born)
    return {
        "age": age(born, today=on),
        "party": Situation(on=on, child=child).party,
        "turns_15": str(birthday(born, 15)),
        "interpretation": False,
    }


def observed(row: Row) -> Row:
    given = row["given"]
    if row["rule"] == "D74":
        return party(given)
    return withdrawn(given) if given["act"] == "withdraw" else asked(given)


def sections(law: str) -> list[str]:
    """«bvl §§ 3-1, 12-2(2)» as its places."""
    return re.findall(r"\d+[-\d]*(?:\(\d\))?", law.replace(" third sentence", ""))


@pytest.mark.parametrize("row", SCENARIOS, ids=[f"{row['id']} {row['title']}" for row in SCENARIOS])
def test_scenario(row: Row) -> None:
    seen = observed(row)
    expected = row["expect"] | {"interpretation": row["interpretation"]}
    for key, wanted in expected.items():
        if (row["id"], key) in NOT_YET:
            continue
        if key == "law":
            assert all(place in seen["law"] for place in sections(wanted)), f"{wanted}: {seen['law']}"
        elif isinstance(seen[key], set):
            assert seen[key] == set(wanted), key
        else:
            assert seen[key] == wanted, key


def test_no_reason_stands_for_a_scenario_that_is_gone() -> None:
    assert {row_id for row_id, _key in NOT_YET} <= {row["id"] for row in SCENARIOS}
