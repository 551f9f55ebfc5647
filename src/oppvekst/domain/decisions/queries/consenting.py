"""The consents a decision on help rests on: the newest words the family was asked about, and whose yes is lacking (bvl § 3-1)."""

from __future__ import annotations

from datetime import date

from oppvekst.domain.decisions.models import ConsentText, Decision
from oppvekst.domain.decisions.queries.consent import standing
from oppvekst.domain.decisions.rules import KINDS, PLACEMENTS, Kind
from oppvekst.domain.decisions.rules.consent import Kind as Act

NOBODY_ASKED = "Ingen er spurt om samtykke til dette ennå. Skriv teksten, og hva hver av dem svarte."


def act_of(decision: Decision) -> Act:
    """Which act of the consent matrix the decision is."""
    if decision.of_kind == Kind.AFTERCARE:
        return Act.AFTERCARE
    return Act.PLACEMENT if decision.category in PLACEMENTS else Act.HELP


def consent_text(decision: Decision) -> ConsentText | None:
    """The words that were asked about: those of this very decision, else the newest open ones of the same kind in the case."""
    asked = ConsentText.objects.filter(case_id=decision.case_id, kind=act_of(decision), closed_at=None)
    newest = asked.select_related("case__child").order_by("-asked_at")
    return newest.filter(subject=decision.id).first() or newest.first()


def consents_lacking(decision: Decision, *, today: date) -> tuple[str, ...]:
    """Whose yes is lacking before this may be signed, in sentences; nothing where the decision rests on no consent."""
    if not KINDS[decision.of_kind].grants_help or decision.consent_ground != "consent":
        return ()
    text = consent_text(decision)
    if text is None:
        return (NOBODY_ASKED,)
    return tuple(missing.sentence for missing in standing(text, today=today).missing)
