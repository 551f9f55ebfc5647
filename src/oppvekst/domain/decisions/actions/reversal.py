"""A decision that is made anew: as our answer to an appeal (fvl § 33), or reversed without one (fvl § 35)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.decisions.actions.appeal import held, move
from oppvekst.domain.decisions.actions.drafting import save_text
from oppvekst.domain.decisions.actions.limits import settle_limits
from oppvekst.domain.decisions.actions.opening import Terms, open_decision
from oppvekst.domain.decisions.models import Appeal, Decision, Reversal
from oppvekst.domain.decisions.queries.appeal import reversal_facts
from oppvekst.domain.decisions.queries.decision import facts_of, get_decision, texts
from oppvekst.domain.decisions.rules import MACHINE, REVERSE
from oppvekst.domain.decisions.rules.appeal import life, reversal
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date


def change(
    appeal_id: UUID, *, change_reasons: str, wholly: bool | None, to_detriment: bool = False, by: Actor, at: datetime
) -> Appeal:
    """We find the appeal founded: the decision is changed by a new one, whose draft is opened here (fvl § 33 (2))."""
    step = life.MACHINE.step(life.CHANGE)
    with act(f"appeal.{life.CHANGE}", by=by, at=at, right=life.RIGHTS[life.CHANGE], law=step.citation) as entry:
        appeal = held(appeal_id)
        said = {"change_reasons": change_reasons.strip(), "wholly": wholly, "to_detriment": to_detriment}
        move(appeal, life.CHANGE, said, by=by, at=at, in_favour=True)
        appeal.new_decision = anew(appeal.decision, by=by, at=at)
        appeal.save(update_fields=["new_decision"])
        entry.about(
            appeal.id, case_id=appeal.case_id, says="Klagen ble tatt til følge. Utkast til nytt vedtak er begynt.",
            decision=str(appeal.decision_id), new=str(appeal.new_decision_id),
        )  # fmt: skip
    return appeal


def take_up_again(appeal_id: UUID, *, by: Actor, at: datetime) -> Decision:
    """What was sent back is treated anew, beginning with a draft (fvl § 34 (4))."""
    with act("appeal.taken_up", by=by, at=at, right="appeal.handle", law="fvl § 34 (4)") as entry:
        appeal = held(appeal_id)
        draft = appeal.new_decision or anew(appeal.decision, by=by, at=at)
        appeal.new_decision = draft
        appeal.save(update_fields=["new_decision"])
        entry.about(appeal.id, case_id=appeal.case_id, says="Saken tas opp til ny behandling.", new=str(draft.id))
    return draft


def reverse(
    decision_id: UUID, *, ground: str, reasons: str, told: str = "", harmed: bool = False, replaced: bool = False, by: Actor,
    at: datetime,
) -> Reversal:  # fmt: skip
    """Reverse our own decision without an appeal, on a ground of the law, with or without a new one (fvl § 35)."""
    law = reversal.REVERSE.citation
    with act("decision.reversed", by=by, at=at, right=reversal.REVERSAL_RIGHT, law=law) as entry:
        decision = get_decision(decision_id)
        typed: dict[str, Any] = {"ground": ground, "reasons": reasons, "told": told, "harmed": harmed}
        reversal.REVERSE.demand(reversal_facts(decision, **typed))
        found = reversal.reversal_ground(ground)
        draft = anew(decision, by=by, at=at) if replaced else None
        made = Reversal.objects.create(
            municipality_id=by.municipality, case_id=decision.case_id, decision=decision, new_decision=draft, ground=ground,
            reasons=reasons.strip(), told=told.strip(), annuls=found.annuls, by=by.person, by_name=by.name, at=at,
        )  # fmt: skip
        set_reversed(decision, found.title, draft, by=by, at=at)
        says = f"{'Opphevet' if found.annuls else 'Omgjort'}: {decision.title}. {found.title}."
        entry.about(decision.id, case_id=decision.case_id, says=says, new=str(draft.id) if draft else "")
    return made


def set_reversed(decision: Decision, ground: str, new: Decision | None, *, by: Actor, at: datetime) -> None:
    """The old decision stands no more, and says by what it was replaced."""
    decision.reversal_ground, decision.reversed_by_decision = ground, new.id if new else None
    decision.state = MACHINE.take(decision.state, REVERSE, facts_of(decision, today=oslo_date(at), by=by))
    decision.save(update_fields=["state", "reversal_ground", "reversed_by_decision"])
    settle_limits(decision)


def anew(old: Decision, *, by: Actor, at: datetime) -> Decision:
    """A draft on the same terms and with the same words, to be written anew where it is to be decided otherwise (fvl § 17)."""
    terms = Terms(
        kind=old.of_kind, title=old.title, category=old.category, category_words=old.category_words,
        bases=tuple(old.bases), language=old.language, starts_on=old.starts_on, ends_on=old.ends_on, provider=old.provider,
        price=old.price, consent_ground=old.consent_ground, recommended=old.recommended,
        refused_by_parents=old.refused_by_parents,
    )  # fmt: skip
    draft = open_decision(old.case_id, terms, investigation_id=old.investigation_id, by=by, at=at)
    for section, written in texts(old.id).items():
        save_text(draft.id, section, written.text, seen=0, by=by, at=at)
    return draft
