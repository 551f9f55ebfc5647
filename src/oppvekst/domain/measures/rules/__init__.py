"""The law of help (*tiltak*, bvl chapters 3 and 8). Plain Python: no framework, no database, no clock."""

from oppvekst.domain.measures.rules.facts import MeasureFacts
from oppvekst.domain.measures.rules.life import (
    ACTIVE,
    ASK_CONSENT,
    AWAITING_CONSENT,
    CHANGE,
    CONTINUE,
    DECIDE,
    DECIDE_BY_ORDER,
    DECIDED,
    DRAFT,
    END,
    ENDED,
    EVALUATE,
    EXPIRE,
    EXPIRED,
    MACHINE,
    RESUME,
    RIGHTS,
    RUNNING,
    START,
    STATES,
    SUSPEND,
    SUSPENDED,
    UNDER_EVALUATION,
    WITHDRAW,
    WRITE,
)
from oppvekst.domain.measures.rules.limits import (
    BEFORE_18,
    EVALUATION,
    LAST_YEAR,
    OF_AGE,
    ORDER,
    ORDERED_CENTRE,
    RULES,
    STATE_PAYS_UNTIL,
    USUAL_MONTHS,
    WITHOUT_CHILDS_CONSENT,
    Ordered,
    asked_before_18,
    last_day_of_aftercare,
    next_evaluation,
    order_ends,
    turns,
)
from oppvekst.domain.measures.rules.plans import MEASURE_PLAN, PLAN_TYPES

__all__ = [
    "ACTIVE", "ASK_CONSENT", "AWAITING_CONSENT", "BEFORE_18", "CHANGE", "CONTINUE", "DECIDE", "DECIDED", "DECIDE_BY_ORDER",
    "DRAFT", "END", "ENDED", "EVALUATE", "EVALUATION", "EXPIRE", "EXPIRED", "LAST_YEAR", "MACHINE", "MEASURE_PLAN", "OF_AGE",
    "ORDER", "ORDERED_CENTRE", "PLAN_TYPES", "RESUME", "RIGHTS", "RULES", "RUNNING", "START", "STATES", "STATE_PAYS_UNTIL",
    "SUSPEND", "SUSPENDED", "UNDER_EVALUATION", "USUAL_MONTHS", "WITHDRAW", "WITHOUT_CHILDS_CONSENT", "WRITE", "MeasureFacts",
    "Ordered", "asked_before_18", "last_day_of_aftercare", "next_evaluation", "order_ends", "turns",
]  # fmt: skip
