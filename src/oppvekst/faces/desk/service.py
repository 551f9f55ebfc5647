"""«Tjenesten»: how the service's work stands, in numbers. A name stands behind a reason (bvl §§ 2-2, 8-1, 13-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.cases.actions import read_with_reason
from oppvekst.domain.cases.queries import must_be_there
from oppvekst.domain.decisions.rules.categories import CATEGORIES
from oppvekst.domain.investigations.queries.leading import Clocked, clocked
from oppvekst.domain.measures.queries.leading import Over, Why, ended, running
from oppvekst.ground.web.forms import DateField, DsForm, long_text
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, Stopped, at_desk, now, put_back, today
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.refusals import NotAllowed, Refusal

RIGHT = "service.oversee"
WHY = {
    Why.WORKED: "Målene er nådd",
    Why.LOOKED_AT: "Vurdert og avsluttet, ikke alle mål er nådd",
    Why.WITHDRAWN: "Samtykket er trukket",
    Why.EXPIRED: "Siste dag er passert",
}


class PeriodForm(DsForm):
    """From when and until when."""

    fra = DateField(label="Fra og med")
    til = DateField(label="Til og med")

    def clean(self) -> dict[str, Any]:
        """The first day comes first."""
        said = super().clean() or {}
        first, last = said.get("fra"), said.get("til")
        if first and last and first > last:
            self.add_error("til", "Velg en dag etter den første.")
        return said


class ReasonForm(DsForm):
    """Why the child behind the number must be seen."""

    words = long_text(
        label="Hvorfor må du se saken?", rows=3, help_text="Grunnen står i barnets journal, med navnet ditt og tidspunktet.",
        error_messages={"required": "Skriv hvorfor du må se saken. Grunnen blir stående i journalen."},
    )  # fmt: skip


@dataclass(frozen=True)
class Count:
    """A number, what it counts, and each of it without a name."""

    id: str
    title: str
    colour: str
    icon: str
    lines: list[tuple[str, str]]

    @property
    def number(self) -> int:
        return len(self.lines)


@require_safe
@at_desk
def overview(request: DeskRequest) -> HttpResponse:
    """The numbers of a period: this year, unless another is chosen."""
    _must_lead(request)
    since, until = date(today().year, 1, 1), today()
    form = PeriodForm(request.GET if request.GET else None, initial={"fra": since, "til": until})
    asked = form.is_bound
    if asked and form.is_valid():
        since, until = form.cleaned_data["fra"], form.cleaned_data["til"]
    context = {
        "form": form, "since": since, "until": until, "investigations": _investigations(request, since, until),
        "measures": _measures(request, since, until), "running": running(request.municipality.number),
    }  # fmt: skip
    return render(request, "desk/service.html", context, status=INCOMPLETE if asked and form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def behind(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """From a number to the child behind it, with a reason."""
    _must_lead(request)
    must_be_there(case_id)
    form, stopped = ReasonForm(request.POST if request.method == "POST" else None), None
    if request.method == "POST":
        if not form.is_valid():
            stopped = Stopped(INCOMPLETE)
        else:
            try:
                read_with_reason(case_id, form.cleaned_data["words"], by=request.actor, at=now())
            except Refusal as refusal:
                stopped = put_back(form, refusal)
            else:
                return redirect("desk:case", case_id)
    context = {
        "form": form, "refusal": stopped.refusal if stopped else None,
        "crumbs": [("Tjenesten", reverse("desk:service")), ("Åpne med en grunn", "")],
    }  # fmt: skip
    return render(request, "desk/service_behind.html", context, status=stopped.status if stopped else 200)


def _must_lead(request: DeskRequest) -> None:
    request.actor.must(RIGHT)
    if not request.actor.wide:
        raise NotAllowed("Bare den som leder tjenesten, ser tallene for hele kommunen.")


def _investigations(request: DeskRequest, since: date, until: date) -> list[Count]:
    found = clocked(request.municipality.number, since=since, until=until, today=today())
    groups: dict[tuple[bool, bool], list[tuple[str, str]]] = {}
    for one in found:
        groups.setdefault((one.concluded_on is not None, one.late), []).append((_clock(one), _behind(one.case_id)))
    return [
        Count("innen", "Avsluttet innen fristen", "success", "checkmark-circle-fill", groups.get((True, False), [])),
        Count("etter", "Avsluttet etter fristen", "danger", "x-mark-octagon-fill", groups.get((True, True), [])),
        Count("gar", "Pågår, innen fristen", "neutral", "clock", groups.get((False, False), [])),
        Count("over", "Pågår, over fristen", "danger", "x-mark-octagon-fill", groups.get((False, True), [])),
    ]


def _measures(request: DeskRequest, since: date, until: date) -> list[Count]:
    found = ended(request.municipality.number, since=since, until=until)
    return [
        Count(
            why.value, WHY[why], "success" if why is Why.WORKED else "neutral",
            "checkmark-circle-fill" if why is Why.WORKED else "folder",
            [(_over(one), _behind(one.case_id)) for one in found if one.why is why],
        )
        for why in Why
    ]  # fmt: skip


def _clock(one: Clocked) -> str:
    due = f"frist {day_in_words(one.due)}" if one.due else "ingen frist"
    if one.concluded_on:
        return f"Avsluttet {day_in_words(one.concluded_on)}, {due}"
    return f"Åpnet {day_in_words(one.opened_on)}, {due}"


def _over(one: Over) -> str:
    code = CATEGORIES.get(one.category)
    return f"{code.text if code else one.category}, avsluttet {day_in_words(one.ended_on)}"


def _behind(case_id: UUID) -> str:
    return reverse("desk:service-behind", args=[case_id])
