"""Before the signature: the advance notice with its limit, the answers to it, and the page where one signs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.desk.forms.decision import NoticeForm
from oppvekst.domain.decisions.desk.forms.noticing import AnswerForm, ReasonForm, StandingForm
from oppvekst.domain.decisions.desk.frame import head, seen
from oppvekst.domain.decisions.desk.parts import copies, facts_today, merged_for, parts_of
from oppvekst.domain.decisions.models import Addressee, Decision
from oppvekst.domain.decisions.queries import addressees, content_of
from oppvekst.domain.decisions.queries.phrases import phrases_for
from oppvekst.domain.decisions.rules import (
    DRAFT,
    GIVE_NOTICE,
    MACHINE,
    NOTICED,
    RIGHTS,
    SIGN,
    SKIP_NOTICE,
    WRITE,
    Stand,
    Standing,
    answers_due,
)
from oppvekst.domain.decisions.rules.first_phrases import NOTICE
from oppvekst.domain.decisions.rules.merging import merge
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import DONE, now, today
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

AFTER = "Teksten låses med et kontrolltall, og kan aldri endres. Den kan bare omgjøres med et nytt vedtak."


class OfDecision(Act[Decision]):
    """An act on a decision, back to its page afterwards."""

    def find(self, decision_id: UUID) -> Decision:
        return seen(self.request, decision_id)

    def head(self, found: Decision) -> dict[str, Any]:
        return head(found, self.heading)

    def home(self, found: Decision, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:decision', args=[found.id])}?{DONE}={done}")


class GiveNotice(OfDecision):
    """The notice, begun from the municipality's own text, to everybody it is for (fvl § 16)."""

    template = "decisions/desk/notice.html"
    form_class = NoticeForm
    heading, button, done = "Send forhåndsvarsel", "Send varselet", "varslet"
    right = RIGHTS[GIVE_NOTICE]
    happens = (
        "Varselet føres som sendt i dag, og fristen kommer på lista di. Undertegn når den er ute eller alle har svart."
    )
    undone = "Nei. Har dere skrevet feil, ring dem det gjelder, og send et nytt brev."

    def form_values(self, found: Decision) -> dict[str, Any]:
        text, due = found.notice_text, answers_due(today())
        return {"initial": {"answers_due": due, "notice_text": text or self._begun(found)}}

    def besides(self, found: Decision) -> dict[str, Any]:
        return {"copies": copies(addressees(found.id)), "may_skip": found.state == DRAFT}

    def hindrance(self, found: Decision) -> Refusal | None:
        return _wrong_state(found, GIVE_NOTICE) or _not_mended_here(
            self, found, GIVE_NOTICE, {"notice_text", "answers_due"}
        )

    def perform(self, found: Decision, form: Any) -> None:
        said = form.cleaned_data
        text, due = said["notice_text"], said["answers_due"]
        actions.give_notice(found.id, text=text, due=due, by=self.request.actor, at=now())

    def _begun(self, found: Decision) -> str:
        phrase = next(iter(phrases_for(found).get(NOTICE, [])), None)
        if phrase is None:
            return ""
        answers = merged_for(found, by=self.request.actor, today=today(), service=self.request.municipality.name)
        due = day_in_words(answers_due(today()))
        return merge(phrase.text, {**answers, "answers_due": due}).text


class SkipNotice(OfDecision):
    """No notice, with the ground the law accepts (fvl § 16 (3))."""

    template = "decisions/desk/skip_notice.html"
    form_class = ReasonForm
    heading, button, done = "Gå videre uten forhåndsvarsel", "Gå videre uten varsel", "uten-varsel"
    law = MACHINE.step(SKIP_NOTICE).citation
    right = RIGHTS[SKIP_NOTICE]

    def hindrance(self, found: Decision) -> Refusal | None:
        return _wrong_state(found, SKIP_NOTICE)

    def perform(self, found: Decision, form: Any) -> None:
        actions.skip_notice(found.id, reasons=form.reasons(), by=self.request.actor, at=now())


