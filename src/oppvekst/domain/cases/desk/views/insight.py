"""Requests to see the file: registered, gone through, answered, and what was given to whom (bvl § 12-6; fvl §§ 18-21)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions.handing import refuse_held_back
from oppvekst.domain.cases.desk import papers, spoken
from oppvekst.domain.cases.desk.answer_letter import answer_letter
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.models import FileRequest, Rendition
from oppvekst.domain.cases.queries import get_case, parties
from oppvekst.domain.cases.queries.documents import documents
from oppvekst.domain.cases.queries.insight import (
    file_requests,
    get_file_request,
    grounds_of,
    handovers,
    is_young,
    renditions,
)
from oppvekst.domain.cases.rules.insight import APPEAL_WEEKS, representative_is_owed, to_be_looked_at_again
from oppvekst.ground.journal.looks import look
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.limits import APPEAL
from oppvekst.law.refusals import NotFound, Refusal

type Investigating = Callable[[UUID], bool]
TAB = "case-documents"


@require_safe
def requests(
    request: DeskRequest, case_id: UUID, investigating: Investigating, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """Every request, and everything that was given."""
    page = opened(request, case_id, TAB, tellings)
    context = page.context(
        request,
        requests=list(file_requests(case_id)),
        given=list(handovers(case_id)[:200]),
        runs=investigating(case_id),
    )
    return render(request, "cases/desk/insight.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Somebody asks to see the file."""
    page = opened(request, case_id, TAB, tellings)
    known = [(str(party.id), f"{party.person.name}, {spoken.role(party).lower()}") for party in parties(page.case)]
    form = papers.RequestForm(request.POST if request.method == "POST" else None, today=page.today, parties=known)
    stopped = None
    if form.is_bound:
        stopped = Stopped(INCOMPLETE)
        if form.is_valid():
            try:
                everything = form.cleaned_data["everything"] == "yes"
                made = actions.register_file_request(
                    case_id, form.asked(), by=request.actor, at=now(), everything=everything
                )
                return _lead(case_id, made.id, "krav")
            except Refusal as refusal:
                stopped = put_back(form, refusal)
    context = page.context(request, form=form, refusal=stopped.refusal if stopped else None)
    return render(request, "cases/desk/insight_new.html", context, status=stopped.status if stopped else 200)


@require_safe
def one(
    request: DeskRequest,
    case_id: UUID,
    insight_id: UUID,
    investigating: Investigating,
    tellings: tuple[Telling, ...] = (),
) -> HttpResponse:
    """One request: the documents one by one, the answer, and what was given."""
    return _show(request, case_id, insight_id, investigating=investigating, tellings=tellings)


