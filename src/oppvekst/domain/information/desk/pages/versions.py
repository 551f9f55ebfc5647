"""Publishing, and what a page once said: who wrote it, when it was read, and what was changed."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.information import models
from oppvekst.domain.information.actions import versions as actions
from oppvekst.domain.information.desk import spoken
from oppvekst.domain.information.desk.frame import crumbs, editor, lead_on, show
from oppvekst.domain.information.queries.editing import Written, get_page, written_in
from oppvekst.domain.information.rules.differences import Paragraph, changed_only, differences
from oppvekst.ground.web.forms import DateField, DsForm, TimeField, oslo_moment, radios
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, now, put_back, today
from oppvekst.law.refusals import NotFound, Refusal

NOW, LATER = "na", "senere"
MORNING = time(7)


class PublishForm(DsForm):
    """When everybody can read it."""

    when = radios(
        [(NOW, _("Nå")), (LATER, _("Fra en dag jeg velger"))], label=_("Når skal den publiseres?"), initial=NOW
    )
    on = DateField(label=_("Dag"), required=False)
    clock = TimeField(label=_("Klokka"), required=False, help_text=_("Uten klokkeslett: klokka 07.00."))
    follows = {"on": ("when", LATER), "clock": ("when", LATER)}

    def clean(self) -> dict[str, Any]:
        """A later day must be told."""
        given = super().clean() or {}
        if given.get("when") == LATER and not given.get("on") and "on" not in self.errors:
            self.add_error("on", _("Skriv hvilken dag."))
        return given

    def moment(self) -> datetime | None:
        """The moment, or now."""
        given = self.cleaned_data
        return oslo_moment(given["on"], given["clock"] or MORNING) if given["when"] == LATER else None


class WithdrawForm(DsForm):
    """Why."""

    reason = forms.CharField(label=_("Hvorfor trekkes den tilbake?"), max_length=200)


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def publish(request: DeskRequest, slug: str, language: str) -> HttpResponseBase:
    """What will change for the readers, and from when."""
    page, known = _known(request, slug, language)
    if known.draft is None:
        return lead_on("page", slug, done="likt", sprak=_beside(language))
    form = PublishForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _publishing(request, page, known, form, status=INCOMPLETE if form.is_bound else 200)
    try:
        moment = form.moment()
        row = actions.publish(slug, language, by=request.actor, at=now(), on=moment, seen=request.POST.get("seen"))
    except Refusal as refusal:
        stopped = put_back(form, refusal)
        return _publishing(
            request, page, _known(request, slug, language)[1], form, status=stopped.status, refusal=stopped.refusal
        )
    later = bool(row.publish_from and row.publish_from > now())
    return lead_on("page", slug, done="planlagt" if later else "publisert", sprak=_beside(language))


@require_safe
@editor
def versions(request: DeskRequest, slug: str, language: str) -> HttpResponseBase:
    """Every version, the newest first."""
    page, known = _known(request, slug, language)
    rows = [_line(slug, each, known) for each in known.history]
    return show(request, "versions.html", {**_head(page, known, _("Versjoner")), "rows": rows}, here="pages")


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def version(request: DeskRequest, slug: str, language: str, number: int) -> HttpResponseBase:
    """One version: what was changed from the one before it, and the way back to it. Sent: it is withdrawn."""
    page, known = _known(request, slug, language)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(slug, language, number, form.cleaned_data["reason"], by=request.actor, at=now())
        except Refusal as refusal:
            stopped = put_back(form, refusal)
            return _one(request, page, known, number, form, status=stopped.status, refusal=stopped.refusal)
        return lead_on("page", slug, done="trukket", sprak=_beside(language))
    return _one(request, page, known, number, form, status=INCOMPLETE if form.is_bound else 200)


@require_POST
@editor
def restore(request: DeskRequest, slug: str, language: str, number: int) -> HttpResponseBase:
    """What it once said, as a draft."""
    actions.restore(slug, language, number, by=request.actor, at=now())
    return lead_on("page", slug, done="hentet", sprak=_beside(language))


@require_POST
@editor
def drop(request: DeskRequest, slug: str, language: str) -> HttpResponseBase:
    """Throw the draft away."""
    actions.drop_draft(slug, language, by=request.actor, at=now(), seen=request.POST.get("seen"))
    return lead_on("page", slug, done="kastet", sprak=_beside(language))


@require_POST
@editor
def reviewed(request: DeskRequest, slug: str) -> HttpResponseBase:
    """Read through today, and still right."""
    actions.mark_reviewed(slug, by=request.actor, at=now())
    return lead_on("page", slug, done="gjennomgatt", sprak=request.POST.get("sprak", ""))


def _known(request: DeskRequest, slug: str, language: str) -> tuple[models.Page, Written]:
    if language not in spoken.LANGUAGES:
        raise NotFound("Dette språket har vi ikke.")
    page = get_page(request.municipality.number, slug)
    return page, written_in(page, language, at=now())


def _beside(language: str) -> str:
    return "" if language == "nb" else language


def _publishing(
    request: DeskRequest, page: models.Page, known: Written, form: PublishForm, *, status: int, **more: Any
) -> HttpResponse:
    draft = known.draft
    return show(request, "publish.html", {
        **_head(page, known, _("Publiser")), "form": form, "draft": draft, "seen": known.stand,
        "changes": changes(known.shown, draft) if draft else [], "first": known.shown is None, **more,
    }, here="pages", status=status)  # fmt: skip


def _one(
    request: DeskRequest,
    page: models.Page,
    known: Written,
    number: int,
    form: WithdrawForm,
    *,
    status: int,
    **more: Any,
) -> HttpResponse:
    chosen = known.numbered(number)
    before = known.before(chosen)
    readable = known.readable
    return show(request, "version.html", {
        **_head(page, known, _("Versjon %(number)d") % {"number": number}, versions=True), "form": form,
        "version": chosen, "changes": changes(before, chosen), "before": before, "is_shown": chosen == known.shown,
        "can_withdraw": chosen in readable or chosen == known.scheduled,
        "next": readable[1] if chosen == known.shown and len(readable) > 1 else None,
        "can_restore": known.draft is None and chosen != known.shown, "today": today(), **more,
    }, here="pages", status=status)  # fmt: skip


def changes(before: models.PageVersion | None, after: models.PageVersion) -> list[tuple[Any, list[Paragraph]]]:
    """What was changed in the title, the lead and the text; what was not is left out. A first version is told whole."""
    pairs = (("title", _("Overskrift")), ("lead", _("Ingress")), ("body", _("Tekst")))
    if before is None:
        texts = [(label, getattr(after, name)) for name, label in pairs]
        return [(label, differences(text, text)) for label, text in texts if text]
    found = [(label, changed_only(differences(getattr(before, name), getattr(after, name)))) for name, label in pairs]
    return [(label, rows) for label, rows in found if rows]


def _head(page: models.Page, known: Written, title: Any, *, versions: bool = False) -> dict[str, Any]:
    newest = known.current or next(iter(known.history), None)
    name = newest.title if newest else page.slug
    here = reverse("desk:page", args=[page.slug])
    back = f"{here}?sprak={known.language}" if _beside(known.language) else here
    way = [(_("Sider"), reverse("desk:pages")), (name, back)]
    if versions:
        way.append((_("Versjoner"), reverse("desk:page-versions", args=[page.slug, known.language])))
    return {
        "page": page, "name": name, "title": title, "language": known.language, "in": spoken.LANGUAGES[known.language],
        "back": back, "crumbs": crumbs(*way, (title, "")), "stands": spoken.stands(known, at=now()),
    }  # fmt: skip


def _line(slug: str, row: models.PageVersion, known: Written) -> dict[str, Any]:
    return {
        "version": row, "href": reverse("desk:page-version", args=[slug, known.language, row.number]),
        "state": _state(row, known),
    }  # fmt: skip


def _state(row: models.PageVersion, known: Written) -> spoken.Tag:
    if row == known.shown:
        return spoken.Tag(_("leses nå"), "success", "checkmark-circle-fill")
    if row == known.draft:
        return spoken.Tag(_("kladd"), "accent", "note-pencil")
    if row.withdrawn_at:
        label = _("trukket tilbake") if row.publish_from else _("kastet kladd")
        return spoken.Tag(label, "neutral", "x-mark-octagon")
    if row.publish_from and row.publish_from > known.at:
        return spoken.Tag(_("planlagt"), "accent", "calendar")
    return spoken.Tag(_("eldre versjon"), "neutral", "clock")