class OfAddressee(Act[Addressee]):
    """An act on one of those a decision is for, back to the decision afterwards."""

    right = WRITE

    def find(self, decision_id: UUID, addressee_id: UUID) -> Addressee:
        found = seen(self.request, decision_id)
        one = next((each for each in addressees(found.id) if each.id == addressee_id), None)
        if one is None:
            raise NotFound("Vi finner ikke denne mottakeren i vedtaket.")
        one.decision = found
        return one

    def home(self, one: Addressee, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:decision', args=[one.decision_id])}?{DONE}={done}")


class ChangeStanding(OfAddressee):
    """How somebody stands to the decision, assessed by a person and with her reasons (bvl §§ 12-2, 12-3)."""

    template = "decisions/desk/standing.html"
    form_class = StandingForm
    heading, button, done = "Hvordan stilles hun?", "Lagre", "stilling"
    law = bvl("12-2")

    def form_values(self, one: Addressee) -> dict[str, Any]:
        return {"initial": {"standing": one.standing, "reasons": one.reasons, "language": one.language}}

    def head(self, one: Addressee) -> dict[str, Any]:
        return {**head(one.decision, one.name), "addressee": one}

    def perform(self, one: Addressee, form: Any) -> None:
        said = form.cleaned_data
        stand = Stand(Standing(said["standing"]), said["reasons"])
        actions.set_standing(one.id, stand, language=said["language"], by=self.request.actor, at=now())


class Answer(OfAddressee):
    """What one of them answered to the notice (fvl § 16 (1))."""

    template = "decisions/desk/answer.html"
    form_class = AnswerForm
    heading, button, done = "Svar på forhåndsvarselet", "Lagre svaret", "svar"

    def form_values(self, one: Addressee) -> dict[str, Any]:
        return {"today": today(), "initial": {"received_on": today()}}

    def head(self, one: Addressee) -> dict[str, Any]:
        return {**head(one.decision, f"Svar fra {one.name}"), "addressee": one}

    def hindrance(self, one: Addressee) -> Refusal | None:
        if one.decision.state != NOTICED:
            return NotAllowed("Svar føres mens varselet er ute.", MACHINE.step(GIVE_NOTICE).citation)
        return None

    def perform(self, one: Addressee, form: Any) -> None:
        said, moment = form.cleaned_data, now()
        actions.register_comment(
            one.id, text=said["text"], how=said["how"], received_at=form.received_at(moment), by=self.request.actor, at=moment
        )  # fmt: skip


type Signed = Callable[..., None]


def nothing_more(decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """No later room waits for this decision here."""


class Sign(OfDecision):
    """What is signed, in words; who signs, and as what; and what stops it (bvl § 12-5)."""

    template = "decisions/desk/sign.html"
    form_class = DsForm
    heading, button, done = "Undertegn vedtaket", "Undertegn", "undertegnet"
    law = MACHINE.step(SIGN).citation
    happens = AFTER
    seen_by = "Vedtaket sendes ikke ennå. Det gjør dere etterpå, til hver av dem det gjelder."
    undone = "Nei."
    # What the decision answers in a later room: the face says what is done about it, in the same transaction.
    then: Signed = staticmethod(nothing_more)

    def besides(self, found: Decision) -> dict[str, Any]:
        by, day = self.request.actor, today()
        parts = parts_of(found, by=by, today=day, service=self.request.municipality.name)
        return {
            "content": content_of(found), "copies": copies(addressees(found.id)),
            "open": [part for part in parts if part.left_open], "aside": [part for part in parts if part.aside],
            "refusals": (
                *MACHINE.step(SIGN).refusals(facts_today(found, by=by, today=day)),
                *actions.stops_concluding(found, today=day),
            ),
            "signer": by,
        }  # fmt: skip

    def hindrance(self, found: Decision) -> Refusal | None:
        if not self.request.actor.may(RIGHTS[SIGN]):
            return NotAllowed("Teamleder eller leder undertegner vedtak. Be en av dem.", self.law)
        return _wrong_state(found, SIGN)

    def perform(self, found: Decision, form: Any) -> None:
        moment = now()
        actions.sign(found.id, by=self.request.actor, at=moment)
        self.then(found.id, by=self.request.actor, at=moment)


def _wrong_state(found: Decision, step: str) -> Refusal | None:
    wanted = MACHINE.step(step)
    if found.state in wanted.sources:
        return None
    here = MACHINE.state(found.state).title
    return NotAllowed(f"«{wanted.title}» kan ikke gjøres når vedtaket er «{here}».", wanted.citation)


def _not_mended_here(act: OfDecision, found: Decision, step: str, asked: set[str]) -> Refusal | None:
    """The first condition that this form has no field for."""
    facts = facts_today(found, by=act.request.actor, today=today())
    refusals = MACHINE.step(step).refusals(facts)
    return next((one for one in refusals if not (one.fields and one.fields.keys() <= asked)), None)
