"""What can be asked about decisions. ``get_decision`` is the way in and the access check."""

from oppvekst.domain.decisions.queries.content import content_of, digest, paragraphs
from oppvekst.domain.decisions.queries.decision import (
    addressees,
    aside,
    by_id,
    facts_of,
    get_decision,
    history,
    of_case,
    texts,
)

__all__ = [
    "addressees",
    "aside",
    "by_id",
    "content_of",
    "digest",
    "facts_of",
    "get_decision",
    "history",
    "of_case",
    "paragraphs",
    "texts",
]
