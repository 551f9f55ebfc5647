"""What a person writes of a measure beside its plan: what kind of help it is, until when, who gives it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.decisions.rules import CATEGORIES, GROUPS
from oppvekst.domain.measures.actions import Help
from oppvekst.domain.measures.rules import USUAL_MONTHS
from oppvekst.ground.web.forms import DateField, DsForm, long_text


class OpenForm(DsForm):
    """What kind of help (the register's codes that are in force), how long, who gives it, and how often it is looked at."""

    category = forms.ChoiceField(label="Hva slags hjelp?", error_messages={"required": "Velg hva slags hjelp det er."})
    category_words = forms.CharField(
        label="Hva det er, med egne ord", required=False, help_text="Må skrives når koden heter «andre»."
    )
    provider_name = forms.CharField(
        label="Hvem gir hjelpen?",
        required=False,
        help_text="For eksempel familieteamet, eller navnet på støttekontakten.",
    )
    ends_on = DateField(label="Varer til og med", required=False, help_text="Kan stå tomt til planen sier hvor lenge.")
    interval_months = forms.IntegerField(
        label="Måneder mellom hver evaluering", required=False, initial=USUAL_MONTHS, min_value=1, max_value=12,
        help_text="Hovedregelen er hver tredje måned.",
    )  # fmt: skip
    interval_reason = long_text(
        label="Hvorfor sjeldnere enn hver tredje måned?", rows=2, required=False, help_text="Bare når det er sjeldnere."
    )

    def __init__(self, *args: Any, today: date, only_later: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if only_later:
            for name in ("category", "category_words", "ends_on"):
                del self.fields[name]
        else:
            self.fields["category"].choices = [("", "Velg"), *_by_group(today)]  # type: ignore[attr-defined]

    def wanted(self, category: str = "") -> Help:
        """As the act takes it."""
        said = self.cleaned_data
        return Help(
            category=said.get("category", category), category_words=said.get("category_words", ""), ends_on=said.get("ends_on"),
            interval_months=said["interval_months"] or USUAL_MONTHS, interval_reason=said["interval_reason"],
            provider_name=said["provider_name"].strip(),
        )  # fmt: skip


class FromDecisionForm(DsForm):
    """The measure a decision grants: kind, end and giver stand in the decision; what the register wants besides is asked."""

    provider_name = forms.CharField(label="Hvem gir hjelpen?", required=False)

    def provider(self) -> str:
        """Who gives it."""
        return str(self.cleaned_data["provider_name"]).strip()


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
