"""What each room tells of the child's voice in a case: a room adds its ``voiced`` here. The meetings are read last."""

from __future__ import annotations

from oppvekst.domain.concerns.desk.voiced import voiced as in_concerns
from oppvekst.domain.decisions.desk.voiced import voiced as in_decisions
from oppvekst.domain.investigations.desk.voiced import voiced as in_investigations
from oppvekst.domain.measures.desk.voiced import voiced as in_measures
from oppvekst.domain.meetings.desk.voiced import voiced as in_meetings
from oppvekst.ground.web.voice import Voicing

VOICES: tuple[Voicing, ...] = (in_concerns, in_investigations, in_decisions, in_measures, in_meetings)
