"""The family and the investigation: who has been told, what they see at My page, and taking it away again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk import forms
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, known, now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct, head, led, seen
from oppvekst.domain.investigations.models import FamilyTold, Investigation
from oppvekst.domain.investigations.queries import OneOfFamily, family_of, get_told, shown_to_family
from oppvekst.domain.investigations.rules import RIGHTS, START
from oppvekst.domain.investigations.rules.telling import LAW
from oppvekst.ground.web.acting import Act

RIGHT = RIGHTS[START]
HEADING = "Familien på Min side"


class TellFamily(InvestigationAct):
    """Who has been told, how it looks to them, and writing down that one more has been."""

    template = "investigations/desk/family.html"
    right, law = RIGHT, LAW
    heading, done, leads_to = HEADING, "familien-fortalt", "investigation-family"

    def form(self, found: Investigation, typed: Any = None) -> forms.TellFamilyForm:
        """Those who may follow it and have not been told; today, unless another day is said."""
        people = [
            (one.party.person_id, one.party.person.name) for one in self.family(found) if one.may and not one.told
        ]
        return forms.TellFamilyForm(typed, people=people, today=today(), initial={"told_on": today()})

    def besides(self, found: Investigation) -> dict[str, Any]:
        """Everybody it may concern, and what they see."""
        family, done = self.family(found), NOTICES.get(self.request.GET.get(DONE, ""))
        return {
            "family": [_line(one) for one in family], "shown": shown_to_family(found.id),
            "somebody": any(one.may and not one.told for one in family) and not found.concluded_on,
            "people": known("case-people", found.case_id), "messages": [done] if done else [],
            "to_the_investigation": reverse("desk:investigation", args=[found.id]),
        }  # fmt: skip

    def family(self, found: Investigation) -> list[OneOfFamily]:
        """The child and the parents."""
        return family_of(found, today=today())

    def perform(self, found: Investigation, form: Any) -> None:
        """Write it down."""
        said = form.cleaned_data
        actions.tell_of_investigation(
            found.id, said["person"], told_on=said["told_on"], how=said["how"], by=self.request.actor, at=now()
        )


class TakeBack(Act[FamilyTold]):
    """It is not to be shown to her any more."""

    template, form_class = "investigations/desk/act.html", forms.ReasonsForm
    right, law = RIGHT, LAW
    heading, button, done = "Ta bort fra Min side", "Ta bort", "ikke-vist"
    happens = "Undersøkelsen forsvinner fra Min side med det samme. At personen fikk vite det, står i journalen."
    undone = "Ja. Du kan føre på nytt at personen har fått vite det."

    def find(self, told_id: UUID) -> FamilyTold:
        """That she was told; whoever opens it has seen the investigation."""
        told = get_told(told_id)
        seen(self.request, told.investigation_id)
        return told

    def head(self, told: FamilyTold) -> dict[str, Any]:
        """The investigation's head, with the family's page on the way back."""
        back = reverse("desk:investigation-family", args=[told.investigation_id])
        return {
            **head(told.investigation, (HEADING, back), (self.heading, "")), "heading": self.heading,
            "about": told.person.name, "cancel": back,
        }  # fmt: skip

    def perform(self, told: FamilyTold, form: Any) -> None:
        """Take it away, with the reason."""
        actions.take_back_telling(told.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())

    def home(self, told: FamilyTold, done: str) -> HttpResponse:
        """Back to the family."""
        return led("investigation-family", told.investigation_id, done)


def _line(one: OneOfFamily) -> dict[str, Any]:
    """One of the family, and how it stands."""
    told = one.told
    return {
        "name": one.party.person.name, "part": one.party.get_part_display(), "may": one.may, "told": told,
        "how": told.get_how_display() if told else "", "page": one.page,
        "take_back": reverse("desk:investigation-family-take-back", args=[told.id]) if told else "",
    }  # fmt: skip
