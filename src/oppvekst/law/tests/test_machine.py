"""A machine takes lawful steps only, and says no in sentences."""

from dataclasses import dataclass

import pytest

from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard, Machine, State, Step
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound


@dataclass(frozen=True)
class Facts:
    reasons: str = ""
    code: str = ""
    barred: bool = False


REASONS = Guard[Facts]("reasons", lambda f: bool(f.reasons), "Skriv hvorfor.", bvl("2-1", 2), field="reasons")
CODE = Guard[Facts]("code", lambda f: bool(f.code), "Velg en kode.", bvl("13-7"), field="code")
BARRED = Guard[Facts]("barred", lambda f: not f.barred, "Saken er sperret for deg.", bvl("13-1"))
CLOSE = Step("close", frozenset({"open"}), "closed", bvl("2-1", 2), (REASONS, BARRED, CODE), "Lukk")
STATES = (State("open", "åpen"), State("closed", "lukket", closed=True))
MACHINE = Machine("saken", "open", STATES, (CLOSE,))


def test_a_step_is_taken_when_nothing_is_lacking() -> None:
    assert MACHINE.take("open", "close", Facts("Fordi.", "10")) == "closed"


def test_everything_that_is_lacking_is_told_at_once_by_field() -> None:
    with pytest.raises(Incomplete) as refusal:
        MACHINE.take("open", "close", Facts())
    assert refusal.value.to_plain() == {
        "error": "incomplete",
        "message": "Skriv hvorfor. Velg en kode.",
        "law": "bvl § 2-1 (2)",
        "fields": {"reasons": "Skriv hvorfor.", "code": "Velg en kode."},
    }
    assert refusal.value.because == ("reasons", "code")


def test_what_cannot_be_mended_is_told_before_what_can() -> None:
    with pytest.raises(NotAllowed, match="sperret"):
        MACHINE.take("open", "close", Facts(barred=True))


def test_a_step_from_the_wrong_state_is_refused_with_both_names() -> None:
    with pytest.raises(NotAllowed, match="«Lukk» kan ikke gjøres når saken er «lukket»"):
        MACHINE.take("closed", "close", Facts("Fordi.", "10"))


def test_the_outlook_lists_possible_steps_and_why_the_others_are_not() -> None:
    [possible] = MACHINE.outlook("open", Facts("Fordi.", "10"))
    [lacking] = MACHINE.outlook("open", Facts())
    [barred] = MACHINE.outlook("open", Facts("Fordi.", "10", barred=True))
    assert possible.possible and not lacking.possible
    assert lacking.mendable and not barred.mendable
    assert [refusal.sentence for refusal in lacking.refusals] == ["Skriv hvorfor.", "Velg en kode."]
    assert MACHINE.outlook("closed", Facts()) == []


def test_the_diagram_shows_every_state_and_step() -> None:
    drawn = MACHINE.mermaid()
    assert drawn.startswith("stateDiagram-v2\n    [*] --> open\n")
    assert "    open --> closed: Lukk (bvl § 2-1 (2))\n" in drawn
    assert "    closed --> [*]\n" in drawn


def test_unknown_names_are_not_found() -> None:
    for state, step in (("gone", "close"), ("open", "gone")):
        with pytest.raises(NotFound):
            MACHINE.take(state, step, Facts())


def test_a_machine_with_a_step_to_nowhere_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="gone"):
        Machine("saken", "open", STATES, (Step("lose", frozenset({"open"}), "gone", bvl("2-1")),))
    with pytest.raises(ValueError, match="samme navn"):
        Machine("saken", "open", STATES, (CLOSE, CLOSE))
