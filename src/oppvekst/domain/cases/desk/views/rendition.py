"""One document of one request: marking what the party may not see, looking at the copy, and deciding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import papers
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, now, put_back
from oppvekst.domain.cases.desk.page import opened
from oppvekst.domain.cases.models import Mark, Rendition
from oppvekst.domain.cases.queries.documents import made_copy, whole_content
from oppvekst.domain.cases.queries.insight import cuts_of, get_rendition, is_young, marks_of
from oppvekst.domain.cases.rules.insight import BY_CODE, open_grounds
from oppvekst.domain.cases.rules.traces import traces
from oppvekst.ground.documents import drawing, serving
from oppvekst.ground.documents.kinds import KINDS
from oppvekst.ground.journal.looks import look
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

type Investigating = Callable[[UUID], bool]
TAB = "case-documents"


@require_safe
def rendition(
    request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID, *, investigating: Investigating,
    tellings: tuple[Telling, ...] = (),
) -> HttpResponse:  # fmt: skip
    """The page to mark on, what is marked, and what the party gets."""
    return _show(
        request, case_id, _found(case_id, insight_id, rendition_id), investigating=investigating, tellings=tellings
    )


@require_safe
def page(request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID, page: int) -> HttpResponse:
    """One page as a picture, with what is withheld shaded."""
    found = _found(case_id, insight_id, rendition_id)
    look("document.page", by=request.actor, at=now(), subject=found.document_id, case_id=case_id)
    document = found.document
    try:
        shown = drawing.page_picture(whole_content(document), document.form, page, cuts=cuts_of(found))
    except drawing.Undrawable as refused:
        raise NotFound("Dokumentet har ikke denne siden.") from refused
    return serving.picture(shown)


@require_POST
def mark(
    request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID, *, investigating: Investigating,
    tellings: tuple[Telling, ...] = (),
) -> HttpResponse:  # fmt: skip
    """Mark something that the party may not see."""
    found = _found(case_id, insight_id, rendition_id)
    form = papers.MarkForm(request.POST, grounds=_grounds(request, found, investigating), prefix="merke")
    if not form.is_valid():
        return _show(
            request,
            case_id,
            found,
            investigating=investigating,
            tellings=tellings,
            form=form,
            stopped=Stopped(INCOMPLETE),
        )
    try:
        actions.withhold(
            case_id, found.id, form.withheld(_side(request)), by=request.actor, at=now(),
            investigation_runs=investigating(case_id),
        )  # fmt: skip
    except Refusal as refusal:
        return _show(
            request,
            case_id,
            found,
            investigating=investigating,
            tellings=tellings,
            form=form,
            stopped=put_back(form, refusal, page="what"),
        )
    return _lead(found, "merket", _side(request))


@require_POST
def unmark(request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID, mark_id: UUID) -> HttpResponse:
    """Take a mark away."""
    found = _found(case_id, insight_id, rendition_id)
    actions.let_go(case_id, found.id, mark_id, by=request.actor, at=now())
    return _lead(found, "merke-bort", _side(request))


@require_POST
def decide(
    request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID, *, investigating: Investigating,
    tellings: tuple[Telling, ...] = (),
) -> HttpResponse:  # fmt: skip
    """What the party gets of the document."""
    found = _found(case_id, insight_id, rendition_id)
    young = is_young(found.request, today=now().date())
    form = papers.DecideForm(
        request.POST, grounds=_grounds(request, found, investigating, whole=True), young=young, prefix="bestem"
    )
    if not form.is_valid():
        return _show(
            request,
            case_id,
            found,
            investigating=investigating,
            tellings=tellings,
            form=form,
            stopped=Stopped(INCOMPLETE),
        )
    try:
        actions.decide(
            case_id,
            found.id,
            by=request.actor,
            at=now(),
            investigation_runs=investigating(case_id),
            **form.cleaned_data,
        )
    except Refusal as refusal:
        return _show(
            request,
            case_id,
            found,
            investigating=investigating,
            tellings=tellings,
            form=form,
            stopped=put_back(form, refusal),
        )
    return redirect(f"{reverse('desk:case-insight-one', args=[case_id, insight_id])}?{DONE}=bestemt")


@require_http_methods(["GET", "HEAD", "POST"])
def preview(
    request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID, *, investigating: Investigating,
    tellings: tuple[Telling, ...] = (),
) -> HttpResponse:  # fmt: skip
    """The party's copy as it will be; posting makes it."""
    found = _found(case_id, insight_id, rendition_id)
    if request.method == "POST":
        try:
            actions.make_copy(case_id, found.id, by=request.actor, at=now())
        except Refusal as refusal:
            form = papers.MarkForm(grounds=_grounds(request, found, investigating), prefix="merke")
            return _show(
                request,
                case_id,
                found,
                investigating=investigating,
                tellings=tellings,
                form=form,
                stopped=put_back(form, refusal),
            )
        return redirect(
            f"{reverse('desk:case-rendition-copy', args=[case_id, insight_id, rendition_id])}?{DONE}=utgave"
        )
    page = opened(request, case_id, TAB, tellings)
    sheet = _sheet(request, _copy(found), "pdf") if found.address else {}
    look("document.copy", by=request.actor, at=now(), subject=found.document_id, case_id=case_id)
    context = page.context(request, rendition=found, asked=found.request, document=found.document, sheet=sheet)
    return render(request, "cases/desk/rendition_copy.html", context)


