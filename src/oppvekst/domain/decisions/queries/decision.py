"""Decisions as the actor may see them. ``get_decision`` is the way in and the access check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.decisions.models import Addressee, Decision, DraftText
from oppvekst.domain.decisions.queries.appeal import is_appealed
from oppvekst.domain.decisions.queries.consenting import consents_lacking
from oppvekst.domain.decisions.rules import PARTY_AT, DecisionFacts, Standing, missing
from oppvekst.domain.investigations.queries import voice_of_case
from oppvekst.domain.people.rules import age
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound

WAITING = (Standing.PARTY, Standing.REPRESENTATIVE)


def get_decision(decision_id: UUID) -> Decision:
    """The decision, if it is there for you."""
    found = Decision.objects.select_related("case__child").filter(id=decision_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette vedtaket blant sakene dine.")
    return found


def of_case(case_id: UUID) -> QuerySet[Decision]:
    """Those of one case, newest first."""
    return Decision.objects.filter(case_id=case_id).order_by("-opened_at", "id")


def by_id(ids: Iterable[UUID]) -> dict[UUID, Decision]:
    """Decisions with their child, by id, in one query."""
    return Decision.objects.select_related("case__child").in_bulk(list(ids))


def addressees(decision_id: UUID) -> list[Addressee]:
    """Everybody it concerns, in the order they were written, with what is left out of their copies."""
    found = Addressee.objects.filter(decision_id=decision_id).select_related("party__person")
    return list(found.prefetch_related("comments", "withheld").order_by("party__part", "name", "id"))


def texts(decision_id: UUID) -> dict[str, DraftText]:
    """The newest text of each part, by its key."""
    found = DraftText.objects.filter(decision_id=decision_id, aside=False).order_by("section", "-version")
    return {text.section: text for text in found.distinct("section")}


def history(decision_id: UUID, section: str) -> QuerySet[DraftText]:
    """Every version of one part, newest first, those that stand aside too."""
    return DraftText.objects.filter(decision_id=decision_id, section=section).order_by("-at", "-version", "id")


def aside(decision_id: UUID) -> list[DraftText]:
    """Texts that were written on top of another's and are not settled: no word of them is lost."""
    return list(DraftText.objects.filter(decision_id=decision_id, aside=True, settled=False).order_by("at"))


def facts_of(decision: Decision, *, today: date, by: Actor | None = None) -> DecisionFacts:
    """The facts as the rules ask for them; the act adds what it was just told."""
    written = {key: text.text for key, text in texts(decision.id).items()}
    everybody = addressees(decision.id)
    kind = decision.of_kind
    lacking = missing(kind, written, category=decision.category, consent_ground=decision.consent_ground)
    copies = [one for one in everybody if one.has_copy]
    return DecisionFacts(
        kind=kind, today=today, category=decision.category, category_words=decision.category_words,
        bases=len(decision.bases), addressees=len(copies), missing=frozenset(section.key for section in lacking),
        unassessed=tuple(one.name for one in everybody if not one.reasons.strip()),
        youth_left_out=_youth_left_out(decision, everybody, today), notice_text=decision.notice_text,
        answers_due=decision.answers_due, unanswered=_unanswered(everybody), notice_skipped=decision.notice_skipped,
        child_lacks=_child_lacks(decision), consents_lacking=consents_lacking(decision, today=today),
        recommended=decision.recommended, refused_by_parents=decision.refused_by_parents,
        may_sign=by is not None and by.may("decision.sign"),
        undispatched=tuple(one.name for one in copies if one.dispatched_at is None),
        unreached=tuple(one.name for one in copies if one.reached_on is None),
        last_appeal_day=max((one.appeal_due for one in copies if one.appeal_due), default=None),
        reversal_ground=decision.reversal_ground, appeal_open=is_appealed(decision.id),
    )  # fmt: skip


def _child_lacks(decision: Decision) -> tuple[str, ...]:
    """What is missing of how the child took part in the investigation (bvl § 1-4); outside one its own part of the text tells."""
    if decision.investigation_id is None:
        return ()
    return voice_of_case(decision.case_id, investigation=decision.investigation_id).lacks


def _unanswered(everybody: Iterable[Addressee]) -> int:
    return sum(1 for one in everybody if one.standing in WAITING and not one.comments.all())


def _youth_left_out(decision: Decision, everybody: Iterable[Addressee], today: date) -> bool:
    """Whether a child who is a party is not among those it goes to (fvl §§ 16 (1), 27 (1))."""
    child = decision.case.child
    if child.birth_date is None or age(child.birth_date, today=today) < PARTY_AT:
        return False
    return not any(
        one.party and one.party.person_id == child.id and one.standing == Standing.PARTY for one in everybody
    )
