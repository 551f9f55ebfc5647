"""My day: what is late, what is for today, this week and later, each one click from being done."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.concerns.desk.alarms import ringing
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import inbox
from oppvekst.domain.concerns.rules import MACHINE
from oppvekst.faces.desk import beside, work
from oppvekst.faces.desk.my_logins import asked
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.database import logins
from oppvekst.ground.web.frame import DeskRequest, known, now
from oppvekst.ground.web.states import LimitState
from oppvekst.ground.web.words import day_in_words, moment_in_words
from oppvekst.law.calendar import OSLO, oslo_date

PAGE = 50
BESIDE = 6


@require_safe
def my_day(request: DeskRequest) -> HttpResponse:
    """The page one comes to."""
    by, at = request.actor, now()
    today = oslo_date(at)
    day = day_in_words(today, today=today).capitalize()
    shared: dict[str, Any] = {"today": today, "day": day, **asked(request)}
    if by.hat in logins.OTHER_HATS:
        context = _listed(request, worklist(by).filter(subject_kind__in=beside.KINDS), today)
        return render(request, "desk/my_day_beside.html", {**shared, **context})
    shared["alarms"] = _ringing(by, today)
    if by.hat == logins.ONCALL:
        return render(request, "desk/on_call.html", {**shared, "readable": _reviewing(by, today=today)})
    context = {
        **shared, **_listed(request, worklist(by), today), "news": _news(by, today=today), "waiting": _waiting(by, today=today),
    }  # fmt: skip
    return render(request, "desk/my_day.html", context)


def _listed(request: DeskRequest, items: QuerySet[Item], today: date) -> dict[str, Any]:
    """The lines of the page that is asked for, and how many there are in all."""
    counts = _counts(items, today)
    lines = Paginator(_by_urgency(items, today), PAGE)
    # Each line stands in one of the groups, and those are counted: the database is not asked again.
    lines.count = sum(counts.values())
    page = lines.get_page(request.GET.get("side"))
    rows = work.rows(list(page.object_list), me=request.actor.staff_id, today=today)
    return {"page": page, "groups": work.groups(rows, counts, today=today), "summary": _summary(counts, today)}


def _ringing(by: Actor, today: date) -> list[dict[str, Any]]:
    """What nobody has taken; a case worker's hat is told of no alarm."""
    return [] if by.hat == logins.CASE else ringing(by, today=today)


def _by_urgency(items: QuerySet[Item], today: date) -> QuerySet[Item]:
    """Late first; what has no day stands first among what is for today."""
    return items.order_by(Coalesce("due", Value(today)), F("due").asc(nulls_first=True), "id")


def _counts(items: QuerySet[Item], today: date) -> dict[str, int]:
    sunday = work.end_of_week(today)
    return items.order_by().aggregate(
        late=Count("id", filter=Q(due__lt=today)),
        today=Count("id", filter=Q(due=today) | Q(due=None)),
        week=Count("id", filter=Q(due__gt=today, due__lte=sunday)),
        later=Count("id", filter=Q(due__gt=sunday)),
    )


def _summary(counts: dict[str, int], today: date) -> str:
    """«2 over frist, 3 i dag, 4 denne uka»."""
    told = (
        gettext("%(count)d over frist") % {"count": counts["late"]},
        gettext("%(count)d i dag") % {"count": counts["today"]},
        (gettext("%(count)d i uka som kommer") if work.weekend(today) else gettext("%(count)d denne uka"))
        % {"count": counts["week"]},
    )
    return ", ".join(words for words, key in zip(told, ("late", "today", "week"), strict=True) if counts[key])


def _news(by: Actor, *, today: date) -> list[dict[str, Any]]:
    """Concerns that have come in since yesterday, newest first."""
    since = datetime.combine(today - timedelta(days=1), time(), OSLO)
    found = inbox(by).filter(received_at__gte=since).order_by("-received_at", "id")[:BESIDE]
    return [_beside(concern, "inbox", moment_in_words(concern.received_at, today=today)) for concern in found]


def _waiting(by: Actor, *, today: date) -> list[dict[str, Any]]:
    """What I have proposed and somebody else must confirm."""
    found = inbox(by).filter(proposed_by=by.staff_id).exclude(proposed="")[:BESIDE]
    return [
        _beside(
            concern,
            "hourglass",
            gettext("%(step)s venter på bekreftelse") % {"step": MACHINE.step(concern.proposed).title},
        )
        for concern in found
    ]


def _beside(concern: Concern, icon: str, note: str) -> dict[str, Any]:
    title = f"{spoken.title(concern)}, {spoken.child_name(concern)}"
    return {"title": title, "note": note, "icon": icon, "href": known("concern", concern.id)}


def _reviewing(by: Actor, *, today: date) -> list[work.Row]:
    """The concerns that are the on-call's to assess; those that nobody has assessed come first."""
    found = sorted(inbox(by)[:PAGE], key=lambda concern: concern.immediate is not None)
    return [
        work.Row(
            href=reverse("desk:concern", args=[concern.id]), name=spoken.child_name(concern),
            age=spoken.child_age(concern, today=today), about=spoken.title(concern), state=_assessed(concern),
            act=gettext("Vurder") if concern.immediate is None else gettext("Les"),
            what=gettext("Kom %(when)s") % {"when": moment_in_words(concern.received_at, today=today)},
        )
        for concern in found
    ]  # fmt: skip


def _assessed(concern: Concern) -> LimitState:
    if concern.immediate is None:
        return LimitState("late", "danger", "bell", gettext("Ikke vurdert"))
    return LimitState("kept", "success", "checkmark-circle-fill", gettext("Vurdert"))
