"""The groups one can sign up for: the list, one group with who comes, and arranging it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk import spoken
from oppvekst.domain.prevention.desk.forms import GroupForm
from oppvekst.domain.prevention.desk.steps import ARRANGE, group_steps
from oppvekst.domain.prevention.desk.views.evenings import told_of
from oppvekst.domain.prevention.desk.views.leading import lead_on, show
from oppvekst.domain.prevention.models import Group
from oppvekst.domain.prevention.queries import Figures, Seat
from oppvekst.domain.prevention.rules import CONFIRMED, LANGUAGES, NEW, WITHDRAWN, Planned
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, at_desk, now, put_back, today
from oppvekst.law.refusals import Refusal

PAGE = 50
PART = "groups"
LIST = _("Grupper")


@require_safe
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """All groups, with who has signed up as numbers."""
    page = Paginator(queries.groups(request.actor), PAGE).get_page(request.GET.get("side"))
    context = {"page": page, "rows": [_row(each) for each in page.object_list], "may": request.actor.may(ARRANGE)}
    return show(request, "groups", context, part=PART)


@require_safe
@at_desk
def group_page(request: DeskRequest, group_id: UUID) -> HttpResponseBase:
    """One group: its numbers, its list, and the next steps."""
    group = queries.get_group(group_id, by=request.actor)
    look("group", by=request.actor, at=now(), subject=group.id)
    seats = queries.seats(group)
    page = Paginator(_in_order(seats), PAGE).get_page(request.GET.get("side"))
    context = {
        **_head(group), "figures": _figures(group, queries.figures(seats)), "page": page,
        "seats": [_seat(each) for each in page.object_list], "may": request.actor.may("request.answer"),
        **group_steps(group, request.actor, today=today()), "may_arrange": request.actor.may(ARRANGE),
        **told_of(group),
    }  # fmt: skip
    return show(request, "group", context, part=PART)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def new(request: DeskRequest) -> HttpResponseBase:
    """Plan a group."""
    request.actor.must(ARRANGE)
    form = GroupForm(request.POST) if request.method == "POST" else GroupForm(initial={"seats": 12, "evenings": 8})

    def keep(planned: Planned) -> HttpResponse:
        return lead_on("group", "planlagt", actions.arrange_group(planned, by=request.actor, at=now()))

    crumbs = [(LIST, reverse("desk:groups")), (gettext("Ny gruppe"), "")]
    return _form(request, form, keep, {"crumbs": crumbs, "title": gettext("Ny gruppe"), "back": reverse("desk:groups")})


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def change(request: DeskRequest, group_id: UUID) -> HttpResponseBase:
    """Change a group."""
    request.actor.must(ARRANGE)
    group = queries.get_group(group_id, by=request.actor)
    form = GroupForm(request.POST) if request.method == "POST" else GroupForm.of(group)

    def keep(planned: Planned) -> HttpResponse:
        actions.change_group(group_id, planned, by=request.actor, at=now())
        return lead_on("group", "endret", group_id)

    here = reverse("desk:group", args=[group_id])
    crumbs = [(LIST, reverse("desk:groups")), (group.title, here), (gettext("Endre"), "")]
    return _form(
        request, form, keep, {"crumbs": crumbs, "title": gettext("Endre gruppa"), "back": here, "group": group}
    )


@require_POST
@at_desk
def publish(request: DeskRequest, group_id: UUID) -> HttpResponseBase:
    """Open it for sign-ups."""
    actions.publish_group(group_id, by=request.actor, at=now())
    return lead_on("group", "publisert", group_id)


@require_POST
@at_desk
def take_down(request: DeskRequest, group_id: UUID) -> HttpResponseBase:
    """Take it off the public pages."""
    actions.take_down_group(group_id, by=request.actor, at=now())
    return lead_on("group", "tatt-ned", group_id)


def _form(
    request: DeskRequest, form: GroupForm, keep: Callable[[Planned], HttpResponse], about: dict[str, Any]
) -> HttpResponse:
    status = 200
    if form.is_bound:
        status = INCOMPLETE
        if form.is_valid():
            try:
                return keep(form.planned())
            except Refusal as refusal:
                stopped = put_back(form, refusal)
                about, status = {**about, "refusal": stopped.refusal}, stopped.status
    return show(request, "group_form", {**about, "form": form}, part=PART, status=status)


def _head(group: Group) -> dict[str, Any]:
    clock = f"{group.starts_at:%H.%M}–{group.ends_at:%H.%M}" if group.starts_at and group.ends_at else ""
    return {
        "group": group, "crumbs": [(LIST, reverse("desk:groups")), (group.title, "")],
        "when": ". ".join(filter(None, [spoken.period(group, today=today()), clock, group.place])),
    }  # fmt: skip


def _figures(group: Group, found: Figures) -> list[dict[str, Any]]:
    interpreters = ", ".join(
        f"{gettext(LANGUAGES[code])} {families}" for code, families in sorted(found.interpreters.items())
    )
    of = gettext("%(taken)d av %(seats)d")
    return [
        {"term": _("Familier"), "value": of % {"taken": found.families - found.waiting, "seats": group.seats}},
        {"term": _("Bekreftet"), "value": str(found.confirmed)}, {"term": _("På venteliste"), "value": str(found.waiting)},
        {"term": _("Voksne"), "value": str(found.adults)},
        {"term": _("Barn som trenger pass"), "value": str(found.children_to_mind)},
        {"term": _("Familier som vil ha tolk"), "value": interpreters or gettext("Ingen")},
    ]  # fmt: skip


def _in_order(seats: list[Seat]) -> list[Seat]:
    """Those to call first, then the confirmed, those who wait, and last who has signed off."""
    place = {NEW: 0, CONFIRMED: 1, WITHDRAWN: 3}
    return sorted(seats, key=lambda seat: 2 if seat.waits else place[seat.sign_up.state])


def _seat(seat: Seat) -> dict[str, Any]:
    row = seat.sign_up
    state = spoken.WAITS if seat.waits else spoken.SIGN_UP_STATES[row.state]
    marks = {
        NEW: ("warning", "phone-fill"),
        CONFIRMED: ("success", "checkmark-circle-fill"),
        WITHDRAWN: ("neutral", "x-mark"),
    }
    colour, icon = ("neutral", "hourglass") if seat.waits else marks[row.state]
    return {
        "row": row, "language": spoken.language(row.language, row.interpreter), "state": state, "colour": colour, "icon": icon,
        "may_confirm": row.state == NEW and seat.has_place, "may_withdraw": row.state != WITHDRAWN,
        "may_restore": row.state != NEW,
    }  # fmt: skip


def _row(group: Any) -> dict[str, Any]:
    """A line for ``web/_row.html``, with numbers and no names."""
    families = group.new + group.confirmed
    coming = ngettext("%(count)d familie", "%(count)d familier", families) % {"count": families}
    when = gettext("%(families)s til %(seats)d plasser") % {"families": coming, "seats": group.seats}
    return {
        "href": reverse("desk:group", args=[group.id]), "name": group.title, "tags": [_mark(group)],
        "what": ". ".join(filter(None, [spoken.period(group, today=today()), group.place])),
        "when": f"{when}. {_to_call(group.new)}" if group.new else when, "act": gettext("Åpne"),
    }  # fmt: skip


def _to_call(number: int) -> str:
    return ngettext("%(count)d å ringe", "%(count)d å ringe", number) % {"count": number}


def _mark(group: Group) -> dict[str, Any]:
    if group.ends_on < today():
        return {"label": _("Ferdig"), "colour": "neutral", "icon": "checkmark"}
    if not group.published:
        return {"label": _("Ikke åpnet"), "colour": "warning", "icon": "eye-slash"}
    return {"label": _("Åpen for påmelding"), "colour": "success", "icon": "checkmark-circle"}
