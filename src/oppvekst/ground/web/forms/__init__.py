"""Forms of the house. A form is a `DsForm`; its fields render themselves with `{{ form.name.as_field_group }}`."""

from oppvekst.ground.web.forms.bound import DsBoundField
from oppvekst.ground.web.forms.choices import Checks, Choice, YesNo, radios
from oppvekst.ground.web.forms.dates import DateField, DateParts, TimeField, oslo_moment
from oppvekst.ground.web.forms.form import DsForm, long_text
from oppvekst.ground.web.forms.phones import PhoneField

__all__ = [
    "Checks",
    "Choice",
    "DateField",
    "DateParts",
    "DsBoundField",
    "DsForm",
    "PhoneField",
    "TimeField",
    "YesNo",
    "long_text",
    "oslo_moment",
    "radios",
]
