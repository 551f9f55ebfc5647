"""Who reads at My page which days help is given, and when: chosen for each measure (bvl §§ 1-4, 13-1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import get_measure
from oppvekst.domain.measures.rules import MACHINE, WRITE, each_of
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import NotAllowed, Refusal

OPENED = "Begge foreldre med partsrettigheter, og barnet fra 15 år, ser dager og klokkeslett på Min side."
CLOSED = "Ingen ser dager og klokkeslett på Min side."


def open_days(measure_id: UUID, *, shown: bool, by: Actor, at: datetime) -> None:
    """Show the days and the clock to the family, or to nobody (bvl §§ 1-4, 13-1)."""
    kind = "measure.days_opened" if shown else "measure.days_closed"
    with act(kind, by=by, at=at, right=WRITE, law="bvl §§ 1-4, 13-1") as entry:
        measure = get_measure(measure_id)
        if stopped := no_days(measure):
            raise stopped
        measure.days_open = shown
        measure.save(update_fields=["days_open"])
        entry.about(measure.id, case_id=measure.case_id, says=OPENED if shown else CLOSED)


def no_days(measure: Measure) -> Refusal | None:
    """Why there is nothing to choose: the help has no times of its own, or is over."""
    if each_of(measure.category) is None:
        return NotAllowed("Denne hjelpen har ingen ganger som planlegges her.")
    return NotAllowed("Hjelpen er avsluttet.") if MACHINE.state(measure.state).closed else None
