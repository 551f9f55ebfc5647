"""The next steps the law has now, as buttons; and what is not possible now, with why. Every page of a life shows them alike.

A room says in `Way` where each step is taken; ``law.machine`` says which there are, and what each lacks.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.urls import reverse

from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import Incomplete, Refusal

NOT_YOUR_ROLE = "Rollen din kan ikke gjøre dette."


@dataclass(frozen=True)
class Next:
    """One step: a button that leads to its page, or with ``post`` does it at once; or ``why`` not now."""

    title: Any
    act: Any = ""
    text: Any = ""
    law: Any = ""
    href: str = ""
    why: Any = ""
    primary: bool = False
    post: bool = False
    # Opens where the button stands, when scripts run.
    in_place: bool = False
    hidden: Mapping[str, str] = field(default_factory=dict)


def shown(steps: Iterable[Next]) -> dict[str, list[Next]]:
    """What ``web/_steps.html`` asks for: the buttons, and what cannot be done now."""
    told = list(steps)
    return {"steps": [one for one in told if not one.why], "impossible": [one for one in told if one.why]}


def stopping(refusals: Iterable[Refusal], asks: Container[str] = ()) -> list[Refusal]:
    """What stops a step besides the fields that its own form asks for."""
    return [one for one in refusals if not _filled_in(one, asks)]


def _filled_in(refusal: Refusal, asks: Container[str]) -> bool:
    return isinstance(refusal, Incomplete) and bool(refusal.fields) and all(name in asks for name in refusal.fields)


def next_of(
    outlook: Outlook[Any], key: UUID, *, may: bool, pages: Mapping[str, str], asks: Mapping[str, Container[str]],
    not_yours: Any = NOT_YOUR_ROLE, **more: Any,
) -> Next:  # fmt: skip
    """A button where this person can take the step or fill in what it lacks; else all that stops it."""
    step = outlook.step
    why = [one.sentence for one in stopping(outlook.refusals, asks.get(step.name, ()))]
    if not may:
        why.append(str(not_yours))
    if why:
        return Next(step.title, law=step.citation, why=" ".join(why), **more)
    href = reverse(f"desk:{pages[step.name]}", args=[key])
    return Next(step.title, step.title, law=step.citation, href=href, **more)
