"""What a person writes of a stay in an institution: its basis, the question about tests, and the protocols."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.measures.actions import Came, Rests
from oppvekst.domain.measures.rules import BASES, TEXT
from oppvekst.ground.web.forms import Choice, DateField, DsForm, YesNo, long_text, radios

ON_BASIS = [(one.value, Choice(of.title, of.law.words().capitalize())) for one, of in BASES.items()]


class StayForm(DsForm):
    """What the stay rests on, and what the tribunal has said of tests."""

    basis = radios(
        ON_BASIS, label="Hva bygger oppholdet på?", error_messages={"required": "Velg hva oppholdet bygger på."}
    )
    decided_on = DateField(
        label="Hvilken dag bestemte nemnda det?",
        required=False,
        help_text="Bare når nemnda har bestemt oppholdet.",
    )
    reference = forms.CharField(label="Nummeret på saken i nemnda", required=False)
    tests_decided = forms.BooleanField(
        label="Nemnda har bestemt at det kan tas prøver uten samtykke", required=False,
        help_text="Bare et vedtak etter § 6-2 kan si det (bvl § 6-2 femte ledd).",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decided_on"].not_after = today  # type: ignore[attr-defined]

    def rests(self) -> Rests:
        """As the act takes it."""
        return Rests(**self.cleaned_data)


class AskTestsForm(DsForm):
    """The words the child, and perhaps others, are asked to say yes to."""

    body = long_text(
        label="Teksten det samtykkes til", rows=7, initial=TEXT,
        help_text="Alle som spørres, får den samme teksten. Skriv ikke noe om hvor noen bor eller kan nås.",
        error_messages={"required": "Skriv hva det samtykkes til."},
    )  # fmt: skip


class ServiceForm(DsForm):
    """The service's own written yes."""

    on = DateField(label="Hvilken dag?", error_messages={"required": "Skriv hvilken dag tjenesten sa ja."})
    reference = forms.CharField(label="Hvor ligger papiret?", error_messages={"required": "Skriv hvor papiret ligger."})

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"on": today})
        super().__init__(*args, **kwargs)
        self.fields["on"].not_after = today  # type: ignore[attr-defined]


class ProtocolForm(DsForm):
    """A protocol that came; what is done about it when nothing allows what it tells."""

    happened_on = DateField(label="Hvilken dag skjedde det?", error_messages={"required": "Skriv dagen det skjedde."})
    received_on = DateField(
        label="Hvilken dag kom protokollen?", error_messages={"required": "Skriv dagen protokollen kom."}
    )
    about = long_text(
        label="Hvilken prøve gjelder den?", rows=3, help_text="Med en setning. Svaret på en prøve skrives ikke her.",
        error_messages={"required": "Skriv med en setning hva protokollen gjelder."},
    )  # fmt: skip
    against_will = YesNo(
        label="Var det mot barnets vilje?", error_messages={"required": "Svar på om det var mot barnets vilje."}
    )
    done_about = long_text(
        label="Hvis grunnlaget mangler: Hva gjør dere med det?", rows=3, required=False,
        help_text="Hva institusjonen svarer, hva ungdommen sier, og om statsforvalteren vet det. Tomt når grunnlaget er i orden.",
    )  # fmt: skip
    reference = forms.CharField(label="Hvor ligger protokollen?", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"received_on": today})
        super().__init__(*args, **kwargs)
        for name in ("happened_on", "received_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]

    def came(self) -> Came:
        """As the act takes it."""
        return Came(**self.cleaned_data)


class FollowForm(DsForm):
    """How it was followed up, and whether the county governor knows where the basis was lacking."""

    words = long_text(
        label="Hvordan er den fulgt opp?", rows=4, error_messages={"required": "Skriv hvordan protokollen er fulgt opp."}
    )  # fmt: skip
    governor = YesNo(
        label="Har dere kontaktet statsforvalteren?", required=False,
        help_text="Institusjonen sender protokollen dit selv. Barnet og foreldrene kan klage dit.",
    )  # fmt: skip

    def __init__(self, *args: Any, without_basis: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not without_basis:
            del self.fields["governor"]
