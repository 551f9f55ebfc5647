"""Forms of the assessment of a child's needs: what is written of an item, a fact with its source, and the grounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.investigations.rules import TEXTS
from oppvekst.ground.web.drafting import SharedForm
from oppvekst.ground.web.forms import DateField, DsForm, long_text

HELP = {
    "child_view": _("Barnets egne ord, når de finnes. Ellers hva barnet har vist, og hvordan dere vet det."),
    "parents_view": _("Hver for seg når de ser det ulikt."),
    "strengths": _("Hva som går bra, og hvem eller hva som hjelper."),
    "risks": _("Hva som kan skade barnet, og hvor sikre dere er."),
    "assessment": _("Hva opplysningene og synspunktene til sammen betyr for barnet."),
    "change": _("Bedre, dårligere eller som før, og hva som viser det."),
}
ROWS = {"assessment": 4, "change": 2}


class NeedsForm(SharedForm):
    """What is written of one item. Nothing is required: what lacks is told beside it, and stops nobody from saving."""

    child_view, parents_view, strengths, risks, assessment, change = (
        long_text(label=title, rows=ROWS.get(name, 3), required=False, help_text=HELP[name])
        for name, title in TEXTS.items()
    )


class FactForm(DsForm):
    """A fact, where it comes from, and when it was so or was said."""

    item = forms.ChoiceField(label=_("Hva gjelder det?"), choices=())
    text = long_text(
        label=_("Opplysning"), rows=4, help_text=_("Det som er sett, sagt eller målt. Vurderingen skriver du under temaet."),
        error_messages={"required": _("Skriv opplysningen.")},
    )  # fmt: skip
    source = forms.CharField(
        label=_("Kilde"), max_length=200, help_text=_("Hvem eller hva, for eksempel «kontaktlærer» eller «hjemmebesøk»."),
        error_messages={"required": _("Skriv hvor opplysningen kommer fra.")},
    )  # fmt: skip
    known_on = DateField(label=_("Når var det, eller når ble det sagt?"))
    corrects = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [("", _("Velg punkt")), *items]  # type: ignore[attr-defined]


class GroundsForm(DsForm):
    """Which of the relevant items are the grounds."""

    grounds = forms.MultipleChoiceField(
        label=_("Hvilke punkter bygger konklusjonen på?"), widget=forms.CheckboxSelectMultiple, required=False, choices=(),
        help_text=_("De går til det nasjonale registeret som vedtaksgrunnlag. Velg de som bærer konklusjonen, ikke alle."),
    )  # fmt: skip

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grounds"].choices = list(items)  # type: ignore[attr-defined]
