"""Opening an investigation from a concern: the reasons, who gets it, and the limit before one presses (bvl § 2-2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from oppvekst.domain.concerns.actions import propose
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import facts_of, get_concern
from oppvekst.domain.concerns.rules import MACHINE
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.investigations.desk import clocks, forms
from oppvekst.domain.investigations.desk.frame import DONE, INCOMPLETE, DeskRequest, known, now, put_back, today
from oppvekst.domain.investigations.queries import is_open
from oppvekst.domain.investigations.rules import InvestigationFacts, ordinary_due
from oppvekst.domain.people.rules import age_in_words
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

STEP = "open_investigation"
MAY_OPEN, MAY_PROPOSE = "investigation.open", "investigation.propose"
ASKED_HERE = frozenset({"reasonable_ground"})


@require_http_methods(["GET", "HEAD", "POST"])
def open_page(request: DeskRequest, concern_id: UUID) -> HttpResponse:
    """The form with the limit beside it; or why the law has no such step now."""
    concern = get_concern(concern_id)
    look("concern", by=request.actor, at=now(), subject=concern.id, case_id=concern.case_id if concern.case else None)
    form = _form(request, concern)
    if request.method != "POST":
        return _show(request, concern, form, _hindrance(concern, request.actor))
    if not form.is_valid():
        return _show(request, concern, form, status=INCOMPLETE)
    return (_propose if _only_proposes(request.actor) else _open)(request, concern, form)


def _open(request: DeskRequest, concern: Concern, form: Any) -> HttpResponse:
    said = form.cleaned_data
    try:
        opened = open_investigation(
            concern.id, reasons=said["reasons"], responsible=said["responsible"], by=request.actor, at=now()
        )
    except Refusal as refusal:
        return _stopped(request, concern, form, refusal)
    return redirect(f"{reverse('desk:investigation', args=[opened.id])}?{DONE}=apnet")


def _propose(request: DeskRequest, concern: Concern, form: Any) -> HttpResponse:
    try:
        propose(concern.id, STEP, reasons=form.cleaned_data["reasons"], by=request.actor, at=now())
    except Refusal as refusal:
        return _stopped(request, concern, form, refusal)
    return redirect(f"{known('concern', concern.id) or known('my-day')}?{DONE}=foreslatt")


def _stopped(request: DeskRequest, concern: Concern, form: Any, refusal: Refusal) -> HttpResponse:
    stopped = put_back(form, refusal, reasonable_ground="reasons")
    return _show(request, concern, form, stopped.refusal, status=stopped.status)


def _only_proposes(by: Actor) -> bool:
    return not by.may(MAY_OPEN) and by.may(MAY_PROPOSE)


def _form(request: DeskRequest, concern: Concern) -> Any:
    sent = request.POST if request.method == "POST" else None
    if _only_proposes(request.actor):
        return forms.ProposeForm(sent, initial={"reasons": concern.proposal_reasons})
    staff = colleagues.colleagues(concern.municipality_id, today=today())
    first = concern.handler or request.actor.staff_id
    return forms.OpenForm(
        sent, colleagues=staff, initial={"reasons": concern.proposal_reasons, "responsible": str(first)}
    )


def _hindrance(concern: Concern, by: Actor) -> Refusal | None:
    """What no form can mend: it is told instead of the form."""
    if not (by.may(MAY_OPEN) or by.may(MAY_PROPOSE)):
        return NotAllowed(gettext("Rollen din kan ikke åpne en undersøkelse. Spør teamlederen."))
    if concern.case_id is None:
        return NotAllowed(gettext("Finn ut hvem barnet er først. Undersøkelsen føres i barnets egen journal."))
    if is_open(concern.case_id):
        return NotAllowed(gettext("Det pågår allerede en undersøkelse av dette barnet. Legg meldingen til den."))
    return _of_law(concern)


def _of_law(concern: Concern) -> Refusal | None:
    step, here = MACHINE.step(STEP), MACHINE.state(concern.state)
    if concern.state not in step.sources:
        told = gettext("Meldingen er «%(state)s». Ta den til gjennomgang først.") % {"state": here.title}
        if here.closed:
            told = gettext("Meldingen er allerede «%(state)s».") % {"state": here.title}
        return NotAllowed(told, step.citation)
    refusals = step.refusals(facts_of(concern, today=today()))
    return next(
        (one for one in refusals if not (isinstance(one, Incomplete) and one.fields.keys() <= ASKED_HERE)), None
    )


def _show(
    request: DeskRequest, concern: Concern, form: Any, refusal: Refusal | None = None, *, status: int = 200
) -> HttpResponse:
    """The page. On a first visit a refusal takes the form's place; after a try it stands above it."""
    received = oslo_date(concern.received_at)
    due = ordinary_due(InvestigationFacts(received_on=received))
    back = known("concern", concern.id)
    context = {
        "concern": concern, "form": form, "refusal": refusal, "closed": bool(refusal) and not form.is_bound, "back": back,
        "today": today(), "clock": clocks.coming(due), "register": clocks.register_clock(received),
        "proposes": _only_proposes(request.actor),
        "proposed_by": _proposer(concern, request.actor), "crumbs": [
            (_("Meldinger"), known("concerns")), (concern.number, back), (_("Åpne undersøkelse"), ""),
        ], "consequences": _consequences(request.actor, due), **_child(concern),
    }  # fmt: skip
    return render(request, "investigations/desk/open.html", context, status=status)


def _proposer(concern: Concern, by: Actor) -> str:
    """Who proposed it, when that was another."""
    if concern.proposed != STEP or concern.proposed_by == by.staff_id:
        return ""
    return colleagues.names([concern.proposed_by]).get(concern.proposed_by, "")  # type: ignore[arg-type]


def _consequences(by: Actor, due: Any) -> dict[str, Any]:
    if _only_proposes(by):
        return {
            "happens": _("Forslaget kommer på lista til teamleder og leder. Ingenting er åpnet før en av dem gjør det."),
            "seen_by": _("Ansatte med tilgang til meldingen."),
            "undone": _("Ja, til den er åpnet: et nytt forslag erstatter dette."),
        }  # fmt: skip
    day = day_in_words(due.due)
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
