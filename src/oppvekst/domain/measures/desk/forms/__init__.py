"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.measures.desk.forms.measure import AddForm, OpenForm

__all__ = ["AddForm", "OpenForm"]
