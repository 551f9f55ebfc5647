"""Look it over, and send it: once, however often the button is pressed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from oppvekst.domain.concerns.actions import receive
from oppvekst.domain.concerns.portal.forms.sender import SafeWay
from oppvekst.domain.concerns.portal.message import message_of
from oppvekst.domain.concerns.portal.steps import CHILDREN
from oppvekst.domain.concerns.portal.summary import answers
from oppvekst.domain.concerns.portal.visit import Visit, visit
from oppvekst.domain.concerns.rules.message import Anonymity, ConcernMessage, Wish
from oppvekst.law.refusals import Refusal

# The rules name what is lacking; these are the pages where it is mended.
MENDED_ON = {
    "children": (CHILDREN, "meg"),
    "words": ("fortell", "sett", "hjelp"),
    "name": ("deg",),
    "wish": ("hva",),
    "help_wanted": ("hjelp",),
}


@require_http_methods(["GET", "HEAD", "POST"])
def summary(request: HttpRequest, kind: str) -> HttpResponse:
    """Everything that was answered, with a way back to each point, and one button."""
    here = visit(request, kind)
    if here.draft.receipt:
        return redirect("portal:concern-sent")
    if not here.draft.begun:
        return here.show("gone", 200 if request.method != "POST" else 410)
    return _send(here) if request.method == "POST" else _page(here)


def _send(here: Visit) -> HttpResponse:
    if any(answer.error for answer in answers(here.journey)):
        return _page(here, 422)
    try:
        _receive_once(here, message_of(here.journey))
    except Refusal as refusal:
        return _page(here, 422, refusal)
    response = redirect("portal:concern-sent")
    here.draft.keep_in(response, here.request)
    return response


def _receive_once(here: Visit, message: ConcernMessage) -> None:
    """Stored and taken away in one: what is refused or falls leaves the draft where it was."""
    with transaction.atomic():
        if here.draft.claim():
            received = receive(message, by=here.request.actor, at=here.at)  # type: ignore[attr-defined]
            here.draft.keep_receipt(_receipt(here, message, received.reference))


def _receipt(here: Visit, message: ConcernMessage, reference: str) -> dict[str, Any]:
    """What the receipt page needs to know, and no word of what was told."""
    sender = message.sender
    return {
        "kind": here.kind.slug,
        "reference": reference,
        "at": here.at.isoformat(),
        "who": sender.who,
        "anonymity": sender.anonymity,
        "reachable": sender.reachable and sender.anonymity is not Anonymity.ANONYMOUS,
        "comes_back": here.journey.said.get("way") in SafeWay.NOT_REACHED,
        "rings": message.rings,
        "asks_for_help": message.meant is not Wish.WORRY,
    }


def _page(here: Visit, status: int = 200, refusal: Refusal | None = None) -> HttpResponse:
    shown = answers(here.journey, _mended_on(here, refusal))
    wrong = [answer for answer in shown if answer.error] if status != 200 else []
    whole = refusal.sentence if refusal and not wrong else ""
    of = len(here.journey.steps) + 1
    return here.show(
        "summary", status, answers=shown, wrong=wrong, refused=whole, number=of, of=of, back=here.page(here.journey.steps[-1]),
        anonymity=here.journey.said.get("anonymity", ""),
    )  # fmt: skip


def _mended_on(here: Visit, refusal: Refusal | None) -> dict[str, str]:
    """Each thing that is lacking, at the page of hers where it belongs."""
    return {
        slug: sentence
        for name, sentence in (refusal.fields if refusal else {}).items()
        for slug in [next((each for each in MENDED_ON.get(name, ()) if here.journey.step(each)), "")]
        if slug
    }
