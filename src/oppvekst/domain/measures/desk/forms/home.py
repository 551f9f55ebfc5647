"""What a case worker writes of a home she asks for: choices first, and a few words that do not tell whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst

from oppvekst.domain.homes.models import Wanted
from oppvekst.domain.homes.rules import (
    AGES,
    HOW_OFTEN,
    LANGUAGES,
    NEEDS,
    REASON_ROOM,
    WORDS_ROOM,
    Kind,
    Wish,
    may_be_kept,
)
from oppvekst.domain.measures.actions import Heard
from oppvekst.ground.web.forms import Checks, DateField, DsForm, long_text, radios
from oppvekst.ground.web.words import number_in_words


class WishForm(DsForm):
    """What is asked for. It has no field for a name, a birth date or a case."""

    age = radios(AGES.items(), label="Omtrent hvor gammelt er barnet?", side_by_side=True)
    often = radios([], label="Hvor ofte?")
    wanted_from = DateField(label="Fra hvilken dag?", error_messages={"required": "Skriv fra hvilken dag."})
    area = forms.ChoiceField(label="Hvor i kommunen?", required=False)
    language = forms.ChoiceField(label="Hvilket språk må de kunne?")
    needs = Checks(NEEDS.items(), label="Hva må det passe med?", required=False)
    words = long_text(
        label="Mer om hva dere ser etter", rows=3, required=False, max_length=WORDS_ROOM,
        help_text="Koordinatoren vet ikke hvem barnet er. Ikke navn, skole, adresse eller hva saken gjelder.",
    )  # fmt: skip
    kept_reason = long_text(
        label="Hvorfor kan det stå?", rows=2, required=False, max_length=REASON_ROOM,
        help_text="For eksempel at ordet er navnet på en film.",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        kind: Kind,
        areas: Sequence[str],
        known: Sequence[str],
        places: Sequence[str] | None,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        # Asked for only where the words look as if they tell whose it is, and a reason could keep them.
        if not may_be_kept(
            str((self.data if self.is_bound else self.initial).get("words", "")), known=known, places=places
        ):
            del self.fields["kept_reason"]
        _choose(self, "often", [(code, capfirst(words)) for code, words in HOW_OFTEN[kind].items()])
        _choose(self, "area", [("", "Hvor som helst i kommunen"), *((area, area) for area in areas)])
        _choose(self, "language", [(code, capfirst(name)) for code, name in LANGUAGES.items()])
        day = self.fields["wanted_from"]
        assert isinstance(day, DateField)
        day.not_before = today

    def wish(self) -> Wish:
        """As the act takes it."""
        said = self.cleaned_data
        return Wish(
            kind=self.kind, age=said["age"], often=said["often"], wanted_from=said["wanted_from"], area=said["area"],
            language=said["language"], needs=tuple(said["needs"]), words=said["words"], kept_reason=said.get("kept_reason", ""),
        )  # fmt: skip


NOT_THIS = "Hvorfor ikke dette svaret?"


class AgainForm(WishForm):
    """Why not, and what is asked for now."""

    reasons = long_text(
        label=NOT_THIS, rows=2, max_length=WORDS_ROOM, error_messages={"required": "Skriv hvorfor."},
        help_text="Koordinatoren leser det. Skriv det uten navn.",
    )  # fmt: skip
    field_order = ["reasons"]

    def __init__(self, *args: Any, none_found: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if none_found:
            self.fields["reasons"].label = "Hva er annerledes nå?"
            self.fields["reasons"].error_messages["required"] = "Skriv hva som er annerledes nå."


class AcceptForm(DsForm):
    """What the child says before it is decided, or why it is not asked; and the parents (bvl §§ 1-4, 1-7)."""

    child_words = long_text(
        label="Hva sier barnet om å komme dit?",
        rows=3,
        required=False,
        help_text="Med barnets egne ord, så langt du kan.",
    )
    not_heard_reason = long_text(label="Er barnet ikke spurt: hvorfor ikke?", rows=2, required=False)
    parents_words = long_text(label="Hva sier foreldrene?", rows=2, required=False)

    def heard(self) -> Heard:
        """As the act takes it."""
        return Heard(**self.cleaned_data)


class GoForm(DsForm):
    """Why the home is no longer the child's."""

    reasons = long_text(
        label="Hvorfor er de ikke lenger med?", rows=2, max_length=WORDS_ROOM, error_messages={"required": "Skriv hvorfor."},
        help_text="Koordinatoren leser det. Skriv det uten navn.",
    )  # fmt: skip
    call_off = forms.BooleanField(label="Avlys også det som er planlagt der", required=False)

    def __init__(self, *args: Any, planned: int, stays: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        one, many = ("helga", "helgene") if stays else ("gangen", "gangene")
        how_many = f"den ene {one}" if planned == 1 else f"de {number_in_words(planned)} {many}"
        self.fields["call_off"].label = f"Avlys også {how_many} som er planlagt {'der' if stays else 'med dem'}"
        if not planned:
            del self.fields["call_off"]


def as_asked(one: Wanted, *, today: date) -> dict[str, Any]:
    """What was asked before, as the form begins; a day that has been is asked for anew."""
    names = ("age", "often", "wanted_from", "area", "language", "needs", "words", "kept_reason")
    return {name: getattr(one, name) for name in names if name != "wanted_from" or one.wanted_from >= today}


def _choose(form: DsForm, name: str, choices: list[tuple[str, Any]]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]
