"""What a page says, in two languages side by side. Nothing that is typed is lost, whatever happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.versions import LEAD_ROOM, TITLE_ROOM, said, save_draft
from oppvekst.domain.information.desk import spoken
from oppvekst.domain.information.desk.frame import crumbs, editor, lead_on, show
from oppvekst.domain.information.queries.editing import Written, get_page, languages_of, written
from oppvekst.domain.information.queries.languages import BOKMAAL
from oppvekst.domain.information.queries.upkeep import states_among
from oppvekst.domain.information.rules.contents import Words
from oppvekst.domain.information.rules.doors import DOORS, STANDING
from oppvekst.domain.information.rules.markdown import LINES, UNSEEN
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import INCOMPLETE, STOPPED, DeskRequest, now, put_back
from oppvekst.law.refusals import Incomplete, Refusal

NOTHING = Words("", "", "")
# What a button beside «Lagre» leads on to when the text is kept.
THEN = {"vis": "page-preview", "publiser": "page-publish"}


class CleanField(forms.CharField):
    """Words without the signs that nobody sees; nothing that can be read is cut."""

    def to_python(self, value: Any) -> str:
        """What was typed, on as many lines as it looks to have."""
        return UNSEEN.sub("", LINES.sub("\n", str(value or ""))).strip()

    def validate(self, value: Any) -> None:
        """What is lacking is said by the act: a language that nobody writes in lacks nothing."""


class TextForm(DsForm):
    """A page in one language."""

    use_required_attribute = False
    title = CleanField(label=_("Overskrift"), help_text=_("Gjerne spørsmålet som leseren har."))
    lead = CleanField(
        label=_("Ingress"), required=False, help_text=_("Én eller to setninger. Svaret først."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )  # fmt: skip
    body = CleanField(label=_("Tekst"), widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off"}))

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, prefix=language, **kwargs)
        for name in self.fields:
            self.fields[name].widget.attrs["lang"] = language
        self.fields["title"].widget.attrs["maxlength"] = TITLE_ROOM
        self.fields["lead"].widget.attrs["maxlength"] = LEAD_ROOM


@dataclass
class Side:
    """One language of the page: how it stands, and the form."""

    written: Written
    form: TextForm
    at: datetime
    page: models.Page
    refusal: Refusal | None = None
    other: Words | None = None
    tags: list[spoken.Tag] = field(default_factory=list)

    @property
    def language(self) -> str:
        """Its code."""
        return self.written.language

    @property
    def name(self) -> Any:
        """What it is called."""
        return spoken.LANGUAGES[self.language]

    @property
    def stands(self) -> list[str]:
        """How the text stands, in sentences."""
        return spoken.stands(self.written, at=self.at)

    @property
    def measured(self) -> str:
        """How long it is and how easily it is read."""
        body = str(self.form["body"].value() or "")
        return spoken.measured(body, self.page.audience)

    @property
    def before(self) -> Words:
        """What an editor goes on from."""
        return said(self.written.current) if self.written.current else NOTHING

    @property
    def typed(self) -> Words:
        """What stands in the form."""
        given = self.form.cleaned_data
        return Words(given["title"], " ".join(given["lead"].split()), given["body"])

    def keep(self, seen: str | None, *, by: Any) -> bool:
        """Save it if it was changed; a refusal is kept to be shown. Whether anything was written."""
        if not self.form.is_valid() or self.typed == self.before:
            return False
        try:
            save_draft(self.page.slug, self.language, self.typed, by=by, at=self.at, seen=seen)
        except Incomplete as refusal:
            put_back(self.form, refusal)
            return False
        except Refusal as refusal:
            self.refusal, self.other = refusal, self.before
            return False
        return True


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def page(request: DeskRequest, slug: str) -> HttpResponseBase:
    """Bokmål to the left, another language to the right."""
    found = get_page(request.municipality.number, slug)
    sides = _sides(request, found)
    if request.method != "POST":
        return _shown(request, found, sides)
    kept = [side.keep(request.POST.get(f"{side.language}-seen"), by=request.actor) for side in sides]
    if any(side.refusal or side.form.errors for side in sides):
        stopped = any(side.refusal for side in sides)
        return _shown(request, found, _read_again(request, found, sides), status=STOPPED if stopped else INCOMPLETE)
    return _onward(request, found, sides, changed=any(kept))


def _sides(request: DeskRequest, found: models.Page) -> list[Side]:
    languages, at = languages_of(request.municipality.number), now()
    chosen = [BOKMAAL, *_beside(request.GET.get("sprak", ""), languages)]
    known = written(found, chosen, at=at)
    typed = request.POST if request.method == "POST" else None
    sides = []
    for language in chosen:
        current = known[language].current
        words = said(current) if current else NOTHING
        start = {"title": words.title, "lead": words.lead, "body": words.body}
        sides.append(Side(known[language], TextForm(typed, language=language, initial=start), at, found))
    _with_tags(sides)
    return sides


def _with_tags(sides: list[Side]) -> None:
    versions = [version for side in sides for version in side.written.versions]
    states = {state.language: state for state in states_among(versions, [side.language for side in sides])}
    for side in sides:
        side.tags = spoken.tags(states[side.language])


def _beside(asked: str, languages: tuple[str, ...]) -> list[str]:
    others = [each for each in languages if each != BOKMAAL]
    return [asked] if asked in others else others[:1]


def _read_again(request: DeskRequest, found: models.Page, sides: list[Side]) -> list[Side]:
    """The same forms over what is stored now: what was saved is saved, and what was not can be sent once more."""
    fresh = written(found, [side.language for side in sides], at=now())
    for side in sides:
        side.written = fresh[side.language]
        side.other = side.before if side.refusal else None
    _with_tags(sides)
    return sides


def _onward(request: DeskRequest, found: models.Page, sides: list[Side], *, changed: bool) -> HttpResponse:
    act, _dash, language = request.POST.get("then", "").partition("-")
    if act in THEN and language in spoken.LANGUAGES:
        return redirect(reverse(f"desk:{THEN[act]}", args=[found.slug, language]))
    beside = next((side.language for side in sides if side.language != BOKMAAL), "")
    return lead_on("page", found.slug, done="lagret" if changed else "likt", sprak=beside)


def _shown(request: DeskRequest, found: models.Page, sides: list[Side], *, status: int = 200) -> HttpResponse:
    languages = languages_of(request.municipality.number)
    shown = [side.written.shown for side in sides if side.written.shown]
    title = sides[0].before.title or found.slug
    chosen = sides[-1].language
    return show(request, "page.html", {
        "page": found, "title": title, "sides": sides, "forms": [side.form for side in sides],
        "refusal": next((side.refusal for side in sides if side.refusal), None),
        "crumbs": crumbs((_("Sider"), reverse("desk:pages")), (title, "")),
        "kind": spoken.KINDS[found.kind], "audience": spoken.AUDIENCES[found.audience],
        "others": [
            {"label": spoken.LANGUAGES[each], "href": f"?sprak={each}", "here": each == chosen}
            for each in languages if each != BOKMAAL
        ],
        "reviewed_on": min((each.reviewed_on for each in shown if each.reviewed_on), default=None),
        "is_shown": bool(shown), "beside": chosen, "doors": DOORS, "standing": found.slug in STANDING,
    }, here="pages", status=status)  # fmt: skip
