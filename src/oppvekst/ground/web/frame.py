"""What every page at the desk shares: who asks, what time it is, a word about what was done, and a refusal in its form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.web.forms import DsForm
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotFound, Refusal

# What an address says when an act is done; the page it leads to tells it in words.
DONE = "gjort"
INCOMPLETE, STOPPED = 422, 409


class DeskRequest(HttpRequest):
    """A request from a member of staff, as the middleware has proven it."""

    actor: Actor
    municipality: Municipality


class _View(Protocol):
    def __call__(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


@dataclass(frozen=True)
class Notice:
    """A line on top of the page about what was just done."""

    words: Any
    level_tag: str = "success"

    def __str__(self) -> str:
        return str(self.words)


@dataclass(frozen=True)
class Stopped:
    """An act that did not go through: what the page answers with, and the sentence when it is not a field's."""

    status: int
    refusal: Refusal | None = None


def at_desk(view: _View) -> Callable[..., HttpResponseBase]:
    """Let in only somebody who is logged in. The face sends others to the door before they come here."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "actor", None) is None:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def now() -> datetime:
    """The moment of this request."""
    return timezone.now()


def today() -> date:
    """The day in Oslo."""
    return oslo_date(now())


def partial(request: HttpRequest) -> bool:
    """Whether a part of the page is asked for."""
    return request.headers.get("HX-Request") == "true"


def known(name: str, *args: Any) -> str:
    """The address of a page that a room may have, or nothing."""
    try:
        return reverse(f"desk:{name}", args=args)
    except NoReverseMatch:
        return ""


def put_back(form: DsForm, refusal: Refusal, **called: str) -> Stopped:
    """What is lacking goes to its fields; a plain no is told above them. ``called``: what the form calls a rule's field.

    Not being there at all is no form's matter.
    """
    if isinstance(refusal, NotFound):
        raise refusal
    if not isinstance(refusal, Incomplete):
        return Stopped(STOPPED, refusal)
    for name, sentence in refusal.fields.items():
        field = called.get(name, name)
        form.add_error(field if field in form.fields else None, sentence)
    return Stopped(INCOMPLETE)
