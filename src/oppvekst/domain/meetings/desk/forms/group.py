"""What a person writes of a group: its kind, who is in it, who coordinates, and what each consent covers."""

from __future__ import annotations

from typing import Any

from django import forms

from oppvekst.domain.meetings.rules import KINDS, THEMES
from oppvekst.ground.web.forms import Checks, Choice, DateField, DsForm, YesNo, long_text, radios

SOMEBODY_ELSE = "annen"


class BeginForm(DsForm):
    """What kind, what it is called, and what one hopes for."""

    kind = radios(
        [(kind, Choice(about.title, about.about)) for kind, about in KINDS.items()], label="Hva slags møter?",
        error_messages={"required": "Velg hva slags møter det er."},
    )  # fmt: skip
    title = forms.CharField(label="Navn på gruppa", required=False, max_length=80, help_text="Kan stå tomt.")
    purpose = long_text(label="Hva vil dere oppnå?", required=False, rows=3)


class ChildCoordinatorForm(DsForm):
    """The first question of all (bvl § 15-8 (2))."""

    has = YesNo(label="Har barnet en barnekoordinator?", error_messages={"required": "Svar ja eller nei."})
    name = forms.CharField(label="Hvem er det?", required=False, max_length=120)
    follows = {"name": ("has", "yes")}


class CoordinatorForm(DsForm):
    """Who coordinates."""

    name = forms.CharField(label="Navn", max_length=120, error_messages={"required": "Skriv hvem som koordinerer."})
    body = forms.CharField(label="Arbeider i", required=False, max_length=120)
    since = DateField(label="Fra", required=False)


class MemberForm(DsForm):
    """Who is to meet: from the case, a colleague, or somebody else by name."""

    who = forms.ChoiceField(label="Hvem?", error_messages={"required": "Velg hvem det er."})
    name = forms.CharField(label="Navn", required=False, max_length=120)
    body = forms.CharField(
        label="Tjeneste", required=False, max_length=120, help_text="For eksempel skolen, BUP eller NAV."
    )
    address = forms.CharField(
        label="Postadresse", required=False, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text="Til den som skal ha brev. Den som står i saken, får brevet til adressen sin der.",
    )  # fmt: skip
    role = forms.CharField(
        label="Hva personen er for barnet", required=False, max_length=120, help_text="For eksempel kontaktlærer."
    )
    known_to_child = forms.BooleanField(
        label="Barnet kjenner personen", required=False, help_text="Da står navnet på barnets egen side over hjelpere."
    )
    follows = {
        "name": ("who", SOMEBODY_ELSE),
        "body": ("who", SOMEBODY_ELSE),
        "address": ("who", SOMEBODY_ELSE),
    }

    def __init__(self, *args: Any, persons: list[tuple[str, str]], staff: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            ("", "Velg"), ("Fra en annen tjeneste", [(SOMEBODY_ELSE, "En fra en annen tjeneste")]), ("I saken", persons),
            ("Hos oss", staff),
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("who") == SOMEBODY_ELSE and not typed.get("name", "").strip():
            self.add_error("name", "Skriv hvem det er.")
        return typed


class SharingForm(DsForm):
    """From whom, about what, when."""

    giver = radios([], label="Hvem samtykker?", error_messages={"required": "Velg hvem som samtykker."})
    themes = Checks(
        THEMES.items(), label="Til å dele hva?", error_messages={"required": "Velg minst ett tema."},
    )  # fmt: skip
    given_on = DateField(label="Når?", error_messages={"required": "Skriv dagen."})
    how = forms.CharField(
        label="Hvordan?", required=False, max_length=200, help_text="For eksempel i møte, på telefon eller skriftlig."
    )

    def __init__(self, *args: Any, givers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["giver"].choices = givers  # type: ignore[attr-defined]


class WithdrawForm(SharingForm):
    """The same, taken back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["giver"].label, self.fields["themes"].label = "Hvem trekker samtykket?", "Til å dele hva?"


class NotAskedForm(DsForm):
    """Why the child is not asked."""

    reason = long_text(
        label="Hvorfor er barnet ikke spurt?", rows=3, error_messages={"required": "Skriv hvorfor barnet ikke er spurt."}
    )  # fmt: skip


class QuestionForm(DsForm):
    """The question, word by word, and who has agreed to it."""

    question = long_text(
        label="Spørsmålet familien skal svare på, ord for ord", rows=3,
        error_messages={"required": "Skriv spørsmålet ord for ord, slik dere ble enige om det."},
    )  # fmt: skip
    with_parents_on = DateField(label="Foreldrene var enige", required=False)
    with_child_on = DateField(label="Barnet var enig", required=False)
    not_with_child = forms.CharField(label="Hvis barnet ikke er spurt: hvorfor?", required=False)
    support = forms.CharField(
        label="Hvem støtter barnet i møtet?", required=False, max_length=120, help_text="En barnet har valgt selv."
    )


class PapersForm(DsForm):
    """What the coordinator has signed and shown."""

    name = forms.CharField(
        label="Koordinator", max_length=120, error_messages={"required": "Skriv hvem som koordinerer."}
    )
    confidentiality_on = DateField(label="Taushetserklæring underskrevet", required=False)
    certificate_issued_on = DateField(label="Politiattest etter § 39 utstedt", required=False)
    certificate_shown_on = DateField(label="Politiattesten vist til oss", required=False)


class FamilyPlanForm(DsForm):
    """The family's plan as they laid it forward."""

    plan = long_text(
        label="Familiens plan, med deres ord", rows=6,
        error_messages={"required": "Skriv planen slik familien la den fram."},
    )  # fmt: skip
    received_on = DateField(label="Lagt fram", error_messages={"required": "Skriv dagen."})


class AnswerForm(DsForm):
    """Yes, or exactly why not."""

    approved = YesNo(
        label="Kan planen godkjennes?", yes="Ja", no="Nei, ikke slik den er", error_messages={"required": "Svar ja eller nei."}
    )  # fmt: skip
    words = long_text(
        label="Svaret til familien", rows=4, required=False,
        help_text="Når svaret er nei: nøyaktig hva i planen det gjelder, og hvorfor.",
    )  # fmt: skip
    follow_up_on = DateField(label="Vi møtes igjen", required=False)
