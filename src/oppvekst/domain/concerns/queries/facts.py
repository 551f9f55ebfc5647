"""The facts of a concern as the rules ask for them, and from them the steps that are open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules import MACHINE, ConcernFacts, Reporter
from oppvekst.domain.concerns.rules.message import is_application, reporter_of
from oppvekst.law.machine import Outlook


def facts_of(concern: Concern, *, today: date, **said: Any) -> ConcernFacts:
    """What is known of a concern; ``said`` is what the person has just written and is not stored yet."""
    known = ConcernFacts(
        immediate_need=concern.immediate, concluded_on=today, conclusion_code=concern.conclusion or None,
        concluded_by=concern.proposed_by, reasons=concern.reasons, reasonable_ground=concern.proposal_reasons,
        application_for_help=is_application(concern.enquiry.wish, concern.enquiry.reporter), unborn=_unborn(concern),
        woman_consents=bool(concern.consent_of_pregnant), notice_of_detention=concern.detention_notice,
        receiver=concern.recipient, acknowledged_at=concern.acknowledged_at,
        new_investigation_considered=bool(concern.assessed_anew), retraction_reason=concern.retracted_reasons,
    )  # fmt: skip
    return replace(known, **said)


def outlook(concern: Concern, *, today: date, investigation_open: bool = False) -> list[Outlook[ConcernFacts]]:
    """Every step out of where the concern stands: possible, mendable, or not now and why."""
    return MACHINE.outlook(concern.state, facts_of(concern, today=today, investigation_open=investigation_open))


def reporter(enquiry: Enquiry) -> Reporter:
    """The sender as the rules of feedback see one."""
    reachable = bool(enquiry.phone or enquiry.email or enquiry.address or enquiry.body_address or enquiry.safe_way)
    return reporter_of(enquiry.reporter, enquiry.reporter_code, enquiry.anonymity, reachable=reachable)


def _unborn(concern: Concern) -> bool:
    return concern.unborn and concern.reported_born_on is None
