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
from oppvekst.domain.concerns.desk import frame, page, trail
from oppvekst.domain.concerns.desk.frame import DeskRequest, at_desk
from oppvekst.domain.concerns.models import Concern
from oppvekst.ground.web.forms import DsForm
from oppvekst.law.citation import Citation
from oppvekst.law.refusals import Incomplete, NotFound, Refusal

INCOMPLETE, STOPPED = 422, 409


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
    done: ClassVar[str] = ""
    # A final act asks again when the concern has changed since the form was opened.
    final: ClassVar[bool] = False
    # What the rules call a field that the form calls something else.
    fields: ClassVar[dict[str, str]] = {}

    def get(self, request: DeskRequest, concern_id: UUID) -> HttpResponseBase:
        """The form."""
        request.actor.must(self.right)
        concern = self.concern(concern_id)
        return self.show(concern, self.form(concern))

    def post(self, request: DeskRequest, concern_id: UUID) -> HttpResponseBase:
        """The act, or the form again with everything that was typed."""
        request.actor.must(self.right)
        frame.wait_for(concern_id)
        concern = self.concern(concern_id)
        form = self.form(concern, request.POST)
        changed = trail.meanwhile(concern, request.POST.get(trail.SEEN, ""), request.actor) if self.final else None
        if not form.is_valid():
            return self.show(concern, form, meanwhile=changed, status=INCOMPLETE)
        if changed:
            return self.show(concern, form, meanwhile=changed, status=STOPPED)
        try:
            self.perform(concern, form)
        except NotFound:
            raise
        except Incomplete as lacking:
            self._put_on_fields(form, lacking)
            return self.show(concern, form, status=INCOMPLETE)
        except Refusal as refusal:
            # What stopped it may be what somebody has just done: read it again before telling.
            return self.show(self.concern(concern_id), form, refusal=refusal, status=STOPPED)
        return self.after(concern)

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
            "words": page.words(concern), "here": self.request.path, "part": part, **self.besides(concern),
        }  # fmt: skip
        context["crumbs"] = [
            (page.LIST, reverse("desk:concerns")),
            (concern.number, context["back"]),
            (self.heading, ""),
        ]
        return render(self.request, name, context, status=status)

    def _put_on_fields(self, form: DsForm, lacking: Incomplete) -> None:
        for name, sentence in lacking.fields.items():
            field = self.fields.get(name, name)
            form.add_error(field if field in form.fields else None, sentence)
