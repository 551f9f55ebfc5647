"""Registering a concern by hand: from the phone, a letter, a visit, one's own eyes, or the paper of the night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.desk import forms, frame, page, pointing, spoken
from oppvekst.domain.concerns.desk.frame import DeskRequest, at_desk
from oppvekst.domain.concerns.desk.salvage import children_of, salvage, start_of
from oppvekst.domain.concerns.models import Concern, Enquiry, Message
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

CHILD = "barn"
MORE = "flere"
MAX_CHILDREN = 12
TITLE = _("Registrer en melding")
# What the rules call a field, where the form calls it something else.
FIELDS = {"reasons": "assessed", "professional_anonymous": "anonymity"}


@dataclass(frozen=True)
class Source:
    """What the form starts from: nothing, a sibling's concern, or a message that could not be read."""

    sibling: Concern | None = None
    message: Message | None = None


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def new(request: DeskRequest) -> HttpResponseBase:
    """The form; and, sent, the concern with its assessment in the same transaction."""
    request.actor.must("concern.register")
    at, source = frame.now(), _source(request)
    if request.method != "POST":
        return _page(request, *_empty(source, at), source)
    typed = request.POST.copy()
    form, children = _forms(typed, at)
    if MORE in typed:
        return _page(request, *_one_more(typed, at), source)
    if not (form.is_valid() & children.is_valid()):
        return _page(request, form, children, source, status=422)
    try:
        received = actions.register(
            form.message(children, clerk=request.actor.name), assessed=form.assessment(), received_at=form.received_at(),
            entered_later=form.entered_later(), from_message=source.message.id if source.message else None,
            by=request.actor, at=at,
        )  # fmt: skip
    except (Incomplete, NotAllowed) as refusal:
        _put_on_fields(form, children, refusal)
        return _page(request, form, children, source, status=422)
    return _lead_on(request, received.concerns)


def _lead_on(request: DeskRequest, concerns: tuple[UUID, ...]) -> HttpResponse:
    """To the first concern; one about our own house is the leader's alone from now on."""
    in_sight = queries.concerns_by_id(concerns)
    if concerns[0] not in in_sight:
        return frame.to_list(request, "sendt-videre")
    return frame.lead_on(request, concerns[0], "registrert")


def _forms(typed: Any, at: datetime) -> tuple[Any, Any]:
    return forms.RegisterForm(typed, at=at, today=frame.today()), forms.ChildSet(typed, prefix=CHILD)


def _one_more(typed: Any, at: datetime) -> tuple[Any, Any]:
    """The same form with room for one more child: everything typed stays, nothing is complained of yet."""
    count = typed.get(f"{CHILD}-TOTAL_FORMS", "1")
    rows = min(int(count) + 1 if count.isdigit() else 2, MAX_CHILDREN)
    typed[f"{CHILD}-TOTAL_FORMS"] = str(rows)
    form, children = _forms(typed, at)
    for one in (form, *children.forms):
        one._errors = {}
    return form, children


def _empty(source: Source, at: datetime) -> tuple[Any, Any]:
    local = at.astimezone(OSLO)
    start: dict[str, Any] = {
        "received_on": local.date(),
        "received_clock": local.time(),
        "channel": Enquiry.Channel.PHONE,
    }
    rows: list[dict[str, Any]] = [{}]
    if source.sibling:
        where = queries.shows_where(source.sibling)
        start |= _from_sibling(source.sibling)
        if not where:
            start |= dict.fromkeys(("phone", "email", "address", "body"), "")
        rows = [{"address": spoken.address(source.sibling.child_address) if where else ""}]
    elif source.message:
        start |= _from_message(source.message)
        rows = children_of(salvage(source.message)) or rows
    form = forms.RegisterForm(initial=start, at=at, today=frame.today())
    return form, forms.ChildSet(prefix=CHILD, initial=rows)


def _from_sibling(concern: Concern) -> dict[str, Any]:
    """The same sending seen for another child: who, when and the words, for the clerk to cut what is not about this one."""
    enquiry, came = concern.enquiry, concern.received_at.astimezone(OSLO)
    return {
        "received_on": came.date(), "received_clock": came.time(), "anonymity": enquiry.anonymity, "name": enquiry.name,
        "channel": enquiry.channel if enquiry.channel in dict(forms.registering.CHANNELS) else Enquiry.Channel.LETTER,
        "who": enquiry.reporter_code, "role": enquiry.role, "body": enquiry.body, "phone": enquiry.phone, "email": enquiry.email,
        "address": spoken.address(enquiry.body_address or enquiry.address), "relation": enquiry.relation,
        "words": "\n\n".join(passage.text for passage in concern.passages.all()), "danger": concern.danger,
        "hold_back_asked": concern.hold_back_asked, "guardians": "\n".join(g.get("name", "") for g in concern.guardians),
    }  # fmt: skip


def _from_message(message: Message) -> dict[str, Any]:
    came = message.received_at.astimezone(OSLO)
    start = start_of(salvage(message), public=message.kind == "offentlig")
    return {**start, "received_on": came.date(), "received_clock": came.time(), "channel": Enquiry.Channel.LETTER}


def _source(request: DeskRequest) -> Source:
    """Named in the address, so that it stays when the form comes back."""
    sibling, message = _uuid(request.GET.get("fra")), _uuid(request.GET.get("melding"))
    if sibling:
        return Source(sibling=frame.seen(request, queries.get_concern(sibling)))
    if message:
        found = queries.quarantined().filter(id=message).first() if frame.in_reception(request.actor) else None
        if found is None:
            raise NotFound("Meldingen ligger ikke lenger i karantene.")
        return Source(message=found)
    return Source()


def _to_cut(source: Source) -> list[pointing.Paragraph]:
    """The common words are split here: what names another child is pointed at."""
    return pointing.to_cut(source.sibling, list(queries.siblings(source.sibling))) if source.sibling else []


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _put_on_fields(form: Any, children: Any, refusal: Incomplete | NotAllowed) -> None:
    for name, sentence in (
        refusal.fields or dict.fromkeys(refusal.because, refusal.sentence) or {"": refusal.sentence}
    ).items():
        if name == "children":
            children.forms[0].add_error("name", sentence)
        else:
            field = FIELDS.get(name, name)
            form.add_error(field if field in form.fields else None, sentence)


def _page(request: DeskRequest, form: Any, children: Any, source: Source, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form, "children": children, "source": source, "to_cut": _to_cut(source), "title": TITLE, "today": frame.today(),
        "crumbs": [(page.LIST, reverse("desk:concerns")), (TITLE, "")], "room_for_more": len(children.forms) < MAX_CHILDREN,
    }  # fmt: skip
    return render(request, "concerns/desk/new.html", context, status=status)
