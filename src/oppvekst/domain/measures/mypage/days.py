"""The days that help is to be given, at My page: the next ones, what was called off or moved, and a file for the calendar.

The days and the clock alone. With whom, where and why stands with us, and is told by us.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from oppvekst.domain.measures.queries import get_my_help
from oppvekst.domain.measures.queries.own_days import OwnDay, my_days
from oppvekst.domain.measures.queries.unsuited import OwnWord, my_unsuited
from oppvekst.domain.measures.rules import Stood
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.calendar_file import Neutral, as_calendar_of_many
from oppvekst.ground.web.frame import now, today
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.refusals import NotFound


@require_safe
def calendar(request: HttpRequest, measure_id: UUID) -> HttpResponse:
    """The days of one kind of help for her calendar: «Avtale», and nothing that tells."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    found = of_help(get_my_help(measure_id).id)
    if not found:
        raise NotFound(_("Ingen dager er satt opp nå."))
    return as_calendar_of_many(_entry(one) for one in found)


urlpatterns = [path("hjelp/<uuid:measure_id>/avtaler.ics", calendar, name="help-calendar")]


def of_help(measure_id: UUID) -> list[OwnDay]:
    """The days of one kind of help."""
    return [one for one in my_days(today=today()) if one.measure_id == measure_id]


def told(found: Sequence[OwnDay], measure_id: UUID) -> dict[str, Any]:
    """Those to come, what is changed, and what she has said of days that are not among those to come."""
    ahead = [one for one in found if one.is_ahead]
    said = said_of(measure_id)
    shown, changed = {one.id for one in ahead}, {one.id for one in found if not one.is_ahead}
    return {
        "ahead": [_row(one, said.get(one.id, [])) for one in ahead],
        "changed": [_changed(one) for one in found if not one.is_ahead],
        "said_before": [
            {"days": capfirst(_from_to(of[0].first, of[0].last)), "said": of, "changed": one in changed}
            for one, of in said.items() if one not in shown
        ],
        "calendar": reverse("mypage:help-calendar", args=[ahead[0].measure_id]) if ahead else "",
    }  # fmt: skip


def said_of(measure_id: UUID) -> dict[UUID, list[OwnWord]]:
    """What she has said of one kind of help, by the time it is about; of each in the order she said it."""
    by_time: dict[UUID, list[OwnWord]] = {}
    for one in my_unsuited(today=today()):
        if one.measure_id == measure_id:
            by_time.setdefault(one.occasion_id, []).append(one)
    return by_time


def _row(one: OwnDay, said: Sequence[OwnWord]) -> dict[str, Any]:
    """One to come, with what she has said of it, and our answers."""
    begun, ids = one.first < today(), [one.measure_id, one.id]
    waits = any(word.waits for word in said)
    return {
        "days": capfirst(in_days(one)), "clock": _clock(one), "said": said, "waits": waits,
        "unsuited": "" if begun else reverse("mypage:help-unsuited", args=ids),
        "suits": reverse("mypage:help-suits", args=ids) if waits and not begun else "",
    }  # fmt: skip


def in_days(one: OwnDay) -> str:
    """From one day to another, in the reader's language."""
    return _from_to(one.first, one.last)


def _from_to(first: Any, last: Any) -> str:
    begins, ends = (day_in_words(day, today=today()) for day in (first, last))
    return begins if first == last else _("%(first)s til %(last)s") % {"first": begins, "last": ends}


def _clock(one: OwnDay) -> str:
    """Of a stay when the child goes and is home again; else from when to when."""
    begins, ends = (f"{clock:%H.%M}" if clock else "" for clock in (one.starts, one.ends))
    if one.first != one.last:
        said = (_("fra klokka %(clock)s"), begins), (_("hjem igjen klokka %(clock)s"), ends)
        return ", ".join(words % {"clock": clock} for words, clock in said if clock)
    if begins and ends:
        return _("klokka %(begins)s til %(ends)s") % {"begins": begins, "ends": ends}
    return _("klokka %(clock)s") % {"clock": begins} if begins else ""


def _changed(one: OwnDay) -> str:
    days = capfirst(in_days(one))
    if one.stood is Stood.MOVED and one.moved_to:
        return _("%(days)s er flyttet til %(new)s.") % {"days": days, "new": _from_to(*one.moved_to)}
    return _("%(days)s er avlyst.") % {"days": days}


def _entry(one: OwnDay) -> Neutral:
    return Neutral(
        uid=one.uid, starts_at=one.begins_at, ends_at=one.finishes_at, sent_at=now(), sequence=0 if one.is_ahead else 1,
        cancelled=not one.is_ahead,
    )  # fmt: skip
