"""What is asked. Of a discussion nothing that could name anybody: a number, boxes to tick, and a language from a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention import rules
from oppvekst.domain.prevention.rules import (
    DAYS,
    ENDONYMS,
    LANGUAGES,
    MEETINGS,
    MOST_ADULTS,
    MOST_CHILDREN,
    PARTS,
    THEMES,
    Discussion,
    Place,
    Visit,
    asked,
    slots_of,
)
from oppvekst.ground.web.forms import Checks, DateField, DsForm, PhoneField, long_text, radios
from oppvekst.ground.web.forms.choices import SideBySide

# A field that nobody sees and nobody fills in, but a program does.
TRAP = "nettside"
TRAPPED = _("Et felt som skal stå tomt, var fylt ut, og ingenting ble sendt. Trykk på knappen en gang til.")
PART_NAMES = dict(zip(PARTS, (_("Før klokka 12"), _("Etter klokka 12")), strict=True))
AHEAD = timedelta(days=365)
FREE_INTERPRETER = _("Vi bestiller tolk, og det er gratis. Barn tolker aldri.")


class InColumns(forms.CheckboxSelectMultiple, SideBySide):
    """Short answers beside each other where there is room."""


def line(label: Any, *, most: int = rules.LINE, autocomplete: str = "off", **about: Any) -> forms.CharField:
    """A short text. The limit is told, and not set in the browser, which would cut what is pasted and say nothing."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, validators=[MaxLengthValidator(most)], widget=widget, **about)


def number_to_call(**about: Any) -> PhoneField:
    """A number to call."""
    widget = forms.TelInput(attrs={"autocomplete": "tel", "class": "op-short"})
    return PhoneField(label=_("Telefon"), widget=widget, error_messages={"required": _(asked.PHONE_NEEDED)}, **about)


def number(label: Any, *, least: int, most: int, sentence: str, **about: Any) -> forms.IntegerField:
    """How many."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "op-clock"})
    said = dict.fromkeys(("required", "invalid", "min_value", "max_value"), _(sentence))
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, widget=widget, error_messages=said, **about
    )  # fmt: skip


def language_names() -> Iterator[tuple[str, str]]:
    """Every language, in the reader's language and in its own."""
    for code, name in LANGUAGES.items():
        told = capfirst(gettext(name))
        yield code, f"{told} ({ENDONYMS[code]})" if code in ENDONYMS else told


class PublicForm(DsForm):
    """A form of the portal: with the language the reader is likely to speak, and a trap for programs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"language": "en" if get_language() == "en" else "nb"})
        super().__init__(*args, **kwargs)
        self.fields[TRAP] = forms.CharField(required=False)
        if "language" in self.fields:
            self.fields["language"].choices = list(language_names())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get(TRAP):
            raise forms.ValidationError(TRAPPED)
        return given

    @property
    def shown(self) -> list[forms.BoundField]:
        """What a person sees."""
        return [bound for bound in self if bound.name != TRAP]

    def speaking(self) -> dict[str, str]:
        """The language, and whether somebody interprets it."""
        code = self.cleaned_data["language"]
        return {"language": code, "interpreter": code if self.cleaned_data["interpreter"] else ""}


class DiscussionForm(PublicForm):
    """Call-back time and phone, and how to talk together. There is no field for text, on purpose."""

    phone = number_to_call(help_text=_("Velg et nummer det er trygt at vi ringer."))
    days = Checks(
        [(day, capfirst(WEEKDAYS[at])) for at, day in enumerate(DAYS)], required=False, widget=InColumns(),
        label=_("Hvilke dager kan vi ringe?"), help_text=_("Kryss ikke av for noen hvis alle dager passer."),
    )  # fmt: skip
    parts = Checks(
        PART_NAMES.items(), required=False, widget=InColumns(), label=_("Når på dagen?"),
        help_text=_("Kryss ikke av hvis det er det samme."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Hvilket språk vil du snakke?"))
    interpreter = forms.BooleanField(label=_("Jeg vil ha tolk"), required=False, help_text=FREE_INTERPRETER)

    def asked(self) -> Discussion:
        """What was sent, in the room's own words."""
        given = self.cleaned_data
        return Discussion(phone=given["phone"], call_at=slots_of(given["days"], given["parts"]), **self.speaking())


