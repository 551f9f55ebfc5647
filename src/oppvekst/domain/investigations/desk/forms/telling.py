"""Forms of telling the family: who, when and how; and why it is taken off My page again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from oppvekst.domain.investigations.models import FamilyTold
from oppvekst.ground.web.forms import DateField, DsForm, radios


class TellFamilyForm(DsForm):
    """One of the family who was told."""

    person = forms.TypedChoiceField(
        label="Hvem fikk vite det?", coerce=UUID, choices=(),
        error_messages={
            "required": "Velg hvem som fikk vite det.", "invalid_choice": "Velg en av dem som står her.",
        },
    )  # fmt: skip
    told_on = DateField(label="Når?")
    how = radios(
        [(key, said.capitalize()) for key, said in FamilyTold.How.choices], label="Hvordan?",
        error_messages={"required": "Velg hvordan de fikk vite det."},
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[tuple[UUID, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in people]
        self.fields["person"].choices = [("", "Velg"), *named]  # type: ignore[attr-defined]
        self.fields["told_on"].not_after = today  # type: ignore[attr-defined]
