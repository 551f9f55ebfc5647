"""Which requests to show, and how one went. How it went is chosen, never written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention.desk.spoken import KIND_NAMES, KINDS
from oppvekst.domain.prevention.rules import OUTCOMES, Kind
from oppvekst.ground.web.forms import DsForm, radios


class FilterForm(DsForm):
    """Which requests to show. Read from the address; what is not known there is left out."""

    slag = forms.ChoiceField(
        label=_("Slag"),
        required=False,
        choices=[("", _("Alle")), *((slug, KIND_NAMES[kind]) for slug, kind in KINDS.items())],
    )
    ref = forms.CharField(
        label=_("Referanse"), required=False, max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def clean_ref(self) -> str:
        """As a reference is written: no address holds anything else that somebody may have typed."""
        signs = "".join(sign for sign in str(self.cleaned_data["ref"]).upper() if sign.isascii() and sign.isalnum())
        return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4)) if not signs.isdigit() else ""


class CloseForm(DsForm):
    """How it went."""

    outcome = radios([], label=_("Hvordan gikk det?"), error_messages={"required": _("Velg hvordan det gikk.")})

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [(key.value, text) for key, text in OUTCOMES[kind].items()]  # type: ignore[attr-defined]
