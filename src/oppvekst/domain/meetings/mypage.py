"""What a person reads at My page about meetings: when the next is, and what we agreed, as far as it is hers to know.

The database decides what is hers; whether anything else is there is told to nobody.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from oppvekst.domain.meetings.models import Invitation
from oppvekst.domain.meetings.queries import my_invitation, my_invitations, my_minutes, my_part
from oppvekst.domain.meetings.rules import place_outside
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.calendar_file import Neutral, as_calendar
from oppvekst.ground.web.frame import now, today
from oppvekst.ground.web.shared_with_you import Shared
from oppvekst.ground.web.words import OSLO, day_in_words
from oppvekst.law.calendar import oslo_date


def shared() -> list[Shared]:
    """The meetings to come, and what was agreed in those that have been."""
    ahead = [one for one in my_invitations() if oslo_date(_moment(one, "starts")) >= today()]
    return [
        *(Shared(_title(one), _line(one), one.sent_at, reverse("mypage:meeting", args=[one.id])) for one in ahead),
        *(
            Shared(_("Det vi ble enige om"), _met(one.told), one.shown_from, reverse("mypage:minutes", args=[one.id]))
            for one in my_minutes()
        ),
    ]


@require_safe
def meeting(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """One meeting: when, where, and what it is about where that is hers to know."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    one = my_invitation(invitation_id)
    start, end = _moment(one, "starts"), _moment(one, "ends")
    context = {
        "one": one, "told": one.told, "day": day_in_words(oslo_date(start), today=today()), "begins": f"{start:%H.%M}",
        "finishes": f"{end:%H.%M}", "drop_url": reverse("log-out"),
    }  # fmt: skip
    return render(request, "meetings/mypage/meeting.html", context)


@require_safe
def calendar(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """The file for her calendar: «Møte», and nothing that tells."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    one = my_invitation(invitation_id)
    told = one.told
    return as_calendar(
        Neutral(
            uid=one.uid, starts_at=_moment(one, "starts"), ends_at=_moment(one, "ends"), sent_at=one.sent_at or now(),
            place=place_outside(told["place"], telling=told["place_tells"]), sequence=one.sequence, cancelled=told["cancelled"],
        )
    )  # fmt: skip


@require_safe
def minutes(request: HttpRequest, minutes_id: UUID) -> HttpResponse:
    """What we agreed: her own lines, and those she may know of."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    one = my_part(minutes_id)
    agreed = [_with_day(line) for line in one.told["agreed"]]
    context = {
        "day": day_in_words(date.fromisoformat(one.told["day"])), "parts": one.told["parts"], "drop_url": reverse("log-out"),
        "own": [line for line in agreed if line["own"]], "others": [line for line in agreed if not line["own"]],
        "around": one.told.get("around", []),
    }  # fmt: skip
    return render(request, "meetings/mypage/minutes.html", context)


urlpatterns = [
    path("moter/<uuid:invitation_id>/", meeting, name="meeting"),
    path("moter/<uuid:invitation_id>/mote.ics", calendar, name="meeting-calendar"),
    path("avtalt/<uuid:minutes_id>/", minutes, name="minutes"),
]


def _moment(one: Invitation, name: str) -> datetime:
    return datetime.fromisoformat(one.told[name]).astimezone(OSLO)


def _title(one: Invitation) -> str:
    return _("Møtet er avlyst") if one.told["cancelled"] else _("Møte")


def _line(one: Invitation) -> str:
    start = _moment(one, "starts")
    when = {"day": day_in_words(oslo_date(start), today=today()), "clock": f"{start:%H.%M}"}
    return _("%(day)s klokka %(clock)s.") % when


def _met(told: dict[str, Any]) -> str:
    return _("Fra møtet %(day)s.") % {"day": day_in_words(date.fromisoformat(told["day"]))}


def _with_day(line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "by": day_in_words(date.fromisoformat(line["due"])) if line["due"] else ""}
