"""Invented forms for the gallery."""

import datetime as dt

from django import forms

from oppvekst.ground.web.forms import Checks, Choice, DateField, DsForm, PhoneField, TimeField, YesNo, long_text, radios

TODAY = dt.date(2026, 11, 24)


class WhoForm(DsForm):
    """The form step of the prototype: whom does it concern?"""

    name = forms.CharField(label="Barnets navn", required=False, max_length=120)
    born = DateField(
        label="Når er barnet født?",
        required=False,
        not_after=TODAY,
        help_text="For eksempel 24 11 2016. Vet du bare alderen, skriv den nedenfor.",
    )
    who = radios(
        [
            ("neighbour", "Nabo eller bekjent"),
            ("family", "Slektning"),
            ("parent", Choice("Mor eller far", "Også den som har barnet boende hos seg.")),
            ("self", "Det er meg det gjelder"),
        ],
        label="Hvordan kjenner du barnet?",
    )
    phone = PhoneField(label="Telefonen din", required=False, help_text="Vi ringer bare hvis vi må spørre deg om noe.")


class EveryField(DsForm):
    """One of each control."""

    text = forms.CharField(label="Kort tekst", max_length=80, help_text="Hjelpen står under spørsmålet.")
    email = forms.EmailField(label="E-post", required=False)
    words = long_text(label="Lang tekst", rows=4, max_length=8000)
    place = forms.ChoiceField(label="Velg kommune", choices=[("", "Velg"), ("9998", "Solvik"), ("9997", "Nordvåg")])
    safe = YesNo(label="Er det trygt å ringe deg?")
    reasons = Checks(
        [("violence", "Vold i hjemmet"), ("drugs", "Rusmidler"), ("other", "Noe annet")], label="Hva handler det om?"
    )
    other = forms.CharField(label="Hva er det?", required=False)
    day = DateField(label="Når skjedde det?")
    clock = TimeField(label="Klokka")
    phone = PhoneField(label="Telefon")
    told = forms.BooleanField(label="Foreldrene vet om meldingen", required=False)
    file = forms.FileField(label="Vedlegg", required=False, help_text="PDF eller bilde, inntil 5 MB.")
    follows = {"other": ("reasons", "other")}
