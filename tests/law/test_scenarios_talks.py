"""The hand-counted scenarios for talks with the child: the home visit nobody can refuse, and the trusted person."""

from typing import Any

import pytest

from oppvekst.domain.investigations.rules import TrustedFacts, parents_cannot_refuse, refuse_trusted
from tests.law.test_scenarios import ALL, Given, Observed, day, law, stopped

ROWS = [row for row in ALL if row["rule"] in {"D14", "D73", "D75"}]


def home_visit(given: Given) -> Observed:
    verdict = parents_cannot_refuse()
    leader = "leader" if "lederen" in verdict.sentence else ""
    return {
        "allowed": bool(verdict) and given["part_of_investigation"],
        "police_assistance_demanded_by": leader,
        "law": law(verdict.citation),
    }


def trusted_person(given: Given) -> Observed:
    facts = TrustedFacts(
        born_on=day(given["trusted_person_birth"]), on=day(given["on"]), is_parent=given["is_parent"],
        chosen_by_child=True, confidentiality_signed=given["confidentiality_signed"],
        certificate_seen=given["certificate"] == "39", acute=given["acute"],
    )  # fmt: skip
    return stopped(lambda: refuse_trusted(facts))


TRIED = {"D14": home_visit, "D75": trusted_person}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']} {row['title']}")
def test_scenario(row: dict[str, Any]) -> None:
    observed = TRIED[row["rule"]](row["given"])
    for key, value in row["expect"].items():
        assert observed[key] == value, f"{key}: {row['why']}"
