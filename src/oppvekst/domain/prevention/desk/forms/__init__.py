"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.prevention.desk.forms.answering import CloseForm, FilterForm
from oppvekst.domain.prevention.desk.forms.arranging import ContactForm, GroupForm

__all__ = ["CloseForm", "ContactForm", "FilterForm", "GroupForm"]
