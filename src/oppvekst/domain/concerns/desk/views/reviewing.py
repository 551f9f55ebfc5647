"""Taking a concern, giving it to a colleague, and clarifying it with the reporter or the family."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.desk import forms, frame, pointing
from oppvekst.domain.concerns.desk.views.act import ConcernAct
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import CLARIFY, END_CLARIFICATION, TAKE
from oppvekst.ground.access.colleagues import colleagues
from oppvekst.law.citation import bvl


class Take(ConcernAct):
    """The first one who takes it has it."""

    form_class = forms.NothingToFillIn
    step = TAKE
    heading = _("Ta meldingen")
    lead = _("Da er det du som går gjennom den. Andre ser at du har den.")
    button = _("Ta meldingen")
    done = "tatt"

    def perform(self, concern: Concern, form: Any) -> None:
        actions.take(concern.id, by=self.request.actor, at=frame.now())


class Assign(ConcernAct):
    """To a colleague who then has it."""

    form_class = forms.AssignForm
    right = "concern.assign"
    heading = _("Gi meldingen til en kollega")
    law = bvl("2-1", 1)
    lead = _("Kollegaen får meldingen på lista si og tilgang til det som står i den.")
    button = _("Gi meldingen")
    done = "tildelt"

    def form_values(self, concern: Concern) -> dict[str, Any]:
        return {"colleagues": colleagues(self.request.actor.municipality, today=frame.today())}

    def perform(self, concern: Concern, form: Any) -> None:
        actions.assign(concern.id, form.cleaned_data["staff"], by=self.request.actor, at=frame.now())


class Clarify(ConcernAct):
    """With the reporter or the family, and nobody else: asking others is investigating (bvl §§ 2-2, 13-4)."""

    form_class = forms.ClarifyForm
    step = CLARIFY
    heading = _("Avklar meldingen")
    lead = _(
        "Før en undersøkelse er åpnet, kan dere bare spørre den som meldte og familien selv. "
        "Å spørre skole, lege eller naboer er å undersøke."
    )
    happens = _("Meldingen står som «avklares». Uka for gjennomgang løper som før.")
    undone = _("Ja. Du avslutter avklaringen når du vil.")
    button = _("Begynn avklaringen")
    done = "avklares"

    def perform(self, concern: Concern, form: Any) -> None:
        actions.clarify(concern.id, form.words(), by=self.request.actor, at=frame.now())


class Clarified(ConcernAct):
    """What was learnt is added to what was planned."""

    form_class = forms.ClarifiedForm
    step = END_CLARIFICATION
    heading = _("Avklaringen er ferdig")
    button = _("Avslutt avklaringen")
    done = "avklart"

    def perform(self, concern: Concern, form: Any) -> None:
        actions.end_clarification(concern.id, form.cleaned_data["notes"], by=self.request.actor, at=frame.now())


class Mask(ConcernAct):
    """Paragraphs a family may not read: they show who worried, or are about another child (bvl § 13-1)."""

    form_class = forms.MaskForm
    right = "concern.mask"
    heading = _("Skjul avsnitt for familien")
    law = bvl("12-6") & bvl("13-1")
    lead = _("Ordene endres ikke. Avsnittene står her som før, men blir ikke med når familien leser saken.")
    happens = _("Avsnittene merkes, med begrunnelsen din i journalen.")
    seen_by = _("Ansatte med tilgang ser både ordene og merket. Familien ser verken ordene eller begrunnelsen.")
    undone = _("Ja, når som helst.")
    button = _("Skjul avsnittene")
    done = "skjult"

    def form_values(self, concern: Concern) -> dict[str, Any]:
        found = pointing.paragraphs(concern, queries.siblings(concern))
        return {"shown": [one for one in found if not one.passage.masked]}

    def perform(self, concern: Concern, form: Any) -> None:
        said = form.cleaned_data
        for passage_id in said["passages"]:
            actions.mask(concern.id, UUID(passage_id), said["reasons"], by=self.request.actor, at=frame.now())


class Unmask(ConcernAct):
    """Shown again; nothing was changed in it."""

    form_class = forms.NothingToFillIn
    right = "concern.mask"
    heading = _("Vis avsnittet igjen")
    law = bvl("12-6")
    button = _("Vis avsnittet igjen")
    done = "vist"

    def perform(self, concern: Concern, form: Any) -> None:
        actions.unmask(concern.id, self.kwargs["passage_id"], by=self.request.actor, at=frame.now())
