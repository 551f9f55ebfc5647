"""Days and clocks as people write them: three short fields, or `24.11.2026` in one."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple, NoReturn

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.words import OSLO, day_in_words


class Typed(NamedTuple):
    """What stands in the three fields, as typed."""

    day: str = ""
    month: str = ""
    year: str = ""


EMPTY = Typed()
PARTS = (("day", _("Dag"), 2), ("month", _("Måned"), 2), ("year", _("År"), 4))


def split_day(text: str) -> Typed:
    """`24.11.2026`, `24/11-2026`, `24 11 2026`, `2026-11-24` or `24. november 2026` as three parts."""
    found = [part for part in re.split(r"[\s.,/\-]+", text.strip()) if part]
    if len(found) == 1 and re.fullmatch(r"\d{8}", found[0]):
        found = [found[0][:2], found[0][2:4], found[0][4:]]
    if len(found) == 3 and len(found[0]) == 4:
        found.reverse()
    return Typed(*found) if len(found) == 3 else Typed(day=text.strip())


class DateParts(forms.Widget):
    """Day, month and year in three fields. Also reads a whole date from the plain name or from the first field."""

    template_name = "web/forms/date.html"
    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        whole = str(data.get(name) or "").strip()
        typed = Typed(*(str(data.get(f"{name}_{part}") or "").strip() for part, _label, _size in PARTS))
        if not whole and typed.day and not typed.month and not typed.year:
            whole = typed.day
        return split_day(whole) if whole else typed

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(key not in data for key in (name, *(f"{name}_{part}" for part, _label, _size in PARTS)))

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = value if isinstance(value, Typed) else EMPTY
        context["widget"]["is_wrong"] = context["widget"]["attrs"].get("aria-invalid") == "true"
        context["widget"]["parts"] = [self._part(context["widget"], part, typed) for part in PARTS]
        return context

    def _part(self, widget: dict[str, Any], part: tuple[str, Any, int], typed: Typed) -> dict[str, Any]:
        key, label, size = part
        hint = f"bday-{key}" if widget["attrs"].get("autocomplete") == "bday" else "off"
        return {
            "name": f"{widget['name']}_{key}",
            "id": f"{widget['attrs'].get('id', widget['name'])}_{key}",
            "label": label,
            "size": size,
            "value": getattr(typed, key),
            "autocomplete": hint,
        }


class DateField(forms.Field):
    """A day. `not_after` and `not_before` come from the door (`today=`), since no field reads the clock."""

    widget = DateParts
    default_error_messages = {
        "parts": _("Skriv også %(missing)s."),
        "figures": _("Skriv datoen med tall, for eksempel 24 11 2016."),
        "year": _("Skriv året med fire siffer, for eksempel 2016."),
        "month": _("Måned %(month)s finnes ikke. Skriv et tall fra 1 til 12."),
        "day": _("%(day)s finnes ikke."),
        "day_or_empty": _("%(day)s finnes ikke. Rett datoen, eller la feltene stå tomme."),
        "after": _("Datoen kan ikke være etter %(limit)s. Rett datoen."),
        "before": _("Datoen kan ikke være før %(limit)s. Rett datoen."),
    }

    def __init__(
        self,
        *,
        not_after: dt.date | None = None,
        not_before: dt.date | None = None,
        birthday: bool = False,
        **kwargs: Any,
    ) -> None:
        if birthday:
            kwargs.setdefault("widget", DateParts(attrs={"autocomplete": "bday"}))
        super().__init__(**kwargs)
        self.not_after, self.not_before = not_after, not_before

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dt.date):
            return Typed(str(value.day), str(value.month), str(value.year))
        return split_day(value) if isinstance(value, str) and value else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or EMPTY) != (data or EMPTY)

    def to_python(self, value: Any) -> dt.date | None:
        if isinstance(value, dt.date):
            return value
        typed = split_day(value) if isinstance(value, str) else value or EMPTY
        return self._day(typed) if any(typed) else None

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and self.not_after and value > self.not_after:
            self._refuse("after", limit=day_in_words(self.not_after))
        if value and self.not_before and value < self.not_before:
            self._refuse("before", limit=day_in_words(self.not_before))

    def _day(self, typed: Typed) -> dt.date:
        self._all_there(typed)
        day, month, year = typed.day.rstrip("."), self._month(typed.month), typed.year
        if not (day.isdecimal() and year.isdecimal()):
            self._refuse("figures")
        if len(year) != 4:
            self._refuse("year")
        try:
            return dt.date(int(year), month, int(day))
        except ValueError:
            self._refuse("day" if self.required else "day_or_empty", day=f"{int(day)}. {MONTHS[month]} {year}")

    def _all_there(self, typed: Typed) -> None:
        missing = [str(label).lower() for (part, label, _size) in PARTS if not getattr(typed, part)]
        if missing:
            self._refuse("parts", missing=gettext(" og ").join(missing))

    def _month(self, text: str) -> int:
        if text.isdecimal():
            if not 1 <= int(text) <= 12:
                self._refuse("month", month=text)
            return int(text)
        named = [number for number, name in MONTHS.items() if str(name).startswith(text.lower().rstrip("."))]
        if len(text) < 3 or len(named) != 1:
            self._refuse("figures")
        return int(named[0])

    def _refuse(self, code: str, **params: Any) -> NoReturn:
        raise ValidationError(self.error_messages[code], code=code, params=params)


class TimeField(forms.Field):
    """A clock: `14.05`, `14:05`, `1405` or `14`."""

    default_error_messages = {
        "form": _("Skriv klokkeslettet med tall, for eksempel 14.05."),
        "none": _("Klokka %(typed)s finnes ikke. Skriv for eksempel 14.05."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "op-clock", "maxlength": "5"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H.%M") if isinstance(value, dt.time) else value

    def to_python(self, value: Any) -> dt.time | None:
        if value in self.empty_values or isinstance(value, dt.time):
            return value or None
        found = re.fullmatch(r"(?:kl\.?|klokka)?\s*(\d{1,2})(?:[.:\s]?(\d{2}))?", str(value).strip().lower())
        if not found:
            raise ValidationError(self.error_messages["form"], code="form")
        try:
            return dt.time(int(found[1]), int(found[2] or 0))
        except ValueError:
            raise ValidationError(
                self.error_messages["none"], code="none", params={"typed": str(value).strip()}
            ) from None


def oslo_moment(day: dt.date, clock: dt.time) -> dt.datetime:
    """The moment when clocks in Oslo show `clock` on `day`; of the hour that comes twice in autumn, the first."""
    return dt.datetime.combine(day, clock, tzinfo=OSLO)
