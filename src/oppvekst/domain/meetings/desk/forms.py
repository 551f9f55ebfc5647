"""What a person writes here. A form reads what was typed; the act decides, and its refusal is put back in the form."""

from __future__ import annotations

from oppvekst.ground.web.forms import DsForm, long_text


class EndForm(DsForm):
    """Why it ends (bvl § 12-4)."""

    reasons = long_text(label="Hvorfor skal det avsluttes?", rows=4, error_messages={"required": "Skriv hvorfor."})
