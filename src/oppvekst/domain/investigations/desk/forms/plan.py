"""Forms of the working plan: a row with its day and who does it, another day, and why it is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.investigations.models import PlanRow
from oppvekst.domain.investigations.rules import GROUNDS
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, radios

KINDS = (
    (PlanRow.Kind.SOURCE, Choice(_("Spørre noen"), _("Foreldrene først, når det er trygt."))),
    (PlanRow.Kind.TALK, _("Samtale med barnet")),
    (PlanRow.Kind.VISIT, _("Hjemmebesøk")),
    (PlanRow.Kind.TASK, _("Annet")),
)
type Colleagues = Sequence[tuple[UUID, str]]


def _who(colleagues: Colleagues) -> list[tuple[str, Any]]:
    return [("", _("Velg en kollega")), *((str(key), name) for key, name in colleagues)]


class RowForm(DsForm):
    """What is to be done, by when, and by whom (bvl § 2-2 (3))."""

    kind = radios(KINDS, label=_("Hva slags?"))
    what = forms.CharField(
        label=_("Hva skal gjøres?"), help_text=_("For eksempel «Spør helsesykepleier» eller «Samtale med Emil på skolen»."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Skriv hva som skal gjøres.")},
    )  # fmt: skip
    about = long_text(
        label=_("Om hva?"), rows=2, required=False, help_text=_("Skriv det når dere skal spørre noen: bare det dere trenger.")
    )  # fmt: skip
    ground = forms.ChoiceField(
        label=_("Hva gir dere lov til å spørre?"), required=False,
        choices=[("", _("Ikke aktuelt, eller ikke bestemt ennå")), *((key, said) for key, (said, _law) in GROUNDS.items())],
    )  # fmt: skip
    due = DateField(label=_("Innen når?"))
    responsible = forms.TypedChoiceField(label=_("Hvem gjør det?"), coerce=UUID, choices=())
    untold = forms.BooleanField(
        label=_("Foreldrene skal ikke vite om dette ennå"), required=False,
        help_text=_("Raden står ikke i noen utgave de får, og ingenting viser at noe er utelatt, før du sier at de vet det."),
    )  # fmt: skip

    def __init__(self, *args: Any, colleagues: Colleagues = (), today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].choices = _who(colleagues)  # type: ignore[attr-defined]
        self.fields["due"].not_before = today  # type: ignore[attr-defined]


class MoveForm(DsForm):
    """Another day, or another to do it."""

    due = DateField(label=_("Innen når?"))
    responsible = forms.TypedChoiceField(label=_("Hvem gjør det?"), coerce=UUID, choices=())

    def __init__(self, *args: Any, colleagues: Colleagues = (), today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].choices = _who(colleagues)  # type: ignore[attr-defined]
        self.fields["due"].not_before = today  # type: ignore[attr-defined]


class ReasonsForm(DsForm):
    """Why, in one answer."""

    reasons = long_text(label=_("Hvorfor?"), rows=3, error_messages={"required": _("Skriv hvorfor.")})
