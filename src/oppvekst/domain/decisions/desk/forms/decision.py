"""What a person writes of a decision beside its text: what kind it is, the notice and its limit, or why there is none."""

from __future__ import annotations

from typing import Any

from django import forms

from oppvekst.domain.decisions.rules import KINDS
from oppvekst.ground.web.forms import DateField, DsForm, long_text


class OpenForm(DsForm):
    """What kind of decision it is (bvl §§ 2-5, 3-1)."""

    kind = forms.ChoiceField(
        label="Hva slags vedtak?", choices=[(kind.value, of.title) for kind, of in KINDS.items()],
        error_messages={"required": "Velg hva slags vedtak det er."},
    )  # fmt: skip


class NoticeForm(DsForm):
    """The advance notice and its limit (fvl § 16 (1)-(2))."""

    notice_text = long_text(
        label="Hva vurderer dere å bestemme, og hvorfor?", rows=8,
        help_text="Skriv slik at den som får varselet, vet hva hun kan svare på.",
        error_messages={"required": "Skriv hva dere vurderer å bestemme."},
    )  # fmt: skip
    answers_due = DateField(label="Frist for å uttale seg")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class SkipForm(DsForm):
    """Why no notice is given (fvl § 16 (3))."""

    notice_skipped = long_text(
        label="Hvorfor sendes det ikke forhåndsvarsel?", rows=3,
        help_text="Loven godtar bare at det ikke er praktisk mulig, kan hindre gjennomføringen, eller er åpenbart unødvendig.",
        error_messages={"required": "Skriv hvorfor det ikke sendes forhåndsvarsel."},
    )  # fmt: skip
