"""Forms of an appeal: how it came, what is new in it, what we answer, and what whoever tries it decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms

from oppvekst.domain.decisions.actions.appeal import Decided, Received
from oppvekst.domain.decisions.models import Appeal
from oppvekst.domain.decisions.rules.appeal.facts import EXCUSES, GROUNDS, OUTCOMES
from oppvekst.domain.decisions.rules.appeal.standing import APPELLANTS
from oppvekst.domain.decisions.rules.appeal.time import CHANNELS
from oppvekst.ground.web.forms import (
    Checks,
    Choice,
    DateField,
    DsForm,
    TimeField,
    YesNo,
    long_text,
    oslo_moment,
    radios,
)
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import OSLO

NOON = time(12, 0)
OTHERWISE = ("due", "first_sent_on", "knew_lost_on", "never_notified", "knew_on", "grants_right_to_another")
HELP = {
    "party": "Også forelderen eller den unge med fullmektig.",
    "child": "Uansett alder når vedtaket gjelder opphold utenfor hjemmet (§§ 3-2, 3-3) eller flytting (§ 5-5).",
    "foster_parents": "Bare på vedtak om flytting (§ 5-5).",
    "informed": "Bare på at hun eller han ikke er behandlet som part.",
    "other": "Skriv hva vedtaket har å si for den som klager.",
}
COUNTS = {
    "post": "Dagen brevet ble lagt i posten, teller.",
    "hand": "Dagen den ble levert, teller.",
    "electronic": "Dagen den kom fram, teller.",
    "email": "Dagen den kom fram, teller.",
    "oral": "Skriv den ned med klagerens egne ord, og les den opp.",
    "phone": "Skriv den ned med klagerens egne ord, og les den opp.",
}


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


class ReceivedForm(DsForm):
    """An appeal as it came: from whom, how, when, and in what words (fvl § 32)."""

    addressee = forms.ChoiceField(
        label="Hvem klager?", required=False, help_text="De som fikk vedtaket. Klagefristen følger den du velger."
    )
    name = forms.CharField(
        label="Navn, når klageren ikke står i listen", required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    appellant = radios(
        ((str(key), Choice(_first(text), HELP[key])) for key, text in APPELLANTS.items()), label="Klager som"
    )
    interest = long_text(label="Hva har vedtaket å si for den som klager?", rows=3, required=False)
    over_standing = forms.BooleanField(label="Klagen gjelder at forelderen ikke er behandlet som part", required=False)
    represented_by = forms.CharField(
        label="Fullmektig", required=False, max_length=200, help_text="Navn på advokat eller en annen som klager for klageren.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    represented_is = radios(
        (("lawyer", "Advokat"), ("other", "En annen")),
        label="Er fullmektigen advokat?",
        required=False,
        side_by_side=True,
    )
    authority = forms.BooleanField(label="Skriftlig fullmakt er vist", required=False)
    channel = radios(
        ((str(key), Choice(_first(text), COUNTS[key])) for key, text in CHANNELS.items()),
        label="Hvordan kom klagen?",
    )
    received_on = DateField(label="Når kom den til oss?")
    received_clock = TimeField(label="Klokka", required=False, help_text="Når den kom elektronisk eller på siste dag.")
    posted_on = DateField(
        label="Når ble den lagt i posten?", required=False, help_text="Se stempelet, og ta vare på konvolutten."
    )
    first_sent_on = DateField(
        label="Ble en tidligere klage borte i posten? Når ble den sendt?", required=False,
        help_text="Da teller den første dagen, hvis klagen ble gjentatt innen en uke etter at klageren fikk vite det.",
    )  # fmt: skip
    knew_lost_on = DateField(label="Når fikk klageren vite at den var borte?", required=False)
    due = DateField(label="Klagefristen for denne klageren var ute", required=False)
    never_notified = forms.BooleanField(label="Klageren har aldri fått underretning om vedtaket", required=False)
    knew_on = DateField(label="Når fikk klageren vite om vedtaket, eller burde ha funnet det ut?", required=False)
    grants_right_to_another = forms.BooleanField(label="Vedtaket ga en annen en rettighet", required=False)
    says = long_text(
        label="Hva klager de på, og hvorfor?", rows=6,
        help_text="Med klagerens egne ord. En klage trenger ikke begrunnelse for å være gyldig.",
    )  # fmt: skip
    wants = long_text(label="Hva vil klageren ha endret?", rows=3, required=False)
    read_back = forms.BooleanField(
        label="Klagen er lest opp, og klageren har bekreftet at den er riktig forstått", required=False
    )

    follows = {
        "interest": ("appellant", "other"), "over_standing": ("appellant", "informed"), "posted_on": ("channel", "post"),
        "first_sent_on": ("channel", "post"), "knew_lost_on": ("channel", "post"),
    }  # fmt: skip

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[str, str]] = (),
        today: date,
        appeal: Appeal | None = None,
        **kwargs: Any,
    ) -> None:
        if appeal is not None:
            kwargs["initial"] = _as_registered(appeal)
        super().__init__(*args, **kwargs)
        self.fields["addressee"].choices = [("", "Ingen av disse"), *people]  # type: ignore[attr-defined]
        for name in ("received_on", "posted_on", "first_sent_on", "knew_lost_on", "knew_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]

    @property
    def otherwise(self) -> bool:
        """Whether anything is said about a limit that runs in another way, so that it is shown unfolded."""
        return any(
            self[name].errors or ((said := self[name].value()) and (not isinstance(said, tuple) or any(said)))
            for name in OTHERWISE
        )

    def clean(self) -> dict[str, Any]:
        """A name there must be, in the list or written; and an earlier appeal was lost on a day that is known."""
        said = super().clean() or {}
        if not said.get("addressee") and not said.get("name", "").strip():
            self.add_error("name", "Velg hvem som klager, eller skriv navnet.")
        if said.get("represented_by") and not said.get("represented_is"):
            self.add_error("represented_is", "Velg om fullmektigen er advokat.")
        if said.get("first_sent_on") and not said.get("knew_lost_on"):
            self.add_error("knew_lost_on", "Skriv når klageren fikk vite at klagen var borte.")
        return said

    def came(self, *, name: str, due: date | None) -> Received:
        """What was typed, as the act asks for it. ``name`` and ``due`` are those of whoever was chosen in the list."""
        said = self.cleaned_data
        return Received(
            appellant=said["appellant"], name=name or said["name"].strip(),
            received_at=oslo_moment(said["received_on"], said["received_clock"] or _clock(said["received_on"])),
            channel=said["channel"], says=said["says"].strip(), wants=said["wants"].strip(),
            addressee_id=UUID(said["addressee"]) if said["addressee"] else None,
            represented_by=said["represented_by"].strip(), represented_is=said["represented_is"],
            authority_shown=said["authority"], over_standing=said["over_standing"], interest=said["interest"].strip(),
            posted_on=said["posted_on"] if said["channel"] == "post" else None, read_back=said["read_back"],
            due=said["due"] or due, never_notified=said["never_notified"], knew_on=said["knew_on"],
            grants_right_to_another=said["grants_right_to_another"], first_sent_on=said["first_sent_on"],
            knew_lost_on=said["knew_lost_on"],
        )  # fmt: skip


class LateForm(DsForm):
    """A late appeal: whether it is taken nevertheless, and why (fvl § 31)."""

    excuse = radios(EXCUSES.items(), label="Skal klagen likevel behandles?")
    late_reasons = long_text(
        label="Hvorfor?", rows=5,
        help_text="Hva gjorde at klagen ble sen? Hvor sen er den? Kan en endring være til skade for barnet eller andre?",
        error_messages={"required": "Skriv hvorfor, og om en endring kan være til skade for andre."},
    )  # fmt: skip


class ExamineForm(DsForm):
    """What is new, what was looked into, and whether it changes anything (fvl § 33)."""

    new = long_text(
        label="Hva er nytt, og hva har dere undersøkt?", rows=5,
        help_text="Nye opplysninger, nye dokumenter, noe som er misforstått. Er ingenting nytt, skriv det.",
    )  # fmt: skip
    child_heard = long_text(
        label="Hva mener barnet nå?", rows=3, help_text="Eller hvorfor barnet ikke er spurt på nytt."
    )
    others_told = long_text(
        label="De andre partene", rows=3,
        help_text="Når fikk de vite om klagen, og hva sa de? Eller hvorfor de ikke skal få vite det.",
    )  # fmt: skip
    assessed = long_text(
        label="Hva har klagen å si for vedtaket?", rows=6,
        help_text="Svar på det klageren tar opp, punkt for punkt. Barnets beste er et grunnleggende hensyn.",
    )  # fmt: skip
    founded = YesNo(
        label="Er klagen begrunnet, helt eller delvis?", yes="Ja, noe skal endres", no="Nei, vedtaket blir stående"
    )


class ChangeForm(DsForm):
    """What is changed and why, and whether the appellant gets all or a part (fvl § 33 (2))."""

    change_reasons = long_text(label="Hva endres, og hvorfor?", rows=5)
    wholly = YesNo(
        label="Får klageren medhold i alt?", yes="Ja, i alt", no="Bare delvis, resten sendes videre",
        help_text="Får klageren bare delvis medhold, sendes resten til klageinstansen, hvis ikke klagen trekkes.",
    )  # fmt: skip
    to_detriment = forms.BooleanField(label="Endringen er til skade for den som klager", required=False)


class SendForm(DsForm):
    """The covering letter, what goes with it, and the copy to the appellant (fvl § 33 (4))."""

    recipient = long_text(label="Mottaker", rows=3, help_text="Navnet på første linje, så adressen.")
    statement = long_text(
        label="Hva mener vi om klagen?", rows=7,
        help_text="Hvorfor vedtaket blir stående. Klageren får kopi, så skriv slik at hun eller han forstår.",
    )  # fmt: skip
    enclosures = Checks((), label="Dette følger med")
    more = long_text(label="Andre vedlegg", rows=3, required=False, help_text="Ett på hver linje.")
    copy_to_party = forms.CharField(
        label="Kopi til klageren", max_length=300, help_text="Hvordan og når, for eksempel: i posten i dag.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, enclosures: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["enclosures"].choices = list(enclosures)  # type: ignore[attr-defined]

    def enclosed(self) -> list[str]:
        """What goes with it: what was ticked by its key, and the rest in the words that were typed."""
        return [*self.cleaned_data["enclosures"], *filter(None, map(str.strip, self.cleaned_data["more"].splitlines()))]


class OutcomeForm(DsForm):
    """What whoever tries the appeal decided (fvl § 34)."""

    outcome = radios(OUTCOMES.items(), label="Hva bestemte klageinstansen?")
    outcome_on = DateField(label="Avgjørelsens dato")
    reference = forms.CharField(label="Deres referanse", required=False, max_length=100)
    outcome_says = long_text(label="Hva la de vekt på?", rows=5)
    in_favour = forms.BooleanField(
        label="Vedtaket er endret til gunst for klageren", required=False,
        help_text="Da skal klageren få vite om retten til å kreve dekket sakskostnader.",
    )  # fmt: skip
    outcome_to_detriment = forms.BooleanField(label="Vedtaket er endret til skade for klageren", required=False)
    detriment_told_on = DateField(
        label="Når fikk klageren melding om det?", required=False,
    )  # fmt: skip

    follows = {"detriment_told_on": ("outcome_to_detriment", "on")}

    def __init__(self, *args: Any, latest: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if latest:
            day = day_in_words(latest)
            self.fields[
                "detriment_told_on"
            ].help_text = f"Måtte være sendt senest {day}, tre måneder etter at klagen kom til oss."

    def decided(self) -> Decided:
        """What was typed, as the act asks for it."""
        return Decided(**self.cleaned_data)


class FollowUpForm(DsForm):
    """What the outcome leads to (fvl §§ 34, 36)."""

    follow_up = long_text(
        label="Hva fører avgjørelsen til?", rows=5,
        help_text="For barnet, for familien og for tiltaket. Hvem har fått vite det, og har barnet fått det forklart?",
    )  # fmt: skip
    costs_told = forms.BooleanField(
        label="Parten har fått vite om retten til å kreve dekket sakskostnader, innen tre uker", required=False
    )
    detriment_taken_up = long_text(
        label="Endret til skade uten melding i tide: hva svarte klageinstansen?", rows=3, required=False
    )

    def __init__(self, *args: Any, appeal: Appeal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not appeal.in_favour or appeal.costs_told_on:
            del self.fields["costs_told"]
        if appeal.outcome != "changed":
            del self.fields["detriment_taken_up"]


class RejectForm(DsForm):
    """Why the appeal is turned away (fvl §§ 28, 31, 32, 33)."""

    ground = radios(GROUNDS.items(), label="Hvorfor avvises klagen?")
    reject_reasons = long_text(
        label="Begrunnelse",
        rows=6,
        help_text="Klageren får den, og kan klage på avvisningen innen tre uker.",
    )


class InterimForm(DsForm):
    """Why it takes time, and when an answer can be expected (fvl § 11 a)."""

    why = long_text(label="Hvorfor tar det tid?", rows=3, help_text="Klageren leser dette i brevet.")
    expected = DateField(label="Når kan klageren vente svar?")


class LackingForm(DsForm):
    """What the appeal lacks, and a short limit to mend it (fvl § 32 (3))."""

    what = long_text(label="Hva mangler?", rows=3, help_text="For eksempel fullmakt, eller hvilket vedtak det gjelder.")
    complete_by = DateField(label="Frist for å rette")


class WithdrawForm(DsForm):
    """Who took the appeal back, and how."""

    withdrawn_by_appellant = forms.BooleanField(
        label="Det er klageren eller fullmektigen selv som trekker klagen", required=False
    )
    withdrawn_how = long_text(
        label="Når og hvordan?", rows=3, help_text="Skriv også at klageren vet hva det betyr at klagen er trukket."
    )


def _as_registered(appeal: Appeal) -> dict[str, Any]:
    """The registration as the form shows it again."""
    received = appeal.received_at.astimezone(OSLO)
    plain = (
        "name", "appellant", "interest", "over_standing", "represented_by", "represented_is", "channel", "posted_on",
        "first_sent_on", "knew_lost_on", "due", "never_notified", "knew_on", "grants_right_to_another", "says", "wants",
        "read_back",
    )  # fmt: skip
    said = {name: getattr(appeal, name) for name in plain}
    if appeal.addressee and appeal.addressee.appeal_due == appeal.due:
        said["due"] = None
    return said | {
        "addressee": str(appeal.addressee_id or ""), "authority": appeal.authority_shown, "received_on": received.date(),
        "received_clock": received.time().replace(second=0, microsecond=0),
    }  # fmt: skip


def _clock(day: date) -> time:
    """Where no clock was written: noon, or the first minute of a day that has not come to noon."""
    now = datetime.now(OSLO)
    return NOON if day < now.date() or now.time() > NOON else time(0, 0)
