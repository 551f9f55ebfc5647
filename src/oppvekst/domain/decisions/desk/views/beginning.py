"""Beginning a decision: the commonest first, with everything the law and the case let us take for granted filled in."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.actions import Terms
from oppvekst.domain.decisions.desk.forms.beginning import TermsForm, usual
from oppvekst.domain.decisions.desk.frame import head, of_case, seen
from oppvekst.domain.decisions.desk.parts import words_of
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules import WRITE, Kind, basis
from oppvekst.domain.decisions.rules.commonest import PLAN_REFUSED, Commonest, commonest, offered
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import of_case as of_child
from oppvekst.domain.meetings.queries import asked_for
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, at_desk, now, today
from oppvekst.law.calendar import add
from oppvekst.law.refusals import NotAllowed, Refusal

OTHER = "annet"


@require_safe
@at_desk
def begin(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """What do you want to decide? The commonest decisions first, each with the section it rests on."""
    request.actor.must(WRITE)
    case = get_case(case_id)
    look("decision.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    investigation = _investigation(case)
    choices = [
        {"choice": each, "href": _terms_page(case, each.key)}
        for each in (
            *offered(after_investigation=investigation is not None),
            *([PLAN_REFUSED] if asked_for(case.id) else []),
        )
    ]
    context = {
        **of_case(case, "Nytt vedtak"), "choices": choices, "investigation": investigation,
        "other": _terms_page(case, OTHER),
    }  # fmt: skip
    return render(request, "decisions/desk/begin.html", context)


class Begin(Act[Case]):
    """The terms of the new draft, filled in; one button begins it."""

    template = "decisions/desk/terms.html"
    form_class = TermsForm
    right = WRITE
    heading, button, done = "Nytt vedtak", "Begynn å skrive", "apnet"
    fields = {"bases": "section"}
    opened: Decision

    @property
    def choice(self) -> Commonest | None:
        """What was chosen on the page before."""
        return commonest(self.kwargs["choice"])

    def find(self, case_id: UUID, choice: str) -> Case:
        case = get_case(case_id)
        look("decision.list", by=self.request.actor, at=now(), subject=case.id, case_id=case.id)
        return case

    def form_values(self, case: Case) -> dict[str, Any]:
        return {"today": today(), "initial": _start(self.choice, case, today())}

    def head(self, case: Case) -> dict[str, Any]:
        place = reverse("desk:decision-begin", args=[case.id])
        crumbs = [
            *of_case(case)["crumbs"][:-1],
            ("Nytt vedtak", place),
            (self.choice.name if self.choice else "Annet", ""),
        ]
        name = self.choice.name if self.choice else self.heading
        return {
            **of_case(case), "crumbs": crumbs, "choice": self.choice, "heading": name, "back": place,
            "category_words": words_of(self.choice.category) if self.choice else "",
        }  # fmt: skip

    def hindrance(self, case: Case) -> Refusal | None:
        if self.choice and self.choice.dismisses and _investigation(case) is None:
            return NotAllowed("Det er ingen undersøkelse å henlegge i denne saken.")
        if self.choice is PLAN_REFUSED and not asked_for(case.id):
            return NotAllowed("Ingen har bedt om en individuell plan i denne saken. Skriv først at den er ønsket.")
        return None

    def perform(self, case: Case, form: Any) -> None:
        found = _investigation(case)
        self.opened = actions.open_decision(
            case.id, terms_of(form), investigation_id=found.id if found else None, by=self.request.actor, at=now()
        )
        actions.put_in_templates(
            self.opened.id, service=self.request.municipality.name, by=self.request.actor, at=now()
        )

    def home(self, case: Case, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:decision-write', args=[self.opened.id])}?{DONE}={done}")


class ChangeTerms(Act[Decision]):
    """The same, changed in a draft."""

    template = "decisions/desk/terms.html"
    form_class = TermsForm
    right = WRITE
    heading, button, done = "Rammene for vedtaket", "Lagre", "lagret"
    fields = {"bases": "section"}

    def find(self, decision_id: UUID) -> Decision:
        return seen(self.request, decision_id)

    def form_values(self, found: Decision) -> dict[str, Any]:
        names = [name for name in TermsForm.base_fields if hasattr(found, name)]
        first = found.bases[0]
        section = f"{first['section']}.{first['paragraph']}"
        return {"today": today(), "initial": {**{name: getattr(found, name) for name in names}, "section": section}}

    def head(self, found: Decision) -> dict[str, Any]:
        return {**head(found, self.heading), "back": reverse("desk:decision-write", args=[found.id])}

    def perform(self, found: Decision, form: Any) -> None:
        actions.set_terms(found.id, terms_of(form), by=self.request.actor, at=now())

    def home(self, found: Decision, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:decision-write', args=[found.id])}?{DONE}={done}")


def terms_of(form: Any) -> Terms:
    """The terms as the act wants them."""
    said = form.cleaned_data
    section, _dot, paragraph = (said["section"] or usual(said["kind"])).partition(".")
    return Terms(
        kind=Kind(said["kind"]), title=said["title"], category=said["category"], category_words=said["category_words"],
        bases=(basis(section, paragraph),), language=said["language"], starts_on=said["starts_on"],
        ends_on=said["ends_on"], provider=said["provider"], price=said["price"],
        consent_ground=said["consent_ground"] or "not_needed", recommended=said["recommended"],
        refused_by_parents=said["refused_by_parents"],
    )  # fmt: skip


def _start(choice: Commonest | None, case: Case, day: date) -> dict[str, Any]:
    """What is filled in: from what was chosen, and from the case."""
    kind = choice.kind if choice else Kind.MEASURE
    months = choice.months if choice else 0
    return {
        "kind": kind.value, "title": choice.title if choice else "", "category": choice.category if choice else "",
        "section": usual(kind.value), "language": "nb", "starts_on": day if months else None,
        "ends_on": add(day, months=months) if months else None, "consent_ground": "consent",
    }  # fmt: skip


def _investigation(case: Case) -> Investigation | None:
    """The investigation that is going on, which this decision may end (bvl § 2-5)."""
    return of_child(case.id).filter(concluded_on=None).first()


def _terms_page(case: Case, key: str) -> str:
    return reverse("desk:decision-terms-new", args=[case.id, key])
