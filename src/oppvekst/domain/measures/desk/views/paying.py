"""The list that goes to finance: approved lines that are not sent, as a page and a file. No child's name, and no case."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.frame import said
from oppvekst.domain.measures.models import Payment
from oppvekst.domain.measures.queries import latest_sendings, sent_in, to_send
from oppvekst.domain.measures.rules import APPROVE, kroner, plain
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DONE, DeskRequest, at_desk, now
from oppvekst.law.refusals import NotAllowed


@require_safe
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """What is to be sent, and what has been."""
    return _shown(request)


@require_POST
@at_desk
def send(request: DeskRequest) -> HttpResponseBase:
    """Mark them as sent, in one sending whose file can be fetched again."""
    request.actor.must(APPROVE)
    try:
        actions.send_payments(by=request.actor, at=now())
    except NotAllowed as refusal:
        return _shown(request, refusal)
    return redirect(f"{reverse('desk:payments')}?{DONE}=sendt")


@require_safe
@at_desk
def file(request: DeskRequest, sending_id: UUID) -> HttpResponseBase:
    """One sending as a table that a finance system reads: in Norwegian ones a semicolon parts the columns."""
    request.actor.must(APPROVE)
    sheet, lines = io.StringIO(), list(sent_in(sending_id, by=request.actor))
    _look(request, lines)
    csv.writer(sheet, delimiter=";").writerows(_rows(lines))
    # The mark in front tells a spreadsheet that æ, ø and å are UTF-8.
    response = HttpResponse("\ufeff" + sheet.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="utbetalinger.csv"'
    return response


def _rows(lines: Iterable[Payment]) -> Iterator[tuple[str, ...]]:
    yield "Referanse", "Mottaker", "Tekst", "Beløp", "Kontering"
    for one in lines:
        yield one.reference, one.basis.recipient, one.basis.text, plain(one.amount), one.basis.cost_account


def _look(request: DeskRequest, lines: Iterable[Payment]) -> None:
    """Whoever reads who is paid has seen something of each case, though no case is named (bvl § 13-1)."""
    for one in lines:
        look("measure.payments", by=request.actor, at=now(), subject=one.id, case_id=one.case_id)


def _shown(request: DeskRequest, refusal: NotAllowed | None = None) -> HttpResponse:
    request.actor.must(APPROVE)
    lines = list(to_send(request.actor))
    _look(request, lines)
    context = {
        "rows": [{"line": one, "amount": kroner(one.amount)} for one in lines],
        "total": kroner(sum(one.amount for one in lines)), "messages": said(request), "refusal": refusal,
        "sendings": [{"one": one, "total": kroner(one.total)} for one in latest_sendings(request.actor)],
    }  # fmt: skip
    return render(request, "measures/desk/payments.html", context, status=409 if refusal else 200)
