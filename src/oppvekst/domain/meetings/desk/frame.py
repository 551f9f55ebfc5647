"""What the pages of this room share: what was asked for, seen by whoever asks, and what stands on top of its pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.cases.models import Case
from oppvekst.domain.meetings.models import Group, Meeting
from oppvekst.domain.meetings.queries import get_group, get_meeting
from oppvekst.domain.meetings.rules import KINDS, MACHINE, Kind
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now
from oppvekst.ground.web.words import day_in_words

NOTICES = {
    "begynt": Notice("Lagret. Legg til dem som skal være med"),
    "lagret": Notice("Lagret"),
    "deltaker": Notice("Deltakeren er lagt til. Ingenting er delt ennå"),
    "ikke-med": Notice("Deltakeren er ikke med lenger"),
    "samtykke": Notice("Samtykket er ført"),
    "trukket": Notice("Samtykket er trukket. Neste invitasjon følger det"),
    "planlagt": Notice("Møtet er planlagt. Ingen har fått vite om det ennå"),
    "flyttet": Notice("Møtet har ny tid eller nytt sted. Send invitasjonene på nytt"),
    "spurt": Notice("Det barnet sa, er lagret"),
    "invitert": Notice("Invitasjonene er klare. Skriv ut brevene til dem som ikke har Min side"),
    "holdt": Notice("Møtet er holdt. Skriv referatet"),
    "skrevet": Notice("Referatet er lagret"),
    "avtalt": Notice("Avtalen er lagret"),
    "tatt-bort": Notice("Linja er tatt bort"),
    "lagt-fram": Notice("Referatet er lagt fram. Før opp svarene etter hvert som de kommer"),
    "svar": Notice("Svaret er lagret"),
    "godkjent": Notice("Referatet er godkjent. Hver har fått sin del"),
    "avlyst": Notice("Møtet er avlyst. Kalendere som har det, får beskjed"),
    "gjort": Notice("Ført som gjort"),
    "avsluttet": Notice("Gruppa er avsluttet"),
    "sporsmal": Notice("Spørsmålet er avtalt"),
    "koordinator": Notice("Koordinatoren er på plass"),
    "plan": Notice("Planen er ført. Svar familien i dag"),
    "besvart": Notice("Familien har fått svar"),
    "ip": Notice("Den individuelle planen er lagret"),
}


def seen_group(request: DeskRequest, group_id: UUID) -> Group:
    """The group asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_group(group_id)
    look("meeting.group", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def seen_meeting(request: DeskRequest, meeting_id: UUID) -> Meeting:
    """The meeting asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_meeting(meeting_id)
    look("meeting", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def head_of_case(case: Case, *further: tuple[str, str]) -> dict[str, Any]:
    """Whose case it is and the way back; the last of ``further`` is where one stands."""
    child = case.child.name
    crumbs = [("Saker", known("cases")), (child, known("case", case.id))]
    crumbs += [("Møter", reverse("desk:meeting-list", args=[case.id]) if further else ""), *further]
    heading = further[-1][0] if further else "Møter"
    return {"case": case, "child": child, "crumbs": crumbs, "heading": heading}


def head_of_group(group: Group, here: str = "") -> dict[str, Any]:
    """The same for a group."""
    own = (group.title, reverse("desk:meeting-group", args=[group.id]) if here else "")
    more = [own, (here, "")] if here else [own]
    return {
        **head_of_case(group.case, *more), "group": group, "kind": KINDS[Kind(group.kind)],
        "back": reverse("desk:meeting-group", args=[group.id]), "is_council": group.kind == Kind.COUNCIL,
    }  # fmt: skip


def head_of_meeting(meeting: Meeting, here: str = "") -> dict[str, Any]:
    """The same for a meeting, with how it stands."""
    title = f"Møte {day_in_words(meeting.starts_at)}"
    group = (meeting.group.title, reverse("desk:meeting-group", args=[meeting.group_id]))
    own = (title, reverse("desk:meeting", args=[meeting.id]) if here else "")
    more = [group, own, (here, "")] if here else [group, own]
    return {
        **head_of_case(meeting.case, *more), "meeting": meeting, "group": meeting.group,
        "kind": KINDS[Kind(meeting.group.kind)], "back": reverse("desk:meeting", args=[meeting.id]),
        "state_title": MACHINE.state(meeting.state).title,
    }  # fmt: skip


def on_to(name: str, key: UUID, done: str) -> HttpResponse:
    """To that page, with a word about what was done."""
    return redirect(f"{reverse(f'desk:{name}', args=[key])}?{DONE}={done}")


def told(request: DeskRequest) -> list[Notice]:
    """The word about what was done."""
    notice = NOTICES.get(request.GET.get(DONE, ""))
    return [notice] if notice else []
