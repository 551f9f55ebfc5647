"""Forms of the room at the desk."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes.actions import NOTE_ROOM
from oppvekst.domain.homes.desk.spoken import KINDS
from oppvekst.domain.homes.rules import OUTCOMES, WORDS_IN_ADDRESS
from oppvekst.ground.web.forms import DateField, DsForm, long_text, radios

NOTE_HELP = _("Avtaler og inntrykk. Ikke fødselsnummer, og ikke noe om helse.")


class FilterForm(DsForm):
    """Which offers to show. Read from the address; what is not known there is left out."""

    q = forms.CharField(label=_("Navn eller referanse"), required=False, max_length=100)
    slag = forms.ChoiceField(label=_("Vil bli"), required=False)
    bor = forms.ChoiceField(label=_("Bor i"), required=False)

    def __init__(self, *args: Any, areas: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(slug, KINDS[kind]) for slug, kind in WORDS_IN_ADDRESS.items()]
        self.fields["slag"].choices = [("", _("Alle")), *kinds]  # type: ignore[attr-defined]
        self.fields["bor"].choices = [("", _("Alle steder")), *((area, area) for area in areas)]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, asked: dict[str, str], *, areas: list[str]) -> FilterForm:
        """The filter of an address, without what it does not know: an old link shows more, never an error."""
        first = cls(asked, areas=areas)
        return cls({name: value for name, value in asked.items() if name not in first.errors}, areas=areas)

    @property
    def kept(self) -> dict[str, str]:
        """What is chosen, by its name in the address."""
        return {name: str(value) for name, value in self.cleaned_data.items()} if self.is_valid() else {}


def note_field(**about: Any) -> forms.CharField:
    """The coordinator's own note."""
    return long_text(
        label=_("Notat"),
        rows=4,
        required=False,
        help_text=NOTE_HELP,
        validators=[MaxLengthValidator(NOTE_ROOM)],
        **about,
    )


class NoteForm(DsForm):
    """One note, changed as things become known."""

    note = note_field()


class ContactForm(DsForm):
    """The day somebody of ours had contact."""

    on = DateField(label=_("Hvilken dag hadde dere kontakt?"))

    def __init__(self, *args: Any, earliest: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today}, **kwargs)
        day = self.fields["on"]
        assert isinstance(day, DateField)
        day.not_before, day.not_after = earliest, today


class CloseForm(DsForm):
    """How it went, and the note as it then stands."""

    outcome = radios(
        [(key.value, capfirst(_(words))) for key, words in OUTCOMES.items()], label=_("Hvordan gikk det?"),
        error_messages={"required": _("Velg hvordan det gikk.")},
    )  # fmt: skip
    note = note_field()
