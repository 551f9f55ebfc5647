"""What a person writes of a decision beside its text: the notice and its limit."""

from __future__ import annotations

from oppvekst.ground.web.forms import DateField, DsForm, long_text


class NoticeForm(DsForm):
    """The advance notice and its limit (fvl § 16 (1)-(2))."""

    notice_text = long_text(
        label="Hva vurderer dere å bestemme, og hvorfor?", rows=8,
        help_text="Skriv slik at den som får varselet, vet hva hun kan svare på.",
        error_messages={"required": "Skriv hva dere vurderer å bestemme."},
    )  # fmt: skip
    answers_due = DateField(label="Frist for å uttale seg")
