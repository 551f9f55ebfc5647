"""«Dette passer ikke», at My page: a short message about one planned time, which changes nothing until somebody has answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.measures.actions import say_unsuited, suits_after_all
from oppvekst.domain.measures.actions.unsuited import NOT_THERE
from oppvekst.domain.measures.models.unsuited import LONGEST
from oppvekst.domain.measures.mypage import days
from oppvekst.domain.measures.mypage.helping import SAID, SOON, SUITS
from oppvekst.domain.measures.queries import get_my_help
from oppvekst.domain.measures.queries.own_days import OwnDay
from oppvekst.domain.measures.rules import answer_by, is_soon
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.forms import DsForm, long_text
from oppvekst.ground.web.frame import DONE, INCOMPLETE, STOPPED, now, today
from oppvekst.law.refusals import NotAllowed, NotFound


class UnsuitedForm(DsForm):
    """Why, and what would suit, for whoever wants to say it."""

    words = long_text(
        label=gettext_lazy("Vil du si hvorfor?"), rows=3, max_length=LONGEST, required=False,
        help_text=gettext_lazy("Du trenger ikke å si hvorfor."),
    )  # fmt: skip
    instead = long_text(
        label=gettext_lazy("Hva passer i stedet?"), rows=2, max_length=LONGEST, required=False,
        help_text=gettext_lazy("For eksempel: helga etter."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def unsuited(request: HttpRequest, measure_id: UUID, occasion_id: UUID) -> HttpResponse:
    """Say that one planned time does not suit."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    one = _found(measure_id, occasion_id)
    if request.method != "POST":
        return _show(request, one, UnsuitedForm())
    form = UnsuitedForm(request.POST)
    if not form.is_valid():
        return _show(request, one, form, status=INCOMPLETE)
    try:
        say_unsuited(one.id, **form.cleaned_data, answer_by=answer_by(one.first, today=today()), at=now())
    except NotAllowed as refusal:
        return _show(request, one, form, stopped=refusal.sentence, status=STOPPED)
    return _back(one, SOON if is_soon(one.first, today=today()) else SAID)


@require_POST
def suits(request: HttpRequest, measure_id: UUID, occasion_id: UUID) -> HttpResponse:
    """Say that it suits after all."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    one = _found(measure_id, occasion_id)
    return _back(one, SUITS if suits_after_all(one.id, at=now()) else "")


urlpatterns = [
    path("hjelp/<uuid:measure_id>/passer-ikke/<uuid:occasion_id>/", unsuited, name="help-unsuited"),
    path("hjelp/<uuid:measure_id>/passer-likevel/<uuid:occasion_id>/", suits, name="help-suits"),
]


def _back(one: OwnDay, done: str) -> HttpResponse:
    """To the help, with a word about what was sent."""
    address = reverse("mypage:help", args=[one.measure_id])
    return redirect(f"{address}?{DONE}={done}" if done else address)


def _found(measure_id: UUID, occasion_id: UUID) -> OwnDay:
    """A day of hers; another's, and one that is not there, are told the same. One that is moved is told when it is sent."""
    found = next((one for one in days.of_help(get_my_help(measure_id).id) if one.id == occasion_id), None)
    if found is None:
        raise NotFound(str(NOT_THERE))
    return found


def _show(
    request: HttpRequest, one: OwnDay, form: UnsuitedForm, *, stopped: str = "", status: int = 200
) -> HttpResponse:
    said = days.said_of(one.measure_id).get(one.id, [])
    context: dict[str, Any] = {
        "form": form, "days": capfirst(days.in_days(one)), "stopped": stopped, "said": said,
        "own": get_my_help(one.measure_id).own, "soon": is_soon(one.first, today=today()),
        "back": reverse("mypage:help", args=[one.measure_id]), "open": one.is_ahead, "drop_url": reverse("log-out"),
    }  # fmt: skip
    return render(request, "measures/mypage/unsuited.html", context, status=status)
