"""Opening an investigation from a concern: the reasons, who gets it, and the limit before one presses (bvl § 2-2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.actions import propose
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import facts_of, get_concern
from oppvekst.domain.concerns.rules import MACHINE, OPEN_INVESTIGATION, RIGHTS, right_to_propose
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.investigations.desk import clocks, forms
from oppvekst.domain.investigations.desk.frame import DONE, known, now, today
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import is_open
from oppvekst.domain.investigations.rules import InvestigationFacts, ordinary_due
from oppvekst.domain.people.rules import age_in_words
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date
from oppvekst.law.deadline import Due
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

STEP = MACHINE.step(OPEN_INVESTIGATION)
MAY_OPEN, MAY_PROPOSE = RIGHTS[OPEN_INVESTIGATION], right_to_propose(OPEN_INVESTIGATION)
ASKED_HERE = frozenset({"reasonable_ground"})


class Open(Act[Concern]):
    """The form with the limit beside it; or why the law has no such step now. One who may not open it proposes it."""

    template = "investigations/desk/open.html"
    heading = _("Åpne undersøkelse")
    fields = {"reasonable_ground": "reasons"}
    opened: Investigation | None = None

    @property
    def proposes(self) -> bool:
        """Whether this person may propose, and not open."""
        return not self.request.actor.may(MAY_OPEN) and self.request.actor.may(MAY_PROPOSE)

    def find(self, concern_id: UUID) -> Concern:
        concern = get_concern(concern_id)
        case_id = concern.case_id if concern.case else None
        look("concern", by=self.request.actor, at=now(), subject=concern.id, case_id=case_id)
        return concern

    def form(self, concern: Concern, typed: Any = None) -> Any:
        if self.proposes:
            return forms.ProposeForm(typed, initial={"reasons": concern.proposal_reasons})
        staff = colleagues.colleagues(concern.municipality_id, today=today())
        first = concern.handler or self.request.actor.staff_id
        start = {"reasons": concern.proposal_reasons, "responsible": str(first)}
        return forms.OpenForm(typed, colleagues=staff, initial=start)

    def hindrance(self, concern: Concern) -> Refusal | None:
        if not (self.request.actor.may(MAY_OPEN) or self.proposes):
            return NotAllowed(gettext("Rollen din kan ikke åpne en undersøkelse. Spør teamlederen."))
        if concern.case_id is None:
            return NotAllowed(gettext("Finn ut hvem barnet er først. Undersøkelsen føres i barnets egen journal."))
        if is_open(concern.case_id):
            return NotAllowed(gettext("Det pågår allerede en undersøkelse av dette barnet. Legg meldingen til den."))
        return _of_law(concern)

    def perform(self, concern: Concern, form: Any) -> None:
        if self.proposes:
            propose(concern.id, STEP.name, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())
        else:
            self.opened = open_investigation(concern.id, **form.cleaned_data, by=self.request.actor, at=now())

    def home(self, concern: Concern, done: str) -> HttpResponse:
        if self.opened:
            return redirect(f"{reverse('desk:investigation', args=[self.opened.id])}?{DONE}=apnet")
        return redirect(f"{known('concern', concern.id) or known('my-day')}?{DONE}=foreslatt")

    def head(self, concern: Concern) -> dict[str, Any]:
        received = oslo_date(concern.received_at)
        due, back = ordinary_due(InvestigationFacts(received_on=received)), known("concern", concern.id)
        return {
            "concern": concern, "back": back, "today": today(), "clock": clocks.coming(due),
            "register": clocks.register_clock(received), "proposes": self.proposes,
            "proposed_by": _proposer(concern, self.request.actor), "consequences": _consequences(self.proposes, due),
            "crumbs": [(_("Meldinger"), known("concerns")), (concern.number, back), (self.heading, "")], **_child(concern),
        }  # fmt: skip


def _of_law(concern: Concern) -> Refusal | None:
    here = MACHINE.state(concern.state)
    if concern.state not in STEP.sources:
        told = gettext("Meldingen er «%(state)s». Ta den til gjennomgang først.") % {"state": here.title}
        if here.closed:
            told = gettext("Meldingen er allerede «%(state)s».") % {"state": here.title}
        return NotAllowed(told, STEP.citation)
    refusals = STEP.refusals(facts_of(concern, today=today()))
    return next(
        (one for one in refusals if not (isinstance(one, Incomplete) and one.fields.keys() <= ASKED_HERE)), None
    )


def _proposer(concern: Concern, by: Actor) -> str:
    """Who proposed it, when that was another."""
    if concern.proposed != STEP.name or concern.proposed_by == by.staff_id:
        return ""
    return colleagues.names([concern.proposed_by]).get(concern.proposed_by, "")  # type: ignore[arg-type]


def _consequences(proposes: bool, due: Due) -> dict[str, Any]:
    if proposes:
        return {
            "happens": _("Forslaget kommer på lista til teamleder og leder. Ingenting er åpnet før en av dem gjør det."),
            "seen_by": _("Ansatte med tilgang til meldingen."),
            "undone": _("Ja, til den er åpnet: et nytt forslag erstatter dette."),
        }  # fmt: skip
    day = day_in_words(due.due)  # type: ignore[arg-type]
    return {
        "happens": gettext("Meldingen er ferdig gjennomgått, og undersøkelsen løper til %(day)s.") % {"day": day},
        "seen_by": _("Den som får ansvaret, får tilgang til saken. Familien skal få vite om undersøkelsen når det er trygt."),
        "undone": _("Nei. En undersøkelse avsluttes med et vedtak, også når den henlegges."),
    }  # fmt: skip


def _child(concern: Concern) -> dict[str, Any]:
    """Whom it is about, by the registered name when there is one to see."""
    if concern.case_id and concern.case:
        child = concern.case.child
        years = age_in_words(child.birth_date, due_date=child.due_date, today=today())
        return {"child_name": child.name, "child_age": years, "case_url": known("case", concern.case_id)}
    return {"child_name": concern.child_name or _("Barn uten navn"), "child_age": "", "case_url": ""}
