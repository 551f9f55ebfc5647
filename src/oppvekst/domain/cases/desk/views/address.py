"""Where a protected person is: shown only when asked for, protected with a source, entrusted to named persons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.cases.desk import reading, spoken
from oppvekst.domain.cases.desk.address_forms import OF_ADDRESS
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.queries import parties
from oppvekst.domain.people import actions
from oppvekst.domain.people.models import Person
from oppvekst.domain.people.queries import entrusted, is_entrusted, kinds_of, shieldings
from oppvekst.domain.people.rules import SHIELDS
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.law.refusals import NotFound, Refusal

ENTRUSTS = "address.entrust"


@dataclass
class Whom:
    """The person of the page, as the reader may know her."""

    page: CasePage
    person: Person
    by: Actor
    kinds: list[int] = field(default_factory=list)

    @property
    def leads(self) -> bool:
        """Whether the reader decides who knows the address."""
        return self.by.may(ENTRUSTS)

    def fresh(self) -> dict[str, Any]:
        """The forms as they stand before anything is typed."""
        found: dict[str, Any] = {"vern": self.form("vern")}
        if self.leads and self.kinds:
            found |= {name: self.form(name) for name in ("av", "betro")}
            if entrusted(self.person.id).exists():
                found["trekk"] = self.form("trekk")
        return found

    def form(self, name: str, typed: Any = None) -> Any:
        """One form, with what can be chosen in it."""
        chosen: dict[str, Callable[[], dict[str, Any]]] = {
            "vern": lambda: {"kinds": [kind for kind in SHIELDS if kind not in self.kinds], "today": self.page.today},
            "av": lambda: {"kinds": self.kinds, "today": self.page.today},
            "betro": lambda: {"colleagues": self._others()},
            "trekk": lambda: {"trusts": [(one.id, one.staff.name) for one in entrusted(self.person.id)]},
        }
        return OF_ADDRESS[name](typed, prefix=name, **chosen[name]())

    def _others(self) -> list[tuple[UUID, str]]:
        case = self.page.case
        not_asked = {one.staff_id for one in entrusted(self.person.id)} | {
            bar.staff_id for bar in reading.bars(case.id)
        }
        found = colleagues.colleagues(case.municipality_id, today=self.page.today)
        return [one for one in found if one[0] not in not_asked]


@require_safe
def address(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """What protects the address, where that comes from, and who is entrusted with it. Not the address itself."""
    return _show(request, _whom(request, case_id, person_id, tellings))


@require_POST
def show(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The address, to somebody it is entrusted to, who has asked for it: a look of its own (bvl § 13-1)."""
    whom = _whom(request, case_id, person_id, tellings)
    look("case.address", by=request.actor, at=now(), subject=person_id, case_id=case_id)
    return _show(request, whom, shown=True)


@require_POST
def protect(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Put a protection on, with its source."""
    return _act(
        request, _whom(request, case_id, person_id, tellings), "vern", "vernet",
        lambda said: actions.shield(case_id, person_id, by=request.actor, at=now(), **said),
    )  # fmt: skip


@require_POST
def lift(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Take a protection off by a named decision."""
    return _act(
        request, _led(request, case_id, person_id, tellings), "av", "vern-av",
        lambda said: actions.lift_shield(case_id, person_id, by=request.actor, at=now(), **said),
    )  # fmt: skip


@require_POST
def entrust(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Let a named colleague see it."""
    return _act(
        request, _led(request, case_id, person_id, tellings), "betro", "betrodd",
        lambda said: actions.entrust(case_id, person_id, said["staff"], said["words"], by=request.actor, at=now()),
    )  # fmt: skip


@require_POST
def withdraw(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """From now on she no longer sees it."""
    return _act(
        request, _led(request, case_id, person_id, tellings), "trekk", "trukket",
        lambda said: actions.withdraw(case_id, said["trust"], said["words"], by=request.actor, at=now()),
    )  # fmt: skip


def _whom(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...]) -> Whom:
    page = opened(request, case_id, "case-people", tellings)
    person = next((party.person for party in parties(page.case) if party.person_id == person_id), None)
    if person is None:
        raise NotFound("Vi finner ikke denne personen i saken.")
    return Whom(page, person, request.actor, kinds_of(person))


def _led(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...]) -> Whom:
    """For the leader alone; whoever does not have the case is told that it is not there, as of any other."""
    whom = _whom(request, case_id, person_id, tellings)
    request.actor.must(ENTRUSTS)
    return whom


def _act(
    request: DeskRequest, whom: Whom, name: str, done: str, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    form = whom.form(name, request.POST)
    if not form.is_valid():
        return _show(request, whom, {name: form}, Stopped(INCOMPLETE))
    try:
        act(form.cleaned_data)
    except Refusal as refusal:
        return _show(request, whom, {name: form}, put_back(form, refusal))
    place = reverse("desk:case-address", args=[whom.page.case.id, whom.person.id])
    return redirect(f"{place}?{DONE}={done}")


def _show(
    request: DeskRequest, whom: Whom, sent: dict[str, Any] | None = None, stopped: Stopped | None = None, *,
    shown: bool = False,
) -> HttpResponse:  # fmt: skip
    """The page, with the form that was sent as it was sent and the others fresh."""
    person, mine = whom.person, not whom.kinds or is_entrusted(whom.person.id)
    written = list(shieldings(person.id))
    trusted = list(entrusted(person.id))
    context = whom.page.context(
        request, whom=person, kinds=[spoken.kind(one, written) for one in whom.kinds],
        former=[one for one in written if one.ended_at], mine=mine, shown=mine and (shown or not whom.kinds),
        addresses=list(person.addresses.all()), reaches=list(person.reaches.all()), trusted=trusted, leads=whom.leads,
        givers=colleagues.names({one.given_by for one in trusted}), forms=whom.fresh() | (sent or {}),
        sent=next(iter((sent or {}).values()), None), refusal=stopped.refusal if stopped else None,
    )  # fmt: skip
    return render(request, "cases/desk/address.html", context, status=stopped.status if stopped else 200)
