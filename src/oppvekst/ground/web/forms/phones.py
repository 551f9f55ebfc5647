"""Phone numbers as people write them."""

import re
from typing import Any, NoReturn

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.words import number_in_words, phone_in_groups

# On one line: a number that breaks is a number that is dialled wrong.
EXAMPLES = {
    name: text.replace(" ", "\N{NO-BREAK SPACE}")
    for name, text in {"example": "00 00 99 98", "foreign": "+46 70 123 45 67"}.items()
}


class PhoneField(forms.CharField):
    """A phone number: Norwegian of 8 (or 3, 5, 6) digits, or foreign with its country code. Kept without spaces."""

    widget = forms.TelInput
    default_error_messages = {
        "signs": _("Et telefonnummer har bare siffer, mellomrom og eventuelt + først. Skriv for eksempel %(example)s."),
        "length": _("Nummeret har %(number)s siffer. Norske nummer har åtte, for eksempel %(example)s."),
        "foreign": _("Utenlandske nummer begynner med + og landkoden, for eksempel %(foreign)s."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TelInput(attrs={"autocomplete": "off", "class": "op-short"}))
        super().__init__(max_length=40, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        kept = str(value or "")
        return phone_in_groups(kept) if re.fullmatch(r"\+?\d+", kept) else value

    def clean(self, value: Any) -> str:
        typed = super().clean(value).strip()
        return self._digits(typed) if typed else ""

    def _digits(self, typed: str) -> str:
        number = re.sub(r"[\s().\-–/]", "", typed)
        number = "+" + number[2:] if number.startswith("00") and len(number) > 8 else number
        if not re.fullmatch(r"\+?\d+", number):
            self._refuse("signs")
        if number.startswith("+47"):
            number = number[3:]
        return self._foreign(number) if number.startswith("+") else self._norwegian(number)

    def _norwegian(self, number: str) -> str:
        if len(number) not in {3, 5, 6, 8}:
            self._refuse("length", number=number_in_words(len(number)))
        return number

    def _foreign(self, number: str) -> str:
        if not 8 <= len(number) <= 16:
            self._refuse("foreign")
        return number

    def _refuse(self, code: str, **params: Any) -> NoReturn:
        raise ValidationError(self.error_messages[code], code=code, params={**EXAMPLES, **params})
