"""Who the child is: candidates, a search, a child we do not know from before, and one that is not born yet."""

from __future__ import annotations

from typing import Any, NoReturn
from uuid import UUID

from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.queries import find_child
from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.desk import forms, frame, matching, page, spoken
from oppvekst.domain.concerns.desk.frame import DeskRequest
from oppvekst.domain.concerns.desk.views.act import ConcernAct
from oppvekst.domain.concerns.models import Concern
from oppvekst.ground.journal.looks import look
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotFound


class Search(ConcernAct):
    """Children with a case here, by name as it sounds, birth date or number. What was searched for is written down."""

    form_class = forms.SearchForm
    template = "concerns/desk/child.html"
    right = "concern.link"
    heading = _("Hvem er barnet?")
    law = bvl("12-4")

    def get(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        self.admit()
        concern = self.find(**ids)
        start = {"name": concern.child_name, "born": concern.child_birth_date}
        hits = [self._candidate(concern, matching.known_of(concern), hit) for hit in queries.candidates(concern)]
        return self._found(concern, forms.SearchForm(initial=start), hits)

    def post(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        self.admit()
        concern = self.find(**ids)
        form = forms.SearchForm(request.POST)
        if not form.is_valid():
            return self._found(concern, form, None, status=422)
        said = form.cleaned_data
        look(
            "search",
            by=request.actor,
            at=frame.now(),
            subject=concern.id,
            terms=" ".join(str(v) for v in said.values() if v),
        )
        hits = find_child(said["name"], born=said["born"], number=said["number"])
        wanted = matching.Known(said["name"], said["born"], said["number"])
        return self._found(concern, form, [self._candidate(concern, wanted, hit) for hit in hits])

    def _candidate(self, concern: Concern, wanted: matching.Known, hit: Any) -> dict[str, Any]:
        return matching.candidate(hit, wanted, concern, today=frame.today())

    def _found(self, concern: Concern, form: Any, hits: list[Any] | None, *, status: int = 200) -> HttpResponse:
        back, where = reverse("desk:concern", args=[concern.id]), queries.shows_where(concern)
        context = {
            **page.head(concern, today=frame.today()), "form": form, "candidates": hits, "back": back, "act": self,
            "part": frame.partial(self.request),
            "child_facts": spoken.child_facts(concern, where=where), "guardians": spoken.guardians(concern, where=where),
            "crumbs": [(page.LIST, reverse("desk:concerns")), (concern.number, back), (self.heading, "")],
        }  # fmt: skip
        name = "concerns/desk/_hits.html" if frame.partial(self.request) else self.template
        return render(self.request, name, context, status=status)


class Link(ConcernAct):
    """Ja, dette er barnet: the concern belongs in this child's journal (bvl § 12-4)."""

    form_class = forms.NothingToFillIn
    right = "concern.link"
    heading = _("Koble meldingen til barnet")
    law = bvl("12-4")
    button = _("Ja, dette er barnet")
    done = "koblet"

    def get(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        """There is no page of its own: the child is chosen where the candidates are."""
        return Search.as_view()(request, **ids)

    def perform(self, concern: Concern, form: Any) -> None:
        try:
            actions.link_case(concern.id, self._case(), by=self.request.actor, at=frame.now())
        except DatabaseError:
            # The database refuses a case that is not there, or not there for this person: told as what does not exist.
            _no_such_child()

    def _case(self) -> UUID:
        try:
            return UUID(self.request.POST.get("case", ""))
        except ValueError:
            _no_such_child()


class Register(ConcernAct):
    """A child we do not know from before gets a case, and the concern is linked to it."""

    form_class = forms.ChildForm
    right = "concern.link"
    heading = _("Registrer barnet")
    law = bvl("12-4")
    lead = _("Søk først. Et barn skal ha én journal, ikke to.")
    happens = _("Barnet får en sak, og meldingen kobles til den. Du får tilgang til saken.")
    undone = _("Nei, men meldingen kan trekkes tilbake som feilregistrert.")
    button = _("Registrer barnet")
    done = "koblet"

    def form(self, concern: Concern, typed: Any = None) -> Any:
        return forms.ChildForm(typed, today=frame.today(), initial=forms.ChildForm.start_of(concern))

    def perform(self, concern: Concern, form: Any) -> None:
        actions.register_child(concern.id, form.details(), by=self.request.actor, at=frame.now())


class Pregnancy(ConcernAct):
    """What decides whether a case may be opened before birth (bvl §§ 1-2, 2-4)."""

    form_class = forms.PregnancyForm
    right = "concern.link"
    heading = _("Svaret fra den gravide")
    law = bvl("1-2", 1) & bvl("2-4")
    lead = _(
        "Loven gjelder barn som er født. Uten samtykke, eller melding om at hun er holdt tilbake, åpnes ingen undersøkelse. "
        "Meldingen beholdes, hjelp tilbys, og dere ser på den igjen ved termin."
    )
    button = _("Skriv ned svaret")
    done = "gravid"

    def form(self, concern: Concern, typed: Any = None) -> Any:
        answers = {True: "yes", False: "no", None: "unasked"}
        start = {"consents": answers[concern.consent_of_pregnant], "detention_notice": concern.detention_notice}
        return forms.PregnancyForm(typed, initial=start)

    def perform(self, concern: Concern, form: Any) -> None:
        actions.set_pregnancy_facts(
            concern.id, consents=form.consent(), detention_notice=form.cleaned_data["detention_notice"],
            by=self.request.actor, at=frame.now(),
        )  # fmt: skip


class Born(ConcernAct):
    """The child is born, and the law applies (bvl § 1-2 (1))."""

    form_class = forms.BirthForm
    right = "concern.link"
    heading = _("Barnet er født")
    law = bvl("1-2", 1)
    happens = _("Meldingen kan vurderes som for andre barn. Oppgaven om å se på den ved termin blir borte.")
    button = _("Skriv ned fødselen")
    done = "fodt"

    def form_values(self, concern: Concern) -> dict[str, Any]:
        return {"today": frame.today()}

    def perform(self, concern: Concern, form: Any) -> None:
        actions.note_birth(concern.id, form.cleaned_data["born_on"], by=self.request.actor, at=frame.now())


def _no_such_child() -> NoReturn:
    raise NotFound("Vi finner ikke dette barnet blant dem du kan se.")
