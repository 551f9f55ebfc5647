"""What every page of this room shares: who asks, what time it is, and how a refusal comes back to the form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.web.forms import DsForm
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotFound, Refusal

DONE = "gjort"
INCOMPLETE, STOPPED = 422, 409


class DeskRequest(HttpRequest):
    """A request from a member of staff, as the middleware has proven it."""

    actor: Actor
    municipality: Municipality


@dataclass(frozen=True)
class Notice:
    """A line on top of the page about what was just done."""

    words: Any
    level_tag: str = "success"

    def __str__(self) -> str:
        return str(self.words)


NOTICES = {
    "apnet": Notice(_("Undersøkelsen er åpnet. Lag planen nå, mens meldingen er frisk")),
    "plan": Notice(_("Planen er lagret")),
    "utvidet": Notice(_("Fristen er utvidet. Familien skal få vite hvorfor, og til når")),
}


@dataclass(frozen=True)
class Stopped:
    """An act that did not go through: what the page answers with, and the sentence when it is not a field's."""

    status: int
    refusal: Refusal | None = None


def now() -> datetime:
    """The moment of this request."""
    return timezone.now()


def today() -> date:
    """The day in Oslo."""
    return oslo_date(now())


def known(name: str, *args: Any) -> str:
    """The address of a page that another room may have, or nothing."""
    try:
        return reverse(f"desk:{name}", args=args)
    except NoReverseMatch:
        return ""


def put_back(form: DsForm, refusal: Refusal, **called: str) -> Stopped:
    """What is lacking goes to its fields; a plain no is told above them. ``called``: what the form calls a rule's field."""
    if isinstance(refusal, NotFound):
        raise refusal
    if not isinstance(refusal, Incomplete):
        return Stopped(STOPPED, refusal)
    for name, sentence in refusal.fields.items():
        field = called.get(name, name)
        form.add_error(field if field in form.fields else None, sentence)
    return Stopped(INCOMPLETE)
