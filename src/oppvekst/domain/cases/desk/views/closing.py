"""«Avslutt saken»: what stands in the way as links, the act, the letters, opening again, and reading a closed case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions.closing import RIGHT
from oppvekst.domain.cases.desk import closing_forms as forms
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.closing_paper import closing_letter
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.models import Case, Closing, Party
from oppvekst.domain.cases.queries import (
    closed_cases,
    get_case,
    in_the_way,
    parties,
    standing_closing,
    uninformed,
)
from oppvekst.domain.cases.rules.closing import LAW, Holding, Holds
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import at_desk, known
from oppvekst.ground.web.paper import as_pdf
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

READS = ("GET", "HEAD", "POST")
# Who of a case is told that it is closed.
TOLD = (Party.Part.CHILD, Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT, Party.Part.GUARDIAN)
READ_RIGHT = "case.grant"


@require_http_methods(list(READS))
@at_desk
def close(
    request: DeskRequest, case_id: UUID, holding: tuple[Holds, ...], tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """What stands in the way, or the form; and when it is closed, its letters and the way back."""
    request.actor.must(RIGHT)
    page = opened(request, case_id, "case-close", tellings)
    if page.case.state == Case.State.CLOSED:
        return _closed(request, page)
    form = forms.CloseForm(request.POST if request.method == "POST" else None, initial={"to_family": forms.TO_FAMILY})
    if request.method != "POST":
        return _show(request, page, form, holding)
    if not form.is_valid():
        return _show(request, page, form, holding, Stopped(INCOMPLETE))
    try:
        actions.close_case(case_id, actions.Words(**form.cleaned_data), holding, by=request.actor, at=now())
    except Refusal as refusal:
        return _show(request, page, form, holding, put_back(form, refusal))
    return lead_on("case-close", case_id, "sak-avsluttet")


@require_http_methods(list(READS))
@at_desk
def reopen(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Open it again, with the reason: the undo of closing."""
    request.actor.must(RIGHT)
    page = opened(request, case_id, "case-close", tellings)
    form, stopped = forms.ReopenForm(request.POST if request.method == "POST" else None), None
    if page.case.state != Case.State.CLOSED:
        return redirect("desk:case", case_id)
    if request.method == "POST":
        if not form.is_valid():
            stopped = Stopped(INCOMPLETE)
        else:
            try:
                actions.reopen_case(case_id, form.cleaned_data["reasons"], by=request.actor, at=now())
            except Refusal as refusal:
                stopped = put_back(form, refusal)
            else:
                return lead_on("case", case_id, "sak-apnet")
    context = page.context(request, form=form, law=LAW, refusal=stopped.refusal if stopped else None)
    return render(request, "cases/desk/reopen.html", context, status=stopped.status if stopped else 200)


