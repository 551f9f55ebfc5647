"""A group as it is planned, in three languages, and one line of the list of contacts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention import rules
from oppvekst.domain.prevention.actions.contacts import Kept
from oppvekst.domain.prevention.models import Group, SchoolContact
from oppvekst.domain.prevention.rules import LANGUAGES, Planned
from oppvekst.ground.web.forms import Checks, DateField, DsForm, PhoneField, TimeField, YesNo, long_text
from oppvekst.ground.web.forms.choices import SideBySide

OTHERS = ("nn", "en")
INTERPRETED = [(code, capfirst(name)) for code, name in LANGUAGES.items() if code not in ("nb", "mis")]


class InColumns(forms.CheckboxSelectMultiple, SideBySide):
    """Short answers beside each other where there is room."""


def line(label: Any, **about: Any) -> forms.CharField:
    """A short text."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, widget=widget, **about)


def count(label: Any, **about: Any) -> forms.IntegerField:
    """How many."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "op-clock"})
    return forms.IntegerField(label=label, widget=widget, min_value=1, **about)


class GroupForm(DsForm):
    """A group, as the public will read it."""

    title = line(_("Hva heter gruppa?"))
    about = long_text(
        label=_("Hva er gruppa?"), rows=4, required=False, max_length=rules.WORDS,
        help_text=_("Hvem den er for, og hva dere gjør. Korte setninger: mange leser dette på et nytt språk."),
    )  # fmt: skip
    place = line(_("Hvor møtes dere?"), required=False)
    starts_on = DateField(label=_("Første gang"))
    ends_on = DateField(label=_("Siste gang"))
    starts_at = TimeField(label=_("Fra klokka"), required=False)
    ends_at = TimeField(label=_("Til klokka"), required=False)
    evenings = count(_("Hvor mange ganger?"))
    seats = count(_("Plass til hvor mange familier?"))
    child_care = YesNo(label=_("Er det barnepass?"))
    languages = Checks(INTERPRETED, label=_("Hvilke språk tolkes det til?"), required=False, widget=InColumns())
    title_nn = line(_("Navnet på nynorsk"), required=False)
    about_nn = long_text(label=_("Om gruppa på nynorsk"), rows=4, required=False, max_length=rules.WORDS)
    title_en = line(_("Navnet på engelsk"), required=False)
    about_en = long_text(label=_("Om gruppa på engelsk"), rows=4, required=False, max_length=rules.WORDS)

    @classmethod
    def of(cls, group: Group) -> GroupForm:
        """The form as a group stands."""
        known = {name: getattr(group, name) for name in cls.base_fields if hasattr(group, name)}
        for code in OTHERS:
            said = group.other_languages.get(code) or {}
            known |= {f"title_{code}": said.get("title", ""), f"about_{code}": said.get("about", "")}
        return cls(initial=known)

    @property
    def others(self) -> list[forms.BoundField]:
        """The same in the other languages."""
        return [bound for bound in self if bound.name.endswith(("_nn", "_en"))]

    @property
    def others_open(self) -> bool:
        """Something is written there, or wrong."""
        return any(bound.errors or bound.value() for bound in self.others)

    def planned(self) -> Planned:
        """What was written, in the room's own words."""
        given = self.cleaned_data
        said = {code: {"title": given[f"title_{code}"], "about": given[f"about_{code}"]} for code in OTHERS}
        own = {name: given[name] for name in given if not name.endswith(("_nn", "_en"))}
        return Planned(
            **own | {"languages": tuple(given["languages"])},
            other_languages={code: words for code, words in said.items() if words["title"]},
        )  # fmt: skip


class ContactForm(DsForm):
    """One line of the list: a school or kindergarten, and whom it calls."""

    kind = forms.ChoiceField(
        label=_("Slag"), choices=[(key, capfirst(name)) for key, name in SchoolContact.Kind.choices]
    )
    name = line(_("Skole eller barnehage"))
    area = line(_("Område"), required=False)
    contact_person = line(_("Kontaktperson"))
    phone = PhoneField(label=_("Telefon"))

    @classmethod
    def of(cls, row: SchoolContact) -> ContactForm:
        """The form as a line stands."""
        return cls(initial={name: getattr(row, name) for name in cls.base_fields})

    def kept(self) -> Kept:
        """What was written, in the room's own words."""
        return Kept(**self.cleaned_data)
