"""The family tree and the network map, and who is what to whom: written, changed, ended, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import spoken, tie_forms
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.line import HIDDEN
from oppvekst.domain.cases.desk.maps import maps_of
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.models import Tie
from oppvekst.domain.cases.queries import get_tie, parties
from oppvekst.domain.cases.queries.ties import hidden
from oppvekst.domain.cases.rules.kin import KINDS
from oppvekst.domain.people.actions import Details, note_death
from oppvekst.ground.web.forms import DsForm
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

TAB, MAP = "case-people", "case-map"
FROM, ENDED = "fra", "avsluttet-band"


@require_safe
def maps(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Both drawings, and a table that says the same."""
    page = opened(request, case_id, TAB, tellings)
    context = page.context(request, maps=maps_of(page.case), ended=_ended(request, case_id))
    return render(request, "cases/desk/maps.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """What somebody is to somebody; perhaps somebody new."""
    page = opened(request, case_id, TAB, tellings)
    persons = [(party.person_id, _called(party)) for party in parties(page.case)]
    start = {"other": str(page.case.child_id), "person": request.GET.get(FROM, "")}
    form = tie_forms.TieForm(_sent(request), persons=persons, today=page.today, initial=start)

    def write() -> None:
        said = form.cleaned_data
        how: dict[str, Any] = {"by": request.actor, "at": now()}
        if said["person"] == tie_forms.SOMEBODY_NEW:
            first, _space, last = said["new_name"].strip().rpartition(" ")
            whom = Details(given_name=first or last, family_name=last if first else "")
            actions.add_tie_with(case_id, whom, said["other"], form.bond(), **how)
        else:
            actions.add_tie(case_id, UUID(said["person"]), said["other"], form.bond(), **how)

    return _answered(request, page, form, gettext("Knytt to mennesker sammen"), write, done="band")


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: DeskRequest, case_id: UUID, tie_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The tie written anew."""
    page = opened(request, case_id, TAB, tellings)
    tie = _readable(case_id, tie_id)
    start = {name: getattr(tie, name) for name in ("kind", "place", "closeness", "source", "note", "valid_from")}
    form = tie_forms.BondForm(_sent(request), today=page.today, initial=start)

    def write() -> None:
        actions.change_tie(case_id, tie_id, form.bond(), by=request.actor, at=now())

    return _answered(request, page, form, gettext("Endre et bånd"), write, done="band-endret", about=_in_words(tie))


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: DeskRequest, case_id: UUID, tie_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Off the map, with the reason. The next page offers to take it back."""
    page = opened(request, case_id, TAB, tellings)
    tie = get_tie(case_id, tie_id)
    form = tie_forms.EndTieForm(_sent(request), today=page.today)

    def write() -> None:
        said = form.cleaned_data
        actions.end_tie(case_id, tie_id, said["ending"], said["reasons"], on=said["on"], by=request.actor, at=now())

    done = f"band-avsluttet&{ENDED}={tie_id}"
    return _answered(request, page, form, gettext("Ta et bånd av kartet"), write, done=done, about=_in_words(tie))


@require_POST
def resume(request: DeskRequest, case_id: UUID, tie_id: UUID) -> HttpResponse:
    """The ending taken back."""
    actions.resume_tie(case_id, tie_id, by=request.actor, at=now())
    return lead_on(MAP, case_id, "band-tilbake")


@require_http_methods(["GET", "HEAD", "POST"])
def death(request: DeskRequest, case_id: UUID, person_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Somebody in the case is dead."""
    page = opened(request, case_id, TAB, tellings)
    party = next((party for party in parties(page.case) if party.person_id == person_id), None)
    if party is None:
        raise NotFound("Vi finner ikke denne personen i saken.")
    start = {"dead": "yes" if party.person.dead else None, "died_on": party.person.died_on}
    form = tie_forms.DeathForm(_sent(request), today=page.today, initial=start)

    def write() -> None:
        said = form.cleaned_data
        dead = said["dead"] == "yes"
        note_death(
            case_id, person_id, dead=dead, died_on=said["died_on"], source=said["source"], by=request.actor, at=now()
        )

    return _answered(request, page, form, gettext("Dødsfall"), write, done="dod", about=party.person.name)


def _answered(
    request: DeskRequest,
    page: CasePage,
    form: Any,
    title: str,
    write: Callable[[], None],
    *,
    done: str,
    about: str = "",
) -> HttpResponse:
    stopped = None
    if form.is_bound:
        stopped = _written(form, write) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return redirect(f"{reverse(f'desk:{MAP}', args=[page.case.id])}?{DONE}={done}")
    context = page.context(
        request, form=form, title=title, about=about, refusal=stopped.refusal if stopped else None,
        back=reverse(f"desk:{MAP}", args=[page.case.id]),
    )  # fmt: skip
    return render(request, "cases/desk/written.html", context, status=stopped.status if stopped else 200)


def _written(form: DsForm, write: Callable[[], None]) -> Stopped | None:
    try:
        write()
    except Refusal as refusal:
        return put_back(form, refusal)
    return None


def _readable(case_id: UUID, tie_id: UUID) -> Tie:
    """The tie, unless its words tell this reader where somebody protected is."""
    tie = get_tie(case_id, tie_id)
    if any(hidden(["\n".join((tie.closeness, tie.note, tie.source))], case_id)):
        raise NotAllowed(HIDDEN)
    return tie


def _ended(request: DeskRequest, case_id: UUID) -> Tie | None:
    """The tie that was just taken off the map, to be offered back."""
    try:
        key = UUID(request.GET.get(ENDED, ""))
    except ValueError:
        return None
    return Tie.objects.filter(case_id=case_id, id=key, newer=None).exclude(ended_at=None).first()


def _called(party: Any) -> str:
    return f"{party.person.name} ({spoken.role(party).lower()})"


def _in_words(tie: Tie) -> str:
    return f"{tie.person.name} er {KINDS[tie.kind].there} {tie.other.name}."


def _sent(request: DeskRequest) -> Any:
    return request.POST if request.method == "POST" else None
