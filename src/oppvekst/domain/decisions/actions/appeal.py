"""An appeal from the day it came until it is followed up: one act for each step (fvl §§ 28-36; bvl § 12-9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.cases.actions.handing import refuse_held_back
from oppvekst.domain.decisions.actions.appeal_agenda import settle_appeal, settle_stay
from oppvekst.domain.decisions.actions.appeal_fate import becomes_appealed, settles
from oppvekst.domain.decisions.models import Appeal, AppealStep, Decision, StayRequest
from oppvekst.domain.decisions.models.appeal import APPEAL_CHANGES, REGISTERED
from oppvekst.domain.decisions.queries.appeal import facts_of, get_appeal, legal_sections
from oppvekst.domain.decisions.queries.decision import get_decision
from oppvekst.domain.decisions.rules.appeal import life
from oppvekst.domain.decisions.rules.appeal.facts import Outcome
from oppvekst.domain.decisions.rules.appeal.life import MACHINE, RIGHTS
from oppvekst.domain.decisions.rules.appeal.standing import way_of
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.refusals import Incomplete, NotAllowed

RIGHT = "appeal.handle"


@dataclass(frozen=True, kw_only=True)
class Received:
    """An appeal as it came: who, how, when, and what it is measured against."""

    appellant: str
    name: str
    received_at: datetime
    channel: str
    says: str = ""
    wants: str = ""
    addressee_id: UUID | None = None
    represented_by: str = ""
    represented_is: str = ""
    authority_shown: bool = False
    over_standing: bool = False
    interest: str = ""
    posted_on: date | None = None
    read_back: bool = False
    due: date | None = None
    never_notified: bool = False
    knew_on: date | None = None
    grants_right_to_another: bool = False
    first_sent_on: date | None = None
    knew_lost_on: date | None = None


def receive_appeal(decision_id: UUID, came: Received, *, by: Actor, at: datetime) -> Appeal:
    """Register an appeal, whatever it turns out to be worth (fvl § 32); one that goes straight to the tribunal is refused."""
    with act("appeal.received", by=by, at=at, right=RIGHT, law=fvl("32")) as entry:
        decision = get_decision(decision_id)
        way = _lodged_with_us(decision)
        _refuse_unclear(came, decision, at)
        appeal = Appeal.objects.create(
            municipality_id=by.municipality, case_id=decision.case_id, decision=decision, body=way, state=MACHINE.initial,
            registered_by=by.person, registered_by_name=by.name, registered_at=at, **asdict(came),
        )  # fmt: skip
        becomes_appealed(decision, by=by, at=at)
        settle_appeal(appeal)
        told = in_words(oslo_date(appeal.received_at))
        entry.about(appeal.id, case_id=appeal.case_id, says=f"Klage kom {told}.", decision=str(decision.id))
    return appeal


def correct_appeal(appeal_id: UUID, came: Received, *, by: Actor, at: datetime) -> Appeal:
    """Correct what was registered, before the appeal is assessed; the earlier words are kept (bvl § 12-4)."""
    with act("appeal.corrected", by=by, at=at, right=RIGHT, law=bvl("12-4")) as entry:
        appeal = get_appeal(appeal_id)
        if appeal.state != life.RECEIVED:
            raise NotAllowed(
                "Klagen er alt vurdert. Det som ble registrert, står.", fvl("32"), because=("wrong_state",)
            )
        _refuse_unclear(came, appeal.decision, at)
        before = {name: str(getattr(appeal, name) or "") for name in REGISTERED if name != "addressee_id"}
        for name, value in asdict(came).items():
            setattr(appeal, name, value)
        _save(appeal)
        changed = {name: value for name, value in before.items() if value != str(getattr(appeal, name) or "")}
        _note(appeal, "correct", {"before": changed}, by, at)
        settle_appeal(appeal)
        entry.about(appeal.id, case_id=appeal.case_id, says="Det som var registrert om klagen, ble rettet.")
    return appeal


def ask_to_complete(appeal_id: UUID, *, what: str, until: date | None, by: Actor, at: datetime) -> None:
    """Give a short limit to mend what the appeal lacks (fvl § 32 (3))."""
    with act("appeal.lacking", by=by, at=at, right=RIGHT, law=fvl("32", 3)) as entry:
        appeal = get_appeal(appeal_id)
        if appeal.state != life.RECEIVED:
            raise NotAllowed("Klagen er alt vurdert.", fvl("32", 3), because=("wrong_state",))
        if not what.strip() or until is None or until <= oslo_date(at):
            raise Incomplete(
                {"complete_by": "Skriv hva som mangler, og sett en kort frist som ikke er ute."}, fvl("32", 3),
                because=("complete_by",),
            )  # fmt: skip
        appeal.complete_by, appeal.complete_what = until, what.strip()
        _save(appeal)
        _note(appeal, "ask_to_complete", {"what": what.strip(), "until": until.isoformat()}, by, at)
        settle_appeal(appeal)
        entry.about(
            appeal.id, case_id=appeal.case_id, says=f"Klageren fikk frist til {in_words(until)} for å rette klagen."
        )


def send_interim(appeal_id: UUID, *, why: str, expected: date | None, by: Actor, at: datetime) -> None:
    """The appellant is told why it takes time, and when an answer can be expected (fvl § 11 a)."""
    with act("appeal.interim", by=by, at=at, right=RIGHT, law=fvl("11 a", 3)) as entry:
        appeal = get_appeal(appeal_id)
        if appeal.closed_on or appeal.sent_at:
            raise NotAllowed(
                "Klageren har fått svar. Det trengs ikke noe foreløpig.", fvl("11 a"), because=("answered",)
            )
        refuse_held_back(appeal.case_id)
        if not why.strip() or expected is None:
            raise Incomplete(
                {"why": "Skriv hvorfor det tar tid, og når klageren kan vente svar."},
                fvl("11 a", 2),
                because=("interim",),
            )
        appeal.interim_at, appeal.interim_by_name = at, by.name
        _save(appeal)
        _note(appeal, "interim", {"why": why.strip(), "expected": expected.isoformat()}, by, at)
        settle_appeal(appeal)
        entry.about(appeal.id, case_id=appeal.case_id, says="Foreløpig svar på klagen ble sendt.")


def find_timely(appeal_id: UUID, *, by: Actor, at: datetime) -> Appeal:
    """The appeal is in time, and whoever appeals may (fvl §§ 28-30)."""
    return _take(appeal_id, life.FIND_TIMELY, {}, "Klagen er i tide.", by=by, at=at)


def find_late(appeal_id: UUID, *, excuse: str, late_reasons: str, by: Actor, at: datetime) -> Appeal:
    """The appeal is late: assessed whether it is taken nevertheless (fvl § 31)."""
    said = {"excuse": excuse, "late_reasons": late_reasons.strip()}
    return _take(appeal_id, life.FIND_LATE, said, "Klagen er for sen. Det er vurdert om den likevel tas.", by=by, at=at)


def examine(
    appeal_id: UUID, *, new: str, child_heard: str, others_told: str, assessed: str, founded: bool | None, by: Actor,
    at: datetime,
) -> Appeal:  # fmt: skip
    """What is new, what we looked into, what the child means, and whether it changes anything (fvl § 33 (2) and (3))."""
    said = {
        "new": new.strip(), "child_heard": child_heard.strip(), "others_told": others_told.strip(),
        "assessed": assessed.strip(), "founded": founded,
    }  # fmt: skip
    return _take(appeal_id, life.EXAMINE, said, "Klagen er undersøkt.", by=by, at=at)


def reject(appeal_id: UUID, *, ground: str, reject_reasons: str, by: Actor, at: datetime) -> Appeal:
    """The appeal is turned away, with reasons: a decision of its own (fvl §§ 31, 33 (2))."""
    said = {"ground": ground, "reject_reasons": reject_reasons.strip()}
    return _take(appeal_id, life.REJECT, said, "Klagen er avvist.", by=by, at=at)


def withdraw(appeal_id: UUID, *, withdrawn_by_appellant: bool, withdrawn_how: str, by: Actor, at: datetime) -> Appeal:
    """The appellant takes the appeal back."""
    said = {"withdrawn_by_appellant": withdrawn_by_appellant, "withdrawn_how": withdrawn_how.strip()}
    return _take(appeal_id, life.WITHDRAW, said, "Klagen er trukket.", by=by, at=at)


def send_on(
    appeal_id: UUID, *, statement: str, enclosures: Sequence[str], copy_to_party: str, recipient: str, by: Actor,
    at: datetime,
) -> Appeal:  # fmt: skip
    """Send the appeal to whoever tries it, ready to be decided, with a copy to the appellant (fvl § 33 (4))."""
    said = {
        "statement": statement.strip(), "enclosures": list(enclosures), "copy_to_party": copy_to_party.strip(),
        "recipient": recipient.strip(),
    }  # fmt: skip
    return _take(appeal_id, life.SEND_ON, said, "Klagen er sendt til klageinstansen.", by=by, at=at, sent_at=at)


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What whoever tried the appeal decided."""

    outcome: str
    outcome_on: date | None
    outcome_says: str
    reference: str = ""
    in_favour: bool = False
    outcome_to_detriment: bool = False
    detriment_told_on: date | None = None


