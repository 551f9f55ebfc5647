"""Disqualified, shut out, and who decides instead (fvl §§ 6-9): one form a page, with what will follow."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import forms, reading
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DeskRequest, lead_on, now
from oppvekst.domain.cases.desk.page import opened
from oppvekst.domain.cases.desk.views.asked import Asked, answered, entitled, sent
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.models import Bar
from oppvekst.law.refusals import NotFound

ASIDE = Asked(
    _("Meld deg inhabil"),
    (
        _("Saken er borte for deg fra neste side, også om rollen din ellers viser den."),
        _("Har du ansvaret for saken, får lederen beskjed om å finne en ny ansvarlig."),
        _("Du kan ikke ta det tilbake selv. Lederen kan oppheve sperren."),
    ),
    _("Jeg er inhabil"),
    "fvl § 8",
)
BAR = Asked(
    _("Sperr en kollega fra saken"),
    (
        _("Kollegaen ser ikke saken, journalen eller treff i søk, uansett rolle og tilgang."),
        _("De som har saken, ser hvem som er sperret og hvorfor. Kollegaen selv ser det ikke her."),
    ),
    _("Sperr"),
    "fvl § 6",
)
LIFT = Asked(
    _("Opphev sperren"),
    (_("Kollegaen ser saken igjen hvis rollen eller en tilgang gir henne den."),),
    _("Opphev"),
    "fvl § 6",
)
SUBSTITUTE = Asked(
    _("Oppnevn setteleder"),
    (
        _("Når lederen er inhabil, kan de som arbeider rett under henne, forberede saken, men ikke avgjøre den."),
        _("Settelederen ser denne ene saken i dagene du skriver, og kan avgjøre det lederen ellers avgjør."),
    ),
    _("Oppnevn"),
    "fvl § 9",
)


@require_http_methods(["GET", "HEAD", "POST"])
def step_aside(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Out of the case by one's own word."""
    page = opened(request, case_id, "case-access", tellings)
    return answered(
        request, page, ASIDE, forms.AsideForm(sent(request)),
        act=lambda said: actions.step_aside(case_id, said["words"], by=request.actor, at=now()),
        onward=lambda: redirect("desk:cases"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def bar(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The leader shuts a colleague out."""
    page = entitled(request, case_id, tellings, "case.bar")
    barred = {one.staff_id for one in reading.bars(case_id)} | {request.actor.staff_id}
    staff = [one for one in colleagues.colleagues(page.case.municipality_id, today=page.today) if one[0] not in barred]
    return answered(
        request, page, BAR, forms.BarForm(sent(request), colleagues=staff),
        act=lambda said: actions.set_bar(
            case_id, said["staff"], kind=said["kind"], words=said["words"], by=request.actor, at=now()
        ),
        onward=lambda: lead_on("case-access", case_id, "sperret-ute"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def lift(request: DeskRequest, case_id: UUID, bar_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The leader lets a colleague in again, if anything else does."""
    page = entitled(request, case_id, tellings, "case.bar")
    found = Bar.objects.select_related("staff").filter(id=bar_id, case_id=case_id, ended_at=None).first()
    if found is None:
        raise NotFound("Sperren er allerede opphevet.")
    return answered(
        request, page, LIFT, forms.LiftBarForm(sent(request)),
        act=lambda said: actions.lift_bar(bar_id, said["words"], by=request.actor, at=now()),
        onward=lambda: lead_on("case-access", case_id, "opphevet"), about=f"{found.staff.name}: {found.words}",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def substitute(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Somebody else's leader decides here, for this case and these days."""
    page = entitled(request, case_id, tellings, "case.substitute")
    return answered(
        request, page, SUBSTITUTE, forms.SubstituteForm(sent(request)),
        act=lambda said: actions.appoint_substitute(case_id, **said, by=request.actor, at=now()),
        onward=lambda: lead_on("case-access", case_id, "setteleder"),
    )  # fmt: skip
