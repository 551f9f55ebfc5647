"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.investigations.desk.forms.investigation import (
    AddForm,
    ExtendForm,
    OpenForm,
    PlanForm,
    ProposeForm,
)

__all__ = [
    "AddForm",
    "ExtendForm",
    "OpenForm",
    "PlanForm",
    "ProposeForm",
]
