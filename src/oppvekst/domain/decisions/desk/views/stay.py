"""Pages of a stay of execution, a reversal and a claim for costs (fvl §§ 35, 36, 42)."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.decisions import actions, queries
from oppvekst.domain.decisions.desk import forms
from oppvekst.domain.decisions.desk.views.decision import DecisionAct
from oppvekst.domain.decisions.models import CostsClaim, Decision, StayRequest
from oppvekst.domain.decisions.rules.appeal import reversal, stay
from oppvekst.domain.decisions.rules.appeal.costs import COSTS_MACHINE, PASS_ON, costs_due
from oppvekst.domain.decisions.rules.appeal.stay import STAY_MACHINE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import DONE, known, now, today
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.citation import fvl
from oppvekst.law.refusals import NotAllowed, Refusal


def to_decision(decision_id: UUID, done: str) -> HttpResponse:
    """Back to the decision, with a word about what was done."""
    return redirect(f"{reverse('desk:decision', args=[decision_id])}?{DONE}={done}")


def _head(found: StayRequest | CostsClaim, title: str) -> dict[str, Any]:
    child, decision = found.case.child.name, found.decision
    back = reverse("desk:decision", args=[decision.id])
    crumbs = [("Saker", known("cases")), (child, known("case", found.case_id)), (decision.title, back), (title, "")]
    return {"case": found.case, "child": child, "crumbs": crumbs, "decision": decision, "back": back, "title": title}


class AskStay(DecisionAct):
    """Somebody asks that the decision waits, or we take it up ourselves."""

    template = "decisions/desk/stay_act.html"
    form_class = forms.AskStayForm
    heading, button = "Utsatt iverksetting", "Registrer"
    right, law = "appeal.handle", fvl("42")
    lead = "Vedtaket gjelder selv om noen klager. Den som vil at det skal vente, kan be om det. Svaret skal komme snarest mulig."

    def form_values(self, found: Decision) -> dict[str, Any]:
        return {"today": today()}

    def besides(self, found: Decision) -> dict[str, Any]:
        return {"back": reverse("desk:decision", args=[found.id])}

    def perform(self, found: Decision, form: Any) -> None:
        appeal = queries.appeals_of(found.id).filter(closed_on=None).first()
        self.made = actions.ask_for_stay(
            found.id, **form.cleaned_data, appeal_id=appeal.id if appeal else None, by=self.request.actor, at=now()
        )

    def home(self, found: Decision, done: str) -> HttpResponse:
        return redirect("desk:stay", self.made.id)


class DecideStay(Act[StayRequest]):
    """Whether the decision waits: the request as it came, and the answer."""

    template = "decisions/desk/stay_act.html"
    form_class: ClassVar[type[DsForm]] = forms.DecideStayForm
    heading, button, done = "Skal vedtaket vente?", "Avgjør", "utsettelse-avgjort"
    law = fvl("42")
    lead = "Avgjøres snarest mulig, med begrunnelse i samme brev. Skal det vente, må alle som setter det i verk, få vite det nå."

    def find(self, stay_id: UUID) -> StayRequest:
        found = queries.get_stay(stay_id)
        look("stay", by=self.request.actor, at=now(), subject=found.id, case_id=found.case_id)
        return found

    def head(self, found: StayRequest) -> dict[str, Any]:
        return {
            **_head(found, "Utsatt iverksetting"), "stay": found, "state_title": STAY_MACHINE.state(found.state).title,
            "ends": found.state == stay.GRANTED and self.request.actor.may(stay.STAY_RIGHTS[stay.END]),
        }  # fmt: skip

    def home(self, found: StayRequest, done: str) -> HttpResponse:
        return to_decision(found.decision_id, done)

    def hindrance(self, found: StayRequest) -> Refusal | None:
        if found.state != stay.ASKED:
            return NotAllowed("Anmodningen er avgjort.", fvl("42"))
        if not self.request.actor.may(stay.STAY_RIGHTS[stay.GRANT]):
            return NotAllowed("Teamleder eller leder avgjør om et vedtak skal vente. Be en av dem, i dag.", fvl("42"))
        return None

    def perform(self, found: StayRequest, form: Any) -> None:
        actions.decide_stay(found.id, form.answer(), by=self.request.actor, at=now())


class EndStay(DecideStay):
    """The decision waits no longer."""

    form_class = forms.EndStayForm
    heading, button, done = "Utsettelsen er over", "Avslutt utsettelsen", "utsettelse-over"
    lead = ""

    def hindrance(self, found: StayRequest) -> Refusal | None:
        if found.state != stay.GRANTED:
            return NotAllowed("Det er ingen utsettelse å avslutte.", fvl("42"))
        if not self.request.actor.may(stay.STAY_RIGHTS[stay.END]):
            return NotAllowed("Teamleder eller leder avslutter en utsettelse.", fvl("42"))
        return None

    def perform(self, found: StayRequest, form: Any) -> None:
        actions.end_stay(found.id, **form.cleaned_data, by=self.request.actor, at=now())


class Reverse(DecisionAct):
    """Our own decision is reversed on a ground of the law."""

    template = "decisions/desk/stay_act.html"
    form_class = forms.ReverseForm
    heading, button, done = "Gjør om vedtaket", "Gjør om", "omgjort"
    law = reversal.REVERSE.citation
    lead = "Uten klage kan vi bare gjøre om vårt eget vedtak når loven gir en av disse grunnene."
    undone = "Nei. Det trengs et nytt vedtak."
    happens = "Vedtaket gjelder ikke lenger. Alle som fikk det, skal ha melding."

    def besides(self, found: Decision) -> dict[str, Any]:
        return {"back": reverse("desk:decision", args=[found.id])}

    def hindrance(self, found: Decision) -> Refusal | None:
        if not self.request.actor.may(reversal.REVERSAL_RIGHT):
            return NotAllowed("Teamleder eller leder gjør om vedtak. Be en av dem.", self.law)
        facts = queries.reversal_facts(found)
        return next((one for one in reversal.REVERSE.refusals(facts) if not one.fields), None)

    def perform(self, found: Decision, form: Any) -> None:
        actions.reverse(found.id, **form.cleaned_data, by=self.request.actor, at=now())


class Claim(DecisionAct):
    """A party claims what it cost to have the decision changed."""

    template = "decisions/desk/stay_act.html"
    form_class = forms.ClaimForm
    heading, button = "Krav om sakskostnader", "Registrer kravet"
    right, law = "appeal.handle", fvl("36")
    lead = (
        "Er vedtaket endret til gunst for parten, dekkes vesentlige kostnader som var nødvendige for å få det endret."
    )

    def form_values(self, found: Decision) -> dict[str, Any]:
        known_by = [
            (str(one.id), f"Klage fra {one.name}, {day_in_words(one.received_at)}")
            for one in queries.appeals_of(found.id)
        ]
        return {"appeals": known_by, "today": today()}

    def besides(self, found: Decision) -> dict[str, Any]:
        return {"back": reverse("desk:decision", args=[found.id])}

    def perform(self, found: Decision, form: Any) -> None:
        said = dict(form.cleaned_data)
        appeal = said.pop("appeal")
        claim = actions.Claim(**said, appeal_id=UUID(appeal) if appeal else None)
        self.made = actions.claim_costs(found.id, claim, by=self.request.actor, at=now())

    def home(self, found: Decision, done: str) -> HttpResponse:
        return redirect("desk:costs", self.made.id)


class DecideCosts(Act[CostsClaim]):
    """What is covered, and why."""

    template = "decisions/desk/stay_act.html"
    form_class = forms.DecideCostsForm
    heading, button, done = "Krav om sakskostnader", "Avgjør kravet", "kostnader-avgjort"
    law = fvl("36", 1)

    def find(self, costs_id: UUID) -> CostsClaim:
        found = queries.get_costs(costs_id)
        look("costs", by=self.request.actor, at=now(), subject=found.id, case_id=found.case_id)
        return found

    def head(self, found: CostsClaim) -> dict[str, Any]:
        return {
            **_head(found, "Krav om sakskostnader"), "claim": found, "due": costs_due(found.reached_on),
            "state_title": COSTS_MACHINE.state(found.state).title,
        }  # fmt: skip

    def home(self, found: CostsClaim, done: str) -> HttpResponse:
        return to_decision(found.decision_id, done)

    def hindrance(self, found: CostsClaim) -> Refusal | None:
        if found.state != COSTS_MACHINE.initial:
            return NotAllowed("Kravet er avgjort.", self.law)
        by = self.request.actor
        if not (by.may("decision.sign") or (by.may("appeal.handle") and found.changed_by == "appeal_body")):
            return NotAllowed("Teamleder eller leder avgjør krav om sakskostnader. Be en av dem.", self.law)
        return None

    def form_values(self, found: CostsClaim) -> dict[str, Any]:
        theirs = found.changed_by == "appeal_body"
        return {"initial": {"step": PASS_ON if theirs else None, "granted": found.amount}}

    def perform(self, found: CostsClaim, form: Any) -> None:
        said = dict(form.cleaned_data)
        if said["step"] in {"refuse_costs", PASS_ON}:
            said["granted"] = None
        actions.decide_costs(found.id, said.pop("step"), **said, by=self.request.actor, at=now())
