"""Phone numbers as people write them."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.words import number_in_words, phone_in_groups


class PhoneField(forms.CharField):
    """A phone number: Norwegian of 8 (or 3, 5, 6) digits, or foreign with its country code. Kept as digits, foreign with «+»."""

    widget = forms.TelInput
    default_error_messages = {  # noqa: RUF012 - Django's own convention
        "signs": _("Et telefonnummer har bare siffer, mellomrom og eventuelt + først. Skriv for eksempel 00 00 99 98."),
        "length": _("Nummeret har %(number)s siffer. Norske nummer har åtte, for eksempel 00 00 99 98."),
        "foreign": _("Utenlandske nummer begynner med + og landkoden, for eksempel +46 70 123 45 67."),
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
            raise ValidationError(self.error_messages["signs"], code="signs")
        if number.startswith("+47"):
            number = number[3:]
        return self._foreign(number) if number.startswith("+") else self._norwegian(number)

    def _norwegian(self, number: str) -> str:
        if len(number) not in {3, 5, 6, 8}:
            params = {"number": number_in_words(len(number))}
            raise ValidationError(self.error_messages["length"], code="length", params=params)
        return number

    def _foreign(self, number: str) -> str:
        if not 8 <= len(number) <= 16:
            raise ValidationError(self.error_messages["foreign"], code="foreign")
        return number
