"""Messages that could not be read: kept as they came, shown as they are, and dealt with by a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.desk import forms, frame, page
from oppvekst.domain.concerns.desk.frame import DeskRequest, at_desk
from oppvekst.domain.concerns.desk.notices import notice
from oppvekst.domain.concerns.desk.salvage import salvage
from oppvekst.domain.concerns.models import Message
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.journal.looks import look
from oppvekst.law.refusals import Incomplete, NotFound

TITLE = _("Meldinger som ikke kunne leses")


@require_safe
@at_desk
def quarantine(request: DeskRequest) -> HttpResponse:
    """The list, oldest first; and those on the agenda that were addressed to a municipality we do not have."""
    _let_in(request)
    shown = list(queries.quarantined().defer("body", "pdf"))
    waiting = worklist(request.actor).filter(subject_kind="message").exclude(subject__in=[one.id for one in shown])
    context = {
        "messages_kept": shown, "elsewhere": list(waiting), "today": frame.today(), "title": TITLE,
        "notice": notice(request.GET.get(frame.DONE, "")), "crumbs": [(page.LIST, reverse("desk:concerns")), (TITLE, "")],
    }  # fmt: skip
    return render(request, "concerns/desk/quarantine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def quarantined(request: DeskRequest, message_id: UUID) -> HttpResponse:
    """One message: what is wrong with it in words, all that is in it, and what to do."""
    _let_in(request)
    message = _get(message_id)
    look("message", by=request.actor, at=frame.now(), subject=message.id)
    form = forms.SettleForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.settle_message(message.id, form.cleaned_data["outcome"], by=request.actor, at=frame.now())
        except Incomplete as lacking:
            form.add_error("outcome", lacking.sentence)
        else:
            return frame.to_list(request, "ordnet")
    return _page(request, message, form)


def _page(request: DeskRequest, message: Message, form: Any) -> HttpResponse:
    back = reverse("desk:quarantine")
    context = {
        "message": message, "salvaged": salvage(message), "form": form, "today": frame.today(), "back": back,
        "register": f"{reverse('desk:concern-new')}?melding={message.id}",
        "crumbs": [(page.LIST, reverse("desk:concerns")), (TITLE, back), (message.message_name, "")],
    }  # fmt: skip
    return render(request, "concerns/desk/quarantined.html", context, status=422 if form.errors else 200)


def _let_in(request: DeskRequest) -> None:
    if not frame.in_reception(request.actor):
        raise NotFound("Her er det bare mottaket og lederne som slipper inn.")


def _get(message_id: UUID) -> Message:
    message = queries.quarantined().filter(id=message_id).first()
    if message is None:
        raise NotFound("Meldingen ligger ikke lenger i karantene.")
    return message
