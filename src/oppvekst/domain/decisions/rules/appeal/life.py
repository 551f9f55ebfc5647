"""The way of an appeal, from the day it came until what was decided has been followed up (fvl §§ 28-34; bvl § 12-9)."""

from typing import Final

from oppvekst.domain.decisions.rules.appeal import guards as g
from oppvekst.domain.decisions.rules.appeal.facts import AppealFacts
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.machine import Machine, State, Step

RECEIVED: Final = "received"
TIMELY: Final = "timely"
LATE: Final = "late"
EXAMINED: Final = "examined"
CHANGED: Final = "changed"
SENT: Final = "sent"
DECIDED: Final = "decided"
FOLLOWED_UP: Final = "followed_up"
REJECTED: Final = "rejected"
WITHDRAWN: Final = "withdrawn"

FIND_TIMELY: Final = "find_timely"
FIND_LATE: Final = "find_late"
EXAMINE: Final = "examine"
CHANGE: Final = "change"
SEND_ON: Final = "send_on"
RECORD_OUTCOME: Final = "record_outcome"
FOLLOW_UP: Final = "follow_up"
REJECT: Final = "reject"
WITHDRAW: Final = "withdraw"

_ENTITLED: Final = (g.LODGED_WITH_US, g.SIGNED_DECISION, g.MAY_APPEAL, g.AUTHORITY_SHOWN)
_BEFORE_OUTCOME: Final = frozenset({RECEIVED, TIMELY, LATE, EXAMINED, CHANGED, SENT})

MACHINE: Machine[AppealFacts] = Machine(
    "klagen",
    RECEIVED,
    (
        State(RECEIVED, "mottatt"),
        State(TIMELY, "i tide"),
        State(LATE, "for sen"),
        State(EXAMINED, "undersøkt"),
        State(CHANGED, "tatt til følge av oss"),
        State(SENT, "sendt til klageinstansen"),
        State(DECIDED, "avgjort av klageinstansen"),
        State(FOLLOWED_UP, "fulgt opp", closed=True),
        State(REJECTED, "avvist", closed=True),
        State(WITHDRAWN, "trukket", closed=True),
    ),
    (
        Step(
            FIND_TIMELY,
            frozenset({RECEIVED}),
            TIMELY,
            fvl("29") & fvl("30"),
            (*_ENTITLED, g.WRITTEN_DOWN, g.IN_TIME),
            "Klagen er i tide",
        ),
        Step(
            FIND_LATE,
            frozenset({RECEIVED}),
            LATE,
            fvl("31"),
            (*_ENTITLED, g.WRITTEN_DOWN, g.IS_LATE, g.EXCUSE_CHOSEN, g.LATE_REASONS),
            "Klagen er for sen",
        ),
        Step(
            EXAMINE,
            frozenset({TIMELY, LATE}),
            EXAMINED,
            fvl("33", 2) & fvl("33", 3),
            (g.WITHIN_A_YEAR, g.EXCUSED, g.WHAT_IS_NEW, g.CHILD_HEARD, g.OTHERS_TOLD, g.ASSESSED),
            "Undersøk klagen",
        ),
        Step(
            CHANGE,
            frozenset({EXAMINED}),
            CHANGED,
            fvl("33", 2),
            (g.FOUNDED, g.NOT_TO_DETRIMENT, g.CHANGE_REASONS),
            "Endre vedtaket",
        ),
        Step(
            SEND_ON,
            frozenset({EXAMINED, CHANGED}),
            SENT,
            fvl("33", 4) & bvl("12-9"),
            (g.NOT_WHOLLY_CHANGED, g.STATEMENT_WRITTEN, g.ENCLOSED, g.COPY_TO_PARTY),
            "Send klagen videre",
        ),
        Step(
            RECORD_OUTCOME,
            frozenset({SENT}),
            DECIDED,
            fvl("34"),
            (g.OUTCOME_CHOSEN, g.OUTCOME_DATED, g.OUTCOME_SAID),
            "Før inn avgjørelsen",
        ),
        Step(
            FOLLOW_UP,
            frozenset({DECIDED, CHANGED}),
            FOLLOWED_UP,
            fvl("34", 4) & fvl("36", 3),
            (
                g.WHOLLY_CHANGED,
                g.NEW_DECISION_SIGNED,
                g.RETURNED_TAKEN_UP,
                g.DETRIMENT_TAKEN_UP,
                g.TOLD_ABOUT_COSTS,
                g.FOLLOW_UP_WRITTEN,
            ),
            "Følg opp",
        ),
        Step(
            REJECT,
            frozenset({RECEIVED, LATE}),
            REJECTED,
            fvl("33", 2) & fvl("31"),
            (g.REJECT_GROUND, g.GROUND_HOLDS, g.REJECT_REASONS),
            "Avvis klagen",
        ),
        Step(
            WITHDRAW,
            _BEFORE_OUTCOME,
            WITHDRAWN,
            fvl("28", 1),
            (g.WITHDRAWN_BY_APPELLANT, g.WITHDRAWN_HOW),
            "Klagen er trukket",
        ),
    ),
)

# Who may take each step: the action demands it, the page asks for it, and the button shows by it. To turn an appeal away is
# a decision of its own, which can be appealed in its turn.
RIGHTS: Final = {
    FIND_TIMELY: "appeal.handle",
    FIND_LATE: "appeal.handle",
    EXAMINE: "appeal.handle",
    CHANGE: "decision.sign",
    SEND_ON: "appeal.handle",
    RECORD_OUTCOME: "appeal.handle",
    FOLLOW_UP: "appeal.handle",
    REJECT: "decision.sign",
    WITHDRAW: "appeal.handle",
}
