"""What follows by itself when a decision reaches people and time passes: each one's limit, the state, the agenda (fvl § 29)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.decisions.actions.limits import settle_limits
from oppvekst.domain.decisions.models import Addressee, Copy, Decision, ReadyNotice
from oppvekst.domain.decisions.queries.sending import (
    everybody,
    facts_of_sending,
    failed,
    limit_of,
    notice_of,
    sent_decision,
)
from oppvekst.domain.decisions.rules import (
    APPEAL_PERIOD,
    BECOME_FINAL,
    BEGIN_APPEAL_PERIOD,
    MACHINE,
    NOTIFIED,
    NOTIFY,
    RIGHTS,
    SIGNED,
    STANDING,
    Standing,
)
from oppvekst.domain.decisions.rules.reaching import SECOND_NOTICE, Route, all_over, reached, second_notice_on
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, counted, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Refusal

KIND = "decision_addressee"
APPELLANTS = (Standing.PARTY, Standing.INFORMED)


def told_everybody(decision: Decision, *, today: date) -> None:
    """Take the step when the last copy is on its way (fvl § 27 (1))."""
    if decision.state == SIGNED:
        _take(decision, NOTIFY, today=today)
    settle_limits(decision)


def take_what_follows(decision: Decision, *, today: date) -> None:
    """Count each one's limit again, and begin the appeal period when all have been reached (fvl § 29 (1))."""
    for one in everybody(decision.id):
        _count(one, decision)
    if decision.state == NOTIFIED:
        _take(decision, BEGIN_APPEAL_PERIOD, today=today)
    settle_limits(decision)
    settle_dispatch(decision, today=today)


def note_told(notice: ReadyNotice, *, by: Actor, at: datetime) -> None:
    """The word to the phone has gone: the first begins the limit, the second moves nothing (eForvaltningsforskriften § 11)."""
    with act("decision.notified", by=by, at=at, right=RIGHTS[NOTIFY], law="eForvaltningsforskriften § 8") as entry:
        notice.sent_at = at
        notice.save(update_fields=["sent_at"])
        addressee = Addressee.objects.get(id=notice.addressee_id)
        decision = sent_decision(addressee.decision_id)
        if notice.again:
            addressee.second_notice_at = at
            addressee.save(update_fields=["second_notice_at"])
        elif addressee.notified_at is None:
            addressee.notified_at = at
            addressee.reached_on = reached(notice_of(addressee))
            addressee.reached_how = "Lå klart på Min side, og varselet var sendt."
            addressee.save(update_fields=["notified_at", "reached_on", "reached_how"])
        take_what_follows(decision, today=oslo_date(at))
        which = "andre gang" if notice.again else "første gang"
        says = f"{addressee.name} ble varslet {which} om at vedtaket ligger på Min side."
        entry.about(decision.id, case_id=decision.case_id, says=says)


def note_failed(notice: ReadyNotice, *, by: Actor, at: datetime) -> None:
    """The word to the phone came to nothing: no limit runs, and it must be sent otherwise (eForvaltningsforskriften § 8)."""
    with act("decision.not_notified", by=by, at=at, right=RIGHTS[NOTIFY], law="eForvaltningsforskriften § 8") as entry:
        notice.failed_at = at
        notice.save(update_fields=["failed_at"])
        addressee = Addressee.objects.get(id=notice.addressee_id)
        decision = sent_decision(addressee.decision_id)
        settle_dispatch(decision, today=oslo_date(at))
        says = f"Varselet til {addressee.name} kom ikke fram. Klagefristen er ikke begynt å løpe."
        entry.about(decision.id, case_id=decision.case_id, says=says)


def notify_again(addressee_id: UUID, *, at: datetime) -> None:
    """Put a second word in the outbox, to the phone the first one went to (eForvaltningsforskriften § 8 (5))."""
    first = ReadyNotice.objects.filter(addressee_id=addressee_id, again=False).order_by("-written_at").first()
    if first is None or ReadyNotice.objects.filter(addressee_id=addressee_id, again=True).exists():
        return
    ReadyNotice.objects.create(
        municipality_id=first.municipality_id, case_id=first.case_id, addressee_id=addressee_id, phone=first.phone,
        language=first.language, again=True, written_at=at,
    )  # fmt: skip


