"""Forms of a home visit that is written on a phone, and of finishing it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.investigations.desk.forms.collected import PLAIN, SHOWN
from oppvekst.domain.investigations.models import FieldNote
from oppvekst.domain.investigations.rules.hallway import TEXTS
from oppvekst.ground.web.drafting import same
from oppvekst.ground.web.forms import DsForm, YesNo, long_text, radios


class Moment(forms.TextInput):
    """Day and clock as the phone itself asks for them."""

    input_type = "datetime-local"


def _part(label: Any, rows: int, help_text: Any = "") -> forms.CharField:
    return long_text(label=label, rows=rows, required=False, help_text=help_text)


class VisitForm(DsForm):
    """What is written of a visit. Nothing is required: a draft may be as short as a word."""

    happened = forms.CharField(label="Når var dere der?", required=False, widget=Moment(attrs=PLAIN))
    present = _part("Hvem var der?", 2)
    seen = _part("Hva så dere?", 5, "Bare det dere så og hørte. Vurderingen kommer senere.")
    child_words = _part("Barnets ord", 4, "Slik barnet sa det.")
    parents_words = _part("Foreldrenes ord", 4)
    agreed = _part("Hva ble avtalt videre?", 3)
    visit = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def parts(self) -> list[forms.BoundField]:
        """What is written, in order."""
        return [self[name] for name in TEXTS]

    def texts(self) -> dict[str, str]:
        """What was written, part by part."""
        return {name: same(self.cleaned_data.get(name, "")) for name in TEXTS}


class FinishForm(DsForm):
    """What is asked when the visit becomes a note."""

    follows = {"shown_reasons": ("shown", f"{FieldNote.Shown.NOT_YET}|{FieldNote.Shown.ASSESS}")}
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    announced = YesNo(label="Var besøket avtalt på forhånd?", yes=_("Avtalt"), no=_("Uanmeldt"))
    refused = forms.BooleanField(
        label="Vi slapp ikke inn", required=False,
        help_text="Foreldrene kan ikke motsette seg hjemmebesøk nå. Bare lederen kan kreve bistand fra politiet.",
    )  # fmt: skip
    place = forms.CharField(label="Hvor?", required=False, widget=forms.TextInput(attrs=PLAIN))
    shown = radios(SHOWN, label="Hvem kan få se dette?", initial=FieldNote.Shown.PARTIES)
    shown_reasons = long_text(label="Hvorfor ikke alle?", rows=2, required=False)
