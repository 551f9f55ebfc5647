"""One thing that hangs on an investigation: its page of facts and what can be done with it, and each act on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest, now
from oppvekst.domain.investigations.desk.page import collected, head, led
from oppvekst.domain.investigations.models import (
    ExpertOpinion,
    FieldNote,
    InformationRequest,
    PlanRow,
    PlanVersion,
)
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.steps import Next

type Hanging = PlanRow | PlanVersion | FieldNote | InformationRequest | ExpertOpinion


@dataclass(frozen=True)
class Fact:
    """A term and what is said of it, with a link or a section where there is one."""

    term: Any
    value: Any
    href: str = ""
    law: Any = ""


@dataclass(frozen=True)
class Do:
    """A way on from a thing: its page, and the word on the button."""

    page: str
    title: Any
    act: Any
    text: Any = ""
    law: Any = ""
    primary: bool = False


def noticed(request: DeskRequest, kind: str, thing: Hanging) -> None:
    """Whoever opens the page has seen it (bvl § 13-1)."""
    look(kind, by=request.actor, at=now(), subject=thing.id, case_id=thing.case_id)


def shown(
    request: DeskRequest, thing: Hanging, title: Any, facts: list[Fact], ways: list[Do], **more: Any
) -> dict[str, Any]:
    """The page of one thing: head, facts, and what can be done now."""
    done = NOTICES.get(request.GET.get(DONE, ""))
    steps = [
        Next(way.title, way.act, way.text, way.law, reverse(f"desk:{way.page}", args=[thing.id]), primary=way.primary)
        for way in ways
    ]
    found = thing.investigation
    return {
        **head(found, collected(found), (title, "")), "heading": title, "facts": [fact for fact in facts if fact.value],
        "steps": steps, "messages": [done] if done else [], **more,
    }  # fmt: skip


class ThingAct[Thing: (PlanRow, FieldNote, InformationRequest, ExpertOpinion)](Act[Thing]):
    """One act on something that hangs on an investigation."""

    template = "investigations/desk/act.html"
    look_kind: ClassVar[str] = ""
    leads_to: ClassVar[str] = ""

    def get_thing(self, key: UUID) -> Thing:
        """The thing, if the case is there for this person."""
        raise NotImplementedError

    def find(self, **ids: UUID) -> Thing:
        """By the one id of the address."""
        thing = self.get_thing(*ids.values())
        noticed(self.request, self.look_kind, thing)
        return thing

    def title(self, thing: Thing) -> Any:
        """What it is called on the way back."""
        return str(thing)

    def head(self, thing: Thing) -> dict[str, Any]:
        """The investigation's head, with the thing and this act last on the way."""
        found, place = thing.investigation, reverse(f"desk:{self.leads_to}", args=[thing.id])
        trail = (collected(found), (self.title(thing), place), (self.heading, ""))
        return {**head(found, *trail), "heading": self.heading, "about": self.title(thing), "cancel": place}

    def home(self, thing: Thing, done: str) -> HttpResponse:
        """Back to the thing."""
        return led(self.leads_to, thing.id, done)
