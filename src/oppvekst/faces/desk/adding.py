"""Adding a concern to the investigation or the help that runs (bvl §§ 2-1, 2-2).

The page is the concern's and the act the later room's: of two rooms' doors only a face has both keys.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk.views.act import ConcernAct
from oppvekst.domain.concerns.desk.views.concluding import STAFF_AND_FAMILY
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import ADD_TO_ACTIVE_MEASURE, ADD_TO_INVESTIGATION
from oppvekst.domain.investigations.actions import add_concern
from oppvekst.domain.investigations.desk import forms
from oppvekst.domain.measures import actions as help_given
from oppvekst.domain.measures.desk.forms import AddForm
from oppvekst.ground.web.frame import now


class Add(ConcernAct):
    """To the investigation that runs (code 4); its scope is assessed anew."""

    form_class = forms.AddForm
    step = ADD_TO_INVESTIGATION
    heading = _("Legg til undersøkelsen som pågår")
    happens = _("Meldingen blir en del av undersøkelsen. Fristen for undersøkelsen flytter seg ikke.")
    seen_by = STAFF_AND_FAMILY
    undone = _("Nei, men den kan trekkes tilbake som feilregistrert.")
    button = _("Legg til undersøkelsen")
    done = "lagt-til"
    final = True

    def perform(self, concern: Concern, form: Any) -> None:
        said = form.cleaned_data["reasons"]
        add_concern(concern.id, assessed=said, read=self.read, by=self.request.actor, at=now())


class AddToHelp(ConcernAct):
    """To the help that runs (code 3): dismissed with reasons, when a new investigation has been considered."""

    form_class = AddForm
    step = ADD_TO_ACTIVE_MEASURE
    heading = _("Henlegg, og ta med i tiltaket som går")
    happens = _("Meldingen henlegges med begrunnelse, og tas med når tiltaket evalueres.")
    seen_by = STAFF_AND_FAMILY
    undone = _("Nei, men den kan trekkes tilbake som feilregistrert.")
    button = _("Henlegg")
    done = "lagt-til"
    final = True

    def perform(self, concern: Concern, form: Any) -> None:
        said = form.cleaned_data
        help_given.add_concern(
            concern.id, reasons=said["reasons"], considered=said["new_investigation_considered"], read=self.read,
            by=self.request.actor, at=now(),
        )  # fmt: skip
