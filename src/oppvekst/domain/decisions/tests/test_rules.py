"""The law of the room, without a database."""

from __future__ import annotations

import pytest

from oppvekst.domain.decisions.rules import END, ENDED, MACHINE, OPEN, DecisionFacts
from oppvekst.law.refusals import NotAllowed


def test_what_has_ended_does_not_end_again() -> None:
    assert MACHINE.take(OPEN, END, DecisionFacts(reasons="Ferdig.")) == ENDED
    with pytest.raises(NotAllowed):
        MACHINE.take(ENDED, END, DecisionFacts(reasons="Ferdig."))
