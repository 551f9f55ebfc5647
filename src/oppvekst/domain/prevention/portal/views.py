"""Pages anybody can open. A form is sent once and leads to a receipt; nothing is kept in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.homes.rules import visible
from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.actions import Received
from oppvekst.domain.prevention.portal import spoken
from oppvekst.domain.prevention.portal.forms import TRAP, DiscussionForm, PublicForm, SignUpForm, VisitForm
from oppvekst.domain.prevention.rules import WORKING_DAYS
from oppvekst.ground.web.kept import kept_shortly
from oppvekst.ground.web.reader import language_of, number_of
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotFound

SENT, INCOMPLETE = 303, 422
WORDS, AREA = "sok", "omrade"
LONGEST_SEARCH = 100

type Send = Callable[[Any], Received]


@require_http_methods(["GET", "HEAD", "POST"])
def discussion(request: HttpRequest) -> HttpResponse:
    """Ask to be called and talk something over, without saying whom it is about."""
    about = {"crumbs": spoken.crumbs((gettext("Drøft uten å si navn"), ""))}
    return _one_form(request, "discussion", DiscussionForm(_typed(request)), about, _receive(request))


@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest) -> HttpResponse:
    """Ask us to come to a staff or parents' meeting."""
    about = {"crumbs": spoken.crumbs((gettext("Be om besøk"), ""))}
    form = VisitForm(_typed(request), today=oslo_date(timezone.now()))
    return _one_form(request, "visit", form, about, _receive(request))


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """Who the school or kindergarten calls."""
    number, words = number_of(request), visible(request.GET.get(WORDS, ""))[:LONGEST_SEARCH].strip()
    areas = queries.areas_of(number)
    area = request.GET.get(AREA, "") if request.GET.get(AREA, "") in areas else ""
    context = {
        "found": list(queries.published_contacts(number, words, area)), "areas": areas, "area": area, "words": words,
        "crumbs": spoken.crumbs((gettext("Kontaktpersoner"), "")), "filtered": bool(words or area),
    }  # fmt: skip
    page = _show(request, "contacts", context)
    return page if words else kept_shortly(page)


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """The groups one can sign up for."""
    today = oslo_date(timezone.now())
    found = queries.held_groups(number_of(request), today=today)
    standings = queries.standings(found, today=today)
    told = [spoken.told(each, standings[each.id], language=language_of(request), today=today) for each in found]
    return kept_shortly(
        _show(request, "groups", {"groups": told, "crumbs": spoken.crumbs((gettext("Grupper"), ""))})
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """One group, and the form to sign up for it."""
    at = timezone.now()
    found = _published(request, group_id)
    standing = queries.standings([found], today=oslo_date(at))[found.id]
    told = spoken.told(found, standing, language=language_of(request), today=oslo_date(at))
    way = spoken.crumbs((gettext("Grupper"), reverse("portal:groups")), (told.title, ""))
    about = {"told": told, "crumbs": way, "first": found.starts_on}
    form = SignUpForm(_typed(request), child_care=found.child_care)
    if not standing.takes_sign_ups:
        return _show(request, "group", about)

    def send(place: Any) -> Received:
        return actions.sign_up(found.id, place, by=request.actor, at=at)  # type: ignore[attr-defined]

    return _one_form(request, "group", form, about, send)


@require_safe
@never_cache
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """What happens now. The reference stands in the address, so that the page can be kept, printed and found again."""
    known = queries.receipt(number_of(request), reference)
    if known is None:
        raise Http404
    today = oslo_date(timezone.now())
    found = _still_published(request, known.group_id) if known.group_id else None
    context = {
        "reference": reference, "receipt": known, "title": spoken.title(known), "today": today, "group": found,
        "stages": spoken.stages(known, group=found, today=today),
    }  # fmt: skip
    return _show(request, "receipt", context)


def _one_form(request: HttpRequest, template: str, form: PublicForm, about: dict[str, Any], send: Send) -> HttpResponse:
    """Ask, take in what is sent, lead to the receipt; what lacks something comes back whole, with what to do about it."""
    context = {**about, "form": form, "trap": TRAP, "days": WORKING_DAYS}
    if request.method != "POST":
        return _show(request, template, context)
    if form.is_valid():
        try:
            return _to_receipt(send(form.asked()))  # type: ignore[attr-defined]
        except Incomplete as lacking:
            for name, sentence in lacking.fields.items():
                form.add_error(name if name in form.fields else None, gettext(sentence))
    return _show(request, template, context, INCOMPLETE)


def _receive(request: HttpRequest) -> Send:
    return lambda asked: actions.receive_request(asked, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]


def _to_receipt(received: Received) -> HttpResponse:
    response = redirect("portal:request-receipt", reference=received.reference)
    response.status_code = SENT
    return response


def _show(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"prevention/portal/{template}.html", context, status=status)


def _typed(request: HttpRequest) -> MultiValueDict[str, str] | None:
    """What was sent, without what cannot be seen; nothing when nothing was."""
    if request.method != "POST":
        return None
    return MultiValueDict({name: [visible(value) for value in values] for name, values in request.POST.lists()})


def _published(request: HttpRequest, group_id: UUID) -> Any:
    try:
        return queries.published_group(number_of(request), group_id)
    except NotFound as nowhere:
        raise Http404 from nowhere


def _still_published(request: HttpRequest, group_id: UUID) -> Any:
    """A group that has been taken down is named no more, also on an old receipt."""
    try:
        return queries.published_group(number_of(request), group_id)
    except NotFound:
        return None
