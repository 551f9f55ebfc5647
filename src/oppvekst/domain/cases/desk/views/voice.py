"""The child's voice in every step of the case: a page of its own, and the panel of the overview."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.desk import spoken
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DeskRequest, now, today
from oppvekst.domain.cases.desk.page import opened
from oppvekst.domain.cases.desk.voices import voices
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.people.queries import get_person
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import partial
from oppvekst.ground.web.voice import Voicing


@require_safe
def voice(
    request: DeskRequest, case_id: UUID, voicings: tuple[Voicing, ...] = (), tellings: tuple[Telling, ...] = ()
) -> HttpResponse:
    """What the child was told, asked and said from the concern to the help, and where its voice is missing (bvl § 1-4)."""
    if partial(request):
        return _panel(request, case_id, voicings)
    page = opened(request, case_id, "case-voice", tellings)
    told = voices(case_id, voicings, today=page.today)
    return render(request, "cases/desk/voice.html", page.context(request, voices=told, whole=True))


def _panel(request: DeskRequest, case_id: UUID, voicings: tuple[Voicing, ...]) -> HttpResponse:
    """The panel alone, for the page that has the head already."""
    case = get_case(case_id)
    look("case.voice", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    context = {
        "case": case, "name": spoken.own_name(get_person(case.child_id)), "today": today(),
        "voices": voices(case.id, voicings, today=today()),
    }  # fmt: skip
    return render(request, "cases/desk/_voices.html", context)
