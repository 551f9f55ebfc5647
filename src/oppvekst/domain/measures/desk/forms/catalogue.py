"""What the catalogue is chosen by, and an offer as its editor writes it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from oppvekst.domain.decisions.rules import CATEGORIES, GROUPS
from oppvekst.domain.measures.models import Offer, Provider
from oppvekst.domain.measures.rules.offers import DAYS, LINE, MOST_PLACES, OLDEST, WORDS, Said
from oppvekst.domain.prevention.rules import LANGUAGES
from oppvekst.ground.web.forms import Checks, DateField, DsForm, YesNo, long_text
from oppvekst.ground.web.forms.choices import SideBySide

SPOKEN = [(code, name.capitalize()) for code, name in LANGUAGES.items() if code != "mis"]
ON_DAYS = [(code, name.capitalize()) for code, name in DAYS.items()]


class InColumns(forms.CheckboxSelectMultiple, SideBySide):
    """Short answers beside each other where there is room."""


def line(label: str, **about: Any) -> forms.CharField:
    """A short text."""
    about.setdefault("max_length", LINE)
    return forms.CharField(label=label, widget=forms.TextInput(attrs={"autocomplete": "off"}), **about)


def number(label: str, *, most: int = MOST_PLACES, **about: Any) -> forms.IntegerField:
    """A small whole number, or nothing."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "op-clock"})
    return forms.IntegerField(label=label, widget=widget, min_value=0, max_value=most, required=False, **about)


def codes(today: date | None = None) -> list[tuple[str, Any]]:
    """The register's codes by kind; those in force on a day, or all that ever were."""
    usable = CATEGORIES.on(today) if today else tuple(CATEGORIES)
    return [
        (title, [(code.code, short(code.code)) for code in usable if code.code.split(".")[0] == group])
        for group, title in GROUPS.items()
    ]


def short(code: str) -> str:
    """A code with the first words of what it is.

    >>> short("4.7")
    '4.7 Samtalegrupper/ barnegrupper'
    """
    text = CATEGORIES.get(code).text.partition(" (")[0].partition(" inkluderer")[0].rstrip(".")
    return f"{code} {text}"


class ChoosingForm(DsForm):
    """What somebody looks for in the catalogue."""

    sok = line("Navn, sted eller ord", required=False, max_length=100)
    kode = forms.ChoiceField(label="Slags hjelp", required=False)
    leverandor = forms.ChoiceField(label="Leverandør", required=False)
    ledig = forms.BooleanField(label="Bare med ledig plass", required=False)
    gamle = forms.BooleanField(label="Også gamle", required=False)

    def __init__(self, *args: Any, providers: Iterable[Provider], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(group, f"{group} {title}") for group, title in GROUPS.items()]
        self.fields["kode"].choices = [("", "All hjelp"), ("Grupper", groups), *codes()]  # type: ignore[attr-defined]
        told = [(str(one.id), one.name) for one in providers]
        self.fields["leverandor"].choices = [("", "Alle"), *told]  # type: ignore[attr-defined]


class OfferForm(DsForm):
    """An offer: what it is, for whom, where and when, and how many there is room for."""

    name = line("Hva heter tilbudet?")
    about = long_text(
        label="Hva er det?", rows=4, max_length=WORDS,
        help_text="Med vanlige ord, slik at en forelder forstår det. Ingen navn på barn eller familier.",
        error_messages={"required": "Skriv hva tilbudet er, med vanlige ord."},
    )  # fmt: skip
    category = forms.ChoiceField(label="Registerets kode", error_messages={"required": "Velg en kode."})
    category_words = line("Presisering", required=False, help_text="Må skrives når koden heter «andre».")
    provider = forms.ChoiceField(label="Hvem gir hjelpen?", error_messages={"required": "Velg en leverandør."})
    age_from = number("Fra alder", most=OLDEST)
    age_to = number("Til og med alder", most=OLDEST)
    languages = Checks(SPOKEN, label="Hvilke språk kan den som hjelper?", required=False, widget=InColumns())
    interpreter = YesNo(label="Kan det gis med tolk?", required=False)
    days = Checks(
        ON_DAYS,
        label="Hvilke dager?",
        required=False,
        widget=InColumns(),
        help_text="La stå tomt når det avtales med familien.",
    )
    postal_code = line(
        "Postnummer", required=False, max_length=4, help_text="La stå tomt når hjelpen kommer hjem til familien."
    )
    district = line("Sted", required=False)
    capacity = number("Plasser i alt", help_text="La stå tomt når det ikke er noe fast antall.")
    others = number("Brukt av andre", help_text="Plasser som er opptatt av noen som ikke har sak her.")
    price = line("Pris", required=False)
    valid_from = DateField(label="I katalogen fra")
    valid_to = DateField(label="Til og med", required=False)

    def __init__(
        self, *args: Any, providers: Iterable[Provider], today: date, standing: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        usable = codes(today)
        if standing and not CATEGORIES.get(standing).valid_on(today):
            usable = [("Gjelder ikke lenger", [(standing, short(standing))]), *usable]
        self.fields["category"].choices = [("", "Velg"), *usable]  # type: ignore[attr-defined]
        told = [(str(one.id), one.name) for one in providers]
        self.fields["provider"].choices = [("", "Velg"), *told]  # type: ignore[attr-defined]

    @classmethod
    def known(cls, offer: Offer) -> dict[str, Any]:
        """The form's answers as an offer stands."""
        told = {name: getattr(offer, name) for name in cls.base_fields if name != "provider"}
        return told | {"provider": str(offer.provider_id)}

    def said(self) -> Said:
        """What was written, in the room's own words."""
        given = self.cleaned_data
        told = {
            "languages": tuple(given["languages"]), "days": tuple(given["days"]), "interpreter": bool(given["interpreter"]),
            "others": given["others"] or 0, "name": given["name"].strip(), "postal_code": given["postal_code"].strip(),
        }  # fmt: skip
        return Said(**given | told)


class RetireForm(DsForm):
    """The last day of an offer."""

    on = DateField(label="Siste dag i katalogen")


def a_uuid(text: str) -> UUID | None:
    """An id as somebody sent it, or nothing."""
    try:
        return UUID(text)
    except ValueError:
        return None
