"""«Dette passer ikke», at My page: a short message about one planned time, which changes nothing until somebody has answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from oppvekst.domain.measures.actions import say_unsuited
from oppvekst.domain.measures.models.unsuited import LONGEST
from oppvekst.domain.measures.mypage import days
from oppvekst.domain.measures.mypage.helping import SAID
from oppvekst.domain.measures.queries import get_my_help
from oppvekst.domain.measures.queries.own_days import OwnDay
from oppvekst.domain.measures.queries.unsuited import my_unsuited
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.forms import DsForm, long_text
from oppvekst.ground.web.frame import DONE, INCOMPLETE, STOPPED, now
from oppvekst.law.refusals import NotAllowed, NotFound


class UnsuitedForm(DsForm):
    """Why, and what would suit, for whoever wants to say it."""

    words = long_text(
        label=gettext_lazy("Vil du si hvorfor?"), rows=3, max_length=LONGEST, required=False,
        help_text=gettext_lazy("Du må ikke. Den som har ansvaret for saken, leser det."),
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
        say_unsuited(one.id, **form.cleaned_data, at=now())
    except NotAllowed as refusal:
        return _show(request, one, form, stopped=refusal.sentence, status=STOPPED)
    return redirect(f"{reverse('mypage:help', args=[one.measure_id])}?{DONE}={SAID}")


urlpatterns = [path("hjelp/<uuid:measure_id>/passer-ikke/<uuid:occasion_id>/", unsuited, name="help-unsuited")]


def _found(measure_id: UUID, occasion_id: UUID) -> OwnDay:
    """A day of hers; another's, and one that is not there, are told the same. One that is moved is told when it is sent."""
    found = next((one for one in days.of_help(get_my_help(measure_id).id) if one.id == occasion_id), None)
    if found is None:
        raise NotFound(_("Vi finner ikke dette. Det kan være ferdig, eller det er ikke delt med deg."))
    return found


def _show(
    request: HttpRequest, one: OwnDay, form: UnsuitedForm, *, stopped: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form, "days": capfirst(days.in_days(one)), "stopped": stopped, "said": my_unsuited().get(one.id),
        "back": reverse("mypage:help", args=[one.measure_id]), "open": one.is_ahead, "drop_url": reverse("log-out"),
    }  # fmt: skip
    return render(request, "measures/mypage/unsuited.html", context, status=status)
