"""What every act on a concern has in common: a page that says what will happen, and the act itself.

Without scripts an act is a page of its own; with them the same form opens where the button stood.
"""

from __future__ import annotations

import secrets
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.desk import frame, page, pointing, trail
from oppvekst.domain.concerns.models import Concern
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import INCOMPLETE, STOPPED, DeskRequest, at_desk, put_back
from oppvekst.law.citation import Citation
from oppvekst.law.refusals import Refusal


@method_decorator(at_desk, name="dispatch")
class Act(View):
    """One act. A subclass says what it is in words, which form it reads, and which action it calls."""

    request: DeskRequest
    http_method_names = ["get", "post"]
    form_class: ClassVar[type[DsForm]] = DsForm
    template: ClassVar[str] = "concerns/desk/act.html"
    right: ClassVar[str] = ""
    heading: ClassVar[Any] = ""
    law: ClassVar[Citation | None] = None
    lead: ClassVar[Any] = ""
    happens: ClassVar[Any] = ""
    seen_by: ClassVar[Any] = ""
    undone: ClassVar[Any] = ""
    button: ClassVar[Any] = _("Lagre")
    # The word about it on the next page; what was done may not be what was asked for.
    done: str = ""
    # A final act asks again when the concern has changed since the form was opened.
    final: ClassVar[bool] = False
    # What the rules call a field that the form calls something else.
    fields: ClassVar[dict[str, str]] = {}

    def get(self, request: DeskRequest, concern_id: UUID) -> HttpResponseBase:
        """The form."""
        self.admit(concern_id)
        concern = self.concern(concern_id)
        return self.show(concern, self.form(concern))

    def post(self, request: DeskRequest, concern_id: UUID) -> HttpResponseBase:
        """The act, or the form again with everything that was typed."""
        self.admit(concern_id)
        concern = self.concern(concern_id)
        form = self.form(concern, request.POST)
        changed = self.changed(concern)
        if not form.is_valid():
            return self.show(concern, form, meanwhile=changed, status=INCOMPLETE)
        if changed:
            return self.show(concern, form, meanwhile=changed, status=STOPPED)
        try:
            self.perform(concern, form)
        except Refusal as refusal:
            return self.stop(concern, form, refusal)
        return self.after(concern)

    @property
    def read(self) -> str:
        """How the concern stood when the form was opened: what a person decides on is what she has read."""
        return trail.read(self.request.POST.get(trail.SEEN, ""))

    def changed(self, concern: Concern) -> trail.Meanwhile | None:
        """What others have done since the form was opened; asked only of an act that is final."""
        told = self.request.POST.get(trail.SEEN, "")
        return trail.meanwhile(concern, told, self.request.actor) if self.final else None

    def admit(self, concern_id: UUID) -> None:
        """Refuse whoever lacks the right, before anything is shown or typed."""
        self.request.actor.must(self.right)

    def stop(self, concern: Concern, form: Any, refusal: Refusal) -> HttpResponse:
        """What is lacking stands at its field. A plain no may come of what somebody has just done: read again, then tell."""
        stopped = put_back(form, refusal, **self.fields)
        if stopped.refusal is None:
            return self.show(concern, form, status=stopped.status)
        concern = self.concern(concern.id)
        return self.show(concern, form, refusal=stopped.refusal, meanwhile=self.changed(concern), status=stopped.status)

    def form(self, concern: Concern, typed: Any = None) -> Any:
        """The form, bound when something was sent."""
        return self.form_class(typed, **self.form_values(concern))

    def form_values(self, concern: Concern) -> dict[str, Any]:
        """What the form must know beforehand."""
        return {}

    def perform(self, concern: Concern, form: Any) -> None:
        """Call the action."""
        raise NotImplementedError

    def after(self, concern: Concern) -> HttpResponse:
        """Where it leads when it is done."""
        return frame.lead_on(self.request, concern.id, self.done)

    def concern(self, concern_id: UUID) -> Concern:
        """The concern, if it is there for this person, who has then seen it."""
        return frame.seen(self.request, queries.get_concern(concern_id))

    def besides(self, concern: Concern) -> dict[str, Any]:
        """What this act's own template shows besides."""
        return {}

    def show(
        self, concern: Concern, form: Any, *, refusal: Refusal | None = None, meanwhile: trail.Meanwhile | None = None,
        status: int = 200,
    ) -> HttpResponse:  # fmt: skip
        """The form, as a page or in the place of the button that asked for it."""
        part = frame.partial(self.request)
        name = "concerns/desk/_act.html" if part else self.template
        if part:
            # htmx writes the old element's style on a new one with the same id, which the security policy stops.
            form.auto_id = f"id_{secrets.token_hex(3)}_%s"
        context = {
            **page.head(concern, today=frame.today()), "form": form, "act": self, "refusal": refusal, "meanwhile": meanwhile,
            "sett": trail.opened(concern, frame.now()), "back": reverse("desk:concern", args=[concern.id]),
            "words": pointing.words(concern), "here": self.request.path, "part": part, **self.besides(concern),
        }  # fmt: skip
        context["crumbs"] = [
            (page.LIST, reverse("desk:concerns")),
            (concern.number, context["back"]),
            (self.heading, ""),
        ]
        return render(self.request, name, context, status=status)