def record_outcome(appeal_id: UUID, decided: Decided, *, by: Actor, at: datetime) -> Appeal:
    """What whoever tried the appeal decided (fvl § 34)."""
    said = {
        "outcome": decided.outcome, "outcome_on": _iso(decided.outcome_on), "outcome_says": decided.outcome_says.strip(),
        "reference": decided.reference.strip(), "in_favour": decided.in_favour,
        "outcome_to_detriment": decided.outcome_to_detriment, "detriment_told_on": _iso(decided.detriment_told_on),
    }  # fmt: skip
    in_favour = decided.in_favour and decided.outcome in {Outcome.CHANGED, Outcome.ANNULLED, Outcome.RETURNED}
    return _take(
        appeal_id, life.RECORD_OUTCOME, said, "Klageinstansen har avgjort klagen.", by=by, at=at,
        outcome=decided.outcome, outcome_on=decided.outcome_on, in_favour=in_favour,
    )  # fmt: skip


def follow_up(
    appeal_id: UUID, *, follow_up: str, costs_told: bool = False, detriment_taken_up: str = "", by: Actor, at: datetime
) -> Appeal:
    """What the outcome leads to for the child and the family, and that they were told of their costs (fvl §§ 34, 36 (3))."""
    said: dict[str, Any] = {"follow_up": follow_up.strip(), "detriment_taken_up": detriment_taken_up.strip()}
    more: dict[str, Any] = {}
    if costs_told:
        said["costs_told"], more["costs_told_on"] = True, oslo_date(at)
    return _take(appeal_id, life.FOLLOW_UP, said, "Avgjørelsen av klagen er fulgt opp.", by=by, at=at, **more)


