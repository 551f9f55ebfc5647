"""The children, and those who have the care of them. Nobody has to know a name."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.portal.forms.step import NAME, StepForm, line
from oppvekst.ground.web.forms import DateField, PhoneField, YesNo
from oppvekst.law.identity import Environment, examine

BIRTH, TERM = (25 * 366, 0), (45, 300)
IS_UNBORN = _("Gjelder det et barn som ikke er født ennå?")
# A national number, or the number of somebody who has applied for protection.
LENGTHS = (11, 12)
OF_UNBORN = ("unborn", "mother", "due_date", "mother_agrees")


class NumberField(forms.CharField):
    """An identity number, checked for slips of the hand only: the service finds out whose it is."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "class": "op-short"})
    length = _("Et fødselsnummer har elleve sifre. Rett nummeret, eller la feltet stå tomt.")
    slip = _("%(reason)s Rett nummeret, eller la feltet stå tomt.")

    def clean(self, value: Any) -> str:
        number = "".join(super().clean(value).split())
        if number and len(number) not in LENGTHS:
            raise ValidationError(self.length)
        # Invented persons are let through everywhere: a demo asks for nothing else, and the desk sees the difference.
        finding = examine(number, Environment.TEST) if number else None
        if finding and not finding.valid:
            raise ValidationError(self.slip, params={"reason": finding.reason})
        return number


class SomeChild(StepForm):
    """A child as somebody outside the family knows it. A description is enough to begin with."""

    field_order = ["name", "age", "where", "school", "birth_date", "number", "phone", *OF_UNBORN]
    days = {"birth_date": BIRTH, "due_date": TERM}
    folded: ClassVar[tuple[tuple[Any, tuple[str, ...]], ...]] = (
        (_("Vet du fødselsdato, fødselsnummer eller telefon?"), ("birth_date", "number", "phone")),
        (IS_UNBORN, OF_UNBORN),
    )

    name = line(
        _("Barnets navn"),
        most=NAME,
        help_text=_("Vet du ikke navnet, kan du beskrive barnet. For eksempel «den minste gutten i nummer 9»."),
    )
    age = line(_("Alder, omtrent"), most=60)
    where = line(
        _("Hvor bor barnet, eller hvor kan vi finne det?"),
        help_text=_("Adresse, eller for eksempel «rødt hus ved skolen»."),
    )
    school = line(_("Barnehage eller skole"), most=NAME)
    birth_date = DateField(label=_("Fødselsdato"), required=False)
    number = NumberField(label=_("Fødselsnummer"), required=False, max_length=40)
    phone = PhoneField(label=_("Barnets telefon"), required=False)
    unborn = forms.BooleanField(label=_("Barnet er ikke født ennå"), required=False)
    mother = line(_("Navnet på den som er gravid"), most=NAME)
    due_date = DateField(label=_("Når er termin?"), required=False)
    mother_agrees = YesNo(
        label=_("Sier den gravide ja til at du skriver til oss?"),
        required=False,
        help_text=_("Vi kan tilby hjelp nå. Uten et ja kan vi som regel ikke undersøke før barnet er født."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["unborn"] = any(given.get(name) for name in ("unborn", "mother", "due_date"))
        if not self.errors and not any(given.values()):
            self.add_error(
                "name",
                _("Skriv noe som kan hjelpe oss å finne barnet. Et navn, en adresse eller en beskrivelse er nok."),
            )
        return given


class OurChild(SomeChild):
    """A parent's own child."""

    name = line(_("Barnets navn"), most=NAME)
    age = line(_("Alder"), most=60)
    mother = line(_("Navnet på den som er gravid"), most=NAME, help_text=_("Er det deg, skriver du navnet ditt."))
    where = line(_("Hvor bor barnet?"), help_text=_("Bor barnet to steder, skriver du begge."))


class Pupil(SomeChild):
    """A child as a professional knows it: the number is often known, and nothing is hidden away."""

    field_order = ["name", "birth_date", "number", "where", "school", "phone", "age", *OF_UNBORN]
    folded = ((IS_UNBORN, OF_UNBORN),)

    name = line(_("Barnets navn"), most=NAME)
    age = line(_("Alder, hvis du ikke vet fødselsdatoen"), most=60)
    where = line(_("Hvor bor barnet?"))


class Friend(StepForm):
    """A friend, as a child tells of one."""

    name = line(_("Hva heter den du er bekymret for?"), most=NAME, help_text=_("Vet du ikke hele navnet, går det bra."))
    age = line(_("Hvor gammel er han, hun eller de?"), most=60)
    school = line(_("Hvilken skole og klasse?"), most=NAME)
    where = line(_("Hvor bor han, hun eller de?"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.values()):
            self.add_error("name", _("Skriv noe som kan hjelpe oss å finne den det gjelder. Fornavn og skole er nok."))
        return given


class Sibling(StepForm):
    """A brother or a sister."""

    name = line(_("Navn"), most=NAME, help_text=_("Ett navn her. Du kan legge til flere etterpå."))
    age = line(_("Alder"), most=60)
    school = line(_("Skole eller barnehage"), most=NAME)


class Myself(StepForm):
    """The child who writes. Every field may be left."""

    name = line(
        _("Hva heter du?"),
        most=NAME,
        help_text=_("Du bestemmer om du vil si det. Det er lettere å hjelpe deg hvis vi vet hvem du er."),
    )
    age = line(_("Hvor gammel er du?"), most=60)
    school = line(_("Hvilken skole og klasse går du i?"), most=NAME)
    where = line(_("Hvor bor du?"), help_text=_("Vi sender ikke noe hjem til deg."))


class Carer(StepForm):
    """A parent or somebody else who has the care of the child."""

    name = line(_("Navn"), most=NAME)
    relation = line(
        _("Hvem er det for barnet?"), most=NAME, help_text=_("For eksempel mor, far, stefar eller besteforelder.")
    )
    phone = PhoneField(label=_("Telefon"), required=False)
    where = line(_("Adresse"))


class OtherParent(Carer):
    """The other parent, as one of them tells."""

    relation = line(_("Hvem er det for barnet?"), most=NAME, help_text=_("For eksempel mor, far, medmor eller stefar."))


class Adults(StepForm):
    """What a neighbour knows of the grown-ups, in one piece."""

    adults = line(
        _("Vet du noe om foreldrene, eller de voksne barnet bor hos?"),
        help_text=_("Navn, telefon eller annet. Du kan gå videre uten å svare."),
    )
    interpreter = line(
        _("Trenger familien tolk? Hvilket språk?"),
        most=NAME,
        help_text=_("Vi bruker en tolk med taushetsplikt. Barn skal aldri tolke."),
    )
