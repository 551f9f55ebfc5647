"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.decisions.desk.forms.decision import NoticeForm, OpenForm, SkipForm

__all__ = ["NoticeForm", "OpenForm", "SkipForm"]
