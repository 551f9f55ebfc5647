"""The rules of meetings: kinds and themes, who may know what, the way of a meeting, and what may leave the house.

Plain Python: no framework, no database, no clock.
"""

from oppvekst.domain.meetings.rules.council import (
    COORDINATOR_LAW,
    coordinator_lacks,
    wrong_answer,
    wrong_papers,
)
from oppvekst.domain.meetings.rules.facts import MeetingFacts
from oppvekst.domain.meetings.rules.individual_plan import ANSWER, APPEAL, CONTENTS, NEEDS_CONSENT, ONE_ONLY, unwritten
from oppvekst.domain.meetings.rules.individual_plan import LAW as PLAN_LAW
from oppvekst.domain.meetings.rules.kinds import COMES, KINDS, SHARING_LAW, THEMES, Comes, Kind, Theme
from oppvekst.domain.meetings.rules.life import (
    AHEAD,
    APPROVE,
    APPROVED,
    CANCEL,
    CANCELLED,
    DRAFT,
    DRAFTED,
    HELD,
    HOLD,
    INVITE,
    INVITED,
    MACHINE,
    PLANNED,
    RIGHTS,
    WRITE,
    WRITING,
)
from oppvekst.domain.meetings.rules.minutes import NO_RESULTS, NOT_IN_INVITATION, Promise, Said, tells_a_result, told_to
from oppvekst.domain.meetings.rules.neutral import place_outside
from oppvekst.domain.meetings.rules.sharing import (
    Answer,
    Cell,
    Giver,
    Standing,
    Yes,
    cell,
    known,
    stopped,
    who_consents,
)
from oppvekst.law.deadline import Limit

RULES: tuple[Limit, ...] = (ANSWER,)

__all__ = [
    "AHEAD",
    "ANSWER",
    "APPEAL",
    "APPROVE",
    "APPROVED",
    "CANCEL",
    "CANCELLED",
    "COMES",
    "CONTENTS",
    "COORDINATOR_LAW",
    "DRAFT",
    "DRAFTED",
    "HELD",
    "HOLD",
    "INVITE",
    "INVITED",
    "KINDS",
    "MACHINE",
    "NEEDS_CONSENT",
    "NOT_IN_INVITATION",
    "NO_RESULTS",
    "ONE_ONLY",
    "PLANNED",
    "PLAN_LAW",
    "RIGHTS",
    "RULES",
    "SHARING_LAW",
    "THEMES",
    "WRITE",
    "WRITING",
    "Answer",
    "Cell",
    "Comes",
    "Giver",
    "Kind",
    "MeetingFacts",
    "Promise",
    "Said",
    "Standing",
    "Theme",
    "Yes",
    "cell",
    "coordinator_lacks",
    "known",
    "place_outside",
    "stopped",
    "tells_a_result",
    "told_to",
    "unwritten",
    "who_consents",
    "wrong_answer",
    "wrong_papers",
]
