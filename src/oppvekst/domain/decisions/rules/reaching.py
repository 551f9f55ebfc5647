"""When word of a decision has reached somebody, and until when she may appeal (fvl §§ 27-30; eForvaltningsforskriften §§ 8-11).

Each party has a limit of her own, counted from when word reached just her. On paper that is the day it came to her hand;
digitally the day it lay ready and she had been told that it did, whether she has opened it or not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from oppvekst.domain.decisions.rules.appeal.limits import MOVE_APPEAL
from oppvekst.domain.decisions.rules.appeal.standing import MOVE, Body, way_of
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import Citation, bvl, efvf, fvl
from oppvekst.law.deadline import Due, Limit, Rule, Unit
from oppvekst.law.limits import APPEAL

_IN_FORCE = date(2023, 1, 1)
_DIGITALLY = "Vedtaket lå klart, og varselet var sendt"


class Route(StrEnum):
    """How a decision goes to somebody."""

    DIGITAL = "digital"
    POST = "post"
    HAND = "hand"
    SAFE = "safe"  # by the way that an address protection asks for


class Road(StrEnum):
    """Where an appeal goes, and so which of the four texts stands in the letter."""

    GOVERNOR = "governor"
    TRIBUNAL = "tribunal"
    DIRECT = "direct"  # straight to the tribunal, and the law names no limit
    ACCESS = "access"  # refusal of access to the file


def _as(limit: Limit, id: str, title: str, citation: Citation, trigger: str) -> Limit:
    """The same three weeks, begun by another way of being told."""
    return Limit(*(replace(rule, id=id, title=title, citation=citation, trigger=trigger) for rule in limit.versions))


APPEAL_DIGITAL = _as(
    APPEAL, "D103", "Klage på vedtak som er gitt digitalt", APPEAL.citation & efvf("11", 2), _DIGITALLY
)
APPEAL_MOVE_DIGITAL = _as(
    MOVE_APPEAL, "D78-digital", "Klage til barneverns- og helsenemnda på vedtak om flytting som er gitt digitalt",
    MOVE_APPEAL.citation & efvf("11", 2), _DIGITALLY,
)  # fmt: skip
APPEAL_ACCESS = _as(
    APPEAL, "D81-appeal", "Klage på avslag om innsyn", fvl("21", 2) & fvl("29", 1) & fvl("30") & bvl("12-6"),
    "Avslaget kom fram",
)  # fmt: skip
APPEAL_DIRECT = Limit(
    Rule(
        "bvl-14-23",
        "Klage direkte til barneverns- og helsenemnda",
        bvl("14-23"),
        valid_from=_IN_FORCE,
        trigger="Underretningen om vedtaket kom fram",
        promptly="vedtaket kan bringes inn for nemnda uten frist",
        who="parten",
    )
)
SECOND_NOTICE = Limit(
    Rule(
        "D102",
        "Nytt varsel når et digitalt vedtak ikke er åpnet",
        efvf("8", 5),
        1,
        Unit.WEEKS,
        trigger=_DIGITALLY,
        who="systemet",
    )
)

REACHING = (
    APPEAL_DIGITAL, APPEAL_MOVE_DIGITAL, APPEAL_ACCESS, APPEAL_DIRECT, SECOND_NOTICE,
)  # fmt: skip

_BY_ROAD = {
    Road.GOVERNOR: (APPEAL, APPEAL_DIGITAL),
    Road.TRIBUNAL: (MOVE_APPEAL, APPEAL_MOVE_DIGITAL),
    Road.DIRECT: (APPEAL_DIRECT, APPEAL_DIRECT),
    Road.ACCESS: (APPEAL_ACCESS, APPEAL_ACCESS),
}


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is known of how word of a decision went to one person."""

    route: Route
    reached_on: date | None = None
    available_at: datetime | None = None
    notified_at: datetime | None = None
    second_notice_at: datetime | None = None
    opened_at: datetime | None = None

    @property
    def digital(self) -> bool:
        """Whether it lies in a digital place, and is not in anybody's hand."""
        return self.route is Route.DIGITAL


def road_of(kind: str, section: str) -> Road:
    """Where an appeal against a decision of this kind on this section goes (bvl §§ 5-5, 12-9, 14-8, 14-23).

    >>> road_of("measure", "3-1"), road_of("move", "5-5"), road_of("measure", "4-2")
    (<Road.GOVERNOR: 'governor'>, <Road.TRIBUNAL: 'tribunal'>, <Road.DIRECT: 'direct'>)
    """
    way = way_of(MOVE if kind == "move" else section)
    if way.body is Body.COUNTY_GOVERNOR:
        return Road.GOVERNOR
    return Road.TRIBUNAL if way.lodged_with_us else Road.DIRECT


def reached(notice: Notice) -> date | None:
    """The day word reached this person, or None while it has not (fvl § 29 (1); eForvaltningsforskriften § 11 (2)).

    Digitally both must have happened, that it lies there and that she is told: the later of the two counts, and opening
    it changes nothing.
    """
    if not notice.digital:
        return notice.reached_on
    if notice.available_at is None or notice.notified_at is None:
        return None
    return oslo_date(max(notice.available_at, notice.notified_at))


def appeal_limit(road: Road, *, digital: bool = False) -> Limit:
    """The limit an appeal on this road has, by how the decision was given."""
    return _BY_ROAD[road][digital]


def appeal_due(road: Road, notice: Notice) -> Due | None:
    """Until when this person may appeal, with the steps of the counting in words; None until word has reached her."""
    day = reached(notice)
    if day is None:
        return None
    due = appeal_limit(road, digital=notice.digital).due(day)
    return replace(due, steps=(*_how_it_came(notice), *due.steps))


def second_notice_on(notice: Notice) -> date | None:
    """The day a digital decision that nobody has opened is notified once more; None where none is due.

    The week must be over first (eForvaltningsforskriften § 8 (5)). The appeal limit is not moved by it.
    """
    day = reached(notice)
    if day is None or not notice.digital or notice.opened_at or notice.second_notice_at:
        return None
    week = SECOND_NOTICE.due(day).due
    return week + timedelta(days=1) if week else None


def all_over(dues: list[date | None], *, today: date) -> bool:
    """Whether every appeal limit is behind us: one who has not been reached keeps the decision open (fvl § 29)."""
    return bool(dues) and all(due is not None and due < today for due in dues)


def _how_it_came(notice: Notice) -> tuple[str, ...]:
    """What the first step does not say: the two moments of a digital notice, when they fell on different days."""
    if not notice.digital or notice.available_at is None or notice.notified_at is None:
        return ()
    lay, told = oslo_date(notice.available_at), oslo_date(notice.notified_at)
    if lay == told:
        return ()
    return (
        f"Vedtaket lå klart {in_words(lay)}, og varselet ble sendt {in_words(told)}. Den siste av de to dagene teller.",
    )
