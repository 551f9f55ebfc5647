"""What the coordinator writes to whoever asks for a home."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.homes.rules import ANSWER_ROOM, in_place_for
from oppvekst.ground.web.forms import DateField, DsForm, long_text

IN_PLACE = "in_place_"


class InPlaceForm(DsForm):
    """What is in place with the home, each with its day; what is not there yet is left empty."""

    def __init__(self, *args: Any, kind: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in in_place_for(kind):
            field = DateField(label=one.asks, help_text=one.note, required=False, not_after=today)
            self.fields[f"{IN_PLACE}{one.id}"] = field

    def in_place(self) -> dict[str, date]:
        """What was said, by what it is about."""
        return {
            name.removeprefix(IN_PLACE): day
            for name, day in self.cleaned_data.items()
            if name.startswith(IN_PLACE) and day
        }


def field_names(kind: str) -> dict[str, str]:
    """What the form calls what the rules call by its id."""
    return {one.id: f"{IN_PLACE}{one.id}" for one in in_place_for(kind)}


def told_days(in_place: dict[str, str]) -> dict[str, date]:
    """What was said before, as the form begins."""
    return {f"{IN_PLACE}{name}": date.fromisoformat(day) for name, day in in_place.items()}


def _words(label: str, asking: str, help_text: str) -> forms.CharField:
    return long_text(
        label=label, rows=4, max_length=ANSWER_ROOM, error_messages={"required": asking}, help_text=help_text
    )


class NameForm(InPlaceForm):
    """Which words go with the name and the phone."""

    words = _words(
        "Hva er avtalt, og hva kan hun spørre dem om?", "Skriv hva som er avtalt.",
        "For eksempel når de kan møtes, og hva de vil vite først. Navn og telefon følger med av seg selv.",
    )  # fmt: skip
    several = forms.BooleanField(
        label="Jeg har spurt dem, og de har plass til dette barnet også", required=False,
        error_messages={"required": "Bekreft at hjemmet har plass til dette barnet også."},
    )  # fmt: skip

    def __init__(self, *args: Any, others: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not others:
            del self.fields["several"]


class CannotForm(DsForm):
    """Why they cannot after all."""

    words = _words(
        "Hva skal den som spurte, vite?", "Skriv noen ord til den som spurte.",
        "For eksempel at de har ombestemt seg, eller at det ikke passer likevel. Hun leser det du skriver.",
    )  # fmt: skip


class NoneForm(DsForm):
    """That there is none, and what could be tried."""

    words = _words(
        "Hva kan du si til den som spurte?", "Skriv noen ord til den som spurte.",
        "For eksempel at det kan komme et hjem i høst, eller at et annet sted i kommunen er lettere.",
    )  # fmt: skip
