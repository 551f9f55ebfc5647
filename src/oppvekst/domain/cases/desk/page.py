"""The head that never scrolls away, and everything the pages of one case share. A fixed number of questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.desk import own_chapter, spoken
from oppvekst.domain.cases.desk.chapters import Chapter, Fact, Telling, whole
from oppvekst.domain.cases.desk.frame import DONE, DeskRequest, now, today
from oppvekst.domain.cases.desk.notices import notice
from oppvekst.domain.cases.models import Case, HoldBack
from oppvekst.domain.cases.queries import get_case, hold_back
from oppvekst.domain.people.models import Person
from oppvekst.domain.people.queries import get_person
from oppvekst.domain.people.rules import SHIELDS
from oppvekst.ground.access import colleagues
from oppvekst.ground.agenda.models import OF_WHOEVER_GOES, Item
from oppvekst.ground.agenda.worklist import items_of_case
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import known

TABS = (
    ("case", _("Oversikt"), "folder"),
    ("case-timeline", _("Tidslinje"), "clock"),
    ("case-voice", _("Barnets stemme"), "chat"),
    ("case-journal", _("Journal"), "file-text"),
    ("case-people", _("Mennesker"), "person-group"),
    # A later room's page: its address is known by name, and only where the face has that room.
    ("decision-list", _("Vedtak"), "file-text"),
    ("measure-list", _("Tiltak"), "hand-heart"),
    ("meeting-list", _("Møter"), "person-group"),
    ("case-documents", _("Dokumenter"), "file-text"),
    ("case-access", _("Tilgang"), "padlock-locked"),
)
LIST = _("Saker")


@dataclass(frozen=True)
class CasePage:
    """One case as it stands now, for whoever may see it."""

    case: Case
    child: Person
    told: Chapter
    items: tuple[Item, ...]
    switch: HoldBack | None
    responsible: str
    today: date
    here: str
    marks: list[dict[str, Any]] = field(default_factory=list)

    def context(self, request: DeskRequest, **more: Any) -> dict[str, Any]:
        """What the head needs, and what the page itself adds."""
        name = spoken.own_name(self.child)
        done = notice(request.GET.get(DONE, ""))
        return {
            "case": self.case, "child": self.child, "name": name, "age": spoken.years(self.child, today=self.today),
            "tags": self.marks, "standing": self.standing, "responsible": self.responsible, "next": self.next_limit,
            "switch": self.switch, "today": self.today, "tabs": self._tabs(), "commands": self._commands(name),
            "undecided": self.case.id in request.actor.undecided,
            "shield": SHIELDS.get(self.child.protection),
            "messages": [done] if done else [], "crumbs": [(LIST, reverse("desk:cases")), (self.child.name, "")], **more,
        }  # fmt: skip

    @property
    def standing(self) -> str:
        """The legal position in one sentence: what has been decided, and what is going on."""
        return self.told.standing

    @property
    def next_limit(self) -> Item | None:
        """The limit that comes first."""
        return next((item for item in self.items if item.due and item.rule not in OF_WHOEVER_GOES), None)

    def _tabs(self) -> list[dict[str, Any]]:
        return [
            {"label": label, "href": href, "here": name == self.here}
            for name, label, _icon in TABS
            if (href := known(name, self.case.id))
        ]

    def _commands(self, name: str) -> list[dict[str, Any]]:
        return [
            {"href": href, "label": f"{name}: {label}", "icon": icon}
            for tab, label, icon in TABS
            if tab != self.here and (href := known(tab, self.case.id))
        ]


def opened(request: DeskRequest, case_id: UUID, here: str, tellings: tuple[Telling, ...] = ()) -> CasePage:
    """The case, if it is there for this person, who has then seen it (bvl § 13-1)."""
    case = get_case(case_id)
    day = today()
    look(here.replace("-", "."), by=request.actor, at=now(), subject=case.id, case_id=case.id)
    child, items = get_person(case.child_id), tuple(items_of_case(case.id))
    return CasePage(
        case=case, child=child, told=whole(telling(case.id, day) for telling in tellings), items=items,
        switch=hold_back(case.id), responsible=colleagues.names([case.responsible]).get(case.responsible, ""),  # type: ignore[arg-type]
        today=day, here=here, marks=list(_marks(case, child)),
    )  # fmt: skip


def facts(page: CasePage) -> list[Fact]:
    """Everything that is told of the case, this room's own part and the limits to come included."""
    return sorted((*page.told.facts, *own_chapter.limits(page.items)), key=lambda fact: fact.at)


def _marks(case: Case, child: Person) -> Iterator[dict[str, Any]]:
    if case.state == Case.State.CLOSED:
        yield {"label": _("Avsluttet"), "colour": "neutral", "icon": "folder"}
    yield from spoken.tags(child)
