"""The receipt at once, and later what a reference tells: when it came, and whether it has been read (D101)."""

from __future__ import annotations

import re
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.portal.calls import calls_now
from oppvekst.domain.concerns.portal.draft import Draft
from oppvekst.domain.concerns.portal.stages import stages
from oppvekst.domain.concerns.portal.steps import KINDS
from oppvekst.domain.concerns.portal.visit import show
from oppvekst.domain.concerns.rules import REVIEW
from oppvekst.domain.concerns.rules.message import Anonymity
from oppvekst.ground.web.forms import DsForm
from oppvekst.law.calendar import oslo_date

GROUP = 4


class ReferenceForm(DsForm):
    """A reference as somebody wrote it on a piece of paper."""

    reference = forms.CharField(
        label=gettext_lazy("Referansenummeret ditt"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Tolv tegn i tre grupper. Store og små bokstaver er det samme."),
    )  # fmt: skip

    def clean_reference(self) -> str:
        signs = re.sub(r"[^0-9A-Z]", "", str(self.cleaned_data["reference"]).upper())
        return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The receipt. It stays in this browser until it is closed or left in a hurry."""
    draft = Draft.of(request)
    if not draft.receipt:
        return redirect("portal:concern-receipt")
    told, kind = draft.receipt, KINDS[draft.kind]
    at = datetime.fromisoformat(told["at"])
    calls = calls_now(request, kind, at=timezone.now())
    return show(
        request, "sent", draft, told=told, at=at, kind=kind, calls=calls,
        stages=stages(told, on=oslo_date(at), hours=calls.hours),
        is_anonymous=told["anonymity"] == Anonymity.ANONYMOUS, today=oslo_date(timezone.now()),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """When a message came and whether it has been read; never what came of it. The reference stands in no address."""
    if request.method != "POST":
        return show(request, "receipt", Draft.of(request), form=ReferenceForm())
    form = ReferenceForm(request.POST)
    found = queries.receipt(request.municipality.number, form.cleaned_data["reference"]) if form.is_valid() else None  # type: ignore[attr-defined]
    if not found:
        if form.is_valid():
            form.add_error(
                "reference", _("Vi finner ingen melding med dette nummeret. Se etter om det er skrevet riktig.")
            )
        return show(request, "receipt", Draft.of(request), 422, form=form)
    today = oslo_date(timezone.now())
    due = REVIEW.due(oslo_date(found.received_at)).due
    return show(
        request,
        "receipt",
        Draft.of(request),
        form=form,
        found=found,
        due=due,
        is_past=bool(due and due < today),
        today=today,
    )
