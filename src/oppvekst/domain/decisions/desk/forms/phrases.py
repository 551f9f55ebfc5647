"""A phrase as its editor writes it."""

from __future__ import annotations

from typing import Any

from django import forms

from oppvekst.domain.decisions.desk.forms.beginning import LANGUAGES
from oppvekst.domain.decisions.rules import CATEGORIES, KINDS, SECTIONS
from oppvekst.domain.decisions.rules.first_phrases import NOTICE
from oppvekst.ground.web.forms import DsForm, long_text
from oppvekst.ground.web.forms.choices import SideBySide

NOTICE_NAME = "Forhåndsvarsel"
PLACES = [*((one.key, one.nb) for one in SECTIONS), (NOTICE, NOTICE_NAME)]


class PhraseForm(DsForm):
    """Where it belongs, and what it says."""

    use_required_attribute = False
    title = forms.CharField(label="Navn", max_length=80, help_text="Det som står på knappen.")
    section = forms.ChoiceField(label="Hvilken del hører den til?", choices=PLACES)
    kind = forms.ChoiceField(
        label="Hvilket slag vedtak?", required=False,
        choices=[("", "Alle slag"), *((kind.value, of.title) for kind, of in KINDS.items())],
    )  # fmt: skip
    category = forms.ChoiceField(label="Hvilket tiltak?", required=False)
    language = forms.ChoiceField(label="Språk", choices=LANGUAGES, widget=SideBySide())
    text = long_text(
        label="Tekst", rows=8, max_length=4000,
        help_text="Flettefelt skrives i krøllparentes, for eksempel {barnets fornavn}. Skriv … der noe må fylles ut.",
    )  # fmt: skip
    template = forms.BooleanField(label="Skal stå ferdig i et nytt utkast", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [(code.code, f"{code.code} {code.text.partition(' (')[0]}") for code in CATEGORIES]
        self.fields["category"].choices = [("", "Alle tiltak"), *codes]  # type: ignore[attr-defined]