@require_POST
def include(request: DeskRequest, case_id: UUID, insight_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Take one more document into the request."""
    get_file_request(case_id, insight_id)
    chosen = documents(case_id).filter(id__in=_ids(request)).values_list("id", flat=True)
    for document_id in chosen:
        actions.include_document(case_id, insight_id, document_id, by=request.actor, at=now())
    return _lead(case_id, insight_id, "tatt-med" if chosen else "")


@require_POST
def answer(
    request: DeskRequest,
    case_id: UUID,
    insight_id: UUID,
    investigating: Investigating,
    tellings: tuple[Telling, ...] = (),
) -> HttpResponse:
    """Answered. From now on the answer stands."""
    try:
        actions.answer_file_request(case_id, insight_id, by=request.actor, at=now())
    except Refusal as refusal:
        form = papers.GiveForm()
        return _show(
            request,
            case_id,
            insight_id,
            investigating=investigating,
            tellings=tellings,
            form=form,
            stopped=put_back(form, refusal),
        )
    return _lead(case_id, insight_id, "besvart")


@require_POST
def give(
    request: DeskRequest,
    case_id: UUID,
    insight_id: UUID,
    investigating: Investigating,
    tellings: tuple[Telling, ...] = (),
) -> HttpResponse:
    """Given: written down with whom, how and when."""
    asked = get_file_request(case_id, insight_id)
    form = papers.GiveForm(request.POST, representative=bool(asked.representative))
    if not form.is_valid():
        return _show(
            request,
            case_id,
            insight_id,
            investigating=investigating,
            tellings=tellings,
            form=form,
            stopped=Stopped(INCOMPLETE),
        )
    try:
        actions.give(case_id, insight_id, by=request.actor, at=now(), **form.cleaned_data)
    except Refusal as refusal:
        return _show(
            request,
            case_id,
            insight_id,
            investigating=investigating,
            tellings=tellings,
            form=form,
            stopped=put_back(form, refusal),
        )
    return _lead(case_id, insight_id, "gitt-ut")


@require_safe
def letter(request: DeskRequest, case_id: UUID, insight_id: UUID) -> HttpResponse:
    """The written answer. While everything is held back from the parents there is no letter to send."""
    asked = get_file_request(case_id, insight_id)
    if asked.answered_at is None:
        raise NotFound("Kravet er ikke besvart ennå, så det finnes ikke noe svarbrev.")
    refuse_held_back(case_id)
    look("document.letter", by=request.actor, at=now(), subject=asked.id, case_id=case_id)
    made = answer_letter(asked, request.municipality, at=asked.answered_at)
    return HttpResponse(
        made.pdf, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="svar-innsyn.pdf"'}
    )  # fmt: skip


def _show(
    request: DeskRequest, case_id: UUID, insight_id: UUID, *, investigating: Investigating, tellings: tuple[Telling, ...],
    form: Any = None, stopped: Stopped | None = None,
) -> HttpResponse:  # fmt: skip
    page = opened(request, case_id, TAB, tellings)
    asked = get_file_request(case_id, insight_id)
    rows = [_row(asked, each) for each in renditions(asked)]
    used = [code for row in rows for code in row["codes"]]
    context = page.context(
        request, asked=asked, rows=rows, left=sum(not row["outcome"] for row in rows), others=_others(page, asked, rows),
        form=form or _give_form(asked),
        given=list(handovers(case_id).filter(request=asked)), young=is_young(asked, today=page.today),
        again=to_be_looked_at_again(used, investigation_runs=investigating(case_id)), weeks=APPEAL_WEEKS,
        appeal=_appeal(asked) if any(row["laws"] for row in rows) else None,
        owed=bool(asked.representative) and representative_is_owed(used),
        laws=sorted({law for row in rows for law in row["laws"]}),
        sent=form if form is not None and form.is_bound else None, refusal=stopped.refusal if stopped else None,
    )  # fmt: skip
    return render(request, "cases/desk/insight_one.html", context, status=stopped.status if stopped else 200)


def _appeal(asked: FileRequest) -> dict[str, Any] | None:
    """Until when the party may appeal (fvl § 29): three weeks from the day the answer came to her."""
    if asked.answered_at is None:
        return None
    first = asked.handovers.filter(withheld_too=False).order_by("given_at").first()
    told = oslo_date(first.given_at if first else asked.answered_at)
    due = APPEAL.due(told).due
    return {"told": in_words(told), "until": in_words(due) if due else "", "given": bool(first)}


def _give_form(asked: FileRequest) -> papers.GiveForm:
    to = asked.representative or asked.party.person.name
    return papers.GiveForm(initial={"to": to}, representative=bool(asked.representative))


def _row(asked: FileRequest, rendition: Rendition) -> dict[str, Any]:
    grounds = grounds_of(rendition)
    return {
        "href": reverse("desk:case-rendition", args=[asked.case_id, asked.id, rendition.id]),
        "name": rendition.document.title, "what": papers.told(rendition.document), "outcome": rendition.outcome,
        "tags": [papers.outcome_tag(rendition)], "laws": [ground.words for ground in grounds],
        "codes": [ground.code for ground in grounds], "copy": rendition.address, "rendition": rendition,
        "document": rendition.document,
    }  # fmt: skip


def _others(page: CasePage, asked: FileRequest, rows: list[dict[str, Any]]) -> list[Any]:
    """Documents that could be taken in, while the request is open."""
    if asked.answered_at:
        return []
    return list(documents(page.case.id).exclude(id__in=[row["document"].id for row in rows])[:200])


def _ids(request: DeskRequest) -> list[UUID]:
    found = []
    for value in request.POST.getlist("dokument"):
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found


def _lead(case_id: UUID, insight_id: UUID, done: str) -> HttpResponse:
    get_case(case_id)
    return redirect(f"{reverse('desk:case-insight-one', args=[case_id, insight_id])}?{DONE}={done}")