class VisitForm(PublicForm):
    """Who asks us to come, to what, and about what in general."""

    body = line(
        _("Skole, barnehage eller virksomhet"),
        autocomplete="organization",
        error_messages={"required": _(asked.BODY_NEEDED)},
    )
    contact_person = line(
        _("Hvem skal vi snakke med hos dere?"), most=rules.NAME, autocomplete="name",
        error_messages={"required": _(asked.PERSON_NEEDED)},
    )  # fmt: skip
    phone = number_to_call()
    meeting = radios(
        MEETINGS.items(), label=_("Hva slags møte er det?"), error_messages={"required": _(asked.MEETING_NEEDED)}
    )
    wished_on = DateField(
        label=_("Når passer det best?"), required=False,
        help_text=_("Vet dere ikke ennå, lar dere feltene stå tomme. Vi avtaler dagen når vi ringer."),
    )  # fmt: skip
    themes = Checks(
        THEMES.items(), label=_("Hva vil dere snakke om?"), error_messages={"required": _(asked.THEME_NEEDED)}
    )
    words = long_text(
        label=_("Vil du si mer om temaet?"), rows=4, required=False, validators=[MaxLengthValidator(rules.WORDS)],
        help_text=_("Ikke skriv om ett bestemt barn, og ikke skriv navn på barn eller foreldre."),
    )  # fmt: skip
    interpreter = forms.ChoiceField(
        label=_("Trengs det tolk på møtet?"), required=False, help_text=FREE_INTERPRETER
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        translated = {"meeting": MEETINGS, "themes": THEMES}
        for name, words in translated.items():
            self.fields[name].choices = [(code, gettext(word)) for code, word in words.items()]  # type: ignore[attr-defined]
        others = [(code, name) for code, name in language_names() if code != "nb"]
        self.fields["interpreter"].choices = [("", gettext("Nei")), *others]  # type: ignore[attr-defined]
        self.fields["words"].max_length = rules.WORDS  # type: ignore[attr-defined]
        day = self.fields["wished_on"]
        assert isinstance(day, DateField)
        day.not_before, day.not_after = today, today + AHEAD

    def asked(self) -> Visit:
        """What was sent, in the room's own words."""
        given = {name: value for name, value in self.cleaned_data.items() if name != TRAP}
        return Visit(**given | {"themes": tuple(given["themes"])})


class SignUpForm(PublicForm):
    """Whom to call and how many come. No field for why, nor for how the children are."""

    name = line(
        _("Fornavnet ditt"),
        most=rules.NAME,
        autocomplete="given-name",
        error_messages={"required": _(asked.FIRST_NAME_NEEDED)},
    )
    phone = number_to_call()
    adults = number(_("Hvor mange voksne kommer?"), least=1, most=MOST_ADULTS, sentence=asked.ADULTS_NEEDED)
    children_to_mind = number(
        _("Hvor mange barn trenger pass?"),
        least=0,
        most=MOST_CHILDREN,
        sentence=asked.TOO_MANY_CHILDREN,
        required=False,
    )
    language = forms.ChoiceField(label=_("Hvilket språk snakker dere?"))
    interpreter = forms.BooleanField(label=_("Vi vil ha tolk"), required=False, help_text=FREE_INTERPRETER)

    def __init__(self, *args: Any, child_care: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not child_care:
            del self.fields["children_to_mind"]

    def asked(self) -> Place:
        """What was sent, in the room's own words."""
        given = self.cleaned_data
        return Place(
            name=given["name"], phone=given["phone"], adults=given["adults"],
            children_to_mind=given.get("children_to_mind") or 0, **self.speaking(),
        )  # fmt: skip
