"""The home visit on a phone: what the page is made of, and the secret that opens what lies sealed in the browser (ADR 30).

The secret is made for one log-in and stored nowhere: whoever has the log-in gets it, and nobody else. In the browser it is a
cookie that the page's own script reads, so that the page can be loaded anew without a net. It goes out by itself when nobody
has touched the page for as long as the desk stays open, and is taken away at log-out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpResponseBase
from django.utils.crypto import salted_hmac

from oppvekst.domain.investigations.desk.forms.hallway import VisitForm
from oppvekst.domain.investigations.models import HallwayText, HallwayVisit, Investigation
from oppvekst.domain.investigations.queries import (
    LogIn,
    goes_on_here,
    standing_text,
    texts_aside,
    texts_stood,
    visit_texts,
    visits_of,
)
from oppvekst.domain.investigations.rules.hallway import TEXTS, joined, moment_of
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.drafting import meet
from oppvekst.ground.web.worker_scope import SCOPE
from oppvekst.law.calendar import OSLO

SECRET, HERE, WAITS = "besok", "besok_her", "besok_venter"


@dataclass(frozen=True)
class Page:
    """A visit as it is written on: the one that is there, or a new one with an id of its own."""

    id: UUID
    visit: HallwayVisit | None
    form: VisitForm
    text: HallwayText | None = None
    aside: tuple[HallwayText, ...] = ()
    others: tuple[HallwayVisit, ...] = ()

    @property
    def sent_at(self) -> str:
        """When what stands was sent, by the clock in Oslo."""
        return f"{self.text.sent_at.astimezone(OSLO):%H.%M}" if self.text else ""


@dataclass(frozen=True)
class Side:
    """One part of a visit where two have written: what stands, and what stands aside, whole."""

    field: Any
    standing: str
    aside: tuple[tuple[HallwayText, str], ...]


def opened(found: Investigation, wanted: str, *, by: Actor, at: datetime) -> Page:
    """The visit that is asked for, else one's own that is not finished, else anybody's, else a new one."""
    drafts = list(visits_of(found.id))
    asked = uuid_of(wanted)
    mine = [visit for visit in drafts if visit.begun_by == by.person]
    here = [visit for visit in drafts if visit.id == asked] if asked else [*mine, *drafts]
    if not here:
        known = asked and HallwayVisit.objects.filter(id=asked).exists()
        return _new(uuid4() if known or not asked else asked, at, drafts)
    visit = here[0]
    text = standing_text(visit)
    form = VisitForm(initial=visit_texts(text) | marks(visit.id, visit.version))
    others = tuple(other for other in drafts if other.id != visit.id)
    return Page(visit.id, visit, form, text, tuple(texts_aside(visit)), others)


def marks(visit_id: UUID, version: int) -> dict[str, Any]:
    """The hidden marks of a form: which visit, from which version, and which sending it will be."""
    return {"visit": visit_id, "version": version, "key": uuid4()}


def _new(visit_id: UUID, at: datetime, drafts: list[HallwayVisit]) -> Page:
    happened = f"{at.astimezone(OSLO):%Y-%m-%dT%H:%M}"
    return Page(visit_id, None, VisitForm(initial={"happened": happened} | marks(visit_id, 0)), others=tuple(drafts))


def both(visit: HallwayVisit) -> dict[str, str]:
    """What the parts become when nothing of either text is left out: where two have written, both, the saved one first."""
    texts = visit_texts(standing_text(visit))
    for aside in texts_aside(visit):
        meeting = meet(texts_stood(visit, aside.based_on), visit_texts(aside), texts)
        clashing = {each.name: each for each in meeting.clashes}
        for name in TEXTS:
            clash = clashing.get(name)
            texts[name] = _together(name, clash.theirs, clash.mine) if clash else meeting.texts[name]
    return texts


def sides(visit: HallwayVisit, form: VisitForm) -> list[Side]:
    """The parts in order, each with the texts that differ beside what stands."""
    standing, aside = visit_texts(standing_text(visit)), list(texts_aside(visit))
    stood = {text.based_on: texts_stood(visit, text.based_on) for text in aside}

    def others(name: str) -> tuple[tuple[HallwayText, str], ...]:
        written = [(text, getattr(text, name)) for text in aside if getattr(text, name) != stood[text.based_on][name]]
        return tuple((text, shown(name, said)) for text, said in written if said != standing[name])

    return [Side(form[name], shown(name, standing[name]), others(name)) for name in TEXTS]


def shown(name: str, text: str) -> str:
    """A part as it is read: a moment as people write it.

    >>> shown("happened", "2026-11-24T14:05")
    '24.11.2026 kl. 14.05'
    """
    moment = moment_of({"happened": text}) if name == "happened" else None
    return f"{moment:%d.%m.%Y kl. %H.%M}" if moment else text


def _together(name: str, theirs: str, mine: str) -> str:
    # A moment cannot be two: the one that is saved stands until another is written.
    return theirs if name == "happened" else joined(theirs, mine)


def uuid_of(text: str) -> UUID | None:
    """An id from a form or an address, or nothing when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def secret_of(log_in: UUID) -> str:
    """The secret of one log-in: the same each time it is asked, and not to be guessed from anything the browser has."""
    return salted_hmac("oppvekst.hallway", str(log_in), algorithm="sha256").hexdigest()


def earlier_secret(wanted: str) -> str | None:
    """The secret of an earlier log-in, when this one carries it on; nothing when that is over."""
    log_in = uuid_of(wanted)
    return secret_of(log_in) if log_in and goes_on_here(log_in) else None


def told(log_in: LogIn) -> str:
    """The secret as the page's script reads it: which log-in, the secret, until when at most, and how long untouched."""
    idle = int(settings.IDLE.total_seconds())
    return f"{log_in.id}.{secret_of(log_in.id)}.{int(log_in.until.timestamp())}.{idle}"


def give(response: HttpResponseBase, log_in: LogIn) -> None:
    """Give the browser this log-in's secret, for the page of visits alone, for no longer than the log-in can last."""
    lasts, secure = min(settings.IDLE, log_in.lasts), settings.BEHIND_TLS
    response.set_cookie(SECRET, told(log_in), max_age=lasts, path=SCOPE, samesite="Strict", secure=secure)
    response.set_cookie(HERE, "1", httponly=True, samesite="Strict", secure=secure)


def waits(cookies: Mapping[str, str]) -> bool:
    """Whether the browser says that something written there is not sent yet."""
    return HERE in cookies and WAITS in cookies


def leave(response: HttpResponseBase, cookies: Mapping[str, str]) -> None:
    """At log-out: the secret is taken away, and the browser throws what it kept of ours."""
    if HERE in cookies:
        response.delete_cookie(SECRET, path=SCOPE, samesite="Strict")
        for name in (HERE, WAITS):
            response.delete_cookie(name, samesite="Strict")
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
