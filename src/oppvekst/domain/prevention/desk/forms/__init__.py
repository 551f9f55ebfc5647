"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.prevention.desk.forms.answering import CloseForm, FilterForm
from oppvekst.domain.prevention.desk.forms.arranging import ContactForm, GroupForm
from oppvekst.domain.prevention.desk.forms.noting import (
    ActivityForm,
    AgreedForm,
    DiscussionFilter,
    DiscussionForm,
    EveningForm,
    InterpreterForm,
)

__all__ = [
    "ActivityForm",
    "AgreedForm",
    "CloseForm",
    "ContactForm",
    "DiscussionFilter",
    "DiscussionForm",
    "EveningForm",
    "FilterForm",
    "GroupForm",
    "InterpreterForm",
]
