"""Contact points: doors to knock on, roles to ask for, and others who help."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.places import PointWords, add_point, change_point
from oppvekst.domain.information.desk.frame import crumbs, editor, lead_on, show
from oppvekst.domain.information.queries.places import all_points, get_point
from oppvekst.ground.web.forms import DateField, DsForm, PhoneField, long_text
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, now, put_back
from oppvekst.ground.web.words import phone_in_groups
from oppvekst.law.refusals import Refusal

KINDS = {key: capfirst(label) for key, label in models.ContactPoint.Kind.choices}
SPOKEN = ("name", "about", "hours", "address")
OWN = ("kind", *SPOKEN, "phone", "url", "place", "source", "checked_on", "published")


class PointForm(DsForm):
    """What is said of a contact point, in three languages."""

    kind = forms.ChoiceField(label=_("Slag"), choices=list(KINDS.items()))
    name = forms.CharField(label=_("Navn"))
    about = long_text(label=_("Kort om det"), rows=2, required=False)
    phone = PhoneField(label=_("Telefon"), required=False)
    address = long_text(label=_("Adresse"), rows=2, required=False)
    hours = forms.CharField(
        label=_("Åpningstid"), required=False, help_text=_("Med ord, for eksempel «Hverdager 08.30–15.00».")
    )
    url = forms.CharField(label=_("Nettside"), required=False, help_text=_("Hele adressen, som begynner med https://"))
    name_nn = forms.CharField(label=_("Navn på nynorsk"), required=False, max_length=100)
    about_nn = long_text(label=_("Kort om det på nynorsk"), rows=2, required=False, max_length=500)
    hours_nn = forms.CharField(label=_("Åpningstid på nynorsk"), required=False, max_length=120)
    name_en = forms.CharField(label=_("Navn på engelsk"), required=False, max_length=100)
    about_en = long_text(label=_("Kort om det på engelsk"), rows=2, required=False, max_length=500)
    hours_en = forms.CharField(label=_("Åpningstid på engelsk"), required=False, max_length=120)
    place = forms.IntegerField(
        label=_("Rekkefølge"), initial=100, min_value=0, max_value=9999, help_text=_("Et tall. Det laveste står først."),
        widget=forms.NumberInput(attrs={"class": "op-clock"}),
    )  # fmt: skip
    source = forms.CharField(label=_("Kilde"), required=False)
    checked_on = DateField(label=_("Sist kontrollert"), required=False)
    published = forms.BooleanField(label=_("Vis det på de åpne sidene"), required=False, initial=True)

    def words(self, before: models.ContactPoint | None) -> PointWords:
        """All of it as the action takes it; what the form does not ask in a language is kept."""
        given = self.cleaned_data
        spoken = {}
        for language in ("nn", "en"):
            kept = before.other_languages.get(language, {}) if before else {}
            spoken[language] = {
                **kept,
                **{name: given.get(f"{name}_{language}", kept.get(name, "")) for name in SPOKEN},
            }
        own = {name: given[name] for name in OWN}
        own["phone"] = phone_in_groups(given["phone"]) if given["phone"] else ""
        return PointWords(**own, spoken=spoken)

    @classmethod
    def start_of(cls, row: models.ContactPoint) -> dict[str, Any]:
        """What stands in the form when it is opened."""
        said = {
            f"{name}_{language}": row.other_languages.get(language, {}).get(name, "")
            for language in ("nn", "en") for name in SPOKEN
        }  # fmt: skip
        return {**{name: getattr(row, name) for name in OWN}, **said}


@require_safe
@editor
def points(request: DeskRequest) -> HttpResponseBase:
    """All of them, also the hidden ones."""
    found = all_points(request.municipality.number)
    groups = [(label, [each for each in found if each.kind == kind]) for kind, label in KINDS.items()]
    return show(request, "points.html", {"groups": [group for group in groups if group[1]]}, here="points")


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def new(request: DeskRequest) -> HttpResponseBase:
    """One more."""
    form = PointForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            add_point(form.words(None), by=request.actor, at=now())
            return lead_on("points", done="endret")
        except Refusal as refusal:
            put_back(form, refusal)
    return _page(request, form, _("Nytt kontaktpunkt"))


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def point(request: DeskRequest, point_id: UUID) -> HttpResponseBase:
    """One of them."""
    row = get_point(request.municipality.number, point_id)
    form = PointForm(request.POST or None, initial=PointForm.start_of(row))
    if form.is_bound and form.is_valid():
        try:
            changed = change_point(point_id, form.words(row), by=request.actor, at=now())
            return lead_on("points", done="endret" if changed else "likt")
        except Refusal as refusal:
            put_back(form, refusal)
    return _page(request, form, row.name)


def _page(request: DeskRequest, form: PointForm, title: Any) -> HttpResponse:
    way = crumbs((_("Kontaktpunkter"), reverse("desk:points")), (title, ""))
    about = {"title": title, "form": form, "crumbs": way, "button": _("Lagre"), "back": reverse("desk:points")}
    return show(request, "placing.html", about, here="points", status=INCOMPLETE if form.is_bound else 200)
