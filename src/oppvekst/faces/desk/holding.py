"""What the rooms after the case say of whether it may be closed. A room adds its ``holding`` here, in the order of the law."""

from __future__ import annotations

from oppvekst.domain.cases.rules.closing import Holds
from oppvekst.domain.concerns.queries.holding import holding as of_concerns
from oppvekst.domain.decisions.queries.holding import holding as of_decisions
from oppvekst.domain.investigations.queries.holding import holding as of_investigations
from oppvekst.domain.measures.queries.holding import holding as of_measures
from oppvekst.domain.meetings.queries.holding import holding as of_meetings

HOLDING: tuple[Holds, ...] = (of_concerns, of_investigations, of_decisions, of_measures, of_meetings)
