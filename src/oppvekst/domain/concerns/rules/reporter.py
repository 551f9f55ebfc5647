"""Who sent the concern, and what the service owes that person in return (bvl §§ 13-2, 13-3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oppvekst.domain.concerns.rules.codes import Duty
from oppvekst.domain.concerns.rules.deadlines import FEEDBACK, FEEDBACK_AFTER_INVESTIGATION, RECEIPT
from oppvekst.law.citation import bvl
from oppvekst.law.deadline import Due
from oppvekst.law.refusals import NotAllowed


class ReporterKind(StrEnum):
    """What decides how a reporter is answered."""

    CHILD = "child_self"
    PARENT = "parent"
    PRIVATE = "private_named"
    WITHHELD = "private_named_to_service_only"
    ANONYMOUS = "anonymous"
    PUBLIC = "public"


class Sending(StrEnum):
    """What is to become of an answer to a reporter."""

    SEND = "send"
    MAY_BE_OMITTED = "may_be_omitted"
    SAFE_WAY = "confirm_in_safe_way"
    NOT_POSSIBLE = "not_possible"


class Content(StrEnum):
    """What an answer may tell; nothing else leaves the service."""

    RECEIVED = "received"
    INVESTIGATION = "investigation_opened_or_not"
    FOLLOWED_UP = "followed_up_or_not"
    HOW = "how"


@dataclass(frozen=True)
class Reporter:
    """The sender as the rules see one: what kind, and whether an answer can reach them."""

    kind: ReporterKind
    reachable: bool = True


@dataclass(frozen=True)
class Owed:
    """An answer to propose: when, what it may tell, and why it is so.

    `to_household` says whether it may go to the address the child lives at.
    """

    due: Due
    letter: Sending
    content: tuple[Content, ...]
    sentence: str
    to_household: bool = True
    interpretation: str | None = None


def refuse_anonymous(duty: Duty, *, wants_anonymous: bool) -> None:
    """A professional gives a name: the duty is personal, and the feedback needs someone to go to (bvl § 13-2)."""
    if wants_anonymous and duty is Duty.YES:
        raise NotAllowed(
            "Den som melder i kraft av stillingen sin, kan ikke være anonym. "
            "Plikten er personlig, og familien får som regel vite hvem som meldte.",
            bvl("13-2") & bvl("13-3", 2),
            because=("professional_anonymous",),
            interpretation="Loven forbyr det ikke med rene ord; det følger av at plikten er personlig "
            "og at tilbakemeldingen må ha en mottaker.",
        )


def first_feedback(
    reporter: Reporter, *, received_on: date, obviously_unfounded: bool = False, special_reasons: bool = False
) -> Owed:
    """The answer within three weeks of receipt (bvl § 13-3), by kind of reporter."""
    if reporter.kind is ReporterKind.PUBLIC:
        return _public(received_on)
    due = RECEIPT.due(received_on)
    if reporter.kind is ReporterKind.CHILD:
        return _child(due)
    if reporter.kind is ReporterKind.ANONYMOUS or not reporter.reachable:
        return Owed(due, Sending.NOT_POSSIBLE, (), "Vi har ingen adresse å sende bekreftelsen til.", to_household=False)
    if obviously_unfounded or special_reasons:
        why = "Bekreftelsen kan utelates når meldingen er åpenbart grunnløs eller særlige hensyn taler for det."
        return Owed(due, Sending.MAY_BE_OMITTED, (Content.RECEIVED,), why, interpretation=due.interpretation)
    why = "En privat melder får bare vite at meldingen er mottatt."
    return Owed(due, Sending.SEND, (Content.RECEIVED,), why, interpretation=due.interpretation)


# Waits for the end of the investigation, which belongs to the room of decisions.
def second_feedback(reporter: Reporter, *, concluded_on: date, needs_how: bool = False) -> Owed:
    """The answer within three weeks after an investigation: only for reporters under § 13-2 (bvl § 13-3 (2)).

    `needs_how` is true when the reporter's own follow-up of the child needs to know how the family is helped.
    """
    if reporter.kind is not ReporterKind.PUBLIC:
        raise NotAllowed(
            "Bare den som melder etter meldeplikten, får vite hvordan det gikk. Overfor andre gjelder taushetsplikten.",
            bvl("13-1") & bvl("13-3"),
            because=("reporter_not_under_duty",),
        )
    content = (Content.FOLLOWED_UP, Content.HOW) if needs_how else (Content.FOLLOWED_UP,)
    why = "Melder får vite om barnet følges opp" + (
        ", og hvordan, fordi melders egen oppfølging av barnet trenger det. Skriv ned hvorfor." if needs_how else "."
    )
    due = FEEDBACK_AFTER_INVESTIGATION.due(concluded_on)
    return Owed(due, Sending.SEND, content, why, interpretation=due.interpretation)


def answer_on_investigation(opened: bool) -> str:
    """The one sentence a reporter under § 13-2 is owed, for each child by itself (bvl § 13-3 (2))."""
    return "Vi har åpnet undersøkelse." if opened else "Vi har ikke åpnet undersøkelse."


def _public(received_on: date) -> Owed:
    due = FEEDBACK.due(received_on)
    why = "Melder etter § 13-2 får vite at meldingen er mottatt, og om det er åpnet undersøkelse."
    content = (Content.RECEIVED, Content.INVESTIGATION)
    return Owed(due, Sending.SEND, content, why, interpretation=due.interpretation)


def _child(due: Due) -> Owed:
    doubt = "Loven sier ikke hvordan et barn skal få svar. At det ikke går brev hjem, følger av bvl §§ 1-4 og 12-6."
    why = "Bekreft på en måte barnet selv har sagt er trygg. Send aldri noe hjem til barnet."
    return Owed(due, Sending.SAFE_WAY, (Content.RECEIVED,), why, to_household=False, interpretation=doubt)
