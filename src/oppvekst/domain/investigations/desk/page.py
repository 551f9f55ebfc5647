"""What the pages of an investigation share: the look that is written down, the head, the two clocks, the way back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.investigations.desk import clocks
from oppvekst.domain.investigations.desk.frame import DONE, DeskRequest, known, now, today
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import get_investigation
from oppvekst.domain.investigations.rules import MACHINE
from oppvekst.domain.people.models import Protection
from oppvekst.domain.people.rules import age_in_words
from oppvekst.ground.access import colleagues
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act

type Crumbs = list[tuple[Any, str]]


def seen(request: DeskRequest, investigation_id: UUID, kind: str = "investigation") -> Investigation:
    """The investigation, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_investigation(investigation_id)
    look(kind, by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def head(found: Investigation, *trail: tuple[Any, str]) -> dict[str, Any]:
    """Whose it is, how it stands, and the way back; the last of the trail is the page itself."""
    child, day = found.case.child, today()
    shield = Protection(child.protection).label if child.protection else ""
    here = reverse("desk:investigation", args=[found.id]) if trail else ""
    return {
        "investigation": found, "child": child, "age": age_in_words(child.birth_date, due_date=child.due_date, today=day),
        "today": day, "state_title": MACHINE.state(found.state).title, "shield": shield, "switch": hold_back(found.case_id),
        "responsible": colleagues.names([found.case.responsible]).get(found.case.responsible, ""),  # type: ignore[arg-type]
        "clocks": clocks_of(found), "back": here,
        "crumbs": [
            (_("Saker"), known("cases")), (child.name, known("case", found.case_id)), (_("Undersøkelse"), here), *trail,
        ],
    }  # fmt: skip


def clocks_of(found: Investigation) -> dict[str, clocks.Clock | None]:
    """The law's clock, and the register's where there is a concern of its own to count from."""
    register = clocks.register_clock(found.received_on) if found.received_on else None
    return {"law": clocks.law_clock(found), "register": register}


def collected(found: Investigation) -> tuple[Any, str]:
    """The overview, as a link on the way back."""
    return _("Det som er samlet inn"), reverse("desk:investigation-collected", args=[found.id])


def led(name: str, key: UUID, done: str) -> HttpResponse:
    """To the page where what was done is seen."""
    return redirect(f"{reverse(f'desk:{name}', args=[key])}?{DONE}={done}")


class InvestigationAct(Act[Investigation]):
    """One act on an investigation."""

    template = "investigations/desk/act.html"
    # Where it leads, and by what way one came.
    leads_to = "investigation"
    through_collected = False

    def find(self, investigation_id: UUID) -> Investigation:
        """Whoever opens the form has seen the investigation."""
        return seen(self.request, investigation_id)

    def home(self, found: Investigation, done: str) -> HttpResponse:
        """Back to where it shows."""
        return led(self.leads_to, found.id, done)

    def head(self, found: Investigation) -> dict[str, Any]:
        """The investigation's head, with this act last on the way."""
        between = [collected(found)] if self.through_collected else []
        return {
            **head(found, *between, (self.heading, "")), "heading": self.heading, "longest": clocks.longest(found),
            "cancel": reverse(f"desk:{self.leads_to}", args=[found.id]),
        }  # fmt: skip
