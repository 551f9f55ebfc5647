"""What a decision says, as it is locked when it is signed and as every copy is then made from (bvl § 12-5; fvl § 23)."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries.decision import texts
from oppvekst.domain.decisions.rules import in_words, sections_of


def content_of(decision: Decision) -> dict[str, Any]:
    """The whole text in the letter's order, part by part and paragraph by paragraph."""
    written, case = texts(decision.id), decision.case
    parts = [
        {"key": one.key, "heading": one.heading(decision.language), "paragraphs": paragraphs(written[one.key].text)}
        for one in sections_of(decision.of_kind)
        if one.key in written and written[one.key].text.strip()
    ]
    return {
        "title": decision.title, "language": decision.language, "kind": decision.kind, "child": case.child.name,
        "number": case.number, "municipality": decision.municipality.name,
        "bases": [in_words(one) for one in decision.bases], "sections": parts,
        "starts_on": _day(decision.starts_on), "ends_on": _day(decision.ends_on),
        "signed": {
            "name": decision.signed_by_name, "as": decision.signed_as,
            "at": decision.signed_at.isoformat() if decision.signed_at else "",
        },
    }  # fmt: skip


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what stands between empty lines.

    >>> paragraphs("En.\\n\\nTo\\nlinjer.")
    ['En.', 'To\\nlinjer.']
    """
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [block.strip() for block in blocks if block.strip()]


def digest(content: dict[str, Any]) -> str:
    """SHA-256 of the locked content, written one way only, so that the same words always give the same number."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def _day(day: Any) -> str:
    return day.isoformat() if day else ""
