"""The pages: those of a case and opening one, one of them, and ending it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.desk.forms import EndForm
from oppvekst.domain.meetings.models import Meeting
from oppvekst.domain.meetings.queries import facts_of, get_meeting, of_case
from oppvekst.domain.meetings.rules import END, MACHINE, RIGHTS, MeetingFacts
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now
from oppvekst.law.machine import Outlook

# The page where each step of the machine is taken.
PAGES = {END: "meeting-end"}
NOTICES = {"apnet": Notice("Møte er opprettet"), "avsluttet": Notice("Møte er avsluttet")}


@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Those of one case, and a button that opens one more."""
    if request.method == "POST":
        return _on_to(actions.open_meeting(case_id, by=request.actor, at=now()), "apnet")
    case = get_case(case_id)
    look("meeting.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    rows = [(each, MACHINE.state(each.state).title) for each in of_case(case.id)]
    context = {**_head(case), "rows": rows, "may_open": request.actor.may("meeting.open")}
    return render(request, "meetings/desk/list.html", context)


@require_safe
def meeting(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    """One of them: how it stands, why it ended, and what can be done next."""
    found = _seen(request, meeting_id)
    done = NOTICES.get(request.GET.get(DONE, ""))
    steps = [_step(one, found, request.actor) for one in MACHINE.outlook(found.state, facts_of(found))]
    context = {
        **_head(found.case, found),
        "messages": [done] if done else [],
        "steps": [step for step in steps if step["href"]],
        "impossible": [step for step in steps if not step["href"]],
    }
    return render(request, "meetings/desk/meeting.html", context)


class MeetingAct(Act[Meeting]):
    """One act on a meeting: where it is found, what stands on top of its page, and where it leads."""

    def find(self, meeting_id: UUID) -> Meeting:
        return _seen(self.request, meeting_id)

    def head(self, found: Meeting) -> dict[str, Any]:
        return _head(found.case, found)

    def home(self, found: Meeting, done: str) -> HttpResponse:
        return _on_to(found, done)


class End(MeetingAct):
    """Ending it, with reasons. What the act refuses is told in the form, and nothing typed is lost."""

    template = "meetings/desk/end.html"
    form_class = EndForm
    done = "avsluttet"

    def perform(self, found: Meeting, form: Any) -> None:
        actions.end_meeting(found.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())


def _seen(request: DeskRequest, meeting_id: UUID) -> Meeting:
    """The one asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_meeting(meeting_id)
    look("meeting", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def _on_to(meeting: Meeting, done: str) -> HttpResponse:
    return redirect(f"{reverse('desk:meeting', args=[meeting.id])}?{DONE}={done}")


def _step(outlook: Outlook[MeetingFacts], found: Meeting, by: Actor) -> dict[str, Any]:
    """A button where this person can take the step or fill in what it lacks; else why not."""
    step = outlook.step
    stopping = [one.sentence for one in outlook.refusals if not one.fields]
    if step.name not in PAGES:
        stopping.append("Dette kan ikke gjøres her ennå.")
    elif not by.may(RIGHTS[step.name]):
        stopping.append("Rollen din kan ikke gjøre dette.")
    href = "" if stopping else reverse(f"desk:{PAGES[step.name]}", args=[found.id])
    return {"title": step.title, "law": step.citation, "act": step.title, "href": href, "why": " ".join(stopping)}


def _head(case: Case, found: Meeting | None = None) -> dict[str, Any]:
    """What the pages have on top: whose case, the way back, and how the one shown stands."""
    child = case.child.name
    crumbs = [("Saker", known("cases")), (child, known("case", case.id))]
    if found is None:
        return {"case": case, "child": child, "crumbs": [*crumbs, ("Møte", "")]}
    state = MACHINE.state(found.state).title
    crumbs += [("Møte", reverse("desk:meeting-list", args=[case.id])), (state, "")]
    return {"case": case, "child": child, "crumbs": crumbs, "meeting": found, "state_title": state}
