"""What a person says when a decision is sent: by which way, when it came, what one copy lacks, who represents a party."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from oppvekst.domain.cases.rules.insight import open_grounds
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.rules.routes import ROUTES
from oppvekst.ground.web.forms import Checks, Choice, DateField, DsForm, PhoneField, YesNo, long_text, radios

ASK = "Spør først. Skriv bare en telefon som ingen andre leser, og som den andre forelderen ikke kan koden til."
REACHED_HOW = (
    ("Fikk det fra hånd til hånd", "Fikk det fra hånd til hånd"),
    ("Har bekreftet at brevet er kommet", "Har bekreftet at brevet er kommet"),
    ("Sporing eller kvittering fra posten", "Sporing eller kvittering fra posten"),
    ("Annet, se journalen", "Annet, se journalen"),
)


class SendForm(DsForm):
    """The way, and what that way needs (fvl § 27; eForvaltningsforskriften § 8)."""

    route = radios(
        (),
        label="Hvordan skal vedtaket sendes?", error_messages={"required": "Velg hvordan det skal sendes."},
    )  # fmt: skip
    phone = PhoneField(
        label="Telefon som varsles, når det sendes digitalt", required=False,
        help_text="Varselet sier bare at det er kommet post fra kommunen.",
    )  # fmt: skip
    safe = forms.BooleanField(
        label="Personen har sagt at telefonen er trygg å varsle på", required=False, help_text=ASK
    )
    address = long_text(
        label="Adresse, når brevet går i posten til en fullmektig", rows=3, required=False,
        help_text="For dem som står i saken, brukes adressen der.",
    )  # fmt: skip

    def __init__(self, *args: Any, known: list[str], routes: tuple[Route, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        cast(forms.ChoiceField, self.fields["route"]).choices = [(one.value, Choice(*ROUTES[one])) for one in routes]
        if Route.DIGITAL in routes:
            del self.fields["address"]
        else:
            del self.fields["phone"], self.fields["safe"]

    def clean(self) -> dict[str, Any]:
        """A phone that nobody has asked about is not used."""
        said = super().clean() or {}
        phone = said.get("phone", "")
        if said.get("route") == Route.DIGITAL and phone and phone not in self.known and not said.get("safe"):
            self.add_error("safe", "Spør personen om telefonen er trygg, og kryss av når svaret er ja.")
        return said


class ReachedForm(DsForm):
    """The day it came to hand (fvl § 29 (1))."""

    on = DateField(label="Hvilken dag kom vedtaket fram?", error_messages={"required": "Skriv hvilken dag."})
    how = radios(REACHED_HOW, label="Hvordan vet dere det?", error_messages={"required": "Velg hvordan dere vet det."})


class WithholdForm(DsForm):
    """Paragraphs that are not in one copy, with the ground and the reason (fvl §§ 19, 24 (3); bvl § 12-6)."""

    paragraphs = Checks((), label="Hvilke avsnitt skal ikke stå i dette eksemplaret?", required=True,
                        error_messages={"required": "Velg minst ett avsnitt."})  # fmt: skip
    ground = forms.ChoiceField(label="Hjemmel", error_messages={"required": "Velg hjemmelen."})
    reasons = long_text(
        label="Hvorfor skal akkurat denne mottakeren ikke få vite det?", rows=3,
        help_text="Står i saken, ikke i brevet.",
        error_messages={"required": "Skriv hvorfor."},
    )  # fmt: skip
    told = YesNo(
        label="Skal det stå i brevet at noe er utelatt?", initial=True,
        help_text="Som regel ja: mottakeren har rett til å vite det og kan klage. Nei bare når også det ville røpe innholdet.",
        error_messages={"required": "Velg ja eller nei."},
    )  # fmt: skip

    def __init__(
        self, *args: Any, paragraphs: list[tuple[str, Choice]], running: bool, young: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraphs"].choices = paragraphs  # type: ignore[attr-defined]
        grounds = open_grounds(investigation_runs=running, young=young)
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            ("", "Velg"), *((one.code, f"{one.title} ({one.short})") for one in grounds)
        ]  # fmt: skip


class RepresentForm(DsForm):
    """Who represents a party (fvl § 12)."""

    name = forms.CharField(
        label="Navn på advokaten eller en annen fullmektig", max_length=200,
        help_text="Fullmektigen får alle brev, i samme utgave som den hun representerer.",
        error_messages={"required": "Skriv navnet på fullmektigen."},
    )  # fmt: skip
