"""Others with a right to read, and a parent who is not told: what was decided, by whom, and until when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions.uninformed import PARENTS
from oppvekst.domain.cases.desk import forms
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DeskRequest, lead_on, now
from oppvekst.domain.cases.desk.page import opened
from oppvekst.domain.cases.desk.views.asked import Asked, answered, entitled, sent
from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import disclosures, get_disclosure, journal, uninformed
from oppvekst.law.refusals import NotFound

DISCLOSE, UNINFORM = "case.disclose", "parent.uninform"
MAKE = Asked(
    _("Gi et sett til andre med rett til innsyn"),
    (
        _("Du fører hvem som får lese hva, etter hvilken hjemmel og hvor lenge. Ingen får innlogging hos oss."),
        _("Etterpå kan du skrive ut lista som følger settet, og føre kvitteringen når den kommer."),
    ),
    _("Før settet"),
    "bvl §§ 12-9, 17-4",
)
RECEIPT = Asked(
    _("Før kvitteringen"), (_("Kvitteringen kan ikke endres etterpå."),), _("Før kvitteringen"), "bvl § 17-4"
)
END = Asked(_("Avslutt settet"), (_("Settet står i lista med grunnen."),), _("Avslutt"), "bvl § 17-4")
KEEP = Asked(
    _("Ikke varsle en forelder"),
    (
        _("Ingen brev eller svar fra saken går til denne forelderen før noen opphever det."),
        _("Fristene løper som før. Du får det på agendaen den dagen du velger."),
    ),
    _("Ikke varsle"),
    "bvl § 12-2 (2)",
)
KEEP_ON = Asked(_("La det stå"), (_("Dagen for ny vurdering flyttes."),), _("La det stå"), "bvl § 12-2 (2)")
TELL = Asked(
    _("Varsle forelderen igjen"),
    (_("Det som ble bestemt i mellomtiden, skal forelderen også få. Ingenting blir sendt av seg selv."),),
    _("Opphev"),
    "bvl § 12-2 (2)",
)


@require_safe
def outward(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Every set that was given, and every parent who is not told."""
    page = opened(request, case_id, "case-access", tellings)
    context = page.context(
        request, sets=list(disclosures(case_id)), kept_out=uninformed(case_id), may_disclose=request.actor.may(DISCLOSE),
        may_uninform=request.actor.may(UNINFORM),
    )  # fmt: skip
    return render(request, "cases/desk/outward.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def disclose(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """A new set."""
    page = entitled(request, case_id, tellings, DISCLOSE)
    return answered(
        request, page, MAKE, forms.DisclosureForm(sent(request)),
        act=lambda said: actions.disclose(case_id, **said, by=request.actor, at=now()),
        onward=lambda: lead_on("case-outward", case_id, "settet"),
    )  # fmt: skip


@require_safe
def disclosure(
    request: DeskRequest, case_id: UUID, disclosure_id: UUID, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """The list that goes with the set, to be printed."""
    page = opened(request, case_id, "case-access", tellings)
    made = get_disclosure(case_id, disclosure_id)
    names = dict(forms.CONTENTS)
    listed = list(journal(case_id).filter(at__lte=made.made_at)) if "journal" in made.contents else []
    context = page.context(request, made=made, contents=[names.get(one, one) for one in made.contents], listed=listed)
    return render(request, "cases/desk/disclosure.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def receive(
    request: DeskRequest, case_id: UUID, disclosure_id: UUID, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """They have it."""
    page = entitled(request, case_id, tellings, DISCLOSE)
    made = get_disclosure(case_id, disclosure_id)
    return answered(
        request, page, RECEIPT, forms.ReceiptForm(sent(request)),
        act=lambda said: actions.note_receipt(case_id, disclosure_id, **said, by=request.actor, at=now()),
        onward=lambda: lead_on("case-outward", case_id, "kvittert"), about=str(made),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: DeskRequest, case_id: UUID, disclosure_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Over before its last day."""
    page = entitled(request, case_id, tellings, DISCLOSE)
    made = get_disclosure(case_id, disclosure_id)
    return answered(
        request, page, END, forms.EndDisclosureForm(sent(request)),
        act=lambda said: actions.end_disclosure(case_id, disclosure_id, said["reasons"], by=request.actor, at=now()),
        onward=lambda: lead_on("case-outward", case_id, "settet-over"), about=str(made),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def keep_uninformed(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """A parent who is not told."""
    page = entitled(request, case_id, tellings, UNINFORM)
    parents = Party.objects.filter(case_id=case_id, part__in=PARENTS, valid_to=None).select_related("person")
    choices = [(party.person_id, f"{party.person.name}, {party.get_part_display()}") for party in parents]
    return answered(
        request, page, KEEP, forms.UninformedForm(sent(request), today=page.today, parents=choices),
        act=lambda said: actions.keep_uninformed(
            case_id, said["person"], reasons=said["reasons"], review_on=said["review_on"], by=request.actor, at=now()
        ),
        onward=lambda: lead_on("case-outward", case_id, "varsles-ikke"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def review_uninformed(
    request: DeskRequest, case_id: UUID, uninformed_id: UUID, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """Looked at again, and kept."""
    page = entitled(request, case_id, tellings, UNINFORM)
    about = _standing(case_id, uninformed_id)
    return answered(
        request, page, KEEP_ON, forms.KeepUninformedForm(sent(request), today=page.today),
        act=lambda said: actions.review_uninformed(uninformed_id, **said, by=request.actor, at=now()),
        onward=lambda: lead_on("case-outward", case_id, "varsles-ikke"), about=about,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def lift_uninformed(
    request: DeskRequest, case_id: UUID, uninformed_id: UUID, tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """Told again."""
    page = entitled(request, case_id, tellings, UNINFORM)
    about = _standing(case_id, uninformed_id)
    return answered(
        request, page, TELL, forms.LiftForm(sent(request)),
        act=lambda said: actions.lift_uninformed(uninformed_id, said["reasons"], by=request.actor, at=now()),
        onward=lambda: lead_on("case-outward", case_id, "varsles"), about=about,
    )  # fmt: skip


def _standing(case_id: UUID, uninformed_id: UUID) -> Any:
    found = next((one for one in uninformed(case_id) if one.id == uninformed_id), None)
    if found is None:
        raise NotFound("Det er allerede opphevet.")
    return f"{found.person.name}: {found.reasons}"
