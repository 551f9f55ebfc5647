"""The answer to the one who worried (bvl § 13-3): proposed by the house, read and sent by a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.desk import forms, frame, paper, spoken
from oppvekst.domain.concerns.desk.answers import answer_of
from oppvekst.domain.concerns.desk.frame import DeskRequest, at_desk
from oppvekst.domain.concerns.desk.views.act import ConcernAct
from oppvekst.domain.concerns.models import Concern
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed

ADDRESSED = (
    "Barnets adresse er beskyttet, og den som skal ha brevet, kan vise hvor barnet er. Be en som er betrodd adressen, om å "
    "skrive det ut."
)


class _Answering(ConcernAct):
    template = "concerns/desk/answer.html"
    right = "feedback.write"
    law = bvl("13-3")

    def besides(self, concern: Concern) -> dict[str, Any]:
        answer = answer_of(concern, today=frame.today(), at=frame.now())
        where = queries.shows_where(concern)
        return {
            "answer": answer, "reporter": spoken.reporter_facts(concern.enquiry, where=where), "omit_form": forms.OmitForm(),
            "kept_apart": spoken.kept_apart(concern.enquiry),
        }  # fmt: skip


class Answer(_Answering):
    """Sent by letter, by phone, in person, or in the safe way a child has chosen."""

    heading = _("Svar til den som meldte")
    button = _("Før svaret som sendt")
    done = "svart"

    def form(self, concern: Concern, typed: Any = None) -> Any:
        return forms.AnswerForm(typed, routes=answer_of(concern, today=frame.today()).routes)

    def perform(self, concern: Concern, form: Any) -> None:
        actions.send_feedback(concern.id, route=form.cleaned_data["route"], by=self.request.actor, at=frame.now())


class Omit(_Answering):
    """Left out: obviously unfounded, or other special reasons."""

    form_class = forms.OmitForm
    template = "concerns/desk/act.html"
    law = bvl("13-3", 1)
    heading = _("Utelat bekreftelsen")
    lead = _("Bekreftelsen kan bare utelates når meldingen er åpenbart grunnløs, eller særlige hensyn taler for det.")
    happens = _("Melder får ikke noe svar. Begrunnelsen din står i journalen.")
    undone = _("Nei.")
    button = _("Utelat svaret")
    done = "utelatt"

    def perform(self, concern: Concern, form: Any) -> None:
        actions.omit_feedback(concern.id, form.cleaned_data["why"], by=self.request.actor, at=frame.now())


@require_safe
@at_desk
def letter(request: DeskRequest, concern_id: UUID) -> HttpResponse:
    """The letter as it would go, or as it went: the same time gives the same bytes."""
    request.actor.must("feedback.write")
    concern = frame.seen(request, queries.get_concern(concern_id), "concern.letter")
    answer = answer_of(concern, today=frame.today())
    if not answer.on_paper:
        raise NotAllowed("Det finnes ikke noe brev å vise for dette svaret.", bvl("13-3"))
    if not queries.shows_where(concern):
        raise NotAllowed(ADDRESSED, bvl("13-1") & bvl("13-5", 3))
    settled = answer.proposal.settled
    made = paper.answer(concern, request.municipality, at=(settled.settled_at if settled else None) or frame.now())
    return as_pdf(made.pdf, f"svar-{concern.number}.pdf")


@require_safe
@at_desk
def night_form(request: DeskRequest) -> HttpResponse:
    """One page for the night the system is down, to print beforehand: the limits run though it is down."""
    made = paper.night_form(request.municipality, at=frame.now(), today=frame.today())
    return as_pdf(made.pdf, "nattskjema.pdf")
