"""The words of the house: the English name in the code beside the Norwegian term that people read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Choices, Model

from oppvekst.law.machine import Machine
from tools.documents.markdown import code, page, section, table
from tools.documents.source import found

LEAD = (
    "Koden er skrevet på engelsk, og hvert navn har sin norske fagterm som data. Termene er de som vises på skjermen, "
    "står i databasens kommentarer, og går igjen i brevene. Hvilke ord som ikke brukes i navn, står i "
    "[where-does-it-go.md](where-does-it-go.md#names)."
)


def write() -> str:
    """Things, then states, then the choices of each thing."""
    return page(
        "Ordliste",
        LEAD,
        section("Ting", table(["Navn i koden", "Norsk term", "Flertall", "Hva det er", "Rom"], map(_thing, models()))),
        section("Tilstander", table(["Navn i koden", "Norsk term", "I livsløpet", "Rom"], _states())),
        section("Valg", table(["Ting", "Navn i koden", "Norsk term"], _choices())),
    )


def models() -> list[type[Model]]:
    """Our own models, in the order of the house and by name."""
    return [model for model in apps.get_models() if model.__module__.startswith("oppvekst.")]


def _thing(model: type[Model]) -> tuple[object, ...]:
    meta = model._meta
    many = str(meta.verbose_name_plural)
    return (
        code(model.__name__), meta.verbose_name, "" if many == f"{meta.verbose_name}s" else many, meta.db_table_comment,
        meta.app_label,
    )  # fmt: skip


def _states() -> Iterator[tuple[object, ...]]:
    for room, machine in found(Machine):
        named: Machine[Any] = machine
        for state in named.states:
            yield code(state.name), state.title, named.name, room


def _choices() -> Iterator[tuple[object, ...]]:
    for model in models():
        for name, kind in vars(model).items():
            if isinstance(kind, type) and issubclass(kind, Choices):
                for value, label in kind.choices:
                    yield code(f"{model.__name__}.{name}"), code(value), label