@require_safe
@at_desk
def letter(request: DeskRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """The letter to one of the family."""
    case, closing = get_case(case_id), standing_closing(case_id)
    party = next((one for one in parties(case) if one.person_id == person_id and one.part in TOLD), None)
    if closing is None or party is None:
        raise NotFound("Vi finner ikke dette brevet i saken.")
    if party.person_id in _kept_out(case_id):
        raise NotAllowed("Forelderen skal av hensyn til sikkerheten ikke varsles i denne saken.", LAW)
    look("case.close", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    return as_pdf(closing_letter(closing, party, request.municipality).pdf, f"avsluttet-{case.number}.pdf")


@require_safe
@at_desk
def closed(request: DeskRequest) -> HttpResponse:
    """The closed cases, by number: no name before a reason is given."""
    _must_lead(request)
    return _list(request, _read_form())


@require_POST
@at_desk
def read_closed(request: DeskRequest) -> HttpResponse:
    """Open one of them for a day, with a reason that stands in its journal."""
    _must_lead(request)
    form = _read_form(request.POST)
    if not form.is_valid():
        return _list(request, form, Stopped(INCOMPLETE))
    case_id = form.cleaned_data["case_id"]
    try:
        actions.open_closed_case(case_id, form.cleaned_data["words"], by=request.actor, at=now())
    except NotFound:
        form.add_error("case_id", "Velg en av sakene som står her.")
        return _list(request, form, Stopped(INCOMPLETE))
    except Refusal as refusal:
        return _list(request, form, put_back(form, refusal))
    return lead_on("case", case_id, "lest-avsluttet")


def _must_lead(request: DeskRequest) -> None:
    request.actor.must(READ_RIGHT)
    if not request.actor.wide:
        raise NotAllowed("Bare lederen ser de avsluttede sakene i kommunen.", LAW)


def _read_form(typed: Any = None) -> forms.ReadForm:
    cases = [
        (one.id, f"{one.number}, avsluttet {day_in_words(oslo_date(one.closed_at))}" if one.closed_at else one.number)
        for one in closed_cases()
    ]
    return forms.ReadForm(typed, cases=cases)


def _list(request: DeskRequest, form: forms.ReadForm, stopped: Stopped | None = None) -> HttpResponse:
    context = {
        "form": form, "nothing": len(form.fields["case_id"].widget.choices) < 2,
        "refusal": stopped.refusal if stopped else None, "crumbs": [("Saker", reverse("desk:cases")), ("Avsluttede saker", "")],
    }  # fmt: skip
    return render(request, "cases/desk/closed_cases.html", context, status=stopped.status if stopped else 200)


def _show(
    request: DeskRequest,
    page: CasePage,
    form: forms.CloseForm,
    holding: Sequence[Holds],
    stopped: Stopped | None = None,
) -> HttpResponse:
    standing = in_the_way(page.case.id, holding, today=page.today)
    refusal = stopped.refusal if stopped and not standing else None
    context = page.context(
        request, form=form, law=LAW, refusal=refusal, standing_in_the_way=[_link(one) for one in standing], act=HAPPENS
    )
    return render(request, "cases/desk/close.html", context, status=stopped.status if stopped else 200)


def _closed(request: DeskRequest, page: CasePage) -> HttpResponse:
    """Closed: what was written, who lost access, the letters, and the way back."""
    closing = standing_closing(page.case.id)
    context = page.context(request, closing=closing, letters=_letters(page, closing), law=LAW)
    return render(request, "cases/desk/case_closed.html", context)


def _letters(page: CasePage, closing: Closing | None) -> list[dict[str, Any]]:
    """To whom it goes on paper; a small child is told in a talk."""
    if closing is None:
        return []
    kept = _kept_out(page.case.id)
    return [
        {
            "name": one.person.name, "part": one.get_part_display(), "kept": one.person_id in kept,
            "href": reverse("desk:case-close-letter", args=[page.case.id, one.person_id]),
        }
        for one in parties(page.case) if one.part in TOLD
    ]  # fmt: skip


def _kept_out(case_id: UUID) -> set[UUID]:
    return {one.person_id for one in uninformed(case_id)}


def _link(one: Holding) -> dict[str, Any]:
    """A line that leads to where it is done."""
    href = known(one.page, one.subject) if one.page else ""
    return {
        "title": one.sentence, "note": str(one.citation), "href": href, "act": "Åpne", "word": "Holder saken åpen:",
        "colour": "warning", "icon": "clock-fill",
    }  # fmt: skip


class HAPPENS:
    """What the form says will happen."""

    happens = (
        "Alle som har saken, mister tilgangen med det samme. Du har den ett døgn til, for å sende brevene. "
        "Ingenting slettes: journalen og dokumentene står."
    )
    seen_by = "Familien ser det du skriver til dem, på Min side. Lederen kan åpne saken med en grunn."
    undone = "Ja. Du kan åpne den igjen i ett døgn, og lederen når som helst. En ny melding åpner den av seg selv."
