"""The hold-back switch: nothing may reach the parents by any door until it is lifted (bvl §§ 1-3, 12-6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns.desk import forms, frame
from oppvekst.domain.concerns.desk.views.act import ConcernAct
from oppvekst.domain.concerns.models import Concern
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed, NotFound

NO_CASE = "Finn ut hvem barnet er først. Sperren står på barnets sak."
LAW = bvl("1-3") & bvl("12-6")


class _Hold(ConcernAct):
    right = "hold_back.set"
    law = LAW

    def form_values(self, concern: Concern) -> dict[str, Any]:
        return {"today": frame.today()}

    def switch(self, concern: Concern) -> Any:
        """The switch that stands on the child's case now."""
        found = hold_back(concern.case_id) if concern.case_id else None
        if found is None:
            raise NotFound("Sperren er allerede løftet.")
        return found


class Hold(_Hold):
    """Set on suspicion of violence or abuse, until police or Barnehus have spoken with the child."""

    form_class = forms.HoldForm
    heading = _("Hold alt tilbake for foreldrene")
    lead = _(
        "Ved mistanke om vold eller overgrep: ikke noe til foreldrene før politiet eller Statens barnehus har snakket med barnet."
    )
    happens = _(
        "Ingen brev, meldinger, kvitteringer eller avtaler fra saken når hjemmet, uansett dør. Fristene løper som før."
    )
    seen_by = _("Alle med tilgang til saken. Du står som den som har sperren.")
    undone = _("Ja. Den løftes av et menneske, aldri av seg selv.")
    button = _("Sett sperren")
    done = "sperret"

    def perform(self, concern: Concern, form: Any) -> None:
        if concern.case_id is None:
            raise NotAllowed(NO_CASE, LAW)
        said = form.cleaned_data
        cases.hold(concern.case_id, said["reasons"], review_on=said["review_on"], by=self.request.actor, at=frame.now())


class ReviewHold(_Hold):
    """Looked at again and kept."""

    form_class = forms.ReviewHoldForm
    heading = _("La sperren stå")
    button = _("La den stå")
    done = "sperre-vurdert"

    def perform(self, concern: Concern, form: Any) -> None:
        said = form.cleaned_data
        cases.review_hold(
            self.switch(concern).id,
            review_on=said["review_on"],
            reasons=said["reasons"],
            by=self.request.actor,
            at=frame.now(),
        )


class Lift(_Hold):
    """Safe now; what waited may be sent, and nothing is sent by itself."""

    form_class = forms.LiftForm
    heading = _("Løft sperren")
    happens = _("Det som har ventet, kan sendes. Ingenting sendes av seg selv.")
    seen_by = _("Alle med tilgang til saken.")
    undone = _("Sperren kan settes på igjen, men det som er sendt i mellomtiden, er sendt.")
    button = _("Løft sperren")
    done = "loftet"
    final = True

    def perform(self, concern: Concern, form: Any) -> None:
        cases.lift_hold(self.switch(concern).id, form.cleaned_data["reasons"], by=self.request.actor, at=frame.now())
