"""Every place where an address can appear is told of, with the test that shows what guards it; a new place is found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.house.source import ROOT
from tests.house.test_threats import NAMED, names_in

PAGE = (ROOT / "docs/address-protection.md").read_text("utf-8")
PLACES, NOT_HIDDEN = PAGE.split("## Det som ikke er skjult")
REVEALING = re.compile(
    r"\.addresses\b|\.reaches\b|\bAddress\.objects|\bReach\.objects|child_address|child_school|child_phone|body_address|enquiry\.address"
)
SOURCE = ROOT / "src/oppvekst"
# The sender's own browser, the service's own addresses on the open pages, and invented children.
ELSEWHERE = {"tests", "migrations", "portal", "information", "demo", "demo_data"}
# Who reads it, and what there decides who sees it.
DECIDED = {
    "domain/measures/queries/home.py": "compared with what is written, not shown",
    "domain/measures/queries/offers_search.py": "no place of a child who is protected, whoever asks",
    "domain/people/actions.py": "written in, under the policies",
    "domain/people/queries.py": "the policies; envelope",
    "domain/cases/desk/closing_paper.py": "no line when the person is protected",
    "domain/cases/desk/paper.py": "no line when the person is protected",
    "domain/cases/desk/views/address.py": "«Vis adresse»",
    "domain/cases/desk/views/people.py": "nothing of a protected person is handed on",
    "domain/cases/templates/cases/desk/people.html": "not of a protected person",
    "domain/concerns/actions/arrive.py": "written in",
    "domain/concerns/desk/forms/child.py": "a concern that has no case yet",
    "domain/concerns/desk/forms/registering.py": "typed in",
    "domain/concerns/desk/paper.py": "opened only by somebody entrusted",
    "domain/concerns/desk/pointing.py": "what to look for, not shown",
    "domain/concerns/desk/spoken.py": "where=",
    "domain/concerns/desk/views/registering.py": "shows_where",
    "domain/concerns/models/concern.py": "the table",
    "domain/concerns/models/enquiry.py": "the table",
    "domain/concerns/queries/facts.py": "whether there is one",
    "domain/concerns/queries/feedback.py": "compared, not shown",
    "domain/concerns/rules/message.py": "what arrives",
    "domain/decisions/actions/consent.py": "compared, not shown; reveals",
    "domain/decisions/queries/sending.py": "a phone nobody has protected, said to be safe",
}


def rows() -> Iterator[list[str]]:
    for line in PLACES.split("## Hvor noe kan vise seg")[1].splitlines():
        if line.startswith("| ") and not line.startswith(("| ---", "| Sted")):
            yield [cell.strip() for cell in line.strip("| ").split(" | ")]


def test_every_place_has_what_guards_it_and_a_test_that_is_there() -> None:
    named = NAMED.findall(PAGE)
    assert len(named) > 30
    assert [f"{path}::{name}" for path, name in named if name not in names_in(path)] == []
    assert [cells[0] for cells in rows() if len(cells) != 4 or not all(cells) or not NAMED.search(cells[-1])] == []


def test_what_is_not_hidden_is_said() -> None:
    assert len(re.findall(r"^- \*\*", NOT_HIDDEN, re.M)) > 5


def test_what_reveals_is_read_only_where_it_is_decided_who_sees_it() -> None:
    found = {
        str(path.relative_to(SOURCE))
        for pattern in ("*.py", "*.html")
        for path in SOURCE.rglob(pattern)
        if not ELSEWHERE & set(path.parts) and REVEALING.search(path.read_text("utf-8"))
    }
    assert found - set(DECIDED) == set(), (
        "Ny kode leser det som viser hvor noen bor. Bestem hvem som ser det der, skriv en prøve og en linje i "
        "docs/address-protection.md, og sett fila i DECIDED."
    )
    assert set(DECIDED) - found == set()
