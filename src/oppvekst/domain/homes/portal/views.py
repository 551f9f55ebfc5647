"""An offer is one form, sent once, and a receipt. No draft, no cookie: nothing here is dangerous to be seen with."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.core.signing import Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.homes import actions, queries
from oppvekst.domain.homes.portal import spoken
from oppvekst.domain.homes.portal.forms import FORMS, OfferForm
from oppvekst.domain.homes.portal.spoken import SIDES, Side
from oppvekst.domain.homes.rules import visible
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete

# A field that nobody sees and nobody fills in, but a program does.
TRAP = "nettside"
SEALED = "kl"
SEAL = Signer(salt="homes.receipt")


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask, and take in what is sent. What lacks something comes back whole, with what to do about it."""
    side = _side(kind)
    if request.method != "POST":
        return _page(request, side, _form(request, side))
    form = _form(request, side, _typed(request))
    if request.POST.get(TRAP):
        return _to_receipt(side, actions.new_reference(), timezone.now())
    return _sent(request, side, form) if form.is_valid() else _page(request, side, form, 422)


@require_safe
def receipt(request: HttpRequest, kind: str, reference: str) -> HttpResponse:
    """What happens now. The reference stands in the address, so that the page can be kept, printed and found again."""
    side, number = _side(kind), _number(request)
    at = _opened(reference, request.GET.get(SEALED, ""))
    today = oslo_date(timezone.now())
    due = queries.promised(number, oslo_date(at)).due if at else None
    return _show(
        request, "receipt", side, reference=reference, at=at, today=today,
        stages=spoken.stages(side, due=due, today=today, days=queries.contact_days(number)),
    )  # fmt: skip


def _sent(request: HttpRequest, side: Side, form: OfferForm) -> HttpResponse:
    at = timezone.now()
    try:
        received = actions.receive(form.sending(), by=request.actor, at=at)  # type: ignore[attr-defined]
    except Incomplete as lacking:
        for name, sentence in lacking.fields.items():
            form.add_error(name if name in form.fields else None, sentence)
        return _page(request, side, form, 422)
    return _to_receipt(side, received.reference, at)


def _to_receipt(side: Side, reference: str, at: datetime) -> HttpResponse:
    address = reverse("portal:offer-receipt", args=[side.slug, reference])
    response = redirect(f"{address}?{urlencode({SEALED: _sealed(reference, at)})}")
    response.status_code = 303
    return response


def _page(request: HttpRequest, side: Side, form: OfferForm, status: int = 200) -> HttpResponse:
    wait = spoken.within(queries.contact_days(_number(request)))
    return _show(request, "offer", side, status, form=form, said_before=spoken.said_before(side), wait=wait, trap=TRAP)


def _show(request: HttpRequest, template: str, side: Side, status: int = 200, **context: Any) -> HttpResponse:
    known = {"side": side, "crumbs": spoken.way_to(side), **context}
    return render(request, f"homes/portal/{template}.html", known, status=status)


def _form(request: HttpRequest, side: Side, typed: MultiValueDict[str, str] | None = None) -> OfferForm:
    return FORMS[side.kind](typed, areas=queries.areas_of(_number(request)))


def _typed(request: HttpRequest) -> MultiValueDict[str, str]:
    """What was sent, without what cannot be seen."""
    return MultiValueDict({name: [visible(value) for value in values] for name, values in request.POST.lists()})


def _side(kind: str) -> Side:
    if kind not in SIDES:
        raise Http404
    return SIDES[kind]


def _number(request: HttpRequest) -> int:
    number: int = request.municipality.number  # type: ignore[attr-defined]
    return number


def _sealed(reference: str, at: datetime) -> str:
    """When it was sent, with a seal: nobody can make a receipt that promises another day."""
    seconds = f"{at.timestamp():.0f}"
    return f"{seconds}.{SEAL.signature(f'{reference}.{seconds}')}"


def _opened(reference: str, sealed: str) -> datetime | None:
    seconds, _, seal = sealed.partition(".")
    if not seconds.isascii() or not seconds.isdigit():
        return None
    if not hmac.compare_digest(SEAL.signature(f"{reference}.{seconds}").encode(), seal.encode()):
        return None
    return datetime.fromtimestamp(int(seconds), UTC)
