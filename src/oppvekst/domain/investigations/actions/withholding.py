"""What of a talk is kept from the parents for now: decided, looked at again, ended (bvl § 12-6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries.documents import get_document
from oppvekst.domain.investigations.models import TalkWithholding
from oppvekst.domain.investigations.queries.talks import get_talk, get_withholding
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl, medv
from oppvekst.law.refusals import Incomplete

RIGHT, LAW = "talk.withhold", "bvl § 12-6"


@dataclass(frozen=True, kw_only=True)
class KeptBack:
    """What is kept from the parents, why, how the child's view is weighed, and when it is looked at again."""

    what: str
    reasons: str
    weighed_wish: str
    review_on: date
    words_too: bool = False
    document_id: UUID | None = None


def withhold_from_parents(talk_id: UUID, said: KeptBack, *, by: Actor, at: datetime) -> TalkWithholding:
    """Decide that the parents do not see this for now (bvl § 12-6). The child is asked and has no veto."""
    _refuse_incomplete(said, oslo_date(at))
    with act("talk.withheld", by=by, at=at, right=RIGHT, law=LAW) as entry:
        talk = get_talk(talk_id)
        document = get_document(talk.case_id, said.document_id) if said.document_id else None
        made = TalkWithholding.objects.create(
            municipality_id=by.municipality, case_id=talk.case_id, talk=talk, document=document, what=said.what.strip(),
            words_too=said.words_too, reasons=said.reasons.strip(), weighed_wish=said.weighed_wish.strip(),
            decided_by=by.person, decided_by_name=by.name, decided_at=at, review_on=said.review_on,
        )  # fmt: skip
        _settle(made)
        says = f"{made.what} holdes tilbake fra foreldrene. Vurderes igjen {in_words(made.review_on)}."
        entry.about(made.id, case_id=talk.case_id, says=says)
    return made


def review_withholding(withholding_id: UUID, *, review_on: date, reasons: str, by: Actor, at: datetime) -> None:
    """Looked at again, and kept, with a new day to look."""
    if review_on <= oslo_date(at):
        raise Incomplete({"review_on": "Velg en dag fram i tid."})
    with act("talk.withheld_reviewed", by=by, at=at, right=RIGHT, law=LAW) as entry:
        made = get_withholding(withholding_id)
        made.review_on = review_on
        made.save(update_fields=["review_on"])
        _settle(made)
        entry.about(made.id, case_id=made.case_id, says=f"{made.what} holdes fortsatt tilbake: {reasons.strip()}")


def end_withholding(withholding_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """The parents may see it again. Nothing is sent by itself; with access to the talk they get every version or none."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor det ikke lenger skal holdes tilbake."})
    with act("talk.withheld_ended", by=by, at=at, right=RIGHT, law=LAW) as entry:
        made = get_withholding(withholding_id)
        made.ended_at, made.ended_by_name, made.ended_reasons = at, by.name, reasons.strip()
        made.save(update_fields=["ended_at", "ended_by_name", "ended_reasons"])
        _settle(made)
        entry.about(made.id, case_id=made.case_id, says=f"{made.what} holdes ikke lenger tilbake: {reasons.strip()}")


def _refuse_incomplete(said: KeptBack, today: date) -> None:
    asked = (
        ("what", bool(said.what.strip()), "Skriv hva som holdes tilbake, for eksempel «Tegningen»."),
        (
            "reasons",
            bool(said.reasons.strip()),
            "Skriv hvilken fare eller skade det er for noen at foreldrene ser det.",
        ),
        ("weighed_wish", bool(said.weighed_wish.strip()), "Skriv hva barnet mener, og hvordan det er veid."),
        ("review_on", said.review_on > today, "Velg en dag fram i tid da det vurderes på nytt."),
    )
    if lacking := {field: sentence for field, there, sentence in asked if not there}:
        raise Incomplete(lacking, bvl("12-6", 2) & medv("5"), because=tuple(lacking))


def _settle(made: TalkWithholding) -> None:
    """The review stands on the agenda of whoever decided it."""
    review = Planned(
        "talk-withheld", f"Vurder på nytt om foreldrene fortsatt ikke skal se: {made.what}", due=made.review_on,
        target=made.review_on, start=oslo_date(made.decided_at), steps=("Dagen er valgt av den som bestemte det.",), law=LAW,
        assignee=made.decided_by, done_on=oslo_date(made.ended_at) if made.ended_at else None,
    )  # fmt: skip
    settle(Subject(made.id, "withholding", made.municipality_id, made.case_id, (review,)))
