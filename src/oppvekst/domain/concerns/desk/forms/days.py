"""A day in one field, «24.11.2026»: at the desk one types it without leaving the keys."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from oppvekst.ground.web.forms import DateField

WIDGET = {"inputmode": "numeric", "autocomplete": "off", "class": "op-short", "maxlength": "30"}


class DayField(DateField):
    """Reads what the three fields read, from one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs=WIDGET), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """As it was typed, or the day as one writes it."""
        return f"{value:%d.%m.%Y}" if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as text: whatever was typed is a change."""
        return str(self.prepare_value(initial) or "") != str(data or "").strip()
