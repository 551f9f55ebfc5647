"""Who reads the days of one kind of help at My page."""

from __future__ import annotations

from oppvekst.ground.web.forms import Choice, DsForm, radios

SHOWN, HIDDEN = "vis", "skjul"
BOTH = "Begge foreldre med partsrettigheter ser dager og klokkeslett."


class DaysForm(DsForm):
    """The family, or nobody."""

    who = radios(
        [
            (SHOWN, Choice("Familien", f"{BOTH} Det gjør barnet også fra 15 år.")),
            (HIDDEN, Choice("Ingen", "Hverken foreldre eller barn ser dager og klokkeslett. Avtal dem på annen måte.")),
        ],
        label="Hvem ser dagene?", error_messages={"required": "Velg hvem som ser dagene."},
    )  # fmt: skip
