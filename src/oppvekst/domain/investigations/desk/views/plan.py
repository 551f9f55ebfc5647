"""The working plan: its texts, its rows, its versions, and the paper that the parents may have (bvl § 2-2 (3))."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.queries import may_go_out
from oppvekst.domain.cases.rules.outward import Recipient
from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.desk import forms, paper, spoken
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest, now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct, head, seen
from oppvekst.domain.investigations.desk.thing import Do, Fact, ThingAct, noticed, shown
from oppvekst.domain.investigations.models import Investigation, PlanRow
from oppvekst.domain.investigations.rules import MACHINE, RIGHTS, START
from oppvekst.ground.access import colleagues
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed

PAGE = 50
LAW = bvl("2-2", 3)


class Plan(InvestigationAct):
    """The investigation plan (D13), written and changed; what has a day and somebody responsible, as rows."""

    template = "investigations/desk/plan.html"
    right = RIGHTS[START]
    heading = _("Undersøkelsesplan")
    done = "plan"

    def form(self, found: Investigation, typed: Any = None) -> forms.PlanForm:
        """As it was saved last."""
        return forms.PlanForm(typed, initial=found.plan)

    def besides(self, found: Investigation) -> dict[str, Any]:
        """The rows, and what the plan lacks before the investigation can run."""
        rows = list(queries.plan_rows(found.id))
        facts = queries.facts_of(found, rows=rows)
        lacking = MACHINE.step(START).refusals(facts) if found.state == MACHINE.initial and found.plan else ()
        done = NOTICES.get(self.request.GET.get(DONE, ""))
        return {
            "rows": spoken.rows(rows), "lacking": [one.sentence for one in lacking], "messages": [done] if done else [],
        }  # fmt: skip

    def perform(self, found: Investigation, form: Any) -> None:
        """Save, and start when it is whole."""
        actions.save_plan(found.id, form.cleaned_data, by=self.request.actor, at=now())


class NewRow(InvestigationAct):
    """Something that is to be done, with a day and somebody responsible."""

    right, law = RIGHTS[START], LAW
    heading = _("Ny rad i planen")
    button = _("Legg i planen")
    happens = _("Raden står i planen, og på arbeidslista til den som skal gjøre det, til det er gjort.")
    done, leads_to = "rad", "investigation-plan"

    def form(self, found: Investigation, typed: Any = None) -> forms.RowForm:
        """Whoever has the case does it, unless another is chosen."""
        staff = colleagues.colleagues(found.municipality_id, today=today())
        start = {"kind": PlanRow.Kind.TASK, "responsible": str(found.case.responsible or self.request.actor.staff_id)}
        return forms.RowForm(typed, colleagues=staff, today=today(), initial=start)

    def perform(self, found: Investigation, form: Any) -> None:
        """Put it in."""
        actions.add_row(found.id, actions.Row(**form.cleaned_data), by=self.request.actor, at=now())


@require_safe
def row(request: DeskRequest, row_id: UUID) -> HttpResponse:
    """One row: what, by when, by whom, and what can be done with it."""
    found = queries.get_row(row_id)
    noticed(request, "investigation.row", found)
    who = colleagues.names([found.responsible]).get(found.responsible, "")
    facts = [
        Fact(_("Slag"), found.get_kind_display().capitalize()), Fact(_("Om"), found.about),
        Fact(_("Grunnlag"), spoken.ground(found.ground)), Fact(_("Innen"), spoken.day(found.due)), Fact(_("Ansvarlig"), who),
        Fact(_("Gjort"), spoken.day(found.done_on)), Fact(_("Tatt ut"), found.struck_reasons),
        Fact(_("Foreldrene fikk vite det"), spoken.day(found.told_on)),
        Fact(_("Lagt til av"), found.added_by_name),
    ]  # fmt: skip
    tag = {"label": _("Vises ikke for foreldrene"), "colour": "warning", "icon": "eye-slash"}
    tags = [tag] if found.untold else []
    return render(
        request, "investigations/desk/thing.html", shown(request, found, found.what, facts, _ways(found), tags=tags)
    )


def _ways(found: PlanRow) -> list[Do]:
    ways = []
    if found.investigation.concluded_on is None and found.struck_on is None and found.done_on is None:
        ways = [
            Do("investigation-row-done", _("Det er gjort"), _("Merk som gjort"), _("Den går ut av arbeidslista."), primary=True),
            Do("investigation-row-move", _("Ny dag, eller en annen som gjør det"), _("Flytt")),
        ]  # fmt: skip
    if found.untold and found.struck_on is None:
        ways.append(Do("investigation-row-told", _("Foreldrene vet det nå"), _("Foreldrene vet det")))
    if ways and found.done_on is None:
        ways.append(Do("investigation-row-strike", _("Skal ikke gjøres likevel"), _("Ta ut av planen")))
    return ways


class _RowAct(ThingAct[PlanRow]):
    right, law = RIGHTS[START], LAW
    look_kind, leads_to = "investigation.row", "investigation-row"

    def get_thing(self, key: UUID) -> PlanRow:
        return queries.get_row(key)


class RowDone(_RowAct):
    """It is done."""

    heading, button, done = _("Merk som gjort"), _("Det er gjort"), "rad-gjort"
    happens = _("Raden går ut av arbeidslista og står som gjort i planen.")

    def perform(self, thing: PlanRow, form: Any) -> None:
        """Say so."""
        actions.finish_row(thing.id, by=self.request.actor, at=now())


class RowMove(_RowAct):
    """Another day, or another to do it."""

    heading, button, done = _("Ny dag"), _("Flytt"), "rad-flyttet"

    def form(self, thing: PlanRow, typed: Any = None) -> forms.MoveForm:
        """As it stands."""
        staff = colleagues.colleagues(thing.municipality_id, today=today())
        start = {"due": thing.due, "responsible": str(thing.responsible)}
        return forms.MoveForm(typed, colleagues=staff, today=today(), initial=start)

    def perform(self, thing: PlanRow, form: Any) -> None:
        """Move it."""
        actions.move_row(thing.id, **form.cleaned_data, by=self.request.actor, at=now())


class RowStrike(_RowAct):
    """Taken out, with the reason."""

    form_class = forms.ReasonsForm
    heading, button, done = _("Ta ut av planen"), _("Ta ut"), "rad-ute"
    happens = _("Raden går ut av planen og arbeidslista. De tidligere versjonene har den fortsatt.")

    def perform(self, thing: PlanRow, form: Any) -> None:
        """Take it out."""
        actions.strike_row(thing.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())


class RowTold(_RowAct):
    """The parents know of it now."""

    heading, button, done = _("Foreldrene vet det nå"), _("Ja, de vet det"), "rad-fortalt"
    happens = _("Fra nå står raden i den utgaven av planen som foreldrene kan få.")
    undone = _("Nei.")

    def perform(self, thing: PlanRow, form: Any) -> None:
        """Say so."""
        actions.tell_row(thing.id, by=self.request.actor, at=now())


@require_safe
def versions(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """The plan as it was, each time it was saved."""
    found = seen(request, investigation_id, "investigation.plan")
    page = Paginator(queries.versions(found.id), PAGE).get_page(request.GET.get("side"))
    rows = [
        {"href": reverse("desk:investigation-plan-version", args=[one.id]), "name": spoken.moment(one.saved_at),
         "what": one.saved_by_name, "when": ""}
        for one in page.object_list
    ]  # fmt: skip
    trail = ((_("Undersøkelsesplan"), reverse("desk:investigation-plan", args=[found.id])), (_("Versjoner"), ""))
    context = {
        **head(found, *trail), "heading": _("Versjoner av planen"), "page": page, "rows": rows,
        "nothing": _("Planen er ikke lagret ennå"),
    }  # fmt: skip
    return render(request, "investigations/desk/listing.html", context)


@require_safe
def version(request: DeskRequest, version_id: UUID) -> HttpResponse:
    """One version, as it was for us, and as the parents could have seen it."""
    found = queries.get_version(version_id)
    noticed(request, "investigation.plan", found)
    one = found.investigation
    trail = (
        (_("Undersøkelsesplan"), reverse("desk:investigation-plan", args=[one.id])),
        (_("Versjoner"), reverse("desk:investigation-plan-versions", args=[one.id])), (spoken.moment(found.saved_at), ""),
    )  # fmt: skip
    context = {
        **head(one, *trail), "heading": _("Planen slik den var"), "version": found, "ours": spoken.texts(found.texts),
        "our_rows": spoken.kept_rows(found.rows), "theirs": spoken.texts(found.for_parents.get("texts", {})),
        "their_rows": spoken.kept_rows(found.for_parents.get("rows", [])),
    }  # fmt: skip
    return render(request, "investigations/desk/plan_version.html", context)


@require_safe
def parents_paper(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """The plan on paper for the parents: what they may see, and no sign of what they may not."""
    request.actor.must(RIGHTS[START])
    found = seen(request, investigation_id, "investigation.plan")
    theirs = queries.parents_version(found)
    if theirs is None:
        raise NotAllowed("Planen er ikke laget ennå.", LAW)
    told = theirs.for_parents
    said = "\n".join(
        [*told.get("texts", {}).values(), *(f"{each['what']} {each['about']}" for each in told.get("rows", []))]
    )
    verdict = may_go_out(found.case_id, Recipient.PARENT, at=now(), said=said)
    if not verdict:
        raise NotAllowed(verdict.sentence, verdict.citation)
    made = paper.plan_for_parents(found, theirs, request.municipality)
    return as_pdf(made.pdf, f"undersokelsesplan-{found.case.number}.pdf")
