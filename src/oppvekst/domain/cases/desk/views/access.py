"""Who has and has had access and why; giving it and ending it (bvl § 13-1; fvl § 13 b)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import forms, reading
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.queries import get_case, grants
from oppvekst.domain.people.queries import entrusted
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.models import Grant
from oppvekst.law.refusals import NotFound, Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def access(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The list, and a colleague who needs the case."""
    page = opened(request, case_id, "case-access", tellings)
    given = list(grants(case_id))
    barred = list(reading.bars(case_id))
    taken = {grant.staff_id for grant in given if grant.valid_to is None} | {bar.staff_id for bar in barred}
    staff = colleagues.colleagues(page.case.municipality_id, today=page.today)
    form = forms.AccessForm(
        request.POST if request.method == "POST" else None, colleagues=[one for one in staff if one[0] not in taken]
    )
    stopped = None
    if form.is_bound:
        stopped = _give(request, case_id, form) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return lead_on("case-access", case_id, "tilgang")
    context = page.context(
        request, form=form, refusal=stopped.refusal if stopped else None, barred=barred,
        by_role=_by_role(page),
        may_bar=request.actor.may("case.bar"), broken=list(reading.broken(case_id)),
        wide=request.actor.wide, unseen=reading.unseen(case_id) if request.actor.wide else (),
        entrusted=list(entrusted(page.child.id)) if page.child.protection else [], **_lists(given),
    )  # fmt: skip
    return render(request, "cases/desk/access.html", context, status=stopped.status if stopped else 200)


@require_POST
def end(request: DeskRequest, case_id: UUID, grant_id: UUID) -> HttpResponse:
    """End a grant. It stays in the list with its dates; whoever ends one's own is led out."""
    grant = _of_case(case_id, grant_id)
    actions.end_access(grant_id, by=request.actor, at=now())
    own = grant.staff_id == request.actor.staff_id
    return redirect("desk:cases") if own else lead_on("case-access", case_id, "avsluttet")


@require_POST
def make_responsible(request: DeskRequest, case_id: UUID, grant_id: UUID) -> HttpResponse:
    """Whoever has this access is responsible from now on."""
    grant = _of_case(case_id, grant_id)
    actions.assign(case_id, grant.staff_id, by=request.actor, at=now())
    return lead_on("case-access", case_id, "ansvarlig")


@require_POST
def review(request: DeskRequest, case_id: UUID, grant_id: UUID) -> HttpResponse:
    """The leader has looked at an access that somebody gave herself."""
    actions.review_access(_of_case(case_id, grant_id).id, by=request.actor, at=now())
    return lead_on("case-access", case_id, "sett-over")


def _of_case(case_id: UUID, grant_id: UUID) -> Grant:
    get_case(case_id)
    grant = grants(case_id).filter(id=grant_id).first()
    if grant is None:
        raise NotFound("Tilgangen hører ikke til denne saken.")
    return grant


def _give(request: DeskRequest, case_id: UUID, form: forms.AccessForm) -> Stopped | None:
    said = form.cleaned_data
    try:
        actions.give_access(
            case_id, said["staff"], reason=Grant.Reason.COLLEAGUE, words=said["words"], by=request.actor, at=now()
        )
    except Refusal as refusal:
        return put_back(form, refusal)
    return None


def _lists(given: list[Grant]) -> dict[str, Any]:
    """Those in force, and those that have been, with who gave them."""
    names = colleagues.names({grant.given_by for grant in given})
    rows = [(grant, names.get(grant.given_by, "")) for grant in given]
    return {
        "current": [row for row in rows if row[0].valid_to is None],
        "former": [row for row in rows if row[0].valid_to is not None],
    }


def _by_role(page: CasePage) -> list[dict[str, str]]:
    """Each once, however many roles she sees it by."""
    roles: dict[str, list[str]] = {}
    for duty in reading.by_role(page.case, today=page.today):
        roles.setdefault(duty.staff.name, []).append(duty.role.title)
    return [{"name": name, "role": ", ".join(dict.fromkeys(titles))} for name, titles in roles.items()]
