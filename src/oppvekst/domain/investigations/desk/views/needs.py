"""The assessment of a child's needs: the triangle with its list, the summary, and the texts there have been."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.rules import NEEDS
from oppvekst.domain.investigations.actions import must_be_open
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest
from oppvekst.domain.investigations.desk.page import InvestigationAct
from oppvekst.domain.investigations.desk.triangle import triangle
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import assessment_of, grounds_of, needs_of, texts_of, versions_of
from oppvekst.domain.investigations.rules import STANDINGS, TEXTS, Standing, changes, progress, summary
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import Refusal

RIGHT = "investigation.assess"
KINDS = {"new": _("Nytt punkt"), "dropped": _("Ikke lenger aktuelt"), "changed": _("Skrevet om")}


class NeedsPage(InvestigationAct):
    """A page of the assessment: of an investigation that is there for this person, under the triangle."""

    http_method_names = ["get", "head"]
    title: Any = _("Barnets behov")

    @property
    def named(self) -> Any:
        """What the page is called."""
        return self.heading

    def get(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        return self.page(self.find(ids["investigation_id"]))

    def page(self, found: Investigation, *, status: int = 200, **more: Any) -> HttpResponse:
        """The page, with what it shows."""
        done = NOTICES.get(self.request.GET.get(DONE, ""))
        words = [done] if done else []
        context = {**self.head(found), **self.besides(found), "here": self.request.path, "messages": words, **more}
        return render(self.request, self.template, context, status=status)

    def head(self, found: Investigation) -> dict[str, Any]:
        head = super().head(found)
        head |= {"crumbs": crumbs(found, head["crumbs"], self.named), "heading": self.named}
        return head | {"may_write": may_write(found, self.request.actor), "ended": bool(found.concluded_on)}


class Frame(NeedsPage):
    """The triangle, and the same as a list: where each theme stands, and what has been taken in."""

    template = "investigations/desk/needs.html"
    heading = NeedsPage.title

    def besides(self, found: Investigation) -> dict[str, Any]:
        assessment = assessment_of(found.id)
        needs = needs_of(assessment.id if assessment else None)
        names = found.case.child.given_name.split()
        return {
            "drawing": triangle(found, names[0] if names else found.case.child.name, needs), "progress": progress(needs),
            "standings": [STANDINGS[each] for each in Standing], "continues": assessment.continues if assessment else None,
        }  # fmt: skip


class Summary(NeedsPage):
    """What is written, in order, to read and print; with what has changed since the investigation before."""

    template = "investigations/desk/needs_summary.html"
    heading = _("Oppsummering")

    def besides(self, found: Investigation) -> dict[str, Any]:
        assessment = assessment_of(found.id)
        needs = needs_of(assessment.id if assessment else None)
        before = needs_of(assessment.continues_id) if assessment and assessment.continues_id else None
        since = changes(before, needs) if before is not None else ()
        return {
            "chapters": summary(needs), "progress": progress(needs), "grounds": grounds_of(found.id),
            "since": [(KINDS[change.kind], change) for change in since], "continues": before is not None,
        }  # fmt: skip


class Earlier(NeedsPage):
    """Every text that has been saved about one item, newest first (bvl § 12-4: nothing is written over)."""

    template = "investigations/desk/needs_earlier.html"
    heading = _("Tidligere tekster")

    def besides(self, found: Investigation) -> dict[str, Any]:
        code, assessment = self.request.GET.get("punkt", ""), assessment_of(found.id)
        item = next((one for one in NEEDS if one.code == code), None)
        rows = versions_of(assessment.id, code) if assessment and item else []
        told = [(row, [(TEXTS[name], text) for name, text in texts_of(row).items() if text]) for row in rows]
        return {"item": item, "versions": told}


def crumbs(found: Investigation, before: list[Any], heading: Any) -> list[Any]:
    """The way back: case, investigation, the triangle, and this page."""
    top = (NeedsPage.title, reverse("desk:needs", args=[found.id]))
    return [*before[:-1], (heading, "")] if heading == NeedsPage.title else [*before[:-1], top, (heading, "")]


def may_write(found: Investigation, by: Actor) -> bool:
    """Whether this person may write in it now."""
    return by.may(RIGHT) and not found.concluded_on


def hindrance(found: Investigation) -> Refusal | None:
    """Why nobody writes in it, told before anybody has."""
    try:
        must_be_open(found)
    except Refusal as refusal:
        return refusal
    return None


def to_theme(found: Investigation, theme: str, done: str, *, to: str = "") -> HttpResponse:
    """To a theme's page, with a word about what was done, and to the item it was about."""
    place = reverse("desk:needs-theme", args=[found.id, theme])
    return redirect(f"{place}?{DONE}={done}{'#' + to if to else ''}")
