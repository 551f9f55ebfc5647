"""The documents of a case: the list, putting more in, reading one page by page, keeping a copy, and saying it was a mistake."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import papers
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.page import opened
from oppvekst.domain.cases.models import Document
from oppvekst.domain.cases.queries import PAGE, content_of, get_document
from oppvekst.domain.cases.queries.documents import documents, versions, whole_content
from oppvekst.domain.cases.queries.insight import file_requests
from oppvekst.ground.documents import drawing, serving
from oppvekst.ground.documents.kinds import KINDS
from oppvekst.ground.journal.looks import look
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

TAB = "case-documents"
WRONG = "feilregistrerte"


@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The list. What is sought is posted: a title may hold a name, and names do not stand in addresses."""
    page = opened(request, case_id, TAB, tellings)
    words = " ".join(request.POST.get("ord", "").split())
    wrong = request.GET.get("vis") == WRONG
    if words:
        look("document.search", by=request.actor, at=now(), case_id=case_id, terms=words)
    found = Paginator(documents(case_id, words=words, wrong=wrong), PAGE).get_page(
        request.POST.get("side") or request.GET.get("side")
    )
    context = page.context(
        request, page=found, rows=[_row(one) for one in found.object_list], words=words, wrong=wrong,
        mistakes=documents(case_id, wrong=True).count(), asked=file_requests(case_id).filter(answered_at=None).count(),
    )  # fmt: skip
    return render(request, "cases/desk/documents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Put documents into the case. Those that can be taken are kept, also when one of them cannot."""
    page = opened(request, case_id, TAB, tellings)
    replaces = _replaced(request, case_id)
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = papers.DocumentForm(*posted, today=page.today, initial=_start(replaces))
    kept: list[Document] = []
    stopped = None
    if form.is_bound:
        stopped = _keep(request, case_id, form, replaces, kept) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            if len(kept) == 1:
                return redirect(f"{reverse('desk:case-document', args=[case_id, kept[0].id])}?{DONE}=dokument")
            return lead_on(TAB, case_id, "dokumenter")
    context = page.context(
        request, form=form, replaces=replaces, kept=kept, refusal=stopped.refusal if stopped else None
    )
    return render(request, "cases/desk/document_new.html", context, status=stopped.status if stopped else 200)


@require_safe
def document(
    request: DeskRequest, case_id: UUID, document_id: UUID, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """One document: what is known of it, its pages one by one, and its other versions."""
    return _show(request, case_id, document_id, tellings)


@require_safe
def page(request: DeskRequest, case_id: UUID, document_id: UUID, page: int) -> HttpResponse:
    """One page as a picture, drawn apart: nothing of the file itself reaches the browser."""
    found = get_document(case_id, document_id)
    look("document.page", by=request.actor, at=now(), subject=found.id, case_id=case_id)
    return serving.picture(_picture(found, page))


@require_safe
def file(request: DeskRequest, case_id: UUID, document_id: UUID) -> HttpResponseBase:
    """The file itself, to keep: always as an attachment."""
    found = get_document(case_id, document_id)
    look("document.file", by=request.actor, at=now(), subject=found.id, case_id=case_id)
    kind = KINDS[found.form]
    name = f"{found.title}{kind.ending}"
    return serving.attachment(content_of(found), name=name, media_type=kind.media_type, size=found.size)


@require_POST
def wrong(request: DeskRequest, case_id: UUID, document_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Registered by mistake. It stays among the mistakes."""
    get_document(case_id, document_id)
    form = papers.WrongForm(request.POST)
    if not form.is_valid():
        return _show(request, case_id, document_id, tellings, form=form, stopped=Stopped(INCOMPLETE))
    try:
        actions.mark_wrong(case_id, document_id, form.cleaned_data["reasons"], by=request.actor, at=now())
    except Refusal as refusal:
        return _show(request, case_id, document_id, tellings, form=form, stopped=put_back(form, refusal))
    return lead_on(TAB, case_id, "feilregistrert")


def _show(
    request: DeskRequest, case_id: UUID, document_id: UUID, tellings: tuple[Telling, ...], *, form: Any = None,
    stopped: Stopped | None = None,
) -> HttpResponse:  # fmt: skip
    page = opened(request, case_id, TAB, tellings)
    found = get_document(case_id, document_id)
    look("document", by=request.actor, at=now(), subject=found.id, case_id=case_id)
    family = versions(found)
    context = page.context(
        request, document=found, about=papers.told(found), scan=papers.scan_tag(found), sheet=_sheet(request, found),
        family=[one for one in family if one.id != found.id], newest=family[0].id == found.id,
        form=form or papers.WrongForm(), refusal=stopped.refusal if stopped else None, sent=form,
    )  # fmt: skip
    return render(request, "cases/desk/document.html", context, status=stopped.status if stopped else 200)


def _sheet(request: DeskRequest, found: Document) -> dict[str, Any]:
    """Which page is shown and what else the document holds; or, in words, why no page can be shown."""
    if not KINDS[found.form].drawn:
        kind = KINDS[found.form].title
        return {
            "words": gettext("Sidene i %(kind)s kan ikke vises her. Last ned filen for å lese den.") % {"kind": kind}
        }
    try:
        anatomy = drawing.anatomy(whole_content(found), found.form)
    except drawing.Undrawable as refused:
        return {"words": str(refused)}
    except NotAllowed as refused:
        return {"words": refused.sentence}
    pages = Paginator(range(len(anatomy.pages)), 1)
    shown = pages.get_page(request.GET.get("side"))
    return {"page": shown, "number": shown.number - 1, "anatomy": anatomy}


def _picture(found: Document, page: int) -> bytes:
    if not KINDS[found.form].drawn:
        raise NotFound("Dette dokumentet har ingen sider å vise.")
    try:
        return drawing.page_picture(whole_content(found), found.form, page, comments=True)
    except drawing.Undrawable as refused:
        raise NotFound("Dokumentet har ikke denne siden.") from refused


def _row(found: Document) -> dict[str, Any]:
    scan = [papers.scan_tag(found)] if found.scan == Document.Scan.INFECTED else []
    return {
        "href": reverse("desk:case-document", args=[found.case_id, found.id]), "name": found.title,
        "what": papers.told(found), "dated": found.dated, "tags": scan, "reasons": found.wrong_reasons,
    }  # fmt: skip


def _replaced(request: DeskRequest, case_id: UUID) -> Document | None:
    """The document that a new version is to stand over, if one was named."""
    named = request.POST.get("erstatter") or request.GET.get("erstatter")
    try:
        return get_document(case_id, UUID(named)) if named else None
    except ValueError:
        raise NotFound("Vi finner ikke dette dokumentet i saken.") from None


def _start(replaces: Document | None) -> dict[str, Any]:
    if replaces is None:
        return {}
    return {"kind": replaces.kind, "counterpart": replaces.counterpart, "title": replaces.title}


def _keep(
    request: DeskRequest, case_id: UUID, form: papers.DocumentForm, replaces: Document | None, kept: list[Document]
) -> Stopped | None:
    """Each file by itself: one that cannot be taken stops none of the others, and is told of by its name."""
    said, refused = form.said(), []
    for sent in form.cleaned_data["uploads"]:
        try:
            kept.append(
                actions.keep_document(
                    case_id, sent, said, by=request.actor, at=now(), replaces=replaces.id if replaces else None
                )
            )
        except Refusal as refusal:
            refused.append(refusal)
    told = [put_back(form, refusal, files="uploads") for refusal in refused]
    return next((one for one in told if one.refusal), told[0]) if told else None
