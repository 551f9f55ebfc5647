"""Choices shown as boxes that are easy to hit, each with a line of help where it needs one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Choice:
    """The text of a choice with a line of help beneath it."""

    label: Any
    hint: Any = ""

    def __str__(self) -> str:
        return str(self.label)


class SideBySide(forms.RadioSelect):
    """Few and short choices in one row where there is room."""


type Pairs = Iterable[tuple[Any, Any]]


def radios(choices: Pairs, *, side_by_side: bool = False, **kwargs: Any) -> forms.ChoiceField:
    """One of a few, all visible at once."""
    widget = SideBySide() if side_by_side else forms.RadioSelect()
    return forms.ChoiceField(choices=list(choices), widget=widget, **kwargs)


class Checks(forms.MultipleChoiceField):
    """Any number of a few, all visible at once."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, choices: Pairs, **kwargs: Any) -> None:
        super().__init__(choices=list(choices), **kwargs)


class YesNo(forms.TypedChoiceField):
    """Yes or no, and nothing chosen beforehand: `True`, `False`, or `None` where it may be left."""

    widget = SideBySide

    def __init__(self, *, yes: Any = None, no: Any = None, **kwargs: Any) -> None:
        super().__init__(
            choices=[("yes", yes or _("Ja")), ("no", no or _("Nei"))],
            coerce=lambda value: value == "yes",
            empty_value=None,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
