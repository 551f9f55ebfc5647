"""How a concern ends, each with what the law asks for in writing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk.forms.days import DayField
from oppvekst.domain.concerns.rules import conclusion_codes
from oppvekst.ground.web.forms import DsForm, TimeField, long_text, oslo_moment, radios


class ProposeForm(DsForm):
    """Reasonable ground to believe that measures may be needed (bvl § 2-2 (1))."""

    reasons = long_text(
        label=_("Hva gir rimelig grunn til å anta at barnet kan trenge tiltak?"), rows=5,
        error_messages={"required": _("Skriv hva som gir rimelig grunn til å anta at barnet kan trenge tiltak.")},
    )  # fmt: skip


class DismissForm(DsForm):
    """Written reasons with the professional assessments (bvl § 2-1 (2)), and a code that is valid today."""

    reasons = long_text(
        label=_("Begrunnelse med faglige vurderinger"), rows=8,
        help_text=_("Hva meldingen sier, hva dere vet fra før, hvordan dere har vurdert det, og hvorfor dere ikke undersøker."),
        error_messages={"required": _("Skriv hvorfor meldingen henlegges, med de faglige vurderingene.")},
    )  # fmt: skip
    code = radios([], label=_("Hva skal stå i registeret?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = _choices("dismiss", today)  # type: ignore[attr-defined]


class UnfoundedForm(DsForm):
    """Obviously unfounded needs no reasons, and a second person (local rule)."""

    sure = forms.BooleanField(
        label=_("Jeg mener meldingen er åpenbart grunnløs"),
        error_messages={"required": _("Bekreft at meldingen er åpenbart grunnløs. Ellers må den henlegges med begrunnelse.")},
    )  # fmt: skip
    reasons = long_text(
        label=_("Hva bygger du det på?"),
        rows=3,
        required=False,
        help_text=_("Loven krever ingen begrunnelse, men kollegaen din vil spørre."),
    )


class NothingToFillIn(DsForm):
    """The button says it all: taking, linking, agreeing with what another has written."""


class RefuseForm(DsForm):
    """Why not: the proposer goes on from here."""

    reasons = long_text(
        label=_("Hvorfor bekrefter du ikke forslaget?"), rows=4,
        help_text=_("Skriv hva som mangler, eller hva som bør gjøres i stedet."),
        error_messages={"required": _("Skriv hvorfor du ikke bekrefter forslaget, så den som foreslo det, kan gå videre.")},
    )  # fmt: skip


class TransferForm(DsForm):
    """To the service where the child stays, or to another body; our limit runs until they have acknowledged."""

    code = radios([], label=_("Hvem overtar?"))
    recipient = forms.CharField(
        label=_("Tjeneste eller etat"), help_text=_("For eksempel barneverntjenesten i Nordvåg.")
    )
    acknowledged_on = DayField(
        label=_("Når kvitterte de for den?"), help_text=_("Dagen de bekreftet at de har meldingen.")
    )
    acknowledged_clock = TimeField(label=_("Klokka"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = _choices("transfer", today)  # type: ignore[attr-defined]
        self.fields["acknowledged_on"].not_after = today  # type: ignore[attr-defined]

    def acknowledged_at(self) -> datetime:
        """The moment our own limit stopped."""
        return oslo_moment(self.cleaned_data["acknowledged_on"], self.cleaned_data["acknowledged_clock"])


class RetractForm(DsForm):
    """What was wrong. The original stays (arkivforskrifta § 11)."""

    reasons = long_text(
        label=_("Hva er feil?"), rows=3, help_text=_("For eksempel feil barn, eller samme melding som M-2026-0412."),
        error_messages={"required": _("Skriv hva som er feil, for eksempel feil barn eller samme melding to ganger.")},
    )  # fmt: skip


def _choices(step: str, today: date) -> list[tuple[str, str]]:
    return [(code.code, code.text) for code in conclusion_codes(step, on=today)]
