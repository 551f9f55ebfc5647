"""Each time help is given: planned, moved, called off, and written down as held or not (bvl §§ 3-1, 8-1, 12-4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.actions.unsuited import settle_unsuited
from oppvekst.domain.measures.models import Measure, Occasion
from oppvekst.domain.measures.queries import get_occasion, held_measure
from oppvekst.domain.measures.queries.occasion import facts_of_occasion, planned_with, to_come
from oppvekst.domain.measures.rules import (
    TO_CALL_OFF,
    TO_HOLD,
    TO_MOVE,
    TO_PLAN,
    TO_SAY_NOT_HELD,
    WRITE,
    Each,
    OccasionFacts,
    OccasionGuard,
    Stood,
    Who,
    days_in_words,
)
from oppvekst.domain.measures.rules.weekends import LONGEST_ROW
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.colleagues import everybody
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = "bvl §§ 3-1, 8-1"
SHEET = ("bedtime", "needs", "likes", "family_phone")


@dataclass(frozen=True, kw_only=True)
class When:
    """When and where it is, with whom, and who of the service takes part."""

    first_day: date
    last_day: date | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    with_whom: str = ""
    staff: UUID | None = None

    @property
    def until(self) -> date:
        """The last of the days; most have only one."""
        return self.last_day or self.first_day


@dataclass(frozen=True, kw_only=True)
class WhatHappened:
    """What is written afterwards: in words, the child's own, the hours, and what of a programme was done."""

    words: str = ""
    child_words: str = ""
    not_heard_reason: str = ""
    hours: Decimal | None = None
    number: int | None = None
    done: str = ""
    left_out: str = ""
    left_out_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What those who have the child over night get to read: never where it lives, and never why."""

    bedtime: str = ""
    needs: str = ""
    likes: str = ""
    family_phone: str = ""


def plan_occasion(measure_id: UUID, when: When, *, by: Actor, at: datetime) -> Occasion:
    """Plan one time in help that runs (bvl § 8-1 (2))."""
    with act("occasion.planned", by=by, at=at, right=WRITE, law=LAW) as entry:
        measure = held_measure(measure_id)
        made = _plan(measure, when, facts_of_occasion(measure, today=oslo_date(at)), by, at)
        settle_limits(measure)
        entry.about(made.id, case_id=measure.case_id, says=f"Planlagt {_days(made)}.")
    return made


def plan_row(measure_id: UUID, row: Sequence[When], *, by: Actor, at: datetime) -> list[Occasion]:
    """Plan several in one: every weekend that was chosen, or none of them (bvl § 8-1 (2))."""
    if not row or len(row) > LONGEST_ROW:
        raise Incomplete({"chosen": f"Velg minst én helg, og ikke mer enn {LONGEST_ROW} om gangen."})
    with act("occasion.row_planned", by=by, at=at, right=WRITE, law=LAW) as entry:
        measure = held_measure(measure_id)
        facts = facts_of_occasion(measure, today=oslo_date(at))
        made: list[Occasion] = []
        for when in sorted(row, key=lambda one: one.first_day):
            made.append(_plan(measure, when, facts, by, at))
            facts = replace(facts, other_stays=(*facts.other_stays, (when.first_day, when.until)))
        settle_limits(measure)
        says = f"{len(made)} ganger er planlagt, fra {_days(made[0])} til {_days(made[-1])}."
        entry.about(measure.id, case_id=measure.case_id, says=says)
    return made


def move_occasion(occasion_id: UUID, when: When, *, reasons: str, by: Actor, at: datetime) -> Occasion:
    """Move it: the old one stands with the reason, and the new one says whose place it takes (bvl § 12-4)."""
    with act("occasion.moved", by=by, at=at, right=WRITE, law=LAW) as entry:
        one = _locked_one(occasion_id)
        facts = facts_of_occasion(one.measure, today=oslo_date(at), one=one)
        _demand(TO_MOVE, replace(facts, words=reasons))
        _write(one, Stood.MOVED, {"words": reasons.strip()}, by, at)
        made = _plan(one.measure, when, replace(facts, stood=Stood.PLANNED), by, at, before=one)
        settle_limits(one.measure)
        entry.about(made.id, case_id=one.case_id, says=f"Flyttet fra {_days(one)} til {_days(made)}.")
    return made


def call_off(occasion_id: UUID, *, who: str, reasons: str, by: Actor, at: datetime) -> None:
    """It does not take place: who could not, and why, without reproach (bvl § 12-4)."""
    with act("occasion.called_off", by=by, at=at, right=WRITE, law=LAW) as entry:
        one = _locked_one(occasion_id)
        _demand(TO_CALL_OFF, replace(_facts(one, at), who=who, words=reasons))
        _write(one, Stood.CALLED_OFF, {"who": who, "words": reasons.strip()}, by, at)
        settle_limits(one.measure)
        entry.about(one.id, case_id=one.case_id, says=f"Avlyst {_days(one)}.")


def write_held(occasion_id: UUID, happened: WhatHappened, *, by: Actor, at: datetime) -> None:
    """Write what happened, once, with what the child said of it or why it was not asked (bvl §§ 1-4, 12-4)."""
    with act("occasion.held", by=by, at=at, right=WRITE, law="bvl §§ 1-4, 12-4") as entry:
        one = _locked_one(occasion_id)
        facts = replace(
            _facts(one, at), words=happened.words, child_words=happened.child_words, hours=happened.hours,
            not_heard_reason=happened.not_heard_reason, number=happened.number, done=happened.done,
            left_out=happened.left_out, left_out_reason=happened.left_out_reason,
        )  # fmt: skip
        _demand(TO_HOLD, facts)
        told = {name: value.strip() if isinstance(value, str) else value for name, value in vars(happened).items()}
        _write(one, Stood.HELD, told, by, at)
        settle_limits(one.measure)
        entry.about(one.id, case_id=one.case_id, says=f"Det er skrevet hva som skjedde {_days(one)}.")


def write_not_held(occasion_id: UUID, *, who: str, reasons: str, by: Actor, at: datetime) -> None:
    """Write that nothing came of it: that a family did not come is no reproach (bvl § 12-4)."""
    with act("occasion.not_held", by=by, at=at, right=WRITE, law="bvl § 12-4") as entry:
        one = _locked_one(occasion_id)
        _demand(TO_SAY_NOT_HELD, replace(_facts(one, at), who=who, words=reasons))
        _write(one, Stood.NOT_HELD, {"who": who, "words": reasons.strip()}, by, at)
        settle_limits(one.measure)
        entry.about(one.id, case_id=one.case_id, says=f"Det ble ikke noe av {_days(one)}.")


def write_sheet(occasion_id: UUID, sheet: Sheet, *, by: Actor, at: datetime) -> None:
    """What the home gets to read of this stay and those to come; never where the child lives, never why (bvl § 13-1)."""
    with act("occasion.sheet", by=by, at=at, right=WRITE, law="bvl § 13-1") as entry:
        one = _locked_one(occasion_id)
        if one.kind != Each.STAY or one.stood != Stood.PLANNED:
            raise NotAllowed("Arket er for opphold over natta som er planlagt.")
        told = {name: value.strip() for name, value in vars(sheet).items()}
        for each in to_come(one.measure, after=one.first_day):
            _keep(each, {**told, "sheet_by_name": by.name, "sheet_at": at})
        entry.about(one.id, case_id=one.case_id, says="Arket til dem som har barnet over natta, er skrevet.")


def call_off_those_to_come(measure: Measure, words: str, *, after: datetime, by: Actor, at: datetime) -> None:
    """What was planned for later falls away with the help itself (bvl § 3-1)."""
    moment = after.astimezone(OSLO)
    for one in to_come(measure, after=moment.date()):
        # A stay without a clock begins after school; of an hour without one, nobody knows whether it has been.
        later = one.starts > moment.time() if one.starts else one.kind == Each.STAY
        if one.first_day > moment.date() or later:
            _fall_away(one, words, by, at)


def call_off_with(measure: Measure, whom: str, words: str, *, by: Actor, at: datetime) -> int:
    """What is planned with somebody who is no longer in it falls away; how many it was (bvl § 12-4)."""
    found = planned_with(measure, whom, after=oslo_date(at))
    for one in found:
        _fall_away(one, words, by, at)
    settle_limits(measure)
    return len(found)


def _fall_away(one: Occasion, words: str, by: Actor, at: datetime) -> None:
    _write(one, Stood.CALLED_OFF, {"who": Who.SERVICE, "words": words}, by, at)


def _locked_one(occasion_id: UUID) -> Occasion:
    held_measure(get_occasion(occasion_id).measure_id)
    return get_occasion(occasion_id)


def _plan(
    measure: Measure, when: When, facts: OccasionFacts, by: Actor, at: datetime, *, before: Occasion | None = None
) -> Occasion:
    days: dict[str, Any] = {
        "first_day": when.first_day,
        "last_day": when.until,
        "starts": when.starts,
        "ends": when.ends,
    }
    _demand(TO_PLAN, replace(facts, **days))
    _demand_colleague(when.staff, by, at)
    assert facts.kind
    return Occasion.objects.create(
        municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, kind=facts.kind, **days,
        place=when.place.strip(), with_whom=when.with_whom.strip(), staff=when.staff, instead_of=before.id if before else None,
        made_by=by.person, made_by_name=by.name, made_at=at, **_sheet_before(measure, before),
    )  # fmt: skip


def _sheet_before(measure: Measure, before: Occasion | None) -> dict[str, object]:
    """What stood on the sheet of the stay before goes on to the next."""
    last = before or Occasion.objects.filter(measure=measure).exclude(sheet_at=None).order_by("-sheet_at").first()
    names = (*SHEET, "sheet_by_name", "sheet_at")
    return {name: getattr(last, name) for name in names} if last else {}


def _demand_colleague(staff: UUID | None, by: Actor, at: datetime) -> None:
    if staff and staff not in {one for one, _name in everybody(by.municipality, today=oslo_date(at))}:
        raise Incomplete({"staff": "Velg en som arbeider her i dag."})


def _write(one: Occasion, stood: Stood, told: dict[str, object], by: Actor, at: datetime) -> None:
    _keep(one, {**told, "stood": stood, "written_by": by.staff_id, "written_by_name": by.name, "written_at": at})
    settle_unsuited(one, by=by, at=at)


def _keep(one: Occasion, told: dict[str, object]) -> None:
    for name, value in told.items():
        setattr(one, name, value)
    one.save(update_fields=list(told))


def _facts(one: Occasion, at: datetime) -> OccasionFacts:
    return facts_of_occasion(one.measure, today=oslo_date(at), one=one)


def _demand(guards: Iterable[OccasionGuard], facts: OccasionFacts) -> None:
    """All that a form can mend is told at once; what it cannot, alone."""
    failing = [guard for guard in guards if not guard.check(facts)]
    for guard in failing:
        if guard.field is None:
            raise guard.refuse()
    if failing:
        fields = {guard.field: guard.refusal for guard in reversed(failing) if guard.field}
        raise Incomplete(fields, failing[0].citation, because=tuple(guard.id for guard in failing))


def _days(one: Occasion) -> str:
    return days_in_words(one.first_day, one.last_day)
