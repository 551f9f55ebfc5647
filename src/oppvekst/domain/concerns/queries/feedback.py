"""What the reporter is owed: proposed from the facts, until a person has sent it or left it out (bvl § 13-3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from oppvekst.domain.cases.queries import may_go_out
from oppvekst.domain.cases.rules.outward import Recipient, may_leave_the_house
from oppvekst.domain.concerns.models import Concern, Feedback
from oppvekst.domain.concerns.queries.facts import reporter
from oppvekst.domain.concerns.rules import (
    ADDED_TO_INVESTIGATION,
    DISMISSED_UNFOUNDED,
    TO_INVESTIGATION,
    Owed,
    answer_on_investigation,
    first_feedback,
    second_feedback,
)
from oppvekst.domain.concerns.rules.reporter import Content, ReporterKind, Sending
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.verdict import Verdict

RECIPIENTS = {
    "child": Recipient.CHILD_SAFE_WAY,
    "youth": Recipient.CHILD_SAFE_WAY,
    "parent": Recipient.PARENT,
    "family": Recipient.FAMILY,
    "public": Recipient.PUBLIC_BODY,
}

IN_THE_FAMILY = {"youth", "parent", "family"}


@dataclass(frozen=True)
class Proposal:
    """An answer to the reporter: what is owed, what it would say now, and what has become of it."""

    owed: Owed
    text: str
    settled: Feedback | None
    waits: str = ""

    @property
    def impossible(self) -> bool:
        """There is nobody to answer: «not possible», never «late»."""
        return self.owed.letter is Sending.NOT_POSSIBLE


def owed_to_reporter(concern: Concern) -> Owed:
    """The first answer that this reporter is owed (bvl § 13-3): the page and the agenda ask the same."""
    unfounded = concern.state == DISMISSED_UNFOUNDED
    received = oslo_date(concern.received_at)
    return first_feedback(reporter(concern.enquiry), received_on=received, obviously_unfounded=unfounded)


def proposals(concern: Concern, feedbacks: Iterable[Feedback]) -> list[Proposal]:
    """The first feedback of a concern and, when an investigation of it has ended, the second (D06)."""
    who, feedbacks = reporter(concern.enquiry), list(feedbacks)
    owed = owed_to_reporter(concern)
    settled = next((row for row in feedbacks if row.rule == owed.due.rule.id), None)
    waits = ""
    if who.kind is ReporterKind.PUBLIC and concern.concluded_at is None:
        waits = "Svaret skal si om det er åpnet undersøkelse. Send det når meldingen er gjennomgått."
    first = Proposal(owed, _text(concern, owed), settled, waits)
    return [first, *_second(concern, feedbacks)]


def current(found: Sequence[Proposal]) -> Proposal:
    """The answer that is owed now: the first that nobody has settled, else the last that somebody did."""
    return next((one for one in found if one.settled is None), found[-1])


def owed_after_investigation(concern: Concern) -> Owed | None:
    """What a reporter under the duty to report is owed when the investigation has ended (bvl § 13-3 (2))."""
    who = reporter(concern.enquiry)
    if concern.investigation_ended_on is None or who.kind is not ReporterKind.PUBLIC:
        return None
    return second_feedback(who, concluded_on=concern.investigation_ended_on)


def _second(concern: Concern, feedbacks: Iterable[Feedback]) -> list[Proposal]:
    owed = owed_after_investigation(concern)
    if owed is None or concern.investigation_ended_on is None:
        return []
    settled = next((row for row in feedbacks if row.rule == owed.due.rule.id), None)
    says = (
        "Vi følger opp barnet og familien videre."
        if concern.followed_up
        else "Vi følger ikke opp barnet og familien videre."
    )
    ended = f"Undersøkelsen ble avsluttet {in_words(concern.investigation_ended_on)}."
    return [Proposal(owed, f"{ended} {says} Vi har taushetsplikt og kan ikke fortelle mer.", settled)]


def may_answer(concern: Concern, *, at: datetime, said: str = "") -> Verdict:
    """Whether an answer may go to this reporter now, or is held back with everything else to the parents (bvl § 12-6).

    ``said``: everything that would stand on it, which must not tell where a protected person is (bvl § 13-5 (3)).
    """
    recipient = RECIPIENTS.get(concern.enquiry.reporter, Recipient.PRIVATE_REPORTER)
    if concern.case_id is None:
        return may_leave_the_house(recipient, None, at=at, asked=concern.hold_back_asked)
    return may_go_out(concern.case_id, recipient, at=at, unseen=concern.case is None, said=said)


def on_envelope(concern: Concern) -> str:
    """Where a letter to this reporter would lie, if it is somebody in the family: others know where they are themselves."""
    enquiry = concern.enquiry
    if enquiry.reporter not in IN_THE_FAMILY:
        return ""
    place = enquiry.body_address or enquiry.address
    lines = (
        *place.get("lines", ()),
        place.get("postal_code", ""),
        place.get("postal_place", ""),
    )
    return "\n".join(line for line in lines if line)


def _text(concern: Concern, owed: Owed) -> str:
    sentences = [f"Vi har mottatt meldingen du sendte {in_words(oslo_date(concern.received_at))}."]
    if Content.INVESTIGATION in owed.content and concern.concluded_at:
        sentences.append(answer_on_investigation(concern.state in {TO_INVESTIGATION, ADDED_TO_INVESTIGATION}))
    sentences.append("Vi har taushetsplikt og kan ikke fortelle mer.")
    return " ".join(sentences)
