"""A row of weekends: how often and until when, every one of them shown with what is in the way, and then those chosen stored."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms.occasion import RowForm
from oppvekst.domain.measures.desk.frame import MeasureAct
from oppvekst.domain.measures.desk.views.occasions import stopping
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import last_day
from oppvekst.domain.measures.queries.occasion import facts_of_occasion, others_of
from oppvekst.domain.measures.rules import TO_PLAN, WRITE, Each, days_in_words, each_of
from oppvekst.domain.measures.rules.weekends import LONGEST_ROW, Weekend
from oppvekst.ground.web.frame import DeskRequest, now, today
from oppvekst.law.calendar import add
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

CHANGED = "Noe er endret siden helgene ble vist. Se over dem på nytt, og lagre så."


class PlanRow(MeasureAct):
    """Several weekends in one."""

    template = "measures/desk/occasion_row.html"
    right = WRITE
    heading, button, done = "Planlegg helger", "Planlegg de valgte helgene", "helger"
    happens = "De valgte helgene står i tiltakets kalender. Ingen får beskjed før du sier fra."
    seen_by = "De som har saken."
    undone = "Ja. Hver helg kan flyttes eller avlyses."
    shown: list[Weekend] | None = None

    def form(self, found: Measure, typed: Any = None) -> RowForm:
        return RowForm(typed, initial={"with_whom": found.provider_name, "until": found.ends_on, "weeks": "2"})

    def hindrance(self, found: Measure) -> Refusal | None:
        if each_of(found.category) is not Each.STAY:
            return NotAllowed("Bare besøkshjem og avlastning planlegges i helger.")
        return stopping(TO_PLAN, facts_of_occasion(found, today=today()))

    def post(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        """First every weekend is shown, and nothing stored."""
        if "store" in request.POST:
            return super().post(request, *args, **ids)
        self.admit(**ids)
        found = self.find(**ids)
        form = self.form(found, request.POST)
        if stopped := self.hindrance(found):
            return self.show(found, form, refusal=stopped, status=409)
        if not form.is_valid():
            return self.show(found, form, status=422)
        self.shown = self._row(found, form)
        return self.show(found, form)

    def perform(self, found: Measure, form: Any) -> None:
        if stopped := self.hindrance(found):
            raise stopped
        self.shown = self._row(found, form)
        chosen = set(self.request.POST.getlist("chosen"))
        possible = {one.first.isoformat(): one for one in self.shown if not one.impossible}
        if not chosen <= possible.keys():
            raise Incomplete({"chosen": CHANGED})
        row = [form.when(possible[day]) for day in sorted(chosen)]
        actions.plan_row(found.id, row, by=self.request.actor, at=now())

    def besides(self, found: Measure) -> dict[str, Any]:
        if self.shown is None:
            return {"weekends": None}
        stored = "store" in self.request.POST
        chosen = set(self.request.POST.getlist("chosen"))
        rows = [
            {
                "one": one, "value": one.first.isoformat(), "days": days_in_words(one.first, one.last),
                "chosen": one.first.isoformat() in chosen if stored else one.clear,
            }
            for one in self.shown
        ]  # fmt: skip
        return {"weekends": rows, "cut": len(rows) == LONGEST_ROW}

    def _row(self, found: Measure, form: RowForm) -> list[Weekend]:
        said = form.cleaned_data
        others = others_of(found, said["first_day"], add(said["until"], days=7))
        return form.row(others, last_day(found))
