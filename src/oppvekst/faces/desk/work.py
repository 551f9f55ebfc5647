"""Limits and tasks as lines that can be read and done: whose child, what, by when and why, and the one button."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.desk.spoken import shield
from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import cases_by_id
from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import concerns_by_id
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import by_id as investigations_by_id
from oppvekst.domain.people.models import Person
from oppvekst.domain.people.rules import age_in_words
from oppvekst.faces.desk import beside
from oppvekst.ground.access.colleagues import names
from oppvekst.ground.agenda.models import EMERGENCY, OWN_ACCESS, SAMPLE, Item
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.states import LimitState

NOW = LimitState("now", "warning", "bell", str(_("Nå")))
PLAN, SIGN = "D13", "sign"
# rule -> the word on the button. What is not here is opened and read.
ACTS = {
    "D01": _("Gå gjennom"), "D02": _("Vurder"), "D04": _("Svar"), "D05": _("Svar"), "D06": _("Svar"), "confirm": _("Bekreft"),
    "D13": _("Lag plan"), "hold-back": _("Vurder"), "address-review": _("Vurder"), "own-house": _("Se"),
    "D80": _("Send"), SIGN: _("Undertegn"), "D80-one": _("Send"), "notice-failed": _("Send på nytt"),
    "fvl-29-reached": _("Skriv dagen"),
    OWN_ACCESS: _("Se over"), "uninformed": _("Vurder"), EMERGENCY: _("Se over"),
    "agreed": "Merk som gjort", "council-answer": _("Svar"),
    SAMPLE: _("Se over"), "child-talk": "Se", "talk-withheld": _("Vurder"), "trusted-certificate": "Se",
    "agreement-ends": "Velg", "place-free": "Tilby", "fvl-11a-plan": "Svar", "D29": "Skriv", "D29-again": "Skriv",
    "occasion-unwritten": "Skriv", "occasion-unsuited": "Svar",
    "supervision-write": "Skriv", "supervision-today": "Merk som gjort", "supervision-summary": "Skriv",
    "payment-approve": "Godkjenn", "payment-send": _("Send"),
    "hjem-2": "Svar", "home-in-place": "Skriv", "home-tell": "Si fra", "home-answered": "Se",
    "protocol-read": "Les", "protocol-follow": "Følg opp",
}  # fmt: skip
SATURDAY = 5
# A section is not broken over two lines between chapter and number.
NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"


@dataclass(frozen=True)
class Row:
    """One line."""

    href: str
    name: str
    what: str
    age: str = ""
    about: str = ""
    due: date | None = None
    law: str = ""
    steps: Sequence[str] = ()
    act: Any = ""
    at: str = ""
    tags: tuple[dict[str, Any], ...] = ()
    state: LimitState = NOW


@dataclass
class Group:
    """Lines of one urgency, with how many there are in all."""

    id: str
    title: Any
    colour: str
    icon: str
    count: int = 0
    rows: list[Row] = field(default_factory=list)


def groups(rows: Iterable[Row], counts: dict[str, int], *, today: date) -> list[Group]:
    """The lines under «late», «today», «this week» and «later»; empty groups are left out."""
    found = {
        "late": Group("over-frist", _("Over frist"), "danger", "x-mark-octagon-fill"),
        "today": Group("i-dag", _("I dag"), "warning", "clock-fill"),
        "week": Group("uka", _("Uka som kommer") if weekend(today) else _("Denne uka"), "neutral", "calendar"),
        "later": Group("senere", _("Senere"), "neutral", "clock"),
    }
    for row in rows:
        found[urgency(row.due, today=today)].rows.append(row)
    for key, group in found.items():
        group.count = counts.get(key, 0)
    return [group for group in found.values() if group.rows]


def urgency(due: date | None, *, today: date) -> str:
    """Which group; what the law wants done promptly, without a day, is for today."""
    if due is None or due == today:
        return "today"
    if due < today:
        return "late"
    return "week" if due <= end_of_week(today) else "later"


def end_of_week(today: date) -> date:
    """Sunday; on a day of rest the Sunday after, since nobody plans a week that is over."""
    return today + timedelta(days=(13 if weekend(today) else 6) - today.weekday())


def weekend(today: date) -> bool:
    """Saturday or Sunday."""
    return today.weekday() >= SATURDAY


@dataclass(frozen=True)
class Subjects:
    """What the lines are about, fetched room by room: as many questions for ten lines as for a thousand."""

    concerns: dict[UUID, Concern]
    investigations: dict[UUID, Investigation]
    cases: dict[UUID, Case]
    staff: dict[UUID, str]
    beside: beside.Known

    @classmethod
    def of(cls, items: Sequence[Item]) -> Subjects:
        """Everything these items point at, as far as the actor may see it."""
        kinds: dict[str, set[UUID]] = {}
        for item in items:
            kinds.setdefault(item.subject_kind, set()).add(item.subject)
        return cls(
            concerns_by_id(kinds.get("concern", ())), investigations_by_id(kinds.get("investigation", ())),
            cases_by_id({item.case_id for item in items if item.case_id}), names({item.assignee for item in items}),
            beside.about(items),
        )  # fmt: skip


def rows(items: Sequence[Item], *, me: UUID | None, today: date) -> list[Row]:
    """The items as lines, in the order they come."""
    subjects = Subjects.of(items)
    return [_row(item, subjects, me, today) for item in items]


def _row(item: Item, subjects: Subjects, me: UUID | None, today: date) -> Row:
    if item.subject_kind in beside.KINDS:
        return _row_beside(item, subjects, me)
    name, age, about, tags = _whom(item, subjects, today)
    return Row(
        href=_href(item), name=name, age=age, about=about, tags=tags, what=item.title, due=item.due,
        law=item.law.replace("-", NO_BREAK_HYPHEN), steps=item.steps, act=ACTS.get(item.rule, _("Åpne")),
        at=_at(item, subjects, me),
    )  # fmt: skip


def _row_beside(item: Item, subjects: Subjects, me: UUID | None) -> Row:
    """A line about nobody's case. What no room tells of stands with its title alone."""
    told = subjects.beside.get(item.subject) or beside.About(item.title)
    return Row(
        href=beside.href(item), name=told.name, about=told.what, what=item.title if told.name != item.title else "",
        due=item.due, law=item.law, steps=item.steps, act=ACTS.get(item.rule, _("Åpne")), at=_at(item, subjects, me),
    )  # fmt: skip


