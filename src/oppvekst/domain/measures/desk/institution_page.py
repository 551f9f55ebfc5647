"""The section about a stay in an institution on the measure's page: its basis, the consents to tests, the protocols."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from oppvekst.domain.decisions.queries.consent import Row
from oppvekst.domain.measures.models import InstitutionProtocol, Measure
from oppvekst.domain.measures.queries import protocols_of, stay_of, tests_of
from oppvekst.domain.measures.rules import BASES, INSTITUTION, Basis
from oppvekst.ground.web.frame import known, today

YES = ("success", "checkmark-circle-fill", "Sagt ja")
WAITS = ("warning", "clock-fill", "Mangler")
FALLEN = ("danger", "x-mark-octagon-fill", "Trukket")


def stay(found: Measure) -> dict[str, Any] | None:
    """The whole section; nothing where the help is no stay in an institution."""
    if found.category != INSTITUTION:
        return None
    rests, tests = stay_of(found.id), tests_of(found, today=today())
    return {
        "rests": rests, "on": BASES[Basis(rests.basis)] if rests else None, "lacking": tests.lacking,
        "people": [_person(row, tests.text.id if tests.text else None) for row in tests.people], "by_service": tests.by_service,
        "asked": known("consent", tests.text.id) if tests.text else "",
        "protocols": [_protocol(one) for one in protocols_of(found.id)],
    }  # fmt: skip


def _person(row: Row, text: Any) -> dict[str, Any]:
    colour, icon, word = YES if row.stands else (FALLEN if _withdrawn(row) else WAITS)
    return {
        "name": row.line.name, "why": row.line.sentence, "law": row.line.law, "answer": row.answer if row.stands else None,
        "colour": colour, "icon": icon, "word": word,
        "answer_href": known("consent-answer", text, row.person_id) if text and not row.stands else "",
        "withdraw_href": known("consent-withdraw", text, row.person_id) if text and row.stands else "",
    }  # fmt: skip


def _withdrawn(row: Row) -> bool:
    return row.lacking is not None and row.lacking.why == "withdrawn"


def _protocol(one: InstitutionProtocol) -> dict[str, Any]:
    colour, icon, word = ("warning", "clock-fill", "Ikke lest")
    if one.followed_on:
        colour, icon, word = ("success", "checkmark-circle-fill", "Fulgt opp")
    elif one.read_on:
        colour, icon, word = ("accent", "clock-fill", "Lest, ikke fulgt opp")
    return {
        "one": one, "colour": colour, "icon": icon, "word": word,
        "read": "" if one.read_on else reverse("desk:measure-protocol-read", args=[one.id]),
        "follow": reverse("desk:measure-protocol-follow", args=[one.id]) if one.read_on and not one.followed_on else "",
    }  # fmt: skip
