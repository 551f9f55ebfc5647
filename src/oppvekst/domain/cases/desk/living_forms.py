"""Forms of where the child lives, who has parental responsibility, and whether the child understands its case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from oppvekst.domain.cases.actions import Known
from oppvekst.domain.cases.models import Residence
from oppvekst.ground.web.forms import Choice, DateField, DsForm, YesNo, long_text, radios

MEANS = {
    Residence.Living.ONE: "Den forelderen bestemmer det meste alene.",
    Residence.Living.TOGETHER: "Begge bestemmer.",
    Residence.Living.SHARED: "Ingen av foreldrene bestemmer alene. Ikke det samme som like mye tid.",
    Residence.Living.NEITHER: "For eksempel hos besteforeldre, eller frivillig utenfor hjemmet.",
    Residence.Living.CARE: "Etter vedtak om omsorgsovertakelse, også et akutt.",
}


class _KnownForm(DsForm):
    """From which day, where we know it from, and when somebody looked."""

    valid_from = DateField(label="Gjelder fra", error_messages={"required": "Skriv hvilken dag det gjelder fra."})
    source = forms.CharField(
        label="Hvor vet vi det fra?", help_text="For eksempel Folkeregisteret, avtale mellom foreldrene eller dom.",
        error_messages={"required": "Skriv hvor opplysningene kommer fra. Andre skal kunne etterprøve dem."},
    )  # fmt: skip
    checked_on = DateField(label="Kontrollert", error_messages={"required": "Skriv hvilken dag noen kontrollerte det."})

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"checked_on": today})
        super().__init__(*args, **kwargs)
        self.fields["checked_on"].not_after = today  # type: ignore[attr-defined]

    def known(self) -> Known:
        """As the act takes it."""
        said = self.cleaned_data
        return Known(valid_from=said["valid_from"], source=said["source"], checked_on=said["checked_on"])


class ResidenceForm(_KnownForm):
    """Where the child lives (barnelova §§ 36, 37)."""

    living = radios(
        [(one.value, Choice(one.label.capitalize(), MEANS[one])) for one in Residence.Living],
        label="Hvor bor barnet?", error_messages={"required": "Velg hvor barnet bor."},
    )  # fmt: skip
    person = radios([], label="Hos hvem?", required=False)
    follows: ClassVar[dict[str, tuple[str, str]]] = {"person": ("living", "one")}
    field_order = ("living", "person", "valid_from", "source", "checked_on")

    def __init__(self, *args: Any, parents: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(key), name) for key, name in parents]  # type: ignore[attr-defined]

    def with_whom(self) -> UUID | None:
        """The parent the child lives with, where it is one."""
        chosen = self.cleaned_data["person"] if self.cleaned_data["living"] == Residence.Living.ONE else ""
        return UUID(chosen) if chosen else None


class ResponsibilityForm(_KnownForm):
    """Whether this parent has parental responsibility (barnelova § 30)."""

    holds = YesNo(label="Har foreldreansvar?")
    field_order = ("holds", "valid_from", "source", "checked_on")


class UnderstandingForm(DsForm):
    """Whether the child understands what the case is about, and how that was found out (bvl § 12-3 (1))."""

    understands = YesNo(label="Forstår barnet hva saken gjelder?")
    assessed_on = DateField(label="Vurdert", error_messages={"required": "Skriv hvilken dag det ble vurdert."})
    reasons = long_text(
        label="Hva bygger vurderingen på?", rows=4, help_text="For eksempel hva barnet selv fortalte om saken i en samtale.",
        error_messages={"required": "Skriv hva vurderingen bygger på, for eksempel en samtale."},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"assessed_on": today})
        super().__init__(*args, **kwargs)
        self.fields["assessed_on"].not_after = today  # type: ignore[attr-defined]
