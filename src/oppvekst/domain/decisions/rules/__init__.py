"""The law of decisions (*enkeltvedtak*, bvl chapter 12; fvl chapters IV-VI). Plain Python, no database, no clock."""

from oppvekst.domain.decisions.rules.categories import CATEGORIES, GROUPS, PLACEMENTS
from oppvekst.domain.decisions.rules.facts import DecisionFacts
from oppvekst.domain.decisions.rules.kinds import (
    KINDS,
    MOST_BASES,
    Basis,
    Kind,
    OfKind,
    basis,
    beyond_help_at_home,
    in_words,
)
from oppvekst.domain.decisions.rules.life import (
    ANNUL,
    ANNULLED,
    APPEAL,
    APPEAL_PERIOD,
    APPEALED,
    BACK_TO_DRAFT,
    BECOME_FINAL,
    BEGIN_APPEAL_PERIOD,
    DISPATCH,
    DRAFT,
    FINAL,
    GIVE_NOTICE,
    LAPSE,
    LAPSED,
    MACHINE,
    MAKE_READY,
    NOTICED,
    NOTIFIED,
    NOTIFY,
    READY,
    RECEIVE_APPEAL,
    RESUME_APPEAL_PERIOD,
    REVERSE,
    REVERSED,
    RIGHTS,
    SIGN,
    SIGNED,
    SIGNING,
    SKIP_NOTICE,
    STANDING,
    STATES,
    UPHOLD,
    WRITABLE,
    WRITE,
)
from oppvekst.domain.decisions.rules.limits import ANSWER_NOTICE, NOTIFY_PARTIES, RULES, USUAL_DAYS, answers_due
from oppvekst.domain.decisions.rules.sections import BY_KEY, SECTIONS, Section, missing, required, sections_of
from oppvekst.domain.decisions.rules.standing import PARTY_AT, Stand, Standing, stand_of_child, stand_of_parent

__all__ = [
    "ANNUL", "ANNULLED", "ANSWER_NOTICE", "APPEAL", "APPEALED", "APPEAL_PERIOD", "BACK_TO_DRAFT", "BECOME_FINAL",
    "BEGIN_APPEAL_PERIOD", "BY_KEY", "CATEGORIES", "DISPATCH", "DRAFT", "FINAL", "GIVE_NOTICE", "GROUPS", "KINDS", "LAPSE",
    "LAPSED", "MACHINE", "MAKE_READY", "MOST_BASES", "NOTICED", "NOTIFIED", "NOTIFY", "NOTIFY_PARTIES", "PARTY_AT",
    "PLACEMENTS", "READY", "RECEIVE_APPEAL", "RESUME_APPEAL_PERIOD",
    "REVERSE", "REVERSED", "RIGHTS", "RULES", "SECTIONS", "SIGN", "SIGNED", "SIGNING",
    "SKIP_NOTICE", "STANDING", "STATES", "UPHOLD", "USUAL_DAYS", "WRITABLE", "WRITE", "Basis", "DecisionFacts", "Kind",
    "OfKind", "Section", "Stand", "Standing", "answers_due", "basis", "beyond_help_at_home", "in_words", "missing", "required",
    "sections_of", "stand_of_child", "stand_of_parent",
]  # fmt: skip