def tell_of_costs(appeal_id: UUID, *, by: Actor, at: datetime) -> None:
    """The party was told of the right to claim costs, and of the three weeks (fvl § 36 (3))."""
    with act("appeal.costs_told", by=by, at=at, right=RIGHT, law=fvl("36", 3)) as entry:
        appeal = get_appeal(appeal_id)
        appeal.costs_told_on = oslo_date(at)
        _save(appeal)
        settle_appeal(appeal)
        entry.about(appeal.id, case_id=appeal.case_id, says="Parten fikk vite om retten til å kreve sakskostnader.")


def _take(
    appeal_id: UUID, name: str, said: dict[str, Any], says: str, *, by: Actor, at: datetime, **changes: Any
) -> Appeal:
    step = MACHINE.step(name)
    with act(f"appeal.{name}", by=by, at=at, right=RIGHTS[name], law=step.citation) as entry:
        appeal = held(appeal_id)
        move(appeal, name, said, by=by, at=at, **changes)
        entry.about(appeal.id, case_id=appeal.case_id, says=says, decision=str(appeal.decision_id))
    return appeal


def move(appeal: Appeal, name: str, said: dict[str, Any], *, by: Actor, at: datetime, **changes: Any) -> None:
    """Take one step of an appeal inside an act: the state, what was written, the agenda, and the stay that waited for it."""
    appeal.state = MACHINE.take(appeal.state, name, facts_of(appeal, on=oslo_date(at), **said))
    for field, value in changes.items():
        setattr(appeal, field, value)
    if MACHINE.state(appeal.state).closed:
        appeal.closed_on = oslo_date(at)
    _save(appeal)
    _note(appeal, name, said, by, at)
    settle_appeal(appeal)
    if appeal.closed_on:
        settles(appeal.decision, by=by, at=at)
    for waiting in StayRequest.objects.filter(appeal=appeal).select_related("case", "appeal"):
        settle_stay(waiting)


def held(appeal_id: UUID) -> Appeal:
    """The appeal, held until the act is done: two who act at once do it one after the other."""
    get_appeal(appeal_id)
    Appeal.objects.select_for_update(of=("self",)).filter(id=appeal_id).first()
    return get_appeal(appeal_id)


def _lodged_with_us(decision: Decision) -> str:
    sections = legal_sections(decision)
    way = way_of(sections[0] if sections else "")
    if not way.lodged_with_us:
        raise NotAllowed(way.sentence, way.citation, because=("straight_to_tribunal",))
    if decision.signed_at is None:
        raise NotAllowed(
            "Det er ikke truffet noe vedtak å klage på ennå. Svar klageren, og fortell når vedtaket kommer.",
            fvl("28", 1), because=("decision_not_signed",),
        )  # fmt: skip
    return way.body


def _refuse_unclear(came: Received, decision: Decision, at: datetime) -> None:
    wrong = {}
    if came.received_at > at:
        wrong["received_on"] = "Klagen kan ikke ha kommet senere enn nå."
    if decision.signed_at and oslo_date(came.received_at) < oslo_date(decision.signed_at):
        wrong["received_on"] = "Klagen kan ikke ha kommet før vedtaket ble truffet."
    if came.posted_on and came.posted_on > oslo_date(came.received_at):
        wrong["posted_on"] = "Brevet kan ikke være lagt i posten etter at det kom."
    if wrong:
        raise Incomplete(wrong, fvl("32"), because=("received_unclear",))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _save(appeal: Appeal) -> None:
    appeal.save(update_fields=APPEAL_CHANGES)


def _note(appeal: Appeal, step: str, said: dict[str, Any], by: Actor, at: datetime) -> None:
    AppealStep.objects.create(
        municipality_id=appeal.municipality_id, case_id=appeal.case_id, appeal=appeal, step=step, said=said, by=by.person,
        by_name=by.name, at=at,
    )  # fmt: skip
