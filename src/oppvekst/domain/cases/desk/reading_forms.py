"""Forms of whoever may only read: a sample for the internal control, and archive work (fvl § 13 b)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.actions.reading import MOST
from oppvekst.domain.cases.models import Case
from oppvekst.ground.web.forms import DateField, DsForm, long_text, radios


class SampleForm(DsForm):
    """How many, among which cases, and why. Which ones, nobody chooses."""

    how_many = forms.IntegerField(
        label=_("Hvor mange saker?"), min_value=1, max_value=MOST, initial=5, help_text=_("Høyst 20."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "op-clock"}),
    )  # fmt: skip
    state = radios(
        [("any", _("Alle")), *((state.value, state.label.capitalize()) for state in Case.State)],
        label=_("Blant hvilke saker?"), initial="any", side_by_side=True,
    )  # fmt: skip
    since = DateField(label=_("Opprettet fra og med"), required=False)
    until = DateField(label=_("Opprettet til og med"), required=False)
    words = long_text(
        label=_("Hva skal kontrolleres?"), rows=2, help_text=_("Grunnen står i barnets journal, og lederen leser den."),
        error_messages={"required": _("Skriv hva stikkprøven skal kontrollere. Lederen leser det.")},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said: dict[str, Any] = super().clean() or {}
        since: date | None = said.get("since")
        until: date | None = said.get("until")
        if since and until and until < since:
            self.add_error("until", _("Den siste dagen kan ikke være før den første."))
        return said


class SampleEndForm(DsForm):
    """What was found."""

    finding = long_text(
        label=_("Hva fant du?"), rows=2, help_text=_("Kort, og uten navn. Lederen leser det."),
        error_messages={"required": _("Skriv kort hva du fant, også når alt var i orden.")},
    )  # fmt: skip


class ArchiveForm(DsForm):
    """Which case, and what the archive needs it for."""

    number = forms.CharField(
        label=_("Saksnummer"), widget=forms.TextInput(attrs={"autocomplete": "off", "class": "op-short"}),
        help_text=_("For eksempel 2026-0012."),
    )  # fmt: skip
    words = long_text(
        label=_("Hva skal du gjøre med saken i arkivet?"), rows=2, help_text=_("Det står i barnets journal."),
        error_messages={"required": _("Skriv hva du skal gjøre med saken i arkivet. Det står i barnets journal.")},
    )  # fmt: skip
