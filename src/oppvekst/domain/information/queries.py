"""What is published for a municipality: its phones, whom to call now, its own texts."""

from __future__ import annotations

from datetime import datetime

from oppvekst.domain.information import models, rules
from oppvekst.domain.information.rules.defaults import INVENTED_PHONES, NOON_CLOSURES, SOLVIK, local_lines
from oppvekst.domain.information.rules.lines import Kind
from oppvekst.ground.access.models import Municipality
from oppvekst.law.refusals import NotFound

BOKMAAL = "nb"


def lines_for(municipality: int) -> list[rules.Line]:
    """The published lines of a municipality, with the national ones."""
    rows = models.PhoneLine.objects.filter(municipality_id=municipality, published=True).order_by("code")
    return rules.with_national(_line(row) for row in rows.prefetch_related("openings"))


def closures_for(municipality: int) -> list[rules.Closure]:
    """When its lines are closed besides their ordinary hours."""
    rows = models.Closure.objects.filter(municipality_id=municipality, published=True).select_related("line")
    return [
        rules.Closure(
            line=row.line.code, first=row.first, last=row.last, start=row.start, end=row.end,
            reason=row.reason, yearly=row.yearly,
        )
        for row in rows
    ]  # fmt: skip


def phone_now_for(municipality: int, who: rules.Who, *, at: datetime) -> list[rules.Answer]:
    """Whom to call now in that municipality, first the one to try first (bvl § 15-3 (4))."""
    return rules.phone_now(who, at=at, lines=lines_for(municipality), closures=closures_for(municipality))


def phone_now_anywhere(who: rules.Who, *, at: datetime) -> list[rules.Answer]:
    """The same from the default content alone, where no municipality is installed yet."""
    return rules.phone_now(who, at=at, lines=local_lines(INVENTED_PHONES[SOLVIK]), closures=NOON_CLOSURES)


def phone_of(municipality: int, kind: Kind) -> str:
    """The published number of one of the service's lines, for signboards and letters; empty if it has none."""
    row = models.PhoneLine.objects.filter(municipality_id=municipality, kind=kind, published=True).first()
    return row.phone if row else ""


def texts_for(municipality: int, *, language: str = BOKMAAL) -> dict[str, models.FrontText]:
    """The municipality's own texts by place; in Bokmål where the language lacks one."""
    rows = models.FrontText.objects.filter(municipality_id=municipality, published=True)
    found = sorted(rows.filter(language__in={language, BOKMAAL}), key=lambda row: row.language == language)
    return {row.key: row for row in found}


def get_municipality(number: int | None) -> Municipality | None:
    """The municipality with that number, or the installation's first; nothing where none is installed."""
    if number is None:
        return Municipality.objects.order_by("-number").first()
    found = Municipality.objects.filter(number=number).first()
    if found is None:
        raise NotFound(
            f"Vi har ingen kommune med nummer {number:04d}.", fields={"municipality": "Ukjent kommunenummer."}
        )
    return found


def _line(row: models.PhoneLine) -> rules.Line:
    return rules.Line(
        id=row.code, kind=Kind(row.kind), name=row.name, phone=row.phone, about=row.about, url=row.url,
        source=row.source, checked_on=row.checked_on, audience=frozenset(map(rules.Who, row.audience)),
        openings=tuple(_opening(each) for each in row.openings.all() if each.published),
    )  # fmt: skip


def _opening(row: models.Opening) -> rules.Opening:
    return rules.Opening(
        days=frozenset(row.days), start=row.start, end=row.end, holidays=rules.OnHolidays(row.holidays),
        channel=rules.Channel(row.channel), valid_from=row.valid_from, valid_to=row.valid_to,
    )  # fmt: skip
