"""The next steps with a request or a group, as buttons; and what is not possible now, with why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention import queries
from oppvekst.domain.prevention.models import Group, Request
from oppvekst.domain.prevention.rules import CLOSED, Kind
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.steps import Next, shown
from oppvekst.law.refusals import Incomplete

ANSWER, ARRANGE = "request.answer", "group.arrange"


@dataclass(frozen=True)
class Way:
    """A step as the desk offers it. ``post`` is done at once; else it has a page that asks."""

    url: str
    title: Any
    text: Any
    act: Any
    post: bool = True
    primary: bool = False


WAYS = {
    "answer": Way(
        "request-answer", _("Vi har snakket sammen"),
        _("Da er fristen for å ringe tilbake holdt. Et ubesvart anrop teller ikke."), _("Før at vi har svart"), primary=True,
    ),
    "take_back_answer": Way(
        "request-answer-undone", _("Det var feil at vi har svart"), _("Fristen for å ringe tilbake gjelder igjen."), _("Angre"),
    ),
    "close": Way(
        "request-close", _("Avslutt"), _("Når det er gjort. Du krysser av for hvordan det gikk."), _("Avslutt"), post=False
    ),
    "reopen": Way("request-reopen", _("Åpne igjen"), _("Den står der den sto da den ble avsluttet."), _("Åpne igjen")),
}  # fmt: skip
WAYS["reopen_answered"] = WAYS["reopen"]
NOT_YOUR_ROLE = _("Rollen din kan lese dette, men ikke svare på det.")
NAMES_NOTHING = Next(
    _("Skrive hvem det gjelder"),
    why=_("En anonym drøfting har ikke noe sted å skrive navn. Skal noe skrives om et barn, er det en melding eller en søknad."),
)  # fmt: skip
PUBLISH = Way(
    "group-publish", _("Åpne for påmelding"), _("Gruppa kommer på de åpne sidene, og alle kan melde seg på."), _("Åpne"),
    primary=True,
)  # fmt: skip
TAKE_DOWN = Way(
    "group-take-down", _("Ta ned fra de åpne sidene"),
    _("Ingen flere kan melde seg på. Påmeldingene blir tatt vare på."), _("Ta ned"),
)  # fmt: skip
CHANGE = Way("group-change", _("Endre gruppa"), _("Navn, tid, sted, plasser og språk."), _("Endre"), post=False)
OVER = Next(PUBLISH.title, why=_("Gruppa er ferdig."))
LACKS = Next(PUBLISH.title, why=_("Skriv først hva gruppa er, og hvor den møtes."))


def next_steps(request: Request, by: Actor, *, holder: str) -> dict[str, list[Next]]:
    """What this person may do with a request now, and what nobody may."""
    ways = list(_ways(request))
    if not by.may(ANSWER):
        return shown(Next(way.title, why=NOT_YOUR_ROLE) for way in ways)
    never = [NAMES_NOTHING] if request.kind == Kind.DISCUSSION else []
    return shown([*_take(request, by, holder), *(_offered(way, request.id) for way in ways), *never])


def group_steps(group: Group, by: Actor, *, today: date) -> dict[str, list[Next]]:
    """What this person may do with a group now."""
    ways = [TAKE_DOWN if group.published else PUBLISH, CHANGE]
    if not by.may(ARRANGE):
        return shown(Next(way.title, why=NOT_YOUR_ROLE) for way in ways)
    if group.published:
        return shown(_offered(way, group.id) for way in ways)
    stopped = [OVER] if group.ends_on < today else [LACKS] if not (group.about and group.place) else []
    return shown([*(_offered(way, group.id) for way in ways if not (stopped and way is PUBLISH)), *stopped])


def _ways(request: Request) -> Iterator[Way]:
    """Steps that lead on from here; a page of its own asks for what one lacks."""
    for outlook in queries.outlook(request):
        way = WAYS[outlook.step.name]
        mended = all(isinstance(refusal, Incomplete) for refusal in outlook.refusals) and not way.post
        if outlook.possible or mended:
            yield way


def _offered(way: Way, key: Any) -> Next:
    href = reverse(f"desk:{way.url}", args=[key])
    return Next(way.title, way.act, way.text, href=href, post=way.post, primary=way.primary)


def _take(request: Request, by: Actor, holder: str) -> Iterator[Next]:
    """Nobody's: take it. A colleague's: take it over, by saying from whom."""
    if request.state == CLOSED or request.assignee == by.staff_id:
        return
    href = reverse("desk:request-take", args=[request.id])
    if request.assignee is None:
        yield Next(
            _("Ta den"), _("Ta den"), _("Da er det du som ringer. Andre ser at du har den."), href=href, post=True
        )
        return
    title = gettext("Overta fra %(name)s") % {"name": holder}
    yield Next(
        title, _("Overta"), _("Da er det du som ringer."), href=href, post=True, hidden={"fra": str(request.assignee)}
    )
