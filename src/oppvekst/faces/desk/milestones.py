"""What the rooms after the case tell its timeline. A room adds its ``milestones`` here, in the order of the law."""

from __future__ import annotations

from oppvekst.domain.cases.desk.line import RoomsTell
from oppvekst.domain.concerns.queries.milestones import milestones as of_concerns
from oppvekst.domain.concerns.queries.milestones import names_withheld
from oppvekst.domain.investigations.queries.milestones import milestones as of_investigations
from oppvekst.domain.measures.queries.milestones import milestones as of_measures
from oppvekst.domain.meetings.queries.milestones import milestones as of_meetings

TOLD = RoomsTell(milestones=(of_meetings, of_concerns, of_investigations, of_measures), withheld=names_withheld)
