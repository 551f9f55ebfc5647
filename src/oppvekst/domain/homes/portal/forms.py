"""One form for each kind of offer. None asks for anything sensitive, for a certificate, or for anybody else's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes.portal.spoken import gently
from oppvekst.domain.homes.rules import HOUSEHOLD, LINE, OFFERED, WORDS, Kind, Sending, looks_sensitive
from oppvekst.domain.homes.rules import sending as rules
from oppvekst.ground.web.forms import Checks, Choice, DsForm, PhoneField, YesNo, long_text, radios

PLAIN = "homes/portal/_field.html"
ELSEWHERE = "Et annet sted"
AGES = [("0_5", _("0–5 år")), ("6_12", _("6–12 år")), ("13_17", _("13–17 år"))]
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]


@dataclass(frozen=True)
class Group:
    """Questions that belong together, under one heading."""

    id: str
    title: Any
    fields: list[forms.BoundField]
    about: Any = ""


def line(label: Any, *, autocomplete: str = "off", **about: Any) -> forms.CharField:
    """A short text. The limit is told, and not set in the browser, which would cut what is pasted and say nothing."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, validators=[MaxLengthValidator(LINE)], widget=widget, **about)


def plain[F: forms.Field](field: F) -> F:
    """Without «(valgfritt)»: one of several that belong together, told of above them."""
    field.template_name = PLAIN  # type: ignore[attr-defined]
    return field


def own_words(label: Any, **about: Any) -> forms.CharField:
    """A longer text with a counter."""
    field = long_text(label=label, rows=5, required=False, validators=[MaxLengthValidator(WORDS)], **about)
    field.max_length = WORDS
    return field


