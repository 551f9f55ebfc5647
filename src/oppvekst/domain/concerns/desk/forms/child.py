"""Who the child is: searching, registering, and the child who is not born yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk.forms.days import DayField
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person, Protection
from oppvekst.ground.web.forms import Choice, DsForm, radios

NUMBER = {"inputmode": "numeric", "autocomplete": "off", "class": "op-short"}
CONSENT = {"yes": True, "no": False, "unasked": None}


class SearchForm(DsForm):
    """Any one of the three is enough. Sent as a form, so that no number stands in an address."""

    name = forms.CharField(label=_("Navn"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    born = DayField(label=_("Født"), required=False)
    number = forms.CharField(label=_("Fødselsnummer"), required=False, widget=forms.TextInput(attrs=NUMBER))

    def clean(self) -> dict[str, Any]:
        """Something to go by."""
        said = super().clean() or self.cleaned_data
        if not self.errors and not any(said.values()):
            self.add_error("name", _("Skriv navn, fødselsdato eller nummer."))
        return said


class ChildForm(DsForm):
    """A child we do not know from before. A name or a due date is enough."""

    given_name = forms.CharField(label=_("Fornavn"), required=False)
    family_name = forms.CharField(label=_("Etternavn"), required=False)
    birth_date = DayField(label=_("Født"), required=False)
    due_date = DayField(label=_("Termin"), required=False, help_text=_("Bare for et barn som ikke er født."))
    number = forms.CharField(
        label=_("Fødselsnummer eller D-nummer"), required=False, widget=forms.TextInput(attrs=NUMBER),
        help_text=_("Nummeret blir kontrollert, ikke slått opp."),
    )  # fmt: skip
    sex = radios(
        [(value, label.capitalize()) for value, label in Person.Sex.choices],
        label=_("Kjønn"),
        side_by_side=True,
        initial=Person.Sex.UNKNOWN,
    )
    lines = forms.CharField(label=_("Adresse"), required=False)
    postal_code = forms.CharField(
        label=_("Postnummer"), required=False, max_length=10, widget=forms.TextInput(attrs={"class": "op-clock"})
    )
    place = forms.CharField(label=_("Poststed"), required=False, widget=forms.TextInput(attrs={"class": "op-short"}))
    protection = radios(
        [
            (Protection.NONE, _("Ingen beskyttelse")),
            (Protection.CONFIDENTIAL, Choice(_("Fortrolig"), _("Adressen er sperret i Folkeregisteret."))),
            (Protection.STRICT, Choice(_("Strengt fortrolig"), _("Bare de som er betrodd adressen, ser barnet i søk."))),
            (Protection.HIDDEN, Choice(_("Skjult for barnets foreldre"), _("Etter vedtak i nemnda."))),
        ],
        label=_("Adressebeskyttelse"), initial=Protection.NONE,
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].not_after = today  # type: ignore[attr-defined]

    def details(self) -> Details:
        """What is known, for the register of persons. Synthetic numbers are for demo and test alone."""
        said = self.cleaned_data
        return Details(
            given_name=said["given_name"], family_name=said["family_name"], birth_date=said["birth_date"],
            due_date=said["due_date"], sex=said["sex"], number=said["number"], postal_code=said["postal_code"],
            address_lines=(said["lines"],) if said["lines"] else (), place=said["place"], protection=int(said["protection"]),
            environment="test" if settings.DEMO else "production",
        )  # fmt: skip

    @staticmethod
    def start_of(concern: Concern) -> dict[str, Any]:
        """What the reporter said, ready to be corrected."""
        *given, family = concern.child_name.split() or [""]
        if not given:
            given, family = [family], ""
        where = concern.child_address
        return {
            "given_name": " ".join(given), "family_name": family, "birth_date": concern.child_birth_date,
            "due_date": concern.due_date if concern.unborn else None, "number": concern.child_number,
            "lines": ", ".join(where.get("lines", ())), "postal_code": where.get("postal_code", ""),
            "place": where.get("postal_place", ""),
        }  # fmt: skip


class PregnancyForm(DsForm):
    """What decides whether a case may be opened before birth (bvl §§ 1-2, 2-4)."""

    consents = radios(
        [("yes", _("Ja, hun samtykker")), ("no", _("Nei")), ("unasked", _("Hun er ikke spurt ennå"))],
        label=_("Samtykker den gravide til at dere undersøker?"),
    )
    detention_notice = forms.BooleanField(
        label=_("Vi har fått melding om at hun er holdt tilbake på institusjon"), required=False,
        help_text=_("Helse- og omsorgstjenesteloven § 10-3. Da kan saken åpnes uten samtykke (bvl § 2-4)."),
    )  # fmt: skip

    def consent(self) -> bool | None:
        """Yes, no, or not asked."""
        return CONSENT[self.cleaned_data["consents"]]


class BirthForm(DsForm):
    """The day the child was born."""

    born_on = DayField(label=_("Når ble barnet født?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["born_on"].not_after = today  # type: ignore[attr-defined]
