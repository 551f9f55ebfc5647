"""What the facts ask for, and making the agenda agree with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from oppvekst.ground.agenda.models import SETTLED, Item, Queue
from oppvekst.law.deadline import Due


@dataclass(frozen=True)
class Planned:
    """A limit or task that follows from facts. ``done_on`` closes it; a void one is simply no longer planned."""

    rule: str
    title: str
    due: date | None = None
    target: date | None = None
    start: date | None = None
    steps: tuple[str, ...] = ()
    law: str = ""
    interpretation: str = ""
    assignee: UUID | None = None
    intake: bool = False
    queue: Queue | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class Subject:
    """What the items are about: a concern, an investigation, a message."""

    id: UUID
    kind: str
    municipality: int
    case_id: UUID | None = None
    planned: tuple[Planned, ...] = field(default=())


def counted(
    due: Due, title: str, *, assignee: UUID | None = None, intake: bool = False, done_on: date | None = None
) -> Planned:
    """A planned item from a counted limit, with the steps of its counting."""
    return Planned(
        rule=due.rule.id, title=title, due=due.due, target=due.target, start=due.start, steps=due.steps,
        law=str(due.rule.citation), interpretation=due.interpretation or "", assignee=assignee, intake=intake, done_on=done_on,
    )  # fmt: skip


def announce(subject: Subject) -> None:
    """Put a new subject's items on the agenda, from a face that may add and not read (the portal)."""
    Item.objects.bulk_create(_items(subject))


def settle(subject: Subject) -> None:
    """Make the agenda of one subject agree with the facts: add, change, close, and take away what no longer follows."""
    wanted = {item.id: item for item in _items(subject)}
    found = {item.id: item for item in Item.objects.filter(subject=subject.id, municipality_id=subject.municipality)}
    Item.objects.bulk_create([item for key, item in wanted.items() if key not in found])
    changed = [wanted[key] for key in wanted.keys() & found.keys() if _differ(wanted[key], found[key])]
    void = [_voided(item) for key, item in found.items() if key not in wanted and item.open]
    for item in (*changed, *void):
        item.save(update_fields=SETTLED)


def _items(subject: Subject) -> Sequence[Item]:
    return [_item(subject, planned) for planned in subject.planned]


def _item(subject: Subject, planned: Planned) -> Item:
    return Item(
        id=uuid5(subject.id, planned.rule), municipality_id=subject.municipality, subject=subject.id,
        subject_kind=subject.kind, case_id=subject.case_id, rule=planned.rule, title=planned.title, start=planned.start,
        due=planned.due, target=planned.target, steps=list(planned.steps), law=planned.law,
        interpretation=planned.interpretation, assignee=planned.assignee,
        intake_queue=subject.municipality if planned.intake else None, queue=planned.queue or "",
        open=planned.done_on is None, done_on=planned.done_on,
    )  # fmt: skip


def _differ(one: Item, other: Item) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in SETTLED)


def _voided(item: Item) -> Item:
    item.open = False
    return item
