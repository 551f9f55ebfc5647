"""What a person writes at each step of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.measures.actions import Order
from oppvekst.domain.measures.rules import ORDERS, Ordered, could_be_ordered
from oppvekst.domain.measures.rules.guards import PROVIDER
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, radios
from oppvekst.ground.web.words import day_in_words


class DecideForm(DsForm):
    """Which signed decision grants the help."""

    decision = radios(
        [], label="Hvilket vedtak gir hjelpen?", error_messages={"required": "Velg vedtaket som gir hjelpen."}
    )

    def __init__(self, *args: Any, decisions: Sequence[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].choices = [(str(one.id), Choice(one.title, _signed(one))) for one in decisions]  # type: ignore[attr-defined]
        if len(decisions) == 1:
            self.fields["decision"].initial = str(decisions[0].id)


class OrderForm(DsForm):
    """What the tribunal has decided: one thing of the Act's closed list, the day and the number of its case."""

    ordered = radios([], label="Hva har nemnda pålagt?", error_messages={"required": "Velg hva nemnda har pålagt."})
    ordered_on = DateField(
        label="Hvilken dag bestemte nemnda det?", help_text="Pålegget regnes fra denne dagen.",
        error_messages={"required": "Skriv dagen nemnda bestemte det."},
    )  # fmt: skip
    reference = forms.CharField(
        label="Nummeret på saken i nemnda", error_messages={"required": "Skriv nummeret på saken i nemnda."}
    )

    def __init__(self, *args: Any, category: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = could_be_ordered(category)
        shown = [*fitting, *(what for what in ORDERS if what not in fitting)]
        self.fields["ordered"].choices = [(what.value, Choice(ORDERS[what].title, _law(what))) for what in shown]  # type: ignore[attr-defined]
        self.fields["ordered_on"].not_after = today  # type: ignore[attr-defined]
        if len(fitting) == 1:
            self.fields["ordered"].initial = fitting[0].value

    def order(self) -> Order:
        """As the act takes it."""
        said = self.cleaned_data
        return Order(what=Ordered(said["ordered"]), on=said["ordered_on"], reference=said["reference"])


class StartForm(DsForm):
    """The day it started, and that whoever gives it may; of a provider in the catalogue, the catalogue knows."""

    on = DateField(label="Hvilken dag startet hjelpen?", error_messages={"required": "Skriv dagen hjelpen startet."})
    in_order = forms.BooleanField(
        label="Politiattest og avtale er i orden, eller trengs ikke for denne hjelpen", required=False
    )
    seen = forms.CharField(
        label="Hva er sett, og av hvem?", required=False, max_length=500,
        help_text="For eksempel hvem som har sett attesten, eller hvorfor det ikke trengs noen. Aldri hva attesten sier.",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, providers: Sequence[str] = (), **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"on": today})
        super().__init__(*args, **kwargs)
        self.fields["on"].not_after = today  # type: ignore[attr-defined]
        if providers:
            del self.fields["in_order"], self.fields["seen"]
            whom = " og ".join(providers)
            self.fields["on"].help_text = f"Avtale, pris og politiattest hos {whom} leses i katalogen for denne dagen."

    def lacks(self) -> tuple[str, ...]:
        """What nobody has said is in order, of a provider that does not stand in the catalogue."""
        if "in_order" not in self.fields or self.cleaned_data["in_order"]:
            return ()
        return (f"{PROVIDER.refusal} Kryss av når det er i orden, eller ikke trengs for denne hjelpen.",)


class WithdrawnForm(DsForm):
    """How help ends when its consent has fallen."""

    words = long_text(
        label="Hva ble sagt, og hva skjer nå?", rows=3,
        help_text="Skriv hvem som trakk samtykket, og hva familien er tilbudt i stedet.",
        error_messages={"required": "Skriv hva som ble sagt, og hva som skjer nå."},
    )  # fmt: skip


class ReasonsForm(DsForm):
    """Why nothing comes of it."""

    reasons = long_text(
        label="Hvorfor blir det ikke noe av?", rows=3,
        error_messages={"required": "Skriv hvorfor det ikke blir noe av tiltaket."},
    )  # fmt: skip


def _signed(one: Decision) -> str:
    return f"Undertegnet {day_in_words(one.signed_at)}" if one.signed_at else ""


def _law(what: Ordered) -> str:
    return f"{ORDERS[what].law.words().capitalize()}, {ORDERS[what].longest}."
