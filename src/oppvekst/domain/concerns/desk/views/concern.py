"""The page of one concern, and the question that stands on top of it until it is answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.desk import forms, frame, page
from oppvekst.domain.concerns.desk.frame import DeskRequest, at_desk
from oppvekst.domain.concerns.desk.notices import notice
from oppvekst.domain.concerns.desk.views.act import ConcernAct
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import IMMEDIATE_NEED


@require_safe
@at_desk
def concern(request: DeskRequest, concern_id: UUID) -> HttpResponseBase:
    """One concern: its words in the middle, the question on top, who the child may be, and the next steps."""
    return show(request, frame.seen(request, queries.get_concern(concern_id)))


def show(request: DeskRequest, found: Concern, *, assess: Any = None, status: int = 200) -> HttpResponse:
    """The page, with the assessment's form as it was sent when it lacked something."""
    context = {
        **page.context(found, request.actor, today=frame.today()),
        "assess": assess or forms.AssessForm(prefix="straks"),
        "notice": notice(request.GET.get(frame.DONE, "")),
    }
    return render(request, "concerns/desk/concern.html", context, status=status)


class Assess(ConcernAct):
    """Immediate help: assessed by itself, before anything else (bvl § 2-1 (1) third sentence, D02)."""

    form_class = forms.AssessForm
    right = "concern.assess"
    heading = _("Trenger barnet hjelp med en gang?")
    law = IMMEDIATE_NEED.citation
    lead = _("En ny vurdering skjuler aldri de gamle.")
    button = _("Lagre vurderingen")
    done = "vurdert"

    def form(self, concern: Concern, typed: Any = None) -> Any:
        return forms.AssessForm(typed, prefix="straks")

    def perform(self, concern: Concern, form: Any) -> None:
        said = form.cleaned_data
        actions.assess_immediate(concern.id, said["needed"], said["reasons"], by=self.request.actor, at=frame.now())

    def show(self, subject: Concern, form: Any, **about: Any) -> HttpResponse:
        """Lacking something, the page comes back whole, with the question on top."""
        if frame.partial(self.request) or about.get("status") != 422:
            return super().show(subject, form, **about)
        return show(self.request, subject, assess=form, status=422)
