"""Help after 18: the youth is asked in good time, in a talk that is written down (bvl § 3-6 (2))."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid5

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.measures.models import AftercareTalk
from oppvekst.domain.measures.queries.aftercare import aftercare_facts
from oppvekst.domain.measures.rules import BEFORE_18, WRITE
from oppvekst.domain.measures.rules.aftercare import WANTS, Asking, Wants, askings
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import last_working_day, oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete

AFTERCARE = "aftercare"
AGAIN = f"{BEFORE_18.id}-again"
LAW = bvl("3-6", 2)


def note_aftercare_talk(
    case_id: UUID, *, on: date, wants: Wants, words: str, by: Actor, at: datetime
) -> AftercareTalk:  # fmt: skip
    """Somebody has talked with the youth about help after 18: the youth's wish, in its own words (bvl § 3-6 (2))."""
    with act("aftercare.talked", by=by, at=at, right=WRITE, law=LAW) as entry:
        case = get_case(case_id)
        if on > oslo_date(at):
            raise Incomplete({"on": "Dagen dere snakket sammen, kan ikke være fram i tid."})
        if not words.strip():
            raise Incomplete({"words": "Skriv hva ungdommen ønsker, med ungdommens egne ord."}, LAW)
        talk = AftercareTalk.objects.create(
            municipality_id=by.municipality, case=case, talked_on=on, wants=wants, words=words.strip(), noted_by=by.person,
            noted_by_name=by.name, noted_at=at,
        )  # fmt: skip
        settle_aftercare(case)
        entry.about(talk.id, case_id=case.id, says=f"Snakket med ungdommen om hjelp etter 18 år. {WANTS[wants]}.")
    return talk


def decision_signed(decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """Called by the face when a decision is signed: one on help after 18 answers what the youth was to be asked (bvl § 3-6)."""
    settle_aftercare(get_decision(decision_id).case)


def settle_aftercare(case: Case) -> None:
    """Make the agenda agree with whether the youth is asked."""
    settle(aftercare_subject(case))


def aftercare_subject(case: Case) -> Subject:
    """The two times the youth is asked, on the list of whoever is responsible for the case."""
    planned = tuple(_planned(one, case.responsible) for one in askings(aftercare_facts(case)))
    return Subject(uuid5(case.id, AFTERCARE), AFTERCARE, case.municipality_id, case.id, planned)


def _planned(one: Asking, responsible: UUID | None) -> Planned:
    rule = BEFORE_18.versions[-1]
    what = "Snakk igjen med ungdommen" if one.again else "Snakk med ungdommen"
    return Planned(
        AGAIN if one.again else BEFORE_18.id, f"{what} om hjelp etter 18 år", due=one.due, target=last_working_day(one.due),
        steps=one.steps, law=str(rule.citation), interpretation=rule.note, assignee=responsible, done_on=one.done_on,
    )  # fmt: skip
