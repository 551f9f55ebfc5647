"""The demo's assessments of children's needs: begun, with something written, something left out, and much still to find out."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.actions import Known, Written
from oppvekst.domain.investigations.queries import texts_of
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date

FACTS = (
    ("1.2.03", "Barnet har vært borte fra skolen eller barnehagen ni dager siden sommeren.", "Kontaktlærer", 6),
    ("1.2.03", "Barnet søker voksne i frileken og blir urolig ved henting.", "Pedagogisk leder", 4),
    ("2.4.03", "Naboen har hørt roping fra leiligheten flere kvelder.", "Nabo", 3),
)
SCHOOL = {
    "child_view": "«Det er fint når Oda er der. Jeg vil ikke hjem når de krangler.»",
    "parents_view": "Mor ser at det er tungt om morgenen. Far mener det går over.",
    "strengths": "En voksen i skolen som barnet er trygg på, og én god venn.",
    "risks": "Fraværet øker, og barnet sover lite.",
    "assessment": "Uroen ser ut til å henge sammen med det som skjer hjemme, mer enn med skolen.",
}
HOME = {"parents_view": "Begge sier at de krangler mer etter at far mistet jobben."}


def begin(investigation_id: UUID, *, by: Actor, at: datetime) -> None:
    """Begin an assessment as a case worker does: what the concern is about first, and no wider (bvl § 2-2 (3))."""
    for code in ("1.2.03", "1.3.01", "2.4.03", "3.3.02"):
        actions.include(investigation_id, code, by=by, at=at)
    for code in ("1.1.03", "3.3.05"):
        actions.leave_out(investigation_id, code, by=by, at=at)
    for code, text, source, days in FACTS:
        known = Known(text, source, oslo_date(at) - timedelta(days=days))
        actions.add_fact(investigation_id, code, known, by=by, at=at)
    written = [Written(code, 0, texts_of(None) | texts) for code, texts in (("1.2.03", SCHOOL), ("2.4.03", HOME))]
    actions.write(investigation_id, written, by=by, at=at)