def number(label: Any, *, most: int, least: int = 0, **about: Any) -> forms.IntegerField:
    """How many."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "op-clock"})
    field = forms.IntegerField(label=label, min_value=least, max_value=most, widget=widget, **about)
    return plain(field)


class OfferForm(DsForm):
    """What every kind is asked: who, where, a few own words, and how to talk together."""

    kind: ClassVar[Kind]
    offering: ClassVar[Any] = _("Hva kan du tilby?")

    name = line(_("Navnet ditt"), autocomplete="name", error_messages={"required": _(rules.NAME_NEEDED)})
    phone = plain(
        PhoneField(
            label=_("Telefon"), required=False, help_text=_("Telefon eller e-post er nok."),
            widget=forms.TelInput(attrs={"autocomplete": "tel", "class": "op-short"}),
        )
    )  # fmt: skip
    email = plain(
        forms.EmailField(
            label=_("E-post"), required=False, validators=[MaxLengthValidator(LINE)], max_length=None,
            widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        )
    )  # fmt: skip
    area = line(
        _("Hvor bor du?"), help_text=_("Tettsted, bydel eller bygd. Vi trenger ikke adressen."),
        error_messages={"required": _(rules.AREA_NEEDED)},
    )  # fmt: skip
    words = own_words(
        _("Er det noe mer du vil si?"),
        help_text=_("Skriv gjerne litt om deg selv og hvorfor. Ikke skriv om helse, og ikke navn på andre."),
    )
    language = forms.ChoiceField(label=_("Hvilket språk skal vi bruke?"), choices=LANGUAGES)
    interpreter = line(
        _("Trenger du tolk? Hvilket språk?"), required=False,
        help_text=_("Vi bestiller tolk, og det er gratis. Barn tolker aldri."),
    )  # fmt: skip

    def __init__(self, *args: Any, areas: Sequence[str] = (), **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"language": get_language()})
        super().__init__(*args, **kwargs)
        if areas:
            self.fields["area"] = self._chosen_area(areas)
        # As they stand on the page: the summary of what is wrong leads through it from the top.
        self.order_fields([field.name for group in self._groups() for field in group.fields])

    @property
    def groups(self) -> list[Group]:
        """The form as a reader meets it."""
        return [group for group in self._groups() if group.fields]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not (given.get("phone") or given.get("email")) and not {"phone", "email"} & self.errors.keys():
            self.add_error("phone", gettext(rules.WAY_NEEDED))
        for name in self._texts():
            found = looks_sensitive(given.get(name) or "", health=name not in {"name", "email"})
            if found:
                self.add_error(name, gently(found))
        return given

    def sending(self) -> Sending:
        """What was sent, in the room's own words."""
        given = self.cleaned_data
        return Sending(
            kind=self.kind, name=given["name"], phone=given["phone"], email=given["email"], area=given["area"],
            words=given["words"], language=given["language"], interpreter=given["interpreter"],
            household={name: given[name] for name in HOUSEHOLD if given.get(name)},
            can_offer={name: given[name] for name in OFFERED[self.kind]},
        )  # fmt: skip

    def _groups(self) -> Iterator[Group]:
        yield Group("hvem", _("Hvem er du?"), self._some("name", "phone", "email", "area"))
        yield Group(
            "hjemme", _("Hvem bor i hjemmet?"), self._some(*HOUSEHOLD),
            about=_("Bare hvor mange, med deg selv. Vi trenger ikke navn."),
        )  # fmt: skip
        yield Group("tilbud", self.offering, self._some(*OFFERED[self.kind]))
        yield Group("ord", _("Med dine egne ord"), self._some("words"))
        yield Group("snakke", _("Når vi tar kontakt"), self._some("language", "interpreter"))

    def _some(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def _texts(self) -> list[str]:
        plain = {name for name, field in self.fields.items() if type(field) in {forms.CharField, forms.EmailField}}
        return [name for name in self.fields if name in plain]

    def _chosen_area(self, areas: Sequence[str]) -> forms.ChoiceField:
        choices = [("", _("Velg")), *((area, area) for area in areas), (ELSEWHERE, _("Et annet sted"))]
        return forms.ChoiceField(
            label=_("Hvor bor du?"), choices=choices, help_text=_("Vi trenger ikke adressen."),
            error_messages={"required": _("Velg hvor du bor.")},
        )  # fmt: skip


class AtHome(OfferForm):
    """Where a child comes to stay: how many live there, and what the home is like."""

    adults = number(_("Voksne"), least=1, most=rules.MOST_ADULTS, error_messages={"required": _(rules.ADULTS_NEEDED)})
    children_0_5 = number(_("Barn 0–5 år"), most=rules.MOST_CHILDREN, required=False)
    children_6_12 = number(_("Barn 6–12 år"), most=rules.MOST_CHILDREN, required=False)
    children_13_17 = number(_("Barn 13–17 år"), most=rules.MOST_CHILDREN, required=False)
    ages = Checks(AGES, label=_("Hvilken alder passer best?"), error_messages={"required": _("Velg minst én alder.")})
    siblings = YesNo(label=_("Kan søsken komme sammen?"), required=False)
    animals = Checks(
        [("none", _("Ingen dyr")), ("dog", _("Hund")), ("cat", _("Katt")), ("other", _("Andre dyr"))],
        label=_("Har dere dyr?"), required=False,
    )  # fmt: skip
    wheelchair = YesNo(label=_("Kommer en rullestol inn, og inn på badet?"), required=False)
    languages = line(
        _("Hvilke språk snakker dere hjemme?"), required=False, help_text=_("Noen barn trenger sitt eget språk.")
    )


class VisitingHome(AtHome):
    """A home for a weekend now and then."""

    kind = Kind.VISITING_HOME

    days = Checks(
        [("weekends", _("Helger")), ("weekdays", _("Ukedager")), ("holidays", _("Ferier"))],
        label=_("Når kan et barn være hos deg?"), error_messages={"required": _("Velg minst ett tidspunkt.")},
    )  # fmt: skip
    often = radios(
        [
            ("monthly", _("Én helg i måneden")), ("fortnightly", _("Annenhver helg")), ("unknown", _("Vet ikke ennå")),
        ],
        label=_("Hvor ofte?"), required=False,
    )  # fmt: skip


class FosterHome(AtHome):
    """A home to live in."""

    kind = Kind.FOSTER_HOME

    stay = Checks(
        [
            ("long", Choice(_("At et barn bor her lenge"), _("Kanskje til det er voksent."))),
            ("short", _("At et barn bor her en tid")),
            ("at_once", Choice(_("At et barn kommer på kort varsel"), _("Det heter beredskapshjem."))),
            ("unknown", _("Vet ikke ennå")),
        ],
        label=_("Hva kan du tenke deg?"), error_messages={"required": _("Velg minst ett svar.")},
    )  # fmt: skip


class SupportContact(OfferForm):
    """Somebody to do things with."""

    kind = Kind.SUPPORT_CONTACT

    days = Checks(
        [("weekdays", _("Ettermiddager og kvelder i uka")), ("weekends", _("Helger")), ("holidays", _("Ferier"))],
        label=_("Når har du tid?"), error_messages={"required": _("Velg minst ett tidspunkt.")},
    )  # fmt: skip
    often = radios(
        [
            ("weekly", _("Hver uke")), ("fortnightly", _("Annenhver uke")), ("monthly", _("Noen ganger i måneden")),
            ("unknown", _("Vet ikke ennå")),
        ],
        label=_("Hvor ofte?"), required=False,
    )  # fmt: skip
    ages = Checks(AGES, label=_("Hvilken alder passer best?"), error_messages={"required": _("Velg minst én alder.")})
    languages = line(_("Hvilke språk snakker du?"), required=False, help_text=_("Noen barn trenger sitt eget språk."))


class SupervisionPerson(OfferForm):
    """Somebody from outside who looks after how a child in a foster home is (bvl § 9-10)."""

    kind = Kind.SUPERVISION_PERSON

    days = Checks(
        [("weekdays", _("Ettermiddager og kvelder i uka")), ("weekends", _("Helger"))],
        label=_("Når kan du besøke et barn?"), error_messages={"required": _("Velg minst ett tidspunkt.")},
    )  # fmt: skip
    several = YesNo(label=_("Kan du følge opp mer enn ett barn?"), required=False)
    languages = line(_("Hvilke språk snakker du?"), required=False, help_text=_("Noen barn trenger sitt eget språk."))


FORMS: dict[Kind, type[OfferForm]] = {
    each.kind: each for each in (VisitingHome, FosterHome, SupportContact, SupervisionPerson)
}
