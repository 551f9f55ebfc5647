"""The family council: the question word by word, a coordinator with her papers, the family's plan, and our answer that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.meetings.actions.limits import settle_council
from oppvekst.domain.meetings.models import COUNCIL_CHANGES, Council, Group
from oppvekst.domain.meetings.queries import council_of, get_group
from oppvekst.domain.meetings.rules import COORDINATOR_LAW, WRITE, wrong_answer, wrong_papers
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

HEARD = "bvl § 1-4"


@dataclass(frozen=True, kw_only=True)
class Papers:
    """What the contracted coordinator has signed and shown."""

    name: str
    confidentiality_on: date | None = None
    certificate_issued_on: date | None = None
    certificate_shown_on: date | None = None


def agree_question(
    group_id: UUID, question: str, *, with_parents_on: date | None, with_child_on: date | None = None,
    not_with_child: str = "", support: str = "", by: Actor, at: datetime,
) -> None:  # fmt: skip
    """The question the family is to answer, word by word with parents and child (bvl § 1-4)."""
    with act("council.question", by=by, at=at, right=WRITE, law=HEARD) as entry:
        group, council = _council(group_id)
        if council.plan_received_on:
            raise NotAllowed("Familien har svart på spørsmålet. Det kan ikke endres etterpå.")
        lacking = _lacking(question, with_parents_on, with_child_on, not_with_child)
        if lacking:
            raise Incomplete(lacking)
        council.question, council.agreed_with_parents_on = question.strip(), with_parents_on
        council.agreed_with_child_on, council.child_not_agreed_reason = with_child_on, not_with_child.strip()
        council.support = support.strip()
        council.save(update_fields=COUNCIL_CHANGES)
        entry.about(
            group.id, case_id=group.case_id, says="Spørsmålet til familierådet er avtalt med foreldrene og barnet."
        )


def contract_coordinator(group_id: UUID, papers: Papers, *, by: Actor, at: datetime) -> None:
    """Contract the coordinator, who begins only with both papers (bvl §§ 12-11, 13-1; politiregisterloven § 39)."""
    with act("council.coordinator", by=by, at=at, right=WRITE, law=COORDINATOR_LAW) as entry:
        group, council = _council(group_id)
        wrong = wrong_papers(
            confidentiality_on=papers.confidentiality_on, issued_on=papers.certificate_issued_on,
            shown_on=papers.certificate_shown_on, today=oslo_date(at),
        )  # fmt: skip
        if not papers.name.strip():
            wrong = {"name": "Skriv hvem som koordinerer.", **wrong}
        if wrong:
            raise Incomplete(wrong, COORDINATOR_LAW)
        council.confidentiality_on, council.certificate_issued_on = (
            papers.confidentiality_on,
            papers.certificate_issued_on,
        )
        council.certificate_shown_on = papers.certificate_shown_on
        council.save(update_fields=COUNCIL_CHANGES)
        group.coordinator_name, group.coordinator_from = papers.name.strip(), oslo_date(at)
        group.save(update_fields=["coordinator_name", "coordinator_from"])
        entry.about(group.id, case_id=group.case_id, says=f"{group.coordinator_name} koordinerer familierådet.")


def receive_plan(group_id: UUID, plan: str, *, received_on: date, by: Actor, at: datetime) -> None:
    """The family comes back with its plan; that it is answered the same day stands on the agenda (bvl § 1-4)."""
    with act("council.plan", by=by, at=at, right=WRITE, law=HEARD) as entry:
        group, council = _council(group_id)
        if not council.question:
            raise NotAllowed("Spørsmålet er ikke avtalt ennå.")
        if council.answered_on and council.plan_approved:
            raise NotAllowed("Planen er godkjent.")
        if not plan.strip():
            raise Incomplete({"plan": "Skriv planen slik familien la den fram."})
        if received_on > oslo_date(at):
            raise Incomplete({"received_on": "Dagen har ikke vært ennå."})
        council.plan, council.plan_received_on = plan.strip(), received_on
        council.plan_approved, council.answer, council.answered_on = None, "", None
        council.save(update_fields=COUNCIL_CHANGES)
        settle_council(group, council)
        entry.about(group.id, case_id=group.case_id, says="Familien la fram planen sin.")


def answer_plan(
    group_id: UUID, *, approved: bool, words: str = "", follow_up_on: date | None = None, by: Actor, at: datetime
) -> None:
    """Approve the family's plan, or say exactly why not, the same day (bvl § 1-4). Their promises are not our measures."""
    with act("council.answer", by=by, at=at, right=WRITE, law=HEARD) as entry:
        group, council = _council(group_id)
        if council.plan_received_on is None:
            raise NotAllowed("Familien har ikke lagt fram noen plan ennå.")
        if council.answered_on:
            raise NotAllowed("Familien har fått svar på planen.")
        today = oslo_date(at)
        wrong = wrong_answer(approved=approved, words=words, received_on=council.plan_received_on, answered_on=today)
        if wrong:
            raise Incomplete(wrong)
        council.plan_approved, council.answer, council.answered_on = approved, words.strip(), today
        council.follow_up_on = follow_up_on
        council.save(update_fields=COUNCIL_CHANGES)
        settle_council(group, council)
        says = "Familiens plan er godkjent." if approved else "Familien fikk vite hvorfor planen ikke kan godkjennes."
        entry.about(group.id, case_id=group.case_id, says=says)


def _council(group_id: UUID) -> tuple[Group, Council]:
    group = get_group(group_id)
    council = council_of(group)
    if council is None:
        raise NotAllowed("Dette er ikke et familieråd.")
    return group, council


def _lacking(question: str, parents: date | None, child: date | None, not_child: str) -> dict[str, str]:
    lacking = {}
    if not question.strip():
        lacking["question"] = "Skriv spørsmålet ord for ord, slik dere ble enige om det."
    if parents is None:
        lacking["with_parents_on"] = "Skriv dagen foreldrene var enige i spørsmålet."
    if child is None and not not_child.strip():
        lacking["with_child_on"] = "Skriv dagen barnet var enig, eller hvorfor barnet ikke er spurt."
    return lacking
