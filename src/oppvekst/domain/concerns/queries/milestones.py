"""What the concerns about a child tell its timeline: that one came and what became of it, never who is kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from oppvekst.domain.cases.rules.line import Milestone
from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.queries.concern import of_case
from oppvekst.domain.concerns.rules import MACHINE
from oppvekst.domain.concerns.rules.message import Anonymity, Who, is_application
from oppvekst.law.calendar import oslo_date

REPORTING = re.compile(r"\bmeld(er|te|t|ing|inga|ingen)\w*|\bbekymring\w*|\bvarsl(er|et|a)\b|\btips\w*", re.IGNORECASE)


def milestones(case_id: UUID) -> Iterator[Milestone]:
    """When each concern came and what was decided. A school or another body that could not be anonymous is named (bvl § 13-2)."""
    for concern in of_case(case_id).select_related("case__child"):
        about: dict[str, Any] = {
            "kind": "concern",
            "source": concern.number,
            "page": "concern",
            "subject": concern.id,
            "colour": "sun",
        }
        wrong = bool(concern.retracted_reasons)
        yield Milestone(at=oslo_date(concern.received_at), what=_came(concern), inward=wrong, **about)
        if concern.concluded_at:
            ended = f"Avgjort om meldingen: {MACHINE.state(concern.state).title}"
            yield Milestone(at=oslo_date(concern.concluded_at), what=ended, inward=wrong, **about)


def names_withheld(case_id: UUID, texts: Sequence[str]) -> list[bool]:
    """Which texts tell that somebody reported who gave the name to the service alone (bvl § 12-6; fvl § 19).

    A grandmother may be written of as a grandmother. Her name beside a word of reporting says more.
    """
    kept = Enquiry.objects.filter(concerns__case_id=case_id, anonymity=Anonymity.SERVICE_ONLY).values_list(
        "name", flat=True
    )
    words = {word.casefold() for name in kept for word in re.findall(r"\w{3,}", name)}
    return [
        bool(words & set(re.findall(r"\w{3,}", text.casefold()))) and bool(REPORTING.search(text)) for text in texts
    ]


def _came(concern: Concern) -> str:
    enquiry = concern.enquiry
    if is_application(enquiry.wish, enquiry.reporter):
        return "Søknad om hjelp mottatt"
    named = enquiry.reporter == Who.PUBLIC and enquiry.anonymity == Anonymity.NAMED and enquiry.body
    protected = concern.case is None or concern.case.child.protection
    return f"Bekymringsmelding mottatt fra {enquiry.body}" if named and not protected else "Bekymringsmelding mottatt"
