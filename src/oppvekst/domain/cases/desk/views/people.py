"""The persons in the case: what each is to the child, and where we know it from."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions.living import PARENTS
from oppvekst.domain.cases.desk import forms, reading, spoken
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import opened_pages, parties, residences, responsibility_on, understanding_on
from oppvekst.ground.web.frame import known
from oppvekst.law.refusals import Refusal

# A number that several may have, or of somebody in a case one is barred from. Says nothing about which.
TAKEN = _("Nummeret kan ikke brukes her. Lagre uten nummer, og spør lederen din om personen er registrert fra før.")


@require_safe
def people(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Everybody in the case. What is protected is on no list, not even for those it is entrusted to."""
    page = opened(request, case_id, "case-people", tellings)
    pages = opened_pages(page.case.id)
    held = responsibility_on(case_id, page.today)
    cards = [
        {**_card(party, page), "page": pages.get(party.person_id), "held": held.get(party.person_id)}
        for party in parties(page.case)
    ]
    return render(request, "cases/desk/people.html", page.context(request, cards=cards, **_living(page)))


@require_http_methods(["GET", "HEAD", "POST"])
def new_person(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Write a person into the case."""
    page = opened(request, case_id, "case-people", tellings)
    form = _form(request, page)
    stopped = None
    if form.is_bound:
        stopped = _add(request, page, form) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return lead_on("case-people", case_id, "person")
    context = page.context(request, form=form, refusal=stopped.refusal if stopped else None)
    return render(request, "cases/desk/person_new.html", context, status=stopped.status if stopped else 200)


def _living(page: CasePage) -> dict[str, Any]:
    """What decides who is asked: where the child lives now and soon, and whether it understands."""
    written = residences(page.case.id)
    return {
        "residence": next((row for row in written if row.valid_from <= page.today), None),
        "coming": [row for row in reversed(written) if row.valid_from > page.today],
        "understanding": understanding_on(page.case.id, page.today), "consents": known("consents", page.case.id),
    }  # fmt: skip


def _form(request: DeskRequest, page: CasePage) -> forms.PersonForm:
    """The form; and, when it is filled in, the question whether it is somebody the reader has in a case already."""
    form = forms.PersonForm(request.POST if request.method == "POST" else None, today=page.today)
    alike = reading.namesakes(form.details(), page.case) if form.is_bound and form.is_valid() else []
    return forms.PersonForm(request.POST, today=page.today, namesakes=alike) if alike else form


def _add(request: DeskRequest, page: CasePage, form: forms.PersonForm) -> Stopped | None:
    said = form.cleaned_data
    try:
        actions.add_party(
            page.case.id, form.details(), said["part"], by=request.actor, at=now(), source=said["source"], person=form.known(),
            parental_responsibility=form.answer("parental_responsibility"), lives_with_child=form.answer("lives_with_child"),
        )  # fmt: skip
    except Refusal as refusal:
        return put_back(form, refusal)
    except IntegrityError as error:
        if "number_once" not in str(error):
            raise
        form.add_error("number", TAKEN)
        return Stopped(INCOMPLETE)
    return None


def _card(party: Party, page: CasePage) -> dict[str, Any]:
    person = party.person
    return {
        "id": person.id, "name": person.name, "role": spoken.role(party),
        "age": spoken.years(person, today=page.today), "born": person.birth_date,
        "due": person.due_date, "tags": spoken.shield(person), "responsibility": spoken.ANSWERS[party.parental_responsibility],
        "lives": spoken.ANSWERS[party.lives_with_child], "source": party.source, "since": party.valid_from,
        "is_child": party.part == Party.Part.CHILD, "is_parent": party.part in PARENTS, "protected": bool(person.protection),
        "addresses": [str(one) for one in person.addresses.all()], "reaches": list(person.reaches.all()),
        "numbers": [(spoken.number_kind(person), number.number) for number in person.numbers.all()],
    }  # fmt: skip
