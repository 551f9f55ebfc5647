"""Forms of the maps: who is what to whom, how a tie ended, and that somebody is dead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.actions import Bond
from oppvekst.domain.cases.models import Tie
from oppvekst.domain.cases.rules.kin import CIRCLES, KINDS
from oppvekst.domain.cases.rules.network import PLACES
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, radios

SOMEBODY_NEW = "ny"
BY_CIRCLE = [
    (name, [(kind.key, kind.there) for kind in KINDS.values() if kind.circle == circle])
    for circle, name in CIRCLES.items()
]


class BondForm(DsForm):
    """What is said of a tie. Where the child sets somebody is a word, and so is how near it is."""

    kind = forms.ChoiceField(label=_("Hva er personen?"), choices=[("", _("Velg")), *BY_CIRCLE])
    place = radios(
        [("", _("Ikke spurt")), *((place, words.capitalize()) for place, words in PLACES.items())],
        label=_("Hvor setter barnet eller familien personen på kartet?"),
        required=False, side_by_side=True, initial="",
    )  # fmt: skip
    closeness = forms.CharField(
        label=_("Nærhet, med barnets eller familiens egne ord"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("For eksempel «hun jeg ringer til om natta». Ikke et tall, og ikke dine ord."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Hvor vet vi det fra?"), help_text=_("For eksempel Folkeregisteret 22.11.2026, barnet selv eller mor i møte."),
        error_messages={"required": _("Skriv hvor opplysningene kommer fra. Andre skal kunne etterprøve dem.")},
    )  # fmt: skip
    valid_from = DateField(label=_("Siden"), required=False)
    note = long_text(label=_("Merknad"), rows=2, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].not_after = today  # type: ignore[attr-defined]

    def bond(self) -> Bond:
        """What the act is told."""
        said = self.cleaned_data
        return Bond(
            said["kind"], said["source"], said["place"], said["closeness"], said["note"], said["valid_from"]
        )  # fmt: skip


class TieForm(BondForm):
    """Two persons of the case, or one of them and somebody new, and what the one is to the other."""

    person = forms.ChoiceField(label=_("Hvem?"))
    new_name = forms.CharField(
        label=_("Navnet på den nye"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Bare det som trengs i denne saken. Er det en forelder, bør hun eller han legges til under «Mennesker»."),
    )  # fmt: skip
    other = forms.TypedChoiceField(label=_("For hvem?"), coerce=UUID, choices=())
    follows: ClassVar[dict[str, tuple[str, str]]] = {"new_name": ("person", SOMEBODY_NEW)}
    field_order = ("person", "new_name", "kind", "other")

    def __init__(self, *args: Any, persons: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in persons]
        self.fields["person"].choices = [("", _("Velg")), *named, (SOMEBODY_NEW, _("En som ikke står i saken"))]  # type: ignore[attr-defined]
        self.fields["other"].choices = [("", _("Velg")), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody new has a name."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("person") == SOMEBODY_NEW and not said.get("new_name", "").strip():
            self.add_error("new_name", _("Skriv navnet, eller det barnet kaller personen."))
        return said


class EndTieForm(DsForm):
    """Over, or never so."""

    ending = radios(
        [
            (Tie.Ending.OVER, Choice(_("Det er over"), _("Det var slik, men er det ikke lenger."))),
            (Tie.Ending.WRONG, Choice(_("Det var feil"), _("Det har aldri vært slik."))),
        ],
        label=_("Hvorfor skal det av kartet?"),
    )  # fmt: skip
    on = DateField(label=_("Til og med"), required=False)
    reasons = long_text(
        label=_("Hva er endret, eller hva var feil?"), rows=2,
        error_messages={"required": _("Skriv hva som er endret, eller hva som var feil.")},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].not_after = today  # type: ignore[attr-defined]


class DeathForm(DsForm):
    """That somebody is dead, when it is known when, and where we know it from."""

    dead = radios([("yes", _("Ja")), ("no", _("Nei, det var feil"))], label=_("Er personen død?"), side_by_side=True)
    died_on = DateField(label=_("Dødsdag"), required=False, help_text=_("Kan stå tomt når den ikke er kjent."))
    source = forms.CharField(
        label=_("Hvor vet vi det fra?"), help_text=_("For eksempel Folkeregisteret eller familien."),
        error_messages={"required": _("Skriv hvor opplysningen kommer fra, for eksempel Folkeregisteret.")},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["died_on"].not_after = today  # type: ignore[attr-defined]
