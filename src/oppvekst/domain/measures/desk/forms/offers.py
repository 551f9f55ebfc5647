"""What narrows the search for somebody who can help a child, and how a place is taken or left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from oppvekst.domain.decisions.rules import GROUPS
from oppvekst.domain.measures.actions import Called
from oppvekst.domain.measures.desk.forms.catalogue import ON_DAYS, SPOKEN, codes, line, number
from oppvekst.domain.measures.models import Measure, WorkerCertificate
from oppvekst.domain.measures.rules.offers import OLDEST
from oppvekst.domain.measures.rules.offers_places import PLACES
from oppvekst.ground.web.forms import DateField, DsForm, long_text

NEAR = (("5", "5 km"), ("10", "10 km"), ("20", "20 km"), ("40", "40 km"))


class NeedForm(DsForm):
    """Every answer may be left out, and what is known of the child stands there from the start."""

    category = forms.ChoiceField(label="Slags hjelp", required=False)
    age = number("Alder", most=OLDEST)
    language = forms.ChoiceField(label="Språk", required=False, choices=[("", "Alle"), *SPOKEN])
    day = forms.ChoiceField(label="Dag", required=False, choices=[("", "Alle"), *ON_DAYS])
    postal_code = forms.ChoiceField(
        label="Regn avstand fra", required=False,
        choices=[("", "Ikke regn avstand"), *((code, f"{code} {place.name}") for code, place in PLACES.items())],
    )  # fmt: skip
    within_km = forms.TypedChoiceField(
        label="Innen", required=False, coerce=int, empty_value=None, choices=[("", "Så langt som helst"), *NEAR]
    )
    only_free = forms.BooleanField(label="Bare med ledig plass", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(group, title) for group, title in GROUPS.items()]
        self.fields["category"].choices = [("", "All hjelp"), ("Grupper", groups), *codes()]  # type: ignore[attr-defined]


class PlaceForm(DsForm):
    """Take a place: from when, as part of which help, with whom, and why before those who wait."""

    on = DateField(label="Fra hvilken dag?")
    measure = forms.ChoiceField(label="Hører til tiltaket", required=False)
    worker = forms.ChoiceField(
        label="Hvem skal gi hjelpen?", required=False, help_text="Bare de som har vist politiattest, står her."
    )
    before_others = long_text(
        label="Hvorfor får dette barnet plassen nå?",
        rows=3,
        required=False,
        help_text="Andre barn venter på plass her.",
    )

    def __init__(
        self, *args: Any, measures: Iterable[Measure], workers: Iterable[WorkerCertificate], others: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        running = [(str(one.id), one.title) for one in measures]
        shown = [(str(one.id), f"{one.worker_name}, {one.get_kind_display()}") for one in workers]
        self.fields["measure"].choices = [("", "Ikke valgt ennå"), *running]  # type: ignore[attr-defined]
        self.fields["worker"].choices = [("", "Ikke valgt"), *shown]  # type: ignore[attr-defined]
        for name, wanted in (("measure", running), ("worker", shown), ("before_others", others)):
            if not wanted:
                del self.fields[name]

    def called(self) -> Called:
        """What was written, in the room's own words."""
        given = self.cleaned_data
        ids = {f"{name}_id": UUID(given[name]) for name in ("measure", "worker") if given.get(name)}
        return Called(on=given["on"], before_others=given.get("before_others", ""), **ids)


class WaitForm(DsForm):
    """Be put in line."""

    on = DateField(label="Fra hvilken dag?")


class LeaveForm(DsForm):
    """Leave a place, or the line."""

    on = DateField(label="Hvilken dag?")
    words = line("Hvorfor?", required=False)
