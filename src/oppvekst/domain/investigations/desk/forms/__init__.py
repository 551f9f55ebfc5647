"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.investigations.desk.forms.investigation import (
    AddForm,
    ExtendForm,
    OpenForm,
    PlanForm,
    ProposeForm,
)
from oppvekst.domain.investigations.desk.forms.needs import FactForm, GroundsForm, NeedsForm

__all__ = [
    "AddForm",
    "ExtendForm",
    "FactForm",
    "GroundsForm",
    "NeedsForm",
    "OpenForm",
    "PlanForm",
    "ProposeForm",
]
