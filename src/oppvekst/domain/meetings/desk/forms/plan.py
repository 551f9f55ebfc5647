"""What a person writes of an individual plan."""

from __future__ import annotations

from typing import Any

from django import forms

from oppvekst.domain.meetings.rules import CONTENTS
from oppvekst.ground.web.forms import DateField, DsForm, long_text


class WishedForm(DsForm):
    """When it was wished for."""

    wished_on = DateField(label="Når ble det ønsket?", error_messages={"required": "Skriv dagen."})


class ConsentedForm(DsForm):
    """Who has said yes."""

    consented_by = forms.CharField(
        label="Hvem har samtykket?", error_messages={"required": "Skriv hvem som har samtykket."}
    )
    on = DateField(label="Når?", error_messages={"required": "Skriv dagen."})


class DayForm(DsForm):
    """The day."""

    on = DateField(label="Når?", error_messages={"required": "Skriv dagen."})


class ContentsForm(DsForm):
    """The ten contents."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (title, question) in CONTENTS.items():
            self.fields[name] = long_text(label=title, help_text=question, rows=3, required=False)
        self.fields["coordinator_name"] = forms.CharField(label="Koordinatorens navn", required=False, max_length=120)
        self.fields["review_on"] = DateField(label="Vi ser på planen igjen", required=False)
