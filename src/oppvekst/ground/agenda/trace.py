"""When the trace is not safe: a task for the leader, who must have it looked into (bvl § 12-4; arkivforskrifta § 5)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from oppvekst.ground.access.models import Municipality
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.verifying import Verdict
from oppvekst.law.calendar import OSLO

KIND = "trace"
# The trace of one municipality is one subject, the same every time.
_TRACE = UUID("6f70760e-0000-4000-8000-000000009998")
_LAW = "bvl § 12-4"

logger = logging.getLogger(__name__)


def tell_if_late(late: Mapping[int, datetime]) -> None:
    """Put it on the leader's list when the journal is not being sealed, and take it off when it is again."""
    for number in _municipalities():
        since = late.get(number)
        if since:
            logger.critical("journalen i kommune %s er ikke forseglet siden %s", number, since.isoformat())
        steps = (
            f"Eldste føring uten segl ble skrevet {since.astimezone(OSLO):%d.%m.%Y kl. %H.%M}.",
            "Be den som drifter systemet, se om arbeideren går og om en transaksjon står åpen.",
        ) if since else ()  # fmt: skip
        _settle(number, "seal-late", "Journalen forsegles ikke", steps)


def tell_if_broken(verdict: Verdict) -> None:
    """Put it on the leader's list when the journal does not agree with its seals: somebody went behind our back."""
    for number in _municipalities():
        steps = tuple(f"{each.says} Segl {each.batch}." for each in verdict.breaks if each.municipality == number)
        if steps:
            logger.critical("journalen i kommune %s stemmer ikke med seglene", number)
        _settle(number, "seal-broken", "Journalen stemmer ikke med seglene", steps)


def _settle(number: int, rule: str, title: str, steps: tuple[str, ...]) -> None:
    planned = (Planned(rule, title, steps=steps, law=_LAW),) if steps else ()
    settle(Subject(uuid5(_TRACE, f"{number} {rule}"), KIND, number, None, planned))


def _municipalities() -> list[int]:
    return list(Municipality.objects.order_by("number").values_list("number", flat=True))
