"""The rules of prevention: what may be asked, how soon somebody calls, how it ends, and who has a place in a group.

Plain Python: no framework, no database, no clock.
"""

from oppvekst.domain.prevention.rules.asked import (
    LINE,
    MOST_ADULTS,
    MOST_CHILDREN,
    NAME,
    WORDS,
    Asked,
    Discussion,
    Kind,
    Place,
    Visit,
    check,
    cleaned,
)
from oppvekst.domain.prevention.rules.deadlines import CALL_BACK, RULES, WORKING_DAYS, call_back_due
from oppvekst.domain.prevention.rules.groups import (
    CONFIRMED,
    NEW,
    SIGN_UPS,
    WITHDRAWN,
    GroupStanding,
    Planned,
    SignUpFacts,
    Standing,
    check_group,
    seated,
    standing_of,
)
from oppvekst.domain.prevention.rules.languages import ENDONYMS, LANGUAGES
from oppvekst.domain.prevention.rules.life import (
    ANSWERED,
    CLOSED,
    MACHINE,
    OPEN,
    OUTCOMES,
    Outcome,
    RequestFacts,
)
from oppvekst.domain.prevention.rules.slots import DAYS, PARTS, SLOTS, days_by_part, slots_of
from oppvekst.domain.prevention.rules.themes import MEETINGS, THEMES

__all__ = [
    "ANSWERED",
    "CALL_BACK",
    "CLOSED",
    "CONFIRMED",
    "DAYS",
    "ENDONYMS",
    "LANGUAGES",
    "LINE",
    "MACHINE",
    "MEETINGS",
    "MOST_ADULTS",
    "MOST_CHILDREN",
    "NAME",
    "NEW",
    "OPEN",
    "OUTCOMES",
    "PARTS",
    "RULES",
    "SIGN_UPS",
    "SLOTS",
    "THEMES",
    "WITHDRAWN",
    "WORDS",
    "WORKING_DAYS",
    "Asked",
    "Discussion",
    "GroupStanding",
    "Kind",
    "Outcome",
    "Place",
    "Planned",
    "RequestFacts",
    "SignUpFacts",
    "Standing",
    "Visit",
    "call_back_due",
    "check",
    "check_group",
    "cleaned",
    "days_by_part",
    "seated",
    "slots_of",
    "standing_of",
]
