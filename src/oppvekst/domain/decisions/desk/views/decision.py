"""The decisions of a case, one of them, and the steps of the law up to the signature."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.desk import appeal_page
from oppvekst.domain.decisions.desk.frame import head, seen
from oppvekst.domain.decisions.desk.frame import of_case as case_head
from oppvekst.domain.decisions.desk.parts import bases_of, category_of, parts_of, standing_of
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import addressees, facts_of, of_case
from oppvekst.domain.decisions.rules import (
    ANNUL,
    BACK_TO_DRAFT,
    GIVE_NOTICE,
    KINDS,
    MACHINE,
    MAKE_READY,
    NOTICED,
    RECEIVE_APPEAL,
    RESUME_APPEAL_PERIOD,
    REVERSE,
    RIGHTS,
    SIGN,
    SKIP_NOTICE,
    UPHOLD,
    WRITABLE,
    WRITE,
    DecisionFacts,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now, today
from oppvekst.ground.web.steps import NOT_YOUR_ROLE, Next, next_of, shown
from oppvekst.law.machine import Outlook

# The page where each step of the machine is taken.
PAGES = {
    GIVE_NOTICE: "decision-notice", SKIP_NOTICE: "decision-skip-notice", MAKE_READY: "decision-ready",
    BACK_TO_DRAFT: "decision-redraft", SIGN: "decision-sign", RECEIVE_APPEAL: "appeal-new", REVERSE: "decision-reverse",
}  # fmt: skip
# What follows from how the appeals end, and is not offered to anybody.
BY_ITSELF = {RESUME_APPEAL_PERIOD, UPHOLD, ANNUL}
# What the form of a step asks for itself.
ASKS = {GIVE_NOTICE: {"notice_text", "answers_due"}, SKIP_NOTICE: {"notice_skipped"}, REVERSE: {"reversal_ground"}}
NOTICES = {
    "apnet": Notice("Utkastet er begynt"),
    "varslet": Notice("Forhåndsvarselet er sendt. Fristen for å uttale seg står på lista di"),
    "uten-varsel": Notice("Vedtaket kan undertegnes uten forhåndsvarsel"),
    "klart": Notice("Vedtaket er klart til å undertegnes"),
    "utkast": Notice("Vedtaket er et utkast igjen"),
    "utsettelse-avgjort": Notice("Det er avgjort om vedtaket skal vente. Send svaret med begrunnelsen"),
    "utsettelse-over": Notice("Vedtaket venter ikke lenger"),
    "omgjort": Notice("Vedtaket er gjort om. Gi melding til alle som fikk det"),
    "kostnader-avgjort": Notice("Kravet om sakskostnader er avgjort"),
    "stilling": Notice("Lagret. Kopien følger den nye vurderingen"),
    "svar": Notice("Svaret er lagret"),
    "undertegnet": Notice("Vedtaket er undertegnet, og teksten er låst. Send det til dem det gjelder"),
}


@require_safe
def listed(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Those of one case, newest first, and the way to a new one."""
    case = get_case(case_id)
    look("decision.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    rows = [(each, MACHINE.state(each.state).title) for each in of_case(case.id)]
    context = {**case_head(case), "rows": rows, "may_open": request.actor.may(WRITE)}
    return render(request, "decisions/desk/list.html", context)


@require_safe
def decision(request: DeskRequest, decision_id: UUID) -> HttpResponse:
    """One of them: how it stands, whom it is for, and what can be done next."""
    found = seen(request, decision_id)
    done = NOTICES.get(request.GET.get(DONE, ""))
    facts = facts_of(found, today=today(), by=request.actor)
    everybody = addressees(found.id)
    parts = parts_of(found, by=request.actor, today=today(), service=request.municipality.name)
    ending = actions.stops_concluding(found, today=today()) if found.state in WRITABLE else ()
    outlook = [one for one in MACHINE.outlook(found.state, facts) if one.step.name not in BY_ITSELF]
    context = {
        "chapter": appeal_page.chapter(found, request.actor) if found.signed_at else None,
        **head(found), "messages": [done] if done else [], "addressees": everybody, "ending": ending,
        "standing": standing_of(parts, facts, ending=ending),
        "editor": reverse("desk:decision-write", args=[found.id]), "bases": bases_of(found), "category_words": category_of(found),
        "may_write": request.actor.may(WRITE) and found.state in WRITABLE,
        "lacking": facts.consents_lacking if found.state in WRITABLE else (),
        "answering": found.state == NOTICED and request.actor.may(WRITE),
        "help": _help(found),
        **shown(_step(one, found, request.actor) for one in outlook),
    }  # fmt: skip
    return render(request, "decisions/desk/decision.html", context)


class DecisionAct(Act[Decision]):
    """One act on a decision: where it is found, what stands on top of its page, and where it leads."""

    template = "decisions/desk/act.html"

    def find(self, decision_id: UUID) -> Decision:
        return seen(self.request, decision_id)

    def head(self, found: Decision) -> dict[str, Any]:
        return {**head(found, self.heading), "law": self.law}

    def home(self, found: Decision, done: str) -> HttpResponse:
        return _on_to(found, done)


class MakeReady(DecisionAct):
    """Everybody has been heard."""

    form_class = DsForm
    heading, button, done = "Gjør klart til å undertegnes", "Gjør klart", "klart"
    law = MACHINE.step(MAKE_READY).citation
    right = RIGHTS[MAKE_READY]

    def perform(self, found: Decision, form: Any) -> None:
        actions.make_ready(found.id, by=self.request.actor, at=now())


class BackToDraft(DecisionAct):
    """Something new must be looked into."""

    form_class = DsForm
    heading, button, done = "Tilbake til utkast", "Ta tilbake", "utkast"
    law = MACHINE.step(BACK_TO_DRAFT).citation
    right = RIGHTS[BACK_TO_DRAFT]

    def perform(self, found: Decision, form: Any) -> None:
        actions.back_to_draft(found.id, by=self.request.actor, at=now())


def _help(found: Decision) -> str:
    """The way to the measure it grants, where the face has that room; only when it is signed."""
    grants = found.signed_at and found.category and KINDS[found.of_kind].grants_help
    return known("measure-from-decision", found.id) if grants else ""


def _on_to(decision: Decision, done: str) -> HttpResponse:
    return redirect(f"{reverse('desk:decision', args=[decision.id])}?{DONE}={done}")


def _step(outlook: Outlook[DecisionFacts], found: Decision, by: Actor) -> Next:
    name = outlook.step.name
    may, why = (by.may(RIGHTS[name]), NOT_YOUR_ROLE) if name in PAGES else (False, "Dette skjer av seg selv.")
    return next_of(outlook, found.id, may=may, not_yours=why, asks=ASKS, pages=PAGES)
