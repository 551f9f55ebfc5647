"""What is written at an evaluation: each goal in five words, the child's and the parents' words, the Act's three questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.measures.actions import Looked, Seen
from oppvekst.domain.measures.models import Evaluation, Goal, GoalSeen
from oppvekst.ground.web.forms import Choice, DateField, DsForm, YesNo, long_text, radios
from oppvekst.ground.web.words import day_in_words

OUTCOMES = [
    (Evaluation.Outcome.CONTINUE.value, Choice("Fortsett som før", "Neste evaluering settes av seg selv.")),
    (
        Evaluation.Outcome.CHANGE.value,
        Choice(
            "Endre", "Skriv en ny versjon av planen etterpå. Endrer det noens rettigheter, trengs et vedtak om endring."
        ),
    ),
    (
        Evaluation.Outcome.END.value,
        Choice(
            "Avslutt", "Er noen uenig, eller fyller barnet 18, trengs først et vedtak med begrunnelse og klagerett."
        ),
    ),
]


class EvaluationForm(DsForm):
    """One look at whether the help works (bvl § 8-1 (1))."""

    on = DateField(label="Hvilken dag evaluerte dere?", error_messages={"required": "Skriv dagen dere evaluerte."})
    present = forms.CharField(label="Hvem var med?", required=False)
    child_heard = YesNo(
        label="Har barnet sagt hva det mener?", error_messages={"required": "Svar på om barnet er hørt."}
    )
    child_words = long_text(label="Barnets ord", rows=3, required=False)
    parents_heard = YesNo(
        label="Har foreldrene sagt hva de mener?", error_messages={"required": "Svar på om foreldrene er hørt."}
    )
    parents_words = long_text(label="Foreldrenes ord", rows=3, required=False)
    not_heard_reason = long_text(label="Hvorfor er noen ikke hørt?", rows=2, required=False)
    works = long_text(label="Virker hjelpen?", rows=3, error_messages={"required": "Skriv om hjelpen virker."})
    new_needs = long_text(
        label="Trengs det mer eller annen hjelp?",
        rows=3,
        error_messages={"required": "Skriv om det trengs mer eller annen hjelp."},
    )
    care_grounds = long_text(
        label="Er det grunnlag for omsorgsovertakelse?", rows=2,
        help_text="Svaret er nesten alltid nei. Loven vil at vi spør hver gang.",
        error_messages={"required": "Skriv om det er grunnlag for omsorgsovertakelse."},
    )  # fmt: skip
    outcome = radios(
        OUTCOMES, label="Hva fører evalueringen til?", error_messages={"required": "Velg hva evalueringen fører til."}
    )
    against_wish = YesNo(label="Er noen uenig i å avslutte?", required=False)
    end_decision = forms.ChoiceField(
        label="Vedtaket om å avslutte",
        required=False,
        help_text="Må finnes når noen er uenig. Ellers kan det stå tomt.",
    )
    end_words = long_text(label="Hvorfor avsluttes det?", rows=2, required=False)
    follows: ClassVar[dict[str, tuple[str, str]]] = {
        "child_words": ("child_heard", "yes"),
        "parents_words": ("parents_heard", "yes"),
        "against_wish": ("outcome", Evaluation.Outcome.END.value),
        "end_decision": ("outcome", Evaluation.Outcome.END.value),
        "end_words": ("outcome", Evaluation.Outcome.END.value),
    }

    def __init__(
        self,
        *args: Any,
        goals: Sequence[Goal],
        endings: Sequence[Decision],
        today: date,
        since: date | None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {"on": today})
        super().__init__(*args, **kwargs)
        self.goals = list(goals)
        self.fields["on"].not_after, self.fields["on"].not_before = today, since  # type: ignore[attr-defined]
        self.fields["end_decision"].choices = [  # type: ignore[attr-defined]
            ("", "Ikke noe vedtak"),
            *((str(one.id), f"{one.title}, {day_in_words(one.signed_at)}") for one in endings if one.signed_at),
        ]  # fmt: skip
        own = {name: field for goal in self.goals for name, field in _of_goal(goal)}
        self.fields = {name: self.fields[name] for name in ("on", "present")} | own | self.fields

    def clean(self) -> dict[str, Any]:
        """Ending is told in words, and whether everybody agrees."""
        said = super().clean() or self.cleaned_data
        if said.get("outcome") == Evaluation.Outcome.END:
            if said.get("against_wish") is None:
                self.add_error("against_wish", "Svar på om noen er uenig i å avslutte.")
            if not said.get("end_words", "").strip():
                self.add_error("end_words", "Skriv hvorfor hjelpen avsluttes.")
        return said

    def looked(self) -> Looked:
        """As the act takes it."""
        said = self.cleaned_data
        plain = ("on", "works", "new_needs", "care_grounds", "present", "child_heard", "child_words", "parents_heard",
                 "parents_words", "not_heard_reason", "end_words")  # fmt: skip
        return Looked(
            outcome=Evaluation.Outcome(said["outcome"]), against_wish=bool(said["against_wish"]),
            end_decision=UUID(said["end_decision"]) if said["end_decision"] else None, **{name: said[name] for name in plain},
        )  # fmt: skip

    def seen(self) -> list[Seen]:
        """How each goal stood."""
        said = self.cleaned_data
        return [
            Seen(goal.id, GoalSeen.Stand(int(said[f"stand_{goal.id.hex}"])), said[f"words_{goal.id.hex}"])
            for goal in self.goals
        ]


def _of_goal(goal: Goal) -> Iterator[tuple[str, forms.Field]]:
    choices = [(str(stand.value), stand.label.capitalize()) for stand in GoalSeen.Stand]
    lacking = {"required": f"Velg hvordan det står med «{goal.text}»."}
    yield (
        f"stand_{goal.id.hex}",
        radios(choices, label=f"Mål: {goal.text}", help_text=goal.seen_by, side_by_side=True, error_messages=lacking),
    )
    yield f"words_{goal.id.hex}", long_text(label=f"Hva har endret seg med «{goal.text}»?", rows=2, required=False)
