"""Experts: mandate, opinion, the commission's step, and what may be relied on (bvl §§ 12-7, 12-8)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.queries.documents import documents
from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.desk import forms, spoken
from oppvekst.domain.investigations.desk.frame import DeskRequest, now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct
from oppvekst.domain.investigations.desk.thing import Do, Fact, ThingAct, noticed, shown
from oppvekst.domain.investigations.models import ExpertOpinion, Investigation
from oppvekst.domain.investigations.rules import EXEMPTIONS, Use, may_be_relied_on
from oppvekst.law.citation import bvl

LAW, RIGHT, DOCUMENTS = bvl("12-7", 1), "investigation.plan", 100


class New(InvestigationAct):
    """Ask an expert, with a mandate."""

    form_class = forms.ExpertForm
    right, law = RIGHT, LAW
    heading, button, done = _("Engasjer sakkyndig"), _("Før mandatet"), "sakkyndig"
    leads_to, through_collected = "investigation-collected", True
    happens = _("Når rapporten kommer, skal Barnesakkyndig kommisjon vurdere den før noen legger den til grunn.")

    def perform(self, found: Investigation, form: Any) -> None:
        """Write it down."""
        actions.engage_expert(found.id, **form.cleaned_data, by=self.request.actor, at=now())


@require_safe
def one(request: DeskRequest, opinion_id: UUID) -> HttpResponse:
    """One opinion: how far it has come, and whether it may be relied on."""
    found = queries.get_expert_opinion(opinion_id)
    noticed(request, "investigation.expert", found)
    verdict = may_be_relied_on(Use.DISMISSAL, assessed=found.remark_on is not None, exemption=found.exemption)
    document = found.document
    href = reverse("desk:case-document", args=[found.case_id, document.id]) if document else ""
    exempt = ". ".join(EXEMPTIONS[found.exemption]) if found.exemption else ""
    facts = [
        Fact(_("Hvor den står"), spoken.opinion_stands(found)),
        Fact(_("Kan den legges til grunn?"), verdict.sentence if found.received_on else "", law=verdict.citation),
        Fact(_("Bestilt"), f"{spoken.day(found.ordered_on)}, {found.ordered_by_name}"),
        Fact(_("Mottatt"), spoken.day(found.received_on)), Fact(_("Unntak"), exempt),
        Fact(_("Sendt til kommisjonen"), spoken.day(found.sent_on)), Fact(_("Kommisjonens svar"), spoken.day(found.remark_on)),
        Fact(_("Merknad"), found.remark), Fact(_("Legges ikke til grunn"), found.unused_reasons),
        Fact(_("Dokument"), document.title if document else "", href),
    ]  # fmt: skip
    context = shown(request, found, found.expert, facts, _ways(found), words=[(_("Mandat"), found.mandate)])
    return render(request, "investigations/desk/thing.html", context)


def _ways(found: ExpertOpinion) -> list[Do]:
    if found.investigation.concluded_on or found.unused_reasons:
        return []
    if found.received_on is None:
        return [Do("investigation-expert-received", _("Rapporten er kommet"), _("Før at den er mottatt"), primary=True)]
    ways = []
    if not found.exemption and found.sent_on is None:
        told = _("Rapporten kan ikke legges til grunn før kommisjonen har vurdert den.")
        ways.append(
            Do(
                "investigation-expert-sent",
                _("Send til kommisjonen"),
                _("Før at den er sendt"),
                told,
                LAW,
                primary=True,
            )
        )
    if found.sent_on and found.remark_on is None:
        ways.append(Do("investigation-expert-remark", _("Kommisjonens svar er kommet"), _("Før svaret"), primary=True))
    if not (found.exemption or found.remark_on):
        ways.append(Do("investigation-expert-unused", _("Legges ikke til grunn"), _("Sett den til side")))
    return ways


class _OpinionAct(ThingAct[ExpertOpinion]):
    right, law = RIGHT, LAW
    look_kind, leads_to = "investigation.expert", "investigation-expert"

    def get_thing(self, key: UUID) -> ExpertOpinion:
        return queries.get_expert_opinion(key)


class Received(_OpinionAct):
    """The opinion came."""

    heading, button, done = _("Rapporten er mottatt"), _("Før det"), "rapport"

    def form(self, thing: ExpertOpinion, typed: Any = None) -> forms.ReceivedForm:
        """With the documents of the case to choose among."""
        known = [(one.id, one.title) for one in documents(thing.case_id)[:DOCUMENTS]]
        return forms.ReceivedForm(
            typed, documents=known, today=today(), initial={"received_on": today(), "exemption": ""}
        )

    def perform(self, thing: ExpertOpinion, form: Any) -> None:
        """Write it down."""
        actions.receive_opinion(thing.id, **form.cleaned_data, by=self.request.actor, at=now())


class Sent(_OpinionAct):
    """Sent to the commission."""

    form_class = forms.SentForm
    heading, button, done = _("Sendt til Barnesakkyndig kommisjon"), _("Før det"), "kommisjon"
    happens = _("Kommisjonen vurderer rapporten, hvis mulig, innen tolv dager. Det står på arbeidslista.")

    def perform(self, thing: ExpertOpinion, form: Any) -> None:
        """Write it down."""
        actions.send_opinion(thing.id, sent_on=form.cleaned_data["sent_on"], by=self.request.actor, at=now())


class Remark(_OpinionAct):
    """The commission's remark."""

    form_class = forms.RemarkForm
    heading, button, done = _("Kommisjonens svar"), _("Før svaret"), "merknad"
    happens = _("Rapporten kan legges til grunn fra nå, sammen med det kommisjonen sier om den.")

    def perform(self, thing: ExpertOpinion, form: Any) -> None:
        """Write it down."""
        actions.take_remark(thing.id, **form.cleaned_data, by=self.request.actor, at=now())


class Unused(_OpinionAct):
    """Set aside."""

    form_class = forms.ReasonsForm
    heading, button, done = _("Sett rapporten til side"), _("Sett til side"), "unyttet"
    happens = _("Rapporten ligger i saken, men dere bygger ikke på den, og den stopper ikke vedtaket.")

    def perform(self, thing: ExpertOpinion, form: Any) -> None:
        """Say why."""
        actions.set_aside(thing.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())
