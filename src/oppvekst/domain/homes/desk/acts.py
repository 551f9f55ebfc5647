"""An act that asks something first: a page that says what will happen, and the act itself."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views import View

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.actions import FOLLOW_UP
from oppvekst.domain.homes.desk import frame, page
from oppvekst.domain.homes.models import Offer
from oppvekst.ground.web.frame import INCOMPLETE, STOPPED, DeskRequest, put_back, today
from oppvekst.law.refusals import Refusal


class Act(View):
    """A subclass says what it is in words, which form it reads, and which action it calls."""

    request: DeskRequest
    http_method_names = ["get", "post"]
    heading: ClassVar[Any] = ""
    lead: ClassVar[Any] = ""
    happens: ClassVar[Any] = ""
    seen_by: ClassVar[Any] = ""
    undone: ClassVar[Any] = ""
    button: ClassVar[Any] = ""
    done: ClassVar[str] = ""

    def get(self, request: DeskRequest, offer_id: UUID) -> HttpResponse:
        """The form."""
        request.actor.must(FOLLOW_UP)
        found = frame.seen(request, offer_id)
        return self.show(found, self.form(found))

    def post(self, request: DeskRequest, offer_id: UUID) -> HttpResponse:
        """The act, or the form again with everything that was typed."""
        request.actor.must(FOLLOW_UP)
        found = frame.seen(request, offer_id)
        form = self.form(found, request.POST)
        if not form.is_valid():
            return self.show(found, form, status=INCOMPLETE)
        if request.POST.get("sett") != queries.stand_of(found):
            return self.show(found, form, changed=True, status=STOPPED)
        try:
            self.perform(found, form.cleaned_data)
        except Refusal as refusal:
            stopped = put_back(form, refusal)
            return self.show(found, form, refusal=stopped.refusal, status=stopped.status)
        return frame.lead_on(offer_id, self.done)

    def form(self, found: Offer, typed: Any = None) -> Any:
        """The form, bound when something was sent."""
        raise NotImplementedError

    def perform(self, found: Offer, given: dict[str, Any]) -> None:
        """Call the action."""
        raise NotImplementedError

    def show(self, found: Offer, form: Any, *, status: int = 200, **more: Any) -> HttpResponse:
        """The form on a page of its own."""
        context = {**page.head(found, today=today(), act=self.heading), "act": self, "form": form, **more}
        return render(self.request, "homes/desk/act.html", context, status=status)
