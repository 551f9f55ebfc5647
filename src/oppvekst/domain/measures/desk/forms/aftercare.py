"""What a person writes of a talk about help after 18."""

from __future__ import annotations

from datetime import date
from typing import Any

from oppvekst.domain.measures.rules.aftercare import WANTS
from oppvekst.ground.web.forms import DateField, DsForm, long_text, radios


class AftercareForm(DsForm):
    """When, whether the youth wants help, and the wish in the youth's own words."""

    on = DateField(label="Når snakket dere sammen?", error_messages={"required": "Skriv dagen."})
    wants = radios(
        [(one.value, title) for one, title in WANTS.items()], label="Hva svarte ungdommen?",
        help_text="Fortell først at hjelpen kan fortsette, byttes ut eller ta slutt ved 18 år, og at en kan få hjelp til en "
        "er 25. Det blir et vedtak som kan påklages, også etter et nei. Ungdommen kan ombestemme seg.",
        error_messages={"required": "Velg hva ungdommen svarte."},
    )  # fmt: skip
    words = long_text(
        label="Hva ønsker ungdommen?", rows=5, help_text="Med ungdommens egne ord, så langt det går.",
        error_messages={"required": "Skriv hva ungdommen ønsker, med ungdommens egne ord."},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"on": today})
        super().__init__(*args, **kwargs)
        self.fields["on"].not_after = today  # type: ignore[attr-defined]
