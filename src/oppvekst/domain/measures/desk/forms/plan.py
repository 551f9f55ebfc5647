"""What a person writes in a plan, and of a goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from oppvekst.domain.measures.actions import Written
from oppvekst.domain.measures.models import Goal
from oppvekst.ground.web.forms import DsForm, long_text, radios
from oppvekst.law.codes import Code


class PlanForm(DsForm):
    """Every part of a plan (bvl § 8-1 (2)), and which of the register's kinds it is."""

    kind = forms.ChoiceField(label="Hva slags plan?", help_text="Registerets plantyper som kan brukes her.")
    content = long_text(
        label="Hva skal gjøres?",
        rows=5,
        required=False,
        help_text="Hva hjelpen går ut på, hvor ofte, og hva den skal endre.",
    )
    who_does_what = long_text(
        label="Hvem gjør hva?", rows=4, required=False, help_text="Familien, vi, og andre som er med."
    )
    duration = long_text(
        label="Hvor lenge?",
        rows=2,
        required=False,
        help_text="For eksempel: et halvt år, til og med 30. november 2026.",
    )
    follow_up = long_text(
        label="Hvordan følger vi opp?",
        rows=3,
        required=False,
        help_text="Når vi møtes, og hvordan vi ser om det hjelper.",
    )
    child_words = long_text(label="Barnets ord om planen", rows=3, required=False)
    parents_words = long_text(label="Foreldrenes ord om planen", rows=3, required=False)

    def __init__(self, *args: Any, kinds: Sequence[Code], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(one.code, f"{one.code} {one.text}") for one in kinds]  # type: ignore[attr-defined]

    def written(self) -> Written:
        """As the act takes it."""
        return Written(**{name: value for name, value in self.cleaned_data.items() if name != "kind"})


class GoalForm(DsForm):
    """A goal one can see whether it is reached (bvl § 8-1 (2))."""

    text = long_text(
        label="Hva skal bli bedre?", rows=2,
        help_text="Ett mål, med familiens egne ord. Barnet og foreldrene kan lese målet på Min side.",
        error_messages={"required": "Skriv hva som skal bli bedre."},
    )  # fmt: skip
    seen_by = long_text(
        label="Slik ser vi om det er nådd", rows=2, help_text="Noe alle kan se. «Alle er ute av døra til åtte.»",
        error_messages={"required": "Skriv hvordan dere ser om målet er nådd."},
    )  # fmt: skip
    who = long_text(label="Hvem gjør hva?", rows=2, required=False)


class CloseGoalForm(DsForm):
    """A goal is met, or left with the reason."""

    state = radios(
        [(Goal.State.MET.value, "Nådd"), (Goal.State.LEFT.value, "Lagt bort")],
        label="Hvordan gikk det?",
        side_by_side=True,
    )
    words = long_text(label="Hva skjedde?", rows=2, required=False, help_text="Må skrives når målet legges bort.")
