"""The law of the room, without a database."""

from __future__ import annotations

import pytest

from oppvekst.domain.meetings.rules import END, ENDED, MACHINE, OPEN, MeetingFacts
from oppvekst.law.refusals import NotAllowed


def test_what_has_ended_does_not_end_again() -> None:
    assert MACHINE.take(OPEN, END, MeetingFacts(reasons="Ferdig.")) == ENDED
    with pytest.raises(NotAllowed):
        MACHINE.take(ENDED, END, MeetingFacts(reasons="Ferdig."))
