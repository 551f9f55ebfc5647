"""What is answered to whoever in the family said that a planned time does not suit."""

from __future__ import annotations

from oppvekst.ground.web.forms import DsForm, long_text


class AnswerForm(DsForm):
    """One answer, read at My page."""

    answer = long_text(
        label="Hva svarer du?", rows=3, max_length=1000,
        help_text="Skriv til dem det gjelder. Ikke adresse, og ikke noe de ikke skal vite.",
        error_messages={"required": "Skriv hva du svarer."},
    )  # fmt: skip
