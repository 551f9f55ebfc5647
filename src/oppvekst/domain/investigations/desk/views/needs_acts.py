"""A fact with its source, and the grounds of what is decided: the two acts of the assessment that ask something first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.rules import NEEDS, theme_of
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.actions import Known
from oppvekst.domain.investigations.desk import forms
from oppvekst.domain.investigations.desk.frame import DONE, now
from oppvekst.domain.investigations.desk.page import InvestigationAct
from oppvekst.domain.investigations.desk.views.needs import RIGHT, crumbs, hindrance, to_theme
from oppvekst.domain.investigations.desk.writing import prefix_of
from oppvekst.domain.investigations.models import Investigation, NeedsFact
from oppvekst.domain.investigations.queries import assessment_of, grounds_of, needs_of, sheets
from oppvekst.domain.investigations.rules import relevant
from oppvekst.law.refusals import NotAllowed, Refusal


class NeedsAct(InvestigationAct):
    """One act of the assessment, on what has been taken in."""

    right = RIGHT

    def head(self, found: Investigation) -> dict[str, Any]:
        head = super().head(found)
        head["crumbs"] = crumbs(found, head["crumbs"], self.heading)
        return head

    def hindrance(self, found: Investigation) -> Refusal | None:
        if refusal := hindrance(found):
            return refusal
        if not self.items(found):
            return NotAllowed(
                gettext("Ingen punkter er med i vurderingen ennå. Åpne et tema og velg hva som er aktuelt.")
            )
        return None

    def items(self, found: Investigation) -> list[tuple[str, str]]:
        """The items that have been taken in, as choices."""
        assessment = assessment_of(found.id)
        needs = needs_of(assessment.id if assessment else None)
        return [(code, f"{code} {NEEDS.get(code).text}") for code in relevant(needs)]


class AddFact(NeedsAct):
    """A fact with its source and day; or a new one in the place of one that was wrong."""

    template = "investigations/desk/needs_fact.html"
    heading = _("Opplysning")
    fields = {"item": "item"}

    def form(self, found: Investigation, typed: Any = None) -> forms.FactForm:
        asked: QueryDict = self.request.GET
        start: dict[str, Any] = {"item": asked.get("punkt", ""), "corrects": asked.get("retter", "")}
        wrong = self.wrong(found)
        if wrong:
            start |= {"item": wrong.item.code, "text": wrong.text, "source": wrong.source, "known_on": wrong.known_on}
        return forms.FactForm(typed, items=self.items(found), initial=start)

    def wrong(self, found: Investigation) -> NeedsFact | None:
        """The fact that is to be corrected, if one is."""
        asked = self.request.POST.get("corrects") or self.request.GET.get("retter")
        rows = NeedsFact.objects.filter(item__assessment__investigation_id=found.id).select_related("item")
        return rows.filter(id=asked).first() if asked and _is_id(asked) else None

    def besides(self, found: Investigation) -> dict[str, Any]:
        code = self.request.POST.get("item") or self.request.GET.get("punkt", "")
        assessment, known = assessment_of(found.id), {item.code for item in NEEDS}
        beside = sheets(assessment.id, [code]) if assessment and code in known else []
        back = theme_of(code).code if code in known else ""
        return {"sheet": beside[0] if beside else None, "wrong": self.wrong(found), "theme_code": back}

    def perform(self, found: Investigation, form: Any) -> None:
        said = form.cleaned_data
        known = Known(said["text"], said["source"], said["known_on"])
        self.added = actions.add_fact(
            found.id, said["item"], known, corrects=said["corrects"], by=self.request.actor, at=now()
        )

    def home(self, found: Investigation, done: str) -> HttpResponse:
        code = self.added.item.code
        told = "rettet" if self.added.corrects_id else "opplysning"
        return to_theme(found, theme_of(code).code, told, to=prefix_of(code))


class Grounds(NeedsAct):
    """Which items the conclusion rests on (*vedtaksgrunnlag*)."""

    template = "investigations/desk/needs_grounds.html"
    heading = _("Grunnlaget")
    done = "grunnlag"

    def form(self, found: Investigation, typed: Any = None) -> forms.GroundsForm:
        start = {"grounds": [code.code for code in grounds_of(found.id)]}
        return forms.GroundsForm(typed, items=self.items(found), initial=start)

    def perform(self, found: Investigation, form: Any) -> None:
        actions.mark_grounds(found.id, form.cleaned_data["grounds"], by=self.request.actor, at=now())

    def home(self, found: Investigation, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:needs-summary', args=[found.id])}?{DONE}={done}")


def _is_id(asked: str) -> bool:
    try:
        UUID(asked)
    except ValueError:
        return False
    return True