def _whom(item: Item, subjects: Subjects, today: date) -> tuple[str, str, str, tuple[dict[str, Any], ...]]:
    concern = subjects.concerns.get(item.subject)
    if concern:
        tags = tuple(shield(concern.case.child)) if concern.case_id and concern.case else ()
        return spoken.child_name(concern), spoken.child_age(concern, today=today), spoken.title(concern), tags
    child = _child(item, subjects)
    if child is None:
        return str(UNNAMED.get(item.subject_kind, _("Barn uten navn"))), "", "", ()
    return child.name, age_in_words(child.birth_date, due_date=child.due_date, today=today), "", tuple(shield(child))


UNNAMED = {
    "message": _("Melding i karantene"), "application": _("Søknad om hjelp"), "trace": _("Journalen"),
    "signers": _("Tjenesten"), "sample": _("Stikkprøve"),
}  # fmt: skip


def _child(item: Item, subjects: Subjects) -> Person | None:
    investigation = subjects.investigations.get(item.subject)
    case = investigation.case if investigation else subjects.cases.get(item.case_id) if item.case_id else None
    return case.child if case else None


def _at(item: Item, subjects: Subjects, me: UUID | None) -> str:
    """With whom it lies, when that is somebody else."""
    if item.assignee is None or item.assignee == me:
        return ""
    return gettext("Hos %(name)s") % {"name": subjects.staff.get(item.assignee, gettext("en kollega"))}


# kind of thing -> the page where it is done: its own, the case's, or one that is nobody's; a rule of its own goes first.
OWN_PAGE = {
    "concern": "concern", "investigation": "investigation", "ended_investigation": "investigation",
    "plan_row": "investigation-row", "information_request": "investigation-asked-one", "expert_opinion": "investigation-expert",
    "meeting_task": "meeting-task",
    "family_council": "meeting-answer", "child_talk": "child-talk", "withholding": "withholding-keep-on",
    "consent_text": "consent", "message": "quarantine-message", "appeal": "appeal", "stay": "stay", "costs": "costs",
    "decision": "decision", "decision_addressee": "decision-addressee", "measure": "measure",
    "supervision_visit": "supervision-visit", "support_application": "support-answer", "payment_basis": "payment-basis",
    "payment": "payment-approve", "institution_protocol": "measure-protocol-follow", "occasion": "measure-occasion",
    "asked_home": "asked-home",
}  # fmt: skip
CASE_PAGE = {
    "hold_back": "case-hold", "access": "case-access", "bar": "case-access", "uninformed": "case-outward",
    "trusted_person": "case-talks", "shielding": "case-people", "file_request": "case-insight",
    "individual_plan": "meeting-individual-plan", "aftercare": "measure-aftercare-talk", "help_place": "measure-help",
}  # fmt: skip
NOBODYS_PAGE = {"emergency": "emergencies", "sample": "sample", "signers": "my-day"}
BY_RULE = {
    ("investigation", PLAN): "investigation-plan", ("decision", SIGN): "decision-sign", ("decision", "D80"): "decision-sending",
    ("institution_protocol", "protocol-read"): "measure-protocol-read",
}  # fmt: skip
NOBODYS_BY_RULE = {("payment", "payment-send"): "payments"}


def _href(item: Item) -> str:
    """Where it is done; of a room that has said nothing here, on the page of the case."""
    name, key = _page(item)
    return (known(name, key) if key else known(name)) or known("concerns") or known("my-day")


def _page(item: Item) -> tuple[str, UUID | None]:
    kind, ruled = item.subject_kind, (item.subject_kind, item.rule)
    if nobodys := NOBODYS_BY_RULE.get(ruled) or NOBODYS_PAGE.get(kind):
        return nobodys, None
    if own := BY_RULE.get(ruled) or OWN_PAGE.get(kind):
        return own, item.subject
    return (CASE_PAGE.get(kind, "case"), item.case_id) if item.case_id else ("concerns", None)