def become_final(decision_id: UUID, *, by: Actor, at: datetime) -> bool:
    """When every limit to appeal is behind us the decision is final (fvl § 29); whether it became so."""
    decision, today = sent_decision(decision_id), oslo_date(at)
    if decision.state != APPEAL_PERIOD or not all_over(
        [one.appeal_due for one in _appellants(decision_id)], today=today
    ):
        return False
    with act(
        "decision.final", by=by, at=at, right=RIGHTS[BECOME_FINAL], law=MACHINE.step(BECOME_FINAL).citation
    ) as entry:
        _take(decision, BECOME_FINAL, today=today)
        settle_limits(decision)
        settle_dispatch(decision, today=today)
        entry.about(decision.id, case_id=decision.case_id, says="Klagefristen er ute for alle. Vedtaket er endelig.")
    return True


def settle_dispatch(decision: Decision, *, today: date) -> None:
    """Make the agenda agree with how each copy stands."""
    responsible = decision.case.responsible or decision.opened_by
    for one in everybody(decision.id):
        items = tuple(_planned(one, decision, responsible, today)) if decision.state in STANDING else ()
        settle(Subject(one.id, KIND, decision.municipality_id, decision.case_id, items))


def _planned(one: Addressee, decision: Decision, responsible: UUID, today: date) -> Iterator[Planned]:
    if not one.has_copy:
        return
    if one.dispatched_at is None:
        # Before all are told there is one item for them all; afterwards only whoever is owed it for herself.
        if decision.state != SIGNED:
            yield Planned("D80-one", f"Send vedtaket til {one.name}", law="bvl § 12-2", assignee=responsible)
        return
    if failed(one):
        title = f"Varselet til {one.name} kom ikke fram: send vedtaket på en annen måte"
        yield Planned("notice-failed", title, law="eForvaltningsforskriften § 8", assignee=responsible)
    elif one.reached_on is None and one.route != Route.DIGITAL:
        title = f"Skriv hvilken dag vedtaket kom fram til {one.name}"
        yield Planned(
            "fvl-29-reached", title, start=oslo_date(one.dispatched_at), law="fvl § 29 (1)", assignee=responsible
        )
    yield from _again(one, responsible)
    if one.standing in APPELLANTS and (due := limit_of(one, decision)) is not None and due.due is not None:
        done = due.due if due.due < today else None
        yield counted(due, f"Klagefristen for {one.name}", assignee=responsible, done_on=done)


def _again(one: Addressee, responsible: UUID) -> Iterator[Planned]:
    day = second_notice_on(notice_of(one))
    start = reached(notice_of(one))
    if day is None or start is None:
        return
    due = SECOND_NOTICE.due(start)
    told = f"Er det ikke åpnet da, går et nytt varsel av seg selv {in_words(day)}. Klagefristen flytter seg ikke."
    yield Planned(
        SECOND_NOTICE.id, f"{one.name} har ikke åpnet vedtaket", due=due.due, target=due.target, start=start,
        steps=(*due.steps, told), law=str(due.rule.citation), assignee=responsible,
    )  # fmt: skip


def _appellants(decision_id: UUID) -> list[Addressee]:
    return [one for one in everybody(decision_id) if one.standing in APPELLANTS]


def _count(one: Addressee, decision: Decision) -> None:
    """The limit as it now stands, on the addressee and on the copy that she reads it from."""
    due = limit_of(one, decision)
    day, steps = (due.due, list(due.steps)) if due else (None, [])
    if one.appeal_due != day:
        one.appeal_due = day
        one.save(update_fields=["appeal_due"])
    Copy.objects.filter(addressee=one, withdrawn_at=None).update(appeal_due=day, appeal_steps=steps)


def _take(decision: Decision, step: str, *, today: date) -> None:
    """The step if nothing stands in its way; what is lacking shows on the page, and stops nobody's sending."""
    try:
        decision.state = MACHINE.take(decision.state, step, facts_of_sending(decision, today=today))
    except Refusal:
        return
    decision.save(update_fields=["state"])
