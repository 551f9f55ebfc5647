"""The talk with a youth about help after 18: what stands on the page of the help in a case, and the form."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.cases.models import Case
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms.aftercare import AftercareForm
from oppvekst.domain.measures.desk.frame import CaseAct
from oppvekst.domain.measures.queries import aftercare_facts, aftercare_talks
from oppvekst.domain.measures.rules import BEFORE_18
from oppvekst.domain.measures.rules.aftercare import Wants, askings
from oppvekst.ground.web.frame import now, today


def aftercare_of(case: Case) -> dict[str, Any]:
    """What the page of the help shows: the talks there have been, and whether the youth is to be asked; nothing for a child."""
    asked, talks = askings(aftercare_facts(case)), aftercare_talks(case.id)
    due = next((one.due for one in asked if one.done_on is None), None)
    return {
        "aftercare": talks or due,
        "aftercare_talks": talks,
        "aftercare_due": due,
        "aftercare_law": BEFORE_18.versions[-1].citation,
    }


class Talked(CaseAct):
    """Somebody has talked with the youth."""

    law = BEFORE_18.versions[-1].citation
    heading, button, done = "Samtale om hjelp etter 18 år", "Lagre samtalen", "ettervern"
    happens = (
        "Samtalen står i saken. Er ungdommen ikke fylt 17 og et halvt år, spør dere igjen et halvt år før 18-årsdagen."
    )
    seen_by = "De som har saken."
    undone = "Nei. Ombestemmer ungdommen seg, skriver du en ny samtale. Den gamle blir stående."

    def form(self, case: Case, typed: Any = None) -> AftercareForm:
        return AftercareForm(typed, today=today())

    def perform(self, case: Case, form: Any) -> None:
        said = form.cleaned_data
        actions.note_aftercare_talk(
            case.id, on=said["on"], wants=Wants(said["wants"]), words=said["words"], by=self.request.actor, at=now()
        )
