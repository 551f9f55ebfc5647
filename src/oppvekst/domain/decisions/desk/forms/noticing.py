"""What somebody answered to the advance notice."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms

from oppvekst.domain.decisions.desk.forms.beginning import LANGUAGES
from oppvekst.domain.decisions.models.addressee import TITLES
from oppvekst.domain.decisions.rules import Standing
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, oslo_moment, radios
from oppvekst.ground.web.forms.choices import SideBySide

HOW = (
    ("phone", Choice("På telefon")), ("meeting", Choice("I et møte")), ("letter", Choice("I brev")),
    ("digital", Choice("På Min side eller e-post")),
)  # fmt: skip


WHEN = {
    Standing.PARTY: "Vedtaket gjelder henne selv. Hun får varsel, kopi og klagerett.",
    Standing.INFORMED: "Har foreldreansvar. Får melding, men er ikke part.",
    Standing.REPRESENTATIVE: "Får alt som sendes til den hun står for.",
    Standing.KEPT_UNINFORMED: "Av hensyn til sikkerheten, etter egen avgjørelse.",
    Standing.NONE: "Får ingen kopi.",
}

STANDINGS = [(one.value, Choice(title.capitalize(), WHEN[one])) for one, title in TITLES.items()]


class AnswerForm(DsForm):
    """When and how it came, and the words (fvl § 16 (1))."""

    text = long_text(
        label="Hva ble sagt?", rows=5, required=False,
        help_text="Skriv med den andres egne ord. La feltet stå tomt når hun ikke hadde noe å si.",
    )  # fmt: skip
    how = radios(HOW, side_by_side=True, label="Hvordan kom svaret?")
    received_on = DateField(label="Når kom det?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].not_after = today  # type: ignore[attr-defined]

    def received_at(self, now: datetime) -> datetime:
        """The day it came, and never later than now."""
        return min(oslo_moment(self.cleaned_data["received_on"], time(12)), now)


class StandingForm(DsForm):
    """Party, informed or neither, and why (bvl § 12-2)."""

    standing = radios(
        [(one.value, Choice(title.capitalize(), WHEN[one])) for one, title in TITLES.items()],
        label="Hvordan stilles hun til vedtaket?",
    )
    reasons = long_text(
        label="Hvordan har dere vurdert det?", rows=3, help_text="Vurderingen står i vedtaket.",
        error_messages={"required": "Skriv hvordan dere har vurdert det."},
    )  # fmt: skip
    language = forms.ChoiceField(label="Språk i hennes kopi", choices=LANGUAGES, widget=SideBySide())


class ReasonForm(DsForm):
    """Why no notice is given: the three grounds the law accepts, and the reason in this case (fvl § 16 (3))."""

    ground = radios(
        (
            (
                "Åpenbart unødvendig",
                Choice("Åpenbart unødvendig", "De det gjelder, har alt sagt sitt, for eksempel bedt om hjelpen."),
            ),
            ("Ikke praktisk mulig", Choice("Ikke praktisk mulig", "Det går ikke å nå den det gjelder i tide.")),
            ("Kan hindre at vedtaket blir gjennomført", Choice("Kan hindre at vedtaket blir gjennomført")),
        ),
        label="Hvorfor sendes det ikke varsel?",
    )  # fmt: skip
    notice_skipped = forms.CharField(
        label="Hva er grunnen her?", max_length=400, widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"required": "Skriv hvorfor det gjelder i denne saken."},
    )  # fmt: skip

    def reasons(self) -> str:
        """Both, as they stand in the journal."""
        return f"{self.cleaned_data['ground']}: {self.cleaned_data['notice_skipped']}"
