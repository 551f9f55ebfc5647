"""What a person writes of money: what a family asks for, what is to be paid, what was paid, and why it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from oppvekst.domain.cases.models import Document, Party
from oppvekst.domain.concerns.models import Application
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.measures.actions import Paid, Wish, WrittenBasis
from oppvekst.domain.measures.rules import Often, PaidTo, kroner, read_kroner
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, radios
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date

ONCE_OR_MONTHLY = [
    (Often.ONCE.value, Choice("Én gang", "Eller flere ganger når det trengs, til rammen er brukt.")),
    (Often.MONTHLY.value, Choice("Hver måned", "Til og med den måneden hjelpen slutter.")),
]
TO_WHOM = [
    (PaidTo.DIRECT.value, Choice("Direkte", "Butikken, klubben eller barnehagen får pengene etter faktura.")),
    (PaidTo.REFUND.value, Choice("Tilbake til den som la ut", "En forelder viser kvitteringen og får pengene.")),
]
LONGEST_TEXT, LONGEST_ACCOUNT = 60, 40


class KronerField(forms.CharField):
    """A sum as people write it, «1 250,50»; an integer of øre once it is read."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return kroner(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            ore = read_kroner(typed)
        except ValueError as wrong:
            raise ValidationError(str(wrong), code="sum") from wrong
        if ore == 0:
            raise ValidationError("Beløpet må være mer enn null.", code="nothing")
        return ore


class SupportForm(DsForm):
    """Who asks for what, when it came, how much and how often."""

    person = radios([], label="Hvem søker?", error_messages={"required": "Velg hvem som søker."})
    asked_on = DateField(
        label="Når kom søknaden?", help_text="Familien skal ha svar, eller vite når svaret kommer, innen en måned.",
        error_messages={"required": "Skriv dagen søknaden kom."},
    )  # fmt: skip
    wants = long_text(
        label="Hva søkes det om?", rows=3, help_text="For eksempel treningsavgift og utstyr til fotball, eller barnehage.",
        error_messages={"required": "Skriv hva det søkes om."},
    )  # fmt: skip
    amount = KronerField(label="Hvor mye, i kroner?", required=False, help_text="For eksempel 1 250,50.")
    often = radios(ONCE_OR_MONTHLY, label="Hvor ofte?", initial=Often.ONCE.value)
    came_as = forms.ChoiceField(label="Kom den inn på nettet?", required=False)

    def __init__(
        self, *args: Any, people: Sequence[Party], sent: Sequence[Application], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(one.person_id), one.person.name) for one in people]  # type: ignore[attr-defined]
        self.fields["asked_on"].not_after = today  # type: ignore[attr-defined]
        if sent:
            known = [(str(one.id), f"{one.words[:60]}, {day_in_words(oslo_date(one.received_at))}") for one in sent]
            self.fields["came_as"].choices = [("", "Nei"), *known]  # type: ignore[attr-defined]
        else:
            del self.fields["came_as"]

    def wish(self) -> Wish:
        """As the act takes it."""
        said, came = self.cleaned_data, self.cleaned_data.get("came_as")
        return Wish(
            person_id=UUID(said["person"]), asked_on=said["asked_on"], wants=said["wants"], amount=said["amount"],
            often=said["often"], came_as=UUID(came) if came else None,
        )  # fmt: skip


class AnswerForm(DsForm):
    """Which signed decision answers."""

    decision = radios([], label="Hvilket vedtak svarer på søknaden?", error_messages={"required": "Velg vedtaket."})

    def __init__(self, *args: Any, decisions: Sequence[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(one.id), Choice(one.title, one.get_kind_display())) for one in decisions]
        self.fields["decision"].choices = known  # type: ignore[attr-defined]


class BasisForm(DsForm):
    """What is covered, to whom it is paid, with which text, how much each time and in all, and for which days."""

    covers = forms.CharField(
        label="Hva dekkes?", max_length=200, help_text="Står bare her. For eksempel treningsavgift i fotball.",
        error_messages={"required": "Skriv hva som dekkes."},
    )  # fmt: skip
    paid_to = radios(TO_WHOM, label="Hvordan betales det?", error_messages={"required": "Velg hvordan det betales."})
    recipient = forms.CharField(
        label="Hvem får pengene?", max_length=LONGEST_TEXT, help_text="Navnet økonomi betaler til. Ikke kontonummer.",
        error_messages={"required": "Skriv hvem som får pengene."},
    )  # fmt: skip
    text = forms.CharField(
        label="Tekst som følger pengene", max_length=LONGEST_TEXT,
        help_text="Nøytral: fakturanummer eller hva det gjelder. Ikke barnets navn, og ikke hvem som betaler.",
        error_messages={"required": "Skriv en nøytral tekst."},
    )  # fmt: skip
    cost_account = forms.CharField(
        label="Kontering",
        required=False,
        max_length=LONGEST_ACCOUNT,
        help_text="Konto og ansvar, slik økonomi fører det.",
    )
    often = radios(ONCE_OR_MONTHLY, label="Hvor ofte?", error_messages={"required": "Velg hvor ofte det betales."})
    amount = KronerField(label="Beløp hver gang, i kroner", help_text="For eksempel 1 250,50.")
    ceiling = KronerField(label="Ramme for det hele, i kroner", help_text="Det betales aldri mer enn dette til sammen.")
    since = DateField(label="Fra og med", error_messages={"required": "Skriv første dag."})
    until = DateField(label="Til og med", error_messages={"required": "Skriv siste dag."})

    def basis(self) -> WrittenBasis:
        """As the act takes it."""
        return WrittenBasis(**self.cleaned_data)


class PaidForm(DsForm):
    """What was paid or shown, when, how much, and where the receipt is."""

    on = DateField(
        label="Dag", help_text="Dagen på kvitteringen eller fakturaen.", error_messages={"required": "Skriv dagen."}
    )
    amount = KronerField(label="Beløp i kroner", help_text="For eksempel 1 250,50.")
    what = forms.CharField(
        label="Hva gjelder det?", max_length=200, error_messages={"required": "Skriv hva det gjelder."}
    )
    receipt = forms.ChoiceField(label="Kvittering eller faktura", required=False)
    receipt_words = forms.CharField(
        label="Eller skriv hvor den er", required=False, max_length=200,
        help_text="For eksempel faktura 1043 i fakturasystemet, eller papirkvittering i permen.",
    )  # fmt: skip

    def __init__(self, *args: Any, papers: Sequence[Document], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].not_after = today  # type: ignore[attr-defined]
        known = [(str(one.id), f"{one.title}, {day_in_words(one.dated)}") for one in papers]
        self.fields["receipt"].choices = [("", "Ingen av dokumentene"), *known]  # type: ignore[attr-defined]

    def paid(self) -> Paid:
        """As the act takes it."""
        said = self.cleaned_data
        return Paid(
            on=said["on"], amount=said["amount"], what=said["what"], receipt_words=said["receipt_words"],
            receipt_id=UUID(said["receipt"]) if said["receipt"] else None,
        )  # fmt: skip


class WhyForm(DsForm):
    """Why it is taken back, declined or stopped."""

    reasons = long_text(label="Hvorfor?", rows=2, error_messages={"required": "Skriv hvorfor."})
