"""Forms of a stay of execution, a reversal and a claim for costs (fvl §§ 35, 36, 42)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.decisions.actions.stay import StayAnswer
from oppvekst.domain.decisions.rules.appeal.costs import CHANGERS, COVER, COVER_PARTLY, PASS_ON, REFUSE_COSTS
from oppvekst.domain.decisions.rules.appeal.facts import EXCUSES, Excuse
from oppvekst.domain.decisions.rules.appeal.reversal import REVERSAL_GROUNDS
from oppvekst.domain.decisions.rules.appeal.stay import UNTILS
from oppvekst.ground.web.forms import Choice, DateField, DsForm, YesNo, long_text, radios


class AskStayForm(DsForm):
    """Who asks that the decision waits, and why (fvl § 42)."""

    asked_by = forms.CharField(
        label="Hvem ber om det?", required=False, max_length=200, help_text="La feltet stå tomt når vi tar det opp selv.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    asked_on = DateField(label="Når?")
    says = long_text(label="Hvorfor bør vedtaket vente?", rows=4, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_on"].not_after = today  # type: ignore[attr-defined]
        self.fields["asked_on"].initial = today


class DecideStayForm(DsForm):
    """Whether the decision waits, what of it, how long, and why (fvl § 42)."""

    granted = YesNo(label="Skal vedtaket vente?", yes="Ja, gi utsettelse", no="Nei, avslå")
    stayed = long_text(
        label="Hva venter?", rows=2, required=False, help_text="For eksempel flyttingen, eller at tiltaket avsluttes."
    )
    until = radios(UNTILS.items(), label="Hvor lenge?", required=False)
    terms = long_text(label="Vilkår", rows=2, required=False)
    child_first = long_text(label="Hva har det å si for barnet?", rows=3)
    reasons = long_text(label="Begrunnelse", rows=4, help_text="Den skal stå i samme brev som svaret.")

    follows = {"stayed": ("granted", "yes"), "until": ("granted", "yes"), "terms": ("granted", "yes")}

    def answer(self) -> StayAnswer:
        """What was typed, as the act asks for it."""
        return StayAnswer(**self.cleaned_data)


class EndStayForm(DsForm):
    """Why it waits no longer."""

    ended_reasons = long_text(label="Hvorfor er utsettelsen over, og hvem har fått vite det?", rows=3)


class ReverseForm(DsForm):
    """On which ground of the law the decision is reversed, and why (fvl § 35)."""

    ground = radios(
        ((one.code, Choice(one.title, f"{one.asks} {one.citation}")) for one in REVERSAL_GROUNDS),
        label="Hvilken grunn gir loven?",
    )
    harmed = forms.BooleanField(label="Noen som vedtaket gjelder, kommer dårligere ut av endringen", required=False)
    reasons = long_text(label="Begrunnelse", rows=6)
    told = long_text(
        label="Varsel til partene", rows=2, required=False,
        help_text="Når de fikk vite at vedtaket kan bli gjort om og kunne uttale seg, eller hvorfor de ikke skulle varsles.",
    )  # fmt: skip
    replaced = YesNo(label="Skal det treffes et nytt vedtak?", yes="Ja, opprett utkast", no="Nei, vedtaket faller bort")


class ClaimForm(DsForm):
    """A claim for costs as it came (fvl § 36 (3))."""

    appeal = forms.ChoiceField(label="Hvilken klage gjelder det?", required=False)
    claimant = forms.CharField(
        label="Hvem krever?", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    claimed_on = DateField(label="Når kom kravet, eller ble lagt i posten?")
    reached_on = DateField(label="Når nådde meldingen om endringen parten?", help_text="Derfra løper de tre ukene.")
    changed_by = radios(
        ((str(key), text.capitalize()) for key, text in CHANGERS.items()),
        label="Hvem endret vedtaket?",
        side_by_side=True,
    )
    changed_in_favour = YesNo(label="Er vedtaket endret til gunst for den som krever?")
    amount = forms.DecimalField(label="Beløp i kroner", max_digits=10, decimal_places=2, localize=True)
    says = long_text(
        label="Hva gjelder kravet?", rows=3, required=False, help_text="Timer, satser og hva de er brukt til."
    )

    def __init__(self, *args: Any, appeals: Sequence[tuple[str, str]] = (), today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["appeal"].choices = [("", "Ingen klage, vi gjorde om vedtaket selv"), *appeals]  # type: ignore[attr-defined]
        for name in ("claimed_on", "reached_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]


STEPS = {
    COVER: "Dekk hele kravet", COVER_PARTLY: "Dekk en del", REFUSE_COSTS: "Avslå kravet",
    PASS_ON: "Send det til klageinstansen, som endret vedtaket",
}  # fmt: skip


class DecideCostsForm(DsForm):
    """What is covered, and why (fvl § 36 (1))."""

    step = radios(STEPS.items(), label="Hva svarer vi?")
    granted = forms.DecimalField(
        label="Dekkes, i kroner", max_digits=10, decimal_places=2, required=False, localize=True
    )
    excuse = radios(
        [("", "Kravet kom i tide"), *((key, text) for key, text in EXCUSES.items() if key != Excuse.NONE)],
        label="Kom kravet for sent?", required=False,
    )  # fmt: skip
    reasons = long_text(
        label="Begrunnelse", rows=5, required=False,
        help_text="Hva var vesentlig og nødvendig for å få vedtaket endret? Hva dekkes ikke, og hvorfor?",
    )  # fmt: skip
