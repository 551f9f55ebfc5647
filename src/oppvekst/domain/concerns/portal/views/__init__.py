"""The pages of the form."""

from oppvekst.domain.concerns.portal.views.beginning import call, intro, start
from oppvekst.domain.concerns.portal.views.leaving import delete, leave
from oppvekst.domain.concerns.portal.views.paper import paper_form
from oppvekst.domain.concerns.portal.views.people import person, remove
from oppvekst.domain.concerns.portal.views.receipts import receipt, sent
from oppvekst.domain.concerns.portal.views.sending import summary
from oppvekst.domain.concerns.portal.views.step import step

__all__ = [
    "call", "delete", "intro", "leave", "paper_form", "person", "receipt", "remove", "sent", "start", "step", "summary",
]  # fmt: skip
