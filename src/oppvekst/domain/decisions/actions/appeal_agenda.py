"""What an appeal, a request for a stay and a claim for costs put on the agenda, and when it goes away by itself."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from oppvekst.domain.decisions.models import Appeal, CostsClaim, StayRequest
from oppvekst.domain.decisions.rules.appeal import life, stay
from oppvekst.domain.decisions.rules.appeal.costs import CLAIMED
from oppvekst.domain.decisions.rules.appeal.limits import APPEAL_INTERIM, SEND_ON, STAY
from oppvekst.domain.decisions.rules.appeal.standing import BODIES, Body
from oppvekst.domain.decisions.rules.appeal.time import SPOKEN, Channel
from oppvekst.ground.agenda.planned import Planned, Subject, counted, settle
from oppvekst.law.calendar import in_words, oslo_date

# Whoever tries the appeal has decided, or nobody will.
ANSWERED = frozenset({life.DECIDED, life.FOLLOWED_UP, life.REJECTED, life.WITHDRAWN})
# Here the appellant waits for us, and is owed word within a month.
WITH_US = frozenset({life.RECEIVED, life.TIMELY, life.LATE, life.EXAMINED})


def settle_appeal(appeal: Appeal) -> None:
    """Make the agenda agree with the appeal as it stands now."""
    settle(limits_of_appeal(appeal, appeal.case.responsible))


def limits_of_appeal(appeal: Appeal, responsible: UUID | None) -> Subject:
    """What an appeal asks for: sending on (D77), word within a month, writing down, mending, following up, telling of costs."""
    planned = (
        *_with_us(appeal, responsible), *_spoken(appeal, responsible), *_lacking(appeal, responsible),
        *_decided(appeal, responsible),
    )  # fmt: skip
    return Subject(appeal.id, "appeal", appeal.municipality_id, appeal.case_id, planned)


def _with_us(appeal: Appeal, responsible: UUID | None) -> tuple[Planned, ...]:
    received = oslo_date(appeal.received_at)
    done = _on(appeal.sent_at) or (None if appeal.state in WITH_US else appeal.closed_on or received)
    body = BODIES[Body(appeal.body)]
    items = [
        counted(
            SEND_ON.due(received),
            f"Undersøk klagen, og endre eller send til {body}",
            assignee=responsible,
            done_on=done,
        )
    ]
    if appeal.state in WITH_US or appeal.interim_at:
        told = _on(appeal.interim_at)
        items.append(
            counted(APPEAL_INTERIM.due(received), "Send foreløpig svar på klagen", assignee=responsible, done_on=told)
        )
    return tuple(items)


def _spoken(appeal: Appeal, responsible: UUID | None) -> tuple[Planned, ...]:
    if Channel(appeal.channel) not in SPOKEN or appeal.read_back or appeal.state != life.RECEIVED:
        return ()
    told = "Klagen ble sagt, og ikke skrevet. Tjenesten skriver den ned og hjelper klageren."
    return (
        Planned(
            "appeal-oral", "Skriv ned klagen og les den opp", assignee=responsible, law="fvl §§ 11, 32 a", steps=(told,)
        ),
    )


def _lacking(appeal: Appeal, responsible: UUID | None) -> tuple[Planned, ...]:
    if appeal.complete_by is None or appeal.state != life.RECEIVED:
        return ()
    told = f"Klageren fikk frist til {in_words(appeal.complete_by)} for å rette det som mangler: {appeal.complete_what}"
    return (
        Planned(
            "appeal-lacking", "Se om klagen er rettet", due=appeal.complete_by, target=appeal.complete_by,
            assignee=responsible, law="fvl § 32 (3)", steps=(told,),
        ),
    )  # fmt: skip


def _decided(appeal: Appeal, responsible: UUID | None) -> tuple[Planned, ...]:
    if appeal.state not in {life.CHANGED, life.DECIDED}:
        return ()
    since = appeal.outcome_on
    told = f"Klagen ble avgjort {in_words(since)}." if since else "Vi tok klagen til følge."
    items = [
        Planned(
            "appeal-follow-up", "Følg opp avgjørelsen av klagen", assignee=responsible, law="fvl § 34", steps=(told,)
        )
    ]
    if appeal.in_favour and appeal.costs_told_on is None:
        items.append(
            Planned(
                "appeal-costs", "Fortell parten om sakskostnader", assignee=responsible, law="fvl § 36 (3)",
                steps=(told, "Vedtaket er endret til gunst. Parten har tre uker på å kreve dekket det det kostet."),
            )
        )  # fmt: skip
    return tuple(items)


def settle_stay(found: StayRequest) -> None:
    """A request for a stay waits for an answer, as soon as possible (fvl § 42); one that is granted, for its end."""
    due = STAY.due(found.asked_on)
    items = [
        counted(due, "Avgjør om vedtaket skal vente", assignee=found.case.responsible, done_on=_on(found.decided_at))
    ]
    if found.state == stay.GRANTED and (over := _over(found)):
        items.append(over)
    settle(Subject(found.id, "stay", found.municipality_id, found.case_id, tuple(items)))


def _over(found: StayRequest) -> Planned | None:
    """When it is to be seen whether what the decision waits for has come: the last appeal day, or the appeal's end."""
    title, law, assignee = "Se om utsettelsen er over", "fvl § 42", found.case.responsible
    if found.until == stay.Until.LIMIT_OVER:
        last = found.decision.addressees.aggregate(day=Max("appeal_due"))["day"]
        told = ("Vedtaket venter til klagefristen er ute for alle.",)
        return Planned("stay-over", title, due=last, target=last, assignee=assignee, law=law, steps=told)
    if found.appeal is not None and found.appeal.state in ANSWERED:
        return Planned(
            "stay-over", title, assignee=assignee, law=law, steps=("Klagen som vedtaket ventet på, er avgjort.",)
        )
    return None


def settle_costs(found: CostsClaim) -> None:
    """A claim for costs waits for an answer (fvl § 36)."""
    done = None if found.state == CLAIMED else _on(found.decided_at)
    told = f"Kravet kom {in_words(found.claimed_on)}."
    item = Planned(
        "costs", "Avgjør kravet om sakskostnader", assignee=found.case.responsible, law="fvl § 36", steps=(told,),
        start=found.claimed_on, done_on=done,
    )  # fmt: skip
    settle(Subject(found.id, "costs", found.municipality_id, found.case_id, (item,)))


def _on(moment: datetime | None) -> date | None:
    return oslo_date(moment) if moment else None
