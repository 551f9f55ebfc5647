"""Forms for hours as people say them, and for what a phone is called."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.hours import Shut
from oppvekst.domain.information.actions.phones import LineWords
from oppvekst.domain.information.rules.lines import MIDNIGHT
from oppvekst.domain.information.rules.timetable import NAMES
from oppvekst.domain.information.rules.week import Holidays, SpecialDay, Times, Week, read_times, write_times
from oppvekst.ground.web.forms import DateField, DsForm, PhoneField, TimeField, long_text, radios
from oppvekst.ground.web.words import phone_in_groups
from oppvekst.law.refusals import Incomplete

CLOSED, OWN = "stengt", "tider"
DAYS = tuple(f"d{number}" for number in range(1, 8))
EXAMPLE = _("For eksempel 08.30–15.00, «hele døgnet» eller «stengt».")


class TimesField(forms.CharField):
    """Hours of one day, as they are written on a door."""

    def __init__(self, **about: Any) -> None:
        super().__init__(max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"}), **about)

    def clean(self, value: Any) -> Times:
        """The hours, or what is wrong with them."""
        try:
            return read_times(str(self.to_python(value) or ""))
        except Incomplete as refusal:
            raise forms.ValidationError(refusal.fields["times"]) from refusal

    def prepare_value(self, value: Any) -> Any:
        """As people read them."""
        return write_times(value) if isinstance(value, tuple) else value


class WeekForm(DsForm):
    """Monday to Sunday, the holidays, and from when."""

    use_required_attribute = False

    holidays = radios(
        [(Holidays.CLOSED, _("Stengt")), (Holidays.AS_USUAL, _("Som på ukedagen")), (Holidays.OWN, _("Egne tider"))],
        label=_("På helligdager"),
    )  # fmt: skip
    own = TimesField(label=_("Tider på helligdager"), help_text=EXAMPLE)
    valid_from = DateField(label=_("Gjelder fra"), required=False, help_text=_("Tomt betyr fra du publiserer."))
    valid_to = DateField(
        label=_("Gjelder til og med"),
        required=False,
        help_text=_("For sommertid. Etterpå gjelder den vanlige uka igjen."),
    )
    follows = {"own": ("holidays", "own")}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(zip(DAYS, NAMES, strict=False))
        self.fields = {**{day: TimesField(label=capfirst(_(name))) for day, name in names.items()}, **self.fields}
        for name in ("valid_from", "valid_to"):
            self.fields[name].not_before = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Own hours on holidays must be told."""
        given = super().clean() or {}
        if given.get("holidays") == Holidays.OWN and not given.get("own") and "own" not in self.errors:
            self.add_error("own", _("Skriv tidene på helligdager, eller velg «Stengt»."))
        return given

    def week(self) -> Week:
        """The week as the action takes it."""
        given = self.cleaned_data
        own = given["own"] if given["holidays"] == Holidays.OWN else ()
        return Week(
            days=tuple(given[day] for day in DAYS), holidays=Holidays(given["holidays"]), on_holidays=own
        )  # fmt: skip

    @property
    def days(self) -> list[forms.BoundField]:
        """The seven fields."""
        return [self[day] for day in DAYS]

    @classmethod
    def start(cls, week: Week) -> dict[str, Any]:
        """What stands in the form when it is opened."""
        return {**dict(zip(DAYS, week.days, strict=True)), "holidays": week.holidays, "own": week.on_holidays}


