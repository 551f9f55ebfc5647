"""Everything that was answered, point by point, to be looked over before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from oppvekst.domain.concerns.portal.forms.step import StepForm
from oppvekst.domain.concerns.portal.journey import Journey
from oppvekst.domain.concerns.portal.steps import PeopleStep, Step
from oppvekst.ground.web.words import day_in_words, phone_in_groups


@dataclass(frozen=True)
class Answer:
    """One point, with the way back to it, and what is wrong with it."""

    id: str
    question: str
    value: str
    href: str
    error: str = ""


def answers(journey: Journey, refused: dict[str, str] | None = None) -> list[Answer]:
    """Every point. ``refused`` is what the rules said no to: page -> sentence."""
    return [_answer(journey, step, (refused or {}).get(step.slug, "")) for step in journey.steps]


def _answer(journey: Journey, step: Step, refused: str) -> Answer:
    found = journey.people_forms(step) if isinstance(step, PeopleStep) else [journey.form(step)]
    value = "\n\n".join(filter(None, map(told, found)))
    href = reverse("portal:concern-step", args=[journey.kind.slug, step.slug]) + "?endre=1"
    return Answer(f"punkt-{step.slug}", str(step.title), value, href, refused or journey.lacking(step))


def told(form: StepForm) -> str:
    """The answers of one form in words, one a line; a single answer stands without its question."""
    form.is_valid()
    said = [(bound, _spoken(bound.field, form.cleaned_data.get(bound.name))) for bound in form]
    given = [(bound, words) for bound, words in said if words]
    if len(form.fields) == 1:
        return given[0][1] if given else ""
    return "\n".join(words if bound.name == form.question else _line(str(bound.label), words) for bound, words in given)


def _line(question: str, words: str) -> str:
    return f"{question} {words}" if question.endswith("?") else f"{question}: {words}"


def _spoken(field: forms.Field, value: Any) -> str:
    if isinstance(value, bool):
        no = "" if isinstance(field, forms.BooleanField) else _("Nei")
        return _("Ja") if value else no
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(field, forms.ChoiceField):
        return _chosen(field, value)
    return phone_in_groups(value or "") if isinstance(field.widget, forms.TelInput) else str(value or "")


def _chosen(field: forms.ChoiceField, value: Any) -> str:
    words = dict(field.choices)  # type: ignore[arg-type]
    return "\n".join(str(words[each]) for each in (value if isinstance(value, list) else [value]) if each in words)