@require_safe
def copy_page(request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID, page: int) -> HttpResponse:
    """One page of the party's copy."""
    found = _found(case_id, insight_id, rendition_id)
    look("document.copy", by=request.actor, at=now(), subject=found.document_id, case_id=case_id)
    try:
        return serving.picture(drawing.page_picture(_copy(found), "pdf", page))
    except drawing.Undrawable as refused:
        raise NotFound("Utgaven har ikke denne siden.") from refused


@require_safe
def copy_file(request: DeskRequest, case_id: UUID, insight_id: UUID, rendition_id: UUID) -> HttpResponseBase:
    """The party's copy, to print or send."""
    found = _found(case_id, insight_id, rendition_id)
    look("document.copy", by=request.actor, at=now(), subject=found.document_id, case_id=case_id)
    name = f"{found.told}, utgave til part.pdf"
    content = made_copy(found.document, _address(found))
    return serving.attachment(content, name=name, media_type="application/pdf", size=found.size)


def _show(
    request: DeskRequest, case_id: UUID, found: Rendition, *, investigating: Investigating, tellings: tuple[Telling, ...],
    form: Any = None, stopped: Stopped | None = None,
) -> HttpResponse:  # fmt: skip
    page = opened(request, case_id, TAB, tellings)
    look("document", by=request.actor, at=now(), subject=found.document_id, case_id=case_id)
    young, drawn = is_young(found.request, today=page.today), KINDS[found.document.form].drawn
    fresh: dict[str, Any] = {
        "mark": papers.MarkForm(grounds=_grounds(request, found, investigating), prefix="merke"),
        "decide": papers.DecideForm(
            grounds=_grounds(request, found, investigating, whole=True), young=young, prefix="bestem",
            initial={"outcome": found.outcome, "ground": found.ground, "reasons": found.reasons, "called": found.told},
        ),
    }  # fmt: skip
    fresh |= {name: form for name, blank in fresh.items() if isinstance(form, type(blank))}
    context = page.context(
        request, rendition=found, asked=found.request, document=found.document, about=papers.told(found.document),
        forms=fresh, sent=form if form is not None and form.is_bound else None, young=young, drawn=drawn,
        sheet=_sheet_of(request, found) if drawn else {}, marked=[_told(mark) for mark in marks_of(found)],
        refusal=stopped.refusal if stopped else None,
    )  # fmt: skip
    return render(request, "cases/desk/rendition.html", context, status=stopped.status if stopped else 200)


def _sheet_of(request: DeskRequest, found: Rendition) -> dict[str, Any]:
    try:
        content, document = whole_content(found.document), found.document
        sheet = _sheet(request, content, document.form)
        text = drawing.text(content, document.form, sheet["number"]) if "number" in sheet else ""
        return sheet | {"traces": traces(text), "named": document.title if traces(document.title) else ""}
    except NotAllowed as refused:
        return {"words": refused.sentence}


def _sheet(request: DeskRequest, content: bytes, form: str) -> dict[str, Any]:
    try:
        anatomy = drawing.anatomy(content, form)
    except drawing.Undrawable as refused:
        return {"words": str(refused)}
    shown = Paginator(anatomy.pages, 1).get_page(request.GET.get("side") or request.POST.get("side"))
    silent = not shown.object_list[0].words
    return {"page": shown, "number": shown.number - 1, "anatomy": anatomy, "silent": silent}


def _told(mark: Mark) -> dict[str, Any]:
    ground = BY_CODE[mark.ground]
    side = (mark.page or 0) + 1
    what = (
        f"«{mark.words}»" if mark.words else f"En ramme på side {side}" if mark.x0 is not None else f"Hele side {side}"
    )
    return {"id": mark.id, "what": what, "law": ground.short, "title": ground.title, "reasons": mark.reasons}


def _grounds(request: DeskRequest, found: Rendition, investigating: Investigating, *, whole: bool = False) -> Any:
    young = is_young(found.request, today=now().date())
    return open_grounds(investigation_runs=investigating(found.case_id), young=young, whole=whole)


def _found(case_id: UUID, insight_id: UUID, rendition_id: UUID) -> Rendition:
    found = get_rendition(case_id, rendition_id)
    if found.request_id != insight_id:
        raise NotFound("Vi finner ikke dette dokumentet i kravet om innsyn.")
    return found


def _copy(found: Rendition) -> bytes:
    return b"".join(made_copy(found.document, _address(found)))


def _address(found: Rendition) -> str:
    if not found.address:
        raise NotFound("Utgaven er ikke laget.")
    return found.address


def _side(request: DeskRequest) -> int:
    """The page that was shown, counted from nought."""
    typed = request.POST.get("side", "")
    return max(0, int(typed) - 1) if typed.isdecimal() else 0


def _lead(found: Rendition, done: str, side: int) -> HttpResponse:
    here = reverse("desk:case-rendition", args=[found.case_id, found.request_id, found.id])
    return redirect(f"{here}?side={side + 1}&{DONE}={done}")
