"""What every act at the desk has in common: a page that says what will happen, and the act itself.

Without scripts an act is a page of its own; with them the same form may open where the button stood.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import INCOMPLETE, STOPPED, DeskRequest, at_desk, partial, put_back
from oppvekst.law.citation import Citation
from oppvekst.law.refusals import Refusal


@method_decorator(at_desk, name="dispatch")
class Act[Subject](View):
    """One act on one thing. A room says where it is found and shown; a subclass which form it reads and which action it calls."""

    request: DeskRequest
    http_method_names = ["get", "head", "post"]
    form_class: ClassVar[type[DsForm]] = DsForm
    template: ClassVar[str] = ""
    # The same form in the place of the button that asked for it, where the room has such a template.
    part: ClassVar[str] = ""
    right: ClassVar[str] = ""
    law: ClassVar[Citation | None] = None
    # What an act may say otherwise of one subject than of another; each request has an act of its own.
    heading: Any = ""
    lead: Any = ""
    happens: Any = ""
    seen_by: ClassVar[Any] = ""
    undone: ClassVar[Any] = ""
    button: ClassVar[Any] = _("Lagre")
    # The word about it on the next page; what was done may not be what was asked for.
    done: str = ""
    # What the rules call a field that the form calls something else.
    fields: Mapping[str, str] = MappingProxyType({})

    # Three hooks of the room.

    def find(self, *args: Any, **ids: Any) -> Subject:
        """The subject by the ids of the address, if it is there for this person, who has then seen it."""
        raise NotImplementedError

    def head(self, subject: Subject) -> dict[str, Any]:
        """What the room's template shows of the subject, with the way back."""
        raise NotImplementedError

    def home(self, subject: Subject, done: str) -> HttpResponse:
        """Where it leads when it is done."""
        raise NotImplementedError

    # What an act says for itself.

    def perform(self, subject: Subject, form: Any) -> None:
        """Call the action."""
        raise NotImplementedError

    def form(self, subject: Subject, typed: Any = None) -> Any:
        """The form, bound when something was sent."""
        return self.form_class(typed, **self.form_values(subject))

    def form_values(self, subject: Subject) -> dict[str, Any]:
        """What the form must know beforehand."""
        return {}

    def besides(self, subject: Subject) -> dict[str, Any]:
        """What this act's own template shows besides."""
        return {}

    def hindrance(self, subject: Subject) -> Refusal | None:
        """What no form can mend: told in the place of the form, before anybody has written in it."""
        return None

    def changed(self, subject: Subject) -> Any:
        """What others have done since the form was opened; nothing, where the act does not ask."""
        return None

    def admit(self, **ids: Any) -> None:
        """Refuse whoever lacks the right, before anything is shown or typed."""
        if self.right:
            self.request.actor.must(self.right)

    # How every act goes.

    def get(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        """The form."""
        self.admit(**ids)
        subject = self.find(**ids)
        return self.show(subject, self.form(subject), refusal=self.hindrance(subject))

    def post(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        """The act, or the form again with everything that was typed."""
        self.admit(**ids)
        subject = self.find(**ids)
        form = self.form(subject, request.POST)
        changed = self.changed(subject)
        if not form.is_valid():
            return self.show(subject, form, meanwhile=changed, status=INCOMPLETE)
        if changed:
            return self.show(subject, form, meanwhile=changed, status=STOPPED)
        try:
            self.perform(subject, form)
        except Refusal as refusal:
            return self.stop(subject, form, refusal)
        return self.home(subject, self.done)

    def stop(self, subject: Subject, form: Any, refusal: Refusal) -> HttpResponse:
        """What is lacking stands at its field. A plain no may come of what somebody has just done: read again, then tell."""
        stopped = put_back(form, refusal, **self.fields)
        if stopped.refusal is None:
            return self.show(subject, form, status=stopped.status)
        subject = self.find(**self.kwargs)
        return self.show(subject, form, refusal=stopped.refusal, meanwhile=self.changed(subject), status=stopped.status)

    def show(
        self, subject: Subject, form: Any, *, refusal: Refusal | None = None, meanwhile: Any = None, status: int = 200
    ) -> HttpResponse:
        """The form, as a page or in the place of the button that asked for it."""
        part = bool(self.part) and partial(self.request)
        if part:
            # htmx writes the old element's style on a new one with the same id, which the security policy stops.
            form.auto_id = f"id_{secrets.token_hex(3)}_%s"
        context = {
            **self.head(subject), "form": form, "act": self, "refusal": refusal, "meanwhile": meanwhile, "part": part,
            "closed": bool(refusal) and not form.is_bound, "here": self.request.path, **self.besides(subject),
        }  # fmt: skip
        return render(self.request, self.part if part else self.template, context, status=status)
