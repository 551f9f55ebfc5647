"""What the steps of an appeal ask about, and the words that are chosen among."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.domain.decisions.rules.appeal.standing import Appellant
from oppvekst.domain.decisions.rules.appeal.time import Timing


class Excuse(StrEnum):
    """Why an appeal that is late is taken nevertheless, or that it is not (fvl § 31 (1))."""

    NOT_TO_BLAME = "not_to_blame"
    SPECIAL_REASONS = "special_reasons"
    NONE = "none"


class Outcome(StrEnum):
    """What whoever tries the appeal decided (fvl § 34)."""

    UPHELD = "upheld"
    CHANGED = "changed"
    ANNULLED = "annulled"
    RETURNED = "returned"
    REJECTED = "rejected"


class Ground(StrEnum):
    """Why an appeal is turned away (fvl §§ 28, 31, 32 (3), 33 (2))."""

    LATE = "late"
    NOT_ENTITLED = "not_entitled"
    LACKING = "lacking"


EXCUSES: Final = {
    Excuse.NOT_TO_BLAME: "Klageren eller fullmektigen kan ikke lastes for at fristen er oversittet",
    Excuse.SPECIAL_REASONS: "Særlige grunner gjør det rimelig at klagen blir prøvd",
    Excuse.NONE: "Ingen av delene. Klagen skal avvises",
}
OUTCOMES: Final = {
    Outcome.UPHELD: "Vedtaket er stadfestet",
    Outcome.CHANGED: "Vedtaket er endret",
    Outcome.ANNULLED: "Vedtaket er opphevet",
    Outcome.RETURNED: "Vedtaket er opphevet og sendt tilbake til ny behandling",
    Outcome.REJECTED: "Klagen er avvist",
}
GROUNDS: Final = {
    Ground.LATE: "Klagen er for sen",
    Ground.NOT_ENTITLED: "Den som klager, har ikke klagerett",
    Ground.LACKING: "Klagen mangler noe, og er ikke rettet innen fristen",
}


@dataclass(frozen=True, kw_only=True)
class AppealFacts:
    """What the steps ask about."""

    on: date
    sections: tuple[str, ...] = ()
    decision_signed: bool = True
    appellant: Appellant = Appellant.PARTY
    over_standing: bool = False
    interest: str = ""
    represented: bool = False
    lawyer: bool = False
    authority_shown: bool = False
    spoken: bool = False
    says: str = ""
    read_back: bool = False
    timing: Timing | None = None
    excuse: str = ""
    late_reasons: str = ""
    new: str = ""
    child_heard: str = ""
    others_told: str = ""
    assessed: str = ""
    founded: bool | None = None
    wholly: bool | None = None
    to_detriment: bool = False
    change_reasons: str = ""
    statement: str = ""
    enclosures: tuple[str, ...] = ()
    copy_to_party: str = ""
    outcome: str = ""
    outcome_on: date | None = None
    outcome_says: str = ""
    outcome_to_detriment: bool = False
    detriment_told_on: date | None = None
    detriment_taken_up: str = ""
    received_on: date | None = None
    sent_on: date | None = None
    new_decision: bool = False
    new_signed: bool = False
    costs_told: bool = False
    in_favour: bool = False
    follow_up: str = ""
    ground: str = ""
    complete_by: date | None = None
    reject_reasons: str = ""
    withdrawn_by_appellant: bool = False
    withdrawn_how: str = ""
