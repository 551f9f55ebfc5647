"""What a person writes of one time help is given: when, what happened, why not, and the sheet to those who have the child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from oppvekst.domain.measures.actions import Sheet, WhatHappened, When
from oppvekst.domain.measures.models import Occasion
from oppvekst.domain.measures.rules import Each
from oppvekst.domain.measures.rules.weekends import OFTEN, Other, Weekend, row
from oppvekst.ground.web.forms import DateField, DsForm, PhoneField, TimeField, long_text, radios

# Who of the service is there is asked where somebody of the service usually is.
WITH_STAFF = (Each.SESSION, Each.PROGRAMME, Each.VISIT)
NOT_OTHER = {Each.STAY: ("place",)}


class OccasionForm(DsForm):
    """When it is, where and with whom."""

    first_day = DateField(label="Dag", error_messages={"required": "Skriv hvilken dag."})
    last_day = DateField(label="Dagen barnet drar hjem", error_messages={"required": "Skriv dagen barnet drar hjem."})
    starts = TimeField(label="Fra klokka", help_text="For eksempel 16.00.", required=False)
    ends = TimeField(label="Til klokka", required=False)
    with_whom = forms.CharField(label="Med hvem?", max_length=200, required=False)
    place = forms.CharField(label="Hvor?", max_length=200, required=False)
    staff = forms.ChoiceField(label="Hvem fra tjenesten er med?", required=False)

    def __init__(self, *args: Any, kind: Each, people: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].choices = [("", "Ingen"), *((str(one), name) for one, name in people)]  # type: ignore[attr-defined]
        if kind is Each.STAY:
            _as_stay(self)
        else:
            del self.fields["last_day"]
        if kind is Each.HOURS:
            self.fields["starts"].required = self.fields["ends"].required = True
            self.fields["starts"].error_messages["required"] = "Skriv fra når."
            self.fields["ends"].error_messages["required"] = "Skriv til når."

    def when(self) -> When:
        """As the act takes it."""
        said = self.cleaned_data
        staff = said.get("staff")
        return When(
            first_day=said["first_day"], last_day=said.get("last_day"), starts=said["starts"], ends=said["ends"],
            place=said.get("place", ""), with_whom=said["with_whom"], staff=UUID(staff) if staff else None,
        )  # fmt: skip


class MoveForm(OccasionForm):
    """When it is instead, and why."""

    reasons = long_text(label="Hvorfor flyttes det?", rows=2, error_messages={"required": "Skriv hvorfor det flyttes."})


class RowForm(DsForm):
    """A row of weekends: the first, how often, and until when."""

    first_day = DateField(
        label="Dagen barnet kommer den første helga", error_messages={"required": "Skriv hvilken dag."}
    )
    last_day = DateField(
        label="Dagen barnet drar hjem den helga", error_messages={"required": "Skriv dagen barnet drar hjem."}
    )
    weeks = radios(OFTEN.items(), label="Hvor ofte?", error_messages={"required": "Velg hvor ofte."})
    until = DateField(label="Til og med", error_messages={"required": "Skriv siste dag for helgene."})
    starts = TimeField(label="Kommer klokka", required=False)
    ends = TimeField(label="Drar hjem klokka", required=False)
    with_whom = forms.CharField(label="Hos hvem?", max_length=200, required=False)

    def clean(self) -> dict[str, Any] | None:
        said = super().clean() or {}
        first, last, until = (said.get(name) for name in ("first_day", "last_day", "until"))
        if first and last and not 0 <= (last - first).days <= 6:
            self.add_error("last_day", "En helg i en rad varer høyst en uke. Lengre opphold planlegges ett om gangen.")
        if first and until and until < first:
            self.add_error("until", "Det er før den første helga.")
        if first and until and (until - first).days > 366:
            self.add_error("until", "Planlegg høyst ett år om gangen.")
        return said

    def row(self, others: Sequence[Other], ends: date | None) -> list[Weekend]:
        """Every weekend of it, with what is worth knowing of each."""
        said = self.cleaned_data
        return row(
            said["first_day"], said["last_day"], weeks=int(said["weeks"]), until=said["until"], others=others, ends=ends
        )

    def when(self, one: Weekend) -> When:
        """One of them, as the act takes it."""
        said = self.cleaned_data
        return When(
            first_day=one.first,
            last_day=one.last,
            starts=said["starts"],
            ends=said["ends"],
            with_whom=said["with_whom"],
        )


class HeldForm(DsForm):
    """What happened, with the child's own words, and what the kind of help asks for besides."""

    number = forms.IntegerField(label="Hvilken økt i programmet?", min_value=1, max_value=200)
    done = long_text(
        label="Hva av programmet gjorde dere?",
        rows=3,
        error_messages={"required": "Skriv hva av programmet dere gjorde."},
    )
    left_out = long_text(label="Hva ble utelatt eller gjort annerledes?", rows=2, required=False)
    left_out_reason = long_text(
        label="Hvorfor?", rows=2, required=False, help_text="Det kan ha vært helt rett. Det må bare stå der."
    )
    hours = forms.DecimalField(
        label="Hvor mange timer ble det?",
        max_digits=4,
        decimal_places=2,
        help_text="For eksempel 3 eller 2,5.",
        localize=True,
    )
    words = long_text(label="Hva skjedde?", rows=4, error_messages={"required": "Skriv hva som skjedde."})
    child_words = long_text(
        label="Hva sa barnet om det?", rows=3, required=False, help_text="Med barnets egne ord, så langt du kan."
    )
    not_heard_reason = long_text(label="Er barnet ikke spurt: hvorfor ikke?", rows=2, required=False)

    def __init__(self, *args: Any, kind: Each, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gone = () if kind is Each.PROGRAMME else ("number", "done", "left_out", "left_out_reason")
        for name in (*gone, *(() if kind is Each.HOURS else ("hours",))):
            del self.fields[name]

    def happened(self) -> WhatHappened:
        """As the act takes it."""
        return WhatHappened(**self.cleaned_data)


class NotHeldForm(DsForm):
    """Who could not, and why."""

    who = radios(
        Occasion.WHO, label="Hvem passet det ikke for?", error_messages={"required": "Velg hvem det ikke passet for."},
        help_text="Ingen får skylda for det. Det hjelper oss å finne en tid som passer.",
    )  # fmt: skip
    words = long_text(label="Hva var grunnen?", rows=2, error_messages={"required": "Skriv hvorfor, med noen få ord."})


class SheetForm(DsForm):
    """What those who have the child over night need to know, and nothing more."""

    bedtime = forms.CharField(
        label="Leggetid", max_length=200, required=False, help_text="For eksempel 20.00, med lyset på."
    )
    needs = long_text(
        label="Allergi, medisin og annet barnet trenger", rows=3, required=False,
        help_text="Skriv bare det de må vite for å passe på barnet. Ikke adresse, ikke diagnose, ikke hvorfor barnet får hjelp.",
    )  # fmt: skip
    likes = long_text(label="Det barnet liker", rows=2, required=False)
    family_phone = PhoneField(label="Telefon hjem under oppholdet", required=False)

    def sheet(self) -> Sheet:
        """As the act takes it."""
        return Sheet(**self.cleaned_data)


def _as_stay(form: OccasionForm) -> None:
    """A stay has two days and a home: where it is, stands with the home and not here."""
    form.fields["first_day"].label = "Dagen barnet kommer"
    form.fields["starts"].label, form.fields["ends"].label = "Kommer klokka", "Drar hjem klokka"
    form.fields["with_whom"].label = "Hos hvem?"
    for name in ("place", "staff"):
        del form.fields[name]
