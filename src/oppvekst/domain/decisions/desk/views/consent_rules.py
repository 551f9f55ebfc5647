"""What this service asks where the law is silent: every open question with its answer, and choosing another."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.desk.consent_page import NOTICES
from oppvekst.domain.decisions.desk.forms.consent import RuleForm
from oppvekst.domain.decisions.queries.consent import choice_history, choices_on
from oppvekst.domain.decisions.rules.consent import CHOICES, Choice
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, now, today
from oppvekst.law.refusals import NotFound

RIGHT = "consent.rule"
WHICH = "valg"


@require_safe
def consent_rules(request: DeskRequest) -> HttpResponse:
    """Every question the law leaves open, what holds today, and why."""
    chosen, written = choices_on(request.municipality.number, today()), choice_history(request.municipality.number)
    rows = [
        {
            "choice": one, "answer": one.words(one.of(chosen)), "own": next((row for row in written if row.key == key), None),
            "href": f"{reverse('desk:consent-rule')}?{WHICH}={key}",
        }
        for key, one in CHOICES.items()
    ]  # fmt: skip
    done = NOTICES.get(request.GET.get(DONE, ""))
    context = {"rows": rows, "may": request.actor.may(RIGHT), "messages": [done] if done else []}
    return render(request, "decisions/desk/consent_rules.html", context)


class Rule(Act[Choice]):
    """Another answer, from a day and with its reason."""

    template = "decisions/desk/consent_rule.html"
    right = RIGHT
    button = "Lagre valget"
    happens = "Fra den dagen spør tjenesten slik i alle saker. Det som er skrevet før, blir stående for sine dager."

    def find(self) -> Choice:
        found = CHOICES.get(self.request.GET.get(WHICH, ""))
        if found is None:
            raise NotFound("Vi finner ikke dette spørsmålet.")
        return found

    def form(self, choice: Choice, typed: Any = None) -> RuleForm:
        chosen = choices_on(self.request.municipality.number, today())
        return RuleForm(
            typed, choice=choice, today=today(), initial={"valid_from": today(), "value": choice.of(chosen)}
        )

    def head(self, choice: Choice) -> dict[str, Any]:
        crumbs = [("Samtykke", ""), ("Der loven er taus", reverse("desk:consent-rules")), ("Velg", "")]
        return {"choice": choice, "crumbs": crumbs, "back": reverse("desk:consent-rules")}

    def perform(self, choice: Choice, form: Any) -> None:
        said = form.cleaned_data
        actions.decide_rule(
            choice.key,
            said["value"],
            reasons=said["reasons"],
            valid_from=said["valid_from"],
            by=self.request.actor,
            at=now(),
        )

    def home(self, choice: Choice, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:consent-rules')}?{DONE}=regel")
