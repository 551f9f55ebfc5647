"""How the open pages look: a form, a sample of what it will be, and the way back."""

from __future__ import annotations

from base64 import b64encode
from typing import Any, Protocol

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.appearance import change_appearance, reset_appearance, undo_appearance
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.desk.frame import sections
from oppvekst.domain.information.queries.appearance import appearance_of, look_in
from oppvekst.domain.information.rules import arms, colours
from oppvekst.domain.information.rules.appearance import BOKMAAL, HOUSE, Look
from oppvekst.ground.web.context import SERVICE
from oppvekst.ground.web.forms import Checks, DsForm, long_text
from oppvekst.ground.web.frame import DONE, INCOMPLETE, DeskRequest, Notice, at_desk, now, put_back
from oppvekst.law.refusals import Incomplete

TITLE = _("Utseende")
SAMPLE = ".op-look"
# The drawing is shown as a picture before anybody has said that it shall be kept: in the address itself, and no script
# runs in a picture.
WITH_PICTURES = csp_override({**settings.SECURE_CSP, "img-src": [CSP.SELF, "data:"]})
LANGUAGES = {"nn": _("Nynorsk"), "en": _("Engelsk")}
NOTICES = {
    "lagret": Notice(_("Utseendet er lagret. Alle ser det i løpet av et halvt minutt.")),
    "angret": Notice(_("Endringen er angret. Angrer du en gang til, er den der igjen.")),
    "husets": Notice(_("Sidene har husets eget utseende igjen. Det du hadde, får du tilbake med «Angre».")),
    "likt": Notice(_("Ingenting var endret."), "info"),
}


