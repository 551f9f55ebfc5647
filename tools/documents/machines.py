"""The life cycles of the law: one page a room, one diagram a machine, and what each step demands."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from oppvekst.law.machine import Guard, Machine, Step
from tools.documents.markdown import code, page, section, table
from tools.documents.source import found

LEAD = (
    "Tilstander og steg slik de står i rommets `rules`. Et steg kan tas når alle vilkårene er oppfylt; "
    "ellers sier systemet setningen."
)


def write() -> dict[str, str]:
    """A page for every room that has a machine."""
    by_room: defaultdict[str, list[Machine[Any]]] = defaultdict(list)
    for room, machine in found(Machine):
        by_room[room].append(machine)
    return {f"{room}.md": page(f"Livsløp: {room}", LEAD, *map(_machine, each)) for room, each in by_room.items()}


def _machine(machine: Machine[Any]) -> str:
    return section(
        machine.name[0].upper() + machine.name[1:],
        f"```mermaid\n{machine.mermaid().rstrip()}\n```",
        table(["Steg", "I koden", "Fra", "Til", "Hjemmel"], [_step(machine, step) for step in machine.steps]),
        section("Vilkår", *filter(None, map(_guards, machine.steps)), level=3),
    )


def _step(machine: Machine[Any], step: Step[Any]) -> tuple[object, ...]:
    sources = [state.title for state in machine.states if state.name in step.sources]
    return step.title, code(step.name), ", ".join(sources), machine.state(step.target).title, step.citation


def _guards(step: Step[Any]) -> str:
    rows = [_guard(guard) for guard in step.guards]
    return "\n".join([f"**{step.title or step.name}**", "", *rows]) if rows else ""


def _guard(guard: Guard[Any]) -> str:
    field = f", felt {code(guard.field)}" if guard.field else ""
    return f"- {guard.refusal} ({guard.citation}; {code(guard.id)}{field})"
