"""Who reads the days of one kind of help at My page: chosen by whoever has the case."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.actions.days import no_days
from oppvekst.domain.measures.desk.forms.days import HIDDEN, SHOWN, DaysForm
from oppvekst.domain.measures.desk.frame import MeasureAct
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.rules import WRITE, days_told, each_of
from oppvekst.ground.web.frame import now
from oppvekst.law.refusals import Refusal


class ChooseReaders(MeasureAct):
    """Shown to the family, or to nobody."""

    right = WRITE
    heading, button, done = "Dagene på Min side", "Lagre", "dager-valgt"
    happens = (
        "En forelder som bor for seg selv, kan lese av dagene hvor den andre er og når. Tenk på det før du viser dem. "
        "Er noens adresse skjermet, vises dagene ikke uansett."
    )
    seen_by = "De som har saken."
    undone = "Ja. Det som er lest, er lest."

    def form(self, found: Measure, typed: Any = None) -> DaysForm:
        kind = each_of(found.category)
        shown = kind is not None and days_told(kind, found.days_open)
        return DaysForm(typed, initial={"who": SHOWN if shown else HIDDEN})

    def hindrance(self, found: Measure) -> Refusal | None:
        return no_days(found)

    def perform(self, found: Measure, form: Any) -> None:
        actions.open_days(found.id, shown=form.cleaned_data["who"] == SHOWN, by=self.request.actor, at=now())
