"""The facts of a concern as the rules ask for them, and from them the steps that are open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules import MACHINE, ConcernFacts, Reporter
from oppvekst.domain.concerns.rules.message import is_application, reporter_of
from oppvekst.domain.concerns.rules.unborn import still_unborn
from oppvekst.ground.access.models import Bar
from oppvekst.ground.agenda.worklist import items_of_case
from oppvekst.law.machine import Outlook


def facts_of(concern: Concern, *, today: date, **said: Any) -> ConcernFacts:
    """What is known of a concern; ``said`` is what the person has just written and is not stored yet."""
    known = ConcernFacts(
        on=today, immediate_need=concern.immediate, conclusion_code=concern.conclusion or None, reasons=concern.reasons,
        application_for_help=is_application(concern.enquiry.wish, concern.enquiry.reporter),
        unborn=still_unborn(unborn=concern.unborn, born_on=concern.reported_born_on),
        woman_consents=bool(concern.consent_of_pregnant), notice_of_detention=concern.detention_notice,
        receiver=concern.recipient, acknowledged_at=concern.acknowledged_at,
        new_investigation_considered=bool(concern.assessed_anew), retraction_reason=concern.retracted_reasons,
    )  # fmt: skip
    return replace(known, **said)


def outlook(concern: Concern, *, today: date) -> list[Outlook[ConcernFacts]]:
    """Every step out of where the concern stands: possible, mendable, or not now and why."""
    facts = facts_of(
        concern, today=today, investigation_open=_runs(concern, "investigation"), measures_active=_runs(concern, "measure")
    )  # fmt: skip
    return MACHINE.outlook(concern.state, facts)


def barred(concern: Concern, staff_id: UUID) -> dict[str, bool]:
    """Whether somebody stands outside the child's case, as far as this actor may know of it (fvl §§ 6-8; bvl § 13-1).

    The database hides the concern from whoever is barred, whatever is known here; this says it before it is handed over.
    """
    kinds: set[str] = set()
    if concern.case_id:
        bars = Bar.objects.filter(case_id=concern.case_id, staff_id=staff_id, ended_at=None)
        kinds = set(bars.values_list("kind", flat=True))
    return {"worker_disqualified": Bar.Kind.DISQUALIFIED in kinds, "worker_barred": Bar.Kind.LOCKED in kinds}


def reporter(enquiry: Enquiry) -> Reporter:
    """The sender as the rules of feedback see one."""
    reachable = bool(enquiry.phone or enquiry.email or enquiry.address or enquiry.body_address or enquiry.safe_way)
    return reporter_of(enquiry.reporter, enquiry.anonymity, reachable=reachable)


def _runs(concern: Concern, kind: str) -> bool:
    """This room is earlier than those of investigations and help, and cannot ask them: what runs is on the agenda."""
    if not concern.case_id or concern.case is None:
        return False
    return items_of_case(concern.case_id).filter(subject_kind=kind).exists()
