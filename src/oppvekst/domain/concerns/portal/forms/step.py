"""The form of one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.portal.typed import Typed, as_sent
from oppvekst.ground.web.forms import DateField, DsForm

QUESTION = "concerns/portal/_question.html"
NAME, LINE, WORDS = 200, 400, 20_000


@dataclass(frozen=True)
class Folded:
    """Some fields under a line that opens."""

    title: Any
    fields: list[forms.BoundField]

    @property
    def is_open(self) -> bool:
        """Something is written there, or wrong."""
        return any(bound.errors or _is_given(bound.value()) for bound in self.fields)


class StepForm(DsForm):
    """The questions of one page. ``question`` names the field that is the page's own heading, where there is one."""

    question: ClassVar[str] = ""
    # How far from today a date may lie: field -> (days back, days ahead).
    days: ClassVar[dict[str, tuple[int, int]]] = {}
    # Fields that are folded away under a line of their own: nobody should think that they must.
    folded: ClassVar[tuple[tuple[Any, tuple[str, ...]], ...]] = ()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.question:
            self.fields[self.question].template_name = QUESTION  # type: ignore[attr-defined]
        for name, (back, ahead) in self.days.items():
            day = self.fields[name]
            assert isinstance(day, DateField)
            day.not_before, day.not_after = today - timedelta(days=back), today + timedelta(days=ahead)

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields that everybody sees."""
        away = {name for _title, names in self.folded for name in names}
        return [bound for bound in self if bound.name not in away]

    @property
    def rest(self) -> list[Folded]:
        """The fields that are folded away."""
        return [Folded(title, [self[name] for name in names]) for title, names in self.folded]

    @classmethod
    def of(cls, answers: Typed, *, today: date) -> StepForm:
        """The form with these answers, examined."""
        return cls(as_sent(answers), today=today)

    @classmethod
    def showing(cls, answers: Typed, *, today: date) -> StepForm:
        """The form with these answers in its fields, and no word about what may be wrong with them yet."""
        sent = as_sent(answers)
        known = {name: field.widget.value_from_datadict(sent, {}, name) for name, field in cls.base_fields.items()}
        return cls(initial={name: value for name, value in known.items() if _is_given(value)}, today=today)


def line(label: Any, *, most: int = LINE, **about: Any) -> forms.CharField:
    """A short text on one line. Browsers are asked not to remember it."""
    about.setdefault("required", False)
    return forms.CharField(
        label=label, validators=[room_for(most)], widget=forms.TextInput(attrs={"autocomplete": "off"}), **about
    )


def room_for(most: int) -> MaxLengthValidator:
    """A limit that is told. A browser that knew of it would cut what is pasted, and say nothing."""
    return MaxLengthValidator(most)


def email(**about: Any) -> forms.EmailField:
    """An e-mail address."""
    widget = forms.EmailInput(attrs={"autocomplete": "off"})
    return forms.EmailField(label=_("E-post"), required=False, max_length=NAME, widget=widget, **about)


def _is_given(value: Any) -> bool:
    """A date of three empty fields is not given."""
    return any(value) if isinstance(value, tuple) else bool(value)
