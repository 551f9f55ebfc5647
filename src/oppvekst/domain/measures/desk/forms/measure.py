"""What a person writes of a measure beside its plan: what kind of help it is, and until when."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.decisions.rules import CATEGORIES, GROUPS
from oppvekst.ground.web.forms import DateField, DsForm, long_text


class OpenForm(DsForm):
    """What kind of help (the register's codes that are in force), and how long."""

    category = forms.ChoiceField(label="Hva slags hjelp?", error_messages={"required": "Velg hva slags hjelp det er."})
    category_words = forms.CharField(
        label="Hva det er, med egne ord", required=False, help_text="Må skrives når koden heter «andre»."
    )
    ends_on = DateField(label="Varer til og med", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", "Velg"), *_by_group(today)]  # type: ignore[attr-defined]


class AddForm(DsForm):
    """A concern about a child who has help: why it is not investigated anew (bvl § 2-1 (2))."""

    reasons = long_text(
        label="Hva betyr meldingen for hjelpen barnet har?", rows=4,
        help_text="Skriv de faglige vurderingene. Det tas med når tiltaket evalueres.",
        error_messages={"required": "Skriv hva meldingen betyr for hjelpen barnet har."},
    )  # fmt: skip
    new_investigation_considered = forms.BooleanField(
        label="Jeg har vurdert om det som står i meldingen, krever en ny undersøkelse",
        error_messages={"required": "Vurder om det som står i meldingen, krever en ny undersøkelse."},
    )


def _by_group(today: date) -> list[tuple[str, list[tuple[str, str]]]]:
    usable = CATEGORIES.on(today)
    return [
        (title, [(code.code, f"{code.code} {code.text}") for code in usable if code.code.split(".")[0] == group])
        for group, title in GROUPS.items()
    ]
