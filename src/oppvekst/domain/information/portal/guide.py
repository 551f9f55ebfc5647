"""The guide: each page is a question or an ending, and its address is all that is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oppvekst.domain.information.portal.calls import calls_of
from oppvekst.domain.information.portal.reading import Reader
from oppvekst.domain.information.rules import doors
from oppvekst.domain.information.rules.guide import Answer, Door, Ending, Place, Question, at


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, and the address that it leads to."""

    answer: Answer
    address: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that has been given, and the address where it can be changed."""

    question: str
    answer: str
    address: str


@dataclass(frozen=True, slots=True)
class Way:
    """A door that is there in this house."""

    door: Door
    address: str


@require_safe
@never_cache
def guide(request: HttpRequest, way: str = "") -> HttpResponse:
    """The question or the ending that a row of answers leads to; kept by no browser, as it tells what was answered."""
    place = at(way.split("/") if way else ())
    calls, here = calls_of(request), place.here
    about = {
        "calls": calls, "call": calls.box(here.who), "emergency": calls.adult, "place": place, "here": here,
        "given": _given(place), "back": _address(place.path[:-1]) if place.path else reverse("portal:front"),
        "start": _address(()),
    }  # fmt: skip
    if isinstance(here, Ending):
        return render(request, "information/guide_end.html", {**about, **_end(request, here)})
    return render(request, "information/guide.html", {**about, "choices": _choices(place, here)})


guide_urls = [
    path("veiviser/", guide, name="guide"),
    path("veiviser/<path:way>/", guide, name="guide-at"),
]


def _choices(place: Place, question: Question) -> list[Choice]:
    return [Choice(answer, _address((*place.path, answer.word))) for answer in question.answers]


def _given(place: Place) -> list[Given]:
    return [Given(each.question.title, each.answer.title, _address(each.path)) for each in place.asked]


def _end(request: HttpRequest, ending: Ending) -> dict[str, Any]:
    ways = list(_ways(request, ending.doors))
    return {"ways": ways, "calls_first": not ending.is_urgent and ways[0].door.name == "phones"}


def _ways(request: HttpRequest, wanted: tuple[Door, ...]) -> Iterator[Way]:
    """The doors that are there, in their order. The phones always are, and stand in every ending."""
    readable = _readable(request) if any(door.slug for door in wanted) else frozenset()
    for door in wanted:
        address = None if door.slug and door.slug not in readable else _address_of(door)
        if address:
            yield Way(door, address)


def _readable(request: HttpRequest) -> frozenset[str]:
    return frozenset(Reader(request).index.by_slug) | frozenset(doors.STANDING)


def _address_of(door: Door) -> str | None:
    """Where a door is; nothing while the house has none there."""
    try:
        address = reverse(f"portal:{door.name}", kwargs=door.takes or None)
    except NoReverseMatch:
        return None
    return f"{address}?{door.asks}" if door.asks else address


def _address(path: tuple[str, ...]) -> str:
    return reverse("portal:guide-at", args=["/".join(path)]) if path else reverse("portal:guide")
