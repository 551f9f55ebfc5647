"""«Innlogging for ansatte»: the leader gives a colleague a code, with which she makes her own way in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Staff
from oppvekst.ground.access.own_log_in import FIRST_CODE_LASTS
from oppvekst.ground.access.visits import code_imprint, new_code
from oppvekst.ground.access.ways_in import FirstCode
from oppvekst.ground.journal.acts import act
from oppvekst.ground.web.frame import DeskRequest, at_desk, now
from oppvekst.law.refusals import NotFound

RIGHT = "staff.appoint"


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def first_codes(request: DeskRequest) -> HttpResponse:
    """The colleagues; and, when one is chosen, her code, shown this once."""
    request.actor.must(RIGHT)
    staff = list(Staff.objects.exclude(subject="").order_by("name"))
    context: dict[str, Any] = {"staff": staff, "here": reverse("desk:first-codes"), "own": settings.DOOR_URL}
    if request.method == "POST":
        one = next((each for each in staff if str(each.id) == request.POST.get("id")), None)
        if one is None:
            raise NotFound(gettext("Vi finner ingen ansatt med innloggingsnavn her."))
        context |= {"one": one, "code": _give(one.id, one.name, by=request.actor)}
    return render(request, "desk/first_codes.html", context)


def _give(staff_id: UUID, name: str, *, by: Actor) -> str:
    at, code = now(), new_code()
    with act("login.code_given", by=by, at=at, right=RIGHT, law="bvl § 13-1") as entry:
        FirstCode.objects.create(
            municipality_id=by.municipality, staff_id=staff_id, code_hash=code_imprint(code), given_by=by.person,
            given_at=at, until=at + FIRST_CODE_LASTS,
        )  # fmt: skip
        entry.about(staff_id, says=f"{name} fikk en engangskode til å lage sin egen innlogging.")
    return code
