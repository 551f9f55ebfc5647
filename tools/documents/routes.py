"""Every address of every face: what it is called, who answers, by which methods, and the right it asks for."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.urls import URLPattern, URLResolver

from tools.documents.markdown import code, page, section, table

LEAD = (
    "Hver dør er sin egen prosess med sin egen innlogging i databasen, og svarer bare på adressene under sitt navn. "
    "Adresser som folk ser, er norske; navnene er engelske."
)
type Route = tuple[str, str, Callable[..., Any]]


def write() -> str:
    """One table a face."""
    return page("Adresser", LEAD, *(_face(name) for name in served()))


def served() -> list[str]:
    """The faces that answer on the web."""
    names = sorted(found.name for found in pkgutil.iter_modules(import_module("oppvekst.faces").__path__))
    return [name for name in names if find_spec(f"oppvekst.faces.{name}") and _has_urls(name)]


def routes(face: str) -> Iterator[Route]:
    """Every address of one face, with its name and its view."""
    yield from _walk(import_module(f"oppvekst.faces.{face}.urls").urlpatterns, "/", "")


def _has_urls(face: str) -> bool:
    return find_spec(f"oppvekst.faces.{face}").submodule_search_locations is not None and bool(  # type: ignore[union-attr]
        find_spec(f"oppvekst.faces.{face}.urls")
    )


def _walk(patterns: list[Any], before: str, space: str) -> Iterator[Route]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield path, f"{space}{pattern.name or ''}", pattern.callback


def _face(face: str) -> str:
    rows = [_row(*route) for route in sorted(routes(face), key=lambda route: route[0])]
    return section(face, table(["Adresse", "Navn", "Svarer", "Metode", "Rettighet"], rows) or "Ingen ennå.")


def _row(path: str, name: str, view: Callable[..., Any]) -> tuple[object, ...]:
    answers = getattr(view, "view_class", None) or _unwrapped(view)
    place = f"{answers.__module__.removeprefix('oppvekst.')}.{getattr(answers, '__qualname__', type(answers).__name__)}"
    return code(path), code(name), code(place), ", ".join(_methods(view)), code(getattr(answers, "right", ""))


def _unwrapped(view: Any) -> Any:
    """The view itself, whatever it is wrapped in."""
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return view


def _methods(view: Any) -> list[str]:
    """The methods a view says it takes: a class by name, a function in the frame of Django's decorator."""
    if hasattr(view, "view_class"):
        return [name.upper() for name in view.view_class.http_method_names if hasattr(view.view_class, name)]
    inner: Any = view
    while inner is not None:
        names = getattr(getattr(inner, "__code__", None), "co_freevars", ())
        if "request_method_list" in names:
            return list(inner.__closure__[names.index("request_method_list")].cell_contents)
        inner = getattr(inner, "__wrapped__", None)
    return []