class DayForm(DsForm):
    """One day that is not like the others."""

    use_required_attribute = False
    day = DateField(label=_("Hvilken dag?"))
    how = radios(
        [(OWN, _("Åpent, med egne tider")), (CLOSED, _("Stengt hele dagen"))], label=_("Hva gjelder den dagen?")
    )
    times = TimesField(label=_("Åpent"), help_text=_("For eksempel 10.00–12.00. Flere tider skilles med komma."))
    reason = forms.CharField(
        label=_("Grunn"), required=False, help_text=_("Med få ord. Tomt felt gir navnet på helligdagen, om det er en.")
    )
    follows = {"times": ("how", OWN)}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].not_before = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Own hours must be told."""
        given = super().clean() or {}
        if given.get("how") == OWN and not given.get("times") and "times" not in self.errors:
            self.add_error("times", _("Skriv når det er åpent, eller velg «Stengt hele dagen»."))
        return given

    def special(self) -> SpecialDay:
        """The day as the action takes it."""
        given = self.cleaned_data
        times = given["times"] if given["how"] == OWN else ()
        return SpecialDay(day=given["day"], times=times, reason=given["reason"].strip())


class ShutForm(DsForm):
    """Several days when a phone stays closed, or the same days every year."""

    first = DateField(label=_("Fra og med"))
    last = DateField(label=_("Til og med"), required=False, help_text=_("Tomt felt betyr bare den ene dagen."))
    yearly = forms.BooleanField(label=_("Hvert år på samme dato"), required=False)
    start = TimeField(label=_("Fra klokka"), required=False, help_text=_("Tomt felt betyr hele dagen."))
    end = TimeField(label=_("Til klokka"), required=False, help_text=_("Tomt felt betyr ut dagen."))
    reason = forms.CharField(label=_("Grunn"), help_text=_("Med få ord, slik det skal stå på de åpne sidene."))
    in_nynorsk = forms.CharField(label=_("Grunn på nynorsk"), required=False, max_length=80)
    in_english = forms.CharField(label=_("Grunn på engelsk"), required=False, max_length=80)

    def shut(self) -> Shut:
        """The closure as the action takes it."""
        given = self.cleaned_data
        return Shut(
            first=given["first"], last=given["last"] or given["first"], reason=given["reason"],
            start=given["start"] or MIDNIGHT, end=given["end"] or MIDNIGHT, yearly=given["yearly"],
            in_nynorsk=given["in_nynorsk"], in_english=given["in_english"],
        )  # fmt: skip

    @classmethod
    def start_of(cls, row: models.Closure) -> dict[str, Any]:
        """What stands in the form when a closure is changed."""
        said = {language: row.other_languages.get(language, {}).get("reason", "") for language in ("nn", "en")}
        return {
            "first": row.first, "last": row.last, "yearly": row.yearly, "reason": row.reason,
            "start": _unless_midnight(row.start), "end": _unless_midnight(row.end),
            "in_nynorsk": said["nn"], "in_english": said["en"],
        }  # fmt: skip


class LineForm(DsForm):
    """What is said of a phone, in three languages, and where it is known from."""

    name = forms.CharField(label=_("Navn"))
    phone = PhoneField(label=_("Telefonnummer"), required=False)
    about = long_text(label=_("Kort om den"), rows=2, required=False)
    name_nn = forms.CharField(label=_("Navn på nynorsk"), required=False, max_length=80)
    about_nn = long_text(label=_("Kort om den på nynorsk"), rows=2, required=False, max_length=300)
    name_en = forms.CharField(label=_("Navn på engelsk"), required=False, max_length=80)
    about_en = long_text(label=_("Kort om den på engelsk"), rows=2, required=False, max_length=300)
    url = forms.CharField(label=_("Nettside"), required=False)
    source = forms.CharField(
        label=_("Kilde"), required=False, help_text=_("Hvor nummeret og tidene er hentet fra. Står på de åpne sidene.")
    )
    checked_on = DateField(label=_("Sist kontrollert"), required=False)
    published = forms.BooleanField(label=_("Vis telefonen på de åpne sidene"), required=False)

    def words(self) -> LineWords:
        """All of it as the action takes it."""
        given = self.cleaned_data
        spoken = {each: {"name": given[f"name_{each}"], "about": given[f"about_{each}"]} for each in ("nn", "en")}
        return LineWords(
            name=given["name"], phone=phone_in_groups(given["phone"]) if given["phone"] else "", about=given["about"],
            url=given["url"], source=given["source"], checked_on=given["checked_on"], published=given["published"],
            spoken=spoken,
        )  # fmt: skip

    @classmethod
    def start_of(cls, line: models.PhoneLine) -> dict[str, Any]:
        """What stands in the form when it is opened."""
        own = {
            name: getattr(line, name) for name in ("name", "phone", "about", "url", "source", "checked_on", "published")
        }
        said = {
            f"{name}_{language}": line.other_languages.get(language, {}).get(name, "")
            for language in ("nn", "en") for name in ("name", "about")
        }  # fmt: skip
        return {**own, **said}


class MomentForm(DsForm):
    """A moment to try."""

    dag = DateField(label=_("Dag"))
    klokka = TimeField(label=_("Klokka"))


type Made = Callable[[Any], DsForm]


def _unless_midnight(clock: time) -> time | None:
    return None if clock == MIDNIGHT else clock
