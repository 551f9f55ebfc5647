"""The consents a decision on help rests on: the newest words the family was asked about, and whose yes is lacking (bvl § 3-1)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.decisions.models import ConsentText, Decision
from oppvekst.domain.decisions.queries.consent import standing
from oppvekst.domain.decisions.rules import KINDS, PLACEMENTS, STANDING, WRITABLE, Kind
from oppvekst.domain.decisions.rules.consent import Kind as Act
from oppvekst.domain.decisions.rules.consent import in_words

# A stay in an institution where the child's own written yes is enough from 15 (bvl § 6-1 (1)).
OWN_YES = "6-1"
NOBODY_ASKED = "Ingen er spurt om samtykke til dette ennå. Skriv teksten, og hva hver av dem svarte."
SEVERAL_ASKED = (
    "Familien er spurt om flere ting. Spør om samtykke til nettopp dette vedtaket, så svarene hører til det."
)


def act_of(decision: Decision) -> Act:
    """Which act of the consent matrix the decision is."""
    if decision.of_kind == Kind.AFTERCARE:
        return Act.AFTERCARE
    if any(one.get("section") == OWN_YES for one in decision.bases):
        return Act.INSTITUTION
    return Act.PLACEMENT if decision.category in PLACEMENTS else Act.HELP


def consent_texts(decision: Decision) -> list[ConsentText]:
    """The words the family was asked about: those of this very decision, else the open ones of its kind that are no other's.

    What was asked before another decision was signed without words of its own, was asked for that one.
    """
    asked = ConsentText.objects.filter(case_id=decision.case_id, kind=act_of(decision), closed_at=None)
    newest = asked.select_related("case__child").order_by("-asked_at")
    if own := newest.filter(subject=decision.id).first():
        return [own]
    others = Decision.objects.filter(case_id=decision.case_id).exclude(id=decision.id)
    free = newest.exclude(subject__in=others.values("id"))
    tied = ConsentText.objects.filter(case_id=decision.case_id).values("subject")
    used = others.filter(state__in=STANDING, consent_ground="consent").exclude(id__in=tied)
    last = used.order_by("-signed_at").values_list("signed_at", flat=True).first()
    return list(free.filter(asked_at__gt=last) if last else free)


def drafts_resting_on_consent(case_id: UUID) -> QuerySet[Decision]:
    """The drafts of a case that somebody must say yes to before they are signed (bvl § 3-1), newest first."""
    kinds = [kind.value for kind, of in KINDS.items() if of.grants_help]
    found = Decision.objects.filter(case_id=case_id, state__in=WRITABLE, kind__in=kinds, consent_ground="consent")
    return found.order_by("-opened_at", "id")


def consents_lacking(decision: Decision, *, today: date) -> tuple[str, ...]:
    """Whose yes is lacking before this may be signed, in sentences; nothing where the decision rests on no consent.

    A yes to one thing is no yes to another: where several texts could be meant, none of them is taken to be (bvl § 3-1).
    """
    if not KINDS[decision.of_kind].grants_help or decision.consent_ground != "consent":
        return ()
    found = consent_texts(decision)
    if len(found) != 1:
        return (SEVERAL_ASKED if found else NOBODY_ASKED,)
    return in_words(standing(found[0], today=today).missing)