class AppearanceForm(DsForm):
    """All that a municipality decides about its looks, on one page."""

    accent = forms.CharField(
        label=_("Farge"), required=False,
        help_text=_("Den står i kommunens profilhåndbok, for eksempel #005f66. La feltet stå tomt for husets egen."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    arms = forms.FileField(
        label=_("Våpen"), required=False, allow_empty_file=True,
        help_text=_("En SVG-fil på høyst 100 kB, tegnet med linjer og flater."),
        widget=forms.FileInput(attrs={"accept": ".svg,image/svg+xml"}),
    )  # fmt: skip
    house_arms = forms.BooleanField(label=_("Bruk husets eget skjold i stedet for våpenet"), required=False)
    service_name = forms.CharField(
        label=_("Tjenestens navn"), required=False,
        help_text=_("Uten kommunens navn, som alltid står ved siden av. Tomt felt gir «Barnevernstjenesten»."),
    )  # fmt: skip
    languages = Checks(
        LANGUAGES.items(), label=_("Språk i tillegg til bokmål"), required=False,
        help_text=_("De du krysser av for, kan leseren velge. Sidene finnes på alle språkene fra før."),
    )  # fmt: skip
    areas = long_text(
        label=_("Områder"), rows=6, required=False,
        help_text=_("Bydeler, bygder eller skolekretser i kommunen. Skriv ett på hver linje."),
    )  # fmt: skip

    def clean_accent(self) -> str:
        """The colour as the house writes it."""
        typed = str(self.cleaned_data["accent"])
        try:
            return colours.read(typed) if typed else ""
        except Incomplete as refusal:
            raise forms.ValidationError(refusal.fields["accent"]) from refusal

    def clean_arms(self) -> str:
        """The file as a washed drawing; the one that was there before where no new one was sent."""
        sent = self.cleaned_data["arms"]
        try:
            return arms.wash(_text_of(sent)) if sent else self.kept_arms
        except Incomplete as refusal:
            raise forms.ValidationError(refusal.fields["arms"]) from refusal

    @property
    def kept_arms(self) -> str:
        """The drawing that lay in the page itself, so that it need not be sent once more. It is washed once more."""
        drawing = str(self.data.get("drawing", "")) if self.is_bound else str(self.initial.get("drawing", ""))
        try:
            return arms.wash(drawing) if drawing.strip() else ""
        except Incomplete:
            return ""

    @property
    def drawing(self) -> str:
        """The drawing to lay in the page: the new one where it could be used."""
        return str(self.cleaned_data.get("arms") or self.kept_arms) if self.is_bound else self.kept_arms

    def look(self) -> Look:
        """What was written, as the action takes it. What was wrong is left out; the form tells of it."""
        given = self.cleaned_data
        return Look(
            accent=given.get("accent", ""), arms="" if given.get("house_arms") else given.get("arms", ""),
            service_name=given.get("service_name", ""), languages=(BOKMAAL, *given.get("languages", ())),
            areas=tuple(given.get("areas", "").splitlines()),
        )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
@WITH_PICTURES
def appearance(request: DeskRequest) -> HttpResponseBase:
    """The form with what it is now; sent, kept, or shown again with everything that was typed."""
    request.actor.must(EDIT)
    row = appearance_of(request.municipality.number)
    if request.method != "POST":
        return _page(request, AppearanceForm(initial=_start(row)), row)
    form = AppearanceForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, row, status=INCOMPLETE)
    if "prov" in request.POST:
        return _page(request, form, row)
    try:
        return _lead_on("lagret" if change_appearance(form.look(), by=request.actor, at=now()) else "likt")
    except Incomplete as refusal:
        return _page(request, form, row, status=put_back(form, refusal).status)


@require_POST
@at_desk
def preview(request: DeskRequest) -> HttpResponseBase:
    """The sample alone, of what stands in the form right now."""
    request.actor.must(EDIT)
    form = AppearanceForm(request.POST, request.FILES)
    form.is_valid()
    return render(request, "information/desk/_look.html", _sample(request, form))


@require_safe
@at_desk
@cache_control(private=True, max_age=3600)
def sample(request: DeskRequest, colour: str) -> HttpResponseBase:
    """The steps of a colour that nobody has decided on yet, for the sample and for nothing else."""
    try:
        css = colours.sample_stylesheet(colours.read(colour), SAMPLE)
    except Incomplete as refusal:
        raise Http404 from refusal
    return HttpResponse(css, content_type="text/css; charset=utf-8")


@require_POST
@at_desk
def undo(request: DeskRequest) -> HttpResponseBase:
    """Take the last change back."""
    return _done(request, undo_appearance, "angret")


@require_POST
@at_desk
def reset(request: DeskRequest) -> HttpResponseBase:
    """Back to the house's own look."""
    return _done(request, reset_appearance, "husets")


class _Act(Protocol):
    def __call__(self, *, by: Any, at: Any) -> bool: ...


def _done(request: DeskRequest, act: _Act, word: str) -> HttpResponse:
    return _lead_on(word if act(by=request.actor, at=now()) else "likt")


def _lead_on(word: str) -> HttpResponse:
    return redirect(f"{reverse('desk:appearance')}?{DONE}={word}")


def _start(row: models.Appearance | None) -> dict[str, Any]:
    look = look_in(row) if row else HOUSE
    return {
        "accent": look.accent, "drawing": look.arms, "service_name": look.service_name, "areas": "\n".join(look.areas),
        "languages": look.languages or tuple(LANGUAGES),
    }  # fmt: skip


def _page(
    request: DeskRequest, form: AppearanceForm, row: models.Appearance | None, *, status: int = 200
) -> HttpResponse:
    notice = NOTICES.get(request.GET.get(DONE, ""))
    context = {
        "title": TITLE, "tabs": sections("appearance"), "row": row, "messages": [notice] if notice else [],
        "own": bool(row and look_in(row) != HOUSE), **_sample(request, form),
    }  # fmt: skip
    return render(request, "information/desk/appearance.html", context, status=status)


def _sample(request: DeskRequest, form: AppearanceForm) -> dict[str, Any]:
    """The sample of what stands in the form, with what was measured; of the house's own where something is wrong."""
    given = form.cleaned_data if form.is_bound else form.initial
    accent = str(given.get("accent", ""))
    drawing = "" if given.get("house_arms") else form.drawing
    return {
        "form": form, "accent": accent, "used": colours.usable(accent) if accent else "", "digits": accent.removeprefix("#"),
        "measured": _in_rows(colours.measured(accent)) if accent else [], "schemes": list(colours.Scheme),
        "picture": _as_address(drawing) if drawing else "",
        "service": str(given.get("service_name", "")).strip() or SERVICE,
    }  # fmt: skip


def _in_rows(found: list[colours.Measured]) -> list[tuple[str, list[colours.Measured]]]:
    """What was measured in light and in dark, side by side."""
    rows: dict[str, list[colours.Measured]] = {}
    for each in found:
        rows.setdefault(each.what, []).append(each)
    return list(rows.items())


def _as_address(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"


def _text_of(sent: UploadedFile[Any]) -> str:
    """No more is read than a drawing may hold and one byte, so that too much is seen to be too much."""
    try:
        return bytes(sent.read(arms.LIMIT + 1)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = "Filen er ikke lagret som vanlig tekst (UTF-8). Lagre den på nytt som SVG fra tegneprogrammet."
        raise Incomplete({"arms": sentence}) from error
