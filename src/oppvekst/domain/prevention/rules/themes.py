"""What a visit may be about, and what kind of meeting it is for: about children in general, never about one."""

from __future__ import annotations

from typing import Final

from oppvekst.domain.information.rules.saying import marked as _

THEMES: Final[dict[str, str]] = {
    "concern": _("Når vi er bekymret for et barn"),
    "duty": _("Meldeplikt og taushetsplikt"),
    "talk": _("Å snakke med barn om vanskelige ting"),
    "violence": _("Vold, overgrep og omsorgssvikt"),
    "cooperation": _("Samarbeid med foreldre"),
    "bounds": _("Grenser og hverdag hjemme"),
    "us": _("Hva barnevernet gjør"),
    "other": _("Noe annet"),
}
MEETINGS: Final[dict[str, str]] = {
    "staff": _("Personalmøte"),
    "department": _("Avdelingsmøte eller teammøte"),
    "parents": _("Foreldremøte"),
    "other": _("Noe annet"),
}
