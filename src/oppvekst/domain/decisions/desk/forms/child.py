"""The form of a decision in words for the child."""

from __future__ import annotations

from oppvekst.ground.web.forms import DsForm, long_text


class ForChildForm(DsForm):
    """Short sentences, as one would say them to just this child (bvl § 1-4)."""

    decided = long_text(
        label="Hva har vi bestemt?", rows=4, help_text="For eksempel: «Du og mamma skal få hjelp hjemme av Trine, hver tirsdag.»",
        error_messages={"required": "Skriv hva dere har bestemt, slik barnet forstår det."},
    )  # fmt: skip
    view = long_text(
        label="Hva sa barnet, og hva betydde det?", rows=4, help_text="Med barnets egne ord, slik barnet har rettet dem.",
        error_messages={"required": "Skriv hva barnet sa, og hva det betydde for det dere bestemte."},
    )  # fmt: skip
    why_not = long_text(
        label="Hvorfor ble ikke alt slik barnet ville?", rows=3, required=False, help_text="La stå tomt hvis alt ble slik.",
    )  # fmt: skip
