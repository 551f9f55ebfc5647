"""One theme of a child's needs: its items are written on here, alone or by several at once.

Every button sends the whole page, so what is being written is kept as a draft before anything else is done: leaving to add a
fact, or taking another item in, loses nothing, with or without scripts.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from oppvekst.domain.concerns.rules import SIDES, THEMES, Theme
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk import writing
from oppvekst.domain.investigations.desk.frame import DeskRequest, now
from oppvekst.domain.investigations.desk.views.needs import RIGHT, NeedsPage, to_theme
from oppvekst.domain.investigations.desk.writing import Page, prefix_of
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import Sheet, assessment_of, needs_of, sheets
from oppvekst.ground.web.drafting import DRAFT
from oppvekst.ground.web.frame import INCOMPLETE, STOPPED, partial
from oppvekst.law.refusals import NotAllowed, Refusal


class ThemePage(NeedsPage):
    """The items of a theme: those that are relevant open, the others folded away with one button each."""

    template = "investigations/desk/needs_theme.html"
    http_method_names = ["get", "head", "post"]

    @property
    def theme(self) -> Theme:
        """The theme of the address."""
        found = THEMES.get(self.kwargs["theme"])
        if found is None:
            raise Http404
        return found

    @property
    def named(self) -> str:
        return f"{self.theme.code} {self.theme.title}"

    def get(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        return self.drawn(self.find(ids["investigation_id"]))

    def post(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        """Keep the draft, then do what the button says."""
        self.admit_writer()
        found = self.find(ids["investigation_id"])
        pages = writing.sent(self.sheets(found), request.POST)
        if not all(page.form.is_valid() for page in pages):
            return self._answered(found, INCOMPLETE, pages)
        what, _colon, about = request.POST.get("go", "").partition(":")
        try:
            actions.must_be_open(found)
            if what != "kast":
                writing.keep(pages, by=request.actor, at=now())
            if partial(request):
                return render(request, "investigations/desk/_needs_kept.html", {"kept_at": now()})
            return self._done(found, pages, what, about)
        except NotAllowed as refusal:
            return self._answered(found, STOPPED, refusal=refusal)

    def admit_writer(self) -> None:
        """Whoever may not write is refused before anything is read."""
        self.request.actor.must(RIGHT)

    def sheets(self, found: Investigation) -> list[Sheet]:
        """The theme's items that somebody has looked at, with this person's drafts."""
        assessment = assessment_of(found.id)
        codes = [item.code for item in self.theme.items]
        return sheets(assessment.id if assessment else None, codes, by=self.request.actor.person)

    def drawn(
        self,
        found: Investigation,
        *,
        status: int = 200,
        refusal: Refusal | None = None,
        pages: list[Page] | None = None,
    ) -> HttpResponse:
        """The page as it stands, or with the fields that could not be read."""
        known = self.sheets(found)
        typed = self.request.POST if self.request.method == "POST" else None
        open_ones = pages or writing.opened([one for one in known if one.row.relevant], typed)
        assessment = assessment_of(found.id)
        before = needs_of(assessment.continues_id) if assessment and assessment.continues_id else {}
        for page in open_ones:
            page.before = before.get(page.sheet.code.code)
        return self.page(
            found, status=status, theme=self.theme, pages=open_ones, refusal=refusal, draft=DRAFT, others=self._others(known),
            drafted=any(page.sheet.mine for page in open_ones), clashes=sum(len(page.clashes) for page in open_ones),
            **_neighbours(self.theme),
        )  # fmt: skip

    def _others(self, known: list[Sheet]) -> list[dict[str, Any]]:
        """The items that are not relevant, or that nobody has looked at, each with whether something is written there."""
        by_code = {sheet.code.code: sheet for sheet in known}
        found = [(item, by_code.get(item.code)) for item in self.theme.items]
        return [
            {"item": item, "left_out": sheet is not None, "kept": bool(sheet and (sheet.current or sheet.mine))}
            for item, sheet in found
            if sheet is None or not sheet.row.relevant
        ]

    def _done(self, found: Investigation, pages: list[Page], what: str, about: str) -> HttpResponse:
        by, at = self.request.actor, now()
        if what == "med":
            item = actions.include(found.id, about, by=by, at=at)
            return to_theme(found, self.theme.code, "med", to=prefix_of(item.code))
        if what == "bort":
            actions.leave_out(found.id, about, by=by, at=at)
            return to_theme(found, self.theme.code, "bort")
        if what == "opplysning":
            code, _colon, wrong = about.partition(":")
            asked = {"punkt": code} | ({"retter": wrong} if wrong else {})
            return redirect(f"{reverse('desk:needs-fact', args=[found.id])}?{urlencode(asked)}")
        if what == "kast":
            for page in pages:
                actions.keep_draft(page.sheet.row, {}, based_on=page.sheet.row.version, by=by, at=at)
            return to_theme(found, self.theme.code, "kastet")
        return self._save(found, pages)

    def _save(self, found: Investigation, pages: list[Page]) -> HttpResponse:
        """Save everything, or nothing until this person has chosen between two texts."""
        written, clashing = writing.met([page for page in pages if page.sheet.row.relevant])
        if clashing:
            return self.drawn(found, status=STOPPED)
        if written:
            actions.write(found.id, written, by=self.request.actor, at=now())
        for page in pages:
            if page.sheet.row.relevant and page.sheet.code.code not in {one.code for one in written}:
                actions.keep_draft(page.sheet.row, {}, based_on=page.sheet.row.version, by=self.request.actor, at=now())
        return to_theme(found, self.theme.code, "tema" if written else "uendret")

    def _answered(
        self, found: Investigation, status: int, pages: list[Page] | None = None, refusal: Refusal | None = None
    ) -> HttpResponse:
        if partial(self.request):
            return render(self.request, "investigations/desk/_needs_kept.html", {"refusal": refusal}, status=status)
        return self.drawn(found, status=status, refusal=refusal, pages=pages)


def _neighbours(theme: Theme) -> dict[str, Any]:
    """The theme before and after, and the side it stands on."""
    codes = list(THEMES)
    at = codes.index(theme.code)
    side = next(one for one in SIDES if theme in one.themes)
    return {
        "side": side, "previous": THEMES[codes[at - 1]] if at else None,
        "next": THEMES[codes[at + 1]] if at + 1 < len(codes) else None,
    }  # fmt: skip
