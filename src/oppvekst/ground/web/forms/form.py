"""The form that every form of the house is made from, and its sentences when something is wrong."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.forms.bound import DsBoundField

CHOOSING = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.Select)

# Django's own sentences say that something is wrong; ours say how to mend it.
SENTENCES: dict[str, Any] = {
    "max_length": _("Det er plass til %(limit_value)d tegn, og du har skrevet %(show_value)d. Kort ned teksten."),
    "min_length": _("Skriv minst %(limit_value)d tegn. Du har skrevet %(show_value)d."),
    "min_value": _("Tallet må være %(limit_value)s eller høyere."),
    "max_value": _("Tallet må være %(limit_value)s eller lavere."),
    "invalid_choice": _("Dette valget finnes ikke lenger. Velg på nytt."),
    "invalid_list": _("Valgene kom ikke fram. Velg på nytt."),
    "null_characters_not_allowed": _("Teksten inneholder tegn som ikke kan lagres. Skriv den på nytt uten å lime inn."),
}
BY_FIELD: tuple[tuple[type[forms.Field], dict[str, Any]], ...] = (
    (
        forms.EmailField,
        {"invalid": _("E-postadressen ser ikke riktig ut. Den skal være på formen navn@eksempel.no.")},
    ),
    (forms.IntegerField, {"invalid": _("Skriv et helt tall med siffer, for eksempel 3.")}),
    (forms.DecimalField, {"invalid": _("Skriv et tall, for eksempel 12,5.")}),
    (
        forms.FileField,
        {
            "invalid": _("Filen kom ikke fram. Velg den på nytt."),
            "missing": _("Filen kom ikke fram. Velg den på nytt."),
            "empty": _("Filen er tom. Velg en annen fil."),
        },
    ),
    (forms.UUIDField, {"invalid": _("Lenken er ikke fullstendig. Gå tilbake og prøv på nytt.")}),
)


class DsForm(forms.Form):
    """A form in the house's look and language.

    `follows = {"other": ("who", "other")}` shows a field only when another has that answer; without scripts, always.
    """

    bound_field_class = DsBoundField
    template_name = "web/forms/form.html"
    follows: ClassVar[dict[str, tuple[str, str]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _speak(field, str(field.label or name))


def _speak(field: forms.Field, label: str) -> None:
    """Put our sentences where the form's author has not written one."""
    fitting = [own for kind, own in BY_FIELD if isinstance(field, kind)]
    ours = {
        **SENTENCES,
        "required": _ask(field, label),
        **{code: text for own in fitting for code, text in own.items()},
    }
    for code, sentence in ours.items():
        said = field.error_messages.get(code)
        if said is None or said == _django_says(field, code):
            field.error_messages[code] = sentence


def _django_says(field: forms.Field, code: str) -> Any:
    for kind in type(field).__mro__:
        if kind.__module__.startswith("django.") and code in vars(kind).get("default_error_messages", {}):
            return vars(kind)["default_error_messages"][code]
    return None


def _ask(field: forms.Field, label: str) -> str:
    """What to do about an unanswered question, with its own words, so that the summary makes sense by itself."""
    if isinstance(field.widget, CHOOSING):
        pattern = gettext("Velg et svar på «%(label)s».") if label.endswith("?") else gettext("Velg «%(label)s».")
    elif isinstance(field.widget, forms.CheckboxInput):
        pattern = gettext("Du må krysse av for «%(label)s».")
    else:
        pattern = gettext("Svar på «%(label)s».") if label.endswith("?") else gettext("Fyll ut «%(label)s».")
    return pattern % {"label": label}


def long_text(*, rows: int = 6, **kwargs: Any) -> forms.CharField:
    """A text of several lines that grows while it is written, with a counter when there is a `max_length`."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}), **kwargs)
