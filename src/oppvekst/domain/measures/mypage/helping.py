"""What a person reads at My page about help: what it is, who comes, when we look at it again, and how the goals have gone.

The database decides what is hers; whether anything else is there is told to nobody.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from oppvekst.domain.measures.models import GoalSeen
from oppvekst.domain.measures.mypage import days
from oppvekst.domain.measures.queries import OwnHelp, get_my_help, my_help
from oppvekst.domain.measures.queries.own_days import OwnDay, my_days
from oppvekst.domain.measures.rules import DECIDED, SUSPENDED
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.frame import DONE, today
from oppvekst.ground.web.shared_with_you import Shared
from oppvekst.ground.web.words import OSLO, day_in_words
from oppvekst.law.calendar import oslo_date

# What has been sent: that a day does not suit, the same with little time left, and that it suits after all.
SAID, SOON, SUITS = "sagt", "sagt-snart", "passer"
STANDS = {
    GoalSeen.Stand.WORSE: gettext_lazy("verre"), GoalSeen.Stand.SAME: gettext_lazy("som før"),
    GoalSeen.Stand.A_LITTLE: gettext_lazy("litt bedre"), GoalSeen.Stand.MUCH: gettext_lazy("mye bedre"),
    GoalSeen.Stand.MET: gettext_lazy("nådd"),
}  # fmt: skip


def shared() -> list[Shared]:
    """One line for each kind of help that goes on: when it is next, where a day is set."""
    found = my_help()
    ahead = {one.measure_id: one for one in reversed(my_days(today=today())) if one.is_ahead} if found else {}
    return [
        Shared(
            _("Hjelpen: %(what)s") % {"what": one.title}, _next_day(ahead.get(one.id)) or _line(one), one.noted_at,
            reverse("mypage:help", args=[one.id]),
        )
        for one in found
    ]  # fmt: skip


@require_safe
def help_page(request: HttpRequest, measure_id: UUID) -> HttpResponse:
    """One kind of help, as it stands now."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    done = request.GET.get(DONE, "")
    thanks = {"thanks": done in {SAID, SUITS}, "suits": done == SUITS, "soon": done == SOON}
    return render(request, "measures/mypage/help.html", {**told(get_my_help(measure_id)), **thanks})


def told(found: OwnHelp) -> dict[str, Any]:
    """Everything that stands on the page."""
    return {
        "found": found, "about": _about(found), "when": _line(found), "next": _next(found),
        "goals": [goal | {"seen": [one | {"how": STANDS[one["stand"]]} for one in goal["seen"]]} for goal in found.goals],
        **days.told(days.of_help(found.id), found.id), "drop_url": reverse("log-out"),
    }  # fmt: skip


urlpatterns = [path("hjelp/<uuid:measure_id>/", help_page, name="help")]


def _about(one: OwnHelp) -> str:
    return (
        _("Hjelp til deg og familien din.") if one.own else _("Hjelp til %(child)s og familien.") % {"child": one.child}
    )


def _line(one: OwnHelp) -> str:
    if one.appointments:
        return _next(one)
    if one.state == DECIDED:
        return _("Det er bestemt, og begynner snart.")
    if one.state == SUSPENDED:
        return _("Hjelpen har pause.")
    if one.looked_at_again is None or one.looked_at_again < today():
        return _("Vi skal se sammen med dere på hvordan det går.")
    return _("Vi ser sammen på hvordan det går innen %(day)s.") % {"day": day_in_words(one.looked_at_again)}


def _next(one: OwnHelp) -> str:
    if one.next_at is None:
        return _("Ingen avtale er satt opp nå.") if one.appointments else ""
    moment = one.next_at.astimezone(OSLO)
    when = {"day": day_in_words(oslo_date(moment), today=today()), "clock": f"{moment:%H.%M}"}
    return _("Neste avtale er %(day)s klokka %(clock)s.") % when


def _next_day(one: OwnDay | None) -> str:
    return _("Neste gang er %(days)s.") % {"days": days.in_days(one)} if one else ""
