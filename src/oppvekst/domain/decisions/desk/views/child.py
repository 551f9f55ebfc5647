"""«Til barnet»: the decision in words for the child, the code to its own page, and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.actions.child import LAW
from oppvekst.domain.decisions.desk.forms.child import ForChildForm
from oppvekst.domain.decisions.desk.frame import head, seen
from oppvekst.domain.decisions.desk.views.decision import DecisionAct
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries.child import told_child
from oppvekst.domain.decisions.rules import DISPATCH, STANDING
from oppvekst.ground.web.frame import DeskRequest, at_desk, now
from oppvekst.law.refusals import NotAllowed, Refusal


class TellChild(DecisionAct):
    """What the child reads of the decision, and the code for its own page."""

    template = "decisions/desk/child.html"
    form_class = ForChildForm
    heading, button = "Til barnet", "Legg på barnets egen side"
    right, law = DISPATCH, LAW
    lead = "Barnet leser dette på sin egen side, etter innlogging med en kode. Skriv kort, slik du ville sagt det."
    happens = (
        "Ordene ligger på barnets egen side, med hvordan barnet kan klage. Du får en kode som du gir til barnet selv."
    )
    seen_by = "Bare barnet. Foreldrene ser det ikke på sine sider."
    undone = "Ja. Du kan ta det bort, eller skrive det på nytt. Det som sto, er bevart."
    code = ""

    def form(self, found: Decision, typed: Any = None) -> ForChildForm:
        """As it was written last."""
        told = told_child(found.id)
        initial = {"decided": told.decided, "view": told.view, "why_not": told.why_not} if told else {}
        return ForChildForm(typed, initial=initial)

    def hindrance(self, found: Decision) -> Refusal | None:
        """Before it is signed there is nothing to tell of."""
        if found.state in STANDING:
            return None
        return NotAllowed("Vedtaket må være undertegnet og gjelde før barnet får det på siden sin.", self.law)

    def besides(self, found: Decision) -> dict[str, Any]:
        """What lies there now."""
        return {"told": told_child(found.id), "back": reverse("desk:decision", args=[found.id])}

    def perform(self, found: Decision, form: Any) -> None:
        """Lay it there."""
        said = actions.ForChild(**form.cleaned_data)
        self.code = actions.tell_child(found.id, said, by=self.request.actor, at=now())

    def home(self, found: Decision, done: str) -> HttpResponse:
        """The code, shown this once."""
        address = settings.MYPAGE_URL if "//" in settings.MYPAGE_URL else ""
        context = {**head(found, "Kode til barnets egen side"), "code": self.code, "address": address}
        return render(self.request, "decisions/desk/child_code.html", context)


@require_POST
@at_desk
def take_back(request: DeskRequest, decision_id: UUID) -> HttpResponse:
    """Off the child's own page again."""
    request.actor.must(DISPATCH)
    found = seen(request, decision_id)
    actions.take_back_from_child(found.id, by=request.actor, at=now())
    return redirect("desk:decision-child", found.id)
