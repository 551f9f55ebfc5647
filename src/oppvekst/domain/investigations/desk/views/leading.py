"""What only the leader decides, word to the family of an extension, a limit that was broken, and opening it again."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk import forms
from oppvekst.domain.investigations.desk.frame import now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct, led
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of, voice_of_case
from oppvekst.domain.investigations.rules import (
    BEGIN_CONCLUDING,
    CLOSED_DISMISSED_WITH_REOPEN,
    MACHINE,
    REOPEN,
    RESERVED_TO_LEADER,
    RIGHTS,
    reopening_due,
)
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal


class Decide(InvestigationAct):
    """A medical examination, or help from the police: the leader alone."""

    form_class = forms.LeaderForm
    law = bvl("2-2", 5)
    heading, button, done = _("Lederens avgjørelse"), _("Bestem det"), "bestemt"
    leads_to, through_collected = "investigation-collected", True
    lead = _(
        "Lederen kan bestemme at barnet tas med til en kortvarig medisinsk undersøkelse, og kreve bistand fra politiet."
    )
    happens = _("Avgjørelsen står i journalen med navnet ditt, klokkeslettet og hva du er leder i kraft av.")
    undone = _("Nei.")

    def hindrance(self, found: Investigation) -> Refusal | None:
        """Everybody else is told whose it is, before anybody has written."""
        if self.request.actor.may(RESERVED_TO_LEADER):
            return None
        told = gettext(
            "Bare lederen kan bestemme dette, eller en som er konstituert som leder. En stedfortreder kan det ikke."
        )
        interpretation = gettext("Loven nevner bare lederen. At en konstituert leder kan, følger av konstitueringen.")
        return NotAllowed(told, self.law, interpretation=interpretation)

    def perform(self, found: Investigation, form: Any) -> None:
        """Decide it."""
        said = form.cleaned_data
        actions.decide_as_leader(
            found.id, said["kind"], what=said["what"], reasons=said["reasons"], by=self.request.actor, at=now()
        )


class ExtensionTold(InvestigationAct):
    """The family was told why it takes longer, and until when."""

    form_class = forms.ExtensionToldForm
    right, law = "investigation.plan", bvl("2-2", 2)
    heading, button, done = _("Familien og utvidelsen"), _("Før det"), "utvidelse-fortalt"
    lead = _("En utvidelse er ikke et vedtak som kan påklages, men familien skal få vite hvorfor, og til når.")

    def perform(self, found: Investigation, form: Any) -> None:
        """Write it down."""
        actions.tell_of_extension(found.id, **form.cleaned_data, by=self.request.actor, at=now())


class Breach(InvestigationAct):
    """Why the limit was broken."""

    form_class = forms.ReasonsForm
    right, law = "investigation.plan", bvl("2-2", 2)
    heading, button, done = _("Fristen er brutt"), _("Lagre grunnen"), "brudd"
    lead = _("Utover seks måneder finnes ingen utvidelse, bare et brudd med en grunn. Grunnen rapporteres.")

    def hindrance(self, found: Investigation) -> Refusal | None:
        """Nothing to explain while it is kept."""
        if actions.is_late(found, today=today()):
            return None
        return NotAllowed(gettext("Fristen er ikke brutt."), self.law)

    def perform(self, found: Investigation, form: Any) -> None:
        """Write it down."""
        actions.note_breach(found.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())


class BeginConcluding(InvestigationAct):
    """Begin the summary, with what the talks say of how the child took part (bvl § 1-4)."""

    right, law = RIGHTS[BEGIN_CONCLUDING], bvl("1-4")
    heading, button, done = _("Begynn å oppsummere"), _("Begynn å oppsummere"), "oppsummeres"
    happens = _("Undersøkelsen samles til et vedtak. Den avsluttes når vedtaket er undertegnet.")
    undone = _("Nei. Det som kommer nå, kan fortsatt føres.")

    def hindrance(self, found: Investigation) -> Refusal | None:
        """Everything that is missing of the child's voice, before anybody presses."""
        lacks = voice_of_case(found.case_id, investigation=found.id).lacks
        return NotAllowed(" ".join(lacks), self.law) if lacks else None

    def perform(self, found: Investigation, form: Any) -> None:
        """As the talks and the code say."""
        told = voice_of_case(found.case_id, investigation=found.id)
        said = told.participation
        actions.begin_concluding(
            found.id, participation=said.code if said else "", child_heard=bool(told.talks) and not told.lacks,
            not_heard_reasons=said.reasons if said else "", by=self.request.actor, at=now(),
        )  # fmt: skip


class Reopen(InvestigationAct):
    """Open it again within the window, when § 2-2 still is met and the parents are told today."""

    form_class = forms.ReopenForm
    right, law = RIGHTS[REOPEN], bvl("2-5", 3)
    heading, button, done = _("Åpne undersøkelsen på nytt"), _("Åpne på nytt"), "gjenapnet"
    happens = _("Det åpnes en ny undersøkelse med tre måneder fra i dag. Den hører til den første meldingen.")
    undone = _("Nei. En undersøkelse avsluttes med et vedtak.")
    opened: Investigation | None = None

    def hindrance(self, found: Investigation) -> Refusal | None:
        """A window that is over, or was never opened, is told before anybody has written."""
        if found.window_closed_on:
            return NotAllowed(gettext("Det er allerede tatt stilling til dette."), self.law)
        if found.state != CLOSED_DISMISSED_WITH_REOPEN:
            return NotAllowed(gettext("Bare en ny melding kan åpne denne."), self.law)
        asked = {"conditions_no_longer_met"}
        refusals = MACHINE.step(REOPEN).refusals(facts_of(found, today=today()))
        return next((one for one in refusals if not isinstance(one, Incomplete) and not asked & {*one.because}), None)

    def besides(self, found: Investigation) -> dict[str, Any]:
        """Until when."""
        due = reopening_due(facts_of(found))
        return {"aside": gettext("Kan åpnes igjen til og med %(day)s.") % {"day": day_in_words(due)} if due else ""}

    def perform(self, found: Investigation, form: Any) -> None:
        """Open it."""
        said = form.cleaned_data
        self.opened = actions.reopen(
            found.id, reasons=said["reasons"], conditions_met=said["conditions_met"], by=self.request.actor, at=now(),
            parents_told_on=today() if said["parents_told"] else None,
        )  # fmt: skip

    def home(self, found: Investigation, done: str) -> HttpResponse:
        """To the new one."""
        return led("investigation", (self.opened or found).id, done)


class LeaveClosed(InvestigationAct):
    """Looked at again, and left."""

    form_class = forms.ReasonsForm
    right, law = "investigation.plan", bvl("2-5", 3)
    heading, button, done = _("Åpnes ikke igjen"), _("Lagre"), "lukket"
    happens = _("Påminnelsene går ut av arbeidslista. En ny melding kan fortsatt gi ny undersøkelse.")

    def perform(self, found: Investigation, form: Any) -> None:
        """Say why."""
        actions.leave_closed(found.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())
