"""What the decisions of a case tell of the child's voice: what each says that the child thinks, and how it was weighed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import of_case
from oppvekst.domain.decisions.queries.voice import child_texts
from oppvekst.domain.decisions.rules import MACHINE, WRITABLE
from oppvekst.domain.decisions.rules.sections import BY_KEY, CHILD
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.voice import Line, Missing, Voiced
from oppvekst.law.calendar import oslo_date

STAGE = "Vedtak"
PART = BY_KEY[CHILD]


def voiced(case_id: UUID, today: date) -> Iterator[Voiced]:
    """Each decision, oldest first: its own part about the child, which a decision cannot do without (bvl § 12-5)."""
    texts = child_texts(case_id)
    for decision in reversed(of_case(case_id)):
        yield _one(decision, texts.get(decision.id, "").strip())


def _one(decision: Decision, text: str) -> Voiced:
    signed = oslo_date(decision.signed_at) if decision.signed_at else None
    state = Line("Vedtaket", MACHINE.state(decision.state).title)
    return Voiced(
        stage=STAGE, step=decision.title, at=signed, href=known("decision", decision.id),
        more=(state, *([Line("I vedtaket", text)] if text else [])),
        missing=() if text or decision.state not in WRITABLE else (_lack(decision),),
    )  # fmt: skip


def _lack(decision: Decision) -> Missing:
    return Missing(
        title=f"Skriv «{PART.nb}» i vedtaket.", note=str(PART.citation), word="Mangler:",
        href=known("decision-write", decision.id), act="Skriv",
    )  # fmt: skip
