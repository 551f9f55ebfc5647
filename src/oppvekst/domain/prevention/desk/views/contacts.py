"""Whom each school and kindergarten calls: a table whose rows are changed where they stand."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.homes.rules import looks_sensitive, one_line
from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk.forms import ContactForm
from oppvekst.domain.prevention.desk.steps import ARRANGE
from oppvekst.domain.prevention.desk.views.leading import lead_on, show
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, at_desk, now, put_back
from oppvekst.law.refusals import Refusal

PAGE = 50
PART = "school-contacts"
SEARCH, LONGEST_SEARCH = "sok", 100


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """The table. What is searched for is posted, so that an identity number never comes to stand in an address."""
    if request.method != "POST":
        return _table(request)
    words = _words(request.POST)
    return redirect(
        f"{reverse('desk:school-contacts')}{'?' if words else ''}{urlencode({SEARCH: words} if words else {})}"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def add(request: DeskRequest) -> HttpResponseBase:
    """A new line, written on top of the table."""
    return _edit(request, None, ContactForm(request.POST) if request.method == "POST" else ContactForm(), "lagt-til")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def change(request: DeskRequest, contact_id: UUID) -> HttpResponseBase:
    """A line, changed where it stands."""
    row = queries.get_contact(contact_id, by=request.actor)
    form = ContactForm(request.POST) if request.method == "POST" else ContactForm.of(row)
    return _edit(request, contact_id, form, "kontakt-endret")


@require_POST
@at_desk
def take_down(request: DeskRequest, contact_id: UUID) -> HttpResponseBase:
    """Off the public pages."""
    actions.take_down_contact(contact_id, by=request.actor, at=now())
    return lead_on("school-contacts", "kontakt-ned")


@require_POST
@at_desk
def publish(request: DeskRequest, contact_id: UUID) -> HttpResponseBase:
    """Shown again."""
    actions.publish_contact(contact_id, by=request.actor, at=now())
    return lead_on("school-contacts", "kontakt-vist")


def _edit(request: DeskRequest, contact_id: UUID | None, form: ContactForm, done: str) -> HttpResponse:
    request.actor.must(ARRANGE)
    about: dict[str, Any] = {"form": form, "changing": contact_id}
    if not form.is_bound:
        return _table(request, about)
    status = INCOMPLETE
    if form.is_valid():
        try:
            actions.keep_contact(form.kept(), by=request.actor, at=now(), contact_id=contact_id)
        except Refusal as refusal:
            stopped = put_back(form, refusal)
            about, status = {**about, "refusal": stopped.refusal}, stopped.status
        else:
            return lead_on("school-contacts", done)
    return _table(request, about, status=status)


def _table(request: DeskRequest, about: dict[str, Any] | None = None, *, status: int = 200) -> HttpResponse:
    """The table, with the row that is being written; a row on another page is written on top."""
    words = _words(request.GET)
    page = Paginator(queries.contacts(request.actor, words), PAGE).get_page(request.GET.get("side"))
    rows = list(page.object_list)
    editing = about or {}
    context = {
        "page": page, "rows": rows, "words": words, "may": request.actor.may(ARRANGE), **editing,
        "on_top": bool(editing) and editing["changing"] not in {row.id for row in rows},
        "empty": _("Ingen treff") if words else _("Ingen kontaktpersoner ennå"),
    }  # fmt: skip
    return show(request, "contacts", context, part=PART, status=status)


def _words(sent: QueryDict) -> str:
    words = one_line(sent.get(SEARCH, ""))[:LONGEST_SEARCH]
    return "" if looks_sensitive(words, health=False) else words
