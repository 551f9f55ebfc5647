"""When the phones are answered: tried out first, published together, and never written over (bvl § 15-3 (4))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from oppvekst.domain.information import models, rules
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.queries.hours import Kept, closure_of, get_line, hours_of, opening_of
from oppvekst.domain.information.rules.lines import MIDNIGHT, Channel
from oppvekst.domain.information.rules.timetable import closed_days, timetable
from oppvekst.domain.information.rules.week import (
    SpecialDay,
    Week,
    is_one_day,
    is_special,
    openings_of,
    overlaps,
    special_closures,
    special_openings,
    write_times,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import Writing, act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

LAW = "bvl § 15-3 (4)"
ONE_DAY = timedelta(days=1)
REASON_ROOM = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """Days when a line stays closed, and why, in every language."""

    first: date
    last: date
    reason: str
    start: time = MIDNIGHT
    end: time = MIDNIGHT
    yearly: bool = False
    in_nynorsk: str = ""
    in_english: str = ""


def draft_week(
    code: str, week: Week, *, by: Actor, at: datetime, channel: Channel = Channel.VOICE, valid_from: date | None = None,
    valid_to: date | None = None, seen: str | None = None,
) -> None:  # fmt: skip
    """Try out a new ordinary week, from now on or for a period. What stands around the period is kept as it was."""
    if valid_from and valid_to and valid_from >= valid_to:
        raise Incomplete({"valid_to": "Siste dag må være etter første dag. Én enkelt dag skrives som en egen dag."})
    with act("information.hours_drafted", by=by, at=at, right=EDIT, law=LAW) as entry:
        kept = _mine(code, by, seen)
        _retire(kept.ordinary(channel, drafts=True), at)
        new = openings_of(week, channel=channel, valid_from=valid_from, valid_to=valid_to)
        rows = [_row(kept.line, each, by=by, at=at) for each in new]
        rows += _rests(kept.ordinary(channel), valid_from, valid_to, by=by, at=at)
        models.Opening.objects.bulk_create(rows)
        _tell(entry, kept.line, f"Laget kladd til ny uke for {kept.line.name}.", rows)


def draft_special_day(code: str, special: SpecialDay, *, by: Actor, at: datetime, seen: str | None = None) -> None:
    """Try out a day with its own hours, or closed: Maundy Thursday, a planning day."""
    today = oslo_date(at)
    if special.day < today:
        raise Incomplete({"day": "Dagen har vært. Velg en dag fra og med i dag."})
    _check_reason(special.reason, needed=False)
    with act("information.hours_drafted", by=by, at=at, right=EDIT, law=LAW) as entry:
        kept = _mine(code, by, seen)
        old = kept.day(special.day, drafts=True)
        _retire([*old.openings, *old.closures] if old else [], at)
        ordinary = [opening_of(each) for each in kept.ordinary()]
        openings = [_row(kept.line, each, by=by, at=at) for each in special_openings(special)]
        shut = [_closure(kept.line, each, by=by, at=at) for each in special_closures(code, special, ordinary)]
        models.Opening.objects.bulk_create(openings)
        models.Closure.objects.bulk_create(shut)
        told = f"Laget kladd for {kept.line.name} {in_words(special.day)}: {write_times(special.times) or 'stengt'}."
        _tell(entry, kept.line, told, [*openings, *shut])


def draft_closure(
    code: str, shut: Shut, *, by: Actor, at: datetime, replaces: UUID | None = None, seen: str | None = None
) -> None:
    """Try out a closure of several days, or of every year; perhaps in the place of another."""
    _check_closure(shut)
    with act("information.hours_drafted", by=by, at=at, right=EDIT, law=LAW) as entry:
        kept = _mine(code, by, seen)
        old = next((each for each in kept.closures if each.id == replaces), None)
        if replaces and old is None:
            raise NotFound("Stengningen finnes ikke lenger.")
        if old and not old.published:
            _retire([old], at)
        row = _closure(kept.line, _as_rule(code, shut), by=by, at=at)
        row.replaces_id = (old.id if old.published else old.replaces_id) if old else None
        row.other_languages = _spoken(shut)
        row.save(force_insert=True)
        told = f"Laget kladd for {kept.line.name}, stengt {_when(kept.line, row, oslo_date(at))}."
        _tell(entry, kept.line, told, [row])


def drop_drafts(
    code: str, *, by: Actor, at: datetime, only: Iterable[UUID] | None = None, seen: str | None = None
) -> None:
    """Throw away what is tried out: all of it, or some of it. What the public is told stays as it is."""
    with act("information.hours_drafted", by=by, at=at, right=EDIT, law=LAW) as entry:
        kept = _mine(code, by, seen)
        chosen = None if only is None else set(only)
        rows = [each for each in kept.drafts if chosen is None or each.id in chosen]
        if not rows:
            raise NotAllowed("Her er det ingen kladd å kaste.")
        _retire(rows, at)
        _tell(entry, kept.line, f"Kastet kladd til åpningstider for {kept.line.name}.", rows)


def publish_hours(code: str, *, by: Actor, at: datetime, seen: str | None = None) -> None:
    """Let everybody see what was tried out. What it takes the place of is kept, out of sight."""
    by.must(EDIT)
    with transaction.atomic():
        kept = _mine(code, by, seen)
        drafts, gives_way = kept.drafts, kept.gives_way
        told = f"Endret åpningstidene for {kept.line.name}: {'; '.join(told_of(kept, today=oslo_date(at)))}."
        if not drafts:
            raise NotAllowed("Her er det ingen kladd å publisere.")
        only_closed = not any(isinstance(each, models.Opening) for each in drafts)
        kind = "information.closure_set" if only_closed else "information.hours_changed"
        with act(kind, by=by, at=at, right=EDIT, law=LAW) as entry:
            rows: list[models.Opening | models.Closure] = [*kept.openings, *kept.closures]
            _retire([each for each in rows if each.id in gives_way], at)
            for each in drafts:
                each.published = True
                each.save(update_fields=["published"])
            _tell(entry, kept.line, told, drafts, replaced=sorted(map(str, gives_way)))


def remove_hours(code: str, ids: Iterable[UUID], *, by: Actor, at: datetime) -> None:
    """Take a published day of its own, or a closure, away: the ordinary hours hold again from this moment."""
    with act("information.hours_changed", by=by, at=at, right=EDIT, law=LAW) as entry:
        kept, chosen = _mine(code, by, None), set(ids)
        rows: list[models.Opening | models.Closure] = [
            *(each for each in kept.openings if is_special(opening_of(each))), *kept.closures
        ]  # fmt: skip
        found = [each for each in rows if each.published and each.id in chosen]
        if not found:
            raise NotFound("Dette er allerede fjernet.")
        _retire(found, at)
        days = sorted({str(_first_day(each)) for each in found})
        _tell(entry, kept.line, f"Fjernet egne tider eller stengt for {kept.line.name}: {', '.join(days)}.", found)


def told_of(kept: Kept, *, today: date) -> list[str]:
    """What is tried out, in words: the week first, then the days, then what is closed."""
    return [*_told_weeks(kept), *_told_days(kept), *_told_closures(kept, today)]


def _told_weeks(kept: Kept) -> Iterator[str]:
    for channel in Channel:
        rows = kept.drafted(channel)
        if not rows:
            continue
        first, last = rows[0].valid_from, rows[0].valid_to
        line = _line(kept, [opening_of(each) for each in rows])
        said = ", ".join(map(str, timetable(line, today=first or date.min, channel=channel))) or "stengt hele uka"
        period = f" fra {in_words(first)}" if first else ""
        period += f" til og med {in_words(last)}" if last else ""
        yield f"{'chat' if channel is Channel.CHAT else 'vanlig uke'}{period} ({said})"


def _told_days(kept: Kept) -> Iterator[str]:
    for day in kept.days(today=date.min):
        if day.is_draft:
            yield f"{in_words(day.day)} {write_times(tuple((each.start, each.end) for each in day.openings)) or 'stengt'}"


def _told_closures(kept: Kept, today: date) -> Iterator[str]:
    for row in kept.shut(today=date.min, drafts=True):
        yield f"stengt {_when(kept.line, row, today)}"


def _mine(code: str, by: Actor, seen: str | None) -> Kept:
    kept = hours_of(get_line(by.municipality, code, lock=True))
    if seen is not None and seen != kept.stand:
        raise NotAllowed(
            f"{kept.writer or 'En kollega'} endret kladden mens du holdt på. Det du skrev, står her ennå. "
            "Se over, og lagre på nytt hvis det fortsatt skal gjelde."
        )
    return kept


def _rests(
    old: list[models.Opening], first: date | None, last: date | None, *, by: Actor, at: datetime
) -> Iterator[models.Opening]:
    """What is left of the old hours before and after the period of the new ones."""
    for row in old:
        each = opening_of(row)
        if not overlaps(each, first, last):
            continue
        spans: list[tuple[date | None, date | None]] = []
        if first and (each.valid_from or date.min) < first:
            spans.append((each.valid_from, first - ONE_DAY))
        if last and (each.valid_to or date.max) > last:
            spans.append((last + ONE_DAY, each.valid_to))
        for valid_from, valid_to in spans:
            rest = _row(row.line, each, by=by, at=at)
            rest.valid_from, rest.valid_to, rest.replaces_id = valid_from, valid_to, row.id
            yield rest


def _row(line: models.PhoneLine, opening: rules.Opening, *, by: Actor, at: datetime) -> models.Opening:
    return models.Opening(
        municipality_id=line.municipality_id, line=line, days=sorted(opening.days), start=opening.start, end=opening.end,
        holidays=opening.holidays, channel=opening.channel, valid_from=opening.valid_from, valid_to=opening.valid_to,
        written_at=at, writer_name=by.name,
    )  # fmt: skip


def _closure(line: models.PhoneLine, closure: rules.Closure, *, by: Actor, at: datetime) -> models.Closure:
    return models.Closure(
        municipality_id=line.municipality_id, line=line, first=closure.first, last=closure.last, start=closure.start,
        end=closure.end, reason=closure.reason, yearly=closure.yearly, written_at=at, writer_name=by.name,
    )  # fmt: skip


def _retire(rows: Iterable[models.Opening | models.Closure], at: datetime) -> None:
    for row in rows:
        row.published, row.retired_at = False, at
        row.save(update_fields=["published", "retired_at"])


def _tell(
    entry: Writing, line: models.PhoneLine, says: str, rows: Iterable[models.Opening | models.Closure], **facts: Any
) -> None:
    entry.about(line.id, says=says, rows=[str(each.id) for each in rows], **facts)


def _line(kept: Kept, openings: list[rules.Opening]) -> rules.Line:
    # Told as a line of its own: what an on-call line does between its hours is no news here.
    return rules.Line(
        id=kept.line.code, kind=rules.Kind.MEDICAL, name=kept.line.name, phone=kept.line.phone, openings=tuple(openings)
    )


def _when(line: models.PhoneLine, row: models.Closure, today: date) -> str:
    told = closed_days(_line(Kept(line, [], []), []), [_of_line(row, line.code)], today=min(today, row.first))
    return told[0] if told else ""


def _of_line(row: models.Closure, code: str) -> rules.Closure:
    each = closure_of(row)
    return rules.Closure(
        line=code, first=each.first, last=each.last, reason=each.reason, start=each.start, end=each.end, yearly=each.yearly
    )  # fmt: skip


def _as_rule(code: str, shut: Shut) -> rules.Closure:
    return rules.Closure(
        line=code, first=shut.first, last=shut.last, reason=shut.reason.strip(), start=shut.start, end=shut.end,
        yearly=shut.yearly,
    )  # fmt: skip


def _spoken(shut: Shut) -> dict[str, dict[str, str]]:
    said = {"nn": shut.in_nynorsk.strip(), "en": shut.in_english.strip()}
    return {language: {"reason": words} for language, words in said.items() if words}


def _check_closure(shut: Shut) -> None:
    wrong = {}
    if shut.last < shut.first:
        wrong["last"] = "Siste dag kan ikke være før første dag."
    if shut.end != MIDNIGHT and shut.end <= shut.start:
        wrong["end"] = "Klokka må være etter den det stenger fra. La feltet stå tomt for resten av dagen."
    if wrong:
        raise Incomplete(wrong)
    if is_one_day(_as_rule("", shut)) and shut.start == shut.end == MIDNIGHT:
        raise Incomplete(
            {"first": "Én enkelt dag skrives som en egen dag. Her skriver du flere dager, eller hvert år."}
        )
    _check_reason(shut.reason, needed=True)


def _check_reason(reason: str, *, needed: bool) -> None:
    if needed and not reason.strip():
        raise Incomplete({"reason": "Skriv hvorfor, med få ord. Det står på de åpne sidene."})
    if len(reason) > REASON_ROOM:
        raise Incomplete({"reason": f"Det er plass til {REASON_ROOM} tegn. Kort ned grunnen."})


def _first_day(row: models.Opening | models.Closure) -> date | None:
    return row.first if isinstance(row, models.Closure) else row.valid_from
