"""The published phones of a municipality, and whom to call now. Everything about them is one question to the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from oppvekst.domain.information import models, rules
from oppvekst.domain.information.queries.languages import BOKMAAL, said_in
from oppvekst.domain.information.rules.defaults import INVENTED_PHONES, NOON_CLOSURES, SOLVIK, local_lines
from oppvekst.domain.information.rules.lines import Kind
from oppvekst.domain.information.rules.phrases import LINES

HOURS = ("days", "start", "end", "holidays", "channel", "valid_from", "valid_to")
DAYS = ("first", "last", "start", "end", "reason", "yearly", "other_languages")


@dataclass(frozen=True, slots=True)
class Phones:
    """The lines of a municipality, with the national ones, and when they are closed besides their hours."""

    lines: list[rules.Line]
    closures: list[rules.Closure]

    def to_call(self, who: rules.Who, *, at: datetime) -> list[rules.Answer]:
        """Whom to call at that moment, first the one to try first (bvl § 15-3 (4))."""
        return rules.phone_now(who, at=at, lines=self.lines, closures=self.closures)


def phones(
    municipality: int, *, language: str = BOKMAAL, trying: Collection[UUID] = (), without: Collection[UUID] = ()
) -> Phones:
    """All about a municipality's phones in one question.

    An editor sees how it will be: as if the hours and closures she is ``trying`` were published, and those ``without``
    were not.
    """
    lines, closures = [], []
    for row in _rows(municipality, trying, without):
        lines.append(_line(row, language))
        closures += [_closure(row.code, each, language) for each in row.closed]
    own = len(lines)
    lines = rules.with_national(lines)
    return Phones([*lines[:own], *(_national(line, language) for line in lines[own:])], closures)


def lines_for(municipality: int, *, language: str = BOKMAAL) -> list[rules.Line]:
    """The published lines of a municipality, with the national ones."""
    return phones(municipality, language=language).lines


def closures_for(municipality: int, *, language: str = BOKMAAL) -> list[rules.Closure]:
    """When its lines are closed besides their ordinary hours."""
    return phones(municipality, language=language).closures


def phone_now_for(municipality: int, who: rules.Who, *, at: datetime, language: str = BOKMAAL) -> list[rules.Answer]:
    """Whom to call now in that municipality, first the one to try first (bvl § 15-3 (4))."""
    return phones(municipality, language=language).to_call(who, at=at)


def phone_now_anywhere(who: rules.Who, *, at: datetime) -> list[rules.Answer]:
    """The same from the default content alone, where no municipality is installed yet."""
    return rules.phone_now(who, at=at, lines=local_lines(INVENTED_PHONES[SOLVIK]), closures=NOON_CLOSURES)


def phone_of(municipality: int, kind: Kind) -> str:
    """The published number of one of the service's lines, for signboards and letters; empty if it has none."""
    row = models.PhoneLine.objects.filter(municipality_id=municipality, kind=kind, published=True).first()
    return row.phone if row else ""


def _rows(municipality: int, trying: Collection[UUID], without: Collection[UUID]) -> QuerySet[models.PhoneLine, Any]:
    shown = (Q(published=True) | Q(pk__in=trying)) & ~Q(pk__in=without)
    lines = models.PhoneLine.objects.filter(municipality_id=municipality, published=True).order_by("code")
    return lines.annotate(
        hours=_beside(models.Opening.objects.filter(shown), HOURS),
        closed=_beside(models.Closure.objects.filter(shown), DAYS),
    )


def _beside(rows: QuerySet[Any], columns: tuple[str, ...]) -> ArraySubquery:
    """Rows that belong to a line, gathered beside it."""
    mine = rows.filter(line=OuterRef("pk")).order_by("start", "pk")
    return ArraySubquery(mine.values(found=JSONObject(**{name: name for name in columns})))


def _line(row: Any, language: str) -> rules.Line:
    said = said_in(row, language, "name", "about")
    return rules.Line(
        id=row.code, kind=Kind(row.kind), name=said["name"], phone=row.phone, about=said["about"], url=row.url,
        source=row.source, checked_on=row.checked_on, audience=frozenset(map(rules.Who, row.audience)),
        openings=tuple(_opening(each) for each in row.hours),
    )  # fmt: skip


def _opening(found: Mapping[str, Any]) -> rules.Opening:
    return rules.Opening(
        days=frozenset(found["days"]), start=time.fromisoformat(found["start"]), end=time.fromisoformat(found["end"]),
        holidays=rules.OnHolidays(found["holidays"]), channel=rules.Channel(found["channel"]),
        valid_from=_day(found["valid_from"]), valid_to=_day(found["valid_to"]),
    )  # fmt: skip


def _closure(line: str, found: Mapping[str, Any], language: str) -> rules.Closure:
    first, last = date.fromisoformat(found["first"]), date.fromisoformat(found["last"])
    reason = (found["other_languages"] or {}).get(language, {}).get("reason") or found["reason"]
    return rules.Closure(
        line=line, first=first, last=last, reason=reason, yearly=found["yearly"],
        start=time.fromisoformat(found["start"]), end=time.fromisoformat(found["end"]),
    )  # fmt: skip


def _day(found: str | None) -> date | None:
    return date.fromisoformat(found) if found else None


def _national(line: rules.Line, language: str) -> rules.Line:
    said: dict[str, str] = LINES[line.id].get(language, {})
    return replace(line, name=said.get("name", line.name), about=said.get("about", line.about))
