"""One field on the page: its template, and the attributes that tie label, help, error and control together."""

from typing import Any

from django import forms

from oppvekst.ground.web.forms.choices import SideBySide
from oppvekst.ground.web.forms.dates import DateParts

KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DateParts, "date"),
    (forms.CheckboxSelectMultiple, "checks"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "check"),
    (forms.Textarea, "text_area"),
    (forms.FileInput, "file"),
)


class DsBoundField(forms.BoundField):
    """A field drawn with Designsystemet's classes. `follows` of the form names the answer that makes it relevant."""

    @property
    def template_name(self) -> str:
        return getattr(self.field, "template_name", None) or "web/forms/field.html"

    @property
    def kind(self) -> str:
        return next((kind for widget, kind in KINDS if isinstance(self.field.widget, widget)), "control")

    @property
    def is_optional(self) -> bool:
        return not self.field.required and self.kind != "check"

    @property
    def is_row(self) -> bool:
        return isinstance(self.field.widget, SideBySide)

    @property
    def room_for(self) -> int | None:
        """How many characters there is room for, shown as a counter under long texts."""
        return getattr(self.field, "max_length", None) if self.kind == "text_area" else None

    @property
    def follows(self) -> str:
        """«field=value» of the answer that this field belongs under, or «field=one|other»; the script hides it until then."""
        asked = getattr(self.form, "follows", {}).get(self.name)
        return f"{self.form.add_prefix(asked[0])}={asked[1]}" if asked else ""

    @property
    def error_target(self) -> str:
        """Where the error summary leads: the first control of the field."""
        return f"{self.auto_id}_0" if self.kind in {"radios", "checks"} else self.id_for_label

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        found = super().build_widget_attrs(attrs, widget)
        used = widget or self.field.widget
        found.setdefault("class", f"ds-input {used.attrs.get('class', '')}".strip())
        if isinstance(used, forms.Textarea):
            # Height comes from the stylesheet and the text, so that the box grows; Django's 40 x 10 would stop that.
            found.update({"rows": False, "cols": False, "data-rows": used.attrs.get("rows", 4)})
        if self.use_fieldset:
            found.pop("required", None)
        return found
