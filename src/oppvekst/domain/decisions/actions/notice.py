"""Advance notice (*forhåndsvarsel*, fvl § 16): given with a limit, or left out with the reason; and what was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.decisions.actions.limits import settle_limits
from oppvekst.domain.decisions.models import Addressee, Comment, Decision
from oppvekst.domain.decisions.queries import facts_of, get_decision
from oppvekst.domain.decisions.rules import (
    BACK_TO_DRAFT,
    GIVE_NOTICE,
    MACHINE,
    MAKE_READY,
    RIGHTS,
    SKIP_NOTICE,
    WRITE,
    DecisionFacts,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete


def give_notice(decision_id: UUID, *, text: str, due: date | None, by: Actor, at: datetime) -> None:
    """Give everybody concerned notice of what is considered, with a limit to answer (fvl § 16 (1)-(2))."""
    with act(
        "decision.noticed", by=by, at=at, right=RIGHTS[GIVE_NOTICE], law=MACHINE.step(GIVE_NOTICE).citation
    ) as entry:
        decision = get_decision(decision_id)
        facts = replace(facts_of(decision, today=oslo_date(at), by=by), notice_text=text, answers_due=due)
        _take(decision, GIVE_NOTICE, facts)
        decision.notice_text, decision.answers_due, decision.noticed_at = text.strip(), due, at
        _saved(decision, "notice_text", "answers_due", "noticed_at")
        told = in_words(due) if due else ""
        entry.about(
            decision.id, case_id=decision.case_id, says=f"Forhåndsvarsel sendt. Frist for å uttale seg: {told}."
        )


def skip_notice(decision_id: UUID, *, reasons: str, by: Actor, at: datetime) -> None:
    """Go on without advance notice, with the reason the law accepts (fvl § 16 (3))."""
    with act(
        "decision.unnoticed", by=by, at=at, right=RIGHTS[SKIP_NOTICE], law=MACHINE.step(SKIP_NOTICE).citation
    ) as entry:
        decision = get_decision(decision_id)
        _take(decision, SKIP_NOTICE, replace(facts_of(decision, today=oslo_date(at), by=by), notice_skipped=reasons))
        decision.notice_skipped = reasons.strip()
        _saved(decision, "notice_skipped")
        entry.about(decision.id, case_id=decision.case_id, says=f"Forhåndsvarsel ble ikke sendt: {reasons.strip()}")


def register_comment(
    addressee_id: UUID, *, text: str, how: str, received_at: datetime, by: Actor, at: datetime
) -> Comment:
    """Keep what somebody answered to the notice, or that she had nothing to say (fvl § 16 (1))."""
    with act("decision.commented", by=by, at=at, right=WRITE, law="fvl § 16 (1)") as entry:
        addressee = Addressee.objects.get(id=addressee_id)
        if received_at > at:
            raise Incomplete({"received_at": "Svaret kan ikke ha kommet senere enn nå."})
        comment = Comment.objects.create(
            municipality_id=addressee.municipality_id, case_id=addressee.case_id, addressee=addressee, text=text.strip(),
            how=how, received_at=received_at, nothing_to_say=not text.strip(), by=by.person, at=at,
        )  # fmt: skip
        decision = get_decision(addressee.decision_id)
        settle_limits(decision)
        told = "hadde ikke noe å si" if comment.nothing_to_say else "har uttalt seg"
        entry.about(decision.id, case_id=decision.case_id, says=f"{addressee.name} {told} om forhåndsvarselet.")
    return comment


def make_ready(decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """Everybody has answered, or the limit is over: it can be signed (fvl § 16 (1))."""
    _step(decision_id, MAKE_READY, "Vedtaket er klart til å undertegnes.", by, at)


def back_to_draft(decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take it back to draft: something new must be looked into (fvl § 17 (1))."""
    _step(decision_id, BACK_TO_DRAFT, "Vedtaket ble tatt tilbake til utkast.", by, at)


def _step(decision_id: UUID, step: str, says: str, by: Actor, at: datetime) -> None:
    with act(f"decision.{step}", by=by, at=at, right=RIGHTS[step], law=MACHINE.step(step).citation) as entry:
        decision = get_decision(decision_id)
        _take(decision, step, facts_of(decision, today=oslo_date(at), by=by))
        _saved(decision)
        entry.about(decision.id, case_id=decision.case_id, says=says)


def _take(decision: Decision, step: str, facts: DecisionFacts) -> None:
    decision.state = MACHINE.take(decision.state, step, facts)


def _saved(decision: Decision, *changed: str) -> None:
    decision.save(update_fields=["state", *changed])
    settle_limits(decision)
