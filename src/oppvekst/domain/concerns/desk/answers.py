"""The answer to the reporter as the desk shows it: what is owed, what it says, how it may go, and what stops it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.models import Concern, Feedback
from oppvekst.domain.concerns.rules import ADDED_TO_INVESTIGATION, TO_INVESTIGATION, TRANSFERRED
from oppvekst.domain.concerns.rules.reporter import Sending
from oppvekst.law.calendar import oslo_date

SAFE = (Feedback.Route.SAFE_WAY, Feedback.Route.IN_PERSON)
OPEN = (Feedback.Route.LETTER, Feedback.Route.DIGITAL, Feedback.Route.PHONE, Feedback.Route.IN_PERSON)
KINDS = {
    Sending.SEND: _("Skal sendes"),
    Sending.MAY_BE_OMITTED: _("Kan utelates"),
    Sending.SAFE_WAY: _("På den trygge måten barnet valgte"),
    Sending.NOT_POSSIBLE: _("Ikke mulig"),
}


@dataclass(frozen=True)
class Answer:
    """One answer: the proposal, where it stands, and why it cannot go now if it cannot."""

    proposal: queries.Proposal
    kind: Any
    limit: dict[str, Any]
    href: str
    stopped: str = ""

    @property
    def routes(self) -> tuple[str, ...]:
        """The ways it may go; a child is answered in the safe way alone."""
        return SAFE if self.proposal.owed.letter is Sending.SAFE_WAY else OPEN

    @property
    def open(self) -> bool:
        """Whether somebody still owes it."""
        return self.proposal.settled is None and not self.proposal.impossible

    @property
    def on_paper(self) -> bool:
        """Whether there is a letter: a child gets none, and nobody gets one before there is something to say."""
        return self.open_or_sent and self.proposal.owed.letter is not Sending.SAFE_WAY and not self.proposal.waits

    @property
    def open_or_sent(self) -> bool:
        """Not omitted, and not impossible."""
        settled = self.proposal.settled
        return not self.proposal.impossible and (settled is None or settled.state == Feedback.State.SENT)


def answer_of(concern: Concern, *, today: date, at: datetime | None = None) -> Answer:
    """The answer to the reporter that is owed now: the first (D04 or D05), then the one after the investigation (D06)."""
    proposal = queries.current(queries.proposals(concern, Feedback.objects.filter(concern=concern)))
    due = proposal.owed.due
    kept = oslo_date(proposal.settled.settled_at) if proposal.settled and proposal.settled.settled_at else None
    limit = {"due": due.due, "law": due.rule.citation, "steps": due.steps, "kept_on": kept}
    stopped = proposal.waits or (_held(concern, proposal, at) if at and proposal.settled is None else "")
    return Answer(
        proposal, KINDS[proposal.owed.letter], limit, reverse("desk:concern-answer", args=[concern.id]), stopped
    )


def told(concern: Concern) -> str:
    """What a letter says of one child, in the words of the letter's template."""
    outcomes = {
        TO_INVESTIGATION: "opened", ADDED_TO_INVESTIGATION: "ongoing", TRANSFERRED: "forwarded",
    }  # fmt: skip
    return outcomes.get(concern.state, "not_opened")


def _held(concern: Concern, proposal: queries.Proposal, at: datetime) -> str:
    verdict = queries.may_answer(concern, at=at, said=proposal.text)
    return "" if verdict else verdict.sentence
