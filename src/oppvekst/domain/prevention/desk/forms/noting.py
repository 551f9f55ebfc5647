"""Noting what was held: few fields, ticks before words, so that it is done on a phone on the way out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention.desk.forms.arranging import INTERPRETED, InColumns, line
from oppvekst.domain.prevention.models import Activity, Evening, HeldDiscussion
from oppvekst.domain.prevention.rules import (
    ACTIVITIES,
    ADVICE,
    AGES,
    BODIES,
    COMPETENCE,
    CONSENTING,
    REASON,
    SERVICES,
    THEMES,
    TO_THE_FAMILIES,
    TOPICS,
    WAYS,
    WORDS,
    Agreed,
    Booked,
    Came,
    Held,
    Made,
)
from oppvekst.ground.web.forms import Checks, DateField, DsForm, long_text, radios

CHOOSE = ("", _("Velg"))


def number(label: Any, **about: Any) -> forms.IntegerField:
    """A number, on the phone's number keys; the rule says how large it may be."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "op-clock"})
    return forms.IntegerField(label=label, widget=widget, **about)


def one_of(codes: dict[str, str], label: Any, **about: Any) -> forms.ChoiceField:
    """One of many, in the phone's own list."""
    return forms.ChoiceField(label=label, choices=[CHOOSE, *codes.items()], **about)


class DiscussionForm(DsForm):
    """A discussion that was held, without a name: ticks, and a few words if they are needed."""

    body = one_of(BODIES, _("Hvem ville drøfte?"))
    topic = one_of(TOPICS, _("Hva handlet det om?"))
    age = one_of(AGES, _("Omtrent hvor gammelt er barnet?"))
    advice = Checks(ADVICE.items(), label=_("Hva rådet du til?"), widget=InColumns())
    way = one_of(WAYS, _("Hvordan snakket dere sammen?"))
    minutes = number(_("Hvor mange minutter?"))
    held_on = DateField(label=_("Hvilken dag?"))
    words = long_text(
        label=_("Mer om rådene"), rows=3, required=False, max_length=WORDS,
        help_text=_("Skriv hva du rådet til. Skriv ikke hvem det gjelder, og ikke hva de fortalte."),
    )  # fmt: skip
    kept_reason = long_text(
        label=_("Hvorfor kan det stå?"), rows=2, required=False, max_length=REASON,
        help_text=_("For eksempel at ordet er navnet på en bok eller et kurs."),
    )  # fmt: skip

    @classmethod
    def of(cls, row: HeldDiscussion) -> DiscussionForm:
        """The form as a discussion stands."""
        return cls(initial={name: getattr(row, name) for name in cls.base_fields})

    @property
    def warned(self) -> bool:
        """Something looked as if it tells who it is, now or when it was kept."""
        return bool(self["words"].errors or self["kept_reason"].errors or self["kept_reason"].value())

    def held(self) -> Held:
        """What was written, in the room's own words."""
        return Held(**self.cleaned_data | {"advice": tuple(self.cleaned_data["advice"])})


class AgreedForm(DsForm):
    """A discussion by name, which the family has agreed to."""

    about = line(
        _("Hvem drøftet dere?"), help_text=_("Så lite som mulig: fornavn, og hva som trengs for å kjenne igjen.")
    )
    body = one_of(BODIES, _("Hvem ville drøfte?"))
    consented = radios(CONSENTING.items(), label=_("Hvem har sagt ja til at navnet ble brukt?"))
    consent_by = line(_("Navnet på den som sa ja"))
    consented_on = DateField(label=_("Hvilken dag sa de ja?"))
    held_on = DateField(label=_("Hvilken dag drøftet dere?"))
    words = long_text(label=_("Hva drøftet dere, og hva rådet du til?"), rows=5, required=False, max_length=WORDS)

    def agreed(self) -> Agreed:
        """What was written, in the room's own words."""
        return Agreed(**self.cleaned_data)


class DiscussionFilter(DsForm):
    """Which discussions to show. Only codes, which may stand in an address; what is not known is left out."""

    tema = forms.ChoiceField(label=_("Tema"), required=False, choices=[("", _("Alle")), *TOPICS.items()])
    hvem = forms.ChoiceField(
        label=_("Hvem som ville drøfte"), required=False, choices=[("", _("Alle")), *BODIES.items()]
    )
    tid = forms.ChoiceField(
        label=_("Tid"), required=False,
        choices=[("", _("All tid")), ("30", _("Siste 30 dager")), ("90", _("Siste 90 dager")), ("i-ar", _("I år")),
                 ("i-fjor", _("I fjor"))],
    )  # fmt: skip


class EveningForm(DsForm):
    """Who came one evening, as numbers."""

    held_on = DateField(label=_("Hvilken kveld?"))
    families = number(_("Familier"))
    adults = number(_("Voksne"))
    children = number(_("Barn i barnepasset"))

    @classmethod
    def on(cls, day: date | None, row: Evening | None) -> EveningForm:
        """The form for an evening, with its numbers when they are noted."""
        if row is None:
            return cls(initial={"held_on": day})
        return cls(initial={name: getattr(row, name) for name in cls.base_fields})

    def came(self) -> Came:
        """What was written, in the room's own words."""
        return Came(**self.cleaned_data)


class InterpreterForm(DsForm):
    """An interpreter for a group, and that the law's conditions are there."""

    language = forms.ChoiceField(label=_("Hvilket språk?"), choices=[CHOOSE, *INTERPRETED])
    name = line(_("Tolkens navn"))
    relation = radios(TO_THE_FAMILIES.items(), label=_("Hvem er tolken for dem som er med?"))
    competence = radios(COMPETENCE.items(), label=_("Er tolken kvalifisert?"))
    why = line(
        _("Hvorfor ikke en kvalifisert?"), required=False, help_text=_("Bare når kommunen bruker dispensasjonen.")
    )
    first_on = DateField(label=_("Fra og med"))
    last_on = DateField(label=_("Til og med"))

    def booked(self) -> Booked:
        """What was written, in the room's own words."""
        return Booked(**self.cleaned_data)


class ActivityForm(DsForm):
    """What was done with others."""

    kind = one_of({str(kind): name for kind, name in ACTIVITIES.items()}, _("Hva gjorde dere?"))
    title = line(
        _("Kort om hva det var"), help_text=_("For eksempel «Foreldremøte for førsteklasse». Ikke om ett barn.")
    )
    area = line(_("Bydel eller område"), required=False)
    held_on = DateField(label=_("Hvilken dag?"))
    ends_on = DateField(label=_("Siste dag, om det varte lenger"), required=False)
    members = Checks(SERVICES.items(), label=_("Hvem var med?"), required=False, widget=InColumns())
    themes = Checks(THEMES.items(), label=_("Hva handlet det om?"), widget=InColumns())
    reached = number(_("Omtrent hvor mange nådde dere?"), required=False)
    minutes = number(_("Hvor mange minutter brukte dere?"))

    @classmethod
    def of(cls, row: Activity) -> ActivityForm:
        """The form as an activity stands."""
        return cls(initial={name: getattr(row, name) for name in cls.base_fields})

    def made(self) -> Made:
        """What was written, in the room's own words."""
        given = self.cleaned_data
        lists = {name: tuple(given[name]) for name in ("members", "themes")}
        return Made(**given | lists | {"reached": given["reached"] or 0})
