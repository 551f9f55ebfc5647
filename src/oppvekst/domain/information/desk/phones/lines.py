"""The phones, each with its week, its days, and what is tried out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.hours import told_of
from oppvekst.domain.information.desk.frame import crumbs, editor, show
from oppvekst.domain.information.desk.phones import spoken
from oppvekst.domain.information.desk.phones.forms import MomentForm
from oppvekst.domain.information.queries.hours import (
    Kept,
    get_line,
    hours_of,
    kept_hours,
    needs_check,
    phone_lines,
    phones_as_drafted,
)
from oppvekst.domain.information.queries.phones import phones
from oppvekst.domain.information.rules.lines import NATIONAL, Channel, Kind
from oppvekst.ground.web.forms import oslo_moment
from oppvekst.ground.web.frame import DeskRequest, now, today
from oppvekst.law.calendar import OSLO

MIDDAY = time(11)


@require_safe
@editor
def lines(request: DeskRequest) -> HttpResponseBase:
    """Every phone, the service's own first."""
    found = phone_lines(request.municipality.number)
    kept = kept_hours(found)
    rows = [_row(line, kept[line.id]) for line in found]
    return show(request, "phone_lines.html", {"rows": rows}, here="phone-lines")


@require_safe
@editor
def line(request: DeskRequest, code: str) -> HttpResponseBase:
    """One phone: all about when it is answered."""
    return shown(request, get_line(request.municipality.number, code))


def shown(request: DeskRequest, found: models.PhoneLine, *, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, perhaps with a refusal."""
    kept, number, day = hours_of(found), request.municipality.number, today()
    about = {
        **head(found), "kept": kept, "weeks": list(_weeks(kept, day)), "days": spoken.day_rows(kept.days(today=day)),
        "closures": _closures(kept, day), "holidays": spoken.holidays_ahead(kept, today=day),
        "told": told_of(kept, today=day), "seen": kept.stand, "try_at": _moment_to_try(kept),
        "warnings": spoken.unanswered(phones_as_drafted(number), today=day, also=_days_tried(kept)),
        "needs_check": needs_check(found, today=day), "is_national": Kind(found.kind) in NATIONAL,
        "is_on_call": found.kind == Kind.ON_CALL, **more,
    }  # fmt: skip
    return show(request, "phone_line.html", about, here="phone-lines", status=status)


@require_safe
@editor
def preview(request: DeskRequest) -> HttpResponseBase:
    """Whom each kind of caller would be told to call at a moment, with everything that is tried out."""
    number, local = request.municipality.number, now().astimezone(OSLO)
    form = MomentForm(request.GET if request.GET else None, initial={"dag": local.date(), "klokka": local.time()})
    valid = form.is_bound and form.is_valid()
    at = oslo_moment(form.cleaned_data["dag"], form.cleaned_data["klokka"]) if valid else now()
    at = at.astimezone(UTC)
    kept = kept_hours(phone_lines(number)).values()
    drafted = phones_as_drafted(number)
    return show(request, "phone_preview.html", {
        "form": form, "at": at, "asked": spoken.asked(drafted, phones(number), at=at),
        "tried": [each.line for each in kept if each.drafts],
        "warnings": spoken.unanswered(drafted, today=today(), also=[at.astimezone(OSLO).date()]),
        "crumbs": crumbs((_("Telefoner"), reverse("desk:phone-lines")), (_("Hvem svarer?"), "")),
    }, here="phone-lines")  # fmt: skip


def head(found: models.PhoneLine, *steps: tuple[Any, str]) -> dict[str, Any]:
    """The name and the way here, on top of the phone and of every form about it."""
    back = reverse("desk:phone-line", args=[found.code])
    way = [(_("Telefoner"), reverse("desk:phone-lines")), (found.name, back if steps else ""), *steps]
    return {"line": found, "back": back, "crumbs": crumbs(*way)}


def _row(found: models.PhoneLine, kept: Kept) -> dict[str, Any]:
    return {
        "line": found, "href": reverse("desk:phone-line", args=[found.code]), "has_draft": bool(kept.drafts),
        "late": needs_check(found, today=today()), "is_national": Kind(found.kind) in NATIONAL,
    }  # fmt: skip


def _weeks(kept: Kept, day: date) -> list[dict[str, Any]]:
    found = []
    for channel, title in ((Channel.VOICE, _("Vanlig uke")), (Channel.CHAT, _("Chat og SMS"))):
        drafted = kept.drafted(channel)
        if channel is Channel.CHAT and not (kept.ordinary(channel) or drafted):
            continue
        later = kept.later(channel, today=day)
        found.append({
            "channel": channel.value, "title": title, "rows": spoken.week_rows(kept, channel, today=day),
            "drafted": bool(drafted), "period": spoken.period(drafted), "later": spoken.period(later),
            "now": spoken.period(each for each in kept.ordinary(channel) if not _is_later(each, day)),
        })  # fmt: skip
    return found


def _is_later(row: models.Opening, day: date) -> bool:
    return bool(row.valid_from and row.valid_from > day) or bool(row.valid_to and row.valid_to < day)


def _closures(kept: Kept, day: date) -> list[dict[str, Any]]:
    gives_way = kept.gives_way
    rows = [*kept.shut(today=day), *kept.shut(today=day, drafts=True)]
    return [
        {"row": row, "says": spoken.shut_words(kept.line, row), "is_draft": not row.published, "gives_way": row.id in gives_way}
        for row in rows
    ]  # fmt: skip


def _days_tried(kept: Kept) -> list[date]:
    days = [each.day for each in kept.days(today=date.min) if each.is_draft]
    days += [each.last for each in kept.closures if not each.published and not each.yearly]
    return [each + timedelta(days=1) for each in [*days, *(row.valid_from for row in kept.openings if row.valid_from)]]


def _moment_to_try(kept: Kept) -> datetime:
    """The middle of the first hours that are tried out, where the difference shows."""
    days = [each for each in kept.days(today=date.min) if each.is_draft]
    if days and days[0].openings:
        return oslo_moment(days[0].day, days[0].openings[0].start)
    if days:
        return oslo_moment(days[0].day, MIDDAY)
    rows = [row for row in kept.openings if not row.published and row.valid_from]
    return oslo_moment(rows[0].valid_from, MIDDAY) if rows and rows[0].valid_from else now()
