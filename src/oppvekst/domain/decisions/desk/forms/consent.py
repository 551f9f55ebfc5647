"""What a person writes of consents: the words that are asked about, an answer, a yes taken back, and what is done then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from oppvekst.domain.decisions.actions import Answered, Asked
from oppvekst.domain.decisions.rules.consent import GROUNDS, KINDS, Choice, Form, Ground, Kind, Said, Way
from oppvekst.ground.web.forms import Checks, DateField, DsForm, TimeField, long_text, oslo_moment, radios
from oppvekst.ground.web.forms import Choice as Option

TOLD = (
    "Hva det går ut på og hvor lenge det varer. At det er frivillig, at et ja kan trekkes når som helst, og hva som da skjer. "
    "Hvem som får vite hva."
)
FORMS = [
    (Form.WRITTEN.value, "Skriftlig"),
    (Form.ORAL.value, Option("Muntlig", "Gjelder når det er skrevet ned her. Det skriftlige bør komme etterpå.")),
    (Form.ELECTRONIC.value, "Elektronisk"),
]  # fmt: skip


class AskForm(DsForm):
    """What the family is asked about, in the very words it will read (bvl § 3-1)."""

    kind = forms.ChoiceField(
        label="Hva trengs det samtykke til?",
        choices=[("", "Velg"), *((one.value, about.title) for one, about in KINDS.items())],
    )
    decision = forms.ChoiceField(
        label="Hvilket vedtak gjelder det?", required=False,
        help_text="Vedtaket kan undertegnes når alle som må, har sagt ja til nettopp denne teksten.",
    )  # fmt: skip
    body = long_text(
        label="Teksten det samtykkes til", rows=8,
        help_text="Skriv til familien: hva som skal skje, hvor ofte, hvor lenge og hvorfor. Den samme teksten gis til alle som "
        "spørres, så skriv ikke noe om hvor noen av dem bor eller kan nås.",
        error_messages={"required": "Skriv hva det samtykkes til: hva som skal skje, hvor lenge, og hvorfor."},
    )  # fmt: skip
    begins_on = DateField(label="Skal begynne", required=False)
    ground = radios(
        [(key.value, title) for key, title in GROUNDS.items()], label="Hvorfor trengs det?", initial=Ground.ORDINARY.value,
        help_text="Setter barnet sin egen utvikling i fare, er det part også under 15 år.",
    )  # fmt: skip
    affects = Checks(
        [], label="Hvem griper det direkte inn hos?", required=False,
        help_text="For eksempel den som har samvær i tiden tiltaket skal brukes, fosterforeldrene ved varig opphold, eller den "
        "opplysningene gjelder. Ingen, hvis det bare gjelder dem barnet bor hos.",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[UUID, str]] = (),
        drafts: Sequence[tuple[UUID, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(key), title) for key, title in drafts]
        self.fields["decision"].choices = [("", "Ikke et vedtak som er begynt"), *known]  # type: ignore[attr-defined]
        if not drafts:
            del self.fields["decision"]
        self.fields["affects"].choices = [(str(key), name) for key, name in people]  # type: ignore[attr-defined]
        if not people:
            del self.fields["affects"]

    def asked(self, subject: UUID | None = None) -> Asked:
        """As the act takes it."""
        said = self.cleaned_data
        return Asked(
            kind=Kind(said["kind"]), body=said["body"], ground=Ground(said["ground"]), begins_on=said["begins_on"],
            affects=tuple(UUID(key) for key in said.get("affects", ())),
            subject=subject or (UUID(said["decision"]) if said.get("decision") else None),
        )  # fmt: skip


class _SaidForm(DsForm):
    """How something was said, when, and who was there."""

    said_on = DateField(label="Dag", error_messages={"required": "Skriv hvilken dag det ble sagt."})
    clock = TimeField(
        label="Klokka", required=False, help_text="For eksempel 14.30. Tomt felt betyr nå, eller midt på dagen."
    )
    language = forms.CharField(label="Språk", initial="bokmål")
    interpreter = forms.CharField(
        label="Tolk",
        required=False,
        help_text="Navn eller nummer på tolken, og språket. Tomt felt betyr at tolk ikke var med.",
    )
    witness = forms.CharField(label="Hvem andre var til stede?", required=False)

    def __init__(self, *args: Any, at: datetime, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"said_on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.at, self.today = at, today
        self.fields["said_on"].not_after = today  # type: ignore[attr-defined]

    def moment(self) -> datetime:
        """When it was said: without a clock, now if it is today."""
        day, clock = self.cleaned_data["said_on"], self.cleaned_data["clock"]
        if clock is None and day == self.today:
            return self.at
        return oslo_moment(day, clock or time(12))

    def how(self) -> dict[str, Any]:
        """What every answer has."""
        said = self.cleaned_data
        return {
            "form": Form(said["form"]), "said_at": self.moment(), "language": said["language"], "reasons": said["reasons"],
            "interpreter": said["interpreter"], "witness": said["witness"],
        }  # fmt: skip


class AnswerForm(_SaidForm):
    """A yes or a no (bvl §§ 3-1, 12-3)."""

    said = radios([(Said.YES.value, "Ja"), (Said.NO.value, "Nei")], label="Hva ble svart?", side_by_side=True)
    form = radios(FORMS, label="Hvordan?", error_messages={"required": "Velg hvordan det ble sagt."})
    told = long_text(label="Hva fikk personen vite først?", rows=3, required=False, initial=TOLD)
    reasons = long_text(
        label="Hva sa personen?", rows=2, required=False,
        help_text="Med egne ord. Ingen trenger å si hvorfor: da er «ville ikke si hvorfor» også et svar.",
    )  # fmt: skip
    handed_on = DateField(
        label="Gitt til institusjonen",
        required=False,
        help_text="Senest den dagen oppholdet begynner (bvl § 6-1 første ledd).",
    )
    reference = forms.CharField(
        label="Hvor ligger papiret?", required=False, help_text="Dokumentnummer eller arkiv, når svaret er skriftlig."
    )
    follows: ClassVar[dict[str, tuple[str, str]]] = {
        "told": ("said", Said.YES.value),
        "reasons": ("said", Said.NO.value),
    }
    field_order = (
        "said",
        "form",
        "told",
        "reasons",
        "said_on",
        "clock",
        "handed_on",
        "reference",
        "language",
        "interpreter",
        "witness",
    )

    def __init__(self, *args: Any, handed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not handed:
            del self.fields["handed_on"]

    def answered(self) -> Answered:
        """As the act takes it."""
        said = self.cleaned_data
        return Answered(
            said=Said(said["said"]), told=said["told"] if said["said"] == Said.YES else "", handed_on=said.get("handed_on"),
            reference=said["reference"], **self.how(),
        )  # fmt: skip


class WithdrawForm(_SaidForm):
    """A yes taken back: it counts from the moment it was said (bvl §§ 3-1, 6-1)."""

    form = radios(
        [("written", "Skriftlig"), ("oral", "Muntlig"), ("electronic", "Elektronisk")], label="Hvordan ble det trukket?",
        error_messages={"required": "Velg hvordan det ble trukket."},
    )  # fmt: skip
    reasons = long_text(label="Hva sa personen?", rows=2, required=False, help_text="Ingen trenger å si hvorfor.")
    field_order = ("form", "said_on", "clock", "reasons", "language", "interpreter", "witness")

    def answered(self) -> Answered:
        """As the act takes it."""
        return Answered(said=Said.WITHDRAWN, **self.how())


class AfterForm(DsForm):
    """What the service does when a yes has fallen."""

    way = radios([], label="Hva gjør tjenesten nå?", error_messages={"required": "Velg hva tjenesten gjør."})
    reasons = long_text(
        label="Hvorfor er det riktig nå?", rows=4, error_messages={"required": "Skriv hvorfor dette er det riktige nå."}
    )

    def __init__(self, *args: Any, ways: Sequence[Way], may_reserved: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [  # type: ignore[attr-defined]
            (way.key, Option(way.title, _meaning(way, told=way.reserved and not may_reserved))) for way in ways
        ]


def _meaning(way: Way, *, told: bool) -> str:
    law = f"{way.law.words().capitalize()}."
    return f"{law} Avgjøres av barnevernslederen eller stedfortrederen." if told else law


class CloseForm(DsForm):
    """Why nobody is asked any more."""

    reasons = long_text(
        label="Hvorfor spørres det ikke lenger om dette?", rows=3,
        error_messages={"required": "Skriv hvorfor det ikke lenger spørres om dette."},
    )  # fmt: skip


class RuleForm(DsForm):
    """What this service asks where the law is silent."""

    value = radios([], label="Hva gjør tjenesten?")
    valid_from = DateField(label="Gjelder fra", error_messages={"required": "Skriv hvilken dag det gjelder fra."})
    reasons = long_text(label="Hvorfor?", rows=3, error_messages={"required": "Skriv hvorfor tjenesten gjør det slik."})

    def __init__(self, *args: Any, choice: Choice, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"valid_from": today})
        super().__init__(*args, **kwargs)
        self.fields["value"].choices = list(choice.options)  # type: ignore[attr-defined]
