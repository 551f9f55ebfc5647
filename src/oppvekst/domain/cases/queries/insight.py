"""Requests to see the file, what is withheld in each, and what was given to whom (bvl § 12-6; fvl §§ 18-21)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from oppvekst.domain.cases.models import FileRequest, Handover, Mark, Rendition
from oppvekst.domain.cases.queries.case import get_case
from oppvekst.domain.cases.rules.insight import BY_CODE, CONFIDENTIAL_FROM, Ground
from oppvekst.domain.people.rules import age
from oppvekst.ground.documents.drawing import Cut
from oppvekst.law.refusals import NotFound


def file_requests(case_id: UUID) -> QuerySet[FileRequest]:
    """Every request in a case, the newest first, with how many documents it has and how many are decided."""
    counted = FileRequest.objects.filter(case_id=case_id).select_related("party__person")
    return counted.annotate(
        asked=Count("renditions"), decided=Count("renditions", filter=~Q(renditions__outcome=""))
    ).order_by("-asked_on", "-written_at")


def get_file_request(case_id: UUID, request_id: UUID) -> FileRequest:
    """The request, if it is there for you."""
    get_case(case_id)
    found = FileRequest.objects.filter(case_id=case_id, id=request_id).select_related("party__person").first()
    if found is None:
        raise NotFound("Vi finner ikke dette kravet om innsyn i saken.")
    return found


def renditions(request: FileRequest) -> QuerySet[Rendition]:
    """What is to be answered, in the order of the documents."""
    return request.renditions.select_related("document").order_by("document__dated", "document__written_at", "id")


def get_rendition(case_id: UUID, rendition_id: UUID) -> Rendition:
    """One document of one request, if it is there for you."""
    get_case(case_id)
    found = Rendition.objects.select_related("document", "request__party__person")
    rendition = found.filter(case_id=case_id, id=rendition_id).first()
    if rendition is None:
        raise NotFound("Vi finner ikke dette dokumentet i kravet om innsyn.")
    return rendition


def marks_of(rendition: Rendition) -> QuerySet[Mark]:
    """What is withheld in it now."""
    return Mark.objects.filter(rendition=rendition, removed_at=None).order_by("written_at", "id")


def cuts_of(rendition: Rendition) -> list[Cut]:
    """The same as the drawing takes it, with the ground as it stands on the copy."""
    return [
        Cut(BY_CODE[mark.ground].short, page=mark.page, frame=_frame(mark), words=mark.words)
        for mark in marks_of(rendition)
    ]


def grounds_of(rendition: Rendition) -> list[Ground]:
    """The grounds used in one document, each once."""
    codes = [rendition.ground] if rendition.ground else [mark.ground for mark in marks_of(rendition)]
    return [BY_CODE[code] for code in dict.fromkeys(codes)]


def handovers(case_id: UUID) -> QuerySet[Handover]:
    """What was given to whom, the newest first."""
    given = Handover.objects.filter(case_id=case_id).select_related("rendition__document", "request__party__person")
    return given.order_by("-given_at", "id")


def is_young(request: FileRequest, *, today: date) -> bool:
    """Whether the party is under fifteen, and told nothing confidential (fvl § 18 (1))."""
    born = request.party.person.birth_date
    return born is not None and age(born, today=today) < CONFIDENTIAL_FROM


def _frame(mark: Mark) -> tuple[float, float, float, float] | None:
    if mark.x0 is None or mark.y0 is None or mark.x1 is None or mark.y1 is None:
        return None
    return mark.x0, mark.y0, mark.x1, mark.y1
