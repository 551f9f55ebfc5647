"""A new page, its place among the others, and taking it down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.information import models
from oppvekst.domain.information.actions import pages as actions
from oppvekst.domain.information.desk import spoken
from oppvekst.domain.information.desk.frame import crumbs, editor, lead_on, show
from oppvekst.domain.information.queries.editing import Standing, get_page, standings
from oppvekst.domain.information.rules.doors import STANDING
from oppvekst.ground.web.forms import DateField, DsForm
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, now, put_back
from oppvekst.law.refusals import Refusal

Kind = models.Page.Kind
ADDED = (Kind.PAGE, Kind.QUESTION, Kind.NEWS)
NOWHERE = [("", _("Ingen side, den står for seg selv"))]


class PlaceForm(DsForm):
    """Where a page stands, for whom, and how often it is read through."""

    audience = forms.ChoiceField(label=_("Hvem er den for?"), choices=list(spoken.AUDIENCES.items()))
    under = forms.ChoiceField(
        label=_("Ligger under"),
        required=False,
        help_text=_("Et spørsmål vises på siden det ligger under, eller på forsiden."),
    )
    place = forms.IntegerField(
        label=_("Rekkefølge"), help_text=_("Et tall. Det laveste står først."), initial=100,
        widget=forms.NumberInput(attrs={"class": "op-clock"}),
    )  # fmt: skip
    review_months = forms.IntegerField(
        label=_("Gjennomgås hver (måneder)"), initial=12, widget=forms.NumberInput(attrs={"class": "op-clock"}),
        help_text=_("Da får dere en påminnelse på oversikten."),
    )  # fmt: skip
    shown_until = DateField(
        label=_("Vises til og med"),
        required=False,
        help_text=_("For nyheter. La stå tomt for sider som skal bli stående."),
    )

    def __init__(self, *args: Any, above: list[Standing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.page.slug, each.title) for each in above if each.page.kind == Kind.PAGE]
        self.fields["under"].choices = [*NOWHERE, *choices]  # type: ignore[attr-defined]

    def placed(self) -> actions.Place:
        """What was chosen."""
        given = self.cleaned_data
        return actions.Place(
            audience=given["audience"], under=given["under"], place=given["place"],
            review_months=given["review_months"], shown_until=given["shown_until"],
        )  # fmt: skip


class NewForm(PlaceForm):
    """The same, for a page that is not there yet."""

    title = forms.CharField(label=_("Overskrift på bokmål"), help_text=_("Gjerne spørsmålet som leseren har."))
    kind = forms.ChoiceField(label=_("Slag"), choices=[(kind, spoken.KINDS[kind]) for kind in ADDED])
    slug = forms.CharField(
        label=_("Adresse"), required=False, help_text=_("Tomt felt gir en adresse av overskriften. Den kan ikke endres siden."),
    )  # fmt: skip
    field_order = ("title", "kind", "audience", "under", "place", "shown_until", "review_months", "slug")


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def new(request: DeskRequest) -> HttpResponseBase:
    """A page that is not there yet; it begins as a draft."""
    form = NewForm(request.POST or None, above=_above(request))
    if request.method != "POST" or not form.is_valid():
        return _adding(request, form, INCOMPLETE if form.is_bound else 200)
    given = form.cleaned_data
    try:
        page = actions.add_page(
            given["title"], kind=given["kind"], slug=given["slug"], place=form.placed(), by=request.actor, at=now()
        )
    except Refusal as refusal:
        return _adding(request, form, put_back(form, refusal).status)
    return lead_on("page", page.slug, done="ny")


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def place(request: DeskRequest, slug: str) -> HttpResponseBase:
    """Another place, another audience, another time between reviews."""
    page = get_page(request.municipality.number, slug)
    columns = ("audience", "under", "place", "review_months", "shown_until")
    start = {name: getattr(page, name) for name in columns}
    form = PlaceForm(request.POST or None, initial=start, above=[each for each in _above(request) if each.page != page])
    if request.method != "POST" or not form.is_valid():
        return _placing(request, page, form, INCOMPLETE if form.is_bound else 200)
    try:
        changed = actions.move_page(slug, form.placed(), by=request.actor, at=now())
    except Refusal as refusal:
        return _placing(request, page, form, put_back(form, refusal).status)
    return lead_on("page", slug, done="flyttet" if changed else "likt")


@require_POST
@editor
def archive(request: DeskRequest, slug: str) -> HttpResponseBase:
    """Take it down."""
    actions.archive_page(slug, by=request.actor, at=now())
    return lead_on("page", slug, done="nede")


@require_POST
@editor
def unarchive(request: DeskRequest, slug: str) -> HttpResponseBase:
    """Put it up again."""
    actions.unarchive_page(slug, by=request.actor, at=now())
    return lead_on("page", slug, done="oppe")


def _above(request: DeskRequest) -> list[Standing]:
    return standings(request.municipality.number, ["nb"], at=now())


def _adding(request: DeskRequest, form: NewForm, status: int) -> HttpResponse:
    way = crumbs((_("Sider"), reverse("desk:pages")), (_("Ny side"), ""))
    about = {
        "title": _("Ny side"),
        "form": form,
        "crumbs": way,
        "button": _("Lag kladden"),
        "back": reverse("desk:pages"),
    }
    return show(request, "placing.html", about, here="pages", status=status)


def _placing(request: DeskRequest, page: models.Page, form: PlaceForm, status: int) -> HttpResponse:
    back = reverse("desk:page", args=[page.slug])
    about = {
        "title": _("Plass og målgruppe"), "form": form, "page": page, "button": _("Lagre"), "back": back,
        "crumbs": crumbs((_("Sider"), reverse("desk:pages")), (page.slug, back), (_("Plass og målgruppe"), "")),
        "standing": page.slug in STANDING,
    }  # fmt: skip
    return show(request, "placing.html", about, here="pages", status=status)
