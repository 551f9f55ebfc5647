"""When an answer about consent changes: help that rests on it can go no further, and drug tests end that minute (bvl § 3-1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.queries import consent_texts, consents_lacking, get_text
from oppvekst.domain.decisions.queries.consent import history
from oppvekst.domain.decisions.rules.consent import Kind
from oppvekst.domain.measures.actions.institution import consent_fell
from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.actions.measure import withdraw
from oppvekst.domain.measures.actions.supervision_visits import call_off_visits
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.rules import ACTIVE, DECIDED, DRUG_TEST
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date

RIGHT = "consent.record"
VISITS_OFF = "Samtykket er falt. Da er det ikke tilsyn."
WITHDRAWN = "Samtykket ble trukket. Prøvene er avsluttet med en gang."


def answers_changed(text_id: UUID, *, by: Actor, at: datetime) -> None:
    """Called by the face after every answer: what rests on these words is judged again in the same transaction."""
    text = get_text(text_id)
    for measure in _resting_on(text):
        assert measure.decision
        lacking = bool(consents_lacking(measure.decision, today=oslo_date(at)))
        if lacking and measure.consent_fell_at is None:
            _fell(measure, _since(text, at), by, at)
        elif not lacking and measure.consent_fell_at is not None:
            _stands_again(measure, by, at)
    if text.kind == Kind.DRUG_TEST:
        consent_fell(text.subject, by=by, at=at, right=RIGHT)


def _resting_on(text: ConsentText) -> Iterator[Measure]:
    running = Measure.objects.filter(case_id=text.case_id, state__in=ACTIVE | {DECIDED}, by_order=False)
    for measure in running.exclude(decision=None).select_related("decision", "case__child"):
        if measure.decision and text.id in {one.id for one in consent_texts(measure.decision)}:
            yield measure


def _since(text: ConsentText, at: datetime) -> datetime:
    """It counts from when it was said, not from when it was written down."""
    newest = next(iter(history(text)), None)
    return newest.said_at if newest else at


def _fell(measure: Measure, since: datetime, by: Actor, at: datetime) -> None:
    with act("measure.consent_fell", by=by, at=at, right=RIGHT, law="bvl § 3-1") as entry:
        measure.consent_fell_at = since
        measure.save(update_fields=["consent_fell_at"])
        call_off_visits(measure, VISITS_OFF, after=at, at=at)
        settle_limits(measure)
        says = f"Samtykket er falt. Hjelpen kan ikke gå videre som frivillig: {measure.title}."
        entry.about(measure.id, case_id=measure.case_id, says=says)
    if measure.category == DRUG_TEST:
        withdraw(measure.id, words=WITHDRAWN, by=by, at=at)


def _stands_again(measure: Measure, by: Actor, at: datetime) -> None:
    with act("measure.consent_stands", by=by, at=at, right=RIGHT, law="bvl § 3-1") as entry:
        measure.consent_fell_at = None
        measure.save(update_fields=["consent_fell_at"])
        settle_limits(measure)
        says = f"Alle som må, har samtykket igjen: {measure.title}."
        entry.about(measure.id, case_id=measure.case_id, says=says)
