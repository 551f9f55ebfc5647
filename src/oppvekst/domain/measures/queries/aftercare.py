"""What is known of help after 18 for one child, as the actor may see it (bvl § 3-6)."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.cases.models import Case
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules import STANDING, Kind
from oppvekst.domain.measures.models import AftercareTalk, Measure
from oppvekst.domain.measures.queries.measure import evaluation_due
from oppvekst.domain.measures.rules import ACTIVE
from oppvekst.domain.measures.rules.aftercare import AftercareFacts
from oppvekst.law.calendar import oslo_date


def aftercare_talks(case_id: UUID) -> list[AftercareTalk]:
    """Every talk with the youth about the time after 18, the newest first."""
    return list(AftercareTalk.objects.filter(case_id=case_id).order_by("-talked_on", "-noted_at", "id"))


def aftercare_facts(case: Case) -> AftercareFacts:
    """The facts that the task to ask the youth rests on."""
    running = list(Measure.objects.filter(case_id=case.id, state__in=ACTIVE, started_on__isnull=False))
    decided = (
        Decision.objects.filter(case_id=case.id, kind=Kind.AFTERCARE, state__in=STANDING).order_by("signed_at").first()
    )
    return AftercareFacts(
        born=case.child.birth_date, running_since=min((one.started_on for one in running if one.started_on), default=None),
        looked_at_again=max((due for one in running if (due := evaluation_due(one))), default=None),
        talked_on=tuple(one.talked_on for one in aftercare_talks(case.id)),
        decided_on=oslo_date(decided.signed_at) if decided and decided.signed_at else None,
    )  # fmt: skip
