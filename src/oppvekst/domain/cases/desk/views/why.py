"""«Hvorfor kan jeg (ikke) se dette?»: the rules that give and refuse, and no more than the reader may know (bvl § 13-1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.desk.frame import DeskRequest, now, today
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.explaining import explained, seen_in
from oppvekst.ground.journal.looks import look

CASE, WHO = "sak", "hvem"


@require_safe
def why(request: DeskRequest) -> HttpResponse:
    """One case, and oneself or a colleague. A case that is not there for the reader is not told from none."""
    number, me = request.GET.get(CASE, "").strip(), request.actor.person
    staff = colleagues.colleagues(request.actor.municipality, today=today())
    about = _chosen(request.GET.get(WHO, ""), staff) or me
    context: dict[str, Any] = {"number": number, "staff": staff, "about": about, "me": me}
    if number:
        look("why", by=request.actor, at=now(), terms=number)
        context |= _told(number, about, me, request.actor.hat)
    return render(request, "cases/desk/why.html", context)


def _told(number: str, about: UUID, me: UUID, hat: str) -> dict[str, Any]:
    found = explained(number, about)
    seen = seen_in(found)
    here = seen.get(hat, False) if about == me else any(seen.values())
    name = colleagues.names([about]).get(about, "")
    roles = {one.title: [each for each in found if each.title == one.title] for one in found}
    return {"asked": True, "roles": roles, "verdict": _verdict(name if about != me else "", here) if found else ""}


def _verdict(name: str, seen: bool) -> str:
    if name:
        told = gettext("%(name)s ser saken.") if seen else gettext("%(name)s ser ikke saken.")
        return told % {"name": name}
    return gettext("Du ser saken i rollen du har nå.") if seen else gettext("Du ser ikke saken i rollen du har nå.")


def _chosen(asked: str, staff: list[tuple[UUID, str]]) -> UUID | None:
    return next((key for key, _name in staff if str(key) == asked), None)
