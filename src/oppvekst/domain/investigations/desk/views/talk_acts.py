"""What is done with a talk: read back, our own reading, the weight, and what is kept from the parents."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.cases.queries.documents import documents
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk.forms import talks as forms
from oppvekst.domain.investigations.desk.frame import DONE, now
from oppvekst.domain.investigations.desk.views.talks import TalkAct, read_version, talk_head
from oppvekst.domain.investigations.models import ChildTalk, TalkWithholding
from oppvekst.domain.investigations.queries import counted, facts_of_talk, get_withholding
from oppvekst.domain.investigations.rules import READ_BACK, TALK, TALK_RIGHTS, WEIGH, WRITTEN, may_be_read_back
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.law.refusals import NotAllowed, Refusal

ALREADY = NotAllowed("Barnet har svart allerede, og ordene står.", TALK.step(READ_BACK).citation)


class ReadBack(TalkAct):
    """What the child says when the words are read aloud."""

    form_class = forms.ReadBackForm
    right = TALK_RIGHTS[READ_BACK]
    heading = "Les tilbake for barnet"
    lead = "Les ordene høyt, slik de står. Spør: Har jeg forstått deg riktig? Etterpå kan ingen endre dem."
    button = "Lagre svaret"
    done = "lest-tilbake"

    def besides(self, talk: ChildTalk) -> dict[str, Any]:
        words = counted(talk)
        return {"aloud": True, "read": self.request.POST.get("lest") or (words.number if words else 0)}

    def form_values(self, talk: ChildTalk) -> dict[str, Any]:
        words = counted(talk)
        return {"initial": {"corrected": words.text if words else ""}}

    def hindrance(self, talk: ChildTalk) -> Refusal | None:
        if talk.state != WRITTEN:
            return ALREADY
        try:
            may_be_read_back(facts_of_talk(talk))
        except Refusal as refusal:
            return NotAllowed(refusal.sentence, refusal.citation)
        return None

    def perform(self, talk: ChildTalk, form: Any) -> None:
        said = form.cleaned_data
        actions.read_back(
            talk.id, said["agreement"], reasons=said["agreement_reasons"], corrected=said["corrected"],
            read=read_version(self.request), by=self.request.actor, at=now(),
        )  # fmt: skip


class Beside(TalkAct):
    """Our own reading and the child's wish: also after the child has answered."""

    form_class = forms.BesideForm
    heading = "Vår tolkning og barnets ønske"
    done = "skrevet"

    def form_values(self, talk: ChildTalk) -> dict[str, Any]:
        return {"initial": {"our_reading": talk.our_reading, "wish": talk.wish}}

    def perform(self, talk: ChildTalk, form: Any) -> None:
        actions.note_beside(talk.id, **form.cleaned_data, by=self.request.actor, at=now())


class Weigh(TalkAct):
    """The weight the child's view is given."""

    form_class = forms.WeighForm
    right = TALK_RIGHTS[WEIGH]
    heading = "Vekten barnets mening får"
    button = "Lagre vekten"
    done = "vektlagt"

    def form_values(self, talk: ChildTalk) -> dict[str, Any]:
        return {"initial": {"weight": talk.weight}}

    def hindrance(self, talk: ChildTalk) -> Refusal | None:
        told = "Les ordene tilbake for barnet først. Det er det barnet står for, som skal veies."
        return NotAllowed(told, TALK.step(READ_BACK).citation) if talk.state == WRITTEN else None

    def perform(self, talk: ChildTalk, form: Any) -> None:
        actions.weigh(talk.id, form.cleaned_data["weight"], by=self.request.actor, at=now())


class KeepBack(TalkAct):
    """Decide that the parents do not see something of it for now."""

    right = "talk.withhold"
    heading = "Hold tilbake fra foreldrene"
    lead = "Gjelder bare når det kan være fare eller skade for noen at foreldrene ser det. Barnets syn veies, men avgjør ikke."
    button = "Hold tilbake"
    done = "holdt-tilbake"

    def form(self, talk: ChildTalk, typed: Any = None) -> forms.KeepBackForm:
        known = [(each.id, each.title) for each in documents(talk.case_id)[:50]]
        return forms.KeepBackForm(typed, documents=known, initial={"weighed_wish": talk.wish})

    def perform(self, talk: ChildTalk, form: Any) -> None:
        actions.withhold_from_parents(talk.id, actions.KeptBack(**form.cleaned_data), by=self.request.actor, at=now())


class WithholdingAct(Act[TalkWithholding]):
    """One act on what is kept back."""

    template = "investigations/desk/talk_form.html"
    right = "talk.withhold"

    def find(self, withholding_id: UUID) -> TalkWithholding:
        found = get_withholding(withholding_id)
        look("talk", by=self.request.actor, at=now(), subject=found.talk_id, case_id=found.case_id)
        return found

    def head(self, found: TalkWithholding) -> dict[str, Any]:
        head, back = talk_head(found.talk), reverse("desk:child-talk", args=[found.talk_id])
        crumbs = [*head["crumbs"][:-1], (head["crumbs"][-1][0], back), (self.heading, "")]
        return {**head, "heading": self.heading, "crumbs": crumbs, "back": back, "kept": found}

    def home(self, found: TalkWithholding, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:child-talk', args=[found.talk_id])}?{DONE}={done}")


class KeepOn(WithholdingAct):
    """Looked at again, and kept."""

    form_class = forms.KeepOnForm
    heading = "Hold fortsatt tilbake"
    button = "Hold fortsatt tilbake"
    done = "holdt-tilbake"

    def perform(self, found: TalkWithholding, form: Any) -> None:
        actions.review_withholding(found.id, **form.cleaned_data, by=self.request.actor, at=now())


class LetGo(WithholdingAct):
    """No longer kept from the parents. Nothing is sent by itself."""

    form_class = forms.LetGoForm
    heading = "Ikke lenger holdt tilbake"
    lead = "Ingenting blir sendt av seg selv. Får foreldrene innsyn i samtalen, får de alle versjonene av ordene, eller ingen."
    button = "Opphev"
    done = "opphevet"

    def perform(self, found: TalkWithholding, form: Any) -> None:
        actions.end_withholding(found.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())
