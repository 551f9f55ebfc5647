"""Somebody in the family has said at My page that a planned time does not suit, and is answered."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.actions.unsuited import NOTHING_WAITS
from oppvekst.domain.measures.desk.forms.unsuited import AnswerForm
from oppvekst.domain.measures.desk.views.occasions import OnOne
from oppvekst.domain.measures.models import Occasion
from oppvekst.domain.measures.queries.unsuited import waiting_of
from oppvekst.ground.web.frame import now
from oppvekst.law.refusals import NotAllowed, Refusal


class AnswerFamily(OnOne):
    """The plan stays as it is, and the family reads why."""

    template = "measures/desk/answer.html"
    heading, button, done = "Svar familien", "Svar", "familien-svart"
    happens = "Planen blir som den er. Skal den endres, så flytt eller avlys i stedet."
    seen_by = "Hver av dem leser sitt eget svar på Min side, så sant dagene vises der. De som har saken."
    undone = "Nei. Svaret blir stående."

    def head(self, one: Occasion) -> dict[str, Any]:
        return {**super().head(one), "waits": waiting_of(one.id)}

    def form(self, one: Occasion, typed: Any = None) -> AnswerForm:
        return AnswerForm(typed, waits=waiting_of(one.id))

    def changed(self, one: Occasion) -> bool:
        """Whether somebody has written since the page was shown: nobody is answered by one who has not read it."""
        shown = set(self.request.POST.getlist("sett"))
        return not {str(each.id) for each in waiting_of(one.id)} <= shown

    def hindrance(self, one: Occasion) -> Refusal | None:
        return None if waiting_of(one.id) else NotAllowed(NOTHING_WAITS)

    def perform(self, one: Occasion, form: Any) -> None:
        actions.answer_unsuited(one.id, form.answers(), by=self.request.actor, at=now())
