"""One request to the form: who writes, what is written so far, and where the next page is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from oppvekst.domain.concerns.portal.draft import Draft
from oppvekst.domain.concerns.portal.journey import Journey
from oppvekst.domain.concerns.portal.steps import KINDS, Kind, PeopleStep, Step
from oppvekst.law.calendar import oslo_date

BACK = "back"


@dataclass
class Visit:
    """A writer of some kind at one of her pages."""

    request: HttpRequest
    kind: Kind
    draft: Draft
    journey: Journey
    at: datetime

    @property
    def changes_one_point(self) -> bool:
        """She came from the summary, and goes back there."""
        return "endre" in self.request.GET

    @property
    def goes_back(self) -> bool:
        """She pressed «Tilbake»: keep what is typed, and ask nothing."""
        return self.request.POST.get("go") == BACK

    def url(self, name: str, *where: object) -> str:
        """The address of one of this kind's pages."""
        return reverse(f"portal:{name}", args=[self.kind.slug, *where])

    def page(self, step: Step | None) -> str:
        """The address of a page; after the last comes the summary."""
        return self.url("concern-step", step.slug) if step else self.url("concern-summary")

    def back_from(self, step: Step) -> str:
        """Where «Tilbake» leads."""
        if self.changes_one_point:
            return self.url("concern-summary")
        before = self.journey.before(step)
        return self.page(before) if before else self.url("concern-intro")

    def on_from(self, step: Step) -> str:
        """Where «Neste» leads."""
        if self.changes_one_point:
            return self.url("concern-summary")
        # An answer decides which pages there are: look again.
        return self.page(Journey(self.kind, self.draft, self.journey.today).after(step))

    def save(self) -> None:
        """Keep the draft as this kind of writer's."""
        self.draft.kind = self.kind.slug
        self.draft.save()

    def go(self, address: str) -> HttpResponse:
        """On to another page, with the draft's key if there is one."""
        response = HttpResponseRedirect(address, status=303)
        self.draft.keep_in(response, self.request)
        return response

    def show(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """A page of the form."""
        response = show(self.request, template, self.draft, status, kind=self.kind, journey=self.journey, **context)
        self.draft.keep_in(response, self.request)
        return response


def visit(request: HttpRequest, kind: str) -> Visit:
    """The writer behind a request."""
    if kind not in KINDS:
        raise Http404
    at, draft = timezone.now(), Draft.of(request)
    return Visit(request, KINDS[kind], draft, Journey(KINDS[kind], draft, oslo_date(at)), at)


def step_or_404(here: Visit, slug: str) -> Step:
    """The page with that word in its address; one that is not hers does not exist."""
    found = here.journey.step(slug)
    if found is None:
        raise Http404
    return found


def people_or_404(here: Visit, slug: str) -> PeopleStep:
    """The same for a list of persons."""
    found = step_or_404(here, slug)
    if not isinstance(found, PeopleStep):
        raise Http404
    return found


def show(request: HttpRequest, template: str, draft: Draft, status: int = 200, **context: Any) -> HttpResponse:
    """Any page of the form: with the way to leave without a trace."""
    known = {"draft": draft, "drop_url": reverse("portal:concern-leave")}
    return render(request, f"concerns/portal/{template}.html", {**known, **context}, status=status)
